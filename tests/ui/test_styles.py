"""The look of a result: colours and hatches of the reference design, and legends that say what the map shows."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from county import run_map
from output_files import read_rows, saved_styles
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsExpression,
    QgsExpressionContext,
    QgsFeature,
    QgsGeometry,
    QgsMapRendererCustomPainterJob,
    QgsMapSettings,
    QgsRectangle,
    QgsRenderContext,
    QgsSymbol,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QImage, QPainter

from cni_mapper.ui.maps import styles
from cni_mapper.ui.maps.styles import CNI, IMD, OVERLAY, Theme, make_renderer, make_themes, overlay_labels

# Of the reference design, worst decile first.
CNI_COLOURS = (
    ["#5c0a03", "#7c1f0b", "#98340d", "#af4908", "#c05e07", "#d37306", "#e48d2b", "#f4aa54", "#ffcc8b", "#fff2df"]
)  # fmt: skip
IMD_COLOURS = (
    ["#0c2c52", "#124275", "#205791", "#316ba7", "#3a7eba", "#4292cc", "#59aad7", "#84c1de", "#b3daed", "#e6f6fe"]
)  # fmt: skip
CATEGORIES = ["left_behind", "deprived", "high_need", "other", "no_data"]
FILLS = dict(zip(CATEGORIES, ["#411c39", "#2f78b0", "#faa646", "#f0f1ed", "#ffffff"]))
LINES = dict(
    zip(CATEGORIES, [("#ffffff", 0.35), ("#ffffff", 0.2), ("#ffffff", 0.2), ("#8d9498", 0.18), ("#6b7378", 0.25)])
)
HATCHES = {"left_behind": ("#ffffff", 0.28, 1), "no_data": ("#6b7378", 0.2, -1)}
NAMES = [
    "Left behind overlay",
    "CNI deciles",
    "IMD deciles",
    "Civic assets deciles",
    "Connectedness deciles",
    "Engaged community deciles",
]


def theme(column: str, template: str) -> Theme:
    keys = CATEGORIES if template == OVERLAY else [*range(1, 11), None]
    return Theme("name", column, template, {key: f"about {key}" for key in keys})


def symbols(renderer: QgsCategorizedSymbolRenderer) -> dict[Any, QgsSymbol]:
    """Copies, since a class takes its symbol along when it goes."""
    return {category.value(): category.symbol().clone() for category in renderer.categories()}


def hatch_of(symbol: QgsSymbol) -> Any:
    """The symbol layer that makes the lines of a hatch."""
    found = [layer for layer in symbol.symbolLayers() if layer.layerType() == "GeometryGenerator"]
    return found[0] if found else None


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


RECORD = {
    "variant": False,
    "limits": {
        "cni": {"amount": "10", "is": "percent", "places": 743},
        "imd": {"amount": "10", "is": "percent", "places": 743},
    },
    "counts": {"areas": dict(zip(CATEGORIES, [1229, 54, 61, 6089, 0]))},
    "published": None,
    "domain_titles": {"civic": "Civic life"},
}


def test_legend_of_a_published_index_at_its_own_limits() -> None:
    assert overlay_labels(RECORD) == {
        "left_behind": "Left behind: worst 10% on both (1,229)",
        "deprived": "Deprived: worst 10% on IMD only (54)",
        "high_need": "High need: worst 10% on CNI only (61)",
        "other": "Other: worst 10% on neither (6,089)",
        "no_data": "No data (0)",
    }


def test_legend_of_a_variant_with_limits_as_counts() -> None:
    limits = {
        "cni": {"amount": "735", "is": "count", "places": 735},
        "imd": {"amount": "1500", "is": "count", "places": 1500},
    }
    assert overlay_labels({**RECORD, "variant": True, "limits": limits}) == {
        "left_behind": "High on both: worst 735 on CNI and worst 1,500 on IMD (1,229)",
        "deprived": "Deprived: worst 1,500 on IMD only (54)",
        "high_need": "High need: worst 735 on CNI only (61)",
        "other": "Other: inside neither limit (6,089)",
        "no_data": "No data (0)",
    }


def test_legend_beside_the_published_list() -> None:
    record = {**RECORD, "published": {"published": 225}}
    text = "Left behind: worst 10% on both (rebuilt 1,229, published 225)"
    assert overlay_labels(record)["left_behind"] == text


def test_themes_follow_the_columns() -> None:
    table = pd.DataFrame(
        {
            "cni_decile": pd.array([1, 1, 2, None], dtype="Int64"),
            "imd_decile": pd.array([10, None, None, None], dtype="Int64"),
            "civic_decile": pd.array([1, 5, 5, 5], dtype="Int64"),
            "social_fabric_decile": pd.array([3, 3, 3, 3], dtype="Int64"),
        }
    )
    themes = make_themes(RECORD, table)
    assert [found.name for found in themes] == [
        *NAMES[:3],
        "Civic life deciles",
        "Social fabric deciles",
    ]
    assert [found.shown for found in themes] == [True, False, False, False, False]
    cni, imd, civic = themes[1].labels, themes[2].labels, themes[3].labels
    assert (cni[1], cni[2], cni[10]) == ("Decile 1, most need (2)", "Decile 2 (1)", "Decile 10, least need (0)")
    assert cni[None] == "No data (1)"
    assert (imd[1], imd[10]) == ("Decile 1, most deprived (0)", "Decile 10, least deprived (1)")
    assert (imd[None], civic[5]) == ("No data (3)", "Decile 5 (3)")
    assert make_themes({**RECORD, "variant": True}, table)[0].name == "High on both overlay"


@pytest.fixture
def no_boxes(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """A modal box would hang a run for ever; here it is a failure."""
    from qgis.PyQt.QtWidgets import QMessageBox

    opened: list[str] = []

    def refuse(*arguments: Any, **named: Any) -> int:
        opened.append(str(arguments))
        return 0

    for name in ("question", "warning", "information", "critical", "exec"):
        monkeypatch.setattr(QMessageBox, name, refuse)
    yield opened
    assert opened == []


def opened_styles(source: str) -> dict[str, QgsVectorLayer]:
    """The result as it opens with each of its saved styles."""
    layer = QgsVectorLayer(source, "opened", "ogr")
    related, ids, names, _, _ = layer.listStylesInDatabase()
    found = {}
    for id, name in list(zip(ids, names))[:related]:
        again = QgsVectorLayer(source, name, "ogr")
        text, reason = again.getStyleFromDatabase(id)
        assert reason == ""
        _apply(again, text)
        found[name] = again
    return found


def _apply(layer: QgsVectorLayer, text: str) -> None:
    from qgis.PyQt.QtXml import QDomDocument

    document = QDomDocument()
    assert document.setContent(text)[0]
    applied, reason = layer.importNamedStyle(document)
    assert applied, reason


def legend(layer: QgsVectorLayer) -> list[str]:
    return [category.label() for category in layer.renderer().categories()]


def test_a_result_opens_styled_anywhere(processing, county, tmp_path: Path, no_boxes: list[str]) -> None:
    rows, record = run_map(processing, county, tmp_path)
    source = f"{tmp_path}/result.gpkg|layername=result"
    layer = QgsVectorLayer(source, "result", "ogr")
    assert layer.renderer().classAttribute() == "category"
    counts = rows["category"].value_counts()
    assert record["counts"]["areas"] == {name: counts.get(name, 0) for name in CATEGORIES}
    assert legend(layer) == [
        "Left behind: worst 10% on both (rebuilt 8, published 8)",
        f"Deprived: worst 10% on IMD only ({counts['deprived']})",
        f"High need: worst 10% on CNI only ({counts['high_need']})",
        f"Other: worst 10% on neither ({counts['other']})",
        "No data (0)",
    ]
    found = opened_styles(source)
    assert sorted(found) == sorted(NAMES)
    for name, column in zip(NAMES[1:], ("cni", "imd", "civic_assets", "connectedness", "engaged_community")):
        assert found[name].renderer().classAttribute() == f"{column}_decile"
        deciles = rows[f"{column}_decile"].astype(int).value_counts()
        ends = ("most deprived", "least deprived") if column == "imd" else ("most need", "least need")
        words = [f"Decile 1, {ends[0]}", *(f"Decile {i}" for i in range(2, 10)), f"Decile 10, {ends[1]}"]
        assert legend(found[name]) == [
            *(f"{word} ({deciles.get(i + 1, 0)})" for i, word in enumerate(words)),
            "No data (0)",
        ]
        used = CNI_COLOURS if column != "imd" else IMD_COLOURS
        fills = symbols(found[name].renderer())
        assert [fills[str(i)].symbolLayer(0).fillColor().name() for i in range(1, 11)] == used


def test_every_area_is_drawn_in_its_class(processing, county, tmp_path: Path) -> None:
    run_map(processing, county, tmp_path)
    for name, layer in opened_styles(f"{tmp_path}/result.gpkg|layername=result").items():
        renderer, context = layer.renderer(), QgsRenderContext()
        renderer.startRender(context, layer.fields())
        for feature in layer.getFeatures():
            symbol = renderer.symbolForFeature(feature, context)
            value = feature[renderer.classAttribute()]
            wanted = FILLS[value] if name == NAMES[0] else (IMD_COLOURS if "IMD" in name else CNI_COLOURS)[value - 1]
            assert symbol.symbolLayer(0).fillColor().name() == wanted
        renderer.stopRender(context)


def test_another_limit_renews_the_styles(processing, county, tmp_path: Path, no_boxes: list[str]) -> None:
    path = tmp_path / "result.gpkg"
    run_map(processing, county, tmp_path)
    layer = QgsVectorLayer(f"{path}|layername=result", "result", "ogr")
    assert layer.saveStyleToDatabase("House style", "of my own", False, "") == ""
    del layer
    own = next(style for style in saved_styles(path, "result") if style[0] == "House style")
    rows, _ = run_map(processing, county, tmp_path, CNI_LIMIT=30, IMD_LIMIT=40, LIMITS_ARE=1)
    saved = saved_styles(path, "result")
    assert [name for name, default, _ in saved if default] == ["High on both overlay"]
    assert sorted(name for name, _, _ in saved) == sorted(["House style", "High on both overlay", *NAMES[1:]])
    assert own in saved
    labels = next(labels for name, _, labels in saved if name == "High on both overlay")
    counts = rows["category"].value_counts()
    assert labels == [
        f"High on both: worst 30 on CNI and worst 40 on IMD (rebuilt {counts['left_behind']}, published 8)",
        f"Deprived: worst 40 on IMD only ({counts['deprived']})",
        f"High need: worst 30 on CNI only ({counts['high_need']})",
        f"Other: inside neither limit ({counts['other']})",
        "No data (0)",
    ]


def test_missing_data_has_a_class_of_its_own(processing, county, tmp_path: Path, sample: Path) -> None:
    needs = county.table("community_needs.csv")
    county.edit("community_needs.csv", lambda table: table.iloc[3:])
    rows, _ = run_map(processing, county, tmp_path, UNIVERSE=1)
    assert (rows["category"] == "no_data").sum() == 3
    assert set(rows.index[rows["category"] == "no_data"]) == set(needs.iloc[:3, 0])
    found = opened_styles(f"{tmp_path}/result.gpkg|layername=result")
    overlay = next(name for name in found if "overlay" in name)
    assert legend(found[overlay])[-1] == "No data (3)"
    assert legend(found["CNI deciles"])[-1] == "No data (3)"
    layer = found["CNI deciles"]
    renderer, context = layer.renderer(), QgsRenderContext()
    renderer.startRender(context, layer.fields())
    drawn = {f["area_code"]: renderer.symbolForFeature(f, context) for f in layer.getFeatures()}
    for code in needs.iloc[:3, 0]:
        assert drawn[code].symbolLayer(0).fillColor().name() == "#ffffff"
        assert hatch_of(drawn[code]) is not None
    renderer.stopRender(context)


def test_the_layer_metadata_tells_of_the_run(processing, county, tmp_path: Path) -> None:
    _, record = run_map(processing, county, tmp_path)
    metadata = QgsVectorLayer(f"{tmp_path}/result.gpkg|layername=result", "result", "ogr").metadata()
    assert metadata.title() == "Left behind overlay"
    assert metadata.abstract().startswith("8 of 150 wards are left behind: among the worst 15 of 150 on the ")
    (history,) = metadata.history()
    assert json.loads(history) == record


def test_map_tips_name_the_area(processing, county, tmp_path: Path) -> None:
    run_map(processing, county, tmp_path)
    layer = QgsVectorLayer(f"{tmp_path}/result.gpkg|layername=result", "result", "ogr")
    feature = next(layer.getFeatures())
    context = QgsExpressionContext()
    context.setFeature(feature)
    context.setFields(layer.fields())
    tip = QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)
    assert tip.startswith(f"<b>{feature['area_name']}</b>, {feature['district_name']}<br>")
    assert f"Community need: rank {feature['cni_rank']}, decile {feature['cni_decile']}" in tip
    assert f"Deprivation: rank {feature['imd_rank']}, decile {feature['imd_decile']}" in tip


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


def test_the_same_run_gives_the_same_rows_and_styles(processing, county, tmp_path: Path) -> None:
    kept = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        run_map(processing, county, tmp_path / name)
        path = tmp_path / name / "result.gpkg"
        kept.append((read_rows(path, "result"), saved_styles(path, "result")))
    assert kept[0] == kept[1]
