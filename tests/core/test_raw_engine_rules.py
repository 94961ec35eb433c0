"""What must hold for any index of raw indicators, on made-up columns of every shape."""

from __future__ import annotations

import numpy as np
import pytest
from builders import NAN, definition, values, ward_codes
from hypothesis import assume, given
from hypothesis import strategies as st
from raw_indicators import index_of, indicator, raw, refused

from cni_mapper.core.index.engine import compute
from cni_mapper.core.index.standardise import METHODS

IDS = ("a", "b", "c")
SCALED = [method for method in METHODS if method != "none"]


@st.composite
def columns(draw, missing=True, fewest=3):
    size = draw(st.integers(fewest, 25))
    cell = st.one_of(st.integers(0, 40).map(float), *([st.just(NAN)] if missing else []))
    drawn = {id: np.array(draw(st.lists(cell, min_size=size, max_size=size))) for id in IDS}
    for column in drawn.values():
        assume(len(set(column[~np.isnan(column)])) > 1)
    enough = sum((~np.isnan(column)).astype(int) for column in drawn.values()) >= 2
    assume(enough.any())
    return drawn


def same_result(left, right, *, atol=0.0):
    for name in ("rank", "decile"):
        np.testing.assert_array_equal(getattr(left, name), getattr(right, name))
    np.testing.assert_allclose(left.score, right.score, atol=atol, rtol=1e-9)


def whole_number_ranks(result, places):
    """Ranks of what a domain combined, at a precision that rounding in another unit does not reach."""
    settled = np.round(result.domains["d"].combined, places)
    return np.array([NAN if np.isnan(one) else np.sum(settled > one) + 1 for one in settled])


class TestRescaling:
    @pytest.mark.parametrize("method", SCALED)
    @given(drawn=columns(), power=st.integers(-6, 6), shift=st.integers(-3, 3))
    def test_the_unit_of_an_indicator_does_not_move_a_rank(self, method, drawn, power, shift):
        """Under every method but none. Units are powers of two, so that the values themselves stay exact."""
        domain = raw("d", *IDS, standardise=method)
        rescaled = {**drawn, "b": drawn["b"] * 2.0**power + shift}
        before, after = index_of(drawn, domain), index_of(rescaled, domain)
        np.testing.assert_allclose(after.domains["d"].combined, before.domains["d"].combined, atol=1e-11)
        np.testing.assert_array_equal(whole_number_ranks(after, 9), whole_number_ranks(before, 9))
        if method in ("normal_scores", "percentile"):
            same_result(before, after)

    @given(drawn=columns(missing=False), power=st.integers(-20, 20), shift=st.integers(-3, 3))
    def test_unstandardised_a_single_indicator_keeps_its_ranks(self, drawn, power, shift):
        domain = raw("d", "a", standardise="none")
        same_result(index_of(drawn, domain), index_of({"a": drawn["a"] * 2.0**power + shift}, domain))

    def test_unstandardised_the_unit_of_one_of_several_does_move_ranks(self):
        domain = raw("d", "a", "b", standardise="none")
        np.testing.assert_array_equal(index_of({"a": [1, 2, 3], "b": [6, 4, 2]}, domain).rank, [1, 2, 3])
        np.testing.assert_array_equal(index_of({"a": [10, 20, 30], "b": [6, 4, 2]}, domain).rank, [3, 2, 1])


class TestDirection:
    @pytest.mark.parametrize("method", list(METHODS))
    @given(drawn=columns())
    def test_turning_every_direction_mirrors_the_domain(self, method, drawn):
        """About 0, or about the middle of the scale of minmax and percentile: the least need becomes the most."""
        turned = [indicator(id, higher_is="less_need") for id in IDS]
        before = index_of(drawn, raw("d", *IDS, standardise=method, transform="none"))
        after = index_of(drawn, raw("d", *turned, standardise=method, transform="none"))
        middle = {"minmax": 0.5, "percentile": 50}.get(method, 0)
        np.testing.assert_allclose(after.score, 2 * middle - before.score, atol=1e-10)
        ties = np.array([np.sum(np.abs(before.score - one) < 1e-9) for one in before.score])
        if method in ("normal_scores", "percentile"):
            # Rank r of n with t areas sharing it is rank n - r - t + 2 from the other end.
            np.testing.assert_array_equal(
                after.rank, np.where(np.isnan(before.rank), NAN, before.n - before.rank - ties + 2)
            )

    @pytest.mark.parametrize("method", list(METHODS))
    @given(drawn=columns())
    def test_a_negated_column_with_its_direction_turned_is_the_same_indicator(self, method, drawn):
        plain = index_of(drawn, raw("d", *IDS, standardise=method))
        turned = raw("d", "a", indicator("b", higher_is="less_need"), "c", standardise=method)
        same_result(index_of({**drawn, "b": -drawn["b"]}, turned), plain)


