"""Printed pages are whole: the twelve cases of issue 5 and some more, each made once and asked for every fault.

What is looked for is in page_checks.py, whose own tests plant each fault; what must stand on a page is counted here
from the rows of the result file, not taken from what the plugin says of them.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from pathlib import Path

import page_checks as checks
import page_pdf
import pandas as pd
import pytest
from county import record_of
from page_ink import Drawn, box_of, items_of
from printed_pages import (
    EXTRA,
    MARGIN,
    TITLE_TOP,
    Case,
    Printed,
    cases,
    class_keys,
    legend_counts,
    listed,
    north_east_districts,
    print_page,
    run_example,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QRectF
from style_parts import symbols, theme

from cni_mapper.ui.maps.layouts import fonts
from cni_mapper.ui.maps.layouts.page import BIVARIATE
from cni_mapper.ui.maps.styles import CNI, IMD, OVERLAY, Theme, make_renderer

NAMES = [case.name for case in [*cases(()), *EXTRA]]
SQUARE = re.compile(r"legend_[012]_[012]_")
SLACK = 0.7
"""mm by which half a frame's line or a letter's edge may pass a margin."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pages")


@pytest.fixture(scope="module")
def sources(processing, england: str, folder: Path) -> dict[str, str]:
    return {"england": england, "sample": run_example(processing, folder)}


@pytest.fixture(scope="module", params=NAMES)
def page(request, sources: dict[str, str], reference_data: Path, folder: Path) -> Iterator[Printed]:
    """Each page in turn."""
    known = {case.name: case for case in [*cases(north_east_districts(reference_data)), *EXTRA]}
    case = known[request.param]
    with pytest.MonkeyPatch.context() as patch:
        if case.font:
            patch.setattr(fonts, "FAMILIES", (case.font,))
        made = print_page(case, sources[case.result], folder)
        yield made
    # While QGIS still runs: the last test of a session lets go of its fixtures only after QGIS has ended.
    sip.delete(made.layout)
    made.drawn.clear()
    made.kept = ()
    gc.collect()


def required(case: Case) -> list[str]:
    """Ids of what a page must show; a whole country, or a county that no outline is known of, needs no locator."""
    names = ["title", "subtitle", "sources", "caveat", "scale_bar_km", "scale_bar_miles", "scale_ratio"]
    names += ["north_arrow", "title_rule", "footer_rule", "list_heading"]
    if case.codes:
        names.append("locator")
    for suffix, theme_of_map in case.panels.items():
        names += [f"map{suffix}", f"legend_heading{suffix}"]
        if theme_of_map not in ("overlay", "bivariate"):
            names.append(f"even_share{suffix}")
        if suffix:
            names += [f"panel_title{suffix}", f"panel_note{suffix}"]
    return names


def test_every_required_item_is_there(page: Printed) -> None:
    assert checks.missing_items(page.layout, required(page.case)) == []
    drawn = {drawn.name for drawn in page.drawn}
    assert [name for name in required(page.case) if name not in drawn] == []


def test_no_text_is_cut_off_or_tiny(page: Printed) -> None:
    assert checks.cut_text(page.layout) == []
    assert checks.small_text(page.layout) == []
    assert checks.left_its_box(page.drawn) == []


def is_meant(one: Drawn, other: Drawn) -> bool:
    """Whether two items are made to lie over each other: bars and their lines, counts on the squares of a legend."""
    if all(drawn.name.startswith("bars") for drawn in (one, other)):
        return True
    parts = {drawn.name.rpartition("_")[2] for drawn in (one, other)}
    on_square = parts in ({"swatch", "text"}, {"plate", "text"}, {"plate", "swatch"})
    return on_square and all(SQUARE.match(drawn.name) for drawn in (one, other))


def test_nothing_overlaps(page: Printed) -> None:
    assert checks.overlaps(page.drawn, is_meant) == []


def test_nothing_is_outside_the_margins(page: Printed) -> None:
    width, height = page_pdf.page_size(page.pdf)
    paper = QRectF(MARGIN, TITLE_TOP, width - 2 * MARGIN, height - TITLE_TOP - MARGIN)
    assert checks.outside(page.drawn, paper.adjusted(-SLACK, -SLACK, SLACK, SLACK)) == []


def test_the_pdf_is_vector_with_real_text(page: Printed) -> None:
    assert page_pdf.fonts_not_embedded(page.pdf) == []
    assert page_pdf.pictures(page.pdf) == []
    assert page.raster.complaints == ()
    assert checks.text_not_in_pdf(page.layout, page.words) == []
    if page.case.font:
        # What is measured is what is drawn: no letter comes from another family.
        names = {row.split()[0].rpartition("+")[2] for row in page_pdf.run("pdffonts", str(page.pdf)).splitlines()[2:]}
        assert {name.partition("-")[0] for name in names} == {page.case.font.replace(" ", "")}


