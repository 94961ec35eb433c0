"""Faults that a run goes on with: what is counted and named in the warnings, and what the rows show."""

from __future__ import annotations

import pandas as pd
import pytest
from county import (
    DEPRIVATION,
    DOMAINS,
    LOOKUP,
    NEEDS,
    County,
    codes,
    expected_wards,
    rows_of,
    run_map,
    warning,
    warnings_of,
)
from fault_files import Heard
from qgis.core import QgsGeometry, QgsVectorLayer

COMPARED = ["cni_rank", "imd_rank", "category"]


@pytest.fixture
def expected(sample) -> pd.DataFrame:
    return expected_wards(sample)


def _assert_ranks(rows: pd.DataFrame, expected: pd.DataFrame) -> None:
    pd.testing.assert_frame_equal(
        rows[COMPARED].astype(str).sort_index(), expected[COMPARED].astype(str).sort_index(), check_names=False
    )


def _ranked(scores: pd.Series) -> pd.Series:
    return scores.round(6).rank(ascending=False, method="min")


def test_half_of_the_wards_unknown(processing, county: County, output, expected) -> None:
    """75 of 150 is enough; the ranks of the others are those of the whole county."""
    lost, new = codes(range(1, 76)), codes(range(8001, 8076))
    county.recode_wards(dict(zip(lost, new)))
    rows, record = run_map(processing, county, output)
    text = warning(record, "areas_unmatched")
    assert text.startswith("75 of 150 areas of edited.gpkg are not in community_needs.csv: X05008001, X05008002")
    areas = record["inputs"][0]
    assert (areas["matched"], areas["unmatched_here"]["count"], areas["unmatched_there"]["count"]) == (75, 75, 75)
    assert (areas["unmatched_here"]["codes"], areas["unmatched_there"]["codes"]) == (new, lost)
    assert set(rows.loc[new, "category"]) == {"no_data"}
    _assert_ranks(rows.drop(index=new), expected.drop(index=lost))


def test_suppression_marks_are_missing_counted_and_named(processing, county: County, output, expected) -> None:
    hidden = codes([2, 5, 9, 77])
    county.put(NEEDS, "connectedness_score", dict(zip([1, 4, 8, 76], ["*", "..", "c", "-"])))
    rows, record = run_map(processing, county, output)
    text = warning(record, "not_numbers")
    assert text.startswith("4 value(s) of column 'connectedness_score' in community_needs.csv are not numbers")
    assert set(text.rpartition(": ")[2].rstrip(".").replace("...", "..").split(", ")) == {"*", "..", "c", "-"}
    assert "4 area(s) have no value in column 'connectedness_score'" in warning(record, "values_missing")
    assert set(rows.loc[hidden, "category"]) == {"no_data"} and set(rows.loc[hidden, "missing"]) == {"connectedness"}
    assert rows.loc[hidden, "cni_rank"].isna().all()
    assert list(rows.loc[hidden, "imd_rank"]) == list(expected.loc[hidden, "imd_rank"])
    others = _ranked(expected["cni_score"].drop(hidden))
    assert list(rows["cni_rank"].drop(hidden).astype(float)) == list(others.reindex(rows.index.drop(hidden)))
    assert record["universe"]["ranked"] == {"cni": 146, "imd": 150}


def test_thousands_separators_and_percent_signs_are_read(processing, county: County, output, expected) -> None:
    county.edit(LOOKUP, lambda t: t.assign(population=t["population"].map(lambda n: f"{int(n):,}")))
    county.edit(NEEDS, lambda t: t.assign(civic_assets_score=" " + t["civic_assets_score"] + " %"))
    assert county.table(LOOKUP)["population"].str.contains(",").sum() > 500
    rows, record = run_map(processing, county, output)
    _assert_ranks(rows, expected)
    assert warnings_of(record, "not_numbers") == []
    assert list(rows["population"].astype(float)) == list(expected["population"].reindex(rows.index).astype(float))


def test_totals_are_left_out_and_named(processing, county: County, output, expected) -> None:
    for name, column in ((NEEDS, "ward_code"), (DEPRIVATION, "small_area_code")):
        county.edit(name, lambda t, column=column: pd.concat([t, t.iloc[[0]].assign(**{column: "E92000001"})]))
    rows, record = run_map(processing, county, output)
    assert warnings_of(record, "codes_of_another_kind") == [
        "1 row(s) of community_needs.csv are not wards and were left out: E92000001.",
        "1 row(s) of deprivation.csv are not small areas and were left out: E92000001.",
    ]
    _assert_ranks(rows, expected)


def test_rows_without_a_code_are_left_out_and_counted(processing, county: County, output, expected) -> None:
    county.edit(NEEDS, lambda t: pd.concat([t, t.iloc[:2].assign(ward_code=" ")]))
    county.edit(LOOKUP, lambda t: pd.concat([t, t.iloc[:3].assign(ward_code="")]))
    rows, record = run_map(processing, county, output)
    assert "2 row(s) of community_needs.csv have no code in column 'ward_code'" in warning(record, "codes_blank")
    assert "3 row(s) of the look-up small_area_to_ward.csv lack a code" in warning(record, "lookup_rows_blank")
    _assert_ranks(rows, expected)


