"""Journey a: a newcomer without data opens the panel, tries the example, gets a map, asks about a ward, and saves.

Run by desktop.sh; newcomer_2.py goes on.
"""

from __future__ import annotations

import json

from canvas import wait_drawn
from files import record_of, rows_of
from panel import is_hidden, open_panel, says, turn_to, wait_worked_out
from pointer import click, press
from qgis.core import QgsProject
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import QPushButton
from sampleshire import (
    LEFT_BEHIND,
    TABLE,
    WARDS,
    assert_result,
    inspect,
    inspected,
    result,
    result_file,
    shown_text,
    state,
    walk,
)
from session import WORK, Steps, picture, play
from waiting import find, wait_until
from widgets import give_file, messages_shown


def newcomer() -> Steps:
    yield from open_panel()
    assert says() == "Choose the layer with the boundaries of your wards or other areas, or get official ones."
    picture("welcome")
    yield from click(find("cni_mapper_try_example_button", QPushButton))
    yield from wait_until(lambda: "Left behind" in _names(), 30, "the map of the example")
    yield from wait_worked_out(20)
    yield from wait_drawn()
    picture("example")
    assert_mapped()
    said = yield from walk("page")
    yield from turn_to("Results")
    yield from asked_about_a_ward()
    yield from press("ctrl+s")
    yield from give_file(WORK / "sampleshire.qgz")
    yield from wait_until((WORK / "sampleshire.qgz").exists, 10, "the project to be saved")
    yield from wait_until(lambda: not QgsProject.instance().isDirty(), 5, "the project to count as saved")
    picture("saved")
    kept = {"state": state(said), "inspected": inspected()}
    (WORK / "kept.json").write_text(json.dumps(kept), encoding="utf-8")


def _names() -> str:
    return " ".join(layer.name() for layer in QgsProject.instance().mapLayers().values())


def assert_mapped() -> None:
    """The map is what the file, its record and the message say."""
    assert is_hidden("cni_mapper_welcome"), "the welcome is still there"
    assert_result(result_file())
    assert result().featureCount() == WARDS
    record = record_of(result_file())
    assert record["counts"]["areas"]["left_behind"] == LEFT_BEHIND
    assert messages_shown()[0] == f"{LEFT_BEHIND} of {WARDS} wards are left behind."
    assert not [layer.name() for layer in QgsProject.instance().mapLayers().values() if not layer.isValid()]


def asked_about_a_ward() -> Steps:
    """The ward with the most need: what the inspector says is what the result holds, and can be taken along."""
    rows = rows_of(result_file(), TABLE)
    ward = next(row for row in rows.values() if row["cni_rank"] == 1)
    yield from inspect(ward["area_code"], result_file())
    picture("ward")
    assert shown_text("cni_mapper_area_name") == ward["area_name"]
    assert f"rank 1 of {WARDS}, decile 1" in shown_text("cni_mapper_area_need")
    standing = f"rank {ward['imd_rank']} of {WARDS}, decile {ward['imd_decile']}"
    assert standing in shown_text("cni_mapper_area_deprivation")
    yield from click(find("cni_mapper_area_copy", QPushButton))
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith(ward["area_name"]) and standing in copied, copied
    picture("copied")


play(newcomer)
