"""The areas just outside: how many places each lacks on either index."""

from __future__ import annotations

import numpy as np
from qgis.PyQt.QtWidgets import QWidget

from ...core.analysis.what_if import Outcome, near_misses
from .area_columns import area_columns
from .data import Data
from .row_model import Column, place_text
from .row_table import RowTable
from .words import tr


class NearMissTable(RowTable):
    """Nearest first. A row's number is its place in `positions`, the areas' positions in the universe."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Near misses"), lines=6, parent=parent)
        self.setObjectName("cni_mapper_thresholds_near_misses")
        self.positions = np.empty(0, dtype=int)

    def show_outcome(self, data: Data, outcome: Outcome, shown: np.ndarray | None) -> None:
        self.positions = near_misses(outcome, shown)
        self.show_columns(
            [
                *area_columns(data, self.positions),
                _short_by(
                    tr("Need:\nshort by"),
                    outcome.cni_margin[self.positions],
                    tr("How many places an area lacks to be inside the limit on community need"),
                ),
                _short_by(
                    tr("IMD:\nshort by"),
                    outcome.imd_margin[self.positions],
                    tr("How many places an area lacks to be inside the limit on deprivation"),
                ),
            ]
        )

    def show_nothing(self) -> None:
        self.positions = np.empty(0, dtype=int)
        self.show_columns([])


def _short_by(title: str, margin: np.ndarray, words: str) -> Column:
    """margin: (n_rows,) rank minus limit. An area inside the limit lacks nothing, however far inside it is."""

    def show(value: float) -> str:
        return place_text(value) if value > 0 else tr("inside")

    return Column(title, margin, show, words)
