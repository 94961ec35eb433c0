from __future__ import annotations

import numpy as np
import pytest
from builders import NAN, TEN
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from scipy.stats import rankdata

from cni_mapper.core.index.transform import (
    deciles,
    exponential,
    exponential_inverse,
    mid_ranks,
    rank_need,
    tie_sizes,
)

# Numbers with many ties, some missing.
SCORES = arrays.arrays(float, st.integers(1, 60), elements=st.one_of(st.integers(-5, 5).map(float), st.just(NAN)))


def present(values: np.ndarray) -> np.ndarray:
    return values[~np.isnan(values)]


class TestRanks:
    @pytest.mark.parametrize(
        ("scores", "ranks"),
        [
            pytest.param([3, 1, 2], [1, 3, 2], id="distinct"),
            pytest.param([5, 5, 1], [1, 1, 3], id="tie at the top takes the smallest rank and skips the next"),
            pytest.param([1, 5, 5, 5, 9], [5, 2, 2, 2, 1], id="three tied"),
            pytest.param([NAN, 2, NAN, 7], [NAN, 2, NAN, 1], id="missing stay missing and are not counted"),
            pytest.param([4, 4, 4, 4], [1, 1, 1, 1], id="all tied"),
            pytest.param([8], [1], id="one area"),
            pytest.param([NAN, NAN], [NAN, NAN], id="all missing"),
            pytest.param([], [], id="none"),
            pytest.param([0.0, -0.0], [1, 1], id="the two zeros tie"),
        ],
    )
    def test_by_hand(self, scores, ranks):
        np.testing.assert_array_equal(rank_need(np.array(scores, dtype=float)), ranks)

    @given(SCORES)
    def test_as_scipy_ranks(self, scores):
        ranks = rank_need(scores)
        np.testing.assert_array_equal(np.isnan(ranks), np.isnan(scores))
        np.testing.assert_array_equal(present(ranks), rankdata(-present(scores), method="min"))

    @given(SCORES)
    def test_mid_ranks_as_scipy_averages_them(self, scores):
        middle = mid_ranks(rank_need(scores))
        np.testing.assert_array_equal(np.isnan(middle), np.isnan(scores))
        np.testing.assert_array_equal(present(middle), rankdata(-present(scores), method="average"))

    @given(SCORES)
    def test_tie_sizes_count_the_areas_of_each_rank(self, scores):
        ranks = rank_need(scores)
        expected = [np.sum(ranks == rank) for rank in ranks]
        np.testing.assert_array_equal(tie_sizes(ranks), expected)

    @given(SCORES, st.sampled_from([0.25, 2.0, 8.0]), st.integers(-3, 3))
    def test_rescaling_a_score_changes_no_rank(self, scores, factor, shift):
        np.testing.assert_array_equal(rank_need(scores * factor + shift), rank_need(scores))

    def test_mid_ranks_of_published_ranks(self):
        np.testing.assert_array_equal(mid_ranks(np.array([1.0, 2, 2, 4, 4, 4])), [1, 2.5, 2.5, 5, 5, 5])


