"""Plain tables as outputs: of cni:index and cni:areadeprivation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd
from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingContext, QgsProcessingFeedback

from ...core.data.tables import Table
from ...core.errors import Notice
from ...core.index.diagnostics import DomainDiagnostics
from ..maps.frames import LayerRows
from ..maps.result_layer import Rows
from ..maps.save import check_destination, check_not_in_edit, save_table
from ..messages import notice_text
from .base import Steps, tell, tr
from .inputs import output_destination
from .result import load_on_completion, reload_shown


class TableOutput:
    """The OUTPUT of an algorithm that gives a plain table: checked first, written last."""

    def __init__(
        self, algorithm: Any, parameters: dict[str, Any], context: QgsProcessingContext, read: Sequence[LayerRows]
    ) -> None:
        self._algorithm = algorithm
        given = algorithm.parameterAsOutputLayer(parameters, "OUTPUT", context)
        self._title = algorithm.parameterDefinition("OUTPUT").description()
        self._destination = output_destination(algorithm, given, plain_table=True)
        check_destination(self._destination, [rows.place for rows in read])
        if context.project() is not None:
            check_not_in_edit(context.project(), self._destination)

    def save(
        self,
        table: pd.DataFrame,
        notices: Iterable[Notice],
        steps: Steps,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> str:
        """Write the table and return its data source."""
        steps.start(tr("Writing {name}").format(name=self._destination.name), 0.4)
        save_table(self._destination, Rows(table, None, QgsCoordinateReferenceSystem()), steps.within)
        for note in notices:
            tell(feedback, note.code, notice_text(note))
        # Asked again: this may be another context than the first, and the framework goes by this one.
        given = self._algorithm.parameterAsOutputLayer(parameters, "OUTPUT", context)
        return load_on_completion(given, self._destination.uri(shapes=False), context, self._title)

    def reload(self, context: QgsProcessingContext) -> None:
        reload_shown(self._destination, context)


def whole_numbers(table: pd.DataFrame) -> pd.DataFrame:
    """The table with its ranks and deciles as whole numbers that may be missing."""
    whole = [name for name in table.columns if name.rpartition("_")[2] in ("rank", "decile") and name != "average_rank"]
    return table.astype(dict.fromkeys(whole, "Int64"))


def tell_diagnostics(feedback: QgsProcessingFeedback, diagnostics: Iterable[DomainDiagnostics]) -> None:
    """Say how each domain of indicators hangs together, one line an indicator."""
    for domain in diagnostics:
        alpha = "–" if domain.alpha is None else f"{domain.alpha:.2f}"
        feedback.pushInfo(tr("{domain}: Cronbach's alpha {alpha}").format(domain=domain.title, alpha=alpha))
        for one in domain.indicators:
            line = tr("  {title}: weight {weight}, correlation with the domain {r}, coverage {coverage}").format(
                title=one.title, weight=f"{one.weight:.3f}", r=f"{one.correlation:.2f}", coverage=f"{one.coverage:.1%}"
            )
            feedback.pushInfo(line)


def index_table(frame: pd.DataFrame, tables: Sequence[Table]) -> pd.DataFrame:
    """A result frame of the engine as the OUTPUT of cni:index: names where known, the columns, missing, quality."""
    table = frame.copy()
    names = next((found for source in tables if (found := source.names()) is not None), None)
    if names is not None:
        table.insert(0, "area_name", names.reindex(table.index))
    table["quality"] = "exact"
    table.loc[table["missing"] != "", "quality"] = "partial"
    return whole_numbers(table).rename_axis("area_code").reset_index()
