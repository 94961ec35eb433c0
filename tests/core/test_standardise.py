from __future__ import annotations

from statistics import NormalDist

import numpy as np
import pytest
from builders import NAN
from hypothesis import given
from hypothesis import strategies as st
from raw_indicators import FIVE, FOUR

from cni_mapper.core.index.standardise import METHODS

ALL = pytest.mark.parametrize("method", list(METHODS))
COLUMNS = st.lists(st.integers(-1000, 1000), min_size=2, max_size=40).filter(lambda column: len(set(column)) > 1)


def standardised(method, *values):
    return METHODS[method](np.array(values, dtype=float))


class TestNormalScores:
    def test_five_areas(self):
        np.testing.assert_allclose(
            standardised("normal_scores", 30, 10, 50, 20, 40), np.take(FIVE, [2, 0, 4, 1, 3]), atol=5e-7
        )

    def test_the_places_are_those_of_the_areas_with_a_value(self):
        scores = standardised("normal_scores", 7, NAN, 5, 9, NAN, 1)
        np.testing.assert_allclose(scores, [FOUR[2], NAN, FOUR[1], FOUR[3], NAN, FOUR[0]], atol=5e-7)

    def test_ties_take_the_mean_of_their_places(self):
        # Places 1, 2.5, 2.5 and 4 of four: 2.5 / 5 is the middle of the distribution.
        np.testing.assert_allclose(standardised("normal_scores", 8, 3, 8, 12), [0, FOUR[0], 0, FOUR[3]], atol=5e-7)

    def test_ties_of_three_take_the_middle_place(self):
        np.testing.assert_allclose(
            standardised("normal_scores", 2, 2, 2, 9, 11), [FIVE[1]] * 3 + [FIVE[3], FIVE[4]], atol=5e-7
        )

    def test_the_ends_of_the_national_table(self):
        # Python's own inverse normal, at 1 / 33,756 and 33,755 / 33,756.
        scores = standardised("normal_scores", *range(33755))
        assert scores[0] == pytest.approx(NormalDist().inv_cdf(1 / 33756), abs=1e-9)
        assert scores[-1] == pytest.approx(NormalDist().inv_cdf(33755 / 33756), abs=1e-9)
        assert scores[16877] == 0

    @given(COLUMNS)
    def test_every_place_has_its_own_quantile(self, column):
        places = [sum(one < x for one in column) + (sum(one == x for one in column) + 1) / 2 for x in column]
        expected = [NormalDist().inv_cdf(place / (len(column) + 1)) for place in places]
        np.testing.assert_allclose(standardised("normal_scores", *column), expected, atol=1e-9)


class TestOtherMethods:
    def test_zscore_divides_by_the_population_deviation(self):
        # Mean 5; squared distances 9, 1, 1, 1, 0, 0, 4, 16 sum to 32; 32 / 8 = 4, so the deviation is 2.
        np.testing.assert_allclose(standardised("zscore", 2, 4, 4, 4, 5, 5, 7, 9), [-1.5, -0.5, -0.5, -0.5, 0, 0, 1, 2])

    def test_zscore_leaves_missing_values_out_of_mean_and_deviation(self):
        np.testing.assert_allclose(standardised("zscore", 1, NAN, 3), [-1, NAN, 1])

    def test_minmax(self):
        np.testing.assert_allclose(standardised("minmax", 30, 10, NAN, 50, 15), [0.5, 0, NAN, 1, 0.125])

    def test_percentile(self):
        np.testing.assert_allclose(standardised("percentile", 30, 10, 50, 20, 40), [50, 0, 100, 25, 75])

    def test_percentile_of_ties_and_missing_values(self):
        # Of five with a value, places 1, 2.5, 2.5, 4 and 5.
        np.testing.assert_allclose(standardised("percentile", 8, NAN, 3, 8, 12, 20), [37.5, NAN, 0, 37.5, 75, 100])

    def test_none_leaves_values_as_they_are(self):
        np.testing.assert_array_equal(standardised("none", 3.5, NAN, -2), [3.5, NAN, -2])


class TestSmall:
    @pytest.mark.parametrize(
        ("method", "expected"),
        [
            ("normal_scores", [-0.430727, 0.430727]),
            ("zscore", [-1, 1]),
            ("minmax", [0, 1]),
            ("percentile", [0, 100]),
            ("none", [4, 6]),
        ],
    )
    def test_two_areas(self, method, expected):
        np.testing.assert_allclose(standardised(method, 4, 6), expected, atol=5e-7)

    @pytest.mark.parametrize("method", ["normal_scores", "zscore", "minmax", "percentile"])
    def test_a_single_area_stands_at_nought(self, method):
        np.testing.assert_array_equal(standardised(method, 4), [0])


class TestRescaling:
    @ALL
    @given(column=COLUMNS, factor=st.integers(1, 64), shift=st.integers(-500, 500))
    def test_another_unit_changes_nothing_but_for_none(self, method, column, factor, shift):
        """Exact for the methods of places; to rounding for zscore and minmax; `none` keeps the unit it is given."""
        column = np.array(column, dtype=float)
        before, after = METHODS[method](column), METHODS[method](column * factor / 8 + shift)
        if method == "none":
            np.testing.assert_allclose(after, before * factor / 8 + shift)
        elif method in ("normal_scores", "percentile"):
            np.testing.assert_array_equal(after, before)
        else:
            np.testing.assert_allclose(after, before, atol=1e-11)

    @ALL
    @given(column=COLUMNS)
    def test_the_other_direction_mirrors(self, method, column):
        """About 0 for normal_scores, zscore and none, about the middle of the scale for minmax and percentile."""
        column = np.array(column, dtype=float)
        middle = {"minmax": 0.5, "percentile": 50}.get(method, 0)
        np.testing.assert_allclose(METHODS[method](-column), 2 * middle - METHODS[method](column), atol=1e-10)

    @ALL
    @given(data=st.data(), column=COLUMNS)
    def test_the_order_of_rows_does_not_matter(self, method, data, column):
        column = np.array(column, dtype=float)
        order = np.array(data.draw(st.permutations(range(len(column)))))
        np.testing.assert_allclose(METHODS[method](column[order]), METHODS[method](column)[order], atol=1e-11)


class TestMissingValues:
    @ALL
    @given(column=COLUMNS, data=st.data())
    def test_the_others_stand_as_if_the_area_were_not_there(self, method, column, data):
        """What a missing value does to the other areas, method by method.

        normal_scores and percentile: each place is among the areas with a value, so those above and below move
        together, as in a table without the area. zscore: mean and deviation are those of the areas with a value.
        minmax: nothing, unless the area had the lowest or highest value. none: nothing at all.
        """
        column = np.array(column, dtype=float)
        gone = data.draw(st.integers(0, len(column) - 1))
        rest = np.delete(column, gone)
        if rest.min() == rest.max():
            return
        holed = column.copy()
        holed[gone] = NAN
        scores = METHODS[method](holed)
        assert np.isnan(scores[gone])
        np.testing.assert_allclose(np.delete(scores, gone), METHODS[method](rest), atol=1e-12)
        inside = column.min() < column[gone] < column.max()
        if method == "none" or (method == "minmax" and inside):
            np.testing.assert_array_equal(np.delete(scores, gone), np.delete(METHODS[method](column), gone))
