"""Names and numbers on the areas of a map: which, and where, so that all are read and none lies on another.

Positions are found once for a page and set on each of its maps, so that panels side by side agree. Where nine of ten
names find room, areas are named; where not, those that the page lists are numbered and the list is the key.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from qgis.core import QgsRectangle

from .extent import map_detail
from .fonts import MM_PER_POINT, text_width
from .label_placing import Offers, Shape, Spot, Wrapped, find_offers, line_breaks, place
from .label_shapes import paper_shapes
from .listed_areas import listed_rows
from .map_layers import MANY_AREAS
from .map_source import MapSource, map_source
from .page import Focus, PageChoices, PrintedResult
from .place_names import district_words

_ENOUGH = 0.9
_LINE_HEIGHT, _LESS = 0.98, 0.3
_NAMES_INSIDE, _OTHERS_INSIDE, _NUMBERS_INSIDE = 0.6, 0.9, 0.5
_ALL_INSIDE = 0.5
_AROUND_INSIDE, _LEAST_AROUND, _FRAME_PAD = 0.97, 20.0, 1.0
"""Of the names around: share inside, mm2 that are shown of the district and mm to the edge of the map."""
_SMALLER, _LEAST_POINTS = (0.9, 0.8), 6.0
_OF_DISTRICTS = ((1.0, 0.8), (0.85, 0.8), (0.7, 0.8), (0.7, 0.6))
"""How names of districts are tried, one after the other: share of their size, and least share inside."""
_MOST_DISTRICTS = 40
"""Districts above which a few names would stand by chance."""
_NAME_PAD, _NUMBER_PAD, _DISTRICT_PAD = 0.5, 0.05, 0.8


@dataclass(frozen=True)
class LabelStyle:
    """How a page's maps are labelled: sizes in points, the halo in mm. family: blank for that of the page."""

    names: float
    numbers: float
    neighbours: float
    halo: float
    family: str = ""

    def points_of(self, label: Placed) -> float:
        """The size of the label of an area."""
        return label.points or (self.numbers if label.is_number else self.names)


A3, A4 = LabelStyle(7.5, 7.0, 8.0, 0.5), LabelStyle(6.5, 7.0, 7.5, 0.4)
A3_SINGLE = LabelStyle(8.0, 7.5, 8.5, 0.5)


@dataclass(frozen=True)
class Placed:
    """A label where it stands. x, y: middle, in the coordinates of the map. inside: share of it in its own area.

    points: its size where it is not that of its style.
    """

    text: str
    x: float
    y: float
    inside: float
    is_number: bool = False
    points: float | None = None


@dataclass(frozen=True, eq=False)
class Labels:
    """The labels of a page's maps.

    placed: by area code. numbering: by area code, in the order of the list; blank where areas are named. districts: by
    name, those of the page where it has several. around: the names of the districts around. named: share of all names
    that found room, None where this was not tried.
    """

    placed: Mapping[str, Placed]
    numbering: Mapping[str, int]
    districts: Mapping[str, Placed]
    named: float | None
    around: Sequence[Placed] = ()


NOTHING = Labels({}, {}, {}, None)


@dataclass(frozen=True, eq=False)
class _Paper:
    """The areas of a page on paper. areas: (n,) rows of the result with a shape. shapes: (n,) theirs."""

    table: pd.DataFrame
    shapes: Sequence[Shape]
    scale: float
    style: LabelStyle

    def placed(self, spot: Spot, *, is_number: bool = False) -> Placed:
        metres = self.scale / 1000
        return Placed(spot.text, spot.x * metres, spot.y * metres, spot.inside, is_number)


def place_labels(
    result: PrintedResult,
    focus: Focus,
    choices: PageChoices,
    scale: float,
    style: LabelStyle = A4,
    listed: Sequence[str] | None = None,
    frame: QgsRectangle | None = None,
) -> Labels:
    """The labels of a page whose maps have this scale (1 to `scale`). Areas without a shape have none.

    listed: codes of the areas on the page's list, in its order; by default all that a page of the theme lists. frame:
    what the maps show; without it the districts around have no names. What does not fit is left out, never overlapped.
    """
    source = map_source(result)
    if listed is None:
        table = result.table[focus]
        listed = table["area_code"].iloc[listed_rows(result.record, table, choices.theme)].tolist()
    labels = _area_labels(result, source, focus, choices, scale, style, listed)
    if frame is None or focus.all():
        return labels
    return replace(labels, around=_around(source, focus, frame, scale, style, _letters(labels, style, scale)))


