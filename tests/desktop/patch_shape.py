"""A patch to draw across three areas, and what is to be found of it, by geometry alone."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations
from math import cos, pi, sin

from qgis.core import QgsGeometry, QgsPointXY, QgsVectorLayer

CORNERS = 6


def areas_by_code(layer: QgsVectorLayer) -> dict[str, QgsGeometry]:
    return {feature["area_code"]: feature.geometry() for feature in layer.getFeatures()}


def shares_of_land(patch: QgsGeometry, areas: Mapping[str, QgsGeometry]) -> dict[str, float]:
    """The part of the patch's land that lies in each area it touches, by code."""
    found = {code: patch.intersection(area).area() / patch.area() for code, area in areas.items()}
    return {code: share for code, share in found.items() if share > 1e-9}


def people_in(patch: QgsGeometry, areas: Mapping[str, QgsGeometry], people: Mapping[str, float]) -> dict[str, float]:
    """How many people of each area live in the patch if they live spread evenly over its land."""
    pieces = {code: patch.intersection(area).area() / area.area() for code, area in areas.items()}
    return {code: people[code] * piece for code, piece in pieces.items() if piece > 0}


def across_three(areas: Mapping[str, QgsGeometry], size: float) -> list[QgsPointXY]:
    """The corners of a patch around a point where three areas meet, with a good part of each and nothing of a fourth.

    size: how far the corners are from that point, in the layer's units; smaller where that does not fit.
    """
    touching = [
        (one, two)
        for one, two in combinations(sorted(areas), 2)
        if areas[one].boundingBoxIntersects(areas[two].boundingBox()) and areas[one].intersects(areas[two])
    ]
    pairs = set(touching)
    for part in (1.0, 0.7, 0.5, 0.35, 0.2):
        for one, two in touching:
            for three in sorted(areas):
                if (one, three) in pairs and (two, three) in pairs:
                    meeting = areas[one].intersection(areas[two]).intersection(areas[three])
                    corners = [] if meeting.isEmpty() else _around(meeting.centroid().asPoint(), part * size)
                    if corners and _fits(corners, areas, (one, two, three)):
                        return corners
    raise AssertionError("nowhere do three areas meet so that a patch across them can be drawn")


def _around(middle: QgsPointXY, radius: float) -> list[QgsPointXY]:
    angles = [2 * pi * corner / CORNERS for corner in range(CORNERS)]
    return [QgsPointXY(middle.x() + radius * cos(a), middle.y() + radius * sin(a)) for a in angles]


def _fits(corners: list[QgsPointXY], areas: Mapping[str, QgsGeometry], wanted: tuple[str, ...]) -> bool:
    shares = shares_of_land(QgsGeometry.fromPolygonXY([corners]), areas)
    return set(shares) == set(wanted) and min(shares.values()) > 0.15 and sum(shares.values()) > 0.995
