"""Legends that say what the map shows, and a result that opens styled anywhere."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from county import run_map
from output_files import read_rows, saved_styles
from qgis.core import QgsExpression, QgsExpressionContext, QgsRenderContext, QgsVectorLayer
from style_parts import CATEGORIES, CNI_COLOURS, FILLS, IMD_COLOURS, NAMES, hatch_of, symbols

from cni_mapper.ui.maps.styles import make_themes, overlay_labels

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
        f"High on both: worst 30 on CNI and worst 40 on IMD ({counts['left_behind']})",
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


def test_the_same_run_gives_the_same_rows_and_styles(processing, county, tmp_path: Path) -> None:
    kept = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        run_map(processing, county, tmp_path / name)
        path = tmp_path / name / "result.gpkg"
        kept.append((read_rows(path, "result"), saved_styles(path, "result")))
    assert kept[0] == kept[1]
