from __future__ import annotations

import numpy as np
import pytest
from builders import NAN
from hypothesis import given
from hypothesis import strategies as st

from cni_mapper.core.data.distribution import MOST_BARS, describe_numbers

FRACTION = st.floats(-1e12, 1e12, allow_nan=False)
CELLS = st.one_of(
    st.lists(st.one_of(st.just(NAN), FRACTION), max_size=60),
    st.lists(st.one_of(st.just(NAN), st.integers(-500, 500)), max_size=60),
    st.lists(st.one_of(st.just(NAN), st.integers(-(10**14), 10**14)), max_size=60),
)


def described(*values):
    return describe_numbers(np.array(values, dtype=float))


class TestByHand:
    def test_few_whole_numbers_get_a_bar_each(self):
        found = described(0, 1, 1, 3, NAN)
        assert (found.count, found.missing, found.lowest, found.median, found.highest) == (4, 1, 0, 1, 3)
        assert found.edges.tolist() == [-0.5, 0.5, 1.5, 2.5, 3.5]
        assert found.counts.tolist() == [1, 2, 0, 1]

    def test_whole_numbers_that_just_fit(self):
        assert described(0, 23).counts.tolist() == [1, *[0] * 22, 1]
        # 25 numbers do not fit, and two values ask for two bars: of 13 each.
        assert described(0, 24).edges.tolist() == [-0.5, 12.5, 25.5]

    def test_many_whole_numbers_share_bars_evenly(self):
        found = describe_numbers(np.arange(1.0, 1001))
        # 1,000 numbers in 24 bars: 42 each, and 34 in the last.
        assert found.counts.tolist() == [42] * 23 + [34]
        assert (found.edges[0], found.edges[1], found.edges[-1]) == (0.5, 42.5, 1008.5)

    def test_fractions(self):
        found = described(0, 0.1, 0.5, 1)
        # Four values, so two bars.
        assert (found.edges.tolist(), found.counts.tolist()) == ([0, 0.5, 1], [2, 2])
        assert found.median == pytest.approx(0.3)

    def test_a_share_of_areas_far_out_does_not_multiply_bars(self):
        found = describe_numbers(np.append(np.linspace(0.1, 1.1, 5000), 1e9))
        assert (len(found.counts), found.counts[0], found.counts[-1]) == (MOST_BARS, 5000, 1)


@pytest.mark.parametrize("value", [0, 7, -3, 0.25, -1e-9, 3e14, 1e17, -1e300])
def test_constant(value):
    found = described(value, value, NAN)
    assert (found.count, found.missing, found.lowest, found.median, found.highest) == (2, 1, value, value, value)
    assert found.counts.tolist() == [2]
    assert found.edges[0] < value < found.edges[1]


def test_values_that_differ_in_their_last_bits_get_one_bar():
    value = 0.1
    found = described(*[value] * 50, np.nextafter(value, 1))
    assert (found.edges.tolist(), found.counts.tolist()) == ([value, np.nextafter(value, 1)], [51])


@pytest.mark.parametrize("values", [[], [NAN], [NAN, NAN, float("inf"), -float("inf")]])
def test_nothing_there(values):
    found = described(*values)
    assert (found.count, found.missing) == (0, len(values))
    assert np.isnan([found.lowest, found.median, found.highest]).all()
    assert (len(found.edges), len(found.counts)) == (0, 0)


@given(CELLS)
def test_bars_hold_every_value_once(cells):
    values = np.array(cells, dtype=float)
    known = values[~np.isnan(values)]
    found = describe_numbers(values)
    assert (found.count, found.missing) == (len(known), len(values) - len(known))
    if not len(known):
        return
    assert (found.lowest, found.median, found.highest) == (known.min(), np.median(known), known.max())
    assert 1 <= len(found.counts) <= MOST_BARS
    assert len(found.edges) == len(found.counts) + 1
    assert found.counts.sum() == len(known)
    assert (np.diff(found.edges) > 0).all()
    assert found.edges[0] <= known.min()
    assert known.max() <= found.edges[-1]
    # Neither the first nor the last bar is empty.
    assert found.counts[0] > 0
    assert found.counts[-1] > 0


@given(st.lists(st.integers(-1000, 1000), min_size=1, max_size=80))
def test_bars_of_whole_numbers_hold_equally_many_of_them(cells):
    found = describe_numbers(np.array(cells, dtype=float))
    widths = np.diff(found.edges)
    assert set(widths) == {widths[0]}
    assert widths[0] == int(widths[0])
    assert set(found.edges % 1) == {0.5}


def test_half_a_million():
    random = np.random.default_rng(3)
    values = random.gamma(2, 3, 500_000)
    found = describe_numbers(values)
    np.testing.assert_array_equal(found.counts, np.histogram(values, MOST_BARS)[0])
