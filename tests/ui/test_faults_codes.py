"""Codes, joins and look-ups that are wrong: what the user reads, and that nothing is written or changed."""

from __future__ import annotations

import pytest
from county import DEPRIVATION, LOOKUP, NEEDS, County, codes, save_layer, set_values
from fault_files import Case, as_parameters, check_fault


def _rename(layer, old: str, new: str) -> None:
    layer.dataProvider().renameAttributes({layer.fields().indexOf(old): new})
    layer.updateFields()


def _drop(layer, name: str) -> None:
    layer.dataProvider().deleteAttributes([layer.fields().indexOf(name)])
    layer.updateFields()


def _other_vintage(county: County) -> None:
    """Wards of 2021 with codes that the table of 2017 does not have."""
    recoded = dict(zip(codes(range(1, 151)), codes(range(9001, 9151))))
    county.edit(NEEDS, lambda t: t.rename(columns={"ward_code": "WD17CD"}))

    def change(layer) -> None:
        set_values(layer, "ward_code", recoded)
        _rename(layer, "ward_code", "WD21CD")

    county.edit_wards(change)


def _needs_by_small_area(county: County) -> None:
    table = county.table(NEEDS).drop(columns=["ward_code", "ward_name", "district_code", "district_name"])
    table.insert(0, "small_area_code", codes(range(1, 151), "X01"))
    county.give(TABLES=[county.write("needs_by_small_area.csv", table)])


def _two_code_columns(county: County) -> None:
    county.edit(NEEDS, lambda t: t.assign(ward21_code=t["ward_code"].to_numpy()[::-1]))


def _no_codes_at_all(county: County) -> None:
    def change(table):
        table = table.drop(columns=["ward_name", "district_code", "district_name"])
        return table.assign(ward_code=[f"row {i}" for i in range(150)]).rename(columns={"ward_code": "reference"})

    county.edit(NEEDS, change)


def _twice_in_areas(county: County) -> None:
    county.edit_wards(lambda layer: set_values(layer, "ward_code", {"X05000002": "X05000001"}))


def _lookup_without_codes(county: County) -> None:
    table = county.table(LOOKUP).assign(small_area_code="somewhere", ward_code="elsewhere")
    county.give(LOOKUP=county.write("places.csv", table.rename(columns={"small_area_code": "from", "ward_code": "to"})))


def _half_a_lookup(county: County) -> None:
    """451 of the 900 small areas get codes that the deprivation table does not have."""

    def change(table):
        small = table["small_area_code"].drop_duplicates().iloc[:451]
        lost = table["small_area_code"].isin(set(small))
        table.loc[lost, "small_area_code"] = "X019" + table["small_area_code"].str[4:]

    county.edit(LOOKUP, change)


def _rank_over_elsewhere(county: County) -> None:
    table = county.table(NEEDS)[["ward_code", "ward_name"]].assign(ward_code=codes(range(5001, 5151)))
    county.give(RANK_OVER=county.write("over.csv", table))


def _two_nations(county: County) -> None:
    table = county.table(NEEDS).iloc[:40]
    table = table.assign(area_code=[f"W0200{i:04d}" for i in range(20)] + [f"S0200{i:04d}" for i in range(20)])
    county.give(TABLES=[county.write("nations.csv", table.drop(columns="ward_code"))], DEFINITION="cni-2022")


