from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from builders import NAN

from cni_mapper.core.data.numbers import read_numbers, read_weights
from cni_mapper.core.errors import CniError


def text(*cells):
    return pd.Series(cells, index=[f"E05{number:06d}" for number in range(1, len(cells) + 1)], dtype=object)


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("29,199", 29199),
        ("1,234,567.8", 1234567.8),
        ("12.5%", 12.5),
        ("12.5 %", 12.5),
        ("£12", 12),
        ("£1,234.50", 1234.5),
        ("-£3", -3),
        ("−3", -3),
        ("-3", -3),
        ("+4", 4),
        ("0.5", 0.5),
        (".5", 0.5),
        ("1e3", 1000),
        (" 7 ", 7),
        ("\u00a07\u00a0", 7),
        ("007", 7),
    ],
)
def test_what_is_plainly_a_number(cell, number):
    numbers = read_numbers(text(cell, "1"), "need")
    np.testing.assert_array_equal(numbers.values, [number, 1])
    assert (numbers.unread, numbers.blank) == ({}, 0)


@pytest.mark.parametrize(
    "cell", ["*", "..", "c", "-", "N/A", "nan", "12,5", "1,23", "1,23,456", "1 234", "(3)", "3 to 5", "0x10", "£", "%"]
)
def test_what_is_not_plainly_a_number_is_missing_and_counted(cell):
    numbers = read_numbers(text(cell, "2", cell), "need")
    np.testing.assert_array_equal(numbers.values, [NAN, 2, NAN])
    assert (numbers.unread, numbers.blank) == ({cell: 2}, 0)


@pytest.mark.parametrize(
    "cell", ["", "  ", "\u00a0", None, NAN], ids=["empty", "blanks", "non-breaking", "None", "NaN"]
)
def test_blanks_are_missing_and_no_marks(cell):
    numbers = read_numbers(text("1", cell), "need")
    np.testing.assert_array_equal(numbers.values, [1, NAN])
    assert (numbers.unread, numbers.blank) == ({}, 1)


def test_a_column_of_everything():
    numbers = read_numbers(text("29,199", "*", None, "c", "5%", "*", 3.5), "need")
    np.testing.assert_array_equal(numbers.values, [29199, NAN, NAN, NAN, 5, NAN, 3.5])
    assert (numbers.unread, numbers.blank) == ({"*": 2, "c": 1}, 1)


@pytest.mark.parametrize(
    "column",
    [
        pytest.param(pd.Series([1.0, NAN, 3.0]), id="float"),
        pytest.param(pd.Series([1, None, 3], dtype="Int64"), id="whole numbers with missing"),
        pytest.param(pd.Series(["1", None, "3"], dtype="string"), id="text of pandas"),
        pytest.param(pd.Series(["1", None, "3"], dtype=object), id="text of Python"),
    ],
)
def test_every_kind_of_column(column):
    numbers = read_numbers(column, "need")
    np.testing.assert_array_equal(numbers.values, [1, NAN, 3])
    assert (numbers.unread, numbers.blank) == ({}, 1)


@pytest.mark.parametrize("cell", ["inf", "-inf", "Infinity", float("inf")], ids=str)
def test_infinite_is_refused_with_the_first_rows(cell):
    with pytest.raises(CniError) as fault:
        read_numbers(text("1", *[cell] * 6), "need", "needs.csv")
    assert fault.value.code == "infinite_values"
    rows = ["E05000002", "E05000003", "E05000004", "E05000005", "E05000006"]
    assert fault.value.context == {"column": "need", "table": "needs.csv", "rows": rows}


def test_infinite_in_a_column_of_numbers_is_refused():
    with pytest.raises(CniError) as fault:
        read_numbers(pd.Series([1.0, np.inf], index=["a", "b"]), "need")
    assert (fault.value.code, fault.value.context["rows"]) == ("infinite_values", ["b"])


def test_weights_may_be_nought_or_missing():
    np.testing.assert_array_equal(read_weights(text("0", None, "1,296"), "people").values, [0, NAN, 1296])


def test_a_negative_weight_is_refused_with_its_rows():
    with pytest.raises(CniError) as fault:
        read_weights(text("5", "−1", "3", "-2"), "people", "needs.csv")
    assert fault.value.code == "negative_values"
    rows = ["E05000002", "E05000004"]
    assert fault.value.context == {"column": "people", "table": "needs.csv", "rows": rows}
