"""What the page 'Areas' says of layers that do not serve, and of those that change."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from county import County, save_layer, set_values
from desk import wait_until
from page_desk import (
    PageDesk,
    add,
    begin_county,
    choose_rest,
    districts_only,
    no_crs,
    of_2022,
    opened_desk,
    put,
    rows,
    twice,
    wards,
)
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsVectorLayer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QComboBox, QFileDialog, QPushButton

from cni_mapper.ui.dialogs.pages.areas_page import AreasPage
from cni_mapper.ui.messages import fault_text


@pytest.fixture
def desk(processing, monkeypatch: pytest.MonkeyPatch) -> Iterator[PageDesk]:
    with opened_desk(AreasPage, monkeypatch) as desk:
        yield desk


@pytest.fixture
def county_desk(desk: PageDesk, county: County) -> PageDesk:
    begin_county(desk, county)
    return desk


# Faults


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


def test_a_fault_of_the_boundaries_is_said_once(county_desk: PageDesk, county: County) -> None:
    county_desk.pick_layer("areas", put(twice(county), "twice"))
    county_desk.settle()
    assert county_desk.text("areas_recognised") == "", "the line of status says it"
    choose_rest(county_desk, county)
    wait_until(lambda: county_desk.session.fault is not None)
    assert "X05000001" in fault_text(county_desk.session.fault), "the line of status says it still"
    assert county_desk.text("areas_recognised") == ""


def test_areas_that_the_tables_lack_are_counted_with_every_code_at_hand(
    county_desk: PageDesk, county: County, monkeypatch: pytest.MonkeyPatch
) -> None:
    layer = county.wards()
    set_values(layer, "ward_code", {f"X0500000{number}": f"X0590000{number}" for number in range(1, 6)})
    county_desk.pick_layer("areas", put(layer, "partly"))
    choose_rest(county_desk, county)
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


def test_a_look_that_was_stopped_says_so_and_is_made_again(county_desk: PageDesk, county: County) -> None:
    county_desk.pick_layer("areas", wards(county))
    (work,) = county_desk.looks._working.values()
    work.cancel()
    wait_until(lambda: not county_desk.looks._working)
    assert "was stopped" in county_desk.status
    county_desk.find("areas_read_again", QPushButton).click()
    county_desk.settle()
    assert county_desk.page.status().kind == "ready"


def test_a_layer_may_go_while_it_is_looked_at(county_desk: PageDesk, county: County) -> None:
    layer = wards(county)
    county_desk.pick_layer("areas", layer)
    QgsProject.instance().removeMapLayer(layer.id())
    county_desk.settle()
    QTest.qWait(100)
    assert "no longer in the project" in county_desk.status


def test_an_edited_layer_is_looked_at_again(county_desk: PageDesk, county: County) -> None:
    layer = put(county.wards(), "edited")
    county_desk.pick_layer("areas", layer)
    county_desk.settle()
    layer.startEditing()
    layer.deleteFeature(next(layer.getFeatures()).id())
    assert layer.commitChanges()
    wait_until(lambda: county_desk.text("areas_recognised").startswith("149 wards"))
