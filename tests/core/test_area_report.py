from __future__ import annotations

import numpy as np
import pytest
from builders import NAN, definition, group, published, values
from hypothesis import assume, given
from hypothesis import strategies as st
from raw_indicators import indicator, raw
from scipy.stats import percentileofscore
from trials import basis, cni_2019, count, percent

from cni_mapper.core.analysis.area_report import IndicatorPosition, Standing, report_area, similar_areas
from cni_mapper.core.analysis.what_if import try_out
from cni_mapper.core.index.definition import with_weights
from cni_mapper.core.index.engine import compute
from cni_mapper.core.index.library import find_definition

# Sums 9, 12, 16, 7, 7, 7, 8, 8, 8, 8; the median of either is 4.5.
A, B = [9, 8, 7, 6, 5, 4, 3, 2, 1, 0], [0, 4, 9, 1, 2, 3, 5, 6, 7, 8]
IMD = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]
TWO = definition(published("a"), published("b"))


def report(made, wanted, limits, position):
    return report_area(made, try_out(made, wanted, limits), position)


class TestStandings:
    def test_by_hand(self):
        found = report(basis({"a": A, "b": B}, IMD), TWO, count(2, 1), 1)
        assert (found.code, found.category) == ("E05000002", "high_need")
        assert found.cni == Standing(rank=2, n=10, decile=2, places=2, margin=0)
        assert found.imd == Standing(rank=2, n=10, decile=2, places=1, margin=1)

    def test_an_area_without_a_domain(self):
        found = report(basis({"a": [*A[:9], NAN], "b": B}, [NAN, *IMD[1:]]), TWO, count(2, 1), 9)
        assert found.category == "no_data"
        assert found.cni == Standing(rank=None, n=9, decile=None, places=2, margin=None)
        first, second = found.domains
        assert (first.rank, first.n, first.decile, first.position, first.rank_if_middling) == (
            None,
            9,
            None,
            None,
            None,
        )
        assert (second.rank, second.n, second.decile, second.role) == (2, 10, 2, "")
        assert second.rank_if_middling is None
        assert found.similar == ()

    def test_everything_is_a_plain_number(self):
        found = report(basis({"a": A, "b": B}, IMD), TWO, count(2, 1), 1)
        told = [*vars(found.cni).values(), *vars(found.domains[0]).values(), *found.similar]
        assert {type(value) for value in told} == {int, float, str}


