"""The engine on raw indicators: a full build by each method, factor weights, and one indicator's weight changed."""

from __future__ import annotations

from collections.abc import Callable

import made_up
import numpy as np
import pandas as pd
from common import MILLI, Figure, hand_over, load_plugin, medians

load_plugin()

from cni_mapper.core.index.definition import Combine, Definition, Domain, Indicator, with_weights  # noqa: E402
from cni_mapper.core.index.engine import IndexResult, compute  # noqa: E402
from cni_mapper.core.index.factor import first_factor  # noqa: E402
from cni_mapper.core.index.values import Values  # noqa: E402

WARDS, LSOAS = 7_433, 33_755
PARTS = (10, 9, 9)
RUNS = 15
BUILD = (
    "28 made-up indicators in 3 domains, equal weights, from the numbers of each indicator to ranks and deciles of "
    "every domain and the index. "
)
SORTS = BUILD + "The bound is one argsort for each indicator, each domain and the index."
ARITHMETIC = (
    BUILD + "The bound is numpy's arithmetic alone: the same scaling of each indicator, the means of the domains, "
    "and for each domain and the index the argsort and the transformation or deciles that its ranks go into."
)
FACTOR = (
    "What a build does more when the weights of every domain are found by a factor: the same standardised indicators "
    "put side by side and the factor found, for the three domains in turn."
)
WEIGHT = (
    "The weight of the first indicator alternates between two values, and the index is computed to deciles with the "
    "earlier result for reuse. The bound is the two argsorts that a new domain and a new index need."
)


def definition(standardise: str, weights: str = "equal") -> Definition:
    """Three domains over the indicators i0 to i27."""
    ids = iter(range(sum(PARTS)))
    domains = []
    for number, part in enumerate(PARTS):
        entries = tuple(Indicator(f"i{i}", f"Indicator {i}", 1.0, (f"i{i}",)) for _, i in zip(range(part), ids))
        combine = Combine(standardise, weights)
        domains.append(
            Domain(f"d{number}", f"Domain {number}", 1.0, "exponential", indicators=entries, combine=combine)
        )
    return Definition("made_up", "Made-up index", "Made up", "own", "lsoa2021", tuple(domains))


def made_up_values(n: int) -> Values:
    """Correlated, skewed indicators without gaps."""
    random = np.random.default_rng(made_up.SEED)
    shared = random.standard_normal(n)
    columns = {f"i{i}": np.exp(0.6 * shared + 0.8 * random.standard_normal(n)) for i in range(sum(PARTS))}
    return Values(pd.Index(made_up.codes(n, "E01")), columns, "", True, ())


def bare_scale(standardise: str, column: np.ndarray) -> np.ndarray:
    if standardise == "zscore":
        return (column - column.mean()) / column.std()
    low = column.min()
    return (column - low) / (column.max() - low)


def bare_ranks(scores: np.ndarray) -> np.ndarray:
    ranks = np.empty(len(scores))
    ranks[np.argsort(-scores)] = np.arange(1.0, len(scores) + 1)
    return ranks


def bare_build(standardise: str, columns: list[np.ndarray]) -> np.ndarray:
    """The arithmetic of a build, without a thought for ties or gaps."""
    n, total, first = len(columns[0]), np.zeros(len(columns[0])), 0
    top = 1.0 - np.exp(-100.0 / 23.0)
    for part in PARTS:
        mean = np.zeros(n)
        for column in columns[first : first + part]:
            mean += bare_scale(standardise, column) / part
        ranks = bare_ranks(mean)
        np.ceil(10.0 * ranks / n)
        total += -23.0 * np.log(1.0 - (n - ranks + 1.0) / n * top)
        first += part
    return np.ceil(10.0 * bare_ranks(total) / n)


def bare_sorts(columns: list[np.ndarray]) -> None:
    for column in columns:
        np.argsort(column)


class Reweighting:
    """Moves the weight of one indicator to and fro, each time from the result before."""

    def __init__(self, result: IndexResult) -> None:
        self._result = result
        self._next = 2.0

    def __call__(self) -> None:
        changed = with_weights(self._result.definition, {"i0": self._next})
        self._result = compute(changed, self._result.values, reuse=self._result)
        self._next = 3.0 - self._next


def sorted_in(result: IndexResult) -> list[np.ndarray]:
    """What a build must sort: every indicator, every domain and the index."""
    parts = result.domains.values()
    return [*result.values.columns.values(), *(part.combined for part in parts), result.score]


def builds(values: Values) -> list[Figure]:
    columns = list(values.columns.values())
    methods = ("normal_scores", "minmax", "zscore")
    wanted = {method: definition(method) for method in methods}
    with_sorts = sorted_in(compute(wanted["normal_scores"], values))
    works: list[Callable[[], object]] = [lambda method=method: compute(wanted[method], values) for method in methods]
    works += [
        lambda: bare_sorts(with_sorts),
        lambda: bare_build("minmax", columns),
        lambda: bare_build("zscore", columns),
    ]
    times = [MILLI * time for time in medians(works, RUNS)]
    bounds = [("argsorts", SORTS, 3), ("arithmetic", ARITHMETIC, 2), ("arithmetic", ARITHMETIC, 2)]
    return [
        Figure(f"Build, {LSOAS:,} areas, {method}", time, "ms", how, bare, bound, "ratio", target)
        for method, time, bare, (bound, how, target) in zip(methods, times, times[3:], bounds)
    ]


def factor_weights(values: Values) -> Figure:
    domains = compute(definition("normal_scores", "factor"), values).domains.values()
    scores = [[one.scores for one in domain.indicators] for domain in domains]
    (found,) = medians([lambda: [first_factor(np.stack(columns).T) for columns in scores]], RUNS)
    name = f"Factor weights of 3 domains, {LSOAS:,} areas, added to a build"
    return Figure(name, MILLI * found, "ms", FACTOR, holds="measured", target=50)


def reweighting(values: Values, target: float) -> Figure:
    given = definition("normal_scores", "given")
    result = compute(given, values)
    changed = [result.domains["d0"].combined, result.score]
    moved, bare = medians([Reweighting(result), lambda: bare_sorts(changed)], RUNS)
    name = f"One indicator's weight changed, {len(values.codes):,} areas"
    return Figure(name, MILLI * moved, "ms", WEIGHT, MILLI * bare, "argsorts", "measured", target)


def main() -> None:
    lsoas = made_up_values(LSOAS)
    wards = made_up_values(WARDS)
    hand_over([*builds(lsoas), factor_weights(lsoas), reweighting(wards, 10), reweighting(lsoas, 40)])


main()
