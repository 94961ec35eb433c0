"""Carrying a table from one set of areas to another by a look-up: counts summed, rates averaged, kinds by majority."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..errors import CniError, Notice, notice
from .columns import find_column
from .links import Links, Total, make_total, require_meeting
from .rank_columns import looks_like_rank, named_as_rank
from .tables import Table, as_codes

QUALITIES = ("exact", "merged", "estimated", "partial")
"""How the values of a row were made, best first."""
OWN_COLUMNS = ("area_code", "area_name", "quality", "missing", "tied", "fid", "id")
_TIE = 1e-9
_LISTED = 20


@dataclass(frozen=True)
class Travel:
    """How the columns of a table travel. weight: the column that weights means and majorities; None: the look-up's."""

    total: tuple[str, ...] = ()
    mean: tuple[str, ...] = ()
    majority: tuple[str, ...] = ()
    weight: str | None = None

    @property
    def columns(self) -> tuple[str, ...]:
        return (*self.total, *self.mean, *self.majority)


@dataclass(frozen=True, eq=False)
class Bridged:
    """A table on its new areas.

    frame: (n_areas,) indexed by area code: area_name where known, the columns, quality, missing (the columns of which
    a part is missing), and tied (categories that the alphabet decided) where columns travel by majority.
    totals: of each summed column, what went in and what came out.
    """

    frame: pd.DataFrame
    totals: Mapping[str, Total]
    notices: tuple[Notice, ...]


@dataclass(frozen=True, eq=False)
class _Parts:
    """The parts that the new areas are made of.

    areas: (n_areas,) codes. of: (n_parts,) position of the area. row: (n_parts,) row of the table, -1 when it has none.
    share: (n_parts,) of that row. weight: (n_parts,) for means, NaN when not known. split: (n_parts,) whether the part
    is less than its row. position: (n_areas,) of each area among the ends of the links.
    """

    areas: pd.Index
    of: np.ndarray
    row: np.ndarray
    share: np.ndarray
    weight: np.ndarray
    split: np.ndarray
    position: np.ndarray

    def sum(self, values: np.ndarray) -> np.ndarray:
        return np.bincount(self.of, values, minlength=len(self.areas))

    def any(self, mask: np.ndarray) -> np.ndarray:
        return np.bincount(self.of[mask], minlength=len(self.areas)) > 0

    def of_rows(self, values: np.ndarray) -> np.ndarray:
        """(n_parts,) numbers of the table's rows beside the parts, NaN where there is no row."""
        return np.where(self.row >= 0, values[self.row], np.nan)

    @property
    def alone(self) -> np.ndarray:
        """(n_areas,) whether the area is made of one part."""
        return np.bincount(self.of, minlength=len(self.areas)) == 1


_Carried = tuple[np.ndarray, np.ndarray]
"""The (n_areas,) values of a column, and where a part of them is missing."""


def choose_columns(table: Table, travel: Travel) -> Travel:
    """The columns by their exact names.

    Raises `bridge_nothing_chosen`, `column_missing`, `bridge_column_twice`, `bridge_column_reserved`, `bridge_rank`.
    """
    name = table.origin.name
    if not travel.columns:
        columns = [column for column in table.frame.columns if column != table.code_column]
        raise CniError("bridge_nothing_chosen", table=name, columns=columns)
    ways = {way: tuple(table.column(c) for c in getattr(travel, way)) for way in ("total", "mean", "majority")}
    chosen = Travel(**ways, weight=table.column(travel.weight) if travel.weight else None)
    seen: set[str] = set()
    for column in chosen.columns:
        if column in seen:
            raise CniError("bridge_column_twice", table=name, column=column)
        if column == table.code_column or find_column(OWN_COLUMNS, column):
            raise CniError("bridge_column_reserved", table=name, column=column)
        if named_as_rank(column):
            raise CniError("bridge_rank", table=name, column=column)
        seen.add(column)
    return chosen


