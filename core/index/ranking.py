"""Ranking one score over a universe: what the area deprivation scores, and tables of finished scores, need."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from .transform import deciles, rank_need


@dataclass(frozen=True, eq=False)
class RankedScore:
    """frame: score, rank, decile indexed by area code, NaN where an area has no score. n: areas ranked."""

    frame: pd.DataFrame
    n: int


def rank_score(scores: pd.Series, universe: pd.Index | None = None) -> RankedScore:
    """Rank scores, 1 = highest, over the areas of `universe` that have one (all of `scores` when None).

    scores: labelled by area code, NaN missing. Areas outside the universe keep their score and get no rank.
    Scores equal to nine decimals tie.
    """
    inside = np.ones(len(scores), dtype=bool) if universe is None else scores.index.isin(universe)
    values = scores.to_numpy(dtype=float)
    rank = rank_need(np.where(inside, np.round(values, 9), np.nan))
    n = int(np.count_nonzero(~np.isnan(rank)))
    frame = pd.DataFrame({"score": values, "rank": rank, "decile": deciles(rank, n)}, index=scores.index)
    return RankedScore(frame, n)
