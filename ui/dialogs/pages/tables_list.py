"""The tables that the index draws on: ticked among the project's, with what each was recognised as."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qgis.PyQt.QtCore import QEvent, QSignalBlocker, Qt, pyqtSignal
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ....core.index.definition import Definition
from ....core.index.editing import find_part
from ...messages import area_words, fault_text
from ..index_edits import IndexEdits
from ..index_sources import IndexSources
from ..open_tables import add_tables, ask_tables
from ..session import Session
from ..table_columns import Facts, Heads, Source, sources_of
from ..words import tr

_ID = Qt.ItemDataRole.UserRole
_MOST_LINES = 8


class TablesList(QWidget):
    """Ticks tables for the run of the session. added: a layer came from a file."""

    added = pyqtSignal()

    def __init__(self, session: Session, edits: IndexEdits, sources: IndexSources) -> None:
        super().__init__()
        self._session, self._edits, self._sources = session, edits, sources
        self._chosen: tuple[str, ...] = ()
        self._told: tuple[str, ...] = ()
        self._list = QListWidget()
        self._list.setObjectName("cni_mapper_index_tables")
        self._list.setAccessibleName(tr("Tables with community need data"))
        self._list.setToolTip(tr("Tick the tables of the project that hold the columns of the index"))
        self._list.setWordWrap(True)
        self._list.setAlternatingRowColors(True)
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemChanged.connect(self._ticked)
        self._none = QLabel(tr("This project has no tables or layers with data yet. Add one from a file."))
        self._none.setWordWrap(True)
        from_file = QPushButton(tr("From a file…"))
        from_file.setObjectName("cni_mapper_index_table_from_file")
        from_file.setToolTip(tr("Add a table to the project, and tick it: CSV, Excel, GeoPackage or another format"))
        from_file.clicked.connect(self._ask_file)
        row = QHBoxLayout()
        row.addWidget(from_file)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._none)
        layout.addWidget(self._list)
        layout.addLayout(row)

    def refresh(self, parts: Mapping[str, Sequence[Source]]) -> None:
        """Show the layers of the project. parts: where the columns of the index stand in the ticked ones."""
        layers = self._sources.layers()
        shown = [self._list.item(row).data(_ID) for row in range(self._list.count())]
        chosen = self._session.choices.tables
        elsewhere = chosen not in (self._chosen, self._told)
        self._chosen = self._told = chosen
        if elsewhere or set(shown) != {layer.id() for layer in layers}:
            shown = [layer.id() for layer in sorted(layers, key=lambda layer: layer.id() not in chosen)]
            self._lay_out(shown)
        blocker = QSignalBlocker(self._list)
        for row, id in enumerate(shown):
            self._fill(self._list.item(row), id, id in chosen, parts)
        blocker.unblock()
        self._none.setVisible(not shown)
        self._list.setVisible(bool(shown))
        self._fit()

    def _lay_out(self, ids: Sequence[str]) -> None:
        blocker = QSignalBlocker(self._list)
        self._list.clear()
        for id in ids:
            item = QListWidgetItem()
            item.setData(_ID, id)
            self._list.addItem(item)
        blocker.unblock()

    def _fill(self, item: QListWidgetItem, id: str, chosen: bool, parts: Mapping[str, Sequence[Source]]) -> None:
        heads, definition = self._sources.heads(id), self._session.choices.definition
        if heads is None:
            return
        held = parts if chosen else sources_of(definition, [heads])
        here = [part for part, sources in held.items() if any(source.table == id for source in sources)]
        facts = self._sources.facts(id) if chosen else None
        words = [_columns_words(len(here), len(held))]
        if chosen:
            words.insert(0, _facts_words(facts))
        # A fault is a sentence of its own.
        shown = words[0] if facts is not None and facts.fault is not None else "; ".join(words)
        item.setText(f"{heads.name}\n{shown}")
        item.setToolTip(_tip(definition, id, held))
        item.setCheckState(Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)

    def _fit(self) -> None:
        """As high as its rows, up to a point; beyond that it scrolls."""
        line = self._list.fontMetrics().lineSpacing()
        # Not the rows' size hints, which know of no wrapping.
        self._list.doItemsLayout()
        items = map(self._list.item, range(self._list.count()))
        rows = sum(max(self._list.visualItemRect(item).height(), line) for item in items)
        self._list.setFixedHeight(min(rows, _MOST_LINES * line) + 2 * self._list.frameWidth() + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _ticked(self, item: QListWidgetItem) -> None:
        id, tables = item.data(_ID), self._session.choices.tables
        on = item.checkState() == Qt.CheckState.Checked
        heads = self._sources.heads(id)
        if heads is None or on == (id in tables):
            return
        words = tr("Use {table}") if on else tr("Leave out {table}")
        rest = tuple(one for one in tables if one != id)
        # A row that was ticked stays where it is, under the pointer.
        self._told = (*rest, id) if on else rest
        self._session.edit(words.format(table=heads.name), tables=self._told)

    def _ask_file(self) -> None:
        self.add_files(ask_tables(self))

    def add_files(self, paths: Sequence[str]) -> None:
        """Put the tables of files into the project and tick them; of several in one file, those the index draws on."""
        files, faults = add_tables(self._session.project, paths)
        self._edits.said.emit(" ".join(fault_text(fault) for fault in faults))
        definition, tables = self._session.choices.definition, self._session.choices.tables
        useful = [
            id for ids in files for id in ids if len(ids) == 1 or self._holds(definition, self._sources.heads(id))
        ]
        new = tuple(id for id in useful if id not in tables)
        if new:
            self._session.edit(tr("Add tables"), tables=(*tables, *new))
        self.added.emit()

    @staticmethod
    def _holds(definition: Definition, heads: Heads | None) -> bool:
        found = {} if heads is None else sources_of(definition, [heads])
        return any(source.table for sources in found.values() for source in sources)


def _columns_words(here: int, all_parts: int) -> str:
    if not here:
        return tr("no column of this index")
    if here == all_parts:
        return tr("all {n} columns of this index").format(n=all_parts)
    return tr("{here} of the {n} columns of this index").format(here=here, n=all_parts)


def _facts_words(facts: Facts | None) -> str:
    if facts is None:
        return tr("being read")
    if facts.fault is not None:
        return fault_text(facts.fault)
    what = f"{facts.areas:,} {area_words(facts.geography)}"
    if facts.matched is None:
        return what
    if facts.matched == facts.total:
        return tr("{areas}, every area of the map among them").format(areas=what)
    return tr("{areas}, {matched} of the {total} areas of the map among them").format(
        areas=what, matched=f"{facts.matched:,}", total=f"{facts.total:,}"
    )


def _tip(definition: Definition, id: str, held: Mapping[str, Sequence[Source]]) -> str:
    """Which columns a table gives to which parts."""
    pairs = [
        f"{find_part(definition, part).title}: {source.column}"
        for part, sources in held.items()
        for source in sources
        if source.table == id
    ]
    return "\n".join(pairs) if pairs else tr("None of its columns is one that this index asks for.")
