"""Lists of a layer's columns, in which a blank means 'found by itself' and says which column was found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from qgis.core import QgsVectorLayer
from qgis.gui import QgsCollapsibleGroupBox, QgsFieldComboBox
from qgis.PyQt.QtCore import QIdentityProxyModel, QModelIndex, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ....core.data.columns import clean_heading, find_column
from ..quiet_wheel import QuietWheel
from ..session import Session
from ..words import tr


class _Shown(QIdentityProxyModel):
    """The columns of a layer; the blank one says what is taken instead."""

    words = ""

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if index.row() == 0 and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.words
        return super().data(index, role)


class ColumnPicker(QuietWheel, QgsFieldComboBox):
    """One column of a layer. picked: its name, blank for one found by itself."""

    picked = pyqtSignal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAllowEmptyFieldName(True)
        self._shown = _Shown(self)
        self._shown.setSourceModel(self.model())
        # Qt deletes the model that another takes the place of, if it is the list's own child.
        self.model().setParent(self._shown)
        self.setModel(self._shown)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumContentsLength(8)
        self.setSizeAdjustPolicy(QgsFieldComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.activated.connect(lambda _: self.picked.emit(clean_heading(self.currentField())))

    def show_column(self, layer: QgsVectorLayer | None, named: str, found: str) -> None:
        """Show the column that the user named; where that is blank, the one that was found (blank for none)."""
        if layer is not self.layer():
            self.setLayer(layer)
        names = [] if layer is None else layer.fields().names()
        field = next((name for name in names if find_column([clean_heading(name)], named)), "") if named else ""
        if field:
            self.setField(field)
        else:
            self.setCurrentIndex(0)
        words = "" if layer is None else tr("None found")
        if found:
            words = tr("Found: {column}").format(column=found)
        if words != self._shown.words:
            self._shown.words = words
            self.update()


@dataclass(frozen=True)
class Wanted:
    """A column to choose. parameter: of cni:map. label: with & before its key. words: what it is for."""

    parameter: str
    label: str
    words: str


class ColumnPickers(QWidget):
    """Pickers of columns below one another. Each edits the choices of the session."""

    def __init__(self, session: Session, page: str, wanted: Sequence[Wanted]) -> None:
        """page: what the widgets are called after."""
        super().__init__()
        self._session = session
        self._pickers: dict[str, ColumnPicker] = {}
        self._tips = {one.parameter: one.words for one in wanted}
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setColumnStretch(1, 1)
        for row, one in enumerate(wanted):
            picker = ColumnPicker()
            picker.setObjectName(f"cni_mapper_{page}_{one.parameter.lower()}")
            picker.setAccessibleName(one.label.replace("&", ""))
            picker.picked.connect(self._edit(one))
            label = QLabel(one.label)
            label.setBuddy(picker)
            label.setToolTip(one.words)
            layout.addWidget(label, row, 0)
            layout.addWidget(picker, row, 1)
            self._pickers[one.parameter] = picker

    def _edit(self, one: Wanted) -> Any:
        words = tr("Choose {what}").format(what=one.label.replace("&", ""))
        return lambda column: self._session.apply(self._session.choices.with_column(one.parameter, column), words)

    def show_columns(
        self, parameters: Sequence[str], layer: QgsVectorLayer | None, found: Mapping[str, str], why_not: str
    ) -> None:
        """Show the columns of a layer, those named and those found.

        parameters: which of the pickers are of this layer. why_not: why they cannot be used while there is none.
        """
        named = self._session.choices.columns
        for parameter in parameters:
            picker = self._pickers[parameter]
            picker.setEnabled(layer is not None)
            picker.setToolTip(self._tips[parameter] if layer is not None else why_not)
            picker.show_column(layer, named.get(parameter, ""), found.get(parameter, ""))

    def any_named(self) -> bool:
        """Whether the user has named one of these columns."""
        return any(parameter in self._session.choices.columns for parameter in self._pickers)


def more_columns(name: str, title: str, pickers: ColumnPickers) -> QgsCollapsibleGroupBox:
    """The columns that few people need to choose, folded away."""
    box = QgsCollapsibleGroupBox(title)
    box.setObjectName(name)
    box.setSaveCollapsedState(False)
    box.setCollapsed(True)
    QVBoxLayout(box).addWidget(pickers)
    return box
