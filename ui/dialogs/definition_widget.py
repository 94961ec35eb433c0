"""The widget of the DEFINITION parameter: the shipped indices in a list, and a button for a file."""

from __future__ import annotations

from processing.gui.wrappers import WidgetWrapper
from qgis.PyQt.QtCore import QCoreApplication, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QToolButton, QWidget


def tr(text: str) -> str:
    return QCoreApplication.translate("DefinitionWidget", text)


class DefinitionWidget(QWidget):
    """A list of the shipped indices by title, in which a path may be typed, with a button to browse for one."""

    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        from ...core.index.library import find_definition, shipped_ids

        self._list = QComboBox()
        self._list.setEditable(True)
        self._list.setToolTip(tr("An index that comes with the plugin, or the path of a definition file"))
        for id in shipped_ids():
            self._list.addItem(f"{find_definition(id).title} [{id}]", id)
        self._list.currentTextChanged.connect(lambda _: self.changed.emit())
        browse = QToolButton()
        browse.setText("…")
        browse.setToolTip(tr("Choose a definition file"))
        browse.clicked.connect(self._browse)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._list, 1)
        layout.addWidget(browse)

    def value(self) -> str:
        """The id of the chosen index, or what was typed."""
        text = self._list.currentText().strip()
        number = self._list.findText(text)
        return self._list.itemData(number) if number >= 0 else text

    def set_value(self, value: str) -> None:
        number = self._list.findData(value)
        if number >= 0:
            self._list.setCurrentIndex(number)
        else:
            self._list.setEditText(value or "")

    def _browse(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("Choose a definition file"), "", tr("Definition (*.json)"))
        if path:
            self._list.setEditText(path)


class DefinitionWidgetWrapper(WidgetWrapper):
    """Puts the widget into Processing's dialogs, models and batches."""

    def createWidget(self) -> DefinitionWidget:
        widget = DefinitionWidget()
        widget.changed.connect(lambda: self.widgetValueHasChanged.emit(self))
        return widget

    def setValue(self, value: object) -> None:
        self.widget.set_value(str(value or ""))

    def value(self) -> str:
        return self.widget.value()
