"""A table of areas: sorted by its headings, copied as text, with an area opened by a double click or Enter."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from qgis.PyQt.QtCore import QCoreApplication, QModelIndex, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence
from qgis.PyQt.QtWidgets import QAbstractItemView, QAction, QHeaderView, QTableView, QWidget

from .row_model import Column, RowModel

_OPEN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ROWS_MEASURED = 200


def tr(text: str) -> str:
    return QCoreApplication.translate("RowTable", text)


class RowTable(QTableView):
    """Shows the columns it is given, at least as high as its rows but no higher than so many lines.

    row_opened: the number of a row that was double-clicked, or on which Enter was pressed; where `by_click`, one that
    was clicked.
    """

    row_opened = pyqtSignal(int)

    def __init__(self, name: str, *, lines: int, by_click: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self._model = RowModel(self)
        self.setModel(self._model)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self._set_headers()
        self._copy = QAction(tr("Copy"), self)
        self._copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        self._copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._copy.triggered.connect(self.copy)
        self.addAction(self._copy)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        (self.clicked if by_click else self.doubleClicked).connect(self._open)

    def _set_headers(self) -> None:
        self.verticalHeader().hide()
        height = QFontMetrics(self.font()).height() * 4 // 3
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads = self.horizontalHeader()
        heads.setHighlightSections(False)
        # No column is sorted by at first: the rows come in an order that means something.
        heads.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)

    def show_columns(self, columns: Sequence[Column]) -> None:
        """Show other rows: text takes what room there is, numbers what they need."""
        self._model.show_columns(columns)
        mode = QHeaderView.ResizeMode
        for number, column in enumerate(columns):
            short = column.is_numbers or column.is_short
            self.horizontalHeader().setSectionResizeMode(number, mode.Interactive if short else mode.Stretch)
            if short:
                self.setColumnWidth(number, self._room_for(column))
        self.updateGeometry()

    def _room_for(self, column: Column) -> int:
        """Pixels that the heading, with its arrow when sorted, and the rows take; of many rows the first are measured.

        Qt's own measure takes a heading of two lines for one.
        """
        metrics = QFontMetrics(self.font())
        texts = column.texts(np.arange(min(len(column.values), _ROWS_MEASURED)))
        longest = max(map(metrics.horizontalAdvance, texts), default=0)
        head = max(metrics.horizontalAdvance(line) for line in column.title.split("\n"))
        return max(head + metrics.height(), longest + metrics.height() // 2)

    def keep(self, rows: np.ndarray) -> None:
        """Show only these rows, by their numbers, ascending."""
        self._model.keep(rows)
        self.updateGeometry()

    def choose(self, row: int) -> None:
        """Select a row, and scroll to it; none where it is not shown."""
        place = self._model.place_of(row)
        self.clearSelection()
        if place is not None:
            self.setCurrentIndex(self._model.index(place, 0))

    def copy(self) -> None:
        """Put the selected rows on the clipboard with their headings, as a spreadsheet takes them; all when none is."""
        chosen = {place for part in self.selectionModel().selection() for place in range(part.top(), part.bottom() + 1)}
        rows = self._model.rows_at(sorted(chosen) or range(self._model.rowCount()))
        columns = self._model.columns
        lines = [[column.title.replace("\n", " ") for column in columns]]
        lines += zip(*(column.texts(rows) for column in columns))
        QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in lines))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPEN and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        self.row_opened.emit(self._model.row_at(index.row()))

    def sizeHint(self) -> QSize:
        lines = min(self._lines, max(self._model.rowCount(), 1))
        height = self.horizontalHeader().sizeHint().height() + lines * self.verticalHeader().defaultSectionSize()
        return QSize(super().sizeHint().width(), height + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())
