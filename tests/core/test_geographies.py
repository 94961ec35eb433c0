from __future__ import annotations

import pytest

from cni_mapper.core.data.columns import (
    clean_heading,
    code_columns,
    find_any,
    find_column,
    find_district,
    find_imd_score,
    find_name,
    find_population,
    require_column,
)
from cni_mapper.core.data.geographies import kind_of_codes, parse_geography, read_heading
from cni_mapper.core.errors import CniError


@pytest.mark.parametrize(
    ("heading", "kind", "vintage", "holds"),
    [
        ("LSOA11CD", "lsoa", 2011, "codes"),
        ("LSOA11NM", "lsoa", 2011, "names"),
        ("LSOA21CD", "lsoa", 2021, "codes"),
        ("MSOA21CD", "msoa", 2021, "codes"),
        ("WD17CD", "ward", 2017, "codes"),
        ("WD17NM", "ward", 2017, "names"),
        ("WD22CD", "ward", 2022, "codes"),
        ("wd17cd", "ward", 2017, "codes"),
        ("LAD19CD", "district", 2019, "codes"),
        ("LAD24NM", "district", 2024, "names"),
        ("OA11CD", "oa", 2011, "codes"),
        ("RGN17CD", "region", 2017, "codes"),
        ("LSOA code (2011)", "lsoa", 2011, "codes"),
        ("LSOA code (2021)", "lsoa", 2021, "codes"),
        ("LSOA name (2011)", "lsoa", 2011, "names"),
        ("Local Authority District code (2019)", "district", 2019, "codes"),
        ("Local Authority District name (2019)", "district", 2019, "names"),
        ("ward17_code", "ward", 2017, "codes"),
        ("lsoa21_name", "lsoa", 2021, "names"),
        ("lad19_code", "district", 2019, "codes"),
        ("ltla24_code", "district", 2024, "codes"),
        ("oa11_code", "oa", 2011, "codes"),
        ("ward_code", "ward", None, "codes"),
        ("Ward name", "ward", None, "names"),
        ("ward2017_code", "ward", 2017, "codes"),
        ("small_area_code", "small_area", None, "codes"),
        ("area_code", "area", None, "codes"),
        ("code", "area", None, "codes"),
        ("name", "area", None, "names"),
    ],
)
def test_headings_that_name_an_area(heading, kind, vintage, holds):
    found = read_heading(heading)
    assert (found.kind.id, found.vintage, found.holds) == (kind, vintage, holds)


@pytest.mark.parametrize("heading", ["postcode", "income_rank", "FID", "Shape__Area", "barcode", "population", ""])
def test_headings_that_name_none(heading):
    assert read_heading(heading) is None


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("E00000001", "oa"),
        ("E01000001", "lsoa"),
        ("W01000003", "lsoa"),
        ("S01006506", "datazone"),
        ("E02000001", "msoa"),
        ("W02000001", "msoa"),
        ("S02001236", "iz"),
        ("95AA01S1", "soa"),
        ("E05000026", "ward"),
        ("W05000981", "ward"),
        ("S13002516", "ward"),
        ("N08000101", "ward"),
        ("X05000001", "ward"),
        ("X01000001", "small_area"),
        ("E06000001", "district"),
        ("E07000004", "district"),
        ("E08000001", "district"),
        ("E09000001", "district"),
        ("X07000001", "district"),
        ("E12000001", "region"),
    ],
)
def test_kinds_of_codes(code, kind):
    assert kind_of_codes([code]).id == kind


@pytest.mark.parametrize(
    ("codes", "kind"),
    [
        pytest.param(["E05000001"] * 9 + ["E92000001"], "ward", id="nine in ten are enough"),
        pytest.param(["E05000001"] * 8 + ["E92000001"] * 2, None, id="eight in ten are not"),
        pytest.param(["E05000001"] * 10 + ["E01000001"] * 10, None, id="half and half"),
        pytest.param(["00ABCD"], None, id="old codes"),
        pytest.param(["E0500001"], None, id="a digit too few"),
        pytest.param(["E050000011"], None, id="a digit too many"),
        pytest.param(["Abbey"], None, id="names"),
        pytest.param([], None, id="none"),
    ],
)
def test_kind_of_a_column(codes, kind):
    found = kind_of_codes(codes)
    assert (found.id if found else None) == kind


