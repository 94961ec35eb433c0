"""What the officer's journey expects to find again when the project is opened elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from files import record_of, rows_of
from panel import held
from pointer import click
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtWidgets import QAbstractButton, QComboBox, QLabel, QTabWidget, QToolButton
from session import WORK, Steps
from waiting import find, wait_for
from widgets import click_tab

FIRST, MOVED = WORK / "council", WORK / "archive" / "2026" / "council moved"
REMEMBERED = WORK / "remembered.json"
PROJECT, RESULT, TABLE = "district.qgz", "Map 1.gpkg", "Map 1"
PATCH = "Riverside Big Local"


def state(folder: Path) -> dict[str, Any]:
    """All that is to be the same wherever the project's folder is; paths are relative to it."""
    session, project = held(), QgsProject.instance()
    runs = [_plain(run.choices, folder) for run in session.runs], [_plain(run.made, folder) for run in session.runs]
    return {
        "choices": runs[0],
        "made": runs[1],
        "rows": rows_of(folder / RESULT, TABLE),
        "counts": record_of(folder / RESULT)["counts"],
        "layers": sorted([layer.name(), _place(layer, folder)] for layer in project.mapLayers().values()),
        "ranks": [float(rank) for rank in session.tried.index.rank[session.shown()]],
        "patch": said_of_patch(),
    }


def _plain(choices: Any, folder: Path) -> dict[str, Any]:
    plain = choices.as_json()
    base = Path(plain["base"])
    return {
        **plain,
        "output": str(Path(plain["output"]).relative_to(folder)),
        "base": str(base.relative_to(folder)) if base.is_absolute() else plain["base"],
    }


def _place(layer: QgsVectorLayer, folder: Path) -> str:
    file, _, table = layer.source().partition("|")
    file = file.replace("/vsigzip/", "")
    return f"{Path(file).relative_to(folder)}|{table}"


def open_patches() -> Steps:
    """Open the inspector, and in it the page about patches."""
    yield from click(find("cni_mapper_run_inspector", QToolButton))
    yield from wait_for("cni_mapper_area_panel")
    tabs = find("cni_mapper_area_tabs", QTabWidget)
    yield from click_tab(tabs.tabBar(), "Patch")
    yield from wait_for("cni_mapper_patch_draw", QAbstractButton)


def said_of_patch() -> dict[str, str]:
    """What the inspector says of the patch."""
    names = ("people_words", "categories", "deciles", "areas", "quality")
    return {name: find(f"cni_mapper_patch_{name}", QLabel).text() for name in names}


def kept_patches() -> list[str]:
    combo = find("cni_mapper_patch_kept", QComboBox)
    return [combo.itemText(i) for i in range(combo.count())]
