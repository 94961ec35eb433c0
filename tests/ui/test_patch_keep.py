"""A kept patch: saved in a table beside the result, without harm to any other, and found again."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from county import layer_frame, save_layer
from desk import wait_until
from drawn_patches import assert_same, draw_across, shown
from inspecting import Bench
from output_files import OTHER, add_notes
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtWidgets import QApplication

from cni_mapper.ui.maps.patches import KeptPatch, save_patch
from cni_mapper.ui.maps.result_layer import read_destination

pytest_plugins = ["inspector_fixtures"]


@pytest.fixture
def made(bench: Bench) -> Bench:
    bench.read(bench.choices())
    bench.make()
    return bench


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
