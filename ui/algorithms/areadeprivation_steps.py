"""The steps of cni:areadeprivation. Imported only when the algorithm runs."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ...core.data.columns import code_columns
from ...core.data.lookups import summary_measures
from ...core.data.tables import code_table, require_match
from ...core.errors import Notice
from ...core.index.ranking import rank_score
from ...core.index.transform import rank_need
from ..maps.frames import LayerRows
from .base import Steps, tr
from .deprivation import DeprivationInput, read_deprivation
from .tables import whole_numbers


def measure(noted: DeprivationInput, over: LayerRows | None, steps: Steps) -> tuple[pd.DataFrame, list[Notice]]:
    """The table of cni:areadeprivation: score, rank, decile and the summary measures, one row per area."""
    steps.start(tr("Reading the deprivation table"), 0.5)
    universe = _codes(over) if over is not None else None
    deprivation = read_deprivation(noted, universe, tr("areas"))
    if universe is not None:
        require_match(
            universe,
            deprivation.areas.index,
            left=over.name,
            right=noted.lookup.name,
            left_geography=tr("codes"),
            right_geography=tr("codes"),
        )
    steps.start(tr("Summing up to areas"), 0.1)
    ranked = rank_score(deprivation.areas["score"], universe)
    small_rank = rank_need(deprivation.small.to_numpy())
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


def _codes(over: LayerRows) -> pd.Index:
    columns = code_columns(over.columns) or over.columns
    return code_table(over.frame(columns), over.origin()).frame.index
