"""What is in a GeoPackage, read by SQLite alone, and other programs that hold one."""

from __future__ import annotations

import hashlib
import html
import json
import re
import resource
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsVectorLayer

OTHER = "my notes"
LEFTOVERS = ("__new", ".cni_new", "-wal", "-shm", "-journal", ".run.json.new")


@dataclass(frozen=True)
class State:
    """A result as it stands in a file: the rows, the legends and the limit of the run must belong together."""

    rows: str
    legends: tuple[str, ...]
    limit: str


def _digest(rows: list[tuple]) -> str:
    return hashlib.sha256(repr(rows).encode()).hexdigest()


def read_rows(path: Path, table: str) -> list[tuple]:
    with closing(sqlite3.connect(path)) as database:
        return database.execute(f'SELECT * FROM "{table}" ORDER BY 1').fetchall()


def names(path: Path) -> set[str]:
    """Everything the file's tables, indices and triggers are called."""
    with closing(sqlite3.connect(path)) as database:
        return {row[0] for row in database.execute("SELECT name FROM sqlite_master")}


def saved_styles(path: Path, table: str) -> list[tuple[str, int, list[str]]]:
    """The saved styles of a table: name, whether it is the default, and the texts of its legend."""
    with closing(sqlite3.connect(path)) as database:
        found = database.execute(
            "SELECT styleName, useAsDefault, styleQML FROM layer_styles WHERE f_table_name = ? ORDER BY id", (table,)
        ).fetchall()
    labels = re.compile(r'<category [^>]*label="([^"]*)"')
    return [(name, default, [html.unescape(text) for text in labels.findall(qml)]) for name, default, qml in found]


def state_of(path: Path, table: str = "result") -> State:
    """The state of a result. The file must be sound and hold the table whole: rows, index, registration, metadata."""
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        rows = database.execute(f'SELECT * FROM "{table}" ORDER BY area_code').fetchall()
        indexed = database.execute(f'SELECT count(*) FROM "rtree_{table}_geom"').fetchone()[0]
        registered = database.execute("SELECT count(*) FROM gpkg_geometry_columns WHERE table_name = ?", (table,))
        assert (indexed, registered.fetchone()[0]) == (len(rows), 1)
        records = database.execute(
            "SELECT metadata FROM gpkg_metadata m JOIN gpkg_metadata_reference r ON m.id = r.md_file_id "
            "WHERE r.table_name = ? AND md_standard_uri LIKE '%qgis%'",
            (table,),
        ).fetchall()
    assert len(records) == 1
    record = json.loads(html.unescape(re.search(r"<history>(.*)</history>", records[0][0], re.DOTALL)[1]))
    legends = tuple(f"{name} {default} {labels}" for name, default, labels in saved_styles(path, table))
    return State(_digest([row[1:] for row in rows]), legends, record["limits"]["cni"]["amount"])


def add_notes(path: Path) -> None:
    """Add another table to a GeoPackage, with two points and a style of its own."""
    from qgis.core import QgsCoordinateTransformContext, QgsVectorFileWriter

    notes = QgsVectorLayer("Point?crs=EPSG:27700&field=text:string", OTHER, "memory")
    for i, text in enumerate(("first", "sécond 'note'")):
        note = QgsFeature(notes.fields())
        note["text"] = text
        note.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(640000 + i, 230000)))
        notes.dataProvider().addFeatures([note])
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = "GPKG", OTHER
    action = QgsVectorFileWriter.ActionOnExistingFile
    options.actionOnExistingFile = action.CreateOrOverwriteLayer if path.exists() else action.CreateOrOverwriteFile
    done = QgsVectorFileWriter.writeAsVectorFormatV3(notes, str(path), QgsCoordinateTransformContext(), options)
    assert done[0] == QgsVectorFileWriter.WriterError.NoError, done
    saved = QgsVectorLayer(f"{path}|layername={OTHER}", OTHER, "ogr")
    assert saved.saveStyleToDatabase("plain", "of my own", True, "") == ""


def other_content(path: Path) -> tuple:
    """All that belongs to the other table."""
    return read_rows(path, OTHER), saved_styles(path, OTHER), sorted(n for n in names(path) if OTHER in n)


def leftovers(folder: Path) -> list[str]:
    """Files in a folder, and tables in its GeoPackages, that a run must not leave."""
    found = [file.name for file in folder.iterdir() if file.name.endswith(LEFTOVERS) or ".cni_new" in file.name]
    for file in [file for file in folder.glob("*.gpkg") if ".cni_new" not in file.name]:
        found += [name for name in names(file) if "__new" in name]
        with closing(sqlite3.connect(file)) as database:
            if "layer_styles" in names(file):
                styled = database.execute("SELECT f_table_name FROM layer_styles").fetchall()
                found += [f"style of {name}" for (name,) in styled if name.endswith("__new")]
    return sorted(found)


_HOLDER = """
import sqlite3, sys
database = sqlite3.connect(sys.argv[1], isolation_level=None)
for statement in sys.argv[2:]:
    database.execute(statement).fetchone()
print("held", flush=True)
sys.stdin.read()
"""


@contextmanager
def held(path: Path, *statements: str) -> Iterator[None]:
    """Another program that has a file open and has done these statements in it."""
    command = [sys.executable, "-c", _HOLDER, str(path), *statements]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout.readline() == "held\n"
        yield
        holder.stdin.close()
        holder.wait()


@contextmanager
def short_of_disk(room: int) -> Iterator[None]:
    """No file may have more bytes than that."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
