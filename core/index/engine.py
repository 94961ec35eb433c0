"""Computing an index in stages: values, standardised indicators, domain scores, domain ranks, transformed scores, sum.

Every stage of every domain is kept in the result, so that a new weight recomputes only what stands above it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from ..errors import CniError, Notice
from .definition import Definition, Domain, Indicator, walk
from .factor import Factor, first_factor
from .indicators import Standardised, standardise
from .transform import comparable, deciles, exponential, largest, need_ranks, rank_need
from .values import Values


@dataclass(frozen=True, eq=False)
class DomainResult:
    """One domain, with what it was computed from.

    score, rank, decile: (n_areas,), NaN where missing; what the result layer shows. transformed: (n_areas,), what is
    summed into the level above. n: areas ranked in this domain. indicators: the domain's own, standardised. weights:
    (n_indicators,), summing to 1. factor: where the weights were found by one. combined: (n_areas,) the weighted mean
    of the indicators, before it is ranked and transformed.
    """

    domain: Domain
    score: np.ndarray
    rank: np.ndarray
    decile: np.ndarray
    transformed: np.ndarray
    n: int
    indicators: tuple[Standardised, ...] = ()
    weights: np.ndarray | None = None
    factor: Factor | None = None
    combined: np.ndarray | None = None


@dataclass(frozen=True, eq=False)
class IndexResult:
    """An index over its universe: (n_areas,) score, rank, decile, NaN where a domain is missing; n areas ranked."""

    definition: Definition
    values: Values
    domains: Mapping[str, DomainResult]
    score: np.ndarray
    rank: np.ndarray
    decile: np.ndarray
    n: int

    @property
    def codes(self) -> pd.Index:
        return self.values.codes

    @property
    def notices(self) -> tuple[Notice, ...]:
        return self.values.notices


def compute(definition: Definition, values: Values, reuse: IndexResult | None = None) -> IndexResult:
    """Compute an index.

    reuse: an earlier result over the same `values`; its domains are taken over where their part of the definition is
    unchanged, so that moving a weight costs one sum and one ranking for each level above it.
    """
    earlier = reuse.domains if reuse is not None and reuse.values is values else {}
    domains: dict[str, DomainResult] = {}
    for domain in definition.domains:
        _compute_domain(domain, values, earlier, domains)
    score = _weighted_sum(definition.domains, domains)
    rank = rank_need(_comparable(score, definition.domains, domains))
    n = int(np.count_nonzero(~np.isnan(score)))
    return IndexResult(definition, values, domains, score, rank, deciles(rank, n), n)


def _compute_domain(
    domain: Domain, values: Values, earlier: Mapping[str, DomainResult], done: dict[str, DomainResult]
) -> None:
    old = earlier.get(domain.id)
    if old is not None and _same_below(old.domain, domain):
        for part in walk((domain,)):
            known = earlier[part.id]
            done[part.id] = known if known.domain.title == part.title else replace(known, domain=part)
        return
    for child in domain.domains:
        _compute_domain(child, values, earlier, done)
    done[domain.id] = _domain_result(domain, values, old, done)


def _same_below(old: Domain, new: Domain) -> bool:
    """Whether two domains compute alike; a domain's own weight counts only in the level above."""
    return replace(old, weight=new.weight, title=new.title) == new


def _domain_result(
    domain: Domain, values: Values, old: DomainResult | None, done: Mapping[str, DomainResult]
) -> DomainResult:
    if domain.indicators:
        return _combined(domain, values, old)
    if domain.published is None:
        total = _weighted_sum(domain.domains, done)
        return _ranked(domain, total, _comparable(total, domain.domains, done))
    column = values.columns[domain.id]
    if domain.published.kind == "score":
        rank, n = rank_need(column), int(np.count_nonzero(~np.isnan(column)))
        return DomainResult(domain, column, rank, deciles(rank, n), column, n)
    return _ranked(domain, -column, -column)


def _combined(domain: Domain, values: Values, old: DomainResult | None) -> DomainResult:
    """A domain from its indicators: standardised, weighted, ranked and, as the definition says, transformed.

    Raises `domain_empty` where no area has enough of them, and the faults of standardising and weighting.
    """
    known = {} if old is None else {one.indicator.id: one for one in old.indicators}
    method = domain.combine.standardise
    ready = tuple(_standardised(indicator, method, values, known.get(indicator.id)) for indicator in domain.indicators)
    weights, factor = _indicator_weights(domain, ready, old)
    combined = combine([one.scores for one in ready], weights)
    if np.isnan(combined).all():
        raise CniError("domain_empty", domain=domain.title)
    scale = max(weight * largest(one.scores) for weight, one in zip(weights, ready))
    result = _ranked(domain, combined, comparable(combined, scale))
    return replace(result, indicators=ready, weights=weights, factor=factor, combined=combined)


