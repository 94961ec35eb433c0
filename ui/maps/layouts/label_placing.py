"""Where the names and numbers of areas stand on a map: a search that gives the same places for the same input.

Everything here is in millimetres on paper. A label is a box. Each area offers places on a grid inside it, for each way
to break its text into lines, at a cost: what lies outside the area, the distance from the point farthest from its
edges, and each further line. Then the areas choose in turn, the worst placed first, so that boxes do not overlap: for
some rounds an overlap may pay, then hardly any more.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

_GRID, _STEPS = 0.7, 20
"""Distance in mm of the places that an area offers, less where it is smaller than so many of them."""
_LINES = 3
_OUTSIDE, _AWAY, _LINE, _OVERLAP = 10.0, 0.06, 0.25, 25.0
_STRICT = 400.0
"""What overlap costs at last, so that labels that touch a little part where they can."""
_ROUNDS = 6
_OFFERED = 320
_CELLS, _FINEST, _COARSEST = 80, 0.15, 0.6
"""Cells along the longer side of an area, and the least and greatest length of one in mm."""


@dataclass(frozen=True, eq=False)
class Shape:
    """An area on paper. edges: (n_edges, 4) x, y of both ends of every edge of all rings. pole: its innermost point."""

    edges: np.ndarray
    pole: tuple[float, float]

    @cached_property
    def raster(self) -> _Raster:
        return _raster(self.edges)

    @cached_property
    def grid(self) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
        return _grid(self.raster)


@dataclass(frozen=True)
class Wrapped:
    """One way to break a text into lines, with the size of its box."""

    text: str
    width: float
    height: float


@dataclass(frozen=True)
class Spot:
    """A place that was chosen. x, y: middle of the box. inside: share of the box inside the area."""

    text: str
    x: float
    y: float
    width: float
    height: float
    inside: float


@dataclass(frozen=True, eq=False)
class Offers:
    """The places that an area offers for its label, cheapest first.

    cost, inside: (n,). boxes: (n, 4) x from, y from, x to, y to. wraps: (n,) numbers in `ways`.
    """

    ways: Sequence[Wrapped]
    cost: np.ndarray
    inside: np.ndarray
    boxes: np.ndarray
    wraps: np.ndarray


def line_breaks(text: str) -> list[str]:
    """Every way to break a text between words into at most three lines, fewest lines first."""
    words = text.split()
    found = []
    for breaks in range(min(_LINES, len(words))):
        for cuts in itertools.combinations(range(1, len(words)), breaks):
            ends = (0, *cuts, len(words))
            found.append("\n".join(" ".join(words[a:b]) for a, b in zip(ends, ends[1:])))
    return found


def find_offers(shapes: Sequence[Shape], ways: Sequence[Sequence[Wrapped]], least: float) -> list[Offers]:
    """The places that each area offers. ways: (n_areas,) to break each text, at least one. least: as for `place`."""
    return [_offers(shape, wraps, least) for shape, wraps in zip(shapes, ways)]


def place(offered: Sequence[Offers], least: float, blocked: np.ndarray | None = None) -> list[Spot | None]:
    """The best place found for the label of each area; None where it has no room. No label touches another.

    offered: found with the same or a smaller `least`, which is the share of a label that lies inside its area.
    blocked: (n, 4) boxes that are taken already.
    """
    taken = np.empty((0, 4)) if blocked is None else blocked
    offers = [_best(offer, least) for offer in offered]
    able = [k for k, offer in enumerate(offers) if len(offer.cost)]
    chosen = dict(zip(able, _choose([offers[k] for k in able], taken)))
    spots: list[Spot | None] = [None] * len(offers)
    for k, i in _apart(offers, chosen, taken).items():
        x_from, y_from, x_to, y_to = offers[k].boxes[i].tolist()
        wrap = offers[k].ways[offers[k].wraps[i]]
        middle = ((x_from + x_to) / 2, (y_from + y_to) / 2)
        spots[k] = Spot(wrap.text, *middle, wrap.width, wrap.height, float(offers[k].inside[i]))
    return spots


def _apart(offers: Sequence[Offers], chosen: Mapping[int, int], taken: np.ndarray) -> dict[int, int]:
    """The places that touch no other: of those chosen the freest first, then what else is free for the rest."""
    boxes = {k: offers[k].boxes[i] for k, i in chosen.items()}
    everything = np.vstack([taken, *(box[None] for box in boxes.values())])
    crowd = {k: (overlaps(box[None], everything) > 0).sum() for k, box in boxes.items()}
    kept, used = {}, taken
    for k in sorted(chosen, key=lambda k: (crowd[k], -offers[k].inside[chosen[k]], k)):
        if not (overlaps(boxes[k][None], used) > 0).any():
            kept[k], used = chosen[k], np.vstack([used, boxes[k][None]])
    for k in sorted(chosen.keys() - kept.keys()):
        free = np.flatnonzero(~(overlaps(offers[k].boxes, used) > 0).any(axis=1))
        if len(free):
            kept[k], used = int(free[0]), np.vstack([used, offers[k].boxes[free[0]][None]])
    return kept


def overlaps(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """(n, m) area in mm2 that each of (n, 4) boxes shares with each of (m, 4)."""
    width = np.minimum(first[:, None, 2], second[None, :, 2]) - np.maximum(first[:, None, 0], second[None, :, 0])
    height = np.minimum(first[:, None, 3], second[None, :, 3]) - np.maximum(first[:, None, 1], second[None, :, 1])
    return np.asarray(np.maximum(width, 0) * np.maximum(height, 0))


def _choose(offers: Sequence[Offers], blocked: np.ndarray) -> list[int]:
    """The number of the place that each area takes, after some rounds of best answers to the others' choice."""
    chosen = [0] * len(offers)
    order = sorted(range(len(offers)), key=lambda k: (-offers[k].cost[0], k))
    boxes = np.array([offer.boxes[0] for offer in offers]).reshape(-1, 4)
    reach = [
        (offer.boxes[:, 0].min(), offer.boxes[:, 1].min(), offer.boxes[:, 2].max(), offer.boxes[:, 3].max())
        for offer in offers
    ]
    reaches = np.array(reach).reshape(-1, 4)
    near = [np.flatnonzero(overlaps(reaches[k][None], reaches)[0] > 0) for k in range(len(offers))]
    near = [others[others != k] for k, others in enumerate(near)]
    fixed = [_crowding(offers[k], blocked[overlaps(reaches[k][None], blocked)[0] > 0]) for k in range(len(offers))]
    for weight in (_OVERLAP, _STRICT):
        for _ in range(_ROUNDS):
            before = list(chosen)
            for k in order:
                crowding = fixed[k] + _crowding(offers[k], boxes[near[k]])
                chosen[k] = int(np.argmin(offers[k].cost + weight * crowding))
                boxes[k] = offers[k].boxes[chosen[k]]
            if chosen == before:
                break
    return chosen


