"""Real tables of another year, of other areas, or of ranks, where a plausible but false map would come out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from county import record_of, rows_of
from fault_files import refusal


def _map(data: Path, **changes: Any) -> dict[str, Any]:
    return {
        "AREAS": f"{data / 'wards_2017.gpkg'}|layername=wards_2017",
        "TABLES": [str(data / "cni_2019_ward17.csv")],
        "DEFINITION": "cni-2019",
        "DEPRIVATION": str(data / "imd_2019_lsoa11.csv.gz"),
        "LOOKUP": str(data / "oa11_to_ward17_estimated.csv.gz"),
        **changes,
    }


def _wales(data: Path) -> dict[str, Any]:
    areas, table = str(data / "msoa_2011_wales.gpkg"), str(data / "cni_2022_wales_msoa11.csv")
    return {"AREAS": areas, "TABLES": [table], "UNIVERSE": 1}


def _wards_of_2024(data: Path) -> dict[str, Any]:
    tables = {"DEPRIVATION": "imd_2025_lsoa21.csv", "LOOKUP": "lsoa21_to_ward24_ltla24.csv"}
    return {name: str(data / file) for name, file in tables.items()}


def _lookup_of_2011(data: Path) -> dict[str, Any]:
    tables = {"DEPRIVATION": "imd_2025_lsoa21.csv", "LOOKUP": "lsoa11_to_ward17_bestfit.csv"}
    return {name: str(data / file) for name, file in tables.items()}


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        pytest.param(_wards_of_2024, ["wards of 2017", "wards of 2024", "codes"], id="look-up to the wards of 2024"),
        pytest.param(_lookup_of_2011, ["LSOAs of 2011", "LSOAs of 2021", "same year"], id="look-up from older LSOAs"),
        pytest.param(_wales, ["Community Needs Index 2019", "wards of 2017", "MSOAs of 2011"], id="Welsh table"),
        pytest.param(lambda _: {"DEPRIVATION_SCORE": "imd_rank"}, ["imd_rank", "holds ranks"], id="rank as score"),
    ],
)
def test_refused(processing, reference_data: Path, output: Path, spoil, words: list[str]) -> None:
    parameters = _map(reference_data, **spoil(reference_data), OUTPUT=str(output / "map.gpkg"))
    sentence = refusal(processing, "cni:map", parameters)
    for word in words:
        assert word in sentence
    assert not list(output.iterdir())


def test_an_index_of_another_year_is_refused(processing, reference_data: Path, output: Path) -> None:
    table = str(reference_data / "imd_2025_lsoa21.csv")
    parameters = {"TABLES": [table], "DEFINITION": "imd-2019", "OUTPUT": str(output / "index.gpkg")}
    sentence = refusal(processing, "cni:index", parameters)
    assert "LSOAs of 2011" in sentence and "LSOAs of 2021" in sentence and not list(output.iterdir())


def test_the_right_files_for_wales_pass(processing, reference_data: Path, output: Path) -> None:
    parameters = {
        "AREAS": f"{reference_data / 'msoa_2011_wales.gpkg'}",
        "TABLES": [str(reference_data / "cni_2022_wales_msoa11.csv")],
        "DEFINITION": "cni-2022",
        "DEPRIVATION": str(reference_data / "wimd_2019_msoa11.csv"),
        "OUTPUT": str(output / "wales.gpkg"),
    }
    rows = rows_of(processing.run("cni:map", parameters)["OUTPUT"])
    published = pd.read_csv(reference_data / "cni_2022_wales_msoa11.csv", index_col=0)
    assert list(rows["cni_rank"].astype(int)) == list(published["cni_rank"].reindex(rows.index))


def test_finished_scores_of_an_own_index_are_not_called_left_behind(processing, county, output: Path) -> None:
    given = {name: county.parameters[name] for name in ("AREAS", "DEPRIVATION", "LOOKUP")}
    index = processing.run(
        "cni:index",
        {"TABLES": county.parameters["TABLES"], "DEFINITION": county.parameters["DEFINITION"],
         "OUTPUT": str(output / "own.csv")},
    )["OUTPUT"]  # fmt: skip
    deprivation = processing.run(
        "cni:areadeprivation",
        {"DEPRIVATION": given["DEPRIVATION"], "LOOKUP": given["LOOKUP"], "LOOKUP_TO": "ward_code",
         "OUTPUT": str(output / "imd.csv")},
    )["OUTPUT"]  # fmt: skip
    parameters = {"AREAS": given["AREAS"], "CNI": index, "IMD": deprivation, "OUTPUT": str(output / "both.gpkg")}
    record = record_of(processing.run("cni:leftbehind", parameters)["OUTPUT"])
    assert record["variant"] and record["status"] == "own" and record["counts"]["areas"]["left_behind"] == 8
