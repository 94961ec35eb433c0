"""What the maps of a page draw: the areas shown in their colours, their outline, and what is around them."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from map_squares import EAST, GRID, NORTH, choices, colour_at, drawn, focus_on, square, squares
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsExpressionContext,
    QgsExpressionContextScope,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsRectangle,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsVectorLayer,
)
from style_parts import CNI_COLOURS, FILLS, hatch_of, symbols

from cni_mapper.core.errors import CniError
from cni_mapper.ui.maps.colours import BIVARIATE, GREY_RAMP, INK
from cni_mapper.ui.maps.layouts.map_layers import MapLayers, make_map_layers
from cni_mapper.ui.maps.layouts.map_source import map_source
from cni_mapper.ui.maps.layouts.page import PrintedResult
from cni_mapper.ui.maps.layouts.symbols import border_symbol, focus_symbol

AROUND = QgsRectangle(EAST - 500, NORTH - 500, EAST + 6500, NORTH + 2500)


def codes(layer: QgsVectorLayer) -> list[str]:
    return [feature["area_code"] for feature in layer.getFeatures()]


def layers_of(result: PrintedResult, *districts: str, theme: str = "overlay", **more) -> MapLayers:
    return make_map_layers(result, focus_on(result, *districts), theme, choices(**more))


def test_only_the_areas_of_the_focus_are_themed() -> None:
    made = layers_of(squares(), "D2")
    assert codes(made.themed) == ["X3", "X4", "X9", "X10"]
    assert (made.extent.xMinimum(), made.extent.yMinimum()) == (EAST + 2000, NORTH)
    assert (made.extent.width(), made.extent.height()) == (2000, 2000)
    assert [layer.name() for layer in made.layers] == ["Names", "Outline", "squares", "Around"]
    assert all(layer.crs() == GRID for layer in made.layers)


def test_the_districts_around_are_whole_and_named() -> None:
    made = layers_of(squares(), "D2")
    found = {feature["name"]: feature.geometry() for feature in made.neighbours.getFeatures()}
    assert sorted(found) == ["District 1", "District 3"]
    # Four squares of 1 km2 each, without the lines between them.
    assert [shape.area() for shape in found.values()] == pytest.approx([4e6, 4e6], rel=1e-3)
    assert [shape.constGet().numGeometries() for shape in found.values()] == [1, 1]


def test_the_districts_around_have_no_cracks_that_would_show_as_blobs() -> None:
    # 8 m between two squares of a district, on a page whose details are of 1 m.
    result = squares()
    shapes = [QgsGeometry(shape) for shape in result.shapes]
    shapes[1].translate(8, 0)
    made = layers_of(replace(result, shapes=shapes), "D2")
    found = {feature["name"]: feature.geometry() for feature in made.neighbours.getFeatures()}
    assert found["District 1"].area() == pytest.approx(4e6 + 8 * 1000, abs=2000)


def test_a_part_of_a_district_has_the_rest_of_it_around() -> None:
    result = squares()
    focus = (result.table["area_code"] == "X3").to_numpy()
    made = make_map_layers(result, focus, "overlay", choices())
    found = {feature["name"]: feature.geometry().area() for feature in made.neighbours.getFeatures()}
    # 1 km in size, and 1.5 km around it are drawn: 1.5 of the 2 km of District 1 and of the 2 km beyond District 2.
    assert found == pytest.approx({"District 1": 1.5 * 2e6, "District 2": 3e6, "District 3": 0.5 * 2e6}, rel=0.05)
    assert made.districts is None


def test_areas_without_a_district_are_around_too() -> None:
    result = squares()
    result.table.loc[result.table["district_code"] == "D1", ["district_code", "district_name"]] = None
    found = [feature["name"] for feature in layers_of(result, "D2").neighbours.getFeatures()]
    assert sorted(found) == ["", "", "", "", "District 3"]


def test_nothing_is_around_the_whole_result() -> None:
    made = layers_of(squares(), "D1", "D2", "D3")
    assert made.neighbours is None
    # Two borders, from the south to the north of two squares of 1 km.
    borders = {feature["name"]: feature.geometry() for feature in made.districts.getFeatures()}
    assert list(borders) == ["District 1", "District 2"]
    assert [line.length() for line in borders.values()] == pytest.approx([2000, 2000], rel=0.05)
    assert [layer.name() for layer in made.layers] == ["Names", "Outline", "Districts", "squares"]


def test_an_area_without_a_shape_is_left_out() -> None:
    result = squares()
    shapes = [QgsGeometry() if i == 2 else shape for i, shape in enumerate(result.shapes)]
    made = layers_of(replace(result, shapes=shapes), "D2")
    assert codes(made.themed) == ["X4", "X9", "X10"]


def test_no_shape_at_all_is_told() -> None:
    result = squares()
    with pytest.raises(CniError) as caught:
        layers_of(replace(result, shapes=[QgsGeometry()] * len(result.shapes)), "D2")
    assert (caught.value.code, caught.value.context["table"]) == ("page_without_shapes", "squares")


def test_an_unknown_theme_is_told() -> None:
    with pytest.raises(CniError) as caught:
        layers_of(squares(), "D2", theme="wealth")
    assert (caught.value.code, caught.value.context["theme"]) == ("page_theme_unknown", "wealth")


def test_a_drawn_map_has_the_colours_of_the_theme() -> None:
    result = squares()
    made = layers_of(result, "D2", theme="cni")
    image = drawn(made.layers, AROUND)
    for column, row, decile in ((2, 0, 3), (3, 0, 4), (2, 1, 9)):
        assert colour_at(image, AROUND, EAST + 1000 * column + 500, NORTH + 1000 * row + 500) == CNI_COLOURS[decile - 1]
    # X10 is the tenth area and so without data; beside the map lies the district in grey, outside all white.
    assert colour_at(image, AROUND, EAST + 500, NORTH + 700) == "#dfe1e2"
    assert colour_at(image, AROUND, EAST + 3500, NORTH + 2400) == "#ffffff"
    assert colour_at(image, AROUND, EAST + 2000, NORTH + 500) == "#1f2426"


def test_districts_around_have_no_lines_inside() -> None:
    image = drawn(layers_of(squares(), "D2").layers, AROUND)
    across = {colour_at(image, AROUND, EAST + x, NORTH + 1700) for x in range(100, 1800, 10)}
    assert across == {"#dfe1e2"}


@pytest.mark.parametrize(("areas", "width"), [(150, 0.15), (152, 0.075)])
def test_lines_are_thinned_where_areas_are_many(areas: int, width: float) -> None:
    result = squares(areas // 2, 2, across=areas)
    made = layers_of(result, "D1", theme="imd")
    symbol = symbols(made.themed.renderer())["1"]
    layer = symbol.symbolLayer(0)
    assert layer.strokeWidth() == pytest.approx(width)
    # Few areas keep their lines and hatches at every scale; many lose them where the layer panel does, from 1:800,000.
    assert layer.dataDefinedProperties().hasActiveProperties() == (areas > 150)


def width_at(symbol: QgsSymbol, scale: float | None) -> float:
    """The width in mm of the first line of a symbol at a map scale."""
    layer = symbol.symbolLayer(0)
    inner = layer.subSymbol().symbolLayer(0) if layer.subSymbol() else layer
    (key,) = inner.dataDefinedProperties().propertyKeys()
    context = QgsExpressionContext()
    scope = QgsExpressionContextScope()
    if scale is not None:
        scope.setVariable("map_scale", scale)
    context.appendScope(scope)
    return inner.dataDefinedProperties().property(key).value(context, -1)[0]


def test_lines_are_finer_the_smaller_the_scale() -> None:
    outline, border = focus_symbol(), border_symbol()
    scales = [None, 100_000, 800_000, 1_000_000, 2_500_000, 5_500_000]
    assert [width_at(outline, scale) for scale in scales] == [0.6, 0.6, 0.6, 0.4, 0.4, 0.25]
    # The rim of a border stays within the outline, and goes where borders are finest.
    assert [width_at(border, scale) for scale in (None, 400_000, 500_000, 1_000_000)] == [0.55, 0.55, 0.48, 0.15]


def test_there_are_no_borders_of_districts_in_a_country() -> None:
    districts = layers_of(squares(), "D1", "D2").districts
    assert districts.isInScaleRange(2_900_000)
    assert not districts.isInScaleRange(3_100_000)


def test_a_base_map_shows_through() -> None:
    base = QgsVectorLayer("Polygon?crs=EPSG:27700", "base", "memory")
    made = layers_of(squares(), "D2", base_map=base)
    assert made.layers[-1] is base
    symbol = symbols(made.themed.renderer())["left_behind"]
    fill = symbol.symbolLayer(0).fillColor()
    assert (fill.name(), fill.alpha()) == (FILLS["left_behind"], round(0.65 * 255))
    image = drawn(made.layers[:-1], AROUND)
    assert colour_at(image, AROUND, EAST + 500, NORTH + 700) == "#ffffff"


def test_grey_colours() -> None:
    made = layers_of(squares(), "D2", theme="cni", colours="grey")
    found = symbols(made.themed.renderer())
    assert [found[str(decile)].symbolLayer(0).fillColor().name() for decile in range(1, 11)] == list(GREY_RAMP)


def test_bivariate_classes_and_their_hatch() -> None:
    # Of 30 areas, high is rank 1 to 3, middle to 10: CNI rank i, IMD rank 31 - i.
    result = squares(30, 1, across=30, categories=["other"])
    made = layers_of(result, "D1", theme="bivariate")
    found = [feature["bivariate"] for feature in made.themed.getFeatures()]
    assert found == [6] * 3 + [3] * 7 + [0] * 10 + [1] * 7 + [2] * 3
    classes = symbols(made.themed.renderer())
    assert [classes[str(k)].symbolLayer(0).fillColor().name() for k in range(9)] == list(BIVARIATE)
    assert [hatch_of(classes[str(k)]) is not None for k in range(9)] == [False] * 8 + [True]
    other = {**result.record, "limits": {**result.record["limits"], "cni": {"places": 6}}}
    made = layers_of(replace(result, record=other), "D1", theme="bivariate")
    unhatched = symbols(made.themed.renderer())
    assert hatch_of(unhatched["8"]) is None


def in_degrees(result: PrintedResult) -> PrintedResult:
    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    shapes = [QgsGeometry(shape) for shape in result.shapes]
    for shape in shapes:
        shape.transform(QgsCoordinateTransform(GRID, degrees, QgsProject.instance()))
    return replace(result, shapes=shapes, crs=degrees)


def in_web_mercator(result: PrintedResult) -> PrintedResult:
    mercator = QgsCoordinateReferenceSystem("EPSG:3857")
    shapes = [QgsGeometry(shape) for shape in result.shapes]
    for shape in shapes:
        shape.transform(QgsCoordinateTransform(GRID, mercator, QgsProject.instance()))
    return replace(result, shapes=shapes, crs=mercator)


@pytest.mark.parametrize("moved", [in_degrees, in_web_mercator])
def test_a_map_is_to_scale_whatever_the_system_of_the_result(moved: Callable[[PrintedResult], PrintedResult]) -> None:
    made = layers_of(moved(squares()), "D2")
    assert made.themed.crs().authid() == "EPSG:27700"
    assert made.extent.width() == pytest.approx(2000, abs=5)
    assert made.extent.xMinimum() == pytest.approx(EAST + 2000, abs=5)


def test_slivers_and_small_holes_do_not_blot_the_outline() -> None:
    # A ring of eight squares around a hole of 1 km2 keeps its hole; one of 20 m does not.
    ring = [square(x, y) for x in range(3) for y in range(3) if (x, y) != (1, 1)]
    result = squares(8, 1, across=8)
    wide = make_map_layers(replace(result, shapes=ring), np.ones(8, dtype=bool), "overlay", choices())
    extent = QgsRectangle(EAST - 500, NORTH - 500, EAST + 3500, NORTH + 3500)
    assert colour_at(drawn(wide.layers[1:2], extent), extent, EAST + 1000, NORTH + 1500) == "#1f2426"
    pond = QgsGeometry.fromRect(QgsRectangle(EAST + 490, NORTH + 490, EAST + 510, NORTH + 510))
    shapes = [shape.difference(pond) for shape in result.shapes]
    narrow = make_map_layers(replace(result, shapes=shapes), np.ones(8, dtype=bool), "overlay", choices())
    extent = QgsRectangle(EAST - 500, NORTH - 500, EAST + 8500, NORTH + 1500)
    image = drawn(narrow.layers[1:2], extent)
    dark = [colour_at(image, extent, EAST + x, NORTH + 500) for x in range(300, 700, 5)]
    assert set(dark) == {"#ffffff"}


def test_pages_share_what_is_dissolved_and_it_goes_with_the_result() -> None:
    result = squares()
    layers_of(result, "D2")
    source = map_source(result)
    first = source.dissolved(0)
    layers_of(result, "D3")
    assert map_source(result) is source
    assert source.dissolved(0) is first
    kept = weakref.ref(source)
    del source, result
    gc.collect()
    assert kept() is None


def test_what_takes_long_can_be_made_step_by_step() -> None:
    result = squares()
    focus = focus_on(result, "D1", "D2")
    steps = sum(1 for _ in map_source(result).prepare(focus))
    assert steps == 2
    assert map_source(result).outline(focus, 1.0).area() == pytest.approx(8e6)


def test_a_river_between_two_districts_has_one_border() -> None:
    # 10 m on a page of 4 km, whose details are of 2 m.
    result = squares()
    shapes = [QgsGeometry(shape) for shape in result.shapes]
    for i, district in enumerate(result.table["district_code"]):
        if district == "D2":
            shapes[i].translate(10, 0)
    made = layers_of(replace(result, shapes=shapes), "D1", "D2")
    (border,) = made.districts.getFeatures()
    assert border.geometry().length() == pytest.approx(2000, rel=0.05)


def test_a_pond_in_a_district_around_is_filled() -> None:
    # 20 m wide, on a page of 2 km.
    result = squares()
    pond = QgsGeometry.fromRect(QgsRectangle(EAST + 500, NORTH + 500, EAST + 520, NORTH + 520))
    shapes = [shape.difference(pond) for shape in result.shapes]
    made = layers_of(replace(result, shapes=shapes), "D2")
    found = {feature["name"]: feature.geometry() for feature in made.neighbours.getFeatures()}
    assert [len(rings) for rings in found["District 1"].asMultiPolygon()] == [1]


def test_the_outline_leaves_tails_out() -> None:
    # A square of 1 km with a tail of 10 m by 400 m, which is drawn a quarter of a millimetre wide.
    tail = QgsGeometry.fromRect(QgsRectangle(EAST + 1000, NORTH + 500, EAST + 1400, NORTH + 510))
    layer = QgsVectorLayer("Polygon?crs=EPSG:27700", "shape", "memory")
    feature = QgsFeature()
    feature.setGeometry(square(0, 0).combine(tail))
    layer.dataProvider().addFeatures([feature])
    layer.setRenderer(QgsSingleSymbolRenderer(focus_symbol()))
    image = drawn([layer], AROUND)
    assert colour_at(image, AROUND, EAST + 1000, NORTH + 200) == INK
    assert colour_at(image, AROUND, EAST + 1300, NORTH + 505) == "#ffffff"