def _crowding(offers: Offers, others: np.ndarray) -> np.ndarray:
    """(n,) how much of each box other boxes take, as a share of it."""
    boxes = offers.boxes
    sizes = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    return np.asarray(overlaps(boxes, others).sum(axis=1) / sizes)


def _best(offers: Offers, least: float) -> Offers:
    """The cheapest of those that are inside enough."""
    kept = np.flatnonzero(offers.inside >= least)[:_OFFERED]
    return Offers(offers.ways, offers.cost[kept], offers.inside[kept], offers.boxes[kept], offers.wraps[kept])


def _offers(shape: Shape, ways: Sequence[Wrapped], least: float) -> Offers:
    room = shape.raster.sums[-1, -1]
    fitting = [k for k, wrap in enumerate(ways) if least * wrap.width * wrap.height <= room]
    if not fitting:
        return Offers(ways, np.empty(0), np.empty(0), np.empty((0, 4)), np.empty(0, dtype=int))
    x, y, i, j = shape.grid
    columns, rows = np.append(shape.pole[0], x), np.append(shape.pole[1], y)
    i, j = np.append(0, i + 1), np.append(0, j + 1)
    x, y = columns[j], rows[i]
    away = _AWAY * np.hypot(x - shape.pole[0], y - shape.pole[1])
    strips: dict[float, np.ndarray] = {}
    found = []
    for k in fitting:
        wrap = ways[k]
        if wrap.height not in strips:
            strips[wrap.height] = shape.raster.strips(rows, wrap.height)
        covered = shape.raster.covered(strips[wrap.height], columns, wrap.width)[i, j]
        inside = covered / (wrap.width * wrap.height)
        good = np.flatnonzero(inside >= least)
        cost = _OUTSIDE * (1 - inside[good]) + away[good] + _LINE * wrap.text.count("\n")
        found.append((cost, inside[good], good, np.full(len(good), k)))
    cost, inside, at, wraps = (np.concatenate(parts) for parts in zip(*found))
    order = np.argsort(cost, kind="stable")
    at, wraps = at[order], wraps[order]
    halves = np.array([(wrap.width / 2, wrap.height / 2) for wrap in ways])[wraps]
    middles = np.column_stack([x[at], y[at]])
    return Offers(ways, cost[order], inside[order], np.hstack([middles - halves, middles + halves]), wraps)


