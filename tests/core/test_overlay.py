from __future__ import annotations

import math
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest
from builders import NAN, ward_codes
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import rankdata

from cni_mapper.core.analysis.overlay import CATEGORIES, Limits, make_limit, overlay
from cni_mapper.core.errors import CniError


def percent(cni, imd=None):
    return Limits(*(make_limit(p, is_count=False, name="limit") for p in (cni, cni if imd is None else imd)))


def count(cni, imd=None):
    return Limits(*(make_limit(c, is_count=True, name="limit") for c in (cni, cni if imd is None else imd)))


def ranks(values, codes=None):
    return pd.Series(values, index=ward_codes(len(values)) if codes is None else codes, dtype=float)


@st.composite
def two_rankings(draw):
    """Two rankings with ties and missing ranks over areas that only partly meet."""
    found = []
    for _ in range(2):
        codes = draw(st.lists(st.integers(1, 40), unique=True, max_size=30))
        scores = [draw(st.one_of(st.none(), st.integers(1, 12))) for _ in codes]
        known = [score for score in scores if score is not None]
        places = iter(rankdata([-score for score in known], method="min"))
        cells = [NAN if score is None else next(places) for score in scores]
        found.append(ranks(cells, [f"E05{code:06d}" for code in codes]))
    return found


class TestLimits:
    @pytest.mark.parametrize(
        ("amount", "n", "places"),
        [
            (10, 7433, 743),
            (10, 32844, 3284),
            (10, 33755, 3375),
            (10.0, 10, 1),
            (10.1, 1000, 101),
            (0.7, 1000, 7),
            (1.1, 1000, 11),
            (0.1 + 0.2, 1000, 3),
            (29, 100, 29),
            (57.4, 500, 287),
            (100, 7433, 7433),
            (5, 19, 0),
            (33.3, 10, 3),
        ],
    )
    def test_percent(self, amount, n, places):
        assert make_limit(amount, is_count=False, name="limit").places(n) == places

    @given(st.integers(1, 10_000), st.integers(0, 300_000))
    def test_percent_is_exact_in_decimals(self, hundredths, n):
        exact = math.floor(Fraction(hundredths, 100) * n / 100)
        assert make_limit(hundredths / 100, is_count=False, name="limit").places(n) == exact

    @pytest.mark.parametrize("amount", [735, 735.0, np.int64(735), np.float64(735)], ids=["int", "float", "i8", "f8"])
    def test_count(self, amount):
        assert make_limit(amount, is_count=True, name="limit").places(7433) == 735

    def test_a_count_above_the_areas_ranked_takes_all(self):
        found = overlay(ranks([1, 2]), ranks([2, 1]), count(50))
        assert list(found.frame["category"]) == ["left_behind", "left_behind"]

    @pytest.mark.parametrize("amount", [0, -1, 100.1, float("nan"), float("inf")])
    def test_no_percentage(self, amount):
        with pytest.raises(CniError) as fault:
            make_limit(amount, is_count=False, name="CNI limit")
        assert (fault.value.code, fault.value.context["name"]) == ("limit_not_percent", "CNI limit")

    @pytest.mark.parametrize("amount", [0, -3, 7.5, float("nan"), float("inf")])
    def test_no_count(self, amount):
        with pytest.raises(CniError) as fault:
            make_limit(amount, is_count=True, name="IMD limit")
        assert (fault.value.code, fault.value.context["name"]) == ("limit_not_count", "IMD limit")

    @given(two_rankings(), st.integers(1, 99))
    def test_percent_and_the_count_it_comes_to_agree(self, rankings, amount):
        cni, imd = rankings
        by_percent = overlay(cni, imd, percent(amount))
        if min(by_percent.places.values()) > 0:
            by_count = overlay(cni, imd, count(by_percent.places["cni"], by_percent.places["imd"]))
            pd.testing.assert_frame_equal(by_count.frame, by_percent.frame)
            assert (by_count.near_misses, by_count.notices) == (by_percent.near_misses, by_percent.notices)


