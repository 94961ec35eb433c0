"""Scales and extents of printed maps, by hand."""

from __future__ import annotations

import pytest
from qgis.core import QgsRectangle

from cni_mapper.ui.maps.layouts.extent import map_extent, nice_scale


@pytest.mark.parametrize(
    ("width", "height", "expected"),
    [
        # 94% of 128 mm is 120.32 mm, of 138 mm 129.72 mm: at 1:100,000 they show 12,032 m and 12,972 m.
        (12_032, 12_972, 100_000),
        (12_040, 100, 110_000),
        (100, 12_980, 110_000),
        # 1:420,000 and 1:450,000 show 50,534 m and 54,144 m across.
        (50_500, 1, 420_000),
        (50_600, 1, 450_000),
        # The step after 9 is 10: 108,288 m at 1:900,000.
        (108_300, 1, 1_000_000),
        # A shape of no size still has a scale: 10 m in 120.32 mm needs 1:83.1.
        (0, 0, 90),
    ],
)
def test_the_scale_is_the_next_round_one_that_leaves_three_percent(width: int, height: int, expected: float) -> None:
    assert nice_scale(QgsRectangle(0, 0, width, height), 128, 138) == expected


def test_the_extent_has_the_shape_of_the_item_and_the_middle_of_the_areas() -> None:
    extent = map_extent(QgsRectangle(1_000, 2_000, 3_000, 2_500), 50_000, 186, 138)
    # 186 mm at 1:50,000 are 9,300 m, 138 mm 6,900 m; the middle is (2,000, 2,250).
    assert (extent.width(), extent.height()) == (9_300, 6_900)
    assert (extent.center().x(), extent.center().y()) == (2_000, 2_250)
