from __future__ import annotations

from collections import Counter

import numpy as np
import pandas as pd
import pytest
from builders import NAN, definition, group, published, values
from hypothesis import given
from hypothesis import strategies as st
from raw_indicators import edited, edited_indicator, raw
from trials import basis, cni_2019, count, percent

from cni_mapper.core.analysis.overlay import CATEGORIES, overlay
from cni_mapper.core.analysis.what_if import change_between, counts, make_basis, near_misses, try_out
from cni_mapper.core.errors import CniError
from cni_mapper.core.index.definition import with_weights
from cni_mapper.core.index.engine import compute
from cni_mapper.core.index.library import find_definition
from cni_mapper.core.index.ranking import rank_score

TWO = definition(published("a"), published("b"))
# Ten wards; a falls with the code, b rises; the IMD is that of a but for the first two, which change places.
TEN_OF_A, TEN_OF_B = list(range(10, 0, -1)), list(range(1, 11))
IMD = [9, 10, 8, 7, 6, 5, 4, 3, 2, 1]
PEOPLE = [10, 20, 30, 40, 50, 60, 70, NAN, 90, 100]

SCORE = st.one_of(st.none(), st.integers(0, 8))
LIMITS = st.one_of(
    st.builds(percent, st.integers(1, 100), st.integers(1, 100)),
    st.builds(count, st.integers(1, 15), st.integers(1, 15)),
)
WEIGHT = st.integers(0, 8).map(lambda w: w / 4)
WEIGHTS = st.fixed_dictionaries({"a": WEIGHT, "b": WEIGHT}).filter(lambda weights: any(weights.values()))


def numbers(cells):
    return np.array([NAN if cell is None else cell for cell in cells], dtype=float)


@st.composite
def bases(draw):
    """A universe of few wards in any order, and deprivation and people of areas that only partly meet it."""
    universe = draw(st.lists(st.integers(1, 30), unique=True, max_size=24))
    codes = [f"E05{code:06d}" for code in universe]
    columns = {id: numbers(draw(st.lists(SCORE, min_size=len(codes), max_size=len(codes)))) for id in "ab"}
    others = []
    for _ in range(2):
        of = draw(st.lists(st.integers(1, 35), unique=True, max_size=30))
        cells = draw(st.lists(SCORE, min_size=len(of), max_size=len(of)))
        others.append(pd.Series(numbers(cells), [f"E05{code:06d}" for code in of]))
    return values(columns, codes), *others


@st.composite
def shown_among(draw, size):
    return draw(
        st.one_of(st.none(), st.lists(st.booleans(), min_size=size, max_size=size).map(lambda m: np.array(m, bool)))
    )


def named(basis, outcome):
    return dict(zip(basis.values.codes, (CATEGORIES[position] for position in outcome.category)))


class TestBasis:
    def test_deprivation_and_people_over_the_universe(self):
        found = values({"a": [3, 2, 1]}, ["w1", "w2", "w3"])
        made = make_basis(found, pd.Series([50.0, 9, 70], ["w3", "elsewhere", "w1"]), pd.Series({"w2": 5}))
        assert list(made.imd.index) == ["w1", "w2", "w3"]
        # The area elsewhere takes no rank.
        np.testing.assert_array_equal(made.imd["rank"], [1, NAN, 2])
        np.testing.assert_array_equal(made.imd["score"], [70, NAN, 50])
        np.testing.assert_array_equal(made.people, [NAN, 5, NAN])

    def test_people_as_a_layer_without_them_holds_them(self):
        found = values({"a": [2, 1]}, ["w1", "w2"])
        made = make_basis(found, pd.Series([1.0, 2.0], ["w1", "w2"]), pd.Series([None, 4], ["w1", "w2"], dtype=object))
        np.testing.assert_array_equal(made.people, [NAN, 4])


