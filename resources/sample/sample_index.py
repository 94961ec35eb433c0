"""The sample's answer file: the Community Needs Index and the left behind wards, worked out with pandas alone.

It is written apart from the plugin on purpose, so that tests can hold one against the other.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy.stats import norm

WORST_SHARE = 0.10
DOMAINS = {
    "civic_assets": {
        "libraries_per_1000": -1,
        "community_halls_per_1000": -1,
        "pubs_and_clubs_per_1000": -1,
        "green_space_share_percent": -1,
    },
    "connectedness": {
        "minutes_to_gp_by_bus": 1,
        "households_no_car_percent": 1,
        "slow_broadband_percent": 1,
        "one_person_households_percent": 1,
    },
    "engaged_community": {
        "turnout_percent": -1,
        "charities_per_1000": -1,
        "grants_per_head_gbp": -1,
        "volunteers_percent": -1,
    },
}


def normal_scores(need: pd.Series) -> pd.Series:
    """Normal scores of need: inverse normal of rank over N + 1, mean rank for ties, missing stays missing."""
    return pd.Series(norm.ppf(need.rank(method="average") / (need.count() + 1)), index=need.index)


def exponential(score: pd.Series) -> pd.Series:
    """The exponential transform of a score's ranks: 100 for the greatest need, mid-ranks for ties."""
    count = score.count()
    scaled = (count - score.rank(ascending=False, method="average") + 1) / count
    return -23.0 * np.log(1.0 - scaled * (1.0 - np.exp(-100.0 / 23.0)))


def rank_of(score: pd.Series) -> pd.Series:
    """Rank 1 for the highest score, the smallest rank for ties."""
    return score.rank(ascending=False, method="min").astype(int)


def community_needs(indicators: pd.DataFrame) -> pd.DataFrame:
    """Domain scores and ranks and the index itself, from the raw indicators."""
    out = pd.DataFrame(index=indicators.index)
    for domain, columns in DOMAINS.items():
        scores = pd.DataFrame({name: normal_scores(sign * indicators[name]) for name, sign in columns.items()})
        mean = scores.mean(axis=1).round(12)
        out[f"{domain}_score"] = exponential(mean)
        out[f"{domain}_rank"] = rank_of(mean)
    out["cni_score"] = out[[f"{domain}_score" for domain in DOMAINS]].sum(axis=1)
    out["cni_rank"] = rank_of(out["cni_score"].round(9))
    return out


def ward_deprivation(deprivation: pd.DataFrame, lookup: pd.DataFrame) -> pd.Series:
    """Mean IMD score of the small areas of each ward, weighted by the people of each part."""
    parts = lookup.merge(deprivation[["small_area_code", "imd_score"]], on="small_area_code")
    total = (parts["imd_score"] * parts["population"]).groupby(parts["ward_code"]).sum()
    return total / parts.groupby("ward_code")["population"].sum()


def worst(rank: pd.Series) -> pd.Series:
    """Whether a rank is within the worst tenth."""
    return rank <= int(np.floor(WORST_SHARE * len(rank) + 1e-9))


def categories(cni_rank: pd.Series, imd_rank: pd.Series) -> pd.Series:
    """left_behind, deprived, high_need or other, ward by ward."""
    names = {(True, True): "left_behind", (False, True): "deprived", (True, False): "high_need"}
    pairs = zip(worst(cni_rank), worst(imd_rank))
    return pd.Series([names.get((bool(c), bool(i)), "other") for c, i in pairs], index=cni_rank.index)
