"""Definitions and values of raw indicators to test with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from builders import definition, values

from cni_mapper.core.errors import CniError
from cni_mapper.core.index.definition import Definition, Indicator
from cni_mapper.core.index.engine import IndexResult, compute
from cni_mapper.core.index.values import Values

# SciPy and R give these for (1 to 5) / 6, and (1 to 4) / 5, of the normal distribution.
FIVE = (-0.967422, -0.430727, 0, 0.430727, 0.967422)
FOUR = (-0.841621, -0.253347, 0.253347, 0.841621)


def indicator(id: str, **more: Any) -> dict[str, Any]:
    """An indicator with a column of the same name; more need where it is higher."""
    return {"id": id, "title": id.title(), "columns": [id], "higher_is": "more_need", **more}


def ratio(id: str, numerator: str, denominator: str, **more: Any) -> dict[str, Any]:
    """An indicator that is the rate of two columns."""
    plain = {"id": id, "title": id.title(), "higher_is": "more_need"}
    return {**plain, "numerator": numerator, "denominator": denominator, **more}


def raw(id: str, *indicators: Any, standardise: str = "normal_scores", weights: str = "equal", **more: Any) -> dict:
    """A domain of indicators; text stands for a plain indicator of that id."""
    entries = [indicator(one) if isinstance(one, str) else one for one in indicators]
    combine = {"standardise": standardise, "weights": weights, "aggregate": "sum"}
    return {"id": id, "title": id.title(), "combine": combine, "indicators": entries, **more}


def one_indicator(**options: Any) -> Indicator:
    return Indicator("a", "Libraries", 1.0, ("a",), **options)


def with_districts(columns: Mapping[str, Sequence[float]], district: Sequence[int]) -> Values:
    return replace(values(columns), district=np.array(district))


def index_of(columns: Mapping[str, Sequence[float]], *domains: Mapping[str, Any]) -> IndexResult:
    """An index of domains over columns by indicator id."""
    return compute(definition(*domains), values(columns))


def combined(columns: Mapping[str, Sequence[float]], *indicators: Any, **options: Any) -> np.ndarray:
    """What one domain of indicators combines to, before it is ranked."""
    return index_of(columns, raw("d", *indicators, **options)).domains["d"].combined


def edited(wanted: Definition, domain: str, **changes: Any) -> Definition:
    """The definition with changes to how a domain of the first level combines its indicators, or to the domain."""
    combine = {key: changes.pop(key) for key in ("standardise", "weights") if key in changes}
    domains = [
        replace(one, combine=replace(one.combine, **combine), **changes) if one.id == domain else one
        for one in wanted.domains
    ]
    return replace(wanted, domains=tuple(domains))


def edited_indicator(wanted: Definition, id: str, **changes: Any) -> Definition:
    """The definition with changes to an indicator of a domain of the first level."""
    domains = [
        replace(one, indicators=tuple(replace(i, **changes) if i.id == id else i for i in one.indicators))
        for one in wanted.domains
    ]
    return replace(wanted, domains=tuple(domains))


def refused(work: Any, *arguments: Any, **options: Any) -> tuple[str, dict[str, Any]]:
    """The code and the context of the fault that some work must end with."""
    with pytest.raises(CniError) as fault:
        work(*arguments, **options)
    return fault.value.code, fault.value.context
