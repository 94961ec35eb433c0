from __future__ import annotations

import json
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest
from builders import definition, group, node, published

from cni_mapper.core.errors import CniError
from cni_mapper.core.index.definition import DefaultLimits, Universe, walk, with_weights
from cni_mapper.core.index.definition_file import Fault, load_definition, parse_definition
from cni_mapper.core.index.library import DEFINITIONS, find_definition, shipped_ids

FAULTY = Path(__file__).parents[1] / "data" / "faulty_definition.json"


def faults_of(content) -> list[Fault]:
    with pytest.raises(CniError) as fault:
        parse_definition(content, "mine.json")
    assert (fault.value.code, fault.value.context["name"]) == ("definition_faults", "mine.json")
    return fault.value.context["faults"]


def domain(**changes):
    return {key: value for key, value in {**published("a"), **changes}.items() if value is not ...}


def column(**changes):
    return domain(published={"kind": "score", "columns": ["a"], **changes})


@pytest.mark.parametrize(
    ("content", "path", "rule"),
    [
        pytest.param([], "(file)", "object", id="file is a list"),
        pytest.param(node([published("a")], format=2), "format", "one of: 1", id="another format"),
        pytest.param(node([published("a")], id=""), "id", "text", id="no id"),
        pytest.param(node([published("a")], title=7), "title", "text", id="title is a number"),
        pytest.param(node([published("a")], short=["x"]), "short", "text", id="short title is a list"),
        pytest.param(node([published("a")], status="official"), "status", "one of: own, published", id="status"),
        pytest.param(node([published("a")], geography=None), "geography", "text", id="no geography"),
        pytest.param(node([published("a")], sources="ONS"), "sources", "texts", id="sources are no list"),
        pytest.param(node([published("a")], notes=3), "notes", "text", id="notes are a number"),
        pytest.param(node([published("a")], published_flag=[1]), "published_flag", "texts", id="flag is a number"),
        pytest.param(node([published("a")], aggregate="mean"), "aggregate", "one of: sum", id="aggregate"),
        pytest.param(node([published("a")], limits=10), "limits", "object", id="limits are a number"),
        pytest.param(
            node([published("a")], limits={"cni": -1, "imd": 10}), "limits.cni", "number_from_0", id="negative limit"
        ),
        pytest.param(
            node([published("a")], limits={"cni": 10, "imd": "10"}), "limits.imd", "number_from_0", id="limit is text"
        ),
        pytest.param(node([published("a")], universes={}), "universes", "objects", id="universes are no list"),
        pytest.param(
            node([published("a")], universes=[{"codes": "E05", "areas": 5}]),
            "universes[0].place",
            "text",
            id="universe without a place",
        ),
        pytest.param(
            node(
                [published("a")], universes=[{"place": "Wales", "codes": "W", "areas": 5}, {"place": "E", "areas": 0}]
            ),
            "universes[1].areas",
            "whole_number_from_1",
            id="universe of no areas",
        ),
        pytest.param(node([]), "domains", "objects", id="no domains"),
        pytest.param(node(["a"]), "domains", "objects", id="a domain is text"),
        pytest.param(node([domain(id=...)]), "domains[0].id", "text", id="domain without an id"),
        pytest.param(node([domain(id="Civic Assets")]), "domains[0].id", "identifier", id="blank in an id"),
        pytest.param(node([domain(id="Civic")]), "domains[0].id", "identifier", id="capital in an id"),
        pytest.param(node([domain(id="2nd")]), "domains[0].id", "identifier", id="id begins with a digit"),
        pytest.param(node([published("a"), published("a")]), "domains[1].id", "unique", id="id twice"),
        pytest.param(
            node([published("a"), group("b", published("a"))]),
            "domains[1].domains[0].id",
            "unique",
            id="id twice below",
        ),
        pytest.param(node([domain(id="cni")]), "domains[0].id", "not_reserved", id="reserved id"),
        pytest.param(node([domain(title=...)]), "domains[0].title", "text", id="domain without a title"),
        pytest.param(node([domain(weight=-1)]), "domains[0].weight", "number_from_0", id="negative weight"),
        pytest.param(node([domain(weight="1")]), "domains[0].weight", "number_from_0", id="weight is text"),
        pytest.param(node([domain(weight=True)]), "domains[0].weight", "number_from_0", id="weight is true"),
        pytest.param(node([domain(weight=float("inf"))]), "domains[0].weight", "number_from_0", id="infinite weight"),
        pytest.param(
            node([domain(weight=float("nan"))]), "domains[0].weight", "number_from_0", id="weight not a number"
        ),
        pytest.param(
            node([published("a", 0), published("b", 0)]), "domains", "weights_not_all_zero", id="all weights nought"
        ),
        pytest.param(
            node([published("a"), group("b", published("c", 0))]),
            "domains[1].domains",
            "weights_not_all_zero",
            id="all weights of a group nought",
        ),
        pytest.param(
            node([domain(transform="log")]), "domains[0].transform", "one of: exponential, none", id="transform"
        ),
        pytest.param(
            node([domain(published=...)]),
            "domains[0]",
            "indicators_published_or_domains",
            id="neither published nor domains",
        ),
        pytest.param(
            node([domain(domains=[published("b")])]),
            "domains[0]",
            "indicators_published_or_domains",
            id="published and domains",
        ),
        pytest.param(
            node([domain(published=..., domains=[])]),
            "domains[0]",
            "indicators_published_or_domains",
            id="an empty group",
        ),
        pytest.param(node([column(kind="value")]), "domains[0].published.kind", "one of: score, rank", id="kind"),
        pytest.param(node([column(columns=[])]), "domains[0].published.columns", "texts", id="no column"),
        pytest.param(node([column(columns="a")]), "domains[0].published.columns", "texts", id="column is no list"),
        pytest.param(node([column(columns=[" "])]), "domains[0].published.columns", "texts", id="blank column"),
    ],
)
def test_one_fault_is_named_with_its_place(content, path, rule):
    assert [(fault.path, fault.rule) for fault in faults_of(content)] == [(path, rule)]


