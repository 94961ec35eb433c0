"""The facts of a page about one area, from the rows of a result alone; by hand, or with pandas and plain loops."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from builders import NAN, ward_codes

from cni_mapper.core.analysis.area_report import Standing
from cni_mapper.core.analysis.profile import Grounds, domain_ids, prepare, profile_area

# Sums 9, 12, 16, 7, 7, 7, 8, 8, 8, 8; the median of either is 4.5.
A, B = [9, 8, 7, 6, 5, 4, 3, 2, 1, 0], [0, 4, 9, 1, 2, 3, 5, 6, 7, 8]
IMD = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]
EQUAL = {"a": 1.0, "b": 1.0}


def result(**columns: list[float]) -> pd.DataFrame:
    """A result table from scores: `a`, `b`, any other domain, and `imd`; ranks and deciles by pandas."""
    domains = [id for id in columns if id != "imd"]
    size = len(columns["imd"])
    table = pd.DataFrame({"area_code": ward_codes(size), "area_name": [f"Ward {i}" for i in range(size)]})
    table = table.assign(district_code="D1", district_name="Northtown", population=1000.0)
    scores = {"cni": np.sum([columns[id] for id in domains], axis=0) if domains else columns["imd"], **columns}
    for id, values in scores.items():
        score = pd.Series(values, dtype=float)
        rank = score.rank(ascending=False, method="min")
        table[f"{id}_score"], table[f"{id}_rank"] = score, rank.astype("Int64")
        n = int(score.notna().sum())
        decile = np.ceil(10 * rank / n) if n >= 10 else rank * NAN
        table[f"{id}_decile"] = decile.astype("Int64")
    return table.assign(category="other", left_behind_published="unknown", missing="", quality="exact")


def grounds(table: pd.DataFrame, weights: dict[str, float] | None = None, **more) -> Grounds:
    given = {
        "ranked": {key: int(table[f"{key}_rank"].notna().sum()) for key in ("cni", "imd")},
        "places": {"cni": 2, "imd": 1},
        "weights": weights,
        "regions": {"D1": "The North", "D2": "The North"},
    }
    return prepare(table, **{**given, **more})


def bars(found, row: int) -> dict:
    return {bar.id: bar for bar in profile_area(found, row).bars}


class TestStandings:
    def test_by_hand(self):
        found = profile_area(grounds(result(a=A, b=B, imd=IMD), EQUAL), 1)
        assert found.cni == Standing(rank=2, n=10, decile=2, places=2, margin=0)
        assert found.imd == Standing(rank=2, n=10, decile=2, places=1, margin=1)
        assert found.others == {"cni": 0, "imd": 0}

    def test_ties(self):
        # Four wards of 8 share rank 4, three of 7 rank 8.
        found = grounds(result(a=A, b=B, imd=IMD), EQUAL)
        assert profile_area(found, 6).others == {"cni": 3, "imd": 0}
        assert profile_area(found, 3).others == {"cni": 2, "imd": 0}

    def test_an_area_without_ranks(self):
        table = result(a=[NAN, *A[1:]], b=B, imd=[NAN, *IMD[1:]])
        table.loc[0, ["category", "missing"]] = ["no_data", "a"]
        table["population"] = [NAN] * 10
        found = profile_area(grounds(table, EQUAL), 0)
        assert found.cni == Standing(rank=None, n=9, decile=None, places=2, margin=None)
        assert (found.category, found.missing, found.population) == ("no_data", ("a",), None)
        assert [bar.position for bar in found.bars] == [None, None, None, pytest.approx(0.0)]
        assert found.similar == () and not found.decides

    def test_fewer_than_ten_areas_have_no_deciles(self):
        found = profile_area(grounds(result(a=[3, 2, 1], b=[3, 2, 1], imd=[1, 2, 3]), EQUAL), 0)
        assert (found.cni.rank, found.cni.decile) == (1, None)
        assert [(bar.position, bar.decile) for bar in found.bars] == [(100, None), (0, None), (100, None), (100, None)]

    def test_one_area(self):
        found = profile_area(grounds(result(a=[3], imd=[1]), {"a": 1.0}), 0)
        assert [bar.position for bar in found.bars] == [0, 0, 0] and found.similar == ()


class TestPositions:
    def test_share_of_the_others_with_less_need_half_of_ties(self):
        found = grounds(result(a=A, b=B, imd=IMD), EQUAL)
        cni = [bars(found, row)["cni"].position for row in range(10)]
        # Of nine others: all 9, 8, 7; then 3 below and half of 3 others; then none below and half of 2.
        by_hand = [7, 8, 9, 1, 1, 1, 4.5, 4.5, 4.5, 4.5]
        assert cni == pytest.approx([100 * less / 9 for less in by_hand])
        assert [bars(found, row)["a"].position for row in (0, 9)] == [100, 0]

    def test_of_part_of_the_universe_national_ranks_stay(self):
        table = result(a=A, b=B, imd=IMD).iloc[:3].reset_index(drop=True)
        found = grounds(table, EQUAL, ranked={"cni": 10, "imd": 10})
        assert not found.whole
        # Ranks 3, 2 and 1 of ten.
        assert [bars(found, row)["cni"].position for row in range(3)] == pytest.approx([700 / 9, 800 / 9, 100])
        # How many were ranked on a domain is not known then, but at least as many as on the index.
        assert bars(found, 1)["a"].n is None and bars(found, 1)["a"].position == pytest.approx(800 / 9)
        assert bars(found, 1)["cni"].n == 10

    def test_domains_are_those_with_ranks_or_deciles(self):
        table = result(a=A, b=B, imd=IMD).drop(columns="b_rank")
        assert domain_ids(table) == ["a", "b"]
        assert bars(grounds(table), 0)["b"].position is None
        assert bars(grounds(table), 0)["b"].decile == 10


class TestGroups:
    def test_medians_of_district_and_region(self):
        table = result(a=A, b=B, imd=IMD)
        table["district_code"] = ["D1"] * 3 + ["D2"] * 4 + [None] * 3
        table["district_name"] = ["Northtown"] * 3 + [None] * 7
        found = grounds(table, EQUAL)
        first, second, none = (profile_area(found, row) for row in (0, 3, 9))
        # IMD positions fall from 100 to 0 in ninths.
        assert (first.district.name, first.district.areas) == ("Northtown", 3)
        assert bars(found, 0)["imd"].district == pytest.approx(100 * 8 / 9)
        assert (second.district.name, second.district.areas) == ("D2", 4)
        assert bars(found, 3)["imd"].district == pytest.approx(100 * 4.5 / 9)
        assert (first.region.name, first.region.areas) == ("The North", 7)
        assert bars(found, 0)["imd"].region == bars(found, 3)["imd"].region == pytest.approx(100 * 6 / 9)
        assert none.district is None and none.region is None and bars(found, 9)["imd"].district is None

    def test_areas_without_a_rank_do_not_count(self):
        found = profile_area(grounds(result(a=[NAN, *A[1:]], b=B, imd=IMD), EQUAL), 1)
        assert found.district.areas == 9

    def test_half_a_region_is_not_shown(self):
        table = result(a=A, b=B, imd=IMD).iloc[:3].reset_index(drop=True)
        found = grounds(table, EQUAL, ranked={"cni": 10, "imd": 10})
        assert profile_area(found, 0).region is None and profile_area(found, 0).district is not None


class TestWhatDecides:
    @pytest.mark.parametrize(
        ("row", "ranks", "roles"),
        [
            # 12 becomes 8.5 without a, behind 9 and 16; 12.5 without b.
            (1, (3, 2), ("pushes_over", "")),
            # 9 becomes 4.5 without a, the last; 13.5 without b, behind 16 alone.
            (0, (10, 2), ("", "holds_back")),
            # 16 becomes 13.5 and 11.5, behind 12 then.
            (2, (1, 2), ("", "")),
        ],
    )
    def test_by_hand(self, row, ranks, roles):
        found = profile_area(grounds(result(a=A, b=B, imd=IMD), EQUAL), row)
        assert found.decides
        assert tuple(bar.rank_if_middling for bar in found.bars[2:]) == ranks
        assert tuple(bar.role for bar in found.bars[2:]) == roles
        assert all(bar.rank_if_middling is None and not bar.role for bar in found.bars[:2])

    def test_not_where_the_rows_do_not_tell(self):
        table = result(a=A, b=B, imd=IMD)
        part = table.iloc[:5].reset_index(drop=True)
        unlike = table.assign(cni_score=table["cni_score"] + 1.0)
        for found in (
            grounds(part, EQUAL, ranked={"cni": 10, "imd": 10}),
            grounds(unlike, EQUAL),
            grounds(table, None),
            grounds(table.drop(columns="a_score"), EQUAL),
            grounds(table, {**EQUAL, "c": 1.0}),
        ):
            profile = profile_area(found, 1)
            assert not profile.decides and all(not bar.role for bar in profile.bars)

    def test_a_domain_without_weight_changes_nothing(self):
        table = result(a=A, imd=IMD)
        table[["b_score", "b_rank", "b_decile"]] = result(b=B, imd=IMD)[["b_score", "b_rank", "b_decile"]]
        found = bars(grounds(table, {"a": 1.0, "b": 0.0}), 1)
        assert (found["b"].rank_if_middling, found["b"].role) == (2, "")


class TestSimilar:
    def test_smallest_distance_of_positions(self):
        found = grounds(result(a=A, b=B, imd=IMD), EQUAL)
        places = {id: [bars(found, row)[id].position for row in range(10)] for id in ("a", "b", "imd")}
        for row in range(10):
            far = {
                other: sum((places[id][row] - places[id][other]) ** 2 for id in places)
                for other in range(10)
                if other != row
            }
            nearest = sorted(far, key=lambda other: (round(far[other], 9), other))[:5]
            assert sorted(far[other] for other in profile_area(found, row).similar) == pytest.approx(
                sorted(far[other] for other in nearest)
            )

    def test_without_domains_by_the_index_itself(self):
        table = result(imd=IMD)
        assert profile_area(grounds(table), 0).similar == (1, 2, 3, 4, 5)

    def test_areas_that_lack_a_domain_are_left_out(self):
        found = grounds(result(a=[*A[:9], NAN], b=B, imd=IMD), EQUAL)
        assert profile_area(found, 9).similar == ()
        assert all(9 not in profile_area(found, row).similar for row in range(9))

    def test_a_domain_without_weight_does_not_count(self):
        table = result(a=A, b=B, imd=IMD)
        assert profile_area(grounds(table, {"a": 1.0, "b": 0.0}), 0).similar == (1, 2, 3, 4, 5)
