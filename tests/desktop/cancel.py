"""Journey e: a long run on many areas is stopped half-way, before there is any result; then it is made to the end.

Run by desktop.sh; cancel_2.py stops it over its own result, and cancel_3.py makes it undisturbed.
"""

from __future__ import annotations

import many_areas
from canvas import wait_drawn
from long_run import FOLDER, PROJECT, RESULT, assert_made, files, project_state, stop, wait_made
from panel import choose_index, from_file, held, open_panel, save_in, says, turn_to, wait_worked_out
from pointer import click, press
from qgis.PyQt.QtWidgets import QPushButton
from session import Steps, picture, play
from waiting import find, wait_until
from widgets import give_file

READY = "All is ready. Choose where to save, then press 'Make layers'."


def cancel() -> Steps:
    many_areas.write_files(FOLDER)
    yield from open_panel()
    yield from chosen()
    yield from stopped_at_first()
    yield from made()


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
    assert says() == READY
    picture("ready")


def stopped_at_first() -> Steps:
    """There is no result yet: none may be there afterwards, nor any part of one, and it can be begun again."""
    before, known = files(), project_state()
    yield from click(find("cni_mapper_results_make", QPushButton))
    yield from stop("first", 45, 80)
    assert files() == before, sorted(set(files()) ^ set(before))
    assert project_state() == known
    assert held().made is None
    yield from wait_worked_out()
    assert says() == READY


def made() -> Steps:
    yield from click(find("cni_mapper_results_make", QPushButton))
    yield from wait_made()
    yield from wait_drawn()
    picture("made")
    assert says() == "The layers are made and saved in result.gpkg."
    assert_made(RESULT, "10")
    yield from press("ctrl+s")
    yield from give_file(PROJECT)
    yield from wait_until(PROJECT.exists, 10, "the project to be saved")


play(cancel)
