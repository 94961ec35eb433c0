"""The page 'Areas': boundaries chosen and recognised, columns, districts to show, and what it says of bad layers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import geopandas
import pytest
from county import County, save_layer, set_values
from desk import wait_until
from loading import empty_project
from page_desk import PageDesk, add, put
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRectangle, QgsVectorLayer
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

from cni_mapper.core.index.library import find_definition
from cni_mapper.ui.algorithms.example import INPUTS
from cni_mapper.ui.dialogs.pages.areas_page import AreasPage
from cni_mapper.ui.maps.choices import new_choices
from cni_mapper.ui.maps.groups import THEME

SPACE, RETURN, DOWN = Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Down


@pytest.fixture
def desk(processing, monkeypatch: pytest.MonkeyPatch) -> Iterator[PageDesk]:
    with empty_project(monkeypatch):
        desk = PageDesk(AreasPage)
        yield desk
        desk.put_away()


@pytest.fixture
def county_desk(desk: PageDesk, county: County) -> PageDesk:
    """A run of the sample's own index, whose areas are wards of no year."""
    file = str(county.path("definition.json"))
    desk.session.begin_run(new_choices("County", find_definition(file), file))
    return desk


def wards(county: County) -> QgsVectorLayer:
    return add(f"{county.path('wards.gpkg')}|layername=wards", "wards")


def chosen(desk: PageDesk, county: County) -> QgsVectorLayer:
    """The wards of the county, chosen and looked at."""
    layer = wards(county)
    desk.pick_layer("areas", layer)
    desk.settle()
    return layer


def rows(desk: PageDesk) -> list[str]:
    model = desk.find("areas_districts", QListView).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def type_in(desk: PageDesk, text: str) -> QgsFilterLineEdit:
    search = desk.find("areas_find_district", QgsFilterLineEdit)
    search.clear()
    QTest.keyClicks(search, text)
    return search


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
    county_desk.session.edit(
        "Choose",
        tables=(add(county.path("community_needs.csv")).id(),),
        deprivation=add(county.path("deprivation.csv")).id(),
        lookup=add(county.path("small_area_to_ward.csv")).id(),
    )
    wait_until(lambda: county_desk.session.tried is not None)
    expected = county.table("community_needs.csv")["district_name"].value_counts()
    assert rows(county_desk) == [f"{name} ({count})" for name, count in sorted(expected.items())]
    canvas = county_desk.iface.canvas
    canvas.setDestinationCrs(layer.crs())
    QTest.keyClick(type_in(county_desk, "Port Merrow"), RETURN)
    assert canvas.extent().height() < layer.extent().height() / 2


# Faults


def no_crs(county: County) -> QgsVectorLayer:
    layer = county.wards()
    layer.setCrs(QgsCoordinateReferenceSystem())
    return layer


def of_2022(county: County) -> QgsVectorLayer:
    layer = county.wards()
    layer.startEditing()
    layer.renameAttribute(layer.fields().indexOf("ward_code"), "WD22CD")
    layer.commitChanges()
    return layer


def twice(county: County) -> QgsVectorLayer:
    layer = county.wards()
    set_values(layer, "ward_code", {"X05000002": "X05000001"})
    return layer


def districts_only(county: County) -> QgsVectorLayer:
    layer = county.wards()
    layer.dataProvider().deleteAttributes([layer.fields().indexOf(name) for name in ("ward_code", "ward_name")])
    layer.updateFields()
    layer.selectByExpression("$id not in (array_min(array_agg($id, group_by:=district_code)))")
    ids = layer.selectedFeatureIds()
    layer.dataProvider().deleteFeatures(ids)
    return layer


FAULTS: dict[str, tuple[Callable[[County], QgsVectorLayer], str, tuple[str, ...]]] = {
    "no coordinate system": (no_crs, "fault", ("no coordinate system", "Layer Properties")),
    "a code twice": (twice, "fault", ("X05000001", "Keep one row for each area")),
    "wards of another year": (of_2022, "ready", ("CNI 2019 is about wards of 2017", "these are wards of 2022")),
    "districts": (districts_only, "ready", ("is about wards of 2017", "these are districts")),
}


@pytest.mark.parametrize("name", FAULTS)
def test_unsuitable_boundaries_are_explained(name: str, desk: PageDesk, county: County) -> None:
    make, kind, words = FAULTS[name]
    desk.pick_layer("areas", put(make(county), name))
    desk.settle()
    assert desk.page.status().kind == kind
    for word in words:
        assert word in desk.status, desk.status


def test_points_brought_in_by_a_file_are_named_and_explained(
    desk: PageDesk, county: County, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(county.path("places.gpkg")), ""))
    desk.find("areas_file", QPushButton).click()
    desk.settle()
    assert desk.find("areas_layer", QComboBox).currentText() == "places"
    assert desk.page.status().kind == "fault"
    assert "holds no polygons" in desk.status
    desk.pick_layer("areas", wards(county))
    assert desk.find("areas_layer", QComboBox).findText("places") < 0


def test_a_coordinate_system_set_later_is_noticed(county_desk: PageDesk, county: County) -> None:
    layer = put(no_crs(county), "bare")
    county_desk.pick_layer("areas", layer)
    county_desk.settle()
    assert county_desk.page.status().kind == "fault"
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:27700"))
    wait_until(lambda: county_desk.page.status().kind == "ready")


