"""Sentences about the dock and what it keeps in a project."""

from __future__ import annotations

from . import QT_TRANSLATE_NOOP

FAULTS: dict[str, str] = {
    "run_unreadable": QT_TRANSLATE_NOOP(
        "Messages", "The run '{name}' kept in this project cannot be read and was left out. The other runs are open."
    ),
    "codes_all_blank": QT_TRANSLATE_NOOP(
        "Messages", "Column '{column}' of {table} holds no codes: it is blank everywhere. Choose the column of codes."
    ),
    "lookup_not_needed": QT_TRANSLATE_NOOP(
        "Messages",
        "{table} is by {kind} already, so no look-up is needed: leave the look-up blank. {lookup} does not lead from "
        "it to the areas.",
    ),
    "look_stopped": QT_TRANSLATE_NOOP("Messages", "Looking at this layer was stopped. Press 'Read again' to go on."),
    "unexpected": QT_TRANSLATE_NOOP(
        "Messages",
        "Something went wrong that CNI Mapper did not foresee ({reason}). Nothing was changed. The log messages "
        "(View > Panels) have the details; please report them.",
    ),
}

NOTICES: dict[str, str] = {}
