"""The layers that a map on a page draws: the areas shown, their outline, and the districts around them.

All are memory layers of one page, so that they hold no more than it needs, go into a saved project as they are, and
never change the layers of the user.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFeature,
    QgsFeatureRenderer,
    QgsField,
    QgsGeometry,
    QgsMapLayer,
    QgsNullSymbolRenderer,
    QgsRectangle,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QCoreApplication

from ....core.errors import CniError
from ...compat import make_field
from ..styles import make_renderer, make_themes
from .bivariate import bivariate_renderer, classes_of
from .extent import map_detail
from .map_source import MapSource, map_source
from .page import BIVARIATE, OVERLAY, Focus, PageChoices, PrintedResult
from .result import themes_of
from .symbols import (
    BORDERS_UNTIL,
    at_every_scale,
    border_symbol,
    fills,
    focus_symbol,
    neighbour_symbol,
    see_through,
    swatches,
    thin_lines,
)

MANY_AREAS = 150
"""Areas above which lines between them are thinned and only districts are named."""
LABEL_FIELDS = (
    ("label", "text"), ("x", "number"), ("y", "number"), ("points", "number"), ("bold", "whole"), ("italic", "whole"),
    ("colour", "text"), ("halo", "number"), ("halo_colour", "text"),
)  # fmt: skip
"""What the label of an area holds; label_drawing.py writes them."""
_REACH = 1.5
"""How far around a focus its neighbours are drawn, in its own lengths: more than any page shows."""
_FINE = 4
_POLYGON = QgsWkbTypes.GeometryType.PolygonGeometry


def _tr(text: str) -> str:
    return QCoreApplication.translate("PrintedMap", text)


@dataclass(frozen=True, eq=False)
class PageLook:
    """How the areas of pages look that are alike; copies of it are drawn.

    swatches: the symbol of each class by its value as text, blank for areas without data. fills: as `symbols.fills`
    gives them.
    """

    renderer: QgsCategorizedSymbolRenderer
    swatches: Mapping[str, QgsSymbol]
    fills: Mapping[str, tuple[str, bool]]


@dataclass(frozen=True, eq=False)
class MapLayers:
    """What a map item draws. The caller owns the layers: a project takes them, or they go when this goes.

    layers: top first. themed: the areas of the focus that have a shape, with `area_code`, `area_name`, the theme's
    column and empty label columns; its coordinate system, in metres, is the map's. extent: of these areas. names: empty
    points for the names of districts. districts: the borders between those of the focus, None without. neighbours: None
    where there is nothing around.
    """

    layers: Sequence[QgsMapLayer]
    themed: QgsVectorLayer
    extent: QgsRectangle
    names: QgsVectorLayer
    districts: QgsVectorLayer | None
    neighbours: QgsVectorLayer | None
    look: PageLook


def theme_column(theme: str) -> str:
    """The column of the result that a theme is coloured by."""
    return {OVERLAY: "category", BIVARIATE: BIVARIATE}.get(theme, f"{theme}_decile")


def theme_renderer(result: PrintedResult, theme: str, colours: str) -> QgsCategorizedSymbolRenderer:
    """The renderer of a theme as the layer panel has it; labels count the whole result, not a page's areas.

    theme: as in page.py. colours: one of ui.settings.COLOURS. Raises `page_theme_unknown`.
    """
    if theme == BIVARIATE:
        return bivariate_renderer(result, colours)
    themes = {made.column: made for made in make_themes(result.record, result.table, colours)}
    column = theme_column(theme)
    if column not in themes:
        raise CniError("page_theme_unknown", theme=theme, table=result.name, themes=themes_of(result))
    return make_renderer(themes[column])


def make_map_layers(result: PrintedResult, focus: Focus, theme: str, choices: PageChoices) -> MapLayers:
    """The layers of one map of a page, without names or numbers on the areas (see labels.py); on the main thread.

    Areas without a shape are left out. Raises `page_without_shapes` where no area of the focus has one, or
    `page_theme_unknown`.
    """
    source = map_source(result)
    extent = source.extent(focus)
    if extent.isNull():
        raise CniError("page_without_shapes", table=result.name)
    detail = map_detail(extent)
    look = _page_look(result, source, focus, theme, choices)
    themed = _themed_layer(result, source, focus, theme, detail)
    themed.setRenderer(look.renderer.clone())
    names = _memory_layer(_tr("Names"), source, "Point", [make_field(*field) for field in LABEL_FIELDS], [], [])
    names.setRenderer(QgsNullSymbolRenderer())
    shape = source.outline(focus, detail)
    outline = _shapes_layer(_tr("Outline"), source, [("", shape)], QgsSingleSymbolRenderer(focus_symbol()))
    districts = _districts_layer(source, focus, detail)
    neighbours = _neighbours_layer(source, focus, extent, detail, filled=choices.base_map is None)
    layers = [names, outline, districts, themed, neighbours, choices.base_map]
    drawn = [layer for layer in layers if layer is not None]
    return MapLayers(drawn, themed, extent, names, districts, neighbours, look)


def _page_look(result: PrintedResult, source: MapSource, focus: Focus, theme: str, choices: PageChoices) -> PageLook:
    """How a page's areas look; made once for all pages alike."""
    many, over = bool(focus.sum() > MANY_AREAS), choices.base_map is not None
    key = (theme, choices.colours, many, over)
    if key not in source.looks:
        renderer = theme_renderer(result, theme, choices.colours)
        if many:
            thin_lines(renderer)
        else:
            at_every_scale(renderer)
        if over:
            see_through(renderer)
        source.looks[key] = PageLook(renderer, swatches(renderer), fills(renderer))
    return source.looks[key]