def bridge(table: Table, links: Links, travel: Travel) -> Bridged:
    """Carry the chosen columns of a table to the ends of the links.

    A sum takes the share of each part; a mean and a majority weight the parts by `travel.weight` times the share, else
    by the weights of the links, else by the shares. Parts without a value are left out and the area is `partial`; an
    area with no value in any part has none. Where the weights of an area's parts are all zero, their shares count.
    Areas none of whose parts are in the table are left out.
    Raises `codes_do_not_match`, and the faults of `choose_columns` and of the columns.
    """
    travel = choose_columns(table, travel)
    codes = table.frame.index
    name, kind = table.origin.name, str(table.geography)
    require_meeting(codes, links.starts, name, links.origin.name, left_geography=kind)
    parts, notices = _parts(table, links, travel)
    row = codes.get_indexer(links.starts)
    unmatched = np.bincount(row[row >= 0], minlength=len(codes)) == 0
    values = {name: _numbers(table, name, notices) for name in (*travel.total, *travel.mean)}
    carried: dict[str, _Carried] = {name: _sum(parts, values[name]) for name in travel.total}
    totals = {name: make_total(values[name], carried[name][0], int(unmatched.sum())) for name in travel.total}
    carried.update({name: _mean(parts, values[name]) for name in travel.mean})
    tied: dict[str, np.ndarray] = {}
    for name in travel.majority:
        category, missing, tied[name] = _majority(parts, *_kinds(table, name))
        carried[name] = category, missing
    frame = _frame(parts, links, carried, tied)
    notices += _match_notices(codes[unmatched], table, links)
    return Bridged(frame, totals, (*table.notices, *links.notices, *notices, *_row_notices(frame)))


def _parts(table: Table, links: Links, travel: Travel) -> tuple[_Parts, list[Notice]]:
    """The links to areas of which the table has at least one part."""
    row = table.frame.index.get_indexer(links.starts)[links.start]
    kept = np.bincount(links.end[row >= 0], minlength=len(links.ends)) > 0
    used = kept[links.end]
    notices = []
    row, share = row[used], links.share[used]
    if travel.weight:
        people = table.people(travel.weight).to_numpy()
        weight = np.where(row >= 0, people[row], np.nan) * share
    elif links.weight is not None:
        weight = links.weight[used]
    else:
        weight = share
        if travel.mean or travel.majority:
            notices.append(notice("bridge_no_weights"))
    of = (np.cumsum(kept) - 1)[links.end[used]]
    position = np.flatnonzero(kept)
    areas = pd.Index(links.ends[position], name="area_code")
    return _Parts(areas, of, row, share, weight, links.split[used], position), notices


def _numbers(table: Table, name: str, notices: list[Notice]) -> np.ndarray:
    """(n_rows,) a column of numbers. Raises `bridge_no_numbers` or `bridge_rank`."""
    numbers = table.numbers(name)
    if np.isnan(numbers.values).all():
        raise CniError("bridge_no_numbers", table=table.origin.name, column=name)
    if looks_like_rank(numbers.values):
        raise CniError("bridge_rank", table=table.origin.name, column=name)
    if numbers.unread:
        count, marks = sum(numbers.unread.values()), list(numbers.unread)[:5]
        notices.append(notice("not_numbers", column=name, table=table.origin.name, count=count, marks=marks))
    return numbers.values


def _sum(parts: _Parts, values: np.ndarray) -> _Carried:
    value = parts.of_rows(values)
    present = ~np.isnan(value)
    total = parts.sum(np.where(present, value, 0.0) * parts.share)
    return np.where(parts.any(present), total, np.nan), parts.any(~present & (parts.share > 0))


def _weights(parts: _Parts, present: np.ndarray) -> np.ndarray:
    """(n_parts,) the weights of the parts with a value; their shares in areas where these weights are all zero."""
    weight = np.where(present, np.nan_to_num(parts.weight), 0.0)
    return np.where(parts.sum(weight)[parts.of] > 0, weight, np.where(present, parts.share, 0.0))


def _lacking(parts: _Parts, present: np.ndarray) -> np.ndarray:
    """(n_areas,) whether a part that counts lacks its value or its weight."""
    lost = ~present | np.isnan(parts.weight)
    return parts.any(lost & (parts.weight != 0)) | ~parts.any(present)


