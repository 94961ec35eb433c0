"""cni:export: a result for people without the plugin, in every form, whole or as it was before."""

from __future__ import annotations

import csv
import re
import shutil
import sqlite3
import subprocess
import zipfile
from contextlib import closing
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from county import assert_same_rows, layer_frame, record_of, rows_of
from fault_files import Heard
from openpyxl import load_workbook
from output_files import OTHER, held, leftovers, other_content, saved_styles, short_of_disk
from output_run import Feedback
from qgis.core import (
    Qgis,
    QgsGeometry,
    QgsLayoutExporter,
    QgsLayoutItemMap,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsVectorLayer,
)

COAST = "\"district_name\" = 'Marram Coast'"
STYLES = ["Left behind overlay", "CNI deciles", "IMD deciles", "Civic assets deciles", "Connectedness deciles"]
CATEGORIES = ("left_behind", "deprived", "high_need", "other", "no_data")


def source(made: Path) -> str:
    return f"{made}|layername=result"


def export(processing: Any, made: Path, target: Path, **more: Any) -> str:
    return processing.run("cni:export", {"RESULT": source(made), "OUTPUT": str(target), **more})["OUTPUT"]


def refusal(processing: Any, made: Path, target: Path, **more: Any) -> str:
    """The sentence with which an export is refused."""
    feedback = Feedback()
    given = {"RESULT": source(made), "OUTPUT": str(target), **more}
    with pytest.raises(QgsProcessingException) as caught:
        processing.run("cni:export", given, feedback=feedback)
    return feedback.errors[0] if feedback.errors else str(caught.value)


def csv_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def sheet(path: Path, name: str) -> pd.DataFrame:
    """A sheet with its first row as headings, without empty rows."""
    head, *rows = load_workbook(path)[name].iter_rows(values_only=True)
    return pd.DataFrame(rows, columns=head).dropna(how="all")


@pytest.fixture
def wards(made: Path) -> pd.DataFrame:
    """The rows of the result, as SQLite gives them."""
    with closing(sqlite3.connect(made)) as database:
        frame = pd.read_sql("SELECT * FROM result", database)
    return frame.drop(columns=["fid", "geom"])


# Every form


def test_a_geopackage_with_styles_and_record(processing, made: Path, output: Path) -> None:
    target = output / "sent.gpkg"
    assert export(processing, made, target) == str(target)
    assert_same_rows(rows_of(str(target)), rows_of(source(made)))
    styles = saved_styles(target, "sent")
    assert [name for name, _, _ in styles][:5] == STYLES and styles[0][1] == 1
    assert [labels for _, _, labels in styles] == [labels for _, _, labels in saved_styles(made, "result")]
    assert record_of(str(target)) == record_of(source(made))
    layer = QgsVectorLayer(str(target), "sent")
    assert layer.metadata().abstract().startswith("8 of 150 wards are left behind")
    assert layer.renderer().classAttribute() == "category"
    assert sorted(path.name for path in output.iterdir()) == ["sent.gpkg", "sent.gpkg.run.json"]


def test_the_other_tables_of_a_geopackage_stay(processing, made: Path, old: Path) -> None:
    before = other_content(old)
    target = old.with_name("copy.gpkg")
    shutil.copyfile(old, target)
    export(processing, made, target)
    assert other_content(target) == before
    assert set(rows_of(f"{target}|layername=copy").index) == set(rows_of(source(made)).index)
    assert OTHER in {row[0] for row in sqlite3.connect(target).execute("SELECT table_name FROM gpkg_contents")}


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


def open_project(path: Path) -> QgsProject:
    project = QgsProject()
    assert project.read(str(path)), project.error()
    return project


@pytest.mark.parametrize("ending", [".qgz", ".qgs"])
def test_a_project_that_is_moved_with_its_geopackage(processing, made: Path, output: Path, ending: str) -> None:
    target = output / f"map{ending}"
    export(processing, made, target)
    names = ["map page.gpkg", "map.gpkg", "map.gpkg.run.json", f"map{ending}"]
    assert sorted(path.name for path in output.iterdir()) == names
    away = output.with_name("away")
    output.rename(away)
    text = project_text(away / f"map{ending}")
    sources = re.findall("<datasource>(.+)</datasource>", text)
    assert sources.count("./map.gpkg|layername=map") == 6
    assert {source.partition("|")[0] for source in sources} == {"./map.gpkg", "./map page.gpkg"}
    assert "python" not in text.lower() and str(output) not in text
    project = open_project(away / f"map{ending}")
    assert all(layer.isValid() for layer in project.mapLayers().values())
    group = project.layerTreeRoot().findGroups()[0]
    assert group.name() == "Sampleshire CNI and IMD" and group.isMutuallyExclusive()
    nodes = group.findLayers()
    assert [node.name() for node in nodes][:5] == STYLES
    assert [node.isVisible() for node in nodes] == [True, False, False, False, False, False]
    layer = nodes[0].layer()
    assert_same_rows(layer_frame(layer), rows_of(source(made)))
    legend = [category.label() for category in layer.renderer().categories()]
    assert legend[0] == "Left behind: worst 10% on both (rebuilt 8, published 8)"
    assert project.crs().authid() == "EPSG:27700"
    assert project.viewSettings().defaultViewExtent().contains(layer.extent())
    project.clear()


