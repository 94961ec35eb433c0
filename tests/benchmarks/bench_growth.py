"""Growth: whether the time for an area stays the same from 1,000 to 240,000 areas."""

from __future__ import annotations

from dataclasses import replace

import made_up
import numpy as np
from common import Figure, hand_over, load_plugin, medians

load_plugin()

from cni_mapper.core.analysis.overlay import Limits, make_limit, overlay  # noqa: E402
from cni_mapper.core.data.tables import Origin, code_table  # noqa: E402
from cni_mapper.core.index.engine import compute, result_frame  # noqa: E402
from cni_mapper.core.index.library import find_definition  # noqa: E402
from cni_mapper.core.index.ranking import rank_score  # noqa: E402
from cni_mapper.core.index.values import gather  # noqa: E402

SIZES = (1_000, 4_000, 15_000, 60_000, 240_000)
RUNS = 5
MICRO = 1_000_000
DEFINITION = replace(find_definition("cni-2023"), universes=(), geography="area")
LIMITS = Limits(*(make_limit(10, is_count=False, name=name) for name in ("CNI_LIMIT", "IMD_LIMIT")))
HOW = (
    "A made-up table of output areas with three domain ranks, as text: prepare, compute, rank a deprivation score, "
    "overlay. The bound is one stable argsort for each domain and each index."
)
RATIO = (
    "Time for an area at 240,000 areas, over that at 1,000; the bound is the time for an area at 1,000. Small tables "
    "pay the fixed cost of every call, so this can fall below 1."
)
DEAREST = (
    "Time for an area at its dearest from 15,000 areas on, over that at its cheapest, where fixed costs are small."
)


class Job:
    """The work on one size of table, and its lower bound."""

    def __init__(self, n: int) -> None:
        self.n = n
        self._frame = made_up.need_ranks(n, "E00")
        table = code_table(self._frame, Origin("TABLES", "table", ""))
        self._scores = made_up.deprivation(table.frame.index)
        values = gather(DEFINITION, [table])
        self._columns = [*values.columns.values(), compute(DEFINITION, values).score, self._scores.to_numpy()]

    def work(self) -> None:
        table = code_table(self._frame, Origin("TABLES", "table", ""))
        values = gather(DEFINITION, [table])
        need = result_frame(compute(DEFINITION, values), "cni")
        overlay(need["cni_rank"], rank_score(self._scores, values.codes).frame["rank"], LIMITS)

    def bare(self) -> None:
        for column in self._columns:
            np.argsort(column, kind="stable")


def main() -> None:
    jobs = [Job(n) for n in SIZES]
    times = medians([work for job in jobs for work in (job.work, job.bare)], RUNS)
    each = [MICRO * time / job.n for job, time in zip(jobs, times[::2])]
    bare = [MICRO * time / job.n for job, time in zip(jobs, times[1::2])]
    unit = "µs an area"
    figures = [
        Figure(f"Growth, {job.n:,} areas", here, unit, HOW, least, "argsorts")
        for job, here, least in zip(jobs, each, bare)
    ]
    whole = Figure("Growth, 240,000 over 1,000", each[-1], unit, RATIO, each[0], "at 1,000", "ratio", 1.5)
    large = each[2:]
    dearest = Figure("Growth, from 15,000 on", max(large), unit, DEAREST, min(large), "cheapest", "ratio", 1.5)
    hand_over([*figures, whole, dearest])


main()
