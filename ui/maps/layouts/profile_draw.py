"""Texts and shapes drawn for one page of a run, and taken off again before the next."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.core import QgsFillSymbol, QgsLayoutItem, QgsLayoutItemShape, QgsPrintLayout, QgsSymbol
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QRectF, Qt

from ..colours import INK
from .drawing import CENTRE, LEFT, RIGHT, add_box, add_label
from .fitting import SMALLEST, TextStyle, fit_line

_SLACK = 1.0
"""mm that a label is wider than its text may be, since printers round widths up."""
_ENOUGH = 0.3


class Drawing:
    """What is drawn on a layout for one page. cut: texts that did not fit whole."""

    def __init__(self, layout: QgsPrintLayout) -> None:
        self._layout = layout
        # Each item would stay in the memory of what can be undone.
        layout.undoStack().blockCommands(True)
        self._items: list[QgsLayoutItem] = []
        self._symbols: dict[tuple[tuple[str, str], ...], QgsFillSymbol] = {}
        self.cut: list[str] = []

    def clear(self) -> None:
        for item in self._items:
            self._layout.removeLayoutItem(item)
            # QGIS would delete it when it gets to events, which it does not while an algorithm runs.
            sip.delete(item)
        self._items, self.cut = [], []

    def text(
        self,
        id: str,
        words: str,
        box: QRectF,
        style: TextStyle,
        *,
        align: Qt.AlignmentFlag = LEFT,
        colour: str = INK,
    ) -> None:
        """One line, in the middle of the height of a box."""
        if not words:
            return
        fitted = fit_line(words, box.width(), style, SMALLEST)
        if fitted.cut:
            self.cut.append(words)
        before = {LEFT: 0.0, RIGHT: -_SLACK, CENTRE: -_SLACK / 2}[align]
        # A line of text is a little higher than its letters, and QGIS cuts what is higher than its box.
        more = max(0.0, fitted.height + _ENOUGH - box.height()) / 2
        room = box.adjusted(before, -more, before + _SLACK, more)
        self._items.append(add_label(self._layout, id, room, fitted, colour, align))

    def rectangle(self, id: str, box: QRectF, fill: str, line: str = "") -> None:
        look = {"color": fill, "outline_color": line or fill, "outline_style": "solid" if line else "no"}
        self.swatch(id, self._symbol({**look, "outline_width": "0.15"}), box)

    def mark(self, id: str, kind: QgsLayoutItemShape.Shape, box: QRectF, fill: str, line: str) -> None:
        """A small triangle or circle."""
        symbol = self._symbol({"color": fill, "outline_color": line, "outline_width": "0.25"})
        shape = add_box(self._layout, id, box, symbol)
        shape.setShapeType(kind)
        self._items.append(shape)

    def swatch(self, id: str, symbol: QgsSymbol, box: QRectF) -> None:
        """A rectangle in a symbol."""
        self._items.append(add_box(self._layout, id, box, symbol))

    def _symbol(self, look: Mapping[str, str]) -> QgsFillSymbol:
        key = tuple(look.items())
        if key not in self._symbols:
            self._symbols[key] = QgsFillSymbol.createSimple({**look, "outline_width_unit": "MM"})
        return self._symbols[key]
