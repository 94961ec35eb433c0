from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from builders import NAN
from hypothesis import given
from hypothesis import strategies as st

from cni_mapper.core.data.lookups import area_scores, extent_weight, lookup_rows, read_lookup, summary_measures
from cni_mapper.core.data.tables import Origin
from cni_mapper.core.errors import CniError

# Worked example of docs: rank and population of the five small areas of one district, N = 32,844.
EXAMPLE_RANKS = [1, 500, 2000, 6000, 20000]
EXAMPLE_PEOPLE = [300, 900, 1600, 2400, 2800]
N = 32844


def lookup(small, area, weight=None):
    columns = {"small": small, "area": area}
    if weight is not None:
        columns["people"] = weight
    return read_lookup(
        pd.DataFrame(columns),
        Origin("LOOKUP", "lookup.csv", ""),
        small_column="small",
        area_column="area",
        weight_column=None if weight is None else "people",
    )


def scores(values, codes="abcdefghij"):
    return pd.Series(values, index=list(codes[: len(values)]), dtype=float)


class TestReadingALookup:
    def test_codes_and_weights(self):
        read = lookup([" a", "b "], ["X", "Y"], ["1,296", "4"])
        assert (list(read.small), list(read.area), list(read.weight)) == (["a", "b"], ["X", "Y"], [1296, 4])
        assert read.notices == ()

    def test_rows_without_both_codes_are_left_out_with_a_notice(self):
        read = lookup(["a", "", "c", None], ["X", "Y", None, "Y"], [1, 2, 3, 4])
        assert (list(read.small), list(read.area), list(read.weight)) == (["a"], ["X"], [1])
        (note,) = read.notices
        assert (note.code, note.context) == ("lookup_rows_blank", {"table": "lookup.csv", "count": 3})

    def test_a_small_area_in_two_rows_without_weights_is_refused(self):
        with pytest.raises(CniError) as fault:
            lookup(["b", "a", "b", "a", "c"], ["X", "X", "Y", "Y", "Y"])
        assert fault.value.code == "lookup_repeats"
        assert fault.value.context == {"table": "lookup.csv", "count": 2, "codes": ["a", "b"]}

    def test_a_negative_weight_is_refused_with_its_code(self):
        with pytest.raises(CniError) as fault:
            lookup(["a", "b"], ["X", "X"], [5, -1])
        assert fault.value.code == "negative_values"
        assert fault.value.context == {"column": "people", "table": "lookup.csv", "rows": ["b"]}


