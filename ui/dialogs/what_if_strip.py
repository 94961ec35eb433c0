"""The strip of the what-if: who joins, who leaves, how many people; Reset and Keep."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QHBoxLayout, QPushButton, QWidget

from .live_map import LiveMap
from .session import Session
from .words import tr


class WhatIfStrip(QWidget):
    def __init__(self, session: Session, live_map: LiveMap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._live_map = session, live_map
        layout = QHBoxLayout(self)
        for name, text, call in (("reset", tr("Reset"), session.reset), ("keep", tr("Keep"), self._keep)):
            button = QPushButton(text)
            button.setObjectName(f"cni_mapper_what_if_{name}")
            button.clicked.connect(call)
            layout.addWidget(button)

    def _keep(self) -> None:
        self._session.make(self._session.made.output)
