"""Where the selected part of the index comes from: its column, its direction, its treatment, and how its values lie."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QFormLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from ....core.index.definition import Domain, Indicator
from ....core.index.editing import find_part, set_columns, set_direction
from ..column_list import ColumnList
from ..direction import Direction
from ..index_edits import IndexEdits
from ..index_sources import IndexSources
from ..session import Session
from ..table_columns import Source, wanted_by
from ..values_view import ValuesView
from ..words import tr
from .part_options import PartOptions


class SourceEditor(QWidget):
    """Edits what stands behind one domain or indicator."""

    def __init__(self, session: Session, edits: IndexEdits, sources: IndexSources) -> None:
        super().__init__()
        self._session, self._edits, self._sources = session, edits, sources
        self._part: Domain | Indicator | None = None
        self._found: Sequence[Source] = ()
        self._column_words = QLabel(tr("Column"))
        self._column = ColumnList("cni_mapper_index_column", tr("Column that holds the values"))
        self._column.activated.connect(self._column_chosen)
        self._column_words.setBuddy(self._column)
        self._rate = ColumnList("cni_mapper_index_denominator", tr("Column that the values are divided by"))
        self._rate.setToolTip(tr("For a rate: the column of residents, households or whatever the values are out of"))
        self._rate.activated.connect(self._column_chosen)
        self._direction = Direction("cni_mapper_index_direction")
        self._direction.chosen.connect(self._direction_chosen)
        self._nothing = QLabel()
        self._nothing.setWordWrap(True)
        self._options = PartOptions(edits)
        self._more = self._make_more()
        self.values = ValuesView("cni_mapper_index_values", sources)
        self._lay_out()

    def _make_more(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName("cni_mapper_index_more")
        button.setText(tr("More"))
        button.setToolTip(tr("Rates, areas without a value, outliers, and how indicators are put together"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setArrowType(Qt.ArrowType.RightArrow)
        button.setAutoRaise(True)
        button.setCheckable(True)
        button.toggled.connect(self._unfold)
        return button

    def _lay_out(self) -> None:
        self._form = QFormLayout()
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.addRow(self._column_words, self._column)
        self._below, self._rate_box = QWidget(), QWidget()
        form = QFormLayout(self._rate_box)
        form.setContentsMargins(0, 0, 0, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(tr("Divided by"), self._rate)
        inside = QVBoxLayout(self._below)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._rate_box)
        inside.addWidget(self._options)
        self._below.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._form)
        for widget in (self._nothing, self._direction, self._more, self._below, self.values):
            layout.addWidget(widget)

    def _unfold(self, on: bool) -> None:
        self._more.setArrowType(Qt.ArrowType.DownArrow if on else Qt.ArrowType.RightArrow)
        self._below.setVisible(on)

    # Showing

    def show_part(self, id: str, parts: Mapping[str, Sequence[Source]]) -> None:
        """Show a part of the index; blank for none. parts: where the columns of the index stand."""
        definition = self._session.choices.definition
        self._part = find_part(definition, id) if id else None
        self._found = parts.get(id, ())
        self.setVisible(self._part is not None)
        if self._part is None:
            self.values.clear()
            return
        is_indicator = isinstance(self._part, Indicator)
        self._show_columns(is_indicator)
        self._direction.setVisible(is_indicator)
        if isinstance(self._part, Indicator):
            self._direction.show_way(self._part.higher_is)
        self._options.show_part(self._part)
        self._more.setVisible(not self._options.is_empty)
        self._below.setVisible(self._more.isChecked() and not self._options.is_empty)
        self._show_values()

    def _show_columns(self, is_indicator: bool) -> None:
        has_column = bool(self._found)
        self._column.setVisible(has_column)
        self._column_words.setVisible(has_column)
        self._nothing.setVisible(not has_column)
        self._nothing.setText(tr("Its score is put together from the parts below it."))
        self._rate_box.setVisible(is_indicator)
        if not has_column:
            return
        tables = self._sources.chosen()
        self._column.show_columns(self._sources, tables, tables, _not_found(self._found[0]))
        self._column.show_choice(self._found[0].table, self._found[0].column)
        second = self._found[1] if len(self._found) > 1 else None
        nothing = tr("nothing (as it is)") if second is None else _not_found(second) or tr("nothing (as it is)")
        self._rate.show_columns(self._sources, tables, tables, nothing)
        self._rate.show_choice(*(("", "") if second is None else (second.table, second.column)))

    def _show_values(self) -> None:
        part, choices = self._part, self._session.choices
        if part is None or not wanted_by(part):
            self.values.clear()
        elif any(source.fault is not None for source in self._found):
            self.values.clear(tr("There are no values to show until its column is found."))
        else:
            tables = [heads.id for heads in self._sources.chosen()]
            self.values.show_part(choices.definition, part, tables, choices.columns.get("CODE_FIELD"))

    # Changing

    def _column_chosen(self) -> None:
        part, column, rate = self._part, self._column.choice(), self._rate.choice()
        if part is None:
            return
        first = column[2] if column is not None else (self._found[0].column if self._found else "")
        words = tr("Column of {part}").format(part=part.title)
        new = {"columns": (first,)} if rate is None else {"numerator": first, "denominator": rate[2]}
        if column is None and rate is None and len(self._found) == 1:
            return
        self._edits.change(words, lambda old: set_columns(old, part.id, **new))

    def _direction_chosen(self, way: str) -> None:
        part = self._part
        if part is not None:
            words = tr("Direction of {part}").format(part=part.title)
            self._edits.change(words, lambda old: set_direction(old, part.id, way))


def _not_found(source: Source) -> str | None:
    """The entry for a column that cannot be used; None where it is found."""
    if source.fault is None:
        return None
    if source.fault.code == "column_in_two_tables":
        return tr("{column}: in two tables, choose one").format(column=source.column)
    return tr("{column}: not found, choose one").format(column=source.column)
