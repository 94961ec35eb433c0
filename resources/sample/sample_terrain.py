"""Coastline, people per square kilometre and the fine mesh that everything is cut from."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from sample_county import COAST, ESTUARY, EXTENT_KM, INLAND_BORDER, ISLAND, RIVERS, SPIT, TOTAL_POPULATION, TOWNS, Town
from scipy.ndimage import map_coordinates
from scipy.spatial import Voronoi, cKDTree
from shapely.geometry import LineString, Point, Polygon
from shapely.ops import unary_union
from shapely.prepared import prep

GRID = 1024
COAST_SPACING = 0.15
CELLS_PER_SMALL_AREA = 60
COARSEST_SPACING = 0.4
COAST_WARP = 1.15


@dataclass(frozen=True)
class Mesh:
    """Cells of the county: Voronoi diagram of jittered points, with what stands on each cell."""

    voronoi: Voronoi
    xy: np.ndarray
    land: np.ndarray
    population: np.ndarray
    density: np.ndarray


def fractal_field(rng: np.random.Generator, slope: float, longest_km: float) -> np.ndarray:
    """A random field with a power-law spectrum, mean 0 and standard deviation 1, over the whole extent."""
    frequency = np.fft.fftfreq(GRID, d=EXTENT_KM / GRID)
    radius = np.hypot(frequency[:, None], frequency[None, :])
    amplitude = np.maximum(radius, 1.0 / longest_km) ** -slope
    amplitude[0, 0] = 0.0
    field = np.fft.ifft2(np.fft.fft2(rng.standard_normal((GRID, GRID))) * amplitude).real
    return (field - field.mean()) / field.std()


def sample(field: np.ndarray, xy: np.ndarray) -> np.ndarray:
    """Values of a field at points in kilometres."""
    return map_coordinates(field, (xy.T + 8.0) * (GRID / EXTENT_KM), order=1, mode="wrap")


def warp(xy: np.ndarray, fields: tuple[np.ndarray, np.ndarray], amount: float) -> np.ndarray:
    """Points pushed about by two fields: turns drawn straight lines into natural ones."""
    return xy + amount * np.column_stack([sample(fields[0], xy), sample(fields[1], xy)])


def tapered(line: tuple[tuple[float, float, float], ...]) -> Polygon:
    """A line whose half-width changes from point to point, as a polygon."""
    links = [
        unary_union([Point(a[:2]).buffer(a[2]), Point(b[:2]).buffer(b[2])]).convex_hull for a, b in zip(line, line[1:])
    ]
    return unary_union(links)


def land_shape() -> Polygon:
    """The county as drawn: outline, spit and island, less the estuary and its creeks."""
    outline = Polygon(INLAND_BORDER + COAST)
    water = unary_union([tapered(line) for line in ESTUARY])
    return unary_union([outline.difference(water), tapered(SPIT), tapered(ISLAND).difference(tapered(ESTUARY[0]))])


def spread_along(lines: list[LineString], step: float) -> np.ndarray:
    """Points every ``step`` kilometres along lines."""
    points = [line.interpolate(d).coords[0] for line in lines for d in np.arange(0.0, line.length, step)]
    return np.array(points)


def coast_points(land: Polygon) -> np.ndarray:
    """Points along the shore, the inland border left out."""
    inland = LineString(INLAND_BORDER).buffer(0.05)
    shore = land.boundary.difference(inland)
    return spread_along(list(shore.geoms), 0.05)


class Terrain:
    """The drawn county after warping: answers what is land, how near water is, and how many people live there."""

    def __init__(self, rng: np.random.Generator, villages: list[Town]) -> None:
        """Draw the random fields that bend the sketch."""
        self._shape = prep(land_shape())
        self._coast = cKDTree(coast_points(land_shape()))
        self._border = tuple(fractal_field(rng, 1.78, 16.0) for _ in range(2))
        self._towns = tuple(fractal_field(rng, 1.8, 5.0) for _ in range(2))
        self._fabric = fractal_field(rng, 1.6, 6.0)
        self._rivers = cKDTree(spread_along([LineString(line) for line in RIVERS], 0.1))
        self.places = list(TOWNS) + villages

    def sketch(self, xy: np.ndarray) -> np.ndarray:
        """Where real points stand on the hand-drawn sketch."""
        return warp(xy, self._border, COAST_WARP)

    def is_land(self, xy: np.ndarray) -> np.ndarray:
        """Which points lie in the county and above the tide."""
        bent = self.sketch(xy)
        return np.array([self._shape.contains(Point(p)) for p in bent], dtype=bool)

    def shore_distance(self, xy: np.ndarray) -> np.ndarray:
        """Kilometres to the nearest shore, on land or at sea."""
        return self._coast.query(self.sketch(xy))[0]

    def river_distance(self, xy: np.ndarray) -> np.ndarray:
        """Kilometres to the nearest river."""
        return self._rivers.query(self.sketch(xy))[0]

    def town_shares(self, xy: np.ndarray) -> np.ndarray:
        """People per square kilometre that each town or village adds at each point (points by places)."""
        bent = warp(self.sketch(xy), self._towns, 0.42)
        shares = np.empty((len(xy), len(self.places)))
        for i, town in enumerate(self.places):
            peak = {"city": 4300.0, "village": 1100.0, "coast": 1900.0}.get(town.kind, 2700.0)
            reach = np.sqrt(town.population / (peak * 2.78))
            distance = np.hypot(bent[:, 0] - town.x, bent[:, 1] - town.y)
            shares[:, i] = peak * np.exp(-((distance / reach) ** 4))
        return shares

    def density(self, xy: np.ndarray) -> np.ndarray:
        """People per square kilometre before scaling to the county's total."""
        fabric = np.exp(0.35 * sample(self._fabric, xy))
        return (34.0 + self.town_shares(xy).sum(axis=1)) * fabric


