from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from builders import NAN, definition, published, table, values, ward_codes

from cni_mapper.core.analysis.overlay import Limits, make_limit, overlay
from cni_mapper.core.analysis.result_table import (
    AREA_COLUMNS,
    PublishedComparison,
    cni_columns,
    compare_published,
    complete_areas,
    count_by_district,
    count_categories,
    decile_counts,
    published_flags,
    result_table,
)
from cni_mapper.core.index.engine import compute, result_frame
from cni_mapper.core.index.ranking import rank_score

CODES = ward_codes(12)


def areas(codes, **columns):
    frame = pd.DataFrame(index=pd.Index(codes, name="area_code"), columns=list(AREA_COLUMNS[1:]), dtype=object)
    return frame.assign(**columns)


@pytest.fixture
def made():
    """Twelve wards; need and deprivation both fall with the code, the third has no domain b, the last no IMD."""
    found = values({"a": range(12, 0, -1), "b": [NAN if i == 2 else 0.0 for i in range(12)]}, CODES)
    result = compute(definition(published("a"), published("b")), found)
    flags = pd.Series(["yes", "yes", "no"] + ["unknown"] * 9, CODES)
    imd = rank_score(pd.Series(np.arange(50.0, 39, -1), index=CODES[:11]))
    limit = make_limit(1, is_count=True, name="limit")
    found = overlay(pd.Series(result.rank, CODES), imd.frame["rank"], Limits(limit, limit))
    quality = pd.Series("best_fit", CODES[:11])
    return cni_columns(result_frame(result, "cni"), flags), imd, quality, found


class TestResultTable:
    def test_columns_in_their_order(self, made):
        cni, imd, quality, found = made
        made_table = result_table(areas(CODES), cni, imd, quality, found)
        assert list(made_table.columns) == [
            *("area_code", "area_name", "district_code", "district_name", "population"),
            *("cni_score", "cni_rank", "cni_decile", "cni_margin"),
            *("a_score", "a_rank", "a_decile", "b_score", "b_rank", "b_decile"),
            *("imd_score", "imd_rank", "imd_decile", "imd_margin"),
            *("category", "left_behind_published", "missing", "quality"),
        ]

    def test_rows_of_the_focus_in_its_order(self, made):
        cni, imd, quality, found = made
        focus = areas(["E05000012", "E05000003", "E05000001", "E05000002", "E05000099"])
        rows = result_table(focus, cni, imd, quality, found).astype(object)
        rows = rows.where(rows.notna(), None)
        assert rows["area_code"].tolist() == list(focus.index)
        assert rows["cni_score"].tolist() == [1, None, 12, 11, None]
        # Eleven wards are ranked on each index: the third has no CNI, the twelfth no IMD.
        assert rows["cni_rank"].tolist() == [11, None, 1, 2, None]
        assert rows["cni_decile"].tolist() == [10, None, 1, 2, None]
        assert rows["cni_margin"].tolist() == [10, None, 0, 1, None]
        assert rows["a_rank"].tolist() == [12, 3, 1, 2, None]
        assert rows["imd_rank"].tolist() == [None, 3, 1, 2, None]
        assert rows["imd_margin"].tolist() == [None, 2, 0, 1, None]
        assert rows["category"].tolist() == ["no_data", "no_data", "left_behind", "other", "no_data"]
        assert rows["left_behind_published"].tolist() == ["unknown", "no", "yes", "yes", "unknown"]
        assert rows["missing"].tolist()[:4] == ["", "b", "", ""]
        assert rows["quality"].tolist() == [None, "best_fit", "best_fit", "best_fit", None]

    def test_ranks_deciles_and_margins_are_whole_numbers(self, made):
        cni, imd, quality, found = made
        types = result_table(areas(CODES), cni, imd, quality, found).dtypes.astype(str)
        whole = [name for name, kind in types.items() if kind == "Int64"]
        assert whole == [
            *("cni_rank", "cni_decile", "cni_margin", "a_rank", "a_decile", "b_rank", "b_decile"),
            *("imd_rank", "imd_decile", "imd_margin"),
        ]


