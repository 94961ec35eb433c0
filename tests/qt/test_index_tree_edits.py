from __future__ import annotations

from collections.abc import Iterator

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QLineEdit, QToolTip
from tree_dock import Dock, wait_until
from weighed_index import INDEX, index, published

from cni_mapper.core.index.editing import set_weight, weights_beside
from cni_mapper.ui.dialogs.index_tree import LOCK, NAME, SHARE, WEIGHT


@pytest.fixture
def dock() -> Iterator[Dock]:
    dock = Dock()
    yield dock
    dock.tree.close()
    dock.tree.deleteLater()
    QApplication.processEvents()


class TestWeight:
    def test_a_click_opens_a_box_and_typing_is_told_as_it_goes(self, dock):
        dock.click("pubs", WEIGHT)
        box = dock.box()
        assert (box.value(), box.accessibleName()) == (2, "Weight of Pubs")
        box.selectAll()
        QTest.keyClicks(box, "2.5")
        assert dock.told == [("pubs", 2.5, False)]
        dock.key_in_box(Qt.Key.Key_Return)
        assert dock.told == [("pubs", 2.5, False), ("pubs", 2.5, True)]
        assert dock.box() is None
        assert (dock.text("pubs", WEIGHT), dock.text("pubs", SHARE)) == ("2.5", "13.9%")

    def test_arrow_keys_turn_it(self, dock):
        dock.tree.select_part("assets")
        dock.key(Qt.Key.Key_Return)
        dock.key_in_box(Qt.Key.Key_Up)
        dock.key_in_box(Qt.Key.Key_Up)
        dock.key_in_box(Qt.Key.Key_Down)
        # The largest of the others weighs 2: a step is 5 times 0.05; a hundredth of 4 times 2 is not round.
        assert dock.told == [("assets", 1.25, False), ("assets", 1.5, False), ("assets", 1.25, False)]
        assert dock.box().value() == 1.25

    def test_it_is_final_when_it_has_come_to_rest(self, dock):
        dock.click("pubs", WEIGHT)
        dock.key_in_box(Qt.Key.Key_Up)
        wait_until(lambda: dock.told[-1][2])
        assert dock.told == [("pubs", 2.1, False), ("pubs", 2.1, True)]
        dock.key_in_box(Qt.Key.Key_Return)
        assert len(dock.told) == 2

    def test_opening_and_closing_tells_nothing(self, dock):
        thirds = set_weight(INDEX, "pubs", 1 / 3)
        dock.definition = thirds
        dock.show()
        dock.click("pubs", WEIGHT)
        assert dock.box().text() == "0.333"
        dock.key_in_box(Qt.Key.Key_Return)
        assert (dock.told, dock.definition) == ([], thirds)

    def test_what_it_opened_with_comes_back_unrounded(self, dock):
        dock.definition = set_weight(INDEX, "pubs", 1 / 3)
        dock.show()
        dock.click("pubs", WEIGHT)
        dock.key_in_box(Qt.Key.Key_Up)
        dock.key_in_box(Qt.Key.Key_Down)
        assert dock.told[-1] == ("pubs", 1 / 3, False)

    def test_escape_takes_it_back(self, dock):
        dock.click("pubs", WEIGHT)
        dock.key_in_box(Qt.Key.Key_Up)
        dock.key_in_box(Qt.Key.Key_Escape)
        assert dock.told == [("pubs", 2.1, False), ("pubs", 2.0, True)]
        assert (dock.definition, dock.box()) == (INDEX, None)

    def test_escape_without_a_move_tells_nothing(self, dock):
        dock.click("pubs", WEIGHT)
        dock.key_in_box(Qt.Key.Key_Escape)
        assert dock.told == []

    def test_leaving_it_is_final(self, dock):
        dock.click("pubs", WEIGHT)
        dock.key_in_box(Qt.Key.Key_Up)
        dock.click("halls", NAME)
        assert dock.told == [("pubs", 2.1, False), ("pubs", 2.1, True)]
        assert dock.box() is None

    def test_tab_goes_on_to_the_next_that_can_be_changed(self, dock):
        dock.locked = frozenset({"pubs"})
        dock.show()
        dock.click("libraries", WEIGHT)
        dock.key_in_box(Qt.Key.Key_Tab)
        assert (dock.box().accessibleName(), dock.tree.selected_part()) == ("Weight of Halls", "halls")
        dock.key_in_box(Qt.Key.Key_Backtab)
        assert dock.box().accessibleName() == "Weight of Libraries"

    def test_tab_on_the_last_closes(self, dock):
        dock.click("health", WEIGHT)
        dock.key_in_box(Qt.Key.Key_Tab)
        assert dock.box() is None

    def test_a_number_typed_on_a_row_begins_its_weight(self, dock):
        dock.tree.select_part("travel")
        QTest.keyClicks(dock.tree, "4")
        assert dock.told == [("travel", 4.0, False)]
        QTest.keyClicks(dock.box(), "2")
        dock.key_in_box(Qt.Key.Key_Enter)
        assert dock.told[-1] == ("travel", 42.0, True)

    def test_equal_weights_become_given(self, dock):
        dock.tree.select_part("crowded")
        QTest.keyClicks(dock.tree, "3")
        dock.key_in_box(Qt.Key.Key_Return)
        assert weights_beside(dock.definition, "crowded") == {"crowded": 3, "homeless": 1}
        assert (dock.text("crowded", SHARE), dock.text("homeless", SHARE)) == ("14.1%", "4.7%")

    @pytest.mark.parametrize("id", ["ill", "pubs"])
    def test_a_fixed_one_says_why_in_place_of_opening(self, dock, id):
        dock.locked = frozenset({"pubs"})
        dock.show()
        dock.click(id, WEIGHT)
        assert dock.box() is None
        assert QToolTip.text() == dock.tip(id, WEIGHT) != ""

    def test_a_refused_weight_is_shown_as_it_was(self):
        dock = Dock(index(published("a"), published("b", weight=0)))
        dock.tree.select_part("a")
        QTest.keyClicks(dock.tree, "0")
        dock.key_in_box(Qt.Key.Key_Return)
        assert dock.faults == ["weights_all_zero"] * 2
        assert dock.text("a", WEIGHT) == "1"

    def test_while_the_total_is_kept_a_weight_ends_with_it(self, dock):
        dock.rebalance = True
        dock.tree.set_rebalance(True)
        dock.locked = frozenset({"halls"})
        dock.show()
        dock.click("libraries", WEIGHT)
        assert dock.box().maximum() == 3
        dock.box().selectAll()
        QTest.keyClicks(dock.box(), "2")
        assert (dock.text("pubs", WEIGHT), dock.text("halls", WEIGHT)) == ("1", "1")

    def test_with_all_others_locked_no_total_can_be_kept(self, dock):
        dock.locked = frozenset({"halls", "pubs"})
        dock.show()
        assert "Click" in dock.tip("libraries", WEIGHT)
        dock.tree.set_rebalance(True)
        assert "do not keep the total" in dock.tip("libraries", WEIGHT)


