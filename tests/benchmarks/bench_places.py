"""Places: a million points counted in and near the wards, against geopandas' own join on buffered wards."""

from __future__ import annotations

import resource

import numpy as np
from common import Figure, hand_over, load_plugin, medians, reference_data

load_plugin()

import geopandas  # noqa: E402
import pandas as pd  # noqa: E402

from cni_mapper.core.data.place_shapes import boxes  # noqa: E402
from cni_mapper.core.data.places import PlaceAreas, Places, measure_places  # noqa: E402

POINTS = 1_000_000
DISTANCE = 1000.0
SEED = 27700
RUNS = 3
HOW = (
    "Points at random in the boxes of wards, each ward as likely as the other, so that they crowd in towns: count and "
    "count_within of every ward. The bound is geopandas.sjoin of the same points, already made, on the wards already "
    "buffered by 1,000 m: it gives count_within alone, and to the metre or so by which 16 chords cut a quarter circle."
)
NO_INDEX = (
    " geopandas has no spatial index here (shapely below 2 without rtree or pygeos), so its join cannot be timed."
)
MEMORY = "The most memory the process has held after counting, wards, points and libraries included."


def wards() -> geopandas.GeoSeries:
    """The wards of CNI 2019, or made-up squares of 2 km where the reference data is not there."""
    data = reference_data()
    if data is None:
        from shapely.geometry import box

        corners = [(2000 * (k % 86), 2000 * (k // 86)) for k in range(7433)]
        return geopandas.GeoSeries([box(x, y, x + 2000, y + 2000) for x, y in corners])
    frame = geopandas.read_file(data / "wards_2017.gpkg")
    return frame.geometry[frame["in_cni_2019"] == 1].reset_index(drop=True)


def points(shapes: geopandas.GeoSeries) -> tuple[np.ndarray, np.ndarray]:
    random = np.random.default_rng(SEED)
    left, low, right, high = boxes(list(shapes))[random.integers(0, len(shapes), POINTS)].T
    return left + random.random(POINTS) * (right - left), low + random.random(POINTS) * (high - low)


def joins() -> bool:
    """Whether geopandas can join here: with shapely below 2 it needs a package for its index."""
    one = geopandas.GeoDataFrame(geometry=geopandas.points_from_xy([0.0], [0.0]))
    try:
        geopandas.sjoin(one, one)
    except ImportError:
        return False
    return True


def figures() -> list[Figure]:
    """Time and memory of cni:places at national size."""
    shapes = wards()
    x, y = points(shapes)
    codes = pd.Index(range(len(shapes))).astype(str)
    places = Places("points", POINTS, x, y, np.arange(POINTS))
    areas = PlaceAreas("wards", codes, list(shapes))

    def count() -> None:
        measured = ("count", "count_within")
        measure_places(places, areas, distance=DISTANCE, measures=measured, centres=None, step=lambda done: None)

    count()
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    works = [count]
    if joins():
        rings = geopandas.GeoDataFrame(geometry=shapes.buffer(DISTANCE))
        made = geopandas.GeoDataFrame(geometry=geopandas.points_from_xy(x, y), crs=rings.crs)
        works.append(lambda: geopandas.sjoin(made, rings, predicate="within"))
    times = [*medians(works, RUNS), None][:2]
    name = f"Places, 1,000,000 points in and near {len(shapes):,} wards"
    how = HOW if times[1] else HOW + NO_INDEX
    time = Figure(name, times[0], "s", how, times[1], "sjoin on buffered wards" if times[1] else "", "ratio", 1.5)
    if times[1] is None:
        time = Figure(name, times[0], "s", how)
    return [time, Figure("Places, memory", held, "GiB", MEMORY, holds="measured", target=2)]


if __name__ == "__main__":
    hand_over(figures())
