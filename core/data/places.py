"""Indicators from places: how many there are in and near each area, how far the nearest is, how much they cover.

Everything is measured on a plane, in metres. An area includes its edge: a place on a border that two areas share
counts in both, and once in each. A place near several areas counts once in each of them, so counts do not add up.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from ..errors import CniError, Notice, notice
from .place_shapes import TOUCH, BoxIndex, Outline, boxes, merged, near, outline

MEASURES = ("count", "count_within", "per_1000", "per_1000_catchment", "nearest_m", "share")
NEED_RESIDENTS = ("per_1000", "per_1000_catchment")
_ARC = 16
_FIRST_NAMED = 5
Step = Callable[[float], None]


@dataclass(frozen=True, eq=False)
class Places:
    """Places that have a position.

    x, y: (n_points,) metres, of points; of: (n_points,) the number of the place each point belongs to, from 0.
    shapes: (n_places,) valid shapes of lines or polygons, and None for points. polygons: whether they cover ground.
    """

    name: str
    count: int
    x: np.ndarray
    y: np.ndarray
    of: np.ndarray
    shapes: Sequence[Any] | None = None
    polygons: bool = False


@dataclass(frozen=True, eq=False)
class PlaceAreas:
    """The areas. shapes: (n_areas,) valid polygons, None where an area has no shape. population: (n_areas,) residents.

    population is None where no column of residents is known, and NaN for an area without a number.
    """

    name: str
    codes: pd.Index
    shapes: Sequence[Any]
    population: np.ndarray | None = None


@dataclass(frozen=True, eq=False)
class Centres:
    """Points with residents, for the middle of where people live. x, y, people: (n_points,), people 0 or more."""

    name: str
    x: np.ndarray
    y: np.ndarray
    people: np.ndarray


@dataclass(frozen=True, eq=False)
class Measured:
    """frame: (n_areas,) the measures asked for, by area code; NaN where an area has none. near_any: different places
    within the distance of at least one area."""

    frame: pd.DataFrame
    near_any: int
    notices: tuple[Notice, ...]


def choose_measures(wanted: Sequence[str], places: Places, areas: PlaceAreas) -> tuple[str, ...]:
    """The measures to take, in their fixed order: all that fit where none is asked for.

    Raises `measure_needs_polygons` or `measure_needs_residents` for one asked for that does not fit, and
    `population_zero`, naming the first areas, where a measure divides by residents.
    """
    if "share" in wanted and not places.polygons:
        raise CniError("measure_needs_polygons", name=places.name)
    if areas.population is None and any(name in wanted for name in NEED_RESIDENTS):
        raise CniError("measure_needs_residents", name=areas.name)
    unfit = {"share"} if not places.polygons else set()
    unfit |= set(NEED_RESIDENTS) if areas.population is None else set()
    chosen = tuple(name for name in MEASURES if (name in wanted if wanted else name not in unfit))
    if areas.population is not None and any(name in chosen for name in NEED_RESIDENTS):
        nobody = areas.codes[areas.population == 0]
        if len(nobody):
            raise CniError("population_zero", table=areas.name, count=len(nobody), codes=list(nobody[:_FIRST_NAMED]))
    return chosen


def measure_places(
    places: Places,
    areas: PlaceAreas,
    *,
    distance: float,
    measures: Sequence[str],
    centres: Centres | None,
    step: Step,
) -> Measured:
    """The indicators of design section 6, `cni:places`, for every area.

    distance: metres from the edge of an area within which a place counts, the edge of that ring included (CNI 2019:
    1,000; CNI 2019). measures: from `choose_measures`. step: told the fraction done, often; may raise to stop.
    Returns NaN for an area without a shape, for rates of areas whose residents are not known, and for the distance
    where an area has no centre.
    """
    catching = "per_1000_catchment" in measures
    counted = _Counts(places, areas, centres, distance)
    shares = (0.4, 0.6) if catching else (1.0, 0.0)
    counted.run(lambda part: step(shares[0] * part), measures)
    columns: dict[str, np.ndarray] = {"count": counted.inside, "count_within": counted.within, "share": counted.share}
    if areas.population is not None:
        columns["per_1000"] = _per_1000(counted.within, areas.population)
    if catching:
        caught = catchment_residents(areas, distance, lambda part: step(shares[0] + shares[1] * part))
        columns["per_1000_catchment"] = _per_1000(counted.within, caught)
    if "nearest_m" in measures:
        columns["nearest_m"] = nearest(places, counted.centre, step=lambda: step(1.0))
    frame = pd.DataFrame({name: columns[name] for name in MEASURES if name in measures}, index=areas.codes)
    return Measured(frame, int(counted.seen.sum()), _notices(places, areas, measures, distance, counted, centres))


class _Counts:
    """One walk over the areas. Arrays are (n_areas,), NaN where an area has no shape; seen is (n_places,)."""

    def __init__(self, places: Places, areas: PlaceAreas, centres: Centres | None, distance: float) -> None:
        self._places, self._areas, self._centres, self._distance = places, areas, centres, distance
        size = len(areas.codes)
        self.inside, self.within, self.share = (np.full(size, np.nan) for _ in range(3))
        self.centre = np.full((size, 2), np.nan)
        self.peopled = np.zeros(size, bool)
        self.seen = np.zeros(places.count, bool)
        self._index = BoxIndex(np.empty((0, 4)))
        self._people = None if centres is None else BoxIndex(_point_boxes(centres.x, centres.y))

    def run(self, step: Step, measures: Sequence[str]) -> None:
        """Count for every area. The ground covered and the centres are worked out only for measures that need them."""
        self._index = BoxIndex(_place_boxes(self._places, lambda: step(0.0)))
        size = len(self._areas.codes)
        for i, shape in enumerate(self._areas.shapes):

            def report(done: float = i / size) -> None:
                step(done)

            report()
            if shape is None:
                continue
            self._count(i, shape, measures, report)

    def _count(self, i: int, shape: Any, measures: Sequence[str], report: Callable[[], None]) -> None:
        line = outline(shape, self._distance)
        found = self._index.find(line.box, self._distance)
        if self._places.shapes is None:
            inside, within = near(line, self._places.x[found], self._places.y[found], self._distance, report)
            inside, within = self._numbers(found[inside]), self._numbers(found[within])
        else:
            away = _distances(shape, [self._places.shapes[k] for k in found], report)
            inside, within = found[away <= TOUCH], found[away <= self._distance + TOUCH]
        self.inside[i], self.within[i] = len(inside), len(within)
        self.seen[within] = True
        if "share" in measures and self._places.shapes is not None:
            self.share[i] = _covered(shape, [self._places.shapes[k] for k in inside], report)
        if "nearest_m" in measures:
            self._find_centre(i, shape, line, report)

    def _numbers(self, found: np.ndarray) -> np.ndarray:
        """The places that some points belong to, each once."""
        single = len(self._places.of) == self._places.count
        return self._places.of[found] if single else np.unique(self._places.of[found])

    def _find_centre(self, i: int, shape: Any, line: Outline, report: Callable[[], None]) -> None:
        if self._centres is not None and self._people is not None:
            found = self._people.find(line.box)
            inside, _ = near(line, self._centres.x[found], self._centres.y[found], 0.0, report)
            lived = found[inside]
            people = self._centres.people[lived]
            if people.sum() > 0:
                x, y = self._centres.x[lived], self._centres.y[lived]
                self.centre[i] = np.average(x, weights=people), np.average(y, weights=people)
                self.peopled[i] = True
                return
        point = shape.representative_point()
        self.centre[i] = point.x, point.y


def _point_boxes(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    return np.column_stack([x, y, x, y])


def _place_boxes(places: Places, step: Callable[[], None]) -> np.ndarray:
    return _point_boxes(places.x, places.y) if places.shapes is None else boxes(places.shapes, step)


def _distances(shape: Any, others: Sequence[Any], report: Callable[[], None]) -> np.ndarray:
    """Metres from an area to each of the others, 0 where they meet."""
    from shapely.prepared import prep

    ready = prep(shape)
    away = np.zeros(len(others))
    for k, other in enumerate(others):
        report()
        if not ready.intersects(other):
            away[k] = shape.distance(other)
    return away


def _covered(shape: Any, others: Sequence[Any], report: Callable[[], None]) -> float:
    """The share of an area, 0 to 1, that polygons cover together; where they overlap it counts once."""
    parts = []
    for other in others:
        report()
        parts.append(shape.intersection(other))
    return min(1.0, merged(parts).area / shape.area) if parts else 0.0


def _per_1000(count: np.ndarray, residents: np.ndarray) -> np.ndarray:
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(residents > 0, 1000 * count / residents, np.nan)


def catchment_residents(areas: PlaceAreas, distance: float, step: Step) -> np.ndarray:
    """Residents of each area's catchment: the area and all land within `distance` metres of it. (n_areas,), persons.

    Each area adds its residents by the share of its land inside the catchment, as if people lived evenly over it.
    Only areas of the layer are known: people beyond its edge are not counted. NaN for an area without a shape, and
    where an area that reaches into the catchment has no number of residents. Arcs of the ring are drawn with 16
    chords to the quarter, which takes less than 0.2% off the ring.
    """
    from shapely.prepared import prep

    if areas.population is None:
        raise CniError("measure_needs_residents", name=areas.name)
    there = np.array([i for i, shape in enumerate(areas.shapes) if shape is not None], dtype=int)
    bounds = boxes([areas.shapes[i] for i in there])
    index = BoxIndex(bounds)
    residents = np.full(len(areas.codes), np.nan)
    for number, i in enumerate(there):
        ring = areas.shapes[i].buffer(distance, _ARC)
        ready, total = prep(ring), float(areas.population[i])
        for k in there[index.find(bounds[number], distance)]:
            step(number / len(there))
            share = 0.0 if k == i else _inside(ring, ready, areas.shapes[k])
            if share > 0:
                total += share * float(areas.population[k])
        residents[i] = total
    return residents


def _inside(ring: Any, ready: Any, shape: Any) -> float:
    """The share of a shape's ground, 0 to 1, inside a ring."""
    if not ready.intersects(shape):
        return 0.0
    return 1.0 if ready.contains(shape) else float(ring.intersection(shape).area / shape.area)


