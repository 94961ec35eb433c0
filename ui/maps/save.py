"""Saving a result: rows, styles, metadata and run record, to a GeoPackage or a PostGIS database."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from qgis.core import QgsProject, QgsProviderRegistry, QgsVectorLayer

from ...core.errors import CniError, Notice, notice
from .geopackage import check_geopackage, write_geopackage
from .postgis import check_postgis, write_postgis, write_run_row
from .record import layer_metadata, record_text
from .result_layer import Destination, Rows
from .styles import Theme, apply_theme

OURS = "CNI Mapper"


def check_destination(destination: Destination, inputs: Sequence[str]) -> None:
    """Refuse a destination that cannot be written, before anything is computed.

    inputs: the data sources that are read. Raises `output_is_input` and the faults of the format.
    """
    if destination.path:
        for source in inputs:
            file, _, rest = source.partition("|layername=")
            same_table = not rest or rest.partition("|")[0] == destination.table
            if same_table and Path(file).absolute() == destination.path:
                raise CniError("output_is_input", name=destination.path.name)
        check_geopackage(destination)
    else:
        check_postgis(destination)


def layers_showing(project: QgsProject, destination: Destination) -> list[QgsVectorLayer]:
    """Layers of a project that show the destination's table."""
    return [layer for layer in project.mapLayers().values() if _shows(layer, destination)]


def _shows(layer: object, destination: Destination) -> bool:
    if not isinstance(layer, QgsVectorLayer) or layer.providerType() != destination.provider:
        return False
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    if destination.path:
        table = parts.get("layerName") or destination.path.stem
        return Path(parts.get("path") or "").absolute() == destination.path and table == destination.table
    where = (parts.get("schema") or "public", parts.get("table"))
    return where == (destination.schema, destination.table) and str(parts.get("dbname", "")) in destination.connection


def check_not_in_edit(project: QgsProject, destination: Destination) -> None:
    """Raises `output_in_edit` when a layer of the project that shows the destination is being edited."""
    for layer in layers_showing(project, destination):
        if layer.isEditable():
            raise CniError("output_in_edit", layer=layer.name(), name=destination.name)


def _nothing(uri: str) -> None:
    """A plain table has no styles to add."""


def save_table(destination: Destination, rows: Rows, step: Callable[[float], None]) -> None:
    """Save rows alone, without styles."""
    if destination.path:
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

    Returns notices about what could not be saved beside the rows. The rows are whole or as they were before.
    """

    def finish(uri: str) -> None:
        save_metadata(uri, destination.provider, record, themes[0].name)
        save_styles(uri, destination.provider, themes)

    if destination.path:
        write_geopackage(destination, rows, finish, step)
        return _write_record_file(destination.path, record)
    write_postgis(destination, rows, finish, step)
    write_run_row(destination, record)
    return []


def _write_record_file(path: Path, record: Mapping[str, Any]) -> list[Notice]:
    file = path.with_name(path.name + ".run.json")
    aside = file.with_name(file.name + ".new")
    try:
        aside.write_text(record_text(record) + "\n", encoding="utf-8", newline="\n")
        aside.replace(file)
    except OSError as fault:
        with suppress(OSError):
            aside.unlink(missing_ok=True)
        return [notice("record_not_written", name=file.name, reason=fault.strerror)]
    return []


def save_metadata(uri: str, provider: str, record: Mapping[str, Any], title: str) -> None:
    """Save the record as metadata of the layer itself. PostGIS keeps it in the table of runs instead."""
    if provider != "ogr":
        return
    saved, reason = QgsProviderRegistry.instance().saveLayerMetadata(provider, uri, layer_metadata(record, title))
    if not saved:
        raise CniError("output_failed", name=title, reason=reason)


def save_styles(uri: str, provider: str, themes: Sequence[Theme]) -> None:
    """Save the themes as styles in the database, the first as the default; styles of an earlier run go first.

    On QGIS 3.22 saving over a style of the same name would open a question box, hence the removal.
    """
    layer = QgsVectorLayer(uri, themes[0].name, provider)
    if not layer.isValid():
        raise CniError("output_failed", name=layer.name(), reason=layer.dataProvider().error().message())
    names = {theme.name for theme in themes}
    related, ids, titles, descriptions, _ = layer.listStylesInDatabase()
    for id, title, description in list(zip(ids, titles, descriptions))[: max(related, 0)]:
        if title in names or description.startswith(OURS):
            layer.deleteStyleFromDatabase(id)
    for i, theme in enumerate(themes):
        apply_theme(layer, theme)
        reason = layer.saveStyleToDatabase(theme.name, f"{OURS}: {theme.name}", i == 0, "")
        if reason:
            raise CniError("output_failed", name=theme.name, reason=reason)
