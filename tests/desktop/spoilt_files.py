"""The sample county's files, good ones that say their year, and ones with a fault each."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Callable, Iterable
from pathlib import Path

from files import table_rows
from officer_files import sample_files
from osgeo import gdal

SAMPLE = sample_files()
NEEDS, SCORES, LOOKUP, AREAS, INDEX = "needs.csv", "scores 2011.csv", "parts 2011.csv", "wards.gpkg", "index.json"
Row = dict[str, str]


def write_good(folder: Path) -> None:
    """Files of which a map can be made. The small areas are said to be those of 2011."""
    folder.mkdir()
    _table(folder / NEEDS, table_rows(SAMPLE.path(SAMPLE.needs)))
    _table(folder / SCORES, _of_year(table_rows(SAMPLE.path(SAMPLE.deprivation)), 11))
    _table(folder / LOOKUP, _of_year(table_rows(SAMPLE.path(SAMPLE.lookup)), 11))
    (folder / AREAS).write_bytes(SAMPLE.path(SAMPLE.areas).read_bytes())
    (folder / INDEX).write_bytes(SAMPLE.path(SAMPLE.definition).read_bytes())


def write_bad(folder: Path) -> None:
    """A file for each fault, called after it."""
    folder.mkdir()
    (folder / "libraries.gpkg").write_bytes(SAMPLE.path("places.gpkg").read_bytes())
    _boundaries(folder / "no system.shp", "")
    (folder / "no system.prj").unlink()
    _boundaries(folder / "twice.gpkg", "UPDATE twice SET ward_code = 'X05000001' WHERE ward_code = 'X05000002'")
    _boundaries(folder / "welsh wards.gpkg", "UPDATE \"welsh wards\" SET ward_code = 'W' || substr(ward_code, 2)")
    _needs(folder / "column missing.csv", lambda row: row.pop("connectedness_score"))
    _needs(folder / "same everywhere.csv", lambda row: row.update(connectedness_score="5"))
    _needs(
        folder / "words.csv", lambda row: row.update(connectedness_score="low" if "S" in row["ward_name"] else "high")
    )
    _needs(folder / "codes twice.csv", lambda row: row.update(ward_code=row["ward_code"][:-1] + "1"))
    (folder / "headings only.csv").write_text("ward_code,civic_assets_score,connectedness_score\n", encoding="utf-8")
    scores = list(table_rows(SAMPLE.path(SAMPLE.deprivation)))
    _table(folder / "scores 2021.csv", _of_year(map(_renumbered, scores), 21))
    _table(folder / "scores of Wales.csv", (_renamed(row) for row in scores))
    (folder / "broken.json").write_text('{"format": 1, "id": "broken",\n "domains": [', encoding="utf-8")
    faulty = json.loads(SAMPLE.path(SAMPLE.definition).read_text(encoding="utf-8"))
    faulty["domains"][0]["weight"] = -1
    (folder / "faulty.json").write_text(json.dumps(faulty), encoding="utf-8")


def closed_folder(folder: Path) -> Path:
    """A folder that nothing can be written to."""
    folder.mkdir(mode=0o555)
    # The administrator may write anywhere but into the kernel's own folders.
    return Path("/sys") if os.access(folder, os.W_OK) else folder


def _needs(path: Path, spoil: Callable[[Row], object]) -> None:
    rows = list(table_rows(SAMPLE.path(SAMPLE.needs)))
    for row in rows:
        spoil(row)
    _table(path, rows)


def _table(path: Path, rows: Iterable[Row]) -> None:
    rows = list(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def _of_year(rows: Iterable[Row], year: int) -> Iterable[Row]:
    """The same rows, where the heading of the small areas' codes says a year."""
    for row in rows:
        yield {(f"sa{year}cd" if name == "small_area_code" else name): value for name, value in row.items()}


def _renumbered(row: Row) -> Row:
    """One small area in ten has a new code, as after a revision of their boundaries."""
    code = row["small_area_code"]
    return {**row, "small_area_code": f"X019{code[4:]}" if code.endswith("7") else code}


def _renamed(row: Row) -> Row:
    row = dict(row)
    code, name = row.pop("small_area_code"), row.pop("small_area_name")
    return {"lsoa11cd": f"W{code[1:]}", "lsoa11nm": name, **row}


def _boundaries(path: Path, change: str) -> None:
    driver = "ESRI Shapefile" if path.suffix == ".shp" else "GPKG"
    written = gdal.VectorTranslate(str(path), str(SAMPLE.path(SAMPLE.areas)), format=driver, layerName=path.stem)
    if change:
        written.ExecuteSQL(change)
    written.FlushCache()
    del written
