"""cni:index, an index alone."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProcessingOutputNumber

from ..sentences import QT_TRANSLATE_NOOP
from .base import CniAlgorithm, Steps, tr
from .parameters import add_output, add_tables


class IndexAlgorithm(CniAlgorithm):
    """Scores, ranks and deciles of an index, as a table by area code."""

    ID = "index"
    TITLE = QT_TRANSLATE_NOOP("Algorithms", "Compute an index")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        add_tables(self)
        add_output(self, tr("Scores, ranks and deciles"), layer=False)
        self.addOutput(QgsProcessingOutputNumber("AREAS_RANKED", tr("Areas ranked")))

    def note(self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> None:
        from .inputs import note_tables, read_definition
        from .tables import TableOutput

        self._definition, _ = read_definition(self, parameters, context)
        self._tables = note_tables(self, parameters, context)
        self._code_field = self.given(parameters, "CODE_FIELD", context)
        self._output = TableOutput(self, parameters, context, self._tables)

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ...core.index.diagnostics import diagnose, diagnostic_notices
        from ...core.index.engine import compute, result_frame
        from ...core.index.values import gather
        from .inputs import read_tables
        from .tables import index_table, tell_diagnostics

        steps = Steps(feedback)
        steps.start(tr("Reading the tables"), 0.4)
        tables = read_tables(self._tables, self._definition, self._code_field)
        steps.start(tr("Computing the index"), 0.2)
        result = compute(self._definition, gather(self._definition, tables))
        table = index_table(result_frame(result, "index"), tables)
        diagnostics = diagnose(result)
        tell_diagnostics(feedback, diagnostics)
        notices = [*result.notices, *diagnostic_notices(result, diagnostics)]
        return {
            "OUTPUT": self._output.save(table, notices, steps, parameters, context, feedback),
            "AREAS_RANKED": result.n,
        }

    def postProcessAlgorithm(self, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        self._output.reload(context)
        return {}
