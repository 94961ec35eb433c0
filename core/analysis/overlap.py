"""What share of the people of a place live in left behind areas: the place itself gets no rank, decile or category."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..data.links import Links, join
from ..data.tables import Table
from ..errors import CniError, Notice, notice
from .overlay import CATEGORIES

DECILES = ("cni_decile", "imd_decile")
NO_DATA = CATEGORIES.index("no_data")
_NAMED = 5
_LISTED = 20


@dataclass(frozen=True, eq=False)
class Profile:
    """What is known of the areas of a result, in its order.

    codes, names: (n_areas,) text. category: (n_areas,) position in CATEGORIES. deciles: by index, (n_areas,) 1 to 10,
    0 where the area has none. people: (n_areas,) residents, NaN where not known.
    """

    codes: pd.Index
    names: np.ndarray
    category: np.ndarray
    deciles: dict[str, np.ndarray]
    people: np.ndarray


def read_profile(table: Table) -> Profile:
    """The areas of a result from its table.

    Raises `not_a_result` for a table without the columns of a result or with categories of its own.
    """
    name, columns = table.origin.name, list(table.frame.columns)
    for column in ("category", *DECILES):
        if column not in columns:
            raise CniError("not_a_result", table=name, column=column)
    category = table.frame["category"].astype("object").where(table.frame["category"].notna(), "no_data")
    position = pd.Index(CATEGORIES).get_indexer(category.astype(str).str.strip())
    if (position < 0).any():
        found = sorted(set(category[position < 0].astype(str)))
        raise CniError("categories_unknown", table=name, found=found[:5], allowed=list(CATEGORIES))
    deciles = {key: np.nan_to_num(table.numbers(key).values).astype(int) for key in DECILES}
    for key, values in deciles.items():
        if ((values < 0) | (values > 10)).any():
            found = sorted({int(value) for value in values if not 0 <= value <= 10})
            raise CniError("not_a_decile", table=name, column=key, found=found[:5])
    codes = table.frame.index
    given = table.frame["area_name"] if "area_name" in columns else pd.Series(None, codes, dtype=object)
    names = given.where(given.notna(), pd.Series(codes, codes)).to_numpy(dtype=object)
    people = table.people("population").to_numpy() if "population" in columns else np.full(len(codes), np.nan)
    return Profile(codes, names, position, deciles, people)


@dataclass(frozen=True, eq=False)
class Membership:
    """Where small areas lie: in targets, or in the areas of a result.

    small, where: (n_rows,) positions; where is -1 for somewhere else. weight: (n_rows,) residents of the row, NaN where
    not known; None when it gives none. share: (n_rows,) the part of the small area that the row is.
    """

    small: np.ndarray
    where: np.ndarray
    weight: np.ndarray | None
    share: np.ndarray


def links_membership(links: Links, smalls: pd.Index, places: pd.Index, *, outside: bool) -> Membership:
    """The rows of a look-up whose small area is among `smalls`.

    smalls, places: the codes that positions are of. outside: keep rows that lead to none of the places, at -1.
    """
    small, where = smalls.get_indexer(links.starts)[links.start], places.get_indexer(links.ends)[links.end]
    known = (small >= 0) & ((where >= 0) | outside)
    weight = None if links.weight is None else links.weight[known]
    return Membership(small[known], where[known], weight, links.share[known])


@dataclass(frozen=True, eq=False)
class Pieces:
    """What each target is made of.

    target: (n_pieces,) position. area: (n_pieces,) position of the area of the result that the piece lies in, -1 when
    it lies in none. people: (n_pieces,) residents, NaN when not known. shared: (n_pieces,) whether people were shared
    out, not counted whole.
    """

    target: np.ndarray
    area: np.ndarray
    people: np.ndarray
    shared: np.ndarray


def meet(targets: Membership, areas: Membership, n_small: int) -> Pieces:
    """Pieces from where small areas lie in the targets, and where they lie in the areas of a result.

    The people of a piece: the weight in the target times the share of the area; else, where only the areas give
    weights, their weight times the share of the target. People of a small area in no area of the result stay in the
    target, in no area, as far as they are known. One of the two must give weights.
    """
    mine, other = join(targets.small, areas.small, n_small)
    if targets.weight is not None:
        people = targets.weight[mine] * areas.share[other]
        shared = (np.bincount(areas.small, minlength=n_small) > 1)[targets.small[mine]]
    elif areas.weight is not None:
        people = areas.weight[other] * targets.share[mine]
        shared = targets.share[mine] < 1
    else:
        raise ValueError("neither look-up gives weights")
    placed = np.bincount(areas.small, areas.share, minlength=n_small)[targets.small]
    rest = np.flatnonzero(placed < 1 - 1e-9)
    left = np.full(len(rest), np.nan) if targets.weight is None else targets.weight[rest] * (1 - placed[rest])
    return Pieces(
        np.concatenate((targets.where[mine], targets.where[rest])),
        np.concatenate((areas.where[other], np.full(len(rest), -1))),
        np.concatenate((people, left)),
        np.concatenate((shared, np.zeros(len(rest), dtype=bool))),
    )


def overlap_shares(pieces: Pieces, profile: Profile, n_targets: int) -> pd.DataFrame:
    """Shares of the people of each target by the category and deciles of the area they live in.

    Returns (n_targets,) rows: residents; residents_known, those in an area with a category; share_<category>, which
    sum to 1; share_<index>_decile_1 to _10, which sum to 1 less those in areas without a decile; all shares of
    `residents`, NaN where there are none; areas, how many hold residents of the target, and area_names, those with
    the largest shares; quality: best_fit (whole small areas), estimated (people shared out), partial (people of a
    small area not known).
    """
    people = np.nan_to_num(pieces.people)
    residents = np.bincount(pieces.target, people, minlength=n_targets)
    # The last place stands for no area, and -1 takes it.
    category = np.append(profile.category, NO_DATA)[pieces.area]
    columns = {"residents": residents}
    by_category = _by(pieces.target, category, people, n_targets, len(CATEGORIES))
    columns["residents_known"] = residents - by_category[NO_DATA]
    with np.errstate(invalid="ignore", divide="ignore"):
        for name, count in zip(CATEGORIES, by_category):
            columns[f"share_{name}"] = np.where(residents > 0, count / residents, np.nan)
        for key in DECILES:
            decile = np.append(profile.deciles[key], 0)[pieces.area]
            for number, count in enumerate(_by(pieces.target, decile, people, n_targets, 11)[1:], start=1):
                columns[f"share_{key}_{number}"] = np.where(residents > 0, count / residents, np.nan)
    frame = pd.DataFrame(columns)
    frame["areas"], frame["area_names"] = _areas(pieces, people, residents, profile.names)
    lost = np.bincount(pieces.target[np.isnan(pieces.people)], minlength=n_targets) > 0
    shared = np.bincount(pieces.target[pieces.shared], minlength=n_targets) > 0
    frame["quality"] = np.select([lost, shared], ["partial", "estimated"], "best_fit")
    return frame


def _by(target: np.ndarray, kind: np.ndarray, people: np.ndarray, n_targets: int, n_kinds: int) -> np.ndarray:
    """(n_kinds, n_targets) people of each target of each kind."""
    sums = np.bincount(kind * n_targets + target, people, minlength=n_kinds * n_targets)
    return sums.reshape(n_kinds, n_targets)


def _areas(
    pieces: Pieces, people: np.ndarray, residents: np.ndarray, names: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """(n_targets,) how many areas hold people of each target, and the names and shares of the first of them."""
    inside = (pieces.area >= 0) & (people > 0)
    pairs, of = np.unique(pieces.target[inside] * max(len(names), 1) + pieces.area[inside], return_inverse=True)
    target, area = np.divmod(pairs, max(len(names), 1))
    share = np.bincount(of, people[inside], minlength=len(pairs)) / residents[target]
    order = np.lexsort((area, -np.round(share, 9), target))
    count = np.bincount(target, minlength=len(residents))
    place = np.arange(len(order)) - np.repeat(np.cumsum(count) - count, count)
    texts: list[list[str]] = [[] for _ in residents]
    for i in order[place < _NAMED]:
        texts[target[i]].append(f"{names[area[i]]} {percent(share[i])}")
    return count, np.array(["; ".join(text) for text in texts], dtype=object)


def percent(share: float) -> str:
    """A share as a whole percentage; '<1%' for what is there but rounds to nothing."""
    text = f"{100 * share:.0f}%"
    return "<1%" if text == "0%" else text


def overlap_notices(frame: pd.DataFrame, names: Sequence[str]) -> list[Notice]:
    """Targets without residents, and those most of whose residents live where nothing is known. names: of targets."""
    labels = pd.Series(list(names), frame.index, dtype=object)
    empty = frame["residents"] == 0
    unknown = ~empty & (2 * frame["residents_known"] < frame["residents"])
    found = (("overlap_no_residents", empty), ("overlap_unknown", unknown), ("overlap_partial", _is_partial(frame)))
    return [
        notice(code, count=int(mask.sum()), total=len(frame), names=list(labels[mask][:_LISTED]))
        for code, mask in found
        if mask.any()
    ]


def _is_partial(frame: pd.DataFrame) -> pd.Series:
    return frame["quality"] == "partial"
