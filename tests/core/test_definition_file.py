"""Definition files of raw indicators: every rule broken once, all at once, and files written and read again."""

from __future__ import annotations

import json

import pytest
from builders import definition, group, node, published
from hypothesis import given
from hypothesis import strategies as st
from raw_indicators import indicator, ratio, raw, refused

from cni_mapper.core.index.definition import Combine, Indicator, indicators_of, with_weights
from cni_mapper.core.index.definition_file import (
    Fault,
    definition_text,
    load_definition,
    parse_definition,
    save_definition,
)
from cni_mapper.core.index.library import DEFINITIONS, find_definition, shipped_ids

AT = "domains[0].indicators[0]."


def faults_of(*domains):
    code, context = refused(parse_definition, node(domains), "mine.json")
    assert (code, context["name"]) == ("definition_faults", "mine.json")
    return context["faults"]


def one(**changes):
    """A domain of one indicator with changes; `...` takes a key away."""
    return raw("d", {key: value for key, value in {**indicator("a"), **changes}.items() if value is not ...})


def combined(**changes):
    domain = raw("d", "a", "b")
    return {**domain, "combine": {**domain["combine"], **changes}}


class TestOneFault:
    @pytest.mark.parametrize(
        ("changes", "key", "rule"),
        [
            pytest.param({"id": ...}, "id", "text", id="no id"),
            pytest.param({"id": "GP surgeries"}, "id", "identifier", id="blank in an id"),
            pytest.param({"id": "d"}, "id", "unique", id="the id of its domain"),
            pytest.param({"id": "imd"}, "id", "not_reserved", id="reserved id"),
            pytest.param({"title": ""}, "title", "text", id="no title"),
            pytest.param({"weight": -0.5}, "weight", "number_from_0", id="negative weight"),
            pytest.param({"weight": "2"}, "weight", "number_from_0", id="weight is text"),
            pytest.param({"columns": ["a", " "]}, "columns", "texts", id="blank column"),
            pytest.param({"columns": "a"}, "columns", "texts", id="column is no list"),
            pytest.param({"columns": ...}, "columns", "columns_or_ratio", id="neither column nor ratio"),
            pytest.param({"columns": []}, "columns", "columns_or_ratio", id="empty columns"),
            pytest.param({"numerator": "n", "denominator": "p"}, "columns", "columns_or_ratio", id="column and ratio"),
            pytest.param({"numerator": "n"}, "denominator", "both_of_a_ratio", id="numerator alone"),
            pytest.param({"denominator": "p"}, "denominator", "both_of_a_ratio", id="denominator alone"),
            pytest.param({"shrink": True}, "shrink", "shrink_needs_ratio", id="shrinking a column"),
            pytest.param({"shrink": "yes"}, "shrink", "true_or_false", id="shrink is text"),
            pytest.param({"shrink": 1}, "shrink", "true_or_false", id="shrink is a number"),
            pytest.param({"higher_is": ...}, "higher_is", "one of: more_need, less_need", id="no direction"),
            pytest.param({"higher_is": "better"}, "higher_is", "one of: more_need, less_need", id="direction"),
            pytest.param({"unit": 7}, "unit", "text", id="unit is a number"),
            pytest.param(
                {"missing": "zero"}, "missing", "one of: exclude, median, district_median, refuse", id="missing"
            ),
            pytest.param({"treat": "cap"}, "treat", "one of: none, winsorise, log", id="treat"),
        ],
    )
    def test_of_an_indicator(self, changes, key, rule):
        assert [(fault.path, fault.rule) for fault in faults_of(one(**changes))] == [(AT + key, rule)]

    @pytest.mark.parametrize(
        ("domain", "path", "rule"),
        [
            pytest.param(
                combined(standardise="magic"),
                "combine.standardise",
                "one of: normal_scores, zscore, minmax, percentile, none",
                id="standardise",
            ),
            pytest.param(combined(weights="expert"), "combine.weights", "one of: equal, given, factor", id="weights"),
            pytest.param(combined(aggregate="mean"), "combine.aggregate", "one of: sum", id="aggregate"),
            pytest.param(combined(weights="factor"), "combine.weights", "factor_needs_three", id="factor of two"),
            pytest.param(
                combined(power=2),
                "combine.power",
                "one of: standardise, weights, aggregate",
                id="unknown key of combine",
            ),
            pytest.param({**raw("d", "a"), "combine": "equal"}, "combine", "object", id="combine is text"),
            pytest.param({**raw("d"), "indicators": ["a"]}, "indicators", "objects", id="an indicator is text"),
            pytest.param(
                raw("d", indicator("a", weight=0), indicator("b", weight=0)),
                "indicators",
                "weights_not_all_zero",
                id="all weights nought",
            ),
            pytest.param(raw("d"), "", "indicators_published_or_domains", id="no indicators"),
            pytest.param(
                {**raw("d", "a"), **group("d", published("p"))}, "", "indicators_published_or_domains", id="and domains"
            ),
            pytest.param(
                {**published("d"), **raw("d", "a")}, "", "indicators_published_or_domains", id="and published"
            ),
        ],
    )
    def test_of_a_domain(self, domain, path, rule):
        expected = f"domains[0].{path}" if path else "domains[0]"
        assert [(fault.path, fault.rule) for fault in faults_of(domain)] == [(expected, rule)]

    def test_a_misspelt_key_of_an_indicator(self):
        (fault,) = faults_of(one(higher="more_need"))
        assert (fault.path, fault.found) == (AT + "higher", "more_need")
        assert "higher_is" in fault.rule

    def test_an_indicator_of_the_id_of_another_domains(self):
        (fault,) = faults_of(raw("d", "a"), raw("e", "b", "a"))
        assert fault == Fault("domains[1].indicators[1].id", "a", "unique")

    def test_how_indicators_combine_says_nothing_where_there_are_none(self):
        (fault,) = faults_of({**published("p"), "combine": {"standardise": "zscore"}})
        assert (fault.path, fault.found) == ("domains[0].combine", {"standardise": "zscore"})
        assert fault.rule.startswith("one of: ") and "combine" not in fault.rule


