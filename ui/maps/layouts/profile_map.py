"""The small map of a page about one area or patch: it among its neighbours, coloured by category, with their names.

One set of layers serves all pages of a run; only what stands in the map is put into them for each page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFillSymbol,
    QgsGeometry,
    QgsLayoutItemMap,
    QgsPalLayerSettings,
    QgsProperty,
    QgsPropertyCollection,
    QgsRectangle,
    QgsSingleSymbolRenderer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsUnitTypes,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)

from ...compat import make_field
from ..colours import INK
from ..styles import make_renderer, make_themes
from .extent import map_extent, nice_scale
from .fonts import page_font
from .map_source import map_source
from .page import PrintedResult
from .profile_names import Named, Placed, place_names
from .symbols import at_every_scale, fills, focus_symbol, swatches

_LIGHT_TEXT = ("left_behind", "deprived")
"""Categories on whose fill white reads better than ink."""
_AROUND = 2.1
"""How many times the width of the area the map shows."""
_LEAST = 800.0
"""Metres that the map shows at least."""
_POINTS, _POINTS_OWN = 6.5, 7.5
_BORDER = {
    "style": "no",
    "outline_color": INK,
    "outline_width": "0.3",
    "outline_style": "dash",
    "joinstyle": "round",
}
"""Of the districts: dashed, so that it is not taken for the outline of the area."""
_HALO, _HALO_HATCHED = 0.5, 1.0
_FINE, _OVER = 0.03, 5.0
"""mm on paper by which lines may be moved to shorten them, and that shapes reach over the edge of the map: a coast
otherwise makes a page of half a megabyte."""
_FIELDS = ("category", "name", "ink", "halo")


@dataclass(frozen=True)
class MapFrame:
    """What a map shows: its extent in the units of the layers, and its scale."""

    extent: QgsRectangle
    scale: float

    def seen(self, shape: QgsGeometry) -> QgsGeometry:
        """A shape without what is off the map or too fine to be seen; as it is where nothing would be left of it."""
        unit = self.scale / 1000
        around = self.extent.buffered(_OVER * unit)
        plain = shape if around.contains(shape.boundingBox()) else shape.clipped(around)
        plain = plain.simplify(_FINE * unit)
        return shape if plain.isEmpty() else plain


class ProfileMap:
    """The map of the pages about areas of a result. colours: one of ui.settings.COLOURS."""

    def __init__(self, result: PrintedResult, names: Sequence[str], colours: str) -> None:
        self._names, self._source = names, map_source(result)
        self._categories = [str(category) for category in result.table["category"]]
        renderer = make_renderer(make_themes(result.record, result.table, colours)[0])
        at_every_scale(renderer)
        self.symbols = swatches(renderer)
        """By category; the legend and other swatches show them too."""
        self._fills = fills(renderer)
        self._areas = self._areas_layer(renderer)
        self._bounds = _memory(self._source.crs, "bounds")
        self._bounds.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple(_BORDER)))
        self._focus = _memory(self._source.crs, "focus")
        self._focus.setRenderer(QgsSingleSymbolRenderer(focus_symbol()))

    @property
    def crs(self) -> QgsCoordinateReferenceSystem:
        return self._source.crs

    def shape(self, row: int) -> QgsGeometry | None:
        """The shape of an area, in the system of the map; None where it has none."""
        return self._source.shapes[row]

    def _areas_layer(self, renderer: QgsCategorizedSymbolRenderer) -> QgsVectorLayer:
        layer = _memory(self._source.crs, "areas")
        layer.dataProvider().addAttributes([make_field(name, "text") for name in _FIELDS])
        layer.dataProvider().addAttributes([make_field(name, "number") for name in ("x", "y", "size", "rim")])
        layer.updateFields()
        layer.setRenderer(renderer)
        layer.setLabeling(QgsVectorLayerSimpleLabeling(_labels()))
        layer.setLabelsEnabled(True)
        return layer

    def show(self, drawn: QgsLayoutItemMap, shape: QgsGeometry | None, row: int | None) -> MapFrame | None:
        """Fill a map item with a shape and what is around it; None, and an empty map, where there is no shape.

        shape: in the system of `crs`. row: of the area that the shape is of, None for a patch.
        """
        drawn.setKeepLayerSet(True)
        drawn.setCrs(self._source.crs)
        if shape is None or shape.isEmpty():
            drawn.setLayers([])
            return None
        frame = _frame(shape, drawn.rect().width(), drawn.rect().height())
        near = [int(one) for one in np.flatnonzero(self._source.near(frame.extent))]
        self._fill_areas(near, row, frame)
        _refill(self._bounds, self._district_shapes(near), frame)
        _refill(self._focus, [shape], frame)
        drawn.setLayers([self._focus, self._bounds, self._areas])
        drawn.setExtent(frame.extent)
        return frame

    def _fill_areas(self, near: Sequence[int], row: int | None, frame: MapFrame) -> None:
        placed = {name.key: name for name in self._placed(near, row, frame)}
        features = []
        for one in near:
            category = self._categories[one]
            text = placed.get(one)
            ink = "#ffffff" if category in _LIGHT_TEXT else INK
            values = [category, text.text if text else None, ink, self._fills[category][0]]
            rim = _HALO_HATCHED if self._fills[category][1] else _HALO
            points = _POINTS_OWN if one == row else _POINTS
            values += [text.x, text.y, points, rim] if text else [None] * 4
            feature = QgsFeature(self._areas.fields())
            feature.setAttributes(values)
            feature.setGeometry(frame.seen(self._source.shapes[one]))
            features.append(feature)
        _replace(self._areas, features)

    def _placed(self, near: Sequence[int], row: int | None, frame: MapFrame) -> list[Placed]:
        order = sorted(near, key=lambda one: one != row)
        named = [
            Named(one, self._names[one], self._source.shapes[one], _POINTS_OWN if one == row else _POINTS, one == row)
            for one in order
        ]
        return place_names(named, frame.extent, frame.scale)

    def _district_shapes(self, near: Sequence[int]) -> list[QgsGeometry]:
        """The districts in the map, where there are several."""
        found = np.unique(self._source.districts[list(near)])
        found = found[found >= 0]
        return [self._source.dissolved(int(one)) for one in found] if len(found) > 1 else []


def _frame(shape: QgsGeometry, width: float, height: float) -> MapFrame:
    bounds = QgsRectangle(shape.boundingBox())
    bounds.scale(_AROUND)
    bounds.grow(max(0.0, (_LEAST - max(bounds.width(), bounds.height())) / 2))
    scale = nice_scale(bounds, width, height)
    return MapFrame(map_extent(bounds, scale, width, height), scale)


def _memory(crs: QgsCoordinateReferenceSystem, name: str) -> QgsVectorLayer:
    layer = QgsVectorLayer("MultiPolygon", name, "memory")
    layer.setCrs(crs)
    return layer


def _refill(layer: QgsVectorLayer, shapes: Sequence[QgsGeometry], frame: MapFrame) -> None:
    features = []
    for shape in shapes:
        feature = QgsFeature()
        feature.setGeometry(frame.seen(shape))
        features.append(feature)
    _replace(layer, features)


def _replace(layer: QgsVectorLayer, features: list[QgsFeature]) -> None:
    provider = layer.dataProvider()
    provider.truncate()
    provider.addFeatures(features)
    layer.updateExtents()


def _labels() -> QgsPalLayerSettings:
    """Names where they were placed, in ink or white, with a halo of what they stand on."""
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(_HALO)
    halo.setSizeUnit(QgsUnitTypes.RenderUnit.RenderMillimeters)
    text = QgsTextFormat()
    text.setFont(page_font(_POINTS))
    text.setSize(_POINTS)
    text.setSizeUnit(QgsUnitTypes.RenderUnit.RenderPoints)
    text.setLineHeight(0.9)
    text.setBuffer(halo)
    settings = QgsPalLayerSettings()
    settings.fieldName = "name"
    settings.setFormat(text)
    settings.displayAll = True
    settings.multilineAlign = QgsPalLayerSettings.MultiLineAlign.MultiCenter
    kinds, by = QgsPalLayerSettings.Property, QgsProperty.fromField
    own = QgsPropertyCollection()
    for kind, field in ((kinds.PositionX, "x"), (kinds.PositionY, "y"), (kinds.Color, "ink"), (kinds.Size, "size")):
        own.setProperty(kind, by(field))
    own.setProperty(kinds.BufferColor, by("halo"))
    own.setProperty(kinds.BufferSize, by("rim"))
    own.setProperty(kinds.Hali, QgsProperty.fromValue("Center"))
    own.setProperty(kinds.Vali, QgsProperty.fromValue("Half"))
    settings.setDataDefinedProperties(own)
    return settings