def _area_labels(
    result: PrintedResult,
    source: MapSource,
    focus: Focus,
    choices: PageChoices,
    scale: float,
    style: LabelStyle,
    listed: Sequence[str],
) -> Labels:
    """The labels of the areas that a page shows, as far as they are wanted."""
    if choices.labels == "none":
        return NOTHING
    positions = np.flatnonzero(focus & ~np.isnan(source.boxes[:, 0]))
    several = len(np.unique(source.districts[positions])) > 1
    if choices.labels == "auto" and (several or len(positions) > MANY_AREAS):
        return Labels({}, {}, _district_names(source, focus, scale, style) if several else {}, None)
    if choices.labels == "left_behind":
        positions = positions[(result.table["category"].iloc[positions] == "left_behind").to_numpy()]
    elif choices.labels == "all":
        positions = positions[_roomy(source.boxes[positions], scale, style)]
    if not len(positions):
        return NOTHING
    paper = _Paper(result.table.iloc[positions], paper_shapes(source.shapes_of(positions), scale), scale, style)
    names = _name_offers(paper)
    return _named(paper, names) if choices.labels == "all" else _named_or_numbered(paper, names, listed)


def _roomy(boxes: np.ndarray, scale: float, style: LabelStyle) -> np.ndarray:
    """(n,) bool: areas that are not plainly too small for any name, so that a country's need not all be tried."""
    x_from, y_from, x_to, y_to = boxes.T * 1000 / scale
    return np.asarray((x_to - x_from) * (y_to - y_from) > (style.names * MM_PER_POINT) ** 2)


def _letters(labels: Labels, style: LabelStyle, scale: float) -> np.ndarray:
    """(n, 4) the boxes on paper of labels that have their places."""
    found = []
    areas = [(label, style.points_of(label), label.is_number) for label in labels.placed.values()]
    districts = [(label, label.points or style.neighbours, True) for label in labels.districts.values()]
    for label, points, bold in (*areas, *districts):
        wrap = _wrapped(label.text, points, _NAME_PAD, style.family, bold=bold)
        found.append(Spot(label.text, label.x * 1000 / scale, label.y * 1000 / scale, wrap.width, wrap.height, 1))
    return _boxes(found)


def _around(
    source: MapSource, focus: Focus, frame: QgsRectangle, scale: float, style: LabelStyle, blocked: np.ndarray
) -> list[Placed]:
    """The names of the districts around that fit inside what a frame shows of them, beside the labels placed before."""
    shown = frame.buffered(-_FRAME_PAD * scale / 1000)
    around = source.around(focus, shown, map_detail(source.extent(focus)))
    clipped = [(name, shape.clipped(shown)) for name, shape in around if name]
    parts = [(name, shape) for name, shape in clipped if shape.area() > _LEAST_AROUND * (scale / 1000) ** 2]
    if len(parts) > _MOST_DISTRICTS:
        return []
    shapes = paper_shapes([shape for _, shape in parts], scale)
    wraps = [_wraps(district_words(name), style.neighbours, _NAME_PAD, style.family, italic=True) for name, _ in parts]
    paper = _Paper(pd.DataFrame(), shapes, scale, style)
    spots = place(find_offers(shapes, wraps, _AROUND_INSIDE), _AROUND_INSIDE, blocked)
    return [paper.placed(spot) for spot in spots if spot is not None]


def _name_offers(paper: _Paper) -> list[Offers]:
    """Where each area's name could stand."""
    names = paper.table["area_name"].where(paper.table["area_name"].notna(), paper.table["area_code"])
    style = paper.style
    ways = [_wraps(str(name), style.names, _NAME_PAD, style.family) for name in names]
    return find_offers(paper.shapes, ways, _ALL_INSIDE)


def _named(paper: _Paper, names: Sequence[Offers]) -> Labels:
    """Every area's name where half of it finds room inside, smaller where it needs to be."""
    spots = place(names, _ALL_INSIDE)
    placed = _by_code(paper, spots)
    for size in _SMALLER:
        points = max(size * paper.style.names, _LEAST_POINTS)
        lost = [k for k, spot in enumerate(spots) if spot is None]
        if lost and points < paper.style.names:
            smaller = _part(paper, lost, replace(paper.style, names=points))
            blocked = _boxes([spot for spot in spots if spot is not None])
            found = place(_name_offers(smaller), _ALL_INSIDE, blocked)
            again = _by_code(smaller, found)
            placed |= {code: replace(label, points=points) for code, label in again.items()}
            for k, spot in zip(lost, found):
                spots[k] = spot
    return Labels(placed, {}, {}, None)


def _part(paper: _Paper, rows: Sequence[int], style: LabelStyle) -> _Paper:
    return _Paper(paper.table.iloc[list(rows)], [paper.shapes[i] for i in rows], paper.scale, style)


def _named_or_numbered(paper: _Paper, names: Sequence[Offers], listed: Sequence[str]) -> Labels:
    """Names where nine of ten find room; else numbers for those listed, and other names that fit well."""
    well = place(names, _NAMES_INSIDE)
    share = 1 - well.count(None) / len(well)
    if share >= _ENOUGH:
        return replace(_named(paper, names), named=share)
    codes = paper.table["area_code"].tolist()
    positions = {code: row for row, code in enumerate(codes)}
    rows = [positions[code] for code in listed if code in positions]
    spots = _number_spots(paper, rows)
    numbered = [(row, spots[row]) for row in rows if row in spots]
    numbering = {codes[row]: number for number, (row, _) in enumerate(numbered, start=1)}
    placed = {
        codes[row]: paper.placed(replace(spot, text=str(numbering[codes[row]])), is_number=True)
        for row, spot in numbered
    }
    others = _others(paper, names, {row for row, _ in numbered}, _boxes([spot for _, spot in numbered]))
    return Labels({**placed, **others}, numbering, {}, share)


