"""A comparison as a table that can be searched, and as a chart of ranks beside it."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QFontMetrics
from qgis.PyQt.QtWidgets import QHBoxLayout, QLineEdit, QSplitter, QVBoxLayout, QWidget

from .calm import CalmCombo
from .charts.rank_scatter import RankScatter
from .comparison import Comparison, columns, found_rows
from .row_table import RowTable
from .words import tr

_NAME = "cni_mapper_compare"
_WIDTHS = (42, 24)
"""Of the table and the chart at first, in lines of text."""


class CompareViews(QSplitter):
    """area_opened: the number of an area's row in the comparison, chosen in the table or in the chart."""

    area_opened = pyqtSignal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._comparison: Comparison | None = None
        self.chart = RankScatter()
        self.chart.setObjectName(f"{_NAME}_chart")
        self.chart.area_chosen.connect(self._point_out)
        self.setChildrenCollapsible(False)
        self.addWidget(self._make_list())
        self.addWidget(self.chart)
        em = QFontMetrics(self.font()).height()
        self.setSizes([width * em for width in _WIDTHS])

    def _make_list(self) -> QWidget:
        self._filter = CalmCombo(f"{_NAME}_filter", tr("Which areas the table lists"))
        self._filter.activated.connect(lambda _: self._find())
        self._search = QLineEdit()
        self._search.setObjectName(f"{_NAME}_search")
        self._search.setPlaceholderText(tr("Find an area or a district"))
        self._search.setAccessibleName(tr("Find an area or a district"))
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(lambda _: self._find())
        self._table = RowTable(tr("Areas of the two runs"), lines=8)
        self._table.setObjectName(f"{_NAME}_table")
        self._table.setToolTip(tr("Double-click an area, or press Enter, to see it on the map"))
        self._table.row_opened.connect(self.area_opened)
        row = QHBoxLayout()
        row.addWidget(self._filter)
        row.addWidget(self._search, 1)
        box = QWidget()
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self._table, 1)
        return box

    def clear(self) -> None:
        """Show nothing."""
        self._comparison = None
        self._fill_filter()
        self._table.show_columns([])
        self.chart.show_ranks(np.empty(0), np.empty(0), names=())

    def show_comparison(
        self,
        comparison: Comparison,
        names: tuple[str, str],
        categories: tuple[Mapping[str, str], Mapping[str, str]],
    ) -> None:
        """names: of the two runs. categories: what each of them calls its categories."""
        self._comparison = comparison
        self._fill_filter()
        self._table.show_columns(columns(comparison, categories))
        self.chart.show_ranks(
            comparison.ranks("first"),
            comparison.ranks("second"),
            names=comparison.table["area_name"].tolist(),
            titles=names,
            joined=comparison.rows("joined"),
            left=comparison.rows("left"),
        )
        self._find()

    def _fill_filter(self) -> None:
        chosen = self._filter.currentData()
        self._filter.clear()
        for key, words in (
            ("all", tr("All areas ({count})")),
            ("joined", tr("Joined ({count})")),
            ("left", tr("Left ({count})")),
            ("stayed", tr("Stayed ({count})")),
            ("moved", tr("Moved ({count})")),
            ("one_run", tr("Only in one run ({count})")),
        ):
            count = 0 if self._comparison is None else len(found_rows(self._comparison, key, ""))
            self._filter.addItem(words.format(count=f"{count:,}"), key)
        self._filter.setCurrentIndex(max(0, self._filter.findData(chosen)))

    def _find(self) -> None:
        """List the areas that are looked for."""
        if self._comparison is not None:
            self._table.keep(found_rows(self._comparison, self._filter.currentData(), self._search.text()))

    def _point_out(self, row: int) -> None:
        """An area of the chart: found in the table, if it lists it."""
        self._table.choose(row)
        self.area_opened.emit(row)
