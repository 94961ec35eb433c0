"""The domains and indicators of an index as a tree in which weights, names and locks are edited in place."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from qgis.PyQt.QtCore import QCoreApplication, QEvent, QModelIndex, Qt, pyqtSignal
from qgis.PyQt.QtGui import QFont, QKeyEvent, QResizeEvent
from qgis.PyQt.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QToolTip,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from ...core.index.definition import Definition
from .index_cells import BarCell, Cell, NameCell, WeightCell
from .index_rows import Row, rows_of
from .weighting import number_text, percent_text

NAME, WEIGHT, SHARE, DIRECTION, COVERAGE, LOCK = range(6)
_ID = Qt.ItemDataRole.UserRole
_NARROWEST_NAME = 18


def tr(text: str) -> str:
    return QCoreApplication.translate("IndexTree", text)


class IndexTree(QTreeWidget):
    """Shows a definition and tells what the user wants changed in it; it never changes one itself.

    weight_changed(id, weight, final): final is False while the weight is being moved. lock_changed(id, locked).
    part_selected(id). renamed(id, title).
    """

    weight_changed = pyqtSignal(str, float, bool)
    lock_changed = pyqtSignal(str, bool)
    part_selected = pyqtSignal(str)
    renamed = pyqtSignal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Definition, Collection[str], Mapping[str, float]] | None = None
        self._rebalance = False
        self._rows: dict[str, Row] = {}
        self._items: dict[str, QTreeWidgetItem] = {}
        self._showing = False
        self.setObjectName("cni_mapper_index_tree")
        self.setAccessibleName(tr("Domains and indicators"))
        self.setAccessibleDescription(
            tr("Enter changes the weight of the selected part, F2 its name, and the space bar locks its weight.")
        )
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setExpandsOnDoubleClick(False)
        self.setAlternatingRowColors(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._make_header()
        self._make_cells()
        self.currentItemChanged.connect(self._tell_selected)
        self.itemChanged.connect(self._tell_lock)
        self.itemClicked.connect(self._click)
        self.itemDoubleClicked.connect(lambda _, column: self.edit_name() if column == NAME else None)
