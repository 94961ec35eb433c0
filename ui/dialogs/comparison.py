"""Two results side by side: their rows read and laid together, and what that says in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

import numpy as np
import pandas as pd

from ...core.analysis.compare import compare_runs
from ..algorithms.base import Steps
from ..maps.frames import LayerRows
from .row_model import Column, place_text, text_column
from .words import tr

_READ = ("area_code", "area_name", "district_code", "district_name", "cni_rank", "category")


@dataclass(frozen=True, eq=False)
class Comparison:
    """table: as `compare_runs` gives it, with district_name after area_name, blank where unknown."""

    table: pd.DataFrame

    def count(self, change: str) -> int:
        return int((self.table["change"] == change).sum())

    def rows(self, change: str) -> np.ndarray:
        """Numbers of the rows of one change, ascending."""
        return np.flatnonzero((self.table["change"] == change).to_numpy())

    def ranks(self, run: str) -> np.ndarray:
        """(n_areas,) CNI ranks of the "first" or "second" run, NaN where there is none."""
        return self.table[f"{run}_rank"].to_numpy(dtype=float, na_value=np.nan)


@dataclass(frozen=True, eq=False)
class TwoResults:
    """Two result layers as noted, to be read away from the interface."""

    first: LayerRows
    second: LayerRows

    def read(self, steps: Steps) -> Comparison:
        """Raises the faults of reading."""
        frames = []
        for noted in (self.first, self.second):
            steps.start(tr("Reading {name}").format(name=noted.name), 0.5)
            frames.append(noted.frame([name for name in _READ if name in noted.columns]))
        table = compare_runs(*frames)
        table.insert(1, "district_name", _districts(frames).reindex(table.index).fillna(""))
        table["area_name"] = table["area_name"].where(table["area_name"].notna(), table.index.to_series())
        return Comparison(_in_order(table))


def _in_order(table: pd.DataFrame) -> pd.DataFrame:
    """Who joined, left and stayed first, each by rank in the second run."""
    groups = table["change"].map({name: number for number, name in enumerate(change_names())})
    return table.iloc[np.lexsort((table["second_rank"].fillna(len(table)).to_numpy(int), groups.to_numpy()))]


def _districts(frames: list[pd.DataFrame]) -> pd.Series:
    """Names of districts by area code, codes where there are no names; the second run's first."""
    found = pd.Series(dtype=object)
    for frame in reversed(frames):
        rows = frame.set_index("area_code")
        for column in ("district_name", "district_code"):
            if column in rows:
                found = found.combine_first(rows[column].dropna())
    return found


def summary(comparison: Comparison, names: tuple[str, str], ranked: tuple[int | None, int | None]) -> str:
    """names: of the two runs. ranked: how many areas each ranks, None where that is not known."""
    joined, left, stayed = (comparison.count(change) for change in ("joined", "left", "stayed"))
    words = [
        tr(
            "Inside both limits are {before} areas in '{first}' and {after} in '{second}': {joined} joined, "
            "{left} left, {stayed} stayed."
        ).format(
            first=names[0],
            second=names[1],
            before=f"{stayed + left + _alone(comparison, 'first'):,}",
            after=f"{stayed + joined + _alone(comparison, 'second'):,}",
            joined=f"{joined:,}",
            left=f"{left:,}",
            stayed=f"{stayed:,}",
        )
    ]
    single = comparison.count("only_first") + comparison.count("only_second")
    if single:
        words.append(tr("Areas that only one of the runs has: {count}.").format(count=f"{single:,}"))
    if None not in ranked and ranked[0] != ranked[1]:
        words.append(
            tr("They rank {first} and {second} areas, so one place is not the same step in both.").format(
                first=f"{ranked[0]:,}", second=f"{ranked[1]:,}"
            )
        )
    return " ".join(words)


def _alone(comparison: Comparison, run: str) -> int:
    """Areas inside both limits of a run that the other run does not have."""
    table = comparison.table
    return int(((table["change"] == f"only_{run}") & (table[f"{run}_category"] == "left_behind")).sum())


def change_names() -> dict[str, str]:
    return {
        "joined": tr("Joined"),
        "left": tr("Left"),
        "stayed": tr("Stayed"),
        "only_first": tr("Only in the first"),
        "only_second": tr("Only in the second"),
        "": "",
    }


def columns(comparison: Comparison, categories: tuple[Mapping[str, str], Mapping[str, str]]) -> list[Column]:
    """The comparison as columns to show. categories: names of the categories in either run."""
    table, rank = comparison.table, partial(Column, show=place_text)
    moved = table["moved"].to_numpy(dtype=float, na_value=np.nan)
    changes = change_names()
    return [
        text_column(tr("Area"), table["area_name"].tolist()),
        text_column(tr("District"), table["district_name"].tolist()),
        rank(tr("Rank\nbefore"), comparison.ranks("first"), words=tr("Rank on community need in the first run")),
        rank(tr("Rank\nafter"), comparison.ranks("second"), words=tr("Rank on community need in the second run")),
        Column(tr("Moved"), moved, _moved_text, tr("Places moved; + is towards more need in the second run")),
        text_column(
            tr("Category"), _categories(table, categories), tr("In the first run → in the second run"), is_short=True
        ),
        text_column(
            tr("Change"), [changes[change] for change in table["change"]], tr("Who joined or left"), is_short=True
        ),
    ]


def _categories(table: pd.DataFrame, names: tuple[Mapping[str, str], Mapping[str, str]]) -> list[str]:
    """The category of each area in both runs, once where it is the same."""
    pairs = zip(table["first_category"], table["second_category"])
    return [
        names[1][second] if first == second else f"{names[0].get(first, '–')} → {names[1].get(second, '–')}"
        for first, second in pairs
    ]


def _moved_text(places: float) -> str:
    return f"{int(places):+,}".replace("-", "−") if places else "0"


def found_rows(comparison: Comparison, change: str, text: str) -> np.ndarray:
    """Numbers of the rows to show, ascending.

    change: "all", "moved", "one_run" or a change of `compare_runs`. text: part of a name, district or code; blank for
    any.
    """
    table = comparison.table
    if change == "all":
        kept = np.ones(len(table), dtype=bool)
    elif change == "moved":
        kept = (table["moved"].fillna(0) != 0).to_numpy(bool)
    elif change == "one_run":
        kept = table["change"].isin(["only_first", "only_second"]).to_numpy()
    else:
        kept = (table["change"] == change).to_numpy()
    wanted = text.strip().casefold()
    if wanted:
        whole = zip(table["area_name"], table["district_name"], table.index)
        kept &= np.array([wanted in " ".join(map(str, parts)).casefold() for parts in whole], dtype=bool)
    return np.flatnonzero(kept)
