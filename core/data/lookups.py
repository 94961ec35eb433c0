"""Carrying a score from small areas to areas through a look-up, and the summary measures of an area."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..errors import CniError, Notice, notice
from .geographies import ANY_AREAS, Geography
from .numbers import read_weights
from .tables import CodeSet, Origin, as_codes, geography_of

QUALITIES = ("exact", "best_fit", "estimated", "partial")
"""How an area's deprivation score was made, best first."""


@dataclass(frozen=True)
class Lookup:
    """Which area each small area, or part of one, lies in.

    small, area: (n_rows,) codes as text. weight: (n_rows,) residents of the row (NaN where not known), or None when
    the weights come with the small areas instead. A small area may stand in several rows only when weight is given.
    small_geography, area_geography: what the codes were recognised as.
    """

    origin: Origin
    small: np.ndarray
    area: np.ndarray
    weight: np.ndarray | None
    notices: tuple[Notice, ...] = ()
    small_geography: Geography = ANY_AREAS
    area_geography: Geography = ANY_AREAS

    @property
    def small_areas(self) -> CodeSet:
        return CodeSet(self.origin.name, pd.Index(self.small).unique(), self.small_geography)

    @property
    def areas(self) -> CodeSet:
        return CodeSet(self.origin.name, pd.Index(self.area).unique(), self.area_geography)


def read_lookup(
    frame: pd.DataFrame, origin: Origin, *, small_column: str, area_column: str, weight_column: str | None
) -> Lookup:
    """A look-up from a raw frame. Rows without both codes are left out with a notice.

    Raises `lookup_repeats` where a small area stands in several rows and no weight is given, since its people would
    be counted twice; `negative_values` for a weight below 0.
    """
    small, area = as_codes(frame[small_column]), as_codes(frame[area_column])
    whole = (small.notna() & area.notna()).to_numpy()
    notices = () if whole.all() else (notice("lookup_rows_blank", table=origin.name, count=int((~whole).sum())),)
    small, area = small[whole], area[whole]
    if weight_column is None:
        repeated = sorted(set(small[small.duplicated()]))
        if repeated:
            raise CniError("lookup_repeats", table=origin.name, count=len(repeated), codes=repeated[:5])
        weight = None
    else:
        weight = read_weights(frame[weight_column][whole].set_axis(small), weight_column, origin.name).values
    geographies = (geography_of(frame, small_column), geography_of(frame, area_column))
    return Lookup(origin, small.to_numpy(), area.to_numpy(), weight, notices, *geographies)


@dataclass(frozen=True)
class Rows:
    """Look-up rows with everything an area is summed from, in code order of the areas.

    areas: (n_areas,) codes. of: (n_rows,) position of each row's area in `areas`. small: (n_rows,) position of the
    row's small area in the small-area table, -1 when it has none. score, weight: (n_rows,), NaN when missing.
    shared: (n_rows,) whether the row is only a part of its small area.
    """

    areas: pd.Index
    of: np.ndarray
    small: np.ndarray
    score: np.ndarray
    weight: np.ndarray
    shared: np.ndarray


def lookup_rows(scores: pd.Series, lookup: Lookup, small_weights: pd.Series | None) -> Rows:
    """Put scores of small areas beside the rows of a look-up.

    scores: (n_small,), labelled by small-area code. small_weights: (n_small,) residents, used when the look-up has no
    weight of its own; when both are missing every small area counts the same.
    """
    of, areas = pd.factorize(lookup.area, sort=True)
    small = scores.index.get_indexer(pd.Index(lookup.small))
    known = small >= 0
    score = np.where(known, scores.to_numpy()[small], np.nan)
    if lookup.weight is not None:
        weight = lookup.weight
    elif small_weights is not None:
        weight = np.where(known, small_weights.to_numpy()[small], np.nan)
    else:
        weight = np.ones(len(of))
    number, _ = pd.factorize(lookup.small)
    one_area = np.zeros(number.max(initial=-1) + 1, dtype=of.dtype)
    one_area[number] = of
    elsewhere = np.bincount(number, weights=of != one_area[number])
    return Rows(pd.Index(areas, name="area_code"), of, small, score, weight, elsewhere[number] > 0)


def _sum(rows: Rows, values: np.ndarray) -> np.ndarray:
    return np.bincount(rows.of, weights=values, minlength=len(rows.areas))