class TestTryOut:
    def test_by_hand(self):
        # The worst 20% on need of a alone, and the worst 30% on deprivation.
        made = basis({"a": TEN_OF_A, "b": TEN_OF_B}, IMD)
        found = try_out(made, with_weights(TWO, {"b": 0}), percent(20, 30))
        assert (found.places, found.ranked) == ({"cni": 2, "imd": 3}, {"cni": 10, "imd": 10})
        np.testing.assert_array_equal(found.index.rank, range(1, 11))
        np.testing.assert_array_equal(found.imd_rank, [2, 1, 3, 4, 5, 6, 7, 8, 9, 10])
        np.testing.assert_array_equal(found.imd_decile, [2, 1, 3, 4, 5, 6, 7, 8, 9, 10])
        np.testing.assert_array_equal(found.cni_margin, range(-1, 9))
        np.testing.assert_array_equal(found.imd_margin, [-1, -2, 0, 1, 2, 3, 4, 5, 6, 7])
        assert list(named(made, found).values()) == ["left_behind"] * 2 + ["deprived"] + ["other"] * 7
        assert found.category.dtype == np.int8

    def test_the_other_domain_turns_the_order_round(self):
        made = basis({"a": TEN_OF_A, "b": TEN_OF_B}, IMD)
        found = try_out(made, with_weights(TWO, {"a": 0}), percent(20, 30))
        assert list(named(made, found).values()) == ["deprived"] * 3 + ["other"] * 5 + ["high_need"] * 2

    @given(bases(), WEIGHTS, LIMITS)
    def test_says_what_compute_and_overlay_say(self, given_areas, weights, limits):
        found, imd_scores, people = given_areas
        wanted = with_weights(TWO, weights)
        made = make_basis(found, imd_scores, people)
        tried = try_out(made, wanted, limits)
        index = compute(wanted, found)
        imd = rank_score(imd_scores, found.codes)
        expected = overlay(pd.Series(index.rank, found.codes), imd.frame["rank"], limits)
        rows = expected.frame.reindex(found.codes)
        assert (tried.places, tried.ranked, tried.limits) == (expected.places, expected.ranked, limits)
        np.testing.assert_array_equal(tried.cni_margin, rows["cni_margin"])
        np.testing.assert_array_equal(tried.imd_margin, rows["imd_margin"])
        assert list(named(made, tried).values()) == list(rows["category"])
        np.testing.assert_array_equal(tried.imd_decile, imd.frame["decile"].reindex(found.codes))
        assert list(found.codes[near_misses(tried)]) == expected.near_misses

    @given(st.integers(0, 2**32 - 1), st.integers(1, 60), st.integers(1, 60))
    def test_near_misses_are_those_of_overlay(self, seed, cni, imd):
        random = np.random.default_rng(seed)
        gaps = (0.02, 0.5) if seed % 2 else (0.5, 0.02)
        scores = [np.where(random.random(400) < gap, NAN, random.integers(0, 150, 400)) for gap in gaps]
        made = basis({"a": scores[0]}, scores[1])
        tried = try_out(made, definition(published("a")), count(cni, imd))
        codes = made.values.codes
        expected = overlay(pd.Series(tried.index.rank, codes), pd.Series(tried.imd_rank, codes), count(cni, imd))
        assert list(codes[near_misses(tried)]) == expected.near_misses


SIZE = 80
RANDOM = np.random.default_rng(7)
SHARED = RANDOM.standard_normal(SIZE)
COLUMNS = {id: np.round(np.exp(0.5 * SHARED + 0.4 * RANDOM.standard_normal(SIZE)), 2) for id in "ijklmn"}
COLUMNS["i"][:6], COLUMNS["m"][::9] = NAN, NAN
TREE = definition(group("g", raw("first", "i", "j"), raw("second", "k", "l")), raw("third", "m", "n"))
MADE = basis(COLUMNS, np.round(SHARED + RANDOM.standard_normal(SIZE), 1), RANDOM.integers(500, 9000, SIZE))
MOVES = st.one_of(
    st.tuples(st.sampled_from(["g", "first", "second", "third", *"ijklmn"]), st.integers(1, 9).map(lambda w: w / 3)),
    st.tuples(st.just("limits"), LIMITS),
    st.tuples(st.just("standardise"), st.sampled_from(["minmax", "zscore", "normal_scores"])),
    st.tuples(st.just("direction"), st.sampled_from(["less_need", "more_need"])),
)


def moved(wanted, limits, move):
    what, value = move
    if what == "limits":
        return wanted, value
    if what == "standardise":
        return edited(wanted, "third", standardise=value), limits
    if what == "direction":
        return edited_indicator(wanted, "n", higher_is=value), limits
    return with_weights(wanted, {what: value}), limits


def assert_same(one, other):
    for name in ("imd_rank", "imd_decile", "cni_margin", "imd_margin", "category"):
        np.testing.assert_array_equal(getattr(one, name), getattr(other, name))
    for name in ("score", "rank", "decile"):
        np.testing.assert_array_equal(getattr(one.index, name), getattr(other.index, name))
    assert (one.places, one.ranked, one.limits) == (other.places, other.ranked, other.limits)
    assert one.index.definition == other.index.definition


