"""Rows of an ArcGIS feature service, page after page, as one GeoJSON file."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO
from urllib.parse import urlencode

from ...core.data.catalogue import Entry
from ...core.errors import CniError
from .network import Fetcher, NetworkSettings, PassingError

_BUSY = (408, 429, 500, 502, 503, 504)
_DEFAULT_PAGE = 1000
_OBJECT_ID = "esriFieldTypeOID"


@dataclass(frozen=True)
class Filter:
    """Which rows are wanted. where: SQL, as the service takes it. extent: xmin, ymin, xmax, ymax in degrees."""

    where: str = ""
    extent: tuple[float, float, float, float] | None = None

    @property
    def is_blank(self) -> bool:
        return not self.where and self.extent is None

    def parameters(self) -> dict[str, str]:
        found = {"where": self.where or "1=1"}
        if self.extent is not None:
            found |= {
                "geometry": ",".join(f"{side:.7f}" for side in self.extent),
                "geometryType": "esriGeometryEnvelope",
                "inSR": "4326",
                "spatialRel": "esriSpatialRelIntersects",
            }
        return found


class Service:
    """A layer of a feature service, and the questions that are asked of it."""

    def __init__(self, entry: Entry, fetcher: Fetcher, settings: NetworkSettings) -> None:
        self._entry = entry
        self._fetcher = fetcher
        self._settings = settings
        self._address = entry.address.rstrip("/")

    def fault(self, code: str, **context: Any) -> CniError:
        return self._fetcher.fault(code, self._address, **context)

    def _ask(self, path: str, parameters: dict[str, str]) -> dict[str, Any]:
        return self._fetcher.get_json(f"{self._address}{path}?{urlencode(parameters)}", self._check)

    def _check(self, found: Any) -> None:
        """Errors come as JSON with status 200."""
        if not isinstance(found, dict):
            raise self.fault("download_damaged", reason=type(found).__name__)
        error = found.get("error")
        if error is None:
            return
        if not isinstance(error, dict):
            error = {"message": str(error)}
        details = error.get("details") or []
        words = [error.get("message"), *(details if isinstance(details, list) else [details])]
        fault = self.fault("service_error", reason=" ".join(dict.fromkeys(str(word) for word in words if word)))
        if error.get("code") in _BUSY:
            raise PassingError(fault)
        raise fault

    def save(self, wanted: Filter, target: BinaryIO, progress: Callable[[float], None]) -> None:
        """Write the rows wanted as GeoJSON, in the order of their object ids, which are left out.

        progress: told the fraction done. Raises `service_...` when the pages are not exactly the rows that the service
        counts, and the faults of `Fetcher`.
        """
        about = self._ask("", {"f": "json"})
        key = _object_id(about)
        if key is None:
            raise self.fault("service_unsuited")
        self._check_columns(about)
        count = self._ask("/query", {**wanted.parameters(), "returnCountOnly": "true", "f": "json"}).get("count")
        if not isinstance(count, int) or isinstance(count, bool):
            raise self.fault("service_unsuited")
        self._check_count(count, wanted)
        target.write(_opening(self._entry.crs))
        seen: set[Any] = set()
        while len(seen) < count:
            page = self._page(wanted, key, len(seen), about.get("maxRecordCount"))
            if not page:
                raise self.fault("service_incomplete", received=len(seen), expected=count)
            self._write(page, key, seen, target)
            if len(seen) > count:
                raise self.fault("service_incomplete", received=len(seen), expected=count)
            progress(len(seen) / count)
        target.write(b"\n]}\n")

    def _check_columns(self, about: dict[str, Any]) -> None:
        names = [str(field.get("name")) for field in about.get("fields") or [] if isinstance(field, dict)]
        have = {name.casefold() for name in names}
        lacking = [name for name in self._entry.columns.values() if name.casefold() not in have]
        if names and lacking:
            raise self.fault("download_columns", missing=lacking, columns=names)

    def _check_count(self, count: int, wanted: Filter) -> None:
        if count == 0:
            raise self.fault("service_no_rows")
        least, most = self._entry.rows or (1, count)
        if count > most or (wanted.is_blank and count < least):
            raise self.fault("service_rows", found=count, least=least, most=most)

    def _page(self, wanted: Filter, key: str, offset: int, most: Any) -> list[dict[str, Any]]:
        size = most if isinstance(most, int) and most > 0 else _DEFAULT_PAGE
        parameters = {
            **wanted.parameters(),
            "outFields": "*",
            "outSR": self._entry.crs.rpartition(":")[2],
            "returnGeometry": "false" if self._entry.is_table else "true",
            "orderByFields": key,
            "resultOffset": str(offset),
            "resultRecordCount": str(min(size, self._settings.page_rows)),
            "f": "geojson",
        }
        features = self._ask("/query", parameters).get("features")
        if not isinstance(features, list) or not all(_is_feature(feature) for feature in features):
            raise self.fault("service_unsuited")
        return features

    def _write(self, page: Sequence[dict[str, Any]], key: str, seen: set[Any], target: BinaryIO) -> None:
        for feature in page:
            properties = dict(feature.get("properties") or {})
            own = properties.pop(key, None)
            id = feature.get("id", own)
            if id is None or isinstance(id, (dict, list)):
                raise self.fault("service_unsuited")
            if id in seen:
                raise self.fault("service_repeats", id=str(id))
            kept = {"type": "Feature", "properties": properties, "geometry": feature.get("geometry")}
            text = json.dumps(kept, ensure_ascii=False, separators=(",", ":"), sort_keys=False)
            target.write((",\n" if seen else "\n").encode() + text.encode("utf-8", "replace"))
            seen.add(id)


def _is_feature(feature: Any) -> bool:
    if not isinstance(feature, dict) or feature.get("type") != "Feature":
        return False
    return isinstance(feature.get("properties") or {}, dict)


def _object_id(about: dict[str, Any]) -> str | None:
    """The column of object ids."""
    if isinstance(about.get("objectIdField"), str) and about["objectIdField"]:
        return about["objectIdField"]
    fields = [field for field in about.get("fields") or [] if isinstance(field, dict)]
    return next((field.get("name") for field in fields if field.get("type") == _OBJECT_ID), None)


def _opening(crs: str) -> bytes:
    named = f'"crs":{{"type":"name","properties":{{"name":"urn:ogc:def:crs:EPSG::{crs.rpartition(":")[2]}"}}}},'
    return ('{"type":"FeatureCollection",' + ("" if crs == "EPSG:4326" else named) + '"features":[').encode()