def _mean(parts: _Parts, values: np.ndarray) -> _Carried:
    value = parts.of_rows(values)
    present = ~np.isnan(value)
    weight = _weights(parts, present)
    value = np.where(present, value, 0.0)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = parts.sum(value * weight) / parts.sum(weight)
    # One part alone is taken as it is: dividing by its weight again could change its last digit.
    mean = np.where(parts.alone, parts.sum(value), mean)
    return np.where(parts.any(present), mean, np.nan), _lacking(parts, present)


def _kinds(table: Table, name: str) -> tuple[np.ndarray, np.ndarray]:
    """(n_rows,) positions of the categories of a column, -1 missing, and the categories in the order of the alphabet.

    Raises `bridge_rank` where they are numbers like ranks.
    """
    number, names = pd.factorize(as_codes(table.frame[name]), sort=True)
    values = np.asarray(pd.to_numeric(pd.Series(names), errors="coerce"), dtype=float)
    if looks_like_rank(np.append(values, np.nan)[number]):
        raise CniError("bridge_rank", table=table.origin.name, column=name)
    return number, np.asarray(names, dtype=object)


def _majority(parts: _Parts, number: np.ndarray, names: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The category with the most weight in each area, where a part is missing, and where a tie was decided.

    number: (n_rows,) positions in `names`, -1 missing.
    """
    kind = np.where(parts.row >= 0, number[parts.row], -1)
    present = kind >= 0
    weight = _weights(parts, present)
    pairs, of = np.unique((parts.of * max(len(names), 1) + kind)[present], return_inverse=True)
    area, kind = np.divmod(pairs, max(len(names), 1))
    sums = np.bincount(of, weight[present], minlength=len(pairs))
    most = np.zeros(len(parts.areas))
    np.maximum.at(most, area, sums)
    best = sums >= most[area] * (1 - _TIE)
    count = np.bincount(area[best], minlength=len(parts.areas))
    category = np.full(len(parts.areas), None, dtype=object)
    # Pairs are in the order of the alphabet, and the last one assigned stays: the first.
    category[area[best][::-1]] = names[kind[best][::-1]]
    return category, _lacking(parts, present), count > 1


def _frame(
    parts: _Parts, links: Links, carried: Mapping[str, _Carried], tied: Mapping[str, np.ndarray]
) -> pd.DataFrame:
    columns: dict[str, object] = {}
    if links.names is not None:
        columns["area_name"] = links.names[parts.position]
    columns.update({name: values for name, (values, _) in carried.items()})
    lacking = {name: missing for name, (_, missing) in carried.items()}
    absent = parts.any((parts.row < 0) & (parts.share > 0))
    partial = np.logical_or.reduce([absent, *lacking.values()])
    shared = parts.any(parts.split)
    columns["quality"] = np.select([partial, shared, ~parts.alone], ["partial", "estimated", "merged"], "exact")
    columns["missing"] = _listed(lacking, len(parts.areas))
    if tied:
        columns["tied"] = _listed(tied, len(parts.areas))
    return pd.DataFrame(columns, index=parts.areas)


def _listed(masks: Mapping[str, np.ndarray], size: int) -> np.ndarray:
    """(size,) the names whose mask holds there, with commas between them."""
    text = np.full(size, "", dtype=object)
    for name, mask in masks.items():
        before = text[mask]
        text[mask] = np.where(before == "", name, before + (", " + name))
    return text


def _match_notices(unmatched: pd.Index, table: Table, links: Links) -> list[Notice]:
    if not len(unmatched):
        return []
    context = {"count": len(unmatched), "total": len(table.frame), "codes": sorted(unmatched)[:_LISTED]}
    return [notice("bridge_unmatched", left=table.origin.name, right=links.origin.name, **context)]


def _row_notices(frame: pd.DataFrame) -> list[Notice]:
    partial = frame.index[frame["quality"] == "partial"]
    tied = frame.index[frame["tied"] != ""] if "tied" in frame.columns else frame.index[:0]
    found: list[tuple[str, pd.Index]] = [("bridge_partial", partial), ("bridge_tied", tied)]
    return [
        notice(code, count=len(rows), total=len(frame), codes=list(rows[:_LISTED])) for code, rows in found if len(rows)
    ]
