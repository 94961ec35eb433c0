"""The tables and saved styles of a GeoPackage, changed through GDAL, which keeps its registrations and indices true."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from osgeo import gdal, ogr

from ...core.errors import CniError

OURS = "CNI Mapper"
"""How the description of each of our saved styles begins."""
_STYLES = "layer_styles"


def sqlite_fault(name: str, reason: str) -> CniError:
    """The fault for what SQLite or GDAL says."""
    lower = reason.lower()
    if "locked" in lower or "busy" in lower:
        return CniError("output_locked", name=name)
    if "readonly" in lower or "read-only" in lower or "unable to open" in lower:
        return CniError("output_not_writable", folder=name, reason=reason)
    return CniError("output_failed", name=name, reason=reason)


def close_journal(path: Path) -> None:
    """Leave a GeoPackage as one plain file: with a write-ahead log it cannot be opened from a read-only folder.

    Raises `output_locked` while others have it open, or `output_failed`; the log then holds part of the content.
    """
    try:
        with closing(sqlite3.connect(path, timeout=0)) as database:
            mode = database.execute("PRAGMA journal_mode = DELETE").fetchone()[0]
    except sqlite3.Error as fault:
        raise sqlite_fault(path.name, str(fault)) from None
    if mode != "delete":
        raise CniError("output_locked", name=path.name)


def check_complete(path: Path, table: str, wanted: int) -> None:
    """Raises `output_failed` when a table has not as many rows as wanted: QGIS's writer says nothing when its last
    commit fails, on a full disk above all."""

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
    raise sqlite_fault(path.name, reason)


def _layer_number(dataset: gdal.Dataset, table: str) -> int | None:
    names = [dataset.GetLayer(i).GetName() for i in range(dataset.GetLayerCount())]
    return next((i for i, name in enumerate(names) if name.lower() == table.lower()), None)


def _delete(dataset: gdal.Dataset, table: str) -> None:
    number = _layer_number(dataset, table)
    if number is not None:
        dataset.DeleteLayer(number)


def _transaction(work: Callable[[gdal.Dataset], None]) -> Callable[[gdal.Dataset], None]:
    """Work as one transaction. Some builds of SQLite would blank every dropped page, and keep each in the journal."""

    def whole(dataset: gdal.Dataset) -> None:
        dataset.ReleaseResultSet(dataset.ExecuteSQL("PRAGMA secure_delete = OFF"))
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


def knows_styles(path: Path) -> bool:
    """Whether a GeoPackage has a table of styles."""
    return _with_dataset(path, lambda dataset: _layer_number(dataset, _STYLES) is not None)


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
