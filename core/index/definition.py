"""What an index is: the tree of its domains, their weights, and where its published parts stand.

A definition is a JSON file, `"format": 1`. Reading one lists every fault at once.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from ..errors import CniError

FORMAT = 1
DEEPEST = 4


@dataclass(frozen=True)
class Fault:
    """One thing wrong in a definition: where in the file, what stands there, and the rule it breaks."""

    path: str
    found: Any
    rule: str


@dataclass(frozen=True)
class Published:
    """A domain as its publisher gives it: a score already transformed, or a rank to transform here.

    columns: names the column may have, the first found is used.
    """

    kind: str
    columns: tuple[str, ...]


@dataclass(frozen=True)
class Domain:
    """A part of an index. It holds a published column or sub-domains."""

    id: str
    title: str
    weight: float
    transform: str
    published: Published | None = None
    domains: tuple[Domain, ...] = ()


@dataclass(frozen=True)
class Universe:
    """The set of areas that the publisher ranked: its place, how its codes begin, and how many there are."""

    place: str
    codes: str
    areas: int


@dataclass(frozen=True)
class DefaultLimits:
    """The index's own limits, in percent of the areas ranked."""

    cni: float
    imd: float


@dataclass(frozen=True)
class Definition:
    """An index: a tree of domains, at most four levels deep, summed by weight."""

    id: str
    title: str
    short: str
    status: str
    geography: str
    domains: tuple[Domain, ...]
    sources: tuple[str, ...] = ()
    notes: str = ""
    published_flag: tuple[str, ...] = ()
    limits: DefaultLimits = DefaultLimits(10, 10)
    universes: tuple[Universe, ...] = ()
    aggregate: str = "sum"

    @property
    def is_published(self) -> bool:
        return self.status == "published"

    def as_json(self) -> dict[str, Any]:
        """The definition as its file would hold it, defaults written out."""
        return {"format": FORMAT, **asdict(self), "domains": [_domain_json(domain) for domain in self.domains]}


def _domain_json(domain: Domain) -> dict[str, Any]:
    """A domain as a file holds it: with a published column or sub-domains, not with both keys."""
    node = asdict(domain)
    if domain.published is not None:
        del node["domains"]
    else:
        del node["published"]
        node["domains"] = [_domain_json(child) for child in domain.domains]
    return node


def walk(domains: tuple[Domain, ...]) -> Iterator[Domain]:
    """Every domain of a tree, parents before children."""
    for domain in domains:
        yield domain
        yield from walk(domain.domains)


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


_DOMAIN_KEYS = ("id", "title", "weight", "transform", "published", "domains")


def _read_domains(read: _Reader, node: Mapping[str, Any], path: str, level: int) -> tuple[Domain, ...]:
    children = read.objects(node, "domains", path)
    if level > DEEPEST and children:
        read.fault(f"{path}domains", len(children), "at_most_4_levels")
        return ()
    domains = tuple(_read_domain(read, child, f"{path}domains[{i}].", level) for i, child in enumerate(children))
    if domains and not sum(domain.weight for domain in domains):
        read.fault(f"{path}domains", 0, "weights_not_all_zero")
    return domains


def _read_domain(read: _Reader, node: Mapping[str, Any], path: str, level: int) -> Domain:
    if "indicators" in node:
        read.fault(f"{path}indicators", "...", "published_or_domains")
    read.unknown_keys(node, (*_DOMAIN_KEYS, "indicators", "combine"), path)
    if ("published" in node) == (node.get("domains", []) != []) and "indicators" not in node:
        read.fault(path.rstrip("."), ", ".join(node), "published_or_domains")
    published = None
    if "published" in node:
        column = read.object(node, "published", path)
        kind = read.choice(column, "kind", f"{path}published.", ("score", "rank"), None)
        published = Published(kind, read.texts(column, "columns", f"{path}published.", needed=True))
    return Domain(
        id=read.domain_id(node, path),
        title=read.text(node, "title", path),
        weight=read.number(node, "weight", path, 1.0),
        transform=read.choice(node, "transform", path, ("exponential", "none"), "exponential"),
        published=published,
        domains=_read_domains(read, node, path, level + 1) if "domains" in node else (),
    )


def _read_universes(read: _Reader, node: Mapping[str, Any]) -> tuple[Universe, ...]:
    universes = []
    for i, entry in enumerate(read.objects(node, "universes", "")):
        path = f"universes[{i}]."
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


def with_weights(definition: Definition, weights: Mapping[str, float]) -> Definition:
    """The definition with the weights of some domains changed, by domain id.

    Raises `weight_unknown_domain`, `weight_negative` or `weights_all_zero`, naming the domain.
    """
    known = [domain.id for domain in walk(definition.domains)]
    for id, weight in weights.items():
        if id not in known:
            raise CniError("weight_unknown_domain", domain=id, domains=known)
        if not 0 <= weight < float("inf"):
            raise CniError("weight_negative", domain=id, weight=weight)

    def changed(domains: tuple[Domain, ...], parent: str) -> tuple[Domain, ...]:
        new = tuple(
            replace(d, weight=float(weights.get(d.id, d.weight)), domains=changed(d.domains, d.title)) for d in domains
        )
        if new and not sum(domain.weight for domain in new):
            raise CniError("weights_all_zero", domain=parent)
        return new

    return replace(definition, domains=changed(definition.domains, definition.title))
