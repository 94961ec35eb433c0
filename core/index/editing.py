"""Edits of an index: each gives a new definition, which can be written to a file and read again."""

from __future__ import annotations

import json
import math
import re
import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ..errors import CniError
from .definition import Definition, Domain, Indicator, indicators_of, walk, with_weights
from .definition_file import Fault, definition_text, parse_definition
from .library import shipped_ids

if TYPE_CHECKING:
    from typing import Union

    # Never made at run time: typing would remember it, and with it every module of a plugin that was unloaded.
    Part = Union[Domain, Indicator]

_RESERVED = ("cni", "imd", "index")
_LONGEST_ID = 40
"""A domain's id begins the names of its columns, and PostGIS cuts these at 63 letters."""

_NOT_COMPARED = ("id", "title", "short", "status", "sources", "notes", "limits", "published_flag")


def find_part(definition: Definition, id: str) -> Part:
    """The domain or indicator with that id. Raises `weight_unknown_domain`, as all that is asked about a part."""
    for part in _parts(definition):
        if part.id == id:
            return part
    raise CniError("weight_unknown_domain", domain=id, domains=[part.id for part in _parts(definition)])


def parent_of(definition: Definition, id: str) -> Domain | None:
    """The domain that a part stands in, None for the domains of the first level."""
    find_part(definition, id)
    for domain in walk(definition.domains):
        if any(part.id == id for part in _children(domain)):
            return domain
    return None


def _children(domain: Domain) -> tuple[Part, ...]:
    return (*domain.domains, *domain.indicators)


def is_only_part(definition: Definition, id: str) -> bool:
    """Whether a part is all that its domain, or the index, holds: it cannot be removed then."""
    return len(weights_beside(definition, id)) == 1


def effective_weights(definition: Definition) -> dict[str, float | None]:
    """The weight that every part counts with beside its siblings, by id.

    1 for each indicator of a domain with equal weights, whatever its file says; None where a factor finds them.
    """
    weights: dict[str, float | None] = {domain.id: domain.weight for domain in walk(definition.domains)}
    for domain, indicator in indicators_of(definition):
        weights[indicator.id] = None if domain.combine.weights == "factor" else _indicator_weight(domain, indicator)
    return weights


def weights_beside(definition: Definition, id: str) -> dict[str, float]:
    """The effective weights of a part and its siblings, by id, in their order; those in the file for a factor."""
    parent = parent_of(definition, id)
    if parent is not None and parent.indicators:
        return {indicator.id: _indicator_weight(parent, indicator) for indicator in parent.indicators}
    return {domain.id: domain.weight for domain in (definition if parent is None else parent).domains}


def shares(definition: Definition) -> dict[str, float | None]:
    """The share of the whole index, 0 to 1, of every part by id; None for an indicator that a factor weighs."""
    found: dict[str, float | None] = {}
    _share_out(definition.domains, 1.0, found)
    return found


def _share_out(domains: tuple[Domain, ...], whole: float, found: dict[str, float | None]) -> None:
    total = sum(domain.weight for domain in domains)
    for domain in domains:
        share = whole * (domain.weight / total)
        found[domain.id] = share
        _share_out(domain.domains, share, found)
        weights = [_indicator_weight(domain, indicator) for indicator in domain.indicators]
        for indicator, weight in zip(domain.indicators, weights):
            found[indicator.id] = None if domain.combine.weights == "factor" else share * (weight / sum(weights))


def _indicator_weight(domain: Domain, indicator: Indicator) -> float:
    return 1.0 if domain.combine.weights == "equal" else indicator.weight


def largest_weight(beside: Mapping[str, float], id: str, locked: Collection[str] = frozenset()) -> float:
    """The most that a weight can be while the siblings' total stays: the total less what is locked.

    beside: `weights_beside` of the part. Its own weight where no sibling is free to give or take.
    """
    if not any(other != id and other not in locked for other in beside):
        return beside[id]
    taken = sum(weight for other, weight in beside.items() if other != id and other in locked)
    return max(0.0, sum(beside.values()) - taken)


def set_weight(
    definition: Definition,
    id: str,
    weight: float,
    locked: Collection[str] = frozenset(),
    rebalance: bool = False,
) -> Definition:
    """The definition with one weight changed; an indicator's makes its domain's weights given, equal ones from 1 each.

    A locked part keeps its weight. rebalance: what the part gains or loses is taken from, or given to, its unlocked
    siblings in proportion to their weights (evenly where all of these are zero), so that the siblings' total stays; the
    weight goes no further than `largest_weight`. While a slider moves, begin each time at the definition from before:
    proportions that have reached zero do not come back.
    Raises `weight_unknown_domain`, `weight_negative` or `weights_all_zero`.
    """
    beside = weights_beside(definition, id)
    if not 0 <= weight < math.inf:
        raise CniError("weight_negative", domain=id, weight=weight)
    if id in locked:
        return definition
    changed = _rebalanced(beside, id, weight, locked) if rebalance else {**beside, id: float(weight)}
    return definition if changed == beside else with_weights(definition, changed)


