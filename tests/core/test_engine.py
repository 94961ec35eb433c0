from __future__ import annotations

from itertools import permutations

import numpy as np
import pandas as pd
import pytest
from builders import NAN, TEN, definition, group, published, values, ward_codes
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import rankdata

from cni_mapper.core.index.definition import walk, with_weights
from cni_mapper.core.index.engine import compute, result_frame
from cni_mapper.core.index.ranking import rank_score

# Four published columns, two of them under a group, one of ranks.
TREE = definition(
    published("a"),
    group("b", published("c", kind="rank"), published("d", kind="rank"), weight=2),
    published("e", kind="rank"),
)
LEAVES = ("a", "c", "d", "e")
WEIGHTS = st.dictionaries(st.sampled_from(["a", "b", "c", "d", "e"]), st.integers(1, 20).map(lambda w: w / 4))


@st.composite
def columns(draw, missing=True):
    size = draw(st.integers(1, 30))
    cell = st.one_of(st.integers(1, size).map(float), *([st.just(NAN)] if missing else []))
    return {id: draw(st.lists(cell, min_size=size, max_size=size)) for id in LEAVES}


def same(left, right):
    for name in ("score", "rank", "decile"):
        np.testing.assert_array_equal(getattr(left, name), getattr(right, name))


class TestByHand:
    def test_a_weighted_sum_of_scores(self):
        result = compute(
            definition(published("a", 2), published("b", 0.5)), values({"a": [10, 30, 20], "b": [8, 4, 90]})
        )
        np.testing.assert_allclose(result.score, [24, 62, 85])
        np.testing.assert_array_equal(result.rank, [3, 2, 1])
        assert np.isnan(result.decile).all()
        assert result.n == 3

    def test_weights_are_not_rescaled(self):
        result = compute(definition(published("a", 0.5), published("b", 0.25)), values({"a": [100], "b": [100]}))
        np.testing.assert_allclose(result.score, [75])

    def test_published_ranks_are_transformed(self):
        ranks = np.arange(1.0, 11)
        result = compute(
            definition(published("a", kind="rank"), published("b", 2, kind="rank")),
            values({"a": ranks, "b": ranks[::-1]}),
        )
        expected = [TEN[i] + 2 * TEN[9 - i] for i in range(10)]
        np.testing.assert_allclose(result.score, expected, atol=2e-4)
        np.testing.assert_array_equal(result.rank, rankdata(-np.array(expected), method="min"))
        np.testing.assert_array_equal(result.decile, result.rank)
        np.testing.assert_allclose(result.domains["a"].score, TEN, atol=5e-5)
        np.testing.assert_array_equal(result.domains["a"].decile, ranks)

    def test_tied_published_ranks_take_their_mean(self):
        # Ranks 1, 2, 2, 4 of four: the tied two count as 2.5.
        result = compute(definition(published("a", kind="rank")), values({"a": [2, 1, 2, 4]}))
        top = 1 - np.exp(-100 / 23)
        expected = [-23 * np.log(1 - (4 - rank + 1) / 4 * top) for rank in (2.5, 1, 2.5, 4)]
        np.testing.assert_allclose(result.score, expected)
        np.testing.assert_array_equal(result.rank, [2, 1, 2, 4])

    def test_a_tree(self):
        # The group's score is c + 2d; it is ranked, and the rank transformed, before the sum with e.
        tree = definition(group("g", published("c"), published("d", 2)), published("e", 3))
        c, d, e = range(10), [5, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0, 0, 7]
        result = compute(tree, values({"c": c, "d": d, "e": e}))
        # c + 2d is 10, 1, 2, ... 9, so the first area has rank 1 and the others 10, 9, ... 2.
        ranks = [1, 10, 9, 8, 7, 6, 5, 4, 3, 2]
        np.testing.assert_array_equal(result.domains["g"].rank, ranks)
        np.testing.assert_allclose(result.domains["g"].transformed, [TEN[rank - 1] for rank in ranks], atol=5e-5)
        np.testing.assert_allclose(result.score, [TEN[r - 1] + 3 * x for r, x in zip(ranks, e)], atol=5e-5)
        np.testing.assert_array_equal(result.rank, [1, 10, 9, 8, 7, 6, 5, 4, 3, 2])

    def test_a_tree_of_four_levels(self):
        # Each of the upper levels holds the one below alone, so each ranks and transforms the same order again.
        tree = definition(group("w", group("x", group("y", published("z")))))
        result = compute(tree, values({"z": [3, 1, 4, 1.5, 9, 2, 6, 5, 3.5, 8]}))
        order = [7, 10, 5, 9, 1, 8, 3, 4, 6, 2]
        for id in "wxy":
            np.testing.assert_array_equal(result.domains[id].rank, order)
        np.testing.assert_allclose(result.score, [TEN[rank - 1] for rank in order], atol=5e-5)

    def test_a_group_that_is_not_transformed_hands_up_its_sum(self):
        tree = definition(group("g", published("c", 2), published("d", 4), transform="none"), published("e"))
        result = compute(tree, values({"c": [1, 2], "d": [10, 20], "e": [0, 1]}))
        np.testing.assert_allclose(result.domains["g"].transformed, [42, 84])
        np.testing.assert_allclose(result.score, [42, 85])

    def test_a_domain_without_weight_counts_for_nothing_even_where_it_is_missing(self):
        result = compute(definition(published("a"), published("b", 0)), values({"a": [1, 2], "b": [NAN, 9]}))
        np.testing.assert_array_equal(result.score, [1, 2])
        np.testing.assert_array_equal(result.rank, [2, 1])
        np.testing.assert_array_equal(result.domains["b"].rank, [NAN, 1])

    def test_a_missing_domain_leaves_the_index_missing_and_the_rest_is_ranked_without_it(self):
        result = compute(
            definition(published("a", kind="rank"), published("b")), values({"a": [1, NAN, 3, 4], "b": [1, 9, NAN, 2]})
        )
        np.testing.assert_array_equal(np.isnan(result.score), [False, True, True, False])
        np.testing.assert_array_equal(result.rank, [1, NAN, NAN, 2])
        assert (result.n, result.domains["a"].n, result.domains["b"].n) == (2, 3, 3)
        np.testing.assert_array_equal(result.domains["a"].rank, [1, NAN, 2, 3])

    def test_sums_that_differ_in_their_last_bits_tie(self):
        # The same three transformed ranks, added in every order.
        a, b, c = zip(*permutations((1, 3, 5)))
        tree = definition(*(published(id, kind="rank") for id in "abc"))
        result = compute(tree, values({"a": a, "b": b, "c": c}))
        assert len(set(result.score)) > 1
        np.testing.assert_array_equal(result.rank, np.ones(6))

    def test_the_frame_of_a_result(self):
        tree = definition(group("g", published("c"), published("d")), published("e"))
        result = compute(tree, values({"c": [1, NAN], "d": [2, NAN], "e": [5, 6]}))
        frame = result_frame(result, "cni")
        assert list(frame.columns) == [
            *("cni_score", "cni_rank", "cni_decile", "g_score", "g_rank", "g_decile"),
            *("e_score", "e_rank", "e_decile", "missing"),
        ]
        assert list(frame.index) == ward_codes(2)
        assert list(frame["missing"]) == ["", "c, d"]
        np.testing.assert_array_equal(frame["e_rank"], [2, 1])
        np.testing.assert_array_equal(frame["cni_rank"], [1, NAN])


