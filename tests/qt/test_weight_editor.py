from __future__ import annotations

from collections.abc import Iterator

import pytest
from qgis.PyQt.QtCore import QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QFont, QWheelEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QCheckBox, QDoubleSpinBox, QLabel, QSlider
from weighed_index import INDEX, Follower, domain, index, indicator, published

from cni_mapper.core.index.editing import set_weight, weights_beside
from cni_mapper.ui.dialogs.weight_editor import WeightEditor


class Dock(Follower):
    """An editor and what it told."""

    def __init__(self, definition=INDEX) -> None:
        super().__init__(WeightEditor(), definition)
        self.editor = self.widget
        self.editor.rebalance_changed.connect(self._keep)
        self.editor.show()
        self.editor.activateWindow()
        self.slider = self.editor.findChild(QSlider, "cni_mapper_index_weight_slider")
        self.box = self.editor.findChild(QDoubleSpinBox, "cni_mapper_index_weight_box")
        self.lock = self.editor.findChild(QCheckBox, "cni_mapper_index_weight_lock")
        self.keep = self.editor.findChild(QCheckBox, "cni_mapper_index_weight_rebalance")

    def show(self) -> None:
        self.editor.show_part(self.definition, self.selected, self.locked)

    def select(self, id: str) -> None:
        self.selected = id
        self.show()
        QApplication.processEvents()

    def _keep(self, on: bool) -> None:
        self.told.append(("keep", on))
        self.rebalance = on

    def words(self) -> list[str]:
        return [label.text() for label in self.editor.findChildren(QLabel) if label.isVisible()]

    def seen(self) -> list:
        return [one for one in (self.slider, self.box, self.lock, self.keep) if one.isVisible()]


@pytest.fixture
def dock() -> Iterator[Dock]:
    dock = Dock()
    yield dock
    dock.editor.close()
    dock.editor.deleteLater()
    QApplication.processEvents()


class TestWhatIsShown:
    def test_nothing_is_chosen(self, dock):
        assert dock.words() == ["Choose a domain or an indicator to change its weight."]
        assert dock.seen() == [dock.keep]
        dock.select("pubs")
        dock.select("")
        assert dock.seen() == [dock.keep]

    def test_a_domain(self, dock):
        dock.select("assets")
        assert dock.words() == ["Weight of 'Assets'", "Share of the index: 25%"]
        assert (dock.box.value(), dock.box.text()) == (1, "1")
        assert dock.seen() == [dock.slider, dock.box, dock.lock, dock.keep]

    def test_an_indicator(self, dock):
        dock.select("pubs")
        assert dock.words() == ["Weight of 'Pubs'", "Share of the index: 12.5% (50% of 'Assets')"]
        assert dock.box.accessibleName() == "Weight of Pubs"
        assert dock.slider.accessibleName() == "Weight of Pubs, slider"

    def test_a_third(self, dock):
        dock.definition = index(published("a"), published("b"), published("c"))
        dock.select("b")
        assert dock.words()[1] == "Share of the index: 33.3%"

    def test_a_factor_weighs_by_itself(self, dock):
        dock.select("ill")
        assert dock.words()[1] == "Share of the index: known once the index is computed"
        assert "factor analysis" in dock.words()[2]
        assert dock.seen() == [dock.lock, dock.keep]
        assert not dock.lock.isEnabled()

    def test_the_only_part(self, dock):
        dock.definition = index(domain("d", indicator("a")))
        dock.select("a")
        assert not any(one.isEnabled() for one in (dock.slider, dock.box, dock.lock))
        assert dock.words()[2] == dock.box.toolTip() == dock.lock.toolTip()
        assert dock.words()[2] == "It is the only part of 'D', so it always counts in full."

    def test_a_locked_one_can_only_be_unlocked(self, dock):
        dock.locked = frozenset({"pubs"})
        dock.select("pubs")
        assert [one.isEnabled() for one in (dock.slider, dock.box, dock.lock)] == [False, False, True]
        assert dock.lock.isChecked()
        assert dock.words()[2] == "Locked. Unlock it to change its weight."

    def test_a_part_that_is_gone(self, dock):
        dock.select("pubs")
        dock.definition = index(published("a"), published("b"))
        dock.show()
        assert dock.seen() == [dock.keep]


