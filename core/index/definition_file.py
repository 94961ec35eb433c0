"""Reading and writing definition files: JSON, `"format": 1`. Reading one lists every fault at once."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import CniError
from .definition import (
    FORMAT,
    Combine,
    DefaultLimits,
    Definition,
    Domain,
    Indicator,
    Published,
    Universe,
)

DEEPEST = 4
FEWEST_INDICATORS = 3
STANDARDISE = ("normal_scores", "zscore", "minmax", "percentile", "none")
WEIGHTS = ("equal", "given", "factor")
MISSING = ("exclude", "median", "district_median", "refuse")
TREAT = ("none", "winsorise", "log")
HIGHER_IS = ("more_need", "less_need")
TRANSFORMS = ("exponential", "none")


@dataclass(frozen=True)
class Fault:
    """One thing wrong in a definition: where in the file, what stands there, and the rule it breaks."""

    path: str
    found: Any
    rule: str


class _Reader:
    """Reads values out of parsed JSON and collects every fault on the way."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self.ids: set[str] = set()

    def fault(self, path: str, found: Any, rule: str) -> None:
        self.faults.append(Fault(path, found, rule))

    def text(self, node: Mapping[str, Any], key: str, path: str, default: str | None = None) -> str:
        value = node.get(key, default)
        if isinstance(value, str) and (value.strip() or default is not None):
            return value
        self.fault(f"{path}{key}", value, "text")
        return ""

    def choice(
        self, node: Mapping[str, Any], key: str, path: str, allowed: tuple[str, ...], default: str | None
    ) -> str:
        value = node.get(key, default)
        if value in allowed:
            return str(value)
        self.fault(f"{path}{key}", value, "one of: " + ", ".join(allowed))
        return allowed[0]

    def number(self, node: Mapping[str, Any], key: str, path: str, default: float) -> float:
        value = node.get(key, default)
        if isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value < float("inf"):
            return float(value)
        self.fault(f"{path}{key}", value, "number_from_0")
        return default

    def texts(self, node: Mapping[str, Any], key: str, path: str, *, needed: bool = False) -> tuple[str, ...]:
        value = node.get(key, [])
        if isinstance(value, list) and all(isinstance(v, str) and v.strip() for v in value) and (value or not needed):
            return tuple(value)
        self.fault(f"{path}{key}", value, "texts")
        return ()

    def unknown_keys(self, node: Mapping[str, Any], known: tuple[str, ...], path: str) -> None:
        for key in node:
            if key not in known:
                self.fault(f"{path}{key}", node[key], "one of: " + ", ".join(known))

    def objects(self, node: Mapping[str, Any], key: str, path: str) -> list[Mapping[str, Any]]:
        value = node.get(key, [])
        if isinstance(value, list) and all(isinstance(v, dict) for v in value):
            return value
        self.fault(f"{path}{key}", value, "objects")
        return []

    def object(self, node: Mapping[str, Any], key: str, path: str) -> Mapping[str, Any]:
        value = node.get(key)
        if isinstance(value, dict):
            return value
        self.fault(f"{path}{key}", value, "object")
        return {}

    def domain_id(self, node: Mapping[str, Any], path: str) -> str:
        value = self.text(node, "id", path)
        if value and not (value.isidentifier() and value == value.lower()):
            self.fault(f"{path}id", value, "identifier")
        elif value in self.ids:
            self.fault(f"{path}id", value, "unique")
        elif value in ("cni", "imd", "index"):
            self.fault(f"{path}id", value, "not_reserved")
        self.ids.add(value)
        return value


def _read_domains(read: _Reader, node: Mapping[str, Any], path: str, level: int) -> tuple[Domain, ...]:
    children = read.objects(node, "domains", path)
    if level > DEEPEST and children:
        read.fault(f"{path}domains", len(children), "at_most_4_levels")
        return ()
    domains = tuple(_read_domain(read, child, f"{path}domains[{i}].", level) for i, child in enumerate(children))
    if domains and not sum(domain.weight for domain in domains):
        read.fault(f"{path}domains", 0, "weights_not_all_zero")
    return domains


