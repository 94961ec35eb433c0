"""The steps of cni:bridge. Imported only when the algorithm runs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import pandas as pd
from qgis.core import QgsProcessingContext

from ...core.data.bridge import Travel, bridge
from ...core.data.columns import code_columns, find_population, require_column
from ...core.data.tables import Table, code_table
from ...core.errors import CniError, Notice, notice
from ..maps.frames import LayerRows
from .base import Steps, tr
from .inputs import note_layer
from .links import LinksInput, note_needed_links, open_links


@dataclass(frozen=True, eq=False)
class BridgeInput:
    """Everything cni:bridge was given, as noted in the project's thread."""

    table: LayerRows
    code: str | None
    lookup: LinksInput
    travel: Travel


def note_bridge(algorithm: Any, parameters: dict[str, Any], context: QgsProcessingContext) -> BridgeInput:
    """Take note of the inputs. Raises `input_missing`, `column_missing`."""
    table = note_layer(algorithm, parameters, "TABLE", context)
    if table is None:
        raise CniError("input_missing", name=algorithm.parameterDefinition("TABLE").description())
    code = algorithm.given(parameters, "CODE_FIELD", context)
    ways = {
        way: tuple(_column(table, column) for column in algorithm.parameterAsFields(parameters, name, context))
        for way, name in (("total", "SUM"), ("mean", "MEAN"), ("majority", "MAJORITY"))
    }
    weight = algorithm.given(parameters, "WEIGHT", context)
    travel = Travel(**ways, weight=_column(table, weight) if weight else None)
    lookup = note_needed_links(algorithm, parameters, "LOOKUP", context)
    return BridgeInput(table, _column(table, code) if code else None, lookup, travel)


def _column(table: LayerRows, wanted: str) -> str:
    return require_column(table.columns, wanted, table.name)


def carry(noted: BridgeInput, steps: Steps) -> tuple[pd.DataFrame, list[Notice]]:
    """The table of cni:bridge, one row for each of the other areas, and what there is to tell."""
    steps.start(tr("Reading the table"), 0.3)
    table = _read(noted)
    steps.start(tr("Reading the look-up"), 0.2)
    notices: list[Notice] = []
    links = open_links(noted.lookup, notices, starts=table.frame.index)
    steps.start(tr("Carrying the columns"), 0.1)
    bridged = bridge(table, links, _weighted(noted, links.weight is None, notices))
    notices += bridged.notices
    notices += [notice("bridge_total", column=name, **total.words()) for name, total in bridged.totals.items()]
    return bridged.frame.reset_index(), notices


def _read(noted: BridgeInput) -> Table:
    """The table with the columns that travel; with all of them where none was chosen, so that they can be named."""
    rows = noted.table
    codes = [noted.code] if noted.code else (code_columns(rows.columns) or rows.columns)
    people = [noted.travel.weight or find_population(rows.columns)]
    chosen = noted.travel.columns or rows.columns
    frame = rows.frame(list(dict.fromkeys(filter(None, [*codes, *chosen, *people]))))
    return code_table(frame, rows.origin(), code_column=noted.code)


def _weighted(noted: BridgeInput, no_weights: bool, notices: list[Notice]) -> Travel:
    """How the columns travel; where nothing else weights them, by the table's residents when found by their name."""
    travel = noted.travel
    found = find_population(noted.table.columns)
    if not no_weights or travel.weight or not found or not (travel.mean or travel.majority):
        return travel
    notices.append(notice("weight_found", column=found, table=noted.table.name))
    return replace(travel, weight=found)
