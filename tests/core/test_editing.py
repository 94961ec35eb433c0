from __future__ import annotations

import json

import pytest
from builders import definition, group, published
from raw_indicators import indicator, ratio, raw

from cni_mapper.core.errors import CniError
from cni_mapper.core.index.definition import DefaultLimits, Definition, indicators_of, with_weights
from cni_mapper.core.index.definition_file import definition_text, parse_definition
from cni_mapper.core.index.editing import (
    add_domain,
    add_indicator,
    changed_weights,
    differs,
    duplicate,
    effective_weights,
    find_part,
    is_only_part,
    largest_weight,
    only_weights_differ,
    parent_of,
    remove_part,
    rename_part,
    set_columns,
    set_direction,
    set_option,
    set_weight,
    shares,
    weights_beside,
)
from cni_mapper.core.index.library import find_definition, shipped_ids

# 'libraries' and 'b' weigh a quarter of the index each, 'f' half; 'c' is a quarter of 'b'.
TREE = definition(
    raw("libraries", "a1", indicator("a2", weight=2), "a3", weights="given", weight=1),
    group("b", published("c", 1), raw("d", "d1", "d2", weight=3), weight=1),
    raw("f", "f1", "f2", "f3", weights="factor", weight=2),
)


def read_again(edited: Definition) -> Definition:
    return parse_definition(json.loads(definition_text(edited)), "again")


def fault_of(call, *arguments, **options) -> CniError:
    with pytest.raises(CniError) as fault:
        call(*arguments, **options)
    return fault.value


def rules_of(call, *arguments, **options) -> set[str]:
    fault = fault_of(call, *arguments, **options)
    assert fault.code == "definition_faults"
    return {one.rule for one in fault.context["faults"]}


class TestShares:
    def test_by_hand(self):
        found = shares(TREE)
        assert {id: found[id] for id in ("libraries", "b", "f")} == {"libraries": 0.25, "b": 0.25, "f": 0.5}
        assert {id: found[id] for id in ("a1", "a2", "a3")} == {"a1": 0.0625, "a2": 0.125, "a3": 0.0625}
        assert {id: found[id] for id in ("c", "d", "d1")} == {"c": 0.0625, "d": 0.1875, "d1": 0.09375}
        assert [found[id] for id in ("f1", "f2", "f3")] == [None, None, None]
        assert len(found) == 13

    def test_of_the_imd_are_its_weights(self):
        # The published weights add up to 0.999.
        weights = [0.225, 0.225, 0.135, 0.135, 0.093, 0.093, 0.093]
        assert [share * 0.999 for share in shares(find_definition("imd-2019")).values()] == pytest.approx(weights)

    def test_equal_weights_count_alike_whatever_the_file_says(self):
        uneven = definition(raw("d", indicator("a", weight=7), indicator("b", weight=0)))
        assert shares(uneven) == {"d": 1, "a": 0.5, "b": 0.5}
        assert effective_weights(uneven) == {"d": 1, "a": 1, "b": 1}

    def test_effective_weights(self):
        found = effective_weights(TREE)
        assert (found["a2"], found["d"], found["d1"], found["f1"]) == (2, 3, 1, None)

    def test_a_part_without_weight_has_no_share_nor_what_it_holds(self):
        found = shares(definition(published("a"), group("b", published("c", 5), weight=0)))
        assert found == {"a": 1, "b": 0, "c": 0}


class TestParts:
    def test_are_found_with_where_they_stand(self):
        assert find_part(TREE, "d2").title == "D2"
        assert (parent_of(TREE, "d2").id, parent_of(TREE, "d").id, parent_of(TREE, "b")) == ("d", "b", None)
        assert weights_beside(TREE, "a3") == {"a1": 1, "a2": 2, "a3": 1}
        assert weights_beside(TREE, "c") == {"c": 1, "d": 3}

    @pytest.mark.parametrize("call", [find_part, parent_of, weights_beside, remove_part])
    def test_unknown(self, call):
        fault = fault_of(call, definition(published("a"), raw("b", "c")), "x")
        assert (fault.code, fault.context) == ("weight_unknown_domain", {"domain": "x", "domains": ["a", "b", "c"]})

    def test_only_part(self):
        one = definition(raw("a", "b"))
        assert is_only_part(one, "a")
        assert is_only_part(one, "b")
        assert not is_only_part(TREE, "c")