class TestWeights:
    @given(
        drawn=columns(),
        weights=st.lists(st.integers(1, 50), min_size=3, max_size=3),
        power=st.integers(-12, 12),
        method=st.sampled_from(list(METHODS)),
    )
    def test_weights_are_free_of_scale(self, drawn, weights, power, method):
        def domain(unit):
            entries = [indicator(id, weight=weight * unit) for id, weight in zip(IDS, weights)]
            return raw("d", *entries, standardise=method, weights="given")

        assume(not np.isnan(index_if_any(drawn, domain(1))).all())
        same_result(index_of(drawn, domain(2.0**power)), index_of(drawn, domain(1)))
        np.testing.assert_allclose(
            index_of(drawn, domain(1 / 3)).domains["d"].combined,
            index_of(drawn, domain(1)).domains["d"].combined,
            atol=1e-12,
        )

    @given(drawn=columns(), method=st.sampled_from(list(METHODS)))
    def test_equal_weights_are_given_weights_of_one_size(self, drawn, method):
        given_ = raw("d", *(indicator(id, weight=4) for id in IDS), standardise=method, weights="given")
        same_result(index_of(drawn, given_), index_of(drawn, raw("d", *IDS, standardise=method)))


def index_if_any(drawn, domain):
    """What the domain combines to, or missing throughout where no area has enough weight."""
    weights = {entry["id"]: entry.get("weight", 1) for entry in domain["indicators"]}
    present = sum(weight * ~np.isnan(drawn[id]) for id, weight in weights.items())
    return np.where(present * 3 >= 2 * sum(weights.values()), 1.0, NAN)


class TestRowsAndConstants:
    @given(drawn=columns(), data=st.data(), method=st.sampled_from(["normal_scores", "percentile", "none"]))
    def test_the_order_of_rows_does_not_matter(self, drawn, data, method):
        size = len(drawn["a"])
        order = np.array(data.draw(st.permutations(range(size))))
        wanted = definition(raw("d", *IDS, standardise=method))
        before = compute(wanted, values(drawn))
        codes = np.array(ward_codes(size))[order]
        after = compute(wanted, values({id: column[order] for id, column in drawn.items()}, codes))
        assert list(after.codes) == list(codes)
        np.testing.assert_array_equal(after.rank, before.rank[order])
        np.testing.assert_allclose(after.score, before.score[order], rtol=1e-12)

    @pytest.mark.parametrize("method", list(METHODS))
    @given(drawn=columns(), constant=st.integers(-5, 5))
    def test_a_constant_indicator_is_refused_by_name(self, method, drawn, constant):
        holed = np.where(np.isnan(drawn["b"]), NAN, float(constant))
        domain = raw("d", *IDS, "same", standardise=method)
        code, context = refused(index_of, {**drawn, "same": holed}, domain)
        assert (code, context) == ("indicator_constant_when_treated", {"indicator": "Same"})

    @given(drawn=columns(), method=st.sampled_from(SCALED), data=st.data())
    def test_a_missing_value_leaves_the_other_areas_as_if_it_were_not_there(self, drawn, method, data):
        """The whole domain, where the area has no indicator at all: it drops out, and nothing else changes."""
        gone = data.draw(st.integers(0, len(drawn["a"]) - 1))
        rest = {id: np.delete(column, gone) for id, column in drawn.items()}
        for column in rest.values():
            assume(len(set(column[~np.isnan(column)])) > 1)
        assume((sum((~np.isnan(column)).astype(int) for column in rest.values()) >= 2).any())
        holed = {id: column.copy() for id, column in drawn.items()}
        for column in holed.values():
            column[gone] = NAN
        domain = raw("d", *IDS, standardise=method)
        with_hole, without = index_of(holed, domain), index_of(rest, domain)
        assert np.isnan(with_hole.rank[gone])
        assert with_hole.n == without.n
        np.testing.assert_array_equal(np.delete(with_hole.rank, gone), without.rank)
        np.testing.assert_allclose(np.delete(with_hole.score, gone), without.score, rtol=1e-12)
