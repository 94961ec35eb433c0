"""The domains and indicators of an index as a tree in which weights, names and locks are edited in place."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from qgis.PyQt.QtCore import QCoreApplication, QEvent, QModelIndex, QPoint, QRect, Qt, pyqtSignal
from qgis.PyQt.QtGui import QFont, QKeyEvent, QResizeEvent
from qgis.PyQt.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QToolTip,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from ...core.index.definition import Definition
from .index_cells import BarCell, Cell, LockCell, NameCell, WeightCell
from .index_rows import Row, rows_of
from .index_words import from_data, headings, words_of

NAME, WEIGHT, SHARE, DIRECTION, COVERAGE, LOCK = range(6)
_ID = Qt.ItemDataRole.UserRole
_WIDEST = {WEIGHT: "00.000", SHARE: "99.9%", DIRECTION: "↑", COVERAGE: "99.9%", LOCK: ""}
_NARROWEST_NAME = 20
"""In letters; with less room than that the tree scrolls sideways."""


def tr(text: str) -> str:
    return QCoreApplication.translate("IndexTree", text)


class IndexTree(QTreeWidget):
    """Shows a definition and tells what the user wants changed in it; it never changes one itself.

    weight_changed(id, weight, final): final is False while the weight is being moved. lock_changed(id, locked).
    part_selected(id): "" where nothing is left to select. renamed(id, title).
    """

    weight_changed = pyqtSignal(str, float, bool)
    lock_changed = pyqtSignal(str, bool)
    part_selected = pyqtSignal(str)
    renamed = pyqtSignal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._given: tuple[Definition, Collection[str], Mapping[str, float]] | None = None
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
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setWordWrap(True)
        self.setExpandsOnDoubleClick(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._make_header()
        self._make_cells()
        self.currentItemChanged.connect(self._tell_selected)
        self.itemChanged.connect(self._tell_lock)
        self.itemClicked.connect(self._click)
        self.itemDoubleClicked.connect(self._double_click)

    def _make_header(self) -> None:
        self.setColumnCount(len(_WIDEST) + 1)
        head = self.headerItem()
        for column, words in enumerate(headings()):
            head.setText(column, words.text)
            head.setToolTip(column, words.tip)
        self.header().setStretchLastSection(False)
        self.header().setSectionsMovable(False)

    def _make_cells(self) -> None:
        names = NameCell(self, self._row_at)
        names.renamed.connect(self.renamed)
        self._weights = WeightCell(self, self._row_at)
        self._weights.moved.connect(self.weight_changed)
        self._cells = {
            NAME: names,
            WEIGHT: self._weights,
            SHARE: BarCell(self, self._row_at, lambda row: row.share),
            DIRECTION: Cell(self, self._row_at),
            COVERAGE: BarCell(self, self._row_at, lambda row: row.coverage),
            LOCK: LockCell(self, self._row_at),
        }
        for column, cell in self._cells.items():
            self.setItemDelegateForColumn(column, cell)

    def show_definition(self, definition: Definition, locked: Collection[str], coverage: Mapping[str, float]) -> None:
        """Show a definition. Selection, what is folded, scroll position and an open box stay as they are.

        locked: ids whose weight stays. coverage: id -> share of the areas, 0 to 1, with a value; blank where unknown.
        """
        self._given = (definition, frozenset(locked), dict(coverage))
        self._show()

    def set_rebalance(self, on: bool) -> None:
        """Whether the total of siblings is kept: then a weight goes no further than the total."""
        self._rebalance = on
        self._show()

    def selected_part(self) -> str:
        """The id of the selected domain or indicator, "" for none."""
        item = self.currentItem()
        return item.data(NAME, _ID) if item is not None else ""

    def select_part(self, id: str) -> None:
        """Select a part and bring it into view; an unknown id selects nothing."""
        item = self._items.get(id)
        self.setCurrentItem(item)
        if item is not None:
            self.scrollToItem(item)

    def edit_weight(self) -> None:
        """Open the box of the selected part's weight, or say why it cannot be changed."""
        item = self.currentItem()
        if item is None:
            return
        row = self._rows[item.data(NAME, _ID)]
        index = self.indexFromItem(item, WEIGHT)
        if row.fixed:
            corner = self.visualRect(index).bottomLeft()
            QToolTip.showText(self.viewport().mapToGlobal(QPoint(max(0, corner.x()), corner.y())), row.fixed, self)
        else:
            self.edit(index)

    def edit_name(self) -> None:
        """Open a box for the selected part's name."""
        item = self.currentItem()
        if item is not None:
            self.edit(self.indexFromItem(item, NAME))

    def _row_at(self, index: QModelIndex) -> Row:
        return self._rows[index.sibling(index.row(), NAME).data(_ID)]

    def _show(self) -> None:
        if self._given is None:
            return
        rows = rows_of(*self._given, self._rebalance)
        before, self._showing = self.selected_part(), True
        try:
            if _shape(rows) == _shape(self._rows):
                self._update(rows)
            else:
                self._rebuild(rows)
        finally:
            self._showing = False
        if self.selected_part() != before:
            self.part_selected.emit(self.selected_part())

    def _update(self, rows: dict[str, Row]) -> None:
        old, self._rows = self._rows, rows
        for id, row in rows.items():
            if row != old.get(id):
                self._fill(self._items[id], row)
                self._weights.refresh(row)

    def _rebuild(self, rows: dict[str, Row]) -> None:
        """Lay the rows anew, keeping what is selected, folded and scrolled by id."""
        selected, old = self.selected_part(), self._rows
        folded = [id for id, item in self._items.items() if item.childCount() and not item.isExpanded()]
        bars = (self.horizontalScrollBar(), self.verticalScrollBar())
        places = [bar.value() for bar in bars]
        self._weights.forget()
        self.clear()
        self._rows, self._items = rows, {}
        for id, row in rows.items():
            item = QTreeWidgetItem(self._items[row.parent] if row.parent else self.invisibleRootItem())
            item.setData(NAME, _ID, id)
            self._items[id] = item
            self._fill(item, row)
        self.expandAll()
        for id in folded:
            if id in self._items:
                self._items[id].setExpanded(False)
        while selected and selected not in rows:
            selected = old[selected].parent
        self.setCurrentItem(self._items.get(selected))
        self._fit_columns()
        self.doItemsLayout()
        for bar, place in zip(bars, places):
            bar.setValue(place)

    def _fill(self, item: QTreeWidgetItem, row: Row) -> None:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable
        item.setFlags(flags | Qt.ItemFlag.ItemIsUserCheckable if row.lockable else flags)
        for column, words in enumerate(words_of(row, self.locale())):
            item.setText(column, words.text)
            item.setToolTip(column, words.tip)
            item.setData(column, Qt.ItemDataRole.AccessibleTextRole, words.aloud)
        item.setTextAlignment(DIRECTION, Qt.AlignmentFlag.AlignCenter)
        font = QFont()
        font.setBold(row.is_domain)
        item.setFont(NAME, font)
        state = Qt.CheckState.Checked if row.locked else Qt.CheckState.Unchecked
        item.setData(LOCK, Qt.ItemDataRole.CheckStateRole, state if row.lockable else None)

    def _tell_selected(self, current: QTreeWidgetItem | None, previous: QTreeWidgetItem | None) -> None:
        if current is not previous and not self._showing:
            self.part_selected.emit(self.selected_part())

    def _tell_lock(self, item: QTreeWidgetItem, column: int) -> None:
        if column == LOCK and not self._showing:
            id, locked = item.data(NAME, _ID), item.checkState(LOCK) == Qt.CheckState.Checked
            # What is seen, so that showing a definition in which nothing was locked puts it back.
            self._rows[id] = replace(self._rows[id], locked=locked)
            self.lock_changed.emit(id, locked)

    def _click(self, item: QTreeWidgetItem, column: int) -> None:
        if column == WEIGHT:
            self.edit_weight()
        elif column == LOCK:
            self._toggle_lock(item)

    def _double_click(self, item: QTreeWidgetItem, column: int) -> None:
        if column == NAME:
            self.edit_name()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item, key, text = self.currentItem(), event.key(), event.text()
        # An open box passes on what it does not use.
        if item is None or self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_F2:
            self.edit_name()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_weight()
        elif key == Qt.Key.Key_Space:
            self._toggle_lock(item)
        elif text.isdecimal() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._type_weight(event)
        else:
            super().keyPressEvent(event)

    def _toggle_lock(self, item: QTreeWidgetItem) -> None:
        row = self._rows[item.data(NAME, _ID)]
        if row.lockable:
            item.setCheckState(LOCK, Qt.CheckState.Unchecked if row.locked else Qt.CheckState.Checked)

    def _type_weight(self, event: QKeyEvent) -> None:
        """A number typed on a row begins its new weight."""
        self.edit_weight()
        box = self.indexWidget(self.indexFromItem(self.currentItem(), WEIGHT))
        if box is not None:
            box.selectAll()
            QApplication.sendEvent(box, event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        hints = QAbstractItemDelegate.EndEditHint
        if hint == hints.RevertModelCache and editor is self._weights.box:
            self._weights.revert()
        step = {hints.EditNextItem: 1, hints.EditPreviousItem: -1}.get(hint, 0)
        weight = editor is self._weights.box
        super().closeEditor(editor, hints.NoHint if step else hint)
        if step and weight:
            self._edit_next_weight(step)

    def _edit_next_weight(self, step: int) -> None:
        """Open the box of the next weight that can be changed, down the tree or up."""
        item = self.currentItem()
        while item is not None:
            item = self.itemBelow(item) if step > 0 else self.itemAbove(item)
            if item is not None and not self._rows[item.data(NAME, _ID)].fixed:
                self.setCurrentItem(item)
                self.edit_weight()
                return

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        item, before = self.currentItem(), QRect(QPoint(), event.oldSize())
        was_seen = item is not None and self.visualItemRect(item).intersects(before)
        super().resizeEvent(event)
        self._fit_columns()
        if was_seen:
            self.scrollToItem(item)

    def _fit_columns(self) -> None:
        """Columns as wide as their heads and longest numbers; the name gets what is left."""
        metrics, header = self.fontMetrics(), self.header()
        self.setIndentation(metrics.height())
        for column, widest in _WIDEST.items():
            if column == WEIGHT and any(row.weight is None for row in self._rows.values()):
                widest = max(widest, from_data(), key=metrics.horizontalAdvance)
            wide = metrics.horizontalAdvance(widest) + metrics.height()
            header.resizeSection(column, max(wide, header.sectionSizeHint(column)))
        # Published domains have no direction of their own: room for their names.
        self.setColumnHidden(DIRECTION, not any(row.higher_is for row in self._rows.values()))
        left = self.viewport().width() - sum(header.sectionSize(column) for column in _WIDEST)
        header.resizeSection(NAME, max(left, _NARROWEST_NAME * metrics.averageCharWidth()))


def _shape(rows: Mapping[str, Row]) -> list[tuple[str, str]]:
    return [(id, row.parent) for id, row in rows.items()]
