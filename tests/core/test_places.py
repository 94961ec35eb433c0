"""Counts, rates, distances and cover of places, on squares that can be worked out by hand and on real libraries."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import wkt
from shapely.affinity import translate
from shapely.geometry import MultiPolygon, Point, Polygon, box

from cni_mapper.core.data.place_shapes import near, outline, repaired
from cni_mapper.core.data.places import MEASURES, Centres, PlaceAreas, Places, choose_measures, measure_places
from cni_mapper.core.errors import CniError

KM = 1000.0


def square(x: float = 0, y: float = 0, size: float = KM) -> Polygon:
    return box(x, y, x + size, y + size)


def points(*places, name: str = "libraries") -> Places:
    """Places of one point each, or of several where a list of points is given."""
    parts = [place if isinstance(place, list) else [place] for place in places]
    of = np.repeat(np.arange(len(parts)), [len(part) for part in parts])
    flat = np.array([corner for part in parts for corner in part], dtype=float).reshape(-1, 2)
    return Places(name, len(parts), flat[:, 0], flat[:, 1], of)


def shapes(*given, polygons: bool = True) -> Places:
    none = np.empty(0)
    return Places("parks", len(given), none, none, none.astype(int), list(given), polygons)


def areas(*given, people=None) -> PlaceAreas:
    codes = pd.Index([f"E05{i:06d}" for i in range(len(given))], name="area_code")
    return PlaceAreas("wards", codes, list(given), None if people is None else np.array(people, dtype=float))


def measured(places: Places, where: PlaceAreas, distance: float = KM, centres: Centres | None = None, wanted=()):
    chosen = choose_measures(wanted, places, where)
    return measure_places(places, where, distance=distance, measures=chosen, centres=centres, step=lambda done: None)


def row(places: Places, area, distance: float = KM, **more) -> dict[str, float]:
    return measured(places, areas(area, **more), distance).frame.iloc[0].to_dict()


@pytest.mark.parametrize(
    ("place", "count", "within"),
    [
        ((500, 500), 1, 1),
        ((1000, 500), 1, 1),  # on an edge
        ((1000, 1000), 1, 1),  # on a corner
        ((2000, 500), 0, 1),  # exactly 1,000 m from an edge
        ((2000.001, 500), 0, 0),
        ((1600, 1800), 0, 1),  # exactly 1,000 m from a corner: 600, 800
        ((1600, 1800.001), 0, 0),
        ((1900, 1900), 0, 0),  # in the corner of the box around the ring, 1,273 m away
        ((-1000, 0), 0, 1),
    ],
)
def test_one_square(place, count: int, within: int) -> None:
    found = row(points(place), square())
    assert (found["count"], found["count_within"]) == (count, within)


def test_a_hole_is_outside_the_area() -> None:
    ring = Polygon(square(0, 0, 6000).exterior, [square(1000, 1000, 4000).exterior])
    found = row(points((3000, 3000), (3000, 2000), (3000, 2001), (3000, 1000), (3000, 500)), ring)
    # The middle of the hole is 2,000 m from its edge; (3000, 2000) is just at 1,000 m; two are in the area.
    assert (found["count"], found["count_within"]) == (2, 3)


def test_parts_of_one_area_count_a_place_once() -> None:
    two = MultiPolygon([square(), square(1500)])
    found = row(points((1250, 500)), two)
    assert (found["count"], found["count_within"]) == (0, 1)


def test_a_place_on_a_shared_border_counts_once_in_each_area() -> None:
    found = measured(points((1000, 500)), areas(square(), square(1000)))
    assert list(found.frame["count"]) == [1, 1]
    assert found.near_any == 1
    assert found.notices[0].code == "places_shared" and found.notices[0].context == {"times": 2, "count": 1}


def test_every_feature_counts_and_a_multipoint_is_one_place() -> None:
    found = row(points((500, 500), (500, 500), [(100, 100), (200, 200), (5000, 5000)]), square())
    assert (found["count"], found["count_within"]) == (3, 3)


def test_rates() -> None:
    """CNI 2019 style divides by the area alone; the catchment of a square holds half of a neighbour 500 m away."""
    where = areas(square(), square(1500), people=[5000, 1000])
    found = measured(points((400, 500), (1300, 500)), where).frame
    assert list(found["per_1000"]) == [0.4, 1.0]
    # Ring of the first: x up to 2,000, so 500 of the 1,000 m of the second, and the other way round.
    assert list(found["per_1000_catchment"]) == pytest.approx([1000 * 2 / 5500, 1000 * 1 / 3500])


def test_the_corner_of_a_catchment_is_round() -> None:
    where = areas(square(), square(1000, 1000), people=[0.001, 1000])
    found = measured(points((500, 500)), where, wanted=["per_1000_catchment"]).frame
    residents = 1000 / found["per_1000_catchment"].iloc[0]
    assert residents == pytest.approx(1000 * np.pi / 4, rel=2e-3)


def test_unknown_residents() -> None:
    where = areas(square(), square(1500), square(9000), people=[5000, np.nan, 100])
    found = measured(points((500, 500)), where)
    assert found.frame["per_1000"].tolist()[0] == 0.2 and np.isnan(found.frame["per_1000"].iloc[1])
    # The neighbour without a number reaches into the first catchment, but not into the third.
    assert np.isnan(found.frame["per_1000_catchment"]).tolist() == [True, True, False]
    assert [note.context["codes"] for note in found.notices if note.code == "residents_unknown"] == [["E05000001"]]


def test_nearest_from_a_point_inside() -> None:
    found = measured(points((500, 1500), (900, 500)), areas(square(), square(5000)))
    assert list(found.frame["nearest_m"]) == [400, 4600]


def test_nearest_from_the_middle_of_where_people_live() -> None:
    centres = Centres(
        "areas", np.array([100.0, 900.0, 7000.0]), np.array([500.0, 500.0, 0.0]), np.array([300.0, 100.0, 9])
    )
    found = measured(points((300, 900)), areas(square(), square(2000)), centres=centres)
    # 300 of 400 people at x = 100, 100 at x = 900: the middle is x = 300.
    assert found.frame["nearest_m"].iloc[0] == pytest.approx(400)
    assert found.frame["nearest_m"].iloc[1] == pytest.approx(np.hypot(2200, 400))
    assert [note.context["codes"] for note in found.notices if note.code == "centres_missing"] == [["E05000001"]]


def test_nearest_edge_of_a_polygon() -> None:
    far_but_large, near_but_small = square(1500, 0, 9000), square(500, 1800, 100)
    found = measured(shapes(near_but_small, far_but_large), areas(square())).frame
    assert found["nearest_m"].iloc[0] == 1000
    assert found["count_within"].iloc[0] == 2 and found["count"].iloc[0] == 0


def test_share_counts_overlaps_once() -> None:
    found = measured(
        shapes(square(0, 0, 500), square(250, 0, 500), square(900, 900)), areas(square(), square(5000))
    ).frame
    assert found["share"].tolist() == pytest.approx([0.5 * 0.75 + 0.01, 0])
    assert found["count"].tolist() == [3, 0]


def test_polygons_that_touch_count_as_inside() -> None:
    found = row(shapes(square(1000), square(2000.5)), square())
    assert (found["count"], found["count_within"]) == (1, 1)
    found = row(shapes(wkt.loads("LINESTRING(2000 -5000, 2000 5000)"), polygons=False), square())
    assert (found["count"], found["count_within"]) == (0, 1)
    assert "share" not in found


def test_an_area_without_a_shape_has_no_numbers() -> None:
    found = measured(points((500, 500)), areas(None, square(), people=[100, 200])).frame
    assert found.iloc[0].isna().all() and found.iloc[1].notna().all()


def test_distance_zero_counts_what_is_inside() -> None:
    found = row(points((500, 500), (1000, 500), (1000.01, 500)), square(), distance=0, people=[100])
    assert (found["count"], found["count_within"], found["per_1000_catchment"]) == (2, 2, 20)


@pytest.mark.parametrize(
    ("wanted", "people", "code"),
    [
        (["share"], None, "measure_needs_polygons"),
        (["per_1000"], None, "measure_needs_residents"),
        (["per_1000_catchment"], None, "measure_needs_residents"),
        ([], [0], "population_zero"),
    ],
)
def test_measures_that_do_not_fit(wanted, people, code: str) -> None:
    with pytest.raises(CniError) as raised:
        choose_measures(wanted, points((0, 0)), areas(square(), people=people))
    assert raised.value.code == code


def test_all_measures_that_fit() -> None:
    assert choose_measures([], points((0, 0)), areas(square())) == ("count", "count_within", "nearest_m")
    assert choose_measures([], shapes(square()), areas(square(), people=[1])) == MEASURES
    assert choose_measures(["count"], points((0, 0)), areas(square(), people=[0])) == ("count",)


def test_places_far_away_are_noticed() -> None:
    notices = measured(points((9e5, 9e5)), areas(square())).notices
    assert [note.code for note in notices] == ["places_far"]


def test_repair_keeps_polygons_and_drops_what_is_left_over() -> None:
    bow = wkt.loads("POLYGON((0 0,1000 1000,1000 0,0 1000,0 0))")
    assert repaired(bow).area == pytest.approx(500_000)
    spike = wkt.loads("POLYGON((0 0,10 0,10 10,10 50,10 10,0 10,0 0))")
    assert repaired(spike).geom_type.endswith("Polygon") and repaired(spike).area == pytest.approx(100)
    assert repaired(wkt.loads("POLYGON((0 0,10 0,0 0,0 0))")).is_empty
    assert repaired(square()).equals(square())


def test_stopping_stops_at_once() -> None:
    def stop(done: float) -> None:
        if done > 0.4:
            raise CniError("cancelled")

    where = areas(*(square(i * KM) for i in range(10)))
    with pytest.raises(CniError, match="cancelled"):
        measure_places(points((0, 0)), where, distance=KM, measures=("count",), centres=None, step=stop)


def crooked(seed: int, corners: int = 200) -> Polygon:
    """A star-shaped polygon of many corners, with a hole, about 4 km across."""
    random = np.random.default_rng(seed)
    turn = np.sort(random.random(corners)) * 2 * np.pi
    away = 1500 + 500 * np.sin(5 * turn) + 200 * random.random(corners)
    outer = np.column_stack([away * np.cos(turn), away * np.sin(turn)])
    return repaired(Polygon(outer, [outer[::-7] * 0.4]))


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("distance", [0.0, 30.0, 1000.0])
def test_the_quick_way_agrees_with_shapely(seed: int, distance: float) -> None:
    """Every point, also those close to the edge and close to the distance, against shapely's own distance."""
    shape = crooked(seed)
    random = np.random.default_rng(seed)
    xy = random.uniform(-4000, 4000, (2000, 2))
    edge = np.array([shape.exterior.interpolate(t, normalized=True).coords[0] for t in random.random(500)])
    xy = np.vstack(
        [xy, edge + random.normal(0, 2, edge.shape), edge + np.array([distance, 0]), np.array(shape.exterior.coords)]
    )
    inside, within = near(outline(shape, distance), xy[:, 0], xy[:, 1], distance, lambda: None)
    away = np.array([shape.distance(Point(*one)) for one in xy])
    clear = np.abs(away - distance) > 2e-6
    assert (within == (away <= distance))[clear].all() and within[~clear & (away <= distance)].all()
    assert (inside == (away == 0))[(away == 0) | (away > 2e-6)].all()