def _rebalanced(beside: Mapping[str, float], id: str, weight: float, locked: Collection[str]) -> dict[str, float]:
    free = {other: value for other, value in beside.items() if other != id and other not in locked}
    if not free or weight == beside[id]:
        return dict(beside)
    room = largest_weight(beside, id, locked)
    new = min(float(weight), room)
    total = sum(free.values())
    parts = {other: value / total if total else 1 / len(free) for other, value in free.items()}
    return {**beside, **{other: part * (room - new) for other, part in parts.items()}, id: new}


def add_indicator(
    definition: Definition, domain_id: str, title: str, column: str, higher_is: str = "more_need"
) -> Definition:
    """The definition with an indicator more at the end of a domain, with the mean weight of those before it.

    Raises `definition_faults` where the domain holds something else, or a name is empty.
    """
    new = Indicator(_new_id(definition, title), title.strip(), 1.0, (column,), higher_is)
    return _changed(definition, domain_id, lambda domain: _with_indicator(domain, new))


def _with_indicator(domain: Domain, new: Indicator) -> Domain:
    if not isinstance(domain, Domain) or not domain.indicators:
        raise _cannot_hold(domain, "indicators")
    weight = sum(_indicator_weight(domain, one) for one in domain.indicators) / len(domain.indicators)
    return replace(domain, indicators=(*domain.indicators, replace(new, weight=weight)))


def add_domain(
    definition: Definition,
    title: str,
    indicator_title: str,
    column: str,
    higher_is: str = "more_need",
    parent_id: str | None = None,
) -> Definition:
    """The definition with a domain more, at the end of the index or of a domain of domains; its weight is their mean.

    It begins with one indicator, since an empty domain cannot be computed. Raises `definition_faults` where the parent
    holds something else, or a name is empty.
    """
    id = _new_id(definition, title)
    indicator = Indicator(
        _new_id(definition, indicator_title, taken=(id,)), indicator_title.strip(), 1.0, (column,), higher_is
    )
    new = Domain(id, title.strip(), 1.0, "exponential", indicators=(indicator,))
    if parent_id is not None:
        return _changed(definition, parent_id, lambda parent: _with_domain(parent, new))
    return _checked(replace(definition, domains=_appended(definition.domains, new)))


def _with_domain(parent: Domain, new: Domain) -> Domain:
    if not isinstance(parent, Domain) or not parent.domains:
        raise _cannot_hold(parent, "domains")
    return replace(parent, domains=_appended(parent.domains, new))


def _appended(domains: tuple[Domain, ...], new: Domain) -> tuple[Domain, ...]:
    return (*domains, replace(new, weight=sum(domain.weight for domain in domains) / len(domains)))


def _cannot_hold(part: Part, wanted: str) -> CniError:
    return CniError(
        "definition_faults",
        name=part.title,
        faults=[Fault(f"{part.id}.{wanted}", wanted, "indicators_published_or_domains")],
    )


def remove_part(definition: Definition, id: str) -> Definition:
    """The definition without a domain or indicator.

    Raises `weights_all_zero` where what is left beside it weighs nothing, and `definition_faults` where nothing is left
    (`is_only_part`) or too little for a factor.
    """
    find_part(definition, id)
    return _checked(replace(definition, domains=_without(definition.domains, id)))


def _without(domains: tuple[Domain, ...], id: str) -> tuple[Domain, ...]:
    return tuple(
        replace(
            domain,
            domains=_without(domain.domains, id),
            indicators=tuple(indicator for indicator in domain.indicators if indicator.id != id),
        )
        for domain in domains
        if domain.id != id
    )


def rename_part(definition: Definition, id: str, title: str) -> Definition:
    """The definition with a part's title changed; its id stays. Raises `definition_faults` for an empty title."""
    return _changed(definition, id, lambda part: replace(part, title=title.strip()))


def set_columns(
    definition: Definition,
    id: str,
    columns: Sequence[str] = (),
    numerator: str | None = None,
    denominator: str | None = None,
) -> Definition:
    """The definition with other columns behind an indicator or a published domain; an indicator may be a rate of two.

    Raises `definition_faults` where neither or both are given.
    """

    def change(part: Part) -> Part:
        if isinstance(part, Indicator):
            # Only rates can be drawn towards their district's.
            shrink = part.shrink and numerator is not None
            return replace(part, columns=tuple(columns), numerator=numerator, denominator=denominator, shrink=shrink)
        if part.published is None:
            raise _cannot_hold(part, "published")
        return replace(part, published=replace(part.published, columns=tuple(columns)))

    return _changed(definition, id, change)


