"""Raw indicators and rates out of tables: what `gather` makes of columns, and what it refuses."""

from __future__ import annotations

import numpy as np
import pytest
from builders import NAN, definition, table, ward_codes
from raw_indicators import indicator, ratio, raw, refused

from cni_mapper.core.index.values import columns_wanted, gather

RATE = definition(raw("d", ratio("poor", "cases", "people")))
SHRUNK = definition(raw("d", ratio("poor", "cases", "people", shrink=True)))
FOUR_WARDS = {"ward_code": ward_codes(4), "cases": [2, 30, 10, 60], "people": [20, 150, 100, 400]}


def gathered(wanted, *columns):
    tables = [table({"ward_code": ward_codes(len(next(iter(c.values())))), **c}) for c in columns]
    return gather(wanted, tables)


class TestColumns:
    def test_every_column_of_every_indicator_is_wanted(self):
        wanted = definition(raw("d", indicator("a", columns=["a", "A rate"]), ratio("b", "cases", "people")))
        assert columns_wanted(wanted) == ["a", "A rate", "cases", "people"]

    def test_indicators_come_from_several_tables(self):
        first = table({"ward_code": ["E05000002", "E05000001"], "a": [20, 10]})
        second = table({"ward_code": ["E05000001", "E05000003", "E05000002"], "b": ["1", "*", "2"]}, "more.csv")
        found = gather(definition(raw("d", "a", "b")), [first, second])
        assert list(found.codes) == ["E05000002", "E05000001", "E05000003"]
        np.testing.assert_array_equal(found.columns["a"], [20, 10, NAN])
        np.testing.assert_array_equal(found.columns["b"], [2, 1, NAN])
        assert found.district is None

    def test_a_column_that_is_nowhere_is_refused(self):
        code, context = refused(gathered, definition(raw("d", "a", "b")), {"a": [1, 2]})
        assert (code, context) == (
            "indicator_not_found",
            {"domain": "B", "wanted": ["b"], "tables": ["needs.csv"]},
        )

    def test_an_all_missing_indicator_is_refused(self):
        code, context = refused(gathered, definition(raw("d", "a")), {"a": ["*", "", "c"]})
        assert (code, context) == ("indicator_empty", {"domain": "A", "column": "a", "table": "needs.csv"})

    @pytest.mark.parametrize(
        "column", [[7, 7, 7], [7, None, None], ["7", "*", "7.0"]], ids=["all", "one value", "marks"]
    )
    def test_a_constant_indicator_is_refused(self, column):
        code, context = refused(gathered, definition(raw("d", "a")), {"a": column})
        assert (code, context) == (
            "indicator_constant",
            {"domain": "A", "column": "a", "table": "needs.csv", "value": 7.0},
        )

    def test_a_single_area_may_be_constant(self):
        np.testing.assert_array_equal(gathered(definition(raw("d", "a")), {"a": [7]}).columns["a"], [7])