def nearest(places: Places, centre: np.ndarray, *, step: Callable[[], None]) -> np.ndarray:
    """Metres in a straight line from each centre to the nearest place. (n_areas,), NaN where there is no centre.

    centre: (n_areas, 2) metres, NaN where an area has none.
    """
    from scipy.spatial import cKDTree

    known = np.flatnonzero(~np.isnan(centre).any(axis=1))
    away = np.full(len(centre), np.nan)
    if places.count == 0 or not len(known):
        return away
    if places.shapes is None:
        step()
        away[known] = cKDTree(np.column_stack([places.x, places.y])).query(centre[known])[0]
        return away
    inside = np.empty((places.count, 2))
    for k, place in enumerate(places.shapes):
        step()
        inside[k] = place.representative_point().coords[0][:2]
    bound = cKDTree(inside).query(centre[known])[0]
    index = BoxIndex(boxes(places.shapes, step))
    for i, limit in zip(known, bound):
        away[i] = _nearest_shape(places.shapes, index, centre[i], float(limit), step)
    return away


def _nearest_shape(
    shapes: Sequence[Any], index: BoxIndex, centre: np.ndarray, limit: float, step: Callable[[], None]
) -> float:
    """Metres from a point to the nearest shape, one of which is known to be within `limit`."""
    from shapely.geometry import Point

    here = Point(centre)
    best = limit
    for k in index.find((*centre, *centre), limit):
        step()
        best = min(best, here.distance(shapes[k]))
    return best


def _notices(
    places: Places,
    areas: PlaceAreas,
    measures: Sequence[str],
    distance: float,
    counted: _Counts,
    centres: Centres | None,
) -> tuple[Notice, ...]:
    found = []
    unknown = [] if areas.population is None else list(areas.codes[np.isnan(areas.population)])
    if unknown and any(name in measures for name in NEED_RESIDENTS):
        found.append(notice("residents_unknown", table=areas.name, count=len(unknown), codes=unknown))
    if not counted.seen.any():
        found.append(notice("places_far", name=places.name, count=places.count, distance=distance))
    elif counted.seen.sum() < np.nansum(counted.within):
        times, different = int(np.nansum(counted.within)), int(counted.seen.sum())
        found.append(notice("places_shared", times=times, count=different))
    bare = ~counted.peopled & ~np.isnan(counted.centre[:, 0])
    if centres is not None and "nearest_m" in measures and bare.any():
        codes = list(areas.codes[bare])
        found.append(notice("centres_missing", name=centres.name, count=len(codes), codes=codes))
    return tuple(found)
