"""The command that repeats a run."""

from __future__ import annotations

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
                parts.append(f'{name}="{text}"' if set(text) & set(" '|;&()<>\"*$`") else f"{name}={text}")
    return " ".join(parts)


def _text(value: Any, context: QgsProcessingContext) -> str:
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value = value.sink
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        value = value.source
    if isinstance(value, QgsProperty):
        value = value.staticValue() if value.propertyType() == QgsProperty.StaticProperty else value.expressionString()
    if isinstance(value, QgsMapLayer):
        return value.publicSource()
    if value is None or value == "":
        return ""
    layer = QgsProcessingUtils.mapLayerFromString(value, context, False) if isinstance(value, str) else None
    text = layer.publicSource() if layer is not None else str(value)
    return text.replace('"', '\\"')
