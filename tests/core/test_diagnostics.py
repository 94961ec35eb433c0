"""How an index hangs together: coverage, shape, correlations, factor, alpha, and what the user is told of it."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from builders import NAN, definition, published, values
from hypothesis import given
from hypothesis import strategies as st
from raw_indicators import index_of, indicator, raw

from cni_mapper.core.index.diagnostics import cronbach_alpha, diagnose, diagnostic_notices
from cni_mapper.core.index.engine import compute

SPREAD = [3, 1, 4, 1.5, 9, 11, 6, 5, 3.5, 8]


def diagnosed(columns, *domains):
    result = index_of(columns, *domains)
    told = diagnose(result)
    return result, told, [(note.code, note.context) for note in diagnostic_notices(result, told)]


class TestIndicators:
    def test_coverage_imputed_and_treated(self):
        columns = {"a": [0, 10, 20, NAN], "b": [1, NAN, 2, NAN], "c": [3, 1, 2, 4]}
        entries = [indicator("a", treat="winsorise"), indicator("b", missing="median"), "c"]
        _, (domain,), _ = diagnosed(columns, raw("d", *entries))
        assert [(one.id, one.coverage, one.imputed, one.treated) for one in domain.indicators] == [
            ("a", 0.75, 0, 2),
            ("b", 0.5, 2, 0),
            ("c", 1, 0, 0),
        ]
        assert [one.title for one in domain.indicators] == ["A", "B", "C"]

    def test_skewness_is_that_of_the_raw_values(self):
        # 1, 1, 1, 5: mean 2, second moment 3, third (-1 * 3 + 27) / 4 = 6, and 6 / 3 ** 1.5 = 1.1547.
        _, (domain,), _ = diagnosed(
            {"a": [1, 1, NAN, 1, 5], "b": [1, 2, 3, 4, 5]}, raw("d", "a", "b", standardise="zscore")
        )
        assert domain.indicators[0].skewness == pytest.approx(1.154701, abs=1e-6)
        assert domain.indicators[1].skewness == pytest.approx(0, abs=1e-12)

    def test_correlation_with_the_domain(self):
        # z of a: -1, -1, 1, 1; z of b: -1, 1, -1, 1; their mean: -1, 0, 0, 1. r = 2 / sqrt(4 * 2).
        _, (domain,), _ = diagnosed({"a": [0, 0, 1, 1], "b": [0, 1, 0, 1]}, raw("d", "a", "b", standardise="zscore"))
        assert [one.correlation for one in domain.indicators] == pytest.approx([0.707107, 0.707107], abs=1e-6)
        assert [one.weight for one in domain.indicators] == [0.5, 0.5]
        assert [one.loading for one in domain.indicators] == [None, None]

    def test_weights_are_those_that_were_used(self):
        entries = [indicator("a", weight=3), indicator("b", weight=1)]
        _, (domain,), _ = diagnosed({"a": SPREAD, "b": SPREAD[::-1]}, raw("d", *entries, weights="given"))
        assert [one.weight for one in domain.indicators] == [0.75, 0.25]


class TestDomains:
    def test_alpha_by_hand(self):
        # z as above, uncorrelated: variances 1 and 1, of the sum 2, so 2 / 1 * (1 - 2 / 2) = 0.
        assert cronbach_alpha(np.array([[-1, -1], [-1, 1], [1, -1], [1, 1]])) == pytest.approx(0)
        # Twice the same: 2 * (1 - 2 / 4) = 1. Opposite ones cancel out, which leaves no alpha.
        assert cronbach_alpha(np.array([[1.0, 1], [2, 2], [5, 5]])) == pytest.approx(1)
        assert cronbach_alpha(np.array([[1.0, -1], [2, -2], [5, -5]])) is None

    def test_alpha_over_complete_areas_only(self):
        scores = np.array([[1.0, 2, 1], [2, 1, 3], [4, 4, 4], [9, NAN, 1]])
        # Variances 14/9, 14/9, 14/9; the sums 4, 6, 12 have 104/9; 3 / 2 * (1 - 42 / 104).
        assert cronbach_alpha(scores) == pytest.approx(1.5 * (1 - 42 / 104))

    def test_alpha_of_a_single_indicator_is_none(self):
        _, (domain,), _ = diagnosed({"a": SPREAD}, raw("d", "a"))
        assert (domain.alpha, domain.variance_explained, domain.heywood) == (None, None, ())

    @given(st.floats(0.05, 0.9), st.integers(2, 6))
    def test_alpha_of_equal_correlations_is_the_textbook_one(self, r, k):
        """k r / (1 + (k - 1) r), the standardised alpha."""
        noise = np.random.default_rng(3).standard_normal((40, k))
        noise -= noise.mean(axis=0)
        root = np.linalg.cholesky(np.where(np.eye(k, dtype=bool), 1, r))
        scores = noise @ np.linalg.inv(np.linalg.cholesky(np.cov(noise, rowvar=False, ddof=0))).T @ root.T
        assert cronbach_alpha(scores) == pytest.approx(k * r / (1 + (k - 1) * r), abs=1e-9)

    def test_published_domains_have_no_diagnostics(self):
        columns = {"p": SPREAD, "a": SPREAD}
        _, told, notices = diagnosed(columns, published("p"), raw("d", "a"))
        assert [domain.id for domain in told] == ["d"]
        assert notices == []

    def test_the_titles_are_those_of_the_definition_computed_last(self):
        first = compute(definition(raw("d", "a", "b")), values({"a": SPREAD, "b": SPREAD[::-1]}))
        renamed = compute(definition(raw("d", "a", "b", title="Places to meet")), first.values, reuse=first)
        assert [domain.title for domain in diagnose(renamed)] == ["Places to meet"]


def _heywood_columns():
    """c follows a and b nearly alone, and these two hardly go together."""
    random = np.random.default_rng(1)
    a, b = random.standard_normal(200), random.standard_normal(200)
    return {"a": a, "b": b + 0.2 * a, "c": a + b + 0.05 * random.standard_normal(200)}


class TestFactor:
    def test_loadings_communalities_and_variance_explained(self):
        result, (domain,), _ = diagnosed(_heywood_columns(), raw("d", *"abc", standardise="zscore", weights="factor"))
        loadings = [one.loading for one in domain.indicators]
        np.testing.assert_array_equal(loadings, result.domains["d"].factor.loadings)
        assert [one.communality for one in domain.indicators] == pytest.approx(np.square(loadings))
        assert domain.variance_explained == pytest.approx(np.square(loadings).mean())
        assert [one.weight for one in domain.indicators] == pytest.approx(np.array(loadings) / sum(loadings))

    def test_a_heywood_case_is_told(self):
        _, (domain,), notices = diagnosed(_heywood_columns(), raw("d", *"abc", weights="factor"))
        assert domain.heywood == ("C",)
        assert domain.indicators[2].communality == pytest.approx(0.995, abs=1e-4)
        assert notices == [("heywood_case", {"indicator": "C", "domain": "D"})]


class TestWhatIsTold:
    def test_an_indicator_against_its_domain(self):
        against = [7, 9, 6, 8.5, 1, 2, 4, 5, 6.5, 3]
        columns = {"a": SPREAD, "b": SPREAD, "c": against}
        entries = [indicator("a", title="Halls"), indicator("b", title="Pubs"), indicator("c", title="Libraries")]
        _, (domain,), notices = diagnosed(columns, raw("d", *entries, standardise="zscore"))
        both = pd.DataFrame({"with": SPREAD, "against": against})
        scaled = both / both.std()
        expected = scaled["against"].corr(2 * scaled["with"] + scaled["against"])
        assert domain.indicators[2].correlation == pytest.approx(expected)
        assert -1 < expected < -0.8
        assert notices == [
            ("indicator_against_domain", {"indicator": "Libraries", "domain": "D", "r": f"{expected:.2f}"})
        ]

    def test_filled_areas_are_told_and_are_not_among_those_with_fewer_indicators(self):
        columns = {"a": [*SPREAD[:9], NAN], "b": SPREAD}
        _, _, notices = diagnosed(columns, raw("d", indicator("a", missing="median"), "b"))
        assert notices == [("values_imputed", {"indicator": "A", "count": 1})]

    def test_areas_with_fewer_indicators_and_how_many_of_them_are_in_decile_1(self):
        # The sixth area has the most need on a and c and lacks b; the last lacks b as well; one lacks too much.
        a, c = [*SPREAD, 2.2], [*SPREAD, 2.1]
        b = [*SPREAD[:5], NAN, *SPREAD[6:9], NAN, NAN]
        a[10] = NAN
        result, _, notices = diagnosed({"a": a, "b": b, "c": c}, raw("d", "a", "b", "c"))
        assert (result.rank[5], result.n) == (1, 10)
        assert notices == [("fewer_indicators", {"count": 2, "worst": 1})]

    def test_nothing_where_all_is_well(self):
        _, _, notices = diagnosed({"a": SPREAD, "b": SPREAD}, raw("d", "a", "b"))
        assert notices == []