def make_villages(rng: np.random.Generator, names: list[str]) -> list[Town]:
    """Villages scattered over the land, apart from the towns and from each other."""
    land = prep(land_shape().buffer(-1.2))
    taken = [(town.x, town.y, 1.5 + np.sqrt(town.population) / 90.0) for town in TOWNS]
    villages: list[Town] = []
    while len(villages) < len(names):
        x, y = rng.uniform((5.0, 0.0), (80.0, 70.0))
        if not land.contains(Point(x, y)) or any(np.hypot(x - a, y - b) < gap for a, b, gap in taken):
            continue
        people = float(np.clip(rng.lognormal(7.2, 0.6), 500, 5200))
        villages.append(Town(names[len(villages)], x, y, people, "village"))
        taken.append((x, y, 2.4))
    return villages


def leaf_squares(terrain: Terrain) -> tuple[np.ndarray, np.ndarray]:
    """Centres and sides of squares that get finer in towns and along the shore."""
    side = 4.0
    axis = np.arange(-4.0 + side / 2, 88.0, side)
    centres = np.array([(x, y) for x in axis for y in axis])
    done_xy, done_side = [], []
    while len(centres):
        spacing = np.sqrt(1450.0 / (terrain.density(centres) * CELLS_PER_SMALL_AREA))
        spacing = np.minimum(spacing, COARSEST_SPACING)
        shore = terrain.shore_distance(centres)
        near = shore < side * 1.1 + 0.15
        split = (side > spacing * 1.3) | (near & (side > COAST_SPACING * 1.3))
        done_xy.append(centres[~split])
        done_side.append(np.full((~split).sum(), side))
        side /= 2
        corner = np.array([(-1, -1), (-1, 1), (1, -1), (1, 1)]) * side / 2
        centres = (centres[split][:, None, :] + corner[None, :, :]).reshape(-1, 2)
    return np.vstack(done_xy), np.concatenate(done_side)


def make_mesh(rng: np.random.Generator, terrain: Terrain) -> Mesh:
    """The mesh: one jittered point in each square, its Voronoi cell, and the people who live on it."""
    centres, side = leaf_squares(terrain)
    xy = centres + rng.uniform(-0.42, 0.42, centres.shape) * side[:, None]
    density = terrain.density(xy)
    land = terrain.is_land(xy)
    population = np.where(land, density * side**2, 0.0)
    scale = TOTAL_POPULATION / population.sum()
    return Mesh(Voronoi(xy), xy, land, population * scale, density * scale)
