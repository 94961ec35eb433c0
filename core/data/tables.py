"""A table of areas: text and numbers indexed by area code, with what was recognised about the codes."""

from __future__ import annotations

import gzip
import hashlib
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from ..errors import CniError, Notice, notice
from .columns import clean_heading, code_columns, find_column, find_name, require_column
from .geographies import PLAIN_AREA, Geography, Kind, kind_of_codes, read_heading
from .numbers import Numbers, read_numbers, read_weights

CSV_ENDINGS = (".csv", ".csv.gz", ".txt", ".tsv")
_SAMPLE_BYTES = 65536
_QUOTED = re.compile(r'"[^"]*"')
_LISTED = 20
_ENOUGH_ROWS = 2000


@dataclass(frozen=True)
class Origin:
    """Where a table came from, for the run record.

    sha256: of the whole file; empty when it is not one. attribution: what its publisher asks to be shown with it, where
    the table says so.
    """

    role: str
    name: str
    source: str
    sha256: str = ""
    attribution: str = ""

    def called(self) -> set[str]:
        """The names a definition may call the table by: of its file and of its layer, in small letters."""
        _, mark, layer = self.source.partition("|layername=")
        names = {self.name.casefold(), self.name.partition(".")[0].casefold()}
        return names | ({layer.partition("|")[0].casefold()} if mark else set())


@dataclass(frozen=True)
class Table:
    """Rows of areas.

    frame: (n_rows, n_columns), text or numbers as they were found, indexed by unique area codes (text).
    geography: what the codes were recognised as. rows: rows read, before any was left out.
    """

    origin: Origin
    frame: pd.DataFrame
    code_column: str
    geography: Geography
    rows: int
    notices: tuple[Notice, ...] = field(default=())

    @property
    def code_set(self) -> CodeSet:
        return CodeSet(self.origin.name, self.frame.index, self.geography)

    def column(self, wanted: str) -> str:
        return require_column(list(self.frame.columns), wanted, self.origin.name)

    def numbers(self, wanted: str) -> Numbers:
        name = self.column(wanted)
        return read_numbers(self.frame[name], name, self.origin.name)

    def people(self, wanted: str) -> pd.Series:
        """A column of residents, by area code; none may be negative."""
        name = self.column(wanted)
        return pd.Series(read_weights(self.frame[name], name, self.origin.name).values, self.frame.index)

    def names(self) -> pd.Series | None:
        """Names of the areas, where a column of names goes with the codes."""
        column = find_name(list(self.frame.columns), self.code_column)
        return None if column is None else self.frame[column]


def is_csv(path: Path) -> bool:
    return path.name.lower().endswith(CSV_ENDINGS)


