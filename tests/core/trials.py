"""Outcomes of indices on few areas, to try things out on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import pandas as pd
from builders import definition, published, table, values

from cni_mapper.core.analysis.overlay import Limits, make_limit
from cni_mapper.core.analysis.what_if import Basis, Outcome, make_basis, try_out
from cni_mapper.core.index.library import find_definition
from cni_mapper.core.index.values import gather


def percent(cni: float, imd: float | None = None) -> Limits:
    return Limits(*(make_limit(p, is_count=False, name="limit") for p in (cni, cni if imd is None else imd)))


def count(cni: int, imd: int | None = None) -> Limits:
    return Limits(*(make_limit(c, is_count=True, name="limit") for c in (cni, cni if imd is None else imd)))


def basis(columns: Mapping[str, Sequence[float]], imd: Sequence[float], people: Sequence[float] | None = None) -> Basis:
    """A basis over as many wards as there are IMD scores; 100 people in each unless told."""
    found = values(columns)
    lived_in = np.full(len(imd), 100.0) if people is None else people
    return make_basis(found, pd.Series(imd, found.codes, dtype=float), pd.Series(lived_in, found.codes, dtype=float))


def trial(columns: Mapping[str, Sequence[float]], imd: Sequence[float], limits: Limits, **weights: float) -> Outcome:
    """The outcome of published domains, one for each column, of weight 1 unless told."""
    domains = [published(id, weights.get(id, 1)) for id in columns]
    return try_out(basis(columns, imd), definition(*domains), limits)


def cni_2019(reference_data: Path) -> tuple[Basis, pd.DataFrame]:
    """CNI 2019 with the deprivation of its wards by output areas, and what the expected file says of each ward."""
    needs = pd.read_csv(reference_data / "cni_2019_ward17.csv")
    expected = pd.read_csv(reference_data / "expected" / "imd_2019_ward17.csv", index_col="ward17_code")
    wards = table({name: needs[name] for name in needs}, code_column="ward17_code")
    found = gather(find_definition("cni-2019"), [wards])
    return make_basis(found, expected["imd_score_oa"], expected["population_2011"]), expected