class TestExponential:
    @pytest.mark.parametrize(
        ("n", "rank", "score"),
        [
            *[(10, rank, score) for rank, score in enumerate(TEN, start=1)],
            (7433, 1, 100),
            (7433, 33, 93.466405),
            (7433, 112, 82.506073),
            (7433, 654, 53.040093),
            (7433, 743, 50.462247),
            (7433, 7433, 0.003054),
            (33755, 298, 88.185365),
            (33755, 407, 85.022319),
            (33755, 710, 77.998107),
            (33755, 33755, 0.000673),
        ],
    )
    def test_published_numbers_and_their_inverse(self, n, rank, score):
        assert exponential(np.array([float(rank)]), n)[0] == pytest.approx(score, abs=1e-4)
        # At rank 10 of 10 a rounding of 5e-5 in the score moves the rank by less than 5e-5.
        if n == 10:
            assert exponential_inverse(np.array([score]), n)[0] == pytest.approx(rank, abs=1e-4)

    @pytest.mark.parametrize(("n", "rank", "score"), [(7433, 654, 53.040093), (33755, 298, 88.185365)])
    def test_inverse_finds_the_rank_of_a_printed_score(self, n, rank, score):
        assert exponential_inverse(np.array([score]), n)[0] == pytest.approx(rank, abs=1e-3)

    def test_tied_wards_take_the_mean_of_their_ranks(self):
        ranks = np.arange(1.0, 7434)
        ranks[1234] = 1234
        scores = exponential(mid_ranks(ranks), 7433)
        np.testing.assert_allclose(scores[1233:1235], 39.861062, atol=1e-6)
        assert exponential(np.array([1234.0]), 7433)[0] == pytest.approx(39.869704, abs=1e-6)

    def test_a_very_bad_domain_is_not_cancelled_by_a_good_one(self):
        best_and_worst = exponential(np.array([1.0, 7433]), 7433).sum()
        two_middle = 2 * exponential(np.array([3717.0]), 7433)[0]
        assert best_and_worst == pytest.approx(100.0, abs=0.01)
        assert two_middle == pytest.approx(31.3, abs=0.05)

    def test_the_mean_of_many_areas(self):
        assert exponential(np.arange(1.0, 33756), 33755).mean() == pytest.approx(21.69104, abs=2e-3)

    @pytest.mark.parametrize("n", [1, 2, 9, 10, 240_000])
    def test_the_first_rank_gets_100(self, n):
        assert exponential(np.array([1.0]), n)[0] == pytest.approx(100, abs=1e-9)

    def test_missing_stays_missing(self):
        np.testing.assert_allclose(exponential(np.array([NAN, 2]), 10), [NAN, 50.4267], atol=1e-4)

    @given(st.integers(2, 40_000), st.data())
    def test_falls_with_the_rank(self, n, data):
        rank = data.draw(st.integers(1, n - 1))
        first, second = exponential(np.array([float(rank), rank + 1.0]), n)
        assert 100.000001 > first > second > 0

    @given(st.integers(1, 40_000), st.data())
    def test_inverse_undoes_it(self, n, data):
        rank = data.draw(st.integers(2, 2 * n)) / 2
        assert exponential_inverse(exponential(np.array([rank]), n), n)[0] == pytest.approx(rank, abs=1e-5)


class TestDeciles:
    @pytest.mark.parametrize(("n", "last"), [(32844, 3284), (33755, 3375), (7433, 743)])
    def test_where_the_worst_tenth_ends(self, n, last):
        np.testing.assert_array_equal(deciles(np.array([1.0, last, last + 1, n]), n), [1, 1, 2, 10])

    def test_ten_areas(self):
        np.testing.assert_array_equal(deciles(np.arange(1.0, 11), 10), np.arange(1, 11))

    def test_eleven_areas_have_one_in_the_first_and_two_in_the_last_decile(self):
        np.testing.assert_array_equal(deciles(np.arange(1.0, 12), 11), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 10])

    @pytest.mark.parametrize("n", [1, 2, 9])
    def test_none_below_ten_areas(self, n):
        assert np.isnan(deciles(np.arange(1.0, n + 1), n)).all()

    def test_all_tied_are_all_in_the_first(self):
        np.testing.assert_array_equal(deciles(np.ones(12), 12), np.ones(12))

    def test_missing_has_none(self):
        np.testing.assert_array_equal(deciles(np.array([NAN, 5]), 10), [NAN, 5])

    @given(st.integers(10, 40_000), st.data())
    def test_is_ten_ranks_over_n_rounded_up_in_whole_numbers(self, n, data):
        rank = data.draw(st.integers(1, n))
        assert deciles(np.array([float(rank)]), n)[0] == -(-10 * rank // n)

    @given(st.integers(10, 3000))
    def test_sizes_differ_by_one_at_most(self, n):
        sizes = np.bincount(deciles(np.arange(1.0, n + 1), n).astype(int))[1:]
        assert sizes.sum() == n
        assert sizes.max() - sizes.min() <= 1
