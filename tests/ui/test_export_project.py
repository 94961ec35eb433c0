"""cni:export as a project: moved with its GeoPackage it opens, shows the maps and prints their page."""

from __future__ import annotations

import re
import shutil
import zipfile
from pathlib import Path

import pytest
from county import assert_same_rows, layer_frame, rows_of
from export_run import COAST, STYLES, export, pdf_text, source
from fault_files import Heard
from qgis.core import Qgis, QgsGeometry, QgsLayoutExporter, QgsLayoutItemMap, QgsProject, QgsVectorLayer


def open_project(path: Path) -> QgsProject:
    project = QgsProject()
    assert project.read(str(path)), project.error()
    return project


def project_text(path: Path) -> str:
    if path.suffix == ".qgs":
        return path.read_text(encoding="utf-8")
    with zipfile.ZipFile(path) as archive:
        (name,) = archive.namelist()
        assert name == f"{path.stem}.qgs"
        return archive.read(name).decode("utf-8")


@pytest.mark.parametrize("ending", [".qgz", ".qgs"])
def test_a_project_that_is_moved_with_its_geopackage(processing, made: Path, output: Path, ending: str) -> None:
    target = output / f"map{ending}"
    export(processing, made, target)
    names = ["map page.gpkg", "map.gpkg", "map.gpkg.run.json", f"map{ending}"]
    assert sorted(path.name for path in output.iterdir()) == names
    away = output.with_name("away")
    output.rename(away)
    text = project_text(away / f"map{ending}")
    sources = re.findall("<datasource>(.+)</datasource>", text)
    assert sources.count("./map.gpkg|layername=map") == 6
    assert {source.partition("|")[0] for source in sources} == {"./map.gpkg", "./map page.gpkg"}
    assert "python" not in text.lower() and str(output) not in text
    project = open_project(away / f"map{ending}")
    assert all(layer.isValid() for layer in project.mapLayers().values())
    group = project.layerTreeRoot().findGroups()[0]
    assert group.name() == "Sampleshire CNI and IMD" and group.isMutuallyExclusive()
    nodes = group.findLayers()
    assert [node.name() for node in nodes][:5] == STYLES
    assert [node.isVisible() for node in nodes] == [True, False, False, False, False, False]
    layer = nodes[0].layer()
    assert_same_rows(layer_frame(layer), rows_of(source(made)))
    legend = [category.label() for category in layer.renderer().categories()]
    assert legend[0] == "Left behind: worst 10% on both (rebuilt 8, published 8)"
    assert project.crs().authid() == "EPSG:27700"
    assert project.viewSettings().defaultViewExtent().contains(layer.extent())
    project.clear()


def test_the_project_prints_its_page(processing, made: Path, output: Path) -> None:
    export(processing, made, output / "map.qgz", FOCUS=COAST)
    away = output.with_name("away")
    output.rename(away)
    project = open_project(away / "map.qgz")
    (layout,) = project.layoutManager().printLayouts()
    assert layout.name() == "Left behind neighbourhoods in Marram Coast"
    drawn = [layer for item in layout.items() if isinstance(item, QgsLayoutItemMap) for layer in item.layers()]
    assert len(drawn) > 3 and all(layer.isValid() for layer in drawn)
    pages = [node for node in project.layerTreeRoot().findGroups() if node.name().startswith("Page: ")]
    assert [node.isVisible() for node in pages] == [False]
    settings = QgsLayoutExporter.PdfExportSettings()
    settings.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
    done = QgsLayoutExporter(layout).exportToPdf(str(away / "page.pdf"), settings)
    assert done == QgsLayoutExporter.ExportResult.Success
    text = pdf_text(away / "page.pdf")
    assert "Left behind neighbourhoods in Marram Coast" in text and "Left behind: worst 10% on both (7)" in text
    assert "Describes places, not people." in text
    project.clear()


@pytest.mark.parametrize("ending", [".qgz", ".qgs"])
def test_a_project_of_areas_without_shapes_has_no_page(processing, made: Path, output: Path, ending: str) -> None:
    bare, target, heard = output / "bare.gpkg", output / f"map{ending}", Heard()
    shutil.copyfile(made, bare)
    layer = QgsVectorLayer(source(bare), "result")
    assert layer.dataProvider().changeGeometryValues({id: QgsGeometry() for id in layer.allFeatureIds()})
    del layer
    processing.run("cni:export", {"RESULT": source(bare), "OUTPUT": str(target)}, feedback=heard)
    said = f"The project map{ending} has no page to print, since none of the areas chosen has a shape."
    assert said in heard.warnings
    assert {file.name for file in output.iterdir()} == {"bare.gpkg", "map.gpkg", "map.gpkg.run.json", f"map{ending}"}
    project = open_project(target)
    assert project.layoutManager().layouts() == []
    layers = list(project.mapLayers().values())
    assert layers and all(layer.isValid() and layer.featureCount() == 150 for layer in layers)
    project.clear()
