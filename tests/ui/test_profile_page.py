"""Pages about areas and patches: nothing missing, cut, overlapping or wrong, on real areas and the sample's."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import page_checks as checks
import page_pdf
import pandas as pd
import pytest
from county import rows_of
from page_ink import Drawn, drawn_items
from printed_pages import run_example
from qgis.core import QgsFeature, QgsGeometry, QgsLayoutItemLabel, QgsPrintLayout, QgsProject, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QRectF

from cni_mapper.core.analysis.overlay import CATEGORIES
from cni_mapper.core.errors import CniError
from cni_mapper.ui.maps.layouts import fonts
from cni_mapper.ui.maps.layouts.export import PdfPages
from cni_mapper.ui.maps.layouts.page import OVERLAY, PageChoices, PrintedResult
from cni_mapper.ui.maps.layouts.profile_page import ProfilePage
from cni_mapper.ui.maps.layouts.profile_patch import Patches, PatchPage
from cni_mapper.ui.maps.layouts.result import read_result
from cni_mapper.ui.maps.layouts.template import FOLDER, items_of

ALWAYS = (
    *("title", "subtitle", "finding", "category", "category_swatch", "holds_heading", "holds", "map", "chart_heading"),
    *(f"{key}_{part}" for key in ("cni", "imd") for part in ("heading", "rank", "of", "limit")),
    *("scale_bar_km", "scale_bar_miles", "legend_left_behind", "legend_no_data_text", "chart_cni_track"),
    *("list_heading", "sure_heading", "sure", "caveat", "sources", "title_rule", "footer_rule"),
)
MADE_ON = date(2026, 11, 21)
PAPER = QRectF(12, 9, 186, 276).adjusted(-0.7, -0.7, 0.7, 0.7)
"""The page within its margins, and half a frame's line more."""
CASES = {
    "Hull": ("england", "E05001680", "standard", ""),
    "rural": ("england", "E05009148", "standard", ""),
    "without data": ("england", "E05009288", "standard", ""),
    "near miss": ("england", "E05000906", "standard", ""),
    "inside by little": ("england", "E05000777", "grey", ""),
    "sample": ("sample", "X05000056", "standard", ""),
    "DejaVu": ("england", "E05005827", "standard", "DejaVu Sans"),
}


@dataclass(frozen=True, eq=False)
class Printed:
    """A page made and written. row: of the result file."""

    layout: QgsPrintLayout
    pdf: Path
    words: list[page_pdf.Word]
    drawn: list[Drawn]
    row: pd.Series
    cut: list[str]

    def said(self, id: str) -> str:
        return text_of(self.layout, id)


def text_of(layout: QgsPrintLayout, id: str) -> str:
    """What a label says, without its line breaks."""
    found = [item for item in items_of(layout) if item.id() == id and isinstance(item, QgsLayoutItemLabel)]
    assert len(found) == 1, id
    return found[0].text().replace("\n", " ")


def choices(colours: str = "standard", template: str = "a4_profile") -> PageChoices:
    return PageChoices(template, OVERLAY, MADE_ON, colours=colours)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("profiles")


@pytest.fixture(scope="module")
def sources(processing, england: str, folder: Path) -> dict[str, str]:
    return {"england": england, "sample": run_example(processing, folder)}


@pytest.fixture(scope="module")
def results(sources: dict[str, str]) -> dict[str, PrintedResult]:
    return {name: read_result(QgsVectorLayer(source, name, "ogr")) for name, source in sources.items()}


@pytest.fixture(scope="module", params=CASES)
def page(request, sources: dict[str, str], results: dict[str, PrintedResult], folder: Path) -> Iterator[Printed]:
    """Each page in turn."""
    name, code, colours, font = CASES[request.param]
    project = QgsProject()
    with pytest.MonkeyPatch.context() as patch:
        if font:
            patch.setattr(fonts, "FAMILIES", (font,))
        made = ProfilePage(results[name], choices(colours), project)
        layout = made.show(list(results[name].table["area_code"]).index(code))
        pdf = folder / f"{request.param}.pdf"
        with PdfPages(pdf, request.param) as pages:
            pages.add(layout)
        row = rows_of(sources[name]).loc[code]
        yield Printed(layout, pdf, page_pdf.words(pdf), drawn_items(layout), row, list(made.cut))
    # Before its project and layers go.
    sip.delete(layout)


def is_meant(one: Drawn, other: Drawn) -> bool:
    """Bars lie on their tracks, marks and the line of the middle on the bars; scale bars share their base line."""
    parts = ("chart_", "share_", "scale_bar_")
    return any(one.name.startswith(part) and other.name.startswith(part) for part in parts)


