"""Inputs of cni:bridge, cni:chainlookups and cni:overlap that are wrong: the sentence, and that nothing is changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from county import DEPRIVATION, LOOKUP, NEEDS, County, codes, csv_layer, memory_copy, save_layer
from fault_files import Heard, assert_plain, refusal
from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingException, QgsVectorLayer

from cni_mapper.ui.compat import make_field


def _bridge(county: County) -> dict[str, Any]:
    return {"TABLE": str(county.path(DEPRIVATION)), "LOOKUP": str(county.path(LOOKUP)), "SUM": ["population"]}


def _chain(county: County) -> dict[str, Any]:
    wards = county.table(NEEDS)["ward_code"]
    halves = pd.DataFrame({"ward_code": wards, "half_code": np.where(np.arange(len(wards)) % 2, "N", "S")})
    return {
        "FIRST": str(county.path(LOOKUP)),
        "SECOND": county.write("halves.csv", halves),
        "SECOND_TO": "half_code",
    }


def _result(county: County) -> str:
    """The wards with the columns of a result."""
    layer = county.wards()
    layer.setName("result")
    needs = county.table(NEEDS).set_index("ward_code")
    names = [("area_code", "text"), ("category", "text"), ("cni_decile", "whole"), ("imd_decile", "whole")]
    names.append(("population", "number"))
    layer.dataProvider().addAttributes([make_field(name, kind) for name, kind in names])
    layer.updateFields()
    at = [layer.fields().indexOf(name) for name, _ in names]
    changes = {}
    for feature in layer.getFeatures():
        decile = min(10, 1 + int(needs.loc[feature["ward_code"], "cni_rank"]) // 15)
        values = [feature["ward_code"], "left_behind" if decile == 1 else "other", decile, decile, 1000.0]
        changes[feature.id()] = dict(zip(at, values))
    layer.dataProvider().changeAttributeValues(changes)
    return save_layer(layer, county.path("result.gpkg"))


def _overlap(county: County) -> dict[str, Any]:
    return {
        "TARGET": county.parameters["AREAS"],
        "RESULT": _result(county),
        "POINTS": f"{county.path('small_areas.gpkg')}|layername=small_areas",
    }


def _by_land(county: County) -> dict[str, Any]:
    return {"TARGET": county.parameters["AREAS"], "RESULT": _result(county), "BY_LAND_AREA": True}


@dataclass(frozen=True)
class Case:
    """A fault. make: the parameters that would run. spoil: changes files, and returns parameters that differ."""

    id: str
    make: Callable[[County], dict[str, Any]]
    spoil: Callable[[County], Any]
    words: list[str]
    given: dict[str, Any] = field(default_factory=dict)


def _two_targets_of_a_lookup(county: County) -> None:
    county.edit(LOOKUP, lambda t: t.assign(msoa_code=t["ward_code"]))


def _other_year(name: str, column: str) -> Callable[[County], None]:
    def spoil(county: County) -> None:
        county.edit(name, lambda t: t.assign(**{column: t[column].str[:3] + "9" + t[column].str[4:]}))

    return spoil


def _without_crs(county: County) -> dict[str, Any]:
    layer = memory_copy(QgsVectorLayer(f"{county.path('small_areas.gpkg')}|layername=small_areas", "small", "ogr"))
    layer.setCrs(QgsCoordinateReferenceSystem())
    return {"POINTS": layer}


def _no_population(county: County) -> dict[str, Any]:
    layer = memory_copy(QgsVectorLayer(f"{county.path('small_areas.gpkg')}|layername=small_areas", "small", "ogr"))
    layer.dataProvider().deleteAttributes([layer.fields().indexOf("population")])
    layer.updateFields()
    return {"POINTS": save_layer(layer, county.path("nobody.gpkg"))}


def _with(**given: Any) -> Callable[[County], dict[str, Any]]:
    return lambda county: given


def _drop_population(county: County) -> dict[str, Any]:
    layer = memory_copy(QgsVectorLayer(str(county.path("result.gpkg")), "result", "ogr"))
    position = layer.fields().indexOf("population")
    if position >= 0:
        layer.dataProvider().deleteAttributes([position])
        layer.updateFields()
    return {"RESULT": save_layer(layer, county.path("result.gpkg"))}


CASES = [
    Case(
        "nothing chosen",
        _bridge,
        _with(SUM=[]),
        [
            "Nothing says how the columns of deprivation.csv travel",
            "It has: small_area_name, imd_score",
            "'Columns to sum'",
        ],
    ),
    Case(
        "a rank", _bridge, _with(SUM=["imd_rank"]), ["Column 'imd_rank'", DEPRIVATION, "ranks or deciles", "the score"]
    ),
    Case("a decile averaged", _bridge, _with(SUM=[], MEAN=["imd_decile"]), ["Column 'imd_decile'", "ranks or deciles"]),
    Case(
        "a rank under another name",
        _bridge,
        lambda c: c.edit(DEPRIVATION, lambda t: t.assign(place=t["imd_rank"])) or {"MEAN": ["place"]},
        ["Column 'place'", "ranks or deciles"],
    ),
    Case("a column twice", _bridge, _with(MEAN=["population"]), ["'population'", "is chosen twice"]),
    Case("text to sum", _bridge, _with(SUM=["small_area_name"]), ["'small_area_name'", "no number at all", "majority"]),
    Case("a code to carry", _bridge, _with(MAJORITY=["small_area_code"]), ["'small_area_code'", "cannot travel"]),
    Case("a column that is not there", _bridge, _with(SUM=["people"]), ["no column 'people'", DEPRIVATION, "It has:"]),
    Case("a weight that is not there", _bridge, _with(WEIGHT="people"), ["no column 'people'", "Choose one of these"]),
    Case("a look-up column not there", _bridge, _with(LOOKUP_TO="lad"), ["no column 'lad'", LOOKUP, "ward_code"]),
    Case(
        "negative weights",
        _bridge,
        lambda c: c.put(LOOKUP, "population", {3: "-4"}),
        ["'population' of small_area_to_ward.csv", "below zero", "X01000004"],
    ),
    Case(
        "endless numbers",
        _bridge,
        lambda c: c.put(DEPRIVATION, "imd_score", {0: "inf"}) or {"MEAN": ["imd_score"]},
        ["'imd_score'", "infinite", "X01000001"],
    ),
    Case(
        "the same small area twice",
        _bridge,
        lambda c: c.put(DEPRIVATION, "small_area_code", {1: "X01000001"}),
        ["stand more than once", DEPRIVATION, "X01000001"],
    ),
    Case(
        "a look-up of other areas",
        _bridge,
        _other_year(LOOKUP, "small_area_code"),
        ["'Column of the table's codes'", "not clear", LOOKUP, "small_area_code, ward_code", "Name the column"],
    ),
    Case(
        "a look-up of another year",
        _bridge,
        lambda c: _other_year(LOOKUP, "small_area_code")(c) or {"LOOKUP_FROM": "small_area_code"},
        ["Only 0 of 900 codes", DEPRIVATION, LOOKUP, "small areas", "X01900001"],
    ),
    Case(
        "a look-up to two kinds of area",
        _bridge,
        _two_targets_of_a_lookup,
        ["'Column of the other codes'", "not clear", "ward_code, msoa_code", "Name the column"],
    ),
    Case(
        "a look-up to itself",
        _bridge,
        _with(LOOKUP_TO="small_area_code", LOOKUP_FROM="small_area_code"),
        ["'small_area_code' to itself", "two different columns"],
    ),
    Case(
        "no table",
        _bridge,
        _with(TABLE="nowhere.csv"),
        ["TABLE"],
    ),
    Case(
        "look-ups that do not meet",
        _chain,
        _other_year(LOOKUP, "ward_code"),
        ["Only 0 of 150 codes", LOOKUP, "halves.csv", "X05900001"],
    ),
    Case(
        "a second look-up without a way on",
        _chain,
        _with(SECOND_TO=None),
        ["halves.csv", "'Column of area codes in the second'", "not clear", "Name the column"],
    ),
    Case(
        "nothing says where people live",
        _overlap,
        _with(POINTS=None),
        ["Nothing says where people live", "both look-ups", "'Estimate by land area'"],
    ),
    Case(
        "land area beside points",
        _overlap,
        _with(BY_LAND_AREA=True),
        ["'Estimate by land area' is ticked", "Untick it"],
    ),
    Case("no target", _overlap, _with(TARGET=None), ["Nothing is chosen for 'Places to describe'"]),
    Case(
        "no result",
        _overlap,
        lambda c: {"RESULT": c.parameters["AREAS"]},
        ["wards.gpkg has no column 'area_code'", "no result", "'Map community need and deprivation'"],
    ),
    Case(
        "points without residents",
        _overlap,
        _no_population,
        ["No column of residents", "nobody.gpkg", "residents of the points"],
    ),
    Case("points without a coordinate system", _overlap, _without_crs, ["no coordinate system"]),
    Case(
        "points in a table",
        _overlap,
        lambda c: {"POINTS": csv_layer(c.path(DEPRIVATION))},
        ["deprivation.csv holds neither points nor polygons"],
    ),
    Case(
        "places in a table",
        _overlap,
        lambda c: {"TARGET": csv_layer(c.path(NEEDS))},
        ["community_needs.csv holds no polygons"],
    ),
    Case(
        "a look-up to other wards than the result's",
        _overlap,
        lambda c: _other_year(LOOKUP, "ward_code")(c) or {"LOOKUP": str(c.path(LOOKUP)), "LOOKUP_TO": "ward_code"},
        ["Only 0 of 150 codes", "result.gpkg", LOOKUP],
    ),
    Case(
        "land without residents",
        _by_land,
        _drop_population,
        ["result.gpkg holds no residents", "small areas with residents"],
    ),
]


_ALGORITHMS = {_bridge: "cni:bridge", _chain: "cni:chainlookups", _overlap: "cni:overlap", _by_land: "cni:overlap"}


@pytest.mark.parametrize("case", [pytest.param(case, id=case.id.replace(" ", "-")) for case in CASES])
def test_refused(case: Case, processing, county: County, output: Path) -> None:
    parameters = case.make(county)
    parameters |= case.spoil(county) or {}
    parameters = {name: value for name, value in parameters.items() if value is not None}
    before = county.hashes()
    sentence = refusal(processing, _ALGORITHMS[case.make], {"OUTPUT": str(output / "out.gpkg"), **parameters})
    print(sentence)
    for words in case.words:
        assert words in sentence
    assert_plain(sentence)
    assert list(output.iterdir()) == []
    assert county.hashes() == before


def test_land_is_not_measured_in_degrees(processing, county: County, output: Path) -> None:
    parameters = _by_land(county)
    for name in ("TARGET", "RESULT"):
        given = {"INPUT": parameters[name], "TARGET_CRS": "EPSG:4326", "OUTPUT": str(county.path(f"{name}.gpkg"))}
        parameters[name] = processing.run("native:reprojectlayer", given)["OUTPUT"]
    sentence = refusal(processing, "cni:overlap", {**parameters, "OUTPUT": str(output / "out.gpkg")})
    assert "Land cannot be measured in degrees, and that is what RESULT.gpkg, TARGET.gpkg are in" in sentence
    assert list(output.iterdir()) == []


@pytest.mark.parametrize("make", [_bridge, _chain, _overlap], ids=["bridge", "chainlookups", "overlap"])
def test_a_cancelled_run_writes_nothing(make, processing, county: County, output: Path) -> None:
    parameters, feedback = make(county), Heard()
    feedback.cancel()
    with pytest.raises(QgsProcessingException):
        processing.run(_ALGORITHMS[make], {**parameters, "OUTPUT": str(output / "out.gpkg")}, feedback=feedback)
    assert list(output.iterdir()) == []


def test_what_was_there_before_stays_when_a_run_is_refused(processing, county: County, output: Path) -> None:
    good = {**_bridge(county), "OUTPUT": str(output / "out.gpkg")}
    processing.run("cni:bridge", good)
    before = (output / "out.gpkg").read_bytes()
    refusal(processing, "cni:bridge", {**good, "SUM": ["imd_rank"]})
    assert (output / "out.gpkg").read_bytes() == before
    assert [path.name for path in output.iterdir()] == ["out.gpkg"]


def test_the_result_may_not_replace_an_input(processing, county: County) -> None:
    before = county.hashes()
    sentence = refusal(processing, "cni:chainlookups", {**_chain(county), "OUTPUT": str(county.path(LOOKUP))})
    assert "would replace the input" in sentence
    assert county.hashes() == {**before, "halves.csv": county.hashes()["halves.csv"]}


def test_codes_of_no_small_area_are_named(processing, county: County, output: Path) -> None:
    """Half of the rows and no more may be lost; what is lost is counted, and the total says so."""
    from test_geographies_algorithms import run

    lost = set(codes(range(1, 101), "X01"))
    county.edit(LOOKUP, lambda t: t[~t["small_area_code"].isin(lost)])
    table = pd.read_csv(county.path(DEPRIVATION))
    found, told = run(processing, "cni:bridge", output / "a.gpkg", **_bridge(county))
    into, gone = table["population"].sum(), table.loc[table["small_area_code"].isin(lost), "population"].sum()
    assert found["population"].astype(float).sum() == pytest.approx(into - gone)
    assert f"population: {into:,} in, {into - gone:,} out, {gone:,} lost (100 rows unmatched)." in told.information
    assert any("100 of 900 rows of deprivation.csv are not in the look-up" in text for text in told.warnings)
