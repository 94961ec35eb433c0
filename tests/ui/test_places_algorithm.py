"""cni:places through QGIS: on the sample county, on layers of every kind and system, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from county import County, hashes, layer_frame, memory_copy, rows_of, save_layer
from fault_files import Heard, assert_plain, refusal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsProcessingException,
    QgsProject,
    QgsVectorLayer,
)

GRID = "EPSG:27700"
COLUMNS = ["area_name", "count", "count_within", "per_1000", "per_1000_catchment", "nearest_m", "share"]


def layer(
    kind: str, shapes: list[str | None], crs: str = GRID, fields: str = "", rows: list[list] = ()
) -> QgsVectorLayer:
    """A layer in memory. shapes: WKT, None for a feature without a shape."""
    made = QgsVectorLayer(f"{kind}?crs={crs}{fields}", kind.lower(), "memory")
    assert made.isValid()
    for number, text in enumerate(shapes):
        feature = QgsFeature(made.fields())
        if text:
            feature.setGeometry(QgsGeometry.fromWkt(text))
        if rows:
            feature.setAttributes(rows[number])
        assert made.dataProvider().addFeature(feature)
    made.updateExtents()
    return made


def box(x: float, y: float, size: float = 1000) -> str:
    return f"POLYGON(({x} {y},{x + size} {y},{x + size} {y + size},{x} {y + size},{x} {y}))"


def wards(shapes: list[str | None], people: list = (), crs: str = GRID) -> QgsVectorLayer:
    fields = "&field=ward_code:string&field=ward_name:string&field=population:integer"
    people = people or [1000] * len(shapes)
    rows = [[f"X05{i:06d}", f"Ward {i}", people[i]] for i in range(len(shapes))]
    return layer("Polygon", shapes, crs, fields, rows)


@pytest.fixture
def run(processing, output: Path):
    """Runs cni:places; returns the rows by area code and what was said."""

    def runs(places, areas, **more):
        heard = Told()
        target = str(output / "places.gpkg")
        done = processing.run(
            "cni:places", {"PLACES": places, "AREAS": areas, "OUTPUT": target, **more}, feedback=heard
        )
        return rows_of(done["OUTPUT"]), heard, done

    return runs


class Told(Heard):
    """Warnings and information too."""

    def __init__(self) -> None:
        super().__init__()
        self.warnings: list[str] = []
        self.said: list[str] = []

    def pushWarning(self, warning: str) -> None:
        self.warnings.append(warning)

    def pushInfo(self, info: str) -> None:
        self.said.append(info)


def test_two_wards_and_their_libraries(run) -> None:
    """By hand: two neighbours of 1 km with 5,000 and 1,000 people, the first with two libraries, one 800 m away."""
    places = layer("Point", ["POINT(500 500)", "POINT(1000 200)", "POINT(-800 500)"])
    rows, heard, done = run(places, wards([box(0, 0), box(1000, 0)], [5000, 1000]))
    assert list(rows.columns) == COLUMNS[:-1]
    assert list(rows["area_name"]) == ["Ward 0", "Ward 1"]
    assert list(rows["count"]) == [2, 1] and list(rows["count_within"]) == [3, 2]
    assert list(rows["per_1000"]) == [0.6, 2.0]
    # Each ring takes in the whole of the other ward.
    assert list(rows["per_1000_catchment"]) == pytest.approx([1000 * 3 / 6000, 1000 * 2 / 6000])
    assert list(rows["nearest_m"]) == pytest.approx([0, np.hypot(500, 300)])
    assert done["PLACES_NEAR"] == 3
    assert heard.warnings == []
    sentence = (
        "3 different place(s) were counted 5 times, once for each area they are in or near: the counts of areas do not "
        "add up."
    )
    assert sentence in heard.said


def test_parks_give_a_share(run) -> None:
    parks = layer("MultiPolygon", ["MULTI" + box(0, 0, 500).replace("((", "(((") + ")"])
    rows, *_ = run(parks, wards([box(0, 0), box(5000, 0)]))
    assert list(rows.columns) == COLUMNS
    assert list(rows["share"]) == [0.25, 0] and list(rows["count"]) == [1, 0]
    assert rows["nearest_m"].iloc[1] == pytest.approx(5000)


def test_lines_count_where_any_part_is(run) -> None:
    paths = layer("LineString", ["LINESTRING(-500 500,1500 500)", "LINESTRING(5000 5000,6000 6000)"])
    rows, *_ = run(paths, wards([box(0, 0), box(1000, 0)]))
    assert list(rows["count"]) == [1, 1] and "share" not in rows


def test_the_middle_of_where_people_live(run) -> None:
    points = ["POINT(100 500)", "POINT(900 500)"]
    centres = layer("Point", points, GRID, "&field=population:integer", [[300], [100]])
    rows, heard, _ = run(
        layer("Point", ["POINT(300 900)"]), wards([box(0, 0), box(1000, 0)]), CENTRES=centres, MEASURES=[4]
    )
    assert list(rows.columns) == ["area_name", "nearest_m"]
    assert rows["nearest_m"].iloc[0] == pytest.approx(400)
    assert rows["nearest_m"].iloc[1] == pytest.approx(np.hypot(1200, 400))
    assert "1 area(s) have no residents in point" in heard.warnings[0] and "X05000001" in heard.warnings[0]


def test_other_systems_are_transformed(run, county: County, tmp_path: Path) -> None:
    """The sample's places in degrees, and its wards in Web Mercator, give what they give on the grid."""
    places = QgsVectorLayer(f"{county.path('places.gpkg')}|layername=places", "places")
    plain, *_ = run(places, county.wards())
    degrees, mercator = transformed(places, "EPSG:4326"), transformed(county.wards(), "EPSG:3857")
    again, *_ = run(save_layer(degrees, tmp_path / "degrees.gpkg"), save_layer(mercator, tmp_path / "mercator.gpkg"))
    assert plain["count"].sum() > 0.9 * 394
    assert list(again.index) == list(plain.index)
    assert (again["count_within"] == plain["count_within"]).mean() > 0.97
    assert np.allclose(again["nearest_m"].astype(float), plain["nearest_m"].astype(float), atol=1)


