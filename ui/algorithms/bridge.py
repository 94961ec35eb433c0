"""cni:bridge, a table carried to another geography or vintage."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from ..sentences import QT_TRANSLATE_NOOP
from .base import CniAlgorithm, Steps, tr
from .parameters import add_field, add_fields, add_layer, add_lookup, add_output


class BridgeAlgorithm(CniAlgorithm):
    """Counts summed, rates averaged, kinds by majority; ranks and deciles refused."""

    ID = "bridge"
    TITLE = QT_TRANSLATE_NOOP("Algorithms", "Carry a table to other areas")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        add_layer(self, "TABLE", tr("Table to carry"), tr("One row for each area, whatever its geography and year."))
        found = tr("Found by its name when left blank.")
        add_field(self, "CODE_FIELD", tr("Column of area codes in the table"), "TABLE", found)
        add_lookup(
            self,
            "LOOKUP",
            tr("Look-up to the other areas"),
            tr("Which of the other areas each area of the table, or part of one, lies in."),
            columns=(tr("Column of the table's codes"), tr("Column of the other codes"), tr("Column of weights")),
            weight=tr(
                "Residents of each row. Found by its name when left blank. Where there are none, an area that is split "
                "is shared equally between its parts."
            ),
        )
        add_fields(self, "SUM", tr("Columns to sum"), "TABLE", tr("Counts: people, households, places, money."))
        add_fields(self, "MEAN", tr("Columns to average"), "TABLE", tr("Rates, shares, scores, prices, distances."))
        add_fields(
            self, "MAJORITY", tr("Columns by majority"), "TABLE", tr("Kinds, such as urban or rural: the commonest.")
        )
        add_field(
            self,
            "WEIGHT",
            tr("Column that weights averages and majorities"),
            "TABLE",
            tr("Residents of each area of the table. The look-up's weights when left blank."),
        )
        add_output(self, tr("Table by the other areas"), layer=False)

    def note(self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> None:
        from .bridge_steps import note_bridge
        from .tables import TableOutput

        self._noted = note_bridge(self, parameters, context)
        read = [self._noted.table, self._noted.lookup.rows]
        self._output = TableOutput(self, parameters, context, read)

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from .bridge_steps import carry

        steps = Steps(feedback)
        table, notices = carry(self._noted, steps)
        return {"OUTPUT": self._output.save(table, notices, steps, parameters, context, feedback)}

    def postProcessAlgorithm(self, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        self._output.reload(context)
        return {}
