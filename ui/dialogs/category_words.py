"""How the categories of the open run are drawn on its map."""

from __future__ import annotations

from qgis.core import QgsSymbolLayerUtils
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QIcon

from ...core.analysis.overlay import CATEGORIES
from ..maps.styles import OVERLAY, Theme, make_renderer
from ..settings import read_settings


def category_icons(size: QSize) -> dict[str, QIcon]:
    """The map's own symbols by category, in the colours that are set."""
    theme = Theme("", "category", OVERLAY, dict.fromkeys(CATEGORIES, ""), colours=read_settings().colours)
    found = make_renderer(theme).categories()
    return {one.value(): QgsSymbolLayerUtils.symbolPreviewIcon(one.symbol(), size) for one in found}
