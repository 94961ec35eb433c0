"""What the analyst's journey reads off the screen, to be compared with what the tables give in plain Python."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil
from typing import Any

from canvas import click_canvas
from files import rows_of
from officer_files import Standing
from panel import held, heard
from pointer import click, drag
from qgis.core import QgsGeometry, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtWidgets import QLabel, QPushButton, QTableView, QToolButton, QWidget
from session import Steps
from waiting import find, wait_for, wait_until

Ward = Mapping[str, Standing]


def preview() -> QgsVectorLayer | None:
    """The layer of the what-if, if there is one."""
    found = [layer for layer in QgsProject.instance().mapLayers().values() if layer.name() == "Preview, not saved"]
    assert len(found) < 2, "there are two previews"
    return found[0] if found else None


def preview_rows() -> dict[str, tuple[Any, ...]]:
    return {row["area_code"]: (row["cni_rank"], row["category"]) for row in preview().getFeatures()}


def names_in(name: str) -> list[str]:
    """The first column of a table that can be seen, in its order."""
    model = find(name, QTableView).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def open_list(group: str) -> Steps:
    """Have the strip list who joined or who left."""
    button = find(f"cni_mapper_what_if_{group}", QPushButton)
    if not button.isChecked():
        yield from click(button)
    yield from wait_for("cni_mapper_what_if_areas", QTableView)


def decile_counts(wards: Ward) -> list[list[int]]:
    """How many areas are in each pair of deciles, [need][deprivation]."""
    count, counts = len(wards), [[0] * 10 for _ in range(10)]
    for one in wards.values():
        counts[ceil(10 * one.cni_rank / count) - 1][ceil(10 * one.imd_rank / count) - 1] += 1
    return counts


def grid_counts() -> list[list[int]]:
    return find("cni_mapper_thresholds_grid")._counts.tolist()


def click_cell(need: int, deprivation: int) -> Steps:
    """Click a cell of the grid by its deciles."""
    grid = find("cni_mapper_thresholds_grid")
    cell = next(one for one in _cells(grid) if (one.cni, one.imd) == (need, deprivation))
    yield from click(grid, grid.cell_box(cell).center().toPoint())


def _cells(grid: QWidget) -> list[Any]:
    places = (QPoint(x, y) for x in range(0, grid.width(), 4) for y in range(0, grid.height(), 4))
    return [cell for cell in map(grid.cell_at, places) if cell is not None]


def names(wards: Ward, category: str = "left_behind") -> set[str]:
    return {one.name for one in wards.values() if one.category == category}
