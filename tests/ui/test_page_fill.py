"""Filled pages: every part stands where its template says, tells what the rows say, and fits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from filled_pages import CATEGORIES, DAY, item_box, label_of, many, page_maker, result_of, text_of
from qgis.core import (
    QgsLayoutItemGroup,
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutItemShape,
    QgsPrintLayout,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt import sip
from qgis.PyQt.QtGui import QFontMetricsF, QImage

from cni_mapper.ui.maps.layouts import fonts
from cni_mapper.ui.maps.layouts.drawing import box_of, label_font, set_label_font
from cni_mapper.ui.maps.layouts.fill import MadePage, fill_page
from cni_mapper.ui.maps.layouts.page import PageChoices
from cni_mapper.ui.maps.layouts.scale_bar import nice_length, set_scale_bars
from cni_mapper.ui.maps.layouts.template import TEMPLATES, items_of, open_template
from cni_mapper.ui.messages import notice_text

THEMES = ("overlay", "cni", "imd", "civic_assets", "bivariate")


@pytest.fixture
def pages(qgis_app) -> Iterator[Callable[..., MadePage]]:
    yield from page_maker()


def _too_wide(layout: QgsPrintLayout) -> list[str]:
    """Labels of which a line is wider than the label, or that have more lines than room, measured here anew."""
    faults = []
    for label in (found for found in items_of(layout) if isinstance(found, QgsLayoutItemLabel)):
        font = label_font(label)
        points = font.pointSizeF()
        font.setPixelSize(300)
        metrics, lines = QFontMetricsF(font), label.text().split("\n")
        scale = points * 25.4 / 72 / 300
        wide = max(metrics.horizontalAdvance(line) for line in lines) * scale
        high = metrics.height() * len(lines) * scale
        if wide > label.rect().width() + 0.01 or high > label.rect().height() + 0.35 or points < 6 - 1e-6:
            faults.append(f"{label.id()}: {label.text()!r} {wide:.1f} x {high:.1f} at {points:.1f}")
    return faults


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("family", ["", "DejaVu Sans"])
def test_every_text_fits_its_place(pages, monkeypatch, template, theme, family) -> None:
    if family:
        monkeypatch.setattr(fonts, "FAMILIES", (family,))
    page = pages(template=template, theme=theme, reference="Report 12/2026")
    assert page.notices == []
    assert _too_wide(page.layout) == []
    named = {label_font(found).family() for found in items_of(page.layout) if isinstance(found, QgsLayoutItemLabel)}
    assert named == {fonts.font_family()}


@pytest.mark.parametrize("template", TEMPLATES)
def test_nothing_of_the_template_is_left_over(pages, template) -> None:
    layout = pages(template=template).layout
    ids = [found.id() for found in items_of(layout)]
    assert all(ids)
    assert len(set(ids)) == len(ids)
    assert [id for id in ids if isinstance(layout.itemById(id), QgsLayoutItemPicture)] == ["north_arrow"]
    labels = [found for found in items_of(layout) if isinstance(found, QgsLayoutItemLabel)]
    assert [label.id() for label in labels if label.text() == label.id()] == []
    shapes = [found.id() for found in items_of(layout) if isinstance(found, QgsLayoutItemShape)]
    assert [id for id in shapes if id in ("legend", "bars", "list", "figures", "share_bars")] == []


def test_the_overlay_legend_has_a_row_for_each_category(pages) -> None:
    layout = pages().layout
    assert [text_of(layout, f"legend_{key}_text").rpartition(" ")[2] for key in CATEGORIES] == ["(1)"] * 5
    tops = [item_box(layout, f"legend_{key}_swatch").top() for key in CATEGORIES]
    # cartography.md: rows of 6.4 mm on A4, swatches of 10 x 5.2.
    assert np.allclose(np.diff(tops), 6.4)
    swatch = item_box(layout, "legend_other_swatch")
    assert (round(swatch.width(), 3), round(swatch.height(), 3)) == (10.0, 5.2)
    assert isinstance(layout.itemById("legend"), QgsLayoutItemGroup)


def test_bars_stand_in_line_with_the_legend_and_are_as_long_as_their_counts(pages) -> None:
    layout = pages(template="a3_triptych").layout
    # Deciles of need: 1 twice, 3 and 4 once; one area without. The longest bar has all 76 mm.
    lengths = {1: 76.0, 3: 38.0, 4: 38.0}
    drawn = {n: layout.itemById(f"bars_cni_{n}") for n in range(1, 11)}
    assert {n: round(box_of(bar).width(), 2) for n, bar in drawn.items() if bar} == lengths
    for n, bar in drawn.items():
        if bar:
            assert box_of(bar).top() == pytest.approx(item_box(layout, f"legend_cni_{n}_swatch").top())
    # Four ranked areas: an even share is 0.4 of one, at 76 * 0.4 / 2 = 15.2 mm.
    assert item_box(layout, "bars_cni_even").center().x() == pytest.approx(62 + 15.2, abs=0.05)
    assert text_of(layout, "even_share_cni") == "Dashed line: an even share (0.4 wards)"
    assert text_of(layout, "legend_cni_none_text") == "No data (1)"
    # Eleven rows share the 53 mm of the template.
    assert item_box(layout, "legend_cni_none_swatch").bottom() <= 194 + 53


def test_share_bars_are_split_by_the_counts(pages) -> None:
    table = many(["left_behind"] * 2 + ["other"] * 6)
    layout = pages(result_of(table, 4), template="a3_landscape").layout
    parts = [item_box(layout, f"share_bars_1_{key}") for key in ("left_behind", "other")]
    assert parts[1].width() == pytest.approx(3 * parts[0].width())
    assert parts[1].left() == pytest.approx(parts[0].right())
    assert parts[1].right() == pytest.approx(288 + 120)


def test_the_square_has_high_on_both_in_its_corner(pages) -> None:
    layout = pages(theme="bivariate").layout
    cells = {(n, d): item_box(layout, f"legend_{n}_{d}_swatch") for n in range(3) for d in range(3)}
    assert len({(round(cell.width(), 3), round(cell.height(), 3)) for cell in cells.values()}) == 1
    # Need grows to the right, deprivation upwards.
    assert cells[2, 2].left() > cells[1, 2].left() > cells[0, 2].left()
    assert cells[0, 2].top() < cells[0, 1].top() < cells[0, 0].top()
    # Of 7,433: high is rank 743 or less, middle 2,477 or less. Ranks (700, 20), (2000, 30), (50, 900), (2600, 7000).
    counts = {key: int(text_of(layout, f"legend_{key[0]}_{key[1]}_text")) for key in cells}
    assert {key for key, count in counts.items() if count} == {(2, 2), (1, 2), (2, 1), (0, 0)}
    assert set(counts.values()) == {0, 1}
    assert text_of(layout, "legend_none_text") == "No data (1)"
    assert (text_of(layout, "legend_need"), text_of(layout, "legend_deprivation")) == ("Community need", "Deprivation")


def test_all_maps_show_the_areas_at_one_scale(pages) -> None:
    layout = pages(template="a3_triptych").layout
    maps = [layout.itemById(f"map_{theme}") for theme in ("cni", "imd", "overlay")]
    # 5 km in 94% of 128 mm: 1:41,556 at least, so 1:42,000.
    assert text_of(layout, "scale_ratio") == "1:42,000 at A3"
    for item in maps:
        assert item.extent().width() / item.rect().width() * 1000 == pytest.approx(42_000, rel=1e-6)
        assert item.extent().center().x() == pytest.approx(402_500)
        assert item.layers()[0].isValid()


def test_scale_bars_are_as_long_as_the_map_says(pages) -> None:
    layout = pages(template="a3_triptych").layout
    bars = [layout.itemById(f"scale_bar_{unit}") for unit in ("km", "miles")]
    # At 1:42,000 half of 41 mm is 861 m: 0.5 km; then half of 2 * 11.9 mm is 0.31 miles: 0.25.
    assert [bar.unitsPerSegment() for bar in bars] == [0.5, 0.25]
    assert [_drawn_length(layout, bar) for bar in bars] == pytest.approx([1000 / 42, 0.5 * 1609.344 / 42], rel=0.01)


def test_one_mile_is_said_in_the_singular(pages) -> None:
    # 10 km in 94% of 128 mm: 1:83,112 at least, so 1:90,000. Half of 41 mm is 1.8 km: 1;
    # half of 22.2 mm is 0.62 miles: 0.5.
    layout = pages(result_of(many(["other"] * 10), 10), template="a3_triptych").layout
    bars = {id: layout.itemById(id) for id in ("scale_bar_km", "scale_bar_miles")}
    assert text_of(layout, "scale_ratio") == "1:90,000 at A3"
    assert [(bar.unitsPerSegment(), bar.unitLabel()) for bar in bars.values()] == [(1.0, "km"), (0.5, "mile")]
    # A layout that serves many pages says 'miles' again.
    set_scale_bars(bars, layout.itemById("map_cni"), 42_000)
    assert bars["scale_bar_miles"].unitLabel() == "miles"


def _drawn_length(layout: QgsPrintLayout, bar: QgsLayoutItemScaleBar) -> float:
    """mm of the longest line that a scale bar draws, counted in a picture of its page."""
    from qgis.core import QgsLayoutExporter

    dots, hidden = 40, [found for found in items_of(layout) if found is not bar]
    shown = [found.isVisible() for found in hidden]
    for found in hidden:
        found.setVisibility(False)
    area = box_of(bar).adjusted(-2, -2, 2, 2)
    image = QgsLayoutExporter(layout).renderRegionToImage(area, dpi=dots * 25.4)
    for found, was in zip(hidden, shown):
        found.setVisibility(was)
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    bits = grey.constBits()
    bits.setsize(grey.sizeInBytes())
    dark = np.frombuffer(bits, np.uint8).reshape(grey.height(), grey.bytesPerLine())[:, : grey.width()] < 128
    row = dark[dark.sum(axis=1).argmax()]
    seen = np.flatnonzero(row)
    # From the middle of the first tick, which is 0.2 mm wide, to that of the last.
    return (seen[-1] - seen[0] + 1) / (image.width() / area.width()) - 0.2


@pytest.mark.parametrize(
    ("longest", "length"), [(0.0004, 0.001), (0.3, 0.25), (1.0, 1.0), (1.99, 1.0), (4.9, 2.5), (99, 50), (2000, 2000)]
)
def test_segments_have_lengths_that_read_well(longest, length) -> None:
    assert nice_length(longest) == pytest.approx(length)


def test_the_words_of_the_user_replace_those_of_the_plugin(pages) -> None:
    layout = pages(title="Our title", subtitle="Our finding", notes="Our note.", reference="CC/12").layout
    assert [text_of(layout, id) for id in ("title", "subtitle", "reference")] == ["Our title", "Our finding", "CC/12"]
    assert "Our note." in text_of(layout, "sources")
    assert layout.name() == "Our title"


def test_a_long_title_wraps_and_is_whole(pages) -> None:
    long = (
        "Left behind neighbourhoods in Bournemouth, Christchurch and Poole together with the five districts around it"
    )
    page = pages(title=long)
    assert text_of(page.layout, "title") == long
    assert page.notices == []
    assert _too_wide(page.layout) == []


def test_a_title_without_end_is_shortened_with_a_notice(pages) -> None:
    page = pages(title="Left behind neighbourhoods " * 40)
    assert text_of(page.layout, "title").endswith("\N{HORIZONTAL ELLIPSIS}")
    assert [notice_text(note) for note in page.notices] == [
        "These texts do not fit their places on the page and were shortened: title."
    ]
    assert _too_wide(page.layout) == []


def test_attributions_come_first_and_are_never_cut(pages) -> None:
    page = pages(notes="A note that goes on. " * 200)
    attribution = page.facts.attributions[0]
    text = text_of(page.layout, "sources")
    assert text.startswith(attribution)
    assert text.endswith("\N{HORIZONTAL ELLIPSIS}")
    assert [note.code for note in page.notices] == ["sources_shortened"]


def test_attributions_that_do_not_fit_in_six_points_are_still_whole(pages) -> None:
    publishers = [f"Contains data of publisher {i} under its own licence, all rights reserved." for i in range(36)]
    result = result_of(definition={"id": "cni-2019", "sources": publishers})
    page = pages(result)
    assert text_of(page.layout, "sources") == " ".join(page.facts.attributions)
    assert [note.code for note in page.notices] == ["sources_shortened"]


def test_titles_make_way_for_a_logo(pages, tmp_path) -> None:
    logo = tmp_path / "logo.png"
    picture = QImage(60, 30, QImage.Format.Format_RGB32)
    picture.fill(0)
    assert picture.save(str(logo))
    layout = pages(logo=str(logo)).layout
    edge = item_box(layout, "logo").left()
    assert edge == 210 - 12 - 36
    assert item_box(layout, "title").right() <= edge - 4
    assert item_box(layout, "subtitle").right() <= edge - 4
    assert Path(layout.itemById("logo").picturePath()) == logo


def test_a_logo_that_is_no_picture_is_told_and_left_out(pages, tmp_path) -> None:
    path = tmp_path / "logo.png"
    path.write_text("no picture", encoding="utf-8")
    for logo in (str(path), str(tmp_path / "none.svg")):
        page = pages(logo=logo)
        assert page.layout.itemById("logo") is None
        assert [note.code for note in page.notices] == ["logo_unreadable"]


def test_a_template_of_the_council_s_own(pages, tmp_path, qgis_app) -> None:
    """Only what a page needs, in another typeface, which stays."""
    layout = open_template("a4_landscape", QgsProject.instance())
    for found in list(items_of(layout)):
        if found.id() not in ("title", "sources", "map", "legend"):
            layout.removeLayoutItem(found)
    font = label_font(label_of(layout, "title"))
    font.setFamily("DejaVu Serif")
    set_label_font(label_of(layout, "title"), font)
    path = tmp_path / "council.qpt"
    from qgis.core import QgsReadWriteContext

    assert layout.saveAsTemplate(str(path), QgsReadWriteContext())
    for theme in THEMES:
        made = pages(template=str(path), theme=theme).layout
        assert label_font(label_of(made, "title")).family() == "DejaVu Serif"
        kinds = {type(found) for found in items_of(made)}
        assert kinds == {QgsLayoutItemLabel, QgsLayoutItemMap, QgsLayoutItemShape, QgsLayoutItemGroup}


def test_layers_live_as_long_as_their_page(qgis_app) -> None:
    project, result = QgsProject(), result_of()
    base = QgsVectorLayer("Polygon?crs=EPSG:27700", "base", "memory")
    project.addMapLayer(base)
    choices = PageChoices("a4_portrait", "overlay", DAY, base_map=base)
    page = fill_page(result, np.ones(5, dtype=bool), choices, project)
    layers = page.layout.itemById("map").layers()
    assert base in layers
    sip.delete(page.layout)
    assert [sip.isdeleted(layer) for layer in layers if layer is not base] == [True] * (len(layers) - 1)
    assert not sip.isdeleted(base)
    assert list(project.mapLayers().values()) == [base]


def test_a_page_can_be_edited_and_saved_in_a_project(pages, tmp_path) -> None:
    from qgis.core import QgsReadWriteContext
    from qgis.PyQt.QtXml import QDomDocument

    layout = pages(template="a3_triptych").layout
    path = tmp_path / "edited.qpt"
    assert layout.saveAsTemplate(str(path), QgsReadWriteContext())
    document = QDomDocument()
    document.setContent(path.read_text(encoding="utf-8"))
    again = QgsPrintLayout(QgsProject.instance())
    assert again.loadFromTemplate(document, QgsReadWriteContext())[1]
    assert sorted(f.id() for f in items_of(again)) == sorted(f.id() for f in items_of(layout))
