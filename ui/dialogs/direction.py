"""Which way an indicator points: whether more of it is more need or less."""

from __future__ import annotations

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from .words import tr


class Direction(QWidget):
    """Two radio buttons. chosen: by the user, 'more_need' or 'less_need'."""

    chosen = pyqtSignal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = {
            "more_need": QRadioButton(tr("↑ Higher means more need")),
            "less_need": QRadioButton(tr("↓ Higher means less need")),
        }
        tips = {
            "more_need": tr("For what communities suffer from, such as minutes to a surgery or empty shops"),
            "less_need": tr("For what communities live from, such as libraries or turnout at elections"),
        }
        self._group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for way, button in self._buttons.items():
            button.setObjectName(f"{name}_{way}")
            button.setToolTip(tips[way])
            button.clicked.connect(lambda _, way=way: self.chosen.emit(way))
            self._group.addButton(button)
            layout.addWidget(button)

    def way(self) -> str:
        """The direction shown; blank for neither."""
        return next((way for way, button in self._buttons.items() if button.isChecked()), "")

    def show_way(self, way: str) -> None:
        """Show a direction without telling of it; blank for neither."""
        self._group.setExclusive(False)
        for one, button in self._buttons.items():
            button.setChecked(one == way)
        self._group.setExclusive(True)
