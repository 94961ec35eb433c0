"""The published indices, and areas scored from small areas, made again from the reference data."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from builders import TEN, lsoa_table, table, ward_codes

from cni_mapper.core.analysis.overlay import Limits, make_limit, overlay
from cni_mapper.core.analysis.result_table import published_flags
from cni_mapper.core.data.geographies import parse_geography
from cni_mapper.core.data.lookups import area_scores, lookup_rows, read_lookup
from cni_mapper.core.data.tables import Origin, code_table, read_csv
from cni_mapper.core.index.definition import walk
from cni_mapper.core.index.engine import compute
from cni_mapper.core.index.library import find_definition
from cni_mapper.core.index.ranking import rank_score
from cni_mapper.core.index.values import gather


def read(path, code_column):
    return code_table(read_csv(path), Origin("TABLES", path.name, str(path)), code_column=code_column)


def index(id, table):
    definition = find_definition(id)
    return compute(definition, gather(definition, [table]))


class TestPublishedTables:
    def test_cni_2019(self, reference_data):
        wards = read(reference_data / "cni_2019_ward17.csv", "ward17_code")
        result = index("cni-2019", wards)
        assert result.n == 7433
        np.testing.assert_array_equal(result.rank, wards.numbers("cni_rank").values)
        np.testing.assert_allclose(result.score, wards.numbers("cni_score").values, atol=1e-5)
        for domain in ("civic_assets", "connectedness", "engaged_community"):
            np.testing.assert_array_equal(result.domains[domain].rank, wards.numbers(f"{domain}_rank").values)
        np.testing.assert_array_equal(result.decile, np.ceil(wards.numbers("cni_rank").values * 10 / 7433))
        laindon_park = result.codes.get_loc("E05004026")
        assert (result.rank[laindon_park], round(result.score[laindon_park], 4)) == (1, 229.0126)

    def test_cni_2019_from_its_domain_ranks(self, reference_data):
        wards = read(reference_data / "cni_2019_ward17.csv", "ward17_code")
        shipped = replace(find_definition("cni-2022"), universes=())
        result = compute(shipped, gather(shipped, [wards], within=wards.frame.index))
        np.testing.assert_allclose(result.score, wards.numbers("cni_score").values, atol=2e-4)
        for domain in ("civic_assets", "connectedness", "engaged_community"):
            scores = wards.numbers(f"{domain}_score").values
            np.testing.assert_allclose(result.domains[domain].score, scores, atol=1e-4)

    def test_cni_2022_of_wales(self, reference_data):
        areas = read(reference_data / "cni_2022_wales_msoa11.csv", "msoa11_code")
        result = index("cni-2022", areas)
        assert (result.n, result.values.place) == (410, "Wales")
        np.testing.assert_array_equal(result.rank, areas.numbers("cni_rank").values)
        np.testing.assert_allclose(result.score, areas.numbers("cni_score").values, atol=6e-5)

    def test_imd_2025(self, reference_data):
        lsoas = read(reference_data / "imd_2025_lsoa21.csv", "lsoa21_code")
        result = index("imd-2025", lsoas)
        assert result.n == 33755
        np.testing.assert_array_equal(result.rank, lsoas.numbers("imd_rank").values)
        np.testing.assert_array_equal(result.decile, lsoas.numbers("imd_decile").values)
        np.testing.assert_allclose(result.score, lsoas.numbers("imd_score").values, atol=6e-4)
        for domain in walk(result.definition.domains):
            found = result.domains[domain.id]
            np.testing.assert_array_equal(found.decile, lsoas.numbers(f"{domain.id}_decile").values)

    def test_imd_2019(self, reference_data):
        lsoas = read(reference_data / "imd_2019_lsoa11.csv.gz", "lsoa11_code")
        result = index("imd-2019", lsoas)
        assert result.n == 32844
        published = lsoas.numbers("imd_rank").values
        assert np.abs(result.rank - published).max() <= 2
        assert np.count_nonzero(result.rank != published) <= 30
        np.testing.assert_array_equal(result.decile, lsoas.numbers("imd_decile").values)
        np.testing.assert_allclose(result.score, lsoas.numbers("imd_score").values, atol=1.5e-3)
        first = result.codes.get_loc("E01021988")
        assert (result.rank[first], round(result.score[first], 4)) == (1, 92.7352)


class TestWorkedScores:
    """One area's published ranks, among as many areas as the index has, every rank standing once."""

    @pytest.mark.parametrize(
        ("id", "ranks", "score"),
        [
            pytest.param("imd-2025", [85, 4, 21, 49, 5, 1650, 246], 94.2231, id="E01021988 in 2025"),
            pytest.param("imd-2025", [33730, 33708, 33755, 33108, 33698, 29220, 244], 8.7422, id="E01000001 in 2025"),
            pytest.param("imd-2019", [4, 1, 2, 50, 15, 8235, 65], 92.7352, id="E01021988 in 2019"),
            pytest.param("cni-2023", [710, 298, 407], 251.2058, id="E01026129 in 2023"),
        ],
    )
    def test_score(self, id, ranks, score):
        definition = find_definition(id)
        names = [domain.published.columns[0] for domain in definition.domains]
        made = lsoa_table(dict(zip(names, ranks)), definition.universes[0].areas, definition.geography[-4:])
        result = compute(definition, gather(definition, [made]))
        assert result.score[0] == pytest.approx(score, abs=1e-4)
        assert [result.domains[domain.id].rank[0] for domain in definition.domains] == ranks

    def test_laindon_park_from_its_ranks(self):
        definition = replace(find_definition("cni-2022"), universes=())
        ranks = {"civic_assets_rank": 112, "connectedness_rank": 654, "engaged_community_rank": 33}
        made = lsoa_table(ranks, 7433)
        result = compute(definition, gather(definition, [made], within=made.frame.index))
        assert result.score[0] == pytest.approx(229.012571, abs=1e-5)

    def test_cni_2023_on_ten_areas(self):
        """The sum of three transformed ranks; the published scores of the domains are not added."""
        civic, connected, active = range(1, 11), range(10, 0, -1), [3, 1, 2, 4, 5, 6, 7, 8, 9, 10]
        made = table(
            {
                "lsoa21_code": [code.replace("E05", "E01") for code in ward_codes(10)],
                "Civic Assets Domain Score": [-9.0] * 10,
                "Civic Assets Domain Rank": civic,
                "Connectedness Domain Rank": connected,
                "Active and Engaged Community Domain Rank": active,
            },
            wanted=parse_geography("lsoa2021"),
        )
        definition = find_definition("cni-2023")
        result = compute(definition, gather(definition, [made], within=made.frame.index))
        # For the first: 100 + 2.3903 + 35.8568.
        expected = [
            *(138.2471, 155.4847, 94.3599, 65.5665, 56.9122),
            *(51.9263, 50.1105, 52.0096, 60.5427, 104.7806),
        ]
        np.testing.assert_allclose(result.score, expected, atol=2e-4)
        assert [round(TEN[i - 1] + TEN[j - 1] + TEN[k - 1], 4) for i, j, k in zip(civic, connected, active)] == expected
        np.testing.assert_array_equal(result.rank, [2, 1, 4, 5, 7, 9, 10, 8, 6, 3])


