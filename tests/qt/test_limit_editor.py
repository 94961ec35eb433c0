"""A limit's box and slider: how far they go, in what steps, what they tell, and the roundest percentage."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_FLOOR, Decimal

import pytest
from qgis.PyQt.QtCore import QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QWheelEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDoubleSpinBox, QSlider, QWidget

from cni_mapper.ui.dialogs.limit_editor import LimitEditor, LimitReach, count_reach, percent_of, percent_reach


@pytest.fixture
def editor() -> Iterator[LimitEditor]:
    editor = LimitEditor("limit", "Community need")
    editor.show_limit(10.0, counted=False, reach=percent_reach(10.0))
    editor.resize(350, 120)
    editor.show()
    QTest.qWaitForWindowExposed(editor)
    yield editor
    editor.deleteLater()


def box(editor: LimitEditor) -> QDoubleSpinBox:
    return editor.findChild(QDoubleSpinBox, "limit_box")


def slider(editor: LimitEditor) -> QSlider:
    return editor.findChild(QSlider, "limit_slider")


def listen(editor: LimitEditor) -> list[object]:
    told: list[object] = []
    editor.moved.connect(told.append)
    editor.settled.connect(lambda: told.append("settled"))
    return told


@pytest.mark.parametrize(
    ("places", "ranked", "percent"),
    [(15, 150, 10.0), (23, 150, 15.4), (743, 7433, 10.0), (1, 33755, 0.003), (150, 150, 100.0), (3375, 33755, 10.0)],
)
def test_the_roundest_percentage_of_a_number_of_areas(places: int, ranked: int, percent: float) -> None:
    assert percent_of(places, ranked) == percent


@pytest.mark.parametrize("ranked", [9, 150, 1909, 7433, 33755])
def test_a_percentage_holds_as_many_areas_as_it_was_made_of(ranked: int) -> None:
    for places in range(1, ranked + 1, max(1, ranked // 400)):
        exact = Decimal(str(percent_of(places, ranked))) * ranked / 100
        assert int(exact.to_integral_value(rounding=ROUND_FLOOR)) == places


def test_how_far_limits_go() -> None:
    assert percent_reach(10.0) == LimitReach(100.0, 50.0, 0.5)
    assert percent_reach(60.0) == LimitReach(100.0, 100.0, 0.5)
    assert count_reach(15.0, 150) == LimitReach(150.0, 75.0, 1.0)
    assert count_reach(743.0, 7433) == LimitReach(7433.0, 3717.0, 50.0)
    assert count_reach(5000.0, 7433) == LimitReach(7433.0, 7433.0, 50.0)
    assert count_reach(1.0, 1) == LimitReach(1.0, 1.0, 1.0)


def test_showing_tells_nothing(editor: LimitEditor) -> None:
    told = listen(editor)
    editor.show_limit(12.5, counted=False, reach=percent_reach(12.5))
    assert (box(editor).text(), slider(editor).value()) == ("12.5%", 25)
    editor.show_limit(743.0, counted=True, reach=count_reach(743.0, 7433))
    assert (box(editor).text(), slider(editor).value(), slider(editor).maximum()) == ("743", 15, 75)
    editor.show_limit(9.996, counted=False, reach=percent_reach(9.996))
    assert box(editor).text() == "9.996%"
    assert told == []


def test_a_typed_number_counts_when_it_is_whole(editor: LimitEditor) -> None:
    told = listen(editor)
    box(editor).setFocus()
    box(editor).selectAll()
    QTest.keyClicks(box(editor), "15")
    assert told == []
    QTest.keyClick(box(editor), Qt.Key.Key_Return)
    assert told == [15.0, "settled"]
    QTest.keyClick(box(editor), Qt.Key.Key_Up)
    assert told == [15.0, "settled", 16.0]


def test_half_a_number_typed_stays_while_the_limit_is_shown_again(editor: LimitEditor) -> None:
    box(editor).setFocus()
    box(editor).selectAll()
    QTest.keyClicks(box(editor), "1")
    editor.show_limit(10.0, counted=False, reach=percent_reach(10.0))
    QTest.keyClicks(box(editor), "5")
    QTest.keyClick(box(editor), Qt.Key.Key_Return)
    assert box(editor).value() == 15
    QTest.keyClicks(box(editor), "7")
    editor.show_limit(20.0, counted=False, reach=percent_reach(20.0))
    assert box(editor).text() == "20%"


def test_no_limit_is_nought_or_beyond_all_areas(editor: LimitEditor) -> None:
    box(editor).setValue(0)
    assert box(editor).value() == 0.001
    box(editor).setValue(101)
    assert box(editor).value() == 100
    editor.show_limit(15.0, counted=True, reach=count_reach(15.0, 150))
    box(editor).setValue(0)
    assert box(editor).value() == 1
    box(editor).setValue(151)
    assert box(editor).value() == 150


def test_the_slider_goes_in_steps(editor: LimitEditor) -> None:
    slider(editor).setFocus()
    told = listen(editor)
    QTest.keyClick(slider(editor), Qt.Key.Key_Right)
    assert told == [10.5]
    QTest.keyClick(slider(editor), Qt.Key.Key_PageUp)
    assert told[-1] in (15.5, 5.5)
    editor.show_limit(5000.0, counted=True, reach=count_reach(5000.0, 7433))
    QTest.keyClick(slider(editor), Qt.Key.Key_End)
    assert told[-1] == 7433


def turn_wheel(widget: QWidget) -> None:
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle, middle, QPoint(0, 120), QPoint(0, 120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def test_the_wheel_changes_nothing_that_has_not_the_focus(editor: LimitEditor) -> None:
    for part in (box(editor), slider(editor)):
        part.clearFocus()
        told = listen(editor)
        turn_wheel(part)
        assert told == []


def test_every_part_is_named(editor: LimitEditor) -> None:
    assert (box(editor).accessibleName(), slider(editor).accessibleName()) == (
        "Community need",
        "Community need, slider",
    )
    editor.say("the worst 15 of 150 wards")
    assert editor.findChild(QWidget, "limit_words").text() == "the worst 15 of 150 wards"
