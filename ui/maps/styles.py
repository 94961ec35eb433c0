"""The themes of a result layer: which column colours it, in which symbols, and what its legend says.

The symbols are the QML files in resources/styles, with fixed classes; only labels, the column of a domain's deciles
and, where the user wants them, greys are put in here. Everything is read from the result's run record and rows, never
from the engine.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import pandas as pd
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFeatureRenderer,
    QgsReadWriteContext,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtXml import QDomDocument

from ...core.analysis.overlay import CATEGORIES
from ...core.analysis.result_table import decile_counts
from ...core.errors import CniError
from ..compat import is_null
from .greys import in_greys

STYLES = Path(__file__).parents[2] / "resources" / "styles"
OVERLAY, CNI, IMD = "left_behind_overlay", "cni_deciles", "imd_deciles"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Styles", text)


@dataclass(frozen=True)
class Theme:
    """One way to colour a result layer.

    name: of the saved style and of the layer. template: the QML file. labels: legend text by class value, None for
    areas without data. shown: whether the layer starts switched on. colours: one of ui.settings.COLOURS.
    """

    name: str
    column: str
    template: str
    labels: Mapping[Any, str]
    shown: bool = False
    colours: str = "standard"


def make_themes(record: Mapping[str, Any], table: pd.DataFrame, colours: str = "standard") -> list[Theme]:
    """The themes of a result, overlay first: left behind overlay, CNI deciles, IMD deciles, then one per domain.

    record: the run record (ui.maps.record). table: the rows of the result layer, for the counts in the legends.
    colours: one of ui.settings.COLOURS.
    """
    domains = [name[: -len("_decile")] for name in table.columns if name.endswith("_decile")]
    titles = record.get("domain_titles", {})
    themes = [
        Theme(_overlay_name(record), "category", OVERLAY, overlay_labels(record), shown=True),
        _decile_theme(_need_name(record), "cni", CNI, table, _tr("most need"), _tr("least need")),
        _decile_theme(_tr("IMD deciles"), "imd", IMD, table, _tr("most deprived"), _tr("least deprived")),
    ]
    for domain in domains:
        if domain not in ("cni", "imd"):
            name = _tr("{domain} deciles").format(domain=titles.get(domain, domain.replace("_", " ").capitalize()))
            themes.append(_decile_theme(name, domain, CNI, table, _tr("most need"), _tr("least need")))
    return [replace(theme, colours=colours) for theme in themes]


def _overlay_name(record: Mapping[str, Any]) -> str:
    return _tr("High on both overlay") if record["variant"] else _tr("Left behind overlay")


def is_own(record: Mapping[str, Any]) -> bool:
    """Whether the index is the user's own, so that nothing may call it the CNI."""
    return record.get("status") == "own"


def _need_name(record: Mapping[str, Any]) -> str:
    return _tr("{index} deciles").format(index=record["short"]) if is_own(record) else _tr("CNI deciles")


def _decile_theme(name: str, prefix: str, template: str, table: pd.DataFrame, most: str, least: str) -> Theme:
    column = f"{prefix}_decile"
    labels: dict[Any, str] = {}
    for decile, count in decile_counts(table[column]).items():
        if decile is None:
            text = _tr("No data ({count})")
        elif decile in (1, 10):
            text = _tr("Decile {decile}, {end} ({count})")
        else:
            text = _tr("Decile {decile} ({count})")
        labels[decile] = text.format(decile=decile, end=most if decile == 1 else least, count=f"{count:,}")
    return Theme(name, column, template, labels)


def limit_text(limit: Mapping[str, Any]) -> str:
    """'worst 10%' or 'worst 735' for a limit of a run record."""
    if limit["is"] == "percent":
        return _tr("worst {amount}%").format(amount=limit["amount"])
    return _tr("worst {amount}").format(amount=f"{limit['places']:,}")