def test_the_project_prints_its_page(processing, made: Path, output: Path) -> None:
    export(processing, made, output / "map.qgz", FOCUS=COAST)
    away = output.with_name("away")
    output.rename(away)
    project = open_project(away / "map.qgz")
    (layout,) = project.layoutManager().printLayouts()
    assert layout.name() == "Left behind neighbourhoods in Marram Coast"
    drawn = [layer for item in layout.items() if isinstance(item, QgsLayoutItemMap) for layer in item.layers()]
    assert len(drawn) > 3 and all(layer.isValid() for layer in drawn)
    pages = [node for node in project.layerTreeRoot().findGroups() if node.name().startswith("Page: ")]
    assert [node.isVisible() for node in pages] == [False]
    settings = QgsLayoutExporter.PdfExportSettings()
    settings.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
    done = QgsLayoutExporter(layout).exportToPdf(str(away / "page.pdf"), settings)
    assert done == QgsLayoutExporter.ExportResult.Success
    text = pdf_text(away / "page.pdf")
    assert "Left behind neighbourhoods in Marram Coast" in text and "Left behind: worst 10% on both (7)" in text
    assert "Describes places, not people." in text
    project.clear()


@pytest.mark.parametrize("ending", [".qgz", ".qgs"])
def test_a_project_of_areas_without_shapes_has_no_page(processing, made: Path, output: Path, ending: str) -> None:
    bare, target, heard = output / "bare.gpkg", output / f"map{ending}", Heard()
    shutil.copyfile(made, bare)
    layer = QgsVectorLayer(source(bare), "result")
    assert layer.dataProvider().changeGeometryValues({id: QgsGeometry() for id in layer.allFeatureIds()})
    del layer
    processing.run("cni:export", {"RESULT": source(bare), "OUTPUT": str(target)}, feedback=heard)
    said = f"The project map{ending} has no page to print, since none of the areas chosen has a shape."
    assert said in heard.warnings
    assert {file.name for file in output.iterdir()} == {"bare.gpkg", "map.gpkg", "map.gpkg.run.json", f"map{ending}"}
    project = open_project(target)
    assert project.layoutManager().layouts() == []
    layers = list(project.mapLayers().values())
    assert layers and all(layer.isValid() and layer.featureCount() == 150 for layer in layers)
    project.clear()


def pdf_text(path: Path) -> str:
    command = ["pdftotext", "-enc", "UTF-8", str(path), "-"]
    return " ".join(subprocess.run(command, check=True, capture_output=True).stdout.decode("utf-8").split())


def project_text(path: Path) -> str:
    if path.suffix == ".qgs":
        return path.read_text(encoding="utf-8")
    with zipfile.ZipFile(path) as archive:
        (name,) = archive.namelist()
        assert name == f"{path.stem}.qgs"
        return archive.read(name).decode("utf-8")


def test_a_folder_gets_every_form(processing, made: Path, output: Path) -> None:
    folder = output / "For the council"
    assert export(processing, made, folder) == str(folder)
    endings = (" page.gpkg", ".csv", ".csv.run.json", ".gpkg", ".gpkg.run.json", ".qgz", ".xlsx")
    assert sorted(path.name for path in folder.iterdir()) == [f"For the council{ending}" for ending in endings]
    (folder / "mine.txt").write_text("mine", encoding="utf-8")
    export(processing, made, folder)
    assert (folder / "mine.txt").read_text(encoding="utf-8") == "mine"


def test_exporting_again_replaces_what_was_there(processing, made: Path, output: Path) -> None:
    for ending in (".qgz", ".xlsx", ".csv"):
        target = output / f"map{ending}"
        export(processing, made, target)
        export(processing, made, target, FOCUS=COAST)
    assert len(csv_rows(output / "map.csv")) == 28 == len(sheet(output / "map.xlsx", "Result"))
    assert len(rows_of(str(output / "map.gpkg"))) == 28 and leftovers(output) == []


# A part of a result


