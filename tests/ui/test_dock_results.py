"""The page Results: where layers are saved, and what is said of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from county import County, record_of, rows_of
from dock_desk import DockDesk, type_number
from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from results_page import part, state

from cni_mapper.ui.dialogs import output_path

NOTHING = (
    "Choose the boundaries of the areas (page Areas); a table of indicators (page Index); a table of deprivation "
    "(page Deprivation) first."
)


pytest_plugins = ["results_fixtures"]


@pytest.fixture
def desk(results_desk: DockDesk) -> DockDesk:
    return results_desk


@pytest.fixture
def made(desk: DockDesk) -> DockDesk:
    desk.choose()
    desk.make()
    return desk


def type_path(desk: DockDesk, text: str) -> None:
    field = part(desk, "path")
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)
    field.clearFocus()
    desk.settle()


def test_without_data_every_button_says_why_it_is_off(desk: DockDesk) -> None:
    assert desk.status() == NOTHING
    assert state(desk, "make") == (False, NOTHING)
    for name in ("print", "profiles", "atlas", "export", "files", "note", "overlap"):
        assert state(desk, name) == (False, "Make the layers first.")
    assert state(desk, "compare") == (False, "Two runs with layers are needed; this project has none yet.")
    assert part(desk, "why_none").text() == "Make the layers first."


def test_layers_are_made_in_the_usual_folder(desk: DockDesk, documents: Path) -> None:
    desk.choose()
    assert desk.status() == "All is ready. Choose where to save, then press 'Make layers'."
    assert part(desk, "path").text() == str(documents / "CNI Mapper" / "Sampleshire.gpkg")
    desk.click("cni_mapper_results_make")
    desk.settle()
    file = documents / "CNI Mapper" / "Sampleshire.gpkg"
    assert rows_of(f"{file}|layername=Sampleshire")["category"].tolist().count("left_behind") == 8
    assert desk.session.made.output == str(file)
    (group,) = QgsProject.instance().layerTreeRoot().findGroups()
    assert len(group.findLayers()) == 6
    assert desk.status() == "The layers are made and saved in Sampleshire.gpkg."


def test_a_saved_project_keeps_its_results_beside_it(desk: DockDesk, tmp_path: Path) -> None:
    desk.choose()
    folder = tmp_path / "work"
    folder.mkdir()
    assert QgsProject.instance().write(str(folder / "project.qgz"))
    (folder / "Sampleshire.gpkg").write_bytes(b"something else")
    desk.session.edit("again", name="Sampleshire")
    desk.dock._refresh()
    assert part(desk, "path").text() == str(folder / "Sampleshire 2.gpkg")


@pytest.mark.parametrize(
    ("name", "stem"),
    [("Map 1", "Map 1"), ("Example: Sampleshire", "Example Sampleshire"), ("a/b\\c|d*", "a b c d"), ("…", "map"),
     ("Cyngor Sir Gâr, Mai", "Cyngor Sir Gâr, Mai"), ("../secret", "secret")],
)  # fmt: skip
def test_a_run_gives_its_file_a_name_that_any_system_takes(name: str, stem: str) -> None:
    assert output_path.file_stem(name) == stem


def test_a_typed_name_is_a_geopackage_in_the_usual_folder(desk: DockDesk, documents: Path) -> None:
    desk.choose()
    type_path(desk, "may")
    assert desk.session.choices.output == str(documents / "CNI Mapper" / "may.gpkg")
    desk.click("cni_mapper_results_make")
    desk.settle()
    assert (documents / "CNI Mapper" / "may.gpkg").exists()


def test_a_place_that_will_not_do_is_said_before_anything_runs(desk: DockDesk, output: Path) -> None:
    desk.choose()
    for path, words in (
        (str(output / "map.shp"), "The result cannot be saved as map.shp. Save it as a GeoPackage (.gpkg)"),
        (str(output / "none" / "map.gpkg"), f"The folder {output / 'none'} does not exist."),
    ):
        type_path(desk, path)
        assert part(desk, "where").text().startswith(words)
        assert desk.status().startswith(words)
        enabled, tip = state(desk, "make")
        assert (enabled, tip[:20]) == (False, words[:20])
    type_path(desk, str(output / "map.gpkg"))
    assert state(desk, "make")[0]
    assert not part(desk, "where").isVisible()


def test_the_result_of_another_run_is_not_written_over(made: DockDesk) -> None:
    made.session.new_run("Second", copy=True)
    made.settle()
    type_path(made, str(made.output / "result.gpkg"))
    assert state(made, "make") == (False, "The result of the run 'Sampleshire' is there. Choose another file.")
    assert made.status() == "The result of the run 'Sampleshire' is there. Choose another file."


def test_a_file_that_is_there_is_said_to_be(made: DockDesk, output: Path) -> None:
    assert not part(made, "where").isVisible()
    made.session.new_run("Second", copy=True)
    made.settle()
    (output / "other.gpkg").write_bytes((output / "result.gpkg").read_bytes())
    type_path(made, str(output / "other.gpkg"))
    assert part(made, "where").text() == (
        "other.gpkg exists already: its layer 'other' will be replaced, if it has one; all else in it stays."
    )
    made.click("cni_mapper_results_make")
    made.settle()
    for table in ("result", "other"):
        assert len(rows_of(f"{output / 'other.gpkg'}|layername={table}")) == 150


def test_making_waits_for_reading(desk: DockDesk) -> None:
    desk.choose()
    desk.session.read_again()
    words = "Wait until the work that goes on is done, or press Stop."
    assert state(desk, "make") == (False, words)
    assert desk.status() == words
    desk.settle()
    assert state(desk, "make")[0]


def counts(desk: DockDesk) -> dict[str, tuple[str, str]]:
    return {
        name: tuple(part(desk, f"{name}_{what}").text() for what in ("areas", "people"))
        for name in ("left_behind", "deprived", "high_need", "other")
    }


def expected(record: dict[str, Any]) -> dict[str, tuple[str, str]]:
    found = record["counts"]
    return {
        name: (f"{found['areas'][name]:,}", f"{found['people'][name]:,}")
        for name in ("left_behind", "deprived", "high_need", "other")
    }


def test_the_result_is_said_in_words(made: DockDesk) -> None:
    record = record_of(made.session.made.output)
    assert counts(made) == expected(record)
    assert part(made, "sentence").text() == (
        "8 of 150 wards are left behind: among the worst 15 of 150 on the Sampleshire Community Needs Index (made up) "
        "and the worst 15 of 150 on deprivation (deprivation.csv)."
    )
    for entry in record["warnings"]:
        assert entry["text"] in part(made, "warnings").text()
    assert part(made, "warnings_box").title() == f"Good to know ({len(record['warnings'])})"


def test_warnings_stand_before_what_only_informs(desk: DockDesk, county: County) -> None:
    county.put("community_needs.csv", "civic_assets_score", {0: "*"})
    desk.choose()
    desk.make()
    record = record_of(desk.session.made.output)
    text = part(desk, "warnings").text()
    (missing,) = [entry["text"] for entry in record["warnings"] if "community_needs.csv" in entry["text"]][:1]
    found = next(entry["text"] for entry in record["warnings"] if entry["code"] == "weight_found")
    assert text.index(missing) < text.index(found)


def test_while_trying_the_page_says_that_it_shows_what_is_saved(made: DockDesk) -> None:
    type_number(made.part("cni_mapper_thresholds_cni_box"), "20")
    made.settle()
    assert made.status() == "The choices have changed since the layers were made."
    assert part(made, "stale").text().startswith("As it was saved.")
    assert counts(made)["left_behind"][0] == "8"
    made.click("cni_mapper_what_if_keep")
    made.settle()
    assert counts(made) == expected(record_of(made.session.made.output))
    assert counts(made)["left_behind"][0] == "11"
    assert not part(made, "stale").isVisible()


def test_a_result_written_anew_is_told_of_anew(made: DockDesk, county: County) -> None:
    """The choices are the same, the data is not."""
    county.put("deprivation.csv", "imd_score", {0: "99"})
    file = Path(made.session.made.output + ".run.json")
    before = json.loads(file.read_text())
    made.click("cni_mapper_results_make")
    made.settle()
    after = json.loads(file.read_text())
    assert before["inputs"] != after["inputs"]
    assert made.dock.findChild(type(made.dock.pages[-1]))._record == after


def test_layers_that_are_gone_are_said_to_be_and_come_back(made: DockDesk) -> None:
    project = QgsProject.instance()
    project.removeMapLayers([node.layerId() for node in project.layerTreeRoot().findGroups()[0].findLayers()])
    made.settle()
    assert made.status() == "The result layers are no longer in the project. 'Make layers' brings them back."
    assert state(made, "export") == (False, "Make the layers first.")
    made.click("cni_mapper_results_make")
    made.settle()
    assert made.dock.live_map.result_layer() is not None


def test_without_its_record_a_result_says_so(made: DockDesk) -> None:
    made.session.new_run("Second", copy=False)
    Path(made.output / "result.gpkg.run.json").unlink()
    layer = next(iter(QgsProject.instance().mapLayersByName("Left behind overlay")))
    metadata = layer.metadata()
    metadata.setHistory([])
    layer.setMetadata(metadata)
    made.session.open_run(0)
    made.settle()
    assert part(made, "stale").text() == "The run record of this result was not found. 'Make layers' writes it anew."
