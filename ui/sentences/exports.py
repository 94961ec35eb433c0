"""Sentences about exports and method notes."""

from __future__ import annotations

from . import QT_TRANSLATE_NOOP

FAULTS: dict[str, str] = {
    "export_format": QT_TRANSLATE_NOOP(
        "Messages",
        "The result cannot be exported as {name}. Let its name end in .gpkg, .xlsx, .csv, .qgz or .qgs, or give a "
        "folder (a name without an ending) for all of them.",
    ),
    "note_format": QT_TRANSLATE_NOOP(
        "Messages", "The method note cannot be written as {name}. Let its name end in {endings}."
    ),
}

NOTICES: dict[str, str] = {
    "project_without_page": QT_TRANSLATE_NOOP(
        "Messages", "The project {name} has no page to print, since none of the areas chosen has a shape."
    ),
    "note_shortened": QT_TRANSLATE_NOOP(
        "Messages",
        "The method note was shortened to fit the page of {name}. Write it as Markdown (.md) too to keep all of it.",
    ),
}
