from __future__ import annotations

import numpy as np
import pytest
from qgis.PyQt.QtCore import QPointF, Qt
from qgis.PyQt.QtGui import QColor, QFont
from qgis.PyQt.QtTest import QTest
from seen import brightness, colour_at, has_colour, pixels, texts, tooltip

from cni_mapper.ui.dialogs.charts.decile_grid import Cell, DecileGrid
from cni_mapper.ui.dialogs.charts.painting import contrast

CORNER = "#f4aa54"


def some_counts() -> np.ndarray:
    """Most in decile 10 of both, 37 in CNI decile 1 and IMD decile 2, none in CNI decile 10 and IMD decile 1."""
    counts = np.arange(100).reshape(10, 10)
    counts[0, 1], counts[9, 0] = 37, 0
    return counts


@pytest.fixture
def chart(show) -> DecileGrid:
    grid = DecileGrid()
    grid.show_counts(some_counts(), corner=(1, 1))
    return show(grid, 460, 400)


@pytest.fixture
def chosen(chart) -> list[tuple[int, int]]:
    """Every cell that the grid says was chosen."""
    cells = []
    chart.cell_chosen.connect(lambda cni, imd: cells.append((cni, imd)))
    return cells


def fill_of(chart: DecileGrid, cell: Cell) -> tuple[int, int, int]:
    """The colour beside the count."""
    return colour_at(pixels(chart), chart.cell_box(cell).topLeft() + QPointF(5, 5))


def is_outlined(chart: DecileGrid, cell: Cell) -> bool:
    """Whether the left edge of a cell is as dark as text."""
    box = chart.cell_box(cell)
    return brightness(colour_at(pixels(chart), QPointF(box.left(), box.center().y()))) < 60


def all_cells() -> list[Cell]:
    return [Cell(cni, imd) for cni in range(1, 11) for imd in range(1, 11)]


def test_columns_are_need_and_rows_deprivation_the_worst_at_the_top_left(chart) -> None:
    box = chart.cell_box(Cell(1, 2))
    first, last = chart.cell_box(Cell(1, 1)), chart.cell_box(Cell(10, 10))
    assert first.left() < last.left()
    assert first.top() < last.top()
    assert box.left() == first.left()
    assert box.top() == first.bottom()
    assert tooltip(chart, box.center()) == "CNI decile 1, IMD decile 2: 37 areas"
    assert chart.words_at(first.topLeft() / 2) == ""
    assert "CNI decile (1 = most need)" in texts(chart)
    assert "IMD decile (1 = most deprived)" in texts(chart)


def test_every_count_is_written_in_its_cell(chart) -> None:
    written = texts(chart)
    in_rows = some_counts().T.ravel()
    counts = [text for text in written if text.replace(",", "").isdigit()][20:]
    assert counts == [str(count) for count in in_rows]


def test_the_darkest_cell_has_most_areas(chart) -> None:
    seen = {cell: brightness(fill_of(chart, cell)) for cell in (Cell(10, 10), Cell(5, 5), Cell(2, 1), Cell(10, 1))}
    assert min((fill_of(chart, cell), cell.cni, cell.imd) for cell in all_cells())[1:] == (10, 10)
    assert seen[Cell(10, 10)] < seen[Cell(5, 5)] < seen[Cell(2, 1)] < seen[Cell(10, 1)]
    assert fill_of(chart, Cell(10, 1)) == (255, 255, 255)


def test_in_a_dark_theme_the_cell_with_most_is_furthest_from_the_page(chart, dark) -> None:
    chart.setPalette(dark)
    seen = [brightness(fill_of(chart, cell)) for cell in (Cell(10, 10), Cell(5, 5), Cell(2, 1), Cell(10, 1))]
    assert seen == sorted(seen, reverse=True)
    assert fill_of(chart, Cell(10, 1)) == (0x23, 0x26, 0x29)
    assert contrast(QColor(*fill_of(chart, Cell(10, 10))), QColor("#232629")) > 7


def test_a_click_chooses_and_outlines_a_cell(chart, chosen) -> None:
    assert not is_outlined(chart, Cell(4, 7))
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=chart.cell_box(Cell(4, 7)).center().toPoint())
    assert chosen == [(4, 7)]
    assert is_outlined(chart, Cell(4, 7))


