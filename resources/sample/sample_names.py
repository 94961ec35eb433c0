"""Invented names for villages, wards and small areas."""

from __future__ import annotations

import numpy as np
from sample_county import Town
from sample_terrain import Mesh, Terrain
from scipy.sparse import coo_matrix

FIRST = (
    "Aldren", "Brindle", "Corsen", "Dunnet", "Eskel", "Farlow", "Gorsel", "Hazen", "Inker", "Jessel", "Kessen",
    "Larken", "Mosel", "Nettle", "Osmer", "Pinder", "Quill", "Rusken", "Tansel", "Umber", "Withen", "Yarrow",
    "Cinder", "Dapple", "Finkle", "Gander", "Hobble", "Linnet", "Oaken", "Plover", "Ravel", "Sorrel", "Teasel",
    "Wimble", "Thistle", "Ambel", "Burnet", "Cawder", "Dravel", "Ellow", "Garron", "Harrel", "Merrin", "Pellow",
    "Saxen", "Tolle", "Ullen", "Varlow",
)  # fmt: skip
LAST = (
    "ham", "ton", "by", "wick", "field", "ford", "ley", "worth", "stead", "thorpe", "den", "mere", "well", "bourne",
    "hurst", "stow",
)  # fmt: skip
FRONT = ("Great", "Little", "Long", "Upper", "Nether", "Old")
TAIL = ("St Mary", "Magna", "Parva", "Green", "Abbas", "under Edge")
CITY_WARDS = (
    "Quayside", "Tannery", "Castle Gate", "St Aldwin's", "Ropewalk", "Coldharbour Hill", "Victoria Dock", "Minster",
    "Larkhill", "Beacon Fields", "Foundry Road", "Moorgate Cross", "Priory Park", "Withy Lane", "Eastfield Common",
    "Harbour Heights", "Ferry Hill", "Paradise Row", "Orchard Bank", "Windmill Rise", "Chapel End", "Garrison",
    "Limekiln", "Pottersfield", "Sycamore Vale", "Thornhill Rise", "Longmeadow", "Gasworks Lane", "Abbotsmead",
    "Brickfields", "Riverside East", "Kingsmoor", "Holloway Park", "Saltmarket", "Northgate Hill", "Merrow Bridge",
    "Weavers Green", "Old Docks", "Churchfield", "Stonebow", "Hayward's Heath End",
)  # fmt: skip
LOCAL = {
    "coast": ("Harbour", "Pier", "North Shore", "South Shore", "Cliff", "Lighthouse", "Dunes", "Priory", "Marsh Road"),
    "other": ("Priory", "Castle", "Abbey", "Park", "Mill Lane", "Common", "Manor", "St John's", "Bridge", "Forest"),
}
COMPASS = ("East", "North East", "North", "North West", "West", "South West", "South", "South East")


def village_names(rng: np.random.Generator, count: int) -> list[str]:
    """Different village names, some with a word before or after."""
    names: list[str] = []
    while len(names) < count:
        name = str(rng.choice(FIRST)) + str(rng.choice(LAST))
        if any(name[:4] == other.split()[-1][:4] for other in names[-12:]) or name in " ".join(names):
            continue
        chance = rng.random()
        if chance < 0.14:
            name = f"{rng.choice(FRONT)} {name}"
        elif chance < 0.24:
            name = f"{name} {rng.choice(TAIL)}"
        names.append(name)
    return names


def people_by_place(mesh: Mesh, terrain: Terrain, label: np.ndarray) -> np.ndarray:
    """People of each area that live in each town or village (areas by places)."""
    cells = np.flatnonzero(label >= 0)
    shares = terrain.town_shares(mesh.xy[cells])
    share = shares / (34.0 + shares.sum(axis=1, keepdims=True))
    member = coo_matrix((mesh.population[cells], (label[cells], np.arange(len(cells)))))
    return member.tocsr() @ share


def name_wards(terrain: Terrain, places: np.ndarray, middle: np.ndarray, people: np.ndarray) -> list[str]:
    """A name for every ward: a part of its town, or its one or two largest villages."""
    names = [""] * len(places)
    main = places.argmax(axis=1)
    urban = places.max(axis=1) > 0.5 * people
    for place, town in enumerate(terrain.places):
        wards = np.flatnonzero(urban & (main == place))
        if town.kind != "village" and len(wards):
            for ward, name in zip(wards, town_ward_names(town, middle[wards], names)):
                names[ward] = name
    for ward in np.flatnonzero([not name for name in names]):
        names[ward] = country_name(terrain, places[ward], {part for name in names for part in name.split(" & ")})
    return names


def town_ward_names(town: Town, middle: np.ndarray, used: list[str]) -> list[str]:
    """Names for the wards of one town: neighbourhoods of the city, else the town with a bearing or a landmark."""
    if town.kind == "city":
        return [name for name in CITY_WARDS if name not in used][: len(middle)]
    if len(middle) == 1:
        return [town.name]
    offset = middle - middle.mean(axis=0)
    order = np.hypot(*offset.T).argsort()
    local = iter(LOCAL["coast" if town.kind == "coast" else "other"])
    names = [""] * len(middle)
    taken: set[str] = set()
    for rank, ward in enumerate(order):
        turn = int(np.round(np.arctan2(offset[ward, 1], offset[ward, 0]) / (np.pi / 4))) % 8
        word = "Central" if rank == 0 and len(middle) > 2 else COMPASS[turn]
        if word in taken or rank % 3 == 2:
            word = next(local)
        taken.add(word)
        names[ward] = f"{town.name} {word}"
    return names


def country_name(terrain: Terrain, places: np.ndarray, used: set[str]) -> str:
    """One or two villages of the ward, passing over those that another ward is named after."""
    order = np.argsort(-places, kind="stable")
    found = [i for i in order if places[i] > 150][:6] or [order[0]]
    villages = [terrain.places[i].name for i in found if terrain.places[i].kind == "village"]
    near = [(terrain.places[i].name, terrain.places[i].kind) for i in found]
    names = [{"village": name, "city": "Merrow Heath"}.get(kind, f"{name} Rural") for name, kind in near]
    if names[0] in villages and len(villages) > 1 and places[found[1]] > 0.7 * places[found[0]]:
        names.insert(0, f"{villages[0]} & {villages[1]}")
    for name in names:
        if not used.intersection(name.split(" & ")):
            return name
    return f"{near[0][0]} Vale"


def name_small_areas(district: np.ndarray, ward: np.ndarray, northing: np.ndarray, titles: list[str]) -> list[str]:
    """Names such as 'Port Merrow 003B': numbered from the north, about five small areas to a number."""
    names = [""] * len(district)
    ward_north = np.bincount(ward, northing) / np.bincount(ward)
    for number, title in enumerate(titles):
        own = np.flatnonzero(district == number)
        order = own[np.lexsort((-northing[own], ward[own], -ward_north[ward[own]]))]
        for place, area in enumerate(order):
            names[area] = f"{title} {place // 5 + 1:03d}{'ABCDE'[place % 5]}"
    return names