class TestWeight:
    def test_alone(self):
        changed = set_weight(TREE, "c", 2)
        assert weights_beside(changed, "c") == {"c": 2, "d": 3}
        assert changed == with_weights(TREE, {"c": 2})

    def test_what_it_is_already_changes_nothing(self):
        assert set_weight(TREE, "d1", 1) is TREE
        assert set_weight(TREE, "d1", 1, rebalance=True) is TREE

    @pytest.mark.parametrize(
        ("weight", "locked", "expected"),
        [
            pytest.param(3, (), {"a1": 3, "a2": 2 / 3, "a3": 1 / 3}, id="the rest keep 2 to 1"),
            pytest.param(0, (), {"a1": 0, "a2": 8 / 3, "a3": 4 / 3}, id="nought"),
            pytest.param(4, (), {"a1": 4, "a2": 0, "a3": 0}, id="all of it"),
            pytest.param(9, (), {"a1": 4, "a2": 0, "a3": 0}, id="no more than all of it"),
            pytest.param(1.5, ("a2",), {"a1": 1.5, "a2": 2, "a3": 0.5}, id="one locked"),
            pytest.param(9, ("a2",), {"a1": 2, "a2": 2, "a3": 0}, id="no more than is free"),
            pytest.param(3, ("a2", "a3"), {"a1": 1, "a2": 2, "a3": 1}, id="none free"),
            pytest.param(3, ("a1",), {"a1": 1, "a2": 2, "a3": 1}, id="itself locked"),
            pytest.param(3, ("c",), {"a1": 3, "a2": 2 / 3, "a3": 1 / 3}, id="a lock elsewhere"),
        ],
    )
    def test_with_the_total_kept(self, weight, locked, expected):
        changed = set_weight(TREE, "a1", weight, frozenset(locked), rebalance=True)
        assert weights_beside(changed, "a1") == pytest.approx(expected)

    def test_from_nought_the_rest_get_even_parts(self):
        gone = definition(published("a", 4), published("b", 0), published("c", 0))
        assert weights_beside(set_weight(gone, "a", 1, rebalance=True), "a") == {"a": 1, "b": 1.5, "c": 1.5}

    def test_a_sibling_of_nought_stays_nought_while_another_can_give(self):
        two = definition(published("a", 2), published("b", 2), published("c", 0))
        assert weights_beside(set_weight(two, "a", 1, rebalance=True), "a") == {"a": 1, "b": 3, "c": 0}

    def test_of_a_domain_of_the_first_level(self):
        changed = set_weight(TREE, "f", 1, frozenset({"b"}), rebalance=True)
        assert weights_beside(changed, "f") == {"libraries": 2, "b": 1, "f": 1}

    def test_equal_weights_become_given_ones_that_begin_at_one(self):
        uneven = definition(raw("d", indicator("a", weight=7), indicator("b", weight=0), indicator("c", weight=3)))
        changed = set_weight(uneven, "a", 2)
        assert weights_beside(changed, "a") == {"a": 2, "b": 1, "c": 1}
        assert changed.domains[0].combine.weights == "given"
        kept = set_weight(uneven, "a", 2, rebalance=True)
        assert weights_beside(kept, "a") == {"a": 2, "b": 0.5, "c": 0.5}

    def test_a_factor_gives_way_to_given_weights(self):
        assert set_weight(TREE, "f1", 2).domains[2].combine.weights == "given"

    @pytest.mark.parametrize("weight", [-1, float("inf"), float("nan")])
    @pytest.mark.parametrize("rebalance", [False, True])
    def test_negative_or_no_number(self, weight, rebalance):
        fault = fault_of(set_weight, TREE, "c", weight, rebalance=rebalance)
        assert (fault.code, fault.context["domain"]) == ("weight_negative", "c")

    def test_all_nought(self):
        fault = fault_of(set_weight, set_weight(TREE, "c", 0), "d", 0)
        assert (fault.code, fault.context) == ("weights_all_zero", {"domain": "B"})

    @pytest.mark.parametrize(("locked", "most"), [((), 4), (("a2",), 2), (("a2", "a3"), 1), (("a1", "a3"), 3)])
    def test_largest(self, locked, most):
        assert largest_weight(weights_beside(TREE, "a1"), "a1", frozenset(locked)) == most


