"""Two runs side by side: who moved, who joined the left behind and who left them."""

from __future__ import annotations

import numpy as np
import pandas as pd


def compare_runs(first: pd.DataFrame, second: pd.DataFrame) -> pd.DataFrame:
    """What became of each area between two runs.

    first, second: one row per area in the columns of the result layer. Returns one row for every area of either,
    indexed by area_code, those of the first before those that only the second has: area_name; first_rank, second_rank
    (CNI) and moved, `Int64`, missing where there is none; first_category, second_category, None where a run lacks the
    area. moved: places, above 0 for more need in the second; where the runs rank different numbers of areas the places
    are not of the same size. change: "joined" or "left" the left behind, "stayed" among them, "only_first",
    "only_second", or "".
    """
    one, two = first.set_index("area_code"), second.set_index("area_code")
    codes = one.index.append(two.index.difference(one.index, sort=False)).rename("area_code")
    in_first, in_second = codes.isin(one.index), codes.isin(two.index)
    one, two = one.reindex(codes), two.reindex(codes)
    ranks = [frame["cni_rank"].astype("Int64") for frame in (one, two)]
    was, now = _text(one["category"]), _text(two["category"])
    return pd.DataFrame(
        {
            "area_name": one["area_name"].where(one["area_name"].notna(), two["area_name"]),
            "first_rank": ranks[0],
            "second_rank": ranks[1],
            "moved": ranks[0] - ranks[1],
            "first_category": was,
            "second_category": now,
            "change": _change(was, now, in_first, in_second),
        },
        index=codes,
    )


def _text(column: pd.Series) -> pd.Series:
    return column.astype(object).where(column.notna(), None)


def _change(first: pd.Series, second: pd.Series, in_first: np.ndarray, in_second: np.ndarray) -> np.ndarray:
    """(n_areas,) text, of categories and of whether each run has the area."""
    was, now = (first == "left_behind").to_numpy(bool), (second == "left_behind").to_numpy(bool)
    return np.select(
        [~in_second, ~in_first, was & now, now, was],
        ["only_first", "only_second", "stayed", "joined", "left"],
        "",
    ).astype(object)
