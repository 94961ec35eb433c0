"""The locator: where in its country the areas of a page are."""

from __future__ import annotations

import pytest
from map_squares import EAST, NORTH, focus_on, squares
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsProject, QgsRectangle, QgsVectorLayer

from cni_mapper.ui.maps.layouts.locator import OUTLINES, LocatorLayers, make_locator
from cni_mapper.ui.maps.layouts.page import PrintedResult
from cni_mapper.ui.maps.layouts.result import read_result

GRID = QgsCoordinateReferenceSystem("EPSG:27700")
KM2 = {"E": 130_300, "W": 20_700, "S": 78_000, "N": 14_100}
"""Land of the nations as the ONS measures it, rounded; with inland water in Northern Ireland."""


def only(layer: QgsVectorLayer):
    (feature,) = layer.getFeatures()
    return feature.geometry()


def names(made: LocatorLayers | None) -> list[str]:
    assert made is not None
    return [layer.name() for layer in made.layers]


@pytest.mark.parametrize("nation", KM2)
def test_outlines_are_those_of_the_nations(nation: str) -> None:
    layer = QgsVectorLayer(str(OUTLINES), "outlines", "ogr")
    shapes = {feature["nation"]: feature.geometry() for feature in layer.getFeatures()}
    shape = shapes[nation]
    shape.transform(QgsCoordinateTransform(layer.crs(), GRID, QgsProject.instance()))
    assert shape.isGeosValid()
    assert shape.area() / 1e6 == pytest.approx(KM2[nation], rel=0.03)


def test_outlines_are_small() -> None:
    assert sum(path.stat().st_size for path in OUTLINES.parent.iterdir()) < 150_000


def test_a_county_of_its_own_stands_for_a_country() -> None:
    result = squares()
    made = make_locator(result, focus_on(result, "D2"), 27, 29)
    assert names(made) == ["Areas shown", "Land"]
    assert only(made.layers[0]).area() == pytest.approx(4e6)
    # All twelve squares of 1 km2.
    assert only(made.layers[1]).area() == pytest.approx(12e6)
    assert (made.extent.center().x(), made.extent.center().y()) == (EAST + 3000, NORTH + 1000)
    # 6 km across 92% of 27 mm.
    assert made.extent.width() == pytest.approx(6000 / 0.92)
    assert made.extent.width() / made.extent.height() == pytest.approx(27 / 29)


def test_small_areas_have_a_ring() -> None:
    # A square of 1 km among 40 in a row is 0.6 mm wide in 27 mm.
    result = squares(40, 1, across=1)
    made = make_locator(result, focus_on(result, "D7"), 27, 29)
    assert made.ringed
    assert names(made) == ["Ring", "Areas shown", "Land"]
    assert (only(made.layers[0]).asPoint().x(), only(made.layers[0]).asPoint().y()) == (EAST + 6500, NORTH + 500)


def test_the_ring_is_whole_at_the_edge() -> None:
    result = squares(40, 1, across=1)
    made = make_locator(result, focus_on(result, "D1"), 27, 29)
    ring = only(made.layers[0]).asPoint()
    metres = made.extent.width() / 27
    assert made.extent.contains(QgsRectangle.fromCenterAndSize(ring, 4 * metres, 4 * metres))


def test_nothing_is_located_in_itself() -> None:
    result = squares()
    assert make_locator(result, focus_on(result, "D1", "D2", "D3"), 27, 29) is None


@pytest.fixture(scope="module")
def wards(england: str) -> PrintedResult:
    return read_result(QgsVectorLayer(england, "England", "ogr"))


def test_a_district_in_england(wards: PrintedResult) -> None:
    made = make_locator(wards, focus_on(wards, "E06000010"), 27, 29)
    assert names(made) == ["Ring", "Areas shown", "Land"]
    assert only(made.layers[2]).area() / 1e6 == pytest.approx(KM2["E"], rel=0.03)
    # The middle of Hull is near TA 09 31.
    ring = only(made.layers[0]).asPoint()
    assert (ring.x(), ring.y()) == pytest.approx((509_000, 431_000), abs=3_000)


def test_england_itself_needs_no_locator(wards: PrintedResult) -> None:
    assert make_locator(wards, wards.table["area_code"].notna().to_numpy(), 27, 29) is None
