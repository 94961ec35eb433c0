"""The symbols of a printed map that no style file holds: outlines, the areas around, and swatches for legends.

The outline of a page's areas is drawn around shapes that were widened and narrowed again, in millimetres on paper:
that closes the cracks between boundaries of different years, which would otherwise show as blobs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFillSymbol,
    QgsGeometryGeneratorSymbolLayer,
    QgsLineSymbol,
    QgsProperty,
    QgsPropertyCollection,
    QgsSymbol,
    QgsSymbolLayer,
    QgsUnitTypes,
)
from qgis.PyQt.QtGui import QColor

from ...compat import is_null
from ..colours import INK, NEIGHBOURS, RULE

OUTLINE_MM, NEIGHBOUR_MM = 0.6, 0.25
_GAPS, _FINEST_GAP = ((800_000, 0.72), (2_500_000, 0.45)), 0.25
"""Half the width in mm of cracks and inlets that the outline closes, up to a scale: less where its line is finer."""
_TAIL = 0.28
"""Half the width in mm of the tails that have no outline, which would be all ink."""
_SEGMENTS, _FINEST = 4, 0.03
_LEAST_PART, _LEAST_HOLE = 4, 100
"""mm2 of a part and a hole that have an outline; smaller holes are water mostly."""
_OUTLINES, _FINEST_OUTLINE = ((800_000, OUTLINE_MM), (2_500_000, 0.4)), 0.25
"""Widths in mm up to a scale, so that the outline of a country does not cover its coast."""
_HATCH = "GeometryGenerator"
_OVER_BASE_MAP = 0.65
_BORDERS, _RIMS, _FINEST_BORDER = ((400_000, 0.25), (800_000, 0.22)), ((400_000, 0.55), (800_000, 0.48)), 0.15
"""The rim stays within the outline of the focus; where borders are finest there is none beside the ink."""
BORDERS_UNTIL = 3_000_000
"""The scale beyond which there are no borders: in cities they would cover everything."""
_PAPER = "#ffffff"
_THINNED = 0.5
# Named anew in QGIS 3.36.
_PROPERTIES = QgsSymbolLayer.Property
_STROKE_WIDTH = _PROPERTIES.StrokeWidth if hasattr(_PROPERTIES, "StrokeWidth") else _PROPERTIES.PropertyStrokeWidth


def _fill(fill: str, line: str, width: float) -> QgsFillSymbol:
    return QgsFillSymbol.createSimple(
        {
            "color": fill or "#ffffff",
            "style": "solid" if fill else "no",
            "outline_color": line,
            "outline_width": str(width),
            "outline_width_unit": "MM",
            "outline_style": "solid" if width else "no",
            "joinstyle": "round",
        }
    )


def focus_symbol() -> QgsFillSymbol:
    """The outline of the areas that a page shows, without inlets and islets that it would fill with ink."""
    ring = "coalesce(geometry_n(@b,@element),@b)"
    rings = f"array_foreach(generate_series(1,num_geometries(@b)),{ring})"
    filled = "make_polygon(@element)"
    is_part = f"area({filled})>{_LEAST_PART} and intersects(point_on_surface({filled}),@c)"
    kept = f"array_filter({rings},area({filled})>{_LEAST_HOLE} or ({is_part}))"
    expression = f"with_variable('b',boundary(@c),collect_geometries({kept}))"
    line = _line_of(INK, _by_scale(_OUTLINES, _FINEST_OUTLINE))
    wide = f"buffer($geometry,@g,{_SEGMENTS})"
    without_tails = f"buffer(buffer({wide},-@g-{_TAIL},{_SEGMENTS}),{_TAIL},{_SEGMENTS})"
    drawn_on = f"with_variable('c',simplify({without_tails},{_FINEST}),{expression})"
    gap = _by_scale(_GAPS, _FINEST_GAP)
    drawn = QgsGeometryGeneratorSymbolLayer.create(
        {"SymbolType": "Line", "geometryModifier": f"with_variable('g',{gap},{drawn_on})"}
    )
    drawn.setUnits(QgsUnitTypes.RenderUnit.RenderMillimeters)
    drawn.setSubSymbol(line)
    symbol = QgsFillSymbol.createSimple({})
    symbol.changeSymbolLayer(0, drawn)
    return symbol


def neighbour_symbol(*, filled: bool) -> QgsFillSymbol:
    """A district around the areas shown. filled: not where a base map is to be seen."""
    return _fill(NEIGHBOURS if filled else "", RULE, NEIGHBOUR_MM)


def border_symbol() -> QgsLineSymbol:
    """The border between two districts: ink with a white rim, finer the smaller the scale, so that fills show.

    Two symbol levels, the rim below, so that it lies under the ink of the borders that it meets.
    """
    symbol = _line_of(_PAPER, _by_scale(_RIMS, _FINEST_BORDER))
    symbol.appendSymbolLayer(_line_of(INK, _by_scale(_BORDERS, _FINEST_BORDER)).takeSymbolLayer(0))
    symbol.symbolLayer(1).setRenderingPass(1)
    return symbol


def _line_of(colour: str, width: str) -> QgsLineSymbol:
    line = QgsLineSymbol.createSimple({"color": colour, "width_unit": "MM", "joinstyle": "round", "capstyle": "round"})
    line.symbolLayer(0).setDataDefinedProperty(_STROKE_WIDTH, QgsProperty.fromExpression(width))
    return line


def _by_scale(widths: Sequence[tuple[int, float]], finest: float) -> str:
    """An expression of a width in mm. widths: each up to a scale, the largest first. finest: beyond.

    The first holds too where the scale is not known.
    """
    beyond = [*(width for _, width in widths[1:]), finest]
    steps = [f"WHEN @map_scale > {scale} THEN {width}" for (scale, _), width in zip(widths, beyond)]
    return f"CASE {' '.join(reversed(steps))} ELSE {widths[0][1]} END"


def swatches(renderer: QgsCategorizedSymbolRenderer) -> Mapping[str, QgsSymbol]:
    """A symbol of its own by class value as text; blank for areas without data."""
    return {_value(category): category.symbol().clone() for category in renderer.categories()}


def _value(category: Any) -> str:
    return "" if is_null(category.value()) else str(category.value())


def fills(renderer: QgsCategorizedSymbolRenderer) -> Mapping[str, tuple[str, bool]]:
    """The fill of each class, as '#rrggbb', and whether it is hatched, by class value as text; blank for no data."""
    found = {}
    for value, symbol in swatches(renderer).items():
        hatched = any(layer.layerType() == _HATCH for layer in symbol.symbolLayers())
        found[value] = (symbol.symbolLayer(0).fillColor().name(), hatched)
    return found


def thin_lines(renderer: QgsCategorizedSymbolRenderer) -> None:
    """Halve the lines between areas, where there are so many that these would hide the fills."""
    for i, category in enumerate(renderer.categories()):
        symbol = category.symbol().clone()
        for layer in symbol.symbolLayers():
            if layer.layerType() == "SimpleFill":
                layer.setStrokeWidth(layer.strokeWidth() * _THINNED)
            elif layer.layerType() == "SimpleLine":
                layer.setWidth(layer.width() * _THINNED)
        renderer.updateCategorySymbol(i, symbol)


def at_every_scale(renderer: QgsCategorizedSymbolRenderer) -> None:
    """Draw lines and hatches at scales at which the layer panel leaves them out, where a page shows few areas."""
    for i, category in enumerate(renderer.categories()):
        symbol = category.symbol().clone()
        for layer in symbol.symbolLayers():
            layer.setDataDefinedProperties(QgsPropertyCollection())
        renderer.updateCategorySymbol(i, symbol)


def see_through(renderer: QgsCategorizedSymbolRenderer) -> None:
    """Let a base map show through the fills; lines stay as they are. Not by layer opacity, which makes a picture."""
    for i, category in enumerate(renderer.categories()):
        symbol = category.symbol().clone()
        layer = symbol.symbolLayer(0)
        colour = QColor(layer.fillColor())
        colour.setAlphaF(_OVER_BASE_MAP)
        layer.setFillColor(colour)
        renderer.updateCategorySymbol(i, symbol)
