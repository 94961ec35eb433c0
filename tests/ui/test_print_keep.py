"""A page put into the user's project: it and what it draws survive saving, moving the folder, and a second page."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from osgeo import ogr
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsPalLayerSettings,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtCore import QRectF
from qgis.PyQt.QtGui import QColor

from cni_mapper.core.errors import CniError
from cni_mapper.ui.maps.layouts.keep_page import PAGE, keep_page

SQUARES = 5
PICTURE = Path(__file__).parents[2] / "resources" / "icons" / "cni_mapper.svg"


@pytest.fixture
def project() -> Iterator[QgsProject]:
    project = QgsProject()
    yield project
    project.clear()


def squares(name: str, colour: str, count: int = SQUARES) -> QgsVectorLayer:
    """A memory layer of unit squares in a row, and one row without a shape."""
    layer = QgsVectorLayer("MultiPolygon?crs=EPSG:27700&field=area_code:string&field=label_x:double", name, "memory")
    rows = []
    for number in range(count + 1):
        row = QgsFeature(layer.fields())
        row.setAttributes([f"E{number}", number + 0.5])
        if number < count:
            row.setGeometry(QgsGeometry.fromRect(QgsRectangle(number, 0, number + 1, 1)))
        rows.append(row)
    assert layer.dataProvider().addFeatures(rows)[0]
    layer.updateExtents()
    symbol = QgsSymbol.defaultSymbol(layer.geometryType())
    symbol.setColor(QColor(colour))
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    settings = QgsPalLayerSettings()
    settings.fieldName = "area_code"
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)
    return layer


def make_page(project: QgsProject, layers: list[QgsVectorLayer], *, twice: bool = False) -> QgsPrintLayout:
    """A page with one map or two of these layers, and a picture."""
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    for number in range(2 if twice else 1):
        item = QgsLayoutItemMap(layout)
        item.attemptSetSceneRect(QRectF(10, 10 + 100 * number, 100, 80))
        layout.addLayoutItem(item)
        item.setLayers(layers)
        item.setKeepLayerSet(True)
        item.setExtent(QgsRectangle(0, 0, SQUARES, 1))
    picture = QgsLayoutItemPicture(layout)
    picture.setId("north_arrow")
    picture.setPicturePath(str(PICTURE))
    layout.addLayoutItem(picture)
    layout.held = layers
    return layout


def saved_and_opened(project: QgsProject, file: Path, moved: Path) -> QgsProject:
    """The project, saved, its folder moved elsewhere, and opened there."""
    assert project.write(str(file))
    project.clear()
    shutil.move(file.parent, moved)
    again = QgsProject()
    assert again.read(str(moved / file.name))
    return again


def test_a_kept_page_survives_saving_and_moving_the_folder(project: QgsProject, tmp_path: Path) -> None:
    folder = tmp_path / "work"
    folder.mkdir()
    layers = [squares("Areas", "#411c39"), squares("Neighbours", "#dfe1e2", 3)]
    file = keep_page(make_page(project, layers, twice=True), project, folder, "Left behind")
    assert file == folder / "Left behind.gpkg"
    again = saved_and_opened(project, folder / "project.qgs", tmp_path / "moved")
    (layout,) = again.layoutManager().printLayouts()
    assert layout.name() == "Left behind"
    maps = [item for item in layout.items() if isinstance(item, QgsLayoutItemMap)]
    assert len(maps) == 2
    for item in maps:
        areas, neighbours = item.layers()
        assert [(layer.name(), layer.featureCount()) for layer in (areas, neighbours)] == [
            ("Areas", SQUARES + 1),
            ("Neighbours", 3 + 1),
        ]
        assert all(layer.isValid() and layer.providerType() == "ogr" for layer in (areas, neighbours))
        assert areas.renderer().symbol().color().name() == "#411c39"
        assert areas.labeling().settings().fieldName == "area_code"
        assert areas.labelsEnabled()
    assert {row["area_code"]: row["label_x"] for row in areas.getFeatures()} == {
        f"E{number}": number + 0.5 for number in range(SQUARES + 1)
    }
    again.clear()


def test_the_file_holds_a_table_for_each_layer(project: QgsProject, tmp_path: Path) -> None:
    layers = [squares("Map", "#411c39"), squares("Map", "#dfe1e2", 2), squares("…", "#ffffff", 1)]
    file = keep_page(make_page(project, layers), project, tmp_path, "Page")
    project.clear()
    data = ogr.Open(str(file))
    found = {data.GetLayer(i).GetName(): data.GetLayer(i).GetFeatureCount() for i in range(data.GetLayerCount())}
    data = None
    assert found == {"map": SQUARES + 1, "map_2": 2 + 1, "layer": 1 + 1}


def test_paths_in_the_project_file_are_relative(project: QgsProject, tmp_path: Path) -> None:
    keep_page(make_page(project, [squares("Areas", "#411c39")]), project, tmp_path, "Page")
    assert project.write(str(tmp_path / "project.qgs"))
    text = (tmp_path / "project.qgs").read_text(encoding="utf-8")
    assert "./Page.gpkg|layername=areas" in text
    assert str(PICTURE) not in text
    assert PICTURE.name not in text


def test_the_map_of_the_project_stays_as_it_is(project: QgsProject, tmp_path: Path) -> None:
    """The layers of the page come in a group that is off and below everything; a layer of the user's stays theirs."""
    mine = squares("Mine", "#123456")
    project.addMapLayer(mine)
    keep_page(make_page(project, [squares("Areas", "#411c39"), mine]), project, tmp_path, "Page")
    root = project.layerTreeRoot()
    assert [layer.name() for layer in root.checkedLayers()] == ["Mine"]
    assert [node.name() for node in root.children()] == ["Mine", "Page: Page"]
    assert mine.providerType() == "memory"
    assert not mine.customProperty(PAGE)
    (areas,) = project.mapLayersByName("Areas")
    assert areas.customProperty(PAGE)


def test_a_second_page_of_the_name_gets_a_number(project: QgsProject, tmp_path: Path) -> None:
    files = [
        keep_page(make_page(project, [squares("Areas", "#411c39")]), project, tmp_path, "Page").name for _ in range(3)
    ]
    assert files == ["Page.gpkg", "Page 2.gpkg", "Page 3.gpkg"]
    assert sorted(layout.name() for layout in project.layoutManager().printLayouts()) == ["Page", "Page 2", "Page 3"]


def test_a_page_that_cannot_be_kept_leaves_nothing_behind(project: QgsProject, tmp_path: Path) -> None:
    with pytest.raises(CniError) as raised:
        keep_page(make_page(project, [squares("Areas", "#411c39")]), project, tmp_path / "none", "Page")
    assert raised.value.code == "output_failed"
    assert not project.mapLayers()
    assert not project.layoutManager().printLayouts()
    assert not list(tmp_path.iterdir())


def test_pictures_go_into_the_layout(project: QgsProject, tmp_path: Path) -> None:
    layout = make_page(project, [squares("Areas", "#411c39")])
    keep_page(layout, project, tmp_path, "Page")
    (picture,) = [item for item in layout.items() if isinstance(item, QgsLayoutItemPicture)]
    assert picture.picturePath().startswith("base64:")
    assert not picture.isMissingImage()
