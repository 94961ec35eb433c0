"""Domains of raw indicators, by hand: weights, the two-thirds rule, trees, transforms."""

from __future__ import annotations

import numpy as np
import pytest
from builders import NAN, TEN, definition, group, published, values
from raw_indicators import FIVE, combined, index_of, indicator, raw, refused

from cni_mapper.core.index.definition import with_weights
from cni_mapper.core.index.engine import combine, compute, result_frame

# Ten areas whose worst is the sixth, and the ranks of their need.
SPREAD = (3, 1, 4, 1.5, 9, 11, 6, 5, 3.5, 8)
RANKS = (8, 10, 6, 9, 2, 1, 4, 5, 7, 3)


class TestWeights:
    COLUMNS = {"a": [0, 5, 10], "b": [10, 20, 0], "c": [1, 0, 4]}

    def test_equal(self):
        found = combined(self.COLUMNS, "a", "b", "c", standardise="minmax")
        np.testing.assert_allclose(found, [0.75 / 3, 1.5 / 3, 2 / 3])

    def test_equal_takes_no_notice_of_weights_in_the_file(self):
        heavy = indicator("a", weight=5)
        np.testing.assert_allclose(combined(self.COLUMNS, heavy, "b", standardise="minmax"), [0.25, 0.75, 0.5])

    def test_given(self):
        entries = [indicator("a", weight=1), indicator("b", weight=2), indicator("c", weight=5)]
        found = index_of(self.COLUMNS, raw("d", *entries, standardise="minmax", weights="given")).domains["d"]
        np.testing.assert_allclose(found.weights, [0.125, 0.25, 0.625])
        np.testing.assert_allclose(found.combined, [0.125 + 0.15625, 0.0625 + 0.25, 0.125 + 0.625])

    def test_a_weight_of_nought_leaves_an_indicator_out(self):
        entries = [indicator("a", weight=3), indicator("b", weight=0)]
        found = combined({"a": [0, 5, 10], "b": [NAN, 1, 2]}, *entries, standardise="minmax", weights="given")
        np.testing.assert_allclose(found, [0, 0.5, 1])

    def test_factor(self):
        """Correlations of 0.56, 0.48 and 0.42 are those of loadings 0.8, 0.7 and 0.6: l1 = sqrt(r12 r13 / r23)."""
        wanted = np.array([[1, 0.56, 0.48], [0.56, 1, 0.42], [0.48, 0.42, 1]])
        columns = dict(zip("abc", _with_correlations(wanted)))
        found = index_of(columns, raw("d", "a", "b", "c", standardise="zscore", weights="factor")).domains["d"]
        np.testing.assert_allclose(found.factor.loadings, [0.8, 0.7, 0.6], atol=1e-6)
        np.testing.assert_allclose(found.factor.communalities, [0.64, 0.49, 0.36], atol=1e-6)
        np.testing.assert_allclose(found.weights, [8 / 21, 7 / 21, 6 / 21], atol=1e-6)
        expected = sum(w * columns[id] for w, id in zip((8, 7, 6), "abc")) / 21
        np.testing.assert_allclose(found.combined, expected, atol=1e-5)
        assert not found.factor.heywood.any()

    def test_an_indicator_that_points_the_wrong_way_is_refused(self):
        columns = dict(
            zip("abc", _with_correlations(np.array([[1, 0.56, -0.48], [0.56, 1, -0.42], [-0.48, -0.42, 1]])))
        )
        code, context = refused(index_of, columns, raw("d", "a", "b", "c", standardise="zscore", weights="factor"))
        assert (code, context["indicator"], context["domain"]) == ("factor_loading_negative", "C", "D")
        assert context["loading"] == pytest.approx(-0.6, abs=1e-6)

    def test_turning_its_direction_mends_it(self):
        columns = dict(
            zip("abc", _with_correlations(np.array([[1, 0.56, -0.48], [0.56, 1, -0.42], [-0.48, -0.42, 1]])))
        )
        turned = indicator("c", higher_is="less_need")
        found = index_of(columns, raw("d", "a", "b", turned, standardise="zscore", weights="factor")).domains["d"]
        np.testing.assert_allclose(found.factor.loadings, [0.8, 0.7, 0.6], atol=1e-6)


def _with_correlations(wanted, areas=60):
    """(n_indicators, n_areas) z-scores with exactly the correlations wanted."""
    noise = np.random.default_rng(7).standard_normal((areas, len(wanted)))
    noise -= noise.mean(axis=0)
    own = np.linalg.cholesky(np.cov(noise, rowvar=False, ddof=0))
    return (noise @ np.linalg.inv(own).T @ np.linalg.cholesky(wanted).T).T