class TestLock:
    def test_a_click_and_the_space_bar(self, dock):
        dock.click("pubs", LOCK)
        dock.key(Qt.Key.Key_Space)
        dock.tree.select_part("assets")
        dock.key(Qt.Key.Key_Space)
        assert dock.told == [("pubs", True), ("pubs", False), ("assets", True)]
        assert dock.item("assets").checkState(LOCK) == Qt.CheckState.Checked
        assert dock.tip("assets", WEIGHT) == "Locked. Unlock it to change its weight."

    def test_a_factor_has_none(self, dock):
        dock.click("ill", LOCK)
        dock.key(Qt.Key.Key_Space)
        assert dock.told == []
        assert dock.item("ill").data(LOCK, Qt.ItemDataRole.CheckStateRole) is None

    def test_one_that_is_refused_opens_again(self, dock):
        dock.tree.lock_changed.disconnect()
        dock.click("pubs", LOCK)
        assert dock.item("pubs").checkState(LOCK) == Qt.CheckState.Checked
        dock.show()
        assert dock.item("pubs").checkState(LOCK) == Qt.CheckState.Unchecked


class TestName:
    def test_f2_renames(self, dock):
        dock.tree.select_part("pubs")
        dock.key(Qt.Key.Key_F2)
        box = dock.box(QLineEdit)
        assert (box.text(), box.accessibleName()) == ("Pubs", "New name of Pubs")
        box.selectAll()
        QTest.keyClicks(box, " Public houses ")
        dock.key_in_box(Qt.Key.Key_Return, QLineEdit)
        assert dock.told == [("pubs", "Public houses")]
        assert dock.text("pubs", NAME) == "Public houses"

    def test_so_does_a_double_click(self, dock):
        viewport, middle = dock.tree.viewport(), dock.middle("pubs", NAME)
        dock.click("pubs", NAME)
        QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
        assert dock.box(QLineEdit).text() == "Pubs"

    @pytest.mark.parametrize("title", ["", "   ", "Pubs"])
    def test_no_name_or_the_same_changes_nothing(self, dock, title):
        dock.tree.select_part("pubs")
        dock.key(Qt.Key.Key_F2)
        dock.box(QLineEdit).setText(title)
        dock.key_in_box(Qt.Key.Key_Return, QLineEdit)
        assert dock.told == []
        assert dock.text("pubs", NAME) == "Pubs"