def file_hash(path: Path) -> str:
    """SHA-256 of a file, as hexadecimal text."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        for block in iter(lambda: stream.read(1 << 20), b""):
            digest.update(block)
    return digest.hexdigest()


def _csv_form(path: Path) -> tuple[str, str]:
    """The encoding and the separator of a CSV file; older Windows files are not UTF-8."""
    with gzip.open(path, "rb") if path.name.lower().endswith(".gz") else path.open("rb") as stream:
        start = stream.read(_SAMPLE_BYTES)
    encoding = "utf-8-sig"
    try:
        io.TextIOWrapper(io.BytesIO(start[: start.rfind(b"\n") + 1] or start), encoding="utf-8").read()
    except UnicodeDecodeError:
        encoding = "cp1252"
    unquoted = _QUOTED.sub("", start.decode(encoding, errors="replace")).lstrip("\r\n")
    return encoding, max(",;\t|", key=unquoted.partition("\n")[0].count)


def csv_columns(path: Path) -> list[str]:
    """The column names of a CSV file, cleaned. Raises `file_unreadable` when it is no CSV file."""
    return [clean_heading(column) for column in _read_text(path, nrows=0).columns]


def read_csv(path: Path, columns: Sequence[str] | None = None) -> pd.DataFrame:
    """A CSV file (plain or gzipped) with every value as text; blanks are missing.

    columns: the cleaned names to read, all when None. Raises `file_unreadable` when it is no CSV file.
    """
    wanted = None if columns is None else set(columns)
    frame = _read_text(path, usecols=None if wanted is None else (lambda name: clean_heading(name) in wanted))
    frame.columns = [clean_heading(column) for column in frame.columns]
    return frame


def _read_text(path: Path, **options: Any) -> pd.DataFrame:
    options |= {"dtype": str, "keep_default_na": False, "na_values": [""], "index_col": False}
    try:
        encoding, separator = _csv_form(path)
        try:
            return pd.read_csv(path, encoding=encoding, sep=separator, **options)
        except UnicodeDecodeError:
            # The first accent may stand below the part that the encoding was told from.
            return pd.read_csv(path, encoding="cp1252", sep=separator, **options)
    except UnicodeDecodeError:
        raise CniError("file_unreadable", file=path.name, reason="encoding") from None
    except (pd.errors.ParserError, pd.errors.EmptyDataError, OSError, EOFError) as fault:
        raise CniError("file_unreadable", file=path.name, reason=str(fault).strip()) from None


def as_codes(column: pd.Series) -> pd.Series:
    """A column as codes: text without stray blanks; whole numbers without a decimal point; blanks missing."""
    if pd.api.types.is_numeric_dtype(column) and (column.dropna() % 1 == 0).all():
        column = column.astype("Int64").astype("string")
    # Each distinct value is cleaned once; the last place stands for missing ones, which factorize numbers -1.
    number, found = pd.factorize(column)
    cleaned = np.array([*(str(value).strip() or None for value in found), None], dtype=object)
    return pd.Series(cleaned[number], column.index, dtype=object, name=column.name)


def matching_rate(column: pd.Series, known: pd.Index) -> float:
    """The share of a column's codes that are among `known`, from 0 to 1; 0 for a column without codes.

    Some thousands of rows spread over the column are looked at, which is enough to tell columns apart.
    """
    codes = as_codes(column.iloc[:: max(1, len(column) // _ENOUGH_ROWS)]).dropna()
    return float(codes.isin(known).mean()) if len(codes) else 0.0


def _code_candidates(frame: pd.DataFrame, wanted: Geography | None) -> list[str]:
    """Columns that may hold the codes: by name, else by what stands in them; the wanted kind and unique ones first."""
    candidates = _of_kind(frame, code_columns(list(frame.columns)), wanted)
    if not candidates:
        text = [c for c in frame.columns if not pd.api.types.is_float_dtype(frame[c])]
        coded = [c for c in text if kind_of_codes(list(as_codes(frame[c].head(500)).dropna()))]
        candidates = _of_kind(frame, coded, wanted)
    unique = [c for c in candidates if as_codes(frame[c]).is_unique]
    return unique or candidates


def _of_kind(frame: pd.DataFrame, columns: list[str], wanted: Geography | None) -> list[str]:
    """Those of the columns that hold codes of the wanted kind.

    Where none does, those of another kind with a code of its own in each row: the districts of wards have not.
    """
    if wanted is None or wanted.kind is PLAIN_AREA:
        return columns
    of_kind = [c for c in columns if geography_of(frame, c).kind.id == wanted.kind.id]
    return of_kind or [c for c in columns if as_codes(frame[c]).is_unique]


def find_code_column(
    frame: pd.DataFrame, table: str, *, wanted: Geography | None = None, known: pd.Index | None = None
) -> str:
    """The column of `frame` that holds the area codes.

    wanted: the geography it should be of. known: codes to be matched, which decides between several columns.
    Raises `code_column_not_found` or `code_column_ambiguous`.
    """
    candidates = _code_candidates(frame, wanted)
    if known is not None and len(candidates) != 1:
        rates = {c: matching_rate(frame[c], known) for c in (candidates or list(frame.columns))}
        best = max(rates, key=lambda c: rates[c], default=None)
        if best is not None and rates[best] > 0:
            return best
    if not candidates:
        raise CniError("code_column_not_found", table=table, columns=list(frame.columns))
    if len(candidates) > 1:
        raise CniError("code_column_ambiguous", table=table, columns=candidates)
    return candidates[0]


def geography_of(frame: pd.DataFrame, column: str) -> Geography:
    """The geography of a column of codes: the kind from the codes, the vintage from the name."""
    heading = read_heading(column)
    kind = kind_of_codes(list(as_codes(frame[column].head(500)).dropna()))
    if kind is None:
        kind = replace(heading.kind if heading else PLAIN_AREA, codes=PLAIN_AREA.codes)
    return Geography(kind, heading.vintage if heading else None)


def code_table(
    frame: pd.DataFrame,
    origin: Origin,
    *,
    code_column: str | None = None,
    wanted: Geography | None = None,
    known: pd.Index | None = None,
    any_code: bool = False,
) -> Table:
    """A raw frame as a Table with one row a code.

    any_code: keep codes of every kind, not only of the kind that nine in ten have.
    Rows without a code, and rows whose code is plainly of another kind (totals for a region or the country), are left
    out with a notice. Raises `codes_repeated`, and the faults of finding the column.
    """
    columns = list(frame.columns)
    if code_column:
        column = require_column(columns, code_column, origin.name)
    else:
        column = find_code_column(frame, origin.name, wanted=wanted, known=known)
    geography = geography_of(frame, column)
    codes = as_codes(frame[column])
    kind = PLAIN_AREA if any_code else geography.kind
    valid, notices = _valid_codes(codes, kind, origin.name, column)
    kept = frame.loc[valid.to_numpy()].set_axis(pd.Index(codes[valid].to_numpy(), name="area_code"), axis=0)
    if not kept.index.is_unique:
        repeated = sorted(set(kept.index[kept.index.duplicated()]))
        raise CniError(
            "codes_repeated", table=origin.name, column=column, count=len(repeated), codes=repeated[:_LISTED]
        )
    return Table(origin, kept, column, geography, len(frame), notices)


def _valid_codes(codes: pd.Series, kind: Kind, table: str, column: str) -> tuple[pd.Series, tuple[Notice, ...]]:
    present = codes.notna()
    notices = []
    if not present.all():
        notices.append(notice("codes_blank", table=table, column=column, count=int((~present).sum())))
    matches = kind.codes.fullmatch
    fits = pd.Series([code is not None and bool(matches(code)) for code in codes.tolist()], codes.index)
    other = present & ~fits
    if other.any():
        shown = sorted(set(codes[other]))[:_LISTED]
        notices.append(
            notice("codes_of_another_kind", table=table, kind=kind.plural, count=int(other.sum()), codes=shown)
        )
    return fits, tuple(notices)


@dataclass(frozen=True, eq=False)
class CodeSet:
    """Codes with what they are of and where they stand, for matching. codes: (n,) unique."""

    name: str
    codes: pd.Index
    geography: Geography


@dataclass(frozen=True)
class Match:
    """How the codes of two sets meet. unmatched_left and unmatched_right are sorted codes of one set only."""

    matched: int
    unmatched_left: list[str]
    unmatched_right: list[str]


def match_codes(left: pd.Index, right: pd.Index) -> Match:
    """The codes two indexes share, and those they do not, both ways."""
    shared = left.isin(right)
    return Match(int(shared.sum()), sorted(set(left[~shared])), sorted(set(right[~right.isin(left)])))


def require_match(left: CodeSet, right: CodeSet) -> Match:
    """As `match_codes`, but at least half of `left` must be found.

    Raises `codes_do_not_match` with samples of both, and `codes_of_another_year` where both say their year, the years
    differ, and more than one code in fifty is not found: the codes of a year share most of the next one's.
    """
    match = match_codes(left.codes, right.codes)
    about = {
        "left": left.name,
        "right": right.name,
        "left_geography": str(left.geography),
        "right_geography": str(right.geography),
        "total": len(left.codes),
    }
    if 2 * match.matched < len(left.codes) or not len(left.codes):
        raise CniError(
            "codes_do_not_match",
            matched=match.matched,
            examples=match.unmatched_left[:3],
            others=match.unmatched_right[:3] or [str(code) for code in right.codes[:3]],
            **about,
        )
    missing = len(match.unmatched_left)
    if left.geography.differs_in_year(right.geography) and 50 * missing > len(left.codes):
        raise CniError("codes_of_another_year", missing=missing, examples=match.unmatched_left[:3], **about)
    return match


def find_in_tables(tables: Sequence[Table], wanted: Sequence[str]) -> tuple[Table, str] | None:
    """The table and column of the first of several names.

    A name may say its table, for columns that several tables have: `libraries:per_1000` is the column per_1000 of the
    table or file called libraries. Raises `column_in_two_tables` when two tables hold it.
    """
    for name in wanted:
        holders = [(table, column) for table in tables if (column := _column_called(table, name))]
        if len(holders) > 1:
            raise CniError("column_in_two_tables", column=name, tables=[table.origin.name for table, _ in holders])
        if holders:
            return holders[0]
    return None


def _column_called(table: Table, name: str) -> str | None:
    columns = list(table.frame.columns)
    called, mark, rest = name.partition(":")
    if mark and called.strip().casefold() in table.origin.called():
        return find_column(columns, rest) or find_column(columns, name)
    return find_column(columns, name)


def plain_names(wanted: Sequence[str]) -> list[str]:
    """The names as they may head a column: as they are, and without the table they may say."""
    return [*wanted, *(name.partition(":")[2].strip() for name in wanted if ":" in name)]
