"""Reading numbers out of columns that arrive as text."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..errors import CniError

FIRST_SHOWN = 5
_THOUSANDS = r"^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$"


@dataclass(frozen=True)
class Numbers:
    """One column as numbers.

    values: (n_rows,) float, NaN where nothing could be read.
    unread: text that is not plainly a number (suppression marks such as `*` or `c`), with how often it stands there.
    blank: rows with nothing in them.
    """

    values: np.ndarray
    unread: dict[str, int]
    blank: int


def _plain(text: pd.Series) -> pd.Series:
    """Text of numbers without currency, percent and thousands signs; 12.5% is read as 12.5."""
    text = text.str.replace("\u2212", "-", regex=False).str.replace(r"^([+-]?)£\s*", r"\1", regex=True)
    text = text.str.replace(r"\s*%$", "", regex=True)
    grouped = text.str.match(_THOUSANDS, na=False)
    return text.where(~grouped, text.str.replace(",", "", regex=False))


def read_numbers(column: pd.Series, name: str, table: str = "") -> Numbers:
    """Read `column` as numbers: what is plainly a number is read, the rest is missing, counted and named.

    column: (n_rows,), text or numbers, labelled by area code. name, table: of the column, for the fault.
    Raises `infinite_values` where a number is infinite, naming the first rows.
    """
    if pd.api.types.is_numeric_dtype(column) and not pd.api.types.is_bool_dtype(column):
        values = column.to_numpy(dtype=float, na_value=np.nan)
        unread: dict[str, int] = {}
        blank = int(np.isnan(values).sum())
    else:
        values, unread, blank = _read_text(column)
    if np.isinf(values).any():
        raise CniError("infinite_values", column=name, table=table, rows=first_labels(column, np.isinf(values)))
    return Numbers(values, unread, blank)


def _read_text(column: pd.Series) -> tuple[np.ndarray, dict[str, int], int]:
    values = np.array(pd.to_numeric(column, errors="coerce"), dtype=float)
    failed = np.flatnonzero(np.isnan(values))
    if not len(failed):
        return values, {}, 0
    text = column.iloc[failed].astype("object").where(column.iloc[failed].notna(), "").astype(str)
    text = text.str.replace("\u00a0", " ", regex=False).str.strip()
    values[failed] = np.array(pd.to_numeric(_plain(text), errors="coerce"), dtype=float)
    left = text[np.isnan(values[failed])]
    blank = int((left == "").sum())
    counts = left[left != ""].value_counts()
    return values, {str(mark): int(count) for mark, count in counts.items()}, blank


def first_labels(column: pd.Series, mask: np.ndarray) -> list[str]:
    """Labels of the first rows where `mask` holds, for a message."""
    return [str(label) for label in column.index[mask][:FIRST_SHOWN]]


def read_weights(column: pd.Series, name: str, table: str = "") -> Numbers:
    """Read a column of weights or populations: as `read_numbers`, and none may be negative.

    Raises `negative_values`, naming the first rows.
    """
    numbers = read_numbers(column, name, table)
    negative = numbers.values < 0
    if negative.any():
        raise CniError("negative_values", column=name, table=table, rows=first_labels(column, negative))
    return numbers