class TestTwoThirds:
    A, B, C = np.array([[1.0, 2, 3, 4, 5], [NAN, 4, NAN, 8, 9], [5.0, NAN, NAN, 1, 3]])

    def test_exactly_two_thirds_is_enough_and_less_is_not(self):
        found = combine([self.A, self.B, self.C], np.full(3, 1 / 3))
        np.testing.assert_allclose(found, [3, 3, NAN, 13 / 3, 17 / 3])

    @pytest.mark.parametrize("unit", [1, 1 / 7, 0.1, 3.3])
    def test_exactly_two_thirds_whatever_the_unit_of_the_weights(self, unit):
        # 4 of 6 is there in the first area, 5 of 6 in the second.
        found = combine([self.A, self.B, self.C], np.array([3.0, 2, 1]) * unit)
        np.testing.assert_allclose(found[:3], [(3 * 1 + 1 * 5) / 4, (3 * 2 + 2 * 4) / 5, NAN])

    def test_just_below_two_thirds_is_missing(self):
        np.testing.assert_allclose(combine([self.A, self.B], np.array([0.666, 0.334]))[[0, 2]], [NAN, NAN])

    def test_the_rest_is_rescaled_and_the_area_flagged(self):
        columns = {"a": [0, 5, 10], "b": [0, NAN, 8], "c": [0, 2, 4]}
        result = index_of(columns, raw("d", "a", "b", "c", standardise="minmax"))
        np.testing.assert_allclose(result.domains["d"].combined, [0, 0.5, 1])
        assert list(result_frame(result, "cni")["missing"]) == ["", "b", ""]

    def test_n_counts_the_areas_ranked_in_the_domain(self):
        """Ten areas of eleven are ranked in the first domain: its scores are those of ten."""
        columns = {"a": [*SPREAD, 7], "b": [*SPREAD, NAN], "x": range(11)}
        result = index_of(columns, raw("d", "a", "b"), raw("e", "x"))
        first = result.domains["d"]
        assert (first.n, result.domains["e"].n, result.n) == (10, 11, 10)
        np.testing.assert_allclose(first.transformed, [*(TEN[rank - 1] for rank in RANKS), NAN], atol=5e-5)
        np.testing.assert_array_equal(np.isnan(result.rank), [False] * 10 + [True])

    def test_no_area_with_enough_indicators_is_refused(self):
        columns = {"a": [1, 2, NAN, NAN], "b": [NAN, NAN, 3, 4]}
        assert refused(index_of, columns, raw("d", "a", "b")) == ("domain_empty", {"domain": "D"})


class TestTransform:
    def test_exponential_of_the_rank(self):
        part = index_of({"a": SPREAD}, raw("d", "a")).domains["d"]
        np.testing.assert_array_equal(part.rank, RANKS)
        np.testing.assert_array_equal(part.decile, RANKS)
        np.testing.assert_allclose(part.score, [TEN[rank - 1] for rank in RANKS], atol=5e-5)

    def test_none_hands_up_what_was_combined(self):
        result = index_of({"a": [30, 10, 50, 20, 40]}, raw("d", "a", transform="none", weight=2))
        np.testing.assert_allclose(result.domains["d"].score, np.take(FIVE, [2, 0, 4, 1, 3]), atol=5e-7)
        np.testing.assert_allclose(result.score, 2 * np.take(FIVE, [2, 0, 4, 1, 3]), atol=1e-6)
        np.testing.assert_array_equal(result.rank, [3, 5, 1, 4, 2])

    def test_sums_that_differ_in_their_last_bits_tie_and_take_the_mean_rank(self):
        # 0.1 + 0.2 and 0.3 + 0: the same to a person, not to the last bit.
        columns = {"a": [0.1, 0.3, 0.5, 0], "b": [0.2, 0, 0.1, 0.1]}
        part = index_of(columns, raw("d", "a", "b", standardise="none")).domains["d"]
        np.testing.assert_array_equal(part.rank, [2, 2, 1, 4])
        top = 1 - np.exp(-100 / 23)
        expected = [-23 * np.log(1 - (4 - rank + 1) / 4 * top) for rank in (2.5, 2.5, 1, 4)]
        np.testing.assert_allclose(part.score, expected)

    @pytest.mark.parametrize("unit", [1e-12, 1e-3, 1e9], ids=["tiny", "small", "large"])
    def test_unstandardised_values_keep_their_order_in_any_unit(self, unit):
        columns = {"a": np.array(SPREAD) * unit}
        result = index_of(columns, raw("d", "a", standardise="none", transform="none"))
        np.testing.assert_array_equal(result.domains["d"].rank, RANKS)
        np.testing.assert_array_equal(result.rank, RANKS)

    def test_indicators_that_cancel_out_leave_all_areas_tied(self):
        columns = {"a": SPREAD, "b": -np.array(SPREAD), "c": SPREAD, "e": -np.array(SPREAD)}
        part = index_of(columns, raw("d", *columns)).domains["d"]
        np.testing.assert_array_equal(part.rank, [1] * 10)
        np.testing.assert_allclose(part.score, [23 * np.log(1 / (1 - 0.55 * (1 - np.exp(-100 / 23))))] * 10)


