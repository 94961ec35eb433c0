"""The words and numbers of which what the inspector says is made."""

from __future__ import annotations

from typing import Any

import pytest

from cni_mapper.core.analysis.area_report import Standing
from cni_mapper.ui.dialogs.area_facts import Setting
from cni_mapper.ui.dialogs.area_words import caveat, index_words, limit_words, number
from cni_mapper.ui.messages import category_names


@pytest.mark.parametrize(
    ("margin", "words"),
    [
        (-3, "Inside the limit (worst 10%, ranks 1 to 15), 3 places to spare."),
        (-1, "Inside the limit (worst 10%, ranks 1 to 15), 1 place to spare."),
        (0, "The last place inside the limit (worst 10%, ranks 1 to 15)."),
        (1, "1 place outside the limit (worst 10%, ranks 1 to 15)."),
        (1234, "1,234 places outside the limit (worst 10%, ranks 1 to 15)."),
    ],
)
def test_the_margin_in_words(margin: int, words: str) -> None:
    assert limit_words(Standing(15 + margin, 150, None, 15, margin), "worst 10%") == words


def test_a_limit_that_lets_nobody_in_and_an_area_without_a_rank() -> None:
    assert limit_words(Standing(3, 5, None, 0, 3), "worst 10%") == "The limit (worst 10%) lets no area in."
    assert limit_words(Standing(None, 5, None, 0, None), "worst 10%") == ""


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"variant": False}, ""),
        ({}, "By: Own variant of CNI 2019."),
        ({"own": True, "index": "My index"}, "By: My index."),
        ({"whole": False}, "By: Own variant of CNI 2019, among the 23 wards supplied."),
    ],
)
def test_an_index_is_only_called_what_it_is(changes: dict[str, Any], words: str) -> None:
    limits = {"cni": "worst 10%", "imd": "worst 10%"}
    given = {"index": "CNI 2019", "own": False, "variant": True, "whole": True, "definition": "cni-2019", **changes}
    setting = Setting(limits=limits, nouns="wards", n=23, **given)
    assert index_words(setting) == words
    named = category_names(is_variant=setting.variant)
    assert named["left_behind"] == ("High on both" if setting.variant else "Left behind")
    assert caveat(setting).endswith("Most people in England's most deprived neighbourhoods live outside these wards.")


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.0, "0"), (0.1512, "0.151"), (0.0000123, "1.23e-05"), (5.25, "5.25"), (-5.2, "-5.2"), (34.567, "34.57"),
     (134.0, "134"), (134.26, "134.3"), (2900.4, "2,900"), (1234567.0, "1,234,567")],
)  # fmt: skip
def test_numbers_as_they_are_read(value: float, text: str) -> None:
    assert number(value) == text
