"""Tables of areas: sorted with what is missing last, searched, copied, and opened by mouse and keys."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from cni_mapper.ui.dialogs.row_model import Column, place_text, text_column
from cni_mapper.ui.dialogs.row_table import RowTable

NAMES = ["beck", "Ash", "Cote", "ash"]
RANKS = [3.0, np.nan, 12345.0, 3.0]


def two_columns() -> list[Column]:
    return [text_column("Area", NAMES), Column("Rank\nbefore", np.array(RANKS), place_text, "What a rank is")]


@pytest.fixture
def table() -> Iterator[RowTable]:
    table = RowTable("Areas", lines=3)
    table.resize(300, 300)
    table.show_columns(two_columns())
    table.show()
    QTest.qWaitForWindowExposed(table)
    yield table
    table.deleteLater()


def shown(table: RowTable, column: int = 0) -> list[str]:
    model = table.model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


def click_heading(table: RowTable, column: int) -> None:
    heads = table.horizontalHeader()
    place = QPoint(heads.sectionViewportPosition(column) + 8, heads.height() // 2)
    QTest.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def cell(table: RowTable, row: int) -> QPoint:
    return table.visualRect(table.model().index(row, 0)).center()


def test_rows_come_in_their_order_and_numbers_in_words(table: RowTable) -> None:
    assert shown(table) == NAMES
    assert shown(table, 1) == ["3", "–", "12,345", "3"]
    head = table.model().headerData(1, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert head == "What a rank is"


def test_headings_sort_either_way_with_the_missing_last(table: RowTable) -> None:
    click_heading(table, 1)
    assert shown(table) == ["beck", "ash", "Cote", "Ash"]
    click_heading(table, 1)
    assert shown(table) == ["Cote", "beck", "ash", "Ash"]
    click_heading(table, 0)
    assert shown(table) == ["Ash", "ash", "beck", "Cote"]
    click_heading(table, 0)
    assert shown(table) == ["Cote", "beck", "Ash", "ash"]


def test_what_is_selected_goes_along_when_sorted(table: RowTable) -> None:
    table.choose(2)
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    (place,) = {index.row() for index in table.selectionModel().selectedRows()}
    assert shown(table)[place] == "Cote"


def test_rows_that_are_not_kept_are_not_shown_and_others_stay_sorted(table: RowTable) -> None:
    table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    table.keep(np.array([0, 1, 3]))
    assert shown(table) == ["beck", "ash", "Ash"]
    table.choose(2)
    assert not table.selectionModel().hasSelection()
    table.show_columns(two_columns())
    assert shown(table) == ["Cote", "beck", "ash", "Ash"]


def test_other_columns_forget_how_they_were_sorted(table: RowTable) -> None:
    table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    table.show_columns([text_column("Area", NAMES)])
    assert shown(table) == NAMES
    table.show_columns([])
    assert (table.model().rowCount(), table.model().columnCount()) == (0, 0)


def test_selected_rows_are_copied_with_headings_or_all_of_them(table: RowTable) -> None:
    table.setFocus()
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "Area\tRank before\nAsh\t–\nash\t3\nbeck\t3\nCote\t12,345"
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, cell(table, 1))
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "Area\tRank before\nash\t3"


def test_a_double_click_or_enter_opens_the_row_wherever_it_stands(table: RowTable) -> None:
    opened: list[int] = []
    table.row_opened.connect(opened.append)
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    place, none = cell(table, 2), Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, none, place)
    assert opened == []
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, none, place)
    assert opened == [0]
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened == [0, 2]


def test_one_click_is_enough_where_asked_for() -> None:
    table, opened = RowTable("Areas", lines=3, by_click=True), []
    table.show_columns(two_columns())
    table.row_opened.connect(opened.append)
    table.show()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, cell(table, 3))
    assert opened == [3]
    table.deleteLater()


def test_it_is_as_high_as_its_rows_but_no_higher_than_its_lines(table: RowTable) -> None:
    heights = []
    for count in (1, 2, 3, 4, 0):
        table.keep(np.arange(count))
        heights.append(table.sizeHint().height())
    line = heights[1] - heights[0]
    assert line > 0
    assert heights == [heights[0] + line * more for more in (0, 1, 2, 2, 0)]


def test_tab_leaves_the_table(table: RowTable) -> None:
    assert not table.tabKeyNavigation()
    assert table.accessibleName() == "Areas"
