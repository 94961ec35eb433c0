"""The bar of runs: several in a project, told apart, kept with it; undo, redo and help."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from county import County
from dock_desk import DockDesk, dock_desk, pick, type_number
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QInputDialog, QLineEdit, QMessageBox, QPushButton, QWidget

from cni_mapper.ui.maps.project_runs import read_runs


@pytest.fixture
def desk(
    processing: Any, county: County, output: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[DockDesk]:
    with dock_desk(county, output, monkeypatch, tmp_path / "data") as desk:
        yield desk


def names(desk: DockDesk) -> list[str]:
    """The runs as the list shows them, which must be those that the session has."""
    runs = desk.part("cni_mapper_run_list")
    shown = [runs.itemText(i) for i in range(runs.count())]
    assert shown == [run.choices.name for run in desk.session.runs]
    assert runs.currentIndex() == desk.session.current
    return shown


def choose(desk: DockDesk, action: str) -> None:
    """Open the menu and press the key of an entry."""
    menu = desk.part("cni_mapper_run_menu_button").menu()
    menu.popup(desk.dock.mapToGlobal(desk.dock.rect().center()))
    QTest.qWait(10)
    entry = next(one for one in menu.actions() if one.objectName() == f"cni_mapper_run_{action}")
    assert entry.isEnabled(), entry.toolTip()
    QTest.mouseClick(
        menu, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, menu.actionGeometry(entry).center()
    )
    desk.settle()


def test_runs_are_added_with_names_of_their_own(desk: DockDesk) -> None:
    desk.choose()
    desk.turn_to("results")
    choose(desk, "new")
    assert names(desk) == ["Sampleshire", "Map 2"]
    assert desk.session.choices.layers() == ()
    choose(desk, "new")
    assert names(desk) == ["Sampleshire", "Map 2", "Map 3"]


def test_in_a_new_run_boundaries_are_chosen_again_for_the_user(desk: DockDesk) -> None:
    desk.choose()
    wards = desk.session.choices.areas
    choose(desk, "new")
    assert desk.session.choices.layers() == (wards,)


def test_a_copy_has_the_choices_but_not_the_result(desk: DockDesk) -> None:
    desk.choose()
    desk.make()
    type_number(desk.part("cni_mapper_thresholds_cni_box"), "20")
    choose(desk, "copy")
    choose(desk, "copy")
    pick(desk.part("cni_mapper_run_list"), "Sampleshire")
    choose(desk, "copy")
    assert names(desk) == ["Sampleshire", "Sampleshire, copy", "Sampleshire, copy, copy", "Sampleshire, copy 2"]
    copy = desk.session.runs[1]
    assert (copy.choices.cni_limit, copy.choices.output, copy.made) == (20.0, "", None)
    assert copy.choices.areas == desk.session.runs[0].choices.areas


def test_another_run_is_opened_from_the_list(desk: DockDesk) -> None:
    desk.choose()
    choose(desk, "copy")
    type_number(desk.part("cni_mapper_thresholds_cni_box"), "20")
    pick(desk.part("cni_mapper_run_list"), "Sampleshire")
    desk.settle()
    assert (desk.session.current, desk.session.choices.cni_limit) == (0, 10.0)
    assert desk.part("cni_mapper_thresholds_cni_box").value() == 10.0


def test_a_run_is_renamed_and_the_name_can_be_taken_back(desk: DockDesk) -> None:
    desk.choose()
    choose(desk, "rename")
    dialog = desk.part("cni_mapper_run_rename")
    assert isinstance(dialog, QInputDialog)
    field = dialog.findChild(QLineEdit)
    assert field.text() == "Sampleshire"
    field.selectAll()
    QTest.keyClicks(field, "  Committee, May ")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert names(desk) == ["Committee, May"]
    desk.click("cni_mapper_run_undo")
    assert names(desk) == ["Sampleshire"]
    desk.click("cni_mapper_run_redo")
    assert names(desk) == ["Committee, May"]


def test_a_blank_name_is_no_name(desk: DockDesk) -> None:
    choose(desk, "rename")
    field = desk.part("cni_mapper_run_rename").findChild(QLineEdit)
    field.selectAll()
    QTest.keyClicks(field, "   ")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert names(desk) == ["Map 1"]


@pytest.mark.parametrize("answer", ["Remove", "Cancel"])
def test_a_run_is_removed_only_when_that_is_meant(desk: DockDesk, answer: str) -> None:
    desk.choose()
    desk.make()
    choose(desk, "copy")
    pick(desk.part("cni_mapper_run_list"), "Sampleshire")
    desk.settle()
    layers = set(QgsProject.instance().mapLayers())
    choose(desk, "remove")
    box = desk.part("cni_mapper_run_remove")
    assert isinstance(box, QMessageBox)
    assert box.text() == "Remove the run 'Sampleshire' from this project?"
    assert box.defaultButton().text().replace("&", "") == "Cancel"
    (button,) = [one for one in box.findChildren(QPushButton) if one.text().replace("&", "") == answer]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    desk.settle()
    kept = ["Sampleshire, copy"] if answer == "Remove" else ["Sampleshire", "Sampleshire, copy"]
    assert names(desk) == kept
    assert set(QgsProject.instance().mapLayers()) == layers
    assert (desk.output / "result.gpkg").exists()


def test_the_last_run_leaves_a_blank_one(desk: DockDesk) -> None:
    desk.choose()
    choose(desk, "remove")
    QTest.keyClick(desk.part("cni_mapper_run_remove"), Qt.Key.Key_Escape)
    assert names(desk) == ["Sampleshire"]
    desk.session.remove_run()
    assert names(desk) == ["Map 1"]
    assert desk.session.choices.layers() == ()


def test_runs_are_kept_with_the_project(desk: DockDesk, tmp_path: Path) -> None:
    desk.choose()
    choose(desk, "copy")
    type_number(desk.part("cni_mapper_thresholds_cni_box"), "12.5")
    desk.settle()
    project = QgsProject.instance()
    assert project.write(str(tmp_path / "project.qgz"))
    assert [run.choices.cni_limit for run in read_runs(project).runs] == [10.0, 12.5]
    project.clear()
    QTest.qWait(20)
    assert names(desk) == ["Map 1"]
    assert project.read(str(tmp_path / "project.qgz"))
    desk.settle()
    assert names(desk) == ["Sampleshire", "Sampleshire, copy"]
    assert desk.session.choices.cni_limit == 12.5


def test_undo_and_redo_say_what_they_do(desk: DockDesk) -> None:
    desk.choose()
    undo, redo = (desk.part(f"cni_mapper_run_{name}") for name in ("undo", "redo"))
    assert [(one.isEnabled(), one.toolTip()) for one in (undo, redo)] == [
        (False, "Nothing to undo"),
        (False, "Nothing to redo"),
    ]
    type_number(desk.part("cni_mapper_thresholds_imd_box"), "20")
    assert undo.toolTip() == "Undo: Limit on deprivation (Ctrl+Z)"
    desk.click("cni_mapper_run_undo")
    assert desk.session.choices.imd_limit == 10.0
    assert redo.toolTip().startswith("Redo: Limit on deprivation (Ctrl+")
    desk.click("cni_mapper_run_redo")
    assert desk.session.choices.imd_limit == 20.0


def test_the_inspector_is_switched_on_and_off(desk: DockDesk) -> None:
    action = desk.dock.inspector.action
    for on in (True, False):
        desk.click("cni_mapper_run_inspector")
        assert action.isChecked() is on


def test_comparing_needs_two_results_and_says_so(desk: DockDesk) -> None:
    menu = desk.part("cni_mapper_run_menu_button").menu()
    entry = next(one for one in menu.actions() if one.objectName() == "cni_mapper_run_compare")
    desk.choose()
    menu.aboutToShow.emit()
    assert not entry.isEnabled()
    assert entry.toolTip() == "Two runs with layers are needed; this project has none yet."
    desk.make()
    menu.aboutToShow.emit()
    assert entry.toolTip().startswith("Two runs with layers are needed; this project has one.")


@pytest.mark.parametrize(("page", "heading"), [("thresholds", "Thresholds"), ("results", "Results")])
def test_help_opens_at_the_page_in_front(desk: DockDesk, page: str, heading: str) -> None:
    desk.turn_to(page)
    desk.click("cni_mapper_run_help")
    text = desk.part("cni_mapper_help_text")
    QTest.qWait(50)
    block = text.document().begin()
    while block.text() != heading:
        block = block.next()
    place = text.document().documentLayout().blockBoundingRect(block).translated(0, -text.verticalScrollBar().value())
    assert text.viewport().rect().contains(place.toRect()), place
    desk.click("cni_mapper_run_help")
    window = desk.part("cni_mapper_help")
    window.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert desk.dock.findChildren(QWidget, "cni_mapper_help") == []


def test_every_page_has_help(desk: DockDesk) -> None:
    from cni_mapper.ui.algorithms.base import help_file

    text = help_file("dock").read_text(encoding="utf-8")
    for page in ("areas", "index", "deprivation", "thresholds", "results"):
        assert f'<a name="{page}">' in text
