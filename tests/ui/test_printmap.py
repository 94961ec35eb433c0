"""cni:printmap on the sample county: what is on the page, what is counted, and what is refused."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from county import rows_of
from fault_files import Heard, assert_plain
from output_files import short_of_disk
from page_pdf import fonts_not_embedded, page_size, pictures, words
from qgis.core import (
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsProperty,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor, QImage

COAST = "\"district_name\" = 'Marram Coast'"
OLD = b"what was there before"


@pytest.fixture(scope="module")
def rows(made: Path) -> pd.DataFrame:
    return rows_of(f"{made}|layername=result")


@pytest.fixture
def layer(made: Path, qgis_new_project: None) -> QgsVectorLayer:
    """The result, in the project."""
    return QgsProject.instance().addMapLayer(QgsVectorLayer(f"{made}|layername=result", "Sampleshire", "ogr"))


def _print(processing: Any, made: Path, path: Path, **more: Any) -> dict[str, Any]:
    given = {"RESULT": f"{made}|layername=result", "OUTPUT": str(path), **more}
    return processing.run("cni:printmap", given, feedback=Heard())


def _text(pdf: Path) -> str:
    return " ".join(word.text for word in words(pdf))


def _refusal(processing: Any, made: Path, path: Path, **more: Any) -> str:
    heard = Heard()
    given = {"RESULT": f"{made}|layername=result", "OUTPUT": str(path), **more}
    with pytest.raises(QgsProcessingException) as caught:
        processing.run("cni:printmap", given, feedback=heard)
    sentence = heard.errors[0] if heard.errors else str(caught.value)
    assert_plain(sentence)
    return sentence


def test_a_page_needs_no_more_than_a_result(processing, made: Path, tmp_path: Path) -> None:
    """Three maps on A3, of the whole county."""
    found = _print(processing, made, tmp_path / "page.pdf")
    assert found["OUTPUT"] == str(tmp_path / "page.pdf")
    assert found["LEFT_BEHIND"] == 8
    pdf = tmp_path / "page.pdf"
    assert page_size(pdf) == pytest.approx((420, 297), abs=0.3)
    assert fonts_not_embedded(pdf) == [] and pictures(pdf) == []
    assert "Sampleshire" in _text(pdf)
    assert [path.name for path in tmp_path.iterdir()] == ["page.pdf"]


def test_a_focus_counts_its_own_areas(processing, made: Path, rows: pd.DataFrame, tmp_path: Path) -> None:
    here = rows[rows["district_name"] == "Marram Coast"]
    wanted = int((here["category"] == "left_behind").sum())
    assert 0 < wanted < 8
    for focus in (COAST, QgsProperty.fromValue(COAST)):
        found = _print(processing, made, tmp_path / "page.pdf", FOCUS=focus, TEMPLATE="a4_portrait")
        assert found["LEFT_BEHIND"] == wanted
        text = _text(tmp_path / "page.pdf")
        assert "Marram Coast" in text and f"{wanted} of {len(here)} wards" in text
    assert page_size(tmp_path / "page.pdf") == pytest.approx((210, 297), abs=0.3)
    command = ["pdftoppm", "-r", "10", "-png", "page.pdf", "read"]
    assert subprocess.run(command, check=True, capture_output=True, text=True, cwd=tmp_path).stderr == ""


def test_selected_features_only(processing, made: Path, layer: QgsVectorLayer, tmp_path: Path) -> None:
    layer.selectByExpression("\"category\" = 'left_behind' OR \"area_code\" = 'none'")
    chosen = QgsProcessingFeatureSourceDefinition(layer.id(), True)
    found = _print(processing, made, tmp_path / "page.pdf", RESULT=chosen, TEMPLATE="a4_portrait")
    assert found["LEFT_BEHIND"] == 8
    assert "8 of 8 wards" in _text(tmp_path / "page.pdf")
    both = _print(processing, made, tmp_path / "page.pdf", RESULT=chosen, FOCUS=COAST)
    assert both["LEFT_BEHIND"] == _print(processing, made, tmp_path / "b.pdf", FOCUS=COAST)["LEFT_BEHIND"]
    layer.removeSelection()
    assert "No area of Sampleshire is selected." in _refusal(processing, made, tmp_path / "page.pdf", RESULT=chosen)


def test_own_words_are_on_the_page(processing, made: Path, tmp_path: Path) -> None:
    own = {
        "TITLE": "A title of our own",
        "SUBTITLE": "For Thursday",
        "REFERENCE": "CAB/2026/17",
        "NOTES": "Seen by KT.",
    }
    _print(processing, made, tmp_path / "page.pdf", TEMPLATE="a4_landscape", **own)
    text = _text(tmp_path / "page.pdf")
    for value in own.values():
        assert value in text
    assert page_size(tmp_path / "page.pdf") == pytest.approx((297, 210), abs=0.3)
    info = subprocess.run(["pdfinfo", str(tmp_path / "page.pdf")], check=True, capture_output=True, text=True).stdout
    assert "A title of our own" in next(line for line in info.splitlines() if line.startswith("Title:"))


@pytest.mark.parametrize(
    ("theme", "said"),
    [("cni", "most need"), ("imd", "most deprived"), ("civic_assets", "Civic assets"), ("bivariate", "eprivation")],
)
def test_themes(processing, made: Path, tmp_path: Path, theme: str, said: str) -> None:
    _print(processing, made, tmp_path / "page.pdf", TEMPLATE="a4_portrait", THEME=theme)
    assert said in _text(tmp_path / "page.pdf")


def test_labels_and_greys(processing, made: Path, rows: pd.DataFrame, tmp_path: Path) -> None:
    """Names of wards that are in no list are on the map, or they are not; greys have no colour in them."""
    others = rows.loc[(rows["district_name"] == "Marram Coast") & (rows["category"] == "other"), "area_name"]

    def named(labels: int) -> int:
        path = tmp_path / f"{labels}.pdf"
        _print(processing, made, path, TEMPLATE="a4_portrait", FOCUS=COAST, LABELS=labels)
        text = _text(path)
        return sum(name in text for name in others)

    assert named(1) == 0
    assert named(3) > len(others) / 2
    _print(processing, made, tmp_path / "grey.png", TEMPLATE="a4_portrait", COLOURS=1, LABELS=1)
    picture = QImage(str(tmp_path / "grey.png")).scaled(210, 297)
    colours = [QColor(picture.pixel(x, y)) for x in range(210) for y in range(40, 170)]
    parts = [(colour.red(), colour.green(), colour.blue()) for colour in colours]
    assert max(max(part) - min(part) for part in parts) < 12
    assert len({colour.value() for colour in colours}) > 4


def test_a_logo_and_a_base_map(processing, made: Path, layer: QgsVectorLayer, tmp_path: Path) -> None:
    """The logo is a red square; the base map lies under the whole page in green."""
    from qgis.core import QgsFillSymbol, QgsSingleSymbolRenderer

    logo = QImage(200, 200, QImage.Format.Format_RGB32)
    logo.fill(QColor("#ff0000"))
    logo.save(str(tmp_path / "logo.png"))
    layer.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple({"color": "#00ff00", "outline_style": "no"})))
    path, more = tmp_path / "page.png", {"TEMPLATE": "a4_portrait", "LABELS": 1, "FOCUS": COAST}
    counts = []
    for given in ({}, {"LOGO": str(tmp_path / "logo.png"), "BASEMAP": layer}):
        _print(processing, made, path, **more, **given)
        picture = QImage(str(path)).scaled(420, 594)
        colours = [QColor(picture.pixel(x, y)).getRgb()[:3] for x in range(420) for y in range(594)]
        red = sum(r > 240 and g < 20 and b < 20 for r, g, b in colours)
        green = sum(g > 240 and r < 20 and b < 20 for r, g, b in colours)
        counts.append((red > 100, green > 1000))
    assert counts == [(False, False), (True, True)]
    assert QgsProject.instance().mapLayer(layer.id()) is layer
    heard = Heard()
    processing.run(
        "cni:printmap",
        {"RESULT": layer, "OUTPUT": str(path), "LOGO": str(tmp_path / "nowhere.png"), **more},
        feedback=heard,
    )
    assert any("nowhere.png" in text for text in heard.warnings)


def test_the_project_of_the_user_stays_as_it_is(processing, made: Path, layer: QgsVectorLayer, tmp_path: Path) -> None:
    project = QgsProject.instance()
    project.setDirty(False)
    before = (set(project.mapLayers()), layer.styleManager().currentStyle(), project.metadata().title())
    for ending in ("pdf", "png", "svg"):
        _print(processing, made, tmp_path / f"page.{ending}", RESULT=layer)
    assert (set(project.mapLayers()), layer.styleManager().currentStyle(), project.metadata().title()) == before
    assert project.layoutManager().layouts() == []
    assert not project.isDirty()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"THEME": "health"}, "Sampleshire has no theme 'health'. Choose one of overlay, cni, imd, bivariate, civic_"),
        ({"TEMPLATE": "a2"}, "There is no template "),
        ({"TEMPLATE": "/nowhere/council.qpt"}, "There is no template /nowhere/council.qpt."),
        ({"FOCUS": "\"district_name\" = 'Atlantis'"}, 'No area of Sampleshire is left to show where: "district_name"'),
        ({"FOCUS": "district_name ="}, "district_name ="),
        ({"FOCUS": '"borough" = 1'}, "borough"),
        ({"OUTPUT": "page.docx"}, "A page cannot be written as page.docx."),
        ({"OUTPUT": "nowhere/page.pdf"}, "The folder "),
    ],
    ids=lambda value: value if isinstance(value, str) else next(iter(value)),
)
def test_refusals(
    processing, made: Path, layer: QgsVectorLayer, tmp_path: Path, given: dict[str, str], said: str
) -> None:
    path = tmp_path / "page.pdf"
    path.write_bytes(OLD)
    where = tmp_path / given.get("OUTPUT", "page.pdf")
    sentence = _refusal(processing, made, where, **{"RESULT": layer, **given, "OUTPUT": str(where)})
    assert said in sentence
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("page.pdf", OLD)]


def test_a_layer_that_is_no_result(processing, sample: Path, tmp_path: Path) -> None:
    # Its source, not a layer: QGIS 3.44 keeps the fault, and what that was about would outlive QGIS.
    sentence = _refusal(processing, sample, tmp_path / "page.pdf", RESULT=f"{sample / 'wards.gpkg'}|layername=wards")
    assert "wards" in sentence and "area_code" in sentence
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_and_a_cancelled_run_leave_the_old_file(processing, made: Path, tmp_path: Path) -> None:
    path = tmp_path / "page.pdf"
    path.write_bytes(OLD)
    with short_of_disk(20_000):
        sentence = _refusal(processing, made, path, TEMPLATE="a4_portrait")
    assert sentence == "page.pdf could not be written: File too large. What was there before is unchanged."

    class Cancelling(Heard):
        def setProgressText(self, text: str) -> None:
            if text.startswith("Writing"):
                self.cancel()

    heard = Cancelling()
    with pytest.raises(QgsProcessingException, match=r"Stopped\. Nothing was written\."):
        given = {"RESULT": f"{made}|layername=result", "OUTPUT": str(path), "TEMPLATE": "a4_portrait"}
        processing.run("cni:printmap", given, feedback=heard)
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("page.pdf", OLD)]
