"""The window 'Print a map': the page follows what is chosen, and where there is none the window says why."""

from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from county import County, rows_of
from desk import wait_until
from dock_desk import DockDesk, cell_place, dock_desk
from print_desk import (
    Made,
    choose,
    has_page,
    open_window,
    page_text,
    part,
    settle,
    watch_pages,
    window,
    words,
    write,
)
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QWidget

NO_RESULT = "There is no result to print. Make the layers first."
USES = ("save", "designer", "atlas")


@pytest.fixture
def desk(
    processing: Any, county: County, output: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[DockDesk]:
    with dock_desk(county, output, monkeypatch, tmp_path / "data") as desk:
        desk.choose()
        desk.make()
        desk.turn_to("results")
        yield desk


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[Made]:
    return watch_pages(monkeypatch)


@pytest.fixture
def opened(desk: DockDesk, made: list[Made]) -> DockDesk:
    open_window(desk)
    return desk


def rows(desk: DockDesk) -> Any:
    return rows_of(f"{desk.output / 'result.gpkg'}|layername=result")


def overlay() -> QgsVectorLayer:
    (layer,) = QgsProject.instance().mapLayersByName("Left behind overlay")
    return layer


def close(desk: DockDesk) -> None:
    dialog = window(desk)
    desk.click("cni_mapper_print_close")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert sip.isdeleted(dialog)


# The page


def test_it_opens_with_the_page_of_the_open_run(opened: DockDesk, made: list[Made]) -> None:
    assert window(opened).isVisible()
    assert not window(opened).isModal()
    assert has_page(opened)
    assert words(opened) == ""
    assert made[-1].codes == set(rows(opened).index)
    assert not part(opened, "result").isVisible()
    assert all(part(opened, name).isEnabled() for name in USES)
    assert part(opened, "title").placeholderText() == page_text(window(opened)._work.page.layout, "title") != ""


def test_a_title_is_drawn_once_after_the_last_letter(opened: DockDesk, made: list[Made]) -> None:
    before = len(made)
    write(opened, "title", "Where to begin")
    assert len(made) == before + 1
    assert made[-1].choices.title == "Where to begin"
    assert page_text(window(opened)._work.page.layout, "title") == "Where to begin"
    part(opened, "title").clear()
    settle(opened)
    assert made[-1].choices.title == ""


def test_each_choice_goes_to_the_page(opened: DockDesk, made: list[Made], tmp_path: Path) -> None:
    choose(opened, "template", "a4_portrait")
    for name, value in (("theme", "imd"), ("labels", "none"), ("colours", "grey")):
        choose(opened, name, value)
        assert getattr(made[-1].choices, name) == value
    for name in ("subtitle", "notes", "reference"):
        write(opened, name, f"My {name}")
        assert getattr(made[-1].choices, name) == f"My {name}"
    logo = tmp_path / "logo.svg"
    shutil.copy(Path(__file__).parents[2] / "resources" / "icons" / "cni_mapper.svg", logo)
    part(opened, "logo").setFilePath(str(logo))
    settle(opened)
    assert made[-1].choices.logo == str(logo)
    assert made[-1].choices.template == "a4_portrait"
    assert has_page(opened)


def test_a_page_of_three_maps_leaves_no_theme_to_choose(opened: DockDesk) -> None:
    assert not part(opened, "theme").isEnabled()
    assert part(opened, "theme").toolTip().startswith("This page shows three maps")
    choose(opened, "template", "a3_landscape")
    assert part(opened, "theme").isEnabled()
    assert part(opened, "theme").findData("bivariate") >= 0


def test_a_layer_of_the_project_lies_underneath(opened: DockDesk, made: list[Made], county: County) -> None:
    street_map = QgsVectorLayer(county.parameters["AREAS"], "Streets", "ogr")
    QgsProject.instance().addMapLayer(street_map)
    settle(opened)
    choose(opened, "base_map", street_map.id())
    assert made[-1].choices.base_map is street_map
    QgsProject.instance().removeMapLayer(street_map.id())
    write(opened, "notes", "x")
    assert made[-1].choices.base_map is None
    assert has_page(opened)


def test_fit_shows_the_whole_page_and_100_percent_its_true_size(opened: DockDesk) -> None:
    choose(opened, "template", "a3_landscape")
    page = part(opened, "page")
    assert page.width() <= part(opened, "scroll").width()
    opened.click("cni_mapper_print_full")
    dpi = page.logicalDpiX()
    assert page.width() == pytest.approx(420 / 25.4 * dpi, abs=2)
    assert page.height() == pytest.approx(297 / 25.4 * dpi, abs=2)
    opened.click("cni_mapper_print_fit")
    assert page.width() <= part(opened, "scroll").width()


# Areas


def test_only_the_districts_ticked_are_shown(opened: DockDesk, made: list[Made]) -> None:
    choose(opened, "areas", "districts")
    table = rows(opened)
    assert made[-1].codes == set(table.index)
    view = part(opened, "areas_districts")
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, cell_place(view, 0))
    settle(opened)
    first = min(table["district_name"], key=str.casefold)
    assert made[-1].codes == set(table.index[table["district_name"] == first])
    opened.click("cni_mapper_print_areas_all_districts")
    settle(opened)
    assert made[-1].codes == set(table.index)