class TestMoving:
    def test_slider_and_box_keep_step(self, dock):
        dock.select("pubs")
        # The largest of the others weighs 1: the slider goes to 4, in steps of 0.02, for 0.04 is no round step.
        assert (dock.slider.maximum(), dock.slider.value()) == (200, 100)
        dock.slider.setFocus()
        QTest.keyClick(dock.slider, Qt.Key.Key_Right)
        assert (dock.box.value(), dock.told) == (2.02, [("pubs", 2.02, False)])
        dock.box.setValue(3)
        assert dock.slider.value() == 150
        QTest.keyClick(dock.slider, Qt.Key.Key_End)
        assert (dock.box.value(), dock.told[-1]) == (4, ("pubs", 4.0, False))

    def test_it_is_final_when_it_has_come_to_rest(self, dock):
        dock.select("pubs")
        QTest.keyClick(dock.slider, Qt.Key.Key_Right)
        QTest.keyClick(dock.slider, Qt.Key.Key_Right)
        QTest.qWait(900)
        assert dock.told == [("pubs", 2.02, False), ("pubs", 2.04, False), ("pubs", 2.04, True)]

    def test_a_dragged_slider_is_final_when_it_is_let_go(self, dock):
        dock.select("pubs")
        dock.slider.setSliderDown(True)
        for position in (110, 120):
            dock.slider.setSliderPosition(position)
        QTest.qWait(900)
        assert dock.told == [("pubs", 2.2, False), ("pubs", 2.4, False)]
        dock.slider.setSliderDown(False)
        assert dock.told[-1] == ("pubs", 2.4, True)
        assert weights_beside(dock.definition, "pubs")["pubs"] == 2.4

    def test_typing_is_final_with_enter(self, dock):
        dock.select("pubs")
        dock.box.selectAll()
        QTest.keyClicks(dock.box, "7.5")
        assert dock.told == [("pubs", 7.0, False), ("pubs", 7.5, False)]
        QTest.keyClick(dock.box, Qt.Key.Key_Return)
        assert dock.told[-1] == ("pubs", 7.5, True)
        # Beyond the slider's reach the slider follows.
        assert dock.slider.value() == dock.slider.maximum()

    def test_another_part_ends_the_move_of_the_one_before(self, dock):
        dock.select("pubs")
        dock.box.setValue(3)
        dock.select("halls")
        assert dock.told == [("pubs", 3.0, False), ("pubs", 3.0, True)]
        assert dock.box.value() == 1

    def test_showing_tells_nothing(self, dock):
        for id in ("pubs", "assets", "ill", "travel", ""):
            dock.select(id)
        assert dock.told == []

    def test_a_move_that_is_not_yet_computed_is_not_taken_back(self, dock):
        dock.select("pubs")
        dock.widget.weight_changed.disconnect()
        dock.box.setValue(3)
        dock.show()
        assert (dock.box.value(), dock.slider.value()) == (3, 150)

    def test_what_changes_elsewhere_is_followed(self, dock):
        dock.select("pubs")
        dock.definition = set_weight(INDEX, "pubs", 1)
        dock.show()
        assert (dock.box.value(), dock.slider.value(), dock.words()[1]) == (
            1,
            50,
            "Share of the index: 8.3% (33.3% of 'Assets')",
        )

    @pytest.mark.parametrize("name", ["slider", "box"])
    def test_the_wheel_scrolls_the_page_unless_the_box_is_in_use(self, dock, name):
        dock.select("pubs")
        widget, other = getattr(dock, name), dock.keep
        other.setFocus()
        _turn_wheel(widget)
        assert dock.told == []
        widget.setFocus()
        _turn_wheel(widget)
        assert len(dock.told) == 1


class TestTotal:
    def test_is_kept_by_the_others(self, dock):
        dock.select("libraries")
        QTest.mouseClick(dock.keep, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, _box_of(dock.keep))
        assert (dock.told, dock.editor.rebalance()) == ([("keep", True)], True)
        assert (dock.box.maximum(), dock.slider.maximum()) == (4, 200)
        dock.box.setValue(2.5)
        assert weights_beside(dock.definition, "pubs") == {"libraries": 2.5, "pubs": 1, "halls": 0.5}

    def test_is_set_without_a_word(self, dock):
        dock.editor.set_rebalance(True)
        assert (dock.editor.rebalance(), dock.told) == (True, [])

    def test_cannot_be_kept_when_the_others_are_locked(self, dock):
        dock.locked = frozenset({"pubs", "halls"})
        dock.select("libraries")
        assert dock.slider.isEnabled()
        dock.keep.click()
        assert not dock.slider.isEnabled()
        assert not dock.box.isEnabled()
        assert dock.words()[2] == dock.slider.toolTip()
        assert "Unlock one of them" in dock.words()[2]

    def test_nor_when_they_weigh_nothing_beside_a_locked_one(self, dock):
        dock.definition = index(published("a", weight=0), published("b", weight=0), published("c"))
        dock.locked = frozenset({"c"})
        dock.editor.set_rebalance(True)
        dock.select("a")
        assert not dock.slider.isEnabled()


class TestLock:
    def test_is_told(self, dock):
        dock.select("pubs")
        dock.lock.click()
        assert (dock.told, dock.slider.isEnabled()) == ([("pubs", True)], False)
        dock.lock.click()
        assert (dock.told[-1], dock.slider.isEnabled()) == (("pubs", False), True)


class TestReach:
    def test_every_control_is_reached_by_tab(self, dock):
        dock.select("pubs")
        dock.slider.setFocus()
        reached = [dock.slider]
        for _ in range(3):
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
            reached.append(QApplication.focusWidget())
        assert reached == [dock.slider, dock.box, dock.keep, dock.lock]

    @pytest.mark.parametrize("points", [9, 18])
    def test_nothing_is_cut_off_in_a_narrow_dock(self, dock, points):
        dock.editor.setFont(QFont("DejaVu Sans", points))
        dock.select("crowded")
        dock.editor.resize(dock.editor.minimumSizeHint())
        QApplication.processEvents()
        for one in (dock.box, dock.lock, dock.keep):
            assert one.width() >= one.minimumSizeHint().width()
            assert one.height() >= one.minimumSizeHint().height()


def _box_of(check: QCheckBox) -> QPoint:
    return QPoint(8, check.height() // 2)


def _turn_wheel(widget) -> None:
    place = QPointF(widget.rect().center())
    event = QWheelEvent(
        place,
        QPointF(widget.mapToGlobal(widget.rect().center())),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)
