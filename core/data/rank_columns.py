"""Telling ranks and deciles from scores and counts: they can be neither averaged nor taken for a score."""

from __future__ import annotations

import re

import numpy as np

_RANK = re.compile(r"(^|[^a-z])(rank|decile|quintile|percentile|vigintile)s?([^a-z]|$)")
_FEWEST_FOR_RANKS = 10


def named_as_rank(column: str) -> bool:
    """Whether a column's name says that it holds ranks or deciles; an average rank is a measure and may travel."""
    key = re.sub(r"(?<=[A-Za-z])(?=[A-Z][a-z])", " ", column).replace("_", " ").casefold()
    return bool(_RANK.search(key)) and "average rank" not in key


def looks_like_rank(values: np.ndarray) -> bool:
    """Whether numbers are the ranks from 1 to their count, ties sharing the smallest; fewer than ten never are.

    values: (n_rows,), NaN left out. Numbers of which more than half are repeats are no ranks.
    """
    present = np.sort(values[~np.isnan(values)])
    if len(present) < _FEWEST_FOR_RANKS or present[0] != 1 or (present != np.floor(present)).any():
        return False
    first = np.concatenate(([True], present[1:] != present[:-1]))
    place = np.maximum.accumulate(np.where(first, np.arange(1, len(present) + 1), 0))
    return bool(2 * first.sum() > len(present) and (place == present).all())
