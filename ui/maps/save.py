"""Saving a result: rows, styles, metadata and run record, to a GeoPackage or a PostGIS database."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsDataSourceUri,
    QgsException,
    QgsFeatureRenderer,
    QgsLayerMetadata,
    QgsNotSupportedException,
    QgsProject,
    QgsProviderRegistry,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QUrl

from ...core.errors import CniError, Notice, notice
from ..compat import save_style
from .geopackage import check_geopackage, write_geopackage
from .geopackage_tables import OURS
from .postgis import check_postgis, write_postgis, write_run_row
from .record import layer_metadata, record_text
from .result_layer import Destination, Rows
from .spreadsheet import Sheet, save_spreadsheet
from .styles import Theme, apply_theme, make_renderer
from .threads import ask


def check_destination(destination: Destination, inputs: Sequence[str]) -> None:
    """Refuse a destination that cannot be written, before anything is computed.

    inputs: the data sources that are read. Raises `output_is_input` and the faults of the format.
    """
    for source in inputs:
        if _reads(source, destination):
            raise CniError("output_is_input", name=destination.name)
    if destination.path:
        check_geopackage(destination)
    else:
        check_postgis(destination)


def _reads(source: str, destination: Destination) -> bool:
    """Whether a data source reads the destination's table."""
    if destination.path is None:
        return "table=" in source and _same_table(QgsDataSourceUri(source), destination)
    if source.startswith("file:"):
        return _same_file(QUrl(source).toLocalFile(), destination.path)
    file, _, rest = source.partition("|layername=")
    table = rest.partition("|")[0]
    return _same_file(file.partition("|")[0], destination.path) and table.lower() in ("", destination.table.lower())


def _same_file(file: str, path: Path) -> bool:
    """Whether both are the same file, also through links or, where the system does not care, in other case."""
    return bool(file) and os.path.normcase(Path(file).resolve()) == os.path.normcase(path.resolve())


def _same_table(source: QgsDataSourceUri, destination: Destination) -> bool:
    wanted = QgsDataSourceUri(destination.connection)

    def server(uri: QgsDataSourceUri) -> tuple[str, ...]:
        return uri.service(), uri.host() or "localhost", uri.port() or "5432", uri.database()

    table = (source.schema() or "public", source.table())
    return table == (destination.schema, destination.table) and server(source) == server(wanted)


def layers_showing(project: QgsProject, destination: Destination) -> list[QgsVectorLayer]:
    """Layers of a project that show the destination's table."""
    return [layer for layer in project.mapLayers().values() if _shows(layer, destination)]


def _shows(layer: object, destination: Destination) -> bool:
    if not isinstance(layer, QgsVectorLayer) or layer.providerType() != destination.provider:
        return False
    if destination.path is None:
        return _same_table(QgsDataSourceUri(layer.source()), destination)
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    table = parts.get("layerName") or destination.path.stem
    return _same_file(parts.get("path") or "", destination.path) and table.lower() == destination.table.lower()


def layers_reading(project: QgsProject, destination: Destination) -> list[QgsVectorLayer]:
    """Layers of a project that read the destination's table or, of a file, any of its tables: QGIS reads a GeoPackage
    without locks, and what it remembers of the file is not true any more once that has been written."""
    layers = [layer for layer in project.mapLayers().values() if isinstance(layer, QgsVectorLayer)]
    if destination.path is None:
        return [layer for layer in layers if _shows(layer, destination)]
    decode = QgsProviderRegistry.instance().decodeUri
    return [
        layer
        for layer in layers
        if layer.providerType() == "ogr"
        and _same_file(decode("ogr", layer.source()).get("path") or "", destination.path)
    ]


def check_not_in_edit(project: QgsProject, destination: Destination) -> None:
    """Raises `output_in_edit` when a layer of the project that shows the destination is being edited."""

    def names() -> list[str]:
        return [layer.name() for layer in layers_showing(project, destination) if layer.isEditable()]

    edited = ask(project, names)
    if edited:
        raise CniError("output_in_edit", layer=edited[0], name=destination.name)


def _nothing(uri: str) -> None:
    """A plain table has no styles to add."""