def _ratio(numerator: np.ndarray, denominator: np.ndarray) -> np.ndarray:
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(denominator > 0, numerator / denominator, np.nan)


def area_scores(rows: Rows) -> pd.DataFrame:
    """Weighted mean score of each area (the published average score), with its population and quality.

    Returns (n_areas,) rows: score (NaN where no small area with people has one), population (the sum of the weights),
    quality. A missing score or weight leaves that row out and makes the area `partial`; an area that holds a part of
    a small area is `estimated`, one made of whole small areas `best_fit`.
    """
    used = ~np.isnan(rows.score) & ~np.isnan(rows.weight)
    weight = np.where(used, rows.weight, 0.0)
    score = _ratio(_sum(rows, np.where(used, rows.score, 0.0) * weight), _sum(rows, weight))
    lost = _sum(rows, (~used).astype(float)) > 0
    shared = _sum(rows, rows.shared.astype(float)) > 0
    quality = np.select([lost, shared], ["partial", "estimated"], "best_fit")
    return pd.DataFrame(
        {"score": score, "population": _sum(rows, np.nan_to_num(rows.weight)), "quality": quality}, index=rows.areas
    )


def summary_measures(rows: Rows, ranks: np.ndarray, n: int) -> pd.DataFrame:
    """The published summary measures of an area of the Indices of Deprivation, by small-area rank.

    ranks: (n_small,) rank of each small area among `n`, 1 = most deprived, NaN when not ranked.
    Returns (n_areas,) columns: average_rank (higher = more deprived), extent (0 to 1), local_concentration (same scale
    as average_rank), and the shares of small areas and of people in the worst 10% and 20% (0 to 1).
    """
    rank = np.where(rows.small >= 0, ranks[rows.small], np.nan)
    used = ~np.isnan(rank) & ~np.isnan(rows.weight)
    rank = np.where(used, rank, n)
    weight = np.where(used, rows.weight, 0.0)
    people = _sum(rows, weight)
    part = pd.DataFrame({"of": rows.of, "small": rows.small, "rank": rank})[used].drop_duplicates(["of", "small"])
    areas_in = np.bincount(part["of"], minlength=len(rows.areas)).astype(float)
    measures = {
        "average_rank": _ratio(_sum(rows, weight * (n + 1 - rank)), people),
        "extent": _ratio(_sum(rows, weight * extent_weight(rank, n)), people),
        "local_concentration": _local_concentration(rows, rank, weight, people, n),
    }
    for percent in (10, 20):
        worst = np.ceil(100 * rank / n) <= percent
        worst_small = part["of"][np.ceil(100 * part["rank"] / n) <= percent]
        count = np.bincount(worst_small, minlength=len(rows.areas))
        measures[f"share_small_areas_worst_{percent}"] = _ratio(count.astype(float), areas_in)
        measures[f"share_people_worst_{percent}"] = _ratio(_sum(rows, weight * worst), people)
    return pd.DataFrame(measures, index=rows.areas)


def extent_weight(rank: np.ndarray, n: int) -> np.ndarray:
    """Weight of a small area in the extent measure: 1 in the worst 10%, falling to 0.05 at the 30th percentile.

    rank: (n_rows,), 1 = most deprived. Source: the English Indices of Deprivation, summaries for local authorities.
    """
    percentile = np.ceil(100 * rank / n)
    falling = 0.95 - (0.9 / 19) * (percentile - 11)
    return np.select([percentile <= 10, percentile <= 30], [np.ones_like(falling), falling], 0.0)


def _local_concentration(rows: Rows, rank: np.ndarray, weight: np.ndarray, people: np.ndarray, n: int) -> np.ndarray:
    """Mean of n + 1 - rank over the worst small areas that hold exactly a tenth of the area's people."""
    order = np.lexsort((rank, rows.of))
    of, ordered = rows.of[order], weight[order]
    total = np.cumsum(ordered)
    first = np.concatenate(([0], np.cumsum(people)[:-1]))
    before = total - ordered - first[of]
    taken = np.clip(0.1 * people[of] - before, 0.0, ordered)
    worth = np.bincount(of, weights=taken * (n + 1 - rank[order]), minlength=len(rows.areas))
    return _ratio(worth, np.bincount(of, weights=taken, minlength=len(rows.areas)))
