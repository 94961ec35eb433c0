"""Good answers: what is asked, what is kept, and what is written."""

from __future__ import annotations

import gzip
import hashlib
import json
import threading
import time
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from bad_server import CSV, POINTS, ROWS, ArcGis, BadServer, drips, geojson, redirects, sends, zipped
from county import hashes
from download_runs import Runs
from fault_files import assert_plain
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QCoreApplication

from cni_mapper.core.data.catalogue import parse_catalogue
from cni_mapper.core.errors import CniError
from cni_mapper.ui.maps.cache import cache_folder
from cni_mapper.ui.maps.contents import sniff
from cni_mapper.ui.messages import RULES, fault_text

pytest_plugins = ["download_fixtures"]


def _types(layer: QgsVectorLayer) -> dict[str, bool]:
    return {field.name(): field.isNumeric() for field in layer.fields() if field.name() != "fid"}


@pytest.mark.parametrize("ending", [".gpkg", ".csv", ".xlsx"])
def test_a_table(runs: Runs, ending: str) -> None:
    assert runs.run(ending)["ROWS"] == 60
    layer = runs.layer()
    if ending != ".csv":
        assert _types(layer) == {"area_code": False, "area_name": False, "score": True, "count": True}
    row = list(layer.getFeatures())[59]
    assert (row["area_code"], row["area_name"]) == ("E05000059", "Ward 59")
    assert (float(row["score"]), float(row["count"])) == (14.75, 59000)


def test_the_metadata_name_publisher_licence_and_address(runs: Runs) -> None:
    heard = runs.heard()
    runs.run(feedback=heard)
    metadata = runs.layer().metadata()
    assert metadata.title() == "Wards of the test"
    assert metadata.rights() == ["Contains data of the test."]
    assert metadata.licenses() == ["Open Government Licence v3.0"]
    assert "A publisher" in metadata.abstract() and metadata.history() == [runs.last_entry["address"]]
    told = "\n".join(heard.told)
    assert "Contains data of the test." in told and "Open Government Licence v3.0" in told
    assert heard.warnings == []


def test_the_second_run_needs_no_connection(runs: Runs, server: BadServer) -> None:
    runs.run()
    first = runs.output / "result.gpkg"
    first.unlink()
    server.stop()
    heard = runs.heard()
    assert runs.run(feedback=heard)["ROWS"] == 60
    index = json.loads((runs.cache / "index.json").read_text())
    (kept,) = index["kept"].values()
    assert any(f"copy downloaded on {kept['fetched'][:10]}" in told for told in heard.told), heard.told


def test_refresh_fetches_anew_and_drops_the_old(runs: Runs, server: BadServer) -> None:
    runs.run()
    server.answer = sends(CSV.replace(b"Ward 7,", b"Ward Seven,"))
    assert "Ward 7" in (runs.run(), runs.names())[1]
    assert "Ward Seven" in (runs.run(REFRESH=True), runs.names())[1]
    assert len(list(runs.cache.glob("*.csv"))) == 1


def test_an_unchecked_entry_says_so(runs: Runs) -> None:
    runs.entry(state="unchecked")
    heard = runs.heard()
    runs.run(feedback=heard)
    assert any("has not been confirmed" in warning for warning in heard.warnings)


def test_a_pinned_file(runs: Runs, server: BadServer) -> None:
    runs.run()
    runs.entry(sha256=hashlib.sha256(CSV).hexdigest())
    assert runs.run()["ROWS"] == 60


def test_gzip_and_redirects_are_followed(runs: Runs, server: BadServer) -> None:
    packed = sends(gzip.compress(CSV), Content_Encoding="gzip")
    there = f"{server.address}/there"
    server.answer = lambda handler: (packed if handler.path == "/there" else redirects(there))(handler)
    assert runs.run()["ROWS"] == 60
    assert [path for path in server.asked if path == "/data"] == ["/data"]


