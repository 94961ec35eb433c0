"""Writing a result to a PostGIS database: a table beside, swapped in by one transaction."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any

from qgis.core import (
    QgsAbstractDatabaseProviderConnection,
    QgsDataSourceUri,
    QgsException,
    QgsFeature,
    QgsProviderConnectionException,
    QgsProviderRegistry,
    QgsVectorLayer,
)

from ...core.errors import CniError
from .result_layer import NEW, Destination, Rows, Target, write_rows

RUNS = "cni_runs"


def _connection(destination: Destination) -> QgsAbstractDatabaseProviderConnection:
    uri = QgsDataSourceUri(destination.connection).uri(False)
    return QgsProviderRegistry.instance().providerMetadata("postgres").createConnection(uri, {})


def _execute(destination: Destination, sql: str) -> None:
    """Run statements in one transaction. Raises `output_failed` with the server's reason, or `output_locked`."""
    try:
        _connection(destination).executeSql(sql)
    except (QgsException, QgsProviderConnectionException) as fault:  # 3.22 raises the one, later versions the other
        text = str(fault)
        if "lock timeout" in text:
            raise CniError("output_locked", name=destination.name) from None
        found = re.search(r"ERROR:\s*(.+)", text) or re.search(r"(.+)", text)
        raise CniError("output_failed", name=destination.name, reason=found[1].strip() if found else text) from None


def _quoted(*names: str) -> str:
    return ".".join('"' + name.replace('"', '""') + '"' for name in names)


def check_postgis(destination: Destination) -> None:
    """Refuse a database that cannot be reached or written, before anything is computed. Raises `output_failed`."""
    probe = _quoted(destination.schema, "cni_probe")
    _execute(destination, f"CREATE TABLE {probe} (id integer); DROP TABLE {probe};")


def write_postgis(
    destination: Destination, rows: Rows, finish: Callable[[str], None], step: Callable[[float], None]
) -> None:
    """Write rows as a table of a PostGIS database, in the place of a table of that name.

    finish: writes styles for the data source it is given. step: told the fraction done; raises to stop. The styles
    follow when the rows are in place, as QGIS keeps them by the name of the table: a crash in between leaves new rows
    with the styles of the run before, and the next run puts that right.
    """
    shapes, new = rows.shapes is not None, destination.table + NEW
    drop = f"DROP TABLE IF EXISTS {_quoted(destination.schema, new)}"
    _execute(destination, drop)
    try:
        write_rows(rows, Target(destination.uri(new, shapes=shapes)), step)
        step(1.0)
        _execute(
            destination,
            "SET lock_timeout = '3s'; "
            f"DROP TABLE IF EXISTS {_quoted(destination.schema, destination.table)}; "
            f"ALTER TABLE {_quoted(destination.schema, new)} RENAME TO {_quoted(destination.table)};",
        )
    except BaseException:
        # What went wrong first is what the user must hear; the next run drops what could not be dropped now.
        with suppress(CniError):
            _execute(destination, drop)
        raise
    finish(destination.uri(shapes=shapes))


def write_run_row(destination: Destination, record: Mapping[str, Any]) -> None:
    """Add the run record as a row of the table of runs, made when it is not there."""
    table = _quoted(destination.schema, RUNS)
    columns = "id serial PRIMARY KEY, made text, result text, record text"
    _execute(destination, f"CREATE TABLE IF NOT EXISTS {table} ({columns})")
    layer = QgsVectorLayer(destination.uri(RUNS, shapes=False), RUNS, "postgres")
    row = QgsFeature(layer.fields())
    row["made"], row["result"] = record["made"], destination.name
    row["record"] = json.dumps(record, ensure_ascii=False, default=str)
    added, _ = layer.dataProvider().addFeatures([row])
    if not added:
        raise CniError("output_failed", name=RUNS, reason=layer.dataProvider().lastError())
