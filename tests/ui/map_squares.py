"""A made-up result of squares of 1 km, whose maps can be reckoned by hand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsMapLayer,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor, QImage

from cni_mapper.ui.maps.layouts.page import PageChoices, PrintedResult

GRID = QgsCoordinateReferenceSystem("EPSG:27700")
EAST, NORTH = 400_000, 300_000
CATEGORIES = ("left_behind", "deprived", "high_need", "other", "no_data")


def square(column: int, row: int, side: float = 1000) -> QgsGeometry:
    west, south = EAST + column * side, NORTH + row * side
    return QgsGeometry.fromRect(QgsRectangle(west, south, west + side, south + side))


def squares(
    columns: int = 6, rows: int = 2, across: int = 2, side: float = 1000, categories: Sequence[str] = CATEGORIES
) -> PrintedResult:
    """Columns of squares from west to east, rows from south to north, codes X1, X2, ... in that order.

    across: columns of each district, D1, D2, ... from west to east. CNI ranks count up from 1, IMD ranks down to it;
    deciles go round from 1 to 10; areas without data have neither.
    """
    n = columns * rows
    number = np.arange(n)
    column = number % columns
    table = pd.DataFrame(
        {
            "area_code": [f"X{i + 1}" for i in number],
            "area_name": [f"Ward {i + 1}" for i in number],
            "district_code": [f"D{i // across + 1}" for i in column],
            "district_name": [f"District {i // across + 1}" for i in column],
            "cni_rank": number + 1,
            "cni_decile": number % 10 + 1,
            "imd_rank": n - number,
            "imd_decile": 10 - number % 10,
            "category": [categories[i % len(categories)] for i in number],
        }
    )
    ranked = [name for name in table if name.endswith(("_rank", "_decile"))]
    table = table.astype(dict.fromkeys(ranked, "Int64"))
    table.loc[table["category"] == "no_data", ranked] = pd.NA
    shapes = [square(i % columns, i // columns, side) for i in number]
    return PrintedResult(table, shapes, GRID, record_of(table), "squares")


def record_of(table: pd.DataFrame) -> dict[str, Any]:
    n = len(table)
    limit = {"amount": "10", "is": "percent", "places": n // 10}
    return {
        "variant": False,
        "short": "CNI 2019",
        "status": "published",
        "limits": {"cni": limit, "imd": limit},
        "universe": {"place": "Squareshire", "noun": "ward", "plural": "wards", "ranked": {"cni": n, "imd": n}},
        "counts": {"areas": {name: int((table["category"] == name).sum()) for name in CATEGORIES}},
        "published": None,
        "domain_titles": {},
    }


def choices(**more: Any) -> PageChoices:
    return PageChoices("a4_portrait", "overlay", date(2026, 11, 22), **more)


def focus_on(result: PrintedResult, *districts: str) -> np.ndarray:
    return result.table["district_code"].isin(districts).to_numpy()


def drawn(layers: Sequence[QgsMapLayer], extent: QgsRectangle, dots_per_km: int = 100) -> QImage:
    """A picture of layers, top first."""
    settings = QgsMapSettings()
    settings.setLayers(list(layers))
    settings.setDestinationCrs(GRID)
    settings.setOutputSize(QSize(*(round(side / 1000 * dots_per_km) for side in (extent.width(), extent.height()))))
    settings.setOutputDpi(96)
    settings.setExtent(extent)
    settings.setBackgroundColor(QColor("#ffffff"))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    return job.renderedImage()


def colour_at(image: QImage, extent: QgsRectangle, x: float, y: float) -> str:
    """The colour of a picture at a place of the map."""
    across = (x - extent.xMinimum()) / extent.width() * image.width()
    down = (extent.yMaximum() - y) / extent.height() * image.height()
    return image.pixelColor(int(across), int(down)).name()
