"""Which areas a page of one index lists: those worst on it, by its own rank, as its finding counts them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np
import pandas as pd
import pytest
from county import rows_of
from page_rows import five, printed
from qgis.core import QgsVectorLayer

from cni_mapper.ui.maps.layouts.facts import page_facts
from cni_mapper.ui.maps.layouts.page import CNI, IMD, OVERLAY, PageChoices, PageFacts, PrintedResult
from cni_mapper.ui.maps.layouts.result import read_focus, read_result

CHOICES = PageChoices("a4_portrait", OVERLAY, date(2026, 11, 21))


def _facts(theme: str, result: PrintedResult | None = None, rows: Sequence[int] = range(5)) -> PageFacts:
    return page_facts(result or printed(), np.isin(np.arange(5), rows), CHOICES, [theme])


@pytest.mark.parametrize(
    ("theme", "names", "heading"),
    [
        # Limits of 743: ranks on need 700, 2000, 50, 2600; on deprivation 20, 30, 900, 7000, 1.
        (CNI, ["Castle", "Abbey"], "Wards in the worst 10% on community need, with rank of 7,433 (1 = worst)"),
        (IMD, ["Eastgate", "Abbey", "Bridge"], "Wards in the worst 10% on deprivation, with rank of 7,433 (1 = worst)"),
        # Castle and Dock are in decile 1, with ranks 50 and 2600 on need.
        ("civic_assets", ["Castle", "Dock"], "Wards in decile 1 of Civic assets, with rank of 7,433 (1 = worst)"),
    ],
)
def test_a_page_of_one_index_lists_the_worst_on_it(theme: str, names: list[str], heading: str) -> None:
    facts = _facts(theme)
    assert [row.name for row in facts.listed] == names
    assert facts.list_heading == heading
    assert facts.subtitle.startswith(f"{len(names)} of 5 wards are among the 10%")


def test_a_domain_lists_by_its_own_rank() -> None:
    table = five().assign(civic_assets_rank=pd.array([800, 7000, 300, 12, None], dtype="Int64"))
    assert [row.name for row in _facts("civic_assets", printed(table)).listed] == ["Dock", "Castle"]


def test_a_page_of_one_index_says_that_nobody_is_listed() -> None:
    # Dock alone is in none of these, Eastgate alone has no rank on need and no decile of the domain.
    headings = {theme: [_facts(theme, rows=[i]).list_heading for i in (3, 4)] for theme in (CNI, IMD)}
    assert headings == {
        CNI: [
            "Wards in the worst 10% on community need: none",
            "Wards in the worst 10% on community need: none ranked",
        ],
        IMD: [
            "Wards in the worst 10% on deprivation: none",
            "Wards in the worst 10% on deprivation, with rank of 7,433 (1 = worst)",
        ],
    }
    assert _facts("civic_assets", rows=[0]).list_heading == "Wards in decile 1 of Civic assets: none"
    assert _facts("civic_assets", rows=[4]).list_heading == "Wards in decile 1 of Civic assets: none ranked"


@pytest.mark.parametrize(
    ("district", "theme", "column"),
    [
        ("E06000046", "cni", "cni_rank"),
        ("E06000046", "engaged_community", "engaged_community_rank"),
        ("E07000168", "imd", "imd_rank"),
        ("E06000010", "connectedness", "connectedness_rank"),
    ],
)
def test_lists_of_one_index_are_those_of_its_decile_1(england: str, district: str, theme: str, column: str) -> None:
    layer = QgsVectorLayer(england, "england")
    result = read_result(layer)
    facts = page_facts(result, read_focus(result, layer, f"\"district_code\" = '{district}'"), CHOICES, [theme])
    rows = rows_of(england)
    rows = rows[rows["district_code"] == district]
    first = rows[pd.to_numeric(rows[f"{theme}_decile"]) == 1].sort_values(column, key=pd.to_numeric)
    assert [row.code for row in facts.listed] == list(first.index)
    assert facts.subtitle.startswith(f"{len(first) or 'None of the'} ")
