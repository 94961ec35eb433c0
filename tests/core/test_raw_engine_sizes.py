"""Tables of unusual size and shape: nothing, one value, ties only, two areas, 500,000 areas."""

from __future__ import annotations

import json
import warnings

import numpy as np
import pytest
from builders import NAN, definition, table, values, ward_codes
from raw_indicators import index_of, indicator, ratio, raw, refused

from cni_mapper.core.index.definition import with_weights
from cni_mapper.core.index.diagnostics import diagnose, diagnostic_notices
from cni_mapper.core.index.engine import compute, result_frame
from cni_mapper.core.index.standardise import METHODS
from cni_mapper.core.index.values import gather

ALL = pytest.mark.parametrize("method", list(METHODS))


@pytest.fixture(autouse=True)
def no_warnings():
    """Arithmetic on nothing shows as a warning of numpy's, which a user would read in the log."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        yield


def whole(columns, *domains):
    """From a table to ranks and diagnostics, as an algorithm does it."""
    size = len(next(iter(columns.values())))
    wanted = definition(*domains)
    result = compute(wanted, gather(wanted, [table({"ward_code": ward_codes(size), **columns})]))
    told = diagnose(result)
    json.dumps([domain.as_json() for domain in told], allow_nan=False)
    return result, told, diagnostic_notices(result, told)


class TestRefused:
    def test_all_missing(self):
        code, context = refused(whole, {"a": [None, None, "*"], "b": [1, 2, 3]}, raw("d", "a", "b"))
        assert (code, context["column"]) == ("indicator_empty", "a")

    @pytest.mark.parametrize("column", [[5, None, None], [5, 5, 5]], ids=["one value", "one value everywhere"])
    def test_one_value(self, column):
        code, context = refused(whole, {"a": column, "b": [1, 2, 3]}, raw("d", "a", "b"))
        assert (code, context["column"], context["value"]) == ("indicator_constant", "a", 5.0)

    def test_a_value_in_each_row_of_one_indicator_only(self):
        columns = {"a": [1, 2, None, None, None, None], "b": [None, None, 3, 4, None, None], "c": [None] * 4 + [5, 6]}
        assert refused(whole, columns, raw("d", "a", "b", "c")) == ("domain_empty", {"domain": "D"})

    def test_factor_weights_from_two_areas(self):
        columns = {id: [i, i + 1] for i, id in enumerate("abc")}
        assert refused(whole, columns, raw("d", "a", "b", "c", weights="factor")) == (
            "factor_not_found",
            {"domain": "D"},
        )


class TestSmall:
    @ALL
    def test_one_area(self, method):
        result, (told,), _ = whole({"a": [4], "b": [9]}, raw("d", "a", "b", standardise=method))
        np.testing.assert_array_equal(result.rank, [1])
        np.testing.assert_array_equal(result.decile, [NAN])
        np.testing.assert_allclose(result.score, [100])
        assert (told.alpha, told.indicators[0].correlation, told.indicators[0].skewness) == (None, 0, None)

    @ALL
    def test_two_areas(self, method):
        result, (told,), _ = whole({"a": [4, 6], "b": [1, 9]}, raw("d", "a", "b", standardise=method))
        np.testing.assert_array_equal(result.rank, [2, 1])
        # X(2) of two: -23 ln(1 - (1 - exp(-100 / 23)) / 2) = 15.6468, the median of any even number.
        np.testing.assert_allclose(result.score, [15.6468, 100], atol=5e-5)
        assert np.isnan(result.decile).all()
        assert told.indicators[0].correlation == pytest.approx(1)

    def test_two_areas_with_a_gap(self):
        result, _, notices = whole({"a": [4, 6], "b": [1, 9], "c": [2, 3], "e": [1, 2]}, raw("d", *"abce"))
        np.testing.assert_array_equal(result.rank, [2, 1])
        assert notices == []

    @ALL
    def test_ties_only(self, method):
        """Two indicators that cancel out: all areas share rank 1 and the mid-rank's score, and all are in decile 1."""
        column = np.arange(12.0)
        result, (told,), notices = whole({"a": column, "b": column[::-1]}, raw("d", "a", "b", standardise=method))
        np.testing.assert_array_equal(result.rank, [1] * 12)
        np.testing.assert_array_equal(result.decile, [1] * 12)
        assert len(set(result.score)) == 1
        assert result.score[0] == pytest.approx(-23 * np.log(1 - (6.5 / 12) * (1 - np.exp(-100 / 23))))
        assert [one.correlation for one in told.indicators] == [0, 0]
        assert notices == []

    def test_two_values_only(self):
        result, _, _ = whole({"a": [0] * 8 + [1] * 4}, raw("d", "a"))
        np.testing.assert_array_equal(result.rank, [5] * 8 + [1] * 4)

    def test_every_area_missing_something(self):
        columns = {"a": [None, 5, 3], "b": [1, None, 4], "c": [7, 8, None]}
        result, _, notices = whole(columns, raw("d", "a", "b", "c", standardise="minmax"))
        # Minmax: a 1, 0; b 0, 1; c 0, 1. Means of what is there: 0, 1, 0.5.
        np.testing.assert_array_equal(result.rank, [3, 1, 2])
        assert [(note.code, note.context) for note in notices] == [("fewer_indicators", {"count": 3, "worst": 0})]


