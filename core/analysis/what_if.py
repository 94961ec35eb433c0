"""Trying other weights or limits: what an index and its overlay would be, and who joins or leaves the left behind.

Works on arrays over the universe of the index, so that an answer comes while a slider is still moving.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..index.definition import Definition
from ..index.engine import IndexResult, compute
from ..index.ranking import rank_score
from ..index.values import Values
from .overlay import CATEGORIES, Limits, category_positions, near_miss_positions
from .result_table import Counts

LEFT_BEHIND = CATEGORIES.index("left_behind")


@dataclass(frozen=True, eq=False)
class Basis:
    """What a what-if starts from: all that no weight or limit changes, over the universe.

    imd: score, rank, decile, one row for each of values.codes in their order, NaN where unknown. people: (n_areas,)
    residents, NaN where unknown.
    """

    values: Values
    imd: pd.DataFrame
    people: np.ndarray


@dataclass(frozen=True, eq=False)
class Outcome:
    """An index and its overlay at given limits, over the universe.

    places: the last rank inside each limit, and ranked: areas ranked, by index (cni, imd). The arrays are (n_areas,):
    imd_rank, imd_decile; cni_margin, imd_margin, rank minus limit, 0 or less is inside; NaN where unknown. category:
    int8 position in `overlay.CATEGORIES`.
    """

    index: IndexResult
    limits: Limits
    places: Mapping[str, int]
    ranked: Mapping[str, int]
    imd_rank: np.ndarray
    imd_decile: np.ndarray
    cni_margin: np.ndarray
    imd_margin: np.ndarray
    category: np.ndarray


@dataclass(frozen=True, eq=False)
class Change:
    """Who is left behind in one outcome and not in the other.

    joined: positions of areas, by their CNI rank after. left: positions, by their CNI rank before; each is the rank
    that made the area left behind. count_before, count_after: areas left behind. people_before, people_after: people
    living in them, as far as known.
    """

    joined: np.ndarray
    left: np.ndarray
    count_before: int
    count_after: int
    people_before: float
    people_after: float


def make_basis(values: Values, imd_scores: pd.Series, people: pd.Series) -> Basis:
    """Lay deprivation and people over the universe of an index.

    imd_scores, people: labelled by area code, NaN where missing; an area they lack is unknown, one outside the universe
    is neither ranked nor kept.
    """
    imd = rank_score(imd_scores, values.codes).frame.reindex(values.codes)
    return Basis(values, imd, people.astype(float).reindex(values.codes).to_numpy())


def try_out(basis: Basis, definition: Definition, limits: Limits, before: Outcome | None = None) -> Outcome:
    """The outcome of a definition and limits; what `compute` and `overlay` give, without their tables.

    before: an earlier outcome, of which all that still stands is taken over. Raises the faults of `compute`.
    """
    index = _index(basis, definition, before)
    cni_rank, imd_rank = index.rank, basis.imd["rank"].to_numpy()
    ranked = {"cni": index.n, "imd": int(np.count_nonzero(~np.isnan(imd_rank)))}
    places = {"cni": limits.cni.places(ranked["cni"]), "imd": limits.imd.places(ranked["imd"])}
    cni_margin, imd_margin = cni_rank - places["cni"], imd_rank - places["imd"]
    return Outcome(
        index=index,
        limits=limits,
        places=places,
        ranked=ranked,
        imd_rank=imd_rank,
        imd_decile=basis.imd["decile"].to_numpy(),
        cni_margin=cni_margin,
        imd_margin=imd_margin,
        category=category_positions(cni_margin, imd_margin),
    )


def _index(basis: Basis, definition: Definition, before: Outcome | None) -> IndexResult:
    """The index, taken over whole where only limits moved."""
    earlier = None if before is None else before.index
    if earlier is not None and earlier.values is basis.values and earlier.definition == definition:
        return earlier
    return compute(definition, basis.values, reuse=earlier)


def change_between(basis: Basis, before: Outcome, after: Outcome, shown: np.ndarray | None = None) -> Change:
    """How the left behind differ between two outcomes over the same basis.

    shown: (n_areas,) bool, the areas that count; None for all.
    """
    was, now = (_among(outcome.category == LEFT_BEHIND, shown) for outcome in (before, after))
    return Change(
        joined=_by_rank(now & ~was, after),
        left=_by_rank(was & ~now, before),
        count_before=int(np.count_nonzero(was)),
        count_after=int(np.count_nonzero(now)),
        people_before=float(np.nansum(basis.people[was])),
        people_after=float(np.nansum(basis.people[now])),
    )


def _among(mask: np.ndarray, shown: np.ndarray | None) -> np.ndarray:
    return mask if shown is None else mask & shown


def _by_rank(mask: np.ndarray, outcome: Outcome) -> np.ndarray:
    positions = np.flatnonzero(mask)
    return positions[np.argsort(outcome.index.rank[positions], kind="stable")]


def near_misses(outcome: Outcome, shown: np.ndarray | None = None) -> np.ndarray:
    """Positions of the areas whose worse margin is 1 to 1% of the areas ranked, nearest first, as `overlay` has them.

    shown: (n_areas,) bool, the areas to choose from; None for all.
    """
    positions = near_miss_positions(outcome.cni_margin, outcome.imd_margin, outcome.ranked)
    return positions if shown is None else positions[shown[positions]]


def counts(outcome: Outcome, people: np.ndarray, shown: np.ndarray | None = None) -> Counts:
    """Areas of every category, zeros too, and the people living in them, as far as known.

    people: (n_areas,) residents, NaN where unknown. shown: (n_areas,) bool, the areas to count; None for all.
    """
    chosen = slice(None) if shown is None else shown
    category = outcome.category[chosen]
    areas = np.bincount(category, minlength=len(CATEGORIES))
    residents = np.bincount(category, np.nan_to_num(people[chosen]), minlength=len(CATEGORIES))
    return Counts(
        {name: int(count) for name, count in zip(CATEGORIES, areas)},
        {name: float(count) for name, count in zip(CATEGORIES, residents)},
    )