def test_every_fault_is_listed_at_once():
    domains = [
        {
            **raw("first", indicator("a", weight=-1), indicator("A b", treat="cut"), standardise="magic"),
            "transform": "square",
        },
        raw("second", ratio("r", "n", ""), indicator("a", shrink=True, missing=0), weights="factor"),
    ]
    assert {
        (fault.path, fault.found if not isinstance(fault.found, list) else "list") for fault in faults_of(*domains)
    } == {
        ("domains[0].transform", "square"),
        ("domains[0].combine.standardise", "magic"),
        ("domains[0].indicators[0].weight", -1),
        ("domains[0].indicators[1].id", "A b"),
        ("domains[0].indicators[1].treat", "cut"),
        ("domains[1].combine.weights", "factor"),
        ("domains[1].indicators[0].denominator", "list"),
        ("domains[1].indicators[0].columns", None),
        ("domains[1].indicators[1].id", "a"),
        ("domains[1].indicators[1].shrink", True),
        ("domains[1].indicators[1].missing", 0),
    }


class TestReading:
    def test_defaults(self):
        plain = {"id": "a", "title": "A", "columns": ["a"], "higher_is": "less_need"}
        found = definition({"id": "d", "title": "D", "indicators": [plain]})
        ((domain, read),) = indicators_of(found)
        assert domain.combine == Combine("normal_scores", "equal", "sum")
        assert read == Indicator("a", "A", 1.0, ("a",), "less_need", "", None, None, False, "exclude", "none")

    def test_everything_given(self):
        entry = ratio("a", "n", "p", weight=2.5, unit="%", shrink=True, missing="refuse", treat="log")
        found = definition(raw("d", {**entry, "columns": []}, standardise="minmax", weights="given", weight=3))
        ((domain, read),) = indicators_of(found)
        assert (domain.combine, domain.weight) == (Combine("minmax", "given", "sum"), 3)
        assert read == Indicator("a", "A", 2.5, (), "more_need", "%", "n", "p", True, "refuse", "log")

    def test_indicators_of_a_tree_in_order(self):
        found = definition(group("g", raw("u", "a", "b"), published("p")), raw("v", "c"))
        assert [(domain.id, one.id) for domain, one in indicators_of(found)] == [("u", "a"), ("u", "b"), ("v", "c")]


