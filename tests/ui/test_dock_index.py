"""The page 'Index' of the dock: tables, weights, columns and directions, each edit in the session and undone again."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from desk import wait_until
from index_desk import IndexDesk, answer, index_desk
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEvent, QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QMouseEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QListWidget,
    QSlider,
    QStyle,
    QStyleOptionSlider,
)

from cni_mapper.core.index.editing import find_part
from cni_mapper.ui.tasks import Work

NO_MODIFIER = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def desk(processing, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[IndexDesk]:
    with index_desk(sample, tmp_path, monkeypatch) as desk:
        yield desk


def part(desk: IndexDesk, id: str):
    return find_part(desk.session.choices.definition, id)


def ranks(desk: IndexDesk) -> np.ndarray:
    desk.settle()
    return desk.session.tried.index.rank.copy()


def type_weight(desk: IndexDesk, text: str) -> None:
    box = desk.find("cni_mapper_index_weight_box", QDoubleSpinBox)
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, text)
    QTest.keyClick(box, Qt.Key.Key_Return)


def drag_slider(desk: IndexDesk, *shares: float) -> None:
    """Drag the slider of the weight through places, each a share of its way, and let it go."""
    slider = desk.find("cni_mapper_index_weight_slider", QSlider)
    option = QStyleOptionSlider()
    QApplication.processEvents()
    slider.initStyleOption(option)
    handle = slider.style().subControlRect(
        QStyle.ComplexControl.CC_Slider, option, QStyle.SubControl.SC_SliderHandle, slider
    )
    QTest.mousePress(slider, LEFT, NO_MODIFIER, handle.center())
    for share in shares:
        place = QPointF(round(share * slider.width()), handle.center().y())
        away = QPointF(slider.mapToGlobal(place.toPoint()))
        button = Qt.MouseButton.NoButton
        QApplication.sendEvent(slider, QMouseEvent(QEvent.Type.MouseMove, place, away, away, button, LEFT, NO_MODIFIER))
        QApplication.processEvents()
    QTest.mouseRelease(slider, LEFT, NO_MODIFIER, place.toPoint())


def test_an_empty_project_says_what_to_do(desk: IndexDesk) -> None:
    status = desk.page.status()
    assert status.kind == "todo"
    assert "Tick the tables" in status.text
    button = desk.find("cni_mapper_index_remove", QAbstractButton)
    assert not button.isEnabled()
    assert "Select" in button.toolTip()


def test_tables_are_ticked_and_tell_what_they_hold(desk: IndexDesk) -> None:
    desk.choose()
    assert "150 wards" in desk.table_words("indicators")
    assert "all 12 columns" in desk.table_words("indicators")
    assert "no column" in desk.table_words("deprivation")
    assert desk.page.status().kind == "ready"
    desk.tick("indicators")
    assert desk.session.choices.tables == ()
    assert desk.session.undo_words == "Leave out indicators"
    assert desk.page.status().kind == "todo"
    desk.tick("indicators")
    desk.settle()
    assert desk.session.choices.tables == (desk.layers["indicators.csv"],)
    assert desk.session.tried is not None


def test_ticked_tables_stand_first_and_stay_under_the_pointer(desk: IndexDesk) -> None:
    desk.choose()
    tables = desk.find("cni_mapper_index_tables", QListWidget)

    def names() -> list[str]:
        return [tables.item(row).text().partition("\n")[0] for row in range(tables.count())]

    assert names() == ["indicators", "deprivation", "small_area_to_ward", "wards"]
    desk.tick("wards")
    assert names() == ["indicators", "deprivation", "small_area_to_ward", "wards"]
    desk.session.undo()
    desk.session.edit("elsewhere", tables=(desk.layers["wards.gpkg"],))
    assert names()[0] == "wards"


def test_a_table_of_other_columns_leads_to_the_missing_ones(desk: IndexDesk) -> None:
    desk.choose(table="community_needs.csv")
    status = desk.page.status()
    assert status.kind == "todo"
    assert status.text.startswith("12 parts have no column yet: 'Libraries', 'Community halls', 'Pubs and clubs'…")


def test_a_file_is_added_and_ticked(desk: IndexDesk) -> None:
    desk.page.tables.add_files([str(desk.folder / "indicators.csv"), str(desk.folder / "nowhere.csv")])
    layer = desk.session.project.mapLayersByName("indicators")[0]
    assert desk.session.choices.tables == (layer.id(),)
    assert "nowhere.csv cannot be opened" in desk.said()
    desk.page.tables.add_files([str(desk.folder / "indicators.csv")])
    assert len(desk.session.project.mapLayers()) == 1


def test_repeated_codes_are_told_beside_the_table(desk: IndexDesk) -> None:
    path = desk.folder / "indicators.csv"
    table = pd.read_csv(path)
    table.loc[1, "ward_code"] = table.loc[0, "ward_code"]
    table.to_csv(path, index=False)
    desk.choose()
    assert "X05000001" in desk.table_words("indicators")
    assert desk.page.status().kind == "fault"


def test_a_typed_weight_is_one_step(desk: IndexDesk) -> None:
    desk.choose()
    before = ranks(desk)
    desk.page.tree.select_part("connectedness")
    type_weight(desk, "3")
    after = ranks(desk)
    assert part(desk, "connectedness").weight == 3
    assert desk.session.undo_words == "Weight of Connectedness"
    assert (before != after).any()
    desk.session.undo()
    assert part(desk, "connectedness").weight == 1
    assert (ranks(desk) == before).all()
    desk.session.redo()
    assert (ranks(desk) == after).all()


def test_a_dragged_slider_is_one_step_and_rebalances(desk: IndexDesk) -> None:
    desk.choose()
    desk.page.tree.select_part("connectedness")
    keep = desk.find("cni_mapper_index_weight_rebalance", QCheckBox)
    QTest.mouseClick(keep, LEFT, pos=QPoint(8, keep.height() // 2))
    assert keep.isChecked()
    drag_slider(desk, 0.5, 0.7, 1.0)
    weights = [domain.weight for domain in desk.session.choices.definition.domains]
    # At the end of its way the part has the whole of the three weights of 1.
    assert weights == [0, 3, 0]
    desk.session.undo()
    assert [domain.weight for domain in desk.session.choices.definition.domains] == [1, 1, 1]
    assert desk.session.undo_words == ""


def test_a_weight_back_from_nought_shares_out_as_before(desk: IndexDesk) -> None:
    desk.choose()
    desk.page.tree.select_part("connectedness")
    type_weight(desk, "2")
    desk.page.tree.select_part("engaged_community")
    desk.page.weight.set_rebalance(True)
    drag_slider(desk, 1.0, 0.0)
    weights = [domain.weight for domain in desk.session.choices.definition.domains]
    # Before the drag 1, 2 and 1: what the third gave up goes to the others as 1 to 2.
    assert weights == pytest.approx([4 / 3, 8 / 3, 0], abs=0.02)


def test_a_locked_weight_stays(desk: IndexDesk) -> None:
    desk.choose()
    desk.page.tree.select_part("civic_assets")
    lock = desk.find("cni_mapper_index_weight_lock", QCheckBox)
    QTest.mouseClick(lock, LEFT, pos=QPoint(8, lock.height() // 2))
    assert desk.session.choices.locked == ("civic_assets",)
    assert desk.session.undo_words == "Lock Civic assets"
    desk.page.weight.set_rebalance(True)
    desk.page.tree.select_part("connectedness")
    type_weight(desk, "1.5")
    assert [domain.weight for domain in desk.session.choices.definition.domains] == [1, 1.5, 0.5]


def test_moving_a_weight_rebuilds_nothing(desk: IndexDesk) -> None:
    desk.choose()
    tree = desk.page.tree
    tree.select_part("connectedness")
    desk.settle()
    item, shown = tree.topLevelItem(0), desk.page.source.values.distribution
    tables = desk.page.tables
    took = []
    for step in range(20):
        start = time.perf_counter()
        tree.weight_changed.emit("connectedness", 1 + step / 10, False)
        took.append(time.perf_counter() - start)
    assert tree.topLevelItem(0) is item
    assert desk.page.source.values.distribution is shown
    assert not desk.page.source.values.is_busy
    assert tables.isVisible()
    assert sorted(took)[10] < 0.05
    tree.weight_changed.emit("connectedness", 2.9, True)
    assert part(desk, "connectedness").weight == 2.9
    desk.session.undo()
    assert part(desk, "connectedness").weight == 1


def test_all_weights_at_nought_are_refused_in_words(desk: IndexDesk) -> None:
    desk.choose()
    for id in ("civic_assets", "connectedness"):
        desk.page.tree.select_part(id)
        type_weight(desk, "0")
    assert desk.said() == ""
    desk.page.tree.select_part("engaged_community")
    type_weight(desk, "0")
    assert "All weights in" in desk.said()
    assert part(desk, "engaged_community").weight == 1
    assert desk.find("cni_mapper_index_weight_box", QDoubleSpinBox).value() == 1
    type_weight(desk, "2")
    assert desk.said() == ""
    assert part(desk, "engaged_community").weight == 2


def test_weights_of_a_factor_are_not_to_be_moved(desk: IndexDesk) -> None:
    desk.choose()
    desk.page.tree.select_part("civic_assets")
    desk.click("cni_mapper_index_more")
    desk.pick("cni_mapper_index_weights", "from the data (factor)")
    assert part(desk, "civic_assets").combine.weights == "factor"
    desk.page.tree.select_part("libraries_per_1000")
    box = desk.find("cni_mapper_index_weight_box", QDoubleSpinBox)
    assert not box.isEnabled()
    assert "factor analysis" in box.toolTip()


def test_direction_turns_the_indicator(desk: IndexDesk) -> None:
    desk.choose()
    desk.page.tree.select_part("libraries_per_1000")
    before = ranks(desk)
    desk.click("cni_mapper_index_direction_more_need")
    assert part(desk, "libraries_per_1000").higher_is == "more_need"
    assert desk.session.undo_words == "Direction of Libraries"
    assert (ranks(desk) != before).any()
    desk.session.undo()
    assert desk.find("cni_mapper_index_direction_less_need", QAbstractButton).isChecked()


def test_the_values_of_the_column_are_shown(desk: IndexDesk) -> None:
    desk.choose()
    desk.page.tree.select_part("minutes_to_gp_by_bus")
    desk.settle()
    column = pd.read_csv(desk.folder / "indicators.csv")["minutes_to_gp_by_bus"]
    shown = desk.page.source.values.distribution
    assert (shown.lowest, shown.median, shown.highest) == (column.min(), column.median(), column.max())
    assert (shown.count, shown.missing) == (column.notna().sum(), column.isna().sum())


def test_another_column_is_chosen_and_becomes_a_rate(desk: IndexDesk) -> None:
    desk.choose()
    desk.page.tree.select_part("minutes_to_gp_by_bus")
    desk.pick("cni_mapper_index_column", "slow_broadband_percent")
    assert part(desk, "minutes_to_gp_by_bus").columns == ("slow_broadband_percent",)
    desk.click("cni_mapper_index_more")
    desk.pick("cni_mapper_index_denominator", "households_no_car_percent")
    changed = part(desk, "minutes_to_gp_by_bus")
    assert (changed.numerator, changed.denominator) == ("slow_broadband_percent", "households_no_car_percent")
    desk.settle()
    table = pd.read_csv(desk.folder / "indicators.csv")
    rate = table["slow_broadband_percent"] / table["households_no_car_percent"]
    assert desk.page.source.values.distribution.median == pytest.approx(rate.median())
    desk.pick("cni_mapper_index_denominator", "nothing (as it is)")
    assert part(desk, "minutes_to_gp_by_bus").columns == ("slow_broadband_percent",)


def test_a_column_of_two_tables_is_named_with_its_table(desk: IndexDesk) -> None:
    (desk.folder / "other.csv").write_bytes((desk.folder / "indicators.csv").read_bytes())
    desk.choose()
    desk.page.tables.add_files([str(desk.folder / "other.csv")])
    desk.settle()
    assert desk.page.status().kind == "todo"
    desk.page.tree.select_part("libraries_per_1000")
    combo = desk.find("cni_mapper_index_column", QComboBox)
    assert combo.currentText() == "libraries_per_1000: in two tables, choose one"
    desk.pick("cni_mapper_index_column", "libraries_per_1000 (other)")
    assert part(desk, "libraries_per_1000").columns == ("other:libraries_per_1000",)
    assert combo.currentText() == "libraries_per_1000 (other)"


def test_a_missing_column_is_found_again_by_choosing_one(desk: IndexDesk) -> None:
    path = desk.folder / "indicators.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("libraries_per_1000", "libs"), encoding="utf-8")
    desk.choose()
    assert "libraries_per_1000" in desk.page.status().text
    desk.page.tree.select_part("libraries_per_1000")
    desk.pick("cni_mapper_index_column", "libs")
    desk.settle()
    assert desk.page.status().kind == "ready"
    assert desk.session.tried is not None


def test_treatment_is_chosen(desk: IndexDesk) -> None:
    desk.choose()
    desk.page.tree.select_part("libraries_per_1000")
    desk.click("cni_mapper_index_more")
    desk.pick("cni_mapper_index_treat", "drawn in")
    desk.pick("cni_mapper_index_missing", "middle value of all areas")
    changed = part(desk, "libraries_per_1000")
    assert (changed.treat, changed.missing) == ("winsorise", "median")
    desk.page.tree.select_part("civic_assets")
    desk.pick("cni_mapper_index_standardise", "distance from the mean")
    assert part(desk, "civic_assets").combine.standardise == "zscore"
    assert desk.session.tried is not None


def test_a_part_is_renamed_and_removed(desk: IndexDesk) -> None:
    desk.choose()
    desk.page.tree.renamed.emit("libraries_per_1000", "Public libraries")
    assert part(desk, "libraries_per_1000").title == "Public libraries"
    assert desk.session.undo_words == "Rename Public libraries"
    desk.page.tree.select_part("libraries_per_1000")
    desk.click("cni_mapper_index_remove")
    assert desk.session.undo_words == "Remove Public libraries"
    ids = [one.id for one in part(desk, "civic_assets").indicators]
    assert ids == ["community_halls_per_1000", "pubs_and_clubs_per_1000", "green_space_share_percent"]
    assert desk.page.tree.selected_part() == "civic_assets"
    desk.session.undo()
    assert len(part(desk, "civic_assets").indicators) == 4


def test_a_weight_of_a_published_index_makes_a_variant(desk: IndexDesk) -> None:
    desk.choose("definition.json", "community_needs.csv")
    words = desk.find("cni_mapper_index_what_it_is")
    assert words.text() == "Published index, as its publishers made it."
    desk.page.tree.select_part("connectedness")
    type_weight(desk, "2")
    assert desk.session.choices.definition.is_published
    assert "Own variant of Sampleshire CNI" in words.text()


def test_another_column_of_a_published_index_makes_it_ones_own(desk: IndexDesk) -> None:
    desk.choose("definition.json", "community_needs.csv")
    desk.page.tree.select_part("connectedness")
    combo = desk.find("cni_mapper_index_column", QComboBox)
    asked = answer("Cancel")
    desk.pick("cni_mapper_index_column", "cni_score")
    assert "'My Sampleshire CNI'" in asked[0]
    assert desk.session.choices.definition.is_published
    assert combo.currentText() == "connectedness_score"
    answer("Make it my own")
    desk.pick("cni_mapper_index_column", "cni_score")
    definition = desk.session.choices.definition
    assert (definition.status, definition.title) == ("own", "My Sampleshire CNI")
    assert part(desk, "connectedness").published.columns == ("cni_score",)
    desk.session.undo()
    assert desk.session.choices.definition.is_published


def test_it_can_be_closed_while_it_reads(desk: IndexDesk) -> None:
    desk.choose()
    desk.page.tree.select_part("libraries_per_1000")
    assert desk.page.source.values.is_busy
    desk.window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert sip.isdeleted(desk.page)
    assert Work.running
    wait_until(lambda: not Work.running)


def test_a_layer_that_goes_is_missed(desk: IndexDesk) -> None:
    desk.choose()
    desk.session.project.removeMapLayer(desk.layers["indicators.csv"])
    assert desk.page.status().kind == "todo"
    assert desk.session.lacks() == ["tables"]
