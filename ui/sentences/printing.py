"""Sentences about printed pages and the files they go to."""

from __future__ import annotations

from . import QT_TRANSLATE_NOOP

FAULTS: dict[str, str] = {
    "page_format": QT_TRANSLATE_NOOP(
        "Messages", "A page cannot be written as {name}. Choose a name that ends in {endings}."
    ),
    "page_in_background": QT_TRANSLATE_NOOP(
        "Messages",
        "{name} was not made: a model works in the background. Add 'Print a map' to it as a step of its own.",
    ),
    "page_several": QT_TRANSLATE_NOOP(
        "Messages",
        "The template has {count} pages, but {name} can hold only one. Save as PDF: choose a name that ends in .pdf.",
    ),
    "pages_none": QT_TRANSLATE_NOOP("Messages", "There is no page to write to {name}. Choose other areas."),
    "output_is_folder": QT_TRANSLATE_NOOP("Messages", "{name} is a folder. Choose another name for the file."),
    "output_not_folder": QT_TRANSLATE_NOOP(
        "Messages",
        "{name} is a file, not a folder. For one file choose a name that ends in .pdf; for a file for each page, a "
        "folder.",
    ),
    "page_theme_unknown": QT_TRANSLATE_NOOP("Messages", "{table} has no theme '{theme}'. Choose one of {themes}."),
    "page_without_shapes": QT_TRANSLATE_NOOP(
        "Messages", "None of the areas chosen of {table} has a shape, so there is no map of them. Choose other areas."
    ),
    "outlines_unreadable": QT_TRANSLATE_NOOP(
        "Messages", "{name}, a file of the plugin, cannot be read. Install the plugin again."
    ),
    "atlas_no_districts": QT_TRANSLATE_NOOP(
        "Messages",
        "{table} does not say in which district its areas lie. Make it again with the column of district codes or "
        "names, or choose a page for each area.",
    ),
}

NOTICES: dict[str, str] = {
    "pdf_without_layers": QT_TRANSLATE_NOOP(
        "Messages",
        "The GDAL library of this QGIS cannot put map layers into a PDF: {name} is complete, but its layers cannot be "
        "switched off.",
    ),
    "atlas_without_district": QT_TRANSLATE_NOOP(
        "Messages", "{count} area(s) of {table} lie in no district and are on no page: {codes}."
    ),
    "atlas_without_shape": QT_TRANSLATE_NOOP(
        "Messages", "{count} page(s) were left out, since none of their areas has a shape: {names}."
    ),
}