@pytest.fixture(scope="module")
def small_areas(reference_data):
    return read(reference_data / "imd_2019_lsoa11.csv.gz", "lsoa11_code")


@pytest.fixture(scope="module")
def expected(reference_data):
    return pd.read_csv(reference_data / "expected" / "imd_2019_ward17.csv", index_col="ward17_code")


@pytest.fixture(scope="module")
def wards(reference_data):
    return read(reference_data / "cni_2019_ward17.csv", "ward17_code")


@pytest.fixture(scope="module")
def by_output_area(reference_data, small_areas):
    file = reference_data / "oa11_to_ward17_estimated.csv.gz"
    lookup = read_lookup(
        read_csv(file, ["lsoa11_code", "ward17_code", "population_2011"]),
        Origin("LOOKUP", file.name, ""),
        small_column="lsoa11_code",
        area_column="ward17_code",
        weight_column="population_2011",
    )
    scores = pd.Series(small_areas.numbers("imd_score").values, small_areas.frame.index)
    return area_scores(lookup_rows(scores, lookup, None))


@pytest.fixture(scope="module")
def by_best_fit(reference_data, small_areas):
    file = reference_data / "lsoa11_to_ward17_bestfit.csv"
    lookup = read_lookup(
        read_csv(file, ["lsoa11_code", "ward17_code"]),
        Origin("LOOKUP", file.name, ""),
        small_column="lsoa11_code",
        area_column="ward17_code",
        weight_column=None,
    )
    scores = pd.Series(small_areas.numbers("imd_score").values, small_areas.frame.index)
    return area_scores(lookup_rows(scores, lookup, small_areas.people("population_mid2015")))


def assert_ranked_as_expected(scores, expected, rank, decile):
    """The expected ranks are of scores rounded to six decimals, by which one pair of wards ties."""
    ranked = rank_score(scores, expected.index).frame.reindex(expected.index)
    apart = (ranked["rank"] - expected[rank]).dropna()
    assert (apart.abs().max(), np.count_nonzero(apart)) == (1, 1)
    np.testing.assert_array_equal(ranked["decile"], expected[decile])
    rounded = rank_score(scores.round(6), expected.index).frame.reindex(expected.index)
    np.testing.assert_array_equal(rounded["rank"], expected[rank])


def left_behind(wards, deprivation, limit, *, is_count=False):
    """Names of the left behind wards, and of those on the publishers' list."""
    need = index("cni-2019", wards)
    imd = rank_score(deprivation["score"], need.codes)
    limits = Limits(*(make_limit(limit, is_count=is_count, name="limit") for _ in range(2)))
    found = overlay(pd.Series(need.rank, need.codes), imd.frame["rank"], limits).frame["category"]
    flags = published_flags([wards], need.definition.published_flag, need.codes)
    names = wards.names()
    rebuilt = found.index[found == "left_behind"]
    return set(names[rebuilt] + " " + rebuilt), set(names[flags == "yes"] + " " + flags.index[flags == "yes"])


