"""Legends of a page: swatches in the symbols of the map, with the texts and counts of the page beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from qgis.core import QgsLayoutItem, QgsPrintLayout, QgsSymbol
from qgis.PyQt.QtCore import QRectF

from ....core.analysis.bivariate import THIRDS
from .drawing import add_box, add_label, group
from .fitting import TextStyle, fit_line
from .page import LegendRow

GAP = 2.2
"""mm between a swatch and its text."""
_CLOSE_FROM = 8
_DECILE = (8.0, 4.4, 5.3)
_CATEGORY, _CATEGORY_LARGE = (10.0, 5.2, 6.4), (10.0, 5.2, 6.6)

Swatches = Mapping[str, QgsSymbol]
"""The symbols of a theme by class value as text, as `symbols.swatches` gives them."""


@dataclass(frozen=True)
class Rows:
    """How the rows of a legend stand, in mm: top of the first, from row to row, width and height of a swatch."""

    top: float
    pitch: float
    wide: float
    high: float

    def y(self, row: int) -> float:
        """Top of a row's swatch."""
        return self.top + row * self.pitch


def swatch_of(swatches: Swatches, key: Any) -> QgsSymbol:
    """The symbol of a key of a legend."""
    if isinstance(key, tuple):
        need, deprivation = key
        return swatches[str(need * THIRDS + deprivation)]
    if key is None:
        return next(swatches[text] for text in ("", "-1", "no_data") if text in swatches)
    return swatches[str(key)]


def id_of(key: Any) -> str:
    """A key of a legend as part of an id: 'left_behind', '3', '2_0', 'none' without data."""
    if key is None:
        return "none"
    return "_".join(map(str, key)) if isinstance(key, tuple) else str(key)


def legend_rows(count: int, box: QRectF, *, large: bool) -> Rows:
    """Where rows stand in a box: at their usual distance, closer where they are too many. large: on A3 paper."""
    wide, high, pitch = _DECILE if count >= _CLOSE_FROM else _CATEGORY_LARGE if large else _CATEGORY
    pitch = min(pitch, box.height() / count)
    return Rows(box.top(), pitch, wide, min(high, pitch * 0.83))


def draw_legend(
    layout: QgsPrintLayout,
    id: str,
    box: QRectF,
    rows: Rows,
    entries: Sequence[LegendRow],
    swatches: Swatches,
    style: TextStyle,
) -> bool:
    """Draw a legend; whether a text had to be shortened. style: of texts that have all the room they want."""
    room = box.width() - rows.wide - GAP
    style = style.sized(min(style.points, rows.pitch / style.sized(1.0).line_height()))
    points = min(fit_line(entry.text, room, style).style.points for entry in entries)
    items: list[QgsLayoutItem] = []
    is_cut = False
    for number, entry in enumerate(entries):
        name, y = f"{id}_{id_of(entry.key)}", rows.y(number)
        swatch = QRectF(box.left(), y, rows.wide, rows.high)
        items.append(add_box(layout, f"{name}_swatch", swatch, swatch_of(swatches, entry.key)))
        fitted = fit_line(entry.text, room, style.sized(points), least=points)
        is_cut = is_cut or fitted.cut
        place = QRectF(swatch.right() + GAP, swatch.center().y() - rows.pitch / 2, room, rows.pitch)
        items.append(add_label(layout, f"{name}_text", place, fitted))
    group(layout, id, items)
    return is_cut
