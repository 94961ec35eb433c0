"""From the raw column of an indicator to one that is ready to combine: treated, pointing up with need, filled, on the
common scale."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import CniError
from .definition import Indicator
from .standardise import METHODS

WINSORISE_PERCENT = 2.5


@dataclass(frozen=True, eq=False)
class Standardised:
    """One indicator on the common scale, with what it was made from.

    indicator, method: the recipe. scores: (n_areas,), higher = more need, NaN missing. imputed, treated: how many areas
    were filled in, and how many were changed by `treat`.
    """

    indicator: Indicator
    method: str
    scores: np.ndarray
    imputed: int
    treated: int


def standardise(indicator: Indicator, method: str, values: np.ndarray, district: np.ndarray | None) -> Standardised:
    """Make an indicator ready to combine.

    values: (n_areas,), indicator units, NaN missing. district: (n_areas,) whole numbers, needed only where missing
    values get their district's median. Raises `indicator_incomplete`, `log_of_negative` or `indicator_constant`.
    """
    treated, changed = _treat(indicator, values)
    if indicator.higher_is == "less_need":
        treated = -treated
    filled, imputed = _fill(indicator, treated, district)
    if len(filled) > 1 and np.fmin.reduce(filled) == np.fmax.reduce(filled):
        raise CniError("indicator_constant_when_treated", indicator=indicator.title)
    return Standardised(indicator, method, METHODS[method](filled), imputed, changed)


def _treat(indicator: Indicator, values: np.ndarray) -> tuple[np.ndarray, int]:
    """The values without outliers, and how many were changed."""
    if indicator.treat == "none":
        return values, 0
    if indicator.treat == "log":
        lowest = np.nanmin(values)
        if lowest < 0:
            raise CniError("log_of_negative", indicator=indicator.title, value=float(lowest))
        return np.log(values if lowest > 0 else values + 1.0), int(np.count_nonzero(~np.isnan(values)))
    low, high = np.nanpercentile(values, [WINSORISE_PERCENT, 100 - WINSORISE_PERCENT])
    inside = np.clip(values, low, high)
    return inside, int(np.count_nonzero(~np.isnan(values) & (inside != values)))


def _fill(indicator: Indicator, values: np.ndarray, district: np.ndarray | None) -> tuple[np.ndarray, int]:
    """The values with the missing ones filled as the indicator says, and how many were filled."""
    missing = np.isnan(values)
    count = int(missing.sum())
    if not count or indicator.missing == "exclude":
        return values, 0
    if indicator.missing == "refuse":
        raise CniError("indicator_incomplete", indicator=indicator.title, count=count)
    if indicator.missing == "median":
        return np.where(missing, np.nanmedian(values), values), count
    if district is None:
        raise ValueError(f"values for {indicator.id} were gathered without districts")
    medians = _district_medians(values, district)
    return np.where(missing, medians[district], values), count


def _district_medians(values: np.ndarray, district: np.ndarray) -> np.ndarray:
    """(n_districts,) median of each district; the median of all areas where a district has no value."""
    size = int(district.max(initial=-1)) + 1
    order = np.lexsort((values, district))
    order = order[~np.isnan(values[order])]
    of = district[order]
    counts = np.bincount(of, minlength=size)
    starts = np.concatenate(([0], np.cumsum(counts)[:-1]))
    ordered = np.append(values[order], np.nan)
    low, high = starts + (counts - 1) // 2, starts + counts // 2
    medians = (ordered[np.minimum(low, len(order))] + ordered[np.minimum(high, len(order))]) / 2
    return np.where(counts > 0, medians, np.nanmedian(values))
