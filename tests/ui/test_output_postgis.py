"""A result in PostGIS: swapped in by one transaction, with styles and a row of the run, and shown like a file's."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import psycopg2
import pytest
from qgis.core import QgsProcessingException, QgsProcessingFeedback, QgsProject, QgsVectorLayer

from cni_mapper.ui.maps import save

OVERLAY = "Left behind overlay"


class Database:
    """A schema of its own in the database, asked without QGIS."""

    def __init__(self, connection: str, schema: str) -> None:
        self.connection, self.schema = connection, schema

    def ask(self, sql: str) -> list[tuple]:
        with closing(psycopg2.connect(self.connection)) as connection, connection, connection.cursor() as cursor:
            cursor.execute(sql)
            return cursor.fetchall() if cursor.description else []

    def output(self, table: str = "result") -> str:
        name, parts = self.connection, dict(part.split("=") for part in self.connection.split())
        assert name
        text = " ".join(f"{key}='{value}'" if key == "dbname" else f"{key}={value}" for key, value in parts.items())
        return f'postgres://{text} table="{self.schema}"."{table}" (geom)'

    def tables(self) -> list[str]:
        found = self.ask(f"SELECT table_name FROM information_schema.tables WHERE table_schema = '{self.schema}'")
        return sorted(name for (name,) in found)

    def counts(self, table: str = "result") -> dict[str, int]:
        return dict(self.ask(f'SELECT category, count(*) FROM "{self.schema}"."{table}" GROUP BY 1'))

    def styles(self) -> list[tuple[str, bool]]:
        sql = f"SELECT stylename, useasdefault FROM layer_styles WHERE f_table_schema = '{self.schema}' ORDER BY id"
        return self.ask(sql)


@pytest.fixture
def database(postgis: str, request: pytest.FixtureRequest) -> Iterator[Database]:
    QgsProject.instance().clear()
    database = Database(postgis, f"s{abs(hash(request.node.name))}")
    database.ask(f'CREATE SCHEMA "{database.schema}"')
    yield database
    QgsProject.instance().clear()


class Feedback(QgsProcessingFeedback):
    def __init__(self) -> None:
        super().__init__(False)
        self.errors: list[str] = []

    def reportError(self, error: str, fatalError: bool = False) -> None:
        self.errors.append(error)


def run(processing: Any, output: str, limit: int = 10, feedback: QgsProcessingFeedback | None = None) -> str:
    return processing.run("cni:example", {"OUTPUT": output, "CNI_LIMIT": limit}, feedback=feedback)["OUTPUT"]


def refusal(processing: Any, output: str, feedback: Feedback | None = None) -> str:
    feedback = feedback or Feedback()
    with pytest.raises(QgsProcessingException) as caught:
        run(processing, output, 20, feedback)
    return feedback.errors[0] if feedback.errors else str(caught.value)


def test_a_result_and_another_in_its_place(processing, database: Database) -> None:
    source = run(processing, database.output())
    assert database.tables() == ["cni_runs", "result"]
    assert database.counts()["left_behind"] == 8
    layer = QgsVectorLayer(source, "again", "postgres")
    assert (layer.isValid(), layer.featureCount(), layer.crs().authid()) == (True, 150, "EPSG:27700")
    assert layer.renderer().categories()[0].label() == "Left behind: worst 10% on both (rebuilt 8, published 8)"
    for _ in range(2):
        run(processing, database.output(), 20)
    assert database.tables() == ["cni_runs", "result"]
    assert database.counts()["left_behind"] == 11
    styles = database.styles()
    assert [name for name, default in styles if default] == ["High on both overlay"]
    assert len(styles) == 6
    runs = database.ask(f'SELECT result, record FROM "{database.schema}".cni_runs ORDER BY id')
    assert [name for name, _ in runs] == [f"{database.schema}.result"] * 3
    assert [json.loads(record)["limits"]["cni"]["amount"] for _, record in runs] == ["10", "20", "20"]


def test_other_tables_and_styles_stay(processing, database: Database) -> None:
    database.ask(f'CREATE TABLE "{database.schema}".mine (id integer); INSERT INTO "{database.schema}".mine VALUES (7)')
    layer = QgsVectorLayer(run(processing, database.output()), "result", "postgres")
    assert layer.saveStyleToDatabase("House style", "of my own", False, "") == ""
    run(processing, database.output(), 20)
    assert database.ask(f'SELECT id FROM "{database.schema}".mine') == [(7,)]
    assert ("House style", False) in database.styles()
    assert len(database.styles()) == 7


def test_a_table_another_session_reads_is_named(processing, database: Database) -> None:
    run(processing, database.output())
    with closing(psycopg2.connect(database.connection)) as other, other.cursor() as cursor:
        cursor.execute(f'SELECT * FROM "{database.schema}".result')
        sentence = refusal(processing, database.output())
    assert sentence.startswith(f"{database.schema}.result is in use by another program or window.")
    assert database.counts()["left_behind"] == 8
    assert database.tables() == ["cni_runs", "result"]


def test_a_view_on_the_old_table_stands_in_the_way(processing, database: Database) -> None:
    run(processing, database.output())
    database.ask(f'CREATE VIEW "{database.schema}".seen AS SELECT * FROM "{database.schema}".result')
    assert refusal(processing, database.output()).startswith(f"{database.schema}.result could not be written: ")
    assert database.counts()["left_behind"] == 8
    assert database.tables() == ["cni_runs", "result", "seen"]


def test_a_cancelled_run_leaves_nothing(processing, database: Database) -> None:
    class Cancel(Feedback):
        def __init__(self) -> None:
            super().__init__()
            self.progressChanged.connect(lambda progress: self.cancel() if progress >= 55 else None)

    assert refusal(processing, database.output(), Cancel()).strip() == "Stopped. Nothing was written."
    assert database.tables() == []


def test_a_layer_being_edited_is_named(processing, database: Database) -> None:
    layer = QgsVectorLayer(run(processing, database.output()), "My wards", "postgres")
    QgsProject.instance().addMapLayer(layer)
    assert layer.startEditing()
    assert refusal(processing, database.output()).startswith(f"Layer 'My wards' shows {database.schema}.result and is")
    run(processing, database.output("other"), 20)
    assert database.counts("other")["left_behind"] == 11


def test_a_database_that_cannot_be_reached(processing, database: Database) -> None:
    wrong = database.output().replace("dbname='postgres'", "dbname='nowhere'")
    sentence = refusal(processing, wrong)
    assert f"{database.schema}.result could not be written: " in sentence
    assert "nowhere" in sentence
    assert "Traceback" not in sentence


def test_odd_names(processing, database: Database) -> None:
    table = "my 'own' Tàble"
    for limit in (10, 20):
        run(processing, database.output(table), limit)
    assert database.counts(table)["left_behind"] == 11
    assert database.tables() == ["cni_runs", table]


def test_the_result_is_not_an_input(database: Database) -> None:
    from cni_mapper.ui.maps.result_layer import read_destination

    destination = read_destination(database.output(), str)
    with pytest.raises(save.CniError) as caught:
        save.check_destination(destination, [destination.uri()])
    assert (caught.value.code, caught.value.context["name"]) == ("output_is_input", f"{database.schema}.result")
    save.check_destination(destination, [destination.uri("another")])


def test_it_is_shown_and_updated_as_a_group(processing, database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    from processing.gui import Postprocessing

    # pytest-qgis puts a mock in its place, which is no layer panel that later versions could load into.
    monkeypatch.setattr(Postprocessing, "iface", None, raising=False)
    project = QgsProject.instance()
    for limit, name in ((10, OVERLAY), (20, "High on both overlay"), (10, OVERLAY)):
        processing.runAndLoadResults("cni:example", {"OUTPUT": database.output(), "CNI_LIMIT": limit})
        (group,) = project.layerTreeRoot().findGroups()
        layers = [node.layer() for node in group.findLayers()]
        assert [layer.name() for layer in layers][:2] == [name, "CNI deciles"]
        assert len(layers) == len(project.mapLayers()) == 6
        assert [feature["category"] for feature in layers[0].getFeatures()].count("left_behind") == (
            8 if limit == 10 else 11
        )
