"""Places, and the outlines of areas, as plain numbers in one working system: what core measures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsFeatureRequest,
    QgsGeometry,
    QgsLineString,
    QgsProcessingFeatureSource,
    QgsUnitTypes,
    QgsWkbTypes,
)

from ...core.data.columns import clean_heading
from ...core.errors import CniError
from ..compat import is_null

_BATCH = 2000


def check_working_crs(crs: QgsCoordinateReferenceSystem) -> None:
    """Refuse a system to measure in that is unknown, or whose unit is not the metre: `working_crs`."""
    if not crs.isValid() or crs.description().startswith("Undefined "):
        raise CniError("working_crs_unknown")
    if QgsUnitTypes.encodeUnit(crs.mapUnits()) != "meters":
        raise CniError(
            "working_crs", crs=crs.authid() or crs.description(), units=QgsUnitTypes.toString(crs.mapUnits())
        )


@dataclass(frozen=True)
class Working:
    """The system to measure in, and how the project wants layers transformed."""

    crs: QgsCoordinateReferenceSystem
    context: QgsCoordinateTransformContext

    def transform(self, source: QgsCoordinateReferenceSystem, name: str) -> QgsCoordinateTransform | None:
        """The way from a layer's system to this one; None when they are the same. Raises `crs_missing`."""
        # GDAL says "Undefined geographic SRS" of a GeoPackage without a system.
        if not source.isValid() or source.description().startswith("Undefined "):
            raise CniError("crs_missing", name=name)
        return None if source == self.crs else QgsCoordinateTransform(source, self.crs, self.context)


@dataclass
class PlaceRows:
    """Features of a layer in the working system.

    points: (n_points, 2) metres, and of: (n_points,) the feature each belongs to, where the layer holds points.
    wkb: shapes of lines or polygons as bytes, None for points. features: (n_features,) their ids, of those with a
    position. empty, lost: ids of features without a shape, and of those that have no place in the working system.
    values: (n_features,) the column asked for, labelled by feature id.
    """

    points: np.ndarray
    of: np.ndarray
    wkb: list[bytes] | None
    polygons: bool
    features: list[int]
    empty: list[int] = field(default_factory=list)
    lost: list[int] = field(default_factory=list)
    values: pd.Series | None = None


def read_places(
    source: QgsProcessingFeatureSource,
    name: str,
    working: Working,
    step: Callable[[float], None],
    column: str | None = None,
) -> PlaceRows:
    """Read a layer of points, lines or polygons.

    name: of the layer, for messages. step: told the fraction read; may raise to stop. column: a field to read beside
    the shapes. Raises `no_shapes` for a table without shapes, and `crs_missing`.
    """
    kind, kinds = QgsWkbTypes.geometryType(source.wkbType()), QgsWkbTypes.GeometryType
    if kind not in (kinds.PointGeometry, kinds.LineGeometry, kinds.PolygonGeometry):
        raise CniError("no_shapes", name=name)
    transform = working.transform(source.sourceCrs(), name)
    points = kind == kinds.PointGeometry
    read = _read(source, column, step, _corners if points else lambda shape: plain_wkb(shape, transform))
    rows = _point_rows(read, transform, step) if points else _shape_rows(read, kind == kinds.PolygonGeometry)
    rows.empty = read.empty
    if column:
        rows.values = pd.Series(read.values, read.ids, dtype=object).loc[rows.features]
    return rows


@dataclass
class _Read:
    """Features with a shape, made into what is kept of it, and the ids of those without."""

    ids: list[int] = field(default_factory=list)
    kept: list[Any] = field(default_factory=list)
    values: list[object] = field(default_factory=list)
    empty: list[int] = field(default_factory=list)


def _read(
    source: QgsProcessingFeatureSource,
    column: str | None,
    step: Callable[[float], None],
    keep: Callable[[QgsGeometry], Any],
) -> _Read:
    positions = [i for i, name in enumerate(source.fields().names()) if column and clean_heading(name) == column]
    request = QgsFeatureRequest().setSubsetOfAttributes(positions)
    # Processing's own check would stop at the first invalid shape; these are repaired, and named in a notice.
    features = source.getFeatures(request, QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks)
    read, count = _Read(), max(1, source.featureCount())
    for i, feature in enumerate(features):
        if i % _BATCH == 0:
            step(min(1.0, i / count))
        shape = feature.geometry()
        if shape.isNull() or shape.isEmpty():
            read.empty.append(feature.id())
            continue
        read.ids.append(feature.id())
        read.kept.append(keep(shape))
        if positions:
            value = feature[positions[0]]
            read.values.append(None if is_null(value) else value)
    return read