class TestRates:
    def test_numerator_over_denominator(self):
        found = gather(RATE, [table(FOUR_WARDS)])
        np.testing.assert_allclose(found.columns["poor"], [0.1, 0.2, 0.1, 0.15])
        assert list(found.columns) == ["poor"]

    def test_numerator_and_denominator_from_two_tables(self):
        cases = table({"ward_code": ward_codes(2), "cases": [3, 8]})
        people = table({"ward_code": ward_codes(2)[::-1], "people": [20, 4]}, "people.csv")
        np.testing.assert_allclose(gather(RATE, [cases, people]).columns["poor"], [0.75, 0.4])

    def test_more_cases_than_people_is_a_rate_like_any_other(self):
        found = gathered(RATE, {"cases": [30, 5], "people": [10, 10]})
        np.testing.assert_allclose(found.columns["poor"], [3, 0.5])

    def test_a_rate_is_missing_where_either_part_is(self):
        found = gathered(RATE, {"cases": [1, "*", 3, 4], "people": [10, 10, None, 20]})
        np.testing.assert_allclose(found.columns["poor"], [0.1, NAN, NAN, 0.2])

    @pytest.mark.parametrize(
        ("cases", "people", "rates"),
        [([1, 2], [10, 10], [0.1, 0.2]), ([5, 5], [10, 20], [0.5, 0.25])],
        ids=["denominator the same everywhere", "numerator the same everywhere"],
    )
    def test_one_part_may_be_the_same_everywhere(self, cases, people, rates):
        np.testing.assert_allclose(gathered(RATE, {"cases": cases, "people": people}).columns["poor"], rates)

    def test_a_constant_rate_is_refused(self):
        code, context = refused(gathered, RATE, {"cases": [1, 2, 4], "people": [10, 20, 40]})
        assert (code, context["column"], context["value"]) == ("indicator_constant", "cases / people", 0.1)

    def test_parts_that_never_meet_are_refused(self):
        code, context = refused(gathered, RATE, {"cases": [1, 2, None, None], "people": [None, None, 10, 20]})
        assert (code, context["column"], context["domain"]) == ("indicator_empty", "cases / people", "Poor")

    def test_a_denominator_of_nought_is_refused_with_its_areas(self):
        code, context = refused(gathered, RATE, {"cases": [1, 2, 3], "people": [10, 0, 0]})
        assert (code, context) == ("denominator_zero", {"column": "people", "codes": ["E05000002", "E05000003"]})

    @pytest.mark.parametrize("wanted", [RATE, SHRUNK], ids=["plain", "shrunk"])
    def test_a_negative_denominator_is_refused(self, wanted):
        columns = {"cases": [1, 2, 3], "people": [10, -4, 20], "district_code": ["E07000001"] * 3}
        code, context = refused(gathered, wanted, columns)
        assert (code, context) == (
            "negative_values",
            {"column": "people", "table": "needs.csv", "rows": ["E05000002"]},
        )


class TestShrinking:
    def test_the_worked_example(self):
        found = gather(SHRUNK, [table({**FOUR_WARDS, "district_code": ["E07000001"] * 4})])
        np.testing.assert_allclose(found.columns["poor"], [0.143866, 0.189309, 0.123472, 0.151115], atol=5e-7)
        np.testing.assert_array_equal(found.district, [0, 0, 0, 0])

    def test_districts_are_numbered_by_code_whatever_the_order(self):
        districts = ["E07000009", "E06000001", "E07000009", "E06000001"]
        np.testing.assert_array_equal(
            gather(SHRUNK, [table({**FOUR_WARDS, "lad17_code": districts})]).district, [1, 0, 1, 0]
        )

    def test_districts_may_stand_in_another_table(self):
        other = table(
            {"ward_code": ward_codes(4)[::-1], "district_code": ["E07000002"] * 2 + ["E07000001"] * 2}, "la.csv"
        )
        np.testing.assert_array_equal(gather(SHRUNK, [table(FOUR_WARDS), other]).district, [0, 0, 1, 1])

    def test_without_districts_it_is_refused(self):
        assert refused(gather, SHRUNK, [table(FOUR_WARDS)]) == ("district_needed", {"tables": ["needs.csv"]})

    def test_an_area_without_a_district_is_refused(self):
        districts = ["E07000001", None, "E07000001", None]
        assert refused(gather, SHRUNK, [table({**FOUR_WARDS, "district_code": districts})]) == (
            "district_missing",
            {"column": "district_code", "table": "needs.csv", "codes": ["E05000002", "E05000004"]},
        )

    def test_more_cases_than_people_is_refused_with_its_areas(self):
        columns = {"cases": [5, 11, 3, 9], "people": [5, 10, 20, 8], "district_code": ["E07000001"] * 4}
        code, context = refused(gathered, SHRUNK, columns)
        assert (code, context) == (
            "numerator_above_denominator",
            {"indicator": "Poor", "codes": ["E05000002", "E05000004"]},
        )

    def test_negative_cases_are_refused(self):
        columns = {"cases": [5, -1, 3], "people": [5, 10, 20], "district_code": ["E07000001"] * 3}
        code, context = refused(gathered, SHRUNK, columns)
        assert (code, context) == ("negative_values", {"column": "cases", "table": "needs.csv", "rows": ["E05000002"]})

    def test_an_area_without_people_gets_its_districts_rate(self):
        columns = {
            "cases": [12, 0, 3, 9],
            "people": [100, 0, 20, 30],
            "district_code": ["E07000001"] * 2 + ["E07000002"] * 2,
        }
        found = gathered(SHRUNK, columns).columns["poor"]
        np.testing.assert_allclose(found[:2], [12.5 / 101, 12.5 / 101])
        assert 3 / 20 < found[2] < found[3] < 9 / 30
