"""What a downloaded file holds: whether it is what the catalogue says, and its rows."""

from __future__ import annotations

import json
import re
import shutil
import tempfile
import zipfile
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from numbers import Integral
from pathlib import Path
from typing import Any

import pandas as pd
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFields,
    QgsGeometry,
    QgsPointXY,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ...core.data.catalogue import ARCHIVE, Entry
from ...core.data.columns import find_column
from ...core.data.tables import is_csv, read_csv
from ...core.errors import CniError
from .archive import check_members, unpack
from .cache import PREFIX
from .frames import layer_rows
from .network import NetworkSettings
from .result_layer import Rows, make_fields

ENDINGS = {"csv": "csv", "xlsx": "xlsx", "zip": "zip", "geojson": "geojson", "gpkg": "gpkg", "arcgis": "geojson"}
_WANTED = {"csv": "text", "xlsx": "zip", "zip": "zip", "geojson": "json", "gpkg": "geopackage", "arcgis": "json"}
_MAGIC = ((b"PK\x03\x04", "zip"), (b"PK\x05\x06", "zip"), (b"SQLite format 3\x00", "geopackage"), (b"\x1f\x8b", "gzip"),
          (b"%PDF", "pdf"), (b"\x89PNG", "picture"), (b"GIF8", "picture"), (b"\xff\xd8\xff", "picture"))  # fmt: skip
ROW_NUMBER = ("fid", "geom")
"""What a GeoPackage adds by itself."""
_BLOCK = 1 << 20
_START = 1024
_NUMBER = re.compile(r"^-?(0|[1-9][0-9]*|[1-9][0-9]{0,2}(,[0-9]{3})+)(\.[0-9]+)?$")
_WHOLE_LIMIT = 2**31
_KINDS = {"point": QgsWkbTypes.Type.Point, "line": QgsWkbTypes.Type.MultiLineString,
          "polygon": QgsWkbTypes.Type.MultiPolygon}  # fmt: skip

_SHAPES = {"point": {"Point", "MultiPoint"}, "line": {"LineString", "MultiLineString"},
           "polygon": {"Polygon", "MultiPolygon"}}  # fmt: skip


@dataclass(frozen=True, eq=False)
class Features:
    """Rows with shapes, read one after the other. count: how many there are."""

    fields: QgsFields
    kind: QgsWkbTypes.Type
    crs: QgsCoordinateReferenceSystem
    count: int
    each: Callable[[], Iterator[QgsFeature]]


def sniff(start: bytes, content_type: str = "") -> str:
    """What a file is by its first bytes, and by what the server calls it when it calls it a web page."""
    for magic, kind in _MAGIC:
        if start.startswith(magic):
            return kind
    if start.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in start:
        return "binary"
    text = start.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if text.startswith((b"<!doctype html", b"<html")) or content_type in ("text/html", "application/xhtml+xml"):
        return "html"
    if text.startswith(b"<"):
        return "xml"
    return "json" if text.startswith((b"{", b"[")) else "text"


def check_type(entry: Entry, path: Path, content_type: str) -> None:
    """Raises `download_wrong_type` or `download_empty`, without a server's name."""
    with path.open("rb") as stream:
        start = stream.read(_START)
    if not start.strip():
        raise CniError("download_empty")
    found = sniff(start, content_type)
    if found != _WANTED[entry.format]:
        raise CniError("download_wrong_type", found=found, wanted=_WANTED[entry.format])


def check_content(entry: Entry, path: Path, settings: NetworkSettings, step: Callable[[], None]) -> None:
    """Raises what is wrong with a file of the right type: cut, damaged, unsafe, or without the columns it should have.

    path: ends as the format wants. step: called now and then; raises to stop.
    """
    with opened(entry, path, settings, step) as files:
        for file in files:
            columns = _columns(entry, file, step)
            lacking = [name for name in entry.columns.values() if find_column(columns, name) is None]
            if lacking:
                raise CniError("download_columns", missing=lacking, columns=columns)