def _values(result: PrintedResult, theme: str, positions: np.ndarray) -> list[Any]:
    """What the areas are coloured by, None without data."""
    if theme == BIVARIATE:
        return [None if value < 0 else int(value) for value in classes_of(result)[positions]]
    column = result.table[theme_column(theme)].iloc[positions]
    return [None if pd.isna(value) else value if theme == OVERLAY else int(value) for value in column.tolist()]


def _themed_layer(result: PrintedResult, source: MapSource, focus: Focus, theme: str, detail: float) -> QgsVectorLayer:
    positions = np.flatnonzero(focus & ~np.isnan(source.boxes[:, 0]))
    column = make_field(theme_column(theme), "text" if theme == OVERLAY else "whole")
    fields = [make_field("area_code", "text"), make_field("area_name", "text"), column]
    fields += [make_field(*field) for field in LABEL_FIELDS]
    table = result.table.iloc[positions]
    codes, names = table["area_code"].tolist(), table["area_name"].tolist()
    values = _values(result, theme, positions)
    blank = [None] * len(LABEL_FIELDS)
    rows = [[code, None if pd.isna(name) else name, value, *blank] for code, name, value in zip(codes, names, values)]
    shapes = [_plain(shape, detail, many=len(positions) > MANY_AREAS) for shape in source.shapes_of(positions)]
    return _memory_layer(result.name, source, "MultiPolygon", fields, rows, shapes)


def _plain(shape: QgsGeometry, detail: float, *, many: bool) -> QgsGeometry:
    """A shape without what is too small to be seen; itself where nothing would be left.

    many: points snap to a grid, which areas side by side share, so that no cracks open and a country stays small.
    """
    made = shape.snappedToGrid(detail, detail) if many else shape.simplify(detail / _FINE)
    return shape if made.isEmpty() else made


def _memory_layer(
    name: str,
    source: MapSource,
    kind: str,
    fields: Sequence[QgsField],
    rows: Sequence[Sequence[Any]],
    shapes: Sequence[QgsGeometry],
) -> QgsVectorLayer:
    layer = QgsVectorLayer(kind, name, "memory")
    layer.setCrs(source.crs)
    layer.dataProvider().addAttributes(list(fields))
    layer.updateFields()
    features = []
    for row, shape in zip(rows, shapes):
        feature = QgsFeature(layer.fields())
        feature.setAttributes(list(row))
        feature.setGeometry(shape)
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    return layer


def _shapes_layer(
    name: str, source: MapSource, named: Sequence[tuple[str, QgsGeometry]], renderer: QgsFeatureRenderer
) -> QgsVectorLayer:
    """A layer of named shapes."""
    shapes = [_polygons(shape) for _, shape in named]
    layer = _memory_layer(
        name, source, "MultiPolygon", [make_field("name", "text")], [[text] for text, _ in named], shapes
    )
    layer.setRenderer(renderer)
    return layer


def _polygons(shape: QgsGeometry) -> QgsGeometry:
    """A shape as a multipolygon: clipping may leave lines and points beside it, which the layer would refuse."""
    made = QgsGeometry(shape)
    if not made.convertGeometryCollectionToSubclass(_POLYGON):
        made.convertToMultiType()
    return made


def _districts_layer(source: MapSource, focus: Focus, detail: float) -> QgsVectorLayer | None:
    borders = source.borders(focus, detail)
    if not borders:
        return None
    rows = [[name] for name, _ in borders]
    lines = [line for _, line in borders]
    layer = _memory_layer(_tr("Districts"), source, "MultiLineString", [make_field("name", "text")], rows, lines)
    renderer = QgsSingleSymbolRenderer(border_symbol())
    renderer.setUsingSymbolLevels(True)
    layer.setRenderer(renderer)
    layer.setScaleBasedVisibility(True)
    layer.setMinimumScale(BORDERS_UNTIL)
    return layer


def _neighbours_layer(
    source: MapSource, focus: Focus, extent: QgsRectangle, detail: float, *, filled: bool
) -> QgsVectorLayer | None:
    """Districts around the focus, the rest of its own where it is a part, and areas around that are in none."""
    if focus.all():
        return None
    reach = extent.buffered(_REACH * max(extent.width(), extent.height()))
    named = [(name, shape.clipped(reach)) for name, shape in source.around(focus, reach, detail)]
    named = [(name, shape) for name, shape in named if not shape.isEmpty()]
    symbol = neighbour_symbol(filled=filled)
    return _shapes_layer(_tr("Around"), source, named, QgsSingleSymbolRenderer(symbol)) if named else None
