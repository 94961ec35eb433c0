from __future__ import annotations

import numpy as np
import pytest
from builders import NAN
from hypothesis import given
from hypothesis import strategies as st

from cni_mapper.core.index.shrinkage import shrunk_rates

EVENTS, PEOPLE = (2, 30, 10, 60), (20, 150, 100, 400)
RATES = (0.143866, 0.189309, 0.123472, 0.151115)
DISTRICT_LOGIT, BETWEEN = -1.713139, 0.130920
OWN_WEIGHTS = (0.244170, 0.762436, 0.559876, 0.871090)


def rates(events, people, district=None):
    district = [0] * len(events) if district is None else district
    return shrunk_rates(np.array(events, float), np.array(people, float), np.array(district))


def logit(rate):
    return np.log(rate / (1 - rate))


class TestWorkedExample:
    def test_rates(self):
        np.testing.assert_allclose(rates(EVENTS, PEOPLE), RATES, atol=5e-7)

    def test_every_step_leads_from_one_to_the_next(self):
        """The district's logit, the variance between its areas and the weight of an area's own logit."""
        events, people = np.array(EVENTS), np.array(PEOPLE)
        own = np.log((events + 0.5) / (people - events + 0.5))
        assert np.log(102.5 / 568.5) == pytest.approx(DISTRICT_LOGIT, abs=5e-7)
        assert ((own - DISTRICT_LOGIT) ** 2).sum() / 3 == pytest.approx(BETWEEN, abs=1e-6)
        # The weights are read back from the rates: how far each logit stayed from the district's.
        stayed = (logit(rates(EVENTS, PEOPLE)) - np.log(102.5 / 568.5)) / (own - np.log(102.5 / 568.5))
        np.testing.assert_allclose(stayed, OWN_WEIGHTS, atol=5e-7)

    def test_districts_do_not_touch_each_other(self):
        both = rates([2, 500, 30, 10, 8, 60], [20, 900, 150, 100, 900, 400], [0, 1, 0, 0, 1, 0])
        np.testing.assert_allclose(both[[0, 2, 3, 5]], RATES, atol=5e-7)
        np.testing.assert_allclose(both[[1, 4]], rates([500, 8], [900, 900]), rtol=1e-12)


class TestDistrictRate:
    # (12 + 0.5) / (88 + 0.5), as a rate 12.5 / 101.
    def test_the_only_area_of_a_district(self):
        np.testing.assert_allclose(rates([12], [100]), [12.5 / 101])

    def test_areas_without_variation_between_them(self):
        # One in two everywhere: each logit is 0, as is the district's.
        np.testing.assert_allclose(rates([25, 50, 0], [50, 100, 0]), [0.5] * 3)

    def test_an_area_without_people(self):
        found = rates([*EVENTS, 0], [*PEOPLE, 0])
        np.testing.assert_allclose(found[:4], RATES, atol=5e-7)
        assert found[4] == pytest.approx(102.5 / 671)

    def test_a_district_without_people_has_no_rate(self):
        found = rates([*EVENTS, 0, 0], [*PEOPLE, 0, 0], [0, 0, 0, 0, 1, 1])
        np.testing.assert_allclose(found, [*RATES, NAN, NAN], atol=5e-7)

    def test_missing_counts_stay_missing_and_count_for_nothing(self):
        found = rates([2, NAN, 30, 10, 60, 7], [20, 90, 150, 100, 400, NAN])
        np.testing.assert_allclose(found, [RATES[0], NAN, *RATES[1:], NAN], atol=5e-7)


class TestRules:
    @given(st.lists(st.tuples(st.integers(0, 500), st.integers(0, 500)), min_size=2, max_size=12))
    def test_a_rate_ends_between_its_own_and_its_districts(self, parts):
        events = np.array([with_ for with_, _ in parts], float)
        people = np.array([sum(pair) for pair in parts], float)
        if not people.sum():
            return
        found = logit(rates(events, people))
        middle = np.log((events.sum() + 0.5) / (people.sum() - events.sum() + 0.5))
        own = np.where(people > 0, np.log((events + 0.5) / (people - events + 0.5)), middle)
        assert (found >= np.minimum(own, middle) - 1e-9).all()
        assert (found <= np.maximum(own, middle) + 1e-9).all()

    def test_the_larger_of_two_areas_with_one_rate_keeps_more_of_it(self):
        small, large, _, _ = rates([10, 100, 5, 300], [20, 200, 50, 2000])
        assert abs(large - 0.5) < abs(small - 0.5)

    def test_no_events_and_only_events_give_rates_inside_0_and_1(self):
        none, half, all_ = rates([0, 25, 50], [50, 50, 50])
        assert 0 < none < half < all_ < 1
        assert half == pytest.approx(0.5)
        assert none == pytest.approx(1 - all_)