@contextmanager
def opened(entry: Entry, path: Path, settings: NetworkSettings, step: Callable[[], None]) -> Iterator[list[Path]]:
    """The data files of a download: itself, or what is wanted of an archive, unpacked while this lasts.

    QGIS writes to a GeoPackage even when it only reads, so a copy is opened.
    """
    if entry.format not in (ARCHIVE, "gpkg"):
        yield [path]
        return
    folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=path.parent))
    try:
        if entry.format == ARCHIVE:
            yield unpack(path, entry.member, folder, settings, step)
        else:
            yield [Path(shutil.copy(path, folder))]
    finally:
        # QGIS may keep a file open for a while, and Windows does not remove those; the cache's next clean-up does.
        shutil.rmtree(folder, ignore_errors=True)


def _columns(entry: Entry, path: Path, step: Callable[[], None]) -> list[str]:
    if is_csv(path):
        _check_text(path, step)
        # All of it, since a row may be broken far below the heading.
        return list(read_csv(path).columns)
    if path.suffix in (".geojson", ".json"):
        return _check_geojson(entry, path)
    if path.suffix == ".xlsx":
        _check_workbook(path)
    layer = open_layer(path, entry)
    if layer.featureCount() == 0:
        raise CniError("download_empty")
    if not entry.is_table and not _fits(layer, entry):
        kind = QgsWkbTypes.displayString(layer.wkbType())
        raise CniError("download_damaged", reason=f"{kind} / {entry.type}")
    return [name.strip() for name in layer.fields().names()]


def _fits(layer: QgsVectorLayer, entry: Entry) -> bool:
    return QgsWkbTypes.geometryType(layer.wkbType()) == QgsWkbTypes.geometryType(_KINDS[entry.type])


def _check_text(path: Path, step: Callable[[], None]) -> None:
    """Text is UTF-8 or, in older files, Windows Latin."""
    for encoding in ("utf-8", "cp1252"):
        decoder = getincrementaldecoder(encoding)()
        try:
            with path.open("rb") as stream:
                for block in iter(lambda: stream.read(_BLOCK), b""):
                    step()
                    if "\x00" in decoder.decode(block):
                        raise CniError("download_damaged", reason="NUL")
                decoder.decode(b"", final=True)
            return
        except UnicodeDecodeError as fault:
            reason = str(fault)
    raise CniError("download_damaged", reason=reason)


def _check_geojson(entry: Entry, path: Path) -> list[str]:
    try:
        node = json.loads(path.read_bytes().decode("utf-8-sig"))
    except (ValueError, RecursionError) as fault:
        raise CniError("download_damaged", reason=str(fault)) from None
    features = node.get("features") if isinstance(node, dict) else None
    if not isinstance(features, list) or not all(isinstance(feature, dict) for feature in features):
        raise CniError("download_damaged", reason="no FeatureCollection")
    if not features:
        raise CniError("download_empty")
    shapes = [feature.get("geometry") for feature in features if feature.get("geometry")]
    kinds = {str(shape.get("type")) if isinstance(shape, dict) else "?" for shape in shapes} or {"-"}
    if not entry.is_table and not kinds <= _SHAPES[entry.type]:
        raise CniError("download_damaged", reason=f"{', '.join(sorted(kinds))} / {entry.type}")
    return list(features[0].get("properties") or {})


def _check_workbook(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            check_members(archive.infolist(), NetworkSettings())
            damaged = archive.testzip()
            if "[Content_Types].xml" not in archive.namelist() or damaged:
                raise CniError("download_damaged", reason=damaged or "no workbook")
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError) as fault:
        raise CniError("download_damaged", reason=str(fault)) from None


def open_layer(path: Path, entry: Entry) -> QgsVectorLayer:
    """A file as a layer. Raises `download_damaged` when QGIS cannot open it."""
    source = f"{path}|layername={entry.layer}" if entry.layer else str(path)
    layer = QgsVectorLayer(source, entry.title, "ogr")
    if not layer.isValid():
        raise CniError("download_damaged", reason=entry.layer or path.suffix)
    return layer


