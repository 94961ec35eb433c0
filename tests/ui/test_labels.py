"""Names and numbers on maps: which areas have one, that they lie inside, and that none lies on another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from map_squares import EAST, NORTH, choices, focus_on, squares
from qgis.core import QgsGeometry, QgsPointXY, QgsRectangle, QgsVectorLayer

from cni_mapper.ui.maps.layouts.extent import nice_scale
from cni_mapper.ui.maps.layouts.fonts import font_family, text_width
from cni_mapper.ui.maps.layouts.label_drawing import apply_labels, text_on
from cni_mapper.ui.maps.layouts.label_placing import Shape, Spot, Wrapped, find_offers, line_breaks, place
from cni_mapper.ui.maps.layouts.labels import A3, A4, Labels, LabelStyle, place_labels
from cni_mapper.ui.maps.layouts.map_layers import make_map_layers
from cni_mapper.ui.maps.layouts.map_source import map_source
from cni_mapper.ui.maps.layouts.page import PrintedResult
from cni_mapper.ui.maps.layouts.result import read_result

MM = 25.4 / 72
SIX = {"E06000009": 100, "E06000010": 100, "E08000035": 97, "E08000025": 100, "E06000047": 58, "E06000057": 15}
"""Districts of cartography.md's table with the most that it names on A4 at 6.5 points, in percent."""


def test_every_way_to_break_a_name_into_three_lines() -> None:
    assert line_breaks("Hull") == ["Hull"]
    assert line_breaks("Orchard  Park and Greenwood") == [
        "Orchard Park and Greenwood",
        "Orchard\nPark and Greenwood",
        "Orchard Park\nand Greenwood",
        "Orchard Park and\nGreenwood",
        "Orchard\nPark\nand Greenwood",
        "Orchard\nPark and\nGreenwood",
        "Orchard Park\nand\nGreenwood",
    ]


def box_shape(x_from: float, y_from: float, x_to: float, y_to: float) -> Shape:
    corners = [(x_from, y_from), (x_to, y_from), (x_to, y_to), (x_from, y_to)]
    edges = [[*a, *b] for a, b in zip(corners, corners[1:] + corners[:1])]
    return Shape(np.array(edges, dtype=float), ((x_from + x_to) / 2, (y_from + y_to) / 2))


def covered(shape: Shape, box: tuple[float, ...]) -> float:
    """The share of a box inside a shape."""
    x_from, y_from, x_to, y_to = box
    x, y = np.array([x_from + x_to]) / 2, np.array([y_from + y_to]) / 2
    width, height = x_to - x_from, y_to - y_from
    return shape.raster.covered(shape.raster.strips(y, height), x, width).item() / (width * height)


@pytest.mark.parametrize(
    ("box", "expected"),
    [((2, 2, 4, 4), 1.0), ((-2, 2, 2, 4), 0.5), ((8, 8, 12, 12), 0.25), ((20, 20, 22, 22), 0.0), ((-5, 4, 15, 6), 0.5)],
)
def test_the_share_of_a_box_inside_an_area(box: tuple[float, ...], expected: float) -> None:
    assert covered(box_shape(0, 0, 10, 10), box) == pytest.approx(expected, abs=0.02)


def test_the_share_agrees_with_the_polygon() -> None:
    points = [QgsPointXY(*xy) for xy in ((0, 0), (30, 4), (22, 15), (28, 33), (9, 21), (2, 26))]
    polygon = QgsGeometry.fromPolygonXY([[*points, points[0]]])
    ends = zip(points, [*points[1:], points[0]])
    shape = Shape(np.array([[a.x(), a.y(), b.x(), b.y()] for a, b in ends]), (12, 12))
    for box in ((1, 1, 12, 6), (10, 8, 25, 14), (0, 18, 12, 27), (20, 20, 31, 34)):
        drawn = QgsGeometry.fromRect(QgsRectangle(*box))
        expected = polygon.intersection(drawn).area() / drawn.area()
        assert covered(shape, box) == pytest.approx(expected, abs=0.02)


def spots_in(
    shapes: Sequence[Shape], ways: Sequence[Sequence[Wrapped]], blocked: np.ndarray | None = None
) -> list[Spot | None]:
    return place(find_offers(shapes, ways, 0.9), 0.9, blocked)


