"""The checks of printed pages find what they are for: a good page has no faults, and each planted one is named."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import page_checks as checks
import page_pdf
import pytest
from page_ink import Drawn, box_of, drawn_items
from qgis.core import (
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFillSymbol,
    QgsGeometry,
    QgsLayoutExporter,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutItemShape,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsRendererCategory,
    QgsUnitTypes,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QRectF
from qgis.PyQt.QtGui import QFont, QImage

RED, BLUE = "#aa2211", "#1144aa"
ENTRIES = [("Red areas", 2), ("Blue areas", 1)]
PAPER = QRectF(10, 10, 190, 277)


def areas() -> QgsVectorLayer:
    layer = QgsVectorLayer("Polygon?crs=EPSG:27700&field=kind:string", "areas", "memory")
    for i, kind in enumerate(["red", "red", "blue"]):
        feature = QgsFeature(layer.fields())
        feature["kind"] = kind
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(1000 * i, 0, 1000 * i + 800, 4000)))
        layer.dataProvider().addFeatures([feature])
    layer.setRenderer(
        QgsCategorizedSymbolRenderer(
            "kind",
            [
                QgsRendererCategory(
                    kind, QgsFillSymbol.createSimple({"color": colour, "outline_style": "no"}), f"{text} ({count})"
                )
                for kind, colour, (text, count) in zip(["red", "blue"], [RED, BLUE], ENTRIES)
            ],
        )
    )
    return layer


def put(item, layout: QgsPrintLayout, name: str, x: float, y: float, width: float, height: float):
    layout.addLayoutItem(item)
    item.setId(name)
    item.attemptMove(QgsLayoutPoint(x, y))
    item.attemptResize(QgsLayoutSize(width, height))
    return item


def label(layout: QgsPrintLayout, name: str, text: str, x: float, y: float, width: float, height: float):
    item = QgsLayoutItemLabel(layout)
    font = QFont("Liberation Sans")
    font.setPointSizeF(10)
    item.setFont(font)
    item.setText(text)
    item.setMarginX(0)
    item.setMarginY(0)
    return put(item, layout, name, x, y, width, height)


def small_page() -> QgsPrintLayout:
    project = QgsProject.instance()
    layer = areas()
    project.addMapLayer(layer)
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.pageCollection().page(0).setPageSize(QgsLayoutSize(210, 297))
    shown = put(QgsLayoutItemMap(layout), layout, "map", 12, 40, 100, 100)
    shown.setCrs(QgsCoordinateReferenceSystem("EPSG:27700"))
    shown.setLayers([layer])
    shown.setExtent(QgsRectangle(-500, -500, 4500, 4500))
    label(layout, "title", "A page in good order", 12, 12, 100, 6)
    label(layout, "note", "Two lines of words that\nstand below each other", 12, 20, 60, 9)
    bar = put(QgsLayoutItemScaleBar(layout), layout, "scale_bar_km", 12, 150, 60, 12)
    bar.setLinkedMap(shown)
    bar.setStyle("Line Ticks Up")
    bar.setUnits(QgsUnitTypes.DistanceUnit.DistanceKilometers)
    bar.setUnitLabel("km")
    bar.setMapUnitsPerScaleBarUnit(1)
    bar.setUnitsPerSegment(1)
    bar.setNumberOfSegments(2)
    bar.setNumberOfSegmentsLeft(0)
    legend = put(QgsLayoutItemLegend(layout), layout, "legend", 130, 40, 50, 20)
    legend.setAutoUpdateModel(False)
    root = legend.model().rootGroup()
    root.removeAllChildren()
    root.addLayer(layer)
    return layout


def export(layout: QgsPrintLayout, path: Path) -> Path:
    settings = QgsLayoutExporter.PdfExportSettings()
    settings.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
    done = QgsLayoutExporter(layout).exportToPdf(str(path), settings)
    assert done == QgsLayoutExporter.ExportResult.Success
    return path


@pytest.fixture
def page(qgis_new_project, tmp_path: Path) -> Callable[..., SimpleNamespace]:
    """Makes the small page with a fault planted into it, and all that is found of it."""

    def make(plant: Callable[[QgsPrintLayout], object] = lambda _: None) -> SimpleNamespace:
        layout = small_page()
        plant(layout)
        pdf = export(layout, tmp_path / "page.pdf")
        return SimpleNamespace(layout=layout, pdf=pdf, words=page_pdf.words(pdf), drawn=drawn_items(layout))

    return make


def item(layout: QgsPrintLayout, name: str):
    return layout.itemById(name)


def never(_: Drawn, __: Drawn) -> bool:
    return False


def legend_box(layout: QgsPrintLayout) -> QRectF:
    return box_of(item(layout, "legend"))


def all_faults(made: SimpleNamespace, folder: Path) -> list[str]:
    seen = page_pdf.raster(made.pdf, folder)
    found = checks.missing_items(made.layout, ["map", "title", "note", "scale_bar_km", "legend"])
    found += checks.cut_text(made.layout) + checks.small_text(made.layout)
    found += checks.overlaps(made.drawn, never) + checks.outside(made.drawn, PAPER) + checks.left_its_box(made.drawn)
    found += checks.text_not_in_pdf(made.layout, made.words)
    found += checks.legend_faults(made.words, legend_box(made.layout), ENTRIES)
    found += checks.missing_colours(seen, legend_box(made.layout), [RED, BLUE])
    found += checks.blank(seen, box_of(item(made.layout, "map")))
    found += checks.scale_bar_faults(made.layout, made.words)
    found += page_pdf.fonts_not_embedded(made.pdf)
    return found + [f"picture {row}" for row in page_pdf.pictures(made.pdf)]


def test_a_good_page_has_no_faults(page, tmp_path: Path) -> None:
    assert all_faults(page(), tmp_path) == []


def remove_title(layout: QgsPrintLayout) -> None:
    layout.removeLayoutItem(item(layout, "title"))


def rename_entry(layout: QgsPrintLayout, text: str) -> None:
    layer = item(layout, "legend").model().rootGroup().findLayers()[0].layer()
    renderer = layer.renderer().clone()
    renderer.updateCategoryLabel(1, text)
    layer.setRenderer(renderer)
    item(layout, "legend").model().refreshLayerLegend(item(layout, "legend").model().rootGroup().findLayers()[0])


def hide_swatches(layout: QgsPrintLayout) -> None:
    put(QgsLayoutItemShape(layout), layout, "patch", 131, 50, 9, 15)


def add_picture(layout: QgsPrintLayout, folder: Path) -> None:
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    image.save(str(folder / "dots.png"))
    picture = put(QgsLayoutItemPicture(layout), layout, "logo", 150, 150, 20, 20)
    picture.setPicturePath(str(folder / "dots.png"))


def shrink(layout: QgsPrintLayout, name: str, width: float, height: float) -> None:
    item(layout, name).attemptResize(QgsLayoutSize(width, height))


def move(layout: QgsPrintLayout, name: str, x: float, y: float) -> None:
    item(layout, name).attemptMove(QgsLayoutPoint(x, y))


def write_small(layout: QgsPrintLayout) -> None:
    font = QFont("Liberation Sans")
    font.setPointSizeF(5.5)
    item(layout, "note").setFont(font)


def stretch_bar(layout: QgsPrintLayout) -> None:
    """Draws miles and says kilometres."""
    item(layout, "scale_bar_km").setUnits(QgsUnitTypes.DistanceUnit.DistanceMiles)


WRAPPED = ("of its text is cut off: 'A page", "title draws outside its own box")
FAULTS = {
    "no title": (remove_title, "there is no item 'title'"),
    "empty title": (lambda page: item(page, "title").setText(" "), "'title' is empty"),
    "empty map": (lambda page: item(page, "map").setLayers([]), "'map' is empty"),
    "word too wide": (lambda page: shrink(page, "title", 6, 30), "title: 'order' is wider than its box"),
    "line lost": (lambda page: shrink(page, "note", 60, 4), "of its text is cut off: 'Two lines"),
    # What QGIS 3.44 draws of it runs over the edge of its box, where earlier ones leave it out.
    "wrapped away": (lambda page: shrink(page, "title", 25, 6), WRAPPED),
    "small": (write_small, "note is in 5.5 points"),
    "labels over each other": (lambda page: move(page, "title", 14, 21), "overlap"),
    "label on the legend": (lambda page: move(page, "title", 128, 46), "legend and title overlap"),
    "outside": (lambda page: move(page, "legend", 175, 40), "legend draws at 17"),
    "entry without words": (lambda page: rename_entry(page, "(1)"), "'Blue areas' is not in the legend"),
    "wrong count": (lambda page: rename_entry(page, "Blue areas (3)"), "the legend counts [2, 3], the layer [2, 1]"),
    "no swatches": (hide_swatches, f"{RED} is drawn with"),
    "blank map": (lambda page: item(page, "map").setExtent(QgsRectangle(9e4, 9e4, 9.5e4, 9.5e4)), "is blank"),
    "wrong scale bar": (stretch_bar, "scale_bar_km: 64.3"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_found(page, tmp_path: Path, fault: str) -> None:
    plant, words = FAULTS[fault]
    found = all_faults(page(plant), tmp_path)
    wanted = (words,) if isinstance(words, str) else words
    assert any(one in sentence for one in wanted for sentence in found), found


def test_a_picture_is_found(page, tmp_path: Path) -> None:
    found = all_faults(page(lambda layout: add_picture(layout, tmp_path)), tmp_path)
    assert [sentence.split()[:2] for sentence in found] == [["picture", "1"]]


def test_shapes_in_place_of_text_are_found(page) -> None:
    made = page()
    settings = QgsLayoutExporter.PdfExportSettings()
    settings.textRenderFormat = Qgis.TextRenderFormat.AlwaysOutlines
    QgsLayoutExporter(made.layout).exportToPdf(str(made.pdf), settings)
    found = checks.scale_bar_faults(made.layout, page_pdf.words(made.pdf))
    assert found == ["scale_bar_km: no length in 'km' beside it: ''"]
    assert sorted(checks.text_not_in_pdf(made.layout, [])) == [
        "note: not in the PDF at its place: 'Two lines of words that stand below each other'",
        "title: not in the PDF at its place: 'A page in good order'",
    ]


def test_a_wrong_ratio_is_found(page) -> None:
    made = page()
    shown = item(made.layout, "map")
    assert checks.ratio_faults("1:50,000 at A4", shown) == []
    assert checks.ratio_faults("1:51,000 at A4", shown) == ["'1:51,000 at A4', but the map is 1:50,000"]
    assert checks.ratio_faults("", shown) == ["no scale in ''"]