class TestEveryPage:
    def test_nothing_is_missing(self, page: Printed) -> None:
        drawn = {drawn.name for drawn in page.drawn}
        assert checks.missing_items(page.layout, ALWAYS) == []
        assert [name for name in ALWAYS if name not in drawn] == []

    def test_no_text_is_cut_or_tiny(self, page: Printed) -> None:
        assert page.cut == []
        assert checks.cut_text(page.layout) == []
        assert checks.small_text(page.layout) == []
        assert checks.left_its_box(page.drawn) == []

    def test_nothing_overlaps(self, page: Printed) -> None:
        assert checks.overlaps(page.drawn, is_meant) == []

    def test_nothing_is_outside_the_margins(self, page: Printed) -> None:
        assert page_pdf.page_size(page.pdf) == pytest.approx((210, 297), abs=0.3)
        assert checks.outside(page.drawn, PAPER) == []

    def test_vectors_and_real_text(self, page: Printed) -> None:
        assert page_pdf.fonts_not_embedded(page.pdf) == []
        assert page_pdf.pictures(page.pdf) == []
        assert checks.text_not_in_pdf(page.layout, page.words) == []
        # A page alone holds its fonts too, and a coast; hundreds of pages take a third of it each.
        assert page.pdf.stat().st_size < 400_000

    def test_scale_bars_are_right(self, page: Printed) -> None:
        assert checks.scale_bar_faults(page.layout, page.words) == []

    def test_ranks_are_the_layers(self, page: Printed) -> None:
        for key in ("cni", "imd"):
            rank = page.row[f"{key}_rank"]
            said = page.said(f"{key}_rank")
            digits = "".join(filter(str.isdigit, said))
            assert digits == ("" if rank is None else str(int(rank)))
            if rank is not None:
                margin = abs(int(page.row[f"{key}_margin"]))
                side = "Inside" if page.row[f"{key}_margin"] <= 0 else "Outside"
                limit = page.said(f"{key}_limit")
                assert limit.startswith(side) and f"by {margin:,} place" in limit

    def test_the_caveat_stands_on_it(self, page: Printed) -> None:
        assert page.said("caveat").startswith("Describes places, not people.")


class TestSentences:
    """What the pages say, word for word; the figures are those of the published tables."""

    def said(self, results: dict[str, PrintedResult], name: str, code: str, *ids: str) -> list[str]:
        project = QgsProject()
        made = ProfilePage(results[name], choices(), project)
        layout = made.show(list(results[name].table["area_code"]).index(code))
        try:
            return [text_of(layout, id) for id in ids]
        finally:
            sip.delete(layout)

    def test_left_behind(self, results) -> None:
        assert self.said(results, "england", "E05001680", "subtitle", "finding", "category", "cni_limit") == [
            "2017 ward in Kingston upon Hull, Yorkshire and the Humber · E05001680 · 14,002 people lived here in 2011",
            (
                "Orchard Park and Greenwood (2017 ward) is in the worst 10% on both: 15th of 7,433 on community need "
                "and 15th of 7,433 on deprivation. In the worst 20% on: Connectedness, Engaged community."
            ),
            "Left behind",
            "Inside the limit (worst 10%: ranks 1 to 743) by 728 places.",
        ]

    def test_places_as_people_say_them(self, results) -> None:
        # 39 wards of the Isle of Wight and 1,402 of the South East are ranked: counted in the result file.
        assert self.said(results, "england", "E05008479", "subtitle", "key_district_text", "key_region_text") == [
            "2017 ward in the Isle of Wight, the South East · E05008479 · 3,610 people lived here in 2011",
            "middle of the Isle of Wight (39 wards)",
            "middle of the South East (1,402 wards)",
        ]

    def test_other(self, results) -> None:
        finding, limit = self.said(results, "england", "E05009148", "finding", "imd_limit")
        assert finding == (
            "Rothbury (2017 ward) is in the worst 10% on neither: 1,049th of 7,433 on community need and 3,278th of "
            "7,433 on deprivation. In the worst 20% on: Connectedness."
        )
        assert limit == "Outside the limit (worst 10%: ranks 1 to 743) by 2,535 places."

    def test_without_data(self, results) -> None:
        assert self.said(results, "england", "E05009288", "finding", "category", "holds", "list_none") == [
            "Aldersgate (2017 ward) has no category: it is ranked neither on community need nor on deprivation.",
            "No data",
            "• It is not ranked on community need.",
            "None can be named, since a rank of this area is missing.",
        ]

    def test_near_miss(self, results) -> None:
        table = results["england"].table.set_index("area_code").loc["E05000906"]
        worse = max(int(table["cni_margin"]), int(table["imd_margin"]))
        (sure,) = self.said(results, "england", "E05000906", "sure")
        assert 1 <= worse <= 74 and f"Near miss: {worse} place" in sure and "short of the left behind wards." in sure

    def test_the_sample_says_nothing_of_england(self, results) -> None:
        texts = self.said(results, "sample", "X05000056", "finding", "subtitle", "caveat", "chart_heading", "sources")
        assert not any("England" in text for text in texts)
        assert "Sampleshire" in texts[1] and "150 wards of Sampleshire" in texts[3]


