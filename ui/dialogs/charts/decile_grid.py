"""How many areas are in which decile of need and of deprivation, as ten by ten cells that can be chosen."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from qgis.PyQt.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen
from qgis.PyQt.QtWidgets import QWidget

from ...maps.colours import CNI_RAMP, LEFT_BEHIND, LEFT_BEHIND_PALE
from .chart import Chart
from .painting import (
    CENTRE,
    Look,
    count_areas,
    draw_text,
    draw_upright,
    draw_wrapped,
    fitting,
    inside,
    mix,
    shrunk,
    text_on,
    width_of,
    wrapped_height,
)

_DECILES = 10
_FAINTEST = 0.08
_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_CHOOSE = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


def tr(text: str) -> str:
    return QCoreApplication.translate("DecileGrid", text)


@dataclass(frozen=True)
class Cell:
    """One cell, by its deciles (1 to 10)."""

    cni: int
    imd: int


class DecileGrid(Chart):
    """Columns are deciles of need, rows deciles of deprivation; decile 1, the worst, is at the top left.

    cell_chosen: the two deciles of a cell that was clicked, or chosen with arrows and Space or Enter.
    """

    cell_chosen = pyqtSignal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Decile grid"), parent)
        self._counts: np.ndarray | None = None
        self._corner: tuple[int, int] | None = None
        self._corner_name, self._need = "", ""
        self._current = Cell(1, 1)
        self._chosen: Cell | None = None
        self.redraw()

    def show_counts(
        self,
        counts: np.ndarray | None,
        *,
        corner: tuple[int, int] | None = None,
        corner_name: str = "",
        need: str = "CNI",
    ) -> None:
        """Show how many areas are in each cell; what is chosen stays chosen.

        counts: (10, 10) whole numbers, [cni - 1, imd - 1]; None as long as there are none. corner: how many deciles
        lie inside the limits, (1, 1) for the worst 10% on both; None where a limit runs through a decile, so that no
        outline would be true. corner_name: what is inside both limits, in the words of the run's legend.
        need: what the index of need may be called.
        """
        self._counts = None if counts is None else np.asarray(counts)
        self._corner, self._corner_name, self._need = corner, corner_name or tr("Left behind"), need
        self.redraw()

    def set_chosen(self, cni: int | None, imd: int | None = None) -> None:
        """Outline a cell as chosen, or none of them; no signal is sent."""
        self._chosen = None if cni is None or imd is None else Cell(cni, imd)
        self._move_to(self._chosen or self._current)

    def words(self) -> str:
        if self._counts is None:
            return tr("There are no deciles to show yet.")
        return self._cell_words(self._current)

    def words_at(self, point: QPointF) -> str:
        cell = self.cell_at(point)
        return "" if self._counts is None or cell is None else self._cell_words(cell)

    def cell_at(self, point: QPointF) -> Cell | None:
        """The cell under a point of the widget."""
        grid = self._grid(self.area(), self.look())
        if not grid.contains(point):
            return None
        column = int((point.x() - grid.left()) / grid.width() * _DECILES)
        row = int((point.y() - grid.top()) / grid.height() * _DECILES)
        return Cell(min(column, _DECILES - 1) + 1, min(row, _DECILES - 1) + 1)

    def cell_box(self, cell: Cell) -> QRectF:
        """Where a cell is in the widget."""
        return _cell_box(self._grid(self.area(), self.look()), cell)

    def minimumSizeHint(self) -> QSize:
        look = self.look()
        width = width_of(self._widest(), shrunk(look.font, 0.8)) + 4
        height = max(width_of(_side_title(), look.font) / _DECILES, 1.2 * look.em)
        return self._size_for(look, max(width, 1.5 * look.em), height)

    def sizeHint(self) -> QSize:
        look = self.look()
        return self._size_for(look, max(width_of(self._widest(), look.font) + 6, 2 * look.em), 1.6 * look.em)

    def draw(self, painter: QPainter, area: QRectF, look: Look) -> None:
        if self._counts is None:
            draw_wrapped(painter, inside(area, look), self.words(), look.quiet, look.font)
            return
        grid = self._grid(area, look)
        self._draw_headings(painter, grid, look)
        font = fitting(look.font, self._widest(), grid.width() / _DECILES - 4)
        for cell in _cells():
            box, count = _cell_box(grid, cell), self._count(cell)
            colour = self._shade(count, look)
            painter.fillRect(box, colour)
            painter.setPen(QPen(look.line, 0.5))
            painter.drawRect(box)
            if font is not None:
                draw_text(painter, box, f"{count:,}", text_on(colour) if count else look.quiet, font, CENTRE)
        if self._corner:
            self._draw_corner(painter, grid, look)
        draw_wrapped(painter, self._footer(area, look), self._corner_words(), look.text, look.font)

    def draw_marks(self, painter: QPainter, area: QRectF, look: Look) -> None:
        if self._counts is None:
            return
        if self._chosen is not None:
            box = self.cell_box(self._chosen)
            painter.setPen(_corners(look.page, 5))
            painter.drawRect(box.adjusted(2, 2, -2, -2))
            painter.setPen(_corners(look.text, 3))
            painter.drawRect(box)
        if self.hasFocus():
            box = self.cell_box(self._current).adjusted(3, 3, -3, -3)
            painter.setPen(_corners(look.page, 2))
            painter.drawRect(box)
            pen = _corners(look.text, 2)
            pen.setStyle(Qt.PenStyle.DotLine)
            painter.setPen(pen)
            painter.drawRect(box)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(QPointF(event.pos()))
        if event.button() == Qt.MouseButton.LeftButton and cell is not None:
            self._choose(cell)
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(event.key())
        if step is not None:
            self._move_to(Cell(_held(self._current.cni + step[0]), _held(self._current.imd + step[1])))
        elif event.key() in _CHOOSE:
            self._choose(self._current)
        else:
            super().keyPressEvent(event)

    def _move_to(self, cell: Cell) -> None:
        self._current = cell
        self.setAccessibleDescription(self.words())
        self.update()

    def _choose(self, cell: Cell) -> None:
        if self._counts is None:
            return
        self.set_chosen(cell.cni, cell.imd)
        self.cell_chosen.emit(cell.cni, cell.imd)

    def _draw_headings(self, painter: QPainter, grid: QRectF, look: Look) -> None:
        top = QRectF(grid.left(), grid.top() - 2 * look.em, grid.width(), look.em)
        words = tr("{index} decile (1 = most need)").format(index=self._need)
        draw_text(painter, top, words, look.text, look.font, CENTRE)
        side = QRectF(grid.left() - 1.4 * look.em - self._label_width(look), grid.top(), 1.2 * look.em, grid.height())
        draw_upright(painter, side, _side_title(), look.text, look.font)
        for decile in range(1, _DECILES + 1):
            column, row = _cell_box(grid, Cell(decile, 1)), _cell_box(grid, Cell(1, decile))
            over = QRectF(column.left(), grid.top() - look.em, column.width(), look.em)
            beside = QRectF(grid.left() - self._label_width(look), row.top(), self._label_width(look), row.height())
            draw_text(painter, over, str(decile), look.quiet, look.font, CENTRE)
            draw_text(painter, beside, str(decile), look.quiet, look.font, CENTRE)

    def _draw_corner(self, painter: QPainter, grid: QRectF, look: Look) -> None:
        worst = _cell_box(grid, Cell(1, 1)).united(_cell_box(grid, Cell(*self._corner)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(_corners(look.text, 5))
        painter.drawRect(worst)
        painter.setPen(_corners(QColor(CNI_RAMP[7]), 2.5))
        painter.drawRect(worst)

    def _corner_words(self) -> str:
        if self._corner is None:
            return tr("No corner is outlined: a limit runs through a decile.")
        cni, imd = (10 * deciles for deciles in self._corner)
        if cni == imd:
            return tr("Outlined: {name}, worst {percent}% on both").format(name=self._corner_name, percent=cni)
        return tr("Outlined: {name}, worst {cni}% on {index} and worst {imd}% on IMD").format(
            name=self._corner_name, cni=cni, imd=imd, index=self._need
        )

    def _cell_words(self, cell: Cell) -> str:
        count = self._count(cell)
        return tr("{index} decile {cni}, IMD decile {imd}: {areas}").format(
            index=self._need,
            cni=cell.cni,
            imd=cell.imd,
            areas=count_areas(count),
        )

    def _count(self, cell: Cell) -> int:
        return int(self._counts[cell.cni - 1, cell.imd - 1])

    def _widest(self) -> str:
        """The count with the most digits, as text."""
        return "0" if self._counts is None else f"{int(self._counts.max()):,}"

    def _shade(self, count: int, look: Look) -> QColor:
        """The page where there is no area, and the further from it the more there are; by the root, since few count."""
        if count == 0:
            return look.page
        share = _FAINTEST + (1 - _FAINTEST) * (count / int(self._counts.max())) ** 0.5
        return mix(look.page, QColor(LEFT_BEHIND_PALE if look.dark else LEFT_BEHIND), share)

    def _label_width(self, look: Look) -> float:
        return width_of("10", look.font) + look.em / 3

    def _grid(self, area: QRectF, look: Look) -> QRectF:
        """Where the cells are."""
        left, foot = 1.4 * look.em + self._label_width(look), self._footer(area, look).height() + 0.4 * look.em
        return inside(area, look).adjusted(left, 2.1 * look.em, 0, -foot)

    def _footer(self, area: QRectF, look: Look) -> QRectF:
        within = inside(area, look)
        height = wrapped_height(self._corner_words(), look.font, within.width())
        return QRectF(within.left(), within.bottom() - height, within.width(), height)

    def _size_for(self, look: Look, cell_width: float, cell_height: float) -> QSize:
        width = _DECILES * cell_width + 1.4 * look.em + self._label_width(look) + look.em
        footer = wrapped_height(self._corner_words(), look.font, width - look.em)
        return QSize(round(width) + 1, round(_DECILES * cell_height + footer + 3.5 * look.em) + 1)


def _side_title() -> str:
    return tr("IMD decile (1 = most deprived)")


def _cells() -> list[Cell]:
    return [Cell(cni, imd) for imd in range(1, _DECILES + 1) for cni in range(1, _DECILES + 1)]


def _held(decile: int) -> int:
    return min(max(decile, 1), _DECILES)


def _cell_box(grid: QRectF, cell: Cell) -> QRectF:
    width, height = grid.width() / _DECILES, grid.height() / _DECILES
    return QRectF(grid.left() + (cell.cni - 1) * width, grid.top() + (cell.imd - 1) * height, width, height)


def _corners(colour: QColor, width: float) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap, Qt.PenJoinStyle.MiterJoin)
