"""The table behind the result layer: one row per area in the focus, in the columns that never change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..data.columns import find_any, find_district
from ..data.tables import Table
from ..index.ranking import RankedScore
from .overlay import CATEGORIES, OverlayResult

AREA_COLUMNS = ("area_code", "area_name", "district_code", "district_name", "population")
WHOLE_NUMBERS = ("rank", "decile", "margin")
_YES = {"1", "1.0", "yes", "true", "y", "t"}
_NO = {"0", "0.0", "no", "false", "n", "f"}


@dataclass(frozen=True, eq=False)
class CniColumns:
    """What a result layer shows of a community needs index, indexed by the codes of the universe.

    index: cni_score, cni_rank, cni_decile. domains: `<id>_score`, `<id>_rank`, `<id>_decile` of each domain in order.
    missing: text, domains without a value. published: yes, no or unknown.
    """

    index: pd.DataFrame
    domains: pd.DataFrame
    missing: pd.Series
    published: pd.Series


def published_flags(tables: Sequence[Table], names: Sequence[str], codes: pd.Index) -> pd.Series:
    """The publishers' own list over `codes`: yes, no, or unknown where no table holds it."""
    flags = pd.Series("unknown", codes, dtype=object)
    for table in tables:
        column = find_any(list(table.frame.columns), names)
        if column is None:
            continue
        text = table.frame[column].astype("string").str.strip().str.casefold().reindex(codes)
        flags = flags.mask(text.isin(_YES).to_numpy(bool), "yes").mask(text.isin(_NO).to_numpy(bool), "no")
    return flags


def cni_columns(frame: pd.DataFrame, published: pd.Series) -> CniColumns:
    """Split a result frame of the index (`engine.result_frame`, prefix cni) into the parts of a result layer."""
    own = ["cni_score", "cni_rank", "cni_decile"]
    domains = frame.drop(columns=[*own, "missing"])
    return CniColumns(frame[own], domains, frame["missing"], published)


def complete_areas(areas: pd.DataFrame, tables: Sequence[Table]) -> pd.DataFrame:
    """Fill names and districts that the areas layer lacks from the tables, by area code.

    areas: (n_areas,) indexed by code with area_name, district_code, district_name, population, None where unknown.
    """
    filled = areas.copy()
    for table in tables:
        columns = list(table.frame.columns)
        sources = {
            "area_name": table.names(),
            "district_code": _column(table, find_district(columns, "codes")),
            "district_name": _column(table, find_district(columns, "names")),
        }
        for name, source in sources.items():
            if source is not None and filled[name].isna().any():
                filled[name] = filled[name].where(filled[name].notna(), source.reindex(filled.index))
    return filled


def _column(table: Table, name: str | None) -> pd.Series | None:
    return None if name is None or name == table.code_column else table.frame[name]


def result_table(
    areas: pd.DataFrame, cni: CniColumns, imd: RankedScore, quality: pd.Series, found: OverlayResult
) -> pd.DataFrame:
    """The rows of the result layer, in the order of `areas` and with its exact columns.

    areas: the focus, as `complete_areas` gives it. imd, quality: by area code. Ranks, deciles and margins are whole
    numbers (`Int64`, missing where an area is not ranked).
    """
    codes = areas.index
    deprivation = imd.frame.add_prefix("imd_").reindex(codes)
    margins = found.frame.reindex(codes)
    parts = [
        areas[list(AREA_COLUMNS[1:])],
        cni.index.reindex(codes),
        margins[["cni_margin"]],
        cni.domains.reindex(codes),
        deprivation,
        margins[["imd_margin"]],
        margins["category"].fillna("no_data"),
        cni.published.reindex(codes).fillna("unknown").rename("left_behind_published"),
        cni.missing.reindex(codes).fillna("").rename("missing"),
        quality.reindex(codes).rename("quality"),
    ]
    table = pd.concat(parts, axis=1)
    whole = [name for name in table.columns if name.rpartition("_")[2] in WHOLE_NUMBERS]
    return table.astype(dict.fromkeys(whole, "Int64")).rename_axis("area_code").reset_index()


@dataclass(frozen=True)
class Counts:
    """Areas and people living in them, by category. people is 0 where no population is known."""

    areas: Mapping[str, int]
    people: Mapping[str, float]


def count_categories(table: pd.DataFrame) -> Counts:
    """Counts of a result table's areas and people in every category, zeros too."""
    areas = table["category"].value_counts()
    people = table["population"].astype(float).groupby(table["category"]).sum()
    return Counts(
        {name: int(areas.get(name, 0)) for name in CATEGORIES},
        {name: float(people.get(name, 0.0)) for name in CATEGORIES},
    )


def count_by_district(table: pd.DataFrame) -> dict[str, Counts]:
    """Counts by district name, in alphabetical order; empty where districts are unknown."""
    keys = [table["district_name"], table["category"]]
    groups = table["population"].astype(float).groupby(keys)
    areas, people = _by_category(groups.size()), _by_category(groups.sum())
    return {str(name): Counts({k: int(v) for k, v in row.items()}, people[name]) for name, row in areas.items()}


def _by_category(values: pd.Series) -> dict[str, dict[str, float]]:
    """Values by district and category as a row of every category for each district, zeros too."""
    rows = values.unstack(fill_value=0.0).reindex(columns=list(CATEGORIES), fill_value=0.0)
    found: dict[str, dict[str, float]] = rows.to_dict("index")
    return found


@dataclass(frozen=True)
class PublishedComparison:
    """The rebuilt list beside the publishers' own, by area name, within the focus."""

    rebuilt: int
    published: int
    not_on_list: list[str]
    only_on_list: list[str]


def compare_published(table: pd.DataFrame) -> PublishedComparison | None:
    """How the left behind areas of a result table differ from the publishers' list; None where no list is known."""
    if not (table["left_behind_published"] != "unknown").any():
        return None
    rebuilt = (table["category"] == "left_behind").to_numpy()
    listed = (table["left_behind_published"] == "yes").to_numpy()
    names = table["area_name"].where(table["area_name"].notna(), table["area_code"]).to_numpy()
    return PublishedComparison(
        int(rebuilt.sum()),
        int(listed.sum()),
        sorted(str(name) for name in names[rebuilt & ~listed]),
        sorted(str(name) for name in names[listed & ~rebuilt]),
    )


def decile_counts(deciles: pd.Series) -> dict[int | None, int]:
    """Areas in each decile, 1 to 10 and None for those without one, zeros too."""
    values = deciles.astype(float).to_numpy()
    counts: dict[int | None, int] = {decile: int(np.sum(values == decile)) for decile in range(1, 11)}
    counts[None] = int(np.isnan(values).sum())
    return counts
