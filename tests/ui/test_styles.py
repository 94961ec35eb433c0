"""The look of a result: colours and hatches of the reference design, and legends that say what the map shows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsFeature,
    QgsGeometry,
    QgsMapRendererCustomPainterJob,
    QgsMapSettings,
    QgsRectangle,
    QgsSymbol,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QImage, QPainter
from style_parts import (
    CATEGORIES,
    CNI_COLOURS,
    FILLS,
    HATCHES,
    IMD_COLOURS,
    LINES,
    hatch_of,
    symbols,
    theme,
)

from cni_mapper.ui.maps import styles
from cni_mapper.ui.maps.styles import CNI, IMD, OVERLAY, make_renderer


@pytest.mark.parametrize(("template", "colours"), [(CNI, CNI_COLOURS), (IMD, IMD_COLOURS)])
def test_decile_colours(template: str, colours: list[str]) -> None:
    renderer = make_renderer(theme("some_decile", template))
    assert renderer.classAttribute() == "some_decile"
    found = symbols(renderer)
    assert list(found) == [*(str(decile) for decile in range(1, 11)), ""]
    assert [found[str(decile)].symbolLayer(0).fillColor().name() for decile in range(1, 11)] == colours
    assert [category.label() for category in renderer.categories()] == [f"about {key}" for key in [*range(1, 11), None]]


@pytest.mark.parametrize("template", [CNI, IMD])
def test_areas_without_a_decile_are_hatched_on_white(template: str) -> None:
    symbol = symbols(make_renderer(theme("some_decile", template)))[""]
    assert symbol.symbolLayer(0).fillColor().name() == "#ffffff"
    line = hatch_of(symbol).subSymbol().symbolLayer(0)
    assert (line.color().name(), line.width()) == ("#6b7378", 0.2)


def test_overlay_colours_lines_and_hatches() -> None:
    found = symbols(make_renderer(theme("category", OVERLAY)))
    assert list(found) == CATEGORIES
    assert {name: symbol.symbolLayer(0).fillColor().name() for name, symbol in found.items()} == FILLS
    outlines = {name: symbol.symbolLayer(symbol.symbolLayerCount() - 1) for name, symbol in found.items()}
    assert {name: (line.color().name(), line.width()) for name, line in outlines.items()} == LINES
    hatched = {name: hatch_of(symbol) for name, symbol in found.items() if hatch_of(symbol)}
    pens = {name: hatch.subSymbol().symbolLayer(0) for name, hatch in hatched.items()}
    assert {name: (pen.color().name(), pen.width()) for name, pen in pens.items()} == {
        name: hatch[:2] for name, hatch in HATCHES.items()
    }


def test_stronger_outlines_lie_above_weaker_ones() -> None:
    renderer = make_renderer(theme("category", OVERLAY))
    assert renderer.usingSymbolLevels()
    passes = {
        name: [layer.renderingPass() for layer in symbol.symbolLayers()] for name, symbol in symbols(renderer).items()
    }
    assert [passes[name][-1] for name in CATEGORIES[:4]] == [3, 2, 2, 1]
    assert {level for levels in passes.values() for level in levels[:-1]} == {0}


def hatch_lines(symbol: QgsSymbol, shape: QgsGeometry) -> list[Any]:
    context, feature = QgsExpressionContext(), QgsFeature()
    feature.setGeometry(shape)
    context.setFeature(feature)
    context.setGeometry(shape) if hasattr(context, "setGeometry") else None
    lines = QgsExpression(hatch_of(symbol).geometryExpression()).evaluate(context)
    return [part.asPolyline() for part in lines.asGeometryCollection()]


def test_hatch_lines_keep_their_distance_and_stay_inside() -> None:
    found = symbols(make_renderer(theme("category", OVERLAY)))
    square = QgsGeometry.fromRect(QgsRectangle(0, 0, 20, 20))
    slopes = {}
    for name in HATCHES:
        lines = hatch_lines(found[name], square)
        assert all(0 <= round(x, 6) <= 20 and 0 <= round(y, 6) <= 20 for line in lines for x, y in line)
        directions = {round((b.y() - a.y()) / (b.x() - a.x()), 6) for a, b in lines}
        assert len(directions) == 1
        (slopes[name],) = directions
        offsets = sorted(a.y() - slopes[name] * a.x() for a, b in lines)
        gaps = {round((after - before) / 2**0.5, 6) for before, after in zip(offsets, offsets[1:])}
        assert gaps == {1.8}
        assert len(lines) == 15 or len(lines) == 16
    assert abs(slopes["left_behind"]) == abs(slopes["no_data"]) == 1
    assert slopes["left_behind"] == -slopes["no_data"]


def square_layer(category: str) -> QgsVectorLayer:
    layer = QgsVectorLayer("Polygon?crs=EPSG:27700&field=category:string&field=cni_decile:int", "square", "memory")
    feature = QgsFeature(layer.fields())
    feature["category"] = category
    feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(0, 0, 1000, 1000)))
    layer.dataProvider().addFeatures([feature])
    return layer


def picture(layer: QgsVectorLayer, dots: int = 96) -> QImage:
    """200 x 200 dots from the middle of the square."""
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setOutputSize(QSize(200, 200))
    settings.setOutputDpi(dots)
    settings.setExtent(QgsRectangle(100, 100, 900, 900))
    image = QImage(QSize(200, 200), QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    job = QgsMapRendererCustomPainterJob(settings, painter)
    job.start()
    job.waitForFinished()
    painter.end()
    return image


def colours(image: QImage) -> pd.Series:
    """How many dots have a colour."""
    dots = [image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())]
    return pd.Series(dots).value_counts()


@pytest.mark.parametrize("category", CATEGORIES)
def test_a_drawn_area_has_its_fill_and_hatch(category: str) -> None:
    layer = square_layer(category)
    layer.setRenderer(make_renderer(theme("category", OVERLAY)))
    image = picture(layer, dots=400)
    found = colours(image)
    assert found.idxmax() == FILLS[category]
    if category not in HATCHES:
        assert list(found.index) == [FILLS[category]]
        return
    pen, _, slope = HATCHES[category]
    assert 0.03 < found.get(pen, 0) / found.sum() < 0.25
    # On the screen a line that rises to the right goes on one dot to the right and one up.
    lit = [(x, y) for x in range(5, 195) for y in range(5, 195) if image.pixelColor(x, y).name() == pen]
    along = sum(image.pixelColor(x + 3, y - 3 * slope).name() == pen for x, y in lit)
    across = sum(image.pixelColor(x + 3, y + 3 * slope).name() == pen for x, y in lit)
    assert along > 5 * across


def test_an_area_without_a_decile_is_drawn() -> None:
    layer = square_layer("other")
    layer.setRenderer(make_renderer(theme("cni_decile", CNI)))
    found = colours(picture(layer, dots=400))
    assert found.idxmax() == "#ffffff"
    assert found.get("#6b7378", 0) > 100


def test_a_style_file_that_cannot_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make: Callable = styles.make_renderer
    monkeypatch.setattr(styles, "STYLES", tmp_path)
    styles._template_text.cache_clear()
    for text in (None, "<qgis></qgis>", "no XML"):
        if text is not None:
            (tmp_path / f"{CNI}.qml").write_text(text)
        with pytest.raises(styles.CniError) as caught:
            make(theme("cni_decile", CNI))
        assert (caught.value.code, caught.value.context["name"]) == ("style_unreadable", "cni_deciles.qml")
        styles._template_text.cache_clear()
