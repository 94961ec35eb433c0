"""A project file with GeoPackages beside it, which opens and prints in any QGIS without this plugin."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from typing import Any

from qgis.core import Qgis, QgsProject, QgsProviderRegistry, QgsReferencedRectangle, QgsVectorLayer

from ...core.errors import CniError, Notice, notice
from .groups import show_result
from .layouts.fill import MadePage
from .layouts.keep_page import keep_page
from .output_file import written_aside
from .record import abstract
from .result_layer import Destination
from .styles import Theme

ENDINGS = (".qgz", ".qgs")
_MARGIN = 1.05


def beside(path: Path) -> Destination:
    """The GeoPackage that a project file shows: of the same name, in the same folder."""
    file = path.with_suffix(".gpkg")
    return Destination(file, file.stem, "", "", str(file))


def page_file(path: Path) -> Path:
    """The GeoPackage with what the page of a project file draws."""
    return path.with_name(f"{path.stem} page.gpkg")


def write_project(
    path: Path,
    saved: Destination,
    record: Mapping[str, Any],
    themes: Sequence[Theme],
    make: Callable[[QgsProject], MadePage],
) -> Sequence[Notice]:
    """Write a project file (.qgz or .qgs) that shows a saved result as the plugin does, with a page to print.

    On the main thread. saved: the result in the folder of the project file. make: makes the page, whose layers go to a
    GeoPackage of their own; where no area has a shape there is no page. All paths are relative; each file is replaced
    whole. Returns what the page leaves out. Raises the faults of `written_aside`, of making a page and of writing its
    layers.
    """
    with written_aside(path) as aside, TemporaryDirectory(prefix=".cni_new_", dir=path.parent) as folder:
        # The name is that of the plain project inside the archive, too.
        plain = aside.with_suffix(".qgs")
        project = _shown(plain, path.stem, saved, record, themes)
        try:
            notices = _try_page(project, path, Path(folder), make)
            _leave_attachments(project)
            written, reason = project.write(), project.error()
        finally:
            # The layers have the GeoPackages open, which others may be about to replace.
            project.clear()
        try:
            if not written:
                raise CniError("output_failed", name=path.name, reason=reason)
            if aside != plain:
                with zipfile.ZipFile(aside, "w", zipfile.ZIP_DEFLATED) as archive:
                    archive.write(plain, f"{path.stem}.qgs")
        finally:
            if aside != plain:
                plain.unlink(missing_ok=True)
    return notices


def _shown(
    file: Path, title: str, saved: Destination, record: Mapping[str, Any], themes: Sequence[Theme]
) -> QgsProject:
    """A new project with the layers of a result, to be written to a file."""
    project = QgsProject()
    project.setFilePathStorage(Qgis.FilePathType.Relative)
    project.setTitle(title)
    metadata = project.metadata()
    metadata.setTitle(title)
    metadata.setAbstract(abstract(record))
    project.setMetadata(metadata)
    # Before the layers are added: paths are made relative to the project's file.
    project.setFileName(str(file))
    show_result(project, saved, record, themes)
    layer = next(iter(project.mapLayers().values()))
    project.setCrs(layer.crs(), adjustEllipsoid=True)
    extent = layer.extent()
    if not extent.isEmpty():
        extent.scale(_MARGIN)
        project.viewSettings().setDefaultViewExtent(QgsReferencedRectangle(extent, layer.crs()))
        project.viewSettings().setPresetFullExtent(QgsReferencedRectangle(extent, layer.crs()))
    return project


def _leave_attachments(project: QgsProject) -> None:
    """QGIS 3.26 and later would write a zip file beside the project, of nothing but a style library without styles."""
    for file in project.attachedFiles():
        project.removeAttachedFile(file)


def _try_page(
    project: QgsProject, path: Path, folder: Path, make: Callable[[QgsProject], MadePage]
) -> Sequence[Notice]:
    try:
        return _add_page(project, page_file(path), folder, make)
    except CniError as fault:
        if fault.code != "page_without_shapes":
            raise
        return [notice("project_without_page", name=path.name)]


def _add_page(
    project: QgsProject, file: Path, folder: Path, make: Callable[[QgsProject], MadePage]
) -> Sequence[Notice]:
    """Put a page into a project, and its layers into a file. folder: an empty one to make that in."""
    page, before = make(project), set(project.mapLayers())
    made = keep_page(page.layout, project, folder, file.stem)
    page.layout.setName(page.facts.title)
    with written_aside(file) as aside:
        copyfile(made, aside)
    for id, layer in project.mapLayers().items():
        if id not in before and isinstance(layer, QgsVectorLayer):
            table = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())["layerName"]
            layer.setDataSource(f"{file}|layername={table}", layer.name(), "ogr", False)
    return page.notices
