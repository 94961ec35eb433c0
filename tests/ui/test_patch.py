"""A drawn patch: the panel says what cni:overlap gives for the same shape, and a kept patch is found again."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import pandas as pd
import pytest
from county import layer_frame, save_layer
from desk import wait_until
from inspecting import Bench
from loading import empty_project
from output_files import OTHER, add_notes
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsVectorLayer,
)
from qgis.gui import QgsRubberBand
from qgis.PyQt.QtCore import QEvent, Qt
from qgis.PyQt.QtGui import QGuiApplication, QKeyEvent
from qgis.PyQt.QtWidgets import QApplication

from cni_mapper.ui.algorithms.base import Steps
from cni_mapper.ui.dialogs import patch_work
from cni_mapper.ui.dialogs.patch import Living, PatchInput
from cni_mapper.ui.maps.patches import KeptPatch, save_patch
from cni_mapper.ui.maps.result_layer import read_destination

CATEGORIES = {"left_behind": "Left behind", "deprived": "Deprived", "high_need": "High need", "other": "Other"}
DESCRIBED = ("target_code", "target_name", "basis")


@pytest.fixture
def bench(processing, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bench]:
    with empty_project(monkeypatch):
        bench = Bench(sample, tmp_path / "county")
        yield bench
        bench.end()


@pytest.fixture
def made(bench: Bench) -> Bench:
    bench.read(bench.choices())
    bench.make()
    return bench


def three_wards(bench: Bench) -> list[QgsPointXY]:
    """The corners of a slanting box over a left behind ward and the two nearest to it."""
    rows = bench.rows()
    first = next(row for row in rows.values() if row["category"] == "left_behind")
    spot = first.geometry().pointOnSurface()
    near = sorted(rows.values(), key=lambda row: row.geometry().pointOnSurface().distance(spot))[:3]
    box = QgsGeometry.unaryUnion([row.geometry() for row in near]).boundingBox()
    x, y, lean = (box.xMinimum(), box.xMaximum()), (box.yMinimum(), box.yMaximum()), box.width() / 10
    return [
        QgsPointXY(*at) for at in ((x[0], y[0] + lean), (x[1] - lean, y[0]), (x[1], y[1] - lean), (x[0] + lean, y[1]))
    ]


def zoom(bench: Bench, corners: Sequence[QgsPointXY]) -> None:
    """So near that a pixel is a few metres."""
    box = QgsGeometry.fromMultiPointXY(corners).boundingBox()
    box.scale(1.5)
    bench.canvas.setExtent(box)


def draw_across(bench: Bench) -> None:
    corners = three_wards(bench)
    zoom(bench, corners)
    bench.draw(corners)


def shown(bench: Bench) -> Any:
    """What the panel has of the patch: a row with the columns of cni:overlap."""
    return bench.inspector._dock.patches.work.facts().row


def overlap(processing: ModuleType, bench: Bench, **given: Any) -> Any:
    """The row of cni:overlap for the patch as it was drawn."""
    patch = bench.inspector._dock.patches.work.patch
    layer = QgsVectorLayer(f"MultiPolygon?crs={patch.crs.authid()}&field=name:string", "patch", "memory")
    feature = QgsFeature(layer.fields())
    shape = QgsGeometry(patch.shape)
    shape.convertToMultiType()
    feature.setGeometry(shape)
    assert layer.dataProvider().addFeatures([feature])[0]
    result = f"{bench.folder / 'result.gpkg'}|layername=result"
    output = processing.run("cni:overlap", {"TARGET": layer, "RESULT": result, "OUTPUT": "TEMPORARY_OUTPUT", **given})
    found = QgsVectorLayer(output["OUTPUT"], "found", "ogr")
    assert found.isValid()
    return layer_frame(found).iloc[0]


def assert_same(row: Any, wanted: Any) -> None:
    for name in wanted.index.drop(["target_code", "target_name"]):
        if isinstance(wanted[name], str):
            assert row[name] == wanted[name], name
        else:
            assert row[name] == pytest.approx(wanted[name], rel=1e-9, abs=1e-12), name


def bands(bench: Bench) -> list[QgsRubberBand]:
    return [item for item in bench.canvas.scene().items() if isinstance(item, QgsRubberBand)]


def keep(bench: Bench, name: str) -> None:
    bench.widget("patch_name").setText(name)
    bench.widget("patch_keep").click()
    bench.wait_patch()
    assert bench.text("patch_message") == f"Kept as '{name}'."


def kept_layer(bench: Bench, table: str = "patch") -> QgsVectorLayer:
    layer = QgsVectorLayer(f"{bench.folder / 'result.gpkg'}|layername={table}", table, "ogr")
    assert layer.isValid()
    return layer


def kept_rows(bench: Bench) -> pd.DataFrame:
    return layer_frame(kept_layer(bench)).set_index("patch_name")


def test_across_three_wards_it_says_what_the_algorithm_gives(made: Bench, processing) -> None:
    points = made.add("small_areas.gpkg")
    draw_across(made)
    wanted = overlap(processing, made, POINTS=points)
    assert wanted["areas"] >= 3
    assert_same(shown(made), wanted)
    assert shown(made)["basis"] == "residents of small areas"
    assert made.text("patch_people_words") == f"{wanted['residents']:,.0f} people live in this patch."
    for category, name in CATEGORIES.items():
        people = wanted[f"share_{category}"] * wanted["residents"]
        assert f"<td align='left'>{name}</td>" in made.text("patch_categories")
        assert f"<td align='right'>{people:,.0f}</td>" in made.text("patch_categories")
    assert "it was not among the areas that were ranked" in made.text("patch_no_rank")
    first = wanted["area_names"].split("; ")[0].rpartition(" ")
    assert f">{first[0]}</a> – {first[2]}, " in made.text("patch_areas")
    assert made.inspector.draw_action.isChecked() is False
    assert made.canvas.mapTool() is made.pan


def test_by_land_area_where_nothing_says_where_people_live(made: Bench, processing) -> None:
    draw_across(made)
    wanted = overlap(processing, made, BY_LAND_AREA=True)
    assert_same(shown(made), wanted)
    assert shown(made)["quality"] == "partial", "the box reaches into the sea"
    assert "Part of the patch is not known" in made.text("patch_quality")
    about = f"About {wanted['residents']:,.0f} people live in this patch, estimated by land area."
    assert made.text("patch_people_words") == about
    assert "which they are not" in made.text("patch_quality")
    made.add("small_areas.gpkg")
    made.wait_patch()
    assert shown(made)["basis"] == "residents of small areas"


def test_residents_come_from_the_look_up_where_the_points_hold_none(made: Bench, processing) -> None:
    without = made.add("small_areas.gpkg")
    layer = QgsProject.instance().mapLayer(without)
    centres = processing.run("native:centroids", {"INPUT": layer, "OUTPUT": "memory:"})["OUTPUT"]
    assert centres.dataProvider().deleteAttributes([centres.fields().lookupField("population")])
    centres.updateFields()
    QgsProject.instance().removeMapLayer(without)
    QgsProject.instance().addMapLayer(centres)
    corners = three_wards(made)
    zoom(made, corners)
    made.inspector.draw_action.trigger()
    box = made.widget("patch_people")
    assert box.people() is None, "a layer without residents is no guess"
    choose_people(made, centres)
    made.draw(corners)
    lookup = str(made.folder / "small_area_to_ward.csv")
    assert_same(shown(made), overlap(processing, made, POINTS=centres, LOOKUP=lookup))


def test_without_residents_anywhere_it_says_what_is_missing(made: Bench, processing) -> None:
    """A run whose deprivation is by area, without a look-up."""
    rows = [(code, row["imd_score"]) for code, row in made.rows().items()]
    pd.DataFrame(rows, columns=["ward_code", "imd_score"]).to_csv(made.folder / "by_area.csv", index=False)
    made.session.edit("Deprivation", deprivation=made.add("by_area.csv"), lookup="")
    data = made.session.data
    wait_until(lambda: made.session.data is not data and made.session.tried is not None)
    draw_across(made)
    assert made.text("patch_message").startswith("The layer of boundaries holds no residents")
    layer = QgsProject.instance().mapLayer(made.add("small_areas.gpkg"))
    centres = processing.run(
        "native:retainfields", {"INPUT": layer, "FIELDS": ["small_area_code"], "OUTPUT": "memory:"}
    )
    QgsProject.instance().addMapLayer(centres["OUTPUT"])
    choose_people(made, centres["OUTPUT"])
    made.wait_patch()
    assert made.text("patch_message").startswith("No column of residents was given or found in ")


def choose_people(bench: Bench, layer: QgsVectorLayer | None) -> None:
    """As the user does with the list."""
    box = bench.widget("patch_people")
    box.setLayer(layer)
    box.activated[int].emit(box.currentIndex())
    QApplication.processEvents()


def test_drawn_on_a_map_in_degrees(made: Bench, processing) -> None:
    points = made.add("small_areas.gpkg")
    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    there = QgsCoordinateTransform(made.result().crs(), degrees, QgsProject.instance())
    corners = [there.transform(corner) for corner in three_wards(made)]
    made.canvas.setDestinationCrs(degrees)
    zoom(made, corners)
    made.draw(corners)
    assert made.inspector._dock.patches.work.patch.crs == degrees
    assert_same(shown(made), overlap(processing, made, POINTS=points))
    choose_people(made, None)
    made.wait_patch()
    assert_same(shown(made), overlap(processing, made, BY_LAND_AREA=True))


def test_the_shares_follow_the_what_if(made: Bench, processing) -> None:
    points = made.add("small_areas.gpkg")
    draw_across(made)
    before = shown(made)
    made.session.edit("Limits", cni_limit=30.0, imd_limit=30.0)
    wait_until(lambda: made.session.tried.limits.cni.amount == 30)
    after = shown(made)
    assert after["share_left_behind"] > before["share_left_behind"]
    assert "High on both" in made.text("patch_categories")
    made.make()
    assert_same(after, overlap(processing, made, POINTS=points))


def test_a_patch_in_which_nobody_lives(made: Bench) -> None:
    made.add("small_areas.gpkg")
    box = made.result().extent()
    made.canvas.setExtent(box.buffered(box.width() / 2))
    x, y, side = box.xMinimum() - box.width() / 3, box.yMinimum() - box.width() / 3, box.width() / 9
    made.draw([QgsPointXY(x, y), QgsPointXY(x + side, y), QgsPointXY(x, y + side)])
    assert made.text("patch_people_words") == "No residents are known in this patch."
    assert made.text("patch_categories") == ""
    choose_people(made, None)
    made.wait_patch()
    assert made.text("patch_people_words") == "No residents are known in this patch."
    assert "Part of the patch is not known" in made.text("patch_quality")


def test_corners_are_taken_back_and_too_few_are_refused(made: Bench) -> None:
    made.inspector.draw_action.trigger()
    corners = three_wards(made)[:3]
    tool = made.inspector._patch_tool
    for corner in corners:
        made.click(corner)
    made.press(Qt.Key.Key_Backspace)
    assert len(tool._corners) == 2
    made.click(corners[0], Qt.MouseButton.RightButton)
    assert made.text("patch_message").startswith("A patch needs at least three corners")
    assert (made.inspector._dock.patches.work.patch, bands(made)) == (None, [])
    for corner in corners:
        made.click(corner)
    assert len(bands(made)) == 1
    made.press(Qt.Key.Key_Escape)
    assert (tool._corners, bands(made)) == ([], [])
    assert made.canvas.mapTool() is made.pan


def test_taking_back_a_corner_does_not_delete_what_is_selected(made: Bench) -> None:
    """QGIS deletes the selected shapes by the same key, unless the event says that the tool has used it."""
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier)
    event.accept()
    made.inspector._patch_tool.keyPressEvent(event)
    assert not event.isAccepted()


@pytest.mark.parametrize("end", ["double click", "Return"])
def test_other_ways_to_end_a_patch(made: Bench, end: str) -> None:
    made.inspector.draw_action.trigger()
    corners = three_wards(made)
    zoom(made, corners)
    for corner in corners:
        made.click(corner)
    if end == "Return":
        made.press(Qt.Key.Key_Return)
    else:
        made.double_click(corners[2])
    made.wait_patch()
    shape = made.inspector._dock.patches.work.patch.shape
    drawn = QgsGeometry.fromPolygonXY([corners])
    assert shape.symDifference(drawn).area() < 0.05 * drawn.area()
    (band,) = bands(made)
    assert band.asGeometry().symDifference(shape).area() < 1


def test_the_selected_shapes_of_a_layer_are_taken_as_a_patch(made: Bench, processing) -> None:
    points = made.add("small_areas.gpkg")
    made.inspector.draw_action.trigger()
    button = made.widget("patch_selected")
    made.iface.active = None
    button.click()
    assert made.text("patch_message").startswith("No shape is selected.")
    wards = QgsProject.instance().mapLayer(made.session.choices.areas)
    made.iface.active = wards
    button.click()
    assert made.text("patch_message").startswith("No shape is selected.")
    wards.selectByExpression("\"ward_code\" IN ('X05000043', 'X05000044')")
    button.click()
    made.wait_patch()
    assert_same(shown(made), overlap(processing, made, POINTS=points))


def test_it_is_kept_in_a_table_beside_the_result(made: Bench) -> None:
    before = layer_frame(made.result())
    add_notes(made.folder / "result.gpkg")
    draw_across(made)
    drawn = made.inspector._dock.patches.work.patch.shape
    keep(made, "Preston Road")
    row = kept_rows(made).loc["Preston Road"]
    assert_same(shown(made), row.drop("described_by").rename({"": ""}).pipe(_as_overlap))
    assert row["described_by"] == "Sampleshire CNI: worst 10% on community need, worst 10% on deprivation."
    (feature,) = kept_layer(made).getFeatures()
    assert feature.geometry().symDifference(drawn).area() == pytest.approx(0, abs=1e-3)
    pd.testing.assert_frame_equal(layer_frame(made.result()), before)
    names = [layer.name() for layer in QgsProject.instance().mapLayers().values()]
    assert names.count("Patches") == 1
    assert QgsProject.instance().layerTreeRoot().children()[0].name() == "Patches"
    keep(made, "Preston Road")
    keep(made, "Another")
    assert list(kept_rows(made).index) == ["Preston Road", "Another"]
    (layer,) = (layer for layer in QgsProject.instance().mapLayers().values() if layer.name() == "Patches")
    assert sorted(feature["patch_name"] for feature in layer.getFeatures()) == ["Another", "Preston Road"]
    assert QgsVectorLayer(f"{made.folder / 'result.gpkg'}|layername={OTHER}", OTHER, "ogr").isValid()


def _as_overlap(row: Any) -> Any:
    return pd.concat([pd.Series({"target_code": "", "target_name": ""}), row])


def test_a_kept_patch_is_found_again_in_a_project_opened_from_another_folder(made: Bench) -> None:
    made.add("small_areas.gpkg")
    draw_across(made)
    keep(made, "Preston Road")
    expected = shown(made)
    project = QgsProject.instance()
    assert project.write(str(made.folder / "map.qgs"))
    project.clear()
    QApplication.processEvents()
    assert made.text("patch_message").startswith("Nothing has been ranked yet.")
    moved = made.folder.parent / "elsewhere"
    shutil.move(made.folder, moved)
    assert project.read(str(moved / "map.qgs"))
    wait_until(lambda: made.session.tried is not None and not made.session.is_busy)
    made.inspector._dock.patches.take(None)
    box = made.widget("patch_kept")
    assert [box.itemText(i) for i in range(box.count())] == ["Preston Road"]
    box.setCurrentIndex(0)
    box.activated[int].emit(0)
    made.wait_patch()
    pd.testing.assert_series_equal(shown(made), expected)
    assert made.text("patch_message") == "Kept as 'Preston Road'."


def test_a_result_made_again_leaves_the_kept_patches(made: Bench) -> None:
    draw_across(made)
    keep(made, "Preston Road")
    made.session.edit("Limit", cni_limit=20.0)
    made.make()
    assert list(kept_rows(made).index) == ["Preston Road"]


def test_a_table_of_that_name_that_is_not_ours_is_left_alone(made: Bench) -> None:
    other = QgsVectorLayer("Point?field=note:string", "other", "memory")
    feature = QgsFeature(other.fields())
    feature["note"] = "mine"
    other.dataProvider().addFeatures([feature])
    options = {"driver": "GPKG", "table": "patch"}
    _append(other, made.folder / "result.gpkg", options["table"])
    draw_across(made)
    keep(made, "Preston Road")
    assert [feature["note"] for feature in kept_layer(made, "patch").getFeatures()] == ["mine"]
    assert [feature["patch_name"] for feature in kept_layer(made, "patch_2").getFeatures()] == ["Preston Road"]
    keep(made, "Another")
    assert kept_layer(made, "patch_2").featureCount() == 2


def _append(layer: QgsVectorLayer, path: Path, table: str) -> None:
    from qgis.core import QgsVectorFileWriter

    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = "GPKG", table
    options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    done = QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), QgsCoordinateTransformContext(), options)
    assert done[0] == QgsVectorFileWriter.WriterError.NoError, done


def test_a_result_in_a_file_called_patch_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "patch.gpkg"
    layer = QgsVectorLayer("Polygon?crs=EPSG:27700&field=area_code:string", "patch", "memory")
    save_layer(layer, path)
    shape = QgsGeometry.fromWkt("POLYGON((0 0, 1 0, 1 1, 0 0))")
    kept = KeptPatch("Mine", shape, layer.crs())
    result = read_destination(str(path), lambda: "")
    row = pd.Series({"residents": 1.0, "basis": "estimated by land area"})
    context = QgsCoordinateTransformContext()
    written = save_patch(QgsProject.instance(), result, kept, row, context, lambda fraction: None)
    assert written.table == "patch_2"
    assert QgsVectorLayer(f"{path}|layername=patch", "patch", "ogr").fields().lookupField("area_code") >= 0


def test_beside_a_result_in_postgis(processing, postgis: str) -> None:
    result = read_destination(f'postgres://{postgis} table="public"."result" (geom)', lambda: "")
    crs, context = QgsCoordinateReferenceSystem("EPSG:27700"), QgsCoordinateTransformContext()
    shape = QgsGeometry.fromWkt("POLYGON((0 0, 1 0, 1 1, 0 0))")
    for name, people in (("One", 1.0), ("Two", 2.0), ("One", 3.0)):
        row = pd.Series({"residents": people, "areas": 2, "basis": "estimated by land area"})
        kept = KeptPatch(name, shape, crs)
        written = save_patch(QgsProject.instance(), result, kept, row, context, lambda fraction: None)
    layer = QgsVectorLayer(written.uri(), "patch", "postgres")
    assert {feature["patch_name"]: feature["residents"] for feature in layer.getFeatures()} == {"One": 3.0, "Two": 2.0}


def test_without_a_result_it_says_what_to_do_first(bench: Bench) -> None:
    bench.inspector.draw_action.trigger()
    assert bench.text("patch_message").startswith("Nothing has been ranked yet.")
    bench.read(bench.choices())
    wards = list(QgsProject.instance().mapLayer(bench.session.choices.areas).getFeatures())[:3]
    bench.draw([feature.geometry().pointOnSurface().asPoint() for feature in wards])
    assert bench.text("patch_people_words").startswith("About ")
    bench.widget("patch_name").setText("Preston Road")
    button = bench.widget("patch_keep")
    reason = "To keep a patch, make the result layers first (page Results): it is saved beside them."
    assert (button.isEnabled(), button.toolTip(), bench.text("patch_reason")) == (False, reason, reason)
    bench.make()
    assert (button.isEnabled(), bench.text("patch_reason")) == (True, "")
    bench.widget("patch_name").setText(" ")
    assert bench.text("patch_reason") == "To keep a patch, give it a name."


def test_faults_are_said_in_words_and_the_next_patch_works(made: Bench) -> None:
    layer = QgsVectorLayer(
        "Point?crs=EPSG:27700&field=small_area_code:string&field=population:integer", "odd", "memory"
    )
    feature = QgsFeature(layer.fields())
    corners = three_wards(made)
    feature.setAttributes(["X01000001", -5])
    feature.setGeometry(QgsGeometry.fromPolygonXY([corners]).pointOnSurface())
    layer.dataProvider().addFeatures([feature])
    QgsProject.instance().addMapLayer(layer)
    made.inspector.draw_action.trigger()
    choose_people(made, layer)
    made.draw(corners)
    assert "population" in made.text("patch_message")
    assert "odd" in made.text("patch_message")
    assert made.text("patch_people_words") == ""
    QgsProject.instance().removeMapLayer(layer)
    QApplication.processEvents()
    made.wait_patch()
    assert made.text("patch_people_words").startswith("About ")


def test_describing_can_be_stopped(made: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    started, go_on = threading.Event(), threading.Event()
    read = patch_work.read_living

    def slowly(noted: PatchInput, steps: Steps) -> Living:
        started.set()
        go_on.wait(20)
        return read(noted, steps)

    monkeypatch.setattr(patch_work, "read_living", slowly)
    made.inspector.draw_action.trigger()
    corners = three_wards(made)
    zoom(made, corners)
    for corner in corners:
        made.click(corner)
    made.press(Qt.Key.Key_Return)
    assert started.wait(20)
    assert made.text("patch_message") == "Describing the patch…"
    button = made.widget("patch_stop")
    assert button.isVisible()
    button.click()
    go_on.set()
    made.wait_patch()
    assert (made.text("patch_people_words"), button.isVisible()) == ("", False)
    assert made.text("patch_message").startswith("Draw a patch on the map")


def test_the_choice_of_where_people_live_is_kept_in_the_project(made: Bench) -> None:
    points = made.add("small_areas.gpkg")
    made.inspector.draw_action.trigger()
    box = made.widget("patch_people")
    assert box.people().id() == points, "the finer layer with residents is guessed"
    choose_people(made, None)
    made.add("small_areas.gpkg")
    assert box.people() is None
    project = QgsProject.instance()
    assert project.write(str(made.folder / "map.qgs"))
    project.clear()
    assert project.read(str(made.folder / "map.qgs"))
    assert box.people() is None
    choose_people(made, project.mapLayersByName("small_areas")[0])
    assert box.people().name() == "small_areas"
    assert made.session.choices.areas not in [box.layer(i).id() for i in range(box.count()) if box.layer(i)]


def test_the_copied_text(made: Bench) -> None:
    made.add("small_areas.gpkg")
    draw_across(made)
    made.widget("patch_name").setText("Preston Road")
    made.widget("patch_copy").click()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "Preston Road"
    assert lines[1] == f"{shown(made)['residents']:,.0f} people live in this patch."
    assert lines[-1] == "Describes places, not people. 'Worst 10%' counts wards, not residents."
    assert any(line.startswith("Left behind: ") for line in lines)


def test_put_away_leaves_nothing_of_a_patch(made: Bench) -> None:
    draw_across(made)
    assert len(bands(made)) == 1
    made.put_away()
    assert (bands(made), made.iface.docks) == ([], [])
