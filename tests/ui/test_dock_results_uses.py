"""The page Results: what can be done with the layers, saved as a table or handed on to an algorithm."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any
from unittest.mock import MagicMock

import pandas as pd
import pytest
from county import layer_frame
from desk import wait_until
from dock_desk import DockDesk
from openpyxl import load_workbook
from qgis.core import Qgis, QgsApplication, QgsProject
from qgis.PyQt.QtCore import QCoreApplication, QPoint
from qgis.PyQt.QtWidgets import QFileDialog, QLabel
from results_page import part, state

pytest_plugins = ["results_fixtures"]


@pytest.fixture
def desk(results_desk: DockDesk) -> DockDesk:
    return results_desk


@pytest.fixture
def made(desk: DockDesk) -> DockDesk:
    desk.choose()
    desk.make()
    return desk


def answer_with(monkeypatch: pytest.MonkeyPatch, path: Path, kind: str = "Table as text (*.csv)") -> list[str]:
    """Have the user choose a file; what the dialog began with."""
    asked: list[str] = []

    def get_save_file_name(parent: Any, title: str, start: str, kinds: str) -> tuple[str, str]:
        asked.append(start)
        return str(path), kind

    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(get_save_file_name))
    return asked


def save_table(desk: DockDesk) -> None:
    desk.click("cni_mapper_results_export")
    wait_until(lambda: not part(desk, "work").is_busy)
    desk.settle()


def test_the_table_is_saved_as_text_with_whole_ranks(
    made: DockDesk, monkeypatch: pytest.MonkeyPatch, output: Path, documents: Path
) -> None:
    asked = answer_with(monkeypatch, output / "table.csv")
    save_table(made)
    assert asked == [str(documents / "CNI Mapper" / "Sampleshire.csv")]
    with (output / "table.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    layer = layer_frame(made.dock.live_map.result_layer())
    assert list(rows[0]) == ["area_code", *layer.columns]
    assert len(rows) == 150
    for row in rows:
        there = layer.loc[row["area_code"]]
        for name in ("cni_rank", "imd_decile", "cni_margin"):
            assert row[name] == str(there[name])
        assert row["category"] == there["category"]
        assert float(row["population"]) == there["population"]
    assert made.iface.bar.pushed[-1] == (
        f"CNI Mapper: The table was saved as {output / 'table.csv'}.",
        Qgis.MessageLevel.Success,
    )


def test_the_table_is_saved_as_a_workbook(made: DockDesk, monkeypatch: pytest.MonkeyPatch, output: Path) -> None:
    answer_with(monkeypatch, output / "table", "Excel workbook (*.xlsx)")
    save_table(made)
    sheet = load_workbook(output / "table.xlsx").active
    heads, *rows = sheet.iter_rows(values_only=True)
    assert (heads[0], len(rows)) == ("area_code", 150)
    assert isinstance(rows[0][heads.index("cni_rank")], int)
    layer = layer_frame(made.dock.live_map.result_layer())
    assert [row[heads.index("category")] for row in rows] == layer["category"].tolist()


def test_a_table_that_cannot_be_saved_is_said_and_nothing_is_left(
    made: DockDesk, monkeypatch: pytest.MonkeyPatch, output: Path
) -> None:
    answer_with(monkeypatch, output / "none" / "table.csv")
    save_table(made)
    words, level = made.iface.bar.pushed[-1]
    assert (words, level) == (
        f"CNI Mapper: The folder {output / 'none'} does not exist. Choose a folder that does.",
        Qgis.MessageLevel.Critical,
    )
    answer_with(monkeypatch, output / "table.pdf")
    made.click("cni_mapper_results_export")
    assert made.iface.bar.pushed[-1][0].startswith("CNI Mapper: The result cannot be saved as table.pdf.")
    assert sorted(path.name for path in output.iterdir()) == ["result.gpkg", "result.gpkg.run.json"]
    assert state(made, "export")[0]


def test_changing_ones_mind_saves_nothing(made: DockDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    answer_with(monkeypatch, Path())
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_: ("", "")))
    said = len(made.iface.bar.pushed)
    made.click("cni_mapper_results_export")
    QCoreApplication.processEvents()
    assert len(made.iface.bar.pushed) == said


@pytest.mark.parametrize(
    ("button", "algorithm"),
    [
        ("profiles", "cni:profiles"),
        ("atlas", "cni:atlas"),
        ("files", "cni:export"),
        ("note", "cni:methodnote"),
        ("overlap", "cni:overlap"),
    ],
)
def test_an_algorithm_opens_with_this_result(
    made: DockDesk, processing: Any, monkeypatch: pytest.MonkeyPatch, button: str, algorithm: str
) -> None:
    opened: list[tuple[str, dict[str, Any]]] = []
    monkeypatch.setattr(
        processing, "createAlgorithmDialog", lambda id, given: opened.append((id, given)) or MagicMock()
    )
    made.click(f"cni_mapper_results_{button}")
    ((id, given),) = opened
    assert id == algorithm
    known = QgsApplication.processingRegistry().algorithmById(id)
    assert {definition.name() for definition in known.parameterDefinitions()} >= set(given)
    layer = QgsProject.instance().mapLayer(given["RESULT"])
    assert pd.Series(layer_frame(layer)["category"]).eq("left_behind").sum() == 8


def test_the_uses_stand_under_headings(made: DockDesk) -> None:
    """Each heading above its own buttons, from top to bottom."""
    page = made.dock.pages[-1]
    shown = {label.text(): label for label in page.findChildren(QLabel) if label.font().bold() and label.isVisible()}
    names = (
        "Print",
        "print",
        "profiles",
        "atlas",
        "Save",
        "export",
        "files",
        "note",
        "Look further",
        "overlap",
        "compare",
    )
    parts = [shown[name] if name in shown else part(made, name) for name in names]
    tops = [one.mapTo(page, QPoint(0, 0)).y() for one in parts]
    assert tops == sorted(set(tops))
