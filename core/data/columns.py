"""Finding the columns of a table by name: codes, names, districts, populations, scores."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ..errors import CniError
from .geographies import PLAIN_AREA, read_heading

_POPULATION = (
    re.compile(r"^total population\b"),
    re.compile(r"^(usual )?(residents|population|pop)$"),
    re.compile(r"^(population|pop)[ _]*(mid)?[ _]*\d{4}$"),
    re.compile(r"^total[ _]?(population|pop|residents)"),
    re.compile(r"^(population|residents)[ _](total|all|all[ _]ages)$"),
)
_IMD_SCORE = (
    re.compile(r"^imd[ _]?(20\d\d)?[ _]?score$"),
    re.compile(r"^index of multiple deprivation( \(imd\))? score$"),
    re.compile(r"^[ws]imd[ _]?(20\d\d)?[ _]?score$"),
    re.compile(r"^imd[ _]?\d{2,4}$"),
    re.compile(r"^(deprivation|index)[ _]score$"),
    re.compile(r"^imd.*score$"),
)


def clean_heading(name: object) -> str:
    """A column name without byte-order mark, stray blanks and line breaks."""
    return " ".join(str(name).replace("\ufeff", "").replace("\u00a0", " ").split())


def _key(name: str) -> str:
    return clean_heading(name).casefold()


def find_column(columns: Iterable[str], wanted: str) -> str | None:
    """The column of that name, whatever its case and stray blanks; None when there is none."""
    key = _key(wanted)
    return next((column for column in columns if _key(column) == key), None)


def require_column(columns: Sequence[str], wanted: str, table: str) -> str:
    """As `find_column`, but raises `column_missing` naming the table and what it holds."""
    found = find_column(columns, wanted)
    if found is None:
        raise CniError("column_missing", column=wanted, table=table, columns=list(columns))
    return found


def find_any(columns: Sequence[str], wanted: Sequence[str]) -> str | None:
    """The first of several names that the table has."""
    return next((found for name in wanted if (found := find_column(columns, name))), None)


def _first_match(columns: Sequence[str], patterns: Sequence[re.Pattern[str]]) -> str | None:
    return next((column for pattern in patterns for column in columns if pattern.match(_key(column))), None)


def find_population(columns: Sequence[str]) -> str | None:
    """The column of all residents, as the usual sources name it."""
    return _first_match(columns, _POPULATION)


def year_in(column: str) -> int | None:
    """The year that a column's name tells ('population_2011'); None where it tells none, or several."""
    years = set(re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", column))
    return int(years.pop()) if len(years) == 1 else None


def find_rank_of(columns: Sequence[str], score: str) -> str | None:
    """The column of ranks that goes with a column of scores (`imd_rank` with `imd_score`)."""
    stem = re.sub(r"score$", "rank", _key(score))
    return next((c for c in columns if _key(c).startswith(stem)), None) if stem != _key(score) else None


def find_imd_score(columns: Sequence[str]) -> str | None:
    """The column of the overall deprivation score, as the usual sources name it."""
    return _first_match(columns, _IMD_SCORE)


def code_columns(columns: Sequence[str]) -> list[str]:
    """Columns whose name says that they hold area codes."""
    headings = ((column, read_heading(column)) for column in columns)
    return [column for column, heading in headings if heading and heading.holds == "codes"]


def find_name(columns: Sequence[str], code_column: str) -> str | None:
    """The column of names that goes with a column of codes (`ward17_name` with `ward17_code`)."""
    code = read_heading(code_column)
    named = [(column, read_heading(column)) for column in columns]
    same = [c for c, h in named if h and code and h.holds == "names" and h.kind == code.kind]
    exact = [c for c in same if (heading := read_heading(c)) and code and heading.vintage == code.vintage]
    plain = [c for c, h in named if h and h.holds == "names" and h.kind == PLAIN_AREA]
    return next(iter(exact or same or plain), None)


def find_district(columns: Sequence[str], holds: str) -> str | None:
    """The column of district codes (`holds="codes"`) or district names (`holds="names"`)."""
    headings = ((column, read_heading(column)) for column in columns)
    return next((c for c, h in headings if h and h.holds == holds and h.kind.id == "district"), None)