def test_a_fault_of_reading_leaves_the_layers_own_on_the_page(county_desk: PageDesk, county: County) -> None:
    county_desk.pick_layer("areas", put(twice(county), "twice"))
    county_desk.settle()
    assert county_desk.text("areas_recognised") == "", "the line of status says it"
    county_desk.session.edit(
        "Choose",
        tables=(add(county.path("community_needs.csv")).id(),),
        deprivation=add(county.path("deprivation.csv")).id(),
        lookup=add(county.path("small_area_to_ward.csv")).id(),
    )
    wait_until(lambda: county_desk.session.fault is not None)
    assert "X05000001" in county_desk.text("areas_recognised")


def test_areas_that_the_tables_lack_are_counted_with_every_code_at_hand(
    county_desk: PageDesk, county: County, monkeypatch: pytest.MonkeyPatch
) -> None:
    layer = county.wards()
    set_values(layer, "ward_code", {f"X0500000{number}": f"X0590000{number}" for number in range(1, 6)})
    county_desk.pick_layer("areas", put(layer, "partly"))
    county_desk.session.edit(
        "Choose",
        tables=(add(county.path("community_needs.csv")).id(),),
        deprivation=add(county.path("deprivation.csv")).id(),
        lookup=add(county.path("small_area_to_ward.csv")).id(),
    )
    wait_until(lambda: county_desk.session.tried is not None or county_desk.session.fault is not None)
    words = county_desk.text("areas_notices")
    assert words.startswith("5 of 150 areas of partly are not in community_needs.csv")
    assert "and 2 more" in words
    shown: list[str] = []
    monkeypatch.setattr(
        "cni_mapper.ui.dialogs.pages.notice_list.QgsMessageViewer.setMessageAsPlainText",
        lambda _, text: shown.append(text),
    )
    monkeypatch.setattr("cni_mapper.ui.dialogs.pages.notice_list.QgsMessageViewer.exec", lambda _: 0)
    county_desk.find("areas_details", QPushButton).click()
    assert re.findall(r"X05\d{6}", shown[0]) == [f"X0590000{number}" for number in range(1, 6)]


# Reading again


def test_a_file_that_changes_is_noticed_and_read_again(county_desk: PageDesk, county: County) -> None:
    path = save_layer(county.wards(), county.folder / "mine.geojson")
    county_desk.pick_layer("areas", add(path))
    county_desk.settle()
    text = Path(path).read_text(encoding="utf-8")
    Path(path).write_text(text.replace("Port Merrow", "Port Marrow"), encoding="utf-8")
    wait_until(lambda: county_desk.text("areas_changed") != "")
    assert county_desk.text("areas_changed") == "mine.geojson changed since it was read."
    assert "Press 'Read again'" in county_desk.status
    county_desk.find("areas_read_again", QPushButton).click()
    county_desk.settle()
    assert county_desk.text("areas_changed") == ""
    assert any(text.startswith("Port Marrow") for text in rows(county_desk))


def test_read_again_says_why_it_cannot(desk: PageDesk) -> None:
    button = desk.find("areas_read_again", QPushButton)
    assert (button.isEnabled(), button.toolTip()) == (False, "No layer is chosen yet")


# Guessing


def shown(desk: PageDesk) -> None:
    desk.show()
    desk.page.show()
    desk.settle()


def test_the_only_layer_that_fits_is_chosen_when_the_page_opens(county_desk: PageDesk, county: County) -> None:
    layer = wards(county)
    add(county.path("places.gpkg"))
    assert county_desk.session.choices.areas == "", "nothing is chosen behind the user's back"
    shown(county_desk)
    wait_until(lambda: county_desk.session.choices.areas == layer.id())
    assert "Chosen for you" in county_desk.text("areas_recognised")
    county_desk.session.undo()
    county_desk.settle()
    assert county_desk.session.choices.areas == "", "what was undone stays undone"


def test_a_layer_that_comes_while_the_page_is_open_is_chosen(county_desk: PageDesk, county: County) -> None:
    shown(county_desk)
    layer = wards(county)
    wait_until(lambda: county_desk.session.choices.areas == layer.id())


def two_layers(county: County) -> None:
    put(county.wards(), "one")
    put(county.wards(), "two")


def a_result(county: County) -> None:
    put(county.wards(), "result").setCustomProperty(THEME, "category")


def the_example(county: County) -> None:
    add(INPUTS["AREAS"])


def broken(county: County) -> None:
    put(twice(county), "twice")


def other_kind(county: County) -> None:
    put(districts_only(county), "districts")


@pytest.mark.parametrize("make", [two_layers, a_result, the_example, broken, other_kind])
def test_nothing_is_guessed_where_that_may_be_wrong(
    make: Callable[[County], Any], county_desk: PageDesk, county: County
) -> None:
    make(county)
    shown(county_desk)
    QTest.qWait(100)
    county_desk.settle()
    assert county_desk.session.choices.areas == ""


def test_the_users_choice_is_never_overridden(county_desk: PageDesk, county: County) -> None:
    mine = put(county.wards(), "mine")
    county_desk.pick_layer("areas", mine)
    shown(county_desk)
    county_desk.pick("areas_layer", "Choose a layer…")
    county_desk.settle()
    assert county_desk.session.choices.areas == "", "none is a choice too"


def test_among_several_the_boundaries_of_the_index_are_meant(desk: PageDesk, reference_data: Path) -> None:
    for name in ("ltla_2019.gpkg", "lsoa_2021.gpkg"):
        add(reference_data / name)
    layer = add(reference_data / "wards_2017.gpkg")
    shown(desk)
    wait_until(lambda: desk.session.choices.areas == layer.id())


# Getting boundaries


def test_official_boundaries_are_offered_those_of_the_index_first(
    desk: PageDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    import processing

    opened: list[Any] = []
    monkeypatch.setattr(processing, "execAlgorithmDialog", lambda *given: opened.append(given), raising=False)
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
