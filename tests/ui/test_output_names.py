"""Destinations with odd names: of files, of tables, and relative ones."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from output_files import leftovers, other_content, read_rows, saved_styles, state_of
from output_run import refusal, run
from qgis.core import QgsVectorLayer

NAMES = ["a b.gpkg", "it's.gpkg", 'quo"te.gpkg', "é ü#1.gpkg", "UPPER.GPKG", "q?x=1&y.gpkg", "50%.gpkg", "a.b-c;d.gpkg"]


@pytest.mark.parametrize("name", NAMES)
def test_odd_names(name: str, processing, tmp_path: Path) -> None:
    folder = tmp_path / "a folder's #1 é"
    folder.mkdir()
    path = folder / name
    for limit in (10, 20):
        source = run(processing, path, limit)
        assert source == f"{path}|layername={path.stem}"
        layer = QgsVectorLayer(source, "again", "ogr")
        assert layer.isValid()
        assert layer.featureCount() == 150
        assert layer.renderer().type() == "categorizedSymbol"
        assert len(saved_styles(path, path.stem)) == 6
        del layer
    assert leftovers(folder) == []
    assert sorted(file.name for file in folder.iterdir()) == [name, f"{name}.run.json"]


@pytest.mark.parametrize("table", ["my 'own' table", 'quo"ted', "Ärea-1", "select"])
def test_odd_tables_of_a_file(table: str, processing, old: Path) -> None:
    before, other = state_of(old), other_content(old)
    quoted = table.replace('"', '""')
    spelt = table.replace('"', '\\"')
    for given in (f"{old}|layername={table}", f"ogr:dbname='{old}' table=\"{spelt}\" (geom)"):
        source = run(processing, given)
        layer = QgsVectorLayer(source, "again", "ogr")
        assert (source, layer.featureCount()) == (f"{old}|layername={table}", 150)
        del layer
    assert len(read_rows(old, quoted)) == 150
    assert len(saved_styles(old, table)) == 6
    assert (state_of(old), other_content(old), leftovers(old.parent)) == (before, other, [])


def test_a_name_that_qgis_could_not_open_is_refused(processing, tmp_path: Path) -> None:
    assert refusal(processing, tmp_path / "a|b.gpkg").startswith("a|b.gpkg could not be written: ")
    assert list(tmp_path.iterdir()) == []


def test_a_relative_path(processing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sub").mkdir()
    for limit in (10, 20):
        assert run(processing, "sub/result.gpkg", limit) == f"{tmp_path}/sub/result.gpkg|layername=result"
    assert state_of(tmp_path / "sub" / "result.gpkg").limit == "20"


def test_a_table_in_other_case_is_replaced(processing, old: Path) -> None:
    run(processing, f"{old}|layername=RESULT")
    with closing(sqlite3.connect(old)) as database:
        tables = database.execute("SELECT table_name FROM gpkg_contents WHERE lower(table_name) = 'result'").fetchall()
    assert tables == [("RESULT",)]
    assert state_of(old, "RESULT").limit == "20"
