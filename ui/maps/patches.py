"""Patches that the user keeps: a table `patch` beside the result, and the layer that shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import count

import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsGeometry,
    QgsPalLayerSettings,
    QgsProject,
    QgsProviderRegistry,
    QgsSingleSymbolRenderer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QColor

from ..compat import is_null
from .groups import reload_layers
from .result_layer import Destination, Rows
from .save import check_destination, check_not_in_edit, layers_showing, save_table

PATCHES = "cni_mapper/patches"
"""Marks the layer, in the project."""
NAME = "patch_name"
PATCH_COLOUR = "#d6007f"
"""A pink that no theme of the maps has."""
_TABLE = "patch"
_OWN = (NAME, "residents", "basis")
_ROW_NUMBERS = ("fid", "id")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Patches", text)


@dataclass(frozen=True, eq=False)
class KeptPatch:
    """A patch as a layer of the project holds it."""

    name: str
    shape: QgsGeometry
    crs: QgsCoordinateReferenceSystem


def kept_patches(project: QgsProject) -> list[KeptPatch]:
    """The patches that the project's layers hold, by name."""
    found = [patch for layer in _patch_layers(project) for patch in _patches_of(layer)]
    return sorted(found, key=lambda patch: patch.name.casefold())


def _patches_of(layer: QgsVectorLayer) -> list[KeptPatch]:
    request = QgsFeatureRequest().setSubsetOfAttributes([NAME], layer.fields())
    return [
        KeptPatch(str(feature[NAME]), feature.geometry(), layer.crs())
        for feature in layer.getFeatures(request)
        if not is_null(feature[NAME]) and not feature.geometry().isEmpty()
    ]


def _patch_layers(project: QgsProject) -> list[QgsVectorLayer]:
    return [
        layer
        for layer in project.mapLayers().values()
        if isinstance(layer, QgsVectorLayer)
        and layer.isValid()
        and layer.customProperty(PATCHES)
        and layer.fields().lookupField(NAME) >= 0
    ]


def save_patch(
    project: QgsProject,
    result: Destination,
    patch: KeptPatch,
    row: pd.Series,
    transforms: QgsCoordinateTransformContext,
    step: Callable[[float], None],
) -> Destination:
    """Add a patch to the table beside a result, in the place of one of the same name; where it has been written.

    row: what the patch was described by, a column each. A table of that name that is not ours is left alone, and
    another name taken. May run away from the interface: the project is only asked about edits. Raises the faults of
    writing, what was there before being whole.
    """
    destination, is_there = _own_table(result)
    check_destination(destination, [])
    check_not_in_edit(project, destination)
    rows, shapes, crs = [{NAME: patch.name, **row.to_dict()}], [patch.shape], patch.crs
    kinds = pd.DataFrame(rows).dtypes
    if is_there:
        kept = _read(_open(destination), patch.name)
        # A table of one coordinate system takes a patch of another as that shows it.
        crs = kept.crs
        shape = QgsGeometry(patch.shape)
        shape.transform(QgsCoordinateTransform(patch.crs, crs, transforms))
        rows, shapes = [*kept.table.to_dict("records"), *rows], [*kept.shapes, shape]
    table = pd.DataFrame(rows, columns=list(kinds.index)).astype(kinds)
    save_table(destination, Rows(table, shapes, crs), step)
    return destination


def _own_table(result: Destination) -> tuple[Destination, bool]:
    """The table for patches beside a result, and whether it is there already."""
    taken = _tables(result)
    names = (_TABLE if number == 1 else f"{_TABLE}_{number}" for number in count(1))
    free = (name for name in names if name != result.table.casefold())
    places = (replace(result, table=name) for name in free)
    destination = next(place for place in places if place.table not in taken or _is_ours(_open(place)))
    return destination, destination.table in taken


def _open(destination: Destination) -> QgsVectorLayer:
    return QgsVectorLayer(destination.uri(), destination.table, destination.provider)


def _is_ours(layer: QgsVectorLayer) -> bool:
    return layer.isValid() and set(_OWN) <= set(layer.fields().names())


def _tables(result: Destination) -> set[str]:
    """The tables beside a result, in small letters."""
    if result.path is not None and not result.path.exists():
        return set()
    source = str(result.path) if result.path else result.connection
    connection = QgsProviderRegistry.instance().providerMetadata(result.provider).createConnection(source, {})
    return {table.tableName().casefold() for table in connection.tables(result.schema)}


def _read(layer: QgsVectorLayer, without: str) -> Rows:
    """A table of patches but for those of one name."""
    names = [name for name in layer.fields().names() if name not in _ROW_NUMBERS]
    features = [feature for feature in layer.getFeatures() if feature[NAME] != without]
    rows = [[None if is_null(feature[name]) else feature[name] for name in names] for feature in features]
    return Rows(pd.DataFrame(rows, columns=names), [feature.geometry() for feature in features], layer.crs())


def show_patches(project: QgsProject, destination: Destination) -> None:
    """Bring the layers that show kept patches up to date, or add one on top of the project."""
    reload_layers(project, destination)
    if any(layer.customProperty(PATCHES) for layer in layers_showing(project, destination)):
        return
    layer = _open(destination)
    layer.setName(_tr("Patches"))
    layer.setCustomProperty(PATCHES, True)
    layer.setDisplayExpression(f'"{NAME}"')
    layer.setRenderer(QgsSingleSymbolRenderer(_symbol()))
    layer.setLabeling(QgsVectorLayerSimpleLabeling(_label()))
    layer.setLabelsEnabled(True)
    project.addMapLayer(layer, False)
    project.layerTreeRoot().insertLayer(0, layer)


def _symbol() -> QgsFillSymbol:
    return QgsFillSymbol.createSimple({"style": "no", "outline_color": PATCH_COLOUR, "outline_width": "0.8"})


def _label() -> QgsPalLayerSettings:
    edge = QgsTextBufferSettings()
    edge.setEnabled(True)
    edge.setColor(QColor("white"))
    edge.setSize(1.2)
    text = QgsTextFormat()
    text.setColor(QColor(PATCH_COLOUR))
    text.setBuffer(edge)
    settings = QgsPalLayerSettings()
    settings.fieldName = NAME
    settings.setFormat(text)
    return settings
