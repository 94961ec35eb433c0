"""Which columns the tables of a run have, which of them an index draws on, and how the numbers of one lie."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import pandas as pd
from qgis.core import QgsProject, QgsVectorLayer

from ...core.data.columns import clean_heading, code_columns
from ...core.data.distribution import Distribution, describe_numbers
from ...core.data.geographies import ANY_AREAS, parse_geography
from ...core.data.numbers import read_numbers
from ...core.data.tables import Origin, Table, code_table, find_code_column, find_in_tables, match_codes
from ...core.errors import CniError
from ...core.index.definition import Combine, Definition, Domain, Indicator, walk
from ...core.index.values import gather
from ..algorithms.base import Steps
from ..algorithms.inputs import names_wanted, read_tables
from ..maps.frames import LayerRows, layer_rows
from ..maps.groups import RESULT, THEME
from ..maps.preview_layer import PREVIEW

_AT_ONCE = 8
_LOOKED_AT = 1000
"""Rows spread over a table, enough to tell columns of numbers from columns of text."""


def data_layers(project: QgsProject) -> list[QgsVectorLayer]:
    """The vector layers and tables of a project that may hold indicators: not those that show a result."""
    ours = (RESULT, THEME, PREVIEW)
    found = [layer for layer in project.mapLayers().values() if isinstance(layer, QgsVectorLayer) and layer.isValid()]
    return sorted(
        (layer for layer in found if all(layer.customProperty(mark) is None for mark in ours)),
        key=lambda layer: (layer.isSpatial(), layer.name().casefold()),
    )


@dataclass(frozen=True, eq=False)
class Heads:
    """The heads of a table. id, name: of its layer. table: it without rows, as the engine looks for columns in it."""

    id: str
    name: str
    table: Table

    @property
    def columns(self) -> list[str]:
        return list(self.table.frame.columns)

    def called(self, others: Sequence[Heads]) -> str:
        """What a definition may call this table by and none of the others."""
        names = sorted(self.table.origin.called(), key=lambda name: ("." in name, len(name)))
        taken = {name for other in others if other.id != self.id for name in other.table.origin.called()}
        return next((name for name in names if name not in taken), names[0])

    def column_name(self, column: str, others: Sequence[Heads]) -> str:
        """A column as a definition should name it: with its table where others have a column of that name."""
        key = clean_heading(column).casefold()
        twice = any(other.id != self.id and key in map(str.casefold, other.columns) for other in others)
        return f"{self.called(others)}:{column}" if twice else column


def heads_of(layer: QgsVectorLayer) -> Heads:
    """The heads of a layer; those that QGIS shows where its file cannot be read."""
    try:
        noted = layer_rows(layer, "TABLES")
        origin, columns = Origin("TABLES", noted.name, noted.public_source), noted.columns
    except CniError:
        origin = Origin("TABLES", layer.name(), layer.publicSource())
        columns = [clean_heading(name) for name in layer.fields().names()]
    return Heads(layer.id(), layer.name(), Table(origin, pd.DataFrame(columns=columns), "", ANY_AREAS, 0))


@dataclass(frozen=True)
class Source:
    """Where a column that an index asks for stands.

    table: id of the layer, "" where it is in none or in several. column: as its table has it, else as it is asked for.
    fault: `indicator_not_found` or `column_in_two_tables`.
    """

    table: str
    column: str
    fault: CniError | None = None


def find_source(tables: Sequence[Heads], wanted: Sequence[str], title: str) -> Source:
    """Where the first of several names is found. title: of the part that asks for it."""
    try:
        found = find_in_tables([heads.table for heads in tables], wanted)
    except CniError as fault:
        return Source("", wanted[0], fault)
    if found is None:
        names = [heads.name for heads in tables]
        return Source("", wanted[0], CniError("indicator_not_found", domain=title, wanted=list(wanted), tables=names))
    table, column = found
    return Source(next(heads.id for heads in tables if heads.table is table), column)


def wanted_by(part: Domain | Indicator) -> list[tuple[str, ...]]:
    """The columns behind a part, each with the names it may have: two for a rate, none for a domain of others."""
    if isinstance(part, Domain):
        return [part.published.columns] if part.published is not None else []
    if part.columns:
        return [part.columns]
    return [(name,) for name in (part.numerator, part.denominator) if name]


def parts_of(definition: Definition) -> Iterator[Domain | Indicator]:
    """Every domain and indicator, parents before children."""
    for domain in walk(definition.domains):
        yield domain
        yield from domain.indicators


def asked_for(definition: Definition) -> list[tuple[str, str, list[tuple[str, ...]]]]:
    """Which columns a definition asks for, part by part: where this stays the same, they need not be found again."""
    return [(part.id, part.title, wanted_by(part)) for part in parts_of(definition)]


def sources_of(definition: Definition, tables: Sequence[Heads]) -> dict[str, list[Source]]:
    """Where the columns of every domain and indicator stand, by id; parts without a column of their own are left out.

    In the order of the tree.
    """
    found = {}
    for part in parts_of(definition):
        sources = [find_source(tables, wanted, part.title) for wanted in wanted_by(part)]
        if sources:
            found[part.id] = sources
    return found


@dataclass(frozen=True)
class Facts:
    """What a table was recognised as. rows: as read. areas: rows with a code of their own. matched: how many of the
    `total` boundaries are among them; None while there are no boundaries. numeric: its columns of numbers.
    """

    rows: int = 0
    areas: int = 0
    geography: str = ""
    matched: int | None = None
    total: int = 0
    numeric: tuple[str, ...] = ()
    fault: CniError | None = None


@dataclass(frozen=True, eq=False)
class Look:
    """Tables and boundaries as noted, to be looked at away from the interface."""

    tables: dict[str, LayerRows]
    areas: LayerRows | None
    code_field: str | None
    area_code: str | None
    geography: str

    def read(self, steps: Steps) -> dict[str, Facts]:
        """What each table was recognised as, by the id of its layer. Faults are among the facts."""
        found = {}
        for id, noted in self.tables.items():
            steps.start(noted.name, 1 / len(self.tables))
            try:
                found[id] = self._facts(noted)
            except CniError as fault:
                found[id] = Facts(fault=fault)
        return found

    def _facts(self, noted: LayerRows) -> Facts:
        origin, wanted = Origin("TABLES", noted.name, noted.public_source), parse_geography(self.geography)
        numeric = _numeric_columns(noted)
        named = [self.code_field] if self.code_field else []
        frame = noted.frame([column for column in noted.columns if column in (*names_wanted(noted.columns), *named)])
        try:
            table = code_table(frame, origin, code_column=self.code_field, wanted=wanted)
        except CniError as fault:
            return Facts(rows=len(frame), numeric=numeric, fault=fault)
        known = self._area_codes(table.frame.index)
        matched = None if known is None else match_codes(known, table.frame.index).matched
        total = 0 if known is None else len(known)
        numeric = tuple(column for column in numeric if column != table.code_column)
        return Facts(len(frame), len(table.frame), str(table.geography), matched, total, numeric)

    def _area_codes(self, codes: pd.Index) -> pd.Index | None:
        """The codes of the boundaries; None where there are none, or they cannot be told."""
        if self.areas is None:
            return None
        try:
            frame = self.areas.frame(names_wanted(self.areas.columns))
            column = self.area_code or find_code_column(frame, self.areas.name, known=codes)
            return pd.Index(frame[column].dropna().astype(str).str.strip().unique())
        except (CniError, KeyError):
            return None


def _numeric_columns(noted: LayerRows) -> tuple[str, ...]:
    """The columns of numbers of a table, a few read at a time: in one go a wide table would hold up the interface."""
    found: list[str] = []
    for start in range(0, len(noted.columns), _AT_ONCE):
        frame = noted.frame(noted.columns[start : start + _AT_ONCE])
        found += [column for column in frame.columns if _is_numeric(frame[column])]
    return tuple(found)


def _is_numeric(column: pd.Series) -> bool:
    """Whether at least half of what stands in a column can be read as numbers; codes and names are left out."""
    if code_columns([str(column.name)]):
        return False
    shown = column.iloc[:: max(1, len(column) // _LOOKED_AT)]
    try:
        numbers = read_numbers(shown, str(column.name))
    except CniError:  # infinite ones are told of when the column is used
        return True
    present = len(shown) - numbers.blank
    return present > 0 and 2 * sum(numbers.unread.values()) <= present


@dataclass(frozen=True, eq=False)
class PartValues:
    """Tables as noted and the part whose values are wanted, to be read away from the interface."""

    tables: Sequence[LayerRows]
    code_field: str | None
    definition: Definition
    part: Domain | Indicator

    def read(self, steps: Steps) -> Distribution:
        """How the part's values lie. Raises the faults of reading and gathering them."""
        if isinstance(self.part, Domain):
            domain = self.part
        else:
            part = replace(self.part, missing="exclude")
            domain = Domain("preview", self.part.title, 1.0, "none", indicators=(part,), combine=Combine())
        alone = replace(self.definition, domains=(domain,), universes=(), published_flag=())
        values = gather(alone, read_tables(self.tables, alone, self.code_field))
        return describe_numbers(values.columns[self.part.id])
