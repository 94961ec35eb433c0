"""Areas counted by their decile of need and their decile of deprivation."""

from __future__ import annotations

import numpy as np


def decile_grid(cni_decile: np.ndarray, imd_decile: np.ndarray, shown: np.ndarray | None = None) -> np.ndarray:
    """(10, 10) whole numbers: areas at [CNI decile - 1, IMD decile - 1]. An area that lacks either is not counted.

    cni_decile, imd_decile: (n_areas,), 1 to 10, NaN where unknown. shown: (n_areas,) bool, None for all.
    """
    known = ~(np.isnan(cni_decile) | np.isnan(imd_decile))
    if shown is not None:
        known &= shown
    cell = (cni_decile[known] - 1) * 10 + (imd_decile[known] - 1)
    return np.bincount(cell.astype(int), minlength=100).reshape(10, 10)


def areas_in_cell(
    cni_decile: np.ndarray, imd_decile: np.ndarray, cni: int, imd: int, shown: np.ndarray | None = None
) -> np.ndarray:
    """Positions of the areas of one cell of `decile_grid`, ascending. cni, imd: its deciles, 1 to 10."""
    inside = (cni_decile == cni) & (imd_decile == imd)
    return np.flatnonzero(inside if shown is None else inside & shown)
