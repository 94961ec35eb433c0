"""Tables from files, put into the project so that they can be chosen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qgis.core import QgsProject, QgsProviderRegistry, QgsSettings, QgsVectorLayer
from qgis.PyQt.QtWidgets import QFileDialog, QWidget

from ...core.errors import CniError
from ..maps.groups import stay_outside
from .words import tr

_FOLDER = "cni_mapper/last_folder"


def last_folder() -> str:
    """The folder that a file was last taken from, for the next one to be looked for there."""
    return str(QgsSettings().value(_FOLDER, ""))


def remember_folder(path: str) -> None:
    """The next file is looked for where this one is."""
    QgsSettings().setValue(_FOLDER, str(Path(path).parent))


def ask_tables(parent: QWidget) -> list[str]:
    """Ask for files of tables or layers; none when the user gives up."""
    kinds = tr("Tables and layers (*.csv *.csv.gz *.txt *.tsv *.xlsx *.ods *.gpkg *.shp *.dbf *.geojson)")
    everything = tr("All files (*)")
    paths, _ = QFileDialog.getOpenFileNames(parent, tr("Add tables"), last_folder(), f"{kinds};;{everything}")
    if paths:
        remember_folder(paths[0])
    return list(paths)


def add_tables(project: QgsProject, paths: Sequence[str]) -> tuple[list[list[str]], list[CniError]]:
    """Put the tables of files into the project; a table that is there already is not added again.

    The ids of the layers, for each file that could be read, and the faults of the others.
    """
    ids: list[list[str]] = []
    faults: list[CniError] = []
    for path in paths:
        layers = [layer for layer in map(_opened, _parts(path)) if layer.isValid()]
        if layers:
            ids.append([_added(project, layer) for layer in layers])
        else:
            faults.append(CniError("layer_unreadable", name=Path(path).name))
    return ids, faults


def _parts(path: str) -> list[tuple[str, str]]:
    """The source and the name of every table in a file."""
    found = QgsProviderRegistry.instance().querySublayers(path)
    tables = [part for part in found if part.providerKey() == "ogr"]
    if len(tables) < 2:
        return [(path, Path(path).name.partition(".")[0])]
    return [(part.uri(), part.name()) for part in tables]


def _opened(part: tuple[str, str]) -> QgsVectorLayer:
    return QgsVectorLayer(*part, "ogr")


def _added(project: QgsProject, layer: QgsVectorLayer) -> str:
    for there in project.mapLayers().values():
        if isinstance(there, QgsVectorLayer) and there.source() == layer.source() and not there.subsetString():
            return str(there.id())
    stay_outside(project)
    project.addMapLayer(layer)
    return str(layer.id())