def transformed(given: QgsVectorLayer, crs: str) -> QgsVectorLayer:
    copy = memory_copy(given)
    way = QgsCoordinateTransform(given.crs(), QgsCoordinateReferenceSystem(crs), QgsProject.instance())
    shapes = {}
    for feature in copy.getFeatures():
        shape = feature.geometry()
        shape.transform(way)
        shapes[feature.id()] = shape
    assert copy.dataProvider().changeGeometryValues(shapes)
    copy.setCrs(QgsCoordinateReferenceSystem(crs))
    return copy


def test_faulty_and_missing_shapes_are_named(run) -> None:
    bow = "POLYGON((0 0,1000 1000,1000 0,0 1000,0 0))"
    areas = wards([bow, None, box(3000, 0)])
    places = layer("Point", ["POINT(100 500)", "POINT(500 900)", None])
    rows, heard, _ = run(places, areas)
    # The two halves of the bow tie lie left and right; the second point is above their middle, 283 m off the edge.
    assert rows["count"].iloc[0] == 1 and rows["count_within"].iloc[0] == 2
    assert rows["count"].iloc[1] is None and rows["nearest_m"].iloc[1] is None
    said = " ".join(heard.warnings)
    assert "1 area(s) of polygon have faulty shapes, repaired for measuring: X05000000." in said
    assert "1 area(s) of polygon have no shape, so nothing was measured for them: X05000001." in said
    assert "1 place(s) of point have no shape and were left out" in said
    for sentence in heard.warnings:
        assert_plain(sentence)


def test_unknown_residents_leave_the_rate_out(run) -> None:
    rows, heard, _ = run(layer("Point", ["POINT(500 500)"]), wards([box(0, 0), box(9000, 0)], [None, 1000]))
    assert rows["per_1000"].tolist() == [None, 0.0]
    assert any("1 area(s) of polygon have no number of residents" in said for said in heard.warnings)


def test_places_far_from_all_areas_are_questioned(run) -> None:
    rows, heard, _ = run(layer("Point", ["POINT(900000 900000)"]), wards([box(0, 0)]))
    assert rows["count_within"].tolist() == [0]
    assert heard.warnings == [
        "None of the 1 place(s) of point lies within 1000 m of an area. Check that its coordinate system is set right."
    ]


