"""The page 'Index' in a window, over the sample county, driven as a person would."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from desk import Interface, wait_until
from loading import empty_project
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QPoint, Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAbstractButton, QApplication, QComboBox, QListWidget, QMessageBox, QScrollArea, QWidget

from cni_mapper.core.index.library import find_definition
from cni_mapper.ui.dialogs.pages.index_page import IndexPage
from cni_mapper.ui.dialogs.session import Session
from cni_mapper.ui.maps.choices import new_choices
from cni_mapper.ui.settings import Settings, read_settings, write_settings
from cni_mapper.ui.tasks import Work

FILES = (
    *("wards.gpkg", "community_needs.csv", "indicators.csv", "deprivation.csv", "small_area_to_ward.csv"),
    *("definition.json", "own_index.json"),
)


def add(path: Path) -> str:
    """The id of the layer of a file, put into the project."""
    layer = QgsVectorLayer(str(path), path.name.partition(".")[0], "ogr")
    assert layer.isValid(), path
    QgsProject.instance().addMapLayer(layer)
    return layer.id()


class IndexDesk:
    """A session over the sample county with its page 'Index' in a window as wide as the dock."""

    def __init__(self, sample: Path, folder: Path, width: int = 400) -> None:
        self.folder = folder / "county"
        self.folder.mkdir()
        for name in FILES:
            shutil.copy(sample / name, self.folder)
        self.layers: dict[str, str] = {}
        self.session = Session(Interface(), QgsProject.instance())
        self.page = IndexPage(self.session)
        self.session.changed.connect(self.page.refresh)
        self.session.outcome_changed.connect(self.page.show_outcome)
        self.window = QScrollArea()
        self.window.setWidgetResizable(True)
        self.window.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.window.setWidget(self.page)
        self.window.resize(width, 900)
        self.page.refresh()
        self.window.show()
        QTest.qWaitForWindowExposed(self.window)

    def choose(self, definition: str = "own_index.json", table: str = "indicators.csv") -> None:
        """Choose the inputs of the county, and wait until they have been read."""
        for name in ("wards.gpkg", table, "deprivation.csv", "small_area_to_ward.csv"):
            self.layers[name] = add(self.folder / name)
        file = self.folder / definition
        choices = replace(
            new_choices("Sampleshire", find_definition(str(file)), str(file)),
            areas=self.layers["wards.gpkg"],
            tables=(self.layers[table],),
            deprivation=self.layers["deprivation.csv"],
            lookup=self.layers["small_area_to_ward.csv"],
            output=str(self.folder / "result.gpkg"),
        )
        self.session.begin_run(choices)
        self.settle()

    def settle(self) -> None:
        """Wait until all reading and trying is over."""
        session = self.session

        def is_over() -> bool:
            reads = not session.lacks() and session.fault is None
            tried = session.tried is not None and session.tried.index.definition == session.choices.definition
            return not self._busy() and (tried or not reads)

        wait_until(is_over)
        QApplication.processEvents()

    def _busy(self) -> bool:
        page = self.page
        waiting = self.session._reading.isActive() or self.session._trying.isActive()
        return waiting or self.session.is_busy or page._sources.is_busy or page.source.values.is_busy

    def find(self, name: str, kind: type = QWidget, inside: QWidget | None = None) -> Any:
        found = (inside or self.page).findChild(kind, name)
        assert found is not None, name
        return found

    def click(self, name: str, inside: QWidget | None = None) -> None:
        """Click a button or a radio button by its name."""
        button = self.find(name, QAbstractButton, inside)
        assert button.isVisible(), name
        assert button.isEnabled(), name
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(8, button.height() // 2))

    def pick(self, name: str, text: str, inside: QWidget | None = None) -> None:
        """Choose an entry of a list by keyboard."""
        combo = self.find(name, QComboBox, inside)
        assert combo.isVisible(), name
        combo.setFocus()
        QTest.keyClick(combo, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        view = combo.view()
        wait_until(view.isVisible)
        row = combo.findText(text)
        assert row >= 0, (text, [combo.itemText(i) for i in range(combo.count())])
        view.setCurrentIndex(view.model().index(row, 0))
        QTest.keyClick(view, Qt.Key.Key_Return)
        wait_until(lambda: not view.isVisible())

    def trigger(self, name: str) -> None:
        """Choose an entry of the menu of the index."""
        action = self.find("cni_mapper_index_menu").menu().findChild(type(self._any_action()), name)
        assert action.isEnabled(), action.toolTip()
        action.trigger()

    def _any_action(self) -> Any:
        return self.find("cni_mapper_index_menu").menu().actions()[0]

    def tick(self, name: str) -> None:
        """Tick or untick a table by the name of its layer, with the space bar."""
        tables = self.find("cni_mapper_index_tables", QListWidget)
        item = next(i for i in map(tables.item, range(tables.count())) if i.text().startswith(f"{name}\n"))
        tables.setCurrentItem(item)
        tables.setFocus()
        QTest.keyClick(tables, Qt.Key.Key_Space)

    def table_words(self, name: str) -> str:
        tables = self.find("cni_mapper_index_tables", QListWidget)
        lines = (tables.item(row).text().partition("\n") for row in range(tables.count()))
        return next(words for title, _, words in lines if title == name)

    def said(self) -> str:
        return self.find("cni_mapper_index_fault").text()

    def close(self) -> None:
        self.session.cancel()
        wait_until(lambda: not self.session.is_busy and not Work.running)
        if not sip.isdeleted(self.window):
            self.window.hide()
            self.window.deleteLater()
        self.session.deleteLater()


def answer(button: str) -> list[str]:
    """Press a button of the next question as soon as it is there; the list gets its words."""
    asked: list[str] = []

    def press() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            QTimer.singleShot(20, press)
            return
        asked.append(f"{box.text()} {box.informativeText()}")
        found = next(one for one in box.buttons() if one.text().replace("&", "") == button)
        QTest.mouseClick(found, Qt.MouseButton.LeftButton)

    QTimer.singleShot(0, press)
    return asked


@contextmanager
def index_desk(sample: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[IndexDesk]:
    before = read_settings()
    write_settings(Settings(folder / "kept"))
    try:
        with empty_project(monkeypatch):
            desk = IndexDesk(sample, folder)
            yield desk
            desk.close()
    finally:
        write_settings(before)
