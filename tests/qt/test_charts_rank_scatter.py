from __future__ import annotations

import time

import numpy as np
import pytest
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication
from seen import colour_at, has_colour, pixels, texts, tooltip

from cni_mapper.ui.dialogs.charts.rank_scatter import RankScatter

NAMES = ["Abbey", "Bridge", "Castle", "Dale", "Easton", "Fen"]
FIRST = np.array([1.0, 2.0, 3.0, 4.0, 5.0, np.nan])
SECOND = np.array([1.0, 5.0, 2.0, 4.0, 3.0, 6.0])
JOINED, LEFT = "#d37306", "#4292cc"


@pytest.fixture
def chart(show) -> RankScatter:
    """Castle joined and Bridge left; Fen has no rank in the first run."""
    scatter = RankScatter()
    scatter.show_ranks(FIRST, SECOND, names=NAMES, titles=("CNI 2019", "My variant"), joined=[2], left=[1])
    return show(scatter, 420, 500)


@pytest.fixture
def chosen(chart) -> list[int]:
    """Every area that the chart says was chosen."""
    areas = []
    chart.area_chosen.connect(areas.append)
    return areas


def test_most_need_is_at_the_top_right_and_more_need_in_the_second_run_above_the_diagonal(chart) -> None:
    abbey, bridge, castle, easton = (chart.place_of(i) for i in (0, 1, 2, 4))
    assert abbey.x() == max(point.x() for point in (abbey, bridge, castle, easton))
    assert abbey.y() == min(point.y() for point in (abbey, bridge, castle, easton))
    corner = chart.place_of(0)
    # Of equal ranks, the distances from the corner are equal: the diagonal.
    assert corner.x() - chart.place_of(3).x() == pytest.approx(chart.place_of(3).y() - corner.y())
    assert corner.x() - easton.x() > easton.y() - corner.y()
    assert corner.x() - bridge.x() < bridge.y() - corner.y()


def test_points_are_painted_where_the_areas_are(chart) -> None:
    seen = pixels(chart)
    assert colour_at(seen, chart.place_of(2)) == (0xD3, 0x73, 0x06)
    assert colour_at(seen, chart.place_of(1)) == (0x42, 0x92, 0xCC)
    assert max(colour_at(seen, chart.place_of(4))) < 200


def test_only_who_joined_or_left_is_coloured(chart) -> None:
    chart.show_ranks(FIRST, SECOND, names=NAMES, titles=("CNI 2019", "My variant"))
    point = chart.place_of(2)
    near = pixels(chart)[int(point.y()) - 8 : int(point.y()) + 9, int(point.x()) - 8 : int(point.x()) + 9]
    assert not has_colour(near, JOINED, 30).any()
    assert (near < 200).any()


def test_the_legend_counts(chart) -> None:
    written = texts(chart)
    for text in ("joined: 1", "left: 1", "CNI 2019", "My variant", "rank 5", "rank 1, most need"):
        assert text in written
    assert "5 areas; not drawn, as they have no rank in one of the runs: 1" in chart.words()


def test_the_pointer_names_the_nearest_area(chart) -> None:
    assert tooltip(chart, chart.place_of(2)) == "Castle: rank 3 in CNI 2019, rank 2 in My variant"
    beside = chart.place_of(4).toPoint() + QPoint(3, -3)
    QTest.mouseMove(chart, beside)
    QApplication.processEvents()
    assert chart.accessibleDescription() == "Easton: rank 5 in CNI 2019, rank 3 in My variant"


def test_the_area_under_the_pointer_is_ringed(chart) -> None:
    before = pixels(chart)
    QTest.mouseMove(chart, chart.place_of(4).toPoint())
    QApplication.processEvents()
    changed = np.argwhere((pixels(chart) != before).any(axis=2))
    middle = (changed.min(axis=0) + changed.max(axis=0)) / 2
    assert middle[1] == pytest.approx(chart.place_of(4).x(), abs=2)
    assert middle[0] == pytest.approx(chart.place_of(4).y(), abs=2)


def test_a_click_on_a_point_chooses_its_area(chart, chosen) -> None:
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=chart.place_of(3).toPoint() + QPoint(2, 2))
    assert chosen == [3]


def test_a_click_where_no_point_is_chooses_none(chart, chosen) -> None:
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(chart.width() // 2, chart.height() - 3))
    QTest.mouseClick(chart, Qt.MouseButton.RightButton, pos=chart.place_of(3).toPoint())
    assert chosen == []


def test_arrows_go_through_who_joined_or_left_and_enter_chooses(chart, chosen) -> None:
    QTest.keyClick(chart, Qt.Key.Key_Space)
    assert chosen == [], "nothing is chosen before an arrow has gone to an area"
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Down):
        QTest.keyClick(chart, key)
    assert chosen == [2, 1]
    assert chart.accessibleDescription() == "Bridge: rank 2 in CNI 2019, rank 5 in My variant"
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Space):
        QTest.keyClick(chart, key)
    assert chosen == [2, 1, 2]


def test_arrows_go_through_all_areas_where_none_moved_across_a_limit(chart, chosen) -> None:
    chart.show_ranks(FIRST, SECOND, names=NAMES)
    for _ in range(5):
        QTest.keyClick(chart, Qt.Key.Key_Right)
        QTest.keyClick(chart, Qt.Key.Key_Space)
    assert chosen == [0, 2, 4, 3, 1]


def test_no_common_ranks_are_said(chart) -> None:
    chart.show_ranks(np.array([1.0, np.nan]), np.array([np.nan, 1.0]), names=NAMES[:2], joined=[0])
    assert chart.words() == "There are no two runs with ranks of the same areas to show."
    QTest.keyClick(chart, Qt.Key.Key_Right)
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=chart.rect().center())
    assert " ".join(texts(chart)) == chart.words()


@pytest.mark.parametrize("dark_page", [False, True])
def test_all_areas_of_the_country_are_painted_within_100_ms(show, dark, dark_page) -> None:
    n = 33_755
    numbers = np.random.default_rng(4)
    first = numbers.permutation(n) + 1.0
    second = numbers.permutation(n) + 1.0
    chart = RankScatter()
    if dark_page:
        chart.setPalette(dark)
    chart.show_ranks(first, second, names=[str(i) for i in range(n)], joined=range(200), left=range(200, 400))
    show(chart, 700, 780)
    times = []
    for _ in range(3):
        chart.redraw()
        start = time.perf_counter()
        chart.repaint()
        times.append(time.perf_counter() - start)
    assert min(times) < 0.1
    assert chart.nearest(chart.place_of(17)) is not None
