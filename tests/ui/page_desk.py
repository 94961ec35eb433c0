"""A page of the dock on a desk of its own: a session, what it needs beside it, and what a person does with it."""

from __future__ import annotations

from pathlib import Path

from desk import Interface, wait_until
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtWidgets import QComboBox, QLabel, QWidget

from cni_mapper.ui.dialogs.live_map import LiveMap
from cni_mapper.ui.dialogs.looks import Looks
from cni_mapper.ui.dialogs.pages.page import Page
from cni_mapper.ui.dialogs.session import Session


class Files(Interface):
    """An interface that adds files to the project."""

    def addVectorLayer(self, path: str, name: str, provider: str) -> QgsVectorLayer:
        layer = QgsVectorLayer(path, name, provider)
        return QgsProject.instance().addMapLayer(layer)


class PageDesk(QWidget):
    """Stands in for the dock: it refreshes the one page whenever the session or the looks change."""

    def __init__(self, kind: type[Page]) -> None:
        super().__init__()
        self.iface = Files()
        self.session = Session(self.iface, QgsProject.instance(), self)
        self.live_map = LiveMap(self.session, self)
        self.looks = Looks(self.session, self)
        self.page = kind(self.session)
        self.page.setParent(self)
        self.page.resize(400, 900)
        self.resize(400, 900)
        for signal in (self.session.changed, self.looks.looked):
            signal.connect(self.page.refresh)
        self.session.outcome_changed.connect(self.page.show_outcome)
        self.page.refresh()

    def put_away(self) -> None:
        self.session.cancel()
        self.looks.put_away()
        self.live_map.put_away()
        wait_until(lambda: not self.session.is_busy)
        self.deleteLater()

    def find(self, name: str, kind: type[QWidget] = QWidget) -> QWidget:
        found = self.page.findChildren(kind, f"cni_mapper_{name}")
        assert len(found) == 1, (name, len(found))
        return found[0]

    def text(self, name: str) -> str:
        """What a label says, blank while it is not shown."""
        label = self.find(name, QLabel)
        return "" if label.isHidden() else label.text()

    def pick(self, name: str, text: str) -> None:
        """Choose an entry of a list as a person does."""
        combo = self.find(name, QComboBox)
        texts = [combo.itemText(i) for i in range(combo.count())]
        assert texts.count(text) == 1, (text, texts)
        row = texts.index(text)
        combo.setCurrentIndex(row)
        combo.activated.emit(row)

    def pick_layer(self, name: str, layer: QgsVectorLayer) -> None:
        self.pick(f"{name}_layer", layer.name())

    def settle(self) -> None:
        """Wait until no layer is being looked at, nor anything read."""
        wait_until(lambda: not self.looks._working and not self.session.is_busy)

    @property
    def status(self) -> str:
        return self.page.status().text


def add(source: Path | str, name: str = "") -> QgsVectorLayer:
    """A file as a layer of the project."""
    layer = QgsVectorLayer(str(source), name or Path(str(source).partition("|")[0]).name.partition(".")[0], "ogr")
    assert layer.isValid(), source
    return QgsProject.instance().addMapLayer(layer)


def put(layer: QgsVectorLayer, name: str = "") -> QgsVectorLayer:
    """A layer that a test has made, in the project."""
    layer.setName(name or layer.name())
    return QgsProject.instance().addMapLayer(layer)
