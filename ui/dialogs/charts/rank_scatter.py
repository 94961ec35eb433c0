"""The ranks of two runs against each other: a point for every area, and the diagonal where nothing moved."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QLineF, QPointF, QRectF, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen, QPolygonF
from qgis.PyQt.QtWidgets import QToolTip, QWidget

from ...maps.colours import CNI_RAMP, IMD_RAMP
from .chart import Chart
from .painting import (
    CENTRE,
    LEFT,
    RIGHT,
    Look,
    count_areas,
    draw_text,
    draw_upright,
    draw_wrapped,
    inside,
    width_of,
    wrapped_height,
)
from .point_cloud import paint_cloud

_JOINED_COLOUR, _LEFT_COLOUR = QColor(CNI_RAMP[5]), QColor(IMD_RAMP[5])
_FEW = 2000
_PLOT_LINES = 8
_EARLIER = (Qt.Key.Key_Left, Qt.Key.Key_Up)
_LATER = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_CHOOSE = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NONE = np.empty(0, dtype=int)


def tr(text: str) -> str:
    return QCoreApplication.translate("RankScatter", text)


class RankScatter(Chart):
    """The first run's ranks to the right, the second's upwards; rank 1, the most need, is at the top right.

    area_chosen: the position in the arrays of the area that was clicked, or chosen with arrows and Space or Enter.
    The arrows go through the areas that joined or left, where there are any, by their rank in the second run.
    """

    area_chosen = pyqtSignal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Ranks of two runs"), parent)
        self.setMouseTracking(True)
        self.show_ranks(np.empty(0), np.empty(0), names=())

    def show_ranks(
        self,
        first: np.ndarray,
        second: np.ndarray,
        *,
        names: Sequence[str],
        titles: tuple[str, str] = ("", ""),
        joined: Sequence[int] | np.ndarray = _NONE,
        left: Sequence[int] | np.ndarray = _NONE,
    ) -> None:
        """Show the same areas' ranks in two runs, 1 = most need.

        first, second: (n_areas,), NaN where an area has no rank; it then has no point. names: (n_areas,) of the areas.
        titles: of the two runs. joined, left: positions of the areas that only the second, or only the first, run has
        inside its limits.
        """
        self._first, self._second = np.asarray(first, dtype=float), np.asarray(second, dtype=float)
        self._names, self._titles = names, titles
        self._drawn = np.flatnonzero(~(np.isnan(self._first) | np.isnan(self._second)))
        self._joined, self._left = (np.intersect1d(group, self._drawn).astype(int) for group in (joined, left))
        stops = np.concatenate([self._joined, self._left])
        stops = stops if len(stops) else self._drawn
        self._stops = stops[np.argsort(self._second[stops], kind="stable")]
        self._current: int | None = None
        self.redraw()

    def words(self) -> str:
        if not len(self._drawn):
            return tr("There are no two runs with ranks of the same areas to show.")
        if self._current is not None:
            return self._area_words(self._current)
        return "\n".join([self._joined_words(), self._left_words(), self._count_words()])

    def words_at(self, point: QPointF) -> str:
        nearest = self.nearest(point)
        return self.words() if nearest is None else self._area_words(nearest)

    def nearest(self, point: QPointF) -> int | None:
        """The position of the area whose point is nearest, None where there is none nearby."""
        if not len(self._drawn):
            return None
        look = self.look()
        x, y = self._places(self._drawn, self._plot(self.area(), look))
        distance = (x - point.x()) ** 2 + (y - point.y()) ** 2
        best = int(np.argmin(distance))
        return int(self._drawn[best]) if distance[best] <= (0.7 * look.em) ** 2 else None

    def place_of(self, position: int) -> QPointF:
        """Where an area's point is in the widget."""
        x, y = self._places(np.array([position]), self._plot(self.area(), self.look()))
        return QPointF(float(x[0]), float(y[0]))

    def minimumSizeHint(self) -> QSize:
        look = self.look()
        side = max(_PLOT_LINES * look.em, sum(width_of(text, look.font) for text in self._ends()) + look.em)
        width = side + 3.4 * look.em
        return QSize(round(width), round(side + self._below(look, width) + 1.2 * look.em))

    def sizeHint(self) -> QSize:
        look = self.look()
        side = 2.5 * _PLOT_LINES * look.em
        return QSize(round(side + 3.4 * look.em), round(side + self._below(look, side) + 1.2 * look.em))

    def draw(self, painter: QPainter, area: QRectF, look: Look) -> None:
        if not len(self._drawn):
            draw_wrapped(painter, inside(area, look), self.words(), look.quiet, look.font)
            return
        plot = self._plot(area, look)
        self._draw_cloud(painter, plot, look)
        self._draw_frame(painter, plot, look)
        for group, colour, draw_mark in (
            (self._left, _LEFT_COLOUR, _draw_diamond),
            (self._joined, _JOINED_COLOUR, _draw_disc),
        ):
            painter.setBrush(colour)
            painter.setPen(QPen(look.page, 1))
            for x, y in zip(*self._places(group, plot)):
                draw_mark(painter, QPointF(float(x), float(y)), _mark_radius(look))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        self._draw_axes(painter, plot, look)
        self._draw_legend(painter, area, plot, look)

    def draw_marks(self, painter: QPainter, area: QRectF, look: Look) -> None:
        if self._current is not None:
            painter.setPen(QPen(look.page, 4))
            painter.drawEllipse(self.place_of(self._current), look.em / 2, look.em / 2)
            painter.setPen(QPen(look.text, 2))
            painter.drawEllipse(self.place_of(self._current), look.em / 2, look.em / 2)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._move_to(self.nearest(QPointF(event.pos())))

    def leaveEvent(self, event: QEvent) -> None:
        self._move_to(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        nearest = self.nearest(QPointF(event.pos()))
        if event.button() == Qt.MouseButton.LeftButton and nearest is not None:
            self._move_to(nearest)
            self.area_chosen.emit(nearest)
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (*_EARLIER, *_LATER) and len(self._stops):
            self._step(1 if event.key() in _LATER else -1)
        elif event.key() in _CHOOSE and self._current is not None:
            self.area_chosen.emit(self._current)
        else:
            super().keyPressEvent(event)

    def _step(self, step: int) -> None:
        at = np.flatnonzero(self._stops == self._current)
        following = int(at[0]) + step if len(at) else 0
        self._move_to(int(self._stops[min(max(following, 0), len(self._stops) - 1)]))

    def _move_to(self, position: int | None) -> None:
        if position == self._current:
            return
        self._current = position
        self.setAccessibleDescription(self.words())
        if position is None:
            QToolTip.hideText()
        else:
            QToolTip.showText(self.mapToGlobal(self.place_of(position).toPoint()), self._area_words(position), self)
        self.update()

    def _draw_frame(self, painter: QPainter, plot: QRectF, look: Look) -> None:
        """The frame, the diagonal, and what it means to be above or below it."""
        painter.setPen(QPen(look.line, 1))
        painter.drawRect(plot)
        for pen in (QPen(look.page, 3), QPen(look.text, 1.5, Qt.PenStyle.DashLine)):
            painter.setPen(pen)
            painter.drawLine(QLineF(plot.bottomLeft(), plot.topRight()))
        row = QRectF(plot.left() + look.em / 3, plot.top() + look.em / 3, plot.width() - look.em * 2 / 3, look.em)
        draw_text(painter, row, tr("moved to more need"), look.quiet, look.font, LEFT)
        row.moveBottomRight(plot.bottomRight() - QPointF(look.em / 3, look.em / 3))
        draw_text(painter, row, tr("moved to less need"), look.quiet, look.font, RIGHT)

    def _draw_cloud(self, painter: QPainter, plot: QRectF, look: Look) -> None:
        lines = 0.16 if len(self._drawn) <= _FEW else 0.07
        radius = max(lines * look.em * look.scale, 1.0)
        edge = math.ceil(radius) / look.scale
        box = plot.adjusted(-edge, -edge, edge, edge)
        x, y = self._places(self._drawn, plot)
        size = math.ceil(box.width() * look.scale), math.ceil(box.height() * look.scale)
        cloud = paint_cloud((x - box.left()) * look.scale, (y - box.top()) * look.scale, size, radius, look.quiet)
        painter.drawImage(QRectF(box.left(), box.top(), size[0] / look.scale, size[1] / look.scale), cloud)

    def _draw_axes(self, painter: QPainter, plot: QRectF, look: Look) -> None:
        least, most = self._ends()
        below = QRectF(plot.left(), plot.bottom() + look.em / 5, plot.width(), look.em)
        draw_text(painter, below, least, look.quiet, look.font, LEFT)
        draw_text(painter, below, most, look.quiet, look.font, RIGHT)
        draw_text(painter, below.translated(0, look.em), self._titles[0], look.text, look.font, CENTRE)
        beside = QRectF(plot.left() - 1.2 * look.em, plot.top(), look.em, plot.height())
        draw_upright(painter, beside, least, look.quiet, look.font, LEFT)
        draw_upright(painter, beside, most, look.quiet, look.font, RIGHT)
        draw_upright(painter, beside.translated(-look.em, 0), self._titles[1], look.text, look.font, CENTRE)

    def _draw_legend(self, painter: QPainter, area: QRectF, plot: QRectF, look: Look) -> None:
        within = inside(area, look)
        row = QRectF(within.left(), plot.bottom() + 2.6 * look.em, within.width(), look.em)
        for words, colour, draw_mark in (
            (self._joined_words(), _JOINED_COLOUR, _draw_disc),
            (self._left_words(), _LEFT_COLOUR, _draw_diamond),
        ):
            painter.setPen(QPen(look.page, 1))
            painter.setBrush(colour)
            draw_mark(painter, QPointF(row.left() + look.em / 2, row.center().y()), _mark_radius(look))
            draw_text(painter, row.adjusted(1.2 * look.em, 0, 0, 0), words, look.text, look.font)
            row.translate(0, look.em)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        rest = QRectF(row.left(), row.top(), row.width(), 9 * look.em)
        draw_wrapped(painter, rest, self._count_words(), look.quiet, look.font)

    def _plot(self, area: QRectF, look: Look) -> QRectF:
        """The square that the points are in, on whole pixels."""
        within = inside(area, look)
        room = within.width() - 2.4 * look.em, within.height() - self._below(look, area.width())
        side = math.floor(max(min(room), 1.0))
        left = within.left() + 2.4 * look.em + (room[0] - side) / 2
        return QRectF(round(left), round(within.top()), side, side)

    def _below(self, look: Look, width: float) -> float:
        return 4.7 * look.em + wrapped_height(self._count_words(), look.font, width - look.em)

    def _places(self, positions: np.ndarray, plot: QRectF) -> tuple[np.ndarray, np.ndarray]:
        """Where these areas' points are, as x and y."""
        span = max(self._last_rank() - 1, 1)
        x = plot.right() - (self._first[positions] - 1) / span * plot.width()
        y = plot.top() + (self._second[positions] - 1) / span * plot.height()
        return x, y

    def _last_rank(self) -> int:
        if not len(self._drawn):
            return 1
        return int(max(self._first[self._drawn].max(), self._second[self._drawn].max()))

    def _ends(self) -> tuple[str, str]:
        return tr("rank {rank}").format(rank=f"{self._last_rank():,}"), tr("rank 1, most need")

    def _area_words(self, position: int) -> str:
        return tr("{area}: rank {first} in {first_run}, rank {second} in {second_run}").format(
            area=self._names[position],
            first=f"{int(self._first[position]):,}",
            second=f"{int(self._second[position]):,}",
            first_run=self._titles[0],
            second_run=self._titles[1],
        )

    def _joined_words(self) -> str:
        return tr("joined: {count}").format(count=f"{len(self._joined):,}")

    def _left_words(self) -> str:
        return tr("left: {count}").format(count=f"{len(self._left):,}")

    def _count_words(self) -> str:
        drawn, absent = len(self._drawn), len(self._first) - len(self._drawn)
        areas = count_areas(drawn)
        if not absent:
            return areas
        return tr("{areas}; not drawn, as they have no rank in one of the runs: {count}").format(
            areas=areas, count=f"{absent:,}"
        )


def _draw_disc(painter: QPainter, centre: QPointF, radius: float) -> None:
    painter.drawEllipse(centre, radius, radius)


def _draw_diamond(painter: QPainter, centre: QPointF, radius: float) -> None:
    """As large as the disc to the eye; the other shape helps where the colours cannot be told apart."""
    reach = 1.25 * radius
    steps = ((0, -reach), (reach, 0), (0, reach), (-reach, 0))
    painter.drawPolygon(QPolygonF([centre + QPointF(x, y) for x, y in steps]))


def _mark_radius(look: Look) -> float:
    return 0.3 * look.em