coordinate = st.integers(-3000, 4000).map(float)
place = st.tuples(coordinate, coordinate)
GRID = areas(square(), square(1000), crooked(3), MultiPolygon([square(-2000), square(2500, 2500, 300)]))


@settings(max_examples=60, deadline=None)
@given(st.lists(place, min_size=1, max_size=12), place)
def test_a_place_more_never_lowers_a_count_and_adds_at_most_one(some, more) -> None:
    before = measured(points(*some), GRID).frame
    after = measured(points(*some, more), GRID).frame
    for name in ("count", "count_within"):
        assert ((after[name] - before[name]).isin([0, 1])).all()
    assert (after["nearest_m"] <= before["nearest_m"]).all()
    assert (before["count"] <= before["count_within"]).all() and (before["count_within"] <= len(some)).all()


@settings(max_examples=40, deadline=None)
@given(st.lists(place, min_size=1, max_size=10), st.integers(-600_000, 600_000), st.integers(-600_000, 600_000))
def test_moving_everything_changes_nothing(some, right: int, up: int) -> None:
    moved = areas(*(translate(shape, right, up) for shape in GRID.shapes))
    before = measured(points(*some), GRID).frame
    after = measured(points(*((x + right, y + up) for x, y in some)), moved).frame
    assert before[["count", "count_within"]].equals(after[["count", "count_within"]])
    assert np.allclose(before["nearest_m"], after["nearest_m"], atol=1e-6)


