"""The small map of a page about one area or patch: it among its neighbours, coloured by category, with their names.

One set of layers serves all pages of a run; only what stands in the map is put into them for each page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsLayoutItemMap,
    QgsLineSymbol,
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
from .profile_borders import district_borders
from .profile_names import Named, Placed, place_names
from .symbols import at_every_scale, fills, focus_symbol, swatches

_LIGHT_TEXT = ("left_behind", "deprived")
"""Categories on whose fill white reads better than ink."""
_AROUND = 2.1
"""How many times the width of the area the map shows."""
_LEAST = 800.0
"""Metres that the map shows at least."""
_POINTS, _POINTS_OWN = 6.5, 7.5
_BORDERS = (("#ffffff", 0.6), (INK, 0.3))
"""Colours and widths in mm of the lines between districts: half as wide as the outline of the area, and with a rim, to
be seen on dark fills."""
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

    @property
    def unit(self) -> float:
        """Metres that are a mm on paper."""
        return self.scale / 1000

    def seen(self, shape: QgsGeometry) -> QgsGeometry:
        """A shape without what is off the map or too fine to be seen; as it is where nothing would be left of it."""
        plain = self.cut(shape)
        return shape if plain.isEmpty() else plain

    def cut(self, shape: QgsGeometry) -> QgsGeometry:
        """A shape without what is off the map or too fine to be seen, which may leave nothing."""
        around = self.extent.buffered(_OVER * self.unit)
        plain = shape if around.contains(shape.boundingBox()) else shape.clipped(around)
        return plain.simplify(_FINE * self.unit)


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
        self._borders = _memory(self._source.crs, "borders", "MultiLineString")
        self._borders.setRenderer(QgsSingleSymbolRenderer(_border_symbol()))
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

    def show(
        self, drawn: QgsLayoutItemMap, shape: QgsGeometry | None, row: int | None, first: Sequence[str] = ()
    ) -> MapFrame | None:
        """Fill a map item with a shape and what is around it; None, and an empty map, where there is no shape.

        shape: in the system of `crs`. row: of the area that the shape is of, None for a patch. first: names of areas
        that the shape meets, in the order in which they get their places.
        """
        drawn.setKeepLayerSet(True)
        drawn.setCrs(self._source.crs)
        if shape is None or shape.isEmpty():
            drawn.setLayers([])
            return None
        frame = _frame(shape, drawn.rect().width(), drawn.rect().height())
        near = [int(one) for one in np.flatnonzero(self._source.near(frame.extent))]
        named = self._named(near, row, shape, first)
        names = place_names(named, frame.extent, frame.scale, shape, is_area=row is not None)
        self._fill_areas(near, row, frame, names)
        _replace(self._borders, _features([self._district_borders(near, frame)]))
        _replace(self._focus, _features([frame.seen(shape)]))
        drawn.setLayers([self._focus, self._borders, self._areas])
        drawn.setExtent(frame.extent)
        return frame

    def _fill_areas(self, near: Sequence[int], row: int | None, frame: MapFrame, names: Sequence[Placed]) -> None:
        placed = {name.key: name for name in names}
        features = []
        for one in near:
            category = self._categories[one]
            text = placed.get(one)
            ink = "#ffffff" if category in _LIGHT_TEXT else INK
            values = [category, text.text if text else None, ink, self._fills[category][0]]
            rim = _HALO_HATCHED if self._fills[category][1] else _HALO
            values += [text.x, text.y, text.points, rim] if text else [None] * 4
            feature = QgsFeature(self._areas.fields())
            feature.setAttributes(values)
            feature.setGeometry(frame.seen(self._source.shapes[one]))
            features.append(feature)
        _replace(self._areas, features)

    def _named(self, near: Sequence[int], row: int | None, shape: QgsGeometry, first: Sequence[str]) -> Iterator[Named]:
        """The names of areas, those first that matter most."""
        met = set(near) if not first else {one for one in near if self._source.shapes[one].intersects(shape)}
        order = {name: place for place, name in reversed(list(enumerate(first)))}

        def place(one: int) -> tuple[bool, int]:
            return one != row, order.get(str(self._names[one]), len(order)) if one in met else len(order)

        for one in sorted(near, key=place):
            own, wanted = one == row, place(one)[1] < len(order)
            points = _POINTS_OWN if own else _POINTS
            yield Named(one, self._names[one], self._source.shapes[one], points, own, wanted)

    def _district_borders(self, near: Sequence[int], frame: MapFrame) -> QgsGeometry:
        """The lines between the districts in the map; empty where there is one only."""
        found = np.unique(self._source.districts[list(near)])
        found = found[found >= 0]
        if len(found) < 2:
            return QgsGeometry()
        return district_borders([frame.cut(self._source.dissolved(int(one))) for one in found], frame.unit)


def _frame(shape: QgsGeometry, width: float, height: float) -> MapFrame:
    bounds = QgsRectangle(shape.boundingBox())
    bounds.scale(_AROUND)
    bounds.grow(max(0.0, (_LEAST - max(bounds.width(), bounds.height())) / 2))
    scale = nice_scale(bounds, width, height)
    return MapFrame(map_extent(bounds, scale, width, height), scale)


def _memory(crs: QgsCoordinateReferenceSystem, name: str, kind: str = "MultiPolygon") -> QgsVectorLayer:
    layer = QgsVectorLayer(kind, name, "memory")
    layer.setCrs(crs)
    return layer


def _border_symbol() -> QgsLineSymbol:
    symbol = QgsLineSymbol()
    symbol.deleteSymbolLayer(0)
    for colour, width in _BORDERS:
        line = {"color": colour, "width": str(width), "joinstyle": "round", "capstyle": "round"}
        symbol.appendSymbolLayer(QgsLineSymbol.createSimple(line).takeSymbolLayer(0))
    return symbol


def _features(shapes: Sequence[QgsGeometry]) -> list[QgsFeature]:
    """A feature for each shape that is not empty."""
    features = []
    for shape in shapes:
        if not shape.isEmpty():
            feature = QgsFeature()
            feature.setGeometry(shape)
            features.append(feature)
    return features


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
