"""What the maps of a result's pages share: its shapes in metres and its districts, each made once."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsGeometry,
    QgsProject,
    QgsRectangle,
    QgsUnitTypes,
    QgsWkbTypes,
)

from .extent import map_detail
from .page import Focus, PrintedResult

_GREAT_BRITAIN, _IRELAND, _LON_LAT = "EPSG:27700", "EPSG:2157", "EPSG:4326"
_NOT_TO_SCALE = ("EPSG:3857", "EPSG:900913", "EPSG:3395")
_IRELAND_ENDS, _BRITAIN_ENDS = -5.4, 2.5
_SLIVER = 1e-6
"""Of the largest part: what is smaller is left over from dissolving."""
_RIVER = 8
"""How far apart two districts may be, in details of a map, that have a border all the same."""
_GAP, _POND, _FINE, _SEGMENTS = 5, 25, 4, 4
"""Half the width of the cracks that are closed and the length of a hole that is filled, in details of a map; parts of a
detail that count; steps of a bend."""


class MapSource:
    """A result as its maps need it.

    crs: in metres and to scale, whatever that of the result is. shapes: (n_areas,) in it; None for an area without
    one. boxes: (n_areas, 4) x from, y from, x to, y to; NaN without a shape. districts: (n_areas,) number of the
    district in `names`; -1 for an area without a district.
    """

    def __init__(self, result: PrintedResult) -> None:
        self.crs = _crs_in_metres(result)
        self.shapes = _shapes_in(result, self.crs)
        self.boxes = np.array([_box(shape) for shape in self.shapes]).reshape(len(self.shapes), 4)
        self.districts, self.names = _districts(result.table)
        self._by_district = pd.Series(self.districts).groupby(self.districts).indices
        self._dissolved: dict[int, QgsGeometry] = {}
        self._closed: dict[tuple[int, int], QgsGeometry] = {}
        self.looks: dict[tuple[str, str, bool, bool], Any] = {}
        """What map_layers.py keeps for all pages alike."""
        self._outlines: dict[bytes, QgsGeometry] = {}
        self._borders: dict[tuple[bytes, float], list[tuple[str, QgsGeometry]]] = {}

    def extent(self, focus: Focus) -> QgsRectangle:
        """Around the areas of a focus that have a shape; empty where none has one."""
        boxes = self.boxes[focus]
        boxes = boxes[~np.isnan(boxes[:, 0])]
        if not len(boxes):
            return QgsRectangle()
        return QgsRectangle(*boxes[:, :2].min(axis=0).tolist(), *boxes[:, 2:].max(axis=0).tolist())

    def dissolved(self, district: int) -> QgsGeometry:
        """A district as one shape, of its areas in the result."""
        if district not in self._dissolved:
            self._dissolved[district] = dissolve(self.shapes_of(self._by_district[district]))
        return self._dissolved[district]

    def prepare(self, focus: Focus) -> Iterator[None]:
        """Make what takes longest for a page of a focus step by step, for who has other things to do in between."""
        if self.extent(focus).isNull():
            return
        detail = map_detail(self.extent(focus))
        for district in self.whole_districts(focus)[0]:
            self._closed_part(district, focus, detail)
            yield
        self.outline(focus, detail)

    def around(self, focus: Focus, extent: QgsRectangle, detail: float) -> list[tuple[str, QgsGeometry]]:
        """The districts that meet an extent, with names, without the areas of a focus; "" for areas in no district.

        Cracks between their areas are closed. detail: metres that are too small to be seen.
        """
        near = self.near(extent) & ~focus
        numbers = np.unique(self.districts[near])
        named = [
            (self.names[number], self._closed_part(int(number), ~focus, detail)) for number in numbers if number >= 0
        ]
        return named + [("", shape) for shape in self.shapes_of(np.flatnonzero(near & (self.districts < 0)))]

    def borders(self, focus: Focus, detail: float) -> list[tuple[str, QgsGeometry]]:
        """The borders between the districts of a focus, each once, with the name of the district that is named first.

        Rivers between districts are part of their border. detail: metres that are too small to be seen.
        """
        key = (np.packbits(focus).tobytes(), detail)
        if key not in self._borders:
            self._borders = {key: self._find_borders(focus, detail)}
        return self._borders[key]

    def _find_borders(self, focus: Focus, detail: float) -> list[tuple[str, QgsGeometry]]:
        numbers = np.unique(self.districts[focus])
        named = [
            (self.names[number], self._closed_part(int(number), focus, detail)) for number in numbers if number >= 0
        ]
        near = [shape.buffer(_RIVER * detail, _SEGMENTS) for _, shape in named]
        found = []
        for i, (name, shape) in enumerate(named):
            beside = [other for other in near[i + 1 :] if other.boundingBoxIntersects(near[i])]
            if beside:
                edge = QgsGeometry(shape.constGet().boundary())
                found.append((name, _lines(edge.intersection(QgsGeometry.unaryUnion(beside)))))
        return [(name, line) for name, line in found if not line.isEmpty()]

    def _closed_part(self, district: int, wanted: Focus, detail: float) -> QgsGeometry:
        """Those areas of a district that are wanted, as one closed shape for pages of about one scale."""
        level = round(math.log2(max(detail, 1.0)))
        positions = self._by_district[district]
        if not wanted[positions].all():
            return _closed(dissolve(self.shapes_of(positions[wanted[positions]])), 2.0**level)
        if (district, level) not in self._closed:
            self._closed[district, level] = _closed(self.dissolved(district), 2.0**level)
        return self._closed[district, level]

    def shapes_of(self, positions: np.ndarray) -> list[QgsGeometry]:
        return [shape for shape in (self.shapes[i] for i in positions) if shape is not None]

    def near(self, extent: QgsRectangle) -> np.ndarray:
        """(n_areas,) bool: areas whose box meets an extent."""
        x_from, y_from, x_to, y_to = self.boxes.T
        return np.asarray(
            (x_from <= extent.xMaximum())
            & (x_to >= extent.xMinimum())
            & (y_from <= extent.yMaximum())
            & (y_to >= extent.yMinimum())
        )

    def whole_districts(self, focus: Focus) -> tuple[list[int], list[int]]:
        """The districts of which all areas are in a focus, and those of which only some are."""
        touched = np.unique(self.districts[focus])
        touched = touched[touched >= 0]
        whole = [int(number) for number in touched if focus[self._by_district[number]].all()]
        return whole, [int(number) for number in touched if number not in set(whole)]

    def outline(self, focus: Focus, detail: float) -> QgsGeometry:
        """The areas of a focus as one shape. detail: metres that may be lost, so that a country takes no seconds."""
        key = np.packbits(focus).tobytes()
        if key not in self._outlines:
            whole, _ = self.whole_districts(focus)
            rest = focus & ~np.isin(self.districts, whole)
            shapes = [self.dissolved(number) for number in whole] + self.shapes_of(np.flatnonzero(rest))
            if len(whole) > 1:
                shapes = [shape.simplify(detail) for shape in shapes]
            self._outlines = {key: dissolve(shapes)}
        return self._outlines[key]


_sources: WeakKeyDictionary[PrintedResult, MapSource] = WeakKeyDictionary()


def map_source(result: PrintedResult) -> MapSource:
    """The map source of a result, kept as long as the result is, so that the pages of an atlas share it."""
    if result not in _sources:
        _sources[result] = MapSource(result)
    return _sources[result]


def dissolve(shapes: Sequence[QgsGeometry]) -> QgsGeometry:
    """One shape of several, without the slivers that dissolving leaves; empty where nothing is given."""
    if len(shapes) == 1:
        return QgsGeometry(shapes[0])
    merged = QgsGeometry.unaryUnion(list(shapes))
    if merged.isEmpty():
        # An invalid polygon makes the union fail: repaired ones do not.
        merged = QgsGeometry.unaryUnion([shape.makeValid() for shape in shapes])
    parts = [part for part in merged.asGeometryCollection() if part.area() > 0]
    largest = max((part.area() for part in parts), default=0.0)
    kept = [part for part in parts if part.area() > _SLIVER * largest]
    return merged if len(kept) == len(parts) else QgsGeometry.collectGeometry(kept)


def _closed(shape: QgsGeometry, detail: float) -> QgsGeometry:
    """A shape without the cracks between boundaries of different years, which would show as blobs of its outline.

    It is widened and narrowed again, in no more points than can be seen at a detail in metres. Small holes, which are
    water mostly, are filled.
    """
    gap, fine = _GAP * detail, detail / _FINE
    made = shape.simplify(fine).buffer(gap, _SEGMENTS).buffer(-gap, _SEGMENTS).simplify(fine)
    return shape if made.isEmpty() else made.removeInteriorRings((_POND * detail) ** 2)


def _lines(shape: QgsGeometry) -> QgsGeometry:
    """The lines of a shape, as one multiline: an intersection may leave points beside them."""
    made = QgsGeometry(shape)
    if not made.convertGeometryCollectionToSubclass(QgsWkbTypes.GeometryType.LineGeometry):
        made.convertToMultiType()
    return made


def _districts(table: pd.DataFrame) -> tuple[np.ndarray, list[str]]:
    """The number of each area's district, -1 without one, and the names of the districts by number."""
    keys = table["district_code"].where(table["district_code"].notna(), table["district_name"])
    numbers, _ = pd.factorize(keys)
    names = table["district_name"].where(table["district_name"].notna(), keys)
    found = dict(zip(numbers.tolist()[::-1], names.tolist()[::-1]))
    return numbers, [str(found[number]) for number in range(numbers.max(initial=-1) + 1)]


