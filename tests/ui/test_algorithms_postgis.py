"""Results in a PostGIS database: rows, styles, a row in the table of runs; a second run takes the first one's place."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest
from county import County, assert_same_rows, layer_frame
from page_pdf import words
from qgis.core import QgsDataSourceUri, QgsProviderRegistry, QgsVectorLayer


@pytest.fixture
def query(postgis: str):
    """Runs a statement in the database and gives its rows."""
    uri = QgsDataSourceUri(postgis).uri(False)
    connection = QgsProviderRegistry.instance().providerMetadata("postgres").createConnection(uri, {})
    return connection.executeSql


def _target(postgis: str, table: str) -> str:
    return f'postgres://{postgis} table="public"."{table}" (geom)'


def _rows(source: str) -> pd.DataFrame:
    layer = QgsVectorLayer(source, "rows", "postgres")
    assert layer.isValid(), source
    assert layer.crs().authid() == "EPSG:27700"
    return layer_frame(layer)


def test_rows_styles_and_runs(processing, county: County, postgis: str, query, sample_run) -> None:
    before = county.hashes()
    given = {**county.parameters, "OUTPUT": _target(postgis, "first")}
    result = processing.run("cni:map", given)
    assert result["LEFT_BEHIND"] == 8
    assert_same_rows(_rows(result["OUTPUT"]), sample_run[0])
    styles = query("SELECT stylename, useasdefault FROM layer_styles WHERE f_table_name = 'first' ORDER BY id")
    assert len(styles) == 6 and sum(bool(default) for _, default in styles) == 1
    assert len({name for name, _ in styles}) == 6
    runs = query("SELECT result, record FROM cni_runs WHERE result = 'public.first'")
    assert len(runs) == 1
    record = json.loads(runs[0][1])
    assert record["counts"]["areas"]["left_behind"] == 8 and record["universe"]["ranked"]["cni"] == 150
    assert county.hashes() == before


def test_a_second_run_takes_the_place_of_the_first(processing, county: County, postgis: str, query) -> None:
    given = {**county.parameters, "OUTPUT": _target(postgis, "again")}
    processing.run("cni:map", given)
    source = processing.run("cni:map", {**given, "FOCUS": "\"district_name\" = 'Elmstowe'"})["OUTPUT"]
    rows = _rows(source)
    assert len(rows) == 27 and set(rows["district_name"]) == {"Elmstowe"}
    tables = query("SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename LIKE 'again%'")
    assert tables == [["again"]]
    assert query("SELECT count(*) FROM layer_styles WHERE f_table_name = 'again'") == [[6]]
    runs = query("SELECT record FROM cni_runs WHERE result = 'public.again' ORDER BY id")
    assert [json.loads(record)["focus"]["areas"] for (record,) in runs] == [150, 27]


def test_the_table_opens_in_its_style(processing, county: County, postgis: str) -> None:
    source = processing.run("cni:map", {**county.parameters, "OUTPUT": _target(postgis, "styled")})["OUTPUT"]
    layer = QgsVectorLayer(source, "styled", "postgres")
    assert layer.loadDefaultStyle()[1]
    assert layer.renderer().classAttribute() == "category"
    assert "Left behind" in layer.renderer().categories()[0].label()


@pytest.mark.parametrize("algorithm", ["cni:index", "cni:areadeprivation"])
def test_plain_tables(processing, county: County, postgis: str, algorithm: str) -> None:
    names = ("TABLES", "DEFINITION") if algorithm == "cni:index" else ("DEPRIVATION", "LOOKUP")
    target = f'postgres://{postgis} table="public"."plain"'
    given = {**{name: county.parameters[name] for name in names}, "OUTPUT": target}
    layer = QgsVectorLayer(processing.run(algorithm, given)["OUTPUT"], "plain", "postgres")
    assert layer.isValid() and layer.featureCount() == 150 and not layer.isSpatial()
    rank = "index_rank" if algorithm == "cni:index" else "imd_rank"
    assert sorted(layer_frame(layer)[rank]) == list(range(1, 151))


@pytest.mark.parametrize("algorithm", ["printmap", "atlas", "profiles"])
def test_pages_say_the_same_as_those_of_a_file(
    processing, county: County, postgis: str, tmp_path: Path, algorithm: str
) -> None:
    said = []
    for target in (str(tmp_path / "result.gpkg"), _target(postgis, "printed")):
        source = processing.run("cni:map", {**county.parameters, "OUTPUT": target})["OUTPUT"]
        result = source if target.endswith(".gpkg") else f"postgres://{source}"
        page = tmp_path / f"page{len(said)}.pdf"
        focus = "\"area_name\" = 'Wrackton Harbour'"
        processing.run(f"cni:{algorithm}", {"RESULT": result, "FOCUS": focus, "OUTPUT": str(page)})
        said.append([word.text for word in words(page)])
    assert said[0] == said[1] and "Wrackton" in said[0]


def test_a_method_note_and_an_export_of_a_table_in_a_database(
    processing, county: County, postgis: str, tmp_path: Path
) -> None:
    source = processing.run("cni:map", {**county.parameters, "OUTPUT": _target(postgis, "passed_on")})["OUTPUT"]
    note, table = tmp_path / "note.md", tmp_path / "result.csv"
    processing.run("cni:methodnote", {"RESULT": f"postgres://{source}", "OUTPUT": str(note)})
    processing.run("cni:export", {"RESULT": f"postgres://{source}", "OUTPUT": str(table)})
    assert "150 wards" in note.read_text(encoding="utf-8")
    assert len(pd.read_csv(table)) == 150
