"""Computing an index in stages: domain values, domain ranks, transformed scores, weighted sums, overall rank.

Every stage of every domain is kept in the result, so that a new weight recomputes only what stands above it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..errors import Notice
from .definition import Definition, Domain, walk
from .transform import deciles, exponential, mid_ranks, rank_need
from .values import Values


@dataclass(frozen=True, eq=False)
class DomainResult:
    """One domain, with what it was computed from.

    score, rank, decile: (n_areas,), NaN where missing; what the result layer shows. transformed: (n_areas,), what is
    summed into the level above. n: areas ranked in this domain.
    """

    domain: Domain
    score: np.ndarray
    rank: np.ndarray
    decile: np.ndarray
    transformed: np.ndarray
    n: int


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
    rank = rank_need(_comparable(score, definition.domains))
    n = int(np.count_nonzero(~np.isnan(score)))
    return IndexResult(definition, values, domains, score, rank, deciles(rank, n), n)


def _compute_domain(
    domain: Domain, values: Values, earlier: Mapping[str, DomainResult], done: dict[str, DomainResult]
) -> None:
    old = earlier.get(domain.id)
    if old is not None and _same_below(old.domain, domain):
        for part in walk((domain,)):
            done[part.id] = earlier[part.id]
        return
    for child in domain.domains:
        _compute_domain(child, values, earlier, done)
    done[domain.id] = _domain_result(domain, values, done)


def _same_below(old: Domain, new: Domain) -> bool:
    """Whether two domains compute alike; a domain's own weight counts only in the level above."""
    return (old.id, old.transform, old.published, old.domains) == (new.id, new.transform, new.published, new.domains)


def _domain_result(domain: Domain, values: Values, done: Mapping[str, DomainResult]) -> DomainResult:
    if domain.published is None:
        total = _weighted_sum(domain.domains, done)
        return _ranked(domain, total, _comparable(total, domain.domains))
    column = values.columns[domain.id]
    if domain.published.kind == "score":
        rank, n = rank_need(column), int(np.count_nonzero(~np.isnan(column)))
        return DomainResult(domain, column, rank, deciles(rank, n), column, n)
    return _ranked(domain, -column, -column)


def _ranked(domain: Domain, need: np.ndarray, comparable: np.ndarray) -> DomainResult:
    """A domain from a quantity that rises with need, ranked by `comparable`, transformed as the definition says."""
    rank, n = rank_need(comparable), int(np.count_nonzero(~np.isnan(need)))
    transformed = need if domain.transform == "none" else exponential(mid_ranks(rank), n)
    return DomainResult(domain, transformed, rank, deciles(rank, n), transformed, n)


def _weighted_sum(domains: tuple[Domain, ...], done: Mapping[str, DomainResult]) -> np.ndarray:
    """Sum of weight times transformed score; the weights are not rescaled. NaN where a part with weight is missing."""
    parts = [domain.weight * done[domain.id].transformed for domain in domains if domain.weight]
    return np.asarray(sum(parts[1:], start=parts[0]))


def _comparable(score: np.ndarray, domains: tuple[Domain, ...]) -> np.ndarray:
    """Scores at the precision they carry, so that equal areas tie, on a scale that is the same for all sizes of weight.

    Published scores carry single precision (without this, two tied wards of CNI 2019 come apart); scores made here
    from ranks are exact but for the last bits of a sum.
    """
    weights = [domain.weight for domain in domains if domain.weight]
    score = score * (len(weights) / sum(weights))
    if any(part.published and part.published.kind == "score" for part in walk(domains)):
        return score.astype(np.float32).astype(float)
    return np.asarray(np.round(score, 9))


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
