"""Deprivation of small areas and community indicators of wards, with the patterns that real counties show."""

from __future__ import annotations

import numpy as np
import pandas as pd
from sample_county import DISTRICTS
from sample_index import DOMAINS, exponential
from sample_terrain import Terrain, fractal_field, sample

TOWN_DEPRIVATION = {
    "Port Merrow": 0.45, "Skelsea": 1.1, "Gullhaven": 1.15, "Saltby Sands": 1.2, "Wrackton": 1.15, "Brennick": 0.1,
    "Gannet Isle": 0.5, "Elmstowe": -0.5, "Harrowdene": -0.9, "Ashmarlow": -0.7, "Copperleigh": -1.0,
    "Fenmarket": 0.4, "Hollingness": 0.1, "Oxmere": -0.3, "Sandmoor Regis": 0.3, "Kelderham": 0.3, "Brackenby": 0.1,
}  # fmt: skip
VILLAGE_DEPRIVATION = -0.55
QUARTERS = (  # x, y, radius in km, added deprivation
    (41.5, 35.9, 1.9, 1.4), (43.6, 39.8, 1.6, 1.4), (42.6, 29.6, 1.4, 0.8), (37.6, 38.4, 2.4, -0.9),
    (40.4, 31.6, 1.2, -0.4), (69.8, 57.2, 1.5, 0.6), (72.4, 50.2, 1.5, 0.5), (69.2, 35.6, 1.5, 0.6),
    (67.6, 59.8, 1.6, -0.7), (20.4, 13.0, 1.3, 0.7), (56.6, 14.8, 1.2, 0.6),
)  # fmt: skip
DISTRICT_NEED = {  # what a district adds to need in each domain: civic assets, connectedness, engaged community
    "city": (-0.75, -0.9, 0.25),
    "coast": (0.45, 0.45, 0.45),
    "commuter": (0.15, -0.3, -0.65),
    "mixed": (-0.1, 0.0, 0.0),
    "rural": (0.1, 0.35, -0.05),
}
QUIET_COUNTRY = ((55.0, 58.5, 7.0, 2.2), (54.0, 46.0, 6.0, 2.1), (26.0, 31.5, 4.5, 0.7))
COAST_ESTATES = ((70.0, 57.0, 2.0, 0.8), (72.2, 50.0, 2.4, 0.8), (72.8, 43.6, 2.0, 0.8), (69.2, 35.6, 1.9, 0.8))
MIX = {"income_score_rate": 0.35, "employment_score_rate": 0.35, "health_score": 0.15, "crime_score": 0.15}


def hot_spots(xy: np.ndarray, spots: tuple[tuple[float, float, float, float], ...]) -> np.ndarray:
    """What drawn spots add at points of the sketch."""
    total = np.zeros(len(xy))
    for x, y, radius, amount in spots:
        total += amount * np.exp(-(((xy[:, 0] - x) ** 2 + (xy[:, 1] - y) ** 2) / radius**2))
    return total


def standard(values: np.ndarray) -> np.ndarray:
    """Mean 0, standard deviation 1."""
    return (values - values.mean()) / values.std()


def latent_deprivation(
    terrain: Terrain, places: np.ndarray, people: np.ndarray, xy: np.ndarray, rng: np.random.Generator
) -> np.ndarray:
    """How deprived each small area is, on a scale of standard deviations."""
    by_place = np.array([TOWN_DEPRIVATION.get(t.name, VILLAGE_DEPRIVATION) for t in terrain.places])
    share = places / people[:, None]
    base = share @ by_place + (1.0 - share.sum(axis=1)) * -0.5
    drift = 0.3 * sample(fractal_field(rng, 1.6, 12.0), xy)
    return standard(base + hot_spots(terrain.sketch(xy), QUARTERS) + drift + 0.42 * rng.standard_normal(len(xy)))


def deprivation_table(latent: np.ndarray, urban: np.ndarray, rng: np.random.Generator) -> pd.DataFrame:
    """Four domains and the score made of their exponentially transformed ranks, in fixed shares."""
    noise = rng.standard_normal((4, len(latent)))
    table = pd.DataFrame(
        {
            "income_score_rate": 0.115 * np.exp(0.62 * (0.95 * latent + 0.28 * noise[0]) - 0.1),
            "employment_score_rate": 0.088 * np.exp(0.56 * (0.93 * latent + 0.33 * noise[1]) - 0.1),
            "health_score": 0.85 * (0.85 * latent + 0.5 * noise[2]),
            "crime_score": 0.75 * (0.6 * latent + 0.4 * urban + 0.65 * noise[3]),
        }
    ).clip(upper={"income_score_rate": 0.72, "employment_score_rate": 0.6, "health_score": 9, "crime_score": 9}, axis=1)
    table = table.round(3)
    table["imd_score"] = sum(share * exponential(table[name]) for name, share in MIX.items()).round(3)
    table["imd_rank"] = table["imd_score"].rank(ascending=False, method="min").astype(int)
    table["imd_decile"] = np.ceil(10 * table["imd_rank"] / len(table)).astype(int)
    return table


