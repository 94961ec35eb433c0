"""The dialog that adds an indicator to the index: a column of any table, which way it points, and where it belongs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qgis.PyQt.QtCore import QSignalBlocker, Qt
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ...core.index.definition import Definition, Indicator, indicators_of, walk
from ...core.index.editing import add_domain, add_indicator, effective_weights, set_weight
from ..messages import fault_text
from .calm import CalmCombo, CalmSpin
from .column_list import ColumnList
from .direction import Direction
from .index_edits import IndexEdits
from .index_sources import IndexSources
from .open_tables import add_tables, ask_tables
from .session import Session
from .values_view import ValuesView
from .words import tr

_MOST_WEIGHT = 1000.0


@dataclass(frozen=True)
class Wish:
    """The indicator to be added. domain: the id of the one it joins, "" for a new one called `new_domain`.

    weight: None for the mean of those beside it.
    """

    table: str
    column: str
    title: str
    higher_is: str
    domain: str
    new_domain: str
    weight: float | None

    def added_to(self, definition: Definition) -> Definition:
        """Raises the faults of the editing."""
        before = {indicator.id for _, indicator in indicators_of(definition)}
        if self.domain:
            new = add_indicator(definition, self.domain, self.title, self.column, self.higher_is)
        else:
            new = add_domain(definition, self.new_domain, self.title, self.column, self.higher_is)
        if self.weight is None:
            return new
        domain, added = next((d, i) for d, i in indicators_of(new) if i.id not in before)
        return set_weight(new, added.id if self.domain else domain.id, self.weight)


class AddIndicatorDialog(QDialog):
    """Asks for an indicator; `wish` has it once the dialog was accepted."""

    def __init__(self, session: Session, edits: IndexEdits, sources: IndexSources, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._edits, self._sources = session, edits, sources
        self._own_title = ""
        self.setObjectName("cni_mapper_add_indicator")
        self.setWindowTitle(tr("Add an indicator"))
        self._make_source()
        self._make_place()
        self._values = ValuesView("cni_mapper_add_values", sources)
        self._reason = QLabel()
        self._reason.setObjectName("cni_mapper_add_reason")
        self._reason.setWordWrap(True)
        self._buttons = QDialogButtonBox()
        self._add_button = self._buttons.addButton(tr("Add"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._add_button.setObjectName("cni_mapper_add_accept")
        self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._lay_out()
        sources.changed.connect(self._list_columns)
        self._list_domains()
        self.list_tables("")

    def _make_source(self) -> None:
        self._table = CalmCombo("cni_mapper_add_table", tr("Table or layer"))
        self._table.currentIndexChanged.connect(lambda _: self._table_chosen())
        self._file = QPushButton(tr("From a file…"))
        self._file.setObjectName("cni_mapper_add_from_file")
        self._file.clicked.connect(self._ask_file)
        self._column = ColumnList("cni_mapper_add_column", tr("Column that holds the values"))
        self._column.currentIndexChanged.connect(lambda _: self._column_chosen())
        self._title = QLineEdit()
        self._title.setObjectName("cni_mapper_add_title")
        self._title.setAccessibleName(tr("Name of the indicator"))
        self._title.textChanged.connect(lambda _: self._check())
        self._direction = Direction("cni_mapper_add_direction")
        self._direction.chosen.connect(lambda _: self._check())

    def _make_place(self) -> None:
        self._domain = CalmCombo("cni_mapper_add_domain", tr("Domain it belongs to"))
        self._domain.currentIndexChanged.connect(lambda _: self._domain_chosen())
        self._new_domain = QLineEdit()
        self._new_domain.setObjectName("cni_mapper_add_new_domain")
        self._new_domain.setAccessibleName(tr("Name of the new domain"))
        self._new_domain.setPlaceholderText(tr("Name of the new domain"))
        self._new_domain.textChanged.connect(lambda _: self._check())
        self._weight = CalmSpin("cni_mapper_add_weight", tr("Weight"))
        self._weight.setDecimals(3)
        self._weight.setMaximum(_MOST_WEIGHT)
        self._weight.setSingleStep(0.25)

    def _lay_out(self) -> None:
        inside = QWidget()
        form = QFormLayout(inside)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        table = QHBoxLayout()
        table.addWidget(self._table, 1)
        table.addWidget(self._file)
        domain = QVBoxLayout()
        domain.addWidget(self._domain)
        domain.addWidget(self._new_domain)
        for words, field in (
            (tr("Table or layer"), table),
            (tr("Column"), self._column),
            (tr("Name"), self._title),
            (tr("What it means"), self._direction),
            (tr("Domain"), domain),
            (tr("Weight"), self._weight),
        ):
            form.addRow(words, field)
        form.addRow(self._values)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.addWidget(scroll, 1)
        layout.addWidget(self._reason)
        layout.addWidget(self._buttons)
        em = self.fontMetrics().height()
        self.resize(32 * em, 42 * em)

    # Filling the lists

    def list_tables(self, chosen: str) -> None:
        """List the layers of the project. chosen: the id of the one to begin with, blank for a ticked one."""
        tables = self._session.choices.tables
        layers = sorted(self._sources.layers(), key=lambda layer: layer.id() not in tables)
        before = chosen or self._table.currentData()
        blocker = QSignalBlocker(self._table)
        self._table.clear()
        for layer in layers:
            self._table.addItem(layer.name(), layer.id())
        self._table.setCurrentIndex(max(0, self._table.findData(before)) if layers else -1)
        blocker.unblock()
        self._table_chosen()

    def _list_domains(self) -> None:
        definition = self._edits.definition
        for domain in walk(definition.domains):
            if domain.indicators:
                self._domain.addItem(domain.title, domain.id)
        self._domain.addItem(tr("A new domain…"), "")
        self._domain_chosen()

    def start_domain(self, id: str) -> None:
        """Begin with a domain, where it can hold indicators."""
        self._domain.setCurrentIndex(max(0, self._domain.findData(id)))

    def _table_chosen(self) -> None:
        table = self._table.currentData()
        if table:
            self._sources.look([table])
        self._list_columns()

    def _list_columns(self) -> None:
        heads = self._sources.heads(self._table.currentData() or "")
        others = self._sources.chosen()
        self._column.show_columns(self._sources, [] if heads is None else [heads], others, tr("Choose a column"))
        self._column_chosen()

    # Following what is typed

    def _column_chosen(self) -> None:
        choice = self._column.choice()
        if self._title.text() == self._own_title:
            self._own_title = "" if choice is None else _words_of(choice[1])
            self._title.setText(self._own_title)
        self._check()

    def _domain_chosen(self) -> None:
        domain, definition = self._domain.currentData(), self._edits.definition
        self._new_domain.setVisible(not domain)
        weights = effective_weights(definition)
        if domain:
            beside = [weights[one.id] for parent, one in indicators_of(definition) if parent.id == domain]
        else:
            beside = [one.weight for one in definition.domains]
        known = [weight for weight in beside if weight is not None]
        self._usual = round(sum(known) / len(known), 3) if known else None
        self._weight.setValue(self._usual or 0.0)
        self._weight.setEnabled(self._usual is not None)
        self._weight.setToolTip("" if known else tr("The weights in this domain are worked out from the data."))
        self._check()

    def _check(self) -> None:
        """Show the values, and what is still to be done before the indicator can be added."""
        lacking = self._lacking()
        self._add_button.setEnabled(not lacking)
        self._add_button.setToolTip(lacking)
        self._reason.setText(lacking or self._copy_words())
        choice = self._column.choice()
        if choice is None:
            self._values.clear()
            return
        id, column, _ = choice
        part = Indicator("preview", self._title.text() or column, 1.0, (column,), self._direction.way() or "more_need")
        code_field = self._session.choices.columns.get("CODE_FIELD")
        self._values.show_part(self._edits.definition, part, [id], code_field)

    def _lacking(self) -> str:
        """The next thing to do; blank when all is there."""
        table = self._table.currentData()
        if not table:
            return tr("There is no table in the project. Add one from a file.")
        facts = self._sources.facts(table)
        if facts is not None and facts.fault is not None:
            return fault_text(facts.fault)
        if self._column.choice() is None:
            return tr("Choose the column that holds the values.")
        if not self._title.text().strip():
            return tr("Give the indicator a name.")
        if not self._direction.way():
            return tr("Say whether a higher value means more need or less.")
        if not self._domain.currentData() and not self._new_domain.text().strip():
            return tr("Give the new domain a name.")
        return ""

    def _copy_words(self) -> str:
        if not self._edits.must_be_copied():
            return ""
        return tr("'{index}' stays as it is: the indicator is added to a copy of your own, '{copy}'.").format(
            index=self._edits.definition.title, copy=self._edits.own_title()
        )

    def _ask_file(self) -> None:
        self.add_files(ask_tables(self))

    def add_files(self, paths: Sequence[str]) -> None:
        """Put tables of files into the project, and go to the first of them."""
        files, faults = add_tables(self._session.project, paths)
        if files:
            self.list_tables(files[0][0])
        if faults:
            self._reason.setText(" ".join(fault_text(fault) for fault in faults))

    def wish(self) -> Wish:
        """What was asked for."""
        choice = self._column.choice()
        weight = round(self._weight.value(), 3)
        return Wish(
            table="" if choice is None else choice[0],
            column="" if choice is None else choice[2],
            title=self._title.text().strip(),
            higher_is=self._direction.way(),
            domain=self._domain.currentData(),
            new_domain=self._new_domain.text().strip(),
            weight=None if self._usual in (None, weight) else weight,
        )


def _words_of(column: str) -> str:
    """A column's name as words: 'libraries_per_1000' as 'Libraries per 1000'."""
    words = " ".join(column.replace("_", " ").split())
    return words[:1].upper() + words[1:]
