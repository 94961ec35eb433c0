"""Geometry behind the indicators from places. The one module that uses shapely (1.8 and 2), imported when first needed.

Coordinates are metres in one projected system; boxes are (min x, min y, max x, max y).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

TOUCH = 1e-6
"""Metres within which a place counts as on an edge, or as just at the distance asked for: rounding of coordinates."""
_PART = 40_000
_FEW_EDGES = 24
_SLACK, _ROUNDING = 0.01, 1e-5


def read_shapes(wkb: Sequence[bytes]) -> list[Any]:
    """Shapes from their well-known binary form."""
    from shapely import wkb as form

    return [form.loads(one) for one in wkb]


def repaired(shape: Any) -> Any:
    """A valid shape of the same dimension; `shape` itself when it is valid, and possibly an empty one.

    Repair keeps what a faulty ring encloses; lines and points left over from a polygon are dropped.
    """
    if shape.is_valid:
        return shape
    from shapely.geometry import GeometryCollection
    from shapely.ops import unary_union
    from shapely.validation import make_valid

    area = shape.geom_type.endswith("Polygon")
    parts = list(_flat(make_valid(shape)))
    kept = [part for part in parts if part.geom_type.endswith("Polygon") or not area]
    return unary_union(kept) if kept else GeometryCollection()


def _flat(shape: Any) -> list[Any]:
    inner = getattr(shape, "geoms", None)
    return [shape] if inner is None else [part for child in inner for part in _flat(child)]


def boxes(shapes: Sequence[Any], step: Callable[[], None] = lambda: None) -> np.ndarray:
    """The bounds of shapes that are not empty: (n_shapes, 4). step: called often, and may raise to stop."""
    found = np.empty((len(shapes), 4))
    for i, shape in enumerate(shapes):
        step()
        found[i] = shape.bounds
    return found


def merged(shapes: Sequence[Any]) -> Any:
    """What the shapes cover together, so that overlaps stand once."""
    from shapely.ops import unary_union

    return unary_union(list(shapes))


class BoxIndex:
    """Boxes sorted by their left side, to be found again by a box. Points are boxes without extent."""

    def __init__(self, bounds: np.ndarray) -> None:
        self._order = np.argsort(bounds[:, 0], kind="stable")
        self._bounds = np.ascontiguousarray(bounds[self._order].T)
        self._widest = float((bounds[:, 2] - bounds[:, 0]).max(initial=0.0))

    def find(self, box: Sequence[float], margin: float = 0.0) -> np.ndarray:
        """Positions of the boxes that meet `box` widened by `margin` metres, in ascending order of their left side."""
        left, low, right, high = box[0] - margin, box[1] - margin, box[2] + margin, box[3] + margin
        first = np.searchsorted(self._bounds[0], left - self._widest, "left")
        last = np.searchsorted(self._bounds[0], right, "right")
        part = self._bounds[:, first:last]
        meets = (part[3] >= low) & (part[1] <= high)
        if self._widest:
            meets &= part[2] >= left
        return self._order[first:last][meets]


def rings(shape: Any) -> list[np.ndarray]:
    """All rings of a polygon or multipolygon, holes too: (n_corners, 2), the first corner repeated at the end."""
    found = []
    for part in _flat(shape):
        found += [np.asarray(ring.coords)[:, :2] for ring in (part.exterior, *part.interiors)]
    return found


@dataclass(frozen=True, eq=False)
class Edges:
    """Straight edges, made ready for measuring points against all of them at once.

    along, across: (n_edges, 3), factors of x, y and 1 that give a point's place along the edge from its middle, and to
    its left, in metres. The others are (n_edges, 1). half: half the length. low, high: y of start and end. up: whether
    the edge runs upwards.
    """

    along: np.ndarray
    across: np.ndarray
    half: np.ndarray
    low: np.ndarray
    high: np.ndarray
    up: np.ndarray

    def __len__(self) -> int:
        return len(self.half)


def edges(lines: Sequence[np.ndarray], digits: type = np.float64) -> Edges:
    """The edges of rings or lines, each (n_corners, 2). digits: the precision to measure with."""
    start, end = np.concatenate([line[:-1] for line in lines]), np.concatenate([line[1:] for line in lines])
    length = np.hypot(*(end - start).T)
    unit = (end - start).T / np.where(length > 0, length, 1.0)
    unit[0, length == 0] = 1.0
    middle = (start + end).T / 2
    along = np.column_stack([*unit, -(unit * middle).sum(axis=0)])
    across = np.column_stack([-unit[1], unit[0], unit[1] * middle[0] - unit[0] * middle[1]])
    columns = (along, across, length[:, None] / 2, start[:, 1:], end[:, 1:])
    along, across, half, low, high = (column.astype(digits) for column in columns)
    return Edges(along, across, half, low, high, start[:, 1:] < end[:, 1:])


def _simpler(ring: np.ndarray, tolerance: float) -> np.ndarray:
    """A ring with fewer corners; no point of either is farther than `tolerance` metres from the other."""
    from shapely.geometry import LineString

    # As an open line, since of a closed one some versions of GEOS simplify the first corner away as well.
    line = LineString(ring[:-1]).simplify(tolerance, preserve_topology=False)
    return np.vstack([np.asarray(line.coords), ring[:1]])


@dataclass(frozen=True, eq=False)
class Outline:
    """An area made ready for measuring points against it.

    origin: the middle of its box, taken off all coordinates to keep digits. exact: its edges. rough: edges of a
    simpler outline that is everywhere within `slack` metres of the exact one, rounding included.
    """

    box: tuple[float, float, float, float]
    origin: np.ndarray
    exact: Edges
    rough: Edges
    slack: float


def outline(shape: Any, distance: float) -> Outline:
    """Prepare a valid polygon or multipolygon for `near`. distance: metres, of the questions to come."""
    left, low, right, high = (float(side) for side in shape.bounds)
    box = (left, low, right, high)
    origin = np.array([(left + right) / 2, (low + high) / 2])
    lines = [ring - origin for ring in rings(shape)]
    exact = edges(lines)
    if len(exact) <= _FEW_EDGES:
        return Outline(box, origin, exact, exact, 0.0)
    size = np.hypot(right - left, high - low) + 2 * distance
    rough = edges([_simpler(line, _SLACK * size) for line in lines], np.float32)
    return Outline(box, origin, exact, rough, (_SLACK + _ROUNDING) * size)


def _measure(x: np.ndarray, y: np.ndarray, sides: Edges) -> tuple[np.ndarray, np.ndarray]:
    """Distance of points from edges, and whether the edges enclose them (a ray to the right crosses an odd number).

    x, y: (n_points,) metres. Returns (n_points,) metres and booleans; of a point on an edge either may come out.
    """
    height = y.astype(sides.half.dtype)
    where = np.vstack([x.astype(height.dtype), height, np.ones_like(height)])
    across = sides.across @ where
    crossed = (height < sides.low) != (height < sides.high)
    crossed &= (across > 0) == sides.up
    inside = np.bitwise_xor.reduce(crossed, axis=0)
    beyond = sides.along @ where
    np.abs(beyond, out=beyond)
    beyond -= sides.half
    np.maximum(beyond, 0, out=beyond)
    beyond *= beyond
    across *= across
    beyond += across
    return np.sqrt(beyond.min(axis=0)).astype(float), inside


def near(
    area: Outline, x: np.ndarray, y: np.ndarray, distance: float, step: Callable[[], None]
) -> tuple[np.ndarray, np.ndarray]:
    """Which points lie in an area, its edge included, and which lie in it or within a distance of it.

    x, y: (n_points,) metres. distance: metres, 0 or more; a point just at it counts. step: called between parts of
    the work, and may raise to stop. Returns two booleans per point.

    Points are first measured against the simpler outline. Since the two outlines are nowhere farther apart than the
    slack, only a point within the slack of the answer's edge has to be measured against every edge.
    """
    x, y = x - area.origin[0], y - area.origin[1]
    away, encloses = _in_parts(x, y, area.rough, step)
    if area.slack:
        doubtful = (away <= area.slack) | (~encloses & (np.abs(away - distance) <= area.slack))
        again = np.flatnonzero(doubtful)
        away[again], encloses[again] = _in_parts(x[again], y[again], area.exact, step)
    inside = encloses | (away <= TOUCH)
    return inside, inside | (away <= distance + TOUCH)


def _in_parts(x: np.ndarray, y: np.ndarray, sides: Edges, step: Callable[[], None]) -> tuple[np.ndarray, np.ndarray]:
    """As `_measure`, a few points at a time: what is worked on then stays in the processor's cache."""
    away, encloses = np.empty(len(x)), np.empty(len(x), bool)
    size = max(1, int(_PART // len(sides)))
    for first in range(0, len(x), size):
        part = slice(first, first + size)
        away[part], encloses[part] = _measure(x[part], y[part], sides)
        step()
    return away, encloses
