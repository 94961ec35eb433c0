"""The first factor beside factor_analyzer (which follows R's factanal), and where there is none to be found.

Both keep every uniqueness at 0.005 or above, so they agree at the bound too.
"""

from __future__ import annotations

import warnings

import numpy as np
import pytest
from builders import NAN
from factor_analyzer import FactorAnalyzer
from raw_indicators import index_of, raw, refused

from cni_mapper.core.index.factor import LEAST_UNIQUENESS, first_factor

SEEDS = range(50)
CLOSE = 1e-4


def independent_loadings(scores):
    analyser = FactorAnalyzer(n_factors=1, rotation=None, method="ml")
    assert analyser.bounds == (LEAST_UNIQUENESS, 1)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        analyser.fit(scores)
    loadings = analyser.loadings_[:, 0]
    return loadings if loadings.sum() > 0 else -loadings


def one_factor_scores(seed):
    """Scores with one factor behind them; of every five matrices one has an indicator that is nearly the factor itself,
    and one has two indicators that follow a third, neither of which a proper factor fits."""
    random = np.random.default_rng(seed)
    indicators, areas = int(random.integers(3, 9)), int(random.integers(60, 2000))
    loadings = random.uniform(0.2, 0.95, indicators)
    if seed % 5 == 0:
        loadings[0] = 0.999
    own = random.standard_normal((areas, indicators))
    scores = random.standard_normal((areas, 1)) * loadings + own * np.sqrt(1 - loadings**2)
    if seed % 5 == 1:
        scores = random.standard_normal((areas, indicators))
        scores[:, 1] += 2 * scores[:, 0]
        scores[:, 2] += 1.2 * scores[:, 0]
    return scores


class TestIndependentProgram:
    @pytest.mark.parametrize("seed", SEEDS)
    def test_random_matrices(self, seed):
        scores = one_factor_scores(seed)
        found = first_factor(scores)
        np.testing.assert_allclose(found.loadings, independent_loadings(scores), atol=CLOSE)
        np.testing.assert_allclose(found.communalities, found.loadings**2)
        assert found.areas == len(scores)

    def test_heywood_cases_are_among_them(self):
        """At the bound the communality is 0.995. Ten or more of the fifty matrices reach it, and as many do not."""
        factors = [first_factor(one_factor_scores(seed)) for seed in SEEDS]
        at_bound = [factor for factor in factors if factor.heywood.any()]
        assert 10 <= len(at_bound) <= 40
        for factor in at_bound:
            np.testing.assert_allclose(factor.communalities[factor.heywood], 1 - LEAST_UNIQUENESS, atol=1e-4)
        assert all(factor.communalities.max() < 1 - LEAST_UNIQUENESS for factor in factors if not factor.heywood.any())

    def test_twenty_eight_indicators(self):
        random = np.random.default_rng(28)
        loadings = np.linspace(0.3, 0.9, 28)
        scores = random.standard_normal((3000, 1)) * loadings + random.standard_normal((3000, 28)) * np.sqrt(
            1 - loadings**2
        )
        np.testing.assert_allclose(first_factor(scores).loadings, independent_loadings(scores), atol=CLOSE)


class TestByHand:
    def test_three_indicators_without_a_rest(self):
        """With three indicators the model fits exactly: each loading is sqrt(r12 r13 / r23)."""
        scores = one_factor_scores(2)[:, :3]
        r = np.corrcoef(scores, rowvar=False)
        expected = np.sqrt([r[0, 1] * r[0, 2] / r[1, 2], r[0, 1] * r[1, 2] / r[0, 2], r[0, 2] * r[1, 2] / r[0, 1]])
        np.testing.assert_allclose(first_factor(scores).loadings, expected, atol=1e-6)

    def test_loadings_are_signed_so_that_they_sum_above_nought(self):
        scores = one_factor_scores(3)
        found = first_factor(scores).loadings
        np.testing.assert_allclose(first_factor(-scores).loadings, found, atol=1e-7)
        turned = scores * np.array([-1] + [1] * (scores.shape[1] - 1))
        np.testing.assert_allclose(first_factor(turned).loadings[0], -found[0], atol=1e-6)
        assert found.sum() > 0

    def test_neither_unit_nor_origin_matters(self):
        scores = one_factor_scores(4)
        units = np.geomspace(0.01, 1000, scores.shape[1])
        np.testing.assert_allclose(first_factor(scores * units + 7).loadings, first_factor(scores).loadings, atol=1e-7)

    def test_incomplete_areas_are_left_out(self):
        scores = one_factor_scores(7)
        holed = np.vstack([scores, scores[:5] + 3])
        holed[-5:, 1] = NAN
        found = first_factor(holed)
        np.testing.assert_array_equal(found.loadings, first_factor(scores).loadings)
        assert found.areas == len(scores)


def _twice():
    scores = one_factor_scores(8)
    return np.column_stack([scores, scores[:, 0]])


def _constant_where_complete():
    scores = one_factor_scores(8)
    scores[2:, 0] = 1.5
    scores[:2, 1] = NAN
    return scores


class TestNoFactor:
    CASES = pytest.mark.parametrize(
        "scores",
        [
            pytest.param(np.array([[1.0, 2, 3], [2, 1, 1]]), id="two areas"),
            pytest.param(np.array([[1.0, 2, 3], [2, 1, 1], [4, 4, 2]]), id="as many areas as indicators"),
            pytest.param(np.where(np.eye(30, 3, dtype=bool)[np.arange(30) % 3], NAN, 1.0), id="no complete area"),
            pytest.param(_twice(), id="one indicator twice"),
            pytest.param(_constant_where_complete(), id="one value in the complete areas"),
        ],
    )

    @CASES
    def test_none_is_found(self, scores):
        assert first_factor(scores) is None

    def test_nor_where_indicators_have_nothing_in_common(self):
        """Every combination of three signs: all correlations are exactly 0."""
        scores = np.array([[a, b, c] for a in (-1, 1) for b in (-1, 1) for c in (-1, 1)], dtype=float)
        assert first_factor(scores) is None

    def test_the_index_says_so(self):
        columns = {"a": [1, 2, 3, 5, 4, 9], "b": [2, 1, 5, 6, 3, 4], "c": [2, 4, 6, 10, 8, 18]}
        domain = raw("d", *columns, standardise="zscore", weights="factor")
        assert refused(index_of, columns, domain) == ("factor_not_found", {"domain": "D"})
