"""Journey e ends: a copy of the run, made in one go, is the same as the one stopped twice. Run by desktop.sh."""

from __future__ import annotations

from typing import Any

from canvas import wait_drawn
from files import record_of
from long_run import PROJECT, RESULT, UNDISTURBED, assert_made, rows, wait_made
from panel import open_panel, save_in, turn_to, wait_worked_out
from pointer import click, press
from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QPushButton, QToolButton
from session import Steps, picture, play
from waiting import find, wait_until
from widgets import give_file, pick

OWN = ("made", "command")
"""What differs between two records of the same run: when it was made, and where it was written."""


def cancel_3() -> Steps:
    yield from press("ctrl+o")
    yield from give_file(PROJECT)
    yield from wait_until(lambda: QgsProject.instance().mapLayers(), 10, "the project to open")
    yield from open_panel()
    yield from wait_worked_out()
    yield from click(find("cni_mapper_run_menu_button", QToolButton))
    yield from pick("Copy this run")
    yield from wait_worked_out()
    yield from turn_to("Results")
    yield from save_in(UNDISTURBED)
    yield from click(find("cni_mapper_results_make", QPushButton))
    yield from wait_made()
    yield from wait_drawn()
    picture("undisturbed")
    assert_made(UNDISTURBED, "15")
    first = QgsProject.instance().layerTreeRoot().children()[0]
    assert {layer.layer().source() for layer in first.findLayers()} == {f"{UNDISTURBED}|layername=undisturbed"}
    assert first.isVisible(), "the map shows the other run's result"
    assert rows(RESULT) == rows(UNDISTURBED)
    assert plain(record_of(RESULT)) == plain(record_of(UNDISTURBED))


def plain(record: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in record.items() if key not in OWN}


play(cancel_3)
