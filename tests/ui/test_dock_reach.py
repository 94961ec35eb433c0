"""The pages Thresholds and Results and the strip for everybody: their width, the order of Tab, and names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from county import County
from dock_desk import DockDesk, dock_desk
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QSlider, QWidget

from cni_mapper.ui.dialogs.pages.page import Page

PAGES = ["thresholds", "results"]


@pytest.fixture
def desk(
    processing: Any, county: County, output: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[DockDesk]:
    """The dock with a result, and limits that give near misses and areas that join."""
    with dock_desk(county, output, monkeypatch, tmp_path / "data") as desk:
        desk.choose()
        desk.make()
        desk.session.edit("Limits", counted=True, cni_limit=17.0, imd_limit=17.0)
        desk.settle()
        yield desk


def page_of(desk: DockDesk, name: str) -> Page:
    return next(page for page in desk.dock.pages if page.help_name() == name)


def reached_by_tab(root: QWidget, prefix: str) -> list[str]:
    """Object names of what Tab goes through inside a widget, from its top, without their common beginning."""
    reached, part = [], root.nextInFocusChain()
    while part is not root:
        can = part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.isVisible() and part.isEnabled()
        if can and root.isAncestorOf(part) and part.objectName().startswith(prefix):
            reached.append(part.objectName()[len(prefix) :])
        part = part.nextInFocusChain()
    return reached


@pytest.mark.parametrize("name", PAGES)
def test_a_page_fits_the_width_of_the_dock(desk: DockDesk, name: str) -> None:
    desk.turn_to(name)
    page = page_of(desk, name)
    assert page.minimumSizeHint().width() <= min(page.parentWidget().width(), 400)


def test_tab_goes_from_top_to_bottom(desk: DockDesk) -> None:
    desk.turn_to("thresholds")
    assert reached_by_tab(page_of(desk, "thresholds"), "cni_mapper_thresholds_") == [
        *("unit", "cni_box", "cni_slider", "imd_box", "imd_slider", "own", "within_focus", "grid", "near_misses"),
    ]
    desk.turn_to("results")
    assert reached_by_tab(page_of(desk, "results"), "cni_mapper_results_") == [
        *("path", "make", "warnings_box", "print", "profiles", "atlas", "export", "files", "note", "overlap"),
    ]
    desk.click("cni_mapper_what_if_joined")
    strip = reached_by_tab(desk.part("cni_mapper_what_if"), "cni_mapper_what_if_")
    assert [name for name in strip if name != "left"] == ["joined", "areas", "theme", "reset", "keep"]


@pytest.mark.parametrize("name", PAGES)
def test_every_part_has_a_name(desk: DockDesk, name: str) -> None:
    kinds = (QAbstractButton, QComboBox, QAbstractSpinBox, QSlider, QAbstractItemView)
    for root in (page_of(desk, name), desk.part("cni_mapper_what_if"), desk.part("cni_mapper_run_list").parent()):
        for part in root.findChildren(QWidget):
            if isinstance(part, kinds) and part.objectName().startswith("cni_mapper"):
                named = part.accessibleName() or (isinstance(part, QAbstractButton) and part.text())
                assert named, part.objectName()