def test_a_published_part_of_the_wrong_form_is_named_with_what_it_should_hold():
    assert faults_of(node([domain(published="a")])) == [
        Fault("domains[0].published", "a", "object"),
        Fault("domains[0].published.kind", None, "one of: score, rank"),
        Fault("domains[0].published.columns", [], "texts"),
    ]


@pytest.mark.parametrize(
    ("content", "path"),
    [
        pytest.param(node([published("a")], domain=[]), "domain", id="at the top"),
        pytest.param(node([domain(wieght=2)]), "domains[0].wieght", id="in a domain"),
    ],
)
def test_a_misspelt_key_is_named_with_what_is_allowed(content, path):
    (fault,) = faults_of(content)
    assert fault.path == path
    assert fault.rule.startswith("one of: ")
    assert ("weight" in fault.rule) == (path != "domain")


def test_every_fault_of_a_file_is_listed_at_once():
    with pytest.raises(CniError) as fault:
        load_definition(FAULTY)
    assert fault.value.context["name"] == "faulty_definition.json"
    # Of a rule that lists what is allowed, the first of the list.
    assert {(f.path, f.found, f.rule.partition(",")[0]) for f in fault.value.context["faults"]} == {
        ("format", 3, "one of: 1"),
        ("colour", "red", "one of: format"),
        ("title", None, "text"),
        ("status", "official", "one of: own"),
        ("limits.imd", -5, "number_from_0"),
        ("universes[0].areas", 2.5, "whole_number_from_1"),
        ("domains[0].weight", -1, "number_from_0"),
        ("domains[0].published.kind", "guess", "one of: score"),
        ("domains[1].id", "civic", "unique"),
        ("domains[1]", "id, title", "indicators_published_or_domains"),
        ("domains[2].domains[0].transform", "log", "one of: exponential"),
        ("domains[2].domains", 0, "weights_not_all_zero"),
    }


class TestLevels:
    def test_four_levels_are_allowed(self):
        found = definition(group("one", group("two", group("three", published("four")))))
        assert [domain.id for domain in walk(found.domains)] == ["one", "two", "three", "four"]

    def test_a_fifth_is_refused(self):
        deep = node([group("one", group("two", group("three", group("four", published("five")))))])
        (fault,) = faults_of(deep)
        assert fault == Fault("domains[0].domains[0].domains[0].domains[0].domains", 1, "at_most_4_levels")


class TestReading:
    def test_defaults(self):
        found = definition({"id": "a", "title": "A", "published": {"kind": "rank", "columns": ["a"]}})
        (part,) = found.domains
        assert (part.weight, part.transform, part.domains) == (1, "exponential", ())
        assert (found.short, found.limits, found.universes) == ("Test index", DefaultLimits(10, 10), ())
        assert (found.sources, found.notes, found.published_flag, found.aggregate) == ((), "", (), "sum")
        assert not found.is_published

    def test_everything_given(self):
        found = definition(
            published("a", 2.5, "rank", transform="none"),
            status="published",
            short="TI",
            limits={"cni": 5, "imd": 12.5},
            universes=[{"place": "Wales", "codes": "W02", "areas": 410}],
            published_flag=["flag"],
        )
        assert (found.short, found.is_published, found.limits) == ("TI", True, DefaultLimits(5, 12.5))
        assert found.universes == (Universe("Wales", "W02", 410),)
        assert found.published_flag == ("flag",)
        assert (found.domains[0].weight, found.domains[0].transform) == (2.5, "none")

    def test_cannot_be_changed(self):
        with pytest.raises(FrozenInstanceError):
            definition(published("a")).title = "other"

    def test_a_byte_order_mark_is_no_fault(self, tmp_path):
        file = tmp_path / "mine.json"
        file.write_text(json.dumps(node([published("a")])), encoding="utf-8-sig")
        assert load_definition(file).id == "test"

    @pytest.mark.parametrize(
        ("content", "line"),
        [
            pytest.param(b'{"format": 1,\n "id": }', 2, id="broken JSON"),
            pytest.param(b"", 1, id="empty"),
            pytest.param('{"id": "caf\xe9"}'.encode("cp1252"), 1, id="not UTF-8"),
        ],
    )
    def test_what_is_no_json_is_refused_with_the_line(self, tmp_path, content, line):
        file = tmp_path / "mine.json"
        file.write_bytes(content)
        with pytest.raises(CniError) as fault:
            load_definition(file)
        assert fault.value.code == "definition_not_json"
        assert (fault.value.context["name"], fault.value.context["line"]) == ("mine.json", line)

    @pytest.mark.parametrize("id", ["cni-2019", "cni-2022", "cni-2023", "imd-2019", "imd-2025"])
    def test_what_is_written_reads_back_the_same(self, id):
        found = find_definition(id)
        assert parse_definition(json.loads(json.dumps(found.as_json())), id) == found

    def test_a_tree_that_is_written_reads_back_the_same(self):
        found = definition(group("one", published("a"), group("two", published("b", kind="rank"))), published("c"))
        assert parse_definition(json.loads(json.dumps(found.as_json())), "copy") == found


