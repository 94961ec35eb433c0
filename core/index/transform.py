"""Ranks, deciles and the exponential transformation of the Indices of Deprivation.

Source of every formula: English Indices of Deprivation, technical reports; recomputed from the published tables.
"""

from __future__ import annotations

import numpy as np

CONSTANT = 23.0
_TOP = 1.0 - np.exp(-100.0 / CONSTANT)
FEWEST_FOR_DECILES = 10


def _tied_blocks(values: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Positions sorted by `values`, and for each sorted place the first and last place of its block of ties."""
    order = np.argsort(values)
    ordered = values[order]
    new = np.concatenate(([True], ordered[1:] != ordered[:-1])) if len(ordered) else np.zeros(0, dtype=bool)
    starts = np.flatnonzero(new)
    block = np.cumsum(new) - 1
    ends = np.concatenate((starts[1:], [len(ordered)])) - 1 if len(starts) else starts
    return order, starts[block], ends[block]


def _laid_out(places: np.ndarray, order: np.ndarray, present: np.ndarray) -> np.ndarray:
    """Sorted places put back in the order of the areas, NaN where an area is not present."""
    ranks = np.full(len(present), np.nan)
    ranks[np.flatnonzero(present)[order]] = places
    return ranks


def rank_need(scores: np.ndarray) -> np.ndarray:
    """Rank 1 for the highest score; ties share the smallest rank and the next ranks are skipped.

    scores: (n_areas,). Returns (n_areas,); NaN stays NaN and is not counted.
    """
    present = ~np.isnan(scores)
    order, first, _ = _tied_blocks(-scores[present])
    return _laid_out(first + 1, order, present)


def need_ranks(scores: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The ranks of `rank_need`, and the mean places of ties that `mid_ranks` makes of them, from one sorting."""
    present = ~np.isnan(scores)
    order, first, last = _tied_blocks(-scores[present])
    return _laid_out(first + 1, order, present), _laid_out((first + last) / 2 + 1, order, present)


def largest(values: np.ndarray) -> float:
    """The largest absolute value of (n_areas,) values; 0 when all are missing."""
    return float(max(np.fmax.reduce(values, initial=0.0), -np.fmin.reduce(values, initial=0.0)))


def comparable(scores: np.ndarray, scale: float) -> np.ndarray:
    """Sums at thirteen digits of their largest term, so that sums equal but for their last bits tie, in any unit.

    scores: (n_areas,), NaN missing. scale: the largest absolute value among the terms that were summed.
    """
    return np.asarray(np.round(scores / (scale or 1.0), 13))


def mid_ranks(ranks: np.ndarray) -> np.ndarray:
    """Ranks among the areas given, 1 = smallest; areas that share a rank get the mean of the places they occupy.

    ranks: (n_areas,), as published or as `rank_need` gives them. NaN stays NaN. This is the rank that the published
    transformations use (recomputed on each of them).
    """
    present = ~np.isnan(ranks)
    order, first, last = _tied_blocks(ranks[present])
    return _laid_out((first + last) / 2 + 1, order, present)


def exponential(ranks: np.ndarray, n: int) -> np.ndarray:
    """Exponential transformation: rank 1 gets 100, rank n a value just above 0; one area in ten is above about 50.

    ranks: (n_areas,), 1 = most need, mid-ranks for ties. n: areas ranked. NaN stays NaN.
    """
    return np.asarray(-CONSTANT * np.log(1.0 - (n - ranks + 1.0) / n * _TOP))


def exponential_inverse(scores: np.ndarray, n: int) -> np.ndarray:
    """The ranks that `exponential` was given; scores (n_areas,) from just above 0 to 100."""
    return np.asarray(n + 1.0 - n * (1.0 - np.exp(-np.asarray(scores) / CONSTANT)) / _TOP)


def deciles(ranks: np.ndarray, n: int) -> np.ndarray:
    """ceil(10 * rank / n): 1 = the worst tenth. All NaN when fewer than 10 areas are ranked.

    ranks: (n_areas,), smallest rank for ties. NaN stays NaN.
    """
    if n < FEWEST_FOR_DECILES:
        return np.full(len(ranks), np.nan)
    return np.asarray(np.ceil(10.0 * ranks / n))


def tie_sizes(ranks: np.ndarray) -> np.ndarray:
    """(n_areas,) how many areas share each area's rank; 0 where the rank is NaN."""
    order, first, last = _tied_blocks(ranks)
    sizes = np.empty(len(ranks))
    sizes[order] = last - first + 1
    return np.where(np.isnan(ranks), 0.0, sizes)
