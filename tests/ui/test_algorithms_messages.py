"""Every fault and notice that the code raises has its sentence, and every sentence is used."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from cni_mapper.core.errors import CniError, notice
from cni_mapper.ui import messages
from cni_mapper.ui.messages import FAULTS, NOTICES, RULES, fault_text, listed, notice_text

ROOT = Path(__file__).parents[2]
CATALOGUES = {"CniError": FAULTS, "notice": NOTICES}
FILLED_IN = {"definition_faults": {"count"}, "catalogue_faults": {"count"}, "rebuilt_and_published": {"differences"}}
"""Placeholders that ui/messages.py works out itself."""
ADDED_TO_DOWNLOADS = {"title", "page", "host"}
"""What ui/maps/download.py adds to every fault on the way."""


@dataclass(frozen=True)
class Call:
    """A place that raises a fault or gives a notice. whole: its context is all named there, none unpacked."""

    where: str
    kind: str
    code: str
    names: frozenset[str]
    whole: bool


def _codes(node: ast.expr) -> list[str]:
    """The texts an expression may be: a text, or one of two by a condition."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    return [*_codes(node.body), *_codes(node.orelse)] if isinstance(node, ast.IfExp) else []


def _sources() -> Iterator[tuple[Path, ast.Module]]:
    for path in [*sorted((ROOT / "core").rglob("*.py")), *sorted((ROOT / "ui").rglob("*.py"))]:
        if path.name != "errors.py" and path.parent.name != "sentences":
            yield path, ast.parse(path.read_text(encoding="utf-8"))


def _calls() -> Iterator[Call]:
    for path, tree in _sources():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CATALOGUES:
                where = f"{path.relative_to(ROOT)}:{node.lineno}"
                names = frozenset(word.arg for word in node.keywords if word.arg)
                whole = all(word.arg for word in node.keywords)
                yield from (Call(where, node.func.id, code, names, whole) for code in _codes(node.args[0]))


@cache
def _texts() -> set[str]:
    """Every text that is written out in the code: a code may reach its call through a name."""
    nodes = (node for _, tree in _sources() for node in ast.walk(tree))
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


@cache
def _all_calls() -> list[Call]:
    return list(_calls())


def _placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_the_calls_are_found() -> None:
    assert len(_all_calls()) > 60
    assert {"codes_repeated", "weights_all_zero", "ties_cross_limit"} <= {call.code for call in _all_calls()}


@pytest.mark.parametrize("kind", sorted(CATALOGUES))
def test_every_code_has_a_sentence_and_every_sentence_is_used(kind: str) -> None:
    used = {call.code: call.where for call in _all_calls() if call.kind == kind}
    assert not {code: used[code] for code in set(used) - set(CATALOGUES[kind])}
    assert not set(CATALOGUES[kind]) - _texts()


def test_every_placeholder_is_given() -> None:
    for call in _all_calls():
        wanted = _placeholders(CATALOGUES[call.kind][call.code]) - FILLED_IN.get(call.code, set())
        if call.where.startswith("ui/maps/"):
            wanted -= ADDED_TO_DOWNLOADS
        assert not call.whole or wanted <= call.names, (call.where, call.code, wanted - call.names)


def test_every_rule_has_words_and_every_word_is_used() -> None:
    used = set()
    for _, tree in _sources():
        for node in ast.walk(tree):
            name = getattr(node.func, "attr", getattr(node.func, "id", "")) if isinstance(node, ast.Call) else ""
            if name in ("fault", "Fault", "CatalogueFault") and len(node.args) == 3:
                used.update(rule for rule in _codes(node.args[2]) if not rule.startswith("one of"))
    assert used <= set(RULES)
    assert len(used) > 15
    assert not set(RULES) - _texts()


def test_sentences_are_plain() -> None:
    """A sentence begins with a capital, a name or a number and ends with a stop, or with what it was given."""
    for text in [*FAULTS.values(), *NOTICES.values()]:
        assert text[0].isupper() or text[0] in "{'", text
        assert text[-1] == "." or text.endswith(("}", "connectedness=1", "= 'Leeds'")), text
        assert "  " not in text and "invalid" not in text.lower() and "error" not in text.lower(), text


def test_long_lists_are_cut() -> None:
    assert listed(["a", "b"]) == "a, b"
    assert listed(list(range(12))) == "0, 1, 2, 3, 4, 5, 6, 7 and 4 more"


def test_numbers_and_lists_in_sentences() -> None:
    fault = CniError("codes_repeated", count=1234, column="ward", table="t.csv", codes=["A", "B"])
    assert fault_text(fault) == (
        "1,234 code(s) stand more than once in column 'ward' of t.csv: A, B. Keep one row for each area."
    )
    note = notice("too_few_for_deciles", index="imd", count=9)
    assert notice_text(note) == "Only 9 areas are ranked on the Index of Multiple Deprivation, too few for deciles."


def test_braces_in_what_the_user_wrote_do_no_harm() -> None:
    fault = CniError("weights_unreadable", text="{a}=1")
    assert fault_text(fault).startswith("The weights '{a}=1' cannot be read.")


def test_what_only_informs_is_a_notice() -> None:
    assert set(NOTICES) >= messages.INFORMATION
