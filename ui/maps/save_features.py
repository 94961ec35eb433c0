"""Writing points and lines to a GeoPackage, whole at every moment: aside, then in the place of what was there."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
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
from .geopackage import close_journal, drop_table, swap_tables
from .result_layer import NEW, Destination

_ASIDE = ".cni_new"
_BATCH = 250


def save_features(
    destination: Destination, features: Features, finish: Callable[[str], None], step: Callable[[float], None]
) -> int:
    """Write features as a table of a GeoPackage; returns how many.

    As `write_geopackage`, which writes polygons and plain tables. finish: adds metadata for the data source it is
    given. step: told the fraction done; raises to stop. Raises `output_failed`, the old content being whole.
    """
    path = destination.path
    if path.exists():
        return _write_beside(destination, features, finish, step)
    aside = path.with_name(f"{path.stem}{_ASIDE}{path.suffix}")
    _remove(aside)
    try:
        count = _write(aside, destination.table, features, step)
        finish(f"{aside}|layername={destination.table}")
        close_journal(aside)
        step(1.0)
        aside.replace(path)
        return count
    except OSError as fault:
        raise CniError("output_failed", name=destination.name, reason=fault.strerror) from None
    finally:
        _remove(aside)


def _write_beside(
    destination: Destination, features: Features, finish: Callable[[str], None], step: Callable[[float], None]
) -> int:
    path, new = destination.path, destination.table + NEW
    drop_table(path, new)
    try:
        count = _write(path, new, features, step)
        finish(destination.uri(new))
        step(1.0)
        swap_tables(path, new, destination.table)
        return count
    except BaseException:
        with suppress(CniError):
            drop_table(path, new)
        raise
    finally:
        with suppress(CniError):
            close_journal(path)


def _remove(path: Path) -> None:
    for ending in ("", "-wal", "-shm", "-journal"):
        with suppress(OSError):
            path.with_name(path.name + ending).unlink(missing_ok=True)


def _write(path: Path, table: str, features: Features, step: Callable[[float], None]) -> int:
    fields, positions = _own_fields(features.fields)
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName, options.fileEncoding = "GPKG", table, "UTF-8"
    action = QgsVectorFileWriter.ActionOnExistingFile
    options.actionOnExistingFile = action.CreateOrOverwriteLayer if path.exists() else action.CreateOrOverwriteFile
    sink = QgsVectorFileWriter.create(
        str(path), fields, features.kind, features.crs, QgsCoordinateTransformContext(), options
    )
    count = 0
    try:
        _check(sink, table)
        for feature in features.each():
            if count % _BATCH == 0:
                step(count / max(1, features.count))
            if not sink.addFeature(_copy(feature, fields, positions), QgsFeatureSink.Flag.FastInsert):
                _check(sink, table)
            count += 1
        sink.flushBuffer()
        _check(sink, table)
    finally:
        del sink
    return count


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
