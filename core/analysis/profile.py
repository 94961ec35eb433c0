"""A page of facts about one area of a result, from the rows of the result and its run record alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..index.transform import largest, tie_sizes
from .area_report import Standing

INDICES = ("cni", "imd")
_RANK, _DECILE = "_rank", "_decile"
_SAME_SUM = 1e-6
"""How far a score may be from the sum of its parts, of the largest score: published scores carry six digits."""


@dataclass(frozen=True, eq=False)
class Part:
    """One index or domain over all rows: (n_areas,) arrays, NaN where an area has none.

    n: areas ranked, None where the result does not tell. position: percentage of the other ranked areas with less
    need, 0 to 100, half of those that tie; where `n` is not known, as if as many were ranked as on the index.
    others: how many other rows share the rank. score: as the result holds it; all NaN where it holds none.
    """

    id: str
    rank: np.ndarray
    decile: np.ndarray
    score: np.ndarray
    n: int | None
    position: np.ndarray
    others: np.ndarray


@dataclass(frozen=True, eq=False)
class Group:
    """The areas that an area is compared with: a district or a region.

    areas: how many of its rows are ranked on the index. middle: by part, the median position of those that have one,
    NaN where none has.
    """

    name: str
    areas: int
    middle: Mapping[str, float]


@dataclass(frozen=True, eq=False)
class Grounds:
    """What all profiles of a result are made from, worked out once.

    table: the rows. parts: both indices, then the domains. places: by index, the last rank inside its limit. whole:
    whether the rows hold every area that was ranked. weights: by domain, None where the result has no definition.
    alike: (n_kinds, n_areas) positions by which areas are alike. district, region: (n_areas,) key of the group of each
    row, blank without one. districts, regions: by key.
    """

    table: pd.DataFrame
    parts: tuple[Part, ...]
    places: Mapping[str, int]
    ranked: Mapping[str, int]
    whole: bool
    weights: Mapping[str, float] | None
    alike: np.ndarray
    district: np.ndarray
    region: np.ndarray
    districts: Mapping[str, Group]
    regions: Mapping[str, Group]


@dataclass(frozen=True)
class Bar:
    """Where an area stands on an index or a domain; None where that is not known.

    position: of the area; district, region: the median position of the areas of its district and region.
    rank_if_middling: of a domain, the CNI rank of the area had it the median score of this domain, where the rows
    tell. role: "pushes_over" when it is inside the limit now and would not be then, "holds_back" the other way round,
    else "".
    """

    id: str
    rank: int | None
    n: int | None
    decile: int | None
    position: float | None
    district: float | None
    region: float | None
    rank_if_middling: int | None = None
    role: str = ""


@dataclass(frozen=True)
class AreaProfile:
    """What is known of one area.

    row: its position in the table. cni, imd: its standing. others: by index, how many other areas share its rank.
    bars: both indices, then the domains. decides: whether the rows tell what a middling place on a domain would do.
    similar: rows of the areas most like it, the most alike first. missing: ids of what has no value here.
    """

    row: int
    category: str
    population: float | None
    district: Group | None
    region: Group | None
    cni: Standing
    imd: Standing
    others: Mapping[str, int]
    bars: tuple[Bar, ...]
    decides: bool
    similar: tuple[int, ...]
    missing: tuple[str, ...]
    quality: str
    published: str


def domain_ids(table: pd.DataFrame) -> list[str]:
    """The domains that a result table has ranks or deciles of, in the order of its columns."""
    ends = (name.rpartition("_") for name in table.columns if name.endswith((_RANK, _DECILE)))
    return [id for id in dict.fromkeys(stem for stem, _, _ in ends) if id not in INDICES]


def prepare(
    table: pd.DataFrame,
    *,
    ranked: Mapping[str, int],
    places: Mapping[str, int],
    weights: Mapping[str, float] | None,
    regions: Mapping[str, str],
) -> Grounds:
    """Work out what all profiles of a result share.

    table: (n_areas,) rows with the columns of a result. ranked, places: by index, areas ranked and the last rank
    inside the limit. weights: of the domains by id, None where they are not known. regions: name of the region by
    district code; used only where the rows hold every area that was ranked, since half a region has another median.
    """
    whole = all(int(table[f"{key}{_RANK}"].notna().sum()) >= ranked[key] for key in INDICES)
    parts = tuple(_part(table, id, ranked, whole) for id in (*INDICES, *domain_ids(table)))
    codes = _texts(table, "district_code")
    district = np.where(codes != "", codes, _texts(table, "district_name"))
    region = np.array([regions.get(code, "") for code in codes] if whole else [""] * len(table), dtype=object)
    middles = pd.DataFrame({part.id: part.position for part in parts})
    names = pd.Series(_texts(table, "district_name")).groupby(district).first()
    return Grounds(
        table=table,
        parts=parts,
        places=places,
        ranked=ranked,
        whole=whole,
        weights=weights if whole and _adds_up(parts, weights) else None,
        alike=_alike(parts, weights),
        district=district,
        region=region,
        districts=_groups(middles, district, names.to_dict()),
        regions=_groups(middles, region, {}),
    )


def _texts(table: pd.DataFrame, column: str) -> np.ndarray:
    if column not in table.columns:
        return np.full(len(table), "", dtype=object)
    return table[column].astype(object).where(table[column].notna(), "").to_numpy()


def _numbers(table: pd.DataFrame, column: str) -> np.ndarray:
    if column not in table.columns:
        return np.full(len(table), np.nan)
    return table[column].astype("Float64").to_numpy(dtype=float, na_value=np.nan)


def _part(table: pd.DataFrame, id: str, ranked: Mapping[str, int], whole: bool) -> Part:
    rank, decile, score = (_numbers(table, f"{id}{end}") for end in (_RANK, _DECILE, "_score"))
    known = int(np.count_nonzero(~np.isnan(rank)))
    n = ranked.get(id, known if whole and known else None)
    # An area that is ranked on the index has all its domains, so at least as many are ranked on each.
    size = n if n is not None else max(ranked["cni"], int(np.nanmax(rank)) if known else 0)
    tied = tie_sizes(rank)
    position = 100.0 * (size - rank - (tied - 1) / 2) / max(size - 1, 1)
    return Part(id, rank, decile, score, n, position, np.maximum(tied - 1, 0))


def _adds_up(parts: tuple[Part, ...], weights: Mapping[str, float] | None) -> bool:
    """Whether the index is the weighted sum of the scores of its domains, as the rows hold them."""
    by_id = {part.id: part for part in parts}
    if not weights or not set(weights) <= set(by_id):
        return False
    score = by_id["cni"].score
    known = ~np.isnan(score)
    total = np.sum([weight * by_id[id].score for id, weight in weights.items() if weight], axis=0)
    # An area without one of the parts makes the comparison false, as it should.
    return bool(known.any() and (np.abs(total - score)[known] <= _SAME_SUM * largest(score)).all())


def _alike(parts: tuple[Part, ...], weights: Mapping[str, float] | None) -> np.ndarray:
    """(n_kinds, n_areas) positions on the domains that have weight and on the IMD; on the index without domains."""
    need = [part for part in parts if part.id not in INDICES and (weights or {}).get(part.id, 1.0)]
    need = [part for part in need if not np.isnan(part.position).all()] or [parts[0]]
    return np.stack([part.position for part in (*need, parts[1])])


def _groups(middles: pd.DataFrame, keys: np.ndarray, names: Mapping[str, str]) -> dict[str, Group]:
    """Groups by key, without those of a blank key; a group without a name is called by its key."""
    grouped = middles.groupby(keys)
    sizes, medians = grouped["cni"].count(), grouped.median().to_dict("index")
    return {
        key: Group(names.get(key) or key, int(sizes[key]), {str(id): value for id, value in medians[key].items()})
        for key in medians
        if key
    }


def profile_area(grounds: Grounds, row: int) -> AreaProfile:
    """What is known of the area in a row of the table; an area without ranks has no positions and none like it."""
    table = grounds.table.iloc[row]
    district, region = grounds.districts.get(grounds.district[row]), grounds.regions.get(grounds.region[row])
    cni, imd = (_standing(grounds, part, row) for part in grounds.parts[:2])
    population = table.get("population")
    return AreaProfile(
        row=row,
        category=_text(table, "category") or "no_data",
        population=None if pd.isna(population) else float(population),
        district=district,
        region=region,
        cni=cni,
        imd=imd,
        others={part.id: int(part.others[row]) for part in grounds.parts[:2]},
        bars=tuple(_bar(grounds, part, row, district, region) for part in grounds.parts),
        decides=grounds.weights is not None and cni.rank is not None,
        similar=similar_rows(grounds, row),
        missing=tuple(filter(None, (id.strip() for id in _text(table, "missing").split(",")))),
        quality=_text(table, "quality"),
        published=_text(table, "left_behind_published") or "unknown",
    )


def _text(row: pd.Series, column: str) -> str:
    value = row.get(column)
    return "" if value is None or pd.isna(value) else str(value)


def _whole(value: float) -> int | None:
    return None if np.isnan(value) else int(value)


def _known(value: float | None) -> float | None:
    return None if value is None or np.isnan(value) else float(value)


def _standing(grounds: Grounds, part: Part, row: int) -> Standing:
    places = grounds.places[part.id]
    rank = part.rank[row]
    return Standing(_whole(rank), grounds.ranked[part.id], _whole(part.decile[row]), places, _whole(rank - places))


def _bar(grounds: Grounds, part: Part, row: int, district: Group | None, region: Group | None) -> Bar:
    middling, role = None, ""
    if part.id in (grounds.weights or {}):
        middling = _rank_if_middling(grounds, part, row)
        role = _role(grounds.parts[0].rank[row], middling, grounds.places["cni"])
    return Bar(
        id=part.id,
        rank=_whole(part.rank[row]),
        n=part.n,
        decile=_whole(part.decile[row]),
        position=_known(part.position[row]),
        district=_known(district.middle[part.id]) if district else None,
        region=_known(region.middle[part.id]) if region else None,
        rank_if_middling=middling,
        role=role,
    )


def _rank_if_middling(grounds: Grounds, part: Part, row: int) -> int | None:
    """The CNI rank of an area with the median of one domain, all other areas and domains as they are."""
    score, own = grounds.parts[0].score, grounds.parts[0].rank[row]
    weight = (grounds.weights or {})[part.id]
    if np.isnan(own):
        return None
    change = weight * (np.nanmedian(part.score) - part.score[row])
    if not weight or not change:
        return int(own)
    # Sums that are equal but for their last bits tie in the index, so they must not count as above here.
    above = score > score[row] + change + 1e-12 * largest(score)
    above[row] = False
    return 1 + int(np.count_nonzero(above))


def _role(rank: float, middling: int | None, places: int) -> str:
    if middling is None or (rank <= places) == (middling <= places):
        return ""
    return "pushes_over" if rank <= places else "holds_back"


def similar_rows(grounds: Grounds, row: int, count: int = 5) -> tuple[int, ...]:
    """Rows of the areas most like one, the most alike first, itself not among them.

    Alike: the smallest Euclidean distance between positions on the domains that have weight and on the IMD, as
    `area_report.similar_areas` has it. Areas that lack one of these are left out; none are like one that lacks one.
    """
    distance = ((grounds.alike - grounds.alike[:, [row]]) ** 2).sum(axis=0)
    distance[row] = np.nan
    nearest = np.argsort(distance, kind="stable")[: min(count, int(np.count_nonzero(~np.isnan(distance))))]
    return tuple(int(other) for other in nearest)
