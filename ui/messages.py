"""The words for every fault and notice. core raises codes with context; only this module turns them into sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QCoreApplication

from .sentences import (
    QT_TRANSLATE_NOOP,
    areas,
    desktop,
    downloads,
    exports,
    geographies,
    index,
    outputs,
    printing,
    tables,
    templates,
)

if TYPE_CHECKING:
    from ..core.errors import CniError, Notice

_SHOWN = 8


_PARTS = (tables, index, geographies, downloads, outputs, desktop, templates, exports, printing)
FAULTS = {code: text for part in _PARTS for code, text in part.FAULTS.items()}
NOTICES = {code: text for part in _PARTS for code, text in part.NOTICES.items()}
RULES = {**index.RULES, **downloads.RULES}


def _tr(text: str) -> str:
    return QCoreApplication.translate("Messages", text)


INFORMATION = {
    "weight_found",
    "rebuilt_as_published",
    "attribution",
    "downloaded",
    "from_cache",
    "bridge_total",
    "places_shared",
    "pdf_without_layers",
}
"""Notices that only tell how a run went; the others are warnings."""


_INDEX_NAMES = {
    "cni": QT_TRANSLATE_NOOP("Messages", "Community Needs Index"),
    "imd": QT_TRANSLATE_NOOP("Messages", "Index of Multiple Deprivation"),
}

_FILE_KINDS = {
    "html": QT_TRANSLATE_NOOP("Messages", "a web page"),
    "xml": QT_TRANSLATE_NOOP("Messages", "an XML message"),
    "json": QT_TRANSLATE_NOOP("Messages", "JSON text"),
    "text": QT_TRANSLATE_NOOP("Messages", "a table as text"),
    "zip": QT_TRANSLATE_NOOP("Messages", "a zip file or workbook"),
    "geopackage": QT_TRANSLATE_NOOP("Messages", "a GeoPackage"),
    "gzip": QT_TRANSLATE_NOOP("Messages", "a gzip file"),
    "pdf": QT_TRANSLATE_NOOP("Messages", "a PDF"),
    "picture": QT_TRANSLATE_NOOP("Messages", "a picture"),
    "binary": QT_TRANSLATE_NOOP("Messages", "a file of an unknown kind"),
}


def category_names(*, is_variant: bool) -> dict[str, str]:
    """Short names by category. Only the publishers' own index at its own limits may say 'left behind'."""
    return {
        "left_behind": _tr("High on both") if is_variant else _tr("Left behind"),
        "deprived": _tr("Deprived"),
        "high_need": _tr("High need"),
        "other": _tr("Other"),
        "no_data": _tr("No data"),
    }


def quality_words(quality: str) -> str:
    """How the deprivation of an area was made; blank where that is not known."""
    words = {
        "exact": _tr("Deprivation: a score for the area itself (exact)."),
        "best_fit": _tr("Deprivation: rebuilt from whole smaller areas (best fit), so not official."),
        "estimated": _tr(
            "Deprivation: rebuilt from smaller areas, some shared with other areas (estimated), so not official."
        ),
        "partial": _tr("Deprivation: rebuilt from smaller areas, some without a score (partial), so not official."),
    }
    return words.get(quality, "")


def listed(items: Iterable[object], shown: int = _SHOWN) -> str:
    """Items with commas between them, and how many more there are."""
    texts = [str(item) for item in items]
    more = len(texts) - shown
    if more > 0:
        return ", ".join(texts[:shown]) + " " + _tr("and {count} more").format(count=more)
    return ", ".join(texts)


def area_words(text: str) -> str:
    """What areas or a nation are called ('wards', 'wards of 2017', 'Wales'), in the language of the interface."""
    words, _, year = text.partition(" of ")
    if words not in areas.WORDS:
        return text
    return _tr("{areas} of {year}").format(areas=_tr(words), year=year) if year else _tr(words)


def _shown(key: str, value: Any) -> Any:
    if key == "index" and value in _INDEX_NAMES:
        return _tr(_INDEX_NAMES[value])
    if isinstance(value, (list, tuple)):
        return listed(map(area_words, value) if key in areas.KEYS else value)
    if isinstance(value, str) and key in areas.KEYS:
        return area_words(value)
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return value
    return f"{value:,}" if isinstance(value, int) else f"{value:g}"


def _sentence(template: str, context: Mapping[str, Any]) -> str:
    return _tr(template).format(**{key: _shown(key, value) for key, value in context.items()})


def _found_text(found: object) -> str:
    """What stands in a definition file where something else should, in words."""
    if found is None:
        return _tr("missing")
    if found in ("", [], {}):
        return _tr("empty")
    if isinstance(found, dict):
        return _tr("a JSON object")
    return _tr("a list") if isinstance(found, list) else str(found)


def _definition_faults(context: Mapping[str, Any]) -> dict[str, Any]:
    parts = []
    for fault in context["faults"]:
        rule = _tr(RULES[fault.rule]) if fault.rule in RULES else fault.rule
        found = _found_text(fault.found)
        parts.append(_tr("{path} is {found}, but must be {rule}").format(path=fault.path, found=found, rule=rule))
    return {"name": context["name"], "count": len(parts), "faults": "; ".join(parts) + "."}


def fault_text(fault: CniError) -> str:
    """The sentence for a fault."""
    context = fault.context
    if fault.code in ("definition_faults", "catalogue_faults"):
        context = _definition_faults(context)
    elif fault.code == "download_wrong_type":
        kinds = {key: _tr(_FILE_KINDS[context[key]]) for key in ("found", "wanted")}
        context = {**context, **kinds}
    return _sentence(FAULTS[fault.code], context)


def notice_text(note: Notice) -> str:
    """The sentence for a notice."""
    context = dict(note.context)
    if note.code == "rebuilt_and_published":
        context["differences"] = _differences(context.pop("not_on_list"), context.pop("only_on_list"))
    return _sentence(NOTICES[note.code], context)


def _differences(not_on_list: list[str], only_on_list: list[str]) -> str:
    """What the rebuilt list has that the published has not, and the other way round."""
    text = ""
    if not_on_list:
        text += ", " + _tr("not on the published list: {names}").format(names=listed(not_on_list, 20))
    if only_on_list:
        text += ", " + _tr("only on the published list: {names}").format(names=listed(only_on_list, 20))
    return text
