from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from builders import NAN, table
from hypothesis import given
from hypothesis import strategies as st

from cni_mapper.core.analysis.overlap import (
    Membership,
    Pieces,
    links_membership,
    meet,
    overlap_notices,
    overlap_shares,
    percent,
    read_profile,
)
from cni_mapper.core.analysis.overlay import CATEGORIES
from cni_mapper.core.data.links import read_links
from cni_mapper.core.data.tables import Origin
from cni_mapper.core.errors import CniError

RESULT = {
    "area_code": ["E1", "E2", "E3", "E4"],
    "area_name": ["Ash", "Birch", "Cedar", None],
    "category": ["left_behind", "deprived", "other", "no_data"],
    "cni_decile": [1, 2, 10, None],
    "imd_decile": ["1", "1", "9", ""],
    "population": [100, 200, 300, 400],
}
ASH, BIRCH, CEDAR, UNKNOWN, OUTSIDE = 0, 1, 2, 3, -1


def profile(**changes):
    return read_profile(table({**RESULT, **changes}, "result.gpkg", code_column="area_code", any_code=True))


def pieces(target, area, people, shared=None):
    flags = np.zeros(len(target), dtype=bool) if shared is None else np.array(shared)
    return Pieces(np.array(target), np.array(area), np.array(people, dtype=float), flags)


def membership(small, where, weight=None, share=None):
    weight = None if weight is None else np.array(weight, dtype=float)
    return Membership(np.array(small), np.array(where), weight, np.array(share or [1.0] * len(small)))


def as_tuples(found):
    return sorted(zip(found.target.tolist(), found.area.tolist(), found.people.tolist(), found.shared.tolist()))


class TestReadingAResult:
    def test_categories_deciles_and_names(self):
        read = profile()
        assert [CATEGORIES[i] for i in read.category] == RESULT["category"]
        assert {key: values.tolist() for key, values in read.deciles.items()} == {
            "cni_decile": [1, 2, 10, 0],
            "imd_decile": [1, 1, 9, 0],
        }
        assert list(read.names) == ["Ash", "Birch", "Cedar", "E4"]
        assert read.people.tolist() == [100, 200, 300, 400]

    @pytest.mark.parametrize("column", ["category", "cni_decile", "imd_decile"])
    def test_a_table_that_is_no_result(self, column):
        columns = {key: values for key, values in RESULT.items() if key != column}
        with pytest.raises(CniError) as fault:
            read_profile(table(columns, code_column="area_code", any_code=True))
        assert (fault.value.code, fault.value.context["column"]) == ("not_a_result", column)

    @pytest.mark.parametrize(
        ("changes", "code", "found"),
        [
            ({"category": ["LBN", "other", "other", "other"]}, "categories_unknown", ["LBN"]),
            ({"imd_decile": [1, 11, 0, -1]}, "not_a_decile", [-1, 11]),
        ],
    )
    def test_values_that_no_result_has(self, changes, code, found):
        with pytest.raises(CniError) as fault:
            profile(**changes)
        assert (fault.value.code, fault.value.context["found"]) == (code, found)


class TestMeeting:
    def test_whole_small_areas_with_their_own_people(self):
        # Small areas 0 and 1 stand in target 0, 2 in target 1; 3 in none.
        found = meet(membership([0, 1, 2], [0, 0, 1], [300, 400, 50]), membership([0, 1, 2, 3], [0, 1, 1, 1]), 4)
        assert as_tuples(found) == [(0, 0, 300, False), (0, 1, 400, False), (1, 1, 50, False)]

    def test_people_of_a_small_area_in_two_areas_are_shared(self):
        in_areas = membership([0, 0], [0, 1], [30, 10], [0.75, 0.25])
        found = meet(membership([0], [0], [200]), in_areas, 1)
        assert as_tuples(found) == [(0, 0, 150, True), (0, 1, 50, True)]

    def test_without_people_in_the_targets_those_in_the_areas_count(self):
        # Small area 0 is half in target 0; 30 of its people live in area 0 and 10 in area 1.
        in_areas = membership([0, 0], [0, 1], [30, 10], [0.75, 0.25])
        found = meet(membership([0], [0], share=[0.5]), in_areas, 1)
        assert as_tuples(found) == [(0, 0, 15, True), (0, 1, 5, True)]

    def test_people_in_no_area_stay_in_the_target(self):
        found = meet(membership([0, 1], [0, 0], [300, 400]), membership([0], [2]), 2)
        assert as_tuples(found) == [(0, -1, 400, False), (0, 2, 300, False)]

    def test_people_that_nothing_tells_are_not_known(self):
        found = meet(membership([0, 1], [0, 0]), membership([0], [2], [9]), 2)
        assert as_tuples(found)[1] == (0, 2, 9, False)
        assert np.isnan(as_tuples(found)[0][2])

    def test_a_point_in_two_patches_counts_whole_in_each(self):
        found = meet(membership([0, 0], [0, 1], [300, 300]), membership([0], [2]), 1)
        assert as_tuples(found) == [(0, 2, 300, False), (1, 2, 300, False)]

    def test_rows_of_a_lookup(self):
        frame = pd.DataFrame({"s": ["a", "a", "b", "c"], "t": ["X", "Z", "X", "X"], "n": [1, 3, 5, 7]})
        links = read_links(frame, Origin("L", "l", ""), from_column="s", to_column="t", weight_column="n")
        smalls, places = pd.Index(["b", "a"]), pd.Index(["X", "Y"])
        inside = links_membership(links, smalls, places, outside=False)
        assert list(zip(inside.small, inside.where, inside.weight, inside.share)) == [(1, 0, 1, 0.25), (0, 0, 5, 1)]
        everywhere = links_membership(links, smalls, places, outside=True)
        assert list(zip(everywhere.small, everywhere.where)) == [(1, 0), (1, -1), (0, 0)]