def domain_need(
    terrain: Terrain, xy: np.ndarray, district: np.ndarray, deprivation: np.ndarray, rng: np.random.Generator
) -> dict[str, np.ndarray]:
    """The need behind each domain: deprivation, district, places that lack much, and a drift over the map."""
    lacking = hot_spots(terrain.sketch(xy), QUIET_COUNTRY + COAST_ESTATES)
    added = np.array([DISTRICT_NEED[DISTRICTS[d].kind] for d in district])
    pull = {"civic_assets": 0.15, "connectedness": 0.15, "engaged_community": 0.35}
    shared = 0.35 * sample(fractal_field(rng, 1.5, 14.0), xy) + 0.25 * rng.standard_normal(len(xy))
    need = {}
    for k, domain in enumerate(DOMAINS):
        own = 0.3 * sample(fractal_field(rng, 1.5, 10.0), xy) + 0.2 * rng.standard_normal(len(xy))
        need[domain] = standard(pull[domain] * deprivation + added[:, k] + lacking + shared + own)
    return need


def scaled(mix: np.ndarray, low: float, middle: float, high: float) -> np.ndarray:
    """Values with a given median, bent so that about +-2 standard deviations reach ``low`` and ``high``."""
    z = standard(mix)
    up = np.log((high - low) / (middle - low) - 1.0)
    return low + (high - low) / (1.0 + np.exp(up - 1.45 * z))


def indicator_table(
    need: dict[str, np.ndarray], deprivation: np.ndarray, urban: np.ndarray, rng: np.random.Generator
) -> pd.DataFrame:
    """Twelve raw indicators in plain units, each partly the need of its domain and partly its own story."""
    civic, links, engaged = (need[domain] for domain in DOMAINS)
    noise = rng.standard_normal((12, len(civic)))
    made = {
        "libraries_per_1000": scaled(-civic + 0.1 * urban + 0.5 * noise[0], 0.0, 0.055, 0.21).round(3),
        "community_halls_per_1000": scaled(-civic - 0.5 * urban + 0.5 * noise[1], 0.02, 0.27, 1.15).round(3),
        "pubs_and_clubs_per_1000": scaled(-civic - 0.1 * urban + 0.6 * noise[2], 0.1, 0.72, 2.6).round(3),
        "green_space_share_percent": scaled(-0.8 * civic - 0.5 * urban + 0.6 * noise[3], 0.5, 9.0, 46.0).round(1),
        "minutes_to_gp_by_bus": scaled(0.8 * links - 0.7 * urban + 0.4 * noise[4], 4.0, 13.5, 58.0).round(1),
        "households_no_car_percent": scaled(
            0.5 * links + 0.6 * deprivation + 0.5 * urban + 0.3 * noise[5], 3.0, 18.0, 56.0
        ).round(1),
        "slow_broadband_percent": scaled(links - 0.6 * urban + 0.5 * noise[6], 0.1, 3.6, 29.0).round(1),
        "one_person_households_percent": scaled(
            0.8 * links + 0.4 * deprivation + 0.3 * urban + 0.5 * noise[7], 15.0, 28.5, 49.0
        ).round(1),
        "turnout_percent": scaled(-engaged - 0.2 * deprivation + 0.4 * noise[8], 14.0, 34.5, 56.0).round(1),
        "charities_per_1000": scaled(-engaged - 0.2 * urban + 0.5 * noise[9], 0.2, 1.9, 6.5).round(2),
        "grants_per_head_gbp": scaled(-engaged + 0.5 * noise[10], 0.5, 9.0, 75.0).round(2),
        "volunteers_percent": scaled(-engaged - 0.3 * deprivation + 0.4 * noise[11], 5.0, 17.5, 36.0).round(1),
    }
    return pd.DataFrame(made)


def with_gaps(table: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """The table with five values missing: five wards, never one that ``grants.csv`` would give away."""
    table = table.copy()
    columns = (
        "libraries_per_1000",
        "green_space_share_percent",
        "slow_broadband_percent",
        "turnout_percent",
        "volunteers_percent",
    )
    for row, column in zip(rng.choice(len(table), len(columns), replace=False), columns):
        table.loc[table.index[row], column] = np.nan
    return table
