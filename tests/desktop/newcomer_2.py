"""Journey a, the next day: the project opens as it was left, and nothing is asked or made again. Run by desktop.sh."""

from __future__ import annotations

import json

from canvas import wait_drawn
from files import rows_of
from panel import is_hidden, open_panel, turn_to, wait_worked_out
from pointer import press
from qgis.core import QgsProject
from sampleshire import TABLE, inspect, inspected, result_file, state, walk
from session import WORK, Steps, picture, play
from waiting import wait_until
from widgets import give_file, messages_shown


def newcomer_2() -> Steps:
    yield from press("ctrl+o")
    yield from give_file(WORK / "sampleshire.qgz")
    yield from wait_until(lambda: QgsProject.instance().mapLayers(), 10, "the project to open")
    yield from wait_drawn()
    before = messages_shown()
    yield from open_panel()
    yield from wait_worked_out(20)
    picture("reopened")
    assert is_hidden("cni_mapper_welcome"), "the welcome is there again"
    assert is_hidden("cni_mapper_what_if"), "there is something to keep, though nothing was changed"
    kept = json.loads((WORK / "kept.json").read_text(encoding="utf-8"))
    said = yield from walk("again")
    found = json.loads(json.dumps(state(said)))
    assert found == kept["state"], [key for key in found if found[key] != kept["state"][key]]
    yield from turn_to("Results")
    ward = next(row for row in rows_of(result_file(), TABLE).values() if row["cni_rank"] == 1)
    yield from inspect(ward["area_code"], result_file())
    picture("ward-again")
    assert inspected() == kept["inspected"]
    assert set(messages_shown()) <= set(before), messages_shown()
    assert not QgsProject.instance().isDirty(), "looking alone has changed the project"


play(newcomer_2)