def set_direction(definition: Definition, id: str, higher_is: str) -> Definition:
    """The definition with an indicator's direction changed: "more_need" or "less_need". Raises `definition_faults`."""
    return _changed(definition, id, lambda part: replace(part, higher_is=higher_is))


def set_option(definition: Definition, id: str, name: str, value: Any) -> Definition:
    """The definition with one choice about a part changed.

    name: of a domain "standardise", "weights" or "transform"; of an indicator "missing", "treat", "shrink" or "unit".
    Equal weights are written as 1 each, and are what given weights begin at. Raises `definition_faults`.
    """
    return _changed(definition, id, lambda part: _with_option(part, name, value))


def _with_option(part: Any, name: str, value: Any) -> Part:
    if isinstance(part, Indicator) or name not in ("standardise", "weights"):
        return replace(part, **{name: value})
    changed = replace(part, combine=replace(part.combine, **{name: value}))
    if name == "weights" and "equal" in (value, part.combine.weights):
        return replace(changed, indicators=tuple(replace(one, weight=1.0) for one in part.indicators))
    return changed


def duplicate(definition: Definition, title: str, taken: Collection[str] = ()) -> Definition:
    """The definition as the user's own: another id and title, and no list of the publishers' to compare with.

    taken: ids that other definitions of the user have. Raises `definition_faults` for an empty title.
    """
    title = title.strip()
    id = _numbered(_slug(title, "-") or "index", "-", {definition.id, *taken, *shipped_ids()})
    return _checked(replace(definition, id=id, title=title, short=title, status="own", published_flag=()))


def differs(definition: Definition, base: Definition) -> bool:
    """Whether two definitions are different indices, in parts, areas or weights, and not only differently named.

    Their id, titles, status, sources, notes, limits and publishers' list are not compared.
    """
    alike = {name: getattr(base, name) for name in _NOT_COMPARED}
    return replace(definition, **alike) != base


def changed_weights(definition: Definition, base: Definition) -> dict[str, float]:
    """The weights to give `base`, by id, to have those of `definition`: what WEIGHTS of an algorithm would say."""
    before = {part.id: part for part in _parts(base)}
    changed = {}
    for part in _parts(definition):
        old = before.get(part.id)
        if old is None or old.weight != part.weight:
            changed[part.id] = part.weight
        if isinstance(part, Domain) and isinstance(old, Domain) and part.combine != old.combine:
            changed |= {indicator.id: indicator.weight for indicator in part.indicators}
    return changed


def only_weights_differ(definition: Definition, base: Definition) -> bool:
    """Whether `base` with `changed_weights` is the definition, and is not without them."""
    weights = changed_weights(definition, base)
    if not weights or not weights.keys() <= {part.id for part in _parts(base)}:
        return False
    return with_weights(base, weights) == definition


def _parts(definition: Definition) -> Iterator[Part]:
    """Every domain and indicator, parents before children."""
    for domain in walk(definition.domains):
        yield domain
        yield from domain.indicators


def _changed(definition: Definition, id: str, change: Callable[[Any], Any]) -> Definition:
    find_part(definition, id)
    return _checked(replace(definition, domains=_changed_domains(definition.domains, id, change)))


def _changed_domains(domains: tuple[Domain, ...], id: str, change: Callable[[Any], Any]) -> tuple[Domain, ...]:
    return tuple(
        change(domain)
        if domain.id == id
        else replace(
            domain,
            domains=_changed_domains(domain.domains, id, change),
            indicators=tuple(change(one) if one.id == id else one for one in domain.indicators),
        )
        for domain in domains
    )


def _checked(definition: Definition) -> Definition:
    """The definition as its file would be read. Raises `weights_all_zero` and `definition_faults`."""
    levels: list[tuple[str, tuple[Part, ...]]] = [(definition.title, definition.domains)]
    levels += [(domain.title, _children(domain)) for domain in walk(definition.domains)]
    for title, parts in levels:
        if parts and not any(part.weight for part in parts):
            raise CniError("weights_all_zero", domain=title)
    return parse_definition(json.loads(definition_text(definition)), definition.title)


def _new_id(definition: Definition, title: str, taken: Collection[str] = ()) -> str:
    """An id that no part has, made of the title's letters."""
    slug = _slug(title, "_") or "part"
    if not slug.isidentifier():
        slug = f"n_{slug}"
    return _numbered(slug, "_", {*_RESERVED, *taken, *(part.id for part in _parts(definition))})


def _slug(title: str, between: str) -> str:
    plain = unicodedata.normalize("NFKD", title.replace("'", "")).encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z0-9]+", between, plain)[:_LONGEST_ID].strip(between)


def _numbered(id: str, between: str, taken: Collection[str]) -> str:
    if id not in taken:
        return id
    number = 2
    while f"{id}{between}{number}" in taken:
        number += 1
    return f"{id}{between}{number}"
