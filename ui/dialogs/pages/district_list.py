"""The districts of a layer in a list to tick, with a field to find one by its name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import QAbstractListModel, QEvent, QModelIndex, QSize, QSortFilterProxyModel, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ...algorithms.look import District
from ..words import tr

_LINES = 8
_NAMED = 4


class DistrictModel(QAbstractListModel):
    """Districts with a tick box each. ticked: the keys of all that are ticked, once the user has changed one."""

    ticked = pyqtSignal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.districts: tuple[District, ...] = ()
        self.keys: frozenset[str] = frozenset()

    def show_districts(self, districts: tuple[District, ...]) -> None:
        if districts != self.districts:
            self.beginResetModel()
            self.districts = districts
            self.endResetModel()

    def show_ticked(self, keys: Sequence[str]) -> None:
        if self.keys != frozenset(keys):
            self.keys = frozenset(keys)
            last = self.index(len(self.districts) - 1)
            self.dataChanged.emit(self.index(0), last, [Qt.ItemDataRole.CheckStateRole])

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.districts)

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        district = self.districts[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return tr("{district} ({count})").format(district=district.name, count=f"{district.count:,}")
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if district.key in self.keys else Qt.CheckState.Unchecked
        return district.key if role == Qt.ItemDataRole.ToolTipRole else None

    def setData(self, index: QModelIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        keys = self.keys ^ {self.districts[index.row()].key}
        self.show_ticked(keys)
        # In the order of the list, so that the same choice is always the same.
        self.ticked.emit(tuple(one.key for one in self.districts if one.key in keys))
        return True


class _WholeRow(QStyledItemDelegate):
    """A click anywhere on a row ticks it, not only one on its small box."""

    def editorEvent(
        self, event: QEvent, model: QSortFilterProxyModel, option: QStyleOptionViewItem, index: QModelIndex
    ) -> bool:
        kind = event.type()
        if kind == QEvent.Type.MouseButtonRelease and event.button() == Qt.MouseButton.LeftButton:
            return model.setData(index, None, Qt.ItemDataRole.CheckStateRole)
        if kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            return False
        return super().editorEvent(event, model, option, index)


class _List(QListView):
    """Shows some lines, and more where there is room."""

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), _LINES * self.fontMetrics().lineSpacing() * 5 // 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())


class DistrictList(QWidget):
    """Which districts to show. chosen: the keys of those ticked, none for all of them.

    name: what the object names of its parts begin with.
    """

    chosen = pyqtSignal(tuple)

    def __init__(self, name: str = "cni_mapper_areas") -> None:
        super().__init__()
        self._name = name
        self._model = DistrictModel(self)
        self._model.ticked.connect(self.chosen)
        self._found = QSortFilterProxyModel(self)
        self._found.setSourceModel(self._model)
        self._found.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._search = self._make_search()
        self._view = self._make_view()
        self._words = QLabel()
        self._words.setObjectName(f"{name}_districts_words")
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._all = QPushButton(tr("Show &all"))
        self._all.setObjectName(f"{name}_all_districts")
        self._all.setAutoDefault(False)
        self._all.clicked.connect(lambda: self.chosen.emit(()))
        top = QHBoxLayout()
        top.addWidget(self._search, 1)
        top.addWidget(self._all)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(top)
        layout.addWidget(self._view, 1)
        layout.addWidget(self._words)

    def _make_search(self) -> QgsFilterLineEdit:
        search = QgsFilterLineEdit()
        search.setObjectName(f"{self._name}_find_district")
        search.setAccessibleName(tr("Find a district"))
        search.setPlaceholderText(tr("Type to find a district"))
        search.setToolTip(
            tr("Type a part of the name. Enter ticks the first one found, the down arrow goes to the list")
        )
        search.setShowClearButton(True)
        search.textChanged.connect(self._found.setFilterFixedString)
        search.returnPressed.connect(self._tick_first)
        search.installEventFilter(self)
        return search

    def _make_view(self) -> QListView:
        view = _List()
        view.setObjectName(f"{self._name}_districts")
        view.setAccessibleName(tr("Districts to show"))
        view.setToolTip(tr("Tick the districts to show, by a click or with the space bar; none ticked shows all"))
        view.setModel(self._found)
        view.setItemDelegate(_WholeRow(view))
        view.setUniformItemSizes(True)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setTextElideMode(Qt.TextElideMode.ElideRight)
        return view

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down:
            self._view.setFocus(Qt.FocusReason.TabFocusReason)
            if self._found.rowCount():
                self._view.setCurrentIndex(self._found.index(0, 0))
            return True
        return super().eventFilter(watched, event)

    def _tick_first(self) -> None:
        if self._search.text() and self._found.rowCount():
            self._found.setData(self._found.index(0, 0), None, Qt.ItemDataRole.CheckStateRole)
            self._search.selectAll()

    def show_districts(self, districts: tuple[District, ...], ticked: Sequence[str], why_none: str) -> None:
        """Show districts, and those ticked. why_none: said where there are none to show."""
        self._model.show_districts(districts)
        self._model.show_ticked(ticked)
        for part in (self._search, self._view, self._all):
            part.setVisible(bool(districts or ticked))
        words = _words(districts, ticked) if districts or ticked else why_none
        self._words.setText(words)
        self._all.setEnabled(bool(ticked))
        self._all.setToolTip(tr("Show every district again") if ticked else words)


def _words(districts: Sequence[District], ticked: Sequence[str]) -> str:
    """Which districts are shown, in a sentence."""
    if not ticked:
        if len(districts) == 1:
            return tr("All areas are in one district.")
        text = tr("All {count} districts are shown. Tick some to show only those.")
        return text.format(count=f"{len(districts):,}")
    names = {one.key: one.name for one in districts}
    strange = [key for key in ticked if key not in names]
    if strange:
        return tr("Not among these boundaries: {districts}. Press 'Show all'.").format(districts=_named(strange))
    return tr("{count} of {all} districts shown: {districts}.").format(
        districts=_named([names[key] for key in ticked]), count=f"{len(ticked):,}", all=f"{len(districts):,}"
    )


def _named(names: Sequence[str]) -> str:
    """Some names and how many more; not with commas, which stand in names such as 'Bristol, City of'."""
    more = len(names) - _NAMED
    text = "; ".join(names[:_NAMED])
    return tr("{names}; and {count} more").format(names=text, count=f"{more:,}") if more > 0 else text
