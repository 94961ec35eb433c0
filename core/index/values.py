"""Gathering the columns that a definition asks for out of the tables: the first stage of an index."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..data.columns import find_district
from ..data.geographies import PLAIN_AREA, parse_geography
from ..data.numbers import FIRST_SHOWN
from ..data.tables import Table, find_in_tables, plain_names
from ..errors import CniError, Notice, notice
from .definition import Definition, Indicator, Universe, indicators_of, walk
from .shrinkage import shrunk_rates


@dataclass(frozen=True, eq=False)
class Values:
    """The universe and the columns over it.

    codes: (n_areas,) unique area codes, in the order of the first table. columns: id of a published domain or of an
    indicator -> (n_areas,) numbers in their units, NaN missing. place: where the universe is. whole: whether it is all
    the areas the publisher ranked. district: (n_areas,) whole numbers from 0, where an indicator needs districts.
    """

    codes: pd.Index
    columns: dict[str, np.ndarray]
    place: str
    whole: bool
    notices: tuple[Notice, ...]
    district: np.ndarray | None = None


_MOST_BEYOND = 1.02
"""How far beyond its publisher's number of areas an index may go: City of London and the like may be ranked too."""


def columns_wanted(definition: Definition) -> list[str]:
    """Every column name that a definition may read, for reading only those."""
    names = [name for domain in walk(definition.domains) if domain.published for name in domain.published.columns]
    for _, indicator in indicators_of(definition):
        names += [*indicator.columns, *filter(None, (indicator.numerator, indicator.denominator))]
    return [*plain_names(names), *definition.published_flag]


def gather(definition: Definition, tables: Sequence[Table], *, within: pd.Index | None = None) -> Values:
    """Collect the columns of `definition` from `tables` over the universe.

    within: take ranks within these codes only (a district ranked within itself); the tables' codes when None.
    Raises `definition_of_other_areas`, `universe_too_small`, `two_nations`, `indicator_not_found`, `indicator_empty`,
    `indicator_constant`; for rates `negative_values`, `denominator_zero` or `numerator_above_denominator`; and
    `district_needed` or `district_missing`.
    """
    _require_geography(definition, tables)
    codes = tables[0].frame.index
    for table in tables[1:]:
        codes = codes.append(table.frame.index.difference(codes))
    universe = _universe(definition, tables, codes)
    if within is not None:
        codes = codes[codes.isin(within)]
        if not len(codes):
            raise CniError("focus_empty", where=definition.title)
    whole = universe is None or len(codes) >= universe.areas
    if universe is not None and not whole and within is None:
        raise CniError(
            "universe_too_small", found=len(codes), wanted=universe.areas, index=definition.title, place=universe.place
        )
    sources = _Sources(definition, tables, codes)
    columns = {}
    for domain in walk(definition.domains):
        if domain.published:
            columns[domain.id] = sources.column(domain.published.columns, domain.title)
        for indicator in domain.indicators:
            columns[indicator.id] = _indicator(indicator, sources)
    place = universe.place if universe else ""
    return Values(codes, columns, place, whole, (*sources.notices, *sources.missing_notices()), sources.district)


def _require_geography(definition: Definition, tables: Sequence[Table]) -> None:
    """Tables of other areas, or of another year's, than the definition's would be ranked as what they are not."""
    wanted = parse_geography(definition.geography)
    for table in tables:
        found = table.geography
        other_kind = PLAIN_AREA.id not in (wanted.kind.id, found.kind.id) and wanted.kind.id != found.kind.id
        if other_kind or wanted.differs_in_year(found):
            raise _other_areas(definition, table, str(wanted), str(found))


def _other_areas(definition: Definition, table: Table, wanted: str, found: str) -> CniError:
    return CniError(
        "definition_of_other_areas",
        index=definition.title,
        wanted=wanted,
        table=table.origin.name,
        found=found,
        examples=[str(code) for code in table.frame.index[:3]],
    )


def _universe(definition: Definition, tables: Sequence[Table], codes: pd.Index) -> Universe | None:
    """The universe of the definition that the codes belong to; a definition of several nations takes one at a time.

    Raises `two_nations`, and `definition_of_other_areas` where no universe has such codes or that many.
    """
    if not definition.universes:
        return None
    counts = [int(codes.str.startswith(universe.codes).sum()) for universe in definition.universes]
    present = [u for u, count in zip(definition.universes, counts) if count]
    if len(present) > 1:
        raise CniError("two_nations", index=definition.title, places=[u.place for u in present])
    if not present:
        wanted = ", ".join(f"{u.place} ({u.codes}…)" for u in definition.universes)
        raise _other_areas(definition, tables[0], wanted, str(tables[0].geography))
    if len(codes) > _MOST_BEYOND * present[0].areas:
        wanted = f"{present[0].areas:,} areas of {present[0].place}"
        raise _other_areas(definition, tables[0], wanted, f"{len(codes):,} areas")
    return present[0]


