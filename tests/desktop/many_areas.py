"""A made-up land of very many output areas, so that working on it takes a while: written once, always the same."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from osgeo import ogr, osr

COUNT = 40_000
PER_DISTRICT = 400
DOMAINS = ("assets", "connections", "engagement")
AREAS, NEEDS, DEPRIVATION, INDEX = "areas.gpkg", "needs.csv", "deprivation.csv", "index.json"
_SIDE = 1_000


def write_files(folder: Path) -> None:
    """Write boundaries, tables of three domain scores and of deprivation scores, and an index that adds the three.

    folder: made here.
    """
    folder.mkdir()
    random = np.random.default_rng(4)
    codes = [f"E00{number:06d}" for number in range(1, COUNT + 1)]
    _write_areas(folder / AREAS, codes, random.integers(100, 500, COUNT).tolist())
    needs = random.gamma(2.0, 11.0, (len(DOMAINS), COUNT)).round(3)
    _write_table(folder / NEEDS, codes, dict(zip((f"{domain}_score" for domain in DOMAINS), needs)))
    # Deprivation goes with need, so that many areas are high on both.
    deprivation = (needs[0] + random.gamma(2.0, 11.0, COUNT)).round(3)
    _write_table(folder / DEPRIVATION, codes, {"imd_score": deprivation})
    (folder / INDEX).write_text(json.dumps(_index()), encoding="utf-8")


def _write_areas(path: Path, codes: list[str], people: list[int]) -> None:
    """Squares of a kilometre, in rows."""
    british = osr.SpatialReference()
    british.ImportFromEPSG(27700)
    file = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = file.CreateLayer("areas", british, ogr.wkbPolygon)
    for name in ("oa21_code", "oa21_name", "district_code", "district_name"):
        layer.CreateField(ogr.FieldDefn(name, ogr.OFTString))
    layer.CreateField(ogr.FieldDefn("population", ogr.OFTInteger))
    file.StartTransaction()
    for number, (code, count) in enumerate(zip(codes, people)):
        district = number // PER_DISTRICT + 1
        feature = ogr.Feature(layer.GetLayerDefn())
        values = (code, f"Area {number + 1}", f"E07{district:06d}", f"District {district}", count)
        for field, value in enumerate(values):
            feature.SetField(field, value)
        feature.SetGeometryDirectly(_square(number))
        layer.CreateFeature(feature)
    file.CommitTransaction()


def _square(number: int) -> ogr.Geometry:
    columns = round(COUNT**0.5)
    x, y = (_SIDE * (100 + number % columns), _SIDE * (100 + number // columns))
    ring = ogr.Geometry(ogr.wkbLinearRing)
    for right, up in ((0, 0), (1, 0), (1, 1), (0, 1), (0, 0)):
        ring.AddPoint_2D(x + right * _SIDE, y + up * _SIDE)
    square = ogr.Geometry(ogr.wkbPolygon)
    square.AddGeometryDirectly(ring)
    return square


def _write_table(path: Path, codes: list[str], columns: dict[str, np.ndarray]) -> None:
    lines = [",".join(("oa21_code", *columns))]
    lines += [",".join((code, *map(str, row))) for code, row in zip(codes, zip(*columns.values()))]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _index() -> dict[str, object]:
    domains = [
        {
            "id": domain,
            "title": domain.capitalize(),
            "weight": 1,
            "published": {"kind": "score", "columns": [f"{domain}_score"]},
        }
        for domain in DOMAINS
    ]
    return {
        "format": 1,
        "id": "many-areas",
        "title": "Made-up index of many areas",
        "short": "Made-up index",
        "status": "own",
        "geography": "oa2021",
        "sources": ["Made up: none of its places is real"],
        "notes": "The equal sum of three made-up domain scores.",
        "limits": {"cni": 10, "imd": 10},
        "domains": domains,
        "aggregate": "sum",
    }
