"""The main job on England's published tables: national ranks, one district, and the publishers' own list."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from county import england_parameters, record_of, rows_of, warning
from qgis.core import QgsProject, QgsVectorLayer

HULL = "\"lad17_code\" = 'E06000010'"
EXTRA = {"Winton", "Holmewood and Heath", "Goldenhill and Sandyford", "Ayresome"}


@pytest.fixture(scope="module")
def national(england: str) -> tuple[pd.DataFrame, dict[str, Any]]:
    return rows_of(england), record_of(england)


@pytest.fixture(scope="module")
def expected(reference_data: Path) -> pd.DataFrame:
    return pd.read_csv(reference_data / "expected" / "imd_2019_ward17.csv", index_col="ward17_code")


def test_national_ranks(national, expected: pd.DataFrame) -> None:
    rows, record = national
    known = rows.reindex(expected.index)
    assert len(rows) == 7463 and record["universe"]["ranked"] == {"cni": 7433, "imd": 7433}
    assert list(known["cni_rank"].astype(int)) == list(expected["cni_rank"])
    # The expected ranks are of scores with six decimals; two wards tie there, and no others.
    tied = expected["imd_score_oa"].duplicated(keep=False).to_numpy()
    away = (known["imd_rank"].astype(int) - expected["imd_rank_oa"]).abs().to_numpy()
    assert away[~tied].max() == 0 and away.max() <= 1
    assert list(known["imd_decile"].astype(int)) == list(expected["imd_decile_oa"])
    assert list(known["population"].astype(int)) == list(expected["population_2011"])
    assert set(rows.index[rows["category"] == "left_behind"]) == set(expected.index[expected["lbn_oa_decile"] == 1])
    assert (rows["category"] == "no_data").sum() == 30


def test_the_four_wards_that_differ_are_named(national, reference_data: Path) -> None:
    rows, record = national
    published = pd.read_csv(reference_data / "expected" / "lbn_2019_225.csv")["ward17_code"]
    assert set(rows.index[rows["left_behind_published"] == "yes"]) == set(published)
    text = warning(record, "rebuilt_and_published")
    assert text.startswith("Left behind: rebuilt 229, published 225, not on the published list: ")
    assert set(text.rstrip(".").partition("list: ")[2].split(", ")) == EXTRA
    found = record["published"]
    assert (found["rebuilt"], found["published"], set(found["not_on_list"])) == (229, 225, EXTRA)
    assert found["only_on_list"] == []


def test_wards_the_index_leaves_out_are_named(national) -> None:
    _, record = national
    text = warning(record, "areas_unmatched")
    assert text.startswith("30 of 7,463 areas of wards_2017.gpkg are not in cni_2019_ward17.csv: ")
    geographies = [entry["geography"] for entry in record["inputs"]]
    assert geographies[:3] == ["wards of 2017", "wards of 2017", "LSOAs of 2011"]


@pytest.mark.parametrize("how", ["filtered layer", "focus", "selection"])
def test_hull_keeps_its_national_ranks(
    processing, reference_data: Path, expected: pd.DataFrame, output, qgis_new_project, how: str
) -> None:
    given = england_parameters(reference_data, output / "hull.gpkg")
    layer = QgsVectorLayer(given["AREAS"], "wards")
    if how == "focus":
        given["FOCUS"] = HULL
    elif how == "filtered layer":
        layer.setSubsetString(HULL)
        given["AREAS"] = layer
    else:
        from qgis.core import QgsProcessingFeatureSourceDefinition

        QgsProject.instance().addMapLayer(layer)
        layer.selectByExpression(HULL)
        given["AREAS"] = QgsProcessingFeatureSourceDefinition(layer.id(), True)
    result = processing.run("cni:map", given)
    rows = rows_of(result["OUTPUT"])
    assert (len(rows), result["LEFT_BEHIND"]) == (23, 8)
    assert rows.set_index("area_name").loc["Orchard Park and Greenwood", "cni_rank"] == 15
    wanted = expected.reindex(rows.index)
    assert list(rows["cni_rank"].astype(int)) == list(wanted["cni_rank"])
    assert list(rows["imd_rank"].astype(int)) == list(wanted["imd_rank_oa"])
    assert set(rows["district_name"]) == {"Kingston upon Hull, City of"}
