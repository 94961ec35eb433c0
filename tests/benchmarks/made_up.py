"""Made-up tables in the shape of published ones, always the same."""

from __future__ import annotations

import numpy as np
import pandas as pd

SEED = 2023


def codes(n: int, kind: str) -> pd.Series:
    """`n` area codes of a kind, such as E01 for LSOAs."""
    return pd.Series([f"{kind}{number:06d}" for number in range(1, n + 1)])


def need_ranks(n: int, kind: str) -> pd.DataFrame:
    """A table as CNI 2023 is published: three columns of domain ranks with a few ties, every value as text."""
    random = np.random.default_rng(SEED)
    names = ("civic_assets_rank", "connectedness_rank", "active_engaged_community_rank")
    ranks = {name: random.permutation(n) // 2 * 2 + 1 for name in names}
    return pd.DataFrame({f"{'lsoa21' if kind == 'E01' else 'oa21'}_code": codes(n, kind), **ranks}).astype(str)


def need_scores(n: int) -> pd.DataFrame:
    """A table as CNI 2019 is published: three domain scores from 0 to 100, every value as text."""
    random = np.random.default_rng(SEED)
    names = ("civic_assets_score", "connectedness_score", "engaged_community_score")
    scores = {name: np.round(100 * random.random(n) ** 3, 6) for name in names}
    return pd.DataFrame({"ward17_code": codes(n, "E05"), **scores}).astype(str)


def deprivation(index: pd.Index) -> pd.Series:
    """A deprivation score for every code."""
    return pd.Series(np.random.default_rng(SEED + 1).gamma(2.0, 11.0, len(index)), index)
