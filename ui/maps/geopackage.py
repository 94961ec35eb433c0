"""Writing a result to a file, a GeoPackage above all, so that it is whole at every moment, whatever happens.

A file that is not there yet is written aside and renamed. A GeoPackage that is there is never replaced as a file, since
other programs may have it open and other tables live in it: the rows, styles and metadata are written for a table of
another name (`<table>__new`), and one transaction puts that in the place of the old one. Whenever the process ends,
SQLite's journal gives the file back as it was before that transaction or as it is after it; what a crash may leave is
the new table or the file aside, and the next run removes these.
"""

from __future__ import annotations

import re
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from osgeo import gdal, ogr

from ...core.errors import CniError
from .result_layer import NEW, TABLE_DRIVERS, Destination, Rows, Target, write_rows

OURS = "CNI Mapper"
"""How the description of each of our saved styles begins."""
_ASIDE = ".cni_new"
_STYLES = "layer_styles"
_JOURNAL = "OGR_SQLITE_JOURNAL"
_TELLING = re.compile("full|I/O|locked|read-?only", re.IGNORECASE)
"""What tells the cause of a failure from its consequences."""
_PATIENCE = 2
"""Seconds to wait for another program's lock before anything is computed."""


def check_geopackage(destination: Destination) -> None:
    """Refuse a file that cannot be written, before anything is computed.

    Raises `output_folder_missing`, `output_not_writable`, `output_not_geopackage`, `output_locked` or `output_failed`.
    """
    path = destination.path
    if not path.parent.is_dir():
        raise CniError("output_folder_missing", folder=str(path.parent))
    _check_folder(path)
    if path.is_dir():
        raise CniError("output_not_geopackage", name=path.name)
    if _is_there(destination):
        _check_database(path)


def _is_there(destination: Destination) -> bool:
    return destination.is_geopackage and destination.path.exists()


def _aside(path: Path) -> Path:
    return path.with_name(f"{path.stem}{_ASIDE}{path.suffix}")


def _check_folder(path: Path) -> None:
    """SQLite's journal needs the folder too, so this holds for a file that is there as well."""
    try:
        with tempfile.TemporaryFile(dir=path.parent):
            pass
    except OSError as fault:
        raise CniError("output_not_writable", folder=str(path.parent), reason=fault.strerror) from None


def _check_database(path: Path) -> None:
    """Ask for the lock that the swap will need. The file is opened by SQLite alone: closing a handle of our own would
    drop every lock that QGIS holds on it in this process."""
    try:
        with closing(sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)) as database:
            database.execute("BEGIN EXCLUSIVE")
            tables = database.execute("SELECT count(*) FROM sqlite_master WHERE name = 'gpkg_contents'").fetchone()
            database.execute("ROLLBACK")
    except sqlite3.OperationalError as fault:
        raise _sqlite_fault(path.name, str(fault)) from None
    except sqlite3.DatabaseError:
        raise CniError("output_not_geopackage", name=path.name) from None
    if not tables[0]:
        raise CniError("output_not_geopackage", name=path.name)


def _sqlite_fault(name: str, reason: str) -> CniError:
    lower = reason.lower()
    if "locked" in lower or "busy" in lower:
        return CniError("output_locked", name=name)
    if "readonly" in lower or "read-only" in lower or "unable to open" in lower:
        return CniError("output_not_writable", folder=name, reason=reason)
    return CniError("output_failed", name=name, reason=reason)


def write_geopackage(
    destination: Destination, rows: Rows, finish: Callable[[str], None], step: Callable[[float], None]
) -> None:
    """Write rows as a table of a GeoPackage, in the place of a table of that name; or as a file of another format.

    finish: writes styles and metadata for the data source it is given. step: told the fraction done; raises to stop.
    Raises the faults of `check_geopackage`, the old content being whole.
    """
    if _is_there(destination):
        _write_beside(destination, rows, finish, step)
    else:
        _write_aside(destination, rows, finish, step)


