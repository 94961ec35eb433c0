"""The steps of cni:map. Imported only when the algorithm runs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from qgis.core import QgsProcessingContext

from ...core.analysis.overlay import Limits
from ...core.analysis.result_table import cni_columns, published_flags
from ...core.data.geographies import BY_ID, PLAIN_AREA, Geography, parse_geography
from ...core.data.tables import CodeSet, Table
from ...core.errors import Notice, notice
from ...core.index.definition import Definition
from ...core.index.diagnostics import diagnose, diagnostic_notices
from ...core.index.engine import IndexResult, compute, result_frame
from ...core.index.ranking import rank_score
from ...core.index.values import Values, gather
from ..maps.frames import LayerRows
from ..maps.record import InputRecord, Run
from ..maps.result_layer import Destination
from ..maps.save import check_destination, check_not_in_edit
from .areas import Areas, AreasInput, Matched, focus_record, match_areas, note_areas, read_areas
from .base import Steps, tr
from .command import repeat_command
from .deprivation import Deprivation, DeprivationInput, note_deprivation, read_deprivation
from .inputs import (
    note_tables,
    output_destination,
    read_definition,
    read_limits,
    read_tables,
)
from .result import Found


@dataclass(frozen=True, eq=False)
class MapInput:
    """Everything cni:map was given, as noted in the project's thread."""

    areas: AreasInput
    tables: list[LayerRows]
    code_field: str | None
    definition: Definition
    changed: bool
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
        changed=weighted or limited,
        deprivation=deprivation,
        limits=limits,
        within_focus=algorithm.parameterAsEnum(parameters, "UNIVERSE", context) == 1,
        destination=destination,
        algorithm=f"cni:{algorithm.name()}",
        command=repeat_command(algorithm, parameters, context, destination.given),
    )


@dataclass(frozen=True, eq=False)
class Loaded:
    """Everything a run reads, before anything is computed."""

    tables: list[Table]
    areas: Areas
    matched: Matched
    values: Values
    deprivation: Deprivation


def load(noted: MapInput, steps: Steps) -> Loaded:
    """Read every input."""
    definition = noted.definition
    steps.start(tr("Reading the community need tables"), 0.1)
    tables = read_tables(noted.tables, definition, noted.code_field)
    known = tables[0].frame.index
    for table in tables[1:]:
        known = known.union(table.frame.index)
    steps.start(tr("Reading the boundaries"), 0.15)
    areas = read_areas(noted.areas, known, parse_geography(definition.geography))
    matched = match_areas(areas, known, tables[0])
    values = gather(definition, tables, within=areas.frame.index if noted.within_focus else None)
    steps.start(tr("Reading the deprivation table"), 0.2)
    deprivation = read_deprivation(noted.deprivation, CodeSet(tables[0].origin.name, values.codes, tables[0].geography))
    return Loaded(tables, areas, matched, values, deprivation)


def find(noted: MapInput, steps: Steps) -> Found:
    """Read every input and compute both rankings."""
    definition, loaded = noted.definition, load(noted, steps)
    steps.start(tr("Computing the index"), 0.05)
    cni = compute(definition, loaded.values)
    flags = published_flags(loaded.tables, definition.published_flag, loaded.values.codes)
    return Found(
        areas=loaded.areas,
        tables=loaded.tables,
        cni=cni_columns(result_frame(cni, "cni"), flags),
        imd=rank_score(loaded.deprivation.areas["score"], loaded.values.codes),
        quality=loaded.deprivation.areas["quality"],
        population=loaded.deprivation.areas["population"],
        limits=noted.limits,
        run=_run(noted, loaded, cni),
    )


def _run(noted: MapInput, loaded: Loaded, cni: IndexResult) -> Run:
    definition, diagnostics = noted.definition, diagnose(cni)
    areas, deprivation = loaded.matched, loaded.deprivation
    table_records = [InputRecord(t.origin, t.rows, str(t.geography), None) for t in loaded.tables]
    return Run(
        algorithm=noted.algorithm,
        command=noted.command,
        index=definition.title,
        short=definition.short,
        definition=definition,
        diagnostics=diagnostics,
        published=definition.is_published,
        changed=noted.changed or noted.within_focus,
        deprivation=deprivation.name,
        universe=_universe(definition, loaded.tables[0].geography, cni.values),
        focus=focus_record(noted.areas),
        inputs=[areas.record, *table_records, *deprivation.inputs],
        notices=[
            *cni.notices,
            *diagnostic_notices(cni, diagnostics),
            *areas.notices,
            *deprivation.notices,
            *_small_universe(definition, cni.values),
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


def _small_universe(definition: Definition, values: Values) -> list[Notice]:
    if values.whole:
        return []
    wanted = next((u.areas for u in definition.universes if u.place == values.place), 0)
    return [notice("small_universe", found=len(values.codes), wanted=wanted, place=values.place)]
