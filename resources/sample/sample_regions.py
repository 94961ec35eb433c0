"""Districts, wards and small areas grown over the mesh, so that each level nests in the one above."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from sample_county import DISTRICTS, SMALL_AREAS, STRADDLERS
from sample_terrain import Mesh, Terrain, fractal_field, sample
from scipy.sparse import coo_matrix, csr_matrix, diags
from scipy.sparse.csgraph import connected_components, dijkstra
from scipy.spatial import cKDTree

OUTSIDE = -1
SMALLEST_ISLAND = 60
RURAL_VOICE = 0.2  # country wards have fewer people: 0 would make all wards equal


@dataclass
class Regions:
    """For every cell of the mesh: the district, ward and small area it lies in, -1 outside the county."""

    district: np.ndarray
    ward: np.ndarray
    small_area: np.ndarray
    ward_district: np.ndarray
    home_ward: np.ndarray


def tidy_land(mesh: Mesh) -> np.ndarray:
    """Land without specks: islets become sea, ponds become land."""
    land = mesh.land.copy()
    for value in (True, False):
        cells = np.flatnonzero(land == value)
        graph = plain_graph(mesh, land == value)[cells][:, cells]
        _, part = connected_components(graph, directed=False)
        small = np.bincount(part)[part] < SMALLEST_ISLAND
        land[cells[small]] = not value
    return land


def plain_graph(mesh: Mesh, keep: np.ndarray) -> csr_matrix:
    """Which kept cells touch, as a symmetric matrix of ones."""
    a, b = mesh.voronoi.ridge_points.T
    both = keep[a] & keep[b]
    return symmetric(a[both], b[both], np.ones(both.sum()), len(keep))


def symmetric(a: np.ndarray, b: np.ndarray, value: np.ndarray, size: int) -> csr_matrix:
    """A symmetric sparse matrix from pairs."""
    return coo_matrix((np.r_[value, value], (np.r_[a, b], np.r_[b, a])), shape=(size, size)).tocsr()


def join_islands(graph: csr_matrix, xy: np.ndarray) -> csr_matrix:
    """The graph with a causeway from each island to the nearest cell of the mainland."""
    count, part = connected_components(graph, directed=False)
    main = np.bincount(part).argmax()
    mainland = np.flatnonzero(part == main)
    tree = cKDTree(xy[mainland])
    ends = []
    for island in np.setdiff1d(np.arange(count), [main]):
        own = np.flatnonzero(part == island)
        distance, nearest = tree.query(xy[own])
        ends.append((own[distance.argmin()], mainland[nearest[distance.argmin()]], distance.min()))
    if not ends:
        return graph
    a, b, length = np.array(ends).T
    return graph + symmetric(a.astype(int), b.astype(int), length, len(xy))


def travel_graph(mesh: Mesh, terrain: Terrain, land: np.ndarray, rng: np.random.Generator) -> csr_matrix:
    """Costs of growing from cell to cell: rivers and the edges of towns are slow, so boundaries settle there."""
    ground = np.exp(0.55 * sample(fractal_field(rng, 1.3, 6.0), mesh.xy))
    ground = ground * (1.0 + 5.0 * np.exp(-((terrain.river_distance(mesh.xy) / 0.28) ** 2)))
    a, b = mesh.voronoi.ridge_points[land[mesh.voronoi.ridge_points].all(axis=1)].T
    length = np.hypot(*(mesh.xy[a] - mesh.xy[b]).T)
    edge = np.abs(np.log(mesh.density[a] / mesh.density[b]))
    return symmetric(a, b, length * (ground[a] + ground[b]) / 2 * (1.0 + 2.5 * edge), len(land))


def grow(graph: csr_matrix, seeds: np.ndarray) -> np.ndarray:
    """Index of the seed that reaches each cell first."""
    _, _, source = dijkstra(graph, directed=False, indices=seeds, min_only=True, return_predecessors=True)
    order = np.full(graph.shape[0], OUTSIDE)
    order[seeds] = np.arange(len(seeds))
    return np.where(source >= 0, order[source], OUTSIDE)


def first_seeds(graph: csr_matrix, people: np.ndarray, count: int, rng: np.random.Generator) -> np.ndarray:
    """Seeds spread over the people: each next one tends to be far from those before."""
    seeds = [int(rng.choice(len(people), p=people / people.sum()))]
    near = dijkstra(graph, directed=False, indices=seeds[0])
    for _ in range(count - 1):
        chance = people * near**2
        seeds.append(int(rng.choice(len(people), p=chance / chance.sum())))
        near = np.minimum(near, dijkstra(graph, directed=False, indices=seeds[-1]))
    return np.array(seeds)


def centre_cells(xy: np.ndarray, people: np.ndarray, label: np.ndarray, count: int) -> np.ndarray:
    """For each label the cell nearest to the middle of its people."""
    total = np.bincount(label, people, count)
    middle = np.column_stack([np.bincount(label, people * xy[:, k], count) / total for k in (0, 1)])
    distance = np.hypot(*(xy - middle[label]).T)
    order = np.lexsort((distance, label))
    first = np.r_[True, np.diff(label[order]) > 0]
    return order[first]


def part_up(graph: csr_matrix, xy: np.ndarray, people: np.ndarray, count: int, rng: np.random.Generator) -> np.ndarray:
    """Divide connected cells into ``count`` connected parts of roughly equal population.

    Parts with too many people grow more slowly in the next round; the most even round is kept.
    """
    seeds = first_seeds(graph, people, count, rng)
    slow = np.ones(len(xy))
    best, best_spread = np.zeros(len(xy), dtype=int), np.inf
    for _ in range(30):
        label = grow(diags(slow) @ graph @ diags(slow), seeds)
        total = np.bincount(label, people, count)
        spread = np.log(total).std()
        if spread < best_spread:
            best, best_spread = label, spread
        slow = slow * (total / total.mean())[label] ** 0.12
        seeds = centre_cells(xy, people, label, count)
    return best


def share_out(weights: np.ndarray, total: int, least: int) -> np.ndarray:
    """Whole numbers that add to ``total``, in proportion to weights and at least ``least`` each."""
    wanted = weights / weights.sum() * total
    counts = np.maximum(np.floor(wanted).astype(int), least)
    while counts.sum() != total:
        step = 1 if counts.sum() < total else -1
        gap = np.where((step < 0) & (counts <= least), -np.inf, step * (wanted - counts))
        counts[gap.argmax()] += step
    return counts


def divide(
    graph: csr_matrix,
    mesh: Mesh,
    people: np.ndarray,
    parent: np.ndarray,
    counts: np.ndarray,
    rng: np.random.Generator,
) -> tuple[np.ndarray, np.ndarray]:
    """Divide every parent region evenly by people; gives the label of each cell and the parent of each label."""
    by_people = diags(mesh.density**0.25) @ graph @ diags(mesh.density**0.25)
    label = np.full(len(parent), OUTSIDE)
    parents: list[int] = []
    for region, count in enumerate(counts):
        cells = np.flatnonzero(parent == region)
        own = join_islands(by_people[cells][:, cells], mesh.xy[cells])
        parts = part_up(own, mesh.xy[cells], people[cells], count, rng)
        label[cells] = parts + len(parents)
        parents += [region] * count
    return label, np.array(parents)


def district_of_cells(graph: csr_matrix, mesh: Mesh, land: np.ndarray) -> np.ndarray:
    """Districts grown from the points drawn for them."""
    cells = np.flatnonzero(land)
    drawn = [(i, point) for i, district in enumerate(DISTRICTS) for point in district.seeds]
    _, nearest = cKDTree(mesh.xy[cells]).query([point for _, point in drawn])
    label = grow(join_islands(graph[cells][:, cells], mesh.xy[cells]), nearest)
    district = np.full(len(land), OUTSIDE)
    district[cells] = np.array([i for i, _ in drawn])[label]
    return district


def connected(graph: csr_matrix, cells: np.ndarray) -> bool:
    """Whether cells hang together."""
    return len(cells) > 0 and connected_components(graph[cells][:, cells], directed=False)[0] == 1


def lend(graph: csr_matrix, people: np.ndarray, label: np.ndarray, taker: int, giver: int, share: float) -> bool:
    """Move cells of ``giver`` that lie nearest to ``taker`` until they hold ``share`` of the taker's people."""
    own, other = np.flatnonzero(label == taker), np.flatnonzero(label == giver)
    both = np.r_[own, other]
    distance = dijkstra(graph[both][:, both], directed=False, indices=np.arange(len(own)), min_only=True)[len(own) :]
    order = np.argsort(distance, kind="stable")
    held = np.cumsum(people[other[order]])
    moved = other[order[: 1 + np.searchsorted(held, share * people[own].sum())]]
    rest = np.setdiff1d(other, moved)
    if people[rest].sum() < 900 or not connected(graph, moved) or not connected(graph, rest):
        return False
    label[moved] = taker
    return True