@dataclass(frozen=True, eq=False)
class _Raster:
    """Which cells of a grid are in an area. sums: (rows + 1, columns + 1) mm2 left of and below each corner."""

    left: float
    bottom: float
    cell: float
    mask: np.ndarray
    sums: np.ndarray

    def strips(self, y: np.ndarray, height: float) -> np.ndarray:
        """(n_y, columns + 1) mm2 of the area left of each corner in strips of one height around each of (n_y,) rows."""
        return _between(self.sums, (y - self.bottom) / self.cell, height / 2 / self.cell)

    def covered(self, strips: np.ndarray, x: np.ndarray, width: float) -> np.ndarray:
        """(n_y, n_x) mm2 of the area in a box of one width of each strip around each of (n_x,) columns."""
        return _between(strips.T, (x - self.left) / self.cell, width / 2 / self.cell).T


def _between(sums: np.ndarray, middle: np.ndarray, half: float) -> np.ndarray:
    """(n, m) how much running sums (k, m) grow from `half` before each of (n,) middles to `half` after it."""
    return _at(sums, middle + half) - _at(sums, middle - half)


def _at(sums: np.ndarray, position: np.ndarray) -> np.ndarray:
    """(n, m) running sums (k, m) at (n,) positions, which may lie between them or beyond their ends."""
    last = len(sums) - 1
    within = np.minimum(np.maximum(position, 0), last)
    before = np.minimum(within.astype(int), last - 1)
    part = (within - before)[:, None]
    return sums[before] * (1 - part) + sums[before + 1] * part


def _raster(edges: np.ndarray) -> _Raster:
    """The cells whose middle is inside: an odd number of edges lies to the left of it."""
    left, bottom = min(edges[:, 0].min(), edges[:, 2].min()), min(edges[:, 1].min(), edges[:, 3].min())
    width, height = edges[:, 0].max() - left, edges[:, 1].max() - bottom
    cell = float(np.clip(max(width, height) / _CELLS, _FINEST, _COARSEST))
    columns, rows = max(1, math.ceil(width / cell)), max(1, math.ceil(height / cell))
    x1, y1, x2, y2 = edges.T
    middles = bottom + (np.arange(rows) + 0.5) * cell
    edge, row = np.nonzero((y1[:, None] <= middles) != (y2[:, None] <= middles))
    crossing = x1[edge] + (middles[row] - y1[edge]) * (x2[edge] - x1[edge]) / (y2[edge] - y1[edge])
    column = np.clip(np.ceil((crossing - left) / cell - 0.5), 0, columns).astype(int)
    crossings = np.zeros((rows, columns + 1), dtype=int)
    np.add.at(crossings, (row, column), 1)
    mask = np.cumsum(crossings, axis=1)[:, :columns] % 2 == 1
    sums = np.zeros((rows + 1, columns + 1))
    sums[1:, 1:] = np.cumsum(np.cumsum(mask, axis=0), axis=1) * cell**2
    return _Raster(left, bottom, cell, mask, sums)


def _grid(raster: _Raster) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Where the middle of a label may be: x of columns, y of rows, and the row and column of each place inside."""
    size = max(raster.mask.shape) * raster.cell
    stride = max(1, round(min(_GRID, size / _STEPS) / raster.cell))
    first = stride // 2
    inside = raster.mask[first::stride, first::stride]
    rows, columns = (np.arange(first, length, stride) + 0.5 for length in raster.mask.shape)
    i, j = np.nonzero(inside)
    return raster.left + columns * raster.cell, raster.bottom + rows * raster.cell, i, j
