from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from builders import NAN, definition, group, published, table, ward_codes

from cni_mapper.core.errors import CniError
from cni_mapper.core.index.definition import Universe
from cni_mapper.core.index.values import columns_wanted, gather

ONE = definition(published("a"))
ENGLAND = {"universes": [{"place": "England", "codes": "E05", "areas": 4}]}
NATIONS = {
    "universes": [
        {"place": "Wales", "codes": "W02", "areas": 2},
        {"place": "Northern Ireland", "codes": "95", "areas": 3},
    ]
}


def refused(*arguments, **options):
    with pytest.raises(CniError) as fault:
        gather(*arguments, **options)
    return fault.value.code, fault.value.context


class TestColumns:
    def test_wanted_are_all_names_and_the_flag(self):
        tree = definition(group("g", published("a")), published("b"), published_flag=["left_behind"])
        assert columns_wanted(tree) == ["a", "b", "left_behind"]

    def test_found_by_any_of_their_names_whatever_the_case(self):
        wanted = definition({"id": "a", "title": "A", "published": {"kind": "score", "columns": ["x", "Civic Score"]}})
        found = gather(wanted, [table({"ward_code": ward_codes(2), "civic score": ["1,000", "2"]})])
        np.testing.assert_array_equal(found.columns["a"], [1000, 2])

    def test_the_first_name_wins(self):
        wanted = definition({"id": "a", "title": "A", "published": {"kind": "score", "columns": ["new", "old"]}})
        found = gather(wanted, [table({"ward_code": ward_codes(2), "old": [1, 2], "new": [3, 4]})])
        np.testing.assert_array_equal(found.columns["a"], [3, 4])

    def test_several_tables_meet_by_code(self):
        first = table({"ward_code": ["E05000002", "E05000001"], "a": [20, 10]})
        second = table({"ward_code": ["E05000001", "E05000003", "E05000002"], "b": [1, 3, 2]}, "more.csv")
        found = gather(definition(published("a"), published("b")), [first, second])
        assert list(found.codes) == ["E05000002", "E05000001", "E05000003"]
        np.testing.assert_array_equal(found.columns["a"], [20, 10, NAN])
        np.testing.assert_array_equal(found.columns["b"], [2, 1, 3])
        (note,) = found.notices
        assert (note.code, note.context) == ("values_missing", {"column": "a", "table": "needs.csv", "count": 1})

    def test_marks_are_counted_and_named(self):
        found = gather(ONE, [table({"ward_code": ward_codes(5), "a": ["1", "*", "c", "*", "5"]})])
        np.testing.assert_array_equal(found.columns["a"], [1, NAN, NAN, NAN, 5])
        marks, missing = found.notices
        assert (marks.code, marks.context) == (
            "not_numbers",
            {"column": "a", "table": "needs.csv", "count": 3, "marks": ["*", "c"]},
        )
        assert (missing.code, missing.context["count"]) == ("values_missing", 3)

    def test_the_notices_of_the_tables_come_along(self):
        found = gather(ONE, [table({"ward_code": [*ward_codes(2), None], "a": [1, 2, 3]})])
        assert [note.code for note in found.notices] == ["codes_blank"]


