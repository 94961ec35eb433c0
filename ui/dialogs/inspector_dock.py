"""The panel of the inspector: a page about an area, and one about a patch."""

from __future__ import annotations

from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QAction, QShortcut, QTabWidget, QVBoxLayout, QWidget

from .area_panel import AreaPanel
from .area_words import tr
from .patch_panel import PatchPanel
from .session import Session


class InspectorDock(QgsDockWidget):
    """'CNI Mapper: area'.

    escaped: Esc was pressed in it. toggled: it was opened or closed. is_open: whether it is there, also behind another.
    """

    escaped = pyqtSignal()
    toggled = pyqtSignal()

    def __init__(self, session: Session, draw: QAction, parent: QWidget | None = None) -> None:
        super().__init__(tr("CNI Mapper: area"), parent)
        self.setObjectName("cni_mapper_area_panel")
        self.is_open = False
        self.closedStateChanged.connect(self._closed)
        self.areas, self.patches = AreaPanel(), PatchPanel(session, draw)
        self._tabs = QTabWidget()
        self._tabs.setObjectName("cni_mapper_area_tabs")
        self._tabs.setAccessibleName(tr("Area or patch"))
        self._tabs.setDocumentMode(True)
        self._tabs.addTab(self.areas, tr("Area"))
        self._tabs.addTab(self.patches, tr("Patch"))
        whole = QWidget(self)
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._tabs)
        self.setWidget(whole)
        shortcut = QShortcut(QKeySequence(Qt.Key.Key_Escape), whole)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.escaped)

    def turn_to_area(self) -> None:
        self._tabs.setCurrentWidget(self.areas)

    def turn_to_patch(self) -> None:
        self._tabs.setCurrentWidget(self.patches)

    def _closed(self, closed: bool) -> None:
        self.is_open = not closed
        self.toggled.emit()
