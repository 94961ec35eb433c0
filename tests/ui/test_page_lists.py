"""The list on a filled page: its areas in their order, their numbers on the map, and names that are never cut."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pandas as pd
import pytest
from filled_pages import many, page_maker, result_of, tables_of
from qgis.core import QgsGeometry, QgsRectangle

from cni_mapper.ui.maps.layouts.fill import MadePage
from cni_mapper.ui.maps.layouts.template import TEMPLATES


@pytest.fixture
def pages(qgis_app) -> Iterator[Callable[..., MadePage]]:
    yield from page_maker()


def test_the_list_is_in_order_with_both_ranks(pages) -> None:
    tables = tables_of(pages(labels="all").layout)
    assert tables == [
        [["Ward", "CNI", "IMD"], ["Abbey", "700", "20"], ["Bridge", "2,000", "30"], ["Castle", "50", "900"]]
    ]


def test_a_list_without_room_says_how_many_more_there_are(pages) -> None:
    # 300 areas, which are left behind: more than any template lists.
    table = many(["left_behind"] * 300)
    for template in TEMPLATES:
        page = pages(result_of(table, 20), template=template, labels="none")
        tables = tables_of(page.layout)
        rows = [row for part in tables for row in part[1:]]
        assert [row[0] for row in rows[:-1]] == [f"Ward {i}" for i in range(len(rows) - 1)]
        assert rows[-1][0] == f"and {300 - (len(rows) - 1)} more"
        assert len({len(part) for part in tables[:-1]}) <= 1


def test_the_triptych_lists_eight_areas_as_designed(pages) -> None:
    eight = tables_of(pages(result_of(many(["left_behind"] * 8), 4), template="a3_triptych").layout)
    assert [len(part) for part in eight] == [5, 5]
    page = pages(result_of(many(["left_behind"] * 30), 6), template="a3_triptych")
    shown = [row[0] for part in tables_of(page.layout) for row in part[1:]]
    assert shown[-1] == f"and {30 - len(shown) + 1} more"


def test_numbers_on_the_map_key_the_list(pages) -> None:
    # Long names in squares of 8.7 mm: not nine of ten find room, so the areas are numbered.
    table = many(["left_behind"] * 20 + ["high_need"] * 20)
    table["area_name"] = [f"Northern Wetherby-under-Marsh {i}" for i in range(40)]
    page = pages(result_of(table, 20))
    rows = [row for part in tables_of(page.layout) for row in part[1:]]
    assert [row[0] for row in rows] == [str(i) for i in range(1, 41)]
    themed = next(layer for layer in page.layout.itemById("map").layers() if "category" in layer.fields().names())
    assert {f["area_code"]: f["label"] for f in themed.getFeatures()} == {f"E05{i:06d}": str(i + 1) for i in range(40)}


def test_areas_without_room_for_a_number_have_a_dash(pages) -> None:
    table = many(["left_behind"] * 20)
    table["area_name"] = [f"Northern Wetherby-under-Marsh {i}" for i in range(20)]
    result = result_of(table, 20)
    # The fourth is 60 m wide, 0.5 mm on paper.
    shapes = list(result.shapes)
    shapes[3] = QgsGeometry.fromRect(QgsRectangle(403_000, 300_000, 403_060, 300_060))
    rows = [row for part in tables_of(pages(replace(result, shapes=shapes)).layout) for row in part[1:]]
    dash = "\N{EN DASH}"
    assert [row[0] for row in rows] == ["1", "2", "3", dash, *map(str, range(4, 20)), dash]
    assert rows[-1][1:] == ["too small to number on the map", "", ""]


def test_a_page_of_one_index_numbers_what_it_lists(pages) -> None:
    table = many(["high_need"] * 20)
    table["area_name"] = [f"Northern Wetherby-under-Marsh {i}" for i in range(20)]
    # Ranks on deprivation of 743 downwards from the fourth on; the first three are outside the limit.
    table["imd_rank"] = pd.array([900, 901, 902, *range(743, 726, -1)], dtype="Int64")
    page = pages(result_of(table, 20), theme="imd")
    rows = [row for part in tables_of(page.layout) for row in part[1:]]
    assert [(row[0], row[3]) for row in rows] == [(str(i + 1), str(727 + i)) for i in range(17)]
    themed = next(layer for layer in page.layout.itemById("map").layers() if "imd_decile" in layer.fields().names())
    labels = {f["area_code"]: f["label"] for f in themed.getFeatures()}
    assert {code: label for code, label in labels.items() if str(label).isdigit()} == {
        f"E05{i:06d}": str(20 - i) for i in range(3, 20)
    }
    # Three maps list and number the left behind alone, whatever the theme that was asked for.
    assert tables_of(pages(result_of(table, 20), theme="imd", template="a3_triptych").layout) == []


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_district_is_left_out_of_the_list_before_a_name_is_cut(pages, template) -> None:
    # More than any template lists, so that the letters are small; names and districts of many lengths.
    table = many(["left_behind"] * 300)
    table["area_name"] = [f"Ward {'n' * (i % 13)}" for i in range(300)]
    table["district_name"] = ["County Durham", "Redcar and Cleveland", "Newcastle upon Tyne", "Hartlepool"] * 75
    page = pages(result_of(table, 20), template=template)
    assert page.notices == []
    said = [row[0] for part in tables_of(page.layout) for row in part[1:]][:-1]
    names = list(zip(table["area_name"], table["district_name"]))
    assert [text in (name, f"{name}, {district}") for text, (name, district) in zip(said, names)] == [True] * len(said)
    assert any("," in text for text in said)
