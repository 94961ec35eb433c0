"""The steps of cni:leftbehind. Imported only when the algorithm runs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd
from qgis.core import QgsProcessingContext

from ...core.analysis.overlay import Limits
from ...core.analysis.result_table import CniColumns, published_flags
from ...core.data.columns import find_any, find_imd_score, find_population, require_column
from ...core.data.tables import Table, code_table, require_match
from ...core.errors import CniError, Notice
from ...core.index.definition import DefaultLimits
from ...core.index.ranking import rank_score
from ..maps.frames import LayerRows
from ..maps.record import InputRecord, Run
from ..maps.result_layer import Destination
from ..maps.save import check_destination, check_not_in_edit
from .areas import AreasInput, Matched, focus_record, match_areas, note_areas, read_areas
from .base import Steps, tr
from .command import repeat_command
from .deprivation import numbers_with_notices
from .inputs import note_layer, output_destination, read_limits
from .result import Found

CNI_SCORES = ("cni_score", "Community Needs Index score", "Community Needs Index 2023 Score", "index_score")
CNI_FLAGS = ("left_behind", "left_behind_published", "Left Behind Area?")
_PARTS = ("_score", "_rank", "_decile")


@dataclass(frozen=True, eq=False)
class ScoreInput:
    """A table of finished scores as noted, with the columns the user named."""

    rows: LayerRows
    code: str | None
    score: str | None


@dataclass(frozen=True, eq=False)
class LeftBehindInput:
    """Everything cni:leftbehind was given, as noted in the project's thread."""

    areas: AreasInput
    cni: ScoreInput
    imd: ScoreInput
    limits: Limits
    limited: bool
    destination: Destination
    command: str


def note_inputs(algorithm: Any, parameters: dict[str, Any], context: QgsProcessingContext) -> LeftBehindInput:
    limits, limited = read_limits(algorithm, parameters, context, DefaultLimits(10, 10))
    areas = note_areas(algorithm, parameters, context)
    scores = {name: _note_scores(algorithm, parameters, name, context) for name in ("CNI", "IMD")}
    given = algorithm.parameterAsOutputLayer(parameters, "OUTPUT", context)
    destination = output_destination(algorithm, given)
    sources = [areas.noted, scores["CNI"].rows, scores["IMD"].rows]
    check_destination(destination, [rows.place for rows in sources])
    if context.project() is not None:
        check_not_in_edit(context.project(), destination)
    command = repeat_command(algorithm, parameters, context, destination.given)
    return LeftBehindInput(areas, scores["CNI"], scores["IMD"], limits, limited, destination, command)


def _note_scores(algorithm: Any, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> ScoreInput:
    rows = note_layer(algorithm, parameters, name, context)
    if rows is None:
        raise CniError("input_missing", name=algorithm.parameterDefinition(name).description())
    code, score = (algorithm.given(parameters, f"{name}_{part}", context) for part in ("CODE", "SCORE"))
    return ScoreInput(rows, code, score)


def _read_scores(noted: ScoreInput, found: str | None) -> tuple[Table, str]:
    """A table of finished scores, and its score column. found: the column recognised by its name, if one was."""
    rows = noted.rows
    score = require_column(rows.columns, noted.score, rows.name) if noted.score else found
    if score is None:
        if rows.role == "CNI":
            raise CniError("need_score_not_found", table=rows.name, columns=rows.columns)
        raise CniError("score_not_found", table=rows.name, columns=rows.columns)
    code = require_column(rows.columns, noted.code, rows.name) if noted.code else None
    return code_table(rows.frame(rows.columns), rows.origin(), code_column=code), score


def _domains(table: Table, score: str) -> pd.DataFrame:
    """Every `<x>_score, <x>_rank, <x>_decile` the table carries, but those of the two indices themselves."""
    own = {f"{name}{part}" for name in ("cni", "imd", "index") for part in _PARTS} | {score}
    ids = [column[: -len("_rank")] for column in table.frame.columns if column.endswith("_rank")]
    columns = {}
    for id in ids:
        for part in _PARTS:
            name = f"{id}{part}"
            if f"{id}_rank" not in own and name in table.frame.columns:
                columns[name] = table.numbers(name).values
    return pd.DataFrame(columns, index=table.frame.index)


def find(noted: LeftBehindInput, steps: Steps) -> Found:
    """Read both tables and the boundaries, and rank the scores."""
    steps.start(tr("Reading the scores"), 0.2)
    cni_table, cni_score = _read_scores(noted.cni, find_any(noted.cni.rows.columns, CNI_SCORES))
    imd_table, imd_score = _read_scores(noted.imd, find_imd_score(noted.imd.rows.columns))
    cni_values, cni_notices = numbers_with_notices(cni_table, cni_score)
    imd_values, imd_notices = numbers_with_notices(imd_table, imd_score)
    steps.start(tr("Reading the boundaries"), 0.3)
    codes = cni_table.frame.index
    areas = read_areas(noted.areas, codes, cni_table.geography)
    matched = match_areas(areas, codes, cni_table)
    require_match(cni_table.code_set, imd_table.code_set)
    flags = published_flags([cni_table], CNI_FLAGS, codes)
    index = rank_score(cni_values).frame.add_prefix("cni_")
    population = find_population(list(imd_table.frame.columns))
    return Found(
        areas=areas,
        tables=[cni_table],
        cni=CniColumns(index, _domains(cni_table, cni_score), pd.Series("", codes), flags),
        imd=rank_score(imd_values, codes),
        quality=_quality(imd_table),
        population=imd_table.people(population) if population else pd.Series(float("nan"), imd_table.frame.index),
        limits=noted.limits,
        run=_run(
            noted,
            matched,
            cni_table,
            imd_table,
            [*cni_notices, *imd_notices],
            published=bool((flags != "unknown").any()),
        ),
    )


def _run(
    noted: LeftBehindInput, areas: Matched, cni: Table, imd: Table, notices: list[Notice], *, published: bool
) -> Run:
    """published: whether the table is the publishers' own, which only their list beside the scores can tell."""
    tables = [InputRecord(t.origin, t.rows, str(t.geography), None) for t in (cni, imd)]
    return Run(
        algorithm="cni:leftbehind",
        command=noted.command,
        index=tr("scores of {table}").format(table=cni.origin.name),
        short=tr("scores of {table}").format(table=cni.origin.name),
        definition=None,
        diagnostics=[],
        published=published,
        changed=noted.limited,
        deprivation=imd.origin.name,
        universe=_universe(cni),
        focus=focus_record(noted.areas),
        inputs=[areas.record, *tables],
        notices=[*cni.notices, *imd.notices, *notices, *areas.notices],
    )


def _quality(table: Table) -> pd.Series:
    """The quality that the deprivation table brings along (from cni:areadeprivation), else exact."""
    if "quality" not in table.frame.columns:
        return pd.Series("exact", table.frame.index)
    # A carried table says 'merged' of areas summed from whole ones, which is what best_fit means here.
    return table.frame["quality"].replace("merged", "best_fit")


def _universe(table: Table) -> dict[str, Any]:
    kind = table.geography.kind
    return {"place": "", "noun": kind.noun, "plural": kind.plural, "areas": len(table.frame), "whole": True}
