"""The reference design's colours, and the parts of a renderer."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsCategorizedSymbolRenderer, QgsSymbol

from cni_mapper.ui.maps.styles import OVERLAY, Theme

# Of the reference design, worst decile first.
CNI_COLOURS = (
    ["#5c0a03", "#7c1f0b", "#98340d", "#af4908", "#c05e07", "#d37306", "#e48d2b", "#f4aa54", "#ffcc8b", "#fff2df"]
)  # fmt: skip
IMD_COLOURS = (
    ["#0c2c52", "#124275", "#205791", "#316ba7", "#3a7eba", "#4292cc", "#59aad7", "#84c1de", "#b3daed", "#e6f6fe"]
)  # fmt: skip
CATEGORIES = ["left_behind", "deprived", "high_need", "other", "no_data"]
FILLS = dict(zip(CATEGORIES, ["#411c39", "#2f78b0", "#faa646", "#f0f1ed", "#ffffff"]))
LINES = dict(
    zip(CATEGORIES, [("#ffffff", 0.35), ("#ffffff", 0.2), ("#ffffff", 0.2), ("#8d9498", 0.18), ("#6b7378", 0.25)])
)
HATCHES = {"left_behind": ("#ffffff", 0.28, 1), "no_data": ("#6b7378", 0.2, -1)}
NAMES = [
    "Left behind overlay",
    "CNI deciles",
    "IMD deciles",
    "Civic assets deciles",
    "Connectedness deciles",
    "Engaged community deciles",
]


def theme(column: str, template: str) -> Theme:
    keys = CATEGORIES if template == OVERLAY else [*range(1, 11), None]
    return Theme("name", column, template, {key: f"about {key}" for key in keys})


def symbols(renderer: QgsCategorizedSymbolRenderer) -> dict[Any, QgsSymbol]:
    """Copies, since a class takes its symbol along when it goes."""
    return {category.value(): category.symbol().clone() for category in renderer.categories()}


def hatch_of(symbol: QgsSymbol) -> Any:
    """The symbol layer that makes the lines of a hatch."""
    found = [layer for layer in symbol.symbolLayers() if layer.layerType() == "GeometryGenerator"]
    return found[0] if found else None
