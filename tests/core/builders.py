"""Small tables, definitions and indices to test with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from cni_mapper.core.data.geographies import parse_geography
from cni_mapper.core.data.tables import Origin, Table, code_table
from cni_mapper.core.index.definition import Definition
from cni_mapper.core.index.definition_file import parse_definition
from cni_mapper.core.index.values import Values

NAN = float("nan")

# The transformed scores of the ranks 1 to 10 among ten areas.
TEN = (100, 50.4267, 35.8568, 27.0075, 20.6327, 15.6468, 11.5515, 8.0764, 5.0580, 2.3903)


def ward_codes(count: int) -> list[str]:
    return [f"E05{number:06d}" for number in range(1, count + 1)]


def table(columns: Mapping[str, Any], name: str = "needs.csv", **options: Any) -> Table:
    """A Table from columns, the codes among them."""
    return code_table(pd.DataFrame(columns), Origin("TABLES", name, name), **options)


def node(domains: Sequence[Mapping[str, Any]], **more: Any) -> dict[str, Any]:
    """A definition as its file holds it."""
    plain = {"format": 1, "id": "test", "title": "Test index", "status": "own", "geography": "area"}
    return {**plain, "domains": list(domains), **more}


def published(id: str, weight: float = 1, kind: str = "score", **more: Any) -> dict[str, Any]:
    """A domain with a published column of the same name."""
    return {"id": id, "title": id.title(), "weight": weight, "published": {"kind": kind, "columns": [id]}, **more}


def group(id: str, *domains: Mapping[str, Any], weight: float = 1, **more: Any) -> dict[str, Any]:
    """A domain made of sub-domains."""
    return {"id": id, "title": id.title(), "weight": weight, "domains": list(domains), **more}


def definition(*domains: Mapping[str, Any], **more: Any) -> Definition:
    return parse_definition(node(domains, **more), "test.json")


def values(columns: Mapping[str, Sequence[float]], codes: Sequence[str] | None = None) -> Values:
    """Values as `gather` gives them, by domain id."""
    arrays = {id: np.asarray(column, dtype=float) for id, column in columns.items()}
    size = len(next(iter(arrays.values())))
    return Values(pd.Index(ward_codes(size) if codes is None else codes), arrays, "", True, ())


def lsoa_table(ranks: Mapping[str, int], areas: int, year: str = "2021") -> Table:
    """A national table in which the first area has the given rank in each column, every rank standing once."""
    columns = {name: (np.arange(areas) + rank - 1) % areas + 1 for name, rank in ranks.items()}
    codes = [f"E01{number:06d}" for number in range(1, areas + 1)]
    return table({f"lsoa{year[2:]}_code": codes, **columns}, wanted=parse_geography(f"lsoa{year}"))