def _write_aside(
    destination: Destination, rows: Rows, finish: Callable[[str], None], step: Callable[[float], None]
) -> None:
    aside = _aside(destination.path)
    if destination.is_geopackage and aside.exists():
        _check_not_writing(aside, destination.name)
    _remove(aside)
    try:
        with _named(destination.name):
            write_rows(rows, Target(str(aside), TABLE_DRIVERS[aside.suffix.lower()], destination.table), step)
            if destination.is_geopackage:
                _check_complete(aside, destination.table, len(rows.table))
                with _no_log():
                    finish(f"{aside}|layername={destination.table}")
                close_journal(aside)
            step(1.0)
            _rename(aside, destination.path)
    finally:
        _remove(aside)


def _rename(aside: Path, path: Path) -> None:
    try:
        aside.replace(path)
    except OSError as fault:
        raise CniError("output_failed", name=path.name, reason=fault.strerror) from None


@contextmanager
def _named(name: str) -> Iterator[None]:
    """Faults of the writing name the destination, not the table or file aside; and where QGIS says no more than that
    something failed, they say why, which GDAL has heard from SQLite."""
    heard: list[str] = []
    gdal.PushErrorHandler(lambda kind, number, text: heard.append(text) if kind >= gdal.CE_Failure else None)
    try:
        yield
    except CniError as fault:
        if fault.code == "output_failed":
            heard.append(fault.context["reason"])
            reason = next((text for text in heard if _TELLING.search(text)), heard[0])
            raise _sqlite_fault(name, reason.rpartition(": ")[2]) from None
        if "name" in fault.context:
            raise CniError(fault.code, **{**fault.context, "name": name}) from None
        raise
    finally:
        gdal.PopErrorHandler()


def _check_not_writing(aside: Path, name: str) -> None:
    """The file aside may be left from a crash, or another QGIS may be writing it at this moment."""
    try:
        _check_database(aside)
    except CniError as fault:
        if fault.code == "output_locked":
            raise CniError("output_locked", name=name) from None


def _remove(path: Path) -> None:
    for ending in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + ending).unlink(missing_ok=True)


def close_journal(path: Path) -> None:
    """Leave a GeoPackage as one plain file: with a write-ahead log it cannot be opened from a read-only folder.

    Raises `output_locked` while others have it open, or `output_failed`; the log then holds part of the content.
    """
    try:
        with closing(sqlite3.connect(path, timeout=0)) as database:
            database.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.Error as fault:
        raise _sqlite_fault(path.name, str(fault)) from None


@contextmanager
def _no_log() -> Iterator[None]:
    """Keep QGIS from writing to GeoPackages with a write-ahead log, its habit: on a full disk the log can neither be
    put into the file nor be dropped, whereas SQLite's other journal gives the file back as it was."""
    before = gdal.GetConfigOption(_JOURNAL)
    gdal.SetConfigOption(_JOURNAL, "DELETE")
    try:
        yield
    finally:
        gdal.SetConfigOption(_JOURNAL, before)


def _write_beside(
    destination: Destination, rows: Rows, finish: Callable[[str], None], step: Callable[[float], None]
) -> None:
    path, new = destination.path, destination.table + NEW
    had_styles = _STYLES in table_names(path)
    with suppress(CniError):
        close_journal(path)
    drop_table(path, new)
    try:
        with _named(destination.name):
            write_rows(rows, Target(str(path), "GPKG", new), step)
            _check_complete(path, new, len(rows.table))
            with _no_log():
                finish(destination.uri(new))
            step(1.0)
            swap_tables(path, new, destination.table)
    except BaseException:
        # What went wrong first is what the user must hear; the next run removes what could not be removed now. On a
        # full disk there is no room for a write-ahead log, while SQLite's other journal needs hardly any.
        with suppress(CniError):
            close_journal(path)
        with suppress(CniError):
            drop_table(path, new, with_styles=not had_styles)
        raise
    finally:
        with suppress(CniError):
            close_journal(path)


def _check_complete(path: Path, table: str, wanted: int) -> None:
    """QGIS's writer says nothing when its last commit fails, on a full disk above all."""

    def count(dataset: gdal.Dataset) -> int:
        layer = dataset.GetLayerByName(table)
        return 0 if layer is None else layer.GetFeatureCount()

    found = _with_dataset(path, count)
    if found != wanted:
        raise CniError("output_failed", name=path.name, reason=f"{found} / {wanted}")


