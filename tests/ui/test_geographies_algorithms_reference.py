"""The questions that cni:chainlookups and cni:overlap are for, asked of the published tables."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from county import hashes, rows_of
from test_geographies_algorithms import SHARES, Told, run

from cni_mapper.core.analysis.overlay import CATEGORIES


def join_lookups(processing, data: Path, target: Path) -> Told:
    """Chain the look-ups from the small areas of 2021 to the wards of 2017; what was told of it."""
    _, told = run(
        processing,
        "cni:chainlookups",
        target,
        FIRST=str(data / "lsoa11_to_lsoa21.csv"),
        FIRST_FROM="lsoa21_code",
        SECOND=str(data / "oa11_to_ward17_estimated.csv.gz"),
        SECOND_TO="ward17_code",
    )
    return told


def map_hull(processing, data: Path, folder: Path, result: Path) -> None:
    """The wards of 2017 in Hull, by the indices of 2019."""
    imd = processing.run(
        "cni:areadeprivation",
        {
            "DEPRIVATION": str(data / "imd_2019_lsoa11.csv.gz"),
            "LOOKUP": str(data / "oa11_to_ward17_estimated.csv.gz"),
            "LOOKUP_FROM": "lsoa11_code",
            "LOOKUP_TO": "ward17_code",
            "OUTPUT": str(folder / "imd.gpkg"),
        },
    )["OUTPUT"]
    processing.run(
        "cni:leftbehind",
        {
            "AREAS": str(data / "wards_2017.gpkg"),
            "CNI": str(data / "cni_2019_ward17.csv"),
            "IMD": imd,
            "FOCUS": "\"lad17_code\" = 'E06000010'",
            "OUTPUT": str(result),
        },
    )


def shares_of(hull: pd.DataFrame, joined: Path, result: Path) -> pd.DataFrame:
    """The share of each category in each of today's wards, by pandas from the residents of small areas."""
    parts = pd.read_csv(joined).merge(hull, left_on="small_area_code", right_on="lsoa21_code")
    parts["category"] = parts["area_code"].map(rows_of(f"{result}|layername=result")["category"]).fillna("no_data")
    people = parts.groupby(["ward24_code", "category"])["residents"].sum().unstack(fill_value=0)
    return people.div(people.sum(axis=1), axis=0).reindex(columns=CATEGORIES, fill_value=0)


def test_the_225_in_the_worst_tenth_on_imd_2025(processing, reference_data, output) -> None:
    joined = output / "lsoa21_to_ward17.csv"
    told = join_lookups(processing, reference_data, joined)
    assert "residents: 53,012,456 in, 53,012,456 out, 0 lost (0 rows unmatched)." in told.information
    found, _ = run(
        processing,
        "cni:areadeprivation",
        output / "imd_2025.gpkg",
        DEPRIVATION=str(reference_data / "imd_2025_lsoa21.csv"),
        LOOKUP=str(joined),
        RANK_OVER=str(reference_data / "cni_2019_ward17.csv"),
    )
    cni = pd.read_csv(reference_data / "cni_2019_ward17.csv", index_col="ward17_code")
    rank = found["imd_rank"].dropna().astype(int)
    assert len(rank) == 7433
    assert (rank.loc[cni.index[cni["left_behind"] == 1]] <= 743).sum() == 209


def test_the_wards_of_hull_today(processing, reference_data, output) -> None:
    """Every ward of 2017 there was replaced in 2018."""
    joined, result = output / "joined.csv", output / "result.gpkg"
    join_lookups(processing, reference_data, joined)
    map_hull(processing, reference_data, output, result)
    today = pd.read_csv(reference_data / "lsoa21_to_ward24_ltla24.csv")
    hull = today[today["ltla24_code"] == "E06000010"]
    target = hull[["ward24_code", "ward24_name"]].drop_duplicates()
    target.to_csv(output / "hull.csv", index=False)
    before = hashes(reference_data)
    found, _ = run(
        processing,
        "cni:overlap",
        output / "overlap.gpkg",
        TARGET=str(output / "hull.csv"),
        RESULT=f"{result}|layername=result",
        LOOKUP=str(joined),
        TARGET_LOOKUP=str(reference_data / "lsoa21_to_ward24_ltla24.csv"),
    )
    found = found.set_index("target_code")
    assert len(found) == 21
    assert hashes(reference_data) == before
    shares = shares_of(hull, joined, result)
    np.testing.assert_allclose(found.loc[shares.index, SHARES].astype(float), shares, atol=1e-9)
    # St Andrew's & Docklands is made of St Andrew's (left behind), Myton and Newington (not).
    assert found.loc["E05011541", "area_names"] == "St Andrew's 58%; Myton 40%; Newington 2%"
    assert found.loc["E05011541", "share_left_behind"] == pytest.approx(0.5814, abs=5e-5)
    assert (found["share_left_behind"].astype(float) > 0.5).sum() == 7
