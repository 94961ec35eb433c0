"""The key figures of a page: what is counted, and the number."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsLayoutItem, QgsPrintLayout
from qgis.PyQt.QtCore import QRectF

from ..colours import INK, QUIET_INK
from .drawing import LEFT, RIGHT, add_label, group
from .fitting import SMALLEST, TextStyle, fit_line

_GAP, _CLOSE = 4.0, 2.0
"""mm between words and a number: where numbers begin at one line, and at least."""
_LEADING = 1.15


def draw_figures(
    layout: QgsPrintLayout, id: str, box: QRectF, figures: Sequence[tuple[str, str]], style: TextStyle
) -> bool:
    """The first figures that there is room for, words and a bold number in each row; whether one was shortened.

    The numbers begin at one line; where there is no room for that, they end at the right edge of the box.
    """
    shown = figures[: max(int((box.height() + 0.05) / (style.line_height() * _LEADING)), 1)]
    left = max(style.width(words) for words, _ in shown) + _GAP
    in_line = left + max(style.bolder().width(number) for _, number in shown) <= box.width()
    if not in_line:
        wide = max(style.width(words) + _CLOSE + style.bolder().width(number) for words, number in shown)
        style = style.sized(max(style.points * min(box.width() / wide, 1.0), SMALLEST))
    pitch = style.line_height() * _LEADING
    items: list[QgsLayoutItem] = []
    is_cut = False
    for row, (words, number) in enumerate(shown):
        amount = fit_line(number, box.width(), style.bolder(), least=SMALLEST)
        start = left if in_line else box.width() - amount.style.width(amount.text)
        label = fit_line(words, max(start - _CLOSE / 2, 1.0), style, least=SMALLEST)
        top, name = box.top() + row * pitch, f"{id}_{row + 1}"
        place = QRectF(box.left(), top, start, pitch)
        items.append(add_label(layout, f"{name}_label", place, label, QUIET_INK, LEFT))
        place = QRectF(box.left() + start, top, box.width() - start, pitch)
        items.append(add_label(layout, f"{name}_value", place, amount, INK, LEFT if in_line else RIGHT))
        is_cut = is_cut or label.cut or amount.cut
    group(layout, id, items)
    return is_cut