def test_what_was_found_for_less_inside_serves_for_more() -> None:
    shapes, ways = [box_shape(0, 0, 20, 6), box_shape(0, 5, 20, 11)], [[Wrapped("one", 10, 5)], [Wrapped("two", 10, 5)]]
    assert place(find_offers(shapes, ways, 0.5), 0.9) == spots_in(shapes, ways)


def test_labels_make_way_for_each_other() -> None:
    # Two areas of 20 x 6 mm, one above the other, whose labels of 10 x 5 would meet at the line between them.
    shapes = [box_shape(0, 0, 20, 6), box_shape(0, 5, 20, 11)]
    wraps = [[Wrapped("one", 10, 5)], [Wrapped("two", 10, 5)]]
    one, two = spots = spots_in(shapes, wraps)
    assert abs(one.y - two.y) >= 5 or abs(one.x - two.x) >= 10
    assert [spot.inside for spot in spots] == pytest.approx([1, 1], abs=0.01)
    assert spots_in(shapes, wraps) == spots
    taken = np.array([[0.0, 0.0, 9.0, 6.0]])
    assert spots_in(shapes[:1], wraps[:1], taken)[0].x >= 14
    assert spots_in(shapes[:1], wraps[:1], np.array([[5.0, 0.0, 15.0, 6.0]])) == [None]


def boxes(labels: Labels, style: LabelStyle, scale: float) -> list[QgsRectangle]:
    """Around the letters of each label, in metres."""
    found = []
    for label in labels.placed.values():
        points = style.points_of(label)
        width = text_width(label.text, points, bold=label.is_number, family=style.family)
        height = points * MM * (1 + label.text.count("\n"))
        half_width, half_height = width * scale / 2000, height * 0.75 * scale / 2000
        found.append(
            QgsRectangle(label.x - half_width, label.y - half_height, label.x + half_width, label.y + half_height)
        )
    return found


def overlapping(found: Iterable[QgsRectangle]) -> int:
    return sum(one.intersects(two) for one, two in combinations(found, 2))


def test_names_where_they_have_room() -> None:
    # Squares of 1 km at 1:50,000 are 20 mm wide: 'Ward 10' takes about 9 mm.
    result = squares()
    labels = place_labels(result, focus_on(result, "D2"), choices(), 50_000)
    assert labels.named == 1
    assert labels.numbering == {}
    assert {code: label.text.replace("\n", " ") for code, label in labels.placed.items()} == {
        "X3": "Ward 3",
        "X4": "Ward 4",
        "X9": "Ward 9",
        "X10": "Ward 10",
    }
    for code, (column, row) in {"X3": (2, 0), "X4": (3, 0), "X9": (2, 1), "X10": (3, 1)}.items():
        middle = (EAST + 1000 * column + 500, NORTH + 1000 * row + 500)
        assert (labels.placed[code].x, labels.placed[code].y) == pytest.approx(middle, abs=100)


def test_numbers_in_the_order_of_the_list_where_names_have_no_room() -> None:
    # At 1:300,000 the squares are 3.3 mm wide, enough for a number alone. Categories go round by fives.
    result = squares(6, 2, across=6)
    result.table["cni_rank"] = result.table["cni_rank"].mask(result.table["area_code"] == "X6", 0)
    labels = place_labels(result, focus_on(result, "D1"), choices(), 300_000)
    assert labels.named == 0
    # Left behind X1, X6, X11 by rank (X6 was given 0), deprived X2, X7, X12, high need X3, X8.
    assert labels.numbering == {"X6": 1, "X1": 2, "X11": 3, "X2": 4, "X7": 5, "X12": 6, "X3": 7, "X8": 8}
    assert {code: label.text for code, label in labels.placed.items()} == {
        code: str(number) for code, number in labels.numbering.items()
    }
    assert all(label.is_number for label in labels.placed.values())


def test_those_that_the_list_shows_are_numbered_in_its_order() -> None:
    result = squares(6, 2, across=6)
    listed = ["X2", "X1", "X6"]
    labels = place_labels(result, focus_on(result, "D1"), choices(), 300_000, A4, listed)
    assert labels.numbering == {"X2": 1, "X1": 2, "X6": 3}
    assert place_labels(result, focus_on(result, "D1"), choices(), 300_000, A4, []).numbering == {}