_DOMAIN_KEYS = ("id", "title", "weight", "transform", "published", "domains", "indicators", "combine")
_CONTENTS = ("published", "domains", "indicators")
_INDICATOR_KEYS = (
    "id", "title", "weight", "columns", "higher_is", "unit", "numerator", "denominator", "shrink", "missing", "treat"
)  # fmt: skip


def _read_domain(read: _Reader, node: Mapping[str, Any], path: str, level: int) -> Domain:
    read.unknown_keys(node, _DOMAIN_KEYS if "indicators" in node else _DOMAIN_KEYS[:-1], path)
    held = [key for key in _CONTENTS if node.get(key) not in (None, [])]
    if len(held) != 1:
        read.fault(path.rstrip("."), ", ".join(node), "indicators_published_or_domains")
    # Before what it holds, so that an id used twice is faulted at the second place in the file.
    id = read.domain_id(node, path)
    indicators = _read_indicators(read, node, path) if "indicators" in node else ()
    combine = _read_combine(read, node, path) if "combine" in node else Combine()
    if combine.weights == "factor" and 0 < len(indicators) < FEWEST_INDICATORS:
        read.fault(f"{path}combine.weights", "factor", "factor_needs_three")
    return Domain(
        id=id,
        title=read.text(node, "title", path),
        weight=read.number(node, "weight", path, 1.0),
        transform=read.choice(node, "transform", path, TRANSFORMS, "exponential"),
        published=_read_published(read, node, path) if "published" in node else None,
        domains=_read_domains(read, node, path, level + 1) if "domains" in node else (),
        indicators=indicators,
        combine=combine,
    )


def _read_published(read: _Reader, node: Mapping[str, Any], path: str) -> Published:
    column = read.object(node, "published", path)
    read.unknown_keys(column, ("kind", "columns"), f"{path}published.")
    kind = read.choice(column, "kind", f"{path}published.", ("score", "rank"), None)
    return Published(kind, read.texts(column, "columns", f"{path}published.", needed=True))


def _read_combine(read: _Reader, node: Mapping[str, Any], path: str) -> Combine:
    combine, path = read.object(node, "combine", path), f"{path}combine."
    read.unknown_keys(combine, ("standardise", "weights", "aggregate"), path)
    return Combine(
        read.choice(combine, "standardise", path, STANDARDISE, "normal_scores"),
        read.choice(combine, "weights", path, WEIGHTS, "equal"),
        read.choice(combine, "aggregate", path, ("sum",), "sum"),
    )


def _read_indicators(read: _Reader, node: Mapping[str, Any], path: str) -> tuple[Indicator, ...]:
    entries = read.objects(node, "indicators", path)
    indicators = tuple(_read_indicator(read, entry, f"{path}indicators[{i}].") for i, entry in enumerate(entries))
    if indicators and not sum(indicator.weight for indicator in indicators):
        read.fault(f"{path}indicators", 0, "weights_not_all_zero")
    return indicators


def _read_indicator(read: _Reader, node: Mapping[str, Any], path: str) -> Indicator:
    read.unknown_keys(node, _INDICATOR_KEYS, path)
    ratio = [node.get(key) for key in ("numerator", "denominator")]
    if any(ratio) and not all(isinstance(part, str) and part.strip() for part in ratio):
        read.fault(f"{path}denominator", ratio, "both_of_a_ratio")
    if bool(node.get("columns")) == all(ratio):
        read.fault(f"{path}columns", node.get("columns"), "columns_or_ratio")
    shrink = node.get("shrink", False)
    if not isinstance(shrink, bool):
        read.fault(f"{path}shrink", shrink, "true_or_false")
    elif shrink and not all(ratio):
        read.fault(f"{path}shrink", shrink, "shrink_needs_ratio")
    return Indicator(
        id=read.domain_id(node, path),
        title=read.text(node, "title", path),
        weight=read.number(node, "weight", path, 1.0),
        columns=read.texts(node, "columns", path),
        higher_is=read.choice(node, "higher_is", path, HIGHER_IS, None),
        unit=read.text(node, "unit", path, ""),
        numerator=ratio[0],
        denominator=ratio[1],
        shrink=shrink is True,
        missing=read.choice(node, "missing", path, MISSING, "exclude"),
        treat=read.choice(node, "treat", path, TREAT, "none"),
    )


