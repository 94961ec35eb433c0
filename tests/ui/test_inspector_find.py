"""The inspector finds an area by click, name or code, outlines it, and lets go of it with its tool or panel."""

from __future__ import annotations

import pytest
from desk import wait_until
from inspecting import Bench
from inspector_map import bands, click_area, codes_by, middle
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsPointXY, QgsProject
from qgis.gui import QgsMapToolZoom
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

pytest_plugins = ["inspector_fixtures"]


@pytest.fixture
def made(bench: Bench) -> Bench:
    """A bench whose result has been written, with the inspector's tool in hand."""
    bench.read(bench.choices())
    bench.make()
    bench.inspector.action.trigger()
    return bench


def test_the_outline_is_the_area_and_goes_with_the_panel(made: Bench) -> None:
    row = made.rows()[codes_by(made, "deprived", 1)[0]]
    made.click(middle(row))
    (band,) = bands(made)
    assert band.asGeometry().symDifference(row.geometry()).area() < 1
    dock = made.widget("area_panel")
    dock.close()
    assert bands(made) == []
    made.inspector.action.trigger()
    made.inspector.action.trigger()
    assert dock.isVisible()
    assert len(bands(made)) == 1
    made.widget("area_search").setFocus()
    QTest.keyClick(made.widget("area_search"), Qt.Key.Key_Escape)
    assert bands(made) == []
    assert made.text("area_message") == "Click an area on the map, or find it by its name above."
    assert made.text("area_name") == ""


def test_a_click_beside_all_areas_says_so(made: Bench) -> None:
    click_area(made, codes_by(made, "other", 1)[0])
    extent = made.result().extent()
    made.canvas.setExtent(extent.buffered(extent.width() / 2))
    made.click(QgsPointXY(extent.xMinimum() - extent.width() / 4, extent.yMinimum()))
    assert made.text("area_message") == "There is no area at that place. Click inside one of the areas on the map."
    assert (made.text("area_name"), bands(made)) == ("", [])


def test_a_click_on_a_map_in_degrees_finds_the_same_area(made: Bench) -> None:
    row = made.rows()[codes_by(made, "high_need", 1)[0]]
    degrees, metres = QgsCoordinateReferenceSystem("EPSG:4326"), made.result().crs()
    there = QgsCoordinateTransform(metres, degrees, QgsProject.instance())
    made.click(middle(row))
    made.canvas.setDestinationCrs(degrees)
    made.canvas.setExtent(there.transformBoundingBox(made.result().extent()))
    (band,) = bands(made)
    assert band.asGeometry().boundingBox().xMaximum() < 180
    made.press(Qt.Key.Key_Escape)
    assert bands(made) == []
    made.click(there.transform(middle(row)))
    assert made.text("area_name") == row["area_name"]


@pytest.mark.parametrize("typed", ["gullhaven north, mar", "GULLHAVEN NORTH", "X05000043", " x05000043 "])
def test_an_area_is_found_by_its_name_or_code_without_a_mouse(made: Bench, typed: str) -> None:
    row = made.rows()["X05000043"]
    assert row["area_name"] == "Gullhaven North"
    search = made.widget("area_search")
    search.setText(typed)
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert made.text("area_name") == "Gullhaven North"
    assert made.canvas.extent().contains(row.geometry().boundingBox())
    QApplication.processEvents()
    assert search.text() == ""


def test_a_name_that_several_areas_have_in_theirs_is_offered_to_choose_from(made: Bench) -> None:
    search = made.widget("area_search")
    search.setFocus()
    QTest.keyClicks(search, "skelsea")
    QTest.keyClick(search, Qt.Key.Key_Return)
    popup = search.completer().popup()
    offered = [popup.model().index(i, 0).data() for i in range(popup.model().rowCount())]
    skelsea = {c: row["area_name"] for c, row in made.rows().items() if "Skelsea" in row["area_name"]}
    assert sorted(offered) == sorted(f"{name}, Marram Coast ({code})" for code, name in skelsea.items())
    assert made.text("area_name") == ""
    search.completer().activated[str].emit(offered[1])
    assert made.text("area_name") in offered[1]


def test_a_name_that_no_area_has_is_said_in_words(made: Bench) -> None:
    search = made.widget("area_search")
    search.setText("Atlantis")
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert made.text("area_message") == "No area is called 'Atlantis'. Try part of its name, or its code."


def test_the_area_stays_when_the_data_is_read_again_and_is_missed_when_it_goes(made: Bench) -> None:
    code = codes_by(made, "other", 1)[0]
    click_area(made, code)
    data = made.session.data
    made.session.read_again()
    wait_until(lambda: made.session.data is not data and not made.session.is_busy)
    assert made.text("area_place").startswith(code)
    QgsProject.instance().removeMapLayer(made.session.choices.tables[0])
    QApplication.processEvents()
    assert made.text("area_message").startswith("Nothing has been ranked yet.")
    assert bands(made) == []


def test_another_tool_unchecks_the_action_and_unchecking_gives_the_tool_back(bench: Bench) -> None:
    bench.inspector.action.trigger()
    assert bench.canvas.mapTool() is bench.inspector._area_tool
    bench.canvas.setMapTool(bench.pan)
    assert not bench.inspector.action.isChecked()
    bench.inspector.action.trigger()
    bench.inspector.draw_action.trigger()
    assert (bench.inspector.action.isChecked(), bench.inspector.draw_action.isChecked()) == (False, True)
    bench.inspector.draw_action.trigger()
    assert bench.canvas.mapTool() is bench.inspector._area_tool, "the one before drawing"
    assert not bench.inspector.draw_action.isChecked()
    bench.inspector.draw_action.trigger()
    bench.inspector.action.trigger()
    bench.inspector.action.trigger()
    assert bench.canvas.mapTool() is bench.pan
    assert not bench.inspector.action.isChecked()


def test_putting_the_inspector_away_leaves_another_tool_in_hand(bench: Bench) -> None:
    bench.inspector.action.trigger()
    other = QgsMapToolZoom(bench.canvas, False)
    bench.canvas.setMapTool(other)
    bench.put_away()
    assert bench.canvas.mapTool() is other


def test_the_panel_is_only_made_when_it_is_wanted_and_put_away_leaves_nothing(made: Bench) -> None:
    click_area(made, codes_by(made, "other", 1)[0])
    assert len(made.iface.docks) == 1
    made.put_away()
    assert (made.iface.docks, bands(made)) == ([], [])
    assert made.canvas.mapTool() is made.pan
    made.session.edit("Limit", cni_limit=30.0)
    wait_until(lambda: made.session.tried.limits.cni.amount == 30)
    assert bands(made) == []


def test_an_unopened_inspector_costs_nothing(bench: Bench) -> None:
    assert bench.iface.docks == []
    bench.read(bench.choices())
    assert (bench.iface.docks, bands(bench)) == ([], [])
