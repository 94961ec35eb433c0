"""Community need and deprivation together, in three classes of each: the nine classes of a bivariate map."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import numpy as np

from .overlay import Limit

THIRDS = 3
"""Classes of each index: 0 low, 1 middle, 2 high."""
_HIGH = Limit(Decimal(10), is_count=False)


def class_places(n: int) -> tuple[int, int]:
    """The last ranks of the high and of the middle class among `n` areas: those of 10% and of a third of them."""
    return _HIGH.places(n), n // THIRDS


def bivariate_classes(cni_rank: np.ndarray, imd_rank: np.ndarray, ranked: Mapping[str, int]) -> np.ndarray:
    """(n_areas,) int8: THIRDS * class of need + class of deprivation, 0 to 8; -1 where either rank is missing.

    cni_rank, imd_rank: (n_areas,) 1 = worst, NaN where not ranked. ranked: areas ranked, by index (cni, imd).
    """
    need, deprivation = _classes(cni_rank, ranked["cni"]), _classes(imd_rank, ranked["imd"])
    known = (need >= 0) & (deprivation >= 0)
    return np.where(known, THIRDS * need + deprivation, np.int8(-1)).astype(np.int8)


def _classes(rank: np.ndarray, n: int) -> np.ndarray:
    high, middle = class_places(n)
    classes = np.select([np.isnan(rank), rank <= high, rank <= middle], [-1, 2, 1], 0)
    return np.asarray(classes.astype(np.int8))
