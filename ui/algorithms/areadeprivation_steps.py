"""The steps of cni:areadeprivation. Imported only when the algorithm runs."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ...core.data.columns import code_columns
from ...core.data.lookups import summary_measures
from ...core.data.tables import CodeSet, code_table
from ...core.errors import Notice
from ...core.index.ranking import rank_score
from ...core.index.transform import mid_ranks
from ..maps.frames import LayerRows
from .base import Steps, tr
from .deprivation import Deprivation, DeprivationInput, read_deprivation
from .tables import whole_numbers


def measure(noted: DeprivationInput, over: LayerRows | None, steps: Steps) -> tuple[pd.DataFrame, list[Notice]]:
    """The table of cni:areadeprivation: score, rank, decile and the summary measures, one row per area."""
    steps.start(tr("Reading the deprivation table"), 0.5)
    universe = _code_set(over) if over is not None else None
    deprivation = read_deprivation(noted, universe)
    steps.start(tr("Summing up to areas"), 0.1)
    ranked = rank_score(deprivation.areas["score"], None if universe is None else universe.codes)
    small_rank = _small_ranks(deprivation)
    n = int(np.count_nonzero(~np.isnan(small_rank)))
    table = pd.concat(
        [
            deprivation.areas[["population"]],
            ranked.frame.add_prefix("imd_"),
            summary_measures(deprivation.rows, small_rank, n),
            deprivation.areas[["quality"]],
        ],
        axis=1,
    )
    return whole_numbers(table).rename_axis("area_code").reset_index(), deprivation.notices


def _small_ranks(deprivation: Deprivation) -> np.ndarray:
    """(n_small,) ranks of the small areas: the published ones, since published scores are rounded and tie where their
    ranks do not; else by score, tied ones at the mean of their places."""
    if deprivation.small_ranks is not None:
        return deprivation.small_ranks.to_numpy()
    return mid_ranks(-deprivation.small.to_numpy())


def _code_set(over: LayerRows) -> CodeSet:
    columns = code_columns(over.columns) or over.columns
    return code_table(over.frame(columns), over.origin()).code_set
