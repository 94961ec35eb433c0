"""What becomes of a page: a file by its ending, a layout of the project, an atlas that begins with its choices."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import MagicMock

import pytest
from county import County
from dock_desk import DockDesk, cell_place, dock_desk
from print_desk import (
    Made,
    answer_file,
    answer_question,
    choose,
    open_window,
    page_text,
    part,
    settle,
    watch_pages,
    words,
    write,
)
from qgis.core import QgsApplication, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QMessageBox


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[Made]:
    return watch_pages(monkeypatch)


@pytest.fixture
def opened(
    processing: Any, county: County, output: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, made: list[Made]
) -> Iterator[DockDesk]:
    """The window with the page of a result."""
    with dock_desk(county, output, monkeypatch, tmp_path / "data") as desk:
        desk.choose()
        desk.make()
        desk.turn_to("results")
        open_window(desk)
        yield desk


def overlay() -> QgsVectorLayer:
    (layer,) = QgsProject.instance().mapLayersByName("Left behind overlay")
    return layer


@pytest.mark.parametrize(
    ("typed", "kind", "name"),
    [
        ("map", "PDF (*.pdf)", "map.pdf"),
        ("map.svg", "PDF (*.pdf)", "map.svg"),
        ("St. Ives", "Picture (*.png)", "St. Ives.png"),
    ],
)
def test_the_page_is_saved_by_its_ending(
    opened: DockDesk, monkeypatch: pytest.MonkeyPatch, output: Path, typed: str, kind: str, name: str
) -> None:
    asked = answer_file(monkeypatch, output / typed, kind)
    opened.click("cni_mapper_print_save")
    assert asked == [str(output / "Left behind neighbourhoods in Sampleshire.pdf")]
    begins = {".pdf": b"%PDF", ".png": b"\x89PNG", ".svg": b"<?xml"}[Path(name).suffix]
    assert (output / name).read_bytes().startswith(begins)
    assert words(opened).startswith(f"The page was saved as {output / name}.")


def test_what_is_there_is_replaced_only_when_the_user_says_so(
    opened: DockDesk, monkeypatch: pytest.MonkeyPatch, output: Path
) -> None:
    (output / "map.png").write_bytes(b"old")
    answer_file(monkeypatch, output / "map", "Picture (*.png)")
    asked = answer_question(monkeypatch, QMessageBox.StandardButton.No)
    opened.click("cni_mapper_print_save")
    assert asked == ["map.png is there already. Replace it?"]
    assert (output / "map.png").read_bytes() == b"old"
    answer_question(monkeypatch, QMessageBox.StandardButton.Yes)
    opened.click("cni_mapper_print_save")
    assert (output / "map.png").read_bytes().startswith(b"\x89PNG")


def test_a_page_that_cannot_be_saved_is_said(opened: DockDesk, monkeypatch: pytest.MonkeyPatch, output: Path) -> None:
    answer_file(monkeypatch, output / "none" / "map.pdf")
    opened.click("cni_mapper_print_save")
    assert str(output / "none") in words(opened)
    assert part(opened, "save").isEnabled()


def test_what_was_just_typed_is_saved_too(
    opened: DockDesk, monkeypatch: pytest.MonkeyPatch, output: Path, made: list[Made]
) -> None:
    answer_file(monkeypatch, output / "map.svg")
    part(opened, "title").setFocus()
    QTest.keyClicks(part(opened, "title"), "Quick")
    opened.click("cni_mapper_print_save")
    assert made[-1].choices.title == "Quick"
    assert re.search(r">Quick</text>", (output / "map.svg").read_text(encoding="utf-8"))


def test_changing_ones_mind_saves_nothing(opened: DockDesk, monkeypatch: pytest.MonkeyPatch, output: Path) -> None:
    before = sorted(output.iterdir())
    answer_file(monkeypatch, "")
    opened.click("cni_mapper_print_save")
    assert sorted(output.iterdir()) == before


def test_the_layout_designer_gets_a_page_of_the_project(opened: DockDesk, output: Path, made: list[Made]) -> None:
    layouts: list[Any] = []
    opened.iface.openLayoutDesigner = layouts.append
    opened.click("cni_mapper_print_designer")
    (layout,) = layouts
    project = QgsProject.instance()
    assert project.layoutManager().printLayouts() == [layout]
    assert layout.name() == "Left behind neighbourhoods in Sampleshire"
    assert (output / f"{layout.name()}.gpkg").exists()
    settle(opened)
    # The next page is another: what is chosen now does not move what the designer shows.
    write(opened, "title", "Other")
    assert page_text(layout, "title") != "Other"
    # Nor are the layers of the page offered as results, or to lie underneath.
    assert part(opened, "result").count() == 1
    offered = {part(opened, "base_map").itemData(i) for i in range(part(opened, "base_map").count())}
    kept = {layer.id() for layer in project.mapLayers().values() if layer.customProperty("cni_mapper/page")}
    assert len(kept) > 2
    assert not offered & kept


def test_the_atlas_begins_with_what_is_chosen(
    opened: DockDesk, processing: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, dict[str, Any]]] = []
    monkeypatch.setattr(processing, "createAlgorithmDialog", lambda id, given: asked.append((id, given)) or MagicMock())
    choose(opened, "template", "a4_portrait")
    choose(opened, "theme", "imd")
    opened.click("cni_mapper_print_atlas")
    ((id, given),) = asked
    assert id == "cni:atlas"
    assert given["RESULT"] == overlay().id()
    assert (given["TEMPLATE"], given["THEME"], given["FOCUS"]) == ("a4_portrait", "imd", "")
    known = QgsApplication.processingRegistry().algorithmById(id)
    assert {definition.name() for definition in known.parameterDefinitions()} >= set(given)


def test_the_atlas_is_of_the_districts_ticked(
    opened: DockDesk, processing: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[dict[str, Any]] = []
    monkeypatch.setattr(processing, "createAlgorithmDialog", lambda id, given: asked.append(given) or MagicMock())
    choose(opened, "areas", "districts")
    view = part(opened, "areas_districts")
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, cell_place(view, 1))
    settle(opened)
    opened.click("cni_mapper_print_atlas")
    layer = overlay()
    layer.selectByExpression(asked[0]["FOCUS"])
    names = {feature["district_name"] for feature in layer.selectedFeatures()}
    every = sorted({feature["district_name"] for feature in layer.getFeatures()}, key=str.casefold)
    assert names == {every[1]}
