"""Rows of any number for a table on the screen, sorted and searched at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

_NUMBERS = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_TEXT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, eq=False)
class Column:
    """One column of a table.

    values: (n_rows,) what it is sorted by: numbers, NaN where missing, or text. show: the text for one value that is
    not missing. words: what the heading means. is_short: whether it needs no more room than its first rows take.
    """

    title: str
    values: np.ndarray
    show: Callable[[Any], str] = str
    words: str = ""
    is_short: bool = False

    @property
    def is_numbers(self) -> bool:
        return self.values.dtype.kind in "fi"

    def text(self, row: int) -> str:
        return self.texts(np.array([row]))[0]

    def texts(self, rows: np.ndarray) -> list[str]:
        """What stands in these rows; a missing number is a dash."""
        values = self.values[rows]
        if not self.is_numbers:
            return [self.show(value) for value in values]
        missing = np.isnan(values)
        return ["–" if absent else self.show(value) for value, absent in zip(values.tolist(), missing.tolist())]

    def order(self, rows: np.ndarray, *, descending: bool) -> np.ndarray:
        """Rows sorted by this column, what is missing last; rows of one value stay in their order."""
        values = self.values[rows]
        if not self.is_numbers:
            values = np.array([str(value).casefold() for value in values], dtype=str)
            ranks = np.unique(values, return_inverse=True)[1]
            return rows[np.argsort(-ranks if descending else ranks, kind="stable")]
        return rows[np.argsort(-values if descending else values, kind="stable")]


def text_column(title: str, texts: Sequence[str], words: str = "", *, is_short: bool = False) -> Column:
    return Column(title, np.array(texts, dtype=object), words=words, is_short=is_short)


def place_text(value: float) -> str:
    """A rank or a number of places."""
    return f"{int(value):,}"


class RowModel(QAbstractTableModel):
    """Columns of equal length. A row is told by its number in them, wherever it stands on the screen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns: Sequence[Column] = ()
        self._kept = np.empty(0, dtype=int)
        self._order = self._kept
        self._sorted: tuple[int, bool] | None = None

    def show_columns(self, columns: Sequence[Column]) -> None:
        """Show other rows, all of them, sorted as those before were."""
        self.beginResetModel()
        if len(columns) != len(self.columns):
            self._sorted = None
        self.columns = columns
        self._kept = np.arange(len(columns[0].values) if columns else 0)
        self._order = self._in_order()
        self.endResetModel()

    def keep(self, rows: np.ndarray) -> None:
        """Show only these rows, by their numbers, ascending."""
        self.beginResetModel()
        self._kept = rows
        self._order = self._in_order()
        self.endResetModel()

    def rows_at(self, places: Sequence[int]) -> np.ndarray:
        """The numbers of the rows that stand at places of the screen, 0 being the top."""
        return self._order[list(places)]

    def row_at(self, place: int) -> int:
        return int(self._order[place])

    def place_of(self, row: int) -> int | None:
        """Where a row stands, None while it is not shown."""
        found = np.flatnonzero(self._order == row)
        return int(found[0]) if len(found) else None

    def _in_order(self) -> np.ndarray:
        if self._sorted is None:
            return self._kept
        column, descending = self._sorted
        return self.columns[column].order(self._kept, descending=descending)

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._order)

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        # A text may be cut short by the width of its column.
        if role == Qt.ItemDataRole.DisplayRole or (role == Qt.ItemDataRole.ToolTipRole and not column.is_numbers):
            return column.text(self.row_at(index.row()))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _NUMBERS if column.is_numbers else _TEXT
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.words or column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _NUMBERS if column.is_numbers else _TEXT
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 for the order that the rows came in."""
        self.layoutAboutToBeChanged.emit()
        before = self._order
        self._sorted = None if column < 0 else (column, order == Qt.SortOrder.DescendingOrder)
        self._order = self._in_order()
        self._move_places(before)
        self.layoutChanged.emit()

    def _move_places(self, before: np.ndarray) -> None:
        """Have what is selected go along with its rows."""
        old = self.persistentIndexList()
        if not old:
            return
        places = np.empty(len(self.columns[0].values), dtype=int)
        places[self._order] = np.arange(len(self._order))
        new = [self.index(int(places[before[index.row()]]), index.column()) for index in old]
        self.changePersistentIndexList(old, new)