def _number_spots(paper: _Paper, rows: Sequence[int]) -> dict[int, Spot]:
    """Places for numbers by row, where there is room; left behind areas have theirs first where not all find room.

    All are as wide as the widest: which number it is turns out when it is known who has room.
    """
    wrap = _wrapped("8" * len(str(len(rows))), paper.style.numbers, _NUMBER_PAD, paper.style.family, bold=True)
    offers = find_offers([paper.shapes[row] for row in rows], [[wrap]] * len(rows), _NUMBERS_INSIDE)
    found = _spots_beside(rows, offers, np.empty((0, 4)))
    if len(found) == len(rows):
        return found
    is_first = [paper.table["category"].iloc[row] == "left_behind" for row in rows]
    first, rest = ([k for k, is_of in enumerate(is_first) if is_of is which] for which in (True, False))
    found = _spots_beside([rows[k] for k in first], [offers[k] for k in first], np.empty((0, 4)))
    blocked = _boxes(list(found.values()))
    return found | _spots_beside([rows[k] for k in rest], [offers[k] for k in rest], blocked)


def _spots_beside(rows: Sequence[int], offers: Sequence[Offers], blocked: np.ndarray) -> dict[int, Spot]:
    spots = place(offers, _NUMBERS_INSIDE, blocked)
    return {row: spot for row, spot in zip(rows, spots) if spot is not None}


def _others(
    paper: _Paper, names: Sequence[Offers], numbered: Collection[int], blocked: np.ndarray
) -> dict[str, Placed]:
    """The names of the areas without a number that fit well between the numbers."""
    rows = [row for row in range(len(paper.table)) if row not in numbered]
    spots = place([names[row] for row in rows], _OTHERS_INSIDE, blocked)
    codes = paper.table["area_code"].tolist()
    return {codes[row]: paper.placed(spot) for row, spot in zip(rows, spots) if spot is not None}


def _district_names(source: MapSource, focus: Focus, scale: float, style: LabelStyle) -> dict[str, Placed]:
    """The names of the districts of a page that fit inside their own."""
    numbers = [number for group in source.whole_districts(focus) for number in group]
    if len(numbers) > _MOST_DISTRICTS:
        return {}
    names = [source.names[number] for number in numbers]
    shapes = paper_shapes([source.dissolved(number) for number in numbers], scale)
    paper = _Paper(pd.DataFrame(), shapes, scale, style)
    found: dict[str, tuple[Spot, float]] = {}
    for size, least in _OF_DISTRICTS:
        points = max(size * style.neighbours, min(_LEAST_POINTS, style.neighbours))
        lost = [k for k, name in enumerate(names) if name not in found]
        blocked = _boxes([spot for spot, _ in found.values()])
        wraps = [_wraps(district_words(names[k]), points, _DISTRICT_PAD, style.family, bold=True) for k in lost]
        spots = place(find_offers([shapes[k] for k in lost], wraps, least), least, blocked)
        found |= {names[k]: (spot, points) for k, spot in zip(lost, spots) if spot is not None}
    return {
        name: replace(paper.placed(spot), points=None if points == style.neighbours else points)
        for name, (spot, points) in found.items()
    }


def _wraps(
    name: str, points: float, pad: float, family: str, *, bold: bool = False, italic: bool = False
) -> list[Wrapped]:
    return [_wrapped(text, points, pad, family, bold=bold, italic=italic) for text in line_breaks(name) or [" "]]


def _wrapped(text: str, points: float, pad: float, family: str, *, bold: bool = False, italic: bool = False) -> Wrapped:
    """A text in lines with the size of its box. pad: mm on each side."""
    width = text_width(text, points, bold=bold, italic=italic, family=family)
    height = (text.count("\n") + 1) * points * MM_PER_POINT * _LINE_HEIGHT
    return Wrapped(text, width + 2 * pad, height + 2 * pad - _LESS)


def _boxes(spots: Sequence[Spot]) -> np.ndarray:
    """(n, 4) the boxes of labels."""
    boxes = [(s.x - s.width / 2, s.y - s.height / 2, s.x + s.width / 2, s.y + s.height / 2) for s in spots]
    return np.array(boxes).reshape(-1, 4)


def _by_code(paper: _Paper, spots: Sequence[Spot | None]) -> dict[str, Placed]:
    codes = paper.table["area_code"].tolist()
    return {code: paper.placed(spot) for code, spot in zip(codes, spots) if spot is not None}
