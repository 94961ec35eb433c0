"""cni:example, the made-up county at a click."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFileDestination,
)

from ..sentences import QT_TRANSLATE_NOOP
from .base import RESOURCES, tr
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
    """The main job on the sample county, and a page of it: only where these go is left to choose."""

    ID = "example"
    TITLE = QT_TRANSLATE_NOOP("Algorithms", "Try the example: a made-up county")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        super().initAlgorithm(configuration)
        flag = QgsProcessingParameterDefinition.Flag
        for definition in self.parameterDefinitions():
            if definition.name() != "OUTPUT":
                definition.setFlags(definition.flags() | flag.FlagHidden | flag.FlagOptional)
        page = QgsProcessingParameterFileDestination(
            "PDF", tr("A page to print"), tr("PDF (*.pdf)"), optional=True, createByDefault=False
        )
        page.setHelp(tr("The result on a page of A4, as a PDF file."))
        self.addParameter(page)

    def note(self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> None:
        from .example_steps import note_pdf

        self._page = note_pdf(self, parameters, context)
        super().note({**parameters, **INPUTS}, context, feedback)

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        outputs = super().compute(parameters, context, feedback)
        return outputs if self._page is None else {**outputs, "PDF": str(self._page)}

    def postProcessAlgorithm(self, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        outputs = super().postProcessAlgorithm(context, feedback)
        if self._page is not None:
            from .example_steps import print_example

            # Here, since the result is made in the background, where a page cannot be drawn.
            self._in_words(lambda: print_example(self._noted.destination, self._page, feedback))
        return outputs
