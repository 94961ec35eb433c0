"""What can be seen of a painted chart: its pixels, its texts, its tooltips."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import numpy as np
from qgis.PyQt.QtCore import QEvent, QPoint, QPointF
from qgis.PyQt.QtGui import QColor, QHelpEvent, QImage
from qgis.PyQt.QtWidgets import QApplication, QToolTip, QWidget

from cni_mapper.ui.dialogs.charts.export import encode_svg

_TEXT = "{http://www.w3.org/2000/svg}text"


def pixels_of(image: QImage) -> np.ndarray:
    """(height, width, 3) red, green and blue, 0 to 255."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    data = image.constBits().asstring(image.sizeInBytes())
    rows = np.frombuffer(data, dtype=np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    return rows[:, : image.width(), 2::-1].astype(int)


def pixels(widget: QWidget) -> np.ndarray:
    """One pixel for each of the widget's units, also on a screen that has more."""
    return pixels_of(widget.grab().toImage().scaled(widget.size()))


def has_colour(seen: np.ndarray, colour: QColor | str, tolerance: int = 2) -> np.ndarray:
    """Which pixels have the colour, (height, width) bool."""
    wanted = QColor(colour)
    return (np.abs(seen - [wanted.red(), wanted.green(), wanted.blue()]) <= tolerance).all(axis=2)


def colour_at(seen: np.ndarray, point: QPointF) -> tuple[int, int, int]:
    return tuple(seen[int(point.y()), int(point.x())].tolist())


def brightness(colour: tuple[int, int, int]) -> float:
    return sum(colour) / 3


def texts(chart: QWidget) -> list[str]:
    """The texts of the chart, from top to bottom as it paints them, as they stand in its drawing."""
    return [(node.text or "").strip() for node in ET.fromstring(encode_svg(chart)).iter(_TEXT)]


def tooltip(widget: QWidget, point: QPoint | QPointF) -> str:
    """What Qt shows when the pointer rests on the point."""
    place = point.toPoint() if isinstance(point, QPointF) else point
    QToolTip.hideText()
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, place, widget.mapToGlobal(place)))
    return QToolTip.text()
