"""The region of each English district, which result layers do not hold."""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path

_FILE = Path(__file__).parents[3] / "resources" / "regions" / "regions.csv"


@lru_cache(maxsize=1)
def regions_of_districts() -> dict[str, str]:
    """The region of England by the code of the district, of every vintage from 2017 to 2024."""
    with _FILE.open(encoding="utf-8", newline="") as rows:
        return {row["district_code"]: row["region_name"] for row in csv.DictReader(rows)}
