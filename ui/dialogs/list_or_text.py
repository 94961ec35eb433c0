"""Widgets of parameters that are texts with a meaning: what is known stands in a list by its title."""

from __future__ import annotations

from collections.abc import Sequence

from processing.gui.wrappers import WidgetWrapper
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QToolButton, QWidget


class ListOrText(QWidget):
    """A list of known values by their titles, in which another value may be typed."""

    changed = pyqtSignal()

    def __init__(self, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = QComboBox()
        self._list.setEditable(True)
        self._list.setToolTip(tip)
        self._list.currentTextChanged.connect(lambda _: self.changed.emit())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._list, 1)

    def offer(self, known: Sequence[tuple[str, str]]) -> None:
        """Set the known values, each with its title; what was chosen or typed stays."""
        value, begun = self.value(), self._list.count() > 0
        self._list.clear()
        for id, title in known:
            self._list.addItem(f"{title} [{id}]", id)
        if begun:
            self.set_value(value)

    def add_browse(self, tip: str, files: str) -> None:
        """Add a button that asks for a file. files: what the file dialog lists, as Qt writes it."""
        browse = QToolButton()
        browse.setText("…")
        browse.setToolTip(tip)
        browse.clicked.connect(lambda: self._browse(tip, files))
        self.layout().addWidget(browse)

    def value(self) -> str:
        """The value chosen from the list, or what was typed."""
        text = self._list.currentText().strip()
        number = self._list.findText(text)
        return self._list.itemData(number) if number >= 0 else text

    def set_value(self, value: str) -> None:
        number = self._list.findData(value)
        if number >= 0:
            self._list.setCurrentIndex(number)
        else:
            self._list.setEditText(value or "")

    def _browse(self, title: str, files: str) -> None:
        path, _ = QFileDialog.getOpenFileName(self, title, "", files)
        if path:
            self._list.setEditText(path)


class ListOrTextWrapper(WidgetWrapper):
    """Puts such a widget into Processing's dialogs, models and batches."""

    def make_widget(self) -> ListOrText:
        raise NotImplementedError

    def createWidget(self) -> ListOrText:
        widget = self.make_widget()
        widget.changed.connect(lambda: self.widgetValueHasChanged.emit(self))
        return widget

    def setValue(self, value: object) -> None:
        self.widget.set_value(str(value or ""))

    def value(self) -> str:
        return self.widget.value()
