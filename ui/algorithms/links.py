"""Reading the look-ups of cni:bridge, cni:chainlookups and cni:overlap: the columns to join by, and the links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
from qgis.core import QgsProcessingContext

from ...core.data.columns import code_columns, find_name, find_population, require_column
from ...core.data.geographies import read_heading
from ...core.data.links import Links, read_links
from ...core.data.tables import as_codes
from ...core.errors import CniError, Notice, notice
from ..maps.frames import LayerRows
from .inputs import note_layer


@dataclass(frozen=True, eq=False)
class LinksInput:
    """A look-up as noted.

    labels: what the parameters FROM and TO are called. start, end, weight: the columns the user named, None where they
    are to be found.
    """

    labels: dict[str, str]
    rows: LayerRows
    start: str | None
    end: str | None
    weight: str | None


def note_links(
    algorithm: Any, parameters: dict[str, Any], name: str, context: QgsProcessingContext
) -> LinksInput | None:
    """The look-up of a parameter; None when an optional one is blank. Raises `input_missing`, `column_missing`."""
    rows = note_layer(algorithm, parameters, name, context)
    if rows is None:
        return None
    given = (algorithm.given(parameters, f"{name}_{part}", context) for part in ("FROM", "TO", "WEIGHT"))
    found = [require_column(rows.columns, column, rows.name) if column else None for column in given]
    labels = {part: algorithm.parameterDefinition(f"{name}_{part}").description() for part in ("FROM", "TO")}
    return LinksInput(labels, rows, *found)


def note_needed_links(
    algorithm: Any, parameters: dict[str, Any], name: str, context: QgsProcessingContext
) -> LinksInput:
    """As `note_links`, for a look-up that must be given."""
    noted = note_links(algorithm, parameters, name, context)
    if noted is None:
        raise CniError("input_missing", name=algorithm.parameterDefinition(name).description())
    return noted


def same_heading(first: LinksInput, second: LinksInput, parts: tuple[str, str]) -> tuple[str | None, str | None]:
    """The columns by which two look-ups meet, named alike for one kind of area and year; None where not the only ones.

    parts: "start" or "end" of each, which of its columns is meant; one that the user named is taken.
    """
    mine, theirs = (_choices(noted, part) for noted, part in zip((first, second), parts))
    pairs = [(a, b) for a in mine for b in theirs if _heading(a) is not None and _heading(a) == _heading(b)]
    found = pairs[0] if len(pairs) == 1 else (None, None)
    return getattr(first, parts[0]) or found[0], getattr(second, parts[1]) or found[1]


def _choices(noted: LinksInput, part: str) -> list[str]:
    named = getattr(noted, part)
    taken = {noted.start, noted.end} - {None}
    return [named] if named else [column for column in code_columns(noted.rows.columns) if column not in taken]


def _heading(column: str) -> tuple[str, int | None] | None:
    heading = read_heading(column)
    return (heading.kind.id, heading.vintage) if heading else None


def open_links(
    noted: LinksInput,
    notices: list[Notice],
    *,
    start: str | None = None,
    end: str | None = None,
    starts: pd.Index | None = None,
    ends: pd.Index | None = None,
) -> Links:
    """Read a look-up.

    start, end: columns found already. starts, ends: codes that are known, which tell the columns; where they do not,
    the only other column of codes is taken. A column of residents is found by its name and told in `notices`.
    Raises `lookup_column_unclear`.
    """
    rows = noted.rows
    weight = noted.weight or find_population(rows.columns)
    if weight and not noted.weight:
        notices.append(notice("weight_found", column=weight, table=rows.name))
    columns = [noted.start or start, noted.end or end]
    candidates = [c for c in (code_columns(rows.columns) or rows.columns) if c != weight]
    frame = rows.frame(list(dict.fromkeys(filter(None, [*columns, *candidates, weight, *_names(rows.columns)]))))
    for i, known in ((0, starts), (1, ends)):
        if columns[i] is None and known is not None:
            columns[i] = _best(frame, candidates, known, columns[1 - i])
    for i, part in ((0, "FROM"), (1, "TO")):
        left = [column for column in candidates if column != columns[1 - i]]
        if columns[i] is None and len(left) != 1:
            parameter = noted.labels[part]
            raise CniError("lookup_column_unclear", table=rows.name, parameter=parameter, columns=left or rows.columns)
        columns[i] = columns[i] or left[0]
    return read_links(
        frame,
        rows.origin(),
        from_column=columns[0],
        to_column=columns[1],
        weight_column=weight,
        name_column=find_name(rows.columns, columns[1]),
    )


def _names(columns: Sequence[str]) -> list[str]:
    """Columns of names that go with a column of codes."""
    return [name for code in code_columns(columns) if (name := find_name(columns, code))]


def _best(frame: pd.DataFrame, candidates: Sequence[str], known: pd.Index, taken: str | None) -> str | None:
    """The candidate of whose codes most are known, None when none is."""
    rates = {c: float(as_codes(frame[c]).isin(known).mean()) for c in candidates if c != taken}
    best = max(rates, key=lambda column: rates[column], default=None)
    return best if best is not None and rates[best] > 0 else None
