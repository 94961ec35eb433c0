"""Sentences about the dock and what it keeps in a project."""

from __future__ import annotations

from . import QT_TRANSLATE_NOOP

FAULTS: dict[str, str] = {
    "run_unreadable": QT_TRANSLATE_NOOP(
        "Messages", "The run '{name}' kept in this project cannot be read and was left out. The other runs are open."
    ),
    "unexpected": QT_TRANSLATE_NOOP(
        "Messages",
        "Something went wrong that CNI Mapper did not foresee ({reason}). Nothing was changed. The log messages "
        "(View > Panels) have the details; please report them.",
    ),
}

NOTICES: dict[str, str] = {}