class TestProperties:
    @given(columns(), WEIGHTS, st.sampled_from([1e-9, 0.01, 1 / 3, 7, 100, 1e6]))
    def test_all_weights_times_a_number_give_the_same_ranks(self, cells, weights, factor):
        base = with_weights(TREE, weights)
        scaled = with_weights(base, {domain.id: domain.weight * factor for domain in walk(base.domains)})
        left, right = (compute(tree, values(cells)) for tree in (base, scaled))
        np.testing.assert_array_equal(left.rank, right.rank)
        np.testing.assert_array_equal(left.domains["b"].rank, right.domains["b"].rank)

    @given(columns(), WEIGHTS, st.randoms(use_true_random=False))
    def test_the_order_of_rows_does_not_matter(self, cells, weights, random):
        tree = with_weights(TREE, weights)
        codes = ward_codes(len(cells["a"]))
        order = list(range(len(codes)))
        random.shuffle(order)
        one = result_frame(compute(tree, values(cells, codes)), "cni")
        shuffled = {id: [column[i] for i in order] for id, column in cells.items()}
        two = result_frame(compute(tree, values(shuffled, [codes[i] for i in order])), "cni")
        pd.testing.assert_frame_equal(two.loc[codes], one)

    @given(columns())
    def test_missing_stays_missing(self, cells):
        result = compute(TREE, values(cells))
        gone = np.isnan(np.array([cells[id] for id in LEAVES]))
        np.testing.assert_array_equal(np.isnan(result.score), gone.any(axis=0))
        np.testing.assert_array_equal(np.isnan(result.rank), gone.any(axis=0))
        np.testing.assert_array_equal(np.isnan(result.domains["b"].score), gone[1] | gone[2])
        assert result.n == np.count_nonzero(~gone.any(axis=0))

    @given(columns(missing=False))
    def test_need_that_grows_in_one_domain_never_worsens_the_score(self, cells):
        before = compute(TREE, values(cells)).score
        more = {**cells, "a": [cells["a"][0] + 5, *cells["a"][1:]]}
        after = compute(TREE, values(more)).score
        assert after[0] == pytest.approx(before[0] + 5)
        np.testing.assert_array_equal(after[1:], before[1:])

    @given(columns(), st.lists(WEIGHTS, min_size=1, max_size=5))
    def test_reuse_gives_what_a_fresh_run_gives(self, cells, changes):
        gathered = values(cells)
        tree, result = TREE, compute(TREE, gathered)
        for weights in changes:
            tree = with_weights(tree, weights)
            result = compute(tree, gathered, reuse=result)
            fresh = compute(tree, gathered)
            same(result, fresh)
            assert result.domains.keys() == fresh.domains.keys()
            for id, domain in fresh.domains.items():
                same(result.domains[id], domain)
                np.testing.assert_array_equal(result.domains[id].transformed, domain.transformed)


