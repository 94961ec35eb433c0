"""Bars of a page: how many areas fall in each decile, in line with the legend, and how a place compares."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsLayoutItem, QgsPrintLayout
from qgis.PyQt.QtCore import QPointF, QRectF

from ..colours import INK, QUIET_INK, RULE
from .drawing import LEFT, add_box, add_label, add_line, group, plain_fill
from .fitting import TextStyle, fit_line
from .legend import Rows, Swatches, id_of, swatch_of
from .page import LegendRow, ShareBar

_LIGHT = 0.7
"""Lightness from which a bar needs an outline on white paper."""
_ABOVE, _BELOW = 0.8, 0.4
_LEAST, _NARROWEST = 0.25, 0.3
"""mm: the shortest bar of a decile, and the narrowest part of a bar that is drawn."""


def draw_decile_bars(
    layout: QgsPrintLayout,
    id: str,
    box: QRectF,
    rows: Rows,
    entries: Sequence[LegendRow],
    swatches: Swatches,
    even_share: float,
) -> None:
    """A bar for each decile beside its row of the legend, and the dashed line of an even share."""
    deciles = [(number, entry) for number, entry in enumerate(entries) if entry.key is not None]
    longest = max([even_share, *(entry.count for _, entry in deciles)])
    if longest <= 0:
        return
    items: list[QgsLayoutItem] = []
    for number, entry in deciles:
        if entry.count:
            bar = QRectF(box.left(), rows.y(number), max(box.width() * entry.count / longest, _LEAST), rows.high)
            items.append(_bar(layout, f"{id}_{id_of(entry.key)}", bar, swatch_of(swatches, entry.key).color()))
    top, bottom = rows.y(deciles[0][0]) - _ABOVE, rows.y(deciles[-1][0]) + rows.high + _BELOW
    even = box.left() + box.width() * even_share / longest
    axis = (QPointF(box.left(), top), QPointF(box.left(), bottom))
    items.append(add_line(layout, f"{id}_axis", *axis, QUIET_INK, 0.2))
    items.append(add_line(layout, f"{id}_even", QPointF(even, top), QPointF(even, bottom), INK, 0.35, dashed=True))
    group(layout, id, items)


def _bar(layout: QgsPrintLayout, id: str, box: QRectF, colour: object) -> QgsLayoutItem:
    name = colour.name()
    return add_box(layout, id, box, plain_fill(name, RULE if colour.lightnessF() > _LIGHT else name))


def draw_share_bars(
    layout: QgsPrintLayout, id: str, box: QRectF, bars: Sequence[ShareBar], swatches: Swatches, style: TextStyle
) -> bool:
    """How the areas of each place spread over the categories, in one bar each; whether a name had to be shortened."""
    pitch = box.height() / max(len(bars), 2)
    high = min(pitch * 0.82, 4.4)
    room = box.width() * 0.42
    left = min(max(style.width(bar.place) for bar in bars) + 2.0, room)
    points = min(fit_line(bar.place, left - 1.5, style).style.points for bar in bars)
    items: list[QgsLayoutItem] = []
    is_cut = False
    for number, bar in enumerate(bars):
        name = f"{id}_{number + 1}"
        top = box.top() + number * pitch
        fitted = fit_line(bar.place, left - 1.5, style.sized(points), least=points)
        is_cut = is_cut or fitted.cut
        items.append(add_label(layout, f"{name}_place", QRectF(box.left(), top, left, high), fitted, INK, LEFT))
        items += _stack(layout, name, QRectF(box.left() + left, top, box.width() - left, high), bar, swatches)
    group(layout, id, items)
    return is_cut


def _stack(layout: QgsPrintLayout, name: str, box: QRectF, bar: ShareBar, swatches: Swatches) -> list[QgsLayoutItem]:
    total = sum(bar.counts.values())
    items: list[QgsLayoutItem] = []
    x = box.left()
    for category, count in bar.counts.items():
        part = QRectF(x, box.top(), box.width() * count / total, box.height())
        x = part.right()
        # The outline of a narrower one would be all that is seen of it, and far wider than it is.
        if part.width() >= _NARROWEST:
            items.append(add_box(layout, f"{name}_{category}", part, swatch_of(swatches, category)))
    return items
