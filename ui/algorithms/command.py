"""The command that repeats a run."""

from __future__ import annotations

import os
from typing import Any

from qgis.core import (
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingUtils,
    QgsProperty,
)


def repeat_command(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext, output: str
) -> str:
    """A qgis_process command with the parameters of a run; project layers are named by their data source."""
    parts = [f"qgis_process run cni:{algorithm.name()} --"]
    for definition in algorithm.parameterDefinitions():
        name = definition.name()
        value = output if name == "OUTPUT" else parameters.get(name, definition.defaultValue())
        for item in value if isinstance(value, (list, tuple)) else [value]:
            text = _text(item, context)
            if text:
                parts.append(f"{name}={_quoted(text)}")
    return " ".join(parts)


def _quoted(text: str) -> str:
    """A value as the shell of this platform reads it back."""
    if not set(text) & set(" '|;&()<>\"*$`\\"):
        return text
    special = '"' if os.name == "nt" else '\\"$`'
    return '"' + "".join(f"\\{sign}" if sign in special else sign for sign in text) + '"'


def _source(layer: QgsMapLayer) -> str:
    """The data source of a layer, with its provider where QGIS would take it for another."""
    provider, source = layer.providerType(), layer.publicSource()
    return source if provider == "ogr" else QgsProcessingUtils.encodeProviderKeyAndUri(provider, source)


def _text(value: Any, context: QgsProcessingContext) -> str:
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value = value.sink
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        value = value.source
    if isinstance(value, QgsProperty):
        value = value.staticValue() if value.propertyType() == QgsProperty.StaticProperty else value.expressionString()
    if isinstance(value, QgsMapLayer):
        return _source(value)
    if value is None or value == "":
        return ""
    layer = QgsProcessingUtils.mapLayerFromString(value, context, False) if isinstance(value, str) else None
    return _source(layer) if layer is not None else str(value)