def straddle(
    graph: csr_matrix, mesh: Mesh, ward: np.ndarray, label: np.ndarray, district: np.ndarray, rng: np.random.Generator
) -> None:
    """Let some small areas reach over into the next ward of their district, as real ones do after a ward review."""
    a, b = graph.nonzero()
    over = (label[a] != label[b]) & (ward[a] != ward[b])
    pairs, sides = np.unique(np.column_stack([label[a], label[b]])[over], axis=0, return_counts=True)
    pairs = pairs[sides >= 4]
    used: set[int] = set()
    for taker, giver in pairs[rng.permutation(len(pairs))]:
        if len(used) >= 2 * STRADDLERS:
            return
        if used & {taker, giver} or district[taker] != district[giver]:
            continue
        if lend(graph, mesh.population, label, taker, giver, rng.uniform(0.2, 0.6)):
            used |= {taker, giver}


def make_regions(mesh: Mesh, terrain: Terrain, rng: np.random.Generator) -> Regions:
    """Grow the three levels, largest first."""
    land = tidy_land(mesh)
    graph = travel_graph(mesh, terrain, land, rng)
    district = district_of_cells(graph, mesh, land)
    voice = mesh.population * mesh.density**-RURAL_VOICE
    ward, ward_district = divide(graph, mesh, voice, district, np.array([d.wards for d in DISTRICTS]), rng)
    people = np.bincount(ward[ward >= 0], mesh.population[ward >= 0])
    small_area, home = divide(graph, mesh, mesh.population, ward, share_out(people, SMALL_AREAS, 2), rng)
    straddle(graph, mesh, ward, small_area, ward_district[home], rng)
    return Regions(district, ward, small_area, ward_district, home)
