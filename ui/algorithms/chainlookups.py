"""cni:chainlookups, two look-ups joined into one."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from ..sentences import QT_TRANSLATE_NOOP
from .base import CniAlgorithm, Steps, tr
from .parameters import add_lookup, add_output


class ChainLookupsAlgorithm(CniAlgorithm):
    """From the first's small areas to the second's areas, weights multiplied."""

    ID = "chainlookups"
    TITLE = QT_TRANSLATE_NOOP("Algorithms", "Join two look-ups")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        add_lookup(
            self,
            "FIRST",
            tr("First look-up"),
            tr("From the small areas to the areas in the middle, for example LSOAs of 2021 to LSOAs of 2011."),
            columns=(
                tr("Column of small-area codes in the first"),
                tr("Column of middle codes in the first"),
                tr("Column of residents in the first"),
            ),
            weight=tr(
                "Residents of each row. Found by its name when left blank. Where the first has none, the second's "
                "residents are shared out."
            ),
        )
        add_lookup(
            self,
            "SECOND",
            tr("Second look-up"),
            tr("From the areas in the middle to the areas wanted, for example LSOAs of 2011 to wards of 2017."),
            columns=(
                tr("Column of middle codes in the second"),
                tr("Column of area codes in the second"),
                tr("Column of residents in the second"),
            ),
            weight=tr(
                "Residents of each row, which tell how a middle area is shared between areas. Found by its name when "
                "left blank."
            ),
        )
        add_output(self, tr("Joined look-up"), layer=False)

    def note(self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> None:
        from .links import note_needed_links
        from .tables import TableOutput

        self._first = note_needed_links(self, parameters, "FIRST", context)
        self._second = note_needed_links(self, parameters, "SECOND", context)
        self._output = TableOutput(self, parameters, context, [self._first.rows, self._second.rows])

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from .chainlookups_steps import join_lookups

        steps = Steps(feedback)
        table, notices = join_lookups(self._first, self._second, steps)
        return {"OUTPUT": self._output.save(table, notices, steps, parameters, context, feedback)}

    def postProcessAlgorithm(self, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        self._output.reload(context)
        return {}
