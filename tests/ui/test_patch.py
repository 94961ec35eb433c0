"""A patch as it is drawn on the map: its corners, other ways to a shape, stopping, copying and putting away."""

from __future__ import annotations

import threading

import pytest
from drawn_patches import assert_same, draw_across, overlap, shown, three_wards, zoom
from inspecting import Bench
from inspector_map import bands
from qgis.core import QgsGeometry, QgsProject
from qgis.PyQt.QtCore import QEvent, Qt
from qgis.PyQt.QtGui import QGuiApplication, QKeyEvent

from cni_mapper.ui.algorithms.base import Steps
from cni_mapper.ui.dialogs import patch_work
from cni_mapper.ui.dialogs.patch import Living, PatchInput

pytest_plugins = ["inspector_fixtures"]


@pytest.fixture
def made(bench: Bench) -> Bench:
    bench.read(bench.choices())
    bench.make()
    return bench


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
