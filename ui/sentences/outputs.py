"""Sentences about results and the plugin itself."""

from __future__ import annotations

from . import QT_TRANSLATE_NOOP

FAULTS: dict[str, str] = {
    "cancelled": QT_TRANSLATE_NOOP("Messages", "Stopped. Nothing was written."),
    "packages_missing": QT_TRANSLATE_NOOP(
        "Messages",
        "CNI Mapper needs the Python package(s) {packages}, which this QGIS does not have. Close QGIS, run this "
        "command, and start QGIS again (on Windows, in the OSGeo4W Shell of the Start menu): {command}",
    ),
    "output_format": QT_TRANSLATE_NOOP(
        "Messages",
        "The result cannot be saved as {name}. Save it as a GeoPackage (.gpkg) or to PostGIS, which keep its column "
        "names and styles whole; a plain table may also be .csv or .xlsx.",
    ),
    "output_not_geopackage": QT_TRANSLATE_NOOP(
        "Messages", "{name} exists but is not a GeoPackage. Choose another name for the result."
    ),
    "output_is_input": QT_TRANSLATE_NOOP(
        "Messages", "The result would replace the input {name}. Choose another file or table for the result."
    ),
    "output_locked": QT_TRANSLATE_NOOP(
        "Messages",
        "{name} is in use by another program or window. Close it there, or choose another file. The file is unchanged.",
    ),
    "output_in_edit": QT_TRANSLATE_NOOP(
        "Messages", "Layer '{layer}' shows {name} and is being edited. Save or discard the edits, then run again."
    ),
    "output_folder_missing": QT_TRANSLATE_NOOP(
        "Messages", "The folder {folder} does not exist. Choose a folder that does."
    ),
    "output_not_writable": QT_TRANSLATE_NOOP(
        "Messages",
        "Nothing can be written to {folder} ({reason}). Choose a folder you may write to. What was there is unchanged.",
    ),
    "output_failed": QT_TRANSLATE_NOOP(
        "Messages", "{name} could not be written: {reason}. What was there before is unchanged."
    ),
    "style_unreadable": QT_TRANSLATE_NOOP(
        "Messages", "The style {name} of the plugin cannot be read ({reason}). Install the plugin again."
    ),
}

NOTICES: dict[str, str] = {
    "record_not_written": QT_TRANSLATE_NOOP(
        "Messages", "The run record {name} could not be written beside the result ({reason})."
    ),
}
