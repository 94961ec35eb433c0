"""The list of areas on a page, with their numbers on the map and both ranks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from qgis.core import QgsLayoutItem, QgsPrintLayout
from qgis.PyQt.QtCore import QCoreApplication, QRectF

from ..colours import INK, QUIET_INK
from .drawing import LEFT, RIGHT, group
from .fitting import ELLIPSIS, SMALLEST, Fitted, TextStyle, fit_line
from .page import ListRow
from .tables import Cell, add_table

_NARROWEST, _WIDEST = 6.2, 10.0
"""Width of a column of the list, in mm for each point of its letters."""
_SHRUNK = 0.86
"""How far a name is shrunk before the whole list is set in smaller letters."""
_BETWEEN, _GAP = 5.0, 2.4
"""mm between two columns of the list, and before a rank."""
_LEADING = 1.03
_AFTER_NUMBER, _AFTER_NAME = 1.2, 1.0
_UNRANKED = _NO_ROOM = "\N{EN DASH}"
"""What stands for a rank that an area has not, and for a number that found no room on the map."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Pages", text)


@dataclass(frozen=True)
class ListHeads:
    """The heads of the columns of a list: what an area is called, and the short names of both indices."""

    name: str
    cni: str
    imd: str


@dataclass(frozen=True)
class _Grid:
    """How a list stands in its box: columns beside each other, rows in each below its head; mm."""

    style: TextStyle
    pitch: float
    columns: int
    rows: int
    width: float

    @property
    def places(self) -> int:
        return self.columns * self.rows


@dataclass(frozen=True)
class _Listing:
    """What a list shows: all that are to be listed, of which the first `count` have room in the grid."""

    listed: Sequence[ListRow]
    numbers: Mapping[str, int]
    heads: ListHeads
    grid: _Grid

    @cached_property
    def shown(self) -> Sequence[ListRow]:
        places = self.grid.places
        return self.listed if len(self.listed) <= places else self.listed[: places - 1]

    @cached_property
    def is_mixed(self) -> bool:
        """Whether left behind areas stand among others, so that they are bold."""
        return len({row.category for row in self.listed}) > 1

    @cached_property
    def widths(self) -> tuple[float, ...]:
        """mm of number, where there are any, name and both ranks; the name has what the others leave."""
        bold = self.grid.style.bolder()
        ranks = (_rank(value) for row in self.shown for value in (row.cni_rank, row.imd_rank))
        rank = max(bold.width(text) for text in (self.heads.cni, self.heads.imd, *ranks)) + _GAP
        if not self.numbers:
            return (self.grid.width - 2 * rank, rank, rank)
        number = max(bold.width(text) for text in (_tr("No."), str(max(self.numbers.values())))) + _AFTER_NUMBER
        return (number, self.grid.width - number - 2 * rank, rank, rank)

    @property
    def name_room(self) -> float:
        return self.widths[-3] - _AFTER_NAME

    def style_of(self, row: ListRow) -> TextStyle:
        style = self.grid.style
        return style.bolder() if self.is_mixed and row.category == "left_behind" else style

    def name_of(self, row: ListRow) -> str:
        """The area's name, with its district where there is room for all of that."""
        full = _tr("{area}, {district}").format(area=row.name, district=row.district)
        return full if row.district and self._has_room(row, full) else row.name

    def fitted(self, row: ListRow) -> Fitted:
        """The area's name on its line, shortened only where it does not fit without its district either."""
        made = fit_line(self.name_of(row), self.name_room, self.style_of(row))
        return replace(made, text=made.text.replace(f",{ELLIPSIS}", ELLIPSIS))

    def _has_room(self, row: ListRow, name: str) -> bool:
        style = self.style_of(row)
        return not fit_line(name, self.name_room, style, least=max(style.points * _SHRUNK, SMALLEST)).cut

    def number_of(self, row: ListRow) -> str:
        return str(self.numbers.get(row.code, _NO_ROOM)) if self.numbers else ""

    @property
    def fits(self) -> bool:
        """Whether every area has room, and every name on its line."""
        every = len(self.shown) == len(self.listed)
        return every and all(self._has_room(row, row.name) for row in self.shown)


def places_in(box: QRectF, styles: Sequence[TextStyle], listed: int) -> int:
    """How many of so many areas a list in this box shows, as `draw_list` draws it."""
    most = _grid(box, styles[-2], listed).places
    return listed if listed <= most else most - 1