def save_table(destination: Destination, rows: Rows, step: Callable[[float], None]) -> None:
    """Save rows alone, without styles; text that a spreadsheet would take for a formula is made safe in its formats."""
    if destination.path and not destination.is_geopackage:
        save_spreadsheet(destination, [Sheet(destination.table, rows.table)], step)
    elif destination.path:
        write_geopackage(destination, rows, _nothing, step)
    else:
        write_postgis(destination, rows, _nothing, step)


def save_result(
    destination: Destination,
    rows: Rows,
    record: Mapping[str, Any],
    themes: Sequence[Theme],
    step: Callable[[float], None],
) -> list[Notice]:
    """Save a result layer with its styles and metadata, and its run record beside it.

    In a GeoPackage rows, styles and metadata change at one moment; in PostGIS the styles and the row of the run follow
    the rows. The run record file is written last: a fault there leaves a whole result without it.
    Returns notices about what could not be saved beside the rows. The rows are whole or as they were before.
    """

    # Made first, so that a style that cannot be read is known before anything is written.
    renderers = [make_renderer(theme) for theme in themes]

    def finish(uri: str) -> None:
        save_metadata(uri, destination, layer_metadata(record, themes[0].name))
        save_styles(uri, destination, themes, renderers)

    if destination.path:
        write_geopackage(destination, rows, finish, step)
        return write_record_file(destination.path, record)
    write_postgis(destination, rows, finish, step)
    write_run_row(destination, record)
    return []


def write_record_file(path: Path, record: Mapping[str, Any]) -> list[Notice]:
    """Write the run record beside a file. Returns a notice where that could not be done."""
    file = path.with_name(path.name + ".run.json")
    aside = file.with_name(file.name + ".new")
    try:
        aside.write_bytes((record_text(record) + "\n").encode())
        aside.replace(file)
    except OSError as fault:
        with suppress(OSError):
            aside.unlink(missing_ok=True)
        return [notice("record_not_written", name=file.name, reason=fault.strerror)]
    return []


def save_metadata(uri: str, destination: Destination, metadata: QgsLayerMetadata) -> None:
    """Save metadata of the layer in its file. PostGIS keeps the record in the table of runs instead."""
    if destination.provider != "ogr":
        return
    try:
        saved, reason = QgsProviderRegistry.instance().saveLayerMetadata("ogr", uri, metadata)
    except (QgsException, QgsNotSupportedException) as fault:  # 3.22 raises the one, later versions the other
        saved, reason = False, str(fault)
    if not saved:
        raise CniError("output_failed", name=destination.name, reason=reason)


def save_styles(
    uri: str, destination: Destination, themes: Sequence[Theme], renderers: Sequence[QgsFeatureRenderer]
) -> None:
    """Save the themes as styles in the database, the first as the default; styles of an earlier run go first.

    renderers: of the themes, which the layer they are saved through takes over.
    """
    # The layer is gone when the fault is raised: an open one would stand in the way of cleaning up.
    reason = _save_styles(uri, destination.provider, themes, renderers)
    if reason:
        raise CniError("output_failed", name=destination.name, reason=reason)


def _save_styles(uri: str, provider: str, themes: Sequence[Theme], renderers: Sequence[QgsFeatureRenderer]) -> str:
    """Returns why it could not be done, if so.

    On QGIS 3.22 saving over a style of the same name would open a question box, so such styles are removed first.
    """
    layer = QgsVectorLayer(uri, themes[0].name, provider)
    if not layer.isValid():
        return layer.error().summary() if not layer.error().isEmpty() else uri
    names = {theme.name for theme in themes}
    related, ids, titles, descriptions, _ = layer.listStylesInDatabase()
    for id, title, description in list(zip(ids, titles, descriptions))[: max(related, 0)]:
        if title in names or description.startswith(OURS):
            layer.deleteStyleFromDatabase(id)
    for i, (theme, renderer) in enumerate(zip(themes, renderers)):
        apply_theme(layer, renderer)
        reason = save_style(layer, theme.name, f"{OURS}: {theme.name}", is_default=i == 0)
        if reason:
            return reason
    return ""
