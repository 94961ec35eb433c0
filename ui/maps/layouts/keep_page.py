"""A page put into the user's project, where QGIS's layout designer opens it and saving the project keeps it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import count
from pathlib import Path

from qgis.core import (
    QgsLayerTreeGroup,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsMapLayer,
    QgsPrintLayout,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QByteArray, QCoreApplication

from ....core.errors import CniError

PAGE = "cni_mapper/page"
"""Mark of the layers and the group that belong to a kept page."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("KeepPage", text)


def keep_page(layout: QgsPrintLayout, project: QgsProject, folder: Path, name: str) -> Path:
    """Put a page and the layers that it draws into a project.

    The layers go to a new GeoPackage in `folder` and stand in a group that is switched off, so that the map of the
    project stays as it is. Pictures go into the layout itself. name: of the layout and the file; a number is added
    where there is one of that name. Returns the file. Raises `output_failed`, and leaves nothing behind then.
    """
    name = _free_name(project, folder, name)
    file = folder / f"{name}.gpkg"
    layers = page_layers(layout, project)
    try:
        for layer, table in zip(layers, _tables(layers)):
            _save(layer, file, table, project)
    except OSError as fault:
        with suppress(OSError):
            file.unlink(missing_ok=True)
        raise CniError("output_failed", name=file.name, reason=str(fault)) from None
    for layer, table in zip(layers, _tables(layers)):
        _move(layer, file, table)
    _add_group(project, layers, name)
    _embed_pictures(layout)
    layout.setName(name)
    project.layoutManager().addLayout(layout)
    return file


def page_layers(layout: QgsPrintLayout, project: QgsProject) -> list[QgsVectorLayer]:
    """The layers that the maps of a page draw and the project does not hold yet, in the order they are first met."""
    drawn = [layer for item in layout.items() if isinstance(item, QgsLayoutItemMap) for layer in item.layers()]
    strange = {layer.id(): layer for layer in drawn if project.mapLayer(layer.id()) is None}
    return [layer for layer in strange.values() if isinstance(layer, QgsVectorLayer)]


def _free_name(project: QgsProject, folder: Path, name: str) -> str:
    """The name, with a number where a layout or a file has it."""

    def names() -> Iterator[str]:
        yield name
        for number in count(2):
            yield f"{name} {number}"

    def is_free(name: str) -> bool:
        return project.layoutManager().layoutByName(name) is None and not (folder / f"{name}.gpkg").exists()

    return next(name for name in names() if is_free(name))


def _tables(layers: Sequence[QgsMapLayer]) -> list[str]:
    """A table for each layer, after its name."""
    tables: list[str] = []
    for layer in layers:
        stem = re.sub(r"\W+", "_", layer.name()).strip("_").lower() or "layer"
        numbered = (f"{stem}_{number}" for number in count(2))
        tables.append(stem if stem not in tables else next(name for name in numbered if name not in tables))
    return tables


def _save(layer: QgsVectorLayer, file: Path, table: str, project: QgsProject) -> None:
    """Write a layer as a table of a GeoPackage. Raises OSError with the words of GDAL."""
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName, options.fileEncoding = "GPKG", table, "UTF-8"
    if file.exists():
        options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    written = QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(file), project.transformContext(), options)
    if written[0] != QgsVectorFileWriter.WriterError.NoError:
        raise OSError(written[1])


def _move(layer: QgsVectorLayer, file: Path, table: str) -> None:
    """Have a layer read its table of the file; it keeps its id, its symbols and its labels."""
    layer.setDataSource(f"{file}|layername={table}", layer.name(), "ogr", False)
    layer.setCustomProperty(PAGE, True)


def _add_group(project: QgsProject, layers: Sequence[QgsVectorLayer], name: str) -> None:
    """Add layers to a project in a group at the bottom of its tree, switched off and shut."""
    root = project.layerTreeRoot()
    group = QgsLayerTreeGroup(_tr("Page: {name}").format(name=name), False)
    group.setCustomProperty(PAGE, True)
    root.addChildNode(group)
    for layer in layers:
        project.addMapLayer(layer, False)
        group.addLayer(layer).setExpanded(False)
    group.setExpanded(False)


def _embed_pictures(layout: QgsPrintLayout) -> None:
    """Put the pictures of a page into it, so that it does not need the files any more."""
    for item in layout.items():
        if isinstance(item, QgsLayoutItemPicture):
            path = Path(item.picturePath())
            if item.picturePath() and path.is_file():
                data = QByteArray(path.read_bytes()).toBase64()
                item.setPicturePath("base64:" + bytes(data).decode("ascii"), item.mode())
