"""The nine classes of need by deprivation, counted by hand."""

from __future__ import annotations

import numpy as np
import pytest

from cni_mapper.core.analysis.bivariate import bivariate_classes, class_places


@pytest.mark.parametrize(
    ("n", "places"),
    [
        (7433, (743, 2477)),  # 743.3 and 2,477.67
        (150, (15, 50)),
        (410, (41, 136)),  # 41 and 136.67
        (9, (0, 3)),  # too few for a worst tenth
        (0, (0, 0)),
    ],
)
def test_places_are_a_tenth_and_a_third_rounded_down(n: int, places: tuple[int, int]) -> None:
    assert class_places(n) == places


def test_each_class_from_both_ranks() -> None:
    # Of 100: ranks 1 to 10 are high, 11 to 33 middle, 34 to 100 low.
    edges = [10.0, 11.0, 33.0, 34.0]
    classes = {10.0: 2, 11.0: 1, 33.0: 1, 34.0: 0}
    need, deprivation = (grid.ravel() for grid in np.meshgrid(edges, edges, indexing="ij"))
    found = bivariate_classes(need, deprivation, {"cni": 100, "imd": 100})
    assert found.dtype == np.int8
    assert list(found) == [3 * classes[a] + classes[b] for a, b in zip(need, deprivation)]


def test_each_index_is_cut_by_its_own_number_of_areas() -> None:
    # Rank 20 is high among 200 (1 to 20) and low among 30 (1 to 3, 4 to 10).
    rank = np.array([20.0])
    assert list(bivariate_classes(rank, rank, {"cni": 200, "imd": 30})) == [6]
    assert list(bivariate_classes(rank, rank, {"cni": 30, "imd": 200})) == [2]


def test_an_area_without_a_rank_has_no_class() -> None:
    need, deprivation = np.array([1.0, np.nan, np.nan, 90.0]), np.array([np.nan, 1.0, np.nan, 90.0])
    assert list(bivariate_classes(need, deprivation, {"cni": 100, "imd": 100})) == [-1, -1, -1, 0]
