"""What the benchmarks share: finding the data and the plugin, timing, and the form of a figure."""

from __future__ import annotations

import importlib.util
import json
import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
MILLI = 1000


@dataclass(frozen=True)
class Figure:
    """One thing measured.

    bare: the lower bound measured in the same run, in the same unit, and what it is. holds: what the target is about,
    "measured" or "ratio"; empty where the figure is only recorded.
    """

    name: str
    measured: float
    unit: str
    how: str
    bare: float | None = None
    bare_is: str = ""
    holds: str = ""
    target: float | None = None

    @property
    def ratio(self) -> float | None:
        return self.measured / self.bare if self.bare else None

    @property
    def met(self) -> bool | None:
        if self.target is None:
            return None
        return (self.ratio if self.holds == "ratio" else self.measured) <= self.target


def reference_data() -> Path | None:
    """The folder of the published tables and boundaries; None where it is not there."""
    folder = Path(os.environ.get("CNI_REFERENCE_DATA") or ROOT.parent / "shared" / "data")
    return folder if (folder / "README.md").is_file() else None


def load_plugin() -> None:
    """Make the checkout importable as cni_mapper, whatever its folder is called."""
    spec = importlib.util.spec_from_file_location(
        "cni_mapper", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    sys.modules["cni_mapper"] = package = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(package)


def seconds(work: Callable[[], object]) -> float:
    """The time one call takes."""
    start = perf_counter()
    work()
    return perf_counter() - start


def medians(works: Iterable[Callable[[], object]], runs: int) -> list[float]:
    """The median seconds of each piece of work: called in turn, `runs` times, after one call of each to warm up."""
    works = list(works)
    for work in works:
        work()
    times = [[seconds(work) for work in works] for _ in range(runs)]
    return [median(column) for column in zip(*times)]


def hand_over(figures: Iterable[Figure]) -> None:
    """Give figures to run.py, as the last line printed."""
    print(json.dumps([asdict(figure) for figure in figures]), flush=True)
