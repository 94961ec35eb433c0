"""The borders between the districts on a small map: each drawn once, over cracks and narrow water, without the coast.

Districts of different sets of boundaries neither meet exactly nor reach over the rivers between them: drawn as they
are, a border would be two lines with a white one between them.
"""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import Qgis, QgsGeometry

_GAP, _SEGMENTS = 0.6, 3
"""mm on paper, half the width of the water and cracks that are closed; steps of a bend."""
_NEAR = 0.1
"""mm within which two lines are one."""
_SHORTEST = 1.5
"""mm: shorter pieces are left over where water is about as wide as what is closed."""
_FINE, _MITRE = 0.06, 3.0


def district_borders(districts: Sequence[QgsGeometry], unit: float) -> QgsGeometry:
    """Lines where districts meet; empty where they do not.

    districts: shapes cut to the map, in no more points than can be seen. unit: metres that are a mm on paper.
    """
    shapes = [shape for shape in districts if not shape.isEmpty()]
    if len(shapes) < 2:
        return QgsGeometry()
    closed = [_closed(shape, unit) for shape in shapes]
    union = QgsGeometry.unaryUnion(closed)
    land = _closed(union, unit)
    # Within the edge of the land, which is the coast.
    inner = land.buffer(-_NEAR * unit, 1)
    between = land.difference(union)
    lines: list[QgsGeometry] = []
    drawn = QgsGeometry()
    # All borders of the last are borders of those before it.
    for shape in closed[:-1]:
        reach = shape.buffer(2 * _GAP * unit, _SEGMENTS)
        whole = shape.combine(between.intersection(reach)) if between.intersects(reach) else shape
        between = between.difference(reach)
        edge = edge_of(whole).intersection(inner)
        lines.append(edge if drawn.isNull() else edge.difference(drawn))
        near = whole.buffer(_NEAR * unit, 1)
        drawn = near if drawn.isNull() else drawn.combine(near)
    return _long_lines(lines, _SHORTEST * unit)


def _closed(shape: QgsGeometry, unit: float) -> QgsGeometry:
    """A shape without narrow gaps: widened and narrowed again, in a way that keeps its corners."""
    gap = _GAP * unit
    plain = shape.simplify(_FINE * unit)
    made = plain.buffer(gap, _SEGMENTS).buffer(-gap, _SEGMENTS, Qgis.EndCapStyle.Flat, Qgis.JoinStyle.Miter, _MITRE)
    return shape if made.isEmpty() else made


def edge_of(shape: QgsGeometry) -> QgsGeometry:
    """The outline of what polygons there are in a shape; empty where there are none."""
    rings = [QgsGeometry(part.constGet().boundary()) for part in shape.asGeometryCollection() if part.area() > 0]
    return QgsGeometry.collectGeometry(rings)


def _long_lines(lines: Sequence[QgsGeometry], shortest: float) -> QgsGeometry:
    found = QgsGeometry.unaryUnion([line for line in lines if not line.isEmpty()]).mergeLines()
    return QgsGeometry.collectGeometry([line for line in found.asGeometryCollection() if line.length() >= shortest])
