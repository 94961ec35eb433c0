"""Pages filled with a made-up result of squares of 1 km, and what stands on them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
from page_rows import five, printed, record
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsLayoutFrame,
    QgsLayoutItemLabel,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QRectF

from cni_mapper.ui.maps.layouts.drawing import box_of
from cni_mapper.ui.maps.layouts.fill import MadePage, fill_page
from cni_mapper.ui.maps.layouts.page import PageChoices, PrintedResult
from cni_mapper.ui.maps.layouts.template import items_of

DAY = date(2026, 11, 21)
CATEGORIES = ("left_behind", "deprived", "high_need", "other", "no_data")
KILOMETRE = 1000.0


def square(number: int, columns: int) -> QgsGeometry:
    x, y = 400_000 + number % columns * KILOMETRE, 300_000 + number // columns * KILOMETRE
    return QgsGeometry.fromRect(QgsRectangle(x, y, x + KILOMETRE, y + KILOMETRE))


def result_of(table: pd.DataFrame | None = None, columns: int = 5, **given: Any) -> PrintedResult:
    """The rows with squares of 1 km as shapes, side by side in rows of `columns`."""
    table = five() if table is None else table
    shapes = [square(i, columns) for i in range(len(table))]
    counts = {name: int((table["category"] == name).sum()) for name in CATEGORIES}
    given = {"counts": {"areas": counts}, **given}
    return replace(printed(table, record(**given)), shapes=shapes, crs=QgsCoordinateReferenceSystem("EPSG:27700"))


def many(categories: Sequence[str], **columns: Any) -> pd.DataFrame:
    """So many areas, ranked in their order on both indices."""
    count = len(categories)
    return five().iloc[[0] * count].assign(
        area_code=[f"E05{i:06d}" for i in range(count)],
        area_name=[f"Ward {i}" for i in range(count)],
        category=list(categories),
        cni_rank=pd.array(range(1, count + 1), dtype="Int64"),
        imd_rank=pd.array(range(101, count + 101), dtype="Int64"),
        **columns,
    ).reset_index(drop=True)  # fmt: skip


def page_maker() -> Iterator[Callable[..., MadePage]]:
    """A function that makes pages of all areas of a result; they are let go of before their project."""
    project, made = QgsProject(), []

    def make(result: PrintedResult | None = None, template: str = "a4_portrait", **choices: Any) -> MadePage:
        result = result or result_of()
        chosen = PageChoices(**{"template": template, "theme": "overlay", "made_on": DAY, **choices})
        made.append(fill_page(result, np.ones(len(result.table), dtype=bool), chosen, project))
        return made[-1]

    yield make
    for page in made:
        sip.delete(page.layout)


def text_of(layout: QgsPrintLayout, id: str) -> str:
    return " ".join(label_of(layout, id).text().split())


def label_of(layout: QgsPrintLayout, id: str) -> QgsLayoutItemLabel:
    return next(found for found in items_of(layout) if found.id() == id and isinstance(found, QgsLayoutItemLabel))


def item_box(layout: QgsPrintLayout, id: str) -> QRectF:
    return box_of(layout.itemById(id))


def tables_of(layout: QgsPrintLayout) -> list[list[list[str]]]:
    """The columns of the list beside each other, each as rows of texts."""
    frames = sorted((f for f in items_of(layout) if isinstance(f, QgsLayoutFrame)), key=lambda frame: frame.id())
    return [[[cell.content() for cell in row] for row in f.multiFrame().tableContents()] for f in frames]
