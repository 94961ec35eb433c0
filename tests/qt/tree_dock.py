"""A tree of an index with a dock that follows it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDoubleSpinBox, QTreeWidgetItem
from weighed_index import INDEX, Follower

from cni_mapper.ui.dialogs.index_tree import NAME, IndexTree

COVERED = {"libraries": 1.0, "pubs": 0.9996, "halls": 0.5, "travel": 0.987}
SETTLED_MS = 2000
ID = Qt.ItemDataRole.UserRole


def _below(item: QTreeWidgetItem) -> Iterator[QTreeWidgetItem]:
    for number in range(item.childCount()):
        yield item.child(number)
        yield from _below(item.child(number))


class Dock(Follower):
    """A tree and what it told."""

    def __init__(self, definition=INDEX) -> None:
        super().__init__(IndexTree(), definition)
        self.tree = self.widget
        self.parts: list[str] = []
        self.tree.part_selected.connect(self.parts.append)
        self.tree.renamed.connect(lambda id, title: self.told.append((id, title)))
        self.tree.renamed.connect(self.rename)
        self.tree.resize(700, 900)
        self.show()
        self.tree.show()
        self.tree.activateWindow()
        self.tree.setFocus()
        QApplication.processEvents()

    def show(self) -> None:
        self.tree.show_definition(self.definition, self.locked, COVERED)

    def items(self) -> dict[str, QTreeWidgetItem]:
        """The rows by id, in their order."""
        return {item.data(NAME, ID): item for item in _below(self.tree.invisibleRootItem())}

    def item(self, id: str) -> QTreeWidgetItem:
        (found,) = (item for item in _below(self.tree.invisibleRootItem()) if item.data(NAME, ID) == id)
        return found

    def text(self, id: str, column: int) -> str:
        return self.item(id).text(column)

    def tip(self, id: str, column: int) -> str:
        return self.item(id).toolTip(column)

    def aloud(self, id: str, column: int) -> str:
        return self.item(id).data(column, Qt.ItemDataRole.AccessibleTextRole)

    def middle(self, id: str, column: int) -> QPoint:
        return self.tree.visualRect(self.tree.indexFromItem(self.item(id), column)).center()

    def click(self, id: str, column: int) -> None:
        viewport = self.tree.viewport()
        QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, self.middle(id, column))

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(self.tree, key)

    def key_in_box(self, key: Qt.Key, kind: type = QDoubleSpinBox) -> None:
        """Press a key in the box that is open; some of what keys do there comes a turn later."""
        QTest.keyClick(self.box(kind), key)
        QApplication.processEvents()

    def box(self, kind: type = QDoubleSpinBox):
        """The box that is open in the tree, if one is."""
        QApplication.processEvents()
        open_ones = [box for box in self.tree.viewport().findChildren(kind) if box.isVisible()]
        return open_ones[0] if open_ones else None


def wait_until(condition: Callable[[], bool]) -> None:
    for _ in range(SETTLED_MS // 20):
        if condition():
            return
        QTest.qWait(20)
    raise AssertionError("it did not come to rest")