def test_a_page_of_one_index_numbers_the_worst_on_it() -> None:
    # Twelve areas, a limit of four: ranks on need count up, on deprivation down; X5 and X10 have none.
    result = squares(6, 2, across=6)
    for index in ("cni", "imd"):
        result.record["limits"][index]["places"] = 4
    focus = focus_on(result, "D1")
    need = place_labels(result, focus, replace(choices(), theme="cni"), 300_000)
    assert need.numbering == {"X1": 1, "X2": 2, "X3": 3, "X4": 4}
    deprivation = place_labels(result, focus, replace(choices(), theme="imd"), 300_000)
    # X12 has rank 1, X11 2, X9 4.
    assert deprivation.numbering == {"X12": 1, "X11": 2, "X9": 3}


def test_left_behind_areas_have_their_numbers_first() -> None:
    # Two areas of 1.7 mm that are the same square: one number alone finds room, though the other is first in the list.
    result = squares(6, 2, across=6)
    shapes = [result.shapes[1] if i == 5 else shape for i, shape in enumerate(result.shapes)]
    labels = place_labels(replace(result, shapes=shapes), focus_on(result, "D1"), choices(), 600_000, A4, ["X2", "X6"])
    assert labels.numbering == {"X6": 1}


def test_districts_that_are_lost_are_tried_smaller() -> None:
    # Districts of 2 x 2 km at 1:100,000 are 20 mm wide; four fifths of a name and its 1.6 mm must lie inside.
    result, style = squares(), replace(A4, neighbours=10.0)
    wide = "M" * round(26 / text_width("M", 10.0, bold=True))
    result.table["district_name"] = result.table["district_name"].replace("District 1", wide)
    focus = focus_on(result, "D1", "D2")
    labels = place_labels(result, focus, choices(), 100_000, style)
    assert {name: label.points for name, label in labels.districts.items()} == {wide: 8.5, "District 2": None}
    made = make_map_layers(result, focus, "overlay", choices())
    apply_labels(made, labels, style)
    assert sorted(feature["points"] for feature in made.names.getFeatures()) == [8.5, 10.0]


def test_several_districts_are_named_alone() -> None:
    result = squares()
    labels = place_labels(result, focus_on(result, "D1", "D2"), choices(), 50_000)
    assert (labels.placed, labels.numbering) == ({}, {})
    assert sorted(labels.districts) == ["District 1", "District 2"]
    assert labels.districts["District 1"].x == pytest.approx(EAST + 1000, abs=250)


def test_many_areas_of_one_district_have_no_labels() -> None:
    result = squares(76, 2, across=76)
    labels = place_labels(result, focus_on(result, "D1"), choices(), 50_000)
    assert (labels.placed, labels.numbering, labels.districts) == ({}, {}, {})


def test_labels_can_be_chosen() -> None:
    result = squares()
    focus = focus_on(result, "D1", "D2", "D3")
    assert place_labels(result, focus, choices(labels="none"), 50_000).placed == {}
    assert set(place_labels(result, focus, choices(labels="left_behind"), 50_000).placed) == {"X1", "X6", "X11"}
    assert len(place_labels(result, focus, choices(labels="all"), 50_000).placed) == 12
    # Names that have no room are left out, never laid over others.
    assert place_labels(result, focus, choices(labels="all"), 400_000).placed == {}


def test_names_around_lie_inside_what_is_shown() -> None:
    result = squares()
    result.table["district_name"] = result.table["district_name"].replace("District 1", "District 1, City of")
    focus = focus_on(result, "D2")
    # 1.5 km of the districts on either side.
    frame = QgsRectangle(EAST + 500, NORTH - 200, EAST + 5500, NORTH + 2200)
    labels = place_labels(result, focus, choices(), 50_000, frame=frame)
    assert sorted(label.text.replace("\n", " ") for label in labels.around) == ["District 1", "District 3"]
    assert all(frame.contains(QgsPointXY(label.x, label.y)) for label in labels.around)
    assert place_labels(result, focus, choices(), 50_000).around == ()
    made = make_map_layers(result, focus, "overlay", choices())
    apply_labels(made, labels, A4)
    assert {feature["label"] for feature in made.names.getFeatures()} == {label.text for label in labels.around}


