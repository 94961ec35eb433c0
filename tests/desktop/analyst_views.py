"""What the analyst's journey reads off the screen, to be compared with what the tables give in plain Python."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from math import ceil
from typing import Any

from officer_files import Standing, sample_files, standings
from pointer import click
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QPointF
from qgis.PyQt.QtWidgets import QPushButton, QTableView
from session import Steps
from waiting import find, wait_for, wait_until

Wards = Mapping[str, Standing]


def expected(choices: Any) -> Wards:
    """Where every ward of the county stands with these weights and limits, by its tables alone."""
    weights = {domain.id: domain.weight for domain in choices.definition.domains}
    whole = replace(sample_files(), district="")
    return standings(whole, weights, (choices.cni_limit, choices.imd_limit))


def names(wards: Wards, category: str = "left_behind") -> set[str]:
    return {one.name for one in wards.values() if one.category == category}


def people(wards: Wards, category: str = "left_behind") -> int:
    return round(sum(one.people for one in wards.values() if one.category == category))


def preview() -> QgsVectorLayer | None:
    """The layer of the what-if, None while there is none."""
    found = [layer for layer in QgsProject.instance().mapLayers().values() if layer.name() == "Preview, not saved"]
    assert len(found) < 2, "there are two previews"
    return found[0] if found else None


def preview_rows() -> dict[str, tuple[Any, ...]]:
    return {row["area_code"]: (row["cni_rank"], row["category"]) for row in preview().getFeatures()}


def wait_previewed(wards: Wards) -> Steps:
    """Wait until the preview shows the wards as they are expected to stand."""
    wanted = {code: (one.cni_rank, one.category) for code, one in wards.items()}
    yield from wait_until(lambda: preview() and preview_rows() == wanted, 5, "the preview to show what is expected")


def listed(name: str) -> list[str]:
    """The first column of a table that can be seen, in its order."""
    model = find(name, QTableView).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def open_list(group: str) -> Steps:
    """Have the strip list who joined or who left."""
    button = find(f"cni_mapper_what_if_{group}", QPushButton)
    if not button.isChecked():
        yield from click(button)
    yield from wait_for("cni_mapper_what_if_areas", QTableView)


def decile_counts(wards: Wards) -> list[list[int]]:
    """How many wards are in each pair of deciles, [need][deprivation]."""
    count, counts = len(wards), [[0] * 10 for _ in range(10)]
    for one in wards.values():
        counts[ceil(10 * one.cni_rank / count) - 1][ceil(10 * one.imd_rank / count) - 1] += 1
    return counts


def grid_counts() -> list[list[int]]:
    """What the decile grid draws."""
    return find("cni_mapper_thresholds_grid")._counts.tolist()


def click_cell(need: int, deprivation: int) -> Steps:
    """Click a cell of the grid, by its deciles."""
    grid = find("cni_mapper_thresholds_grid")
    places = (QPointF(x, y) for y in range(2, grid.height(), 4) for x in range(2, grid.width(), 4))
    inside = [
        place for place in places if (cell := grid.cell_at(place)) and (cell.cni, cell.imd) == (need, deprivation)
    ]
    assert inside, f"the grid has no cell {need}, {deprivation}"
    yield from click(grid, inside[len(inside) // 2].toPoint())
