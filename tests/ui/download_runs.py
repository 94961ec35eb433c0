"""Runs of cni:download on an own catalogue file, a cache and limits for tests."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from bad_server import CSV, BadServer, sends
from fault_files import Heard, refusal
from qgis.core import QgsProcessingContext, QgsVectorLayer

from cni_mapper.core.data.catalogue import find_entry
from cni_mapper.ui.maps import download
from cni_mapper.ui.maps.network import NetworkSettings

QUICK = NetworkSettings(
    attempts=3, first_wait=0.01, longest_wait=60.0, stall=30.0, longest=60.0, poll=0.01, redirects=3, members=50
)
ENTRY = {
    "id": "test",
    "title": "Wards of the test",
    "publisher": "A publisher",
    "licence": "Open Government Licence v3.0",
    "attribution": "Contains data of the test.",
    "vintage": "2017",
    "page": "http://127.0.0.1/page",
    "format": "csv",
    "type": "table",
    "columns": {"code": "area_code"},
    "state": "seen",
    "bytes": [300, 200000],
}
SERVICE = {"format": "arcgis", "type": "polygon", "columns": {"code": "WD22CD"}, "rows": [10, 1000], "bytes": None}


class Listening(Heard):
    """Keeps everything that is said."""

    def __init__(self) -> None:
        super().__init__()
        self.warnings: list[str] = []
        self.told: list[str] = []

    def pushWarning(self, warning: str) -> None:
        self.warnings.append(warning)

    def pushInfo(self, info: str) -> None:
        self.told.append(info)


class Runs:
    """Runs the algorithm against the local server."""

    def __init__(self, processing: ModuleType, server: BadServer, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self._processing = processing
        self._server = server
        self._patch = patch
        self._catalogue = folder / "own.json"
        self.cache = folder / "profile" / "cache"
        self.output = folder / "output"
        self.output.mkdir()
        patch.setattr(download, "cache_folder", lambda: self.cache)
        self.settings()
        self.entry()

    def settings(self, **changes: Any) -> None:
        self._patch.setattr(download, "SETTINGS", replace(QUICK, **changes))

    def entry(self, path: str = "/data", **changes: Any) -> None:
        """Write the own catalogue, with one entry; changes to None leave a key out."""
        node = {**ENTRY, "address": self._server.address + path, **changes}
        self.last_entry = {key: value for key, value in node.items() if value is not None}
        self._catalogue.write_text(json.dumps({"format": 1, "entries": [self.last_entry]}))

    def service(self, **changes: Any) -> None:
        self.entry("/arcgis/FeatureServer/0", **{**SERVICE, **changes})

    def wanted(self) -> download.Wanted:
        return download.Wanted(find_entry(str(self._catalogue)))

    def parameters(self, ending: str = ".gpkg", **changes: Any) -> dict[str, Any]:
        output = str(self.output / f"result{ending}")
        return {"ENTRY": str(self._catalogue), "OUTPUT": output, **changes}

    def run(self, ending: str = ".gpkg", feedback: Heard | None = None, **changes: Any) -> dict[str, Any]:
        context = QgsProcessingContext()
        parameters = self.parameters(ending, **changes)
        self.last = self._processing.run("cni:download", parameters, context=context, feedback=feedback or Heard())
        return self.last

    def refusal(self, ending: str = ".gpkg", feedback: Heard | None = None, **changes: Any) -> str:
        if feedback is None:
            return refusal(self._processing, "cni:download", self.parameters(ending, **changes))
        with pytest.raises(Exception) as raised:
            self._processing.run("cni:download", self.parameters(ending, **changes), feedback=feedback)
        return str(raised.value)

    def heard(self) -> Listening:
        return Listening()

    def layer(self) -> QgsVectorLayer:
        layer = QgsVectorLayer(self.last["OUTPUT"], "result", "ogr")
        assert layer.isValid()
        return layer

    def names(self) -> list[str]:
        return [feature["area_name"] for feature in self.layer().getFeatures()]

    def keep_something(self) -> download.Wanted:
        """Another entry in the cache, which no failing run may disturb."""
        answer, self._server.answer = self._server.answer, sends(CSV)
        entry = self.last_entry
        self.entry("/other")
        self.run(".csv")
        other = self.wanted()
        for path in self.output.iterdir():
            path.unlink()
        self._server.answer = answer
        self.entry(**{key: value for key, value in entry.items() if key != "address"})
        return other

    def is_kept(self, wanted: download.Wanted) -> bool:
        return download.find_kept(wanted) is not None
