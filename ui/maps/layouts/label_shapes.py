"""Shapes of areas as edges on paper, for the placing of labels."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence

import numpy as np
from qgis.core import QgsGeometry, QgsWkbTypes

from .label_placing import Shape

_DETAIL_MM, _POLE_MM = 0.1, 0.3
_HEADER, _COUNT = 5, 4
_POINT = 16


def paper_shapes(shapes: Sequence[QgsGeometry], scale: float) -> list[Shape]:
    """Each shape in mm on paper at a scale (1 to `scale`), from the origin of its coordinates."""
    metres = scale / 1000
    return [_paper_shape(shape, metres) for shape in shapes]


def _paper_shape(shape: QgsGeometry, metres: float) -> Shape:
    """metres: that 1 mm on paper stands for."""
    simple = shape.simplify(_DETAIL_MM * metres)
    drawn = shape if simple.isEmpty() else simple
    pole = drawn.poleOfInaccessibility(_POLE_MM * metres)[0]
    middle = (drawn.centroid() if pole.isNull() else pole).asPoint()
    return Shape(_edges(drawn) / metres, (middle.x() / metres, middle.y() / metres))


def _edges(shape: QgsGeometry) -> np.ndarray:
    """(n_edges, 4) x, y of both ends of every edge of all rings."""
    return np.vstack([np.hstack([ring[:-1], ring[1:]]) for ring in _rings(shape)])


def _rings(shape: QgsGeometry) -> Iterator[np.ndarray]:
    """(n_points, 2) each ring of a shape, closed. Reading the binary form is far quicker than asking for points."""
    flat = QgsGeometry(
        shape.constGet().segmentize() if QgsWkbTypes.isCurvedType(shape.wkbType()) else shape.constGet().clone()
    )
    flat.get().dropZValue()
    flat.get().dropMValue()
    flat.convertToMultiType()
    data = bytes(flat.asWkb())
    order = "<" if data[0] else ">"
    (polygons,) = struct.unpack_from(f"{order}I", data, _HEADER)
    at = _HEADER + _COUNT
    for _ in range(polygons):
        (rings,) = struct.unpack_from(f"{order}I", data, at + _HEADER)
        at += _HEADER + _COUNT
        for _ in range(rings):
            (points,) = struct.unpack_from(f"{order}I", data, at)
            at += _COUNT
            yield np.frombuffer(data, f"{order}f8", 2 * points, at).reshape(points, 2)
            at += points * _POINT
