"""The mouse on the map."""

from __future__ import annotations

from collections.abc import Sequence

from pointer import LEFT, RIGHT, click
from qgis.core import QgsPointXY
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QPoint
from qgis.utils import iface
from session import Steps
from waiting import wait_until


def click_canvas(point: QgsPointXY, button: int = LEFT, holding: tuple[str, ...] = ()) -> Steps:
    """Click the map at a point in its coordinates, which must lie in the part of the map that is shown."""
    canvas = iface.mapCanvas()
    yield from click(canvas.viewport(), _place(canvas, point), button=button, holding=holding)


def draw_polygon(points: Sequence[QgsPointXY]) -> Steps:
    """Click the corners, in map coordinates, and end the shape with the right button, as QGIS's tools want it."""
    for point in points:
        yield from click_canvas(point)
    yield from click_canvas(points[-1], button=RIGHT)


def wait_drawn(seconds: float = 20) -> Steps:
    """Wait until the map has been drawn."""
    yield 0.3  # the drawing starts a little after what causes it
    yield from wait_until(lambda: not iface.mapCanvas().isDrawing(), seconds, "the map to be drawn")


def _place(canvas: QgsMapCanvas, point: QgsPointXY) -> QPoint:
    place = canvas.getCoordinateTransform().transform(point)
    return QPoint(round(place.x()), round(place.y()))
