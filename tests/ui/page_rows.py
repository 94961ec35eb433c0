"""Results made by hand for tests of printed pages: a few areas, and a run record such as cni:map writes."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pandas as pd
from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry

from cni_mapper.ui.maps.layouts.page import PrintedResult

RECORD: dict[str, Any] = {
    "format": 1,
    "plugin": "0.1.0",
    "index": "Community Needs Index 2019",
    "short": "CNI 2019",
    "status": "published",
    "variant": False,
    "changed": False,
    "definition": {"id": "cni-2019", "sources": ["Local Trust and OCSI, Community Needs Index 2019"]},
    "domain_titles": {"civic_assets": "Civic assets"},
    "deprivation": "deprivation.csv",
    "limits": {
        "cni": {"amount": "10", "is": "percent", "places": 743},
        "imd": {"amount": "10", "is": "percent", "places": 743},
    },
    "universe": {
        "place": "England",
        "noun": "ward",
        "plural": "wards",
        "areas": 7433,
        "whole": True,
        "ranked": {"cni": 7433, "imd": 7433},
    },
    "inputs": [
        {"role": "AREAS", "name": "wards.gpkg", "geography": "wards of 2017"},
        {"role": "TABLES", "name": "cni.csv", "geography": "wards of 2017"},
        {"role": "DEPRIVATION", "name": "deprivation.csv", "geography": "LSOAs of 2011"},
        {"role": "LOOKUP", "name": "lookup.csv", "geography": ""},
    ],
    "warnings": [],
}
COUNT_735 = {"amount": "735", "is": "count", "places": 735}
NAMES = ("Abbey", "Bridge", "Castle", "Dock", "Eastgate")
"""Of the five areas of `five`: left behind, deprived, high need, other, no data."""


def record(**changes: Any) -> dict[str, Any]:
    """The record with some entries changed; those of `limits` and `universe` one by one."""
    changed = deepcopy(RECORD)
    for key, value in changes.items():
        if key in ("limits", "universe"):
            changed[key].update(value)
        else:
            changed[key] = value
    return changed


def own_variant(percent: str, places: int, **changes: Any) -> dict[str, Any]:
    """The record of a run with another limit on both indices."""
    limit = {"amount": percent, "is": "percent", "places": places}
    return record(variant=True, changed=True, limits={"cni": limit, "imd": limit}, **changes)


def five(**columns: list[Any]) -> pd.DataFrame:
    """Five areas of one district, of each category one, with columns replaced by `columns`."""
    given = {
        "area_code": [f"E0500000{i}" for i in range(1, 6)],
        "area_name": list(NAMES),
        "district_code": ["E06000001"] * 5,
        "district_name": ["Seaport"] * 5,
        "population": [3000.0, 2000.0, 1000.0, 4000.0, float("nan")],
        "cni_rank": [700, 2000, 50, 2600, None],
        "cni_decile": [1, 3, 1, 4, None],
        "imd_rank": [20, 30, 900, 7000, 1],
        "imd_decile": [1, 1, 2, 10, 1],
        "civic_assets_decile": [2, 10, 1, 1, None],
        "category": ["left_behind", "deprived", "high_need", "other", "no_data"],
        "left_behind_published": ["yes", "no", "no", "no", "unknown"],
        "quality": ["estimated", "best_fit", "partial", "best_fit", None],
        **columns,
    }
    table = pd.DataFrame(given)
    whole = [name for name in table.columns if name.endswith(("_rank", "_decile"))]
    return table.astype(dict.fromkeys(whole, "Int64"))


def printed(table: pd.DataFrame | None = None, given: dict[str, Any] | None = None) -> PrintedResult:
    """A result of these rows, without shapes."""
    table = five() if table is None else table
    shapes = [QgsGeometry() for _ in range(len(table))]
    crs = QgsCoordinateReferenceSystem("EPSG:27700")
    return PrintedResult(table, shapes, crs, record() if given is None else given, "result")
