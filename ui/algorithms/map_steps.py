"""The steps of cni:map. Imported only when the algorithm runs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from qgis.core import QgsProcessingContext

from ...core.analysis.overlay import Limits
from ...core.analysis.result_table import cni_columns, published_flags
from ...core.data.geographies import BY_ID, PLAIN_AREA, Geography, parse_geography
from ...core.data.tables import require_match
from ...core.errors import Notice, notice
from ...core.index.definition import Definition
from ...core.index.diagnostics import diagnose, diagnostic_notices
from ...core.index.engine import compute, result_frame
from ...core.index.ranking import rank_score
from ...core.index.values import Values, gather
from ..maps.frames import LayerRows
from ..maps.record import InputRecord
from ..maps.result_layer import Destination
from ..maps.save import check_destination, check_not_in_edit
from .base import Steps, tr
from .command import repeat_command
from .deprivation import DeprivationInput, note_deprivation, read_deprivation
from .inputs import (
    AreasInput,
    note_areas,
    note_tables,
    output_destination,
    read_areas,
    read_definition,
    read_limits,
    read_tables,
)
from .result import Found, area_notices


@dataclass(frozen=True, eq=False)
class MapInput:
    """Everything cni:map was given, as noted in the project's thread."""

    areas: AreasInput
    tables: list[LayerRows]
    code_field: str | None
    definition: Definition
    variant: bool
    deprivation: DeprivationInput
    limits: Limits
    within_focus: bool
    destination: Destination
    algorithm: str
    command: str


def note_inputs(algorithm: Any, parameters: dict[str, Any], context: QgsProcessingContext) -> MapInput:
    """Read the parameters; refuse at once what can be refused without reading a row."""
    definition, weighted = read_definition(algorithm, parameters, context)
    limits, limited = read_limits(algorithm, parameters, context, definition.limits)
    areas, tables = note_areas(algorithm, parameters, context), note_tables(algorithm, parameters, context)
    deprivation = note_deprivation(algorithm, parameters, context)
    given = algorithm.parameterAsOutputLayer(parameters, "OUTPUT", context)
    destination = output_destination(algorithm, given)
    sources = [areas.noted, *tables, deprivation.table, *filter(None, [deprivation.lookup])]
    check_destination(destination, [rows.place for rows in sources])
    if context.project() is not None:
        check_not_in_edit(context.project(), destination)
    return MapInput(
        areas=areas,
        tables=tables,
        code_field=algorithm.given(parameters, "CODE_FIELD", context),
        definition=definition,
        variant=weighted or limited,
        deprivation=deprivation,
        limits=limits,
        within_focus=algorithm.parameterAsEnum(parameters, "UNIVERSE", context) == 1,
        destination=destination,
        algorithm=f"cni:{algorithm.name()}",
        command=repeat_command(algorithm, parameters, context, destination.given),
    )


def find(noted: MapInput, steps: Steps) -> Found:
    """Read every input and compute both rankings."""
    definition = noted.definition
    steps.start(tr("Reading the community need tables"), 0.1)
    tables = read_tables(noted.tables, definition, noted.code_field)
    known = tables[0].frame.index
    for table in tables[1:]:
        known = known.union(table.frame.index)
    steps.start(tr("Reading the boundaries"), 0.15)
    areas = read_areas(noted.areas, known, parse_geography(definition.geography))
    match = require_match(
        areas.frame.index,
        known,
        left=areas.origin.name,
        right=tables[0].origin.name,
        left_geography=str(areas.geography),
        right_geography=str(tables[0].geography),
    )
    steps.start(tr("Computing the index"), 0.05)
    values = gather(definition, tables, within=areas.frame.index if noted.within_focus else None)
    cni = compute(definition, values)
    diagnostics = diagnose(cni)
    steps.start(tr("Reading the deprivation table"), 0.2)
    deprivation = read_deprivation(noted.deprivation, values.codes, str(tables[0].geography))
    imd = rank_score(deprivation.areas["score"], values.codes)
    flags = published_flags(tables, definition.published_flag, values.codes)
    universe = _universe(definition, tables[0].geography, values)
    table_inputs = [InputRecord(t.origin, t.rows, str(t.geography), None) for t in tables]
    return Found(
        algorithm=noted.algorithm,
        command=noted.command,
        areas=areas,
        tables=tables,
        cni=cni_columns(result_frame(cni, "cni"), flags),
        index=definition.title,
        short=definition.short,
        definition=definition,
        diagnostics=diagnostics,
        variant=noted.variant or not definition.is_published or noted.within_focus,
        imd=imd,
        deprivation_name=deprivation.name,
        quality=deprivation.areas["quality"],
        population=deprivation.areas["population"],
        limits=noted.limits,
        universe=universe,
        focus=_focus(noted.areas),
        inputs=[
            InputRecord(areas.origin, len(areas.frame), str(areas.geography), match),
            *table_inputs,
            *deprivation.inputs,
        ],
        notices=[
            *cni.notices,
            *diagnostic_notices(cni, diagnostics),
            *areas.notices,
            *area_notices(areas, match, tables[0].origin.name),
            *deprivation.notices,
            *_small_universe(definition, values),
        ],
    )


def _universe(definition: Definition, geography: Geography, values: Values) -> dict[str, Any]:
    kind = geography.kind
    if kind.id == PLAIN_AREA.id:
        kind = parse_geography(definition.geography).kind
    return {
        "place": values.place,
        "noun": BY_ID.get(kind.id, PLAIN_AREA).noun,
        "plural": BY_ID.get(kind.id, PLAIN_AREA).plural,
        "areas": len(values.codes),
        "whole": values.whole,
    }


def _focus(noted: AreasInput) -> dict[str, Any]:
    return {"expression": noted.focus, "selected_only": noted.selected, "layer": noted.noted.name}


def _small_universe(definition: Definition, values: Values) -> list[Notice]:
    if values.whole:
        return []
    wanted = next((u.areas for u in definition.universes if u.place == values.place), 0)
    return [notice("small_universe", found=len(values.codes), wanted=wanted, place=values.place)]