def test_a_focus_keeps_ranks_and_counts_anew(processing, made: Path, wards: pd.DataFrame, output: Path) -> None:
    target = output / "coast.gpkg"
    export(processing, made, target, FOCUS=COAST)
    coast = wards[wards["district_name"] == "Marram Coast"].set_index("area_code")
    rows = rows_of(str(target))
    assert rows["cni_rank"].astype(int).to_dict() == coast["cni_rank"].to_dict()
    record = record_of(str(target))
    counts = coast["category"].value_counts()
    assert record["counts"]["areas"] == {name: counts.get(name, 0) for name in CATEGORIES}
    assert (
        record["counts"]["people"]["left_behind"] == coast.loc[coast["category"] == "left_behind", "population"].sum()
    )
    assert list(record["by_district"]) == ["Marram Coast"] and record["focus"]["areas"] == 28
    assert record["universe"] == record_of(source(made))["universe"]
    assert record["published"] == {"rebuilt": 7, "published": 7, "not_on_list": [], "only_on_list": []}
    assert saved_styles(target, "coast")[0][2][0] == "Left behind: worst 10% on both (rebuilt 7, published 7)"


def test_a_selection(processing, made: Path, output: Path, qgis_new_project) -> None:
    layer = QgsVectorLayer(source(made), "result")
    QgsProject.instance().addMapLayer(layer)
    chosen = sorted(layer.allFeatureIds())[3:8]
    layer.selectByIds(chosen)
    wanted = {layer.getFeature(id)["area_code"] for id in chosen}
    target = output / "some.csv"
    selected = QgsProcessingFeatureSourceDefinition(layer.id(), selectedFeaturesOnly=True)
    processing.run("cni:export", {"RESULT": selected, "OUTPUT": str(target)})
    assert {row["area_code"] for row in csv_rows(target)} == wanted


# What is refused, and what stays


@pytest.mark.parametrize("name", ["map.shp", "map.pdf", "map.geojson"])
def test_an_ending_that_is_no_form(processing, made: Path, output: Path, name: str) -> None:
    text = refusal(processing, made, output / name)
    assert text.startswith(f"The result cannot be exported as {name}. Let its name end in .gpkg, .xlsx, .csv, .qgz")
    assert list(output.iterdir()) == []


@pytest.mark.parametrize("name", ["a.gpkg", "a.csv", "a.xlsx", "a.qgz", "a.qgs", "a"])
def test_a_folder_that_cannot_be_written_to(processing, made: Path, name: str) -> None:
    """Not even root can write to /proc."""
    assert refusal(processing, made, Path("/proc") / name).startswith("Nothing can be written to /proc")


def test_a_folder_that_is_not_there(processing, made: Path, output: Path) -> None:
    text = refusal(processing, made, output / "none" / "a.xlsx")
    assert text == f"The folder {output / 'none'} does not exist. Choose a folder that does."


def test_the_result_is_not_written_over(processing, old: Path) -> None:
    before = old.read_bytes()
    for ending in (".gpkg", ".qgz"):
        text = refusal(processing, old, old.with_suffix(ending))
        assert text.startswith("The result would replace the input result.gpkg.")
    assert old.read_bytes() == before and not old.with_suffix(".qgz").exists()


def test_a_geopackage_that_another_program_writes(processing, made: Path, output: Path) -> None:
    target = output / "map.gpkg"
    export(processing, made, target)
    before = target.read_bytes()
    with held(target, "BEGIN EXCLUSIVE"):
        for ending in (".gpkg", ".qgz"):
            assert "map.gpkg is in use" in refusal(processing, made, target.with_suffix(ending))
    assert target.read_bytes() == before and not target.with_suffix(".qgz").exists()


@pytest.mark.parametrize(("ending", "room"), [(".csv", 8192), (".xlsx", 8192), (".gpkg", 150_000), (".qgs", 450_000)])
def test_a_full_disk_leaves_the_old_file(processing, made: Path, output: Path, ending: str, room: int) -> None:
    target = output / f"map{ending}"
    export(processing, made, target, FOCUS=COAST)
    before = target.read_bytes()
    with short_of_disk(room):
        text = refusal(processing, made, target)
    assert "could not be written" in text and "map" in text
    if ending == ".gpkg":
        assert len(rows_of(str(target))) == 28
    else:
        assert target.read_bytes() == before
    assert leftovers(output) == []


# The example's page


def test_the_example_prints_its_page(processing, output: Path) -> None:
    given = {"OUTPUT": str(output / "example.gpkg"), "PDF": str(output / "page.pdf")}
    outputs = processing.run("cni:example", given)
    assert (outputs["PDF"], outputs["LEFT_BEHIND"]) == (str(output / "page.pdf"), 8)
    text = pdf_text(output / "page.pdf")
    assert "Left behind neighbourhoods in Sampleshire" in text and "Describes places, not people." in text
    assert "Left behind: worst 10% on both (8)" in text


def test_the_example_refuses_a_page_that_cannot_be_written(processing, output: Path) -> None:
    feedback = Feedback()
    with pytest.raises(QgsProcessingException):
        given = {"OUTPUT": str(output / "example.gpkg"), "PDF": str(output / "none" / "page.pdf")}
        processing.run("cni:example", given, feedback=feedback)
    assert feedback.errors[0].startswith(f"The folder {output / 'none'} does not exist.")
    assert list(output.iterdir()) == []
