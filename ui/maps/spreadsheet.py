"""Tables for a spreadsheet: CSV that Excel reads as UTF-8, and workbooks of several sheets.

Whatever begins like a formula is text in both: names of areas and columns come from files that anyone may have made.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
from osgeo import gdal, ogr

from ...core.errors import CniError
from .geopackage import write_geopackage
from .result_layer import Destination, Target, plain_values

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\]")
_LONGEST_TITLE = 31
_BATCH = 250
_KINDS = {"i": ogr.OFTInteger64, "u": ogr.OFTInteger64, "f": ogr.OFTReal}


@dataclass(frozen=True, eq=False)
class Sheet:
    """A table with its title. Missing values become empty cells."""

    title: str
    table: pd.DataFrame


def as_text(value: str) -> str:
    """Text that no spreadsheet takes for a formula: an apostrophe goes before what begins like one."""
    return f"'{value}" if value.startswith(_FORMULA) else value


def as_cells(table: pd.DataFrame) -> pd.DataFrame:
    """The table with every text, its headings too, safe from being taken for a formula; numbers stay numbers."""
    safe = table.copy()
    for name in table.columns:
        if not pd.api.types.is_numeric_dtype(table[name]):
            safe[name] = [as_text(v) if isinstance(v, str) else v for v in table[name].astype(object)]
    return safe.rename(columns=as_text)


@dataclass(frozen=True, eq=False)
class Workbook:
    """Sheets as a file of a spreadsheet. CSV holds the first one alone."""

    sheets: Sequence[Sheet]

    def write(self, target: Target, step: Callable[[float], None]) -> int:
        """Write a new file. Returns the rows written. Raises `output_failed` with the reason."""
        path = Path(target.source)
        safe = [Sheet(_sheet_title(sheet.title), as_cells(sheet.table)) for sheet in self.sheets]
        try:
            if target.driver == "CSV":
                safe = safe[:1]
                _write_csv(path, safe[0].table, step)
            else:
                _write_workbook(path, safe, step)
                _check_whole(path)
        except (OSError, RuntimeError, zipfile.BadZipFile) as fault:
            reason = getattr(fault, "strerror", None) or str(fault)
            raise CniError("output_failed", name=path.name, reason=reason) from None
        return sum(len(sheet.table) for sheet in safe)


def _sheet_title(title: str) -> str:
    return _NOT_IN_TITLES.sub(" ", title)[:_LONGEST_TITLE]


def _write_csv(path: Path, table: pd.DataFrame, step: Callable[[float], None]) -> None:
    """With a mark of its encoding, without which Excel would take it for that of Windows, and the format's own ends of
    lines, so that either half of these is quoted inside a text."""
    step(0.0)
    table.to_csv(path, index=False, encoding="utf-8-sig", lineterminator="\r\n")


def _write_workbook(path: Path, sheets: Sequence[Sheet], step: Callable[[float], None]) -> None:
    dataset = gdal.GetDriverByName("XLSX").Create(str(path), 0, 0, 0, gdal.GDT_Unknown)
    if dataset is None:
        raise RuntimeError(gdal.GetLastErrorMsg())
    total = max(1, sum(len(sheet.table) for sheet in sheets))
    done = 0
    try:
        for sheet in sheets:
            before = done
            _write_sheet(dataset, sheet, lambda rows, before=before: step((before + rows) / total))
            done += len(sheet.table)
    finally:
        # The file is written as the dataset closes.
        dataset = None


def _write_sheet(dataset: gdal.Dataset, sheet: Sheet, told: Callable[[int], None]) -> None:
    layer = dataset.CreateLayer(sheet.title)
    for name in sheet.table.columns:
        kind = sheet.table[name].dtype.kind
        layer.CreateField(ogr.FieldDefn(str(name), _KINDS.get(kind, ogr.OFTString)))
    columns = [_values(sheet.table[name]) for name in sheet.table.columns]
    if sheet.table.empty:
        # Headings are written with the first row only.
        layer.CreateFeature(ogr.Feature(layer.GetLayerDefn()))
    for number, row in enumerate(zip(*columns)):
        if number % _BATCH == 0:
            told(number)
        feature = ogr.Feature(layer.GetLayerDefn())
        for place, value in enumerate(row):
            if value is not None:
                feature.SetField(place, value)
        if layer.CreateFeature(feature):
            raise RuntimeError(gdal.GetLastErrorMsg())


def _values(column: pd.Series) -> list[object]:
    """Python's own values, None where missing; what is neither text nor a number as text."""
    missing = column.isna().tolist()
    values = plain_values(column)
    plain = [value if isinstance(value, (int, float)) else str(value) for value in values]
    return [None if gone else value for value, gone in zip(plain, missing)]


def _check_whole(path: Path) -> None:
    """GDAL does not tell of a workbook that it could not write to its end."""
    with zipfile.ZipFile(path) as archive:
        damaged = archive.testzip()
    if damaged:
        raise zipfile.BadZipFile(damaged)


def save_spreadsheet(destination: Destination, sheets: Sequence[Sheet], step: Callable[[float], None]) -> None:
    """Save sheets as a workbook, or the first of them as CSV, by the ending; what was there is replaced whole.

    step: told the fraction done; raises to stop. Raises `output_failed` and the faults of `write_geopackage`.
    """
    write_geopackage(destination, Workbook(sheets), _nothing, step)


def _nothing(uri: str) -> None:
    """A spreadsheet has no styles."""