def overlay_words(record: Mapping[str, Any]) -> dict[str, str]:
    """What the five categories are called and mean, with the run's limits."""
    cni, imd = limit_text(record["limits"]["cni"]), limit_text(record["limits"]["imd"])
    need = _tr("need") if is_own(record) else _tr("CNI")
    both = _tr("{limit} on both").format(limit=cni) if cni == imd else _tr("{cni} on {need} and {imd} on IMD")
    words = {
        "left_behind": (_tr("High on both: {words}") if record["variant"] else _tr("Left behind: {words}")).format(
            words=both.format(cni=cni, imd=imd, need=need)
        ),
        "deprived": _tr("Deprived: {limit} on IMD only").format(limit=imd),
        "high_need": _tr("High need: {limit} on {need} only").format(limit=cni, need=need),
        "other": _tr("Other: inside neither limit"),
        "no_data": _tr("No data"),
    }
    if cni == imd:
        words["other"] = _tr("Other: {limit} on neither").format(limit=cni)
    return words


def overlay_labels(record: Mapping[str, Any]) -> dict[Any, str]:
    """Legend texts of the five categories, with the run's limits, its counts and the publishers' own where known."""
    words = overlay_words(record)
    counts = record["counts"]["areas"]
    labels: dict[Any, str] = {name: f"{words[name]} ({counts[name]:,})" for name in CATEGORIES}
    published = record.get("published")
    if published and not record["variant"]:
        labels["left_behind"] = _tr("{words} (rebuilt {rebuilt}, published {published})").format(
            words=words["left_behind"], rebuilt=f"{counts['left_behind']:,}", published=f"{published['published']:,}"
        )
    return labels


@lru_cache(maxsize=8)
def _template_text(name: str) -> str:
    try:
        return (STYLES / f"{name}.qml").read_text(encoding="utf-8")
    except OSError as fault:
        raise CniError("style_unreadable", name=f"{name}.qml", reason=fault.strerror) from None


def _template(name: str, colours: str) -> QgsCategorizedSymbolRenderer:
    """The renderer of a style file, in a colour scheme."""
    text, document = _template_text(name), QDomDocument()
    document.setContent(in_greys(text) if colours == "grey" else text)
    element = document.documentElement().firstChildElement("renderer-v2")
    renderer = None if element.isNull() else QgsFeatureRenderer.load(element, QgsReadWriteContext())
    if renderer is None:
        raise CniError("style_unreadable", name=f"{name}.qml", reason="renderer-v2")
    return renderer


def make_renderer(theme: Theme) -> QgsCategorizedSymbolRenderer:
    """The theme's renderer: the template's classes and symbols, with the theme's column and labels."""
    renderer = _template(theme.template, theme.colours)
    renderer.setClassAttribute(theme.column)
    for i, category in enumerate(renderer.categories()):
        value = None if is_null(category.value()) or category.value() == "" else category.value()
        renderer.updateCategoryLabel(
            i, theme.labels[value if theme.column == "category" or value is None else int(value)]
        )
    return renderer


def recoloured(renderer: QgsCategorizedSymbolRenderer, colours: str) -> QgsCategorizedSymbolRenderer:
    """A copy of a theme's renderer in another colour scheme; classes that the user has added stay as they are."""
    made = renderer.clone()
    template = {"category": OVERLAY, "imd_decile": IMD}.get(renderer.classAttribute(), CNI)
    fresh = {str(category.value()): category for category in _template(template, colours).categories()}
    for i, category in enumerate(renderer.categories()):
        key = "" if is_null(category.value()) else str(category.value())
        if key in fresh:
            made.updateCategorySymbol(i, fresh[key].symbol().clone())
    return made


def apply_theme(layer: QgsVectorLayer, renderer: QgsFeatureRenderer) -> None:
    """Colour a layer by the renderer of a theme, which it takes over, and let its map tips name the area."""
    layer.setRenderer(renderer)
    layer.setDisplayExpression('coalesce("area_name", "area_code")')
    layer.setMapTipTemplate(_map_tip())


def _map_tip() -> str:
    return (
        '<b>[% coalesce("area_name", "area_code") %]</b>'
        "[% if(\"district_name\" is null, '', ', ' || \"district_name\") %]<br>"
        + _tr("Community need: rank {cni}, decile {cni_decile}").format(
            cni="[% coalesce(format_number(\"cni_rank\", 0), '–') %]", cni_decile="[% coalesce(\"cni_decile\", '–') %]"
        )
        + "<br>"
        + _tr("Deprivation: rank {imd}, decile {imd_decile}").format(
            imd="[% coalesce(format_number(\"imd_rank\", 0), '–') %]", imd_decile="[% coalesce(\"imd_decile\", '–') %]"
        )
    )
