"""Looking at layers: what is recognised in real and made-up files, and what is found wrong with bad ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import geopandas
import pandas as pd
import pytest
from county import County, memory_copy, set_values
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsVectorLayer

from cni_mapper.core.data.geographies import parse_geography
from cni_mapper.core.errors import CniError
from cni_mapper.ui.algorithms.look import (
    AreasLook,
    LinkLook,
    ScoresLook,
    list_districts,
    look_at_areas,
    look_at_link,
    look_at_scores,
    note_boundaries,
    note_table,
    read_extent,
)
from cni_mapper.ui.messages import fault_text


@pytest.fixture(autouse=True)
def empty() -> Iterator[None]:
    yield
    QgsProject.instance().clear()


def opened(source: Path | str) -> QgsVectorLayer:
    layer = QgsVectorLayer(str(source), Path(str(source)).stem, "ogr")
    assert layer.isValid(), source
    return layer


def areas(source: Path | str | QgsVectorLayer, wanted: str = "ward", **named: str) -> AreasLook:
    layer = source if isinstance(source, QgsVectorLayer) else opened(source)
    return look_at_areas(note_boundaries(layer), named, parse_geography(wanted))


def scores(source: Path | str, **named: str) -> ScoresLook:
    return look_at_scores(note_table(opened(source), "DEPRIVATION"), named)


def link(lookup: Path | str | None, table: ScoresLook, ends: AreasLook | None, **named: str) -> LinkLook:
    rows = None if lookup is None else note_table(opened(lookup), "LOOKUP")
    return look_at_link(rows, named, table.areas, None if ends is None else ends.areas, weighted=False)


def test_the_sample_county_is_recognised(county: County) -> None:
    look = areas(county.path("wards.gpkg"))
    frame = geopandas.read_file(county.path("wards.gpkg"), ignore_geometry=True)
    assert sorted(look.areas.codes) == sorted(frame["ward_code"])
    assert str(look.areas.geography) == "wards"
    assert look.columns["AREA_CODE"] == "ward_code"
    assert look.columns["AREA_NAME"] == "ward_name"
    expected = frame.groupby(["district_code", "district_name"]).size().reset_index()
    expected = sorted((name, code, int(count)) for code, name, count in expected.itertuples(index=False))
    assert [(one.name, one.key, one.count) for one in look.districts] == expected


def test_the_wards_of_england_are_recognised(reference_data: Path) -> None:
    look = areas(reference_data / "wards_2017.gpkg", "ward2017")
    frame = geopandas.read_file(reference_data / "wards_2017.gpkg", ignore_geometry=True)
    assert (len(look.areas.codes), str(look.areas.geography)) == (7463, "wards of 2017")
    assert len(look.districts) == frame["lad17_code"].nunique()
    hull = next(one for one in look.districts if one.name.startswith("Kingston upon Hull"))
    assert (hull.key, hull.count) == ("E06000010", int((frame["lad17_code"] == "E06000010").sum()))


def test_boundaries_without_districts_have_none(reference_data: Path) -> None:
    look = areas(reference_data / "lsoa_2021.gpkg", "lsoa2021")
    assert (len(look.areas.codes), str(look.areas.geography), look.districts) == (33755, "LSOAs of 2021", ())


def test_columns_that_the_user_named_are_taken(county: County) -> None:
    look = areas(county.path("wards.gpkg"), AREA_NAME="ward_code", DISTRICT_NAME="district_code")
    assert look.columns["AREA_NAME"] == "ward_code"
    assert {one.name for one in look.districts} == {one.key for one in look.districts}


def without_crs(layer: QgsVectorLayer) -> None:
    layer.setCrs(QgsCoordinateReferenceSystem())


def blank_codes(layer: QgsVectorLayer) -> None:
    set_values(layer, "ward_code", {feature["ward_code"]: None for feature in layer.getFeatures()})


def one_code_twice(layer: QgsVectorLayer) -> None:
    set_values(layer, "ward_code", {"X05000002": "X05000001"})


def only_names(layer: QgsVectorLayer) -> None:
    layer.dataProvider().deleteAttributes([layer.fields().indexOf(name) for name in ("ward_code", "district_code")])
    layer.updateFields()


BAD_BOUNDARIES: dict[str, tuple[Callable[[QgsVectorLayer], Any], dict[str, str], tuple[str, ...]]] = {
    "crs_missing": (without_crs, {}, ("no coordinate system", "Layer Properties")),
    "codes_all_blank": (blank_codes, {}, ("ward_code", "blank everywhere")),
    "codes_repeated": (one_code_twice, {}, ("X05000001", "one row for each area")),
    "code_column_not_found": (only_names, {}, ("No column of area codes", "ward_name")),
    "column_missing": (lambda layer: None, {"AREA_CODE": "WD99CD"}, ("WD99CD", "ward_code")),
}


@pytest.mark.parametrize("code", BAD_BOUNDARIES)
def test_bad_boundaries_are_told(code: str, county: County) -> None:
    change, named, words = BAD_BOUNDARIES[code]
    layer = county.wards()
    change(layer)
    with pytest.raises(CniError) as fault:
        areas(layer, **named)
    assert fault.value.code == code
    for word in words:
        assert word in fault_text(fault.value)


def test_points_are_no_boundaries(county: County) -> None:
    with pytest.raises(CniError) as fault:
        note_boundaries(opened(county.path("places.gpkg")))
    assert fault.value.code == "not_polygons"


def test_a_few_blank_codes_are_left_out_and_told(county: County) -> None:
    layer = county.wards()
    set_values(layer, "ward_code", {"X05000001": None, "X05000002": None})
    look = areas(layer)
    assert len(look.areas.codes) == 148
    assert [(one.code, one.context["count"]) for one in look.notices] == [("codes_blank", 2)]


def test_the_sample_scores_are_recognised(county: County) -> None:
    look = scores(county.path("deprivation.csv"))
    frame = pd.read_csv(county.path("deprivation.csv"))
    assert look.columns == {
        "DEPRIVATION_CODE": "small_area_code",
        "DEPRIVATION_SCORE": "imd_score",
        "DEPRIVATION_WEIGHT": "population",
    }
    found = (len(look.areas.codes), look.scored, look.lowest, look.highest)
    assert found == (len(frame), len(frame), frame["imd_score"].min(), frame["imd_score"].max())


@pytest.mark.parametrize(
    ("file", "geography", "rows", "score"),
    [
        ("imd_2019_lsoa11.csv.gz", "LSOAs of 2011", 32844, "imd_score"),
        ("imd_2025_lsoa21.csv", "LSOAs of 2021", 33755, "imd_score"),
    ],
)
def test_the_published_indices_are_recognised(
    reference_data: Path, file: str, geography: str, rows: int, score: str
) -> None:
    look = scores(f"/vsigzip/{reference_data / file}" if file.endswith(".gz") else reference_data / file)
    assert (str(look.areas.geography), look.scored, look.columns["DEPRIVATION_SCORE"]) == (geography, rows, score)


BAD_SCORES: dict[str, Callable[[County], dict[str, str]]] = {
    "score_not_found": lambda county: county.edit("deprivation.csv", lambda t: t.drop(columns="imd_score")) or {},
    "rank_as_score": lambda county: {"DEPRIVATION_SCORE": "imd_rank"},
    "score_empty": lambda county: county.put("deprivation.csv", "imd_score", "c") or {},
    "score_constant": lambda county: county.put("deprivation.csv", "imd_score", "12.5") or {},
    "codes_repeated": lambda county: county.put("deprivation.csv", "small_area_code", {1: "X01000001"}) or {},
    "negative_values": lambda county: county.put("deprivation.csv", "population", {0: "-4"}) or {},
}


@pytest.mark.parametrize("code", BAD_SCORES)
def test_bad_scores_are_told(code: str, county: County) -> None:
    named = BAD_SCORES[code](county)
    with pytest.raises(CniError) as fault:
        scores(county.path("deprivation.csv"), **named)
    assert fault.value.code == code
    assert fault_text(fault.value)


def test_scores_that_are_not_there_are_counted(county: County) -> None:
    county.put("deprivation.csv", "imd_score", {0: "", 5: "*"})
    look = scores(county.path("deprivation.csv"))
    assert len(look.areas.codes) - look.scored == 2


def test_a_look_up_leads_from_the_table_to_the_areas(county: County) -> None:
    look = link(
        county.path("small_area_to_ward.csv"),
        scores(county.path("deprivation.csv")),
        areas(county.path("wards.gpkg")),
    )
    frame = pd.read_csv(county.path("small_area_to_ward.csv"))
    several = frame.groupby("small_area_code")["ward_code"].nunique() > 1
    assert look.columns == {
        "LOOKUP_FROM": "small_area_code",
        "LOOKUP_TO": "ward_code",
        "LOOKUP_WEIGHT": "population",
    }
    assert (len(look.small.codes), len(look.areas.codes)) == (frame["small_area_code"].nunique(), 150)
    assert (look.split, look.by_area) == (int(several.sum()), False)


def test_the_real_look_up_of_parts_is_recognised(reference_data: Path) -> None:
    table = scores(f"/vsigzip/{reference_data}/imd_2019_lsoa11.csv.gz")
    ends = areas(reference_data / "wards_2017.gpkg", "ward2017")
    look = link(f"/vsigzip/{reference_data}/oa11_to_ward17_estimated.csv.gz", table, ends)
    frame = pd.read_csv(reference_data / "oa11_to_ward17_estimated.csv.gz")
    several = frame.groupby("lsoa11_code")["ward17_code"].nunique() > 1
    assert look.columns["LOOKUP_FROM"] == "lsoa11_code"
    assert look.columns["LOOKUP_WEIGHT"] == "population_2011"
    assert (str(look.small.geography), str(look.areas.geography)) == ("LSOAs of 2011", "wards of 2017")
    assert look.split == int(several.sum())


def test_a_table_by_area_needs_no_look_up(county: County) -> None:
    table = county.write(
        "by_ward.csv",
        pd.read_csv(county.path("community_needs.csv"))[["ward_code", "cni_score"]].rename(
            columns={"cni_score": "imd_score"}
        ),
    )
    look = link(None, scores(table), areas(county.path("wards.gpkg")))
    assert (look.by_area, look.areas, look.columns) == (True, None, {})


def test_before_boundaries_are_chosen_the_look_up_may_still_be_told(county: County) -> None:
    look = link(county.path("small_area_to_ward.csv"), scores(county.path("deprivation.csv")), None)
    assert look.columns["LOOKUP_TO"] == "ward_code"
    assert link(None, scores(county.path("deprivation.csv")), None).by_area is None


def by_ward(county: County) -> str:
    table = pd.read_csv(county.path("community_needs.csv")).rename(columns={"cni_score": "imd_score"})
    return county.write("by_ward.csv", table[["ward_code", "imd_score"]])


def of_other_codes(county: County) -> Path:
    county.edit("small_area_to_ward.csv", lambda t: t.assign(small_area_code="X09" + t["small_area_code"].str[3:]))
    return county.path("small_area_to_ward.csv")


def without_residents(county: County) -> Path:
    def twice(table: pd.DataFrame) -> pd.DataFrame:
        other = table.head(1).assign(ward_code="X05000002")
        return pd.concat([table, other]).drop(columns="population")

    county.edit("small_area_to_ward.csv", twice)
    return county.path("small_area_to_ward.csv")


BAD_LINKS: dict[str, Callable[[County], tuple[Any, Any]]] = {
    "lookup_needed": lambda county: (None, county.path("deprivation.csv")),
    "lookup_not_needed": lambda county: (county.path("small_area_to_ward.csv"), by_ward(county)),
    "lookup_columns_not_found": lambda county: (of_other_codes(county), county.path("deprivation.csv")),
    "lookup_repeats": lambda county: (without_residents(county), county.path("deprivation.csv")),
}


@pytest.mark.parametrize("code", BAD_LINKS)
def test_bad_links_are_told(code: str, county: County) -> None:
    lookup, table = BAD_LINKS[code](county)
    ends = areas(county.path("wards.gpkg"))
    with pytest.raises(CniError) as fault:
        link(lookup, scores(table), ends)
    assert fault.value.code == code
    assert fault_text(fault.value)


def test_a_look_up_of_another_year_is_told(reference_data: Path) -> None:
    table = scores(reference_data / "imd_2025_lsoa21.csv")
    ends = areas(reference_data / "wards_2017.gpkg", "ward2017")
    with pytest.raises(CniError) as fault:
        link(reference_data / "lsoa11_to_ward17_bestfit.csv", table, ends)
    assert fault.value.code == "codes_of_another_year"
    assert "Join two look-ups" in fault_text(fault.value)


def test_districts_by_code_by_name_and_in_part() -> None:
    codes = pd.Series(["D2", "D1", None, "D1", None, ""])
    names = pd.Series(["Zed", "ash", "Oak", "Ash", None, None])
    found = [(one.key, one.name, one.count) for one in list_districts(codes, names)]
    assert found == [("D1", "ash", 2), ("Oak", "Oak", 1), ("D2", "Zed", 1)]
    assert [one.key for one in list_districts(None, names)] == ["Ash", "ash", "Oak", "Zed"]
    assert [one.name for one in list_districts(codes, None)] == ["D1", "D2"]
    assert list_districts(None, None) == ()


def test_the_extent_of_districts_is_theirs(county: County) -> None:
    layer = memory_copy(opened(f"{county.path('wards.gpkg')}|layername=wards"))
    frame = geopandas.read_file(county.path("wards.gpkg"))
    chosen = list(frame["district_code"].unique()[:2])
    extent = read_extent(note_boundaries(layer), ["district_code"], chosen)
    bounds = frame[frame["district_code"].isin(chosen)].total_bounds
    found = (extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum())
    assert found == pytest.approx(tuple(bounds))
    assert read_extent(note_boundaries(layer), ["district_code"], ["none"]).isEmpty()


def test_codes_of_no_known_kind_are_plain_areas(county: County) -> None:
    layer = county.wards()
    set_values(layer, "ward_name", {feature["ward_code"]: f"P{feature.id()}" for feature in layer.getFeatures()})
    layer.startEditing()
    layer.renameAttribute(layer.fields().indexOf("ward_name"), "parish")
    layer.commitChanges()
    assert str(areas(layer, AREA_CODE="parish").areas.geography) == "areas"
