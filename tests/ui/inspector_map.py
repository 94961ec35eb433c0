"""Areas chosen and clicked on the inspector's map, and what is outlined there."""

from __future__ import annotations

from inspecting import Bench
from qgis.core import QgsPointXY
from qgis.gui import QgsRubberBand


def middle(feature) -> QgsPointXY:
    return feature.geometry().pointOnSurface().asPoint()


def click_area(bench: Bench, code: str) -> None:
    bench.click(middle(bench.rows()[code]))


def codes_by(bench: Bench, category: str, count: int = 2) -> list[str]:
    return [code for code, row in bench.rows().items() if row["category"] == category][:count]


def bands(bench: Bench) -> list[QgsRubberBand]:
    return [item for item in bench.canvas.scene().items() if isinstance(item, QgsRubberBand)]
