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
_PART = 4e5
_FEW_EDGES = 24


def read_shapes(wkb: Sequence[bytes]) -> list[Any]:
    """Shapes from their well-known binary form."""
    from shapely import wkb as form

    return [form.loads(one) for one in wkb]


def points(x: np.ndarray, y: np.ndarray) -> list[Any]:
    from shapely.geometry import Point

    return [Point(here, there) for here, there in zip(x.tolist(), y.tolist())]


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


def boxes(shapes: Sequence[Any]) -> np.ndarray:
    """The bounds of shapes that are not empty: (n_shapes, 4)."""
    return np.array([shape.bounds for shape in shapes], dtype=float).reshape(-1, 4)


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
    """All rings of a polygon or multipolygon, holes too, as (n_corners, 2) with the first corner repeated at the end."""
    found = []
    for part in _flat(shape):
        found += [np.asarray(ring.coords)[:, :2] for ring in (part.exterior, *part.interiors)]
    return found


def edges(lines: Sequence[np.ndarray]) -> np.ndarray:
    """The straight edges of rings or lines: (4, n_edges), start x, start y, end x, end y."""
    return np.concatenate([np.hstack([line[:-1], line[1:]]) for line in lines]).T


def _simpler(ring: np.ndarray, tolerance: float) -> np.ndarray:
    """A ring with fewer corners, nowhere farther than `tolerance` from the ring and the ring nowhere farther from it."""
    from shapely.geometry import LineString

    return np.asarray(LineString(ring).simplify(tolerance, preserve_topology=False).coords)


@dataclass(frozen=True, eq=False)
class Outline:
    """An area made ready for measuring points against it.

    origin: the middle of its box, taken off all coordinates to keep digits. exact: its edges. rough: edges of a
    simpler outline that is everywhere within `slack` metres of the exact one.
    """

    box: tuple[float, float, float, float]
    origin: np.ndarray
    exact: np.ndarray
    rough: np.ndarray
    slack: float


def outline(shape: Any, distance: float) -> Outline:
    """Prepare a valid polygon or multipolygon for `near`. distance: metres, of the questions to come."""
    box = tuple(float(side) for side in shape.bounds)
    origin = np.array([(box[0] + box[2]) / 2, (box[1] + box[3]) / 2])
    lines = [ring - origin for ring in rings(shape)]
    exact = edges(lines)
    if exact.shape[1] <= _FEW_EDGES:
        return Outline(box, origin, exact, exact, 0.0)
    slack = 0.01 * (np.hypot(box[2] - box[0], box[3] - box[1]) + 2 * distance)
    rough = edges([_simpler(line, slack) for line in lines])
    return Outline(box, origin, exact, rough, slack + TOUCH)


def _measure(x: np.ndarray, y: np.ndarray, sides: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Distance of points from edges, and whether the edges enclose them (a ray to the right crosses an odd number).

    x, y: (n_points,). sides: (4, n_edges). Returns (n_points,) metres and booleans; a point on an edge may be either.
    """
    start_x, start_y, end_x, end_y = sides
    along_x, along_y = end_x - start_x, end_y - start_y
    square = along_x * along_x + along_y * along_y
    square[square == 0] = 1.0
    off_x, off_y = x[:, None] - start_x, y[:, None] - start_y
    spans = (off_y < 0) != (y[:, None] < end_y)
    spans &= (off_y * along_x > off_x * along_y) == (along_y > 0)
    inside = (np.count_nonzero(spans, axis=1) & 1).astype(bool)
    part = off_x * (along_x / square)
    part += off_y * (along_y / square)
    np.clip(part, 0.0, 1.0, out=part)
    off_x -= part * along_x
    off_y -= part * along_y
    off_x *= off_x
    off_y *= off_y
    off_x += off_y
    return np.sqrt(off_x.min(axis=1)), inside


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
    inside, within = np.zeros(len(x), bool), np.zeros(len(x), bool)
    size = max(1, int(_PART // area.rough.shape[1]))
    for first in range(0, len(x), size):
        part = slice(first, first + size)
        inside[part], within[part] = _near(area, x[part], y[part], distance, step)
        step()
    return inside, within


def _near(
    area: Outline, x: np.ndarray, y: np.ndarray, distance: float, step: Callable[[], None]
) -> tuple[np.ndarray, np.ndarray]:
    away, encloses = _measure(x, y, area.rough)
    if area.slack:
        doubtful = (away <= area.slack) | (~encloses & (np.abs(away - distance) <= area.slack))
        again = np.flatnonzero(doubtful)
        size = max(1, int(_PART // area.exact.shape[1]))
        for first in range(0, len(again), size):
            part = again[first : first + size]
            away[part], encloses[part] = _measure(x[part], y[part], area.exact)
            step()
    inside = encloses | (away <= TOUCH)
    return inside, inside | (away <= distance + TOUCH)
