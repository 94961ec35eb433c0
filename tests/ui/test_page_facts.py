"""The words and numbers of printed pages: counted by hand, on the sample county and on England."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import pytest
from county import expected_wards
from page_rows import COUNT_735, five, own_variant, printed, record
from qgis.core import QgsVectorLayer

from cni_mapper.ui.maps.layouts.facts import page_facts
from cni_mapper.ui.maps.layouts.page import BIVARIATE, CNI, IMD, OVERLAY, PageChoices, PageFacts, PrintedResult
from cni_mapper.ui.maps.layouts.place_names import focus_place, is_island
from cni_mapper.ui.maps.layouts.result import read_focus, read_result

TRIPTYCH = (CNI, IMD, OVERLAY)
CHOICES = PageChoices("a3_triptych", OVERLAY, date(2026, 11, 21))
BOTH = "on both the Community Needs Index and the Index of Multiple Deprivation"


def _facts(
    result: PrintedResult | None = None, rows: Sequence[int] | None = None, themes: Sequence[str] = (OVERLAY,)
) -> PageFacts:
    """The facts of some rows of a result, of all without `rows`."""
    result = result or printed()
    focus = np.isin(np.arange(len(result.table)), range(len(result.table)) if rows is None else rows)
    return page_facts(result, focus, CHOICES, themes)


def _districts(names: Sequence[Any]) -> PrintedResult:
    """Areas of the named districts."""
    table = pd.concat([five().iloc[[0]]] * len(names), ignore_index=True)
    return printed(table.assign(district_name=list(names), area_code=[f"E0500{i:04d}" for i in range(len(names))]))


def test_the_legend_of_the_overlay_has_all_five() -> None:
    legend = _facts(rows=[0, 1, 3]).panels[0].legend
    assert [(row.key, row.text, row.count) for row in legend] == [
        ("left_behind", "Left behind: worst 10% on both (1)", 1),
        ("deprived", "Deprived: worst 10% on IMD only (1)", 1),
        ("high_need", "High need: worst 10% on CNI only (0)", 0),
        ("other", "Other: worst 10% on neither (1)", 1),
        ("no_data", "No data (0)", 0),
    ]


def test_a_legend_of_deciles_has_no_data_only_where_there_is_none() -> None:
    panel = _facts(themes=[CNI]).panels[0]
    # Deciles 1, 3, 1, 4 and none.
    assert [row.count for row in panel.legend] == [2, 0, 1, 1, 0, 0, 0, 0, 0, 0, 1]
    assert [row.key for row in panel.legend] == [*range(1, 11), None]
    assert panel.legend[-1].text == "No data (1)"
    assert panel.even_share == 0.4
    assert [row.key for row in _facts(rows=[0, 1], themes=[CNI]).panels[0].legend] == [*range(1, 11)]


def test_nine_classes_of_need_by_deprivation() -> None:
    # Ranks of 7,433: high 1 to 743, middle to 2,477. Abbey high high, Bridge middle high, Castle high middle,
    # Dock low low, Eastgate without a rank on need.
    panel = _facts(themes=[BIVARIATE]).panels[0]
    counts = {row.key: row.count for row in panel.legend}
    assert list(counts) == [*((need, imd) for need in range(3) for imd in range(3)), None]
    assert {key for key, count in counts.items() if count} == {(2, 2), (1, 2), (2, 1), (0, 0), None}
    assert panel.legend[8].text == "High need, high deprivation (1)"
    assert _facts(themes=[BIVARIATE]).subtitle == f"1 of 5 wards is among the worst 10% in England {BOTH}."


def test_a_domain_has_its_own_words_and_counts() -> None:
    facts = _facts(themes=["civic_assets"])
    assert facts.title == "Civic assets in Seaport"
    assert facts.panels[0].title == "Civic assets"
    assert [row.count for row in facts.panels[0].legend] == [2, 1, 0, 0, 0, 0, 0, 0, 0, 1, 1]
    assert facts.subtitle.startswith(
        "2 of 5 wards are among the 10% of wards in England with most need on civic assets"
    )


def test_the_finding_counts_areas_and_people() -> None:
    # 3,000 of 3,000 + 2,000 + 1,000 + 4,000 residents: 30%.
    assert _facts().subtitle == (f"1 of 5 wards, home to 30% of residents, is among the worst 10% in England {BOTH}.")
    assert _facts().figures == (
        ("Left behind wards", "1 of 5"),
        ("People living in them", "3,000 (30% of residents)"),
        ("Worst 10% on community need", "2 of 5"),
        # Eastgate too, which has rank 1 and no category.
        ("Worst 10% on deprivation", "3 of 5"),
        ("On the publishers' own list", "1 of 5"),
    )


def test_the_year_of_the_residents_is_said_where_it_is_known() -> None:
    result = printed(five())
    known = replace(result, record={**result.record, "residents_year": 2011})
    assert _facts(known).figures[1] == ("People living in them (2011)", "3,000 (30% of residents)")


@pytest.mark.parametrize(
    "people", [[3000.0, float("nan"), 1000.0, 4000.0, 5.0], [float("nan")] * 5, [0.0, 0.0, 0.0, 0.0, 0.0]]
)
def test_unknown_residents_are_not_known(people: list[float]) -> None:
    facts = _facts(printed(five(population=people)))
    assert facts.subtitle == f"1 of 5 wards is among the worst 10% in England {BOTH}."
    assert facts.figures[1] == ("People living in them", "not known")


def test_nobody_is_inside() -> None:
    facts = _facts(rows=[1, 2, 3])
    assert facts.subtitle == f"None of the 3 wards is among the worst 10% in England {BOTH}."
    assert facts.figures[:2] == (("Left behind wards", "0 of 3"), ("People living in them", "none"))


def test_areas_without_any_rank() -> None:
    table = pd.concat([five().iloc[[4]]] * 2, ignore_index=True)
    facts = _facts(printed(table))
    assert facts.subtitle == (
        "None of the 2 wards is ranked on both the Community Needs Index and the Index of Multiple Deprivation, so "
        "none has a category."
    )
    assert (facts.listed, facts.list_heading) == ((), "Wards in the worst 10%: none ranked")
    decile = _facts(printed(table.assign(cni_decile=pd.array([None, None], dtype="Int64"))), themes=[CNI])
    assert decile.subtitle.startswith("None of the 2 wards has a decile")
    assert decile.panels[0].even_share is None


def test_the_list_goes_by_category_and_need() -> None:
    table = pd.concat([five().iloc[[3, 2, 1, 0]], five(area_name=list("VWXYZ"), cni_rank=[3, 900, 40, 5000, None])])
    facts = _facts(printed(table.reset_index(drop=True)))
    assert [(row.name, row.category, row.cni_rank, row.imd_rank) for row in facts.listed] == [
        ("V", "left_behind", 3, 20),
        ("Abbey", "left_behind", 700, 20),
        ("W", "deprived", 900, 30),
        ("Bridge", "deprived", 2000, 30),
        ("X", "high_need", 40, 900),
        ("Castle", "high_need", 50, 900),
    ]
    assert facts.list_heading == "Wards in the worst 10%, with rank of 7,433 (1 = worst)"


def test_a_triptych_lists_the_left_behind_alone() -> None:
    facts = _facts(themes=TRIPTYCH)
    assert [row.name for row in facts.listed] == ["Abbey"]
    assert facts.list_heading == "Left behind wards, with rank of 7,433 in England (1 = worst)"
    assert [panel.theme for panel in facts.panels] == list(TRIPTYCH)
    assert facts.title == "Left behind neighbourhoods in Seaport"
    none = _facts(rows=[3], themes=TRIPTYCH)
    assert (none.listed, none.list_heading) == ((), "Left behind wards: none")


def test_one_area_has_figures_of_its_own() -> None:
    assert _facts(rows=[0]).figures == (
        ("Rank on community need", "700 of 7,433 (1 = worst)"),
        ("Rank on deprivation", "20 of 7,433 (1 = worst)"),
        ("People living in it", "3,000"),
        ("On the publishers' own list", "yes"),
    )
    result = printed(five(population=[2460.0, 464.0, 1.0, 2.0, float("nan")]))
    dated = replace(result, record={**result.record, "residents_year": 2011})
    assert _facts(dated, rows=[0]).figures[2] == ("People living in it (2011)", "2,500")
    assert _facts(dated, rows=[1]).figures[2:] == (
        ("People living in it (2011)", "460"),
        ("On the publishers' own list", "no"),
    )
    assert _facts(rows=[4]).figures == (
        ("Rank on community need", "not ranked"),
        ("Rank on deprivation", "1 of 7,433 (1 = worst)"),
        ("People living in it", "not known"),
    )


def test_the_list_tells_both_numbers_of_areas_ranked() -> None:
    given = record(
        universe={"ranked": {"cni": 7433, "imd": 7420}},
        limits={"imd": {"amount": "20", "is": "percent", "places": 1484}},
    )
    facts = _facts(printed(given=given))
    assert facts.list_heading == "Wards inside a limit, with rank of 7,433 and 7,420 (1 = worst)"


def test_a_variant_and_a_count_are_named_so() -> None:
    facts = _facts(printed(given=own_variant("15", 1114)), themes=TRIPTYCH)
    assert facts.title == "Neighbourhoods high on both need and deprivation in Seaport"
    assert facts.list_heading.startswith("Wards high on both, with rank of 7,433")
    assert facts.figures[0] == ("Wards high on both", "1 of 5")
    assert facts.panels[2].legend[0].text == "High on both: worst 15% on both (1)"
    assert not any("publishers" in label for label, _ in facts.figures)
    words = " ".join([facts.title, facts.subtitle, facts.sources, *(row.text for row in facts.panels[2].legend)])
    assert "left behind" not in words.lower() and "own variant" in facts.sources
    count = _facts(printed(given=record(limits={"cni": COUNT_735, "imd": COUNT_735})))
    assert count.subtitle.endswith(f"is among the worst 735 in England {BOTH}.")
    assert "Worst 735 means rank 1 to 735." in count.sources


def test_words_of_the_users_own_come_first() -> None:
    choices = PageChoices("a4_portrait", OVERLAY, date(2026, 11, 21), "Our title", "Our finding", "For Thursday.")
    result = printed()
    facts = page_facts(result, np.ones(5, dtype=bool), choices, [OVERLAY])
    assert (facts.title, facts.subtitle) == ("Our title", "Our finding")
    assert facts.sources.startswith("For Thursday. Community Needs Index 2019; ")


def test_share_bars_of_the_focus_and_of_all_it_is_part_of() -> None:
    (alone,) = _facts().share_bars
    assert (alone.place, alone.counts["left_behind"], sum(alone.counts.values())) == ("Seaport", 1, 5)
    focus, whole = _facts(rows=[0, 1]).share_bars
    # The result holds 5 of England's 7,433 wards, so its bar must not be called England's.
    assert (focus.place, whole.place) == ("Part of Seaport", "All 5 wards")
    assert focus.counts == {"left_behind": 1, "deprived": 1, "high_need": 0, "other": 0, "no_data": 0}
    assert whole.counts == dict.fromkeys(focus.counts, 1)


def test_the_bar_of_one_area_has_its_name_alone() -> None:
    assert [bar.place for bar in _facts(rows=[1]).share_bars] == ["Bridge", "All 5 wards"]


def test_bold_is_explained_where_a_list_mixes_kinds() -> None:
    assert "Bold: left behind." in _facts().sources
    assert "Bold: high on both." in _facts(printed(given=own_variant("15", 1114))).sources
    for plain in (_facts(themes=TRIPTYCH), _facts(rows=[1, 2]), _facts(rows=[0])):
        assert "Bold" not in plain.sources


@pytest.mark.parametrize(
    ("districts", "rows", "place"),
    [
        ("AAB", [0, 1], "A"),
        ("AAB", [0, 2], "part of A and B"),
        ("ABC", [0, 1, 2], "A, B and C"),
        ("ABCD", [0, 1, 2, 3], "4 districts"),
        ("ABCDD", [0, 1, 2, 3], "all or part of 4 districts"),
        ("AB", [1], "Abbey (2017 ward), B"),
        (["Bristol, City of", "Bristol, City of"], [0, 1], "Bristol"),
        (["Herefordshire, County of", "B"], [0], "Abbey (2017 ward), Herefordshire"),
        ([None, None, None], [0, 1], "2 wards of England"),
        ([None, "B"], [0], "Abbey (2017 ward)"),
    ],
)
def test_places(districts: Sequence[Any], rows: list[int], place: str) -> None:
    result = _districts(districts)
    assert focus_place(result, np.isin(np.arange(len(districts)), rows)) == place


def test_places_of_a_record_that_knows_none() -> None:
    given = record(universe={"place": ""}, inputs=[])
    table = five(district_name=[None] * 5)
    result = printed(table, given)
    assert focus_place(result, np.ones(5, dtype=bool)) == ""
    assert focus_place(result, np.array([True, True, False, False, False])) == "2 wards"
    assert focus_place(result, np.array([True, False, False, False, False])) == "Abbey (ward)"
    assert page_facts(result, np.ones(5, dtype=bool), CHOICES, [OVERLAY]).title == "Left behind neighbourhoods"


def test_the_whole_universe_has_its_name() -> None:
    whole = printed(given=record(universe={"place": "Wales", "areas": 5}))
    assert focus_place(whole, np.ones(5, dtype=bool)) == "Wales"
    supplied = printed(given=record(universe={"place": "Wales", "areas": 5, "whole": False}))
    assert focus_place(supplied, np.ones(5, dtype=bool)) == "Seaport"


@pytest.fixture(scope="module")
def sample_source(processing, tmp_path_factory) -> str:
    path = tmp_path_factory.mktemp("page_facts") / "sample.gpkg"
    return processing.run("cni:example", {"OUTPUT": str(path)})["OUTPUT"]


def test_the_sample_counts_as_pandas_does(sample_source, sample) -> None:
    result = read_result(QgsVectorLayer(sample_source, "sample"))
    facts = page_facts(result, np.ones(150, dtype=bool), CHOICES, TRIPTYCH)
    wards = expected_wards(sample)
    assert {row.key: row.count for row in facts.panels[2].legend if row.count} == Counter(wards["category"])
    for panel, index in zip(facts.panels, (CNI, IMD)):
        # 150 wards: 15 in each decile.
        deciles = np.ceil(wards[f"{index}_rank"] * 10 / 150).astype(int)
        assert {row.key: row.count for row in panel.legend} == Counter(deciles)
    inside = wards[wards["category"] == "left_behind"].sort_values("cni_rank")
    assert [(row.code, row.cni_rank, row.imd_rank) for row in facts.listed] == [
        (code, row["cni_rank"], row["imd_rank"]) for code, row in inside.iterrows()
    ]
    share = round(100 * inside["population"].sum() / wards["population"].sum())
    assert facts.subtitle == (
        f"{len(inside)} of 150 wards, home to {share}% of residents, are among the worst 10% in Sampleshire on both "
        "the Sampleshire Community Needs Index and the Index of Multiple Deprivation."
    )
    assert facts.title == "Left behind neighbourhoods in Sampleshire"
    assert facts.attributions == ("Sampleshire is a made-up county: none of its places, people or figures is real.",)
    assert "England" not in " ".join([facts.title, facts.subtitle, facts.sources, facts.caveat])


def test_hull_is_as_on_the_reference_page(england: str) -> None:
    layer = QgsVectorLayer(england, "england")
    result = read_result(layer)
    focus = read_focus(result, layer, "\"district_code\" = 'E06000010'")
    facts = page_facts(result, focus, CHOICES, TRIPTYCH)
    assert facts.title == "Left behind neighbourhoods in Kingston upon Hull"
    assert facts.subtitle == f"8 of 23 wards, home to 32% of residents, are among the worst 10% in England {BOTH}."
    counts = [[row.count for row in panel.legend] for panel in facts.panels]
    assert counts == [[10, 5, 1, 3, 2, 1, 0, 0, 0, 1], [14, 3, 2, 0, 3, 1, 0, 0, 0, 0], [8, 6, 2, 7, 0]]
    assert [(row.name, row.cni_rank, row.imd_rank) for row in facts.listed] == [
        ("Orchard Park and Greenwood", 15, 15),
        ("Bransholme East", 32, 59),
        ("Bransholme West", 73, 31),
        ("Marfleet", 74, 72),
        ("Longhill", 98, 199),
        ("St Andrew's", 393, 8),
        ("Southcoates East", 568, 98),
        ("Southcoates West", 569, 608),
    ]
    assert [panel.even_share for panel in facts.panels] == [2.3, 2.3, None]
    assert [bar.place for bar in facts.share_bars] == ["Kingston upon Hull", "England"]
    assert "7,433 wards in England are ranked (City of London and Isles of Scilly not ranked)." in facts.sources
    assert "Worst 10% means rank 1 to 743." in facts.sources


def test_regions_and_england_have_their_names(england: str) -> None:
    layer = QgsVectorLayer(england, "england")
    result = read_result(layer)
    teesside = "'E06000001','E06000002','E06000003','E06000004','E06000005'"
    rest = "'E06000047','E06000057','E08000021','E08000022','E08000023','E08000024','E08000037'"
    whole = read_focus(result, layer, f'"district_code" in ({teesside},{rest})')
    part = read_focus(result, layer, f'"district_code" in ({teesside})')
    assert (focus_place(result, whole), focus_place(result, part)) == ("the North East", "5 districts")
    facts = page_facts(result, read_focus(result, layer), CHOICES, [OVERLAY])
    assert facts.title == "Left behind neighbourhoods in England"
    assert [row.count for row in facts.panels[0].legend] == [229, 514, 514, 6176, 30]
    assert len(facts.share_bars) == 1
    assert ("On the publishers' own list", "225 of 7,463") in facts.figures


def test_areas_of_several_districts_are_listed_with_their_district() -> None:
    several = five(district_name=["Seaport", "Seaport", "Hill, City of", "Hill, City of", None])
    assert [row.district for row in _facts(printed(several)).listed] == ["Seaport", "Seaport", "Hill"]
    assert [row.district for row in _facts().listed] == ["", "", ""]


def test_a_name_that_wants_an_article_gets_it() -> None:
    isle, hull = _districts(["Isle of Wight"] * 2), _districts(["Kingston upon Hull, City of"] * 2)
    everything = np.ones(2, dtype=bool)
    assert [focus_place(one, everything) for one in (isle, hull)] == ["the Isle of Wight", "Kingston upon Hull"]
    assert page_facts(isle, everything, CHOICES, [OVERLAY]).title == "Left behind neighbourhoods on the Isle of Wight"
    assert page_facts(hull, everything, CHOICES, [CNI]).title == "Community need in Kingston upon Hull"


@pytest.mark.parametrize(
    ("place", "island"),
    [
        ("the Isle of Wight", True),
        ("the Isles of Scilly", True),
        ("part of the Isle of Wight", False),
        ("the Isle of Wight and Portsmouth", False),
        ("Ryde (2017 ward), Isle of Wight", False),
        ("the Vale of White Horse", False),
    ],
)
def test_islands(place: str, island: bool) -> None:
    assert is_island(place) is island