def test_the_page_follows_what_is_selected_on_the_map(opened: DockDesk, made: list[Made]) -> None:
    choose(opened, "areas", "selected")
    assert words(opened) == "No area is selected. Select some in a layer of the result, on the map."
    assert not has_page(opened)
    for name in USES:
        assert (part(opened, name).isEnabled(), part(opened, name).toolTip()) == (False, words(opened))
    overlay().selectByExpression("category = 'left_behind'")
    settle(opened)
    table = rows(opened)
    assert made[-1].codes == set(table.index[table["category"] == "left_behind"])
    assert has_page(opened)
    overlay().removeSelection()
    settle(opened)
    assert not has_page(opened)


def test_the_page_follows_the_area_last_clicked(opened: DockDesk, made: list[Made]) -> None:
    choose(opened, "areas", "clicked")
    assert words(opened).startswith("No area has been clicked.")
    opened.dock.inspector.show_area(3)
    settle(opened)
    assert made[-1].codes == {str(opened.session.data.basis.values.codes[3])}
    opened.dock.inspector.clear()
    settle(opened)
    assert words(opened).startswith("No area has been clicked.")


# The project


def test_without_a_result_the_window_says_so(
    processing: Any, county: County, output: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with dock_desk(county, output, monkeypatch, tmp_path / "data") as desk:
        desk.dock.open_print()
        settle(desk)
        assert words(desk) == NO_RESULT
        assert not has_page(desk)
        for name in USES:
            assert (part(desk, name).isEnabled(), part(desk, name).toolTip()) == (False, NO_RESULT)
        for name in ("theme", "template", "areas", "title", "notes", "labels", "base_map", "logo", "colours"):
            assert (part(desk, name).isEnabled(), part(desk, name).toolTip()) == (False, NO_RESULT)


def test_a_result_that_goes_empties_the_window_and_one_that_comes_fills_it(opened: DockDesk) -> None:
    project = QgsProject.instance()
    project.removeMapLayers([node.layerId() for node in project.layerTreeRoot().findGroups()[0].findLayers()])
    settle(opened)
    assert (words(opened), has_page(opened)) == (NO_RESULT, False)
    opened.turn_to("results")
    opened.make()
    settle(opened)
    assert (words(opened), has_page(opened)) == ("", True)


def test_a_closed_project_empties_the_window(opened: DockDesk) -> None:
    write(opened, "title", "Old")
    QgsProject.instance().clear()
    settle(opened)
    assert (words(opened), has_page(opened)) == (NO_RESULT, False)
    assert part(opened, "title").text() == ""


def test_a_result_that_goes_while_its_page_is_made(opened: DockDesk) -> None:
    QTest.keyClicks(part(opened, "title"), "x")
    QgsProject.instance().removeAllMapLayers()
    settle(opened)
    assert (words(opened), has_page(opened)) == (NO_RESULT, False)


def test_a_result_made_anew_is_drawn_anew(opened: DockDesk, made: list[Made]) -> None:
    before = len(made)
    opened.session.edit("Limits", cni_limit=20.0)
    opened.settle()
    opened.make()
    settle(opened)
    assert len(made) > before
    result = window(opened)._work.result
    assert result.table["category"].tolist().count("left_behind") == 11
    assert result.record["limits"]["cni"]["amount"] == "20"


def test_of_several_results_one_is_chosen(opened: DockDesk, made: list[Made]) -> None:
    write(opened, "title", "About the first")
    opened.session.new_run("Second", copy=True)
    opened.settle()
    opened.make("second.gpkg")
    settle(opened)
    combo = part(opened, "result")
    assert combo.isVisible()
    assert {combo.itemText(i) for i in range(combo.count())} == {"Sampleshire", "Second"}
    opened.turn_to("results")
    opened.click("cni_mapper_results_print")
    settle(opened)
    assert combo.currentText() == "Second"
    assert made[-1].choices.title == ""


def test_choices_are_kept_in_the_project(opened: DockDesk, tmp_path: Path) -> None:
    choose(opened, "template", "a4_landscape")
    choose(opened, "theme", "cni")
    write(opened, "title", "Kept")
    close(opened)
    assert QgsProject.instance().write(str(tmp_path / "project.qgs"))
    open_window(opened)
    assert part(opened, "template").currentData() == "a4_landscape"
    assert part(opened, "theme").currentData() == "cni"
    assert part(opened, "title").text() == "Kept"
    assert QgsProject.instance().read(str(tmp_path / "project.qgs"))
    settle(opened)
    assert (part(opened, "theme").currentData(), part(opened, "title").text()) == ("cni", "Kept")


def test_looking_alone_does_not_change_the_project(opened: DockDesk, tmp_path: Path) -> None:
    close(opened)
    assert QgsProject.instance().write(str(tmp_path / "project.qgs"))
    open_window(opened)
    assert not QgsProject.instance().isDirty()
    assert QgsProject.instance().readEntry("cni_mapper", "/print")[0] == ""


@pytest.mark.parametrize("text", ["{", "[]", '{"theme": 3, "areas": "moon", "districts": [1], "labels": null}'])
def test_spoilt_choices_are_as_by_default(desk: DockDesk, text: str) -> None:
    QgsProject.instance().writeEntry("cni_mapper", "/print", text)
    open_window(desk)
    assert has_page(desk)
    assert part(desk, "areas").currentData() == "all"


def test_a_theme_that_the_result_has_not_gives_way(desk: DockDesk, made: list[Made]) -> None:
    kept = {"template": "a4_portrait", "theme": "no_such_domain"}
    QgsProject.instance().writeEntry("cni_mapper", "/print", json.dumps(kept))
    open_window(desk)
    assert part(desk, "theme").currentData() == "overlay"
    assert [page.choices.theme for page in made] == ["overlay"]
    assert has_page(desk)


def test_a_template_that_will_not_do_is_said(opened: DockDesk, tmp_path: Path) -> None:
    node = json.loads(QgsProject.instance().readEntry("cni_mapper", "/print")[0] or "{}")
    (tmp_path / "house.qpt").write_text("<p>no layout</p>", encoding="utf-8")
    QgsProject.instance().writeEntry(
        "cni_mapper", "/print", json.dumps({**node, "template": str(tmp_path / "house.qpt")})
    )
    close(opened)
    open_window(opened)
    assert part(opened, "template").currentText() == "house.qpt"
    assert "house.qpt" in words(opened)
    assert not has_page(opened)
    choose(opened, "template", "a4_portrait")
    assert (words(opened), has_page(opened)) == ("", True)


# For everybody


def test_no_letter_is_lent_twice(opened: DockDesk) -> None:
    choose(opened, "areas", "districts")
    parts = [*window(opened).findChildren(QAbstractButton), *window(opened).findChildren(QLabel)]
    texts = [one.text() for one in parts if one.isVisible() and (not isinstance(one, QLabel) or one.buddy())]
    letters = Counter(found[1].casefold() for text in texts if (found := re.search(r"&(\w)", text)))
    assert [letter for letter, count in letters.items() if count > 1] == []
    assert len(letters) > 12


def test_every_part_has_a_name_and_tells_its_use(opened: DockDesk) -> None:
    for part_ in window(opened).findChildren(QWidget):
        if isinstance(part_, (QAbstractButton, QComboBox, QLineEdit)) and part_.objectName().startswith("cni_mapper"):
            assert part_.accessibleName() or part_.text(), part_.objectName()
            if not part_.isEnabled():
                assert part_.toolTip(), part_.objectName()


def test_escape_closes_it_while_a_page_is_being_made(opened: DockDesk) -> None:
    dialog = window(opened)
    QTest.keyClicks(part(opened, "title"), "x")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert sip.isdeleted(dialog)
    wait_until(lambda: True)
    QTest.qWait(400)
    overlay().selectAll()
    QgsProject.instance().clear()
    QTest.qWait(20)


def test_enter_in_a_text_presses_no_button(opened: DockDesk, made: list[Made]) -> None:
    choose(opened, "areas", "districts")
    view = part(opened, "areas_districts")
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, cell_place(view, 0))
    settle(opened)
    shown = made[-1].codes
    QTest.keyClick(part(opened, "notes"), Qt.Key.Key_Return)
    settle(opened)
    assert window(opened).isVisible()
    assert made[-1].codes == shown != set(rows(opened).index)


def test_the_page_goes_with_the_window(opened: DockDesk) -> None:
    layout = window(opened)._work.page.layout
    assert not sip.isdeleted(layout)
    close(opened)
    assert sip.isdeleted(layout)
