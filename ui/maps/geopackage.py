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

from osgeo import gdal

from ...core.errors import CniError
from .geopackage_tables import check_complete, close_journal, drop_table, knows_styles, sqlite_fault, swap_tables
from .result_layer import NEW, TABLE_DRIVERS, Destination, Target, Writable

_ASIDE = ".cni_new"
_JOURNAL = "OGR_SQLITE_JOURNAL"
_TELLING = re.compile("full|I/O|locked|read-?only", re.IGNORECASE)
"""What tells the cause of a failure from its consequences."""
_ROOM = 512 * 1024
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
        raise sqlite_fault(path.name, str(fault)) from None
    except sqlite3.DatabaseError:
        raise CniError("output_not_geopackage", name=path.name) from None
    if not tables[0]:
        raise CniError("output_not_geopackage", name=path.name)


def write_geopackage(
    destination: Destination, rows: Writable, finish: Callable[[str], None], step: Callable[[float], None]
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
    destination: Destination, rows: Writable, finish: Callable[[str], None], step: Callable[[float], None]
) -> None:
    aside = _aside(destination.path)
    if destination.is_geopackage and aside.exists():
        _check_not_writing(aside, destination.name)
    _remove(aside)
    try:
        with _named(destination.name):
            count = rows.write(Target(str(aside), TABLE_DRIVERS[aside.suffix.lower()], destination.table), step)
            if destination.is_geopackage:
                check_complete(aside, destination.table, count)
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

    def hear(kind: int, _number: int, text: str) -> None:
        if kind >= gdal.CE_Failure:
            heard.append(text)

    gdal.PushErrorHandler(hear)
    try:
        yield
    except CniError as fault:
        if fault.code == "output_failed":
            heard.append(fault.context["reason"])
            reason = next((text for text in heard if _TELLING.search(text)), heard[0])
            raise sqlite_fault(name, reason.rpartition(": ")[2]) from None
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
    destination: Destination, rows: Writable, finish: Callable[[str], None], step: Callable[[float], None]
) -> None:
    path, new = destination.path, destination.table + NEW
    had_styles = knows_styles(path)
    with suppress(CniError):
        close_journal(path)
    drop_table(path, new)
    room = _keep_room(path)
    try:
        with _named(destination.name):
            count = rows.write(Target(str(path), "GPKG", new), step)
            check_complete(path, new, count)
            with _no_log():
                finish(destination.uri(new))
            step(1.0)
            swap_tables(path, new, destination.table)
    except BaseException:
        # What went wrong first is what the user must hear; the next run removes what could not be removed now.
        _remove(room)
        with suppress(CniError):
            close_journal(path)
        with suppress(CniError):
            drop_table(path, new, with_styles=not had_styles)
        raise
    finally:
        _remove(room)
        with suppress(CniError):
            close_journal(path)


def _keep_room(path: Path) -> Path:
    """Keep room on the disk for the journal of cleaning up; given back when the disk is full."""
    room = _aside(path)
    _remove(room)
    try:
        room.write_bytes(bytes(_ROOM))
    except OSError as fault:
        _remove(room)
        raise CniError("output_failed", name=path.name, reason=fault.strerror) from None
    return room