class TestTakingOver:
    @given(st.lists(MOVES, min_size=1, max_size=6))
    def test_any_moves_give_what_a_fresh_start_gives(self, moves):
        wanted, limits, tried = TREE, percent(10), None
        for move in moves:
            wanted, limits = moved(wanted, limits, move)
            tried = try_out(MADE, wanted, limits, tried)
            assert_same(tried, try_out(MADE, wanted, limits))

    def test_only_what_stands_above_a_weight_is_computed(self):
        before = try_out(MADE, TREE, percent(10))
        after = try_out(MADE, with_weights(TREE, {"second": 2}), percent(10), before)
        kept = [
            after.index.domains[id].score is before.index.domains[id].score for id in ("first", "second", "third", "g")
        ]
        assert kept == [True, True, True, False]

    def test_a_limit_moved_computes_no_index(self):
        before = try_out(MADE, TREE, percent(10))
        assert try_out(MADE, TREE, percent(15), before).index is before.index

    def test_nothing_is_taken_over_from_another_universe(self):
        before = try_out(MADE, TREE, percent(10))
        turned = basis({id: -column for id, column in COLUMNS.items()}, MADE.imd["score"], MADE.people)
        assert_same(try_out(turned, TREE, percent(10), before), try_out(turned, TREE, percent(10)))

    def test_a_fault_is_that_of_the_index(self):
        wanted = definition(raw("d", "a", "b", "c"))
        columns = {"a": [1, 2, NAN, NAN, NAN, NAN], "b": [NAN, NAN, 3, 4, NAN, NAN], "c": [NAN] * 4 + [5, 6]}
        with pytest.raises(CniError) as fault:
            try_out(basis(columns, range(6)), wanted, percent(10))
        assert fault.value.code == "domain_empty"


class TestChange:
    MADE = basis({"a": TEN_OF_A, "b": TEN_OF_B}, IMD, PEOPLE)
    OF_A, OF_B = with_weights(TWO, {"b": 0}), with_weights(TWO, {"a": 0})

    def test_a_wider_limit(self):
        before, after = (try_out(self.MADE, self.OF_A, percent(p)) for p in (20, 40))
        change = change_between(self.MADE, before, after)
        assert (list(change.joined), list(change.left)) == ([2, 3], [])
        assert (change.count_before, change.count_after) == (2, 4)
        assert (change.people_before, change.people_after) == (30, 100)

    def test_by_the_rank_that_made_them_left_behind(self):
        """All ten deprived; the worst three of a leave in the order of a, those of b join in the order of b."""
        before, after = (try_out(self.MADE, wanted, percent(30, 100)) for wanted in (self.OF_A, self.OF_B))
        change = change_between(self.MADE, before, after)
        assert (list(change.joined), list(change.left)) == ([9, 8, 7], [0, 1, 2])
        # The eighth ward's people are not known.
        assert (change.people_before, change.people_after) == (60, 190)

    def test_only_what_is_shown_counts(self):
        before, after = (try_out(self.MADE, wanted, percent(30, 100)) for wanted in (self.OF_A, self.OF_B))
        shown = np.isin(np.arange(10), [1, 2, 3, 9])
        change = change_between(self.MADE, before, after, shown)
        assert (list(change.joined), list(change.left)) == ([9], [1, 2])
        assert (change.count_before, change.count_after, change.people_before, change.people_after) == (2, 1, 50, 100)

    def test_an_area_that_loses_its_rank_leaves(self):
        made = basis({"a": TEN_OF_A, "b": [NAN, *TEN_OF_B[1:]]}, IMD)
        before, after = (try_out(made, with_weights(TWO, {"b": weight}), percent(20)) for weight in (0, 0.01))
        change = change_between(made, before, after)
        assert list(change.left) == [0]
        assert CATEGORIES[after.category[0]] == "no_data"

    @given(bases(), WEIGHTS, WEIGHTS, LIMITS, LIMITS, st.data())
    def test_is_the_difference_of_two_sets(self, given_areas, weights, others, limits, moved_limits, data):
        made = make_basis(*given_areas)
        before = try_out(made, with_weights(TWO, weights), limits)
        after = try_out(made, with_weights(TWO, others), moved_limits, before)
        shown = data.draw(shown_among(len(made.people)))
        inside = set(range(len(made.people))) if shown is None else set(np.flatnonzero(shown))
        was, now = ({i for i in inside if outcome.category[i] == 0} for outcome in (before, after))
        change = change_between(made, before, after, shown)
        assert (set(change.joined), set(change.left)) == (now - was, was - now)
        assert len(change.joined) + len(change.left) == len(now ^ was)
        assert (change.count_before, change.count_after) == (len(was), len(now))
        known = np.nan_to_num(made.people)
        assert change.people_before == sum(known[i] for i in was)
        assert change.people_after == sum(known[i] for i in now)
        assert list(after.index.rank[change.joined]) == sorted(after.index.rank[change.joined])
        assert list(before.index.rank[change.left]) == sorted(before.index.rank[change.left])


