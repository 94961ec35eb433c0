"""Labels put on the layers of a map: each where it was placed, with a halo in the fill that it stands on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsPalLayerSettings,
    QgsPointXY,
    QgsProperty,
    QgsPropertyCollection,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsUnitTypes,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)

from ...compat import is_null
from ..colours import INK, NEIGHBOURS, QUIET_INK
from .fonts import page_font
from .labels import Labels, LabelStyle, Placed
from .map_layers import MapLayers

_ON_HATCH_NAMES, _ON_HATCH_NUMBERS = 1.0, 0.8
_DISTRICT_HALO, _HALO_AROUND = 0.7, 0.5
_LINE_HEIGHT = 0.88
_PAPER = "#ffffff"
_PLACED = (
    ("PositionX", "x"), ("PositionY", "y"), ("Size", "points"), ("Bold", "bold"), ("Italic", "italic"),
    ("Color", "colour"), ("BufferSize", "halo"), ("BufferColor", "halo_colour"),
)  # fmt: skip


def apply_labels(layers: MapLayers, labels: Labels, style: LabelStyle) -> None:
    """Put the labels of a page on the layers of one of its maps."""
    if labels.placed:
        _label_areas(layers, labels, style)
    names = [
        _values(placed, placed.points or style.neighbours, INK, _PAPER, _DISTRICT_HALO, bold=True)
        for placed in labels.districts.values()
    ]
    names += [
        _values(placed, style.neighbours, QUIET_INK, NEIGHBOURS, _HALO_AROUND, italic=True) for placed in labels.around
    ]
    if names:
        _add_points(layers.names, names)
        _pin(layers.names, style)


def _label_areas(layers: MapLayers, labels: Labels, style: LabelStyle) -> None:
    """Write the label columns of the areas that have a label."""
    fields, changes = layers.themed.fields(), {}
    column = layers.themed.renderer().classAttribute()
    for feature in layers.themed.getFeatures():
        placed = labels.placed.get(feature["area_code"])
        if placed is not None:
            values = _on_fill(placed, *layers.look.fills[_class_of(feature[column])], style)
            changes[feature.id()] = {fields.lookupField(name): value for name, value in values.items()}
    layers.themed.dataProvider().changeAttributeValues(changes)
    _pin(layers.themed, style)


def _add_points(layer: QgsVectorLayer, rows: Sequence[Mapping[str, Any]]) -> None:
    features = []
    for row in rows:
        feature = QgsFeature(layer.fields())
        feature.setAttributes([row[name] for name in layer.fields().names()])
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(row["x"], row["y"])))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()


def text_on(fill: str) -> str:
    """White or ink, whichever contrasts more with a fill."""
    shade = _luminance(fill) + 0.05
    return _PAPER if 1.05 / shade > shade / (_luminance(INK) + 0.05) else INK


def _luminance(colour: str) -> float:
    """Relative luminance of '#rrggbb', as WCAG has it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _class_of(value: object) -> str:
    return "" if is_null(value) else str(value)


def _on_fill(placed: Placed, fill: str, hatched: bool, style: LabelStyle) -> dict[str, Any]:
    points = style.points_of(placed)
    on_hatch = _ON_HATCH_NUMBERS if placed.is_number else _ON_HATCH_NAMES
    return _values(placed, points, text_on(fill), fill, on_hatch if hatched else style.halo, bold=placed.is_number)


def _values(
    placed: Placed,
    points: float,
    colour: str,
    halo_colour: str,
    halo: float,
    *,
    bold: bool = False,
    italic: bool = False,
) -> dict[str, Any]:
    """What the label columns of an area hold."""
    return {
        "label": placed.text,
        "x": placed.x,
        "y": placed.y,
        "points": points,
        "bold": int(bold),
        "italic": int(italic),
        "colour": colour,
        "halo": halo,
        "halo_colour": halo_colour,
    }


def _pin(layer: QgsVectorLayer, style: LabelStyle) -> None:
    """Draw the label of each feature where its columns say."""
    layer.setLabeling(QgsVectorLayerSimpleLabeling(_pinned(style)))
    layer.setLabelsEnabled(True)


def _pinned(style: LabelStyle) -> QgsPalLayerSettings:
    settings = QgsPalLayerSettings()
    settings.fieldName = "label"
    settings.displayAll = True
    settings.priority = 10
    settings.multilineAlign = QgsPalLayerSettings.MultiLineAlign.MultiCenter
    settings.setFormat(_text_format(style))
    properties, keys = QgsPropertyCollection(), QgsPalLayerSettings.Property
    for name, field in _PLACED:
        properties.setProperty(getattr(keys, name), QgsProperty.fromField(field))
    properties.setProperty(keys.Hali, QgsProperty.fromExpression("'Center'"))
    properties.setProperty(keys.Vali, QgsProperty.fromExpression("'Half'"))
    settings.setDataDefinedProperties(properties)
    return settings


def _text_format(style: LabelStyle) -> QgsTextFormat:
    """The font and a halo; sizes, weights and colours are those of each label."""
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(style.halo)
    halo.setSizeUnit(QgsUnitTypes.RenderUnit.RenderMillimeters)
    made = QgsTextFormat()
    made.setFont(page_font(style.names, family=style.family))
    made.setSize(style.names)
    made.setSizeUnit(QgsUnitTypes.RenderUnit.RenderPoints)
    made.setLineHeight(_LINE_HEIGHT)
    made.setBuffer(halo)
    return made
