"""The result that an algorithm prints or writes out, and which of its areas: the one place that reads these parameters.

Imports nothing heavy before an algorithm runs.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingParameterExpression,
    QgsProcessingParameterFeatureSource,
    QgsProperty,
    QgsVectorLayer,
)

from ..compat import is_null
from .base import tr

if TYPE_CHECKING:
    from ..maps.layouts.page import Focus, PrintedResult


def add_result(algorithm: QgsProcessingAlgorithm) -> None:
    """Add RESULT and FOCUS."""
    result = QgsProcessingParameterFeatureSource("RESULT", tr("Result"), [QgsProcessing.SourceType.TypeVectorPolygon])
    result.setHelp(
        tr("A layer made by 'Map community need and deprivation'. 'Selected features only' shows just those.")
    )
    algorithm.addParameter(result)
    focus = QgsProcessingParameterExpression(
        "FOCUS", tr("Show only areas where"), parentLayerParameterName="RESULT", optional=True
    )
    focus.setHelp(tr("For example: \"district_name\" = 'Leeds'. Ranks do not change."))
    algorithm.addParameter(focus)


@dataclass(frozen=True, eq=False)
class ResultInput:
    """A result as it was given. focus: the areas to show. place: its file, or else its data source."""

    result: PrintedResult
    focus: Focus
    place: str

    @property
    def shown(self) -> PrintedResult:
        """The result with the areas of the focus only."""
        if self.focus.all():
            return self.result
        table = self.result.table[self.focus].reset_index(drop=True)
        shapes = [shape for shape, kept in zip(self.result.shapes, self.focus) if kept]
        return replace(self.result, table=table, shapes=shapes)


def note_result(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> ResultInput:
    """Read RESULT and FOCUS on the thread that the layer lives in.

    Raises `layer_unreadable` and the faults of `read_result` and `read_focus`.
    """
    from ...core.errors import CniError
    from ..maps.frames import layer_rows
    from ..maps.layouts.result import read_focus, read_result

    given, selected, wanted = parameters.get("RESULT"), None, [_expression(parameters.get("FOCUS"))]
    if isinstance(given, QgsProcessingFeatureSourceDefinition):
        # Not every QGIS finds the layer in this, and the newer ones can hold a filter of its own.
        wanted.append(getattr(given, "filterExpression", ""))
        parameters = {**parameters, "RESULT": given.source}
    layer = algorithm.parameterAsVectorLayer(parameters, "RESULT", context)
    if not isinstance(layer, QgsVectorLayer) or not layer.isValid():
        raise CniError("layer_unreadable", name=algorithm.parameterDefinition("RESULT").description())
    if getattr(given, "selectedFeaturesOnly", False):
        selected = layer.selectedFeatureIds()
    result = read_result(layer)
    return ResultInput(result, read_focus(result, layer, _both(wanted), selected), layer_rows(layer, "RESULT").place)


def _both(expressions: list[str]) -> str:
    given = [text for text in expressions if text]
    return given[0] if len(given) == 1 else " AND ".join(f"({text})" for text in given)


def _expression(value: Any) -> str:
    """An expression as it was given: QGIS's own reading of the parameter takes a faulty one for none at all."""
    if isinstance(value, QgsProperty):
        static = value.propertyType() == QgsProperty.StaticProperty
        value = value.staticValue() if static else value.expressionString()
    return "" if is_null(value) else str(value).strip()
