"""cni:example, the made-up county at a click."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProcessingParameterDefinition

from ..sentences import QT_TRANSLATE_NOOP
from .base import RESOURCES
from .map import MapAlgorithm

SAMPLE = RESOURCES / "sample"
INPUTS = {
    "AREAS": f"{SAMPLE / 'wards.gpkg'}|layername=wards",
    "TABLES": [str(SAMPLE / "community_needs.csv")],
    "DEFINITION": str(SAMPLE / "definition.json"),
    "DEPRIVATION": str(SAMPLE / "deprivation.csv"),
    "LOOKUP": str(SAMPLE / "small_area_to_ward.csv"),
}


class ExampleAlgorithm(MapAlgorithm):
    """The main job on the sample county: only OUTPUT is left to choose."""

    ID = "example"
    TITLE = QT_TRANSLATE_NOOP("Algorithms", "Try the example: a made-up county")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        super().initAlgorithm(configuration)
        flag = QgsProcessingParameterDefinition.Flag
        for definition in self.parameterDefinitions():
            if definition.name() != "OUTPUT":
                definition.setFlags(definition.flags() | flag.FlagHidden | flag.FlagOptional)

    def note(self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> None:
        super().note({**parameters, **INPUTS}, context, feedback)
