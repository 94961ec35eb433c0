"""The one place where a QGIS layer becomes a frame."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsExpression,
    QgsFeature,
    QgsFeatureRequest,
    QgsFields,
    QgsGeometry,
    QgsProcessingFeatureSource,
    QgsProviderRegistry,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
    QgsWkbTypes,
)

from ...core.data.columns import clean_heading
from ...core.data.tables import Origin, csv_columns, file_hash, is_csv, read_csv
from ...core.errors import CniError
from ..compat import is_null

_DELIMITED_PLAIN = {"type", "delimiter", "encoding", "detectTypes", "geomType", "maxFields", "trimFields", "watchFile",
                    "spatialIndex", "subsetIndex", "crs"}  # fmt: skip
_VSI = ("/vsigzip/", "/vsizip/")


def source_file(layer: QgsVectorLayer) -> Path | None:
    """The file behind a layer, where there is one."""
    if layer.providerType() == "delimitedtext":
        path = unquote(urlsplit(layer.source()).path)
        if len(path) > 2 and path[0] == "/" and path[2] == ":":
            path = path[1:]
    else:
        path = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source()).get("path") or ""
    for prefix in _VSI:
        path = path.removeprefix(prefix)
    file = Path(path)
    return file if path and file.is_file() else None


def _plain_csv(layer: QgsVectorLayer) -> Path | None:
    """The CSV file that a layer shows row by row as it stands, if it is one; reading it directly is far quicker."""
    file = source_file(layer)
    changed = layer.isEditable() or bool(layer.subsetString()) or bool(layer.vectorJoins())
    fields = layer.fields()
    own = all(fields.fieldOrigin(i) == QgsFields.OriginProvider for i in range(fields.count()))
    if file is None or not is_csv(file) or changed or not own:
        return None
    if layer.providerType() == "delimitedtext":
        query = parse_qs(urlsplit(layer.source()).query)
        plain = set(query) <= _DELIMITED_PLAIN and query.get("type", ["csv"]) == ["csv"]
        return file if plain else None
    return file if layer.providerType() == "ogr" else None


@dataclass(frozen=True, eq=False)
class LayerRows:
    """The rows of a layer, ready to be read away from the thread the layer lives in.

    columns: the cleaned names. file: the CSV file to read directly, or None when `source` is to be read instead.
    place: the file behind it, with `|layername=` where it is one of several tables; else the data source. attribution:
    the rights that the layer's own metadata tells, as those of a downloaded one do.
    """

    role: str
    name: str
    public_source: str
    place: str
    columns: list[str]
    file: Path | None
    whole_file: Path | None
    fields: QgsFields
    source: QgsVectorLayerFeatureSource
    attribution: str

    def origin(self) -> Origin:
        """Where the rows come from, with the SHA-256 of the file when it is one."""
        sha256 = file_hash(self.whole_file) if self.whole_file else ""
        return Origin(self.role, self.name, self.public_source, sha256, self.attribution)

    def frame(self, columns: Sequence[str]) -> pd.DataFrame:
        """The named columns, without geometry; NULL becomes missing here.

        Values are text or numbers as the layer holds them; a plain CSV file is read as text. Raises `table_empty`,
        `heading_repeated` or `file_unreadable`.
        """
        repeated = [name for name in columns if self.columns.count(name) > 1]
        if repeated:
            raise CniError("heading_repeated", column=repeated[0], table=self.name)
        frame = self._read(columns)
        if frame.empty:
            raise CniError("table_empty", table=self.name)
        return frame

    def frame_and_shapes(self, columns: Sequence[str]) -> tuple[pd.DataFrame, list[QgsGeometry]]:
        """As `frame`, with the shape of each row; a null one where a feature has none."""
        positions = self._positions(columns)
        shapes: list[QgsGeometry] = []
        read = _read_features(self.source.getFeatures(_request(positions)), positions, shapes)
        if not shapes:
            raise CniError("table_empty", table=self.name)
        return _frame(self.fields, positions, read), shapes

    def _positions(self, columns: Sequence[str]) -> list[int]:
        return [i for i, name in enumerate(self.fields.names()) if clean_heading(name) in set(columns)]

    def _read(self, columns: Sequence[str]) -> pd.DataFrame:
        if self.file:
            return read_csv(self.file, columns)
        positions = self._positions(columns)
        request = _request(positions).setFlags(QgsFeatureRequest.Flag.NoGeometry)
        return _frame(self.fields, positions, _read_features(self.source.getFeatures(request), positions))


def layer_rows(layer: QgsVectorLayer, role: str) -> LayerRows:
    """Take note of a layer in the thread it lives in. role: what it is in the run, for the record."""
    file, whole = _plain_csv(layer), source_file(layer)
    columns = csv_columns(file) if file else [clean_heading(name) for name in layer.fields().names()]
    name = whole.name if whole else layer.name()
    source, place, rights = layer.publicSource(), _place(layer, whole), " ".join(layer.metadata().rights())
    features = QgsVectorLayerFeatureSource(layer)
    return LayerRows(role, name, source, place, columns, file, whole, layer.fields(), features, rights)


def _place(layer: QgsVectorLayer, file: Path | None) -> str:
    if file is None:
        return layer.publicSource()
    table = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source()).get("layerName")
    return f"{file}|layername={table}" if table and file.suffix.lower() == ".gpkg" else str(file)


def _request(positions: list[int]) -> QgsFeatureRequest:
    request = QgsFeatureRequest().setSubsetOfAttributes(positions)
    return request.setInvalidGeometryCheck(QgsFeatureRequest.InvalidGeometryCheck.GeometryNoCheck)


def _read_features(
    features: Iterable[QgsFeature], positions: list[int], shapes: list[QgsGeometry] | None = None
) -> list[list[object]]:
    """The attributes wanted, a list for each column; the features' shapes are added to `shapes`.

    One attribute at a time: taking all of a wide table's takes three times as long.
    """
    columns: list[list[object]] = [[] for _ in positions]
    wanted = [(column.append, i) for column, i in zip(columns, positions)]
    for feature in features:
        for append, i in wanted:
            append(feature.attribute(i))
        if shapes is not None:
            shapes.append(feature.geometry())
    return columns


def _frame(fields: QgsFields, positions: list[int], read: list[list[object]]) -> pd.DataFrame:
    columns = {}
    for i, raw in zip(positions, read):
        field, values = fields.at(i), [None if is_null(value) else value for value in raw]
        plain = field.isNumeric() or field.typeName().lower() in ("string", "text", "varchar")
        columns[clean_heading(field.name())] = values if plain else [v if v is None else str(v) for v in values]
    frame = pd.DataFrame(columns)
    return frame.astype({name: object for name in frame.columns if frame[name].dtype == bool})


@dataclass(frozen=True, eq=False)
class Shapes:
    """The features of a boundaries layer that are in the focus.

    frame: (n_areas, n_columns), in the order of the layer. shapes: (n_areas,) geometries, in `crs`.
    """

    frame: pd.DataFrame
    shapes: list[QgsGeometry]
    crs: QgsCoordinateReferenceSystem


def read_shapes(source: QgsProcessingFeatureSource, name: str, columns: Sequence[str], focus: str) -> Shapes:
    """Read a boundaries layer once, with its shapes.

    name: of the layer, for messages. focus: an expression on the layer's own fields; empty for all areas (the selected
    ones, where the source is a selection). Raises `not_polygons`, `crs_missing`, `focus_unreadable`,
    `focus_unknown_column` or `focus_empty`.
    """
    if QgsWkbTypes.geometryType(source.wkbType()) != QgsWkbTypes.GeometryType.PolygonGeometry:
        raise CniError("not_polygons", name=name)
    # GDAL gives a GeoPackage without a coordinate system one of that name.
    if not source.sourceCrs().isValid() or source.sourceCrs().description().startswith("Undefined "):
        raise CniError("crs_missing", name=name)
    fields = source.fields()
    positions = [i for i, field in enumerate(fields.names()) if clean_heading(field) in set(columns)]
    request = _request(positions)
    if focus:
        set_focus(request, focus, fields, positions, name)
    # Processing's own check would stop at the first invalid polygon; these are kept, and named in a notice.
    unchecked = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
    shapes: list[QgsGeometry] = []
    read = _read_features(source.getFeatures(request, unchecked), positions, shapes)
    if not shapes:
        raise CniError("focus_empty", where=name)
    frame = _frame(fields, positions, read) if positions else pd.DataFrame(index=range(len(shapes)))
    return Shapes(frame, shapes, source.sourceCrs())


def set_focus(request: QgsFeatureRequest, focus: str, fields: QgsFields, positions: Sequence[int], name: str) -> None:
    """Let a request give only the features that an expression is true of, with the attributes at `positions`.

    Raises `focus_unreadable` or `focus_unknown_column`, with the name of the layer.
    """
    expression = QgsExpression(focus)
    if expression.hasParserError():
        reason = " ".join(expression.parserErrorString().split())
        raise CniError("focus_unreadable", focus=focus, reason=reason)
    unknown = sorted(name for name in expression.referencedColumns() if fields.lookupField(name) < 0)
    if unknown and QgsFeatureRequest.ALL_ATTRIBUTES not in unknown:
        raise CniError("focus_unknown_column", column=unknown[0], table=name, columns=fields.names())
    needed = expression.referencedAttributeIndexes(fields)
    request.setSubsetOfAttributes(sorted({*positions, *needed}))
    request.setFilterExpression(focus)
