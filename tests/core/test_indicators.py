"""One indicator, from its values to the common scale: treated, turned, filled, standardised."""

from __future__ import annotations

import numpy as np
import pytest
from builders import NAN
from hypothesis import given
from hypothesis import strategies as st
from raw_indicators import FIVE, FOUR, one_indicator, refused

from cni_mapper.core.index.indicators import standardise
from cni_mapper.core.index.standardise import METHODS

ALL = pytest.mark.parametrize("method", list(METHODS))


def ready(values, method="none", district=None, **options):
    district = None if district is None else np.array(district)
    return standardise(one_indicator(**options), method, np.array(values, dtype=float), district)


class TestDirection:
    def test_less_is_more_need(self):
        found = ready([30, 10, 50, 20, 40], "normal_scores", higher_is="less_need")
        np.testing.assert_allclose(found.scores, np.take(FIVE, [2, 4, 0, 3, 1]), atol=5e-7)
        assert (found.imputed, found.treated) == (0, 0)

    def test_minmax_of_less_is_more_need_still_runs_from_0_to_1(self):
        np.testing.assert_allclose(ready([30, 10, 50, 15], "minmax", higher_is="less_need").scores, [0.5, 1, 0, 0.875])

    def test_percentile_of_less_is_more_need(self):
        np.testing.assert_allclose(ready([3, 1, 2], "percentile", higher_is="less_need").scores, [0, 100, 50])

    def test_a_logarithm_is_taken_before_the_direction_is_turned(self):
        found = ready([1, np.e, np.e**3], treat="log", higher_is="less_need")
        np.testing.assert_allclose(found.scores, [0, -1, -3], atol=1e-12)


class TestTreatment:
    def test_winsorise_pulls_in_the_outer_two_and_a_half_percent(self):
        # Of 0 to 40 the 2.5th percentile is 1 and the 97.5th is 39.
        found = ready([*range(40), 1000], treat="winsorise")
        np.testing.assert_allclose(found.scores, [1, *range(1, 40), 39])
        assert found.treated == 2

    def test_winsorise_between_two_values_takes_the_point_on_the_line(self):
        # Of 0, 10, 20 the 2.5th percentile lies 0.05 of the way from 0 to 10.
        found = ready([0, 10, 20], treat="winsorise")
        np.testing.assert_allclose(found.scores, [0.5, 10, 19.5])
        assert found.treated == 2

    def test_winsorise_passes_over_missing_values(self):
        found = ready([0, NAN, 10, 20], treat="winsorise")
        np.testing.assert_allclose(found.scores, [0.5, NAN, 10, 19.5])
        assert found.treated == 2

    def test_log(self):
        found = ready([1, NAN, 10, 100], treat="log")
        np.testing.assert_allclose(found.scores, [0, NAN, 2.302585, 4.605170], atol=5e-7)
        assert found.treated == 3

    def test_log_adds_one_everywhere_where_a_value_is_nought(self):
        np.testing.assert_allclose(ready([0, 1, 9], treat="log").scores, [0, 0.693147, 2.302585], atol=5e-7)

    def test_log_of_a_negative_value_is_refused(self):
        code, context = refused(ready, [3, -0.5, 7], treat="log")
        assert (code, context) == ("log_of_negative", {"indicator": "Libraries", "value": -0.5})

    def test_what_is_left_the_same_everywhere_is_refused(self):
        # 60 of 62 areas at nought, so both percentiles are nought.
        code, context = refused(ready, [-5, *[0] * 60, 9], treat="winsorise")
        assert (code, context) == ("indicator_constant_when_treated", {"indicator": "Libraries"})


