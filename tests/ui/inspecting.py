"""The inspector on the sample county, clicked and typed in, on a map canvas of its own."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from desk import Interface, wait_until
from qgis.core import QgsPointXY, QgsProject, QgsRectangle, QgsVectorLayer
from qgis.gui import QgsMapToolPan
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QLabel, QWidget

from cni_mapper.core.index.library import find_definition
from cni_mapper.ui.dialogs.inspector import Inspector
from cni_mapper.ui.dialogs.live_map import LiveMap
from cni_mapper.ui.dialogs.session import Session
from cni_mapper.ui.maps.choices import Choices, new_choices

INPUTS = ("wards.gpkg", "community_needs.csv", "deprivation.csv", "small_area_to_ward.csv", "definition.json",
          "small_areas.gpkg", "indicators.csv", "own_index.json")  # fmt: skip


class Bench:
    """A session with its inspector, in a window that is shown."""

    def __init__(self, sample: Path, folder: Path) -> None:
        self.folder, self.gone = folder, False
        folder.mkdir()
        for name in INPUTS:
            shutil.copy(sample / name, folder)
        self.iface = Interface()
        self.canvas = self.iface.canvas
        self.iface.window.setCentralWidget(self.canvas)
        self.iface.window.resize(1200, 900)
        self.iface.window.show()
        self.iface.window.activateWindow()
        QTest.qWaitForWindowActive(self.iface.window)
        self.session = Session(self.iface, QgsProject.instance())
        self.live_map = LiveMap(self.session, self.session)
        self.inspector = Inspector(self.session, self.live_map, self.iface)
        self.pan = QgsMapToolPan(self.canvas)
        self.canvas.setMapTool(self.pan)

    def add(self, name: str) -> str:
        """A file of the folder as a layer of the project; its id."""
        layer = QgsVectorLayer(str(self.folder / name), Path(name).stem, "ogr")
        assert layer.isValid(), name
        QgsProject.instance().addMapLayer(layer)
        return layer.id()

    def choices(self, definition: str = "definition.json", table: str = "community_needs.csv") -> Choices:
        file = str(self.folder / definition)
        return replace(
            new_choices("Sampleshire", find_definition(file), file),
            areas=self.add("wards.gpkg"),
            tables=(self.add(table),),
            deprivation=self.add("deprivation.csv"),
            lookup=self.add("small_area_to_ward.csv"),
            output=str(self.folder / "result.gpkg"),
        )

    def read(self, choices: Choices) -> None:
        self.session.begin_run(choices)
        wait_until(lambda: self.session.tried is not None)
        layer = QgsProject.instance().mapLayer(choices.areas)
        self.canvas.setDestinationCrs(layer.crs())
        self.canvas.setExtent(QgsRectangle(layer.extent()))

    def make(self) -> None:
        """Write the result and wait until it is what the session keeps."""
        self.session.make(self.session.choices.output)
        wait_until(lambda: self.session.kept is not None and not self.session.is_busy)

    def result(self) -> QgsVectorLayer:
        layer = QgsVectorLayer(f"{self.folder / 'result.gpkg'}|layername=result", "result", "ogr")
        assert layer.isValid()
        return layer

    def rows(self) -> dict[str, Any]:
        """The result's features by area code, straight from the file."""
        return {feature["area_code"]: feature for feature in self.result().getFeatures()}

    def click(self, point: QgsPointXY, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
        QTest.mouseClick(self.canvas.viewport(), button, pos=self._pixel(point))

    def double_click(self, point: QgsPointXY) -> None:
        QTest.mouseDClick(self.canvas.viewport(), Qt.MouseButton.LeftButton, pos=self._pixel(point))

    def _pixel(self, point: QgsPointXY) -> QPoint:
        place = self.canvas.getCoordinateTransform().transform(point)
        return QPoint(round(place.x()), round(place.y()))

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.canvas, key)

    def draw(self, corners: Sequence[QgsPointXY]) -> None:
        """Draw a patch with the mouse and wait until it is described."""
        if not self.inspector.draw_action.isChecked():
            self.inspector.draw_action.trigger()
        for corner in corners:
            self.click(corner)
        self.click(corners[-1], Qt.MouseButton.RightButton)
        self.wait_patch()

    def wait_patch(self) -> None:
        work = self.inspector._dock.patches.work
        wait_until(lambda: work.patch is not None and not work.is_busy)
        QApplication.processEvents()

    def widget(self, name: str, kind: type[QWidget] = QWidget) -> Any:
        found = self.iface.window.findChildren(kind, f"cni_mapper_{name}")
        assert len(found) == 1, (name, found)
        return found[0]

    def text(self, name: str) -> str:
        """What a label of the panel says; blank where it is hidden."""
        label = self.widget(name, QLabel)
        return label.text() if label.isVisible() else ""

    def put_away(self) -> None:
        """As the dock does when the plugin is unloaded; once."""
        if not self.gone:
            self.inspector.put_away()
        self.gone = True

    def end(self) -> None:
        self.session.cancel()
        wait_until(lambda: not self.session.is_busy)
        self.put_away()
        self.live_map.put_away()
        self.session.deleteLater()
        self.iface.window.deleteLater()
        QApplication.processEvents()
