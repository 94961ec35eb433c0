from __future__ import annotations

import numpy as np
import pytest
from qgis.PyQt.QtCore import QPointF
from qgis.PyQt.QtGui import QFont
from seen import has_colour, pixels, texts, tooltip

from cni_mapper.ui.dialogs.charts.position_bars import Bar, PositionBars

NAN = float("nan")
BARS = [
    Bar("Civic assets", 97.5, 186, 7433, 1),
    Bar("Connectedness", 50.0, 3717, 7433, 5),
    Bar("Engagement", NAN, NAN, 7433, NAN),
    Bar("Deprivation", 25.0, 5575, 7433, 8, "imd"),
]
COLOURS = ["#5c0a03", "#c05e07", "", "#84c1de"]


@pytest.fixture
def chart(show) -> PositionBars:
    bars = PositionBars()
    bars.show_bars(BARS)
    return show(bars, 420)


def longest_run(chart: PositionBars, colour: str) -> int:
    return int(has_colour(pixels(chart), colour).sum(axis=1).max())


@pytest.mark.parametrize("number", [0, 1, 3])
def test_a_bar_is_as_long_as_the_share_of_areas_with_less_need(chart, number) -> None:
    track = chart.width() - chart.look().em
    # The marks of the worst 20% and 10% and the outline take some pixels away.
    assert longest_run(chart, COLOURS[number]) == pytest.approx(track * BARS[number].position / 100, abs=8)


def test_bars_grow_from_the_left(chart) -> None:
    columns = np.flatnonzero(has_colour(pixels(chart), COLOURS[3]).any(axis=0))
    assert columns[0] < chart.look().em


def test_grey_maps_get_grey_bars(chart) -> None:
    chart.show_bars([Bar("Civic assets", 97.5, 186, 7433, 3, "grey")])
    assert longest_run(chart, "#555555") > chart.width() / 2


def test_ranks_are_written_and_what_is_not_known_is_said(chart) -> None:
    assert texts(chart)[:8] == [
        "Civic assets",
        "186 of 7,433",
        "Connectedness",
        "3,717 of 7,433",
        "Engagement",
        "not known",
        "Deprivation",
        "5,575 of 7,433",
    ]


def test_an_area_among_fewer_than_ten_has_a_bar_without_a_decile(chart) -> None:
    chart.show_bars([Bar("Civic assets", 75.0, 2, 8, NAN)])
    assert tooltip(chart, chart.rect().center()) == "Civic assets: rank 2 of 8; more need than 75% of areas"
    assert longest_run(chart, chart.look().quiet.name()) > chart.width() / 2


@pytest.mark.parametrize("share", [0.8, 0.9])
def test_marks_stand_where_the_worst_begin_on_every_bar(chart, share) -> None:
    x = chart.look().em / 2 + share * (chart.width() - chart.look().em)
    seen = pixels(chart)
    beside, on = seen[:, int(x) - 5], seen[:, int(x) - 1 : int(x) + 2]
    differs = (np.abs(on - beside[:, None]).max(axis=2) > 60).any(axis=1)
    marks = np.flatnonzero(np.diff(differs.astype(int)) == 1)
    assert len(marks) >= len(BARS)


def test_marks_are_named(chart) -> None:
    assert {"worst 20%", "worst 10%", "less need", "more need"} <= set(texts(chart))


def test_the_pointer_reads_a_bar(chart) -> None:
    top, height = 1.9 * chart.look().em, 2.3 * chart.look().em
    words = [tooltip(chart, QPointF(30, top + (i + 0.5) * height)) for i in range(4)]
    assert words == [
        "Civic assets: rank 186 of 7,433, decile 1; more need than 97.5% of areas",
        "Connectedness: rank 3,717 of 7,433, decile 5; more need than 50% of areas",
        "Engagement: not known",
        "Deprivation: rank 5,575 of 7,433, decile 8; more need than 25% of areas",
    ]
    assert chart.accessibleDescription().splitlines() == words


def test_a_position_never_rounds_up_to_all_areas(chart) -> None:
    chart.show_bars([Bar("Civic assets", 99.98, 2, 7433, 1)])
    assert chart.words() == "Civic assets: rank 2 of 7,433, decile 1; more need than 99.9% of areas"


def test_a_rank_that_does_not_fit_beside_its_title_gets_a_line_of_its_own(chart) -> None:
    wide = chart.heightForWidth(600)
    narrow = chart.heightForWidth(chart.minimumSizeHint().width())
    assert narrow >= wide + 4 * chart.look().em - 2
    chart.resize(chart.minimumSizeHint().width(), narrow)
    assert {"186 of 7,433", "3,717 of 7,433", "not known", "5,575 of 7,433"} <= set(texts(chart))


def test_only_a_title_too_long_for_a_line_is_shortened_and_the_tooltip_has_all_of_it(chart) -> None:
    title = "An active and engaged community that has a really long title"
    chart.show_bars([Bar(title, 40.0, 4460, 7433, 6)])
    chart.resize(200, chart.heightForWidth(200))
    assert texts(chart)[0].endswith("…")
    assert "4,460 of 7,433" in texts(chart)
    assert tooltip(chart, chart.rect().center()).startswith(title)


def test_twice_the_type_needs_twice_the_height(chart) -> None:
    small = chart.heightForWidth(800)
    chart.setFont(QFont(chart.font().family(), 2 * chart.font().pointSize()))
    assert chart.heightForWidth(800) == pytest.approx(2 * small, rel=0.1)


def test_without_an_area_it_says_so(show) -> None:
    assert " ".join(texts(show(PositionBars(), 300))) == "No area has been chosen yet."
