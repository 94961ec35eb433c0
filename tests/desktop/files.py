"""What files hold: results, run records and tables, read past the plugin."""

from __future__ import annotations

import csv
import gzip
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from qgis.core import NULL, QgsVectorLayer


def layer_of(path: Path, table: str) -> QgsVectorLayer:
    """A table of a GeoPackage, opened anew; only for looking."""
    layer = QgsVectorLayer(f"{path}|layername={table}", table, "ogr")
    assert layer.isValid(), f"{path.name} has no table {table}"
    return layer


def rows_of(path: Path, table: str) -> dict[str, dict[str, Any]]:
    """The rows of a result by area code, None where a value is missing."""
    layer = layer_of(path, table)
    names = [name for name in layer.fields().names() if name != "fid"]
    rows = ({name: _plain(feature[name]) for name in names} for feature in layer.getFeatures())
    return {row["area_code"]: row for row in rows}


def record_of(path: Path) -> dict[str, Any]:
    """The run record beside a result."""
    return json.loads(path.with_name(f"{path.name}.run.json").read_text(encoding="utf-8"))


def digest(path: Path) -> str:
    """By another program: closing a file here would drop the locks that QGIS has on it."""
    return subprocess.run(["sha256sum", str(path)], check=True, capture_output=True, text=True).stdout.split()[0]


def table_rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a CSV file, be it packed or not."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _plain(value: Any) -> Any:
    return None if value == NULL else value
