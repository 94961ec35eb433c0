"""How the numbers of a column are distributed: the figures and bars of its histogram."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

MOST_BARS = 24
_LARGEST_WHOLE = 1e15
"""Above this a float has no room for the half that lies between two whole numbers."""


@dataclass(frozen=True, eq=False)
class Distribution:
    """A column in figures and bars.

    count, missing: values there and not there. lowest, median, highest: in the column's unit, NaN without a value.
    counts: (k,) values in each bar, k from 1 to 24. edges: (k + 1,) where the bars begin and end, a value on an edge
    counts in the bar that begins there, and the highest in the last. Both are empty without a value.
    """

    count: int
    missing: int
    lowest: float
    median: float
    highest: float
    edges: np.ndarray
    counts: np.ndarray


def describe_numbers(values: np.ndarray) -> Distribution:
    """Describe numbers (n,) in any unit; NaN and infinite ones are missing.

    Whole numbers get bars of equally many whole numbers each, with edges half-way between two.
    """
    known = values[np.isfinite(values)]
    missing = len(values) - len(known)
    if not len(known):
        nan = float("nan")
        return Distribution(0, missing, nan, nan, nan, np.empty(0), np.empty(0, dtype=int))
    lowest, highest = float(known.min()), float(known.max())
    edges = _edges(known, lowest, highest)
    counts, _ = np.histogram(known, edges)
    return Distribution(len(known), missing, lowest, float(np.median(known)), highest, edges, counts)


def _edges(known: np.ndarray, lowest: float, highest: float) -> np.ndarray:
    """(k + 1,) edges of bars, more of them the more values there are; constant values get one bar around them."""
    bars = min(MOST_BARS, int(np.ceil(np.sqrt(len(known)))))
    if max(abs(lowest), abs(highest)) < _LARGEST_WHOLE and (known == np.round(known)).all():
        span = highest - lowest + 1
        width = 1.0 if span <= MOST_BARS else np.ceil(span / bars)
        return lowest - 0.5 + width * np.arange(np.ceil(span / width) + 1)
    if lowest == highest:
        margin = abs(lowest) / 2
        return np.array([lowest - margin, lowest + margin])
    edges = np.linspace(lowest, highest, bars + 1)
    # Values may differ in their last bits only, and then there is no room between them.
    return edges if (np.diff(edges) > 0).all() else np.array([lowest, highest])
