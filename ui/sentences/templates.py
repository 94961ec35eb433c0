"""Sentences about page templates and what is put into them."""

from __future__ import annotations

from . import QT_TRANSLATE_NOOP

FAULTS: dict[str, str] = {
    "template_missing": QT_TRANSLATE_NOOP(
        "Messages",
        "There is no template {name}. Choose one of {shipped}, or a layout template of your own (a .qpt file).",
    ),
    "template_unreadable": QT_TRANSLATE_NOOP(
        "Messages",
        "The template {name} cannot be read: {reason}. Save it again from QGIS's layout designer (Layout > Save as "
        "Template), or choose another.",
    ),
    "template_item_missing": QT_TRANSLATE_NOOP(
        "Messages",
        "The template {name} must hold {missing}. Open it in QGIS's layout designer, give the items these ids "
        "(Item Properties > Item ID) and save it again.",
    ),
}

NOTICES: dict[str, str] = {
    "sources_shortened": QT_TRANSLATE_NOOP(
        "Messages",
        "The text about sources does not fit the page and was shortened; the attributions are whole. Make the item "
        "'sources' of the template larger.",
    ),
    "page_texts_shortened": QT_TRANSLATE_NOOP(
        "Messages", "These texts do not fit their places on the page and were shortened: {items}."
    ),
    "logo_unreadable": QT_TRANSLATE_NOOP(
        "Messages", "The logo {name} is not a picture that QGIS can read; it was left out."
    ),
}
