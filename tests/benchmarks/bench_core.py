"""The engine alone: preparing and computing an index, and changing one weight."""

from __future__ import annotations

from pathlib import Path

import made_up
import numpy as np
import pandas as pd
from common import MILLI, Figure, hand_over, load_plugin, medians, reference_data

load_plugin()

from cni_mapper.core.data.geographies import parse_geography  # noqa: E402
from cni_mapper.core.data.tables import Origin, code_table, read_csv  # noqa: E402
from cni_mapper.core.index.definition import Definition, with_weights  # noqa: E402
from cni_mapper.core.index.engine import IndexResult, compute  # noqa: E402
from cni_mapper.core.index.library import find_definition  # noqa: E402
from cni_mapper.core.index.values import gather  # noqa: E402

ORIGIN = Origin("TABLES", "table", "")
RUNS = 15
PREPARE = (
    "From the table as read (every value text) to ranks and deciles: find and check the codes, read the numbers, "
    "compute every stage. The bound is one stable argsort for each domain and one for the index."
)
WEIGHT = (
    "The weight of the first domain alternates between two values, and the index is computed with the earlier result "
    "for reuse. The bound is the one argsort that a new ranking needs."
)


def prepare_and_compute(frame: pd.DataFrame, definition: Definition) -> IndexResult:
    """An index from a table as it was read."""
    table = code_table(frame, ORIGIN, wanted=parse_geography(definition.geography))
    return compute(definition, gather(definition, [table]))


class Reweighting:
    """Moves one weight to and fro, each time from the result before."""

    def __init__(self, result: IndexResult) -> None:
        self._result = result
        self._next = 2.0

    def __call__(self) -> None:
        first = self._result.definition.domains[0].id
        definition = with_weights(self._result.definition, {first: self._next})
        self._result = compute(definition, self._result.values, reuse=self._result)
        self._next = 3.0 - self._next


def argsorts(columns: list[np.ndarray]) -> None:
    for column in columns:
        np.argsort(column, kind="stable")


def measure(name: str, frame: pd.DataFrame, definition: Definition, targets: tuple[float, float]) -> list[Figure]:
    """Both figures for one table. targets: milliseconds to prepare and compute, and to change a weight."""
    result = prepare_and_compute(frame, definition)
    columns = [*result.values.columns.values(), result.score]
    whole, moved, sorts, sort = medians(
        [
            lambda: prepare_and_compute(frame, definition),
            Reweighting(result),
            lambda: argsorts(columns),
            lambda: argsorts([result.score]),
        ],
        RUNS,
    )
    prepared = f"{name}: prepare and compute"
    weight = f"{name}: one weight changed"
    return [
        Figure(prepared, MILLI * whole, "ms", PREPARE, MILLI * sorts, "argsorts", "measured", targets[0]),
        Figure(weight, MILLI * moved, "ms", WEIGHT, MILLI * sort, "argsort", "measured", targets[1]),
    ]


def wards(data: Path | None) -> tuple[str, pd.DataFrame]:
    """The table of CNI 2019, or a made-up one of its size."""
    if data is None:
        return "Engine, 7,433 made-up wards", made_up.need_scores(7433)
    return "Engine, CNI 2019, 7,433 wards", read_csv(data / "cni_2019_ward17.csv")


def main() -> None:
    name, frame = wards(reference_data())
    lsoas = made_up.need_ranks(33755, "E01")
    hand_over(
        [
            *measure(name, frame, find_definition("cni-2019"), (30, 5)),
            *measure("Engine, 33,755 made-up LSOAs by rank", lsoas, find_definition("cni-2023"), (120, 20)),
        ]
    )


main()
