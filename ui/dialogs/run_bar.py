"""The bar on top of the dock: which run is open, undo and redo, the inspector, help."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QComboBox, QHBoxLayout, QWidget

from .inspector import Inspector
from .session import Session
from .words import tr


class RunBar(QWidget):
    def __init__(self, session: Session, inspector: Inspector, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._list = QComboBox()
        self._list.setObjectName("cni_mapper_run_list")
        self._list.setAccessibleName(tr("Run"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._list, 1)
