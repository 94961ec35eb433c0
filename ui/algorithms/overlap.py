"""cni:overlap, what share of the people of a place live in left behind areas."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProcessingParameterBoolean

from ..sentences import QT_TRANSLATE_NOOP
from .base import CniAlgorithm, Steps, tr
from .parameters import add_field, add_layer, add_lookup, add_output, add_people


class OverlapAlgorithm(CniAlgorithm):
    """Shares of residents by category and decile; the place itself gets no rank, decile or category."""

    ID = "overlap"
    TITLE = QT_TRANSLATE_NOOP("Algorithms", "Describe other places by a result")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        found = tr("Found by its name when left blank.")
        add_layer(
            self,
            "TARGET",
            tr("Places to describe"),
            tr("Polygons of today's wards, or a patch that you drew. Not needed where the look-up below names them."),
            optional=True,
        )
        numbered = tr("Found by its name when left blank; places without codes are numbered.")
        add_field(self, "TARGET_CODE", tr("Column of codes of the places"), "TARGET", numbered)
        add_field(self, "TARGET_NAME", tr("Column of names of the places"), "TARGET", found)
        add_layer(self, "RESULT", tr("Result"), tr("A layer made by 'Map community need and deprivation'."))
        add_people(self)
        self._add_target_lookup()
        land = QgsProcessingParameterBoolean("BY_LAND_AREA", tr("Estimate by land area"), defaultValue=False)
        land.setHelp(
            tr("Only where nothing says where people live: spreads the residents of each area evenly over its land.")
        )
        self.addParameter(land)
        add_output(self, tr("Places described by the result"), layer=False)

    def _add_target_lookup(self) -> None:
        add_lookup(
            self,
            "TARGET_LOOKUP",
            tr("Look-up from small areas to the places"),
            tr("Where small areas lie in the places. Points are placed by where they stand when this is left blank."),
            columns=(
                tr("Column of small-area codes in the look-up to the places"),
                tr("Column of codes of the places in their look-up"),
                tr("Column of residents in the look-up to the places"),
            ),
            weight=tr("Residents of each row, used before any other. Found by its name when left blank."),
            optional=True,
        )

    def note(self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> None:
        from .overlap_steps import note_overlap
        from .tables import TableOutput

        self._noted = note_overlap(self, parameters, context)
        self._output = TableOutput(self, parameters, context, self._noted.read())

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from .overlap_steps import describe

        steps = Steps(feedback)
        table, notices = describe(self._noted, steps)
        return {"OUTPUT": self._output.save(table, notices, steps, parameters, context, feedback)}

    def postProcessAlgorithm(self, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        self._output.reload(context)
        return {}