def test_points_that_cannot_be_transformed_are_left_out(run) -> None:
    places = layer("Point", ["POINT(-1.9 52.5)", "POINT(400 100)"], "EPSG:4326")
    rows, heard, _ = run(places, wards([box(405000, 288000, 3000)]))
    assert rows["count_within"].tolist() == [1]
    assert any("outside the system measured in" in said for said in heard.warnings)


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_other_formats(processing, output: Path, ending: str) -> None:
    target = str(output / f"places{ending}")
    parameters = {"PLACES": layer("Point", ["POINT(1 1)"]), "AREAS": wards([box(0, 0)]), "OUTPUT": target}
    done = processing.run("cni:places", parameters)
    assert layer_frame(QgsVectorLayer(done["OUTPUT"], "rows", "ogr"))["count"].astype(int).tolist() == [1]


FAULTS = [
    ("degrees to measure in", {"CRS": "EPSG:4326"}, ["EPSG:4326 is in degrees", "EPSG:27700"]),
    ("feet to measure in", {"CRS": "EPSG:2263"}, ["EPSG:2263 is in", "feet", "metres"]),
    ("system that is not known", {"CRS": "EPSG:0"}, ["coordinate system"]),
    ("per 1,000 without residents", {"MEASURES": [2]}, ["no column of residents", "wards.gpkg", "Name the column"]),
    ("share of points", {"MEASURES": [5]}, ["places.gpkg holds no polygons", "Choose other measures"]),
    ("column that is not there", {"AREA_CODE": "wd17cd"}, ["no column 'wd17cd' in wards.gpkg", "ward_code"]),
    ("residents that are text", {"POPULATION": "ward_name", "MEASURES": [2]}, ["no column of residents"]),
    ("a table for places", {"PLACES": "community_needs.csv"}, ["community_needs.csv is a table without shapes"]),
    ("a file that is not there", {"PLACES": "nothing.gpkg"}, ["nothing.gpkg"]),
    ("points for areas", {"AREAS": "places.gpkg"}, ["places.gpkg holds no polygons"]),
    ("centres without residents", {"CENTRES": "places.gpkg"}, ["No column of residents", "places.gpkg", "kind"]),
    ("a map format", {"OUTPUT": "result.shp"}, ["cannot be saved as result.shp", ".csv or .xlsx"]),
]


@pytest.mark.parametrize(("changes", "words"), [f[1:] for f in FAULTS], ids=[f[0].replace(" ", "-") for f in FAULTS])
def test_refused(processing, county: County, output: Path, changes: dict, words: list[str]) -> None:
    parameters = {"PLACES": "places.gpkg", "AREAS": "wards.gpkg", "OUTPUT": "result.gpkg", **changes}
    for name in ("PLACES", "AREAS", "CENTRES"):
        if name in parameters:
            parameters[name] = str(county.path(parameters[name]))
    parameters["OUTPUT"] = str(output / parameters["OUTPUT"])
    before = county.hashes()
    sentence = refusal(processing, "cni:places", parameters)
    for part in words:
        assert part in sentence
    assert_plain(sentence)
    assert list(output.iterdir()) == [] and county.hashes() == before


def _spoilt(county: County, name: str, change) -> str:
    made = memory_copy(QgsVectorLayer(f"{county.path(name)}", name))
    change(made)
    return save_layer(made, county.path(f"spoilt_{name}"))


@pytest.mark.parametrize("name", ["places.gpkg", "wards.gpkg"])
def test_a_layer_without_a_system_is_refused(processing, county: County, output: Path, name: str) -> None:
    path = _spoilt(county, name, lambda made: made.setCrs(QgsCoordinateReferenceSystem()))
    given = {"PLACES": str(county.path("places.gpkg")), "AREAS": str(county.path("wards.gpkg"))}
    given["PLACES" if name == "places.gpkg" else "AREAS"] = path
    sentence = refusal(processing, "cni:places", {**given, "OUTPUT": str(output / "a.gpkg")})
    assert sentence.startswith(f"spoilt_{name} has no coordinate system. Set it in QGIS")
    assert hashes(output) == {}


