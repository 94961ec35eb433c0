"""The page Thresholds: limits, counts, the grid and the near misses say what cni:map gives, and change the session."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from county import County, expected_wards, record_of
from dock_desk import DockDesk, cell_place, clipboard, dock_desk, drag, pick, selected, texts, type_number
from qgis.core import QgsFeatureRequest, QgsVectorLayer
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest

from cni_mapper.ui.dialogs.charts.decile_grid import Cell

NO_KEY = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
COAST = "X07000002"


@pytest.fixture
def desk(
    processing: Any, county: County, output: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[DockDesk]:
    with dock_desk(county, output, monkeypatch, tmp_path / "data") as desk:
        desk.turn_to("thresholds")
        yield desk


@pytest.fixture
def read(desk: DockDesk) -> DockDesk:
    desk.choose()
    return desk


@pytest.fixture(scope="session")
def wards(sample: Path) -> pd.DataFrame:
    return expected_wards(sample)


def counts(desk: DockDesk) -> dict[str, tuple[str, str]]:
    """Areas and people as the page shows them, by category."""
    return {
        name: tuple(desk.part(f"cni_mapper_thresholds_{name}_{what}").text() for what in ("areas", "people"))
        for name in ("left_behind", "deprived", "high_need", "other")
    }


def expected_counts(wards: pd.DataFrame, cni: int, imd: int) -> dict[str, tuple[str, str]]:
    """The same by pandas alone, from ranks. cni, imd: the last rank inside."""
    need, deprived = wards["cni_rank"] <= cni, wards["imd_rank"] <= imd
    groups = {
        "left_behind": need & deprived,
        "deprived": ~need & deprived,
        "high_need": need & ~deprived,
        "other": ~need & ~deprived,
    }
    return {name: (str(int(inside.sum())), f"{wards['population'][inside].sum():,}") for name, inside in groups.items()}


def words(desk: DockDesk, key: str) -> str:
    return desk.part(f"cni_mapper_thresholds_{key}_words").text()


def codes(desk: DockDesk, positions: Any) -> list[str]:
    return list(desk.session.data.basis.values.codes[positions])


def test_counts_and_people_are_those_of_the_algorithm(read: DockDesk, sample_run: tuple[pd.DataFrame, Any]) -> None:
    found = sample_run[1]["counts"]
    for name, (areas, people) in counts(read).items():
        assert (areas, people) == (f"{found['areas'][name]:,}", f"{found['people'][name]:,}")
    assert read.status() == "Left behind: 8 of the 150 wards shown. Next: make the layers, on the page Results."
    assert words(read, "cni") == words(read, "imd") == "the worst 15 of 150 wards"
    assert read.part("cni_mapper_thresholds_own").text() == "These are the index's own limits."
    assert "whose year is not known" in read.part("cni_mapper_thresholds_people").text()


def test_a_typed_limit_changes_the_run_and_all_that_is_shown(read: DockDesk, wards: pd.DataFrame) -> None:
    type_number(read.part("cni_mapper_thresholds_cni_box"), "20")
    read.settle()
    assert (read.session.choices.cni_limit, read.session.choices.imd_limit) == (20.0, 10.0)
    assert words(read, "cni") == "the worst 30 of 150 wards"
    assert counts(read) == expected_counts(wards, 30, 15)
    assert read.status().startswith("High on both: 11 of the 150 wards shown.")
    read.session.undo()
    read.settle()
    assert read.session.choices.cni_limit == 10.0
    assert counts(read) == expected_counts(wards, 15, 15)
    assert read.part("cni_mapper_thresholds_cni_box").value() == 10.0


def test_a_drag_is_one_step_in_halves_of_a_percent(read: DockDesk) -> None:
    slider = read.part("cni_mapper_thresholds_imd_slider")
    drag(slider, 60)
    read.settle()
    limit = read.session.choices.imd_limit
    assert 25 < limit < 35
    assert limit * 2 == round(limit * 2)
    assert read.session.undo_words == "Limit on deprivation"
    drag(slider, 40)
    read.settle()
    read.session.undo()
    assert read.session.choices.imd_limit == limit
    read.session.undo()
    assert read.session.choices.imd_limit == 10.0


def test_numbers_and_percentages_are_exchanged_at_the_same_places(read: DockDesk, wards: pd.DataFrame) -> None:
    unit, session = read.part("cni_mapper_thresholds_unit"), read.session
    pick(unit, "number of areas")
    read.settle()
    assert (session.choices.counted, session.choices.cni_limit, session.choices.imd_limit) == (True, 15.0, 15.0)
    assert read.part("cni_mapper_thresholds_cni_box").text() == "15"
    type_number(read.part("cni_mapper_thresholds_cni_box"), "23")
    read.settle()
    assert counts(read) == expected_counts(wards, 23, 15)
    pick(unit, "percent of the areas ranked")
    read.settle()
    # 15.4% of 150 is 23.1, rounded down; 15.3% would be 22.95.
    assert (session.choices.counted, session.choices.cni_limit, session.choices.imd_limit) == (False, 15.4, 10.0)
    assert counts(read) == expected_counts(wards, 23, 15)


def test_the_link_goes_back_to_the_limits_of_the_index(read: DockDesk) -> None:
    pick(read.part("cni_mapper_thresholds_unit"), "number of areas")
    read.settle()
    link = read.part("cni_mapper_thresholds_own")
    assert "Use the index's own: 10% on both" in link.text()
    QTest.mouseClick(link, LEFT, NO_KEY, QPoint(20, link.height() // 2))
    assert not read.session.choices.counted
    assert (read.session.choices.cni_limit, read.session.choices.imd_limit) == (10.0, 10.0)
    read.settle()
    assert link.text() == "These are the index's own limits."
    assert read.session.undo_words == "The index's own limits"


def test_the_link_is_reached_by_the_keys(read: DockDesk) -> None:
    type_number(read.part("cni_mapper_thresholds_cni_box"), "20")
    read.settle()
    link = read.part("cni_mapper_thresholds_own")
    link.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(link, Qt.Key.Key_Tab)
    QTest.keyClick(link, Qt.Key.Key_Return)
    assert read.session.choices.cni_limit == 10.0


def test_a_limit_that_holds_no_area_says_so(read: DockDesk) -> None:
    type_number(read.part("cni_mapper_thresholds_cni_box"), "0.5")
    read.settle()
    assert words(read, "cni") == "None of 150 wards: choose a higher limit."


def test_an_area_that_no_table_knows_counts_as_without_data(desk: DockDesk, county: County) -> None:
    county.recode_wards({"X05000001": "X05000999"})
    desk.choose()
    desk.make()
    found = record_of(desk.session.made.output)["counts"]["areas"]
    assert found["no_data"] == 1
    assert desk.part("cni_mapper_thresholds_no_data_areas").text() == "1"
    assert {name: areas for name, (areas, _) in counts(desk).items()} == {
        name: f"{found[name]:,}" for name in ("left_behind", "deprived", "high_need", "other")
    }
    assert " of the 150 wards shown." in desk.status()


# The grid


def show_grid(desk: DockDesk) -> Any:
    grid = desk.part("cni_mapper_thresholds_grid")
    bar = desk.dock._tabs.currentWidget().verticalScrollBar()
    bar.setValue(grid.y())
    QTest.qWait(20)
    return grid


def click_cell(grid: Any, cni: int, imd: int) -> None:
    QTest.mouseClick(grid, LEFT, NO_KEY, grid.cell_box(Cell(cni, imd)).center().toPoint())


def in_cell(rows: pd.DataFrame, cni: int, imd: int) -> set[str]:
    return set(rows.index[(rows["cni_decile"] == cni) & (rows["imd_decile"] == imd)])


def test_a_cell_selects_its_areas_on_the_map(read: DockDesk, sample_run: tuple[pd.DataFrame, Any]) -> None:
    read.make()
    grid = show_grid(read)
    click_cell(grid, 2, 1)
    layer = read.dock.live_map.result_layer()
    assert selected(layer) == in_cell(sample_run[0], 2, 1)
    assert read.iface.active == layer
    said = read.part("cni_mapper_thresholds_selected")
    assert said.text() == "Decile 2 of need, decile 1 of deprivation: 3 selected on the map."
    grid.setFocus()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Space):
        QTest.keyClick(grid, key)
    assert selected(layer) == in_cell(sample_run[0], 1, 2)
    assert said.text() == "Decile 1 of need, decile 2 of deprivation: 2 selected on the map."


def test_while_trying_a_cell_selects_on_the_preview(read: DockDesk) -> None:
    read.make()
    type_number(read.part("cni_mapper_thresholds_cni_box"), "20")
    read.settle()
    click_cell(show_grid(read), 1, 1)
    assert len(selected(read.dock.live_map.preview.layer)) == 8
    assert selected(read.dock.live_map.result_layer()) == set()


def test_before_there_are_layers_a_cell_says_what_to_do(read: DockDesk) -> None:
    click_cell(show_grid(read), 1, 1)
    assert read.part("cni_mapper_thresholds_selected").text() == (
        "Decile 1 of need, decile 1 of deprivation: 8. Make the layers (page Results) to have areas selected on the "
        "map."
    )
    click_cell(show_grid(read), 10, 1)
    assert read.part("cni_mapper_thresholds_selected").text() == (
        "Decile 10 of need, decile 1 of deprivation: no area."
    )


def test_the_grid_counts_the_areas_shown(read: DockDesk, sample_run: tuple[pd.DataFrame, Any]) -> None:
    grid, rows = read.part("cni_mapper_thresholds_grid"), sample_run[0]
    read.session.edit("Districts", districts=(COAST,))
    read.settle()
    coast = rows[rows["district_code"] == COAST]
    for cni in range(1, 11):
        for imd in range(1, 11):
            count = len(in_cell(coast, cni, imd))
            assert f": {count:,} area" in grid.words_at(grid.cell_box(Cell(cni, imd)).center()), (cni, imd)


@pytest.mark.parametrize(
    ("cni", "imd", "outlined"),
    [(10, 10, "worst 10% on both"), (20, 10, "worst 20% on CNI and worst 10% on IMD"), (12, 10, "No corner")],
)
def test_the_corner_is_outlined_where_limits_are_whole_deciles(
    read: DockDesk, cni: float, imd: float, outlined: str
) -> None:
    read.session.edit("Limits", cni_limit=float(cni), imd_limit=float(imd))
    read.settle()
    assert outlined in read.part("cni_mapper_thresholds_grid")._corner_words()


# Near misses


def expected_near(wards: pd.DataFrame, cni: int, imd: int) -> list[str]:
    """Codes whose worse margin is 1 to 1% of the areas, by pandas alone."""
    worse = pd.concat([wards["cni_rank"] - cni, wards["imd_rank"] - imd], axis=1).max(axis=1)
    near = worse[(worse >= 1) & (worse <= len(wards) // 100)]
    return list(near.sort_values(kind="stable").index)


@pytest.fixture
def near(read: DockDesk) -> DockDesk:
    """The worst 17 on need and the worst 15 on deprivation: the ward ranked 18th and 13th lacks one place."""
    read.session.edit("Limits", counted=True, cni_limit=17.0, imd_limit=15.0)
    read.settle()
    return read


def test_near_misses_say_how_many_places_are_lacking(near: DockDesk, wards: pd.DataFrame, county: County) -> None:
    wanted = expected_near(wards, 17, 15)
    table = near.part("cni_mapper_thresholds_near_misses")
    assert codes(near, table.positions) == wanted
    assert wanted == ["X05000060"]
    name = county.table("community_needs.csv").set_index("ward_code")["ward_name"]["X05000060"]
    assert texts(table) == [[name, "Marram Coast", "1", "inside"]]
    near.make()
    assert record_of(near.session.made.output)["near_misses"] == wanted


def test_a_near_miss_is_opened_on_the_map(near: DockDesk) -> None:
    near.make()
    table, canvas = near.part("cni_mapper_thresholds_near_misses"), near.iface.canvas
    layer = near.dock.live_map.result_layer()
    box = ward_box(layer, "X05000060")
    canvas.setExtent(layer.extent())
    place = cell_place(table, 0)
    QTest.mouseClick(table.viewport(), LEFT, NO_KEY, place)
    QTest.mouseDClick(table.viewport(), LEFT, NO_KEY, place)
    assert canvas.extent().contains(box)
    assert canvas.extent().width() < layer.extent().width() / 3
    canvas.setExtent(layer.extent())
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert canvas.extent().width() < layer.extent().width() / 3


def ward_box(layer: QgsVectorLayer, code: str) -> Any:
    (feature,) = layer.getFeatures(QgsFeatureRequest().setFilterExpression(f"area_code = '{code}'"))
    return feature.geometry().boundingBox()


def test_near_misses_are_copied(near: DockDesk) -> None:
    table = near.part("cni_mapper_thresholds_near_misses")
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    heads, row = clipboard().split("\n")
    assert heads.split("\t") == ["Area", "District", "Need: short by", "IMD: short by"]
    assert row.split("\t")[1:] == ["Marram Coast", "1", "inside"]


def test_where_nobody_is_near_it_says_so(read: DockDesk, wards: pd.DataFrame) -> None:
    assert expected_near(wards, 15, 15) == []
    assert not read.part("cni_mapper_thresholds_near_misses").isVisibleTo(read.dock)
    assert read.part("cni_mapper_thresholds_near_words").text() == (
        "No area shown is that near: 1% of the areas ranked is 1."
    )


# The universe


def test_ranking_among_the_areas_shown_is_warned_of_and_undone(read: DockDesk) -> None:
    read.session.edit("Districts", districts=(COAST,))
    read.settle()
    assert read.session.tried.ranked["cni"] == 150
    box, warning = (read.part(f"cni_mapper_thresholds_within_{name}") for name in ("focus", "warning"))
    assert not warning.isVisibleTo(read.dock)
    read.click("cni_mapper_thresholds_within_focus")
    read.settle()
    assert read.session.choices.within_focus
    assert read.session.tried.ranked == {"cni": 28, "imd": 28}
    assert words(read, "cni") == "the worst 2 of 28 wards"
    assert warning.isVisibleTo(read.dock)
    assert warning.text().startswith("Careful: these 28 wards are then compared with one another only.")
    read.make()
    record = record_of(read.session.made.output)
    assert record["universe"]["ranked"] == {"cni": 28, "imd": 28}
    assert counts(read)["left_behind"][0] == str(record["counts"]["areas"]["left_behind"])
    while read.session.undo_words != "Districts":
        read.session.undo()
    read.settle()
    assert not box.isChecked()
    assert read.session.tried.ranked["cni"] == 150


# Without data


def test_without_data_the_page_says_what_to_do_and_keeps_the_limits(desk: DockDesk) -> None:
    assert desk.status() == (
        "Choose the boundaries of the areas (page Areas); a table of indicators (page Index); a table of deprivation "
        "(page Deprivation) first."
    )
    unit = desk.part("cni_mapper_thresholds_unit")
    assert not unit.isEnabled()
    assert "Choose the boundaries of the areas" in unit.toolTip()
    type_number(desk.part("cni_mapper_thresholds_cni_box"), "20")
    assert desk.session.choices.cni_limit == 20.0
    assert not desk.part("cni_mapper_thresholds_grid").isVisibleTo(desk.dock)


def test_data_that_cannot_be_read_is_read_again_once_it_can(desk: DockDesk, county: County) -> None:
    whole = county.table("deprivation.csv")
    county.edit("deprivation.csv", lambda table: table.assign(imd_score="none"))
    desk.choose()
    again = desk.part("cni_mapper_thresholds_read_again")
    assert desk.session.fault is not None
    assert again.isVisible()
    county.write("deprivation.csv", whole)
    desk.click("cni_mapper_thresholds_read_again")
    desk.settle()
    assert desk.session.tried is not None
    assert not again.isVisible()


def test_people_are_not_counted_where_nobody_says_how_many(desk: DockDesk, county: County, wards: pd.DataFrame) -> None:
    table = wards["imd_score"].rename_axis("ward_code").reset_index()
    county.give(DEPRIVATION=county.write("ward_deprivation.csv", table), LOOKUP=None)
    desk.choose()
    assert {name: areas for name, (areas, _) in counts(desk).items()} == {
        name: areas for name, (areas, _) in expected_counts(wards, 15, 15).items()
    }
    assert {people for _, people in counts(desk).values()} == {"–"}
    assert desk.part("cni_mapper_thresholds_people").text().startswith("People are not counted:")