class TestMissing:
    VALUES = (1, NAN, 3, 10, NAN)

    def test_exclude_leaves_them_missing(self):
        found = ready(self.VALUES)
        np.testing.assert_array_equal(found.scores, self.VALUES)
        assert found.imputed == 0

    def test_median(self):
        found = ready(self.VALUES, missing="median")
        np.testing.assert_array_equal(found.scores, [1, 3, 3, 10, 3])
        assert found.imputed == 2

    def test_median_of_an_even_number_is_the_mean_of_the_middle_two(self):
        np.testing.assert_array_equal(ready([1, 3, NAN, 4, 10], missing="median").scores, [1, 3, 3.5, 4, 10])

    def test_the_median_is_that_of_the_treated_values(self):
        np.testing.assert_allclose(
            ready([1, 100, NAN], missing="median", treat="log").scores, [0, 4.605170, 2.302585], atol=5e-7
        )

    def test_filled_areas_tie_in_the_middle(self):
        # With 1, 2, 4, 5 and two medians of 3 the places are 1, 2, 3.5, 3.5, 5, 6 of six.
        found = ready([1, 2, NAN, NAN, 4, 5], "normal_scores", missing="median")
        np.testing.assert_allclose(found.scores[[0, 2, 3, 5]], [-1.067571, 0, 0, 1.067571], atol=5e-7)

    def test_refuse(self):
        code, context = refused(ready, self.VALUES, missing="refuse")
        assert (code, context) == ("indicator_incomplete", {"indicator": "Libraries", "count": 2})

    def test_refuse_lets_a_complete_indicator_through(self):
        found = ready([3, 1, 2, 4], "normal_scores", missing="refuse")
        np.testing.assert_allclose(found.scores, np.take(FOUR, [2, 0, 1, 3]), atol=5e-7)


class TestDistrictMedian:
    def test_odd_even_and_empty_districts(self):
        # District 0 has 1, 5, 30 (median 5), district 1 has 2 and 8 (median 5 too), district 2 has one value of 40,
        # district 3 none: it gets the median of all of 1, 2, 5, 8, 30, 40, which is 6.5.
        values = [30, NAN, 1, 5, 8, NAN, 2, NAN, 40, NAN, NAN]
        district = [0, 0, 0, 0, 1, 1, 1, 2, 2, 3, 3]
        found = ready(values, district=district, missing="district_median")
        np.testing.assert_array_equal(found.scores, [30, 5, 1, 5, 8, 5, 2, 40, 40, 6.5, 6.5])
        assert found.imputed == 5

    def test_the_last_district_may_be_empty_and_the_first_too(self):
        found = ready([NAN, 4, 6, NAN], district=[0, 1, 1, 2], missing="district_median")
        np.testing.assert_array_equal(found.scores, [5, 4, 6, 5])

    def test_medians_are_taken_in_the_direction_of_need_alike(self):
        found = ready([1, 3, NAN, 9], district=[0, 0, 0, 1], missing="district_median", higher_is="less_need")
        np.testing.assert_array_equal(found.scores, [-1, -3, -2, -9])

    @given(st.lists(st.tuples(st.integers(0, 3), st.one_of(st.none(), st.integers(0, 20))), min_size=3, max_size=30))
    def test_each_gap_gets_the_median_that_numpy_finds(self, areas):
        district = np.array([where for where, _ in areas])
        values = np.array([NAN if value is None else value for _, value in areas], float)
        if len(set(values[~np.isnan(values)])) < 2:
            return
        found = ready(values, district=district, missing="district_median").scores
        for where, value, got in zip(district, values, found):
            inside = values[(district == where) & ~np.isnan(values)]
            middle = np.median(inside) if len(inside) else np.nanmedian(values)
            assert got == (middle if np.isnan(value) else value)


class TestFilledValuesAndTheOtherAreas:
    @ALL
    @given(column=st.lists(st.integers(0, 50), min_size=3, max_size=20), data=st.data())
    def test_a_filled_area_counts_with_the_value_it_is_given(self, method, column, data):
        """The others stand as in a table where the area really has its fill: the median moves only what it must."""
        values = np.array(column, float)
        gone = data.draw(st.integers(0, len(column) - 1))
        values[gone] = NAN
        if len(set(np.delete(column, gone))) < 2:
            return
        there = np.where(np.isnan(values), np.nanmedian(values), values)
        np.testing.assert_array_equal(ready(values, method, missing="median").scores, ready(there, method).scores)