def test_windows_latin_text(runs: Runs, server: BadServer) -> None:
    server.answer = sends(CSV.replace(b"Ward 7,", b"Caf\xe9,"))
    runs.run()
    assert "Café" in runs.names()


def test_codes_stay_text(runs: Runs, server: BadServer) -> None:
    rows = b"area_code,big,zero,mixed,blank\n" + b"".join(
        b"00%d,%d,0.5,%s,\n" % (i, 3 * 10**9 + i, b"x" if i else b"1") for i in range(50)
    )
    server.answer = sends(rows)
    runs.run()
    assert _types(runs.layer()) == {"area_code": False, "big": True, "zero": True, "mixed": False, "blank": False}
    assert [row["big"] for row in runs.layer().getFeatures()][3] == 3000000003


def test_points_of_a_table(runs: Runs, server: BadServer) -> None:
    server.answer = sends(POINTS + b"P99,Nowhere,,\n")
    runs.entry(type="point", columns={"code": "code", "x": "X", "y": "y"}, crs="EPSG:27700")
    assert runs.run()["ROWS"] == 60
    layer = runs.layer()
    assert QgsWkbTypes.displayString(layer.wkbType()) == "Point" and layer.crs().authid() == "EPSG:27700"
    feature = next(layer.getFeatures("code = 'P7'"))
    assert (feature.geometry().asPoint().x(), feature.geometry().asPoint().y()) == (400007, 300007)


def test_a_zip_of_several_tables(runs: Runs, server: BadServer) -> None:
    server.answer = sends(zipped({"a/one.csv": CSV, "a/two.CSV": CSV, "readme.pdf": b"%PDF"}), "application/zip")
    runs.entry(format="zip", member="*.csv")
    assert runs.run()["ROWS"] == 120


def test_a_geopackage_in_a_zip(runs: Runs, server: BadServer) -> None:
    server.answer = sends(geojson(), "application/geo+json")
    runs.entry(format="geojson", type="polygon", columns={"code": "WD22CD"})
    runs.run()
    package = (runs.output / "result.gpkg").read_bytes()
    server.answer = sends(zipped({"data/wards.gpkg": package}), "application/zip")
    runs.entry(format="zip", type="polygon", member="*.gpkg", layer="result", columns={"code": "WD22CD"})
    assert runs.run()["ROWS"] == ROWS
    server.answer = sends(package, "application/octet-stream")
    runs.entry("/package", format="gpkg", type="polygon", layer="result", columns={"code": "WD22CD"}, bytes=[1, 10**6])
    assert runs.run()["ROWS"] == ROWS
    assert runs.run()["ROWS"] == ROWS
    assert len([path for path in server.asked if path == "/package"]) == 1


def test_a_workbook(runs: Runs, server: BadServer) -> None:
    runs.run(".xlsx")
    server.answer = sends((runs.output / "result.xlsx").read_bytes(), "application/vnd.ms-excel")
    runs.entry("/book", format="xlsx", columns={"code": "area_code"})
    assert runs.run(".csv")["ROWS"] == 60


@pytest.mark.parametrize("flags", ["top", "properties", "none"])
def test_a_service_is_paged(runs: Runs, server: BadServer, flags: str) -> None:
    server.answer = service = ArcGis(flags=flags)
    runs.service()
    assert runs.run()["ROWS"] == ROWS
    assert [page["resultOffset"] for page in service.asked] == ["0", "10", "20", "30", "40"]
    assert {page["resultRecordCount"] for page in service.asked} == {"10"}
    assert {page["orderByFields"] for page in service.asked} == {"OBJECTID"}
    assert {page["outSR"] for page in service.asked} == {"4326"}
    layer = runs.layer()
    assert QgsWkbTypes.displayString(layer.wkbType()) == "MultiPolygon" and layer.crs().authid() == "EPSG:4326"
    assert [row["WD22CD"] for row in layer.getFeatures()] == [f"E05{i:06d}" for i in range(ROWS)]
    assert "OBJECTID" not in layer.fields().names()


