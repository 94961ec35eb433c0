"""Computing from an earlier result: the same as afresh, with all the work taken over that still stands."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from builders import NAN, definition, group
from hypothesis import given, settings
from hypothesis import strategies as st
from raw_indicators import edited, edited_indicator, indicator, raw, with_districts

from cni_mapper.core.index.definition import with_weights
from cni_mapper.core.index.engine import compute

RANDOM = np.random.default_rng(11)
FACTOR = RANDOM.standard_normal(60)
COLUMNS = {id: np.round(np.exp(0.5 * FACTOR + 0.4 * RANDOM.standard_normal(60)), 2) for id in "abcdxyz"}
for hole, id in enumerate("abx"):
    COLUMNS[id][7 * hole : 7 * hole + 5] = NAN
VALUES = with_districts(COLUMNS, np.arange(60) % 5)
WANTED = definition(raw("first", *"abcd"), raw("second", *"xyz", weight=2))

DOMAIN, INDICATOR = st.sampled_from(["first", "second"]), st.sampled_from(list("abcdxyz"))
WEIGHT = st.integers(1, 12).map(lambda w: w / 4)
EDITS = st.one_of(
    st.tuples(st.just("weight"), st.one_of(DOMAIN, INDICATOR), WEIGHT),
    st.tuples(
        st.just("standardise"), DOMAIN, st.sampled_from(["normal_scores", "zscore", "minmax", "percentile", "none"])
    ),
    st.tuples(st.just("weights"), DOMAIN, st.sampled_from(["equal", "given", "factor"])),
    st.tuples(st.just("transform"), DOMAIN, st.sampled_from(["exponential", "none"])),
    st.tuples(st.just("missing"), INDICATOR, st.sampled_from(["exclude", "median", "district_median"])),
    st.tuples(st.just("treat"), INDICATOR, st.sampled_from(["none", "winsorise", "log"])),
    st.tuples(st.just("title"), st.one_of(DOMAIN, INDICATOR), st.sampled_from(["One", "Two"])),
)


def apply(wanted, edit):
    kind, id, value = edit
    if kind == "weight":
        return with_weights(wanted, {id: value})
    change = edited_indicator if len(id) == 1 else edited
    return change(wanted, id, **{kind: value})


def assert_same(left, right):
    for one, other in [(left, right), *((left.domains[id], right.domains[id]) for id in right.domains)]:
        for name in ("score", "rank", "decile"):
            np.testing.assert_array_equal(getattr(one, name), getattr(other, name))
        assert one.n == other.n
    assert list(left.domains) == list(right.domains)
    for id, part in right.domains.items():
        # A domain's own weight counts in the level above only, so it may be that of an earlier result.
        assert replace(left.domains[id].domain, weight=part.domain.weight) == part.domain
        np.testing.assert_array_equal(left.domains[id].weights, part.weights)
        np.testing.assert_array_equal(left.domains[id].combined, part.combined)
        for one, other in zip(left.domains[id].indicators, part.indicators):
            np.testing.assert_array_equal(one.scores, other.scores)
            assert (one.method, one.imputed, one.treated) == (other.method, other.imputed, other.treated)


@settings(max_examples=60)
@given(st.lists(EDITS, min_size=1, max_size=8))
def test_any_sequence_of_edits_gives_what_a_fresh_computation_gives(edits):
    wanted, result = WANTED, compute(WANTED, VALUES)
    for edit in edits:
        wanted = apply(wanted, edit)
        result = compute(wanted, VALUES, reuse=result)
        assert_same(result, compute(wanted, VALUES))
        assert result.definition == wanted


def indicators(result, id):
    return {one.indicator.id: one for one in result.domains[id].indicators}


def kept(before, after, id):
    """The indicators of a domain whose standardised values are the same object in two results."""
    earlier, later = indicators(before, id), indicators(after, id)
    return "".join(name for name in later if later[name] is earlier.get(name))


def taken_over(before, after, id):
    """Whether a domain's scores are the same object in two results."""
    return after.domains[id].transformed is before.domains[id].transformed


class TestWhatIsTakenOver:
    BEFORE = compute(WANTED, VALUES)

    @pytest.mark.parametrize(
        ("edit", "first", "same_first", "same_second"),
        [
            (("weight", "second", 3.0), "abcd", True, True),
            (("weight", "a", 3.0), "abcd", False, True),
            (("standardise", "first", "zscore"), "", False, True),
            (("weights", "first", "factor"), "abcd", False, True),
            (("transform", "first", "none"), "abcd", False, True),
            (("missing", "b", "median"), "acd", False, True),
            (("treat", "d", "log"), "abc", False, True),
        ],
        ids=lambda value: value[0] if isinstance(value, tuple) else "",
    )
    def test_one_edit(self, edit, first, same_first, same_second):
        after = compute(apply(WANTED, edit), VALUES, reuse=self.BEFORE)
        assert kept(self.BEFORE, after, "first") == first
        assert kept(self.BEFORE, after, "second") == "xyz"
        assert taken_over(self.BEFORE, after, "first") == same_first
        assert taken_over(self.BEFORE, after, "second") == same_second

    def test_a_factor_is_not_looked_for_again_where_its_indicators_stand(self):
        wanted = edited(WANTED, "first", weights="factor")
        before = compute(wanted, VALUES)
        after = compute(edited(wanted, "first", transform="none"), VALUES, reuse=before)
        assert after.domains["first"].factor is before.domains["first"].factor
        moved = compute(edited_indicator(wanted, "a", treat="log"), VALUES, reuse=before)
        assert moved.domains["first"].factor is not before.domains["first"].factor

    def test_sub_domains_are_taken_over_under_a_changed_parent(self):
        tree = definition(group("g", raw("u", "a", "b"), raw("v", "c", "d")), raw("w", "x"))
        before = compute(tree, VALUES)
        after = compute(with_weights(tree, {"u": 3}), VALUES, reuse=before)
        assert [taken_over(before, after, id) for id in ("u", "v", "w", "g")] == [True, True, True, False]
        np.testing.assert_array_equal(after.score, compute(with_weights(tree, {"u": 3}), VALUES).score)

    def test_an_added_indicator_is_the_only_one_standardised(self):
        more = definition(raw("first", *"abcd", indicator("z")), raw("second", *"xy", weight=2))
        after = compute(more, VALUES, reuse=self.BEFORE)
        assert kept(self.BEFORE, after, "first") == "abcd"
        assert kept(self.BEFORE, after, "second") == "xy"

    def test_nothing_is_taken_over_from_other_values(self):
        other = with_districts(COLUMNS, np.arange(60) % 5)
        after = compute(WANTED, other, reuse=self.BEFORE)
        assert kept(self.BEFORE, after, "first") == ""
        np.testing.assert_array_equal(after.score, self.BEFORE.score)
