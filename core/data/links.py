"""Look-ups in which an area may lie in several others: one link a pair, and the share of its area that it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..errors import CniError, Notice, notice
from .numbers import read_weights
from .tables import Origin, as_codes, match_codes

_LISTED = 20


@dataclass(frozen=True, eq=False)
class Links:
    """Which areas each area of a look-up lies in.

    starts, ends: unique codes of the areas linked from and to, in code order. start, end: (n_links,) positions in
    these; each pair stands once. weight: (n_links,) weight of the pair as given, usually residents, NaN where not
    known; None when the look-up has none. share: (n_links,) the part of its start that the link is, 0 to 1; the shares
    of a start sum to 1. names: (n_ends,) names of the ends, None when the look-up has none. rows: rows read.
    """

    origin: Origin
    starts: pd.Index
    ends: pd.Index
    start: np.ndarray
    end: np.ndarray
    weight: np.ndarray | None
    share: np.ndarray
    names: np.ndarray | None
    rows: int
    notices: tuple[Notice, ...] = ()

    @property
    def split(self) -> np.ndarray:
        """(n_links,) whether the link is only a part of its start."""
        return np.bincount(self.start, minlength=len(self.starts))[self.start] > 1


def read_links(
    frame: pd.DataFrame,
    origin: Origin,
    *,
    from_column: str,
    to_column: str,
    weight_column: str | None,
    name_column: str | None = None,
) -> Links:
    """Links from the raw frame of a look-up.

    A pair in several rows is one link with the sum of their weights; without weights it counts once. Rows without both
    codes are left out with a notice. Raises `lookup_one_column` and `negative_values`.
    """
    if from_column == to_column:
        raise CniError("lookup_one_column", table=origin.name, column=from_column)
    small, area = as_codes(frame[from_column]), as_codes(frame[to_column])
    whole = (small.notna() & area.notna()).to_numpy()
    notices = [] if whole.all() else [notice("lookup_rows_blank", table=origin.name, count=int((~whole).sum()))]
    start, starts = pd.factorize(small[whole], sort=True)
    end, ends = pd.factorize(area[whole], sort=True)
    pairs, first, of = np.unique(start * max(len(ends), 1) + end, return_index=True, return_inverse=True)
    weight = None
    if weight_column is not None:
        column = frame[weight_column][whole].set_axis(small[whole])
        weight = np.bincount(of, read_weights(column, weight_column, origin.name).values, minlength=len(pairs))
    start, end = start[first], end[first]
    share, equal = shares(start, weight, len(starts))
    if equal.any():
        codes = list(starts[equal][:_LISTED])
        notices.append(notice("shared_equally", table=origin.name, count=int(equal.sum()), codes=codes))
    names = None if name_column is None else _names(frame[name_column][whole], end, first, len(ends))
    return Links(origin, pd.Index(starts), pd.Index(ends), start, end, weight, share, names, len(frame), tuple(notices))


def _names(column: pd.Series, end: np.ndarray, first: np.ndarray, n_ends: int) -> np.ndarray:
    """(n_ends,) the name in the first row of each end."""
    names = np.full(n_ends, None, dtype=object)
    names[end[::-1]] = column.to_numpy(dtype=object)[first[::-1]]
    return names


def shares(start: np.ndarray, weight: np.ndarray | None, n_starts: int) -> tuple[np.ndarray, np.ndarray]:
    """The share of its start that each link is, and which starts are shared equally.

    start: (n_links,) positions. weight: (n_links,), NaN where not known. Where the weights of a start are all zero, or
    one of them is not known, its links share equally.
    Returns (n_links,) shares, and (n_starts,) whether several links of the start share equally for want of weights.
    """
    parts = np.bincount(start, minlength=n_starts)
    total = np.zeros(n_starts) if weight is None else np.bincount(start, weight, minlength=n_starts)
    known = total > 0
    given = np.zeros(len(start)) if weight is None else weight
    with np.errstate(invalid="ignore", divide="ignore"):
        share = np.where(known[start], given / total[start], 1.0 / parts[start])
    return share, ~known & (parts > 1)


def join(left: np.ndarray, right: np.ndarray, n_keys: int) -> tuple[np.ndarray, np.ndarray]:
    """Every pair of rows, one of `left` and one of `right`, that have the same key.

    left, right: (n_left,), (n_right,) keys from 0 to n_keys - 1, or -1 for none. Returns the rows of both, in the
    order of `left`.
    """
    order = np.argsort(right, kind="stable")
    order = order[np.count_nonzero(right < 0) :]
    count = np.bincount(right[order], minlength=n_keys)
    first = np.concatenate(([0], np.cumsum(count)[:-1]))
    rows = np.flatnonzero(left >= 0)
    repeats = count[left[rows]]
    rows_left = np.repeat(rows, repeats)
    within = np.arange(len(rows_left)) - np.repeat(np.cumsum(repeats) - repeats, repeats)
    return rows_left, order[first[left[rows_left]] + within]


def require_meeting(
    left: pd.Index,
    right: pd.Index,
    left_name: str,
    right_name: str,
    *,
    left_geography: str = "codes",
    right_geography: str = "codes",
) -> None:
    """At least half of the codes of the smaller of two sets must be in the other. Raises `codes_do_not_match`.

    The names and geographies are for the message.
    """
    # One look-up of codes is enough where they meet; the samples for the message cost two more.
    met = int(np.count_nonzero(left.get_indexer(right) >= 0))
    if met and 2 * met >= min(len(left), len(right)):
        return
    if len(left) > len(right):
        left, right = right, left
        left_name, right_name = right_name, left_name
        left_geography, right_geography = right_geography, left_geography
    match = match_codes(left, right)
    raise CniError(
        "codes_do_not_match",
        matched=match.matched,
        total=len(left),
        left=left_name,
        right=right_name,
        left_geography=left_geography,
        right_geography=right_geography,
        examples=match.unmatched_left[:3],
        others=match.unmatched_right[:3] or [str(code) for code in right[:3]],
    )


@dataclass(frozen=True)
class Total:
    """What went in, came out and was lost of a count, each rounded alike; `rows` of it met nothing."""

    into: float
    out: float
    lost: float
    rows: int
    digits: int

    def words(self) -> dict[str, str | int]:
        """The figures as they are reported."""
        shown = {name: f"{getattr(self, name):,.{self.digits}f}" for name in ("into", "out", "lost")}
        return {**shown, "rows": self.rows}


def make_total(into: Iterable[float], out: np.ndarray, rows: int) -> Total:
    """The total of a count before and after, whole when every number that went in is whole, else to three digits.

    into, out: numbers, NaN counting as nothing. rows: rows that met nothing.
    """
    values = np.asarray(into, dtype=float)
    values = values[~np.isnan(values)]
    digits = 0 if (values == np.floor(values)).all() else 3
    before, after = float(np.sum(values)), float(np.nansum(out))
    # Adding 0.0 turns a lost -0.0 into 0.0.
    return Total(round(before, digits), round(after, digits), round(before - after, digits) + 0.0, rows, digits)