def class_colours(page: Printed, name: str) -> dict[str, str]:
    """The fill of each class of a theme in the shipped style, by what ids in the legend end with."""
    template = {"overlay": OVERLAY, "imd": IMD, "bivariate": BIVARIATE}.get(name, CNI)
    words = theme("x", template).labels if template != BIVARIATE else dict.fromkeys([*range(9), None], "")
    column = {"overlay": "category", "bivariate": "bivariate"}.get(name, f"{name}_decile")
    renderer = make_renderer(Theme("name", column, template, words, colours=page.case.colours))
    fills = {key: symbol.symbolLayer(0).fillColor().name() for key, symbol in symbols(renderer).items()}
    if name == "bivariate":
        fills = {"_".join(map(str, divmod(int(key), 3))) if key else "": fill for key, fill in fills.items()}
    return {key or "none": fill for key, fill in fills.items()}


def test_legends_count_the_rows_shown(page: Printed) -> None:
    ranked = record_of(str(page.kept[1].source()))["universe"]["ranked"]
    for suffix, name in page.case.panels.items():
        wanted = legend_counts(page.rows, name, ranked)
        assert sum(wanted.values()) == len(page.rows)
        text = {item.id(): item.text() for item in items_of(page.layout) if item.id().endswith("_text")}
        prefix = f"legend{suffix}_"
        found = {id[len(prefix) : -5]: words for id, words in text.items() if id.startswith(prefix)}
        found = {key: words for key, words in found.items() if key in wanted}
        said = {key: int(re.search(r"\(?([\d,]+)\)?$", words)[1].replace(",", "")) for key, words in found.items()}
        assert said == wanted, suffix
        if name != "bivariate":
            assert [key for key, words in found.items() if not words.partition("(")[0].strip()] == []


def test_swatches_and_maps_have_the_colours_of_their_classes(page: Printed) -> None:
    ranked = record_of(str(page.kept[1].source()))["universe"]["ranked"]
    for suffix, name in page.case.panels.items():
        colours, counts = class_colours(page, name), legend_counts(page.rows, name, ranked)
        for key in counts:
            swatch = page.item(f"legend{suffix}_{key}_swatch")
            assert swatch is not None, f"no swatch for {key}{suffix}"
            assert checks.missing_colours(page.raster, box_of(swatch), [colours[key]]) == [], key
        shown = page.item(f"map{suffix}")
        assert checks.blank(page.raster, box_of(shown)) == []
        large = [colours[key] for key in large_classes(page, name, shown)]
        assert large
        assert checks.missing_colours(page.raster, box_of(shown), large) == [], suffix


def large_classes(page: Printed, name: str, shown) -> list[str]:
    """The classes that have so much of the paper (60 mm2, one area of them 4) that their fill must be seen."""
    result = page.kept[2]
    metres = shown.extent().width() / shown.rect().width()
    shapes = dict(zip(result.table["area_code"], result.shapes))
    on_paper = pd.Series({code: shapes[code].area() / metres**2 for code in page.rows.index})
    keys = pd.Series(class_keys(page.rows, name, ranked_of(page)), index=page.rows.index)
    sizes = on_paper.groupby(keys).agg(["sum", "max"])
    return list(sizes.index[(sizes["sum"] > 60) & (sizes["max"] > 4)])


def ranked_of(page: Printed) -> dict[str, int]:
    return record_of(str(page.kept[1].source()))["universe"]["ranked"]


def test_scale_bars_and_ratio_are_those_of_the_map(page: Printed) -> None:
    assert checks.scale_bar_faults(page.layout, page.words) == []
    for suffix in page.case.panels:
        assert checks.ratio_faults(page.item("scale_ratio").text(), page.item(f"map{suffix}")) == []


def test_the_list_has_the_areas_in_their_order(page: Printed) -> None:
    rows = listed(page.rows, page.case, record_of(str(page.kept[1].source()))["limits"])
    if not len(rows):
        assert page.item("list_heading").text().endswith(": none")
        assert page.layout.itemById("list_1") is None
        return
    box = box_of(page.layout.itemById("list"))
    text = page_pdf.words_in(page.words, box)
    names = [" ".join(str(name).split()) for name in rows["area_name"]]
    there = [name for name in names if name in text]
    # The list ends with the number of those it has no room for.
    if len(there) < len(names):
        left = re.search(r"and ([\d,]+) more", text)
        assert left, text
        there = names[: len(names) - int(left[1].replace(",", ""))]
    assert there
    assert [name for name in there if name not in text] == []
    for _, row in rows.iloc[: len(there)].iterrows():
        ranks = [f"{int(row[column]):,}" for column in ("cni_rank", "imd_rank") if row[column] is not None]
        assert all(rank in text.split() for rank in ranks), row["area_name"]


def test_sources_and_caveat_stand_on_every_page(page: Printed) -> None:
    sources, caveat = (page.item(name).text() for name in ("sources", "caveat"))
    assert "22 November 2026" in " ".join(sources.split())
    assert caveat.startswith("Describes places, not people.")
    if page.case.result == "england":
        for words in ("Open Government Licence v3.0", "Crown copyright and database right", "Local Trust", "OCSI"):
            assert words in " ".join(sources.split()), words
    else:
        assert "England" not in page_pdf.words_in(page.words, QRectF(0, 0, 1000, 1000))


def test_the_title_is_in_the_metadata(page: Printed) -> None:
    found = re.search(r"^Title: +(.+)$", page_pdf.run("pdfinfo", str(page.pdf)), re.MULTILINE)
    assert found
    assert " ".join(found[1].split()) == " ".join(page.item("title").text().split())