def test_names_that_are_lost_are_tried_smaller() -> None:
    # Squares of 20 mm: a name of 42 mm and 1 mm around it cannot have half of it inside, one of 37.8 mm can.
    result = squares(6, 2, across=6)
    result.table.loc[0, "area_name"] = "M" * round(42 / text_width("M", A3.names))
    labels = place_labels(result, focus_on(result, "D1"), choices(), 50_000, A3)
    assert labels.named == pytest.approx(11 / 12)
    assert labels.numbering == {}
    assert {code: label.points for code, label in labels.placed.items() if label.points} == {"X1": 0.9 * A3.names}
    assert len(labels.placed) == 12


def test_an_area_without_a_name_is_labelled_by_its_code() -> None:
    result = squares()
    result.table.loc[2, "area_name"] = None
    labels = place_labels(result, focus_on(result, "D2"), choices(), 50_000)
    assert labels.placed["X3"].text == "X3"


def test_areas_without_a_shape_have_no_label() -> None:
    result = squares()
    shapes = [QgsGeometry() if i == 2 else shape for i, shape in enumerate(result.shapes)]
    found = place_labels(replace(result, shapes=shapes), focus_on(result, "D2"), choices(), 50_000)
    assert sorted(found.placed) == ["X10", "X4", "X9"]


def test_labels_are_drawn_in_the_fill_they_stand_on() -> None:
    result = squares()
    focus = focus_on(result, "D1")
    made = make_map_layers(result, focus, "overlay", choices())
    apply_labels(made, place_labels(result, focus, choices(), 50_000, A3), A3)
    rows = {feature["area_code"]: feature for feature in made.themed.getFeatures()}
    found = {code: [row[name] for name in ("colour", "halo_colour", "halo")] for code, row in rows.items()}
    assert found == {
        "X1": ["#ffffff", "#411c39", 1.0],
        "X2": ["#ffffff", "#2f78b0", 0.5],
        "X7": ["#ffffff", "#2f78b0", 0.5],
        "X8": ["#1f2426", "#faa646", 0.5],
    }
    assert made.themed.labelsEnabled()
    assert made.themed.labeling().settings().displayAll


@pytest.mark.parametrize(("fill", "text"), [("#411c39", "#ffffff"), ("#c05e07", "#ffffff"), ("#d37306", "#1f2426")])
def test_text_is_white_or_ink(fill: str, text: str) -> None:
    assert text_on(fill) == text


@pytest.fixture(scope="module")
def wards(england: str) -> PrintedResult:
    return read_result(QgsVectorLayer(england, "England", "ogr"))


@pytest.mark.parametrize(("district", "most"), SIX.items())
@pytest.mark.parametrize("family", ["", "DejaVu Sans"])
def test_labels_of_districts(wards: PrintedResult, district: str, most: int, family: str) -> None:
    focus = (wards.table["district_code"] == district).to_numpy()
    scale, style = nice_scale(map_source(wards).extent(focus), 186, 138), replace(A4, family=family)
    labels = place_labels(wards, focus, choices(), scale, style)
    assert labels.named is not None
    # DejaVu is about 15% wider.
    assert 100 * labels.named >= most - (20 if family else 5)
    if labels.named >= 0.9:
        assert labels.numbering == {}
        assert len(labels.placed) == focus.sum()
        assert min(style.points_of(label) for label in labels.placed.values()) >= 6
    else:
        assert sorted(labels.numbering.values()) == list(range(1, len(labels.numbering) + 1))
    assert overlapping(boxes(labels, style, scale)) == 0


def test_all_of_durham_has_its_numbers(wards: PrintedResult) -> None:
    focus = (wards.table["district_code"] == "E06000047").to_numpy()
    labels = place_labels(wards, focus, choices(), 420_000, A4)
    # 16 left behind, 1 deprived and 19 high need in the published tables; the first three by rank of need.
    assert len(labels.numbering) == 36
    names = wards.table.set_index("area_code")["area_name"]
    assert [names[code] for code in list(labels.numbering)[:3]] == ["Trimdon and Thornley", "Stanley", "Aycliffe West"]


def test_the_font_is_one_that_is_installed() -> None:
    assert font_family() in ("Arial", "Liberation Sans", "Helvetica", "Nimbus Sans", "DejaVu Sans")
    # Digits of Arial and Liberation are 0.556 of the size wide.
    if font_family() in ("Arial", "Liberation Sans"):
        assert text_width("00000", 10) == pytest.approx(5 * 0.556 * 10 * MM, rel=0.01)
    assert text_width("00000\n00", 10, family="DejaVu Sans") > text_width("00000", 10) * 1.1
