"""What the user chose for one run: layers, columns, index, limits and focus. Plain Python, kept in the project file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

from ...core.errors import CniError
from ...core.index.definition import DefaultLimits, Definition
from ...core.index.definition_file import parse_definition

COLUMNS = (
    "AREA_CODE", "AREA_NAME", "DISTRICT", "DISTRICT_NAME", "POPULATION", "CODE_FIELD", "DEPRIVATION_CODE",
    "DEPRIVATION_SCORE", "DEPRIVATION_WEIGHT", "LOOKUP_FROM", "LOOKUP_TO", "LOOKUP_WEIGHT",
)  # fmt: skip
"""Parameters of cni:map that name a column; left out of `Choices.columns` where it is to be found by its name."""


@dataclass(frozen=True)
class Choices:
    """One run of the project.

    areas, tables, deprivation, lookup: ids of the project's layers, blank until chosen. columns: by parameter of
    cni:map. base: the id or path that the definition came from, which Revert goes back to. districts: codes (names
    where there are no codes) of the districts to show, none for all. counted: whether limits are numbers of areas.
    within_focus: rank the areas shown among themselves. locked: ids of parts whose weights stay when others move.
    output: where the result is, or is to be, written; blank until the first time.
    """

    name: str
    definition: Definition
    base: str
    areas: str = ""
    tables: tuple[str, ...] = ()
    deprivation: str = ""
    lookup: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    districts: tuple[str, ...] = ()
    cni_limit: float = 10.0
    imd_limit: float = 10.0
    counted: bool = False
    within_focus: bool = False
    locked: tuple[str, ...] = ()
    output: str = ""

    def with_column(self, parameter: str, column: str) -> Choices:
        """The choices with a column named; blank to have it found."""
        columns = {key: value for key, value in self.columns.items() if key != parameter}
        return replace(self, columns={**columns, parameter: column} if column else columns)

    def layers(self) -> tuple[str, ...]:
        """Ids of every layer chosen."""
        return tuple(id for id in (self.areas, *self.tables, self.deprivation, self.lookup) if id)

    def reads(self) -> tuple[Any, ...]:
        """What decides which numbers are read from the layers: where this stays the same, they need not be read again.

        Weights, titles, directions and methods of the definition are not part of it.
        """
        focus = self.districts if self.within_focus else None
        named = tuple(sorted(self.columns.items()))
        return (self.areas, self.tables, self.deprivation, self.lookup, named, focus, gathered(self.definition))

    def as_json(self) -> dict[str, Any]:
        """The choices as plain JSON values."""
        values = {one.name: getattr(self, one.name) for one in fields(self)}
        values.update(definition=self.definition.as_json(), columns=dict(self.columns))
        return {key: list(value) if isinstance(value, tuple) else value for key, value in values.items()}


def gathered(definition: Definition) -> str:
    """What of a definition decides which columns are gathered, and how rates are made of them."""
    node = definition.as_json()
    for key in ("title", "short", "sources", "notes", "limits", "status", "id"):
        node.pop(key, None)
    return repr([_plain(part) for part in node["domains"]]) + repr([node["geography"], node["universes"]])


_READ = ("id", "published", "columns", "numerator", "denominator", "shrink")


def _plain(part: Mapping[str, Any]) -> dict[str, Any]:
    kept = {key: part[key] for key in _READ if key in part}
    # A gap filled by the district's median needs the districts read.
    kept["by_district"] = part.get("missing") == "district_median"
    kept["parts"] = [_plain(one) for key in ("domains", "indicators") for one in part.get(key, ())]
    return kept


def new_choices(name: str, definition: Definition, base: str, limits: DefaultLimits | None = None) -> Choices:
    """Choices that hold nothing but an index, at its own limits unless others are given."""
    own = limits or definition.limits
    return Choices(name, definition, base, cni_limit=own.cni, imd_limit=own.imd)


def read_choices(node: Any) -> Choices:
    """Choices from the JSON values of a project. Raises `run_unreadable`, naming it, or the definition's own faults."""
    name = node.get("name") if isinstance(node, dict) else None
    if not isinstance(name, str) or not isinstance(node.get("definition"), dict):
        raise CniError("run_unreadable", name=str(name or "?"))
    plain = new_choices(name, parse_definition(node["definition"], name), str(node.get("base", "")))
    given: dict[str, Any] = {}
    for one in fields(Choices):
        value, kind = node.get(one.name), type(getattr(plain, one.name))
        if one.name in ("name", "definition", "base") or value is None:
            continue
        given[one.name] = tuple(map(str, value)) if kind is tuple else kind(value)
    return replace(plain, **given)
