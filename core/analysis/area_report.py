"""One area explained: where it stands, what pushes it over a limit or holds it back, and which areas are like it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from ..index.definition import Domain, Indicator, walk
from ..index.engine import DomainResult
from ..index.standardise import percentile
from ..index.transform import largest
from .overlay import CATEGORIES
from .what_if import Basis, Outcome


@dataclass(frozen=True)
class Standing:
    """Where an area stands on one index; rank, decile and margin are None where it has none.

    n: areas ranked. places: the last rank inside the limit. margin: rank minus places, 0 or less is inside.
    """

    rank: int | None
    n: int
    decile: int | None
    places: int
    margin: int | None


@dataclass(frozen=True)
class DomainPosition:
    """Where an area stands on one domain of the first level; None where it has no value.

    n: areas ranked in the domain. position: percentage of the other ranked areas with less need, 0 to 100, half of
    those that tie. share: of the weight of the index, 0 to 1. rank_if_middling: the area's CNI rank had it the median
    transformed score of this domain. role: "pushes_over" when it is inside the limit now and would not be then,
    "holds_back" when it is outside and would be inside then, else "".
    """

    id: str
    title: str
    rank: int | None
    n: int
    decile: int | None
    position: float | None
    share: float
    rank_if_middling: int | None
    role: str


@dataclass(frozen=True)
class IndicatorPosition:
    """The value of an area on one indicator, in its unit, as the tables hold it; None where it is missing.

    domain: id of the domain of the first level that it counts in. position: as of `DomainPosition`, among the areas
    with a value.
    """

    domain: str
    id: str
    title: str
    unit: str
    higher_is: str
    value: float | None
    position: float | None


@dataclass(frozen=True)
class AreaReport:
    """What is known of one area. similar: positions of the areas most like it, the most alike first."""

    code: str
    category: str
    cni: Standing
    imd: Standing
    domains: tuple[DomainPosition, ...]
    indicators: tuple[IndicatorPosition, ...]
    similar: tuple[int, ...]


def report_area(basis: Basis, outcome: Outcome, position: int) -> AreaReport:
    """Explain the area at a position of the universe under an outcome."""
    index = outcome.index
    return AreaReport(
        code=str(index.codes[position]),
        category=CATEGORIES[outcome.category[position]],
        cni=_standing(outcome, "cni", index.rank[position], index.decile[position]),
        imd=_standing(outcome, "imd", outcome.imd_rank[position], outcome.imd_decile[position]),
        domains=tuple(_domain(outcome, domain, position) for domain in index.definition.domains),
        indicators=tuple(
            _indicator(domain, indicator, basis.values.columns[indicator.id], position)
            for domain, indicator in _indicators(index.definition.domains)
        ),
        similar=similar_areas(outcome, position),
    )


def _standing(outcome: Outcome, key: str, rank: float, decile: float) -> Standing:
    places = outcome.places[key]
    return Standing(_whole(rank), outcome.ranked[key], _whole(decile), places, _whole(rank - places))


def _whole(value: float) -> int | None:
    return None if np.isnan(value) else int(value)


def _position(need: np.ndarray, position: int) -> float | None:
    """Percentage of the other known areas with less need, half of those that tie; `percentile` of one area.

    need: (n_areas,), rising with need, NaN where unknown.
    """
    own = need[position]
    if np.isnan(own):
        return None
    less, alike, known = (int(np.count_nonzero(mask)) for mask in (need < own, need == own, ~np.isnan(need)))
    return 100.0 * (less + (alike - 1) / 2) / max(known - 1, 1)


def _domain(outcome: Outcome, domain: Domain, position: int) -> DomainPosition:
    part = outcome.index.domains[domain.id]
    whole = sum(one.weight for one in outcome.index.definition.domains)
    middling = _rank_if_middling(outcome, domain, part, position)
    return DomainPosition(
        id=domain.id,
        title=domain.title,
        rank=_whole(part.rank[position]),
        n=part.n,
        decile=_whole(part.decile[position]),
        position=_position(-part.rank, position),
        share=domain.weight / whole,
        rank_if_middling=middling,
        role=_role(outcome.index.rank[position], middling, outcome.places["cni"]),
    )


def _rank_if_middling(outcome: Outcome, domain: Domain, part: DomainResult, position: int) -> int | None:
    """The CNI rank of an area with the median of one domain, all other areas and domains as they are."""
    score, own = outcome.index.score, outcome.index.rank[position]
    if np.isnan(own):
        return None
    median = np.nanmedian(part.transformed)
    if not domain.weight or part.transformed[position] == median:
        return int(own)
    score_then = score[position] + domain.weight * (median - part.transformed[position])
    # Sums that are equal but for their last bits tie in the index, so they must not count as above here.
    above = score > score_then + 1e-12 * largest(score)
    above[position] = False
    return 1 + int(np.count_nonzero(above))


def _role(rank: float, middling: int | None, places: int) -> str:
    if middling is None or (rank <= places) == (middling <= places):
        return ""
    return "pushes_over" if rank <= places else "holds_back"


def _indicators(domains: tuple[Domain, ...]) -> Iterator[tuple[Domain, Indicator]]:
    """Every indicator with the domain of the first level that it counts in."""
    for domain in domains:
        for part in walk((domain,)):
            for indicator in part.indicators:
                yield domain, indicator


def _indicator(domain: Domain, indicator: Indicator, values: np.ndarray, position: int) -> IndicatorPosition:
    value = float(values[position])
    return IndicatorPosition(
        domain=domain.id,
        id=indicator.id,
        title=indicator.title,
        unit=indicator.unit,
        higher_is=indicator.higher_is,
        value=None if np.isnan(value) else value,
        position=_position(-values if indicator.higher_is == "less_need" else values, position),
    )


def similar_areas(outcome: Outcome, position: int, count: int = 5) -> tuple[int, ...]:
    """Positions of the areas most like one, the most alike first, itself not among them.

    Alike: the smallest Euclidean distance between positions (0 to 100, see `DomainPosition`) on the domains that have
    weight and on the IMD. Areas that lack one of these are left out; none are like an area that lacks one itself.
    """
    index = outcome.index
    ranks = [index.domains[domain.id].rank for domain in index.definition.domains if domain.weight]
    places = np.stack([percentile(-rank) for rank in (*ranks, outcome.imd_rank)])
    distance = ((places - places[:, [position]]) ** 2).sum(axis=0)
    distance[position] = np.nan
    nearest = np.argsort(distance, kind="stable")[: min(count, np.count_nonzero(~np.isnan(distance)))]
    return tuple(int(area) for area in nearest)