class TestPublishedFlags:
    @pytest.mark.parametrize(
        ("cells", "flags"),
        [
            pytest.param(["1", "0"], ["yes", "no"], id="text of digits"),
            pytest.param([1, 0], ["yes", "no"], id="whole numbers"),
            pytest.param([1.0, 0.0], ["yes", "no"], id="numbers"),
            pytest.param([" Yes", "NO "], ["yes", "no"], id="words"),
            pytest.param([True, False], ["yes", "no"], id="true and false"),
            pytest.param(["TRUE", None], ["yes", "unknown"], id="blank"),
            pytest.param(["perhaps", "n"], ["unknown", "no"], id="neither"),
        ],
    )
    def test_what_the_flag_may_hold(self, cells, flags):
        found = published_flags(
            [table({"ward_code": CODES[:2], "Left Behind Area?": cells})],
            ["left_behind", "left behind area?"],
            pd.Index(CODES[:3]),
        )
        assert list(found) == [*flags, "unknown"]

    def test_no_table_holds_it(self):
        found = published_flags([table({"ward_code": CODES[:2]})], ["left_behind"], pd.Index(CODES[:2]))
        assert list(found) == ["unknown", "unknown"]


class TestCompletingAreas:
    NEEDS = {
        "ward17_code": CODES[:2],
        "ward17_name": ["Abbey", "Alibon"],
        "lad_code": ["E09000002", "E09000003"],
        "lad_name": ["Barking", "Barnet"],
    }

    def test_filled_by_code(self):
        filled = complete_areas(areas(["E05000002", "E05000001"]), [table(self.NEEDS, code_column="ward17_code")])
        assert filled["area_name"].tolist() == ["Alibon", "Abbey"]
        assert filled["district_code"].tolist() == ["E09000003", "E09000002"]
        assert filled["district_name"].tolist() == ["Barnet", "Barking"]
        assert filled["population"].isna().all()

    def test_what_the_areas_say_stays(self):
        own = areas(CODES[:2], area_name=["Own", None])
        filled = complete_areas(own, [table(self.NEEDS, code_column="ward17_code")])
        assert filled["area_name"].tolist() == ["Own", "Alibon"]
        assert own["area_name"].tolist() == ["Own", None]

    def test_a_table_of_districts_does_not_name_itself_as_their_district(self):
        districts = table({"lad_code": ["E09000002"], "lad_name": ["Barking"], "n": [1]})
        filled = complete_areas(areas(["E09000002"]), [districts])
        assert filled["area_name"].tolist() == ["Barking"]
        assert filled["district_code"].isna().all()


class TestCounts:
    TABLE = pd.DataFrame(
        {
            "area_code": CODES[:5],
            "area_name": ["Abbey", "Byker", None, "Cray", "Dene"],
            "district_name": ["York", "Bath", "York", None, "Bath"],
            "category": ["left_behind", "left_behind", "left_behind", "other", "no_data"],
            "population": [100, 50, NAN, 30, 7],
            "left_behind_published": ["yes", "no", "no", "yes", "unknown"],
        }
    )

    def test_areas_and_people_by_category(self):
        counts = count_categories(self.TABLE)
        assert counts.areas == {"left_behind": 3, "deprived": 0, "high_need": 0, "other": 1, "no_data": 1}
        assert counts.people == {"left_behind": 150, "deprived": 0, "high_need": 0, "other": 30, "no_data": 7}

    def test_by_district_in_alphabetical_order(self):
        counts = count_by_district(self.TABLE)
        assert list(counts) == ["Bath", "York"]
        assert counts["Bath"].areas == {"left_behind": 1, "deprived": 0, "high_need": 0, "other": 0, "no_data": 1}
        assert counts["Bath"].people == {"left_behind": 50, "deprived": 0, "high_need": 0, "other": 0, "no_data": 7}
        assert counts["York"].areas == {"left_behind": 2, "deprived": 0, "high_need": 0, "other": 0, "no_data": 0}
        assert counts["York"].people == {"left_behind": 100, "deprived": 0, "high_need": 0, "other": 0, "no_data": 0}

    def test_no_districts(self):
        assert count_by_district(self.TABLE.assign(district_name=None)) == {}

    def test_beside_the_publishers_list_by_name_or_code(self):
        assert compare_published(self.TABLE) == PublishedComparison(3, 2, ["Byker", "E05000003"], ["Cray"])

    def test_no_list_to_compare_with(self):
        assert compare_published(self.TABLE.assign(left_behind_published="unknown")) is None

    def test_areas_in_each_decile(self):
        counts = decile_counts(pd.Series([1, 1, 10, None], dtype="Int64"))
        assert counts == {1: 2, **dict.fromkeys(range(2, 10), 0), 10: 1, None: 1}