class TestDomains:
    @pytest.mark.parametrize(
        ("position", "middling", "roles"),
        [
            # With 4.5 in a the sum is 4.5, the lowest; with 4.5 in b it is 13.5.
            pytest.param(0, (10, 2), ("", "holds_back"), id="third, held back by b"),
            # 8.5, behind 16 and 9; 12.5.
            pytest.param(1, (3, 2), ("pushes_over", ""), id="second, pushed over by a"),
            # 13.5; 11.5, behind 12.
            pytest.param(2, (1, 2), ("", ""), id="first either way"),
            # 5.5, the lowest; 10.5.
            pytest.param(3, (10, 3), ("", ""), id="outside either way"),
        ],
    )
    def test_rank_with_a_middling_domain(self, position, middling, roles):
        found = report(basis({"a": A, "b": B}, IMD), TWO, count(2), position)
        assert tuple(domain.rank_if_middling for domain in found.domains) == middling
        assert tuple(domain.role for domain in found.domains) == roles

    def test_position_and_share_by_hand(self):
        found = report(basis({"a": A, "b": [0, 4, 4, 4, 4, *B[5:]]}, IMD), with_weights(TWO, {"a": 3}), percent(10), 1)
        first, second = found.domains
        assert (first.id, first.title, first.rank, first.n, first.decile) == ("a", "A", 2, 10, 2)
        # Eight of the nine others have less; of b two of them (0 and 3) and half of three more.
        assert (first.position, second.position) == (pytest.approx(800 / 9), pytest.approx(350 / 9))
        assert (first.share, second.share) == (0.75, 0.25)

    def test_a_domain_without_weight_changes_no_rank_though_it_be_missing(self):
        made = basis({"a": A, "b": [*B[:4], NAN, *B[5:]]}, IMD)
        _, second = report(made, with_weights(TWO, {"b": 0}), count(2), 4).domains
        assert (second.share, second.rank_if_middling, second.role, second.position) == (0, 5, "", None)

    def test_an_area_that_is_middling_keeps_its_rank(self):
        """The first two tie at the precision of published scores, though the second's sum is a little higher."""
        found = report(basis({"a": [5, 5, 1], "b": [50, 50.0000001, 1]}, [3, 2, 1]), TWO, count(2), 0)
        assert (found.cni.rank, found.domains[0].rank_if_middling) == (1, 1)

    def test_only_the_first_level(self):
        tree = definition(group("g", published("a"), published("b")), published("c"))
        found = report(basis({"a": A, "b": B, "c": A}, IMD), tree, percent(10), 0)
        assert [domain.id for domain in found.domains] == ["g", "c"]

    @given(st.lists(st.one_of(st.just(NAN), st.integers(0, 6)), min_size=2, max_size=30), st.data())
    def test_position_is_the_percentile_among_the_others(self, scores, data):
        known = np.flatnonzero(~np.isnan(np.array(scores, dtype=float)))
        assume(len(known) > 1)
        position = data.draw(st.sampled_from(known.tolist()))
        (domain,) = report(
            basis({"a": scores}, range(len(scores))), definition(published("a")), percent(10), position
        ).domains
        others = [scores[i] for i in known if i != position]
        assert domain.position == pytest.approx(percentileofscore(others, scores[position], kind="mean"))

    @given(
        st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=25),
        st.lists(st.integers(1, 8), min_size=3, max_size=3),
        st.integers(1, 10),
        st.data(),
    )
    def test_rank_with_a_middling_domain_is_that_of_an_index_so_made(self, rows, weights, places, data):
        columns = {id: np.array(column, float) for id, column in zip("abc", zip(*rows))}
        wanted = definition(*(published(id, weight / 4) for id, weight in zip("abc", weights)))
        position = data.draw(st.integers(0, len(rows) - 1))
        found = report(basis(columns, range(len(rows))), wanted, count(places), position)
        for domain in found.domains:
            changed = columns[domain.id].copy()
            changed[position] = np.median(changed)
            rank = compute(wanted, values({**columns, domain.id: changed})).rank[position]
            assert domain.rank_if_middling == rank
            inside, then = found.cni.rank <= places, rank <= places
            assert domain.role == {(True, False): "pushes_over", (False, True): "holds_back"}.get((inside, then), "")

    @given(st.permutations(range(1, 12)), st.lists(st.integers(1, 5), min_size=11, max_size=11), st.integers(1, 9))
    def test_an_area_made_like_another_takes_its_rank(self, order, others, weight):
        """Sums of the same numbers in another order differ in their last bits, and must tie nevertheless."""
        middle, position = order.index(6), order.index(2)
        others[position] = others[middle]
        wanted = definition(published("a", weight / 3, kind="rank"), published("b", 1.1, kind="rank"))
        made = basis({"a": order, "b": others}, range(11))
        outcome = try_out(made, wanted, count(3))
        first, _ = report_area(made, outcome, position).domains
        # The area itself was above the other; it is no longer.
        assert outcome.index.rank[position] < outcome.index.rank[middle]
        assert first.rank_if_middling == outcome.index.rank[middle] - 1


class TestIndicators:
    def test_values_behind_the_domains(self):
        clubs = indicator("clubs", higher_is="less_need", unit="per 1,000 residents")
        tree = definition(
            group("g", raw("civic", clubs), published("b")), raw("money", indicator("debt", missing="median"))
        )
        columns = {"clubs": [0.5, 2, 2, 8], "debt": [30, NAN, 10, 20], "b": [4, 3, 2, 1]}
        made = basis(columns, [4, 3, 2, 1])
        # Two clubs: one of the three others has more, so less need, and one as many.
        expected = IndicatorPosition("g", "clubs", "Clubs", "per 1,000 residents", "less_need", 2.0, 50.0)
        found = report(made, tree, percent(10), 1)
        assert found.indicators == (expected, IndicatorPosition("money", "debt", "Debt", "", "more_need", None, None))
        # Among the three that have a value.
        assert [one.position for one in report(made, tree, percent(10), 3).indicators] == [0.0, 50.0]


