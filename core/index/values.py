"""Gathering the columns that a definition asks for out of the tables: the first stage of an index."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..data.tables import Table, find_in_tables
from ..errors import CniError, Notice, notice
from .definition import Definition, Domain, Universe, walk


@dataclass(frozen=True, eq=False)
class Values:
    """The universe and the published columns over it.

    codes: (n_areas,) unique area codes, in the order of the first table. columns: domain id -> (n_areas,) numbers,
    NaN missing. place: where the universe is. whole: whether it is all the areas the publisher ranked.
    """

    codes: pd.Index
    columns: dict[str, np.ndarray]
    place: str
    whole: bool
    notices: tuple[Notice, ...]


def columns_wanted(definition: Definition) -> list[str]:
    """Every column name that a definition may read, for reading only those."""
    published = [name for domain in walk(definition.domains) if domain.published for name in domain.published.columns]
    return [*published, *definition.published_flag]


def gather(definition: Definition, tables: Sequence[Table], *, within: pd.Index | None = None) -> Values:
    """Collect the columns of `definition` from `tables` over the universe.

    within: take ranks within these codes only (a district ranked within itself); the tables' codes when None.
    Raises `universe_too_small`, `two_nations`, `indicator_not_found`, `indicator_empty`, `indicator_constant`.
    """
    codes = tables[0].frame.index
    for table in tables[1:]:
        codes = codes.append(table.frame.index.difference(codes))
    if within is not None:
        codes = codes[codes.isin(within)]
        if not len(codes):
            raise CniError("focus_empty", where=definition.title)
    universe = _universe(definition, codes)
    whole = universe is None or len(codes) >= universe.areas
    if universe is not None and not whole and within is None:
        raise CniError(
            "universe_too_small", found=len(codes), wanted=universe.areas, index=definition.title, place=universe.place
        )
    columns, notices = {}, [note for table in tables for note in table.notices]
    for domain in walk(definition.domains):
        if domain.published:
            columns[domain.id], found = _column(domain, tables, codes)
            notices += found
    return Values(codes, columns, universe.place if universe else "", whole, tuple(notices))


def _universe(definition: Definition, codes: pd.Index) -> Universe | None:
    """The universe of the definition that the codes belong to; a definition of several nations takes one at a time."""
    if not definition.universes:
        return None
    counts = [int(codes.str.startswith(universe.codes).sum()) for universe in definition.universes]
    present = [u for u, count in zip(definition.universes, counts) if count]
    if len(present) > 1:
        raise CniError("two_nations", index=definition.title, places=[u.place for u in present])
    return present[0] if present else definition.universes[0]


def _column(domain: Domain, tables: Sequence[Table], codes: pd.Index) -> tuple[np.ndarray, list[Notice]]:
    wanted = domain.published.columns if domain.published else ()
    found = find_in_tables(tables, wanted)
    if found is None:
        raise CniError(
            "indicator_not_found", domain=domain.title, wanted=list(wanted), tables=[t.origin.name for t in tables]
        )
    table, column = found
    numbers = table.numbers(column)
    values = numbers.values
    if table.frame.index is not codes:
        values = pd.Series(values, table.frame.index).reindex(codes).to_numpy()
    present = values[~np.isnan(values)]
    if not len(present):
        raise CniError("indicator_empty", column=column, table=table.origin.name, domain=domain.title)
    if len(codes) > 1 and present.min() == present.max():
        value = float(present[0])
        raise CniError("indicator_constant", column=column, table=table.origin.name, domain=domain.title, value=value)
    notices = []
    if numbers.unread:
        notices.append(
            notice(
                "not_numbers",
                column=column,
                table=table.origin.name,
                count=sum(numbers.unread.values()),
                marks=list(numbers.unread)[:5],
            )
        )
    if len(present) < len(codes):
        notices.append(
            notice("values_missing", column=column, table=table.origin.name, count=len(codes) - len(present))
        )
    return values, notices