LISTED = "It has: ward_name, district_code, district_name, civic_assets_score"
CASES = [
    Case(
        "tables without a code column",
        lambda c: c.edit(NEEDS, lambda t: t.drop(columns="ward_code")),
        ["No column of area codes", NEEDS, LISTED, "Name the column that holds the codes"],
    ),
    Case(
        "tables with codes of no known kind",
        _no_codes_at_all,
        ["No column of area codes", NEEDS, "It has: reference, civic_assets_score", "Name the column"],
    ),
    Case(
        "code column of the tables named wrongly",
        lambda c: c.give(CODE_FIELD="WD17CD"),
        ["no column 'WD17CD'", NEEDS, "It has: ward_code, ward_name", "Choose one of these"],
    ),
    Case(
        "tables with two columns of codes",
        _two_code_columns,
        [NEEDS, "several columns", "ward_code, ward21_code", "Name the one to use"],
    ),
    Case(
        "areas without a code column",
        lambda c: c.edit_wards(lambda layer: _drop(layer, "ward_code")),
        ["No column of area codes", "edited.gpkg", "ward_name, district_code, district_name", "Name the column"],
    ),
    Case(
        "code column of the areas named wrongly",
        lambda c: c.give(AREA_CODE="lad_code"),
        ["no column 'lad_code'", "wards.gpkg", "It has: fid, ward_code", "Choose one of these"],
    ),
    Case(
        "column of districts named wrongly",
        lambda c: c.give(DISTRICT="council"),
        ["no column 'council'", "wards.gpkg", "Choose one of these"],
    ),
    Case(
        "wards of another year",
        _other_vintage,
        [
            "Only 0 of 150 codes of edited.gpkg are found in community_needs.csv",
            "wards of 2021 such as X05009001",
            "wards of 2017 such as X05000001",
            "same areas and year, or a look-up",
        ],
    ),
    Case(
        "boundaries of small areas with a table of wards",
        lambda c: c.give(AREAS=f"{c.path('small_areas.gpkg')}|layername=small_areas"),
        ["Only 0 of 900", "small areas such as X01000001", "wards such as X05000001", "look-up"],
    ),
    Case(
        "table of small areas with boundaries of wards",
        _needs_by_small_area,
        ["Only 0 of 150", "wards such as X05000001", "small areas such as X01000001", "look-up"],
    ),
    Case(
        "76 of 150 ward codes unknown",
        lambda c: c.recode_wards(dict(zip(codes(range(1, 77)), codes(range(8001, 8077))))),
        ["Only 74 of 150 codes of edited.gpkg", NEEDS, "X05008001", "look-up"],
    ),
    Case(
        "deprivation by small area without a look-up",
        lambda c: c.give(LOOKUP=None),
        [
            "deprivation.csv is by small areas, such as X01000001",
            "the areas to rank are wards, such as X05000001",
            "Add a look-up",
        ],
    ),
    Case(
        "the same ward twice in the boundaries",
        _twice_in_areas,
        ["1 code(s) stand more than once", "'ward_code' of edited.gpkg", "X05000001", "Keep one row"],
    ),
    Case(
        "two wards twice in the tables",
        lambda c: c.put(NEEDS, "ward_code", {4: "X05000009", 11: "X05000009", 20: "X05000101"}),
        [
            "2 code(s) stand more than once",
            "'ward_code' of community_needs.csv",
            "X05000009, X05000101",
            "Keep one row",
        ],
    ),
    Case(
        "the same small area twice in the deprivation table",
        lambda c: c.put(DEPRIVATION, "small_area_code", {4: "X01000001"}),
        ["1 code(s) stand more than once", "'small_area_code' of deprivation.csv", "X01000001", "Keep one row"],
    ),
    Case(
        "the same column in two tables",
        lambda c: c.give(TABLES=[str(c.path(NEEDS)), c.write("again.csv", c.table(NEEDS))]),
        ["'civic_assets_score'", "more than one table (community_needs.csv, again.csv)", "Leave out"],
    ),
    Case(
        "a small area in two rows of a look-up without residents",
        lambda c: c.edit(LOOKUP, lambda t: t.drop(columns="population")),
        ["45 small area(s)", LOOKUP, "counted twice", "own column of residents", "one row for each small area"],
    ),
    Case(
        "more than half of a look-up unknown",
        _half_a_lookup,
        ["Only 449 of 900 codes of small_area_to_ward.csv are found in deprivation.csv", "X01900001", "look-up"],
    ),
    Case(
        "look-up without recognisable columns",
        _lookup_without_codes,
        ["look-up places.csv", "codes like X01000001", "like X05000001", "It has: from, to, population", "Name both"],
    ),
    Case(
        "column of the look-up named wrongly",
        lambda c: c.give(LOOKUP_TO="WD17CD"),
        ["no column 'WD17CD'", LOOKUP, "small_area_code, ward_code, population", "Choose one of these"],
    ),
    Case(
        "column of residents of the deprivation table named wrongly",
        lambda c: c.give(DEPRIVATION_WEIGHT="people"),
        ["no column 'people'", DEPRIVATION, "population", "Choose one of these"],
    ),
    Case(
        "code column of the deprivation table named wrongly",
        lambda c: c.give(DEPRIVATION_CODE="LSOA11CD"),
        ["no column 'LSOA11CD'", DEPRIVATION, "It has: small_area_code", "Choose one of these"],
    ),
    Case(
        "two nations in one index",
        _two_nations,
        ["one nation at a time", "Wales, Scotland", "one nation's table"],
        algorithm="cni:index",
    ),
    Case(
        "areas to rank over that the look-up does not have",
        _rank_over_elsewhere,
        ["look-up small_area_to_ward.csv", "codes like X05005001", "choose a look-up between these codes"],
        algorithm="cni:areadeprivation",
    ),
    Case(
        "area deprivation without a table",
        lambda c: c.give(LOOKUP=None),
        ["LOOKUP"],
        algorithm="cni:areadeprivation",
    ),
]


@pytest.mark.parametrize("case", as_parameters(CASES))
def test_refused(case: Case, processing, county: County, output) -> None:
    check_fault(case, processing, county, output)


def test_a_spreadsheet_is_checked_like_a_csv_file(processing, county: County, output) -> None:
    """The same two faults in XLSX: a ward twice, then no code column."""
    from county import csv_layer, memory_copy

    layer = memory_copy(csv_layer(county.path(NEEDS), types=True))
    set_values(layer, "ward_code", {"X05000002": "X05000001"})
    county.give(TABLES=[save_layer(layer, county.path("needs.xlsx"))])
    case = Case("", lambda c: None, ["1 code(s) stand more than once", "needs.xlsx", "X05000001"])
    check_fault(case, processing, county, output)


def test_codes_are_found_beside_districts_whatever_their_column_is_called(processing, county: County, output) -> None:
    county.edit(NEEDS, lambda t: t.rename(columns={"ward_code": "ref"}))
    county.edit_wards(lambda layer: _rename(layer, "ward_code", "ons_id"))
    result = processing.run("cni:map", {**county.parameters, "OUTPUT": str(output / "a.gpkg")})
    assert (result["LEFT_BEHIND"], result["DEPRIVED"], result["HIGH_NEED"]) == (8, 7, 7)