def test_a_click_beside_the_cells_or_with_the_other_button_chooses_none(chart, chosen) -> None:
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=(chart.cell_box(Cell(1, 1)).topLeft() / 2).toPoint())
    QTest.mouseClick(chart, Qt.MouseButton.RightButton, pos=chart.cell_box(Cell(4, 7)).center().toPoint())
    assert chosen == []


def test_arrows_and_space_or_enter_choose_a_cell(chart, chosen) -> None:
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Space):
        QTest.keyClick(chart, key)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Return):
        QTest.keyClick(chart, key)
    assert chosen == [(3, 2), (2, 1)]


def test_arrows_stop_at_the_edge(chart, chosen) -> None:
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Space, *[Qt.Key.Key_Down] * 12, Qt.Key.Key_Enter):
        QTest.keyClick(chart, key)
    assert chosen == [(1, 1), (1, 10)]


def test_a_screen_reader_follows_the_keyboard_and_the_click(chart) -> None:
    assert chart.accessibleDescription() == "CNI decile 1, IMD decile 1: 0 areas"
    QTest.keyClick(chart, Qt.Key.Key_Down)
    assert chart.accessibleDescription() == "CNI decile 1, IMD decile 2: 37 areas"
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=chart.cell_box(Cell(1, 3)).center().toPoint())
    assert chart.accessibleDescription() == "CNI decile 1, IMD decile 3: 2 areas"


def test_what_is_chosen_elsewhere_is_outlined_without_a_signal(chart, chosen) -> None:
    assert not is_outlined(chart, Cell(6, 6))
    chart.set_chosen(6, 6)
    assert is_outlined(chart, Cell(6, 6))
    chart.set_chosen(None)
    assert not is_outlined(chart, Cell(6, 6))
    assert chosen == []


def corner_reach(chart: DecileGrid) -> tuple[float, float]:
    """How many cells to the right and down the outline of the corner reaches."""
    rows, columns = np.nonzero(has_colour(pixels(chart), CORNER, 12))
    box = chart.cell_box(Cell(1, 1))
    return (columns.max() - box.left()) / box.width(), (rows.max() - box.top()) / box.height()


@pytest.mark.parametrize("corner", [(1, 1), (2, 1), (2, 3)])
def test_the_corner_inside_both_limits_is_outlined(chart, corner) -> None:
    chart.show_counts(some_counts(), corner=corner, corner_name="High on both")
    assert corner_reach(chart) == pytest.approx(corner, abs=0.15)


def test_the_outline_is_named(chart) -> None:
    assert "Outlined: Left behind, worst 10% on both" in texts(chart)
    chart.resize(700, 500)
    chart.show_counts(some_counts(), corner=(2, 1), corner_name="High on both", need="Open needs")
    assert "Outlined: High on both, worst 20% on Open needs and worst 10% on IMD" in texts(chart)
    assert tooltip(chart, chart.cell_box(Cell(1, 2)).center()) == "Open needs decile 1, IMD decile 2: 37 areas"


def test_no_corner_is_outlined_where_a_limit_runs_through_a_decile(chart) -> None:
    chart.show_counts(some_counts(), corner=None)
    assert not has_colour(pixels(chart), CORNER, 12).any()
    assert "No corner is outlined: a limit runs through a decile." in texts(chart)


def test_what_is_chosen_stays_when_the_counts_change(chart) -> None:
    chart.set_chosen(3, 3)
    counts = some_counts()
    counts[2, 2] = 1
    chart.show_counts(counts)
    assert chart.accessibleDescription() == "CNI decile 3, IMD decile 3: 1 area"


def test_without_counts_nothing_can_be_chosen(chart, chosen) -> None:
    chart.show_counts(None)
    assert " ".join(texts(chart)) == "There are no deciles to show yet."
    QTest.keyClick(chart, Qt.Key.Key_Space)
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=chart.rect().center())
    assert chosen == []


@pytest.mark.parametrize("points", [9, 18])
def test_the_smallest_size_holds_every_count(chart, points) -> None:
    chart.setFont(QFont(chart.font().family(), points))
    chart.show_counts(some_counts() * 113, corner=(1, 1))
    chart.resize(chart.minimumSizeHint())
    written = texts(chart)
    assert "11,187" in written
    assert len(written) == 100 + 20 + 2 + 1
    assert not [text for text in written if "…" in text]