def draw_list(
    layout: QgsPrintLayout,
    id: str,
    box: QRectF,
    listed: Sequence[ListRow],
    numbers: Mapping[str, int],
    heads: ListHeads,
    styles: Sequence[TextStyle],
) -> bool:
    """Draw as many areas as there is room for, and say how many more there are; whether a name had to be shortened.

    listed: at least one. numbers: on the map, by code of the area. Left behind areas are bold among others. styles: of
    the letters, the largest first; the first in which all fits is taken. The last is there for long names alone, so
    that a list with too many areas is set in the one before it.
    """
    listings = [_Listing(listed, numbers, heads, _grid(box, style, len(listed))) for style in styles]
    last = listings[-1] if len(listed) <= listings[-2].grid.places else listings[-2]
    listing = next((one for one in listings if one.fits), last)
    rows = [_row(listing, row) for row in listing.shown]
    is_cut = any(cut for _, cut in rows)
    cells = [made for made, _ in rows]
    if len(listing.shown) < len(listed):
        cells.append(_more(listing, len(listed) - len(listing.shown)))
    grid = listing.grid
    if len(cells) < grid.places:
        cells += _note(listing)
    each = -(-len(cells) // grid.columns)
    frames: list[QgsLayoutItem] = []
    for column in range(grid.columns):
        part = cells[column * each : (column + 1) * each]
        if part:
            corner = (box.left() + column * (grid.width + _BETWEEN), box.top())
            name = f"{id}_{column + 1}"
            frames.append(add_table(layout, name, corner, [_head(listing), *part], listing.widths, grid.pitch))
    group(layout, id, frames)
    return is_cut


def _grid(box: QRectF, style: TextStyle, listed: int) -> _Grid:
    """As few columns as so many areas need, as many as there is room for where that is not enough."""
    pitch = style.line_height() * _LEADING
    rows = max(int((box.height() + 0.05) // pitch) - 1, 1)
    most = max(int((box.width() + _BETWEEN) // (_NARROWEST * style.points + _BETWEEN)), 1)
    columns = min(most, -(-listed // rows)) or 1
    width = (box.width() - _BETWEEN * (columns - 1)) / columns
    return _Grid(style, pitch, columns, rows, min(width, _WIDEST * style.points))


def _rank(rank: int | None) -> str:
    return _UNRANKED if rank is None else f"{rank:,}"


def _cells(
    listing: _Listing, number: str, name: Cell, ranks: tuple[str, str], style: TextStyle, ink: str
) -> list[Cell]:
    cells = [name, *(Cell(rank, style, ink, RIGHT) for rank in ranks)]
    return [Cell(number, style, ink, LEFT), *cells] if listing.numbers else cells


def _head(listing: _Listing) -> list[Cell]:
    bold, heads = listing.grid.style.bolder(), listing.heads
    name = Cell(heads.name, bold, QUIET_INK, LEFT)
    return _cells(listing, _tr("No."), name, (heads.cni, heads.imd), bold, QUIET_INK)


def _row(listing: _Listing, row: ListRow) -> tuple[list[Cell], bool]:
    style = listing.style_of(row)
    name = listing.fitted(row)
    ranks = (_rank(row.cni_rank), _rank(row.imd_rank))
    return _cells(listing, listing.number_of(row), Cell(name.text, name.style, INK, LEFT), ranks, style, INK), name.cut


def _more(listing: _Listing, count: int) -> list[Cell]:
    style = listing.grid.style
    words = Cell(_tr("and {count} more").format(count=f"{count:,}"), style, QUIET_INK, LEFT)
    return _cells(listing, "", words, ("", ""), style, INK)


def _note(listing: _Listing) -> list[list[Cell]]:
    """A line that says what a dash for a number means, where there is one and the line fits; else nothing."""
    if all(listing.number_of(row) != _NO_ROOM for row in listing.shown):
        return []
    words = fit_line(_tr("too small to number on the map"), listing.name_room, listing.grid.style)
    name = Cell(words.text, words.style, QUIET_INK, LEFT)
    return [] if words.cut else [_cells(listing, _NO_ROOM, name, ("", ""), listing.grid.style, QUIET_INK)]