class TestAdding:
    def test_an_indicator_stands_last_with_the_mean_weight(self):
        changed = add_indicator(TREE, "libraries", " Pubs per 1,000 ", "pubs", "less_need")
        new = changed.domains[0].indicators[-1]
        assert (new.id, new.title) == ("pubs_per_1_000", "Pubs per 1,000")
        assert (new.columns, new.higher_is) == (("pubs",), "less_need")
        assert new.weight == pytest.approx(4 / 3)
        assert remove_part(changed, new.id) == TREE

    def test_among_equal_ones_it_weighs_one(self):
        assert add_indicator(TREE, "d", "Pubs", "pubs").domains[1].domains[1].indicators[-1].weight == 1

    @pytest.mark.parametrize(
        ("title", "id"),
        [
            ("A1", "a1_2"),
            ("Tŷ a chymuned", "ty_a_chymuned"),
            ("2021 pubs", "n_2021_pubs"),
            ("CNI", "cni_2"),
            ("貧困", "part"),
            ("A long title that goes on and on and on, and ends", "a_long_title_that_goes_on_and_on_and_on"),
        ],
    )
    def test_ids_are_made_of_titles(self, title, id):
        changed = add_indicator(TREE, "d", title, "pubs")
        assert changed.domains[1].domains[1].indicators[-1].id == id
        assert id in shares(changed)

    def test_a_domain_begins_with_one_indicator(self):
        changed = add_domain(TREE, "Trust", "Trust", "trust_score", "less_need")
        new = changed.domains[-1]
        assert (new.id, new.title, new.transform) == ("trust", "Trust", "exponential")
        assert new.weight == pytest.approx(4 / 3)
        assert [(one.id, one.columns, one.higher_is) for one in new.indicators] == [
            ("trust_2", ("trust_score",), "less_need")
        ]

    def test_a_domain_below_another(self):
        changed = add_domain(TREE, "Trust", "Neighbours", "trust", parent_id="b")
        assert weights_beside(changed, "trust") == {"c": 1, "d": 3, "trust": 2}

    @pytest.mark.parametrize("domain", ["b", "c", "a1"])
    def test_an_indicator_has_no_place_beside_something_else(self, domain):
        assert rules_of(add_indicator, TREE, domain, "Pubs", "pubs") == {"indicators_published_or_domains"}

    @pytest.mark.parametrize("parent", ["libraries", "c", "a1"])
    def test_nor_has_a_domain(self, parent):
        assert rules_of(add_domain, TREE, "T", "T", "t", parent_id=parent) == {"indicators_published_or_domains"}

    def test_without_a_title_or_a_column(self):
        assert rules_of(add_indicator, TREE, "d", " ", "pubs") == {"text"}
        assert rules_of(add_indicator, TREE, "d", "Pubs", "") == {"texts"}


class TestRemoving:
    def test_a_part_with_all_it_holds(self):
        assert [part.id for part in remove_part(TREE, "b").domains] == ["libraries", "f"]
        assert [one.id for _, one in indicators_of(remove_part(TREE, "d"))] == ["a1", "a2", "a3", "f1", "f2", "f3"]

    def test_the_last_of_a_domain(self):
        assert rules_of(remove_part, definition(raw("a", "b"), raw("c", "d")), "b") == {
            "indicators_published_or_domains"
        }

    def test_the_last_of_the_index(self):
        assert rules_of(remove_part, definition(raw("a", "b")), "a") == {"objects"}

    def test_what_a_factor_needs(self):
        assert rules_of(remove_part, TREE, "f2") == {"factor_needs_three"}

    def test_the_last_weight(self):
        fault = fault_of(remove_part, definition(published("a"), published("b", 0)), "a")
        assert (fault.code, fault.context) == ("weights_all_zero", {"domain": "Test index"})