def _corners(shape: QgsGeometry) -> list[tuple[float, float]]:
    """The points of a point or multipoint."""
    inner = shape.constGet()
    if QgsWkbTypes.flatType(inner.wkbType()) == QgsWkbTypes.Type.Point:
        return [(inner.x(), inner.y())]
    return [(point.x(), point.y()) for point in shape.asMultiPoint()]


def _point_rows(read: _Read, transform: QgsCoordinateTransform | None, step: Callable[[float], None]) -> PlaceRows:
    corners, parts = [np.empty((0, 2))], [np.empty(0, dtype=int)]
    for first in range(0, len(read.kept), _BATCH):
        step(1.0)
        kept = read.kept[first : first + _BATCH]
        corners.append(np.array([corner for place in kept for corner in place], dtype=float).reshape(-1, 2))
        parts.append(np.array([len(place) for place in kept]))
    numbers = np.repeat(np.arange(len(read.ids)), np.concatenate(parts))
    points = _transformed(np.concatenate(corners), transform, step)
    good = np.isfinite(points).all(axis=1)
    kept, of = np.unique(numbers[good], return_inverse=True)
    lost = np.setdiff1d(np.arange(len(read.ids)), kept)
    rows = PlaceRows(points[good], of, None, False, [read.ids[k] for k in kept])
    rows.lost = [read.ids[k] for k in lost]
    return rows


def _transformed(
    points: np.ndarray, transform: QgsCoordinateTransform | None, step: Callable[[float], None]
) -> np.ndarray:
    """Points in the working system: as lines of many corners, since one call for each point is slow.

    points: (n_points, 2). A point that has no place there becomes NaN.
    """
    if transform is None:
        return points
    parts = [np.empty((0, 2))]
    for first in range(0, len(points), _BATCH):
        step(1.0)
        part = points[first : first + _BATCH]
        try:
            parts.append(_moved(part, transform))
        except QgsCsException:
            parts += [_moved_or_lost(part[k : k + 1], transform) for k in range(len(part))]
    return np.concatenate(parts)


def _moved(points: np.ndarray, transform: QgsCoordinateTransform) -> np.ndarray:
    finite = np.isfinite(points).all(axis=1)
    line = QgsLineString(points[finite, 0].tolist(), points[finite, 1].tolist())
    line.transform(transform)
    moved = np.full(points.shape, np.nan)
    moved[finite] = np.array([[point.x(), point.y()] for point in line.points()]).reshape(-1, 2)
    return moved


def _moved_or_lost(point: np.ndarray, transform: QgsCoordinateTransform) -> np.ndarray:
    try:
        return _moved(point, transform)
    except QgsCsException:
        return np.full((1, 2), np.nan)


def _shape_rows(read: _Read, polygons: bool) -> PlaceRows:
    there = [k for k, form in enumerate(read.kept) if form is not None]
    rows = PlaceRows(np.empty((0, 2)), np.empty(0, dtype=int), [read.kept[k] for k in there], polygons, [])
    rows.features = [read.ids[k] for k in there]
    rows.lost = [id for id, form in zip(read.ids, read.kept) if form is None]
    return rows


def plain_wkb(shape: QgsGeometry, transform: QgsCoordinateTransform | None) -> bytes | None:
    """A shape as flat well-known binary in the working system, curves as segments; None where it has no place there."""
    flat = QgsGeometry(shape.constGet().segmentize())
    flat.get().dropZValue()
    flat.get().dropMValue()
    if transform is not None:
        try:
            if flat.transform(transform) != QgsGeometry.OperationResult.Success:
                return None
        except QgsCsException:
            return None
    box = flat.boundingBox()
    sides = (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())
    return bytes(flat.asWkb()) if np.isfinite(sides).all() else None
