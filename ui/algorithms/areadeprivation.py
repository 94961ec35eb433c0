"""cni:areadeprivation, deprivation of small areas summed up to areas."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSource,
)

from ..sentences import QT_TRANSLATE_NOOP
from .base import CniAlgorithm, Steps, tr
from .parameters import add_deprivation, add_output


class AreaDeprivationAlgorithm(CniAlgorithm):
    """The published summary measures of a deprivation index, for any grouping of small areas."""

    ID = "areadeprivation"
    TITLE = QT_TRANSLATE_NOOP("Algorithms", "Bring deprivation to areas")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        add_deprivation(self, lookup_optional=False)
        over = QgsProcessingParameterFeatureSource(
            "RANK_OVER", tr("Rank only these areas"), [QgsProcessing.SourceType.TypeVector], optional=True
        )
        over.setHelp(tr("A table with the codes of the areas to rank. All areas of the look-up when left blank."))
        self.addParameter(over)
        add_output(self, tr("Deprivation by area"), layer=False)

    def note(self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> None:
        from .deprivation import note_deprivation
        from .inputs import note_layer
        from .tables import TableOutput

        self._deprivation = note_deprivation(self, parameters, context)
        self._over = note_layer(self, parameters, "RANK_OVER", context)
        read = [self._deprivation.table, *filter(None, [self._deprivation.lookup, self._over])]
        self._output = TableOutput(self, parameters, context, read)

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from .areadeprivation_steps import measure

        steps = Steps(feedback)
        table, notices = measure(self._deprivation, self._over, steps)
        return {"OUTPUT": self._output.save(table, notices, steps, parameters, context, feedback)}

    def postProcessAlgorithm(self, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        self._output.reload(context)
        return {}