class TestTrees:
    def test_two_sub_domains_of_indicators(self):
        """Sub-domains are ranked, transformed and summed by weight; the sum is ranked and transformed again."""
        forwards, backwards = np.arange(10.0), np.arange(10.0)[::-1]
        tree = group("g", raw("u", "a", weight=2), raw("v", "b"), weight=3)
        result = index_of({"a": forwards, "b": backwards}, tree)
        sums = [2 * TEN[9 - i] + TEN[i] for i in range(10)]
        ranks = [sum(other > one for other in sums) + 1 for one in sums]
        np.testing.assert_array_equal(result.domains["g"].rank, ranks)
        np.testing.assert_allclose(result.domains["g"].score, [TEN[rank - 1] for rank in ranks], atol=5e-5)
        np.testing.assert_allclose(result.score, [3 * TEN[rank - 1] for rank in ranks], atol=2e-4)

    def test_four_levels(self):
        """index > w > x > y (indicators), with a published rank beside y and a sum that is not transformed."""
        inner = group("x", raw("y", "a", "b", weight=2), published("z", kind="rank"), transform="none")
        tree = group("w", inner, raw("v", "c", weight=150))
        ranks = np.arange(1.0, 11)
        result = index_of({"a": SPREAD, "b": SPREAD, "z": ranks, "c": SPREAD[::-1]}, group("top", tree))
        y = [TEN[rank - 1] for rank in RANKS]
        np.testing.assert_allclose(result.domains["y"].transformed, y, atol=5e-5)
        x = [2 * one + TEN[i] for i, one in enumerate(y)]
        np.testing.assert_allclose(result.domains["x"].transformed, x, atol=2e-4)
        sums = [one + 150 * two for one, two in zip(x, y[::-1])]
        ranks = [sum(other > one for other in sums) + 1 for one in sums]
        for id in ("w", "top"):
            np.testing.assert_array_equal(result.domains[id].rank, ranks)
        np.testing.assert_allclose(result.score, [TEN[rank - 1] for rank in ranks], atol=5e-5)
        assert list(result.domains) == ["y", "z", "x", "v", "w", "top"]

    def test_a_missing_sub_domain_leaves_the_ones_above_missing(self):
        columns = {"a": [1, NAN, 3, 4], "b": [4, 3, 2, 1]}
        result = index_of(columns, group("g", raw("u", "a"), raw("v", "b")))
        np.testing.assert_array_equal(np.isnan(result.domains["g"].rank), [False, True, False, False])
        assert (result.domains["u"].n, result.domains["v"].n, result.domains["g"].n, result.n) == (3, 4, 3, 3)


class TestChangedWeights:
    def test_a_weight_of_an_indicator_makes_the_domains_weights_given(self):
        wanted = with_weights(definition(raw("d", "a", "b", "c"), raw("e", "x", "y")), {"b": 6})
        first, second = wanted.domains
        assert (first.combine.weights, second.combine.weights) == ("given", "equal")
        columns = {id: np.roll(SPREAD, i) for i, id in enumerate("abcxy")}
        result = compute(wanted, values(columns))
        np.testing.assert_allclose(result.domains["d"].weights, [0.125, 0.75, 0.125])
        np.testing.assert_allclose(result.domains["e"].weights, [0.5, 0.5])

    @pytest.mark.parametrize(
        ("weights", "code"),
        [({"q": 1}, "weight_unknown_domain"), ({"a": -1}, "weight_negative"), ({"a": 0, "b": 0}, "weights_all_zero")],
    )
    def test_weights_that_cannot_be(self, weights, code):
        found, context = refused(with_weights, definition(raw("d", "a", "b")), weights)
        assert found == code
        assert context["domain"] == {"weights_all_zero": "D"}.get(code, next(iter(weights)))
