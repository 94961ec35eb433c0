"""Journey e goes on: another limit is tried, and keeping it is stopped twice over the old result. Run by desktop.sh."""

from __future__ import annotations

from canvas import wait_drawn
from long_run import PROJECT, RESULT, WRITING, assert_made, contents, files, project_state, stop, wait_made
from panel import is_hidden, open_panel, says, turn_to, wait_worked_out
from pointer import click, press, type_text
from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QDoubleSpinBox, QPushButton
from session import Steps, picture, play
from waiting import find, wait_until
from widgets import give_file

FILES = ["areas.gpkg", "deprivation.csv", "index.json", "needs.csv", "result.gpkg", "result.gpkg.run.json"]


def cancel_2() -> Steps:
    yield from press("ctrl+o")
    yield from give_file(PROJECT)
    yield from wait_until(lambda: QgsProject.instance().mapLayers(), 10, "the project to open")
    yield from open_panel()
    yield from wait_worked_out()
    yield from tried()
    yield from stopped_half_way()
    yield from stopped_while_writing()
    yield from kept()


def tried() -> Steps:
    yield from turn_to("Thresholds")
    yield from type_text(find("cni_mapper_thresholds_cni_box", QDoubleSpinBox), "15", then="Tab")
    yield from wait_until(lambda: not is_hidden("cni_mapper_what_if"), 10, "the preview of the limit of 15%")
    yield 1.0  # the preview is coloured a little at a time
    yield from wait_drawn()
    picture("tried")


def stopped_half_way() -> Steps:
    """Nothing of the old result's file is touched, to the last byte."""
    before, known, said = files(), project_state(), says()
    yield from click(find("cni_mapper_what_if_keep", QPushButton))
    doing = yield from stop("half-way", 45, 80)
    if doing != WRITING:  # a hand that was too slow; the next stop is about this
        assert files() == before, sorted(set(files().items()) ^ set(before.items()))
    yield from assert_as_before(known, said)


def stopped_while_writing() -> Steps:
    """Rows of the new result are in the file already: all of them go, and the old result is whole."""
    before, record, known, said = contents(RESULT), files()["result.gpkg.run.json"], project_state(), says()
    yield from click(find("cni_mapper_what_if_keep", QPushButton))
    doing = yield from stop("writing", 62, 97)
    assert doing == WRITING
    after = contents(RESULT)
    assert after == before, [name for name in {*before, *after} if before.get(name) != after.get(name)]
    assert sorted(files()) == FILES
    assert files()["result.gpkg.run.json"] == record
    yield from assert_as_before(known, said)


def assert_as_before(known: object, said: str) -> Steps:
    """The project knows of no other result, and what was tried is still there to be kept."""
    yield from wait_worked_out()
    assert_made(RESULT, "10")
    assert project_state() == known
    assert not is_hidden("cni_mapper_what_if"), "what was tried is lost"
    assert says() == said


def kept() -> Steps:
    yield from click(find("cni_mapper_what_if_keep", QPushButton))
    yield from wait_made()
    yield from wait_drawn()
    picture("kept")
    assert is_hidden("cni_mapper_what_if")
    assert_made(RESULT, "15")
    yield from press("ctrl+s")
    yield from wait_until(lambda: not QgsProject.instance().isDirty(), 5, "the project to be saved")


play(cancel_2)
