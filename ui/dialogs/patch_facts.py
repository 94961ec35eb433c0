"""A patch under an outcome: what share of its people live in areas of each category and decile.

It follows from where they live (`Living`) in a moment, so that it keeps up with the what-if.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ...core.analysis.overlap import Profile, overlap_shares
from ...core.analysis.overlay import CATEGORIES
from ...core.analysis.what_if import Outcome
from .data import Data
from .patch import Living, people_on_map


def make_profile(data: Data, outcome: Outcome) -> Profile:
    """The areas on the map, (n_map,), under an outcome."""
    live = data.live(outcome)
    at = np.where(data.position >= 0, data.position, 0)
    imd = np.where(data.position >= 0, outcome.imd_decile[at], np.nan)
    names = data.on_map["area_name"].where(data.on_map["area_name"].notna(), data.on_map["area_code"])
    return Profile(
        codes=pd.Index(data.on_map["area_code"]),
        names=names.to_numpy(dtype=object),
        category=live["category"].astype(int),
        deciles={
            "cni_decile": np.nan_to_num(live["cni_decile"]).astype(int),
            "imd_decile": np.nan_to_num(imd).astype(int),
        },
        people=people_on_map(data),
    )


@dataclass(frozen=True)
class AreaShare:
    """The part of a patch's residents that live in one area. position: in the universe, None when it is not there."""

    position: int | None
    name: str
    share: float
    category: str


@dataclass(frozen=True, eq=False)
class PatchFacts:
    """A patch under an outcome. row: the columns of cni:overlap. areas: with the largest share first."""

    row: pd.Series
    areas: tuple[AreaShare, ...]

    @property
    def residents(self) -> float:
        return float(self.row["residents"])


def describe_patch(living: Living, outcome: Outcome) -> PatchFacts:
    """The shares of a patch's residents by category and decile of the areas they live in."""
    profile = make_profile(living.data, outcome)
    frame = overlap_shares(living.pieces, profile, 1)
    if not living.whole:
        frame["quality"] = "partial"
    frame["basis"] = living.basis
    return PatchFacts(frame.iloc[0], tuple(_area_shares(living, profile, float(frame["residents"].iloc[0]))))


def _area_shares(living: Living, profile: Profile, residents: float) -> list[AreaShare]:
    pieces, data = living.pieces, living.data
    inside = (pieces.area >= 0) & (pieces.people > 0)
    if not inside.any():
        return []
    people = np.bincount(pieces.area[inside], pieces.people[inside], minlength=len(profile.codes))
    rows = np.flatnonzero(people)
    rows = rows[np.lexsort((rows, -np.round(people[rows] / residents, 9)))]
    return [
        AreaShare(
            None if data.position[row] < 0 else int(data.position[row]),
            str(profile.names[row]),
            float(people[row] / residents),
            CATEGORIES[profile.category[row]],
        )
        for row in rows
    ]
