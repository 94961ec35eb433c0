"""A list of the columns of numbers of some tables."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QSignalBlocker
from qgis.PyQt.QtWidgets import QWidget

from .calm import CalmCombo
from .index_sources import IndexSources
from .table_columns import Heads
from .words import tr

Choice = tuple[str, str, str]
"""The layer's id, its column, and the name by which a definition asks for that column."""


class ColumnList(CalmCombo):
    """Chooses a column of one of the tables; a first entry may stand for something else."""

    def __init__(self, name: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(name, words, parent)
        self._shown: tuple[object, ...] = ()

    def show_columns(
        self, sources: IndexSources, tables: Sequence[Heads], others: Sequence[Heads], first: str | None
    ) -> None:
        """List the columns of tables. others: the tables among which the names must be clear. first: an entry above
        them that stands for no column.
        """
        choices = [choice for heads in tables for choice in _choices(sources, heads, others)]
        several = len(tables) > 1
        names = {heads.id: heads.name for heads in tables}
        shown = (first, several, tuple(choices), tuple(names.items()))
        if shown == self._shown:
            return
        self._shown = shown
        blocker = QSignalBlocker(self)
        self.clear()
        if first is not None:
            self.addItem(first, None)
        for id, column, name in choices:
            text = tr("{column} ({table})").format(column=column, table=names[id]) if several else column
            self.addItem(text, (id, column, name))
        self.setCurrentIndex(0)
        blocker.unblock()

    def show_choice(self, id: str, column: str) -> None:
        """Show that column as chosen, or the first entry."""
        found = (row for row in range(self.count()) if self.itemData(row) and self.itemData(row)[:2] == (id, column))
        blocker = QSignalBlocker(self)
        self.setCurrentIndex(next(found, 0))
        blocker.unblock()

    def choice(self) -> Choice | None:
        """The chosen column; None at the first entry."""
        data = self.currentData()
        return None if data is None else (data[0], data[1], data[2])


def _choices(sources: IndexSources, heads: Heads, others: Sequence[Heads]) -> list[Choice]:
    """The columns of numbers of a table; all of them while it has not been read."""
    facts = sources.facts(heads.id)
    numeric = heads.columns if facts is None or not facts.rows else list(facts.numeric)
    return [(heads.id, column, heads.column_name(column, others)) for column in numeric]
