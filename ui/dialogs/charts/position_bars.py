"""Where one area stands among all areas, as one bar for each domain."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from qgis.PyQt.QtCore import QCoreApplication, QLineF, QPointF, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPen, QResizeEvent
from qgis.PyQt.QtWidgets import QWidget

from ...maps.colours import RAMPS
from .chart import Chart
from .painting import LEFT, RIGHT, Look, draw_arrow, draw_text, draw_wrapped, inside, mix, text_on, width_of

_MARKS = (80, 90)
_HEAD, _ROW, _FOOT = 1.4, 2.3, 2.1
"""Heights in lines of text."""


def tr(text: str) -> str:
    return QCoreApplication.translate("PositionBars", text)


@dataclass(frozen=True)
class Bar:
    """One bar. position: percentage of the areas ranked that have less need (0 to 100), NaN when unknown.

    rank: 1 = most need, among n areas, NaN when unknown. decile: 1 to 10, NaN when unknown or fewer than 10 areas.
    ramp: whose colours the decile has, a key of RAMPS ("cni", "imd" or "grey").
    """

    title: str
    position: float
    rank: float
    n: int
    decile: float
    ramp: str = "cni"

    @property
    def known(self) -> bool:
        return not (math.isnan(self.position) or math.isnan(self.rank))


class PositionBars(Chart):
    """Bars that grow to the right with need, with marks where the worst 20% and the worst 10% begin.

    Where a title and its rank do not fit side by side, every rank goes to a line of its own.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Position among areas"), parent)
        self._bars: tuple[Bar, ...] = ()
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        policy.setVerticalPolicy(policy.Policy.Minimum)
        self.setSizePolicy(policy)
        self.redraw()

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show these bars from top to bottom; none of them says that there is nothing to show."""
        self._bars = tuple(bars)
        self.redraw()

    def words(self) -> str:
        return "\n".join(map(_bar_words, self._bars)) or tr("No area has been chosen yet.")

    def words_at(self, point: QPointF) -> str:
        look = self.look()
        for bar, box in zip(self._bars, self._boxes(self.area(), look)):
            if box.contains(point):
                return _bar_words(bar)
        return self.words()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        look = self.look()
        rows = self._row_height(look, width - look.em) * len(self._bars)
        return round(rows + (_HEAD + _FOOT + 1) * look.em) + 1

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.heightForWidth(event.oldSize().width()) != self.heightForWidth(event.size().width()):
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        look = self.look()
        words = [tr("worst 10%"), tr("less need"), *map(_rank_words, self._bars)]
        width = round(max(width_of(text, look.font) for text in words) + 2 * look.em)
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def sizeHint(self) -> QSize:
        width = round(24 * self.look().em)
        return QSize(width, self.heightForWidth(width))

    def draw(self, painter: QPainter, area: QRectF, look: Look) -> None:
        within = inside(area, look)
        if not self._bars:
            draw_wrapped(painter, within, self.words(), look.quiet, look.font)
            return
        side_by_side = self._side_by_side(look, within.width())
        for bar, box in zip(self._bars, self._boxes(area, look)):
            _draw_words(painter, bar, box, look, side_by_side=side_by_side)
            _draw_bar(painter, bar, _track(box, look), look)
        _draw_head(painter, QRectF(within.left(), within.top(), within.width(), look.em), look)
        foot = within.top() + _HEAD * look.em + self._row_height(look, within.width()) * len(self._bars)
        _draw_foot(painter, QRectF(within.left(), foot, within.width(), _FOOT * look.em), look)

    def _row_height(self, look: Look, width: float) -> float:
        return (_ROW if self._side_by_side(look, width) else _ROW + 1) * look.em

    def _side_by_side(self, look: Look, width: float) -> bool:
        pairs = ((width_of(bar.title, look.font), width_of(_rank_words(bar), look.font)) for bar in self._bars)
        return all(title + rank + look.em <= width for title, rank in pairs)

    def _boxes(self, area: QRectF, look: Look) -> list[QRectF]:
        """The rows, each with the words and the bar of one domain."""
        within = inside(area, look)
        height, top = self._row_height(look, within.width()), within.top() + _HEAD * look.em
        return [QRectF(within.left(), top + i * height, within.width(), height) for i in range(len(self._bars))]


def _draw_words(painter: QPainter, bar: Bar, box: QRectF, look: Look, *, side_by_side: bool) -> None:
    row = QRectF(box.left(), box.top(), box.width(), look.em)
    draw_text(painter, row, bar.title, look.text, look.font)
    draw_text(
        painter,
        row if side_by_side else row.translated(0, look.em),
        _rank_words(bar),
        look.quiet,
        look.font,
        RIGHT if side_by_side else LEFT,
    )


def _draw_bar(painter: QPainter, bar: Bar, track: QRectF, look: Look) -> None:
    """The bar on its track, outlined, since some decile is near the page in every theme; the marks over it."""
    painter.fillRect(track, mix(look.page, look.text, 0.08))
    share = bar.position if bar.known else 0.0
    filled = QRectF(track.left(), track.top(), track.width() * share / 100, track.height())
    colour = QColor(look.quiet) if math.isnan(bar.decile) else QColor(RAMPS[bar.ramp][int(bar.decile) - 1])
    if bar.known:
        painter.setPen(QPen(look.quiet, 1))
        painter.setBrush(colour)
        painter.drawRect(filled)
        painter.setBrush(Qt.BrushStyle.NoBrush)
    for mark in _MARKS:
        x = track.left() + track.width() * mark / 100
        painter.setPen(QPen(look.text, 1.5))
        painter.drawLine(QLineF(x, track.top() - 2, x, track.bottom() + 2))
        if share > mark:
            painter.setPen(QPen(text_on(colour), 1.5))
            painter.drawLine(QLineF(x, track.top() + 1, x, track.bottom() - 1))


def _draw_head(painter: QPainter, row: QRectF, look: Look) -> None:
    """Which way is more need."""
    less, more = tr("less need"), tr("more need")
    draw_text(painter, row, less, look.quiet, look.font, LEFT)
    start = row.left() + width_of(less, look.font) + look.em / 3
    end = row.right() - width_of(more, look.font) - look.em / 3
    if end - start < look.em:
        return
    draw_text(painter, row, more, look.quiet, look.font, RIGHT)
    draw_arrow(painter, QPointF(start, row.center().y()), QPointF(end, row.center().y()), look.quiet, look.em / 14)


def _draw_foot(painter: QPainter, box: QRectF, look: Look) -> None:
    """What the marks are, each on a line of its own to the left of its mark, so that neither is in the other's way."""
    for line, mark in enumerate(_MARKS):
        x = box.left() + box.width() * mark / 100
        row = QRectF(box.left(), box.top() + line * look.em, x - box.left() - look.em / 4, look.em)
        painter.setPen(QPen(look.text, 1.5))
        painter.drawLine(QLineF(x, box.top() - look.em / 4, x, row.bottom() - look.em / 5))
        draw_text(painter, row, tr("worst {percent}%").format(percent=100 - mark), look.quiet, look.font, RIGHT)


def _track(box: QRectF, look: Look) -> QRectF:
    return QRectF(box.left(), box.bottom() - 1.05 * look.em, box.width(), 0.75 * look.em)


def _rank_words(bar: Bar) -> str:
    if not bar.known:
        return tr("not known")
    return tr("{rank} of {count}").format(rank=f"{int(bar.rank):,}", count=f"{bar.n:,}")


def _bar_words(bar: Bar) -> str:
    if not bar.known:
        return tr("{title}: not known").format(title=bar.title)
    words = tr("{title}: rank {rank} of {count}").format(title=bar.title, rank=f"{int(bar.rank):,}", count=f"{bar.n:,}")
    if not math.isnan(bar.decile):
        words = tr("{words}, decile {decile}").format(words=words, decile=int(bar.decile))
    return tr("{words}; more need than {percent}% of areas").format(words=words, percent=_percent(bar.position))


def _percent(position: float) -> str:
    """Rounded down, so that only what is above all others says 100."""
    return f"{math.floor(position * 10) / 10:g}"
