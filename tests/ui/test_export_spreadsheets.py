"""cni:export as CSV and as a workbook: each row and count of the result, and nothing that runs as a formula."""

from __future__ import annotations

import shutil
from pathlib import Path

import pandas as pd
import pytest
from county import record_of
from export_run import CATEGORIES, csv_rows, export, result_table, sheet, source
from openpyxl import load_workbook
from qgis.core import QgsVectorLayer


@pytest.fixture
def wards(made: Path) -> pd.DataFrame:
    return result_table(made)


def test_csv_that_excel_reads(processing, made: Path, wards: pd.DataFrame, output: Path) -> None:
    target = output / "table.csv"
    export(processing, made, target)
    assert target.read_bytes().startswith(b"\xef\xbb\xbf" + b"area_code,")
    rows = csv_rows(target)
    assert list(rows[0]) == list(wards.columns) and len(rows) == 150
    for row, (_, there) in zip(rows, wards.iterrows()):
        assert (row["area_code"], row["area_name"]) == (there["area_code"], there["area_name"])
        assert (row["cni_rank"], row["imd_margin"]) == (str(there["cni_rank"]), str(there["imd_margin"]))
        assert float(row["cni_score"]) == there["cni_score"]
    assert record_of(str(target)) == record_of(source(made))


def test_the_workbook_counts_as_the_layer_does(processing, made: Path, wards: pd.DataFrame, output: Path) -> None:
    target = output / "table.xlsx"
    export(processing, made, target)
    names = ["Result", "Categories by district", "Near misses", "About"]
    assert load_workbook(target).sheetnames == names
    result = sheet(target, "Result")
    assert list(result.columns) == list(wards.columns)
    assert result["area_code"].tolist() == wards["area_code"].tolist()
    assert result["imd_rank"].tolist() == wards["imd_rank"].tolist()
    counts = sheet(target, "Categories by district").set_index("District")
    assert list(counts.index) == [*sorted(set(wards["district_name"])), "All areas shown"]
    titles = ("Left behind", "Deprived", "High need", "Other", "No data")
    for district, row in counts.iterrows():
        here = wards if district == "All areas shown" else wards[wards["district_name"] == district]
        assert (row["Areas"], row["People"]) == (len(here), here["population"].sum())
        for title, category in zip(titles, CATEGORIES):
            inside = here[here["category"] == category]
            assert (row[f"{title}: areas"], row[f"{title}: people"]) == (len(inside), inside["population"].sum())


def test_near_misses_of_the_workbook(processing, made: Path, wards: pd.DataFrame, output: Path) -> None:
    """1% of 150 wards is one rank, so those whose worse margin is 1: of the example none, with other limits some."""
    target = output / "table.xlsx"
    export(processing, made, target)
    assert list(sheet(target, "Near misses").columns)[:2] == ["area_code", "area_name"]
    assert sheet(target, "Near misses").empty and not (wards[["cni_margin", "imd_margin"]].max(axis=1) == 1).any()
    ward = wards[wards[["cni_rank", "imd_rank"]].min(axis=1).between(20, 60)].iloc[0]
    limits = {"CNI_LIMIT": int(ward["cni_rank"]) - 1, "IMD_LIMIT": int(ward["imd_rank"]) - 1, "LIMITS_ARE": 1}
    near = output / "result.gpkg"
    processing.run("cni:example", {"OUTPUT": str(near), **limits})
    export(processing, near, target)
    margins = wards.assign(cni=wards["cni_rank"] - limits["CNI_LIMIT"], imd=wards["imd_rank"] - limits["IMD_LIMIT"])
    expected = margins.loc[margins[["cni", "imd"]].max(axis=1) == 1, "area_code"]
    found = sheet(target, "Near misses")
    assert sorted(found["area_code"]) == sorted(expected) and ward["area_code"] in set(expected)
    assert (found[["cni_margin", "imd_margin"]].max(axis=1) == 1).all()


def test_the_workbook_says_how_it_was_made(processing, made: Path, output: Path) -> None:
    target = output / "table.xlsx"
    export(processing, made, target)
    texts = sheet(target, "About")["Text"].dropna().tolist()
    record = record_of(source(made))
    assert record["command"] in texts
    for entry in record["warnings"]:
        assert entry["text"] in texts
    joined = " ".join(texts)
    for words in (
        "Sampleshire Community Needs Index (made up)",
        "among the 150 wards of Sampleshire",
        "Describes places, not people.",
        "Sampleshire is a made-up county",
        "File or layer: deprivation.csv",
        "ranks 1 to 15 of 150",
    ):
        assert words in joined


@pytest.fixture
def spoilt(made: Path, tmp_path: Path) -> Path:
    """A result whose names look like formulas."""
    path = tmp_path / "spoilt" / "result.gpkg"
    path.parent.mkdir()
    shutil.copyfile(made, path)
    layer = QgsVectorLayer(source(path), "result")
    position = layer.fields().indexOf("area_name")
    names = ["=1+1", "+1", "-1", "@sum", "\t=1", "\r=1", '=HYPERLINK("http://x","y")']
    ids = sorted(layer.allFeatureIds())[: len(names)]
    assert layer.dataProvider().changeAttributeValues({id: {position: name} for id, name in zip(ids, names)})
    del layer
    return path


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_what_looks_like_a_formula_is_text(processing, spoilt: Path, output: Path, ending: str) -> None:
    target = output / f"table{ending}"
    export(processing, spoilt, target)
    if ending == ".csv":
        rows = csv_rows(target)
    else:
        cells = load_workbook(target)["Result"]
        assert {cell.data_type for row in cells.iter_rows() for cell in row} <= {"s", "n"}
        rows = sheet(target, "Result").to_dict("records")
    found = [row["area_name"] for row in rows[:7]]
    assert found[:4] == ["'=1+1", "'+1", "'-1", "'@sum"] and found[6] == '\'=HYPERLINK("http://x","y")'
    assert all(name.startswith("'") for name in found)
    inside = [row for row in rows if int(row["cni_rank"]) < 15]
    assert inside and all(int(row["cni_margin"]) == int(row["cni_rank"]) - 15 for row in inside)