class TestReuse:
    CELLS = {"a": [1, 5, 3], "c": [1, 2, 3], "d": [3, 1, 2], "e": [2, 3, 1]}

    @pytest.mark.parametrize(
        ("weights", "recomputed"),
        [
            pytest.param({}, set(), id="nothing"),
            pytest.param({"a": 3}, set(), id="weight of a first-level domain"),
            pytest.param({"b": 3}, set(), id="weight of a group"),
            pytest.param({"c": 3}, {"b"}, id="weight inside a group"),
            pytest.param({"a": 2, "d": 0.5}, {"b"}, id="both"),
        ],
    )
    def test_only_what_stands_above_a_change_is_recomputed(self, weights, recomputed):
        gathered = values(self.CELLS)
        first = compute(TREE, gathered)
        second = compute(with_weights(TREE, weights), gathered, reuse=first)
        assert {id for id in first.domains if second.domains[id] is not first.domains[id]} == recomputed

    def test_nothing_of_other_values_is_taken_over(self):
        first = compute(TREE, values(self.CELLS))
        second = compute(TREE, values({**self.CELLS, "a": [9, 5, 3]}), reuse=first)
        assert all(second.domains[id] is not first.domains[id] for id in first.domains)
        np.testing.assert_array_equal(second.domains["a"].score, [9, 5, 3])

    def test_the_earlier_result_is_not_changed(self):
        gathered = values(self.CELLS)
        first = compute(TREE, gathered)
        before = first.score.copy()
        compute(with_weights(TREE, {"a": 50}), gathered, reuse=first)
        np.testing.assert_array_equal(first.score, before)


class TestDegenerate:
    @pytest.mark.parametrize("size", [1, 2, 9, 10])
    def test_few_areas(self, size):
        result = compute(definition(published("a", kind="rank")), values({"a": range(1, size + 1)}))
        np.testing.assert_array_equal(result.rank, range(1, size + 1))
        assert result.score[0] == pytest.approx(100)
        if size == 10:
            np.testing.assert_array_equal(result.decile, result.rank)
        else:
            assert np.isnan(result.decile).all()

    def test_all_tied(self):
        result = compute(definition(published("a", kind="rank")), values({"a": [4.0] * 12}))
        np.testing.assert_array_equal(result.rank, np.ones(12))
        np.testing.assert_array_equal(result.decile, np.ones(12))
        # The middle of twelve places is 6.5.
        middle = -23 * np.log(1 - (12 - 6.5 + 1) / 12 * (1 - np.exp(-100 / 23)))
        np.testing.assert_allclose(result.score, middle)

    def test_half_missing(self):
        half = [NAN if i % 2 else float(i) for i in range(40)]
        result = compute(definition(published("a")), values({"a": half}))
        assert result.n == 20
        np.testing.assert_array_equal(result.rank[::2], np.arange(20, 0, -1))
        assert np.isnan(result.rank[1::2]).all()
        np.testing.assert_array_equal(result.decile[::2], np.repeat(np.arange(10, 0, -1), 2))

    def test_all_missing(self):
        result = compute(definition(published("a", kind="rank")), values({"a": [NAN, NAN]}))
        assert result.n == 0
        assert np.isnan(result.score).all()
        assert np.isnan(result.rank).all()

    def test_a_quarter_of_a_million_areas(self):
        size = 240_000
        ranks = np.arange(1.0, size + 1)
        tree = definition(published("a", kind="rank"), published("b", kind="rank"))
        result = compute(tree, values({"a": ranks, "b": ranks}, [f"E{i:08d}" for i in range(size)]))
        np.testing.assert_array_equal(result.rank, ranks)
        np.testing.assert_array_equal(np.bincount(result.decile.astype(int))[1:], np.full(10, 24_000))
        assert result.score[0] == pytest.approx(200)


class TestRankingOneScore:
    def test_within_a_universe(self):
        scores = pd.Series([5.0, 9, NAN, 7], index=list("abcd"))
        ranked = rank_score(scores, pd.Index(["a", "c", "d", "z"]))
        assert ranked.n == 2
        np.testing.assert_array_equal(ranked.frame["score"], [5, 9, NAN, 7])
        np.testing.assert_array_equal(ranked.frame["rank"], [2, NAN, NAN, 1])
        assert ranked.frame["decile"].isna().all()

    def test_of_all_areas_with_deciles(self):
        ranked = rank_score(pd.Series(np.arange(20.0), index=ward_codes(20)))
        np.testing.assert_array_equal(ranked.frame["rank"], np.arange(20, 0, -1))
        np.testing.assert_array_equal(ranked.frame["decile"], np.repeat(np.arange(10, 0, -1), 2))

    def test_scores_that_differ_in_their_last_bits_tie(self):
        ranked = rank_score(pd.Series([0.1 + 0.2, 0.3, 0.1], index=list("abc")))
        np.testing.assert_array_equal(ranked.frame["rank"], [1, 1, 3])
