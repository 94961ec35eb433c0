"""Journey e: a long run is stopped half-way, and then made to the end: at first, and over its own result.

Run by desktop.sh; cancel_2.py makes the same run undisturbed.
"""

from __future__ import annotations

import json
from collections.abc import Generator
from contextlib import closing
from pathlib import Path
from sqlite3 import connect
from time import perf_counter

import many_areas
from canvas import wait_drawn
from files import digest, record_of, rows_of
from panel import choose_index, from_file, held, is_hidden, make_layers, open_panel, save_in, says, turn_to, wait_worked_out
from pointer import click, press, type_text
from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QDoubleSpinBox, QProgressBar, QPushButton
from session import OUT, WORK, Steps, picture, play
from waiting import find, wait_for, wait_until
from widgets import give_file, messages_shown

FOLDER, PROJECT = WORK / "land", WORK / "land.qgz"
RESULT, TABLE = FOLDER / "result.gpkg", "result"
HALF = 45
"""Percent from which on the button is pressed; the person's hand then takes a moment."""


def cancel() -> Steps:
    many_areas.write_files(FOLDER)
    yield from open_panel()
    yield from chosen()
    yield from stopped_at_first()
    yield from made()
    yield from stopped_over_its_result()
    yield from kept()


def chosen() -> Steps:
    """All the files, by the pages in their order."""
    yield from from_file("cni_mapper_areas_file", FOLDER / many_areas.AREAS)
    yield from turn_to("Index")
    yield from choose_index(FOLDER / many_areas.INDEX)
    yield from from_file("cni_mapper_index_table_from_file", FOLDER / many_areas.NEEDS)
    yield from turn_to("Deprivation")
    yield from from_file("cni_mapper_deprivation_file", FOLDER / many_areas.DEPRIVATION)
    yield from wait_worked_out(30)
    yield from turn_to("Results")
    yield from save_in(RESULT)
    assert says() == "All is ready. Choose where to save, then press 'Make layers'."
    picture("ready")


def stopped_at_first() -> Steps:
    """There is no result yet: none may be there afterwards, nor any part of one."""
    before, layers = files(), set(QgsProject.instance().mapLayers())
    yield from click(find("cni_mapper_results_make", QPushButton))
    yield from stop_half_way("first")
    assert messages_shown()[0] == "Stopped. Nothing was written."
    assert files() == before, sorted(set(files()) ^ set(before))
    assert set(QgsProject.instance().mapLayers()) == layers
    assert held().made is None
    yield from wait_worked_out()
    assert says() == "All is ready. Choose where to save, then press 'Make layers'."
    picture("stopped-at-first")


def made() -> Steps:
    yield from make_layers()
    yield from wait_drawn()
    picture("made")
    assert record_of(RESULT)["limits"]["cni"]["amount"] == "10"
    yield from press("ctrl+s")
    yield from give_file(PROJECT)
    yield from wait_until(PROJECT.exists, 10, "the project to be saved")


def stopped_over_its_result() -> Steps:
    """The old result is whole, the project knows of no other, and what was tried is still there to be kept."""
    yield from turn_to("Thresholds")
    yield from type_text(find("cni_mapper_thresholds_cni_box", QDoubleSpinBox), "15", then="Tab")
    yield from wait_until(lambda: not is_hidden("cni_mapper_what_if"), 10, "the preview of the limit of 15%")
    yield from wait_drawn()
    picture("tried")
    before, layers, made = files(), set(QgsProject.instance().mapLayers()), held().made
    yield from click(find("cni_mapper_what_if_keep", QPushButton))
    yield from stop_half_way("second")
    assert messages_shown()[0] == "Stopped. Nothing was written."
    assert files() == before, sorted(set(files().items()) ^ set(before.items()))
    assert_whole()
    assert set(QgsProject.instance().mapLayers()) == layers
    assert held().made == made
    yield from wait_worked_out()
    assert not is_hidden("cni_mapper_what_if"), "what was tried is lost"
    picture("stopped-over-its-result")


def kept() -> Steps:
    yield from click(find("cni_mapper_what_if_keep", QPushButton))
    yield from wait_until(lambda: held().is_busy, 5, "the work to begin")
    yield from wait_until(lambda: not held().is_busy and not held().is_moved, 40, "the limit of 15% to be kept")
    yield from wait_worked_out()
    yield from wait_drawn()
    picture("kept")
    assert is_hidden("cni_mapper_what_if")
    assert record_of(RESULT)["limits"]["cni"]["amount"] == "15"
    yield from press("ctrl+s")
    yield from wait_until(lambda: not QgsProject.instance().isDirty(), 5, "the project to be saved")


def stop_half_way(name: str) -> Generator[float, None, None]:
    """Press Stop when the bar has come to the half, and wait until the work has ended."""
    stop = yield from wait_for("cni_mapper_work_stop", QPushButton)
    bar = find("cni_mapper_work_progress", QProgressBar)
    pressed: list[tuple[int, float]] = []
    stop.clicked.connect(lambda: pressed.append((bar.value(), perf_counter())))
    yield from wait_until(lambda: bar.value() >= HALF, 30, "half of the work")
    yield from click(stop)
    picture(f"{name}-stop")
    yield from wait_until(lambda: not held().is_busy or "Reading" in held().words, 20, "the work to stop")
    percent, start = pressed[0]
    with (OUT / "stopped").open("a", encoding="utf-8") as note:
        note.write(f"{name}: pressed at {percent}%, ended {1000 * (perf_counter() - start):.0f} ms later\n")
    assert HALF <= percent < 80, f"pressed at {percent}%"


def files() -> dict[str, str]:
    """What is in the folder: names and digests."""
    return {path.name: digest(path) for path in FOLDER.iterdir()}


def assert_whole() -> None:
    """The result is the one at 10%, and SQLite finds no fault in its file."""
    with closing(connect(RESULT)) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    rows = rows_of(RESULT, TABLE)
    assert len(rows) == many_areas.COUNT


play(cancel)