class TestSimilar:
    def test_by_hand(self):
        """Positions (need, deprivation): (100, 100), (75, 0), (50, 75), (25, 50), (0, 25); squares from the first:
        10,625, 3,125, 8,125 and 15,625."""
        made = basis({"a": [5, 4, 3, 2, 1]}, [5, 1, 4, 3, 2])
        outcome = try_out(made, definition(published("a")), percent(10))
        assert similar_areas(outcome, 0) == (2, 3, 1, 4)
        assert similar_areas(outcome, 0, count=2) == (2, 3)
        assert report_area(made, outcome, 0).similar == (2, 3, 1, 4)

    def test_areas_that_lack_anything_are_like_none(self):
        made = basis({"a": [5, 4, NAN, 2, 1]}, [5, 4, 3, NAN, 1])
        outcome = try_out(made, definition(published("a")), percent(10))
        assert [similar_areas(outcome, position) for position in range(5)] == [(1, 4), (0, 4), (), (), (1, 0)]

    def test_a_domain_without_weight_makes_nobody_alike_or_unlike(self):
        made = basis({"a": A, "b": [NAN] * 3 + B[3:]}, IMD)
        by_one = similar_areas(try_out(made, definition(published("a")), percent(10)), 0)
        assert similar_areas(try_out(made, with_weights(TWO, {"b": 0}), percent(10)), 0) == by_one == (1, 2, 3, 4, 5)

    @given(st.lists(st.tuples(*[st.integers(0, 5)] * 3), min_size=1, max_size=25), st.integers(1, 8), st.data())
    def test_nobody_left_out_is_nearer(self, rows, wanted, data):
        a, b, imd = (np.array(column, float) for column in zip(*rows))
        outcome = try_out(basis({"a": a, "b": b}, imd), TWO, percent(10))
        position = data.draw(st.integers(0, len(rows) - 1))
        found = similar_areas(outcome, position, wanted)
        places = np.array(
            [[percentileofscore(np.delete(c, i), c[i], kind="mean") for c in (a, b, imd)] for i in range(len(a))]
        )
        away = np.linalg.norm(places - places[position], axis=1)
        assert position not in found
        assert len(set(found)) == len(found) == min(wanted, len(rows) - 1)
        expected = np.sort(np.delete(away, position))[: len(found)]
        np.testing.assert_allclose(away[list(found)], expected, atol=1e-9)


def test_one_area():
    found = report(basis({"a": [3.0]}, [1.0]), definition(published("a")), percent(100), 0)
    assert (found.category, found.cni, found.similar) == ("left_behind", Standing(1, 1, None, 1, 0), ())
    assert (found.domains[0].position, found.domains[0].rank_if_middling) == (0, 1)


def test_laindon_park(reference_data):
    """First on need and not left behind; its ranks on the three domains are published."""
    made, _ = cni_2019(reference_data)
    outcome = try_out(made, find_definition("cni-2019"), percent(10))
    found = report_area(made, outcome, made.values.codes.get_loc("E05004026"))
    assert (found.category, found.cni) == ("high_need", Standing(1, 7433, 1, 743, -742))
    assert found.imd.margin > 0
    assert [domain.rank for domain in found.domains] == [112, 654, 33]
    expected = [100 * (7433 - rank) / 7432 for rank in (112, 654, 33)]
    # Published scores are exact enough for few ties.
    np.testing.assert_allclose([domain.position for domain in found.domains], expected, atol=0.05)
    assert [domain.share for domain in found.domains] == pytest.approx([1 / 3] * 3)
    assert len(found.similar) == 5
