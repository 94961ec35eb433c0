"""What the names of columns tell."""

from __future__ import annotations

import pytest

from cni_mapper.core.data.columns import year_in


@pytest.mark.parametrize(
    ("column", "year"),
    [
        ("population_2011", 2011),
        ("Total population: mid 2015 (excluding prisoners)", 2015),
        ("mid-2019 residents, at 30 June 2019", 2019),
        ("change_2011_2021", None),
        ("population", None),
        ("E02000123", None),
        ("pop_1850", None),
    ],
)
def test_the_year_that_a_name_tells(column: str, year: int | None) -> None:
    assert year_in(column) == year