class TestShares:
    def test_of_two_targets(self):
        # Target 0: 600 in Ash, 300 in Birch, 100 outside. Target 1: 30 in Cedar, 10 where there is no data.
        found = overlap_shares(
            pieces([0, 0, 0, 0, 1, 1], [ASH, ASH, BIRCH, OUTSIDE, CEDAR, UNKNOWN], [300, 300, 300, 100, 30, 10]),
            profile(),
            2,
        )
        assert found["residents"].tolist() == [1000, 40]
        assert found["residents_known"].tolist() == [900, 30]
        assert found[[f"share_{name}" for name in CATEGORIES]].to_numpy().tolist() == [
            [0.6, 0.3, 0, 0, 0.1],
            [0, 0, 0, 0.75, 0.25],
        ]
        deciles = found[[f"share_cni_decile_{i}" for i in range(1, 11)]].to_numpy()
        assert deciles[0].tolist() == [0.6, 0.3, 0, 0, 0, 0, 0, 0, 0, 0]
        assert deciles[1].tolist() == [0, 0, 0, 0, 0, 0, 0, 0, 0, 0.75]
        assert found["share_imd_decile_1"].tolist() == [0.9, 0]
        assert found["areas"].tolist() == [2, 2]
        assert found["area_names"].tolist() == ["Ash 60%; Birch 30%", "Cedar 75%; E4 25%"]
        assert found["quality"].tolist() == ["best_fit", "best_fit"]

    def test_the_place_itself_is_never_ranked(self):
        found = overlap_shares(pieces([0], [ASH], [1]), profile(), 1)
        assert not {"rank", "decile", "category", "score"} & {
            part for name in found for part in [name, name.split("_")[-1]]
        }

    def test_a_place_without_residents_has_no_shares(self):
        found = overlap_shares(pieces([0], [ASH], [10]), profile(), 2)
        assert found.loc[1, ["residents", "residents_known", "areas"]].tolist() == [0, 0, 0]
        assert found.loc[1, [name for name in found if name.startswith("share_")]].isna().all()
        assert found.loc[1, "area_names"] == ""
        (note,) = overlap_notices(found, ["Here", "There"])
        assert (note.code, note.context) == ("overlap_no_residents", {"count": 1, "total": 2, "names": ["There"]})

    def test_people_not_known_and_people_shared_out_are_flagged(self):
        found = overlap_shares(
            pieces([0, 0, 1, 2], [ASH, OUTSIDE, ASH, OUTSIDE], [10, NAN, 10, 5], [False, False, True, False]),
            profile(),
            3,
        )
        assert found["quality"].tolist() == ["partial", "estimated", "best_fit"]
        notices = overlap_notices(found, ["A", "B", "C"])
        assert [(note.code, note.context["names"]) for note in notices] == [
            ("overlap_unknown", ["C"]),
            ("overlap_partial", ["A"]),
        ]

    def test_the_five_largest_are_named_in_order(self):
        names = [f"Ward {i}" for i in range(7)]
        many = read_profile(
            table(
                {
                    "area_code": [f"E{i}" for i in range(7)],
                    "area_name": names,
                    "category": ["other"] * 7,
                    "cni_decile": [5] * 7,
                    "imd_decile": [5] * 7,
                },
                code_column="area_code",
                any_code=True,
            )
        )
        found = overlap_shares(pieces([0] * 7, range(7), [1, 20, 30, 20, 10, 15, 4]), many, 1)
        assert found.loc[0, "area_names"] == "Ward 2 30%; Ward 1 20%; Ward 3 20%; Ward 5 15%; Ward 4 10%"
        assert found.loc[0, "areas"] == 7

    def test_small_percentages_are_not_nothing(self):
        assert [percent(share) for share in (0.004, 0.006, 0.126, 1)] == ["<1%", "1%", "13%", "100%"]

    @given(
        st.lists(
            st.tuples(st.integers(0, 3), st.integers(-1, 3), st.integers(0, 5000) | st.none()), min_size=1, max_size=40
        )
    )
    def test_shares_of_categories_sum_to_1_and_nobody_is_lost(self, rows):
        target, area, people = zip(*rows)
        found = overlap_shares(pieces(target, area, [NAN if n is None else n for n in people]), profile(), 4)
        some = found["residents"] > 0
        np.testing.assert_allclose(found.loc[some, [f"share_{name}" for name in CATEGORIES]].sum(axis=1), 1)
        for key in ("cni", "imd"):
            sums = found.loc[some, [f"share_{key}_decile_{i}" for i in range(1, 11)]].sum(axis=1)
            known = found.loc[some, "residents_known"] / found.loc[some, "residents"]
            np.testing.assert_allclose(sums, known, atol=1e-12)
        assert found["residents"].sum() == sum(n or 0 for n in people)