class TestRefused:
    def test_a_column_that_no_table_holds(self):
        code, context = refused(ONE, [table({"ward_code": ward_codes(2), "b": [1, 2]})])
        assert (code, context) == (
            "indicator_not_found",
            {"domain": "A", "wanted": ["a"], "tables": ["needs.csv"]},
        )

    def test_a_column_without_a_number(self):
        code, context = refused(ONE, [table({"ward_code": ward_codes(2), "a": ["*", None]})])
        assert (code, context) == ("indicator_empty", {"column": "a", "table": "needs.csv", "domain": "A"})

    def test_a_constant_column(self):
        code, context = refused(ONE, [table({"ward_code": ward_codes(3), "a": ["5", "5.0", None]})])
        assert (code, context) == (
            "indicator_constant",
            {"column": "a", "table": "needs.csv", "domain": "A", "value": 5.0},
        )

    def test_an_infinite_value(self):
        code, context = refused(ONE, [table({"ward_code": ward_codes(2), "a": ["inf", "1"]})])
        assert (code, context) == ("infinite_values", {"column": "a", "table": "needs.csv", "rows": ["E05000001"]})

    def test_a_column_in_two_tables(self):
        tables = [table({"ward_code": ward_codes(2), "a": [1, 2]}, name) for name in ("one.csv", "two.csv")]
        assert refused(ONE, tables) == ("column_in_two_tables", {"column": "a", "tables": ["one.csv", "two.csv"]})

    def test_fewer_areas_than_the_publisher_ranked(self):
        code, context = refused(
            definition(published("a"), **ENGLAND), [table({"ward_code": ward_codes(3), "a": [1, 2, 3]})]
        )
        assert (code, context) == (
            "universe_too_small",
            {"found": 3, "wanted": 4, "index": "Test index", "place": "England"},
        )

    def test_two_nations_at_once(self):
        both = table({"area_code": ["W02000001", "95AA01S1"], "a": [1, 2]})
        code, context = refused(definition(published("a"), **NATIONS), [both])
        assert (code, context) == ("two_nations", {"index": "Test index", "places": ["Wales", "Northern Ireland"]})

    def test_a_focus_without_an_area_of_the_tables(self):
        code, context = refused(ONE, [table({"ward_code": ward_codes(2), "a": [1, 2]})], within=pd.Index(["E05000009"]))
        assert (code, context) == ("focus_empty", {"where": "Test index"})


class TestUniverse:
    def test_one_area_is_enough_without_a_universe(self):
        found = gather(ONE, [table({"ward_code": ward_codes(1), "a": [5]})])
        assert (list(found.codes), found.place, found.whole) == (ward_codes(1), "", True)

    def test_whole(self):
        found = gather(definition(published("a"), **ENGLAND), [table({"ward_code": ward_codes(4), "a": [4, 3, 2, 1]})])
        assert (found.place, found.whole) == ("England", True)

    def test_one_nation_of_several(self):
        codes = ["95AA01S1", "95AA01S2", "95AA01S3"]
        found = gather(definition(published("a"), **NATIONS), [table({"area_code": codes, "a": [1, 2, 3]})])
        assert (found.place, found.whole) == ("Northern Ireland", True)

    def test_within_a_focus(self):
        whole = table({"ward_code": ward_codes(4), "a": [4, 3, 2, 1]})
        focus = pd.Index(["E05000004", "E05000002", "E05000099"])
        found = gather(definition(published("a"), **ENGLAND), [whole], within=focus)
        assert (list(found.codes), found.place, found.whole) == (["E05000002", "E05000004"], "England", False)
        np.testing.assert_array_equal(found.columns["a"], [3, 1])

    def test_universe_of_a_definition(self):
        assert definition(published("a"), **ENGLAND).universes == (Universe("England", "E05", 4),)


class TestOtherAreas:
    """A table that the index is not about must not be ranked as it."""

    @pytest.mark.parametrize(
        ("geography", "heading", "begins", "found"),
        [
            pytest.param("ward2017", "lsoa21_code", "E01", "LSOAs of 2021", id="other kind"),
            pytest.param("ward2017", "ward24_code", "E05", "wards of 2024", id="other year"),
        ],
    )
    def test_another_geography_is_refused(self, geography, heading, begins, found):
        codes = [code.replace("E05", begins) for code in ward_codes(20)]
        made = table({heading: codes, "a": range(20)})
        with pytest.raises(CniError) as fault:
            gather(definition(published("a"), geography=geography), [made])
        assert (fault.value.code, fault.value.context["found"]) == ("definition_of_other_areas", found)

    @pytest.mark.parametrize(("areas", "refused"), [(102, False), (103, True)])
    def test_two_percent_more_areas_than_ranked_are_allowed(self, areas, refused):
        index = definition(published("a"), universes=[{"place": "England", "codes": "E05", "areas": 100}])
        made = table({"ward_code": ward_codes(areas), "a": range(areas)})
        if not refused:
            assert len(gather(index, [made]).codes) == 102
            return
        with pytest.raises(CniError) as fault:
            gather(index, [made])
        assert (fault.value.code, fault.value.context["found"]) == ("definition_of_other_areas", "103 areas")
