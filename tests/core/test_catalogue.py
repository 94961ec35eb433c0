"""The catalogue: what ships, what a file may hold, and that every fault of one is listed at once."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from cni_mapper.core.data.catalogue import (
    CATALOGUE,
    FORMATS,
    find_entry,
    load_catalogue,
    parse_catalogue,
    shipped_entries,
)
from cni_mapper.core.errors import CniError

RESOURCES = CATALOGUE.parent
DOCUMENT = RESOURCES.parent / "docs" / "catalogue.md"
ENTRY = {
    "id": "wards",
    "title": "Wards",
    "publisher": "A publisher",
    "licence": "OGL",
    "attribution": "Contains data.",
    "vintage": "2017",
    "page": "https://example.org/wards",
    "address": "https://example.org/wards.csv",
    "format": "csv",
    "type": "table",
    "columns": {"code": "WD17CD"},
    "state": "seen",
    "bytes": [10, 1000],
}
SERVICE = {"format": "arcgis", "bytes": None, "rows": [1, 10]}


def _parse(*entries: dict[str, Any]) -> Any:
    nodes = [{key: value for key, value in {**ENTRY, **entry}.items() if value is not None} for entry in entries]
    return parse_catalogue({"format": 1, "entries": nodes}, "own.json")


def _faults(node: Any) -> dict[str, str]:
    with pytest.raises(CniError) as raised:
        parse_catalogue(node, "own.json")
    assert raised.value.code == "catalogue_faults"
    return {fault.path: fault.rule for fault in raised.value.context["faults"]}


def test_an_entry_is_read_whole() -> None:
    (entry,) = _parse({"crs": "EPSG:27700", "sha256": "a" * 64, "notes": "n", "layer": "l"})
    assert (entry.id, entry.format, entry.bytes, entry.crs) == ("wards", "csv", (10, 1000), "EPSG:27700")
    assert entry.columns == {"code": "WD17CD"}
    assert entry.is_table and not entry.is_service and not entry.is_page


def test_what_may_be_left_out() -> None:
    (entry,) = _parse({"columns": None})
    assert (entry.columns, entry.sha256, entry.layer, entry.notes, entry.crs) == ({}, "", "", "", "EPSG:4326")


@pytest.mark.parametrize(
    "change",
    [SERVICE, {"format": "page", "address": None, "bytes": None}, {"format": "zip", "member": "*.csv"}],
)
def test_each_format_needs_its_own_keys(change: dict[str, Any]) -> None:
    assert _parse(change)[0].format == change["format"]


WRONG = [
    ({"id": "Wards 2017"}, "id", "entry_id"),
    ({"id": None}, "id", "entry_id"),
    ({"title": " "}, "title", "text"),
    ({"publisher": 3}, "publisher", "text"),
    ({"licence": None}, "licence", "text"),
    ({"attribution": None}, "attribution", "text"),
    ({"page": "www.example.org"}, "page", "web_address"),
    ({"address": "file:///etc/passwd"}, "address", "web_address"),
    ({"address": "ftp://example.org/x"}, "address", "web_address"),
    ({"address": "https://name:word@example.org/x"}, "address", "web_address"),
    ({"address": "https://"}, "address", "web_address"),
    ({"address": None}, "address", "web_address"),
    ({"address": 3}, "address", "web_address"),
    ({"format": "pdf"}, "format", "one of: " + ", ".join(FORMATS)),
    ({"type": "area"}, "type", "one of: table, point, line, polygon"),
    ({"state": None}, "state", "one of: seen, unchecked"),
    ({"columns": ["WD17CD"]}, "columns", "object"),
    ({"columns": {"code": ""}}, "columns.code", "text"),
    ({"type": "point", "columns": {"x": "Easting"}}, "columns", "x_and_y"),
    ({"bytes": None}, "bytes", "two_sizes"),
    ({"bytes": [10, 5]}, "bytes", "two_sizes"),
    ({"bytes": [0, 5]}, "bytes", "two_sizes"),
    ({"bytes": [1.5, 5]}, "bytes", "two_sizes"),
    ({"bytes": [True, 5]}, "bytes", "two_sizes"),
    ({"bytes": "1-5"}, "bytes", "two_sizes"),
    ({**SERVICE, "rows": None}, "rows", "two_sizes"),
    ({"format": "zip"}, "member", "text"),
    ({"crs": "27700"}, "crs", "crs_code"),
    ({"sha256": "abc"}, "sha256", "sha256"),
]


@pytest.mark.parametrize(("change", "path", "rule"), WRONG)
def test_a_fault_names_its_place(change: dict[str, Any], path: str, rule: str) -> None:
    with pytest.raises(CniError) as raised:
        _parse(change)
    assert [(f.path, f.rule) for f in raised.value.context["faults"]] == [(f"entries[0].{path}", rule)]


def test_every_fault_is_listed_at_once() -> None:
    found = _faults({"format": 2, "more": 1, "entries": [{"id": "a", "colour": "red"}, {**ENTRY, "bytes": 3}]})
    assert {"format", "more", "entries[0].colour", "entries[0].title", "entries[0].state", "entries[1].bytes"} <= set(
        found
    )


def test_one_id_twice_is_refused() -> None:
    assert _faults({"format": 1, "entries": [ENTRY, ENTRY]}) == {"entries[1].id": "unique_entry"}


@pytest.mark.parametrize(
    "node", [[], 3, None, {"format": 1}, {"format": 1, "entries": []}, {"format": 1, "entries": [3]}]
)
def test_what_is_no_catalogue_is_refused(node: Any) -> None:
    assert _faults(node)


def _write(path: Path, *entries: dict[str, Any]) -> Path:
    path.write_text(json.dumps({"format": 1, "entries": entries}))
    return path


def test_entries_are_found_by_id_and_by_file(tmp_path: Path) -> None:
    assert find_entry(" iod-2019-file-7 ").publisher.endswith("(MHCLG)")
    one = _write(tmp_path / "one.json", ENTRY)
    two = _write(tmp_path / "a#b.json", ENTRY, {**ENTRY, "id": "others"})
    assert find_entry(str(one)).id == "wards"
    assert find_entry(f"{one}#wards").id == "wards"
    assert find_entry(f"{two}#others").id == "others"


@pytest.mark.parametrize("name", ["", "nothing", "nothing.json#wards", "#", "iod-2019-file-7#x"])
def test_an_unknown_entry_is_refused(name: str) -> None:
    with pytest.raises(CniError) as raised:
        find_entry(name)
    assert raised.value.code == "entry_not_found"


@pytest.mark.parametrize("ending", ["", "#", "#nothing"])
def test_a_file_with_several_entries_wants_an_id(tmp_path: Path, ending: str) -> None:
    path = _write(tmp_path / "two.json", ENTRY, {**ENTRY, "id": "others"})
    with pytest.raises(CniError) as raised:
        find_entry(f"{path}{ending}")
    assert raised.value.code in ("entry_not_in_file", "entry_not_found")


@pytest.mark.parametrize("content", [b"{", b"\xff\xfe{}", b""])
def test_a_file_that_is_no_json_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "own.json"
    path.write_bytes(content)
    with pytest.raises(CniError) as raised:
        load_catalogue(path)
    assert raised.value.code == "catalogue_not_json"


def test_ids_are_unique_over_all_shipped_files() -> None:
    loaded = [entry for path in CATALOGUE.glob("*.json") for entry in load_catalogue(path)]
    assert len(loaded) == len(shipped_entries()) >= 25


@pytest.mark.parametrize("id", sorted(shipped_entries()))
def test_a_shipped_entry_is_complete(id: str) -> None:
    entry = shipped_entries()[id]
    assert entry.page.startswith("https://")
    assert entry.is_page or entry.address.startswith("https://")
    assert not (entry.is_page and entry.state == "seen")
    assert entry.format != "arcgis" or re.search(r"/FeatureServer/\d+$", entry.address)
    for document in (DOCUMENT, RESOURCES / "help" / "download.html"):
        assert re.search(rf"\b{id}\b", document.read_text(encoding="utf-8")), document.name


def test_the_document_gives_the_state_of_every_entry() -> None:
    lines = DOCUMENT.read_text(encoding="utf-8").splitlines()
    for entry in shipped_entries().values():
        (line,) = [line for line in lines if line.startswith(f"| {entry.id} |")]
        assert line.endswith(f"| {entry.state} |") and entry.title in line and entry.licence in line
