"""The files an officer has: England's, from the reference data, or the sample county's where there is none."""

from __future__ import annotations

import os
import shutil
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from files import table_rows

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Files:
    """Files and their columns. definition: None where the panel begins with the right index. small: of the score table
    and the look-up. left_behind: how many of the district's areas are expected; None where nothing but the files says.
    """

    folder: Path
    areas: str
    needs: str
    deprivation: str
    lookup: str
    definition: str | None
    district: str
    area: str
    district_name: str
    small: str
    people: str
    left_behind: tuple[int, int] | None
    expected: str | None

    def path(self, name: str) -> Path:
        return self.folder / name

    def names(self) -> tuple[str, ...]:
        return tuple(filter(None, (self.areas, self.needs, self.deprivation, self.lookup, self.definition)))


@dataclass(frozen=True)
class Standing:
    """Where an area stands, by the files alone."""

    name: str
    cni_rank: int
    imd_rank: int
    people: float
    category: str


def _england(folder: Path) -> Files:
    return Files(
        folder=folder,
        areas="wards_2017.gpkg",
        needs="cni_2019_ward17.csv",
        deprivation="imd_2019_lsoa11.csv.gz",
        lookup="oa11_to_ward17_estimated.csv.gz",
        definition=None,
        district="Kingston upon Hull, City of",
        area="ward17",
        district_name="lad_name",
        small="lsoa11_code",
        people="population_2011",
        left_behind=(8, 23),
        expected="expected/imd_2019_ward17.csv",
    )


def sample_files() -> Files:
    return Files(
        folder=ROOT / "resources" / "sample",
        areas="wards.gpkg",
        needs="community_needs.csv",
        deprivation="deprivation.csv",
        lookup="small_area_to_ward.csv",
        definition="definition.json",
        district="Marram Coast",
        area="ward",
        district_name="district_name",
        small="small_area_code",
        people="population",
        left_behind=None,
        expected=None,
    )


def find_files() -> Files:
    """The reference data; without it the sample county, unless the reference data is required."""
    folder = Path(os.environ.get("CNI_REFERENCE_DATA") or ROOT.parent / "shared" / "data")
    if (folder / "README.md").is_file():
        return _england(folder)
    required = os.environ.get("CNI_REQUIRE_REFERENCE_DATA") == "1"
    assert not required, f"no reference data in {folder}: set CNI_REFERENCE_DATA (README.md, 'Reference data')"
    return sample_files()


def copy_to(files: Files, folder: Path) -> None:
    """Put copies of the files into a folder, which is made."""
    folder.mkdir(parents=True)
    for name in files.names():
        shutil.copyfile(files.path(name), folder / name)


def standings(
    files: Files, weights: Mapping[str, float] | None = None, limits: tuple[float, float] = (10, 10)
) -> dict[str, Standing]:
    """Where every area of the district stands, worked out from the tables in plain Python; of all where none is named.

    weights: by domain; None for the published ranks. limits: in percent, on community need and on deprivation.
    """
    code, lists = f"{files.area}_code", list(table_rows(files.path(files.needs)))
    need = {row[code]: int(row["cni_rank"]) for row in lists}
    if weights is not None:
        need = _ranks({row[code]: sum(w * float(row[f"{id}_score"]) for id, w in weights.items()) for row in lists})
    deprivation, people = _deprivation(files, set(need))
    imd = _ranks(deprivation)
    places = [int(limit * len(ranks) / 100 + 1e-9) for limit, ranks in zip(limits, (need, imd))]
    names = {(True, True): "left_behind", (True, False): "high_need", (False, True): "deprived"}
    return {
        row[code]: Standing(
            row[f"{files.area}_name"],
            need[row[code]],
            imd[row[code]],
            people[row[code]],
            names.get((need[row[code]] <= places[0], imd[row[code]] <= places[1]), "other"),
        )
        for row in lists
        if files.district in ("", row[files.district_name])
    }


def _ranks(scores: Mapping[str, float]) -> dict[str, int]:
    """Rank 1 to the highest; equal ones share the smallest."""
    order = sorted(-score for score in scores.values())
    return {area: 1 + bisect_left(order, -score) for area, score in scores.items()}


def expected_ranks(files: Files) -> dict[str, tuple[int, int]]:
    """Ranks on need and on deprivation as worked out by others, by area code; empty where there are none."""
    if files.expected is None or not files.path(files.expected).is_file():
        return {}
    rows = table_rows(files.path(files.expected))
    return {row["ward17_code"]: (int(row["cni_rank"]), int(float(row["imd_rank_oa"]))) for row in rows}


def _deprivation(files: Files, areas: set[str]) -> tuple[dict[str, float], dict[str, float]]:
    """The mean score of each area, weighted by residents, and its residents."""
    scores = {row[files.small]: float(row["imd_score"]) for row in table_rows(files.path(files.deprivation))}
    total: dict[str, float] = defaultdict(float)
    people: dict[str, float] = defaultdict(float)
    for row in table_rows(files.path(files.lookup)):
        area, count = row[f"{files.area}_code"], float(row[files.people])
        if area in areas and row[files.small] in scores:
            total[area] += count * scores[row[files.small]]
            people[area] += count
    return {area: total[area] / people[area] for area in people if people[area]}, people
