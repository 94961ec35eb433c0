"""Map tools of the inspector: clicking an area, and drawing a patch."""

from __future__ import annotations

from qgis.core import QgsGeometry, QgsPointXY, QgsWkbTypes
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool, QgsRubberBand
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeyEvent

from ..maps.patches import PATCH_COLOUR

_FEWEST = 3
_EDGE, _FILL = QColor(255, 255, 255, 220), QColor(PATCH_COLOUR)
"""The white edge shows on dark areas, and the fill lets them through."""
_FILL.setAlpha(30)


def make_band(canvas: QgsMapCanvas, *, filled: bool) -> QgsRubberBand:
    """An outline on the map, above all layers; to be removed with `remove_band`."""
    band = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
    band.setStrokeColor(QColor(PATCH_COLOUR))
    band.setSecondaryStrokeColor(_EDGE)
    band.setFillColor(_FILL if filled else QColor(0, 0, 0, 0))
    band.setWidth(3)
    return band


def remove_band(band: QgsRubberBand) -> None:
    band.reset(QgsWkbTypes.GeometryType.PolygonGeometry)
    scene = band.scene()
    if scene is not None:
        scene.removeItem(band)


class AreaTool(QgsMapTool):
    """Asks what is at a point. clicked: the point in coordinates of the map. cancelled: Esc was pressed."""

    clicked = pyqtSignal(QgsPointXY)
    cancelled = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self.setCursor(Qt.CursorShape.WhatsThisCursor)

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit(event.mapPoint())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()


class PatchTool(QgsMapTool):
    """Draws a polygon: left click adds a corner, right click, double click or Return ends it, Backspace takes the last
    corner back, Esc all of them.

    drawn: the polygon in coordinates of the map. cancelled: Esc was pressed. refused: it was ended too early.
    """

    drawn = pyqtSignal(QgsGeometry)
    cancelled = pyqtSignal()
    refused = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._corners: list[QgsPointXY] = []
        self._band: QgsRubberBand | None = None

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._corners.append(event.mapPoint())
            self._show(event.mapPoint())

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        # Not when it is pressed: let go over QGIS's own tool to move the map, it brings back the tool before that.
        if event.button() == Qt.MouseButton.RightButton:
            self._end()

    def canvasDoubleClickEvent(self, event: QgsMapMouseEvent) -> None:
        # Its first press has set the last corner.
        self._end()

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        if self._corners:
            self._show(event.mapPoint())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            del self._corners[-1:]
            self._show(self._corners[-1] if self._corners else None)
            # Otherwise QGIS deletes what is selected in the layer that is being edited.
            event.ignore()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.cancelled.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._end()

    def deactivate(self) -> None:
        self.clear()
        super().deactivate()

    def clear(self) -> None:
        """Forget what has been drawn."""
        self._corners = []
        self._show(None)

    def _show(self, pointer: QgsPointXY | None) -> None:
        """Draw the corners so far, and the one that the pointer would add."""
        if pointer is None:
            if self._band is not None:
                remove_band(self._band)
                self._band = None
            return
        if self._band is None:
            self._band = make_band(self.canvas(), filled=True)
        self._band.setToGeometry(QgsGeometry.fromPolygonXY([[*self._corners, pointer]]))

    def _end(self) -> None:
        corners = self._corners
        shape = QgsGeometry.fromPolygonXY([corners]) if len(corners) >= _FEWEST else QgsGeometry()
        self.clear()
        if shape.isNull() or not shape.area():
            self.refused.emit()
        else:
            self.drawn.emit(shape)
