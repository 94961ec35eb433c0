"""The one place where a frame becomes a layer: rows written aside, then put in the place of what was there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pandas as pd
from qgis.core import (
    NULL,
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsDataSourceUri,
    QgsFeature,
    QgsFeatureSink,
    QgsFields,
    QgsGeometry,
    QgsVectorFileWriter,
    QgsVectorLayerExporter,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QCoreApplication

from ...core.errors import CniError
from ..compat import make_field

_BATCH = 250
TABLE_DRIVERS = {".gpkg": "GPKG", ".csv": "CSV", ".xlsx": "XLSX"}
"""Formats a plain table may have; result layers are GeoPackages, since the others cut names or lose shapes."""
NEW = "__new"


class Writable(Protocol):
    """Anything that can be written as a table."""

    def write(self, target: Target, step: Callable[[float], None]) -> int:
        """Write to a new table and return how many rows that are. step: told the fraction written; raises to stop."""


@dataclass(frozen=True, eq=False)
class Rows:
    """What is to be written: a table and, for a layer, one shape per row (None for a plain table)."""

    table: pd.DataFrame
    shapes: Sequence[QgsGeometry] | None
    crs: QgsCoordinateReferenceSystem

    def write(self, target: Target, step: Callable[[float], None]) -> int:
        write_rows(self, target, step)
        return len(self.table)


def _holds(column: pd.Series) -> str:
    if pd.api.types.is_integer_dtype(column):
        return "whole"
    return "number" if pd.api.types.is_float_dtype(column) else "text"


def make_fields(table: pd.DataFrame) -> QgsFields:
    """Fields for the columns of a table, in their order."""
    fields = QgsFields()
    for name in table.columns:
        fields.append(make_field(name, _holds(table[name])))
    return fields


def plain_values(column: pd.Series) -> list[object]:
    """A column as Python's own values: QGIS does not take numpy's whole numbers."""
    present = column.notna().to_numpy()
    plain = column.fillna(0).to_numpy(dtype="int64") if _holds(column) == "whole" else column
    return [value if there else NULL for value, there in zip(plain.tolist(), present)]


@dataclass(frozen=True)
class Target:
    """A new table to write: of a file (`driver`, `layer`), or of a PostGIS database when `driver` is empty."""

    source: str
    driver: str = ""
    layer: str = ""


def write_rows(rows: Rows, target: Target, step: Callable[[float], None]) -> None:
    """Write rows to a new table; the other tables of an existing file stay.

    step: told the fraction written; raises to stop. Raises `output_failed` with the provider's reason.
    """
    fields = make_fields(rows.table)
    sink = _file_sink(rows, target, fields) if target.driver else _database_sink(rows, target, fields)
    try:
        _check(_reason(sink), target)
        columns = [plain_values(rows.table[name]) for name in rows.table.columns]
        count = len(rows.table)
        for i, values in enumerate(zip(*columns)):
            if i % _BATCH == 0:
                step(i / count)
            feature = QgsFeature(fields)
            feature.setAttributes(list(values))
            if rows.shapes is not None:
                feature.setGeometry(_multipolygon(rows.shapes[i]))
            if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
                _check(_reason(sink), target)
        sink.flushBuffer()
        _check(_reason(sink), target)
    finally:
        # A fault on its way up must not keep the sink: an open one keeps the file locked.
        del sink


def _kind(rows: Rows) -> QgsWkbTypes.Type:
    return QgsWkbTypes.Type.NoGeometry if rows.shapes is None else QgsWkbTypes.Type.MultiPolygon


def _file_sink(rows: Rows, target: Target, fields: QgsFields) -> QgsVectorFileWriter:
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName, options.fileEncoding = target.driver, target.layer, "UTF-8"
    action = QgsVectorFileWriter.ActionOnExistingFile
    existing = target.driver == "GPKG" and Path(target.source).exists()
    options.actionOnExistingFile = action.CreateOrOverwriteLayer if existing else action.CreateOrOverwriteFile
    return QgsVectorFileWriter.create(
        target.source, fields, _kind(rows), rows.crs, QgsCoordinateTransformContext(), options
    )


def _database_sink(rows: Rows, target: Target, fields: QgsFields) -> QgsVectorLayerExporter:
    return QgsVectorLayerExporter(target.source, "postgres", fields, _kind(rows), rows.crs, False, {})


def _reason(sink: QgsVectorFileWriter | QgsVectorLayerExporter) -> str | None:
    """Why a sink has failed; None when it has not."""
    if isinstance(sink, QgsVectorFileWriter):
        failed = sink.hasError() != QgsVectorFileWriter.WriterError.NoError
    else:
        failed = sink.errorCode() != Qgis.VectorExportResult.Success
    return sink.errorMessage().strip() if failed else None


def _check(reason: str | None, target: Target) -> None:
    if reason is None:
        return
    name = Path(target.source).name if target.driver else QgsDataSourceUri(target.source).table()
    if "locked" in reason:
        raise CniError("output_locked", name=name)
    raise CniError("output_failed", name=name, reason=reason)


def _multipolygon(shape: QgsGeometry) -> QgsGeometry:
    """The shape as a flat multipolygon; curves become segments."""
    if shape.wkbType() == QgsWkbTypes.Type.MultiPolygon or shape.isNull():
        return shape
    flat = QgsGeometry(shape.constGet().segmentize())
    flat.get().dropZValue()
    flat.get().dropMValue()
    flat.convertToMultiType()
    return flat


@dataclass(frozen=True)
class Destination:
    """Where a result goes: a table of a GeoPackage, or of a PostGIS database.

    path: the GeoPackage; None for PostGIS. connection: the PostGIS connection, without the table. given: as the user
    wrote it.
    """

    path: Path | None
    table: str
    schema: str
    connection: str
    given: str

    @property
    def is_geopackage(self) -> bool:
        return self.path is not None and self.path.suffix.lower() == ".gpkg"

    @property
    def provider(self) -> str:
        return "ogr" if self.path else "postgres"

    @property
    def name(self) -> str:
        """What to call it in a message."""
        return self.path.name if self.path else f"{self.schema}.{self.table}"

    def uri(self, table: str | None = None, *, shapes: bool = True) -> str:
        """The data source of the table (or of another table beside it), as QGIS opens it."""
        table = table or self.table
        if self.path:
            return f"{self.path}|layername={table}" if self.is_geopackage else str(self.path)
        source = QgsDataSourceUri(self.connection)
        source.setDataSource(self.schema, table, "geom" if shapes else "")
        source.setKeyColumn("id")
        return source.uri(False)

    def other_uri(self) -> str:
        """The data source of the table in another spelling, which no layer of a project has."""
        if self.path:
            return f"{self.path.parent}/./{self.path.name}|layername={self.table}"
        return f"postgres://{self.uri()}"


def read_destination(given: str, temporary: Callable[[], str], *, plain_table: bool = False) -> Destination:
    """The destination a user asked for.

    given: a path, `ogr:dbname='...' table="..."`, or `postgres://...`; `memory:` becomes a temporary GeoPackage made
    by `temporary`. plain_table: allow the formats of TABLE_DRIVERS. Raises `output_format`, naming the file, or
    `output_failed` for a name that QGIS could not open again.
    """
    if (given.startswith(("postgres:", "postgresql:")) and "dbname=" in given) or given.startswith("dbname="):
        source = QgsDataSourceUri(given.partition("://")[2] if "://" in given else given)
        connection = QgsDataSourceUri(source)
        connection.setDataSource("", "", "")
        return Destination(None, source.table(), source.schema() or "public", connection.connectionInfo(False), given)
    table = ""
    if given.startswith("ogr:"):
        source = QgsDataSourceUri(given[4:])
        path, table = source.database(), source.table()
    else:
        path = temporary() if given.startswith("memory:") else given
        path, _, rest = path.partition("|layername=")
        table = rest.partition("|")[0]
    file = Path(path)
    if file.suffix.lower() not in (TABLE_DRIVERS if plain_table else (".gpkg",)):
        raise CniError("output_format", name=file.name)
    if "|" in f"{file}{table}":
        raise CniError("output_failed", name=file.name, reason=QCoreApplication.translate("Output", "| in its name"))
    return Destination(file.absolute(), table or file.stem, "", "", given)