def changed(source: str, folder: Path, change: Any, record: Any = None) -> PrintedResult:
    """A copy of the sample's result with some rows or its record changed."""
    path = folder / "changed.gpkg"
    shutil.copyfile(source.partition("|")[0], path)
    layer = QgsVectorLayer(str(path), "changed", "ogr")
    layer.startEditing()
    change(layer)
    assert layer.commitChanges()
    result = read_result(layer)
    if record is None:
        return result
    node = json.loads(json.dumps(result.record))
    record(node)
    return PrintedResult(result.table, result.shapes, result.crs, node, result.name)


def show(result: PrintedResult, row: int, template: str = "a4_profile") -> dict[str, str]:
    """The texts of a page, by the ids of its labels."""
    made = ProfilePage(result, choices(template=template), QgsProject())
    layout = made.show(row)
    try:
        return {
            item.id(): item.text().replace("\n", " ")
            for item in items_of(layout)
            if isinstance(item, QgsLayoutItemLabel)
        }
    finally:
        sip.delete(layout)


class TestOddResults:
    def test_missing_parts_are_named_by_their_titles(self, sources, tmp_path: Path) -> None:
        def lack(layer: QgsVectorLayer) -> None:
            first = next(layer.getFeatures())
            layer.changeAttributeValue(first.id(), layer.fields().lookupField("missing"), "libraries, unheard_of")

        def add(record: dict[str, Any]) -> None:
            record["definition"]["domains"][0]["indicators"] = [{"id": "libraries", "title": "Public libraries"}]

        result = changed(sources["sample"], tmp_path, lack, add)
        row = list(result.table["missing"]).index("libraries, unheard_of")
        assert "Missing: Public libraries, Unheard of." in show(result, row)["sure"]

    def test_a_variant_is_never_called_left_behind(self, sources, tmp_path: Path) -> None:
        def vary(record: dict[str, Any]) -> None:
            record.update(variant=True, changed=True)

        result = changed(sources["sample"], tmp_path, lambda layer: None, vary)
        row = list(result.table["category"]).index("left_behind")
        texts = show(result, row)
        assert texts["category"] == "High on both"
        assert "Measured by: own variant of Sampleshire CNI" in texts["finding"]
        assert not [text for text in texts.values() if "eft behind" in text]

    def test_an_area_without_a_shape(self, sources, tmp_path: Path) -> None:
        def clear(layer: QgsVectorLayer) -> None:
            first = next(layer.getFeatures())
            bare = QgsFeature(layer.fields())
            bare.setAttributes(first.attributes())
            layer.deleteFeature(first.id())
            assert layer.addFeature(bare)

        result = changed(sources["sample"], tmp_path, clear)
        row = next(i for i, shape in enumerate(result.shapes) if shape.isNull())
        texts = show(result, row)
        assert texts["no_map"] == "No map: the layer holds no boundary of it." and texts["cni_rank"]

    def test_few_areas_of_no_district(self, sources, tmp_path: Path) -> None:
        def few(layer: QgsVectorLayer) -> None:
            names = layer.fields().names()
            for feature in list(layer.getFeatures()):
                if feature["cni_rank"] > 5:
                    layer.deleteFeature(feature.id())
                for name in ("district_code", "district_name", "area_name", "population", "cni_decile", "quality"):
                    layer.changeAttributeValue(feature.id(), names.index(name), None)

        result = changed(sources["sample"], tmp_path, few)
        assert len(result.table) == 5
        texts = show(result, 0)
        assert texts["title"] == result.table["area_code"].iloc[0]
        assert "number of residents not known" in texts["subtitle"]
        assert "decile" not in texts["cni_of"]
        # Of the other areas that were ranked nothing is known.
        assert texts["holds"] == "• Not known here: that takes the scores of all areas that were ranked."
        assert texts["list_heading"] == "Most like it among the wards of this layer"
        assert "key_district_text" not in texts and "key_region_text" not in texts

    def test_without_domains(self, processing, sample: Path, tmp_path: Path) -> None:
        tables = {name: pd.read_csv(sample / name) for name in ("community_needs.csv", "deprivation.csv")}
        needs = tables["community_needs.csv"]
        scores = pd.DataFrame({"ward_code": needs["ward_code"], "cni_score": needs.filter(like="_score").sum(axis=1)})
        scores.to_csv(tmp_path / "cni.csv", index=False)
        scores.rename(columns={"cni_score": "imd_score"}).to_csv(tmp_path / "imd.csv", index=False)
        given = {
            "AREAS": str(sample / "wards.gpkg"),
            "CNI": str(tmp_path / "cni.csv"),
            "IMD": str(tmp_path / "imd.csv"),
        }
        out = processing.run("cni:leftbehind", {**given, "OUTPUT": str(tmp_path / "result.gpkg")})["OUTPUT"]
        result = read_result(QgsVectorLayer(out, "overlaid", "ogr"))
        texts = show(result, 0)
        assert texts["holds"] == "• This result holds no domains of the index, only its score."
        assert "worst 20%" not in texts["finding"] and "  " not in " ".join(texts.values())
        assert texts["caveat"] and "list_name_1" in texts


