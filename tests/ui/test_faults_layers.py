"""Boundaries, focus and outputs that are wrong: what the user reads, and that nothing is written or changed."""

from __future__ import annotations

import pytest
from county import DEPRIVATION, NEEDS, WARDS, County, csv_layer, hashes, memory_copy, save_layer
from fault_files import Case, as_parameters, assert_plain, check_fault, refusal
from qgis.core import QgsCoordinateReferenceSystem


def _no_crs(county: County) -> None:
    """A Shapefile without its .prj, as they often come."""
    path = save_layer(county.wards(), county.path("wards.shp"))
    county.path("wards.prj").unlink()
    county.path("wards.qmd").unlink(missing_ok=True)
    county.give(AREAS=path)


def _unset_crs(county: County) -> None:
    county.edit_wards(lambda layer: layer.setCrs(QgsCoordinateReferenceSystem()))


FORMATS = "Save it as a GeoPackage (.gpkg) or to PostGIS"
GEOMETRY = [
    Case("shapefile without a coordinate system", _no_crs, ["wards.shp has no coordinate system", "Layer Properties"]),
    Case("geopackage without a coordinate system", _unset_crs, ["edited.gpkg has no coordinate system", "Set it"]),
    Case(
        "points for boundaries",
        lambda c: c.give(AREAS=f"{c.path('places.gpkg')}|layername=places"),
        ["places.gpkg holds no polygons", "Choose a layer of ward or LSOA boundaries"],
    ),
    Case(
        "a table for boundaries",
        lambda c: c.give(AREAS=str(c.path(NEEDS))),
        ["community_needs.csv holds no polygons", "Choose a layer"],
    ),
]
FOCUS = [
    Case(
        "focus with a syntax error",
        lambda c: c.give(FOCUS='"district_name" = \'Port Merrow'),
        ["'Show only areas where' cannot be read", '"district_name" = \'Port Merrow', "Write it like this"],
    ),
    Case(
        "focus on a column that is not there",
        lambda c: c.give(FOCUS="\"lad17_name\" = 'Port Merrow'"),
        ["'Show only areas where'", "'lad17_name'", "wards.gpkg", "It has: fid, ward_code, ward_name"],
    ),
    Case(
        "focus that no area fits",
        lambda c: c.give(FOCUS="\"district_name\" = 'Leeds'"),
        ["No area is left to show in wards.gpkg", "Check 'Show only areas where'"],
    ),
]
OUTPUTS = [
    *(
        Case(f"map saved as {ending}", lambda c: None, [f"cannot be saved as result{ending}", FORMATS], ending=ending)
        for ending in (".shp", ".geojson", ".csv", ".xlsx")
    ),
    *(
        Case(f"index saved as {ending}", lambda c: None, [f"as result{ending}", FORMATS, ".csv or .xlsx"], name, ending)
        for name, ending in (("cni:index", ".shp"), ("cni:index", ".geojson"), ("cni:areadeprivation", ".dbf"))
    ),
]


@pytest.mark.parametrize("case", as_parameters([*GEOMETRY, *FOCUS, *OUTPUTS]))
def test_refused(case: Case, processing, county: County, output) -> None:
    check_fault(case, processing, county, output)


def _refused_as_input(processing, algorithm: str, county: County, parameters: dict, name: str) -> None:
    before = county.hashes()
    sentence = refusal(processing, algorithm, parameters)
    assert f"would replace the input {name}" in sentence and "Choose another file" in sentence
    assert_plain(sentence)
    assert county.hashes() == before


def test_the_boundaries_are_not_replaced(processing, county: County) -> None:
    for target in (str(county.path(WARDS)), f"ogr:dbname='{county.path(WARDS)}' table=\"wards\" (geom)"):
        parameters = {**county.parameters, "OUTPUT": target}
        _refused_as_input(processing, "cni:map", county, parameters, WARDS)


@pytest.mark.parametrize("form", ["file", "delimited text", "spreadsheet"])
def test_a_table_that_is_read_is_not_replaced(processing, county: County, form: str) -> None:
    table, target = str(county.path(NEEDS)), county.path(NEEDS)
    if form == "delimited text":
        table = csv_layer(county.path(NEEDS))
    elif form == "spreadsheet":
        target = county.path("needs.xlsx")
        save_layer(memory_copy(csv_layer(county.path(NEEDS), types=True)), target)
        table = f"{target}|layername=needs"
    parameters = {"TABLES": [table], "DEFINITION": county.parameters["DEFINITION"], "OUTPUT": str(target)}
    _refused_as_input(processing, "cni:index", county, parameters, target.name)


def test_the_deprivation_table_is_not_replaced(processing, county: County) -> None:
    parameters = {key: county.parameters[key] for key in ("DEPRIVATION", "LOOKUP")}
    parameters["OUTPUT"] = str(county.path(DEPRIVATION))
    _refused_as_input(processing, "cni:areadeprivation", county, parameters, DEPRIVATION)


@pytest.mark.parametrize("parameter", ["AREAS", "DEPRIVATION", "LOOKUP"])
def test_a_file_that_is_not_there_is_named(processing, county: County, output, parameter: str) -> None:
    county.give(**{parameter: str(county.path("nothing_here.gpkg"))})
    sentence = refusal(processing, "cni:map", {**county.parameters, "OUTPUT": str(output / "a.gpkg")})
    assert "nothing_here.gpkg" in sentence
    assert_plain(sentence)
    assert hashes(output) == {}


def test_a_file_that_is_no_table_is_named(processing, county: County, output) -> None:
    county.path("imd.csv").write_bytes(b"\x7fELF" + bytes(range(256)) * 20)
    county.give(DEPRIVATION=str(county.path("imd.csv")))
    sentence = refusal(processing, "cni:map", {**county.parameters, "OUTPUT": str(output / "a.gpkg")})
    assert "imd.csv" in sentence
    assert_plain(sentence)
    assert hashes(output) == {}


def test_a_table_with_one_heading_twice_is_named(processing, county: County, output) -> None:
    """Two headings that differ only in stray blanks."""
    county.edit(NEEDS, lambda t: t.assign(**{" civic_assets_score ": "1"}))
    case = Case("", lambda c: None, ["'civic_assets_score'", "community_needs.csv has more than one column", "Rename"])
    check_fault(case, processing, county, output)


def test_a_table_with_headings_only_is_named(processing, county: County, output) -> None:
    county.edit(NEEDS, lambda t: t.iloc[:0])
    case = Case("", lambda c: None, ["community_needs.csv", "no rows"])
    check_fault(case, processing, county, output)