@settings(max_examples=30, deadline=None)
@given(st.lists(place, min_size=1, max_size=10), st.sampled_from([0.0, 100.0, 1000.0]))
def test_points_as_small_shapes_count_alike(some, distance: float) -> None:
    """The way of lines and polygons gives what the way of points gives."""
    as_shapes = shapes(*(Point(*one) for one in some), polygons=False)
    ours = measured(points(*some), GRID, distance).frame
    theirs = measured(as_shapes, GRID, distance).frame
    assert np.allclose(ours, theirs, atol=1e-6)


def test_real_libraries_by_ward(reference_data) -> None:
    """Static libraries open in 2023 by ward of 2017, against geopandas' own overlay of the same points."""
    import geopandas

    table = pd.read_csv(reference_data / "libraries_england_2023.csv")
    table = table[(table["type"] == "Static Library") & table["year_closed"].isna() & table["easting"].notna()]
    wards = geopandas.read_file(reference_data / "wards_2017.gpkg")
    wards = wards[wards["in_cni_2019"] == 1].set_index("ward17_code")
    x, y = table["easting"].to_numpy(), table["northing"].to_numpy()
    places = Places("libraries", len(table), x, y, np.arange(len(table)))
    where = PlaceAreas("wards", wards.index, list(wards.geometry), None)
    found = measured(places, where)
    counts, within = _by_geopandas(geopandas.points_from_xy(x, y), wards.geometry)
    assert found.frame["count"].tolist() == counts and found.frame["count_within"].tolist() == within
    assert (len(table), int(found.frame["count"].sum()), int(found.frame["count_within"].sum())) == LIBRARIES


LIBRARIES = (2963, 2960, 11098)


def _by_geopandas(points, wards) -> tuple[list[int], list[int]]:
    """Libraries in each ward, and in it or within 1,000 m: by box, then by distance."""
    import geopandas

    series, bounds = geopandas.GeoSeries(points), wards.bounds
    x, y = series.x.to_numpy(), series.y.to_numpy()
    counts, within = [], []
    for shape, (left, low, right, high) in zip(wards, bounds.to_numpy()):
        close = (x >= left - KM) & (x <= right + KM) & (y >= low - KM) & (y <= high + KM)
        away = series[close].distance(shape)
        counts.append(int((away == 0).sum()))
        within.append(int((away <= KM).sum()))
    return counts, within