@pytest.mark.parametrize("form", ["byte-order mark", "semicolons", "tabs", "cp1252", "quotes everywhere"])
def test_forms_of_csv(processing, county: County, output, expected, form: str) -> None:
    options = {
        "byte-order mark": {"encoding": "utf-8-sig"},
        "semicolons": {"sep": ";"},
        "tabs": {"sep": "\t"},
        "cp1252": {"encoding": "cp1252"},
        "quotes everywhere": {"quoting": 1, "lineterminator": "\r\n"},
    }[form]
    county.put(NEEDS, "ward_name", {0: "Trébury – Môr"})
    county.edit_wards(lambda layer: _without(layer, "ward_name"))
    for name in (NEEDS, DEPRIVATION, LOOKUP):
        # Stray blanks round headings and codes, as spreadsheets leave them.
        county.edit(name, lambda t: t.rename(columns=lambda c: f" {c} ").apply(lambda c: " " + c + " "), **options)
    rows, _ = run_map(processing, county, output)
    _assert_ranks(rows, expected)
    assert rows.loc["X05000001", "area_name"].strip() == "Trébury – Môr"


def _without(layer: QgsVectorLayer, name: str) -> None:
    layer.dataProvider().deleteAttributes([layer.fields().indexOf(name)])
    layer.updateFields()


def test_an_unquoted_comma_costs_its_row_and_no_other(processing, county: County, output, expected) -> None:
    path = county.path(NEEDS)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Brickfields", "Brickfields, East"), encoding="utf-8")
    rows, record = run_map(processing, county, output)
    assert rows.loc["X05000003", "category"] == "no_data"
    assert "Port Merrow" in warnings_of(record, "not_numbers")[0]
    others = _ranked(expected["cni_score"].drop("X05000003"))
    assert list(rows["cni_rank"].drop("X05000003").astype(float)) == list(others.reindex(rows.index.drop("X05000003")))


def test_empty_and_faulty_shapes_are_kept_and_named(processing, county: County, output, expected) -> None:
    bow_tie = QgsGeometry.fromWkt("MultiPolygon (((0 0, 10 10, 10 0, 0 10, 0 0)))")
    shapes = {"X05000001": QgsGeometry(), "X05000002": bow_tie, "X05000003": QgsGeometry.fromWkt("MultiPolygon EMPTY")}

    def spoil(layer: QgsVectorLayer) -> None:
        changes = {f.id(): shapes[f["ward_code"]] for f in layer.getFeatures() if f["ward_code"] in shapes}
        assert layer.dataProvider().changeGeometryValues(changes)

    county.edit_wards(spoil)
    rows, record = run_map(processing, county, output)
    assert "2 area(s) of edited.gpkg have no shape" in warning(record, "empty_geometry")
    assert "X05000001, X05000003" in warning(record, "empty_geometry")
    assert "1 area(s) of edited.gpkg have faulty shapes" in warning(record, "invalid_geometry")
    assert "X05000002" in warning(record, "invalid_geometry")
    _assert_ranks(rows, expected)
    drawn = QgsVectorLayer(str(output / "result.gpkg"), "drawn")
    found = {f["area_code"]: f.geometry() for f in drawn.getFeatures("\"area_code\" <= 'X05000003'")}
    assert found["X05000002"].asWkt() == bow_tie.asWkt()
    assert all(found[code].isNull() or found[code].isEmpty() for code in ("X05000001", "X05000003"))


def test_areas_ranked_among_themselves(processing, county: County, output, expected) -> None:
    county.edit(NEEDS, lambda t: t.iloc[:75])
    rows, record = run_map(processing, county, output, UNIVERSE=1)
    assert warning(record, "small_universe") == (
        "Ranks are among the 75 areas supplied, not among all 150 of Sampleshire."
    )
    assert record["variant"] is True
    inside = codes(range(1, 76))
    for index in ("cni", "imd"):
        wanted = _ranked(expected.loc[inside, f"{index}_score"])
        assert list(rows.loc[inside, f"{index}_rank"].astype(float)) == list(wanted)
    assert rows.loc[codes(range(76, 151)), "cni_rank"].isna().all()


def test_too_few_areas_for_deciles(processing, county: County, output) -> None:
    focus = "\"ward_code\" <= 'X05000008'"
    rows, record = run_map(processing, county, output, UNIVERSE=1, FOCUS=focus)
    assert warnings_of(record, "too_few_for_deciles") == [
        "Only 8 areas are ranked on the Community Needs Index, too few for deciles.",
        "Only 8 areas are ranked on the Index of Multiple Deprivation, too few for deciles.",
    ]
    assert rows["cni_decile"].isna().all() and rows["imd_decile"].isna().all()
    assert sorted(rows["cni_rank"]) == list(range(1, 9))