class TestChanging:
    def test_a_title(self):
        changed = rename_part(TREE, "d1", " Pubs ")
        assert (find_part(changed, "d1").title, rename_part(changed, "d1", "D1")) == ("Pubs", TREE)
        assert rules_of(rename_part, TREE, "d1", "  ") == {"text"}

    def test_columns_of_an_indicator(self):
        found = find_part(set_columns(TREE, "d1", ["pubs", "Pubs"]), "d1")
        assert (found.columns, found.numerator) == (("pubs", "Pubs"), None)

    def test_a_rate_in_place_of_a_column_and_back(self):
        rate = set_columns(TREE, "d1", numerator="pubs", denominator="people")
        assert (find_part(rate, "d1").columns, find_part(rate, "d1").numerator) == ((), "pubs")
        assert set_columns(rate, "d1", ["d1"]) == TREE

    def test_a_column_is_not_drawn_towards_its_districts(self):
        rate = definition(raw("d", ratio("a", "pubs", "people", shrink=True)))
        assert find_part(set_columns(rate, "a", numerator="bars", denominator="people"), "a").shrink
        assert not find_part(set_columns(rate, "a", ["pubs"]), "a").shrink

    def test_columns_of_a_published_domain(self):
        assert find_part(set_columns(TREE, "c", ["score"]), "c").published.columns == ("score",)

    @pytest.mark.parametrize(
        ("columns", "rates", "rules"),
        [
            ([], {}, {"columns_or_ratio"}),
            (["a"], {"numerator": "b", "denominator": "c"}, {"columns_or_ratio"}),
            ([], {"numerator": "b"}, {"both_of_a_ratio", "columns_or_ratio"}),
        ],
    )
    def test_neither_or_both(self, columns, rates, rules):
        assert rules_of(set_columns, TREE, "d1", columns, **rates) == rules

    def test_columns_of_a_domain_of_indicators(self):
        assert rules_of(set_columns, TREE, "d", ["x"]) == {"indicators_published_or_domains"}

    def test_direction(self):
        changed = set_direction(TREE, "d1", "less_need")
        assert find_part(changed, "d1").higher_is == "less_need"
        assert rules_of(set_direction, TREE, "d1", "up") == {"one of: more_need, less_need"}

    @pytest.mark.parametrize(
        ("id", "name", "value"),
        [("d1", "missing", "median"), ("d1", "treat", "log"), ("d1", "unit", "km"), ("d", "transform", "none")],
    )
    def test_options(self, id, name, value):
        assert getattr(find_part(set_option(TREE, id, name, value), id), name) == value

    def test_how_indicators_are_combined(self):
        assert find_part(set_option(TREE, "d", "standardise", "zscore"), "d").combine.standardise == "zscore"
        assert rules_of(set_option, TREE, "d", "weights", "factor") == {"factor_needs_three"}
        assert rules_of(set_option, TREE, "d1", "shrink", True) == {"shrink_needs_ratio"}

    def test_equal_weights_are_written_as_one_each(self):
        assert weights_beside(set_option(TREE, "libraries", "weights", "equal"), "a1") == {"a1": 1, "a2": 1, "a3": 1}
        uneven = definition(raw("d", indicator("a", weight=7), "b"))
        assert weights_beside(set_option(uneven, "d", "weights", "given"), "a") == {"a": 1, "b": 1}


class TestDuplicate:
    def test_is_the_users_own(self):
        base = find_definition("cni-2019")
        own = duplicate(base, " Hull's needs ")
        assert (own.id, own.title, own.short, own.status) == ("hulls-needs", "Hull's needs", "Hull's needs", "own")
        assert base.published_flag
        assert own.published_flag == ()
        assert (own.domains, own.universes) == (base.domains, base.universes)

    def test_keeps_the_limits(self):
        assert duplicate(definition(published("a"), limits={"cni": 5, "imd": 20}), "Mine").limits == DefaultLimits(
            5, 20
        )

    def test_never_has_an_id_that_finds_another(self):
        base = definition(published("a"))
        assert duplicate(base, "Test").id == "test-2"
        assert duplicate(base, "Test", taken=["test-2"]).id == "test-3"
        assert duplicate(base, "CNI 2019").id == "cni-2019-2"
        assert duplicate(base, "貧困").id == "index"

    def test_without_a_title(self):
        assert "text" in rules_of(duplicate, TREE, " ")


class TestDifferences:
    def test_a_copy_is_no_other_index(self):
        base = find_definition("cni-2023")
        assert not differs(duplicate(base, "Mine"), base)
        assert duplicate(base, "Mine") != base

    @pytest.mark.parametrize(
        "edit",
        [
            lambda base: set_weight(base, "c", 2),
            lambda base: rename_part(base, "c", "Other"),
            lambda base: set_direction(base, "d1", "less_need"),
            lambda base: remove_part(base, "c"),
        ],
    )
    def test_of_parts_do(self, edit):
        assert differs(edit(TREE), TREE)

    def test_only_weights(self):
        changed = set_weight(set_weight(TREE, "c", 2), "d1", 3)
        assert only_weights_differ(changed, TREE)
        assert changed_weights(changed, TREE) == {"c": 2, "d1": 3, "d2": 1}
        assert with_weights(TREE, changed_weights(changed, TREE)) == changed

    def test_not_only_weights(self):
        moved = set_weight(TREE, "c", 2)
        assert not only_weights_differ(TREE, TREE)
        assert not only_weights_differ(rename_part(moved, "c", "Other"), TREE)
        assert not only_weights_differ(remove_part(moved, "d1"), TREE)
        assert not only_weights_differ(add_indicator(moved, "d", "Pubs", "pubs"), TREE)
        assert not only_weights_differ(duplicate(moved, "Mine"), TREE)
        # No weights say that these are equal again.
        assert not only_weights_differ(set_option(TREE, "libraries", "weights", "equal"), TREE)


def test_shipped_indices_can_be_made_ones_own():
    for id in shipped_ids():
        base = find_definition(id)
        assert read_again(duplicate(base, "Mine")) == duplicate(base, "Mine")