def _with_dataset(path: Path, work: Callable[[gdal.Dataset], Any]) -> Any:
    """Do work on a GeoPackage opened for update by GDAL; GDAL's errors become faults.

    The fault is raised after the handler, when nothing refers to the dataset any more: an open one keeps its lock.
    """
    exceptions = gdal.GetUseExceptions()
    gdal.UseExceptions()
    dataset = None
    try:
        dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE)
        return work(dataset)
    except RuntimeError as fault:
        reason = str(fault)
    finally:
        if not exceptions:
            gdal.DontUseExceptions()
        dataset = None
    raise _sqlite_fault(path.name, reason)


def _layer_number(dataset: gdal.Dataset, table: str) -> int | None:
    names = [dataset.GetLayer(i).GetName() for i in range(dataset.GetLayerCount())]
    return next((i for i, name in enumerate(names) if name.lower() == table.lower()), None)


def _delete(dataset: gdal.Dataset, table: str) -> None:
    number = _layer_number(dataset, table)
    if number is not None:
        dataset.DeleteLayer(number)


def _transaction(work: Callable[[gdal.Dataset], None]) -> Callable[[gdal.Dataset], None]:
    def whole(dataset: gdal.Dataset) -> None:
        dataset.StartTransaction()
        try:
            work(dataset)
            dataset.CommitTransaction()
        except RuntimeError:
            with suppress(RuntimeError):
                dataset.RollbackTransaction()
            raise

    return whole


def drop_table(path: Path, table: str, *, with_styles: bool = False) -> None:
    """Drop a table of a GeoPackage and its styles, if it is there. with_styles: drop the table of styles as well."""

    def drop(dataset: gdal.Dataset) -> None:
        _delete(dataset, table)
        if with_styles:
            _delete(dataset, _STYLES)
        else:
            _each_style(dataset, lambda layer, style: _is_of(style, table) and layer.DeleteFeature(style.GetFID()))

    _with_dataset(path, _transaction(drop))


def swap_tables(path: Path, new: str, table: str) -> None:
    """Put table `new`, with its styles and metadata, in the place of `table`, in one transaction.

    Styles of `table` that are not ours stay, but no longer as the default.
    """

    def swap(dataset: gdal.Dataset) -> None:
        _delete(dataset, table)
        _hand_over_styles(dataset, new, table)
        names = [name.replace('"', '""') for name in (new, table)]
        dataset.ExecuteSQL('ALTER TABLE "{}" RENAME TO "{}"'.format(*names))

    _with_dataset(path, _transaction(swap))


def _is_of(style: ogr.Feature, table: str) -> bool:
    return (style["f_table_name"] or "").lower() == table.lower()


def _hand_over_styles(dataset: gdal.Dataset, new: str, table: str) -> None:
    names = _style_names(dataset, new)

    def hand_over(layer: ogr.Layer, style: ogr.Feature) -> int | None:
        if _is_of(style, new):
            style["f_table_name"] = table
            return layer.SetFeature(style)
        if not _is_of(style, table):
            return None
        if style["styleName"] in names or (style["description"] or "").startswith(OURS):
            return layer.DeleteFeature(style.GetFID())
        style["useAsDefault"] = 0
        return layer.SetFeature(style)

    _each_style(dataset, hand_over)


def _style_names(dataset: gdal.Dataset, table: str) -> set[str]:
    if _layer_number(dataset, _STYLES) is None:
        return set()
    return {style["styleName"] for style in dataset.GetLayerByName(_STYLES) if _is_of(style, table)}


def _each_style(dataset: gdal.Dataset, work: Callable[[ogr.Layer, ogr.Feature], int | None]) -> None:
    """Do work on every saved style of a GeoPackage. A layer tells of an error by its answer, not by an exception."""
    if _layer_number(dataset, _STYLES) is None:
        return
    layer = dataset.GetLayerByName(_STYLES)
    for style in list(layer):
        if work(layer, style):
            raise RuntimeError(gdal.GetLastErrorMsg())


def table_names(path: Path) -> list[str]:
    """The names of a GeoPackage's layers and tables."""
    dataset = ogr.Open(str(path))
    return [] if dataset is None else [dataset.GetLayer(i).GetName() for i in range(dataset.GetLayerCount())]
