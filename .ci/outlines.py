"""Makes resources/outlines/nations.geojson: python .ci/outlines.py [REFERENCE DATA] [world_map.gpkg OF QGIS]."""

from __future__ import annotations

import sys
from pathlib import Path

import geopandas as gpd
import pandas as pd
from shapely.geometry import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "resources" / "outlines" / "nations.geojson"
WORLD = Path("/usr/share/qgis/resources/data/world_map.gpkg")
GRID, LON_LAT = 27700, 4326
GAP, DETAIL, LEAST_PART = 400, 700, 3e6
"""Metres within which cracks are closed and corners rounded off, and m2 of the smallest island."""
DECIMALS = 3


def read_nations(data: Path, world: Path) -> gpd.GeoDataFrame:
    """The areas of the four nations, with the letter their codes begin with."""
    england = gpd.read_file(data / "ltla_2019.gpkg").assign(nation="E", name="England")
    wales = gpd.read_file(data / "msoa_2011_wales.gpkg").assign(nation="W", name="Wales")
    provinces = gpd.read_file(world, layer="states_provinces").to_crs(GRID)
    others = [
        provinces[provinces["gu_a3"] == code].assign(nation=letter, name=name)
        for code, letter, name in (("SCT", "S", "Scotland"), ("NIR", "N", "Northern Ireland"))
    ]
    columns = ["nation", "name", "geometry"]
    return gpd.GeoDataFrame(pd.concat([frame[columns] for frame in (england, wales, *others)]), crs=GRID)


def generalised(areas: gpd.GeoSeries) -> BaseGeometry:
    """One shape of several, without cracks, small islands and detail."""
    closed = areas.buffer(GAP).unary_union.buffer(-GAP).simplify(DETAIL)
    return MultiPolygon(
        [Polygon(part.exterior) for part in getattr(closed, "geoms", [closed]) if part.area > LEAST_PART]
    )


def main() -> None:
    data = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared" / "data"
    world = Path(sys.argv[2]) if len(sys.argv) > 2 else WORLD
    groups = read_nations(data, world).groupby(["nation", "name"])
    rows = [{"nation": letter, "name": name, "geometry": generalised(g.geometry)} for (letter, name), g in groups]
    outlines = gpd.GeoDataFrame(rows, crs=GRID).to_crs(LON_LAT)
    TARGET.unlink(missing_ok=True)
    outlines.to_file(TARGET, driver="GeoJSON", COORDINATE_PRECISION=DECIMALS)


if __name__ == "__main__":
    main()