class _Sources:
    """Finds columns in the tables and lays them over the universe, keeping what there is to say of them."""

    def __init__(self, definition: Definition, tables: Sequence[Table], codes: pd.Index) -> None:
        self._tables = tables
        self._codes = codes
        self.notices = [note for table in tables for note in table.notices]
        self._missing: dict[str, dict[str, int]] = {}
        self.district = None
        if any(i.shrink or i.missing == "district_median" for _, i in indicators_of(definition)):
            self.district = self._districts()

    def column(self, wanted: Sequence[str], title: str, *, constant: bool = False) -> np.ndarray:
        """(n_areas,) numbers of the first of several columns. Raises the faults of an unusable column.

        constant: whether it may be the same everywhere.
        """
        found = find_in_tables(self._tables, wanted)
        if found is None:
            names = [table.origin.name for table in self._tables]
            raise CniError("indicator_not_found", domain=title, wanted=list(wanted), tables=names)
        table, column = found
        numbers = table.numbers(column)
        values = self._over_universe(numbers.values, table)
        about = {"column": column, "table": table.origin.name}
        missing = _check(values, title, constant=constant, **about)
        if numbers.unread:
            marks = list(numbers.unread)[:5]
            self.notices.append(notice("not_numbers", count=sum(numbers.unread.values()), marks=marks, **about))
        if missing:
            self._missing.setdefault(table.origin.name, {})[column] = missing
        return values

    def missing_notices(self) -> list[Notice]:
        """One notice for each table with missing values, however many of its columns have them."""
        notices = []
        for table, counts in self._missing.items():
            if len(counts) == 1:
                column, count = next(iter(counts.items()))
                notices.append(notice("values_missing", column=column, table=table, count=count))
            else:
                columns, numbers = list(counts), list(counts.values())
                notices.append(notice("values_missing_several", columns=columns, table=table, counts=numbers))
        return notices

    def names(self) -> str:
        return ", ".join(table.origin.name for table in self._tables)

    def first_codes(self, mask: np.ndarray) -> list[str]:
        return [str(code) for code in self._codes[mask][:FIRST_SHOWN]]

    def _over_universe(self, values: np.ndarray, table: Table) -> np.ndarray:
        if table.frame.index is self._codes:
            return values
        return pd.Series(values, table.frame.index).reindex(self._codes).to_numpy()

    def _districts(self) -> np.ndarray:
        for table in self._tables:
            column = find_district(list(table.frame.columns), "codes")
            if column is not None and column != table.code_column:
                district = table.frame[column].reindex(self._codes)
                if district.isna().any():
                    lacking = self.first_codes(district.isna().to_numpy())
                    raise CniError("district_missing", column=column, table=table.origin.name, codes=lacking)
                return np.asarray(pd.factorize(district, sort=True)[0])
        raise CniError("district_needed", tables=[table.origin.name for table in self._tables])


def _check(values: np.ndarray, title: str, *, constant: bool, column: str, table: str) -> int:
    """How many values are missing. Raises `indicator_empty`, and `indicator_constant` unless that is allowed."""
    present = values[~np.isnan(values)]
    if not len(present):
        raise CniError("indicator_empty", domain=title, column=column, table=table)
    if not constant and len(values) > 1 and present.min() == present.max():
        raise CniError("indicator_constant", domain=title, value=float(present[0]), column=column, table=table)
    return len(values) - len(present)


def _indicator(indicator: Indicator, sources: _Sources) -> np.ndarray:
    """(n_areas,) an indicator in its unit: its column, or the rate of its numerator and denominator."""
    if not (indicator.numerator and indicator.denominator):
        return sources.column(indicator.columns, indicator.title)
    events = sources.column([indicator.numerator], indicator.title, constant=True)
    people = sources.column([indicator.denominator], indicator.title, constant=True)
    rates = _rates(indicator, events, people, sources)
    ratio = f"{indicator.numerator} / {indicator.denominator}"
    _check(rates, indicator.title, constant=False, column=ratio, table=sources.names())
    return rates


def _rates(indicator: Indicator, events: np.ndarray, people: np.ndarray, sources: _Sources) -> np.ndarray:
    if (people < 0).any():
        rows = sources.first_codes(people < 0)
        raise CniError("negative_values", column=indicator.denominator, table=sources.names(), rows=rows)
    if not indicator.shrink:
        if (people == 0).any():
            rows = sources.first_codes(people == 0)
            raise CniError("denominator_zero", column=indicator.denominator, codes=rows)
        return np.asarray(events / people)
    if (events < 0).any():
        rows = sources.first_codes(events < 0)
        raise CniError("negative_values", column=indicator.numerator, table=sources.names(), rows=rows)
    if (events > people).any():
        rows = sources.first_codes(events > people)
        raise CniError("numerator_above_denominator", indicator=indicator.title, codes=rows)
    return shrunk_rates(events, people, sources.district)
