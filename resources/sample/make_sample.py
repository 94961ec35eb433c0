"""Make the sample county of CNI Mapper: python3 make_sample.py writes all its files next to this script.

Sampleshire is made up. The same seed gives the same files.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import NamedTuple

import geopandas as gpd
import numpy as np
import pandas as pd
import sample_index
import sample_names
import sample_points
import sample_society
from sample_boundaries import polygons, shape_arcs
from sample_county import CRS, DISTRICTS, SEED
from sample_regions import Regions, make_regions
from sample_terrain import Mesh, Terrain, make_mesh, make_villages

FOLDER = Path(__file__).resolve().parent
VILLAGES = 110
MADE_ON = "2024-01-01T00:00:00.000Z"


class County(NamedTuple):
    """The land of the sample: terrain, mesh and regions, and the parts (small area within ward) with their people."""

    terrain: Terrain
    mesh: Mesh
    regions: Regions
    parts: pd.DataFrame
    part_of_cell: np.ndarray


def stream(step: int) -> np.random.Generator:
    """The random numbers of one step, so that a change in one step leaves the others as they were."""
    return np.random.default_rng([SEED, step])


def make_county() -> County:
    """Grow the county from the sketch."""
    villages = make_villages(stream(1), sample_names.village_names(stream(2), VILLAGES))
    terrain = Terrain(stream(3), villages)
    mesh = make_mesh(stream(4), terrain)
    regions = make_regions(mesh, terrain, stream(5))
    parts, part_of_cell = make_parts(mesh, regions)
    return County(terrain, mesh, regions, parts, part_of_cell)


def make_parts(mesh: Mesh, regions: Regions) -> tuple[pd.DataFrame, np.ndarray]:
    """Pieces of small areas by ward, with whole people, and the piece of each cell."""
    inside = regions.ward >= 0
    pairs = np.column_stack([regions.small_area, regions.ward])[inside]
    found, number = np.unique(pairs, axis=0, return_inverse=True)
    part_of_cell = np.full(len(inside), -1)
    number = number.ravel()
    part_of_cell[inside] = number
    people = np.bincount(number, mesh.population[inside])
    parts = pd.DataFrame({"small_area": found[:, 0], "ward": found[:, 1], "population": people.round().astype(int)})
    return parts, part_of_cell


def middles(mesh: Mesh, label: np.ndarray) -> np.ndarray:
    """The middle of the people of each area, in kilometres on the mesh."""
    inside = label >= 0
    people = mesh.population[inside]
    total = np.bincount(label[inside], people)
    return np.column_stack([np.bincount(label[inside], people * mesh.xy[inside, k]) / total for k in (0, 1)])


def ward_frame(county: County) -> pd.DataFrame:
    """Names and districts of the wards, in mesh order, with codes given by district and name."""
    regions, mesh = county.regions, county.mesh
    people = county.parts.groupby("ward")["population"].sum()
    places = sample_names.people_by_place(mesh, county.terrain, regions.ward)
    names = sample_names.name_wards(county.terrain, places, middles(mesh, regions.ward), people.to_numpy())
    frame = pd.DataFrame({"ward_name": names, "district": regions.ward_district, "population": people})
    frame["district_code"] = [DISTRICTS[d].code for d in frame["district"]]
    frame["district_name"] = [DISTRICTS[d].name for d in frame["district"]]
    order = frame.sort_values(["district", "ward_name"]).index
    frame.loc[order, "ward_code"] = [f"X05{i + 1:06d}" for i in range(len(order))]
    return frame


def small_area_frame(county: County, wards: pd.DataFrame) -> pd.DataFrame:
    """Names, people and codes of the small areas, in mesh order."""
    home = county.regions.home_ward
    district = wards["district"].to_numpy()[home]
    north = middles(county.mesh, county.regions.small_area)[:, 1]
    names = sample_names.name_small_areas(district, home, north, [d.name for d in DISTRICTS])
    frame = pd.DataFrame({"small_area_name": names, "district": district})
    frame["population"] = county.parts.groupby("small_area")["population"].sum()
    order = frame.sort_values(["district", "small_area_name"]).index
    frame.loc[order, "small_area_code"] = [f"X01{i + 1:06d}" for i in range(len(order))]
    return frame


def crowding(mesh: Mesh, label: np.ndarray) -> np.ndarray:
    """How urban each area is: the mean log density where its people live, standardised."""
    inside = label >= 0
    people = mesh.population[inside]
    mean = np.bincount(label[inside], people * np.log(mesh.density[inside])) / np.bincount(label[inside], people)
    return sample_society.standard(mean)


def deprivation_frame(county: County, small_areas: pd.DataFrame) -> pd.DataFrame:
    """The deprivation table of the small areas, in mesh order."""
    mesh, label = county.mesh, county.regions.small_area
    places = sample_names.people_by_place(mesh, county.terrain, label)
    people = np.bincount(label[label >= 0], mesh.population[label >= 0])
    latent = sample_society.latent_deprivation(county.terrain, places, people, middles(mesh, label), stream(6))
    table = sample_society.deprivation_table(latent, crowding(mesh, label), stream(7))
    front = small_areas[["small_area_code", "small_area_name"]]
    scores = table[["imd_score", "imd_rank", "imd_decile"]]
    return pd.concat([front, scores, small_areas["population"], table[list(sample_society.MIX)]], axis=1)


def lookup_frame(county: County, wards: pd.DataFrame, small_areas: pd.DataFrame) -> pd.DataFrame:
    """Which small area lies in which ward, with the people of each part."""
    parts = county.parts
    frame = pd.DataFrame(
        {
            "small_area_code": small_areas["small_area_code"].to_numpy()[parts["small_area"]],
            "ward_code": wards["ward_code"].to_numpy()[parts["ward"]],
            "population": parts["population"],
        }
    )
    return frame.sort_values(["small_area_code", "ward_code"], ignore_index=True)


def indicator_frame(county: County, wards: pd.DataFrame, ward_imd: pd.Series) -> pd.DataFrame:
    """The complete indicators of the wards, in mesh order."""
    deprivation = sample_society.standard(np.log(wards["ward_code"].map(ward_imd).to_numpy()))
    xy = middles(county.mesh, county.regions.ward)
    need = sample_society.domain_need(county.terrain, xy, wards["district"].to_numpy(), deprivation, stream(8))
    urban = crowding(county.mesh, county.regions.ward)
    return sample_society.indicator_table(need, deprivation, urban, stream(9))


def needs_frame(wards: pd.DataFrame, indicators: pd.DataFrame, ward_imd: pd.Series) -> pd.DataFrame:
    """The answer file: the index of every ward, and whether the ward is left behind."""
    front = wards.set_index("ward_code")[["ward_name", "district_code", "district_name"]]
    index = sample_index.community_needs(indicators.set_index("ward_code").drop(columns="ward_name"))
    imd_rank = sample_index.rank_of(ward_imd.round(9)).reindex(index.index)
    kind = sample_index.categories(index["cni_rank"], imd_rank)
    index["left_behind"] = (kind == "left_behind").astype(int)
    return front.join(index).sort_index().round(6).reset_index()


def write_layer(frame: gpd.GeoDataFrame, table: str) -> None:
    """Write a small GeoPackage, the same byte for byte each time: fixed date, small pages, none free."""
    path = FOLDER / f"{table}.gpkg"
    path.unlink(missing_ok=True)
    frame.to_file(path, layer=table, driver="GPKG")
    connection = sqlite3.connect(path)
    connection.execute("update gpkg_contents set last_change = ?, description = ?", (MADE_ON, "Sampleshire (made up)"))
    connection.commit()
    connection.execute("pragma page_size = 1024")
    connection.execute("vacuum")
    connection.close()


def write_table(frame: pd.DataFrame, name: str) -> None:
    """Write a table as CSV."""
    frame.to_csv(FOLDER / name, index=False, encoding="utf-8", lineterminator="\n")


def layer(frame: pd.DataFrame, shapes: dict, key: str, columns: list[str]) -> gpd.GeoDataFrame:
    """A frame in mesh order with its polygons, in the order of its codes."""
    shaped = gpd.GeoDataFrame(frame[columns], geometry=[shapes[i] for i in range(len(frame))], crs=CRS)
    return shaped.sort_values(key, ignore_index=True)


def write_boundaries(county: County, wards: pd.DataFrame, small_areas: pd.DataFrame) -> None:
    """Write both polygon layers from the same arcs."""
    arcs = shape_arcs(county.mesh, county.part_of_cell, stream(10))
    ward_shapes = polygons(arcs, county.parts["ward"].to_numpy())
    small_shapes = polygons(arcs, county.parts["small_area"].to_numpy())
    ward_columns = ["ward_code", "ward_name", "district_code", "district_name"]
    write_layer(layer(wards, ward_shapes, "ward_code", ward_columns), "wards")
    small_columns = ["small_area_code", "small_area_name", "population"]
    write_layer(layer(small_areas, small_shapes, "small_area_code", small_columns), "small_areas")


def main() -> None:
    """Make the county and write its files."""
    county = make_county()
    wards = ward_frame(county)
    small_areas = small_area_frame(county, wards)
    deprivation = deprivation_frame(county, small_areas)
    lookup = lookup_frame(county, wards, small_areas)
    ward_imd = sample_index.ward_deprivation(deprivation, lookup)
    complete = indicator_frame(county, wards, ward_imd)
    grants = sample_points.make_grants(wards, complete["grants_per_head_gbp"].to_numpy(), stream(11))
    paid = grants.groupby("ward_code")["amount_gbp"].sum()
    complete["grants_per_head_gbp"] = (wards["ward_code"].map(paid) / wards["population"]).round(2)
    places = sample_points.make_places(county.mesh, county.regions, wards, complete, stream(12))
    gaps = sample_society.with_gaps(complete, stream(13))
    indicators = pd.concat([wards[["ward_code", "ward_name"]], gaps], axis=1).sort_values("ward_code")

    write_boundaries(county, wards, small_areas)
    write_layer(places, "places")
    write_table(lookup, "small_area_to_ward.csv")
    write_table(deprivation.sort_values("small_area_code"), "deprivation.csv")
    write_table(indicators, "indicators.csv")
    write_table(needs_frame(wards, indicators, ward_imd), "community_needs.csv")
    write_table(grants, "grants.csv")


if __name__ == "__main__":
    main()
