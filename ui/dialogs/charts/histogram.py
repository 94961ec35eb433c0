"""The values of one indicator as a histogram that says which end of it means need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QCoreApplication, QLineF, QPointF, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPen
from qgis.PyQt.QtWidgets import QWidget

from ...maps.colours import CNI_RAMP
from .chart import Chart
from .painting import (
    CENTRE,
    LEFT,
    RIGHT,
    Look,
    bold,
    count_areas,
    draw_arrow,
    draw_text,
    draw_wrapped,
    inside,
    number_text,
    width_of,
    wrapped_height,
)

if TYPE_CHECKING:
    from ....core.data.distribution import Distribution

_BAR = QColor(CNI_RAMP[5])
_PLOT_LINES = 4


def tr(text: str) -> str:
    return QCoreApplication.translate("Histogram", text)


class Histogram(Chart):
    """Bars, the median as a line, lowest, median and highest as text, and an arrow towards the end that means need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Histogram"), parent)
        self._distribution: Distribution | None = None
        self._title, self._unit, self._higher_is = "", "", "more_need"
        self.redraw()

    def show_distribution(self, distribution: Distribution | None, title: str, unit: str, higher_is: str) -> None:
        """Show the values of an indicator, or with None that there are none to show yet.

        unit: may be empty. higher_is: "more_need" or "less_need", as in a definition.
        """
        self._distribution, self._title, self._unit, self._higher_is = distribution, title, unit, higher_is
        self.redraw()

    def _has_values(self) -> bool:
        return self._distribution is not None and self._distribution.count > 0

    def words(self) -> str:
        if self._distribution is None:
            return tr("There are no values to show yet.")
        heading = tr("{title} ({unit})").format(title=self._title, unit=self._unit) if self._unit else self._title
        numbers = [", ".join(self._summary()), self._direction()] if self._has_values() else []
        return "\n".join([heading, *numbers, self._missing_words()])

    def words_at(self, point: QPointF) -> str:
        boxes = self._bars(self._plot(self.area(), self.look()))
        bar = next((i for i, box in enumerate(boxes) if _over(box, point)), None)
        return self.words() if bar is None else self._bar_words(bar)

    def _bar_words(self, bar: int) -> str:
        shown = self._distribution
        low, high = (float(edge) for edge in shown.edges[bar : bar + 2])
        if shown.edges[0] == shown.lowest - 0.5 and shown.lowest == round(shown.lowest):
            # Bars of whole numbers begin and end half-way between two of them.
            low, high = low + 0.5, high - 0.5
        areas = count_areas(int(shown.counts[bar]))
        if low == high:
            return tr("{number}: {areas}").format(number=number_text(low), areas=areas)
        return tr("{low} to {high}: {areas}").format(low=number_text(low), high=number_text(high), areas=areas)

    def minimumSizeHint(self) -> QSize:
        look = self.look()
        words = [self._direction(), *self._summary()]
        width = max(width_of(text, bold(look.font)) for text in words) + look.em
        needed = self._above(look) + self._below(look, width) + _PLOT_LINES * look.em + look.em
        return QSize(round(width), round(needed) + 1)

    def sizeHint(self) -> QSize:
        least = self.minimumSizeHint()
        return QSize(least.width() * 2, least.height() + round(2 * self.look().em))

    def draw(self, painter: QPainter, area: QRectF, look: Look) -> None:
        if not self._has_values():
            draw_wrapped(painter, inside(area, look), self.words(), look.quiet, look.font)
            return
        plot = self._plot(area, look)
        self._draw_heading(painter, inside(area, look), look)
        painter.setPen(Qt.PenStyle.NoPen)
        for box in self._bars(plot):
            painter.fillRect(box, _BAR)
        painter.setPen(QPen(look.line, 1))
        painter.drawLine(QLineF(plot.bottomLeft(), plot.bottomRight()))
        self._draw_median(painter, plot, look)
        self._draw_axis(painter, plot, look)

    def _draw_heading(self, painter: QPainter, area: QRectF, look: Look) -> None:
        row = QRectF(area.left(), area.top(), area.width(), look.em)
        draw_text(painter, row, self._title, look.text, bold(look.font))
        draw_text(painter, row.translated(0, look.em), self._unit, look.quiet, look.font)

    def _draw_median(self, painter: QPainter, plot: QRectF, look: Look) -> None:
        x = self._x(self._distribution.median, plot)
        pen = QPen(look.text, 2, Qt.PenStyle.DashLine, Qt.PenCapStyle.FlatCap)
        painter.setPen(QPen(look.page, 4))
        painter.drawLine(QLineF(x, plot.top(), x, plot.bottom()))
        painter.setPen(pen)
        painter.drawLine(QLineF(x, plot.top(), x, plot.bottom()))
        words = self._summary()[1]
        width = width_of(words, look.font)
        left = min(max(x - width / 2, plot.left()), plot.right() - width)
        draw_text(painter, QRectF(left, plot.top() - look.em, width, look.em), words, look.text, look.font, CENTRE)

    def _draw_axis(self, painter: QPainter, plot: QRectF, look: Look) -> None:
        lowest, _, highest = self._summary()
        row = QRectF(plot.left(), plot.bottom() + 0.2 * look.em, plot.width(), look.em)
        draw_text(painter, row, lowest, look.text, look.font, LEFT)
        if not self._ends_fit(look, plot.width()):
            row.translate(0, look.em)
        draw_text(painter, row, highest, look.text, look.font, RIGHT)
        self._draw_direction(painter, row.translated(0, look.em), look)
        rest = QRectF(row.left(), row.bottom() + 2 * look.em, row.width(), 9 * look.em)
        draw_wrapped(painter, rest, self._missing_words(), look.quiet, look.font)

    def _draw_direction(self, painter: QPainter, row: QRectF, look: Look) -> None:
        """An arrow along the axis to the words 'more need' at its end, and what that means for the numbers below."""
        rising, words = self._higher_is == "more_need", tr("more need")
        draw_text(painter, row, words, look.text, look.font, RIGHT if rising else LEFT)
        room = row.width() - width_of(words, look.font) - look.em / 3
        start, step = (row.left(), room) if rising else (row.right(), -room)
        y = row.center().y()
        draw_arrow(painter, QPointF(start, y), QPointF(start + step, y), look.text, max(look.em / 10, 1.5))
        draw_text(painter, row.translated(0, look.em), self._direction(), look.text, bold(look.font), CENTRE)

    def _plot(self, area: QRectF, look: Look) -> QRectF:
        """Where the bars are."""
        return inside(area, look).adjusted(0, self._above(look), 0, -self._below(look, area.width()))

    def _above(self, look: Look) -> float:
        return (3.2 if self._unit else 2.2) * look.em

    def _below(self, look: Look, width: float) -> float:
        lines = 3.2 if self._ends_fit(look, width - look.em) else 4.2
        return lines * look.em + wrapped_height(self._missing_words(), look.font, width - look.em)

    def _ends_fit(self, look: Look, width: float) -> bool:
        lowest, _, highest = self._summary()
        return width_of(lowest, look.font) + width_of(highest, look.font) + look.em <= width

    def _bars(self, plot: QRectF) -> list[QRectF]:
        """The box of every bar; an empty one has no height."""
        if not self._has_values():
            return []
        edges, counts = self._distribution.edges, self._distribution.counts
        tallest = max(counts)
        boxes = []
        for low, high, count in zip(edges[:-1], edges[1:], counts):
            left, right = self._x(low, plot), self._x(high, plot)
            height = plot.height() * count / tallest
            gap = min(1.0, (right - left) / 4)
            boxes.append(QRectF(left, plot.bottom() - height, right - left - gap, height))
        return boxes

    def _x(self, value: float, plot: QRectF) -> float:
        first, last = self._distribution.edges[0], self._distribution.edges[-1]
        share = (value - first) / (last - first) if last > first else 0.5
        return plot.left() + plot.width() * float(share)

    def _summary(self) -> tuple[str, str, str]:
        if not self._has_values():
            return "", "", ""
        shown = self._distribution
        return (
            tr("lowest {number}").format(number=number_text(shown.lowest)),
            tr("median {number}").format(number=number_text(shown.median)),
            tr("highest {number}").format(number=number_text(shown.highest)),
        )

    def _direction(self) -> str:
        return tr("higher means more need") if self._higher_is == "more_need" else tr("higher means less need")

    def _missing_words(self) -> str:
        if self._distribution is None:
            return ""
        missing, present = self._distribution.missing, self._distribution.count
        if not present:
            return tr("No area has a value.")
        if not missing:
            return tr("{areas}, each with a value.").format(areas=count_areas(present))
        return tr("{areas} with a value, {missing} without.").format(areas=count_areas(present), missing=f"{missing:,}")


def _over(box: QRectF, point: QPointF) -> bool:
    """Whether a point is over a bar or above it: a short bar must be as easy to hit as a tall one."""
    return box.height() > 0 and box.left() <= point.x() <= box.right() and point.y() <= box.bottom()
