"""The page 'Index' of the dock: which index, from which tables, with what weights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtGui import QFont
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ....core.index.definition import indicators_of
from ....core.index.editing import find_part, is_only_part, parent_of
from ...messages import fault_text
from ...tasks import open_algorithm
from ..add_indicator_dialog import AddIndicatorDialog
from ..index_edits import IndexEdits
from ..index_sources import IndexSources
from ..index_tree import IndexTree
from ..session import Session
from ..table_columns import Source, asked_for, parts_of
from ..weight_editor import WeightEditor
from ..words import tr
from .definition_bar import DefinitionBar
from .page import Page, Status
from .source_editor import SourceEditor
from .tables_list import TablesList

_MOST_ROWS = 10
"""A longer tree scrolls by itself, so that what is edited of the selected part stays near it."""


class IndexPage(Page):
    """Chooses an index and its tables, and edits its parts."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.setObjectName("cni_mapper_index_page")
        self._parts: Mapping[str, Sequence[Source]] = {}
        self._asked: object = None
        self._found_status: Status | None = None
        self._edits = IndexEdits(session, self)
        self._sources = IndexSources(session, self)
        self.bar = DefinitionBar(session, self._edits)
        self.tables = TablesList(session, self._edits, self._sources)
        self.tree = IndexTree()
        self.weight = WeightEditor()
        self.source = SourceEditor(session, self._edits, self._sources)
        self._said = QLabel()
        self._said.setObjectName("cni_mapper_index_fault")
        self._said.setWordWrap(True)
        self._said.hide()
        self._part_buttons = self._make_buttons()
        self._lay_out()
        self._connect()

    def title(self) -> str:
        return tr("Index")

    def help_name(self) -> str:
        return "index"

    def _make_buttons(self) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        self._add = self._button("add", tr("Add indicator…"), self.add_indicator)
        self._add.setToolTip(tr("Add a column of any table of the project to the index"))
        self._count = self._button("count", tr("Count places…"), self.count_places)
        self._count.setToolTip(tr("Count libraries, parks or other places in and near each area, to add the result"))
        self._remove = self._button("remove", tr("Remove"), self._remove_part)
        for button in (self._add, self._count, self._remove):
            row.addWidget(button)
        row.addStretch(1)
        return box

    def _button(self, name: str, text: str, call: object) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(f"cni_mapper_index_{name}")
        button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda _: call())
        return button

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.addWidget(self.bar)
        layout.addWidget(self._said)
        layout.addWidget(_heading(tr("Tables with community need data")))
        layout.addWidget(self.tables)
        layout.addWidget(_heading(tr("Domains and indicators")))
        layout.addWidget(self.tree)
        layout.addWidget(self._part_buttons)
        layout.addWidget(self.weight)
        layout.addWidget(self.source)
        layout.addStretch(1)

    def _connect(self) -> None:
        self._edits.said.connect(self._say)
        self._edits.refused.connect(self.refresh)
        self._sources.changed.connect(self._found_out)
        for widget in (self.tree, self.weight):
            widget.weight_changed.connect(self._move_weight)
            widget.lock_changed.connect(self._edits.lock)
        self.weight.rebalance_changed.connect(self.tree.set_rebalance)
        self.tree.renamed.connect(self._edits.rename)
        self.tree.part_selected.connect(lambda _: self._show_selected())
        self.session.project.layersAdded.connect(self._layers_added)

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._said.setVisible(bool(words))

    # Showing

    def refresh(self) -> None:
        choices = self.session.choices
        # While a weight moves none of this changes, and only numbers are shown anew.
        asked = (asked_for(choices.definition), choices.tables, self._sources.state())
        if asked != self._asked:
            self._asked = asked
            self._show_tables()
        self._sources.look(choices.tables)
        self.bar.refresh()
        coverage = {} if self.session.data is None else self.session.data.coverage
        self.tree.show_definition(choices.definition, choices.locked, coverage)
        self._fit_tree()
        self._show_selected()

    def _show_tables(self) -> None:
        self._parts = self._sources.parts()
        self.tables.refresh(self._parts)

    def _found_out(self) -> None:
        self._show_tables()
        self._show_selected()
        status = self.status()
        if status != self._found_status:
            # The dock's line of status follows the session.
            self._found_status = status
            self.session.outcome_changed.emit()

    def show_outcome(self) -> None:
        choices, data = self.session.choices, self.session.data
        self.tree.show_definition(choices.definition, choices.locked, {} if data is None else data.coverage)

    def _fit_tree(self) -> None:
        """As high as the tree, up to a point; beyond that it scrolls."""
        definition = self.session.choices.definition
        rows = min(_MOST_ROWS, sum(1 for _ in parts_of(definition)))
        row = max(self.tree.sizeHintForRow(0), round(1.8 * self.tree.fontMetrics().height()))
        high = self.tree.header().sizeHint().height() + rows * row + 2 * self.tree.frameWidth() + 2
        bar = self.tree.horizontalScrollBar()
        self.tree.setFixedHeight(high + (bar.sizeHint().height() if bar.maximum() else 0))

    def _show_selected(self) -> None:
        id, choices = self.tree.selected_part(), self.session.choices
        self.weight.show_part(choices.definition, id, choices.locked)
        self.source.show_part(id, self._parts)
        why = ""
        if not id:
            why = tr("Select the domain or indicator to remove.")
        elif is_only_part(choices.definition, id):
            why = tr("It is the only part of its domain. Remove the domain instead, or add another part first.")
        self._remove.setEnabled(not why)
        self._remove.setToolTip(why or tr("Take the selected part out of the index"))

    def _layers_added(self, _: object) -> None:
        self.refresh()

    # Changing

    def _move_weight(self, id: str, weight: float, final: bool) -> None:
        self._edits.set_weight(id, weight, final, self.weight.rebalance())

    def _remove_part(self) -> None:
        id = self.tree.selected_part()
        if id:
            self._edits.remove(id)

    def add_indicator(self, table: str = "") -> AddIndicatorDialog:
        """Open the dialog for a new indicator. table: the id of the layer to begin with."""
        dialog = AddIndicatorDialog(self.session, self._edits, self._sources, self)
        if table:
            dialog.list_tables(table)
        selected = self.tree.selected_part()
        if selected:
            definition = self.session.choices.definition
            parent = parent_of(definition, selected)
            dialog.start_domain(selected if parent is None else parent.id)
        dialog.accepted.connect(lambda: self._add_wish(dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _add_wish(self, dialog: AddIndicatorDialog) -> None:
        wish, choices = dialog.wish(), self.session.choices
        before = {indicator.id for _, indicator in indicators_of(choices.definition)}
        tables = choices.tables if wish.table in choices.tables else (*choices.tables, wish.table)
        words = tr("Add {part}").format(part=wish.title)
        if self._edits.change(words, wish.added_to, agreed=True, tables=tables):
            new = [one.id for _, one in indicators_of(self.session.choices.definition) if one.id not in before]
            self.tree.select_part(new[0] if new else "")

    def count_places(self) -> None:
        """Open the counting of places; a table that comes of it is offered as an indicator."""
        before = set(self.session.project.mapLayers())
        open_algorithm("cni:places")
        new = [layer for id, layer in self.session.project.mapLayers().items() if id not in before]
        tables = [layer for layer in new if isinstance(layer, QgsVectorLayer) and layer.isValid()]
        if tables:
            self.add_indicator(tables[-1].id())
        else:
            self._say(tr("No table of counts was made, so there is nothing to add."))

    # The line of status

    def status(self) -> Status:
        choices = self.session.choices
        if not self._sources.chosen():
            return Status(tr("Tick the tables that hold the community need data, or add one from a file."), "todo")
        faults = [(id, source.fault) for id, found in self._parts.items() for source in found if source.fault]
        if faults:
            return self._lacking_columns(faults)
        for heads in self._sources.chosen():
            facts = self._sources.facts(heads.id)
            if facts is not None and facts.fault is not None:
                return Status(fault_text(facts.fault), "fault")
        words = tr("Every column of {index} is found. Next: Deprivation.")
        return Status(words.format(index=choices.definition.short), "ready")

    def _lacking_columns(self, faults: Sequence[tuple[str, object]]) -> Status:
        titles = [find_part(self.session.choices.definition, id).title for id in dict(faults)]
        if len(titles) == 1:
            return Status(fault_text(faults[0][1]), "todo")
        shown = ", ".join(f"'{title}'" for title in titles[:3]) + ("…" if len(titles) > 3 else "")
        words = tr(
            "{n} parts have no column yet: {titles}. Tick the table that holds them, or choose their columns below."
        )
        return Status(words.format(n=len(titles), titles=shown), "todo")


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    bold = QFont()
    bold.setBold(True)
    label.setFont(bold)
    return label