def _box(shape: QgsGeometry | None) -> tuple[float, float, float, float]:
    if shape is None:
        return (np.nan,) * 4
    box = shape.boundingBox()
    return box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()


def _shapes_in(result: PrintedResult, crs: QgsCoordinateReferenceSystem) -> list[QgsGeometry | None]:
    shapes = [None if shape.isNull() or shape.isEmpty() else shape for shape in result.shapes]
    if crs == result.crs:
        return shapes
    transform = QgsCoordinateTransform(result.crs, crs, QgsProject.instance())
    moved = [None if shape is None else QgsGeometry(shape) for shape in shapes]
    for shape in moved:
        if shape is not None:
            shape.transform(transform)
    return moved


def _crs_in_metres(result: PrintedResult) -> QgsCoordinateReferenceSystem:
    """The result's own system where a map scale holds in it, else the grid of the part of the world it is in."""
    crs = result.crs
    metres = crs.mapUnits() == QgsUnitTypes.DistanceUnit.DistanceMeters
    shape = next((shape for shape in result.shapes if not shape.isNull() and not shape.isEmpty()), None)
    if shape is None or not crs.isValid() or (metres and crs.authid() not in _NOT_TO_SCALE):
        return crs
    to_degrees = QgsCoordinateTransform(crs, QgsCoordinateReferenceSystem(_LON_LAT), QgsProject.instance())
    place = to_degrees.transformBoundingBox(shape.boundingBox()).center()
    return QgsCoordinateReferenceSystem(_grid(place.x(), place.y()))


def _grid(longitude: float, latitude: float) -> str:
    if 49 < latitude < 61 and -11 < longitude < _BRITAIN_ENDS:
        return _IRELAND if longitude < _IRELAND_ENDS and latitude < 55.4 else _GREAT_BRITAIN
    zone = int((longitude + 180) // 6) + 1
    return f"EPSG:{(32600 if latitude >= 0 else 32700) + zone}"
