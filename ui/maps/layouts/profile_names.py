"""Where the names of areas stand on a small map: inside their areas and clear of each other, or not at all.

Quicker and plainer than the names of a whole page, since hundreds of such maps are made in one run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from qgis.core import QgsGeometry, QgsGeometryEngine, QgsRectangle

from .fitting import TextStyle
from .profile_borders import edge_of

_INSIDE, _INSIDE_WANTED = 0.72, 0.5
"""Shares of a name that lie in its area at least, and of one that is wanted."""
_LINES = 3
_EDGE, _PLAIN = 0.6, 0.3
"""mm between names, and between a name and the frame; mm by which shapes are simplified."""
_SHIFTS = (0.0, -0.25, 0.25)
"""Places that are tried, as shares of the area's width and height away from its middle."""
_MORE_SHIFTS = tuple(step / 8 for step in (0, -1, 1, -2, 2, -3, 3))
_SMALLEST = 6.5
"""Points of a name that is always placed, where it crosses an outline in its own size."""


@dataclass(frozen=True, eq=False)
class Named:
    """A name to be placed. key: given back. always: placed even where it does not fit its area, or crosses an outline.

    wanted: may stand half outside of its area.
    """

    key: int
    text: str
    shape: QgsGeometry
    points: float
    always: bool = False
    wanted: bool = False


@dataclass(frozen=True)
class Placed:
    """A name in its place: the text with line breaks, its middle in the units of the map, and its size."""

    key: int
    text: str
    x: float
    y: float
    points: float


def place_names(
    names: Iterable[Named], extent: QgsRectangle, scale: float, outlined: QgsGeometry, *, is_area: bool
) -> list[Placed]:
    """Place names one after the other, so that the first have the best places.

    extent: that the map shows. scale: 1:scale, units of the map being metres. outlined: shape with an outline that no
    name may cross: names stand in it or beside it. is_area: whether it is one of the areas, and so runs through none.
    """
    unit = scale / 1000
    inner = QgsRectangle(extent)
    inner.grow(-_EDGE * unit)
    fence = _fence(outlined, unit, is_area)
    taken: list[QgsRectangle] = []
    placed = []
    for name in names:
        best = _best(name, inner, taken, unit, fence)
        if best is not None and name.always and fence.crossed_by(best[1]):
            # In smaller letters and at more places it may stand inside.
            name = replace(name, points=min(name.points, _SMALLEST))
            best = _best(name, inner, taken, unit, fence, _MORE_SHIFTS)
        if best is not None:
            text, box = best
            taken.append(box)
            placed.append(Placed(name.key, text, box.center().x(), box.center().y(), name.points))
    return placed


@dataclass(frozen=True, eq=False)
class _Fence:
    """An outline that no name may cross.

    line: of it, which lives as long as the edge that is prepared from it. is_area: as `place_names` takes it.
    """

    shape: QgsGeometry
    line: QgsGeometry
    edge: QgsGeometryEngine
    is_area: bool

    def crossed_by(self, box: QgsRectangle) -> bool:
        # An engine is given a bare pointer: the shape must have a name to live until it is done.
        shape = QgsGeometry.fromRect(box)
        return bool(self.edge.intersects(shape.constGet()))


def _fence(outlined: QgsGeometry, unit: float, is_area: bool) -> _Fence:
    shape = outlined.simplify(_PLAIN * unit)
    line = edge_of(shape if shape.area() > 0 else outlined)
    return _Fence(shape, line, _prepared(line), is_area)


def _prepared(shape: QgsGeometry) -> QgsGeometryEngine:
    """For shapes that are asked often; it does not keep its shape alive."""
    engine = QgsGeometry.createGeometryEngine(shape.constGet())
    engine.prepareGeometry()
    return engine


def _best(
    name: Named,
    inner: QgsRectangle,
    taken: Sequence[QgsRectangle],
    unit: float,
    fence: _Fence,
    shifts: Sequence[float] = _SHIFTS,
) -> tuple[str, QgsRectangle] | None:
    """The text and box that lie best in the part of an area that the map shows; None where none will do."""
    seen = name.shape.clipped(inner)
    if seen.isNull() or seen.isEmpty():
        return None
    seen = seen.simplify(_PLAIN * unit)
    engine, best, least = _prepared(seen), None, _most(name)
    parts = _parts(seen, unit, fence)
    middles = [middle for part in parts for middle in _middles(part, unit, shifts)]
    for text, width, height in _wraps(name, unit):
        if seen.area() < 0.6 * width * height and not name.always:
            continue
        for x, y in middles:
            box = _kept_in(QgsRectangle(x - width / 2, y - height / 2, x + width / 2, y + height / 2), inner)
            shape = QgsGeometry.fromRect(box)
            if any(box.intersects(other) for other in taken):
                continue
            if not name.always and fence.crossed_by(box):
                continue
            outside = 0.0 if engine.contains(shape.constGet()) else 1.0 - shape.intersection(seen).area() / box.area()
            cost = outside + 0.02 * text.count("\n")
            if cost < least:
                best, least = (text, box), cost
        if best is not None and least < 0.01:
            break
    return best


def _most(name: Named) -> float:
    """The share of a name that may lie outside of its area."""
    if name.always:
        return 10.0
    return 1.0 - (_INSIDE_WANTED if name.wanted else _INSIDE)


def _parts(seen: QgsGeometry, unit: float, fence: _Fence) -> list[QgsGeometry]:
    """An area as it is, or what lies in and then what lies beside the outline where this runs through it."""
    if fence.is_area or not fence.edge.intersects(seen.constGet()):
        return [seen]
    parts = [seen.intersection(fence.shape), seen.difference(fence.shape)]
    return [part for part in parts if part.area() > unit**2]


def _kept_in(box: QgsRectangle, inner: QgsRectangle) -> QgsRectangle:
    """The box moved into the map."""
    x = max(0.0, inner.xMinimum() - box.xMinimum()) - max(0.0, box.xMaximum() - inner.xMaximum())
    y = max(0.0, inner.yMinimum() - box.yMinimum()) - max(0.0, box.yMaximum() - inner.yMaximum())
    return QgsRectangle(box.xMinimum() + x, box.yMinimum() + y, box.xMaximum() + x, box.yMaximum() + y)


def _middles(seen: QgsGeometry, unit: float, shifts: Sequence[float]) -> Iterator[tuple[float, float]]:
    """The point furthest from the edges, then others around the middle."""
    pole = seen.poleOfInaccessibility(max(unit, 1e-9))[0].asPoint() if seen.area() > 0 else None
    if pole is not None:
        yield pole.x(), pole.y()
    bounds = seen.boundingBox()
    for down in shifts:
        for across in shifts:
            yield bounds.center().x() + across * bounds.width(), bounds.center().y() + down * bounds.height()


def _wraps(name: Named, unit: float) -> Iterator[tuple[str, float, float]]:
    """The text in one line to three, with width and height in the units of the map, margins included."""
    style, words = TextStyle(name.points), name.text.split(" ")
    for breaks in range(min(_LINES, len(words))):
        for cut in combinations(range(1, len(words)), breaks):
            edges = (0, *cut, len(words))
            text = "\n".join(" ".join(words[a:b]) for a, b in zip(edges, edges[1:]))
            height = (breaks + 1) * style.line_height() * 0.9
            yield text, (style.width(text) + 2 * _EDGE) * unit, (height + _EDGE) * unit
