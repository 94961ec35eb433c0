"""The sentences of printed pages: what they may call an index, a place and an area."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from page_rows import COUNT_735, own_variant, record

from cni_mapper.ui.maps.layouts import words
from cni_mapper.ui.maps.layouts.page import BIVARIATE, CNI, IMD, OVERLAY

BOTH = "on both the Community Needs Index and the Index of Multiple Deprivation"
LEFTBEHIND = record(
    index="scores of cni.csv",
    short="scores of cni.csv",
    status="own",
    variant=True,
    definition=None,
    domain_titles={},
    universe={"place": "", "noun": "area", "plural": "areas"},
)
OWN = record(index="Open Needs: an own index", short="Open Needs", status="own", variant=True, definition={})
SUPPLIED = record(variant=True, changed=True, universe={"areas": 23, "whole": False, "ranked": {"cni": 23, "imd": 23}})
WALES = record(
    index="Community Needs Index 2022 (Wales, Scotland or Northern Ireland)",
    short="CNI 2022",
    universe={"place": "Wales", "noun": "MSOA", "plural": "MSOAs", "areas": 410},
)


def _finding(given: dict[str, Any], count: int, total: int, share: str = "") -> str:
    return words.finding(given, count, total, words.overlay_phrase(given), share)


def test_the_finding_of_the_overlay() -> None:
    assert _finding(record(), 8, 23, "32%") == (
        f"8 of 23 wards, home to 32% of residents, are among the worst 10% in England {BOTH}."
    )


@pytest.mark.parametrize(
    ("count", "total", "share", "text"),
    [
        (8, 23, "", f"8 of 23 wards are among the worst 10% in England {BOTH}."),
        (1, 23, "4%", f"1 of 23 wards, home to 4% of residents, is among the worst 10% in England {BOTH}."),
        (1, 23, "", f"1 of 23 wards is among the worst 10% in England {BOTH}."),
        (0, 23, "", f"None of the 23 wards is among the worst 10% in England {BOTH}."),
        (1229, 7463, "", f"1,229 of 7,463 wards are among the worst 10% in England {BOTH}."),
        (1, 1, "100%", f"This ward is among the worst 10% in England {BOTH}."),
        (0, 1, "", f"This ward is not among the worst 10% in England {BOTH}."),
    ],
)
def test_the_finding_agrees_in_number(count: int, total: int, share: str, text: str) -> None:
    assert _finding(record(), count, total, share) == text


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (record(limits={"cni": COUNT_735, "imd": COUNT_735}), f"among the worst 735 in England {BOTH}"),
        (
            own_variant("15", 1114),
            f"high on both (own variant of CNI 2019), among the worst 15% in England {BOTH}",
        ),
        (
            record(limits={"imd": {"amount": "20", "is": "percent", "places": 1486}}),
            (
                "among the worst 10% in England on the Community Needs Index and the worst 20% on the Index of "
                "Multiple Deprivation"
            ),
        ),
        (SUPPLIED, f"high on both (own variant of CNI 2019), among the worst 10% of the 23 wards supplied {BOTH}"),
        (
            OWN,
            "high on both, among the worst 10% in England on both Open Needs and the Index of Multiple Deprivation",
        ),
        (LEFTBEHIND, "high on both, among the worst 10% on both community need and deprivation"),
        (WALES, f"among the worst 10% in Wales {BOTH}"),
    ],
)
def test_what_being_inside_both_limits_is_called(given: dict[str, Any], text: str) -> None:
    assert words.overlay_phrase(given) == text


@pytest.mark.parametrize("given", [own_variant("15", 1114), SUPPLIED, OWN, LEFTBEHIND])
def test_left_behind_is_said_of_a_published_index_only(given: dict[str, Any]) -> None:
    texts = [
        words.title(given, OVERLAY, "Seaport"),
        words.panel_title(given, OVERLAY),
        words.panel_note(given, OVERLAY),
        _finding(given, 8, 23, "32%"),
    ]
    assert not [text for text in texts if "left behind" in text.lower()]


@pytest.mark.parametrize("given", [OWN, LEFTBEHIND])
def test_an_own_index_is_never_called_the_cni(given: dict[str, Any]) -> None:
    themes = (OVERLAY, CNI, IMD, BIVARIATE)
    texts = [words.panel_title(given, theme) + words.panel_note(given, theme) for theme in themes]
    texts += [words.tenth_phrase(given, CNI), words.both_high_phrase(given), _finding(given, 2, 3)]
    assert not [text for text in texts if "CNI" in text or "Community Needs Index" in text]


@pytest.mark.parametrize(
    ("theme", "text"),
    [
        (OVERLAY, "Left behind neighbourhoods in Seaport"),
        (CNI, "Community need in Seaport"),
        (IMD, "Deprivation in Seaport"),
        (BIVARIATE, "Community need and deprivation in Seaport"),
        ("civic_assets", "Civic assets in Seaport"),
    ],
)
def test_titles_by_theme(theme: str, text: str) -> None:
    assert words.title(record(), theme, "Seaport", "Civic assets") == text


def test_one_is_on_an_island() -> None:
    title = words.title(record(), OVERLAY, "the Isle of Wight", island=True)
    assert title == "Left behind neighbourhoods on the Isle of Wight"


def test_titles_within_a_sentence_have_a_small_letter_unless_an_acronym() -> None:
    titles = ("Civic assets", "GP access", "A place", "", "IT")
    assert [words.inside_sentence(title) for title in titles] == ["civic assets", "GP access", "a place", "", "IT"]


def test_titles_that_stand_out() -> None:
    assert words.title(record(), OVERLAY, "") == "Left behind neighbourhoods"
    assert words.title(own_variant("15", 1114), OVERLAY, "Seaport") == (
        "Neighbourhoods high on both need and deprivation in Seaport"
    )
    assert words.title(SUPPLIED, CNI, "Seaport") == "Community need in Seaport, among the 23 wards supplied"
    # Of one area alone the title must not claim what the finding may deny.
    assert words.title(record(), OVERLAY, "Abbey", alone=True) == "Community need and deprivation in Abbey"


@pytest.mark.parametrize(
    ("given", "cni", "imd"),
    [
        (record(), "Community Needs Index 2019", "Index of Multiple Deprivation"),
        (own_variant("15", 1114), "Community Needs Index 2019, own variant", "Index of Multiple Deprivation"),
        (WALES, "Community Needs Index 2022, Wales", "Index of Multiple Deprivation"),
        (OWN, "Open Needs", "Index of Multiple Deprivation"),
        (LEFTBEHIND, "Community need (scores of cni.csv)", "Deprivation"),
    ],
)
def test_headings_of_maps(given: dict[str, Any], cni: str, imd: str) -> None:
    assert (words.panel_title(given, CNI), words.panel_title(given, IMD)) == (cni, imd)


def test_a_made_up_index_keeps_its_brackets() -> None:
    given = record(index="Sampleshire Index (made up)", universe={"place": "Sampleshire"})
    assert words.panel_title(given, CNI) == "Sampleshire Index (made up)"


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (record(), "National decile of each ward: decile 1 is the 10% with most need"),
        (WALES, "National decile of each MSOA: decile 1 is the 10% with most need"),
        (
            record(universe={"place": "Sampleshire"}),
            "Decile of each ward in Sampleshire: decile 1 is the 10% with most need",
        ),
        (SUPPLIED, "Decile of each ward among the 23 wards supplied: decile 1 is the 10% with most need"),
        (LEFTBEHIND, "Decile of each area: decile 1 is the 10% with most need"),
    ],
)
def test_notes_of_decile_maps(given: dict[str, Any], text: str) -> None:
    assert words.panel_note(given, CNI) == text
    assert words.panel_note(given, IMD) == text.replace("with most need", "most deprived")


def test_notes_of_the_overlay() -> None:
    assert words.panel_note(record(), OVERLAY) == "Wards in the worst 10% on one index, on both, or on neither"
    apart = record(limits={"imd": {"amount": "20", "is": "percent", "places": 1486}})
    assert words.panel_note(apart, OVERLAY) == (
        "Wards in the worst 10% on need, in the worst 20% on deprivation, in both, or in neither"
    )


@pytest.mark.parametrize(
    ("given", "theme", "text"),
    [
        (
            record(),
            CNI,
            "among the 10% of wards in England with most need, by the Community Needs Index 2019",
        ),
        (
            record(),
            IMD,
            "among the 10% of wards in England that are most deprived, by the Index of Multiple Deprivation",
        ),
        (
            record(),
            "civic_assets",
            (
                "among the 10% of wards in England with most need on civic assets, a part of the Community Needs Index "
                "2019"
            ),
        ),
        (SUPPLIED, CNI, "among the 10% of the 23 wards supplied with most need, by an own variant of CNI 2019"),
        (LEFTBEHIND, CNI, "among the 10% of the areas ranked with most need, by the scores of cni.csv"),
        (OWN, CNI, "among the 10% of wards in England with most need, by Open Needs"),
    ],
)
def test_what_decile_1_is_called(given: dict[str, Any], theme: str, text: str) -> None:
    assert words.tenth_phrase(given, theme, "Civic assets") == text


@pytest.mark.parametrize(
    ("category", "text"),
    [
        ("left_behind", f"This ward is among the worst 10% in England {BOTH}."),
        (
            "deprived",
            (
                "This ward is among the worst 10% in England on the Index of Multiple Deprivation, but not among the "
                "worst 10% in England on the Community Needs Index."
            ),
        ),
        (
            "high_need",
            (
                "This ward is among the worst 10% in England on the Community Needs Index, but not among the worst 10% "
                "in England on the Index of Multiple Deprivation."
            ),
        ),
        (
            "other",
            (
                "This ward is neither among the worst 10% in England on the Community Needs Index nor among the worst "
                "10% in England on the Index of Multiple Deprivation."
            ),
        ),
        (
            "no_data",
            (
                "This ward is not ranked on both the Community Needs Index and the Index of Multiple Deprivation, so "
                "it has no category."
            ),
        ),
    ],
)
def test_the_finding_of_one_area(category: str, text: str) -> None:
    assert words.one_area_finding(record(), category) == text


def test_rows_of_legends() -> None:
    assert words.legend_heading(record(), CNI) == "Decile (number of wards)"
    assert words.legend_heading(WALES, OVERLAY) == "Category (number of MSOAs)"
    assert [words.decile_text(decile, CNI, 1200) for decile in (1, 2, 10, None)] == [
        "1  most need (1,200)",
        "2 (1,200)",
        "10  least need (1,200)",
        "No data (1,200)",
    ]
    assert [words.decile_text(decile, IMD, 0) for decile in (1, 10)] == [
        "1  most deprived (0)",
        "10  least deprived (0)",
    ]
    assert words.class_text(2, 0, 3) == "High need, low deprivation (3)"


def test_shares_are_never_rounded_to_nothing_or_all() -> None:
    assert words.share_words(32, 100) == "32%"
    assert words.share_words(0, 100) == "0%"
    assert words.share_words(4, 1000) == "under 1%"
    assert words.share_words(996, 1000) == "over 99%"
    assert words.share_words(7, 7) == "100%"


def test_an_even_share_is_told_to_a_tenth() -> None:
    assert words.even_share_text(record(), 2.3) == "Dashed line: an even share (2.3 wards)"
    assert words.even_share_text(record(), 15.0) == "Dashed line: an even share (15 wards)"
    assert words.even_share_text(record(), 1.0) == "Dashed line: an even share (1 ward)"


def test_names_are_joined_and_dates_are_words() -> None:
    assert [words.joined(names) for names in ([], ["A"], ["A", "B"], ["A", "B", "C"])] == [
        "",
        "A",
        "A and B",
        "A, B and C",
    ]
    assert words.date_words(date(2026, 11, 21)) == "21 November 2026"
