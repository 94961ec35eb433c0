from __future__ import annotations

import pandas as pd
from builders import NAN, ward_codes
from hypothesis import given
from hypothesis import strategies as st

from cni_mapper.core.analysis.compare import compare_runs
from cni_mapper.core.analysis.overlay import CATEGORIES

COLUMNS = ["area_name", "first_rank", "second_rank", "moved", "first_category", "second_category", "change"]
ROW = st.tuples(st.one_of(st.none(), st.integers(1, 40)), st.sampled_from(CATEGORIES))
RUN = st.dictionaries(st.integers(1, 20).map(lambda n: f"E05{n:06d}"), ROW, max_size=15)


def run(rows):
    """Rows of a result layer from (rank, category) by code, in the columns that are compared and one more."""
    frame = pd.DataFrame(
        {
            "area_code": list(rows),
            "area_name": [f"Ward {code[-2:]}" for code in rows],
            "cni_rank": pd.array([rank for rank, _ in rows.values()], "Int64"),
            "category": pd.Series([category for _, category in rows.values()], dtype=object),
        }
    )
    return frame.assign(population=100.0)


def cells(frame):
    return frame.astype(object).where(frame.notna(), None).to_numpy().tolist()


A, B, C, D, E, F = ward_codes(6)
FIRST = run({A: (1, "left_behind"), B: (2, "left_behind"), C: (3, "other"), D: (None, "no_data"), E: (4, "deprived")})
SECOND = run({F: (2, "left_behind"), C: (1, "left_behind"), B: (7, "deprived"), A: (3, "left_behind"), D: (4, "other")})


def test_by_hand():
    found = compare_runs(FIRST, SECOND)
    assert list(found.columns) == COLUMNS
    assert (found.index.name, list(found.index)) == ("area_code", [A, B, C, D, E, F])
    assert cells(found) == [
        ["Ward 01", 1, 3, -2, "left_behind", "left_behind", "stayed"],
        ["Ward 02", 2, 7, -5, "left_behind", "deprived", "left"],
        ["Ward 03", 3, 1, 2, "other", "left_behind", "joined"],
        ["Ward 04", None, 4, None, "no_data", "other", ""],
        ["Ward 05", 4, None, None, "deprived", None, "only_first"],
        ["Ward 06", None, 2, None, None, "left_behind", "only_second"],
    ]
    assert [str(found[name].dtype) for name in ("first_rank", "second_rank", "moved")] == ["Int64"] * 3


def test_a_name_that_only_one_run_knows():
    assert compare_runs(FIRST.assign(area_name=None), SECOND)["area_name"].tolist()[:2] == ["Ward 01", "Ward 02"]


def test_numbers_as_a_layer_gives_them():
    """With an area that is not ranked a layer's column may come as fractions or as objects."""
    expected = cells(compare_runs(FIRST, SECOND))
    for kind in (float, object):
        ranks = [NAN if pd.isna(rank) else kind(rank) if kind is float else rank for rank in FIRST["cni_rank"]]
        assert cells(compare_runs(FIRST.assign(cni_rank=pd.Series(ranks, dtype=kind)), SECOND)) == expected


def test_an_area_without_a_category_is_in_its_run_all_the_same():
    found = compare_runs(FIRST.assign(category=None), SECOND)
    assert found["change"].tolist() == ["joined", "", "joined", "", "only_first", "only_second"]


def test_runs_without_areas_in_common():
    found = compare_runs(FIRST.iloc[:2], SECOND.iloc[:1])
    assert found["change"].tolist() == ["only_first", "only_first", "only_second"]
    assert found["moved"].isna().all()


@given(RUN, RUN)
def test_agrees_with_sets(one, two):
    found = compare_runs(run(one), run(two))
    assert list(found.index) == [*one, *(code for code in two if code not in one)]
    behind = [{code for code, (_, category) in rows.items() if category == "left_behind"} for rows in (one, two)]
    both = set(one) & set(two)
    expected = {
        "joined": (behind[1] - behind[0]) & both,
        "left": (behind[0] - behind[1]) & both,
        "stayed": behind[0] & behind[1],
        "only_first": set(one) - set(two),
        "only_second": set(two) - set(one),
    }
    for change, codes in expected.items():
        assert set(found.index[found["change"] == change]) == codes
    for code, row in found.iterrows():
        ranks = [rows[code][0] if code in rows else None for rows in (one, two)]
        known = None not in ranks
        assert (row["moved"] == ranks[0] - ranks[1]) if known else pd.isna(row["moved"])


@given(RUN, RUN)
def test_the_other_way_round_is_the_mirror_image(one, two):
    there, back = (
        compare_runs(run(one), run(two)),
        compare_runs(run(two), run(one)).reindex([*one, *[c for c in two if c not in one]]),
    )
    turned = {"joined": "left", "left": "joined", "only_first": "only_second", "only_second": "only_first"}
    assert back["change"].tolist() == [turned.get(change, change) for change in there["change"]]
    assert (-back["moved"]).equals(there["moved"])
