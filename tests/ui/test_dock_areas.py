"""The page 'Areas': boundaries chosen and recognised, columns, districts to show, and what it says of bad layers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import MagicMock

import geopandas
import pytest
from county import County, save_layer
from desk import wait_until
from page_desk import PageDesk, add, begin_county, choose_rest, chosen, opened_desk, put, rows, type_in
from qgis.core import QgsProject, QgsRectangle
from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QListView,
    QPushButton,
)

from cni_mapper.ui.dialogs.pages.areas_page import AreasPage

SPACE, RETURN, DOWN = Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Down


@pytest.fixture
def desk(processing, monkeypatch: pytest.MonkeyPatch) -> Iterator[PageDesk]:
    with opened_desk(AreasPage, monkeypatch) as desk:
        yield desk


@pytest.fixture
def county_desk(desk: PageDesk, county: County) -> PageDesk:
    begin_county(desk, county)
    return desk


# Choosing


def test_with_nothing_chosen_it_says_what_to_do(desk: PageDesk) -> None:
    assert desk.page.status().kind == "todo"
    assert "Choose the layer with the boundaries" in desk.status
    assert desk.text("areas_recognised") == ""
    code = desk.find("areas_area_code", QComboBox)
    assert not code.isEnabled()
    assert code.toolTip() == "Choose the boundaries first."


def test_chosen_boundaries_are_recognised_in_words(county_desk: PageDesk, county: County) -> None:
    layer = chosen(county_desk, county)
    frame = geopandas.read_file(county.path("wards.gpkg"), ignore_geometry=True)
    words = f"{len(frame)} wards, in {frame['district_code'].nunique()} districts."
    assert county_desk.session.choices.areas == layer.id()
    assert county_desk.text("areas_recognised") == words
    assert county_desk.status == f"{words} Next: choose the index."
    assert county_desk.page.status().kind == "ready"


def test_the_wards_of_england(desk: PageDesk, reference_data: Path) -> None:
    layer = add(reference_data / "wards_2017.gpkg")
    desk.pick_layer("areas", layer)
    assert "Looking at wards_2017" in desk.status
    desk.settle()
    assert desk.text("areas_recognised") == "7,463 wards of 2017, in 326 districts."
    assert len(rows(desk)) == 326


def test_a_choice_is_undone_and_done_again(county_desk: PageDesk, county: County) -> None:
    layer = chosen(county_desk, county)
    county_desk.session.undo()
    assert county_desk.session.choices.areas == ""
    assert county_desk.find("areas_layer", QComboBox).currentText() == "Choose a layer…"
    county_desk.session.redo()
    county_desk.settle()
    assert county_desk.find("areas_layer", QComboBox).currentText() == layer.name()


def test_a_layer_taken_away_is_told(county_desk: PageDesk, county: County) -> None:
    layer = chosen(county_desk, county)
    QgsProject.instance().removeMapLayer(layer.id())
    assert "no longer in the project" in county_desk.status
    assert county_desk.page.status().kind == "todo"
    assert county_desk.text("areas_recognised") == ""


def test_a_file_becomes_a_layer_and_is_chosen(
    county_desk: PageDesk, county: County, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = save_layer(county.wards(), county.folder / "mine.geojson")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (path, ""))
    county_desk.find("areas_file", QPushButton).click()
    county_desk.settle()
    assert QgsProject.instance().mapLayer(county_desk.session.choices.areas).name() == "mine"
    assert county_desk.text("areas_recognised").startswith("150 wards")


def test_a_file_dialog_closed_changes_nothing(county_desk: PageDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    before = county_desk.session.choices
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    county_desk.find("areas_file", QPushButton).click()
    assert county_desk.session.choices == before


# Columns


def test_a_column_found_is_said_and_another_may_be_named(county_desk: PageDesk, county: County) -> None:
    chosen(county_desk, county)
    names = county_desk.find("areas_area_name", QComboBox)
    assert names.currentText() == "Found: ward_name"
    county_desk.pick("areas_area_name", "ward_code")
    assert county_desk.session.choices.columns == {"AREA_NAME": "ward_code"}
    county_desk.settle()
    assert names.currentText() == "ward_code"
    county_desk.pick("areas_area_name", "Found: ward_code")
    assert county_desk.session.choices.columns == {}
    county_desk.settle()
    assert names.currentText() == "Found: ward_name"


def test_columns_that_other_boundaries_lack_are_forgotten(county_desk: PageDesk, county: County) -> None:
    chosen(county_desk, county)
    other = county.wards()
    other.startEditing()
    other.renameAttribute(other.fields().indexOf("ward_name"), "called")
    other.commitChanges()
    put(other, "others")
    county_desk.pick("areas_area_name", "ward_name")
    county_desk.pick("areas_area_code", "ward_code")
    county_desk.session.edit("Choose districts", districts=("X07000001",))
    county_desk.pick_layer("areas", other)
    assert county_desk.session.choices.columns == {"AREA_CODE": "ward_code"}
    assert county_desk.session.choices.districts == ()
    county_desk.session.undo()
    assert county_desk.session.choices.columns == {"AREA_NAME": "ward_name", "AREA_CODE": "ward_code"}
    assert county_desk.session.choices.districts == ("X07000001",)


# Districts


def test_a_district_is_found_by_typing_and_ticked_by_enter(county_desk: PageDesk, county: County) -> None:
    chosen(county_desk, county)
    everything = rows(county_desk)
    search = type_in(county_desk, "MERROW")
    assert rows(county_desk) == [text for text in everything if "merrow" in text.lower()]
    QTest.keyClick(search, RETURN)
    assert county_desk.session.choices.districts == ("X07000001",)
    assert search.selectedText() == "MERROW", "the next name can be typed at once"
    words = county_desk.text("areas_districts_words")
    assert words == f"1 of {len(everything)} districts shown: Port Merrow."


def test_districts_are_ticked_by_keyboard_and_mouse_and_shown_all(county_desk: PageDesk, county: County) -> None:
    chosen(county_desk, county)
    view = county_desk.find("areas_districts", QListView)
    county_desk.show()
    QTest.keyClick(county_desk.find("areas_find_district", QgsFilterLineEdit), DOWN)
    assert view.currentIndex().row() == 0
    QTest.keyClick(view, SPACE)
    assert len(county_desk.session.choices.districts) == 1
    second = view.visualRect(view.model().index(1, 0))
    # On the name, far from the box.
    spot = QPoint(second.left() + view.fontMetrics().averageCharWidth() * 10, second.center().y())
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    assert len(county_desk.session.choices.districts) == 2
    QTest.keyClick(view, SPACE)
    assert len(county_desk.session.choices.districts) == 1, "the second has become the current one"
    county_desk.find("areas_all_districts", QPushButton).click()
    assert county_desk.session.choices.districts == ()
    assert county_desk.text("areas_districts_words").startswith("All ")
    county_desk.session.undo()
    assert len(county_desk.session.choices.districts) == 1


def test_the_map_goes_to_the_districts_ticked(county_desk: PageDesk, county: County) -> None:
    layer = chosen(county_desk, county)
    canvas = county_desk.iface.canvas
    canvas.setDestinationCrs(layer.crs())
    frame = geopandas.read_file(county.path("wards.gpkg"))
    one = frame[frame["district_name"] == "Port Merrow"].total_bounds
    QTest.keyClick(type_in(county_desk, "Port Merrow"), RETURN)
    wanted = QgsRectangle(*one)
    wait_until(lambda: canvas.extent().contains(wanted) and canvas.extent().width() < 2 * layer.extent().width())
    assert canvas.extent().center().distance(wanted.center()) < 1
    county_desk.find("areas_all_districts", QPushButton).click()
    assert canvas.extent().contains(layer.extent())


def test_districts_of_the_tables_where_the_boundaries_name_none(county_desk: PageDesk, county: County) -> None:
    layer = county.wards()
    layer.dataProvider().deleteAttributes(
        [layer.fields().indexOf(name) for name in ("district_code", "district_name") if name in layer.fields().names()]
    )
    layer.updateFields()
    county_desk.pick_layer("areas", put(layer, "bare"))
    county_desk.settle()
    assert "name no districts" in county_desk.text("areas_districts_words")
    choose_rest(county_desk, county)
    wait_until(lambda: county_desk.session.tried is not None)
    expected = county.table("community_needs.csv")["district_name"].value_counts()
    assert rows(county_desk) == [f"{name} ({count})" for name, count in sorted(expected.items())]
    canvas = county_desk.iface.canvas
    canvas.setDestinationCrs(layer.crs())
    QTest.keyClick(type_in(county_desk, "Port Merrow"), RETURN)
    assert canvas.extent().height() < layer.extent().height() / 2


# Getting boundaries


def test_official_boundaries_are_offered_those_of_the_index_first(
    desk: PageDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    import processing

    opened: list[Any] = []
    monkeypatch.setattr(
        processing, "createAlgorithmDialog", lambda *given: opened.append(given) or MagicMock(), raising=False
    )
    menu = desk.find("areas_get", QPushButton).menu()
    menu.aboutToShow.emit()
    entries = [action for action in menu.actions() if not action.isSeparator()]
    assert entries[0].text() == "Wards December 2017, Great Britain (fits this index)"
    assert not any("fits" in entry.text() for entry in entries[1:])
    assert "Office for National Statistics" in entries[0].toolTip()
    entries[0].trigger()
    entries[-1].trigger()
    assert opened == [("cni:download", {"ENTRY": "ward-2017-boundaries"}), ("cni:download", {})]


# Access


def test_every_part_has_a_name_and_the_page_fits_the_dock(county_desk: PageDesk, county: County) -> None:
    chosen(county_desk, county)
    kinds = (QAbstractButton, QComboBox, QAbstractItemView, QgsFilterLineEdit)
    for part in [widget for kind in kinds for widget in county_desk.page.findChildren(kind)]:
        inner = isinstance(part.parent(), (QComboBox, QLineEdit, QAbstractScrollArea)) or not part.parent().isEnabled()
        if inner or part.objectName() in ("collapseButton", "") or part.window() is not county_desk:
            continue
        assert part.objectName().startswith("cni_mapper_"), part.objectName()
        assert part.accessibleName() or getattr(part, "text", str)(), part.objectName()
    assert county_desk.page.minimumSizeHint().width() <= 380
