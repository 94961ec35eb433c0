"""What the dock has read for a run: numbers over the universe, and the areas on the map beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ...core.analysis.overlay import CATEGORIES
from ...core.analysis.result_table import complete_areas
from ...core.analysis.what_if import Basis, Outcome, make_basis
from ...core.data.geographies import Geography
from ...core.errors import Notice
from ..algorithms.map_steps import Loaded
from ..maps.frames import Shapes

_NO_DATA = CATEGORIES.index("no_data")


@dataclass(frozen=True, eq=False)
class Data:
    """All that has been read for a run.

    names: (n_universe, 3) area_name, district_code, district_name by area code, None where unknown. on_map: (n_map,)
    rows of the boundaries in the order of `shapes`, with the same columns, area_code and
    population. position: (n_map,) where
    each of them stands in the universe, -1 for an area that no table knows. coverage: by id of a part, the share of the
    universe with a value.
    """

    basis: Basis
    names: pd.DataFrame
    on_map: pd.DataFrame
    position: np.ndarray
    shapes: Shapes
    coverage: Mapping[str, float]
    geography: Geography
    quality: pd.Series
    notices: Sequence[Notice]

    def shown(self, districts: Sequence[str]) -> np.ndarray:
        """(n_universe,) whether an area is on the map and in one of the districts; in any when none is named."""
        mask = np.zeros(len(self.basis.values.codes), dtype=bool)
        mask[self.position[self.rows_of(districts) & (self.position >= 0)]] = True
        return mask

    def rows_of(self, districts: Sequence[str]) -> np.ndarray:
        """(n_map,) whether a boundary lies in one of the districts; all of them when none is named."""
        if not districts:
            return np.ones(len(self.on_map), dtype=bool)
        named = self.on_map["district_code"].isin(districts) | self.on_map["district_name"].isin(districts)
        return named.to_numpy()

    def name(self, position: int) -> str:
        """The name of an area of the universe, its code where it has none."""
        name = self.names["area_name"].iat[position]
        return str(self.basis.values.codes[position]) if name is None or pd.isna(name) else str(name)

    def district(self, position: int) -> str:
        """The name of an area's district, its code where it has none, blank when neither is known."""
        found = [self.names[key].iat[position] for key in ("district_name", "district_code")]
        return next((str(text) for text in found if text is not None and not pd.isna(text)), "")

    def live(self, outcome: Outcome) -> dict[str, np.ndarray]:
        """(n_map,) numbers by column of the preview: ranks, deciles, positions in CATEGORIES."""
        known = self.position >= 0
        at = np.where(known, self.position, 0)
        index = outcome.index
        return {
            "cni_rank": np.where(known, index.rank[at], np.nan),
            "cni_decile": np.where(known, index.decile[at], np.nan),
            "category": np.where(known, outcome.category[at], _NO_DATA),
        }


def make_data(loaded: Loaded) -> Data:
    """Lay all that was read over the universe."""
    codes, deprivation = loaded.values.codes, loaded.deprivation
    on_map = _as_text(complete_areas(loaded.areas.frame, loaded.tables))
    # The residents that the result layer takes: the look-up's, else the boundaries' own.
    people = deprivation.areas["population"].astype(float).reindex(codes.union(on_map.index))
    people = people.fillna(on_map["population"].astype(float))
    on_map["population"] = people.reindex(on_map.index)
    basis = make_basis(loaded.values, deprivation.areas["score"], people)
    names = on_map.drop(columns="population").reindex(codes)
    for table in loaded.tables:
        found = table.names()
        if found is not None:
            names["area_name"] = names["area_name"].where(names["area_name"].notna(), found.reindex(codes))
    coverage = {id: float(np.mean(~np.isnan(column))) for id, column in loaded.values.columns.items()}
    return Data(
        basis=basis,
        names=names.astype(object),
        on_map=on_map.rename_axis("area_code").reset_index(),
        position=codes.get_indexer(on_map.index),
        shapes=loaded.areas.shapes,
        coverage=coverage,
        geography=loaded.areas.geography,
        quality=deprivation.areas["quality"],
        notices=[*loaded.values.notices, *loaded.areas.notices, *loaded.matched.notices, *deprivation.notices],
    )


def _as_text(areas: pd.DataFrame) -> pd.DataFrame:
    """District codes as text, whatever the layer holds them as: districts to show are named by it."""
    codes = areas["district_code"]
    return areas.assign(district_code=codes.where(codes.isna(), codes.astype(str)))
