"""Where points stand among polygons, and how much land two sets of polygons share: for cni:overlap."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsPoint,
    QgsProcessingFeatureSource,
    QgsSpatialIndex,
    QgsWkbTypes,
)

from ...core.data.columns import clean_heading
from ...core.errors import CniError
from ..compat import is_null
from ..maps.frames import Shapes

_BATCH = 500


@dataclass(frozen=True, eq=False)
class Points:
    """Small areas as points. frame: (n_points,) their columns. x, y: (n_points,) in `crs`, NaN without a shape."""

    frame: pd.DataFrame
    x: np.ndarray
    y: np.ndarray
    crs: QgsCoordinateReferenceSystem


def read_points(
    source: QgsProcessingFeatureSource, name: str, columns: Sequence[str], step: Callable[[float], None]
) -> Points:
    """Read a layer of points, or of polygons by a point inside each. Raises `crs_missing`, `not_points`."""
    if QgsWkbTypes.geometryType(source.wkbType()) not in (
        QgsWkbTypes.GeometryType.PointGeometry,
        QgsWkbTypes.GeometryType.PolygonGeometry,
    ):
        raise CniError("not_points", name=name)
    # GDAL says "Undefined geographic SRS" of a GeoPackage without a system.
    if not source.sourceCrs().isValid() or source.sourceCrs().description().startswith("Undefined "):
        raise CniError("crs_missing", name=name)
    names = [clean_heading(field) for field in source.fields().names()]
    positions = {heading: i for i, heading in enumerate(names) if heading in set(columns)}
    request = QgsFeatureRequest().setSubsetOfAttributes(list(positions.values()))
    request.setInvalidGeometryCheck(QgsFeatureRequest.InvalidGeometryCheck.GeometryNoCheck)
    unchecked = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
    count = max(source.featureCount(), 1)
    rows, places = [], []
    for i, feature in enumerate(source.getFeatures(request, unchecked)):
        if i % _BATCH == 0:
            step(i / count)
        rows.append([None if is_null(feature[k]) else feature[k] for k in positions.values()])
        places.append(_place(feature.geometry()))
    x, y = np.array(places, dtype=float).reshape(-1, 2).T
    return Points(pd.DataFrame(rows, columns=list(positions)), x, y, source.sourceCrs())


def _place(shape: QgsGeometry) -> tuple[float, float]:
    if shape.isNull() or shape.isEmpty():
        return float("nan"), float("nan")
    single = QgsWkbTypes.flatType(shape.wkbType()) == QgsWkbTypes.Type.Point
    point = shape.asPoint() if single else shape.pointOnSurface().asPoint()
    return point.x(), point.y()


def sound_shapes(
    shapes: Shapes, crs: QgsCoordinateReferenceSystem, transforms: QgsCoordinateTransformContext
) -> list[QgsGeometry]:
    """The shapes in another coordinate system, repaired for measuring where they are faulty."""
    transform = QgsCoordinateTransform(shapes.crs, crs, transforms)
    sound = []
    for shape in shapes.shapes:
        copy = QgsGeometry(shape)
        if not copy.isNull():
            copy = copy if copy.isGeosValid() else copy.makeValid()
            copy.transform(transform)
        sound.append(copy)
    return sound


def points_inside(
    points: Points, shapes: Sequence[QgsGeometry], step: Callable[[float], None]
) -> tuple[np.ndarray, np.ndarray]:
    """Every point that stands in, or on the edge of, a shape: rows of the points, and of the shapes, in their order."""
    order = np.argsort(points.x, kind="stable")
    x, y = points.x[order], points.y[order]
    inside, of = [], []
    for i, shape in enumerate(shapes):
        if i % _BATCH == 0:
            step(i / len(shapes))
        if shape.isNull() or shape.isEmpty():
            continue
        box = shape.boundingBox()
        first, last = np.searchsorted(x, box.xMinimum(), "left"), np.searchsorted(x, box.xMaximum(), "right")
        near = first + np.flatnonzero((y[first:last] >= box.yMinimum()) & (y[first:last] <= box.yMaximum()))
        engine = QgsGeometry.createGeometryEngine(shape.constGet())
        engine.prepareGeometry()
        found = [row for row in near.tolist() if engine.intersects(QgsPoint(x[row], y[row]))]
        inside.append(order[found])
        of.append(np.full(len(found), i))
    none = [np.empty(0, dtype=int)]
    return np.concatenate(inside or none).astype(int), np.concatenate(of or none).astype(int)


@dataclass(frozen=True, eq=False)
class SharedLand:
    """Land that targets share with areas.

    target, area: (n_pairs,) positions. part: (n_pairs,) of the land of the area, 0 to 1. covered: (n_targets,) part of
    the land of the target that lies in areas, 0 to 1.
    """

    target: np.ndarray
    area: np.ndarray
    part: np.ndarray
    covered: np.ndarray


def shared_land(
    targets: Sequence[QgsGeometry], areas: Sequence[QgsGeometry], step: Callable[[float], None]
) -> SharedLand:
    """Measure the land that each target shares with each area; both in one coordinate system, in metres."""
    index = QgsSpatialIndex()
    for i, shape in enumerate(areas):
        feature = QgsFeature(i)
        feature.setGeometry(shape)
        index.addFeature(feature)
    size = [shape.area() for shape in areas]
    pairs, covered = [], np.zeros(len(targets))
    for i, target in enumerate(targets):
        step(i / len(targets))
        if target.isNull() or target.isEmpty():
            continue
        for k in sorted(index.intersects(target.boundingBox())):
            land = target.intersection(areas[k]).area()
            if land > 0 and size[k] > 0:
                pairs.append((i, k, min(1.0, land / size[k])))
                covered[i] += land / target.area()
    target, area, part = np.array(pairs, dtype=float).reshape(-1, 3).T
    return SharedLand(target.astype(int), area.astype(int), part, covered)
