"""From a deprivation table, and a look-up where it is by small area, to a score for every area."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd
from qgis.core import QgsProcessingContext

from ...core.data.columns import code_columns, find_imd_score, find_population, find_rank_of, require_column
from ...core.data.lookups import Lookup, Rows, area_scores, lookup_rows, read_lookup
from ...core.data.rank_columns import looks_like_rank, named_as_rank
from ...core.data.tables import CodeSet, Match, Table, code_table, match_codes, matching_rate, require_match
from ...core.errors import CniError, Notice, notice
from ..maps.frames import LayerRows
from ..maps.record import InputRecord
from .inputs import note_layer

FIELDS = ("DEPRIVATION_CODE", "DEPRIVATION_SCORE", "DEPRIVATION_WEIGHT", "LOOKUP_FROM", "LOOKUP_TO", "LOOKUP_WEIGHT")


@dataclass(frozen=True, eq=False)
class DeprivationInput:
    """The deprivation table and look-up as noted, the columns the user named, and what these parameters are called."""

    table: LayerRows
    lookup: LayerRows | None
    fields: dict[str, str | None]
    labels: dict[str, str]


def note_deprivation(algorithm: Any, parameters: dict[str, Any], context: QgsProcessingContext) -> DeprivationInput:
    table = note_layer(algorithm, parameters, "DEPRIVATION", context)
    if table is None:
        raise CniError("input_missing", name=algorithm.parameterDefinition("DEPRIVATION").description())
    lookup = note_layer(algorithm, parameters, "LOOKUP", context)
    fields = {name: algorithm.given(parameters, name, context) for name in FIELDS}
    labels = {name: algorithm.parameterDefinition(name).description() for name in FIELDS}
    return DeprivationInput(table, lookup, fields, labels)


@dataclass(frozen=True, eq=False)
class Deprivation:
    """Deprivation by area.

    areas: score, population (NaN where no residents are known) and quality, indexed by area code. small: (n_small,)
    scores by small area, with the rows they were summed by; None when the table is by area. small_ranks: (n_small,) the
    table's own ranks, where it has them.
    """

    areas: pd.DataFrame
    small: pd.Series | None
    small_ranks: pd.Series | None
    rows: Rows | None
    name: str
    inputs: list[InputRecord]
    notices: list[Notice]


def _score_table(noted: DeprivationInput) -> tuple[Table, str, str | None]:
    """The deprivation table with the columns it needs, its score column, and its column of residents if any."""
    columns, fields = noted.table.columns, noted.fields
    name = noted.table.name
    score = require_column(columns, fields["DEPRIVATION_SCORE"], name) if fields["DEPRIVATION_SCORE"] else None
    score = score or find_imd_score(columns)
    if score is None:
        raise CniError("score_not_found", table=name, columns=columns)
    given = fields["DEPRIVATION_WEIGHT"]
    weight = require_column(columns, given, name) if given else find_population(columns)
    code = require_column(columns, fields["DEPRIVATION_CODE"], name) if fields["DEPRIVATION_CODE"] else None
    codes = [code] if code else (code_columns(columns) or columns)
    rank = find_rank_of(columns, score)
    frame = noted.table.frame(list(dict.fromkeys([*codes, score, *filter(None, [weight, rank])])))
    return code_table(frame, noted.table.origin(), code_column=code), score, weight


def _own_ranks(table: Table, score: str) -> pd.Series | None:
    """The table's own rank of a score, where a complete column of ranks stands beside it."""
    column = find_rank_of(list(table.frame.columns), score)
    if column is None:
        return None
    ranks = table.numbers(column).values
    return pd.Series(ranks, table.frame.index) if looks_like_rank(ranks) else None


def numbers_with_notices(table: Table, column: str) -> tuple[pd.Series, list[Notice]]:
    """A column that must hold scores, by code. Raises `score_empty`, `score_constant` or `rank_as_score`."""
    numbers = table.numbers(column)
    values = pd.Series(numbers.values, table.frame.index)
    name = table.column(column)
    if values.notna().sum() == 0:
        raise CniError("score_empty", column=name, table=table.origin.name)
    if len(values) > 1 and values.min() == values.max():
        raise CniError("score_constant", column=name, table=table.origin.name, value=float(values.min()))
    if named_as_rank(name) or looks_like_rank(numbers.values):
        raise CniError("rank_as_score", column=name, table=table.origin.name)
    notices = []
    if numbers.unread:
        count, marks = sum(numbers.unread.values()), list(numbers.unread)[:5]
        notices.append(notice("not_numbers", column=name, table=table.origin.name, count=count, marks=marks))
    missing = int(values.isna().sum())
    if missing:
        notices.append(notice("values_missing", column=name, table=table.origin.name, count=missing))
    return values, notices


