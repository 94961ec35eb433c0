"""The locator of a page: where in its country the areas are that the page shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from weakref import WeakKeyDictionary

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsFillSymbol,
    QgsGeometry,
    QgsMarkerSymbol,
    QgsProject,
    QgsRectangle,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication

from ....core.errors import CniError
from ..colours import INK, LAND
from .extent import map_detail, map_extent
from .map_source import MapSource, map_source
from .page import Focus, PrintedResult

OUTLINES = Path(__file__).parents[3] / "resources" / "outlines" / "nations.geojson"
RING_MM, RING_LINE_MM = 4.0, 0.45
_FREE, _FINE_MM = 0.04, 0.1
_NEARLY_ALL = 0.85
_CODE_LENGTH = 9


def _tr(text: str) -> str:
    return QCoreApplication.translate("PrintedMap", text)


@dataclass(frozen=True, eq=False)
class LocatorLayers:
    """What a locator draws. The caller owns the layers.

    layers: top first. extent: of exactly the shape of the item. crs: of the map. ringed: whether a ring tells where
    the areas are, since they are small there.
    """

    layers: Sequence[QgsVectorLayer]
    extent: QgsRectangle
    crs: QgsCoordinateReferenceSystem
    ringed: bool


def make_locator(result: PrintedResult, focus: Focus, width_mm: float, height_mm: float) -> LocatorLayers | None:
    """The locator of a page in an item of a size: the nation in grey, the areas of the focus in ink.

    To be called on the main thread. Where the areas are of no nation (their codes are made up), the whole result
    stands for it. None where the focus is nearly all of it, so that there is nothing to locate. Raises
    `outlines_unreadable`.
    """
    source = map_source(result)
    extent = source.extent(focus)
    land = _land(result, source)
    around = land.boundingBox()
    if extent.isNull() or _fills(extent, around):
        return None
    whole = QgsRectangle(around)
    whole.combineExtentWith(extent)
    scale = _scale(whole, width_mm, height_mm)
    ringed = max(extent.width(), extent.height()) * 1000 / scale < RING_MM
    if ringed:
        whole.combineExtentWith(QgsRectangle.fromCenterAndSize(extent.center(), *[RING_MM * scale / 1000] * 2))
        scale = _scale(whole, width_mm, height_mm)
    fine = _FINE_MM * scale / 1000
    shown = _plain(source.outline(focus, map_detail(extent)), fine)
    layers = [
        _layer(_tr("Areas shown"), source, "MultiPolygon", shown, _fill(INK)),
        _layer(_tr("Land"), source, "MultiPolygon", _plain(land, fine), _fill(LAND)),
    ]
    if ringed:
        layers.insert(0, _layer(_tr("Ring"), source, "Point", QgsGeometry.fromPointXY(extent.center()), _ring()))
    return LocatorLayers(layers, map_extent(whole, scale, width_mm, height_mm), source.crs, ringed)


def _plain(shape: QgsGeometry, detail: float) -> QgsGeometry:
    """A shape without what is smaller than some metres; itself where nothing would be left."""
    made = shape.simplify(detail)
    return shape if made.isEmpty() else made


def _scale(extent: QgsRectangle, width_mm: float, height_mm: float) -> float:
    """The scale (1 to what is returned) at which an extent leaves a little free around it."""
    return 1000 * max(extent.width() / width_mm, extent.height() / height_mm) / (1 - 2 * _FREE)


def _fills(extent: QgsRectangle, around: QgsRectangle) -> bool:
    """Whether an extent is nearly all of another."""
    return extent.width() > _NEARLY_ALL * around.width() and extent.height() > _NEARLY_ALL * around.height()


_lands: WeakKeyDictionary[PrintedResult, QgsGeometry] = WeakKeyDictionary()


def _land(result: PrintedResult, source: MapSource) -> QgsGeometry:
    """The nation that the result's codes are of, in the system of the map; without one the result's own areas.

    Kept as long as the result is, so that the pages of an atlas share it.
    """
    if result not in _lands:
        _lands[result] = _find_land(result, source)
    return _lands[result]


def _find_land(result: PrintedResult, source: MapSource) -> QgsGeometry:
    found = _outlines().get(_nation(result))
    if found is not None:
        land = QgsGeometry(found)
        degrees = QgsCoordinateReferenceSystem("EPSG:4326")
        land.transform(QgsCoordinateTransform(degrees, source.crs, QgsProject.instance()))
        return land
    everything = np.ones(len(result.table), dtype=bool)
    return source.outline(everything, map_detail(source.extent(everything)))


def _nation(result: PrintedResult) -> str:
    """The letter with which every code of a result begins, where they are codes of the national statistics."""
    codes = result.table["area_code"].astype(str)
    is_national = codes.str.len().eq(_CODE_LENGTH) & codes.str[1:].str.isdigit()
    letters = codes.str[0].unique()
    return str(letters[0]) if is_national.all() and len(letters) == 1 else ""


@lru_cache(maxsize=1)
def _outlines() -> dict[str, QgsGeometry]:
    """The outlines that ship with the plugin, in degrees, by the first letter of the nation's codes."""
    layer = QgsVectorLayer(str(OUTLINES), "outlines", "ogr")
    found = {str(feature["nation"]): feature.geometry() for feature in layer.getFeatures()} if layer.isValid() else {}
    if not found:
        raise CniError("outlines_unreadable", name=OUTLINES.name)
    return found


def _layer(name: str, source: MapSource, kind: str, shape: QgsGeometry, symbol: QgsSymbol) -> QgsVectorLayer:
    layer = QgsVectorLayer(kind, name, "memory")
    layer.setCrs(source.crs)
    feature, drawn = QgsFeature(), QgsGeometry(shape)
    if kind == "MultiPolygon":
        drawn.convertToMultiType()
    feature.setGeometry(drawn)
    layer.dataProvider().addFeatures([feature])
    layer.updateExtents()
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    return layer


def _fill(colour: str) -> QgsFillSymbol:
    """A fill with a thin line of its own colour, so that what is tiny there still leaves a dot."""
    return QgsFillSymbol.createSimple(
        {"color": colour, "outline_color": colour, "outline_width": "0.2", "outline_width_unit": "MM"}
    )


def _ring() -> QgsMarkerSymbol:
    return QgsMarkerSymbol.createSimple(
        {
            "name": "circle",
            "color": "0,0,0,0",
            "size": str(RING_MM),
            "size_unit": "MM",
            "outline_color": INK,
            "outline_width": str(RING_LINE_MM),
            "outline_width_unit": "MM",
        }
    )
