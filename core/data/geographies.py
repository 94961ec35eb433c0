"""Recognising which geography a column of codes is of, and of which vintage.

Codes are those of the Government Statistical Service (three letters or digits for the kind, six digits); the names
are those of the ONS (`WD17CD`), of the English Indices of Deprivation (`LSOA code (2011)`) and plain ones
(`ward17_code`). Codes beginning with X are made up, for the sample county.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """A kind of area: its words, the pattern of its codes and the beginnings of its column names."""

    id: str
    noun: str
    plural: str
    codes: re.Pattern[str]
    names: tuple[str, ...]


KINDS: tuple[Kind, ...] = tuple(
    Kind(id, noun, plural, re.compile(codes), names)
    for id, noun, plural, codes, names in (
        ("oa", "output area", "output areas", r"[EW]00\d{6}|S00\d{6}|N00\d{6}", ("oa", "output area")),
        ("lsoa", "LSOA", "LSOAs", r"[EW]01\d{6}", ("lsoa", "lower layer super output area")),
        ("datazone", "data zone", "data zones", r"S01\d{6}", ("dz", "datazone", "data zone")),
        ("small_area", "small area", "small areas", r"X01\d{6}", ("small area", "sa")),
        ("msoa", "MSOA", "MSOAs", r"[EW]02\d{6}", ("msoa", "middle layer super output area")),
        ("iz", "intermediate zone", "intermediate zones", r"S02\d{6}", ("iz", "intermediate zone")),
        ("soa", "super output area", "super output areas", r"95[A-Z]{2}\d{2}[A-Z]\d", ("soa",)),
        ("ward", "ward", "wards", r"[EW]05\d{6}|S13\d{6}|N08\d{6}|X05\d{6}", ("ward", "wd", "wards")),
        (
            "district",
            "district",
            "districts",
            r"E0[6-9]\d{6}|W06\d{6}|S12\d{6}|N09\d{6}|X07\d{6}",
            (
                "lad",
                "la",
                "ltla",
                "lower tier local authority",
                "local authority district",
                "district",
                "local authority",
            ),
        ),
        ("region", "region", "regions", r"E12\d{6}", ("rgn", "region")),
    )
)
BY_ID = {kind.id: kind for kind in KINDS}
PLAIN_AREA = Kind("area", "area", "areas", re.compile(r".+"), ("area", "geography"))

_LONG = re.compile(r"^(?P<stem>.*?)[ _]*(?P<what>code|cd|name|nm)[ _]*(?:\((?P<year>\d{4})\))?$")
_YEAR = re.compile(r"[ _]*(?P<year>(?:19|20)\d{2}|\d{2})$")


@dataclass(frozen=True)
class Heading:
    """What the name of a column says: the kind of area, the vintage if named, and whether it holds codes or names."""

    kind: Kind
    vintage: int | None
    holds: str


def read_heading(name: str) -> Heading | None:
    """What a column name such as `WD17CD`, `ward17_code` or `LSOA code (2011)` says; None when it names no area."""
    found = _LONG.match(name.strip().lower().replace("-", " "))
    if not found:
        return None
    stem, year = found["stem"].strip(" _"), found["year"]
    tail = _YEAR.search(stem)
    if tail and not year:
        year, stem = tail["year"], stem[: tail.start()]
    stem = stem.replace("_", " ").strip()
    holds = "codes" if found["what"] in ("code", "cd") else "names"
    for kind in (*KINDS, PLAIN_AREA):
        if stem in kind.names or (stem == "" and kind is PLAIN_AREA):
            return Heading(kind, _full_year(year), holds)
    return None


def _full_year(year: str | None) -> int | None:
    if not year:
        return None
    return int(year) if len(year) == 4 else 2000 + int(year)


@dataclass(frozen=True)
class Geography:
    """The kind of area of a code column, and the year of the code set where the column's name says it."""

    kind: Kind
    vintage: int | None

    @property
    def id(self) -> str:
        return f"{self.kind.id}{self.vintage or ''}"

    def differs_in_year(self, other: Geography) -> bool:
        """Whether both are of one kind and say their years, and the years differ."""
        years = (self.vintage, other.vintage)
        return self.kind.id == other.kind.id and None not in years and years[0] != years[1]

    def __str__(self) -> str:
        return f"{self.kind.plural} of {self.vintage}" if self.vintage else self.kind.plural


ANY_AREAS = Geography(PLAIN_AREA, None)


def parse_geography(text: str) -> Geography:
    """The geography named `ward2017`, `lsoa2021` or `msoa` in a definition file; plain areas when not known."""
    found = re.match(r"^(?P<kind>[a-z_]+?)(?P<year>\d{4}|\d{2})?$", text.strip().lower())
    if not found or found["kind"] not in BY_ID:
        return Geography(PLAIN_AREA, None)
    return Geography(BY_ID[found["kind"]], _full_year(found["year"]))


def kind_of_codes(codes: list[str]) -> Kind | None:
    """The kind whose pattern at least nine in ten of `codes` match; None when none does."""
    if not codes:
        return None
    for kind in KINDS:
        if sum(bool(kind.codes.fullmatch(code)) for code in codes) >= 0.9 * len(codes):
            return kind
    return None