def read_table(entry: Entry, files: Sequence[Path]) -> pd.DataFrame:
    """The rows of all files, one below the other; columns that hold nothing but numbers as numbers."""
    frames = []
    for file in files:
        if is_csv(file):
            frames.append(read_csv(file))
        else:
            rows = layer_rows(open_layer(file, entry), "ENTRY")
            frames.append(rows.frame(rows.columns))
        if list(frames[-1].columns) != list(frames[0].columns):
            raise CniError("download_damaged", reason=", ".join(map(str, frames[-1].columns[:8])))
    table = pd.concat(frames, ignore_index=True) if len(frames) > 1 else frames[0]
    return table.apply(_typed)


def _typed(column: pd.Series) -> pd.Series:
    """Text as numbers where all of it is plainly numbers; codes with a leading zero stay text."""
    if pd.api.types.is_numeric_dtype(column):
        return column
    present = column.dropna().astype(str).str.strip()
    if present.empty or not present.map(lambda text: bool(_NUMBER.match(text))).all():
        return column
    numbers = pd.to_numeric(present.str.replace(",", "", regex=False))
    if not present.str.contains(".", regex=False).any() and (numbers.abs() < _WHOLE_LIMIT).all():
        return numbers.reindex(column.index).astype("Int64")
    return numbers.astype(float).reindex(column.index)


def read_points(entry: Entry, table: pd.DataFrame) -> Features:
    """The rows of a table that have coordinates, as points."""
    names = list(table.columns)
    x, y = (pd.to_numeric(table[find_column(names, entry.columns[axis])], errors="coerce") for axis in ("x", "y"))
    placed = (x.notna() & y.notna()).to_numpy()
    table, x, y = table[placed], x[placed].tolist(), y[placed].tolist()
    fields = make_fields(table)

    def plain(value: object) -> object:
        return int(value) if isinstance(value, Integral) else value  # QGIS does not take numpy's whole numbers

    def each() -> Iterator[QgsFeature]:
        columns = [
            [NULL if gone else plain(value) for value, gone in zip(table[n].tolist(), table[n].isna())] for n in names
        ]
        for i, values in enumerate(zip(*columns)):
            feature = QgsFeature(fields)
            feature.setAttributes(list(values))
            feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(x[i], y[i])))
            yield feature

    return Features(fields, _KINDS["point"], QgsCoordinateReferenceSystem(entry.crs), len(table), each)


def read_layer(entry: Entry, path: Path) -> Features:
    """The rows of a GeoJSON or GeoPackage file of points or lines; lines become multi-part."""
    layer = open_layer(path, entry)
    kind = _KINDS[entry.type]
    crs = layer.crs() if layer.crs().isValid() else QgsCoordinateReferenceSystem(entry.crs)

    def each() -> Iterator[QgsFeature]:
        for feature in layer.getFeatures():
            shape = feature.geometry()
            if not shape.isNull():
                feature.setGeometry(_as_kind(shape, kind, entry))
            yield feature

    return Features(layer.fields(), kind, crs, layer.featureCount(), each)


def read_polygons(entry: Entry, path: Path) -> Rows:
    """The rows of a GeoJSON or GeoPackage file of polygons."""
    layer = open_layer(path, entry)
    rows = layer_rows(layer, "ENTRY")
    columns = [name for name in rows.columns if name.lower() not in ROW_NUMBER]
    crs = layer.crs() if layer.crs().isValid() else QgsCoordinateReferenceSystem(entry.crs)
    return Rows(rows.frame(columns), [feature.geometry() for feature in layer.getFeatures()], crs)


def _as_kind(shape: QgsGeometry, kind: Any, entry: Entry) -> QgsGeometry:
    parts = shape.coerceToType(kind)
    if len(parts) != 1 or parts[0].isNull():
        raise CniError("download_damaged", reason=f"{QgsWkbTypes.displayString(shape.wkbType())} / {entry.type}")
    return parts[0]
