"""What an index is: the tree of its domains and indicators, their weights, and how they are combined."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from ..errors import CniError

FORMAT = 1


@dataclass(frozen=True)
class Published:
    """A domain as its publisher gives it: a score already transformed, or a rank to transform here.

    columns: names the column may have, the first found is used.
    """

    kind: str
    columns: tuple[str, ...]


@dataclass(frozen=True)
class Indicator:
    """One raw column of need, or a rate of two.

    columns: names the column may have, the first found is used. numerator, denominator: columns whose ratio is the
    indicator, in place of columns. higher_is: "more_need" or "less_need". shrink: draw small areas' rates towards their
    district's. missing: what an area without a value gets; treat: what is done about outliers.
    """

    id: str
    title: str
    weight: float
    columns: tuple[str, ...] = ()
    higher_is: str = "more_need"
    unit: str = ""
    numerator: str | None = None
    denominator: str | None = None
    shrink: bool = False
    missing: str = "exclude"
    treat: str = "none"


@dataclass(frozen=True)
class Combine:
    """How the indicators of a domain become its score."""

    standardise: str = "normal_scores"
    weights: str = "equal"
    aggregate: str = "sum"


@dataclass(frozen=True)
class Domain:
    """A part of an index. It holds indicators, a published column or sub-domains."""

    id: str
    title: str
    weight: float
    transform: str
    published: Published | None = None
    domains: tuple[Domain, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    combine: Combine = Combine()


@dataclass(frozen=True)
class Universe:
    """The set of areas that the publisher ranked: its place, how its codes begin, and how many there are."""

    place: str
    codes: str
    areas: int


@dataclass(frozen=True)
class DefaultLimits:
    """The index's own limits, in percent of the areas ranked."""

    cni: float
    imd: float


@dataclass(frozen=True)
class Definition:
    """An index: a tree of domains, at most four levels deep, summed by weight."""

    id: str
    title: str
    short: str
    status: str
    geography: str
    domains: tuple[Domain, ...]
    sources: tuple[str, ...] = ()
    notes: str = ""
    published_flag: tuple[str, ...] = ()
    limits: DefaultLimits = DefaultLimits(10, 10)
    universes: tuple[Universe, ...] = ()
    aggregate: str = "sum"

    @property
    def is_published(self) -> bool:
        return self.status == "published"

    def as_json(self) -> dict[str, Any]:
        """The definition as its file would hold it, defaults written out."""
        return {"format": FORMAT, **asdict(self), "domains": [_domain_json(domain) for domain in self.domains]}


def _domain_json(domain: Domain) -> dict[str, Any]:
    """A domain as a file holds it: with the one key of its three that it uses."""
    node = {key: getattr(domain, key) for key in ("id", "title", "weight", "transform")}
    if domain.published is not None:
        return {**node, "published": asdict(domain.published)}
    if domain.domains:
        return {**node, "domains": [_domain_json(child) for child in domain.domains]}
    indicators = [asdict(indicator) for indicator in domain.indicators]
    return {**node, "combine": asdict(domain.combine), "indicators": indicators}


def walk(domains: tuple[Domain, ...]) -> Iterator[Domain]:
    """Every domain of a tree, parents before children."""
    for domain in domains:
        yield domain
        yield from walk(domain.domains)


def indicators_of(definition: Definition) -> Iterator[tuple[Domain, Indicator]]:
    """Every indicator of a definition with the domain it stands in."""
    for domain in walk(definition.domains):
        for indicator in domain.indicators:
            yield domain, indicator


def with_weights(definition: Definition, weights: Mapping[str, float]) -> Definition:
    """The definition with the weights of some domains and indicators changed, by id.

    A changed weight of an indicator makes its domain's weights "given". Raises `weight_unknown_domain`,
    `weight_negative` or `weights_all_zero`, naming the domain.
    """
    known = [domain.id for domain in walk(definition.domains)]
    known += [indicator.id for _, indicator in indicators_of(definition)]
    for id, weight in weights.items():
        if id not in known:
            raise CniError("weight_unknown_domain", domain=id, domains=known)
        if not 0 <= weight < float("inf"):
            raise CniError("weight_negative", domain=id, weight=weight)
    return replace(definition, domains=_reweighted(definition.domains, definition.title, weights))


def _reweighted(domains: tuple[Domain, ...], parent: str, weights: Mapping[str, float]) -> tuple[Domain, ...]:
    new = tuple(_reweighted_domain(domain, weights) for domain in domains)
    if new and not sum(domain.weight for domain in new):
        raise CniError("weights_all_zero", domain=parent)
    return new


def _reweighted_domain(domain: Domain, weights: Mapping[str, float]) -> Domain:
    changed = replace(
        domain,
        weight=float(weights.get(domain.id, domain.weight)),
        domains=_reweighted(domain.domains, domain.title, weights),
    )
    if not any(indicator.id in weights for indicator in domain.indicators):
        return changed
    indicators = tuple(replace(i, weight=float(weights.get(i.id, i.weight))) for i in domain.indicators)
    if not sum(indicator.weight for indicator in indicators):
        raise CniError("weights_all_zero", domain=domain.title)
    return replace(changed, indicators=indicators, combine=replace(domain.combine, weights="given"))
