"""The end of the analyst's journey: the run is copied, put back to the index as published, and the two are compared."""

from __future__ import annotations

from analyst_views import expected, listed, names
from canvas import wait_drawn
from files import digest, rows_of
from panel import heard, held, is_hidden, make_layers, save_in, says, turn_to, wait_worked_out
from pointer import click
from qgis.PyQt.QtCore import QPoint
from qgis.PyQt.QtWidgets import QComboBox, QLabel, QPushButton, QToolButton
from sampleshire import TABLE, result_file
from session import WORK, Steps, picture
from waiting import find, wait_for, wait_until
from widgets import choose, pick

COPY = WORK / "as published.gpkg"


def compared() -> Steps:
    first, before = result_file(), digest(result_file())
    tried = expected(held().choices)
    yield from copied()
    plain = expected(held().choices)
    rows = rows_of(COPY, "as published")
    assert {code: (row["cni_rank"], row["category"]) for code, row in rows.items()} == {
        code: (one.cni_rank, one.category) for code, one in plain.items()
    }
    assert digest(first) == before, "the copy wrote to the first run's result"
    assert [run.choices.name for run in held().runs] == ["Example: Sampleshire", "Example: Sampleshire, copy"]
    yield from side_by_side(len(names(tried)), len(names(plain)), names(tried) - names(plain))
    assert rows_of(first, TABLE).keys() == rows.keys()


def copied() -> Steps:
    """A copy of the run, with the index and the limits as published, has a file of its own."""
    yield from click(find("cni_mapper_run_menu_button", QToolButton))
    yield from pick("cni_mapper_run_copy")
    yield from wait_worked_out()
    yield from turn_to("Index")
    yield from click(find("cni_mapper_index_menu", QToolButton))
    yield from pick("cni_mapper_index_revert")
    yield from wait_until(lambda: {one.weight for one in held().choices.definition.domains} == {1.0}, 3, "the weights")
    yield from turn_to("Thresholds")
    yield from click_link("cni_mapper_thresholds_own")
    yield from wait_until(lambda: held().choices.cni_limit == held().choices.imd_limit == 10, 3, "the own limits")
    yield from turn_to("Results")
    yield from save_in(COPY)
    yield from make_layers()
    yield from wait_drawn()
    picture("copy-made")


def click_link(name: str) -> Steps:
    """Click the link that a label consists of, at its beginning."""
    label = find(name, QLabel)
    yield from click(label, QPoint(3 * label.fontMetrics().averageCharWidth(), label.height() // 2))


def side_by_side(first: int, second: int, left: set[str]) -> Steps:
    yield from click(find("cni_mapper_results_compare", QPushButton))
    yield from wait_for("cni_mapper_compare")
    summary = "cni_mapper_compare_summary"
    yield from wait_until(lambda: "Inside both limits" in heard(summary), 10, "the comparison")
    runs = "'Example: Sampleshire'", "'Example: Sampleshire, copy'"
    wanted = f"Inside both limits are {first} areas in {runs[0]} and {second} in {runs[1]}: 0 joined, {len(left)} left"
    assert says(summary).startswith(wanted), says(summary)
    picture("compared")
    yield from choose(find("cni_mapper_compare_filter", QComboBox), f"Left ({len(left)})")
    yield from wait_until(lambda: set(listed("cni_mapper_compare_table")) == left, 3, "the list of who left")
    picture("compared-left")
    yield from click(find("cni_mapper_compare_close", QPushButton))
    yield from wait_until(lambda: is_hidden("cni_mapper_compare"), 3, "the window to close")
