"""Who lives in a drawn patch: the panel says what cni:overlap gives for the same shape."""

from __future__ import annotations

import pandas as pd
import pytest
from desk import wait_until
from drawn_patches import assert_same, choose_people, draw_across, overlap, shown, three_wards, zoom
from inspecting import Bench
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtWidgets import QApplication

pytest_plugins = ["inspector_fixtures"]
CATEGORIES = {"left_behind": "Left behind", "deprived": "Deprived", "high_need": "High need", "other": "Other"}


@pytest.fixture
def made(bench: Bench) -> Bench:
    bench.read(bench.choices())
    bench.make()
    return bench


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