def read_deprivation(noted: DeprivationInput, universe: CodeSet | None) -> Deprivation:
    """Read the tables and score the areas.

    universe: the areas that are to be ranked, None when all of the look-up's are. Raises `codes_do_not_match` and
    `codes_of_another_year` where the look-up does not lead from the table's small areas to these areas.
    """
    table, score_column, weight = _score_table(noted)
    scores, notices = numbers_with_notices(table, score_column)
    notices = [*table.notices, *notices]
    if noted.lookup is None:
        return _by_area(table, scores, weight, universe, notices)
    lookup, used_weight = _read_lookup(noted, table, universe, weight, notices)
    notices += lookup.notices
    match = require_match(lookup.small_areas, table.code_set)
    if universe is not None:
        require_match(universe, lookup.areas)
    notices += _unmatched(match, lookup, table)
    rows = lookup_rows(scores, lookup, None if used_weight is None else table.people(used_weight))
    areas = area_scores(rows)
    if lookup.weight is None and used_weight is None:
        areas["population"] = float("nan")
        notices.append(notice("no_weights"))
    inputs = [
        InputRecord(table.origin, table.rows, str(table.geography), None),
        InputRecord(lookup.origin, len(lookup.small), "", match),
    ]
    return Deprivation(areas, scores, _own_ranks(table, score_column), rows, table.origin.name, inputs, notices)


def _unmatched(match: Match, lookup: Lookup, table: Table) -> list[Notice]:
    codes = match.unmatched_left
    if not codes:
        return []
    about = {"left": lookup.origin.name, "right": table.origin.name}
    return [notice("lookup_unmatched", total=match.matched + len(codes), count=len(codes), codes=codes, **about)]


def _by_area(
    table: Table,
    scores: pd.Series,
    weight: str | None,
    universe: CodeSet | None,
    notices: list[Notice],
) -> Deprivation:
    match = None
    if universe is not None:
        match = match_codes(universe.codes, scores.index)
        if 2 * match.matched < len(universe.codes):
            raise CniError(
                "lookup_needed",
                left_geography=str(universe.geography),
                examples=match.unmatched_left[:3],
                right=table.origin.name,
                right_geography=str(table.geography),
                others=list(scores.index[:3]),
            )
    population = table.people(weight) if weight else float("nan")
    areas = pd.DataFrame({"score": scores, "population": population, "quality": "exact"})
    entry = InputRecord(table.origin, table.rows, str(table.geography), match)
    return Deprivation(areas, None, None, None, table.origin.name, [entry], notices)


def _read_lookup(
    noted: DeprivationInput,
    table: Table,
    universe: CodeSet | None,
    weight: str | None,
    notices: list[Notice],
) -> tuple[Lookup, str | None]:
    """The look-up, and the deprivation table's column of residents where that is the one used."""
    rows, fields = noted.lookup, noted.fields
    given = {
        key: require_column(rows.columns, fields[key], rows.name) if fields[key] else None
        for key in ("LOOKUP_FROM", "LOOKUP_TO", "LOOKUP_WEIGHT")
    }
    own = given["LOOKUP_WEIGHT"]
    if own is None and fields["DEPRIVATION_WEIGHT"] is None:
        own = find_population(rows.columns)
        found, where = (own, rows.name) if own else (weight, table.origin.name)
        if found:
            notices.append(notice("weight_found", column=found, table=where))
    elif own and fields["DEPRIVATION_WEIGHT"]:
        notices.append(notice("weight_not_used", column=fields["DEPRIVATION_WEIGHT"], used=own))
    codes = [given["LOOKUP_FROM"], given["LOOKUP_TO"]]
    if None in codes:
        codes += code_columns(rows.columns) or rows.columns
    frame = rows.frame(list(dict.fromkeys(filter(None, [*codes, own]))))
    small = given["LOOKUP_FROM"] or _best_column(frame, table.frame.index, [given["LOOKUP_TO"], own])
    area = given["LOOKUP_TO"] or _best_column(frame, None if universe is None else universe.codes, [small, own])
    if small is None or area is None:
        raise _columns_not_found(noted, frame, table, universe, [small, own])
    lookup = read_lookup(frame, rows.origin(), small_column=small, area_column=area, weight_column=own)
    return lookup, None if own else weight


def _columns_not_found(
    noted: DeprivationInput, frame: pd.DataFrame, table: Table, universe: CodeSet | None, taken: list[str | None]
) -> CniError:
    name = noted.lookup.name
    if taken[0] is not None and universe is None:
        left = [column for column in frame.columns if column not in taken]
        return CniError("lookup_column_unclear", table=name, parameter=noted.labels["LOOKUP_TO"], columns=left)
    wanted = "E05000001" if universe is None else universe.codes[0]
    columns = noted.lookup.columns
    return CniError("lookup_columns_not_found", table=name, columns=columns, small=table.frame.index[0], area=wanted)


def _best_column(frame: pd.DataFrame, known: pd.Index | None, taken: list[str | None]) -> str | None:
    """The column with most codes among `known`.

    Where no codes are known, the only column left that is coarser than the small areas (`taken[0]`).
    """
    columns = [column for column in frame.columns if column not in taken]
    if known is None:
        finest = frame[taken[0]].nunique() if taken[0] else 0
        coarser = [column for column in columns if frame[column].nunique() <= finest]
        return coarser[0] if len(coarser) == 1 else None
    rates = {column: matching_rate(frame[column], known) for column in columns}
    best = max(rates, key=lambda column: rates[column], default=None)
    return best if best is not None and rates[best] > 0 else None