class TestLibrary:
    @pytest.mark.parametrize(
        ("id", "geography", "kind", "weights", "areas"),
        [
            ("cni-2019", "ward2017", "score", [1, 1, 1], [7433]),
            ("cni-2022", "area", "rank", [1, 1, 1], [410, 1279, 890]),
            ("cni-2023", "lsoa2021", "rank", [1, 1, 1], [33755]),
            ("imd-2019", "lsoa2011", "rank", [0.225, 0.225, 0.135, 0.135, 0.093, 0.093, 0.093], [32844]),
            ("imd-2025", "lsoa2021", "rank", [0.225, 0.225, 0.135, 0.135, 0.093, 0.093, 0.093], [33755]),
        ],
    )
    def test_shipped(self, id, geography, kind, weights, areas):
        found = find_definition(f" {id} ")
        assert (found.id, found.status, found.geography) == (id, "published", geography)
        assert {domain.published.kind for domain in found.domains} == {kind}
        assert [domain.weight for domain in found.domains] == weights
        assert [universe.areas for universe in found.universes] == areas
        assert found.limits == DefaultLimits(10, 10)

    def test_every_file_of_the_folder_loads_under_its_name(self):
        assert shipped_ids()
        assert [load_definition(DEFINITIONS / f"{id}.json").id for id in shipped_ids()] == shipped_ids()

    def test_the_sample_loads_from_its_file(self, sample):
        found = find_definition(str(sample / "definition.json"))
        assert (found.id, found.universes) == ("sampleshire", (Universe("Sampleshire", "X05", 150),))

    @pytest.mark.parametrize("text", ["", "  ", "cni-1066", "no/such/file.json"])
    def test_not_found_names_the_shipped_ones(self, text):
        with pytest.raises(CniError) as fault:
            find_definition(text)
        assert fault.value.code == "definition_not_found"
        assert fault.value.context == {"name": text.strip(), "shipped": shipped_ids()}


class TestWeights:
    TREE = definition(published("a"), group("b", published("c", 2), published("d", 3), weight=4))

    def test_changed_at_any_level_and_nothing_else(self):
        changed = with_weights(self.TREE, {"a": 0.5, "d": 7})
        assert {domain.id: domain.weight for domain in walk(changed.domains)} == {"a": 0.5, "b": 4, "c": 2, "d": 7}
        assert with_weights(changed, {"a": 1, "d": 3}) == self.TREE

    def test_no_weights_change_nothing(self):
        assert with_weights(self.TREE, {}) == self.TREE

    def test_nought_takes_a_domain_out(self):
        assert [domain.weight for domain in with_weights(self.TREE, {"a": 0}).domains] == [0, 4]

    def test_unknown_domain(self):
        with pytest.raises(CniError) as fault:
            with_weights(self.TREE, {"A": 1})
        assert fault.value.code == "weight_unknown_domain"
        assert fault.value.context == {"domain": "A", "domains": ["a", "b", "c", "d"]}

    @pytest.mark.parametrize("weight", [-1, -0.001, float("inf"), float("nan")])
    def test_negative_or_no_number(self, weight):
        with pytest.raises(CniError) as fault:
            with_weights(self.TREE, {"c": weight})
        assert (fault.value.code, fault.value.context["domain"]) == ("weight_negative", "c")

    @pytest.mark.parametrize(
        ("weights", "title"),
        [
            pytest.param({"a": 0, "b": 0}, "Test index", id="of the index"),
            pytest.param({"c": 0, "d": 0}, "B", id="of a group"),
        ],
    )
    def test_all_nought(self, weights, title):
        with pytest.raises(CniError) as fault:
            with_weights(self.TREE, weights)
        assert (fault.value.code, fault.value.context) == ("weights_all_zero", {"domain": title})
