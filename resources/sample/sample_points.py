"""Places on the map and grants paid, both in keeping with the ward indicators."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
from sample_county import CRS, ORIGIN
from sample_regions import Regions
from sample_terrain import Mesh
from shapely.geometry import Point

KINDS = {  # kind: how many, and the indicator that says where
    "library": (38, "libraries_per_1000"),
    "community hall": (92, "community_halls_per_1000"),
    "pub": (104, "pubs_and_clubs_per_1000"),
    "park": (52, "green_space_share_percent"),
    "school": (70, None),
    "GP surgery": (46, None),
}
PUBS = (
    "Red Lion", "Plough", "Anchor", "White Hart", "Royal Oak", "Ship", "Fox and Hounds", "Railway", "Wheatsheaf",
    "Swan", "Queen's Head", "Black Horse", "Old Ferry Boat", "Lobster Pot", "Chequers", "Green Man", "Bell",
    "Rising Sun", "Coach and Horses", "Fishermen's Arms",
)  # fmt: skip
SAINTS = (
    "St Mary's", "St Peter's", "All Saints'", "St John's", "St Botolph's", "Holy Trinity", "St Cuthbert's",
    "St Hilda's",
)  # fmt: skip
FUNDERS = (
    "Sampleshire Community Foundation",
    "Merrow Estuary Trust",
    "The Kelder Fund",
    "Tidewater Communities",
)
YEARS = range(2019, 2024)


def place_name(kind: str, ward: str, rng: np.random.Generator) -> str:
    """A name for a place from its kind and its ward."""
    near = ward.partition(" & ")[0].removesuffix(" Rural").removesuffix(" Central")
    saint = str(rng.choice(SAINTS))
    if kind == "pub":
        return f"The {rng.choice(PUBS)}, {near}"
    ends = {
        "library": [f"{near} Library"],
        "community hall": [f"{near} Community Centre", f"{saint} Hall, {near}", f"{near} Memorial Hall"],
        "park": [f"{near} Park", f"{near} Recreation Ground", f"{near} Common"],
        "school": [f"{near} Primary School", f"{saint} School, {near}", f"{near} Academy"],
        "GP surgery": [f"{near} Surgery", f"{near} Medical Centre", f"{near} Health Centre"],
    }
    return str(rng.choice(ends[kind]))


def spread_kind(chance: np.ndarray, count: int, rng: np.random.Generator) -> np.ndarray:
    """Wards of ``count`` places: evenly stepped through the summed chances, so that no ward is lucky."""
    edges = np.cumsum(chance) / chance.sum()
    return np.searchsorted(edges, (np.arange(count) + rng.random()) / count)


def make_places(
    mesh: Mesh, regions: Regions, wards: pd.DataFrame, indicators: pd.DataFrame, rng: np.random.Generator
) -> gpd.GeoDataFrame:
    """Places of six kinds, put down where people live and as densely as the indicators say."""
    rows = []
    cells_of = [np.flatnonzero(regions.ward == w) for w in range(len(wards))]
    for kind, (count, column) in KINDS.items():
        people = wards["population"].to_numpy(dtype=float)
        rate = np.ones(len(wards)) if column is None else indicators[column].to_numpy()
        for ward in spread_kind(people * rate, count, rng):
            cells = cells_of[ward]
            live = mesh.population[cells]
            x, y = mesh.xy[rng.choice(cells, p=live / live.sum())] * 1000.0
            name = place_name(kind, wards["ward_name"].iloc[ward], rng)
            rows.append((name, kind, Point(round(x + ORIGIN[0]), round(y + ORIGIN[1]))))
    frame = pd.DataFrame(rows, columns=["name", "kind", "geometry"]).drop_duplicates("name")
    return gpd.GeoDataFrame(frame.reset_index(drop=True), crs=CRS)


def make_grants(wards: pd.DataFrame, per_head: np.ndarray, rng: np.random.Generator) -> pd.DataFrame:
    """Grants by ward, funder and year that add up to the grants per head of each ward."""
    rows = []
    slots = [(funder, year) for funder in FUNDERS for year in YEARS]
    for code, total in zip(wards["ward_code"], per_head * wards["population"].to_numpy()):
        used = rng.choice(len(slots), size=rng.integers(2, 9), replace=False)
        amounts = np.maximum((rng.dirichlet(np.full(len(used), 1.5)) * total / 100).round() * 100, 300)
        for slot, amount in sorted(zip(used.tolist(), amounts)):
            funder, year = slots[slot]
            rows.append((code, funder, year, int(np.clip(amount // 9000 + rng.integers(1, 4), 1, 25)), int(amount)))
    table = pd.DataFrame(rows, columns=["ward_code", "funder", "year", "n_grants", "amount_gbp"])
    return table.sort_values(["ward_code", "year", "funder"], ignore_index=True)