def test_short_pages_leave_nothing_out(runs: Runs, server: BadServer) -> None:
    server.answer = ArcGis(change=lambda offset, page: page[:3])
    runs.service()
    assert runs.run()["ROWS"] == ROWS


def test_a_service_of_a_table(runs: Runs, server: BadServer) -> None:
    server.answer = service = ArcGis()
    runs.service(type="table")
    assert runs.run(".csv")["ROWS"] == ROWS
    assert {page["returnGeometry"] for page in service.asked} == {"false"}


def test_rows_wanted_only(runs: Runs, server: BadServer) -> None:
    server.answer = service = ArcGis()
    runs.service()
    assert runs.run(WHERE="LAD22NM = 'Kingston upon Hull, City of'")["ROWS"] == 5
    assert service.asked[-1]["where"] == "LAD22NM = 'Kingston upon Hull, City of'"
    assert runs.run(EXTENT="400000,410000,420000,430000 [EPSG:27700]")["ROWS"] == 5
    west, south, east, north = map(float, service.asked[-1]["geometry"].split(","))
    assert -2.1 < west < east < -1.6 and 53.5 < south < north < 53.9
    assert service.asked[-1]["geometryType"] == "esriGeometryEnvelope"
    assert runs.run()["ROWS"] == ROWS, "another question has another copy"


def test_other_tables_of_the_output_stay(runs: Runs, server: BadServer) -> None:
    output = f"ogr:dbname='{runs.output / 'result.gpkg'}' table=\"{{}}\" (geom)"
    runs.run(OUTPUT=output.format("first"))
    server.answer = ArcGis()
    runs.service()
    for _ in range(2):
        runs.run(OUTPUT=output.format("second"))
    for table, rows in (("first", 60), ("second", ROWS)):
        layer = QgsVectorLayer(f"{runs.output / 'result.gpkg'}|layername={table}", table, "ogr")
        assert layer.isValid() and layer.featureCount() == rows
    assert layer.metadata().title() == "Wards of the test"


def test_points_beside_other_tables(runs: Runs, server: BadServer) -> None:
    runs.run(OUTPUT=f"ogr:dbname='{runs.output / 'result.gpkg'}' table=\"first\" (geom)")
    server.answer = sends(POINTS)
    runs.entry("/points", type="point", columns={"x": "x", "y": "y"}, crs="EPSG:27700")
    for _ in range(2):
        runs.run(OUTPUT=f"ogr:dbname='{runs.output / 'result.gpkg'}' table=\"points\" (geom)")
    assert runs.layer().featureCount() == 60 and runs.layer().metadata().licenses()
    assert QgsVectorLayer(f"{runs.output / 'result.gpkg'}|layername=first", "first", "ogr").featureCount() == 60
    assert [path.name for path in runs.output.iterdir() if path.suffix == ".gpkg"] == ["result.gpkg"]


def test_tables_and_polygons_in_postgis(runs: Runs, server: BadServer, postgis: str) -> None:
    output = f'postgres://{postgis} sslmode=disable table="public"."{{}}"'
    assert runs.run(OUTPUT=output.format("download_table"))["ROWS"] == 60
    assert QgsVectorLayer(runs.last["OUTPUT"], "table", "postgres").featureCount() == 60
    server.answer = ArcGis()
    runs.service()
    assert runs.run(OUTPUT=output.format("download_wards") + " (geom)")["ROWS"] == ROWS
    assert QgsVectorLayer(runs.last["OUTPUT"], "wards", "postgres").featureCount() == ROWS
    runs.service(type="point")
    assert "has shapes and cannot be saved" in runs.refusal(OUTPUT=output.format("download_points") + " (geom)")


