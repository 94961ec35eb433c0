"""The hand-drawn sketch of Sampleshire: outline, water, towns and districts.

All coordinates are kilometres from ``ORIGIN``, so that the numbers stay short
enough to be read and moved by hand. Everything else is grown from this sketch.
"""

from __future__ import annotations

from typing import NamedTuple

SEED = 20190905
ORIGIN = (600_000.0, 200_000.0)
CRS = "EPSG:27700"
EXTENT_KM = 96.0
TOTAL_POPULATION = 1_430_000
SMALL_AREAS = 900
STRADDLERS = 45


class Town(NamedTuple):
    """A built-up place: its centre, its people and its character."""

    name: str
    x: float
    y: float
    population: float
    kind: str


class District(NamedTuple):
    """A district: its number of wards and the points it grows from."""

    code: str
    name: str
    kind: str
    wards: int
    seeds: tuple[tuple[float, float], ...]


# fmt: off
INLAND_BORDER = (
    (46, 2.5), (38, 5), (30, 9), (21, 5.5), (13, 9), (8, 19), (12, 28), (7.5, 38), (11, 48), (9, 59), (19, 64),
    (30, 61.5), (42, 66), (53, 63.5), (62, 68.5),
)
COAST = (
    (65, 68), (67.5, 63), (70.5, 59), (71, 54), (73.5, 49), (74.5, 44), (72.5, 38), (69.5, 33.5), (66, 31),
    (66, 25.5), (69.5, 23), (73, 18), (71.5, 12.5), (68.5, 9), (61, 5.5), (54, 4.5),
)
SPIT = ((72.6, 17.0, 0.7), (74.6, 13.0, 0.5), (75.3, 9.5, 0.4), (74.6, 6.8, 0.5))
ISLAND = ((74.0, 33.5, 1.0), (76.2, 35.0, 1.9), (78.2, 37.3, 1.1))
ESTUARY = (
    ((76.0, 28.2, 4.0), (68.0, 28.4, 2.8), (60.0, 29.8, 2.3), (53.0, 32.0, 1.8), (47.5, 32.8, 1.3), (42.5, 34.0, 0.85),
     (38.0, 35.2, 0.4), (34.5, 38.2, 0.16)),
    ((60.0, 29.6, 0.8), (58.5, 35.0, 0.45), (60.0, 39.5, 0.2)),
    ((53.0, 32.6, 0.6), (50.5, 27.5, 0.32), (47.8, 24.6, 0.16)),
    ((66.0, 28.0, 0.9), (63.5, 22.5, 0.4), (60.2, 20.2, 0.18)),
    ((69.5, 33.0, 0.5), (66.2, 34.6, 0.35), (64.8, 37.6, 0.16)),
)
RIVERS = (
    ((34.5, 38.2), (28, 41), (25, 47), (17, 51), (11, 56)),
    ((28, 41), (21, 36), (16, 37), (9, 33)),
    ((60.0, 39.5), (57, 46), (50, 51), (46, 58), (38, 61)),
    ((47.8, 24.6), (41, 21), (37, 15), (28, 16), (20, 20), (12, 17)),
    ((60.2, 20.2), (53, 17), (49, 10), (42, 9)),
    ((71, 53.5), (64, 53), (59, 58), (54, 64)),
)

TOWNS = (
    Town("Port Merrow", 41.0, 37.2, 205_000, "city"),
    Town("Port Merrow", 42.0, 30.8, 66_000, "city"),
    Town("Skelsea", 69.2, 58.4, 56_000, "coast"),
    Town("Gullhaven", 71.7, 49.6, 46_000, "coast"),
    Town("Saltby Sands", 72.8, 43.6, 34_000, "coast"),
    Town("Wrackton", 69.6, 36.8, 47_000, "coast"),
    Town("Brennick", 65.3, 64.6, 15_000, "coast"),
    Town("Gannet Isle", 76.2, 35.2, 5_000, "village"),
    Town("Elmstowe", 21.5, 14.0, 80_000, "commuter"),
    Town("Harrowdene", 31.0, 20.5, 46_000, "commuter"),
    Town("Ashmarlow", 17.0, 23.2, 27_000, "commuter"),
    Town("Copperleigh", 33.0, 11.5, 24_000, "commuter"),
    Town("Fenmarket", 56.0, 15.4, 42_000, "market"),
    Town("Hollingness", 67.0, 18.2, 24_000, "market"),
    Town("Oxmere", 47.2, 13.8, 28_000, "market"),
    Town("Sandmoor Regis", 59.5, 7.2, 33_000, "market"),
    Town("Wolden Market", 33.0, 55.4, 31_000, "market"),
    Town("Brackenby", 48.5, 56.0, 19_000, "market"),
    Town("Thirlow", 20.0, 58.0, 13_000, "market"),
    Town("Kelderham", 19.0, 41.0, 42_000, "market"),
    Town("Stanmarsh", 14.5, 31.0, 14_000, "market"),
    Town("Otterbridge", 28.0, 45.6, 18_000, "market"),
)

DISTRICTS = (
    District("X07000001", "Port Merrow", "city", 33, ((41, 37.2), (38, 38), (44, 38.5), (42, 30.8), (39, 31.5))),
    District("X07000002", "Marram Coast", "coast", 28,
             ((65.5, 65), (68.5, 60), (69, 55), (71, 50), (72, 44), (69.5, 37.5), (76.2, 35.2))),
    District("X07000003", "Elmstowe", "commuter", 27,
             ((21.5, 14), (30, 20), (16, 23), (33, 11.5), (13, 14), (36, 25), (25, 26), (40, 25))),
    District("X07000004", "South Merrowside", "mixed", 25,
             ((56, 16), (66, 19), (48, 13), (59, 8), (52, 24), (61, 24), (47.5, 20), (52, 29), (45.5, 24))),
    District("X07000005", "North Wolden", "rural", 18,
             ((33, 56), (48, 57), (21, 58), (57, 60), (60, 52), (53, 46), (41, 49), (50, 41))),
    District("X07000006", "Kelder Vale", "rural", 19,
             ((19, 41), (14, 31), (27, 45), (26, 33.5), (14, 50), (30, 37), (33, 45), (33, 33))),
)
# fmt: on
