"""Two runs side by side: what the window says is what their two files hold, and the change layer lasts."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from county import County, layer_frame, rows_of
from desk import wait_until
from dock_desk import DockDesk, cell_place, dock_desk, pick, texts
from qgis.core import QgsFeatureRequest, QgsProject, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QFileDialog, QWidget
from style_parts import symbols

from cni_mapper.core.index.definition import with_weights
from cni_mapper.ui.dialogs.compare_dialog import CompareDialog
from cni_mapper.ui.settings import Settings, read_settings, write_settings

NO_KEY, LEFT = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
COAST = "X07000002"


@pytest.fixture
def desk(
    processing: Any, county: County, output: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[DockDesk]:
    """A project with two runs that have results: as published, and with civic assets counting four times."""
    with dock_desk(county, output, monkeypatch, tmp_path / "data") as desk:
        desk.choose()
        desk.make()
        add_run(desk, "Assets", definition=with_weights(desk.session.choices.definition, {"civic_assets": 4.0}))
        desk.turn_to("results")
        yield desk


def add_run(desk: DockDesk, name: str, **changes: Any) -> None:
    desk.session.new_run(name, copy=True)
    desk.session.edit("Change", **changes)
    desk.settle()
    desk.make(f"{name.lower()}.gpkg")


@pytest.fixture
def dialog(desk: DockDesk) -> CompareDialog:
    desk.click("cni_mapper_results_compare")
    ready(desk)
    return desk.part("cni_mapper_compare")


def ready(desk: DockDesk) -> None:
    wait_until(lambda: not part(desk, "work").is_busy)
    desk.settle()


def part(desk: DockDesk, name: str) -> Any:
    return desk.part(f"cni_mapper_compare_{name}")


@pytest.fixture
def both(desk: DockDesk) -> pd.DataFrame:
    """The rows of both files side by side, with what changed, by pandas alone."""
    first, second = (rows_of(str(desk.output / f"{name}.gpkg")) for name in ("result", "assets"))
    both = first[["area_name", "district_name", "cni_rank", "category"]].join(
        second[["cni_rank", "category"]], rsuffix="_after"
    )
    was, now = both["category"] == "left_behind", both["category_after"] == "left_behind"
    both["change"] = ""
    both.loc[was & now, "change"] = "Stayed"
    both.loc[~was & now, "change"] = "Joined"
    both.loc[was & ~now, "change"] = "Left"
    return both


def count(both: pd.DataFrame, change: str) -> int:
    return int((both["change"] == change).sum())


def test_the_open_run_comes_second_after_the_one_before_it(desk: DockDesk, dialog: CompareDialog) -> None:
    assert [part(desk, name).currentText() for name in ("first", "second")] == ["Sampleshire", "Assets"]
    assert dialog.isVisible()
    assert not dialog.isModal()


def test_the_sentence_counts_what_the_files_hold(desk: DockDesk, dialog: CompareDialog, both: pd.DataFrame) -> None:
    joined, left, stayed = (count(both, change) for change in ("Joined", "Left", "Stayed"))
    assert joined + left > 0
    assert part(desk, "summary").text() == (
        f"Inside both limits are 8 areas in 'Sampleshire' and {stayed + joined} in 'Assets': {joined} joined, "
        f"{left} left, {stayed} stayed."
    )


def test_the_table_holds_every_area_with_what_became_of_it(
    desk: DockDesk, dialog: CompareDialog, both: pd.DataFrame
) -> None:
    categories = {"left_behind": "Left behind", "deprived": "Deprived", "high_need": "High need", "other": "Other"}
    rows = {(row[0], row[1]): row[2:] for row in texts(part(desk, "table"))}
    assert len(rows) == 150
    for area in both.itertuples():
        moved = area.cni_rank - area.cni_rank_after
        after = categories[area.category_after].replace("Left behind", "High on both")
        same = area.category == area.category_after
        wanted = [
            str(area.cni_rank),
            str(area.cni_rank_after),
            f"{moved:+d}".replace("-", "−") if moved else "0",
            after if same else f"{categories[area.category]} → {after}",
            area.change,
        ]
        assert rows[area.area_name, area.district_name] == wanted


def test_who_joined_and_left_comes_first(desk: DockDesk, dialog: CompareDialog, both: pd.DataFrame) -> None:
    shown = [row[-1] for row in texts(part(desk, "table"))]
    wanted = [change for change in ("Joined", "Left", "Stayed", "") for _ in range(count(both, change))]
    assert shown == wanted


def test_the_table_is_narrowed_by_change_and_by_name(desk: DockDesk, dialog: CompareDialog, both: pd.DataFrame) -> None:
    table = part(desk, "table")
    pick(part(desk, "filter"), f"Joined ({count(both, 'Joined')})")
    assert {row[0] for row in texts(table)} == set(both["area_name"][both["change"] == "Joined"])
    moved = both["cni_rank"] != both["cni_rank_after"]
    pick(part(desk, "filter"), f"Moved ({moved.sum()})")
    assert len(texts(table)) == moved.sum()
    QTest.keyClicks(part(desk, "search"), "marram")
    assert {row[1] for row in texts(table)} == {"Marram Coast"}
    assert len(texts(table)) == (moved & (both["district_name"] == "Marram Coast")).sum()
    part(desk, "search").clear()
    QTest.keyClicks(part(desk, "search"), both.index[moved][0])
    assert [row[0] for row in texts(table)] == [both["area_name"][moved].iloc[0]]


def test_an_area_is_shown_on_the_map_from_table_and_chart(
    desk: DockDesk, dialog: CompareDialog, both: pd.DataFrame
) -> None:
    layer, canvas, table = desk.dock.live_map.result_layer(), desk.iface.canvas, part(desk, "table")
    canvas.setExtent(layer.extent())
    place = cell_place(table, 5)
    name, district = texts(table)[5][:2]
    QTest.mouseClick(table.viewport(), LEFT, NO_KEY, place)
    QTest.mouseDClick(table.viewport(), LEFT, NO_KEY, place)
    (code,) = both.index[(both["area_name"] == name) & (both["district_name"] == district)]
    assert canvas.extent().contains(ward_box(layer, code))
    assert canvas.extent().width() < layer.extent().width() / 2
    chart = part(desk, "chart")
    row = 0
    QTest.mouseClick(chart, LEFT, NO_KEY, chart.place_of(row).toPoint())
    chosen = table.selectionModel().selectedRows()[0].row()
    name, district = texts(table)[chosen][:2]
    (code,) = both.index[(both["area_name"] == name) & (both["district_name"] == district)]
    assert canvas.extent().contains(ward_box(layer, code))


def ward_box(layer: QgsVectorLayer, code: str) -> Any:
    (feature,) = layer.getFeatures(QgsFeatureRequest().setFilterExpression(f"area_code = '{code}'"))
    return feature.geometry().boundingBox()


# The change layer


def make_layer(desk: DockDesk) -> QgsVectorLayer:
    desk.click("cni_mapper_compare_layer")
    ready(desk)
    (layer,) = QgsProject.instance().mapLayersByName("Change from Sampleshire to Assets")
    return layer


def test_the_change_layer_lasts_with_the_project(
    desk: DockDesk, dialog: CompareDialog, both: pd.DataFrame, tmp_path: Path
) -> None:
    layer = make_layer(desk)
    file = desk.output / "Change from Sampleshire to Assets.gpkg"
    assert part(desk, "said").text() == (
        f"The layer 'Change from Sampleshire to Assets' is in the project, saved in {file}."
    )
    assert desk.iface.active == layer
    assert QgsProject.instance().layerTreeRoot().layerOrder()[0] == layer
    assert QgsProject.instance().write(str(tmp_path / "project.qgz"))
    QgsProject.instance().clear()
    assert QgsProject.instance().read(str(tmp_path / "project.qgz"))
    (layer,) = QgsProject.instance().mapLayersByName("Change from Sampleshire to Assets")
    assert layer.isValid()
    rows = layer_frame(layer)
    names = {"Joined": "joined", "Left": "left", "Stayed": "stayed", "": "other"}
    assert rows["change"].to_dict() == both["change"].map(names).to_dict()
    assert rows["first_rank"].to_dict() == both["cni_rank"].to_dict()
    assert rows["moved"].to_dict() == (both["cni_rank"] - both["cni_rank_after"]).to_dict()
    assert all(not feature.geometry().isEmpty() for feature in layer.getFeatures())
    renderer = layer.renderer()
    assert (renderer.type(), renderer.classAttribute()) == ("categorizedSymbol", "change")
    labels = {category.value(): category.label() for category in renderer.categories()}
    assert list(labels) == ["joined", "left", "stayed", "other"]
    for change, key in names.items():
        assert labels[key].endswith(f"({count(both, change)})")


def test_the_style_is_that_of_the_file_and_of_the_colours_chosen(desk: DockDesk, dialog: CompareDialog) -> None:
    settings = read_settings()
    write_settings(Settings(settings.data_folder, colours="grey"))
    layer = make_layer(desk)
    fresh = QgsVectorLayer(layer.source(), "fresh", "ogr")
    for one in (layer, fresh):
        fills = {key: symbol.symbolLayer(0).fillColor() for key, symbol in symbols(one.renderer()).items()}
        assert len(fills) == 4
        assert all(fill.red() == fill.green() == fill.blue() for fill in fills.values())
    assert "8 areas in 'Sampleshire'" in fresh.metadata().abstract()


def test_making_it_again_renews_the_same_layer(desk: DockDesk, dialog: CompareDialog) -> None:
    layer = make_layer(desk)
    before = layer_frame(layer)["change"].value_counts().to_dict()
    definition = desk.session.choices.definition
    desk.session.edit("Weight", definition=with_weights(definition, {"civic_assets": 1.0, "connectedness": 9.0}))
    desk.settle()
    desk.session.make(desk.session.made.output)
    desk.settle()
    ready(desk)
    again = make_layer(desk)
    assert again is layer
    after = layer_frame(again)["change"].value_counts().to_dict()
    assert after != before
    label = next(one.label() for one in again.renderer().categories() if one.value() == "stayed")
    assert label.endswith(f"({after['stayed']})")


def test_a_change_layer_that_is_being_edited_is_left_alone(desk: DockDesk, dialog: CompareDialog) -> None:
    layer = make_layer(desk)
    assert layer.startEditing()
    desk.click("cni_mapper_compare_layer")
    ready(desk)
    assert "is being edited" in part(desk, "said").text()
    assert layer.rollBack()


# Other areas, other runs


def test_areas_of_one_run_only_are_counted_and_drawn(desk: DockDesk) -> None:
    add_run(desk, "Coast", districts=(COAST,), within_focus=True)
    desk.click("cni_mapper_results_compare")
    pick(part(desk, "first"), "Sampleshire")
    ready(desk)
    words = part(desk, "summary").text()
    assert "Areas that only one of the runs has: 122." in words
    assert "They rank 150 and 28 areas, so one place is not the same step in both." in words
    pick(part(desk, "filter"), "Only in one run (122)")
    assert {row[-1] for row in texts(part(desk, "table"))} == {"Only in the first"}
    desk.click("cni_mapper_compare_layer")
    ready(desk)
    (layer,) = QgsProject.instance().mapLayersByName("Change from Sampleshire to Coast")
    assert layer_frame(layer)["change"].tolist().count("one_run") == 122
    assert layer.featureCount() == 150
    assert all(not feature.geometry().isEmpty() for feature in layer.getFeatures())
    assert [one.value() for one in layer.renderer().categories()][-1] == "one_run"


def test_one_run_is_not_compared_with_itself(desk: DockDesk, dialog: CompareDialog) -> None:
    pick(part(desk, "first"), "Assets")
    ready(desk)
    assert part(desk, "summary").text() == "Choose two different runs."
    assert texts(part(desk, "table")) == []
    for name in ("layer", "export", "picture"):
        assert (part(desk, name).isEnabled(), part(desk, name).toolTip()) == (False, "Choose two different runs.")


def test_it_follows_the_runs_of_the_project(desk: DockDesk, dialog: CompareDialog) -> None:
    desk.session.rename_run("Committee")
    ready(desk)
    assert part(desk, "second").currentText() == "Committee"
    assert "'Committee'" in part(desk, "summary").text()
    desk.session.remove_run()
    ready(desk)
    assert part(desk, "summary").text().startswith("Two runs with layers are needed; this project has one.")


def test_there_is_one_window_and_it_goes_when_it_is_closed(desk: DockDesk, dialog: CompareDialog) -> None:
    desk.click("cni_mapper_results_compare")
    assert desk.part("cni_mapper_compare") is dialog
    desk.click("cni_mapper_compare_close")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert sip.isdeleted(dialog)
    assert desk.iface.window.findChildren(QWidget, "cni_mapper_compare") == []
    desk.session.edit("Something else", imd_limit=20.0)
    desk.settle()


def test_closing_it_stops_its_work(desk: DockDesk) -> None:
    desk.click("cni_mapper_results_compare")
    dialog = desk.part("cni_mapper_compare")
    assert part(desk, "work").is_busy
    dialog.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    desk.settle()
    assert sip.isdeleted(dialog)


# Tables and pictures


def test_the_table_is_saved(
    desk: DockDesk, dialog: CompareDialog, both: pd.DataFrame, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = desk.output / "both.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_: (str(file), "Table as text (*.csv)")))
    desk.click("cni_mapper_compare_export")
    ready(desk)
    with file.open(encoding="utf-8-sig", newline="") as opened:
        rows = {row["area_code"]: row for row in csv.DictReader(opened)}
    assert set(rows) == set(both.index)
    for code, row in rows.items():
        assert (row["first_rank"], row["second_rank"]) == (str(both.cni_rank[code]), str(both.cni_rank_after[code]))
        assert row["second_category"] == both["category_after"][code]
    assert part(desk, "said").text() == f"The table was saved as {file}."


def test_the_chart_is_saved(desk: DockDesk, dialog: CompareDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    file = desk.output / "ranks.svg"
    kind = "Drawing that can be edited (*.svg)"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_: (str(file), kind)))
    desk.click("cni_mapper_compare_picture")
    assert "Assets" in file.read_text(encoding="utf-8")
    assert part(desk, "said").text() == f"The chart was saved as {file}."