ENTRY = st.fixed_dictionaries(
    {
        "title": st.text(min_size=1).filter(str.strip),
        "weight": st.integers(1, 40).map(lambda w: w / 8),
        "higher_is": st.sampled_from(["more_need", "less_need"]),
        "unit": st.text(max_size=5),
        "missing": st.sampled_from(["exclude", "median", "district_median", "refuse"]),
        "treat": st.sampled_from(["none", "winsorise", "log"]),
    }
)


class TestWritingAndReadingAgain:
    @given(
        entries=st.lists(ENTRY, min_size=3, max_size=6),
        standardise=st.sampled_from(["normal_scores", "zscore", "minmax", "percentile", "none"]),
        weights=st.sampled_from(["equal", "given", "factor"]),
        transform=st.sampled_from(["exponential", "none"]),
        notes=st.text(max_size=10),
    )
    def test_gives_the_same_definition(self, entries, standardise, weights, transform, notes):
        named = [{**indicator(f"i{i}"), **entry} for i, entry in enumerate(entries)]
        named[0] |= {"columns": [], "numerator": "n", "denominator": "p", "shrink": True}
        domain = raw("d", *named, standardise=standardise, weights=weights, transform=transform)
        wanted = definition(group("g", domain, published("p", 0.5)), notes=notes, limits={"cni": 5, "imd": 7.5})
        assert parse_definition(json.loads(definition_text(wanted)), "again") == wanted

    @pytest.mark.parametrize("id", shipped_ids())
    def test_shipped_definitions(self, id, tmp_path):
        wanted = find_definition(id)
        assert (wanted.id, DEFINITIONS.joinpath(f"{id}.json").is_file()) == (id, True)
        save_definition(wanted, tmp_path / "mine.json")
        assert load_definition(tmp_path / "mine.json") == wanted
        assert [path.name for path in tmp_path.iterdir()] == ["mine.json"]

    def test_our_own_definitions_do_not_pass_for_published_ones(self):
        raw_ones = [id for id in shipped_ids() if list(indicators_of(find_definition(id)))]
        assert raw_ones == ["iod-2019-geographical-barriers", "iod-2019-health", "iod-2025-health", "open-needs"]
        assert not any(find_definition(id).is_published for id in raw_ones)

    def test_changed_weights_are_saved(self, tmp_path):
        changed = with_weights(definition(raw("d", "a", "b")), {"a": 2.5})
        save_definition(changed, tmp_path / "mine.json")
        (domain,) = load_definition(tmp_path / "mine.json").domains
        assert ([one.weight for one in domain.indicators], domain.combine.weights) == ([2.5, 1], "given")

    def test_an_earlier_file_is_replaced(self, tmp_path):
        path = tmp_path / "mine.json"
        save_definition(definition(raw("d", "a")), path)
        save_definition(definition(raw("d", "b", title="Größe £")), path)
        assert load_definition(path).domains[0].title == "Größe £"
        assert "Größe £" in path.read_text(encoding="utf-8")

    def test_a_folder_that_is_not_there_is_named_and_nothing_is_written(self, tmp_path):
        code, context = refused(save_definition, definition(raw("d", "a")), tmp_path / "gone" / "mine.json")
        assert (code, context["name"]) == ("definition_not_saved", "mine.json")
        assert list(tmp_path.iterdir()) == []

    def test_a_file_in_the_way_is_left_as_it_was(self, tmp_path):
        in_the_way = tmp_path / "mine.json"
        in_the_way.mkdir()
        code, _ = refused(save_definition, definition(raw("d", "a")), in_the_way)
        assert code == "definition_not_saved"
        assert [path.name for path in tmp_path.iterdir()] == ["mine.json"]
        assert list(in_the_way.iterdir()) == []
