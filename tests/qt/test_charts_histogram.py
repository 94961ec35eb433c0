from __future__ import annotations

import numpy as np
import pytest
from qgis.PyQt.QtCore import QPointF
from qgis.PyQt.QtGui import QFont
from seen import has_colour, pixels, texts, tooltip

from cni_mapper.core.data.distribution import Distribution, describe_numbers
from cni_mapper.ui.dialogs.charts.histogram import Histogram

BARS = "#d37306"


def made(edges: list[float], counts: list[int], median: float, missing: int = 0) -> Distribution:
    lowest, highest = edges[0], edges[-1]
    return Distribution(sum(counts), missing, lowest, median, highest, np.array(edges), np.array(counts))


@pytest.fixture
def chart(show) -> Histogram:
    """Four bars of 2, 8, 4 and 0 areas over 0 to 4 per 1,000 residents."""
    histogram = Histogram()
    histogram.show_distribution(made([0, 1, 2, 3, 4], [2, 8, 4, 0], 1.5, 3), "Libraries", "per 1,000", "more_need")
    return show(histogram, 412, 260)


def bar_columns(seen: np.ndarray) -> np.ndarray:
    """How many pixels of each column belong to bars."""
    return has_colour(seen, BARS).sum(axis=0)


def test_bars_are_as_tall_as_their_counts(chart) -> None:
    heights = bar_columns(pixels(chart))
    margin = chart.look().em / 2
    quarter = (chart.width() - 2 * margin) / 4
    # A quarter into each bar, so that the median's line is not in the way.
    low, tall, middle, none = (heights[int(margin + (i + 0.25) * quarter)] for i in range(4))
    assert none == 0
    assert low / tall == pytest.approx(2 / 8, abs=0.03)
    assert middle / tall == pytest.approx(4 / 8, abs=0.03)


@pytest.mark.parametrize(("median", "share"), [(1.5, 0.375), (3.5, 0.875)])
def test_the_median_is_a_line_at_its_value(chart, median, share) -> None:
    chart.show_distribution(made([0, 1, 2, 3, 4], [5, 5, 5, 5], median), "Libraries", "", "more_need")
    seen = pixels(chart)
    rows = np.flatnonzero(has_colour(seen, BARS).any(axis=1))
    dark = (seen[rows[0] : rows[-1] + 1].max(axis=2) < 60).sum(axis=0)
    margin = chart.look().em / 2
    assert np.argmax(dark) == pytest.approx(margin + share * (chart.width() - 2 * margin), abs=2)
    assert dark.max() > len(rows) / 3


def test_figures_and_what_is_missing_are_written(chart) -> None:
    written = texts(chart)
    for text in ("Libraries", "per 1,000", "lowest 0", "median 1.5", "highest 4", "14 areas with a value, 3 without."):
        assert text in written


def arrow(chart) -> tuple[int, int, bool]:
    """Where the arrow's line begins and ends, and whether its head is at its right end."""
    seen = pixels(chart)
    below = np.flatnonzero(has_colour(seen, BARS).any(axis=1))[-1] + 4
    dark = seen.max(axis=2) < 90
    lengths = dark[below:].sum(axis=1)
    row = below + int(np.argmax(lengths))
    columns = np.flatnonzero(dark[row])
    breaks = np.flatnonzero(np.diff(columns) > 1)
    runs = np.split(columns, breaks + 1)
    line = max(runs, key=len)
    near = dark[row - 4 : row + 5]
    left, right = near[:, line[:6]].sum(), near[:, line[-6:]].sum()
    return int(line[0]), int(line[-1]), bool(right > left)


def test_the_arrow_points_to_the_end_that_means_need(chart) -> None:
    start, end, to_the_right = arrow(chart)
    assert to_the_right
    assert start < 15
    assert end < chart.width() - 60, "the words 'more need' stand at its end"
    assert "higher means more need" in texts(chart)

    chart.show_distribution(made([0, 1, 2, 3, 4], [2, 8, 4, 0], 1.5), "Libraries", "", "less_need")
    start, end, to_the_right = arrow(chart)
    assert not to_the_right
    assert start > 60
    assert end > chart.width() - 15
    assert "higher means less need" in texts(chart)
    assert "higher means more need" not in texts(chart)


def test_the_pointer_reads_a_bar(chart) -> None:
    second_bar = QPointF(chart.width() * 0.3, chart.height() * 0.4)
    assert tooltip(chart, second_bar) == "1 to 2: 8 areas"
    assert tooltip(chart, QPointF(5, chart.height() - 5)) == chart.words()


def test_bars_of_whole_numbers_name_the_numbers(show) -> None:
    chart = Histogram()
    chart.show_distribution(describe_numbers(np.array([1.0, 1, 2, 3, 3, 3])), "Pubs", "", "less_need")
    show(chart, 300, 240)
    points = [QPointF(chart.width() * share, chart.height() * 0.4) for share in (0.2, 0.5, 0.8)]
    assert [tooltip(chart, point) for point in points] == ["1: 2 areas", "2: 1 area", "3: 3 areas"]


def test_a_screen_reader_gets_all_of_it(chart) -> None:
    assert chart.accessibleName() == "Histogram"
    assert chart.accessibleDescription().splitlines() == [
        "Libraries (per 1,000)",
        "lowest 0, median 1.5, highest 4",
        "higher means more need",
        "14 areas with a value, 3 without.",
    ]


def test_nothing_to_show_is_said(show) -> None:
    chart = show(Histogram())
    assert " ".join(texts(chart)) == "There are no values to show yet."
    chart.show_distribution(describe_numbers(np.full(7, np.nan)), "Pubs", "", "less_need")
    assert chart.accessibleDescription() == "Pubs\nNo area has a value."
    assert not has_colour(pixels(chart), BARS).any()


def test_a_column_of_one_value_has_one_bar(show) -> None:
    chart = Histogram()
    chart.show_distribution(describe_numbers(np.full(20, 0.0)), "Pubs", "", "less_need")
    show(chart, 300, 240)
    assert (bar_columns(pixels(chart)) > 0).mean() > 0.9
    assert "20 areas, each with a value." in texts(chart)


@pytest.mark.parametrize("points", [9, 18])
def test_the_smallest_size_holds_every_figure(chart, points) -> None:
    chart.setFont(QFont(chart.font().family(), points))
    chart.show_distribution(
        made([0, 1_000_000], [33_755], 456_789, 12_345), "Indicator", "pounds for each resident", "less_need"
    )
    chart.resize(chart.minimumSizeHint())
    written = texts(chart)
    for text in ("lowest 0", "median 456,789", "highest 1,000,000", "higher means less need", "more need"):
        assert text in written
    assert bar_columns(pixels(chart)).max() > 2 * chart.look().em
