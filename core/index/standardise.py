"""Putting indicators on one scale. Each method is a plain function on one column; NaN stays NaN throughout."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import numpy as np

from .transform import mid_ranks


def normal_scores(values: np.ndarray) -> np.ndarray:
    """Inverse normal of q / (N + 1), q the ascending rank (N = highest), mean rank for ties.

    values: (n_areas,), any unit. Returns (n_areas,), standard deviations. N counts the areas with a value.
    Source: recomputed on the Indices of Deprivation 2019 and 2025.
    """
    ranks = mid_ranks(values)
    present = ~np.isnan(ranks)
    scores = np.full(len(values), np.nan)
    scores[present] = _quantiles(int(np.count_nonzero(present)))[(2 * ranks[present]).astype(np.int64)]
    return scores


@lru_cache(maxsize=8)
def _quantiles(n: int) -> np.ndarray:
    """(2 n + 1,) the normal scores of 0, 0.5, 1, 1.5 ... n among n areas.

    Mid-ranks are whole or half numbers, so one table serves every column with as many values.
    """
    from scipy.special import ndtri

    table = np.asarray(ndtri(np.arange(2 * n + 1) / (2.0 * (n + 1))))
    table.flags.writeable = False
    return table


def zscore(values: np.ndarray) -> np.ndarray:
    """Distance from the mean in population standard deviations (divisor N); 0 for a single area.

    values, returns: (n_areas,).
    """
    known = values[~np.isnan(values)]
    return np.asarray((values - known.mean()) / (known.std() or 1.0))


def minmax(values: np.ndarray) -> np.ndarray:
    """Rescaled to 0 for the lowest and 1 for the highest value; 0 for a single area. values, returns: (n_areas,)."""
    low = np.fmin.reduce(values)
    return np.asarray((values - low) / ((np.fmax.reduce(values) - low) or 1.0))


def percentile(values: np.ndarray) -> np.ndarray:
    """Position among the areas with a value, from 0 for the lowest to 100 for the highest; mean place for ties.

    values, returns: (n_areas,).
    """
    n = int(np.count_nonzero(~np.isnan(values)))
    return np.asarray(100.0 * (mid_ranks(values) - 1.0) / max(n - 1, 1))


def unchanged(values: np.ndarray) -> np.ndarray:
    """The values as they are, for indicators that share a unit. values, returns: (n_areas,)."""
    return values


METHODS: dict[str, Callable[[np.ndarray], np.ndarray]] = {
    "normal_scores": normal_scores,
    "zscore": zscore,
    "minmax": minmax,
    "percentile": percentile,
    "none": unchanged,
}
