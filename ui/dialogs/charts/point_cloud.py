"""Tens of thousands of points as one picture: painting them one by one would take too long on every change."""

from __future__ import annotations

import numpy as np
from qgis.PyQt.QtGui import QColor, QImage

_OPAQUE = 0.55


def paint_cloud(x: np.ndarray, y: np.ndarray, size: tuple[int, int], radius: float, colour: QColor) -> QImage:
    """Discs on a clear ground, darker where they lie over each other.

    x, y: (n,) centres in pixels, none missing. size: width and height in pixels. radius: in pixels.
    """
    width, height = size
    # So small a disc is round only if the pixels that it covers for the most part belong to it.
    radius += 0.4
    reach = np.arange(-int(radius), int(radius) + 1)
    across, down = np.meshgrid(reach, reach)
    inside = across**2 + down**2 <= radius**2
    columns = (np.rint(x).astype(np.int64)[:, None] + across[inside]).ravel()
    rows = (np.rint(y).astype(np.int64)[:, None] + down[inside]).ravel()
    seen = (columns >= 0) & (columns < width) & (rows >= 0) & (rows < height)
    count = np.bincount(rows[seen] * width + columns[seen], minlength=width * height)
    alpha = np.rint(255 * (1 - (1 - _OPAQUE) ** np.minimum(count, 50))).astype(np.uint32)
    pixels = (alpha << 24) | np.uint32(colour.rgb() & 0xFFFFFF)
    # The copy owns its pixels; the first image only borrows those of numpy.
    return QImage(pixels.tobytes(), width, height, 4 * width, QImage.Format.Format_ARGB32).copy()