class TestCounts:
    def test_by_hand(self):
        made = basis({"a": [*TEN_OF_A[:9], NAN]}, IMD, PEOPLE)
        found = try_out(made, definition(published("a")), count(2, 3))
        told = counts(found, made.people)
        assert told.areas == {"left_behind": 2, "deprived": 1, "high_need": 0, "other": 6, "no_data": 1}
        assert told.people == {"left_behind": 30, "deprived": 30, "high_need": 0, "other": 310, "no_data": 100}

    @given(bases(), WEIGHTS, LIMITS, st.data())
    def test_add_up_to_the_areas_and_people_shown(self, given_areas, weights, limits, data):
        made = make_basis(*given_areas)
        found = try_out(made, with_weights(TWO, weights), limits)
        shown = data.draw(shown_among(len(made.people)))
        told = counts(found, made.people, shown)
        chosen = np.ones(len(made.people), bool) if shown is None else shown
        assert tuple(told.areas) == tuple(told.people) == CATEGORIES
        assert Counter({k: v for k, v in told.areas.items() if v}) == Counter(
            name for name, here in zip(named(made, found).values(), chosen) if here
        )
        assert sum(told.people.values()) == np.nansum(made.people[chosen])


class TestNearMisses:
    def test_worse_margin_of_1_to_1_percent_nearest_first(self):
        # 300 wards, limit 30, so near is a worse margin of 1 to 3; wards 10 and 33 change places in deprivation.
        imd = np.arange(300.0, 0, -1)
        imd[[9, 32]] = imd[[32, 9]]
        found = try_out(basis({"a": np.arange(300, 0, -1)}, imd), definition(published("a")), percent(10))
        assert list(near_misses(found)) == [30, 31, 9, 32]
        assert list(near_misses(found, np.arange(300) < 31)) == [30, 9]

    def test_none_among_fewer_than_100(self):
        found = try_out(basis({"a": range(50)}, range(50)), definition(published("a")), percent(10))
        assert list(near_misses(found)) == []


@pytest.mark.parametrize("size", [0, 1, 2])
def test_few_areas(size):
    made = basis({"a": range(size)}, range(size))
    found = try_out(made, definition(published("a")), percent(10))
    told = counts(found, made.people)
    assert (told.areas["other"], told.people["other"]) == (size, 100.0 * size)
    change = change_between(made, found, try_out(made, definition(published("a")), count(1), found))
    assert (len(change.joined), len(change.left), len(near_misses(found))) == (min(size, 1), 0, 0)


@pytest.fixture(scope="module")
def england(reference_data):
    return cni_2019(reference_data)


class TestCni2019:
    def test_the_worst_tenth_and_the_publishers_list(self, england):
        made, expected = england
        before = try_out(made, find_definition("cni-2019"), percent(10))
        assert (before.places, before.ranked) == ({"cni": 743, "imd": 743}, {"cni": 7433, "imd": 7433})
        assert counts(before, made.people).areas["left_behind"] == 229
        after = try_out(made, find_definition("cni-2019"), count(735), before)
        change = change_between(made, before, after)
        codes = made.values.codes
        names = sorted(expected["ward17_name"].loc[codes[change.left]])
        assert names == ["Ayresome", "Goldenhill and Sandyford", "Holmewood and Heath", "Winton"]
        assert (list(change.joined), change.count_before, change.count_after) == ([], 229, 225)
        listed = expected.index[expected["lbn_published"] == 1]
        assert set(codes[after.category == CATEGORIES.index("left_behind")]) == set(listed)
        assert change.people_after == expected["population_2011"].loc[listed].sum()

    def test_a_district_shown(self, england):
        """Of Hull's 23 wards of December 2017, 8 are left behind."""
        made, expected = england
        found = try_out(made, find_definition("cni-2019"), count(735))
        hull = (expected["lad_name"].reindex(made.values.codes) == "Kingston upon Hull, City of").to_numpy()
        told = counts(found, made.people, hull)
        assert (sum(told.areas.values()), told.areas["left_behind"]) == (23, 8)
