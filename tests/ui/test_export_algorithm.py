"""cni:export: a result for people without the plugin, in every form, whole or as it was before."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from county import assert_same_rows, record_of, rows_of
from export_run import CATEGORIES, COAST, STYLES, csv_rows, export, result_table, sheet, source
from output_files import OTHER, held, leftovers, other_content, saved_styles, short_of_disk
from output_run import Feedback
from qgis.core import QgsProcessingException, QgsProcessingFeatureSourceDefinition, QgsProject, QgsVectorLayer


def refusal(processing: Any, made: Path, target: Path, **more: Any) -> str:
    """The sentence with which an export is refused."""
    feedback = Feedback()
    given = {"RESULT": source(made), "OUTPUT": str(target), **more}
    with pytest.raises(QgsProcessingException) as caught:
        processing.run("cni:export", given, feedback=feedback)
    return feedback.errors[0] if feedback.errors else str(caught.value)


@pytest.fixture
def wards(made: Path) -> pd.DataFrame:
    return result_table(made)


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