@pytest.mark.parametrize("name", ["places.gpkg", "wards.gpkg"])
def test_an_empty_layer_is_refused(processing, county: County, output: Path, name: str) -> None:
    path = _spoilt(county, name, lambda made: made.dataProvider().truncate())
    given = {"PLACES": str(county.path("places.gpkg")), "AREAS": str(county.path("wards.gpkg"))}
    given["PLACES" if name == "places.gpkg" else "AREAS"] = path
    sentence = refusal(processing, "cni:places", {**given, "OUTPUT": str(output / "a.gpkg")})
    assert f"spoilt_{name} holds no" in sentence and "Check its filter and selection" in sentence
    assert hashes(output) == {}


@pytest.mark.parametrize(
    ("people", "words"),
    [
        ([0, 100], ["zero for 1 area(s), first X05000000", "Correct or blank them"]),
        ([100, -5], ["'population' of polygon", "below zero", "X05000001"]),
    ],
)
def test_impossible_residents_are_refused(processing, output: Path, people: list[int], words: list[str]) -> None:
    areas = wards([box(0, 0), box(1000, 0)], people)
    parameters = {"PLACES": layer("Point", ["POINT(1 1)"]), "AREAS": areas, "OUTPUT": str(output / "a.csv")}
    sentence = refusal(processing, "cni:places", parameters)
    assert all(part in sentence for part in words), sentence
    assert hashes(output) == {}


def test_codes_that_repeat_are_refused(processing, output: Path) -> None:
    areas = wards([box(0, 0), box(1000, 0)])
    code = areas.fields().indexOf("ward_code")
    assert areas.dataProvider().changeAttributeValues({2: {code: "X05000000"}})
    parameters = {"PLACES": layer("Point", ["POINT(1 1)"]), "AREAS": areas, "OUTPUT": str(output / "a.csv")}
    assert "stand more than once" in refusal(processing, "cni:places", parameters)


def test_stopping_leaves_what_was_there(processing, county: County, output: Path) -> None:
    """A run that is stopped half-way leaves the result of the run before."""
    target = output / "places.csv"
    given = {"PLACES": str(county.path("places.gpkg")), "AREAS": str(county.path("wards.gpkg")), "OUTPUT": str(target)}
    processing.run("cni:places", given)
    before = hashes(output)
    told = Told()
    told.progressChanged.connect(lambda done: told.cancel() if done > 40 else None)
    with pytest.raises(QgsProcessingException, match="Stopped"):
        processing.run("cni:places", {**given, "DISTANCE": 5000}, feedback=told)
    assert hashes(output) == before


def test_the_measures_of_the_form_are_those_of_core(processing) -> None:
    from cni_mapper.core.data.places import MEASURES
    from cni_mapper.ui.algorithms.places import PlacesAlgorithm

    made = PlacesAlgorithm().create()
    options = made.parameterDefinition("MEASURES").options()
    assert [option.partition(":")[0] for option in options] == list(MEASURES)
    assert made.parameterDefinition("DISTANCE").defaultValue() == 1000
    assert "CNI 2019 style" in options[2] and "CNI 2019 style" in made.shortHelpString()


def test_libraries_by_ward(run, reference_data: Path, tmp_path: Path) -> None:
    """Real libraries through QGIS, against geopandas' own geometry for twenty wards."""
    import geopandas

    table = pd.read_csv(reference_data / "libraries_england_2023.csv")
    table = table[(table["type"] == "Static Library") & table["year_closed"].isna() & table["easting"].notna()]
    path = tmp_path / "libraries.csv"
    table[["name", "easting", "northing"]].to_csv(path, index=False)
    places = QgsVectorLayer(
        f"file://{path}?type=csv&xField=easting&yField=northing&crs={GRID}", "libraries", "delimitedtext"
    )
    rows, heard, _ = run(places, f"{reference_data / 'wards_2017.gpkg'}|layername=wards_2017", MEASURES=[0, 1, 4])
    assert len(rows) == 7463 and heard.warnings == []
    frame = geopandas.read_file(reference_data / "wards_2017.gpkg").set_index("ward17_code")
    points = geopandas.GeoSeries(geopandas.points_from_xy(table["easting"], table["northing"]), crs=GRID)
    for code in frame.index[::373]:
        away = points.distance(frame.geometry[code])
        assert (rows.loc[code, "count"], rows.loc[code, "count_within"]) == ((away == 0).sum(), (away <= 1000).sum())
        inside = points.distance(frame.geometry[code].representative_point()).min()
        assert rows.loc[code, "nearest_m"] == pytest.approx(inside, abs=1e-6)