@pytest.mark.parametrize(
    ("text", "id", "words"),
    [
        ("ward2017", "ward2017", "wards of 2017"),
        ("lsoa2021", "lsoa2021", "LSOAs of 2021"),
        ("ward17", "ward2017", "wards of 2017"),
        ("msoa", "msoa", "MSOAs"),
        (" LSOA2011 ", "lsoa2011", "LSOAs of 2011"),
        ("small_area", "small_area", "small areas"),
        ("area", "area", "areas"),
        ("hexagon", "area", "areas"),
    ],
)
def test_geography_of_a_definition(text, id, words):
    geography = parse_geography(text)
    assert (geography.id, str(geography)) == (id, words)


@pytest.mark.parametrize(
    ("heading", "cleaned"),
    [
        pytest.param("\ufeffLSOA code (2011)", "LSOA code (2011)", id="byte-order mark"),
        pytest.param("  Working age population ", "Working age population", id="stray blanks"),
        pytest.param("IMD\nScore", "IMD Score", id="line break"),
        pytest.param("IMD\r\n  Score", "IMD Score", id="line break and blanks"),
        pytest.param("IMD\u00a0Score", "IMD Score", id="non-breaking blank"),
        pytest.param(2019, "2019", id="number"),
    ],
)
def test_clean_headings(heading, cleaned):
    assert clean_heading(heading) == cleaned


class TestFindingColumns:
    @pytest.mark.parametrize("wanted", ["IMD score", "imd SCORE", " imd  score ", "\ufeffIMD Score"])
    def test_case_and_blanks_do_not_matter(self, wanted):
        assert find_column(["code", "IMD Score"], wanted) == "IMD Score"

    def test_none_when_there_is_none(self):
        assert find_column(["IMD Score"], "score") is None

    def test_first_of_several_names_that_the_table_has(self):
        assert find_any(["b", "c"], ["a", "c", "b"]) == "c"
        assert find_any(["b"], ["a"]) is None

    def test_a_column_that_must_be_there(self):
        assert require_column(["Crime Score"], "crime score", "imd.csv") == "Crime Score"
        with pytest.raises(CniError) as fault:
            require_column(["Crime Score"], "crime_score", "imd.csv")
        assert fault.value.code == "column_missing"
        assert fault.value.context == {"column": "crime_score", "table": "imd.csv", "columns": ["Crime Score"]}

    @pytest.mark.parametrize(
        "name",
        [
            "Total population: mid 2015 (excluding prisoners)",
            "population",
            "population_mid2015",
            "population_2011",
            "Population",
            "usual residents",
            "total_population",
            "residents_all_ages",
        ],
    )
    def test_population(self, name):
        columns = ["population_0_15", "population_working_age", "population_density", name, "population_60plus"]
        assert find_population(columns) == name

    def test_no_population_among_parts_of_it(self):
        assert find_population(["population_0_15", "population_working_age", "Dependent Children aged 0-15"]) is None

    @pytest.mark.parametrize(
        "name",
        [
            "Index of Multiple Deprivation (IMD) Score",
            "imd_score",
            "IMD Score",
            "imd_2019_score",
            "wimd_2019_score",
            "IMD2019",
            "IMD 2025 weighted score",
        ],
    )
    def test_deprivation_score(self, name):
        columns = ["Income Score (rate)", "imd_rank", "Crime Score", name, "imd_decile"]
        assert find_imd_score(columns) == name

    def test_a_rank_is_no_score(self):
        assert find_imd_score(["Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived)"]) is None

    def test_code_columns(self):
        columns = ["LSOA code (2011)", "LSOA name (2011)", "Local Authority District code (2019)", "Crime Score"]
        assert code_columns(columns) == ["LSOA code (2011)", "Local Authority District code (2019)"]

    @pytest.mark.parametrize(
        ("columns", "code", "name"),
        [
            pytest.param(["ward17_code", "ward17_name", "lad_name"], "ward17_code", "ward17_name", id="plain"),
            pytest.param(["WD11NM", "WD17CD", "WD17NM"], "WD17CD", "WD17NM", id="the same vintage first"),
            pytest.param(["LAD19NM", "WD17CD", "WD11NM"], "WD17CD", "WD11NM", id="else the same kind"),
            pytest.param(["LAD19NM", "WD17CD", "name"], "WD17CD", "name", id="else plain names"),
            pytest.param(["LAD19NM", "WD17CD"], "WD17CD", None, id="not the names of districts"),
        ],
    )
    def test_names_that_go_with_codes(self, columns, code, name):
        assert find_name(columns, code) == name

    def test_district(self):
        columns = ["ward17_code", "ward17_name", "lad_code", "lad_name"]
        assert (find_district(columns, "codes"), find_district(columns, "names")) == ("lad_code", "lad_name")
        assert find_district(["ward17_code", "ward17_name"], "codes") is None
