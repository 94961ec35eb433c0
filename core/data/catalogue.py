"""Where data is: the publishers' addresses, licences and columns, as the entries of catalogue files.

A catalogue is a JSON file, `"format": 1`, with a list of entries. Reading one lists every fault at once.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from ..errors import CniError

FORMAT = 1
CATALOGUE = Path(__file__).parents[2] / "resources" / "catalogue"
SERVICE, PAGE, ARCHIVE = "arcgis", "page", "zip"
FORMATS = ("csv", "xlsx", ARCHIVE, "geojson", "gpkg", SERVICE, PAGE)
"""`arcgis` is a layer of an ArcGIS feature service; `page` is a web page where people download by hand."""
TYPES = ("table", "point", "line", "polygon")
STATES = ("seen", "unchecked")
ROLES = ("code", "name", "to_code", "to_name", "district_code", "district_name", "score", "rank", "decile",
         "population", "class", "x", "y")  # fmt: skip
_KEYS = ("id", "title", "publisher", "licence", "attribution", "vintage", "page", "address", "format", "type",
         "columns", "state", "bytes", "rows", "member", "layer", "crs", "sha256", "notes")  # fmt: skip
_ID = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")
_SHA256 = re.compile(r"^[0-9a-f]{64}$")
_CRS = re.compile(r"^EPSG:[0-9]{4,6}$")


@dataclass(frozen=True)
class CatalogueFault:
    """One thing wrong in a catalogue: where in the file, what stands there, and the rule it breaks."""

    path: str
    found: Any
    rule: str


@dataclass(frozen=True)
class Entry:
    """One data set of a publisher.

    columns: role to column name. bytes: the smallest and largest size a file may have. rows: the fewest and most rows
    a service may have, unfiltered. member: pattern of the file names wanted inside a zip. layer: the table of a
    GeoPackage or the sheet of a workbook. crs: of x and y, or of what a service is asked for. sha256: of the content,
    where the publisher never changes it.
    """

    id: str
    title: str
    publisher: str
    licence: str
    attribution: str
    vintage: str
    page: str
    format: str
    type: str
    state: str
    address: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    bytes: tuple[int, int] | None = None
    rows: tuple[int, int] | None = None
    member: str = ""
    layer: str = ""
    crs: str = "EPSG:4326"
    sha256: str = ""
    notes: str = ""

    @property
    def is_service(self) -> bool:
        return self.format == SERVICE

    @property
    def is_page(self) -> bool:
        return self.format == PAGE

    @property
    def is_table(self) -> bool:
        return self.type == "table"


class _Reader:
    """Reads values out of one entry and collects every fault on the way."""

    def __init__(self, node: Mapping[str, Any], path: str, faults: list[CatalogueFault]) -> None:
        self._node = node
        self._path = path
        self._faults = faults

    def fault(self, key: str, rule: str) -> None:
        self._faults.append(CatalogueFault(f"{self._path}{key}", self._node.get(key), rule))

    def text(self, key: str, *, needed: bool = True) -> str:
        value = self._node.get(key, "")
        if isinstance(value, str) and (value.strip() or not needed):
            return value
        self.fault(key, "text")
        return ""

    def choice(self, key: str, allowed: tuple[str, ...]) -> str:
        value = self._node.get(key)
        if isinstance(value, str) and value in allowed:
            return value
        self.fault(key, "one of: " + ", ".join(allowed))
        return ""

    def matching(self, key: str, pattern: re.Pattern[str], rule: str, default: str | None = None) -> str:
        value = self._node.get(key, default)
        if isinstance(value, str) and (value == default or pattern.match(value)):
            return value
        self.fault(key, rule)
        return default or ""

    def web(self, key: str, *, needed: bool) -> str:
        value = self._node.get(key, "")
        if value == "" and not needed:
            return ""
        if isinstance(value, str) and _is_web_address(value):
            return value
        self.fault(key, "web_address")
        return ""

    def bounds(self, key: str, *, needed: bool) -> tuple[int, int] | None:
        value = self._node.get(key)
        if value is None and not needed:
            return None
        if isinstance(value, list) and len(value) == 2 and all(type(size) is int for size in value):
            least, most = value
            if 0 < least <= most:
                return least, most
        self.fault(key, "two_sizes")
        return None

    def columns(self) -> dict[str, str]:
        value = self._node.get("columns", {})
        if not isinstance(value, dict):
            self.fault("columns", "object")
            return {}
        for role, name in value.items():
            if role not in ROLES:
                self._faults.append(CatalogueFault(f"{self._path}columns.{role}", name, "one of: " + ", ".join(ROLES)))
            elif not isinstance(name, str) or not name.strip():
                self._faults.append(CatalogueFault(f"{self._path}columns.{role}", name, "text"))
        return {str(role): str(name) for role, name in value.items()}

    def unknown_keys(self) -> None:
        for key in self._node:
            if key not in _KEYS:
                self.fault(key, "one of: " + ", ".join(_KEYS))


def _is_web_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and not parts.username
    except ValueError:
        return False


def _read_entry(node: Mapping[str, Any], path: str, faults: list[CatalogueFault]) -> Entry:
    read = _Reader(node, path, faults)
    read.unknown_keys()
    kind = read.choice("format", FORMATS)
    columns = read.columns()
    holds = read.choice("type", TYPES)
    if holds == "point" and ("x" in columns) != ("y" in columns):
        read.fault("columns", "x_and_y")
    return Entry(
        id=read.matching("id", _ID, "entry_id"),
        title=read.text("title"),
        publisher=read.text("publisher"),
        licence=read.text("licence"),
        attribution=read.text("attribution"),
        vintage=read.text("vintage"),
        page=read.web("page", needed=True),
        format=kind,
        type=holds,
        state=read.choice("state", STATES),
        address=read.web("address", needed=kind not in (PAGE, "")),
        columns=columns,
        bytes=read.bounds("bytes", needed=kind not in (SERVICE, PAGE, "")),
        rows=read.bounds("rows", needed=kind == SERVICE),
        member=read.text("member", needed=kind == ARCHIVE),
        layer=read.text("layer", needed=False),
        crs=read.matching("crs", _CRS, "crs_code", "EPSG:4326"),
        sha256=read.matching("sha256", _SHA256, "sha256", ""),
        notes=read.text("notes", needed=False),
    )


def parse_catalogue(node: Any, name: str) -> tuple[Entry, ...]:
    """The entries of a catalogue from parsed JSON. name: the file, for messages.

    Raises `catalogue_faults` with every `CatalogueFault` found.
    """
    if not isinstance(node, dict):
        fault = CatalogueFault("(file)", type(node).__name__, "object")
        raise CniError("catalogue_faults", name=name, faults=[fault])
    faults: list[CatalogueFault] = []
    if node.get("format") != FORMAT:
        faults.append(CatalogueFault("format", node.get("format"), "one of: 1"))
    faults += [
        CatalogueFault(key, node[key], "one of: format, entries") for key in node if key not in ("format", "entries")
    ]
    found = node.get("entries")
    entries: list[Entry] = []
    if isinstance(found, list) and found and all(isinstance(entry, dict) for entry in found):
        for i, entry in enumerate(found):
            entries.append(_read_entry(entry, f"entries[{i}].", faults))
            if entries[-1].id and entries[-1].id in {earlier.id for earlier in entries[:-1]}:
                faults.append(CatalogueFault(f"entries[{i}].id", entries[-1].id, "unique_entry"))
    else:
        faults.append(CatalogueFault("entries", found, "objects"))
    if faults:
        raise CniError("catalogue_faults", name=name, faults=faults)
    return tuple(entries)


def load_catalogue(path: Path) -> tuple[Entry, ...]:
    """The entries of a catalogue file. Raises `catalogue_not_json` or `catalogue_faults`."""
    try:
        node = json.loads(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        raise CniError("catalogue_not_json", name=path.name, line=1, reason="it is not UTF-8 text") from None
    except json.JSONDecodeError as fault:
        raise CniError("catalogue_not_json", name=path.name, line=fault.lineno, reason=fault.msg) from None
    return parse_catalogue(node, path.name)


def shipped_entries() -> dict[str, Entry]:
    """The entries that come with the plugin, by id, in alphabetical order."""
    entries = [entry for path in sorted(CATALOGUE.glob("*.json")) for entry in load_catalogue(path)]
    return {entry.id: entry for entry in sorted(entries, key=lambda entry: entry.id)}


def find_entry(text: str) -> Entry:
    """The entry with that id, or of an own catalogue file: `file.json#id`, or `file.json` when it has one entry.

    Raises `entry_not_found`, and the faults of reading the file.
    """
    name = text.strip()
    shipped = shipped_entries()
    if name in shipped:
        return shipped[name]
    file, _, id = name.rpartition("#") if "#" in name else (name, "", "")
    path = Path(file)
    if not file or not path.is_file():
        raise CniError("entry_not_found", name=name, known=list(shipped))
    own = {entry.id: entry for entry in load_catalogue(path)}
    if not id and len(own) == 1:
        return next(iter(own.values()))
    if id not in own:
        raise CniError("entry_not_in_file", file=path.name, name=id or "-", known=list(own))
    return own[id]
