"""Journey b goes on: the folder has been moved, and the project is opened from the new place. Run by desktop.sh."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from canvas import wait_drawn
from files import digest
from officer_state import FIRST, MOVED, PATCH, PROJECT, REMEMBERED, RESULT, kept_patches, open_patches, state
from panel import held, is_hidden, open_panel, says, turn_to, wait_worked_out
from pointer import press
from printed import assert_kept
from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QComboBox, QLabel
from session import Steps, picture, play
from waiting import find, wait_for, wait_tasks, wait_until
from widgets import choose, give_file


def officer_again() -> Steps:
    MOVED.parent.mkdir(parents=True)
    shutil.move(str(FIRST), str(MOVED))
    before = digest(MOVED / RESULT)
    yield from press("ctrl+o")
    yield from give_file(MOVED / PROJECT)
    yield from wait_until(lambda: QgsProject.instance().fileName() == str(MOVED / PROJECT), 20, "the project")
    yield from open_panel()
    yield from wait_worked_out()
    yield from wait_drawn()
    picture("opened-elsewhere")
    assert is_hidden("cni_mapper_what_if"), "the panel thinks that the result differs from what is chosen"
    yield from turn_to("Results")
    picture("result-elsewhere")
    assert Path(held().made.output) == MOVED / RESULT
    assert f"saved in {RESULT}" in says(), says()
    assert_kept(MOVED)
    yield from patch_again()
    remembered, now = json.loads(REMEMBERED.read_text(encoding="utf-8")), json.loads(json.dumps(state(MOVED)))
    for part in remembered:
        assert now[part] == remembered[part], f"{part} was {remembered[part]} and is {now[part]}"
    assert digest(MOVED / RESULT) == before, "opening the project wrote to the result"
    assert not FIRST.exists(), "something was written to where the folder had been"


def patch_again() -> Steps:
    yield from open_patches()
    assert kept_patches() == [PATCH]
    yield from choose(find("cni_mapper_patch_kept", QComboBox), PATCH)
    yield from wait_for("cni_mapper_patch_people_words", QLabel, 20)
    yield from wait_tasks(10)
    yield from wait_drawn()
    picture("patch-elsewhere")


play(officer_again)
