"""What the areas of a page are called together: a district, part of one, several, one area, or all there is."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd

from .page import Focus, PrintedResult
from .regions import regions_of_districts
from .words import Record, counted, joined, noun_of, nouns_of, place_of, tr

_NAMED = 3
_FORMAL = re.compile(r", (?:City|County) of$")
"""How official names of districts end: 'Kingston upon Hull, City of'."""
_COMPASS = ("North ", "South ", "East ", "West ")
_WITH_ARTICLE = ("Isle of ", "Isles of ", "Vale of ", "Forest of ", "City of ")
_ISLAND = re.compile(r"the Isles? of \S+")
"""Places that one is on, in English; other languages have their own way in the words around the place."""
_VINTAGE = re.compile(r" of (\d{4})$")


def is_whole_universe(result: PrintedResult) -> bool:
    """Whether the result holds every area that ranks are taken over."""
    universe = result.record["universe"]
    return bool(universe["whole"]) and len(result.table) >= universe["areas"]


def area_year(record: Record) -> str:
    """The year of the set of areas, where the record says it; else blank."""
    kinds = [str(entry["geography"]) for entry in record["inputs"] if entry["role"] in ("AREAS", "TABLES", "CNI")]
    years = [found[1] for found in map(_VINTAGE.search, kinds) if found]
    return years[0] if years else ""


def focus_place(result: PrintedResult, focus: Focus) -> str:
    """The name of what a page shows; blank where nothing is known of where its areas lie.

    One area: 'Marfleet (2017 ward), Kingston upon Hull'. Districts by their names up to three, as 'part of' one where
    not all of its areas in the result are shown, else by their number.
    """
    if focus.all() and is_whole_universe(result) and place_of(result.record):
        return place_of(result.record)
    positions = np.flatnonzero(focus)
    if len(positions) == 1:
        return area_place(result, int(positions[0]))
    return _district_words(result, focus) or _areas_words(result, focus)


def area_place(result: PrintedResult, position: int) -> str:
    """'Marfleet (2017 ward), Kingston upon Hull' for one row of a result."""
    row, year = result.table.iloc[position], area_year(result.record)
    kind = tr("{year} {noun}").format(year=year, noun=noun_of(result.record)) if year else noun_of(result.record)
    words = tr("{area} ({kind})").format(area=area_name(row), kind=kind)
    district = row["district_name"]
    if pd.isna(district):
        return words
    return tr("{area}, {district}").format(area=words, district=district_words(district))


def district_words(name: str) -> str:
    """A district's name as people say it: 'Bristol' for 'Bristol, City of'."""
    return _FORMAL.sub("", str(name))


def area_name(row: pd.Series) -> str:
    """The name of an area, else its code."""
    return str(row["area_code"] if pd.isna(row["area_name"]) else row["area_name"])


def _district_words(result: PrintedResult, focus: Focus) -> str:
    names = result.table["district_name"]
    shown = names[focus]
    if shown.isna().any():
        return ""
    counts = shown.value_counts()
    whole = names[names.isin(counts.index)].value_counts().reindex(counts.index) == counts
    if len(counts) > _NAMED:
        template = tr("{n} districts") if whole.all() else tr("all or part of {n} districts")
        return _region(result, focus) or template.format(n=f"{len(counts):,}")
    part = tr("part of {district}")
    said = {name: district_in_words(name) for name in sorted(counts.index)}
    return joined([text if whole[name] else part.format(district=text) for name, text in said.items()])


def _region(result: PrintedResult, focus: Focus) -> str:
    """The region of England that the focus is the whole of; blank where it is not."""
    if not is_whole_universe(result):
        return ""
    regions = result.table["district_code"].map(regions_of_districts())
    names = regions[focus].unique()
    if len(names) != 1 or pd.isna(names[0]) or not focus[(regions == names[0]).to_numpy()].all():
        return ""
    return region_in_words(str(names[0]))


def region_in_words(name: str) -> str:
    """'the North East', 'Yorkshire and the Humber': a region as it stands in a sentence."""
    return _with_article(name.replace(" and The ", " and the "), _COMPASS)


def district_in_words(name: str) -> str:
    """'the Isle of Wight', 'Kingston upon Hull': a district as it stands in a sentence."""
    return _with_article(district_words(name), _WITH_ARTICLE)


def is_island(place: str) -> bool:
    """Whether one is on a place and not in it: 'on the Isle of Wight', but 'in part of the Isle of Wight'."""
    return _ISLAND.fullmatch(place) is not None


def _with_article(name: str, beginnings: tuple[str, ...]) -> str:
    return tr("the {region}").format(region=name) if name.startswith(beginnings) else name


def _areas_words(result: PrintedResult, focus: Focus) -> str:
    """'12 wards of Sampleshire', where districts are not known; blank for all areas of a result of no known place."""
    place, n = place_of(result.record), f"{int(focus.sum()):,}"
    if place:
        return tr("{n} {nouns} of {place}").format(n=n, nouns=nouns_of(result.record), place=place)
    return "" if focus.all() else counted(result.record, n)
