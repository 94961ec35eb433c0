"""Points and lines as rows of a GeoPackage; ui/maps/geopackage.py keeps it whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsFeatureSink,
    QgsFields,
    QgsVectorFileWriter,
)

from ...core.errors import CniError
from .contents import ROW_NUMBER, Features
from .geopackage import write_geopackage
from .result_layer import Destination, Target

_BATCH = 250


@dataclass(frozen=True, eq=False)
class _FeatureRows:
    """Features as something to write."""

    features: Features

    def write(self, target: Target, step: Callable[[float], None]) -> int:
        features, path = self.features, Path(target.source)
        fields, positions = _own_fields(features.fields)
        sink = _open(path, target.layer, features, fields)
        count = 0
        try:
            _check(sink, target.layer)
            for feature in features.each():
                if count % _BATCH == 0:
                    step(count / max(1, features.count))
                if not sink.addFeature(_copy(feature, fields, positions), QgsFeatureSink.Flag.FastInsert):
                    _check(sink, target.layer)
                count += 1
            sink.flushBuffer()
            _check(sink, target.layer)
        finally:
            del sink
        return count


def save_features(
    destination: Destination, features: Features, finish: Callable[[str], None], step: Callable[[float], None]
) -> int:
    """Write features of any kind of shape as a table of a GeoPackage; returns how many.

    As `write_geopackage`: finish adds metadata for the data source it is given; step is told the fraction done and
    raises to stop. Raises the faults of `write_geopackage`, the old content being whole.
    """
    write_geopackage(destination, _FeatureRows(features), finish, step)
    return features.count


def _open(path: Path, table: str, features: Features, fields: QgsFields) -> QgsVectorFileWriter:
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName, options.fileEncoding = "GPKG", table, "UTF-8"
    action = QgsVectorFileWriter.ActionOnExistingFile
    options.actionOnExistingFile = action.CreateOrOverwriteLayer if path.exists() else action.CreateOrOverwriteFile
    return QgsVectorFileWriter.create(
        str(path), fields, features.kind, features.crs, QgsCoordinateTransformContext(), options
    )


def _own_fields(fields: QgsFields) -> tuple[QgsFields, list[int]]:
    """Fields without the row number that a GeoPackage makes itself."""
    positions = [i for i in range(fields.count()) if fields.at(i).name().lower() not in ROW_NUMBER]
    own = QgsFields()
    for i in positions:
        own.append(fields.at(i))
    return own, positions


def _copy(feature: QgsFeature, fields: QgsFields, positions: list[int]) -> QgsFeature:
    values: list[Any] = feature.attributes()
    copy = QgsFeature(fields)
    copy.setAttributes([values[i] for i in positions])
    copy.setGeometry(feature.geometry())
    return copy


def _check(sink: QgsVectorFileWriter, table: str) -> None:
    if sink.hasError() != QgsVectorFileWriter.WriterError.NoError:
        raise CniError("output_failed", name=table, reason=sink.errorMessage().strip())
