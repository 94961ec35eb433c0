"""Map scales that read well, and the part of the world that a map item shows at one."""

from __future__ import annotations

import math

from qgis.core import QgsRectangle

_NICE = (1, 1.1, 1.2, 1.25, 1.3, 1.4, 1.5, 1.6, 1.8, 2, 2.2, 2.5, 2.8, 3, 3.2, 3.5, 3.8, 4, 4.2, 4.5, 5, 5.5, 6, 6.5,
         7, 7.5, 8, 9, 10)  # fmt: skip
_FREE = 0.03
_LEAST_METRES = 10.0
_DETAILS = 2000


def nice_scale(extent: QgsRectangle, width_mm: float, height_mm: float) -> float:
    """The largest scale (1 to what is returned) with round numbers at which an extent leaves 3% free on each side.

    extent: in metres. width_mm, height_mm: of the map item, above 0.
    """
    width, height = (max(side, _LEAST_METRES) for side in (extent.width(), extent.height()))
    share = 1 - 2 * _FREE
    needed = 1000 * max(width / (width_mm * share), height / (height_mm * share))
    magnitude = 10.0 ** math.floor(math.log10(needed))
    return next(round(step * magnitude, 6) for step in _NICE if step * magnitude >= needed * (1 - 1e-9))


def map_extent(extent: QgsRectangle, scale: float, width_mm: float, height_mm: float) -> QgsRectangle:
    """The rectangle of exactly the item's shape around the middle of an extent, at a scale.

    An item whose size is set before this is given to `setExtent` keeps both: `setScale` and `zoomToExtent` do not.
    """
    centre = extent.center()
    half_width, half_height = width_mm * scale / 2000, height_mm * scale / 2000
    return QgsRectangle(
        centre.x() - half_width, centre.y() - half_height, centre.x() + half_width, centre.y() + half_height
    )


def map_detail(extent: QgsRectangle) -> float:
    """Metres that are too small to be seen where a page shows an extent: about 0.1 mm on paper."""
    return max(extent.width(), extent.height()) / _DETAILS
