"""The part of QGIS's interface that the plugin uses, and waiting for work in the background."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from qgis.core import QgsApplication, QgsProject, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QCoreApplication, Qt
from qgis.PyQt.QtWidgets import QAction, QDockWidget, QHBoxLayout, QMainWindow, QWidget


class MessageBar:
    """Keeps what was said: (text, level)."""

    def __init__(self) -> None:
        self.pushed: list[tuple[str, Any]] = []

    def createMessage(self, title: str, text: str) -> QWidget:
        item = QWidget()
        item.setObjectName(f"{title}: {text}")
        QHBoxLayout(item)
        return item

    def pushWidget(self, item: QWidget, level: Any, seconds: int) -> None:
        self.pushed.append((item.objectName(), level))


class Interface:
    """Stands in for `iface`, and keeps what it is given."""

    def __init__(self) -> None:
        self.window = QMainWindow()
        self.menu: list[tuple[str, QAction]] = []
        self.tools: list[QAction] = []
        self.docks: list[QDockWidget] = []
        self.options: list[Any] = []
        self.bar = MessageBar()
        self.canvas = QgsMapCanvas(self.window)
        self.canvas.resize(400, 400)
        self.active: QgsVectorLayer | None = None

    def mainWindow(self) -> QMainWindow:
        return self.window

    def mapCanvas(self) -> QgsMapCanvas:
        return self.canvas

    def addPluginToMenu(self, menu: str, action: QAction) -> None:
        self.menu.append((menu, action))

    def removePluginMenu(self, menu: str, action: QAction) -> None:
        self.menu.remove((menu, action))

    def addToolBarIcon(self, action: QAction) -> int:
        self.tools.append(action)
        return len(self.tools)

    def removeToolBarIcon(self, action: QAction) -> None:
        self.tools.remove(action)

    def addDockWidget(self, area: Qt.DockWidgetArea, dock: QDockWidget) -> None:
        self.window.addDockWidget(area, dock)
        self.docks.append(dock)

    def removeDockWidget(self, dock: QDockWidget) -> None:
        self.window.removeDockWidget(dock)
        self.docks.remove(dock)

    def registerOptionsWidgetFactory(self, factory: Any) -> None:
        self.options.append(factory)

    def unregisterOptionsWidgetFactory(self, factory: Any) -> None:
        self.options.remove(factory)

    def messageBar(self) -> MessageBar:
        return self.bar

    def setActiveLayer(self, layer: QgsVectorLayer) -> bool:
        self.active = layer
        return True

    def activeLayer(self) -> QgsVectorLayer | None:
        return self.active

    def zoomToActiveLayer(self) -> None:
        if self.active is not None:
            self.canvas.setExtent(self.active.extent())


def wait_until(condition: Callable[[], bool], seconds: float = 30.0) -> None:
    """Let Qt go on until something holds; fails after so many seconds."""
    until = time.monotonic() + seconds
    while not condition():
        QCoreApplication.processEvents()
        time.sleep(0.005)
        if time.monotonic() > until:
            tasks = [(task.description(), int(task.status())) for task in QgsApplication.taskManager().tasks()]
            raise AssertionError(f"still not true after {seconds} s: {condition}; tasks: {tasks}")


def result_group() -> list[str]:
    """The names of the layers in the group that a run has added."""
    groups = QgsProject.instance().layerTreeRoot().findGroups()
    return [node.name() for group in groups for node in group.findLayers()]