class TestAreaScores:
    def test_weights_of_the_lookup(self):
        # In X 100 people at 10 and 300 at 40 make 32.5 for each of the 400.
        rows = lookup_rows(scores([10, 40, 20]), lookup(["a", "b", "c"], ["X", "X", "Y"], [100, 300, 50]), None)
        found = area_scores(rows)
        assert list(found.index) == ["X", "Y"]
        assert found.to_dict("list") == {
            "score": [32.5, 20.0],
            "population": [400.0, 50.0],
            "quality": ["best_fit", "best_fit"],
        }

    def test_weights_of_the_small_areas(self):
        rows = lookup_rows(scores([10, 40]), lookup(["b", "a"], ["X", "X"]), scores([1, 3]))
        assert area_scores(rows).loc["X"].tolist() == [(10 * 1 + 40 * 3) / 4, 4.0, "best_fit"]

    def test_the_weights_of_the_lookup_come_first(self):
        rows = lookup_rows(scores([10, 40]), lookup(["a", "b"], ["X", "X"], [3, 1]), scores([1, 3]))
        assert area_scores(rows).loc["X", "score"] == 17.5

    def test_without_weights_every_small_area_counts_the_same(self):
        rows = lookup_rows(scores([10, 40]), lookup(["a", "b"], ["X", "X"]), None)
        assert area_scores(rows).loc["X", "score"] == 25

    def test_parts_of_a_small_area_go_to_their_own_areas(self):
        # b has 30 people in X and 10 in Y. X: (10*10 + 40*30)/40 = 32.5; Y: (40*10 + 20*10)/20 = 30.
        read = lookup(["a", "b", "b", "c"], ["X", "X", "Y", "Y"], [10, 30, 10, 10])
        found = area_scores(lookup_rows(scores([10, 40, 20]), read, None))
        assert found["score"].to_dict() == {"X": 32.5, "Y": 30.0}
        assert found["quality"].to_dict() == {"X": "estimated", "Y": "estimated"}

    def test_parts_within_one_area_are_still_a_whole_small_area(self):
        read = lookup(["a", "b", "b"], ["X", "Y", "Y"], [10, 30, 10])
        assert area_scores(lookup_rows(scores([1, 2]), read, None))["quality"].to_dict() == {
            "X": "best_fit",
            "Y": "best_fit",
        }

    @pytest.mark.parametrize(
        ("values", "weights"),
        [
            pytest.param([10, NAN], [1, 3], id="missing score"),
            pytest.param([10], [1, 3], id="small area not in the table"),
            pytest.param([10, 40], [1, None], id="missing weight"),
        ],
    )
    def test_what_is_missing_is_left_out_and_makes_the_area_partial(self, values, weights):
        found = area_scores(lookup_rows(scores(values), lookup(["a", "b"], ["X", "X"], weights), None))
        assert (found.loc["X", "score"], found.loc["X", "quality"]) == (10, "partial")

    @pytest.mark.parametrize(
        ("values", "weights"),
        [
            pytest.param([NAN, NAN], [1, 3], id="no score"),
            pytest.param([1, 2], [0, 0], id="no people"),
            pytest.param([1, 2], [None, None], id="no weight"),
        ],
    )
    def test_no_score_without_people_who_have_one(self, values, weights):
        found = area_scores(lookup_rows(scores(values), lookup(["a", "b"], ["X", "X"], weights), None))
        assert np.isnan(found.loc["X", "score"])

    def test_people_without_a_score_are_still_people(self):
        read = lookup(["a", "b"], ["X", "X"], [100, 300])
        assert area_scores(lookup_rows(scores([10, NAN]), read, None)).loc["X", "population"] == 400

    @given(
        st.lists(
            st.tuples(st.integers(0, 9), st.sampled_from("XYZ"), st.integers(1, 500), st.integers(0, 500)),
            min_size=1,
            max_size=25,
        ),
        st.lists(st.integers(0, 900), min_size=10, max_size=10),
    )
    def test_splitting_rows_in_two_changes_nothing_and_nobody_is_lost(self, whole, values):
        small_scores = scores([value / 10 for value in values])
        small, area, first, second = zip(*whole)
        codes = ["abcdefghij"[i] for i in small]
        together = [a + b for a, b in zip(first, second)]
        one = area_scores(lookup_rows(small_scores, lookup(codes, area, together), None))
        two = area_scores(lookup_rows(small_scores, lookup(codes * 2, area * 2, [*first, *second]), None))
        np.testing.assert_allclose(two["score"], one["score"], rtol=1e-12)
        pd.testing.assert_frame_equal(two[["population", "quality"]], one[["population", "quality"]])
        assert one["population"].sum() == sum(together)
        assert (one["score"].between(min(values) / 10 - 1e-9, max(values) / 10 + 1e-9)).all()


