from __future__ import annotations

import json
from itertools import count

import pytest
from builders import group, node, published
from hypothesis import given
from hypothesis import strategies as st
from raw_indicators import indicator, raw

from cni_mapper.core.errors import CniError
from cni_mapper.core.index.definition import Definition, indicators_of, walk
from cni_mapper.core.index.definition_file import definition_text, parse_definition
from cni_mapper.core.index.editing import (
    add_domain,
    add_indicator,
    duplicate,
    effective_weights,
    largest_weight,
    only_weights_differ,
    remove_part,
    rename_part,
    set_columns,
    set_option,
    set_weight,
    shares,
    weights_beside,
)

WEIGHTS = st.one_of(st.just(0.0), st.floats(0.001, 1000))
TEXTS = st.text(max_size=60)


def read_again(edited: Definition) -> Definition:
    return parse_definition(json.loads(definition_text(edited)), "again")


@st.composite
def trees(draw) -> Definition:
    """An index of up to three levels, of all kinds of domains; the first part of a level always has weight."""
    number = count()

    def weights(size: int) -> list[float]:
        return [draw(st.floats(0.001, 1000)), *(draw(WEIGHTS) for _ in range(size - 1))]

    def domain(level: int, weight: float) -> dict:
        id = f"p{next(number)}"
        kind = draw(st.sampled_from(["published", "equal", "given", "factor", *(["group"] if level < 3 else [])]))
        if kind == "published":
            return published(id, weight)
        if kind == "group":
            return group(id, *(domain(level + 1, w) for w in weights(draw(st.integers(1, 3)))), weight=weight)
        size = draw(st.integers(3 if kind == "factor" else 1, 4))
        indicators = [indicator(f"p{next(number)}", weight=w) for w in weights(size)]
        return raw(id, *indicators, weights=kind, weight=weight)

    domains = [domain(1, weight) for weight in weights(draw(st.integers(1, 4)))]
    return parse_definition(node(domains), "drawn")


@st.composite
def weighings(draw) -> tuple[Definition, str, float, frozenset[str]]:
    tree = draw(trees())
    ids = sorted(shares(tree))
    return tree, draw(st.sampled_from(ids)), draw(WEIGHTS), frozenset(draw(st.lists(st.sampled_from(ids))))


@given(trees())
def test_shares_are_whole_at_each_level(tree):
    found = shares(tree)
    assert sum(found[domain.id] for domain in tree.domains) == pytest.approx(1)
    for domain in walk(tree.domains):
        below = [found[part.id] for part in (*domain.domains, *domain.indicators)]
        if below and None not in below:
            assert sum(below) == pytest.approx(found[domain.id])
        assert (None in below) == (domain.combine.weights == "factor")


@given(weighings())
def test_rebalancing_keeps_total_locks_and_proportions(weighing):
    tree, id, weight, locked = weighing
    before = weights_beside(tree, id)
    after = weights_beside(set_weight(tree, id, weight, locked, rebalance=True), id)
    assert sum(after.values()) == pytest.approx(sum(before.values()))
    assert all(after[other] == before[other] for other in before if other in locked)
    free = [other for other in before if other != id and other not in locked]
    if id not in locked and free:
        assert after[id] == pytest.approx(min(weight, largest_weight(before, id, locked)))
    had, have = sum(before[other] for other in free), sum(after[other] for other in free)
    for other in free if had else ():
        assert after[other] * had == pytest.approx(before[other] * have, rel=1e-9, abs=1e-9)


@given(weighings(), st.booleans())
def test_a_weight_moves_nothing_but_itself_and_its_siblings(weighing, rebalance):
    tree, id, weight, locked = weighing
    try:
        changed = set_weight(tree, id, weight, locked, rebalance)
    except CniError as fault:
        assert fault.code == "weights_all_zero"
        return
    assert read_again(changed) == changed
    beside = weights_beside(tree, id)
    before, after = effective_weights(tree), effective_weights(changed)
    moved = {part for part in before if before[part] != after[part]}
    # Weights that a factor found become numbers, moved or not.
    may = beside.keys() if before[id] is None else beside.keys() - locked if rebalance else {id} - locked
    assert moved <= may
    assert changed == tree or only_weights_differ(changed, tree)


@given(st.data())
def test_every_edit_reads_back_the_same_or_is_refused(data):
    tree = data.draw(trees())
    id = data.draw(st.sampled_from(sorted(shares(tree))))
    direction = data.draw(st.sampled_from(["more_need", "less_need", "up"]))
    columns = data.draw(st.lists(TEXTS, max_size=2))
    one, two, three = (data.draw(TEXTS) for _ in range(3))
    edit = data.draw(
        st.sampled_from(
            [
                lambda: add_indicator(tree, id, one, two, direction),
                lambda: add_domain(tree, one, two, three, direction, data.draw(st.sampled_from([id, None]))),
                lambda: remove_part(tree, id),
                lambda: rename_part(tree, id, one),
                lambda: set_columns(tree, id, columns),
                lambda: set_columns(tree, id, (), one, two),
                lambda: duplicate(tree, one),
            ]
        )
    )
    try:
        changed = edit()
    except CniError as fault:
        assert fault.code in {"definition_faults", "weights_all_zero"}
        return
    assert read_again(changed) == changed
    parts = sum(1 for _ in walk(changed.domains)) + sum(1 for _ in indicators_of(changed))
    assert len(shares(changed)) == parts


@given(st.data())
def test_every_option_reads_back_the_same_or_is_refused(data):
    tree = data.draw(trees())
    domains = [domain.id for domain in walk(tree.domains) if domain.indicators]
    indicators = [one.id for _, one in indicators_of(tree)]
    of_domains = {"standardise": ["zscore", "x"], "weights": ["equal", "given", "factor"], "transform": ["none", 1]}
    of_indicators = {"missing": ["median", None], "treat": ["log", "x"], "shrink": [True, 1], "unit": ["km", 7]}
    if not domains:
        return
    parts, options = data.draw(st.sampled_from([(domains, of_domains), (indicators, of_indicators)]))
    name = data.draw(st.sampled_from(sorted(options)))
    id = data.draw(st.sampled_from(parts))
    try:
        changed = set_option(tree, id, name, data.draw(st.sampled_from(options[name])))
    except CniError as fault:
        assert fault.code == "definition_faults"
        return
    assert read_again(changed) == changed
