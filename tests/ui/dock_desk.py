"""The dock in a window of its own, over the sample county, driven as a person would."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from county import County
from desk import Interface, wait_until
from loading import empty_project
from qgis.core import QgsApplication, QgsProject, QgsTask, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QMouseEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QComboBox, QSlider, QStyle, QStyleOptionSlider, QTableView, QWidget

from cni_mapper.core.index.library import find_definition
from cni_mapper.ui.dialogs import looks
from cni_mapper.ui.dialogs import session as session_module
from cni_mapper.ui.dialogs.dock import Dock
from cni_mapper.ui.maps.choices import new_choices
from cni_mapper.ui.settings import Settings, read_settings, write_settings
from cni_mapper.ui.tasks import AlgorithmRun, Work

_PAUSE = 20


def nothing_goes_on() -> bool:
    """Whether all work in the background has ended and told of its end."""
    ended = (QgsTask.TaskStatus.Complete, QgsTask.TaskStatus.Terminated)
    tasks = QgsApplication.taskManager().tasks()
    return not (Work.running or AlgorithmRun.running) and all(task.status() in ended for task in tasks)


class DockDesk:
    """A dock over a project that holds the layers of a county.

    width: of the dock, in pixels.
    """

    def __init__(self, county: County, output: Path, width: int = 420) -> None:
        self.county, self.output = county, output
        self.iface = Interface()
        self.dock = Dock(self.iface)
        self.session = self.dock.session
        self.session._reading.setInterval(0)  # no pause: nothing is typed slowly here
        self.iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        self.iface.window.setCentralWidget(self.iface.canvas)
        self.iface.window.resize(600 + width, 900)
        self.iface.window.resizeDocks([self.dock], [width], Qt.Orientation.Horizontal)
        self.iface.window.show()
        QTest.qWaitForWindowExposed(self.iface.window)

    def choose(self) -> None:
        """Open a run of the county's layers, and wait until they have been read."""
        given = self.county.parameters
        ids = {name: self._add(given[name]) for name in ("AREAS", "DEPRIVATION", "LOOKUP") if given[name]}
        choices = replace(
            new_choices("Sampleshire", find_definition(given["DEFINITION"]), given["DEFINITION"]),
            areas=ids["AREAS"],
            tables=(self._add(given["TABLES"][0]),),
            deprivation=ids["DEPRIVATION"],
            lookup=ids.get("LOOKUP", ""),
        )
        self.session.begin_run(choices)
        if len(self.session.runs) > 1:  # the panel has taken up the layers by itself as they came
            self.session.open_run(0)
            self.session.remove_run()
        self.settle()

    def _add(self, source: str) -> str:
        layer = QgsVectorLayer(source, Path(source.partition("|")[0]).stem, "ogr")
        assert layer.isValid(), source
        QgsProject.instance().addMapLayer(layer)
        return layer.id()

    def make(self, name: str = "result.gpkg") -> None:
        """Make the layers of the open run, and wait until they are there."""
        self.session.make(str(self.output / name))
        self.settle()
        assert self.session.made is not None, self.iface.bar.pushed

    def settle(self) -> None:
        """Wait until all reading, trying, making and drawing of the preview is over."""
        session, preview = self.session, self.dock.live_map.preview
        QTest.qWait(20)
        wait_until(lambda: not session._reading.isActive() and not session._trying.isActive() and not session.is_busy)
        wait_until(lambda: not preview.is_writing)
        wait_until(nothing_goes_on)
        QTest.qWait(20)

    def turn_to(self, page: str) -> None:
        self.dock.turn_to(page)
        QCoreApplication.processEvents()

    def part(self, name: str) -> Any:
        """The one widget of that name, anywhere in the dock."""
        found = self.dock.findChildren(QWidget, name)
        assert len(found) == 1, (name, found)
        return found[0]

    def click(self, name: str) -> None:
        widget = self.part(name)
        assert widget.isVisible(), name
        assert widget.isEnabled(), (name, widget.toolTip())
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        QCoreApplication.processEvents()

    def status(self) -> str:
        return self.part("cni_mapper_status").text()

    def close(self) -> None:
        self.dock.put_away()
        wait_until(nothing_goes_on)
        self.iface.removeDockWidget(self.dock)
        self.iface.window.close()
        self.iface.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert sip.isdeleted(self.dock)


def pick(combo: QComboBox, text: str) -> None:
    """Choose an entry of a list with the keys, as one does who has come to it by Tab."""
    combo.setFocus()
    wanted = combo.findText(text)
    assert wanted >= 0, [combo.itemText(i) for i in range(combo.count())]
    while combo.currentIndex() != wanted:
        QTest.keyClick(combo, Qt.Key.Key_Down if combo.currentIndex() < wanted else Qt.Key.Key_Up)
    QCoreApplication.processEvents()


def type_number(box: QWidget, text: str) -> None:
    """Put a number in the place of what a box holds, and press Enter."""
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, text)
    QTest.keyClick(box, Qt.Key.Key_Return)


def drag(slider: QSlider, value: int) -> None:
    """Drag the handle of a slider to a value, in steps."""
    start, end = _handle(slider, slider.value()), _handle(slider, value)
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    for step in range(1, 6):
        place = QPointF(start + (end - start) * step / 5)
        # QTest would move the real pointer, of which there is none.
        move = (QEvent.Type.MouseMove, place, Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton)
        QApplication.sendEvent(slider, QMouseEvent(*move, Qt.KeyboardModifier.NoModifier))
        QCoreApplication.processEvents()
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
    QCoreApplication.processEvents()


def _handle(slider: QSlider, value: int) -> QPoint:
    option = QStyleOptionSlider()
    option.initFrom(slider)
    option.orientation = slider.orientation()
    option.minimum, option.maximum = slider.minimum(), slider.maximum()
    option.sliderPosition = option.sliderValue = value
    handle = QStyle.SubControl.SC_SliderHandle
    return slider.style().subControlRect(QStyle.ComplexControl.CC_Slider, option, handle, slider).center()


def cell_place(table: QTableView, row: int, column: int = 0) -> QPoint:
    index = table.model().index(row, column)
    table.scrollTo(index)
    return table.visualRect(index).center()


def texts(table: QTableView) -> list[list[str]]:
    """All that a table shows, row by row, as it stands."""
    model = table.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())] for row in range(model.rowCount())
    ]


def selected(layer: QgsVectorLayer) -> set[str]:
    """The codes of the areas selected in a layer."""
    return {feature["area_code"] for feature in layer.getSelectedFeatures()}


def clipboard() -> str:
    return QApplication.clipboard().text()


@contextmanager
def dock_desk(county: County, output: Path, monkeypatch: pytest.MonkeyPatch, data: Path) -> Iterator[DockDesk]:
    """A dock over an empty project; what it keeps for itself goes to the folder `data`."""
    before = read_settings()
    write_settings(Settings(data))
    # Nobody types here, so that nothing is gained by waiting whether more is typed.
    monkeypatch.setattr(session_module, "_PAUSE_BEFORE_READING", _PAUSE)
    monkeypatch.setattr(looks, "_PAUSE_AFTER_CHANGES", _PAUSE)
    with empty_project(monkeypatch):
        desk = DockDesk(county, output)
        try:
            yield desk
        finally:
            desk.close()
            write_settings(before)