class TestHalfAMillionAreas:
    SIZE = 500_000

    def test_three_domains_of_four(self):
        """Every method beside a bare sorting of the same columns; the areas with gaps are ranked without them."""
        random = np.random.default_rng(5)
        columns = {f"i{i}": random.gamma(2, 3, self.SIZE).round(2) for i in range(6)}
        columns["i0"][::50] = NAN
        domains = [
            raw("first", indicator("i0"), "i1", "i2"),
            raw("second", "i3", "i4", standardise="percentile"),
            raw("third", indicator("i5", treat="log", missing="median"), standardise="minmax"),
        ]
        result = compute(definition(*domains), values(columns, np.arange(self.SIZE).astype(str)))
        assert result.n == self.SIZE
        third = result.domains["third"]
        order = np.sort(columns["i5"])
        np.testing.assert_array_equal(third.rank, self.SIZE - np.searchsorted(order, columns["i5"], side="right") + 1)
        for part in (result, *result.domains.values()):
            assert (part.rank.min(), part.n) == (1, self.SIZE)
            np.testing.assert_array_equal(part.decile, np.ceil(part.rank * 10 / self.SIZE))
        assert int(np.sum(result_frame(result, "cni")["missing"] == "i0")) == 10_000
        moved = compute(with_weights(result.definition, {"i1": 2}), result.values, reuse=result)
        assert moved.domains["second"].score is result.domains["second"].score
        assert not np.array_equal(moved.rank, result.rank)

    def test_shrunk_rates_and_district_medians(self):
        random = np.random.default_rng(6)
        people = random.integers(50, 400, self.SIZE)
        cases = random.binomial(people, 0.2)
        other = np.where(random.random(self.SIZE) < 0.1, NAN, random.random(self.SIZE))
        frame = {
            "area_code": np.arange(self.SIZE).astype(str),
            "cases": cases,
            "people": people,
            "b": other,
            "district_code": np.char.add("E070", np.char.zfill((np.arange(self.SIZE) % 300).astype(str), 5)),
        }
        poor = ratio("poor", "cases", "people", shrink=True)
        wanted = definition(raw("d", poor, indicator("b", missing="district_median")))
        gathered = gather(wanted, [table(frame)])
        shrunk = gathered.columns["poor"]
        assert abs(shrunk - 0.2).mean() < abs(cases / people - 0.2).mean()
        assert np.corrcoef(shrunk, cases / people)[0, 1] > 0.9
        part = compute(wanted, gathered).domains["d"]
        assert (part.n, part.indicators[1].imputed) == (self.SIZE, int(np.isnan(other).sum()))
        first = np.flatnonzero(np.isnan(other))[0]
        alike = part.indicators[1].scores[np.isnan(other) & (gathered.district == gathered.district[first])]
        assert len(set(alike)) == 1


def test_a_column_of_ties_is_standardised_alike_in_any_order():
    columns = {"a": [1, 1, 1, 2, 2, 3], "b": [5, 5, 5, 5, 5, 6]}
    result = index_of(columns, raw("d", "a", "b"))
    np.testing.assert_array_equal(result.rank, [4, 4, 4, 2, 2, 1])
