"""Which areas a page lists and in which order: the same for its list and for the numbers on its maps."""

from __future__ import annotations

import numpy as np
import pandas as pd

from .page import BIVARIATE, CNI, IMD, OVERLAY
from .words import Record

INSIDE_LIMITS = ("left_behind", "deprived", "high_need")
"""The categories of the areas inside a limit, in the order of the list."""


def is_of_one_index(theme: str) -> bool:
    """Whether a theme shows one index or one domain, so that the list is about that alone."""
    return theme not in (OVERLAY, BIVARIATE)


def inside_limit(record: Record, table: pd.DataFrame, index: str) -> np.ndarray:
    """(n_areas,) bool: areas inside the limit on one index, 'cni' or 'imd'; never one without a rank on it.

    An area without a category may be among them: it is ranked on this index and not on the other.
    """
    inside = table[f"{index}_rank"] <= record["limits"][index]["places"]
    return np.asarray(inside.fillna(False).to_numpy(dtype=bool))


def listed_rows(record: Record, table: pd.DataFrame, theme: str, *, only_both: bool = False) -> np.ndarray:
    """Positions in a table of the areas that a page of a theme lists, in the order of the list.

    table: the rows shown. Of need or deprivation those inside its limit and of a domain those in decile 1, by its own
    rank; else all inside a limit, by category and then by rank on need, or those inside both limits alone.
    """
    if not is_of_one_index(theme):
        kinds = INSIDE_LIMITS[:1] if only_both else INSIDE_LIMITS
        order = table["category"].map({name: i for i, name in enumerate(kinds)})
        return _sorted(table, order.notna().to_numpy(), [order, table["cni_rank"]])
    if theme in (CNI, IMD):
        return _sorted(table, inside_limit(record, table, theme), [table[f"{theme}_rank"]])
    first = (table[f"{theme}_decile"] == 1).fillna(False).to_numpy(dtype=bool)
    own = f"{theme}_rank"
    return _sorted(table, first, [table[own]] if own in table.columns else [table["cni_rank"]])


def _sorted(table: pd.DataFrame, shown: np.ndarray, keys: list[pd.Series]) -> np.ndarray:
    """The positions shown, by these keys and then by code; an area without a rank comes last among its like."""
    columns = [key.to_numpy(dtype=float, na_value=np.nan) for key in keys]
    frame = pd.DataFrame({**dict(enumerate(columns)), "code": table["area_code"].to_numpy()})[shown]
    return frame.sort_values([*range(len(keys)), "code"]).index.to_numpy()