def _read_universes(read: _Reader, node: Mapping[str, Any]) -> tuple[Universe, ...]:
    universes = []
    for i, entry in enumerate(read.objects(node, "universes", "")):
        path = f"universes[{i}]."
        read.unknown_keys(entry, ("place", "codes", "areas"), path)
        areas = entry.get("areas")
        if not isinstance(areas, int) or isinstance(areas, bool) or areas < 1:
            read.fault(f"{path}areas", areas, "whole_number_from_1")
            areas = 1
        universes.append(Universe(read.text(entry, "place", path), read.text(entry, "codes", path, ""), areas))
    return tuple(universes)


def _read_limits(read: _Reader, node: Mapping[str, Any]) -> DefaultLimits:
    if "limits" not in node:
        return DefaultLimits(10, 10)
    limits = read.object(node, "limits", "")
    read.unknown_keys(limits, ("cni", "imd"), "limits.")
    return DefaultLimits(read.number(limits, "cni", "limits.", 10), read.number(limits, "imd", "limits.", 10))


def parse_definition(node: Any, name: str) -> Definition:
    """A definition from parsed JSON. name: the file or id, for messages.

    Raises `definition_faults` with every `Fault` found.
    """
    read = _Reader()
    if not isinstance(node, dict):
        raise CniError("definition_faults", name=name, faults=[Fault("(file)", type(node).__name__, "object")])
    if node.get("format") != FORMAT:
        read.fault("format", node.get("format"), "one of: 1")
    keys = ("format", "id", "title", "short", "status", "geography", "sources", "notes", "domains", "published_flag")
    read.unknown_keys(node, (*keys, "limits", "universes", "aggregate"), "")
    definition = Definition(
        id=read.text(node, "id", ""),
        title=read.text(node, "title", ""),
        short=read.text(node, "short", "", str(node.get("title", ""))),
        status=read.choice(node, "status", "", ("own", "published"), None),
        geography=read.text(node, "geography", ""),
        domains=_read_domains(read, node, "", 1),
        sources=read.texts(node, "sources", ""),
        notes=read.text(node, "notes", "", ""),
        published_flag=read.texts(node, "published_flag", ""),
        limits=_read_limits(read, node),
        universes=_read_universes(read, node),
        aggregate=read.choice(node, "aggregate", "", ("sum",), "sum"),
    )
    if not definition.domains and not any(fault.path.startswith("domains") for fault in read.faults):
        read.fault("domains", node.get("domains"), "objects")
    if read.faults:
        raise CniError("definition_faults", name=name, faults=read.faults)
    return definition


def load_definition(path: Path) -> Definition:
    """A definition from its file. Raises `definition_not_json` or `definition_faults`."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise CniError("definition_not_json", name=path.name, line=1, reason="it is not UTF-8 text") from None
    try:
        node = json.loads(text)
    except json.JSONDecodeError as fault:
        raise CniError("definition_not_json", name=path.name, line=fault.lineno, reason=fault.msg) from None
    return parse_definition(node, path.name)


def definition_text(definition: Definition) -> str:
    """A definition as the text of its file, defaults written out; reading it gives the same definition."""
    return json.dumps(definition.as_json(), ensure_ascii=False, indent=2) + "\n"


def save_definition(definition: Definition, path: Path) -> None:
    """Write a definition file aside and put it in place of one of that name. Raises `definition_not_saved`."""
    aside = path.with_name(path.name + ".new")
    try:
        aside.write_bytes(definition_text(definition).encode())
        aside.replace(path)
    except OSError as fault:
        aside.unlink(missing_ok=True)
        raise CniError("definition_not_saved", name=path.name, reason=fault.strerror) from None