def _standardised(indicator: Indicator, method: str, values: Values, known: Standardised | None) -> Standardised:
    if known is not None and known.method == method and replace(known.indicator, weight=indicator.weight) == indicator:
        return known
    return standardise(indicator, method, values.columns[indicator.id], values.district)


def _indicator_weights(
    domain: Domain, ready: tuple[Standardised, ...], old: DomainResult | None
) -> tuple[np.ndarray, Factor | None]:
    """(n_indicators,) weights that sum to 1, and the factor they come from.

    Raises `factor_not_found` or `factor_loading_negative`.
    """
    if domain.combine.weights == "equal":
        return np.full(len(ready), 1.0 / len(ready)), None
    if domain.combine.weights == "given":
        given = np.array([indicator.weight for indicator in domain.indicators])
        return given / given.sum(), None
    known = None if old is None or old.indicators != ready else old.factor
    factor = known or first_factor(np.stack([one.scores for one in ready]).T)
    if factor is None:
        raise CniError("factor_not_found", domain=domain.title)
    for one, loading in zip(ready, factor.loadings):
        if loading < 0:
            raise CniError(
                "factor_loading_negative", indicator=one.indicator.title, domain=domain.title, loading=float(loading)
            )
    return factor.loadings / factor.loadings.sum(), factor


def combine(scores: Sequence[np.ndarray], weights: np.ndarray) -> np.ndarray:
    """(n_areas,) weighted mean of standardised indicators over those an area has.

    scores: of each indicator, (n_areas,), NaN missing. weights: (n_indicators,). NaN where an area has less than two
    thirds of the weight.
    """
    total = np.zeros(len(scores[0]))
    absent = np.zeros(len(scores[0]))
    whole = float(weights.sum())
    for column, weight in zip(scores, weights):
        missing = np.isnan(column)
        if missing.any():
            total += np.where(missing, 0.0, weight * column)
            absent += np.where(missing, weight, 0.0)
        else:
            total += weight * column
    enough = absent <= whole * (1 / 3 + 1e-12)
    return np.where(enough, total / np.where(enough, whole - absent, 1.0), np.nan)


def _ranked(domain: Domain, need: np.ndarray, ranked_by: np.ndarray) -> DomainResult:
    """A domain from a quantity that rises with need, ranked by `ranked_by`, transformed as the definition says."""
    (rank, mid_rank), n = need_ranks(ranked_by), int(np.count_nonzero(~np.isnan(need)))
    transformed = need if domain.transform == "none" else exponential(mid_rank, n)
    return DomainResult(domain, transformed, rank, deciles(rank, n), transformed, n)


def _weighted_sum(domains: tuple[Domain, ...], done: Mapping[str, DomainResult]) -> np.ndarray:
    """Sum of weight times transformed score; the weights are not rescaled. NaN where a part with weight is missing."""
    parts = [domain.weight * done[domain.id].transformed for domain in domains if domain.weight]
    return np.asarray(sum(parts[1:], start=parts[0]))


def _comparable(score: np.ndarray, domains: tuple[Domain, ...], done: Mapping[str, DomainResult]) -> np.ndarray:
    """Scores at the precision they carry, so that equal areas tie, on a scale that is the same for all sizes of weight.

    Published scores carry single precision (without this, two tied wards of CNI 2019 come apart); scores made here
    from ranks are exact but for the last bits of a sum.
    """
    if not any(part.published and part.published.kind == "score" for part in walk(domains)):
        return comparable(score, max(domain.weight * largest(done[domain.id].transformed) for domain in domains))
    weights = [domain.weight for domain in domains if domain.weight]
    return np.asarray((score * (len(weights) / sum(weights))).astype(np.float32).astype(float))


def result_frame(result: IndexResult, prefix: str) -> pd.DataFrame:
    """The result as a table indexed by area code: `<prefix>_score`, `_rank`, `_decile`, the domains', and `missing`.

    Only the domains of the first level have columns. `missing` lists the domains without a value, `, ` between them.
    """
    columns: dict[str, np.ndarray] = {
        f"{prefix}_score": result.score,
        f"{prefix}_rank": result.rank,
        f"{prefix}_decile": result.decile,
    }
    for domain in result.definition.domains:
        part = result.domains[domain.id]
        columns |= {
            f"{domain.id}_score": part.score,
            f"{domain.id}_rank": part.rank,
            f"{domain.id}_decile": part.decile,
        }
    frame = pd.DataFrame(columns, index=result.codes)
    frame["missing"] = _missing(result)
    return frame


def _missing(result: IndexResult) -> np.ndarray:
    text = np.full(len(result.codes), "", dtype=object)
    for id, column in result.values.columns.items():
        gone = np.isnan(column)
        text[gone] = [f"{before}, {id}" if before else id for before in text[gone]]
    return text