@pytest.fixture(scope="module")
def printed(results: dict[str, PrintedResult], folder: Path) -> Iterator[Printed]:
    """The page of a patch of two wards, described by hand as cni:overlap would."""
    result, project = results["sample"], QgsProject()
    shape = QgsGeometry.collectGeometry([result.shapes[0], result.shapes[1]])
    row = {"target_name": "Harbour and Mill Lane estates", "residents": 1000.0, "residents_known": 900.0}
    row.update({f"share_{name}": share for name, share in zip(CATEGORIES, (0.6, 0.2, 0.0, 0.1, 0.1))})
    for key in ("cni", "imd"):
        row.update({f"share_{key}_decile_{decile}": 0.09 for decile in range(1, 11)})
    row.update(areas=7, area_names="A 40%; B 30%; C 10%; D 10%; E 5%", quality="partial")
    row["basis"] = "residents of small areas"
    patches = Patches(pd.DataFrame([row]), [shape], result.crs)
    made = PatchPage(result, patches, choices(template="a4_patch"), project)
    layout, pdf = made.show(0), folder / "patch.pdf"
    with PdfPages(pdf, "patch") as pages:
        pages.add(layout)
    yield Printed(layout, pdf, page_pdf.words(pdf), drawn_items(layout), pd.Series(row), list(made.cut))
    sip.delete(layout)


class TestPatchPage:
    def test_nothing_is_missing_cut_or_over_another(self, printed: Printed) -> None:
        wanted = ["title", "subtitle", "finding", "shares_heading", "share_left_behind", "share_no_data_name", "map"]
        wanted += [
            "chart_heading",
            "chart_cni_1",
            "chart_imd_10",
            "list_heading",
            "list_5",
            "sure",
            "caveat",
            "sources",
        ]
        assert checks.missing_items(printed.layout, wanted) == []
        assert printed.cut == [] and checks.cut_text(printed.layout) == [] == checks.small_text(printed.layout)
        assert checks.overlaps(printed.drawn, is_meant) == []
        assert checks.outside(printed.drawn, PAPER) == []
        assert page_pdf.pictures(printed.pdf) == []
        assert checks.scale_bar_faults(printed.layout, printed.words) == []

    def test_shares_and_no_rank(self, printed: Printed) -> None:
        assert printed.said("finding") == (
            "60% of the people of Harbour and Mill Lane estates live in left behind wards (600 of 1,000). It has no "
            "rank, decile or category of its own, since it was not among the wards that were ranked."
        )
        assert printed.said("share_deprived_people") == "20%, 200 people"
        assert printed.said("chart_imd_10_share") == "9%"
        assert printed.said("list_heading").startswith("Wards that most of its people live in, 5 of 7,")
        assert "Part of the patch is not known" in printed.said("sure")


class TestTemplates:
    def test_ones_own_template_needs_few_items(self, results, tmp_path: Path) -> None:
        text = (FOLDER / "a4_profile.qpt").read_text(encoding="utf-8")
        for id in ("chart", "list", "legend", "holds", "scale_bar_km", "category_swatch", "map"):
            text = re.sub(rf'id="{id}"', 'id=""', text)
        own = tmp_path / "own.qpt"
        own.write_text(text, encoding="utf-8")
        texts = show(results["sample"], 0, str(own))
        assert texts["title"] and texts["finding"] and "list_name_1" not in texts

    def test_an_item_that_is_needed_is_named(self, results, tmp_path: Path) -> None:
        own = tmp_path / "own.qpt"
        text = (FOLDER / "a4_profile.qpt").read_text(encoding="utf-8")
        own.write_text(text.replace('id="finding"', 'id="sentence"'), encoding="utf-8")
        with pytest.raises(CniError) as fault:
            show(results["sample"], 0, str(own))
        assert fault.value.code == "template_item_missing"
        assert "finding" in str(fault.value.context["missing"])