def test_odd_text_of_a_service(runs: Runs, server: BadServer) -> None:
    """A name with half of a surrogate pair, which JSON may escape and UTF-8 may not hold."""

    def odd(offset: int, page: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [{**one, "properties": {**one["properties"], "WD22NM": "Ward \ud800"}} for one in page]

    server.answer = ArcGis(change=odd)
    runs.service()
    assert runs.run()["ROWS"] == ROWS


def test_what_cannot_be_downloaded(runs: Runs, server: BadServer) -> None:
    cases = [
        ({"format": "page", "address": None, "bytes": None}, {}, ["Download it by hand from http://127.0.0.1/page"]),
        ({}, {"WHERE": "a = 1"}, ["cannot be filtered", "'Only rows where'"]),
        ({}, {"EXTENT": "0,1,0,1 [EPSG:4326]"}, ["cannot be filtered"]),
        ({"type": "polygon"}, {"ending": ".csv"}, ["has shapes", "result.csv", "GeoPackage"]),
        ({"type": "polygon"}, {"ending": ".xlsx"}, ["has shapes"]),
        ({}, {"ending": ".shp"}, ["cannot be saved as result.shp"]),
        ({}, {"ENTRY": "no-such-entry"}, ["no catalogue entry 'no-such-entry'"]),
        ({"state": "maybe", "colour": 1}, {}, ["2 fault(s)", "entries[0].colour", "seen, unchecked"]),
    ]
    for entry, parameters, words in cases:
        runs.entry(**entry)
        server.asked = []
        sentence = runs.refusal(**parameters)
        assert all(word in sentence for word in words), sentence
        assert_plain(sentence)
        assert server.asked == [] and hashes(runs.output) == {}


def test_every_rule_of_a_catalogue_has_words() -> None:
    with pytest.raises(CniError) as raised:
        parse_catalogue({"entries": [{"id": "A", "page": 1, "bytes": 1, "crs": "x", "sha256": "x", "format": "csv",
                                      "type": "point", "columns": {"x": "x"}}] * 2}, "own.json")  # fmt: skip
    rules = {fault.rule for fault in raised.value.context["faults"]}
    assert {rule for rule in rules if not rule.startswith("one of")} <= set(RULES)
    assert_plain(fault_text(raised.value))


def test_the_cache_stands_in_the_profile() -> None:
    assert cache_folder() == Path(QgsApplication.qgisSettingsDirPath()) / "cni_mapper" / "cache"


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        (b"a,b\n", "text"),
        (b"\xef\xbb\xbfa,b", "text"),
        (b" <HTML>", "html"),
        (b"\xef\xbb\xbf{", "json"),
        (b"%PDF-1", "pdf"),
    ],
)
def test_types_are_told_by_the_first_bytes(start: bytes, kind: str) -> None:
    assert sniff(start) == kind


class _Task:
    """A run in the background, as the desktop does it."""

    def __init__(self, parameters: dict[str, Any]) -> None:
        self.context, self.feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
        algorithm = QgsApplication.processingRegistry().createAlgorithmById("cni:download")
        self.ended: list[tuple[bool, dict[str, Any]]] = []
        self._task = QgsProcessingAlgRunnerTask(algorithm, parameters, self.context, self.feedback)
        self._task.executed.connect(lambda ok, results: self.ended.append((ok, results)))
        QgsApplication.taskManager().addTask(self._task)

    def wait(self) -> tuple[bool, dict[str, Any]]:
        until = time.monotonic() + 30
        while not self.ended and time.monotonic() < until:
            QCoreApplication.processEvents()
            time.sleep(0.005)
        return self.ended[0]


def test_in_the_background(runs: Runs, server: BadServer, processing: ModuleType) -> None:
    server.answer = ArcGis()
    runs.service()
    task = _Task(runs.parameters())
    ok, results = task.wait()
    assert ok, task.feedback.textLog()
    assert results["ROWS"] == ROWS


def test_cancel_in_the_background(runs: Runs, server: BadServer) -> None:
    before = runs.keep_something()
    asked = threading.Event()

    def answer(handler: Any) -> None:
        asked.set()
        drips(handler)

    server.answer = answer
    task = _Task(runs.parameters())
    while not asked.is_set():
        QCoreApplication.processEvents()
    task.feedback.cancel()
    ok, _ = task.wait()
    assert not ok and hashes(runs.output) == {} and runs.is_kept(before)
