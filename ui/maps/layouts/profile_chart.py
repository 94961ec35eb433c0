"""The bars of a page about one area: its position among all areas on each index and domain, beside its district's."""

from __future__ import annotations

from qgis.core import QgsLayoutItemShape
from qgis.PyQt.QtCore import QRectF

from ....core.analysis.profile import INDICES
from ..colours import GREY_RAMP, INK, QUIET_INK, RAMPS, RULE
from .drawing import CENTRE, LEFT, RIGHT
from .fitting import TextStyle
from .profile_draw import Drawing
from .profile_words import ChartRow, ProfileWords, tr

_TITLE, _RANK, _DECILE = 50.0, 28.0, 14.0
"""Widths of the columns in mm; the bars take the rest."""
_HEAD, _AXIS, _KEY = 5.0, 4.6, 4.8
_TALLEST, _LOWEST = 6.6, 3.2
_TRACK = "#eceeee"
_MARK = 2.4
_TEXT, _SMALL = TextStyle(8.5), TextStyle(7.5)
_SHAPES = QgsLayoutItemShape.Shape
_PLAIN = 5
"""The decile whose colour a bar has where there are no deciles, since fewer than 10 areas are ranked."""


def draw_chart(drawing: Drawing, box: QRectF, words: ProfileWords, colours: str) -> None:
    """Draw the bars; where there are more domains than fit, those at the end are left out and counted."""
    room = box.height() - _HEAD - _AXIS - _KEY
    fits = max(int(room / _LOWEST), 2)
    rows = words.chart if len(words.chart) <= fits else words.chart[: fits - 1]
    left_out = len(words.chart) - len(rows)
    height = min(room / (len(rows) + bool(left_out)), _TALLEST)
    left = _TITLE + _RANK + _DECILE + 4
    bars = QRectF(box.x() + left, box.y() + _HEAD, box.width() - left - 2, height * len(rows))
    _heads(drawing, box)
    for i, row in enumerate(rows):
        line = QRectF(box.x(), bars.y() + i * height, box.width(), height)
        _words(drawing, line, row)
        _bar(drawing, QRectF(bars.x(), line.y(), bars.width(), height), row, colours)
    if left_out:
        more = tr("and {count} more domains").format(count=left_out)
        drawing.text("chart_more", more, QRectF(box.x(), bars.bottom(), _TITLE, height), _SMALL, colour=QUIET_INK)
    _axis(drawing, bars)
    for i, row in enumerate(rows):
        _marks(drawing, QRectF(bars.x(), bars.y() + i * height, bars.width(), height), row)
    _key(drawing, QRectF(box.x(), bars.bottom() + _AXIS, box.width(), _KEY), words)


def _heads(drawing: Drawing, box: QRectF) -> None:
    style = TextStyle(7.5, bold=True)
    rank = QRectF(box.x() + _TITLE, box.y(), _RANK, 4)
    drawing.text("chart_rank", tr("Rank (1 = worst)"), rank, style, align=RIGHT)
    decile = QRectF(rank.right(), box.y(), _DECILE, 4)
    drawing.text("chart_decile", tr("Decile"), decile, style, align=RIGHT)


def _words(drawing: Drawing, line: QRectF, row: ChartRow) -> None:
    id, y, high = f"chart_{row.bar.id}", line.y(), line.height()
    plain = TextStyle(min(_TEXT.points, high / 0.45))
    style = TextStyle(plain.points, bold=row.bar.id in INDICES)
    drawing.text(f"{id}_title", row.title, QRectF(line.x(), y, _TITLE - 2, high), style)
    drawing.text(f"{id}_rank", row.rank, QRectF(line.x() + _TITLE, y, _RANK, high), plain, align=RIGHT)
    drawing.text(f"{id}_decile", row.decile, QRectF(line.x() + _TITLE + _RANK, y, _DECILE, high), plain, align=RIGHT)


def _bar(drawing: Drawing, line: QRectF, row: ChartRow, colours: str) -> None:
    """The bar, as long as the position."""
    id, gap = f"chart_{row.bar.id}", line.height() * 0.16
    track = line.adjusted(0, gap, 0, -gap)
    drawing.rectangle(f"{id}_track", track, _TRACK)
    if row.bar.position is None:
        drawing.text(f"{id}_no_data", tr("no data"), line.adjusted(1.5, 0, 0, 0), _SMALL, colour=QUIET_INK)
    else:
        long = max(line.width() * row.bar.position / 100, 0.4)
        drawing.rectangle(f"{id}_bar", QRectF(track.x(), track.y(), long, track.height()), _fill(row, colours), RULE)


def _marks(drawing: Drawing, line: QRectF, row: ChartRow) -> None:
    """Where the middles of district and region are."""
    for name, mark, position in (("district", _triangle, row.bar.district), ("region", _circle, row.bar.region)):
        if position is not None:
            x = line.x() + line.width() * position / 100
            mark(drawing, f"chart_{row.bar.id}_{name}", x, line.center().y())


def _fill(row: ChartRow, colours: str) -> str:
    ramp = GREY_RAMP if colours == "grey" else RAMPS["imd" if row.bar.id == "imd" else "cni"]
    return ramp[(row.bar.decile or _PLAIN) - 1]


def _triangle(drawing: Drawing, id: str, x: float, y: float) -> None:
    box = QRectF(x - _MARK / 2, y - _MARK / 2, _MARK, _MARK)
    drawing.mark(id, _SHAPES.Triangle, box, INK, "#ffffff")


def _circle(drawing: Drawing, id: str, x: float, y: float) -> None:
    size = _MARK * 0.9
    drawing.mark(id, _SHAPES.Ellipse, QRectF(x - size / 2, y - size / 2, size, size), "#ffffff", INK)


def _axis(drawing: Drawing, bars: QRectF) -> None:
    """The middle of all areas, and what the ends mean."""
    middle, y = bars.center().x(), bars.bottom() + 0.6
    drawing.rectangle("chart_middle", QRectF(middle - 0.1, bars.y() - 1, 0.2, bars.height() + 2), INK)
    ends = (
        ("least", tr("least need"), LEFT, bars.x()),
        ("half", tr("middle of all"), CENTRE, middle - 15),
        ("most", tr("most need"), RIGHT, bars.right() - 30),
    )
    for name, text, align, x in ends:
        drawing.text(f"chart_{name}", text, QRectF(x, y, 30, 4), _SMALL, align=align, colour=QUIET_INK)


def _key(drawing: Drawing, line: QRectF, words: ProfileWords) -> None:
    """What the marks stand for, at the right end of a line."""
    marks = (("district", _triangle, words.district_key), ("region", _circle, words.region_key))
    keys = [one for one in marks if one[2]]
    wide = [_SMALL.width(text) + 8 for _, _, text in keys]
    shrink = min(1.0, line.width() / sum(wide)) if wide else 1.0
    x = line.right() - sum(wide) * shrink
    for (id, mark, text), width in zip(keys, wide):
        mark(drawing, f"key_{id}", x + _MARK / 2, line.center().y())
        room = QRectF(x + 4, line.y(), width * shrink - 5, line.height())
        drawing.text(f"key_{id}_text", text, room, _SMALL, colour=QUIET_INK)
        x += width * shrink