def plain(names):
    return sorted(name.rpartition(" ")[0] for name in names)


class TestAreaDeprivation:
    def test_by_output_areas(self, by_output_area, expected):
        found = by_output_area.reindex(expected.index)
        # The expected scores are printed to six decimals.
        np.testing.assert_allclose(found["score"], expected["imd_score_oa"], atol=1e-6)
        np.testing.assert_array_equal(found["population"], expected["population_2011"])
        assert rank_score(by_output_area["score"], expected.index).n == 7433
        assert_ranked_as_expected(by_output_area["score"], expected, "imd_rank_oa", "imd_decile_oa")

    def test_by_output_areas_nobody_is_lost(self, by_output_area):
        assert by_output_area["population"].sum() == 53_012_456
        assert set(by_output_area["quality"]) == {"best_fit", "estimated"}

    def test_by_best_fit(self, by_best_fit, expected):
        found = by_best_fit.reindex(expected.index)
        np.testing.assert_allclose(found["score"], expected["imd_score_lsoa"], atol=1e-6)
        assert found["score"].isna().sum() == 12
        assert rank_score(by_best_fit["score"], expected.index).n == 7421
        assert_ranked_as_expected(by_best_fit["score"], expected, "imd_rank_lsoa", "imd_decile_lsoa")
        assert set(by_best_fit["quality"]) == {"best_fit"}
        assert by_best_fit["population"].sum() == 54_728_204


class TestLeftBehind:
    def test_by_output_areas_the_225_and_four_more(self, wards, by_output_area):
        rebuilt, listed = left_behind(wards, by_output_area, 10)
        assert (len(rebuilt), len(listed), len(rebuilt & listed)) == (229, 225, 225)
        extra = ["Ayresome", "Goldenhill and Sandyford", "Holmewood and Heath", "Winton"]
        assert plain(rebuilt - listed) == extra

    def test_by_output_areas_exactly_the_225_at_735(self, wards, by_output_area, reference_data):
        rebuilt, listed = left_behind(wards, by_output_area, 735, is_count=True)
        assert rebuilt == listed
        codes = pd.read_csv(reference_data / "expected" / "lbn_2019_225.csv")["ward17_code"]
        assert {name.rpartition(" ")[2] for name in rebuilt} == set(codes)
        assert len(rebuilt) == 225

    def test_by_best_fit_six_missed_and_six_more(self, wards, by_best_fit):
        rebuilt, listed = left_behind(wards, by_best_fit, 10)
        assert (len(rebuilt), len(rebuilt & listed)) == (225, 219)
        assert plain(rebuilt - listed) == [
            *("Ayresome", "Bedlington East", "Ford Green and Smallthorne"),
            *("Highbridge and Burnham Marine", "Norton North", "Winton"),
        ]
        assert plain(listed - rebuilt) == [
            *("Bentley", "Easington", "Ferryhill", "Irwell", "Longdendale", "Norton South"),
        ]

    def test_every_ward_of_the_list_is_within_the_worst_tenth_on_need(self, wards):
        need = index("cni-2019", wards)
        flags = published_flags([wards], need.definition.published_flag, need.codes)
        ranks = need.rank[(flags == "yes").to_numpy()]
        assert (len(ranks), ranks.min(), ranks.max()) == (225, 4, 732)


class TestSampleCounty:
    """The table that comes with the plugin says its own ranks and left behind wards."""

    def test_need(self, sample):
        wards = read(sample / "community_needs.csv", "ward_code")
        definition = find_definition(str(sample / "definition.json"))
        result = compute(definition, gather(definition, [wards]))
        np.testing.assert_array_equal(result.rank, wards.numbers("cni_rank").values)
        np.testing.assert_allclose(result.score, wards.numbers("cni_score").values, atol=2e-6)

    def test_population_by_ward_is_that_of_the_small_areas(self, sample):
        small = read(sample / "deprivation.csv", "small_area_code")
        lookup = read_lookup(
            read_csv(sample / "small_area_to_ward.csv"),
            Origin("LOOKUP", "small_area_to_ward.csv", ""),
            small_column="small_area_code",
            area_column="ward_code",
            weight_column="population",
        )
        scores = pd.Series(small.numbers("imd_score").values, small.frame.index)
        found = area_scores(lookup_rows(scores, lookup, None))
        assert found["population"].sum() == small.people("population").sum()
        assert len(found) == 150
        by_hand = pd.DataFrame({"ward": lookup.area, "people": lookup.weight, "score": scores[lookup.small].to_numpy()})
        by_hand["product"] = by_hand["people"] * by_hand["score"]
        sums = by_hand.groupby("ward")[["product", "people"]].sum()
        np.testing.assert_allclose(found["score"], sums["product"] / sums["people"])
