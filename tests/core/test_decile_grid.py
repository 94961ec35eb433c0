from __future__ import annotations

import numpy as np
import pytest
from builders import NAN
from hypothesis import given
from hypothesis import strategies as st
from trials import cni_2019, percent

from cni_mapper.core.analysis.decile_grid import areas_in_cell, decile_grid
from cni_mapper.core.analysis.what_if import counts, try_out
from cni_mapper.core.index.library import find_definition

DECILE = st.one_of(st.just(NAN), st.integers(1, 10).map(float))


@st.composite
def areas(draw):
    """Both deciles of some areas, and which are shown."""
    rows = draw(st.lists(st.tuples(DECILE, DECILE, st.booleans()), max_size=60))
    cni, imd, shown = (np.array([row[i] for row in rows], kind) for i, kind in enumerate((float, float, bool)))
    return cni, imd, draw(st.sampled_from([None, shown]))


def test_by_hand():
    cni, imd = np.array([1, 1, 10, NAN, 3, 1.0]), np.array([1, 2, 10, 4, NAN, 2.0])
    grid = decile_grid(cni, imd)
    assert (grid.shape, grid.dtype.kind, grid.sum()) == ((10, 10), "i", 4)
    assert (grid[0, 0], grid[0, 1], grid[1, 0], grid[9, 9]) == (1, 2, 0, 1)
    assert list(areas_in_cell(cni, imd, cni=1, imd=2)) == [1, 5]
    shown = np.array([True, True, True, True, True, False])
    assert (decile_grid(cni, imd, shown)[0, 1], decile_grid(cni, imd, shown).sum()) == (1, 3)
    assert list(areas_in_cell(cni, imd, 1, 2, shown)) == [1]


@given(areas())
def test_every_cell_counts_its_areas(given_areas):
    cni, imd, shown = given_areas
    grid = decile_grid(cni, imd, shown)
    cells = [[areas_in_cell(cni, imd, i, j, shown) for j in range(1, 11)] for i in range(1, 11)]
    assert grid.tolist() == [[len(cell) for cell in row] for row in cells]
    everywhere = [position for row in cells for cell in row for position in cell]
    expected = [i for i in range(len(cni)) if not np.isnan(cni[i] + imd[i]) and (shown is None or shown[i])]
    assert sorted(everywhere) == expected


def test_nothing_known():
    nowhere = np.full(9, NAN)
    assert decile_grid(nowhere, nowhere).tolist() == [[0] * 10] * 10
    assert decile_grid(nowhere[:0], nowhere[:0]).tolist() == [[0] * 10] * 10


@pytest.mark.parametrize(("cni", "imd"), [(1, 1), (10, 10), (7, 3)])
def test_cni_2019(reference_data, cni, imd):
    """Rows and columns hold a tenth each; the first cell is what limits of 10% find."""
    basis, expected = cni_2019(reference_data)
    outcome = try_out(basis, find_definition("cni-2019"), percent(10))
    grid = decile_grid(outcome.index.decile, outcome.imd_decile)
    assert (grid.sum(), grid[0].sum(), grid[:, 0].sum()) == (7433, 743, 743)
    assert grid[0, 0] == counts(outcome, basis.people).areas["left_behind"] == 229
    assert grid[cni - 1, imd - 1] == ((expected["cni_decile"] == cni) & (expected["imd_decile_oa"] == imd)).sum()
