"""Taking the map to the districts that were ticked."""

from __future__ import annotations

from functools import partial

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QObject

from ....core.errors import CniError
from ...algorithms.base import Steps
from ...algorithms.look import AreasLook, note_boundaries, read_extent
from ...maps.frames import LayerRows
from ..calm import LatestWork
from ..data import Data
from ..session import Session
from ..words import tr

_ROOM = 1.1


class DistrictZoom(QObject):
    """Shows districts on the map: at once where the boundaries have been read, else when their extent is known."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._work = LatestWork(tr("Finding the districts"), self)

    def zoom(self, districts: tuple[str, ...], look: AreasLook | None, data: Data | None) -> None:
        """Show districts, none for all. data: None while nothing has been read of the boundaries chosen."""
        layer = self._session.project.mapLayer(self._session.choices.areas)
        if not isinstance(layer, QgsVectorLayer):
            return
        self._work.stop()
        if not districts:
            zoom_to(self._session, layer.extent(), layer.crs())
        elif data is not None:
            zoom_to(self._session, extent_of(data, districts), data.shapes.crs)
        elif look is not None:
            columns = [look.columns[key] for key in ("DISTRICT", "DISTRICT_NAME") if key in look.columns]
            found = partial(self._found, layer.crs())
            self._work.ask(partial(_read, note_boundaries(layer), columns, districts), found)

    def _found(self, crs: QgsCoordinateReferenceSystem, extent: QgsRectangle | None, fault: CniError | None) -> None:
        if extent is not None:
            zoom_to(self._session, extent, crs)


def _read(rows: LayerRows, columns: list[str], districts: tuple[str, ...], steps: Steps) -> QgsRectangle:
    steps.start(tr("Finding the districts"), 1.0)
    return read_extent(rows, columns, districts)


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
