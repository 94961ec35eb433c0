"""What a page about one area is made from: its profile, and what the run record says of the result."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from ....core.analysis.profile import INDICES, AreaProfile, Grounds, prepare, profile_area
from ..styles import limit_text
from .page import PrintedResult
from .place_names import area_year
from .regions import regions_of_districts
from .words import noun_of, nouns_of, place_of


@dataclass(frozen=True, eq=False)
class Setting:
    """What holds for every area of a result.

    need: what the index of need is called. variant: whether nothing may be called left behind. limits: by index, such
    as 'worst 10%'. place: that the areas lie in, blank where the record names none. noun, plural: what the areas are
    called; year: of their boundaries, blank where not known. titles: of domains and indicators, by id.
    """

    need: str
    variant: bool
    limits: Mapping[str, str]
    place: str
    noun: str
    plural: str
    year: str
    titles: Mapping[str, str]
    record: Mapping[str, Any]

    def title(self, id: str) -> str:
        """The title of a domain or indicator; its id in words where the record has none."""
        return self.titles.get(id) or id.replace("_", " ").capitalize()


@dataclass(frozen=True, eq=False)
class ProfileSource:
    """A result made ready for pages. names, districts: (n_areas,) of the areas, the code where one has no name."""

    setting: Setting
    grounds: Grounds
    names: np.ndarray
    districts: np.ndarray
    codes: np.ndarray

    def profile(self, row: int) -> AreaProfile:
        return profile_area(self.grounds, row)


def make_setting(record: Mapping[str, Any]) -> Setting:
    return Setting(
        need=record["short"],
        variant=bool(record["variant"]),
        limits={key: limit_text(record["limits"][key]) for key in INDICES},
        place=place_of(record),
        noun=noun_of(record),
        plural=nouns_of(record),
        year=area_year(record),
        titles=_titles(record.get("definition") or {}),
        record=record,
    )


def _titles(part: Mapping[str, Any]) -> dict[str, str]:
    """The titles of all domains and indicators of a definition, or of a part of one, by id."""
    found: dict[str, str] = {}
    for one in (*part.get("domains", ()), *part.get("indicators", ())):
        found.update({str(one["id"]): str(one.get("title") or ""), **_titles(one)})
    return found


def make_source(result: PrintedResult) -> ProfileSource:
    """Make a result ready for pages about its areas."""
    record, table = result.record, result.table
    definition = record.get("definition") or {}
    weights = {str(domain["id"]): float(domain.get("weight", 1)) for domain in definition.get("domains", [])}
    grounds = prepare(
        table,
        ranked=record["universe"]["ranked"],
        places={key: record["limits"][key]["places"] for key in INDICES},
        weights=weights or None,
        regions=regions_of_districts(),
    )
    codes = table["area_code"].astype(object)
    codes = codes.where(codes.notna(), "").astype(str)
    names = table["area_name"].astype(object)
    names = names.where(names.notna() & (names != ""), codes)
    districts = table["district_name"].astype(object)
    return ProfileSource(
        setting=make_setting(record),
        grounds=grounds,
        names=names.to_numpy(dtype=object),
        districts=districts.where(districts.notna(), "").to_numpy(dtype=object),
        codes=codes.to_numpy(dtype=object),
    )