class TestOverlay:
    def test_by_hand(self):
        # Ten areas; the worst 20% on need and the worst 30% on deprivation.
        found = overlay(ranks(range(1, 11)), ranks([3, 4, 1, 2, 5, 6, 7, 8, 9, 10]), percent(20, 30))
        assert (found.places, found.ranked) == ({"cni": 2, "imd": 3}, {"cni": 10, "imd": 10})
        assert list(found.frame["category"]) == ["left_behind", "high_need", "deprived", "deprived", *["other"] * 6]
        assert list(found.frame["cni_margin"]) == [-1, 0, 1, 2, 3, 4, 5, 6, 7, 8]
        assert list(found.frame["imd_margin"]) == [0, 1, -2, -1, 2, 3, 4, 5, 6, 7]

    def test_an_area_that_lacks_an_index_has_no_category_but_keeps_the_other_margin(self):
        cni = ranks([1, 2, NAN], ["a", "b", "c"])
        found = overlay(cni, ranks([1, 2, 3], ["d", "b", "c"]), count(1))
        assert found.frame["category"].to_dict() == {"a": "no_data", "b": "other", "c": "no_data", "d": "no_data"}
        np.testing.assert_array_equal(found.frame["cni_margin"], [0, 1, NAN, NAN])
        np.testing.assert_array_equal(found.frame["imd_margin"], [NAN, 1, 2, 0])
        assert found.ranked == {"cni": 2, "imd": 3}

    def test_each_limit_is_of_the_areas_that_its_own_index_ranks(self):
        cni, imd = ranks(range(1, 101)), ranks(range(1, 51))
        assert overlay(cni, imd, percent(10)).places == {"cni": 10, "imd": 5}

    @given(two_rankings(), st.integers(1, 99), st.integers(1, 99))
    def test_categories_part_the_areas(self, rankings, x, y):
        cni, imd = rankings
        found = overlay(cni, imd, percent(x, y))
        codes = set(cni.index) | set(imd.index)
        assert set(found.frame.index) == codes
        assert len(found.frame) == len(codes)
        last = {
            "cni": math.floor(Fraction(x, 100) * cni.notna().sum()),
            "imd": math.floor(Fraction(y, 100) * imd.notna().sum()),
        }
        named = {
            (True, True): "left_behind",
            (False, True): "deprived",
            (True, False): "high_need",
            (False, False): "other",
        }
        for code, category in found.frame["category"].items():
            need, deprived = cni.get(code, NAN), imd.get(code, NAN)
            known = not (math.isnan(need) or math.isnan(deprived))
            expected = named[need <= last["cni"], deprived <= last["imd"]] if known else "no_data"
            assert category == expected
        assert set(found.frame["category"]) <= set(CATEGORIES)

    @given(two_rankings(), st.integers(1, 98))
    def test_a_wider_limit_loses_nobody(self, rankings, amount):
        cni, imd = rankings
        narrow, wide = (overlay(cni, imd, percent(p)).frame["category"] == "left_behind" for p in (amount, amount + 1))
        assert (narrow <= wide).all()

    @given(two_rankings(), st.integers(1, 99))
    def test_margins_are_rank_minus_limit(self, rankings, amount):
        found = overlay(*rankings, percent(amount))
        for key, ranking in zip(("cni", "imd"), rankings):
            expected = ranking.reindex(found.frame.index) - amount * ranking.notna().sum() // 100
            np.testing.assert_array_equal(found.frame[f"{key}_margin"], expected)


class TestNearMisses:
    def test_worse_margin_of_1_to_1_percent_nearest_first(self):
        # 300 areas, limit 30, so near is a worse margin of 1 to 3.
        cni = np.arange(1.0, 301)
        imd = cni.copy()
        imd[[9, 32]] = imd[[32, 9]]  # ranks 10 and 33 change places in deprivation
        found = overlay(ranks(cni), ranks(imd), percent(10))
        # Need 10, deprivation 33: worse margin 3. Need 31, 32: 1 and 2. Need 33, deprivation 10: 3. Need 34: 4.
        assert found.near_misses == ["E05000031", "E05000032", "E05000010", "E05000033"]

    def test_none_among_fewer_than_100(self):
        assert overlay(ranks(range(1, 51)), ranks(range(1, 51)), percent(10)).near_misses == []

    def test_an_area_without_an_index_is_none(self):
        cni, imd = np.arange(1.0, 301), np.arange(1.0, 301)
        imd[30] = NAN
        assert "E05000031" not in overlay(ranks(cni), ranks(imd), percent(10)).near_misses


class TestTies:
    def test_a_large_block_across_the_limit_is_named_with_its_size(self):
        # 200 areas; 5 of them, over 1%, share rank 18 and take the places 18 to 22.
        tied = np.arange(1.0, 201)
        tied[17:22] = 18
        found = overlay(ranks(tied), ranks(range(1, 201)), count(20, 20))
        assert [(note.code, note.context) for note in found.notices] == [
            ("ties_cross_limit", {"index": "cni", "count": 5, "rank": 18, "places": 20}),
            ("ties_cross_decile", {"index": "cni", "count": 5, "rank": 18, "places": 20}),
        ]

    @pytest.mark.parametrize(
        ("first", "size", "warned"),
        [
            pytest.param(19, 2, False, id="1% exactly"),
            pytest.param(19, 3, True, id="more than 1%"),
            pytest.param(18, 3, False, id="ends at the limit"),
            pytest.param(21, 3, False, id="begins after it"),
            pytest.param(20, 3, True, id="begins at it"),
        ],
    )
    def test_only_large_blocks_that_cross(self, first, size, warned):
        tied = np.arange(1.0, 201)
        tied[first - 1 : first - 1 + size] = first
        notices = overlay(ranks(range(1, 201)), ranks(tied), count(20)).notices
        assert ("ties_cross_limit" in [note.code for note in notices]) is warned

    def test_all_tied_cross_everything(self):
        notices = overlay(ranks([1] * 20), ranks(range(1, 21)), count(2)).notices
        assert [note.context["places"] for note in notices] == [2, 2, 4, 6, 8, 10, 12, 14, 16, 18]
        assert {note.context["count"] for note in notices} == {20}


@pytest.mark.parametrize("size", [0, 1, 2, 9])
def test_few_areas(size):
    found = overlay(ranks(range(1, size + 1)), ranks(range(1, size + 1)), percent(10))
    assert list(found.frame["category"]) == ["other"] * size
    assert found.places == {"cni": 0, "imd": 0}