def test_small_areas_without_a_score_make_their_wards_partial(processing, county: County, output, expected) -> None:
    lost = county.table(LOOKUP).loc[[0, 1], "small_area_code"]
    county.edit(DEPRIVATION, lambda t: t[~t["small_area_code"].isin(lost)])
    rows, record = run_map(processing, county, output)
    assert "2 of 900 small areas of the look-up small_area_to_ward.csv have no score in deprivation.csv" in warning(
        record, "lookup_unmatched"
    )
    ward = county.table(LOOKUP).loc[0, "ward_code"]
    assert rows.loc[ward, "quality"] == "partial"
    assert rows["quality"].drop(ward).isin(["best_fit", "estimated"]).all()
    assert rows.loc[ward, "imd_score"] != pytest.approx(expected.loc[ward, "imd_score"])


def test_a_ward_without_deprivation_is_named(processing, county: County, output, expected) -> None:
    county.edit(LOOKUP, lambda t: t[t["ward_code"] != "X05000029"])
    rows, record = run_map(processing, county, output)
    assert warning(record, "not_deprivation") == (
        "1 of the 150 areas ranked on need have no deprivation score: X05000029."
    )
    assert rows.loc["X05000029", "category"] == "no_data"
    assert rows.loc["X05000029", "cni_rank"] == expected.loc["X05000029", "cni_rank"]


def test_no_residents_anywhere(processing, county: County, output) -> None:
    county.edit(LOOKUP, lambda t: t.drop_duplicates("small_area_code").drop(columns="population"))
    county.edit(DEPRIVATION, lambda t: t.drop(columns="population"))
    rows, record = run_map(processing, county, output)
    assert "every small area counts the same" in warning(record, "no_weights")
    assert rows["population"].isna().all()
    parts = county.table(LOOKUP).merge(county.table(DEPRIVATION), on="small_area_code")
    mean = parts["imd_score"].astype(float).groupby(parts["ward_code"]).mean()
    assert list(rows.loc[mean.index, "imd_score"].astype(float)) == pytest.approx(list(mean))


def test_two_columns_of_residents(processing, county: County, output, expected) -> None:
    rows, record = run_map(processing, county, output, LOOKUP_WEIGHT="population", DEPRIVATION_WEIGHT="population")
    assert warning(record, "weight_not_used") == (
        "Column 'population' is not used: the look-up's own residents ('population') are."
    )
    _assert_ranks(rows, expected)


def test_ties_across_the_limit(processing, county: County, output, expected) -> None:
    """Four wards share rank 14 where 15 places are inside, which is also the edge of the first decile."""
    order = expected["cni_rank"].sort_values().index
    places = [int(code[3:]) - 1 for code in order[13:17]]
    table = county.table(NEEDS)
    for domain in DOMAINS:
        column = f"{domain}_score"
        county.put(NEEDS, column, dict.fromkeys(places, table.loc[places[0], column]))
    rows, record = run_map(processing, county, output)
    assert warning(record, "ties_cross_limit") == (
        "4 areas share rank 14 on the Community Needs Index, across the limit of 15: all of them are inside."
    )
    assert "4 areas share rank 14" in warning(record, "ties_cross_decile")
    tied = rows.loc[list(order[13:17])]
    assert set(tied["cni_rank"]) == {14} and set(tied["cni_decile"]) == {1} and set(tied["cni_margin"]) == {-1}
    assert (rows["cni_margin"] <= 0).sum() == 17


def test_the_publishers_list_differs(processing, county: County, output, expected) -> None:
    ours = expected.index[expected["category"] == "left_behind"][0]
    theirs = expected.index[expected["category"] == "other"][0]
    flags = {int(ours[3:]) - 1: "no", int(theirs[3:]) - 1: "Yes"}
    county.put(NEEDS, "left_behind", flags)
    names = county.table(NEEDS).set_index("ward_code")["ward_name"]
    rows, record = run_map(processing, county, output)
    assert warning(record, "rebuilt_and_published") == (
        f"Left behind: rebuilt 8, published 8, not on the published list: {names[ours]}, "
        f"only on the published list: {names[theirs]}."
    )
    assert (rows.loc[ours, "left_behind_published"], rows.loc[theirs, "left_behind_published"]) == ("no", "yes")
    assert record["published"] == {
        "rebuilt": 8,
        "published": 8,
        "not_on_list": [names[ours]],
        "only_on_list": [names[theirs]],
    }


def test_a_record_that_cannot_be_written(processing, county: County, output) -> None:
    """A folder stands where the run record should go: the rows are saved all the same, and the user is told."""
    (output / "result.gpkg.run.json").mkdir()
    heard = Heard()
    given = {**county.parameters, "OUTPUT": str(output / "result.gpkg")}
    source = processing.run("cni:map", given, feedback=heard)["OUTPUT"]
    assert [text for text in heard.warnings if text.startswith("The run record result.gpkg.run.json could not be")]
    assert len(rows_of(source)) == 150
    assert sorted(path.name for path in output.iterdir()) == ["result.gpkg", "result.gpkg.run.json"]
