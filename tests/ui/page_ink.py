"""What each item of a layout really draws on its page, by drawing it alone: reported sizes of some items are wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from qgis.core import (
    QgsLayoutExporter,
    QgsLayoutItem,
    QgsLayoutItemGroup,
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
    QgsPrintLayout,
)
from qgis.PyQt.QtCore import QRectF, QSize
from qgis.PyQt.QtGui import QImage

DOTS = 6
"""Per mm: about 150 dots per inch."""
SEEN = 60
"""The least of 255 that counts as drawn: the faint edge of a stroke does not."""
MARGIN = 4.0
"""mm round an item where it may draw too: strokes, and text that leaves its box."""


@dataclass(frozen=True)
class Drawn:
    """An item with what it draws. box: its own rectangle; used: the rectangle of its ink; both in mm from top left."""

    item: Any
    name: str
    box: QRectF
    used: QRectF


def pixels(image: QImage) -> np.ndarray:
    """(height, width, 4) of blue, green, red and opacity."""
    image = image.convertToFormat(QImage.Format.Format_ARGB32)
    bits = image.constBits()
    bits.setsize(image.sizeInBytes())
    return (
        np.frombuffer(bits, np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)[:, : image.width()].copy()
    )


def box_of(item: QgsLayoutItem) -> QRectF:
    """The rectangle of an item on its page."""
    return item.mapToScene(item.rect()).boundingRect()


def name_of(item: QgsLayoutItem) -> str:
    """Its id, else its kind and text, so that a person finds it."""
    words = item.text()[:30] if isinstance(item, QgsLayoutItemLabel) else ""
    return item.id() or f"{type(item).__name__} {words!r} at {item.pagePos().x():.1f}, {item.pagePos().y():.1f}"


def items_of(layout: QgsPrintLayout) -> list[QgsLayoutItem]:
    """The items that draw something, without pages and groups."""
    found = [item for item in layout.items() if isinstance(item, QgsLayoutItem)]
    return [item for item in found if not isinstance(item, (QgsLayoutItemPage, QgsLayoutItemGroup))]


class Drawing:
    """Draws the items of a layout one at a time. While it is open, all others are hidden."""

    def __init__(self, layout: QgsPrintLayout) -> None:
        self.layout = layout
        self._all = [item for item in layout.items() if isinstance(item, QgsLayoutItem)]

    def __enter__(self) -> Drawing:
        self._shown = [item for item in self._all if item.isVisible()]
        for item in self._shown:
            item.hide()
        return self

    def __exit__(self, *_: object) -> None:
        for item in self._shown:
            item.show()

    def visible(self) -> list[QgsLayoutItem]:
        wanted = {id(item) for item in items_of(self.layout)}
        return [item for item in self._shown if id(item) in wanted]

    def alone(self, item: QgsLayoutItem, around: QRectF, dots: int = DOTS) -> np.ndarray:
        """(height, width, 4) pixels of one item in a rectangle of the page, everything else left out."""
        size = QSize(max(round(around.width() * dots), 1), max(round(around.height() * dots), 1))
        item.show()
        image = QgsLayoutExporter(self.layout).renderRegionToImage(around, size, dots * 25.4)
        item.hide()
        return pixels(image)

    def ink(self, item: QgsLayoutItem) -> QRectF:
        """The rectangle of what an item draws; empty when it draws nothing."""
        box = box_of(item)
        if isinstance(item, QgsLayoutItemMap):
            return box
        around = box.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN)
        seen = self.alone(item, around)[:, :, 3] > SEEN
        if not seen.any():
            return QRectF()
        rows, columns = np.flatnonzero(seen.any(axis=1)), np.flatnonzero(seen.any(axis=0))
        left, top = around.left() + columns[0] / DOTS, around.top() + rows[0] / DOTS
        return QRectF(left, top, (columns[-1] - columns[0] + 1) / DOTS, (rows[-1] - rows[0] + 1) / DOTS)


def drawn_items(layout: QgsPrintLayout) -> list[Drawn]:
    """Every visible item that draws something. Only after an export: a legend knows its size only then."""
    with Drawing(layout) as drawing:
        found = [Drawn(item, name_of(item), box_of(item), drawing.ink(item)) for item in drawing.visible()]
    return [drawn for drawn in found if not drawn.used.isEmpty()]
