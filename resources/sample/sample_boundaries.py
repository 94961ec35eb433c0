"""Boundaries: edges of the mesh joined to arcs, each shaped once, so that neighbours share them exactly."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
from sample_county import ORIGIN
from sample_terrain import Mesh
from shapely.geometry import LineString, MultiPolygon, Polygon
from shapely.ops import polygonize
from shapely.strtree import STRtree

Segment = tuple[tuple[float, float], tuple[float, float]]
OUTSIDE = -1


def mesh_edges(mesh: Mesh, part: np.ndarray) -> dict[tuple[int, int], tuple[int, int]]:
    """Edges of the mesh between different parts: (vertex, vertex) to (part on the left, part on the right)."""
    edges = {}
    vertices, xy = mesh.voronoi.vertices, mesh.xy
    for (p, q), (v, w) in zip(mesh.voronoi.ridge_points, mesh.voronoi.ridge_vertices):
        if part[p] == part[q] or v < 0 or w < 0:
            continue
        along, to_p = vertices[w] - vertices[v], xy[p] - vertices[v]
        p_is_left = along[0] * to_p[1] - along[1] * to_p[0] > 0
        edges[(v, w)] = (part[p], part[q]) if p_is_left else (part[q], part[p])
    return edges


def chain_edges(edges: dict[tuple[int, int], tuple[int, int]]) -> list[tuple[list[int], tuple[int, int]]]:
    """Join edges to arcs that run from junction to junction (or round an island)."""
    around: dict[int, list[int]] = defaultdict(list)
    for v, w in edges:
        around[v].append(w)
        around[w].append(v)
    junctions = [v for v, ends in around.items() if len(ends) != 2]
    seen: set[tuple[int, int]] = set()
    arcs = []
    for start in junctions + list(around):
        for step in around[start]:
            if (start, step) in seen:
                continue
            path = follow(start, step, around)
            seen.update(zip(path, path[1:]))
            seen.update(zip(path[1:], path))
            sides = edges.get((path[0], path[1])) or edges[(path[1], path[0])][::-1]
            arcs.append((path, sides))
    return arcs


def follow(start: int, step: int, around: dict[int, list[int]]) -> list[int]:
    """Walk from a vertex along its edges to the next junction, or back to the start."""
    path = [start, step]
    while len(around[path[-1]]) == 2 and path[-1] != start:
        a, b = around[path[-1]]
        path.append(b if a == path[-2] else a)
    return path


def smooth(points: np.ndarray, rounds: int) -> np.ndarray:
    """Average each point with its neighbours, the ends held, which takes the saw-teeth off mesh edges."""
    for _ in range(rounds if len(points) > 3 else 0):
        points = np.vstack([points[:1], (points[:-2] + 2 * points[1:-1] + points[2:]) / 4, points[-1:]])
    return points


def roughen(points: np.ndarray, rng: np.random.Generator, longest: float, amount: float) -> np.ndarray:
    """Break long straight pieces by moving their middles aside, twice over, as hedges and lanes do."""
    for _ in range(2):
        step = np.diff(points, axis=0)
        length = np.hypot(*step.T)
        push = rng.uniform(-amount, amount, len(step))
        middle = points[:-1] + step * rng.uniform(0.4, 0.6, (len(step), 1)) + push[:, None] * step[:, ::-1] * (-1, 1)
        rows = np.vstack([points[:-1], middle])
        order = np.r_[np.arange(len(step)) * 2, np.arange(len(step)) * 2 + 1]
        keep = np.r_[np.ones(len(step), dtype=bool), length > longest]
        rank = np.argsort(order, kind="stable")
        points = np.vstack([rows[rank][keep[rank]], points[-1:]])
    return points


def shape_arc(points: np.ndarray, shore: bool, rng: np.random.Generator) -> np.ndarray:
    """The drawn course of an arc in whole metres."""
    piece = float(np.median(np.hypot(*np.diff(points, axis=0).T)))
    line = LineString(smooth(points, 1)).simplify((0.2 if shore else 0.25) * piece)
    drawn = np.array(line.coords)
    if not shore:
        drawn = roughen(drawn, rng, longest=330.0, amount=0.17)
    return whole_metres(drawn)


def whole_metres(points: np.ndarray) -> np.ndarray:
    """Round to 1 m and drop points that fall together."""
    points = np.round(points)
    return points[np.r_[True, (np.diff(points, axis=0) != 0).any(axis=1)]]


def clashing(lines: list[LineString]) -> set[int]:
    """Arcs that cross themselves or meet another anywhere but at their ends."""
    bad = {i for i, line in enumerate(lines) if not line.is_simple}
    tree = STRtree(lines)
    number = {id(line): i for i, line in enumerate(lines)}
    for i, line in enumerate(lines):
        ends = {line.coords[0], line.coords[-1]}
        for found in tree.query(line):
            j = number[id(found)] if not isinstance(found, (int, np.integer)) else int(found)
            if j <= i:
                continue
            shared = line.intersection(lines[j])
            pieces = getattr(shared, "geoms", [shared])
            if any(p.geom_type != "Point" or p.coords[0] not in ends for p in pieces if not p.is_empty):
                bad |= {i, j}
    return bad


def shape_arcs(mesh: Mesh, part: np.ndarray, rng: np.random.Generator) -> list[tuple[np.ndarray, tuple[int, int]]]:
    """All arcs with their sides; one that would cross another after shaping keeps the mesh's own edges."""
    chained = chain_edges(mesh_edges(mesh, part))
    raw = [mesh.voronoi.vertices[path] * 1000.0 + ORIGIN for path, _ in chained]
    shaped = [shape_arc(p, OUTSIDE in sides, rng) for p, (_, sides) in zip(raw, chained)]
    whole = [i for i, points in enumerate(shaped) if len(points) > 1]
    plain: set[int] = set()
    for _ in range(8):
        bad = {whole[k] for k in clashing([LineString(shaped[i]) for i in whole])} - plain
        if not bad:
            break
        plain |= bad
        for i in bad:
            shaped[i] = whole_metres(raw[i])
    return [(shaped[i], chained[i][1]) for i in whole]


def polygons(arcs: list[tuple[np.ndarray, tuple[int, int]]], owner: np.ndarray) -> dict[int, MultiPolygon]:
    """Polygons of the areas that own the parts: arcs inside one area are left out."""
    left_of: dict[Segment, int] = {}
    lines = []
    lookup = np.r_[owner, OUTSIDE]
    for points, (left, right) in arcs:
        left, right = int(lookup[left]), int(lookup[right])
        if left == right:
            continue
        coords = [tuple(p) for p in points]
        lines.append(LineString(coords))
        for a, b in zip(coords, coords[1:]):
            left_of[(a, b)], left_of[(b, a)] = left, right
    faces: dict[int, list[Polygon]] = defaultdict(list)
    for face in polygonize(lines):
        ring = list(face.exterior.coords)
        if not face.exterior.is_ccw:
            ring.reverse()
        faces[left_of[(ring[0], ring[1])]].append(Polygon(ring, face.interiors))
    return {area: MultiPolygon(found) for area, found in sorted(faces.items()) if area != OUTSIDE}
