"""Makes resources/regions/regions.csv from the reference data: python .ci/regions.py [FOLDER OF REFERENCE DATA]."""

from __future__ import annotations

import csv
import sqlite3
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "resources" / "regions" / "regions.csv"


def make_regions(data: Path) -> dict[str, str]:
    """Region by code of the English local authority district, of every vintage from 2017 to 2024."""
    with sqlite3.connect(f"file:{data / 'wards_2017.gpkg'}?mode=ro", uri=True) as wards:
        regions = dict(wards.execute("select distinct lad17_code, region_name from wards_2017"))
    with (data / "la_to_region.csv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            regions[row["ltla_code"]] = row["region_name"]
    return {code: region for code, region in sorted(regions.items()) if code.startswith("E")}


def main() -> None:
    data = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared" / "data"
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["district_code", "region_name"])
        writer.writerows(make_regions(data).items())


if __name__ == "__main__":
    main()
