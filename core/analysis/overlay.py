"""The double-disadvantage overlay: where community need and deprivation are both among the worst."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal

import numpy as np
import pandas as pd

from ..errors import CniError, Notice, notice
from ..index.transform import FEWEST_FOR_DECILES, tie_sizes

CATEGORIES = ("left_behind", "deprived", "high_need", "other", "no_data")
_BLOCK_PERCENT = 1


@dataclass(frozen=True)
class Limit:
    """How far down the ranks 'worst' goes: a percentage of the areas ranked, or a count of them."""

    amount: Decimal
    is_count: bool

    def places(self, n: int) -> int:
        """The last rank inside the limit among `n` areas: floor(p * n / 100) in decimal arithmetic, or the count."""
        if self.is_count:
            return int(self.amount)
        return int((self.amount * n / 100).to_integral_value(rounding=ROUND_FLOOR))


def make_limit(amount: float, *, is_count: bool, name: str) -> Limit:
    """A limit from a number. Raises `limit_not_percent` or `limit_not_count`, with the name of the parameter."""
    exact = Decimal(str(amount))
    if not exact.is_finite() or exact <= 0 or (not is_count and exact > 100):
        raise CniError("limit_not_count" if is_count else "limit_not_percent", name=name, found=amount)
    if is_count and exact != exact.to_integral_value():
        raise CniError("limit_not_count", name=name, found=amount)
    return Limit(exact, is_count)


@dataclass(frozen=True)
class Limits:
    """The two limits of a run."""

    cni: Limit
    imd: Limit


@dataclass(frozen=True, eq=False)
class OverlayResult:
    """The overlay over every area that either index knows.

    frame: cni_margin, imd_margin (rank minus limit, 0 or less is inside; NaN without a rank) and category, indexed by
    area code. places: the last rank inside each limit, by index. ranked: areas ranked, by index.
    near_misses: codes whose worse margin is 1 to 1% of the areas ranked, nearest first.
    """

    frame: pd.DataFrame
    limits: Limits
    places: Mapping[str, int]
    ranked: Mapping[str, int]
    near_misses: list[str]
    notices: tuple[Notice, ...]


def overlay(cni_rank: pd.Series, imd_rank: pd.Series, limits: Limits) -> OverlayResult:
    """Overlay two rankings.

    cni_rank, imd_rank: labelled by area code, 1 = most need or most deprived, NaN where not ranked. An area that
    lacks either rank is `no_data`.
    """
    codes = cni_rank.index.append(imd_rank.index.difference(cni_rank.index))
    ranks = {"cni": cni_rank.reindex(codes).to_numpy(float), "imd": imd_rank.reindex(codes).to_numpy(float)}
    ranked = {key: int(np.count_nonzero(~np.isnan(rank))) for key, rank in ranks.items()}
    places = {"cni": limits.cni.places(ranked["cni"]), "imd": limits.imd.places(ranked["imd"])}
    margins = {key: rank - places[key] for key, rank in ranks.items()}
    frame = pd.DataFrame(
        {
            "cni_margin": margins["cni"],
            "imd_margin": margins["imd"],
            "category": categories(margins["cni"], margins["imd"]),
        },
        index=pd.Index(codes, name="area_code"),
    )
    notices = tuple(note for key in ranks for note in _tie_notices(key, ranks[key], ranked[key], places[key]))
    near = list(codes[near_miss_positions(margins["cni"], margins["imd"], ranked)])
    return OverlayResult(frame, limits, places, ranked, near, notices)


def category_positions(cni_margin: np.ndarray, imd_margin: np.ndarray) -> np.ndarray:
    """(n_areas,) int8 position in CATEGORIES of each pair of margins; `no_data` where either is NaN."""
    need, deprived = cni_margin <= 0, imd_margin <= 0
    unknown = np.isnan(cni_margin) | np.isnan(imd_margin)
    names = ("no_data", "left_behind", "deprived", "high_need")
    positions = [np.int8(CATEGORIES.index(name)) for name in names]
    return np.select([unknown, need & deprived, deprived, need], positions, np.int8(CATEGORIES.index("other")))


def categories(cni_margin: np.ndarray, imd_margin: np.ndarray) -> np.ndarray:
    """(n_areas,) category of each pair of margins; `no_data` where either is NaN."""
    return np.array(CATEGORIES, dtype=object)[category_positions(cni_margin, imd_margin)]


def near_miss_positions(cni_margin: np.ndarray, imd_margin: np.ndarray, ranked: Mapping[str, int]) -> np.ndarray:
    """Positions of the areas whose worse margin is 1 to 1% of the areas ranked, nearest first."""
    worse = np.maximum(cni_margin, imd_margin)
    positions = np.flatnonzero((worse >= 1) & (worse <= max(ranked.values()) // 100))
    return np.asarray(positions[np.argsort(worse[positions], kind="stable")])


def _tie_notices(key: str, rank: np.ndarray, n: int, places: int) -> list[Notice]:
    """Blocks of ties larger than 1% of the areas that cross the limit or the edge of a decile."""
    size = tie_sizes(rank)
    large = size * 100 > _BLOCK_PERCENT * n
    blocks = {int(first): int(count) for first, count in zip(rank[large], size[large])}
    edges = [("limit", places)]
    if n >= FEWEST_FOR_DECILES:
        edges += [("decile", decile * n // 10) for decile in range(1, 10)]
    return [
        notice(
            "ties_cross_limit" if kind == "limit" else "ties_cross_decile",
            index=key,
            count=count,
            rank=first,
            places=edge,
        )
        for first, count in blocks.items()
        for kind, edge in edges
        if first <= edge < first + count - 1
    ]