class TestSummaryMeasures:
    def test_the_worked_example(self):
        ranks = scores(EXAMPLE_RANKS)
        read = lookup(list("abcde"), ["X"] * 5, EXAMPLE_PEOPLE)
        found = summary_measures(lookup_rows(ranks, read, None), ranks.to_numpy(), N).loc["X"]
        assert found["average_rank"] == pytest.approx(23588.7125, abs=1e-9)
        assert found["extent"] == pytest.approx(0.5213158, abs=5e-8)
        assert found["local_concentration"] == pytest.approx(32532.125, abs=1e-9)
        assert found["share_small_areas_worst_10"] == pytest.approx(0.6)
        # Percentiles of the ranks: 1, 2, 7, 19, 61, so four of the five small areas are in the worst fifth.
        assert found["share_small_areas_worst_20"] == pytest.approx(0.8)
        assert found["share_people_worst_10"] == pytest.approx((300 + 900 + 1600) / 8000)
        assert found["share_people_worst_20"] == pytest.approx((300 + 900 + 1600 + 2400) / 8000)

    def test_a_part_of_a_small_area_counts_its_people_there_and_is_one_small_area(self):
        # Ten small areas are ranked. X: ranks 1 (60 people) and 8 (40). Y: 8 (10, in two rows of 5) and 5 (90).
        ranks = scores([1, 8, 5])
        read = lookup(["a", "b", "b", "b", "c"], ["X", "X", "Y", "Y", "Y"], [60, 40, 5, 5, 90])
        found = summary_measures(lookup_rows(ranks, read, None), ranks.to_numpy(), 10)
        assert found["average_rank"].to_dict() == {"X": (60 * 10 + 40 * 3) / 100, "Y": (10 * 3 + 90 * 6) / 100}
        assert found["share_small_areas_worst_10"].to_dict() == {"X": 0.5, "Y": 0.0}
        assert found["share_people_worst_10"].to_dict() == {"X": 0.6, "Y": 0.0}
        assert found["extent"].to_dict() == {"X": 0.6, "Y": 0.0}

    def test_a_small_area_in_several_rows_of_one_area_is_counted_once(self):
        ranks = scores([1, 5])
        read = lookup(["a", "a", "a", "b"], ["X"] * 4, [10, 20, 30, 40])
        found = summary_measures(lookup_rows(ranks, read, None), ranks.to_numpy(), 10).loc["X"]
        assert found["share_small_areas_worst_10"] == 0.5
        assert found["share_people_worst_10"] == pytest.approx(0.6)

    def test_local_concentration_splits_the_last_small_area_in_each_of_two_areas(self):
        # N = 1,000. X has 1,000 people: the worst 100 are 60 at rank 10 and 40 of the 500 at rank 100.
        # Y has 200: the worst 20 are 5 at rank 1, 10 at rank 3 and 5 of the 185 at rank 700.
        ranks = scores([100, 10, 900, 700, 3, 1])
        read = lookup(list("abcdef"), ["X", "X", "X", "Y", "Y", "Y"], [500, 60, 440, 185, 10, 5])
        found = summary_measures(lookup_rows(ranks, read, None), ranks.to_numpy(), 1000)["local_concentration"]
        assert found["X"] == pytest.approx((60 * 991 + 40 * 901) / 100)
        assert found["Y"] == pytest.approx((5 * 1000 + 10 * 998 + 5 * 301) / 20)

    def test_local_concentration_of_one_small_area_is_its_rank_turned_round(self):
        ranks = scores([7])
        found = summary_measures(lookup_rows(ranks, lookup(["a"], ["X"], [12]), None), ranks.to_numpy(), 10)
        assert found.loc["X", "local_concentration"] == pytest.approx(4)

    def test_small_areas_without_a_rank_or_weight_are_left_out(self):
        ranks = scores([1, NAN, 8, 3])
        read = lookup(["a", "b", "c", "z", "d"], ["X", "X", "X", "X", "X"], [60, 500, 40, 900, None])
        found = summary_measures(lookup_rows(ranks, read, None), ranks.to_numpy(), 10).loc["X"]
        assert found["average_rank"] == pytest.approx(7.2)
        assert found["share_small_areas_worst_10"] == pytest.approx(0.5)
        assert found["local_concentration"] == pytest.approx(10)

    def test_an_area_without_any_has_no_measures(self):
        ranks = scores([1, NAN])
        read = lookup(["a", "b"], ["X", "Y"], [5, 5])
        found = summary_measures(lookup_rows(ranks, read, None), ranks.to_numpy(), 10)
        assert found.loc["Y"].isna().all()
        assert found.loc["X", "average_rank"] == 10

    @pytest.mark.parametrize(
        ("percentile", "weight"),
        [(1, 1), (10, 1), (11, 0.95), (12, 0.95 - 0.9 / 19), (20, 0.95 - 8.1 / 19), (30, 0.05), (31, 0), (100, 0)],
    )
    def test_extent_weight_of_each_percentile(self, percentile, weight):
        # Of 200 areas, two share each percentile.
        ranks = np.array([2.0 * percentile - 1, 2.0 * percentile])
        np.testing.assert_allclose(extent_weight(ranks, 200), [weight, weight], atol=1e-12)
