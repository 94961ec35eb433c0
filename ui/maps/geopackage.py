"""Writing a result to a file, a GeoPackage above all, so that it is whole at every moment, whatever happens."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from osgeo import gdal, ogr

from ...core.errors import CniError
from .result_layer import NEW, TABLE_DRIVERS, Destination, Rows, Target, write_rows

_ASIDE = ".cni_new"
_MAGIC = b"SQLite format 3\x00"


def check_geopackage(destination: Destination) -> None:
    """Refuse a GeoPackage that cannot be written, before anything is computed.

    Raises `output_folder_missing`, `output_not_writable`, `output_not_geopackage` or `output_locked`.
    """
    path = destination.path
    if not path.parent.is_dir():
        raise CniError("output_folder_missing", folder=str(path.parent))
    if path.exists() and _is_geopackage(destination):
        with path.open("rb") as stream:
            if stream.read(16) != _MAGIC:
                raise CniError("output_not_geopackage", name=path.name)
        _check_lock(path)
    else:
        _check_folder(path)


def _is_geopackage(destination: Destination) -> bool:
    return destination.path.suffix.lower() == ".gpkg"


def _aside(path: Path) -> Path:
    return path.with_name(f"{path.stem}{_ASIDE}{path.suffix}")


def _check_folder(path: Path) -> None:
    probe = _aside(path)
    try:
        probe.touch()
        probe.unlink()
    except OSError as fault:
        raise CniError("output_not_writable", folder=str(path.parent), reason=fault.strerror) from None


def _check_lock(path: Path) -> None:
    try:
        with closing(sqlite3.connect(path, timeout=1)) as database:
            database.execute("BEGIN IMMEDIATE")
            database.rollback()
    except sqlite3.OperationalError as fault:
        raise _sqlite_fault(path, str(fault)) from None
    except sqlite3.DatabaseError:
        raise CniError("output_not_geopackage", name=path.name) from None


def _sqlite_fault(path: Path, reason: str) -> CniError:
    if "locked" in reason or "busy" in reason:
        return CniError("output_locked", name=path.name)
    if "readonly" in reason or "read-only" in reason or "unable to open" in reason:
        return CniError("output_not_writable", folder=path.name, reason=reason)
    return CniError("output_failed", name=path.name, reason=reason)


def write_geopackage(
    destination: Destination, rows: Rows, finish: Callable[[str], None], step: Callable[[float], None]
) -> None:
    """Write rows as a table of a GeoPackage, in the place of a table of that name.

    A new file is written aside and renamed. In an existing file the rows go to a table of another name, which takes
    the place of the old one in one transaction; the file's other tables stay.
    finish: writes styles and metadata for the data source it is given. step: told the fraction done; raises to stop.
    """
    if destination.path.exists() and _is_geopackage(destination):
        _write_beside(destination, rows, step)
        finish(destination.uri())
    else:
        _write_aside(destination, rows, finish, step)


def _write_aside(
    destination: Destination, rows: Rows, finish: Callable[[str], None], step: Callable[[float], None]
) -> None:
    aside = _aside(destination.path)
    _remove(aside)
    try:
        driver = TABLE_DRIVERS[aside.suffix.lower()]
        write_rows(rows, Target(str(aside), driver, destination.table), step)
        finish(f"{aside}|layername={destination.table}")
        step(1.0)
        try:
            aside.replace(destination.path)
        except OSError as fault:
            raise CniError("output_failed", name=destination.name, reason=fault.strerror) from None
    finally:
        _remove(aside)


def _remove(path: Path) -> None:
    for ending in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + ending).unlink(missing_ok=True)


def _write_beside(destination: Destination, rows: Rows, step: Callable[[float], None]) -> None:
    new = destination.table + NEW
    drop_table(destination.path, new)
    done = False
    try:
        write_rows(rows, Target(str(destination.path), "GPKG", new), step)
        step(1.0)
        swap_tables(destination.path, new, destination.table)
        done = True
    finally:
        if not done:
            drop_table(destination.path, new)


class _Opened:
    """A GeoPackage opened for update by GDAL, closed on leaving; GDAL's errors become faults."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> gdal.Dataset:
        self._exceptions = gdal.GetUseExceptions()
        gdal.UseExceptions()
        try:
            self._dataset = gdal.OpenEx(str(self._path), gdal.OF_VECTOR | gdal.OF_UPDATE)
        except RuntimeError as fault:
            self._restore()
            raise _sqlite_fault(self._path, str(fault)) from None
        return self._dataset

    def __exit__(self, kind: type | None, fault: BaseException | None, trace: object) -> None:
        self._dataset = None
        self._restore()
        if isinstance(fault, RuntimeError):
            raise _sqlite_fault(self._path, str(fault)) from None

    def _restore(self) -> None:
        if not self._exceptions:
            gdal.DontUseExceptions()


def _layer_number(dataset: gdal.Dataset, table: str) -> int | None:
    names = [dataset.GetLayer(i).GetName() for i in range(dataset.GetLayerCount())]
    return next((i for i, name in enumerate(names) if name.lower() == table.lower()), None)


def drop_table(path: Path, table: str) -> None:
    """Drop a table of a GeoPackage, if it is there."""
    with _Opened(path) as dataset:
        number = _layer_number(dataset, table)
        if number is not None:
            dataset.DeleteLayer(number)


def swap_tables(path: Path, new: str, table: str) -> None:
    """Put table `new` in the place of `table`, in one transaction."""
    with _Opened(path) as dataset:
        dataset.StartTransaction()
        number = _layer_number(dataset, table)
        if number is not None:
            dataset.DeleteLayer(number)
        dataset.ExecuteSQL(f'ALTER TABLE "{new}" RENAME TO "{table}"')
        dataset.CommitTransaction()


def table_names(path: Path) -> list[str]:
    """The names of a GeoPackage's layers and tables."""
    dataset = ogr.Open(str(path))
    return [] if dataset is None else [dataset.GetLayer(i).GetName() for i in range(dataset.GetLayerCount())]
