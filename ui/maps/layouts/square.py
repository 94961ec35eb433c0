"""The legend of need by deprivation: a square of nine cells with the count of areas in each, and words at its sides."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsLayoutItem, QgsPrintLayout
from qgis.PyQt.QtCore import QCoreApplication, QRectF

from ....core.analysis.bivariate import THIRDS
from ..colours import INK, QUIET_INK
from .drawing import CENTRE, LEFT, RIGHT, add_box, add_label, group, plain_fill
from .fitting import TextStyle, fit_line
from .label_drawing import text_on
from .legend import GAP, Swatches, id_of, swatch_of
from .page import LegendRow

_WIDEST, _HIGHEST = 15.0, 11.0
_AXIS = 4.0
"""mm of height for the words along each side."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Pages", text)


def draw_square(
    layout: QgsPrintLayout,
    id: str,
    box: QRectF,
    entries: Sequence[LegendRow],
    swatches: Swatches,
    style: TextStyle,
    need: str,
) -> None:
    """Draw the square: columns of need, rows of deprivation, high at the top; below it areas without data.

    entries: keys (need, deprivation), each 0 low, 1 middle, 2 high; None for no data. need: what need is called.
    """
    rest = [entry for entry in entries if entry.key is None]
    levels = (_tr("low"), _tr("middle"), _tr("high"))
    side = max(style.width(word) for word in levels) + 1.5
    high = min(_HIGHEST, (box.height() - 3 * _AXIS - (_AXIS + 2.5 if rest else 0)) / THIRDS)
    wide = min(_WIDEST, (box.width() - side) / THIRDS)
    square = QRectF(box.left() + side, box.top() + _AXIS, wide * THIRDS, high * THIRDS)
    items: list[QgsLayoutItem] = _words(layout, id, square, levels, style, need)
    for entry in entries:
        if entry.key is not None:
            column, row = entry.key
            cell = QRectF(square.left() + column * wide, square.top() + (THIRDS - 1 - row) * high, wide, high)
            items += _cell(layout, id, cell, entry, swatches, style)
    for entry in rest:
        swatch = QRectF(box.left(), square.bottom() + 2 * _AXIS + 1.5, 8.0, _AXIS)
        text = QRectF(swatch.right() + GAP, swatch.top(), box.width() - 8.0 - GAP, _AXIS)
        items.append(add_box(layout, f"{id}_none_swatch", swatch, swatch_of(swatches, None)))
        items.append(add_label(layout, f"{id}_none_text", text, fit_line(entry.text, text.width(), style)))
    group(layout, id, items)


def _words(
    layout: QgsPrintLayout, id: str, square: QRectF, levels: Sequence[str], style: TextStyle, need: str
) -> list[QgsLayoutItem]:
    wide, high = square.width() / THIRDS, square.height() / THIRDS
    top = QRectF(square.left() - style.width(levels[1]) - 1.5, square.top() - _AXIS, square.width() + 15, _AXIS)
    bold = style.bolder()
    items: list[QgsLayoutItem] = [
        add_label(layout, f"{id}_deprivation", top, fit_line(_tr("Deprivation"), top.width(), bold), INK, LEFT)
    ]
    for level, word in enumerate(levels):
        beside = QRectF(top.left(), square.top() + (THIRDS - 1 - level) * high, square.left() - top.left() - 1.0, high)
        below = QRectF(square.left() + level * wide, square.bottom(), wide, _AXIS)
        items.append(
            add_label(
                layout, f"{id}_deprivation_{level}", beside, fit_line(word, beside.width() + 1, style), QUIET_INK, RIGHT
            )
        )
        items.append(add_label(layout, f"{id}_need_{level}", below, fit_line(word, wide, style), QUIET_INK, CENTRE))
    bottom = QRectF(square.left(), square.bottom() + _AXIS, square.width(), _AXIS)
    items.append(add_label(layout, f"{id}_need", bottom, fit_line(need, bottom.width(), bold), INK, CENTRE))
    return items


def _cell(
    layout: QgsPrintLayout, id: str, cell: QRectF, entry: LegendRow, swatches: Swatches, style: TextStyle
) -> list[QgsLayoutItem]:
    """A cell in its symbol, with its count in the ink that reads on it; a plate keeps a hatch off the number."""
    name = f"{id}_{id_of(entry.key)}"
    symbol = swatch_of(swatches, entry.key)
    fill = symbol.symbolLayer(0).fillColor()
    fitted = fit_line(f"{entry.count:,}", cell.width() - 1, style)
    items: list[QgsLayoutItem] = [add_box(layout, f"{name}_swatch", cell, symbol)]
    if symbol.symbolLayerCount() > 2:
        wide, high = fitted.style.width(fitted.text) + 2.0, fitted.style.line_height() + 0.4
        plate = QRectF(cell.center().x() - wide / 2, cell.center().y() - high / 2, wide, high)
        items.append(add_box(layout, f"{name}_plate", plate, plain_fill(fill.name(), fill.name())))
    items.append(add_label(layout, f"{name}_text", cell, fitted, text_on(fill.name()), CENTRE))
    return items
