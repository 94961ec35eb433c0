"""Taking the map to the districts that were ticked."""

from __future__ import annotations

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsCsException, QgsRectangle

from ..data import Data
from ..session import Session

_ROOM = 1.1


def zoom_to(session: Session, extent: QgsRectangle, crs: QgsCoordinateReferenceSystem) -> None:
    """Show a rectangle on the map, with some room around it; nothing happens where it is empty."""
    canvas = session.iface.mapCanvas()
    transform = QgsCoordinateTransform(crs, canvas.mapSettings().destinationCrs(), session.project)
    try:
        shown = transform.transformBoundingBox(extent)
    except QgsCsException:  # The map's system does not reach there, so neither can the map.
        return
    if extent.isEmpty() or shown.isEmpty():
        return
    shown.scale(_ROOM)
    canvas.setExtent(shown)
    canvas.refresh()


def extent_of(data: Data, districts: tuple[str, ...]) -> QgsRectangle:
    """The rectangle around districts, in the coordinates of the boundaries."""
    extent = QgsRectangle()
    for row in np.flatnonzero(data.rows_of(districts)):
        extent.combineExtentWith(data.shapes.shapes[row].boundingBox())
    return extent
