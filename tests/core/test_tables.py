from __future__ import annotations

import gzip
import hashlib

import numpy as np
import pandas as pd
import pytest
from builders import NAN, table, ward_codes

from cni_mapper.core.data.geographies import parse_geography
from cni_mapper.core.data.tables import (
    CodeSet,
    Origin,
    as_codes,
    csv_columns,
    file_hash,
    find_code_column,
    find_in_tables,
    is_csv,
    match_codes,
    read_csv,
    require_match,
)
from cni_mapper.core.errors import CniError

ROWS = 'ward_code,ward_name,score\nE05000001,"Môr, y",1.5\nE05000002,Abbey,\n'


@pytest.fixture
def written(tmp_path):
    def write(content: bytes, name: str = "needs.csv"):
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return write


def rows(frame: pd.DataFrame) -> list[list[object]]:
    return frame.astype(object).where(frame.notna(), None).to_numpy().tolist()


class TestReadingCsv:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
    @pytest.mark.parametrize("mark", [",", ";", "\t", "|"], ids=["comma", "semicolon", "tab", "bar"])
    def test_encodings_and_separators(self, written, encoding, mark):
        lines = [["ward_code", "ward_name", "score"], ["E05000001", "Môr y Bryn", "1.5"], ["E05000002", "Abbey", ""]]
        path = written("\n".join(mark.join(line) for line in lines).encode(encoding))
        frame = read_csv(path)
        assert list(frame.columns) == csv_columns(path) == ["ward_code", "ward_name", "score"]
        assert rows(frame) == [["E05000001", "Môr y Bryn", "1.5"], ["E05000002", "Abbey", None]]

    def test_quoted_separators(self, written):
        assert rows(read_csv(written(ROWS.encode())))[0] == ["E05000001", "Môr, y", "1.5"]

    @pytest.mark.parametrize(
        "heading",
        [
            pytest.param('ward_code;"a, b, c, d";score', id="commas in a quoted heading"),
            pytest.param('"ward\ncode";a;"score, in\nall"', id="line breaks in a quoted heading"),
        ],
    )
    def test_the_separator_is_told_from_what_is_not_quoted(self, written, heading):
        path = written(f"{heading}\nE05000001;x;2\n".encode())
        assert rows(read_csv(path)) == [["E05000001", "x", "2"]]

    @pytest.mark.parametrize("name", ["needs.csv.gz", "NEEDS.CSV.GZ"])
    def test_gzipped(self, written, name):
        path = written(gzip.compress(ROWS.encode("utf-8-sig")), name)
        assert csv_columns(path) == ["ward_code", "ward_name", "score"]
        assert rows(read_csv(path, ["score"])) == [["1.5"], [None]]

    def test_windows_line_ends(self, written):
        assert rows(read_csv(written(b"ward_code,n\r\nE05000001,1\r\n"))) == [["E05000001", "1"]]

    def test_headings_are_cleaned_and_still_found(self, written):
        path = written(b'\xef\xbb\xbfLSOA code (2011), Working age population ,"IMD\nScore"\nE01000001,715,6.208\n')
        assert csv_columns(path) == ["LSOA code (2011)", "Working age population", "IMD Score"]
        assert rows(read_csv(path, ["IMD Score", "LSOA code (2011)"])) == [["E01000001", "6.208"]]

    def test_everything_is_text_as_it_stands(self, written):
        cells = ["007", "29,199", "NA", "None", "nan", "1e5", " x "]
        path = written(("a,b,c,d,e,f,g\n" + ",".join(f'"{cell}"' for cell in cells)).encode())
        assert rows(read_csv(path)) == [cells]

    def test_one_column(self, written):
        assert rows(read_csv(written(b"ward_code\nE05000001\nE05000002\n"))) == [["E05000001"], ["E05000002"]]

    def test_a_first_accent_far_down_an_old_windows_file(self, written):
        names = ["Ward"] * 9000 + ["Ynys Môn"]
        lines = [f"{code},{name}" for code, name in zip(ward_codes(9001), names)]
        path = written("\n".join(["ward_code,ward_name", *lines]).encode("cp1252"))
        assert csv_columns(path) == ["ward_code", "ward_name"]
        frame = read_csv(path)
        assert len(frame) == 9001
        assert frame["ward_name"].iloc[-1] == "Ynys Môn"

    def test_an_accent_cut_by_the_end_of_the_sample_is_still_utf_8(self, written):
        # The sample is 65,536 bytes: with one blank more or less, one of the two files is cut within an accent.
        for start in ("x", "xx"):
            name = start + "é" * 40_000
            assert rows(read_csv(written(f"code,n\n{name},1".encode()))) == [[name, "1"]]

    @pytest.mark.parametrize(
        ("content", "name"),
        [
            pytest.param(b"", "needs.csv", id="empty"),
            pytest.param(b'a,b\n"1,2\n', "needs.csv", id="open quote"),
            pytest.param(b"a,b\n1,2\n", "needs.csv.gz", id="not gzipped"),
            pytest.param(gzip.compress(ROWS.encode() * 500)[:-12], "needs.csv.gz", id="gzip cut short"),
        ],
    )
    def test_what_is_no_csv_file_is_refused_by_name(self, written, content, name):
        with pytest.raises(CniError) as fault:
            read_csv(written(content, name))
        assert (fault.value.code, fault.value.context["file"]) == ("file_unreadable", name)

    def test_no_heading_is_refused_by_name(self, written):
        with pytest.raises(CniError) as fault:
            csv_columns(written(b""))
        assert (fault.value.code, fault.value.context["file"]) == ("file_unreadable", "needs.csv")

    def test_bytes_of_neither_encoding_are_refused(self, written):
        with pytest.raises(CniError) as fault:
            read_csv(written(b"ward_code,n\nE05\x81\x8d,1\n"))
        assert fault.value.context == {"file": "needs.csv", "reason": "encoding"}

    @pytest.mark.parametrize(
        ("name", "expected"),
        [("a.csv", True), ("A.CSV", True), ("a.csv.gz", True), ("a.txt", True), ("a.tsv", True), ("a.xlsx", False)],
    )
    def test_which_files_are_csv(self, tmp_path, name, expected):
        assert is_csv(tmp_path / name) is expected

    def test_hash_is_of_the_whole_file(self, written):
        content = b"x" * 3_000_000
        assert file_hash(written(content)) == hashlib.sha256(content).hexdigest()


class TestCodes:
    @pytest.mark.parametrize(
        ("cells", "codes"),
        [
            pytest.param([" E05000001", "E05000002 "], ["E05000001", "E05000002"], id="stray blanks"),
            pytest.param(["E05000001", "", "  ", None], ["E05000001", None, None, None], id="blanks"),
            pytest.param([1, 22], ["1", "22"], id="whole numbers"),
            pytest.param([1.0, 22.0, NAN], ["1", "22", None], id="whole numbers beside a blank"),
            pytest.param([1.5, 2.0], ["1.5", "2.0"], id="numbers that are no codes"),
            pytest.param(["007", "7"], ["007", "7"], id="leading noughts stay"),
        ],
    )
    def test_read_as_text(self, cells, codes):
        read = as_codes(pd.Series(cells))
        assert [None if pd.isna(code) else code for code in read] == codes

    def test_stray_blanks_do_not_stop_a_match(self):
        assert list(table({"WD17CD": [" E05000001 ", "E05000002"], "n": [1, 2]}).frame.index) == ward_codes(2)

    def test_numeric_codes_of_a_named_column(self):
        found = table({"area_code": [101, 102], "n": [5, 6]})
        assert (list(found.frame.index), found.geography.id) == (["101", "102"], "area")

    def test_blank_codes_are_left_out_with_a_notice(self):
        found = table({"ward_code": ["E05000001", None, "", "E05000002"], "n": [1, 2, 3, 4]})
        assert (list(found.frame.index), list(found.frame["n"]), found.rows) == (ward_codes(2), [1, 4], 4)
        (note,) = found.notices
        assert (note.code, note.context) == (
            "codes_blank",
            {"table": "needs.csv", "column": "ward_code", "count": 2},
        )

    def test_totals_of_another_kind_are_left_out_with_a_notice(self):
        codes = [*ward_codes(20), "E12000001", "E92000001"]
        found = table({"ward_code": codes, "n": range(22)})
        assert (list(found.frame.index), found.rows) == (ward_codes(20), 22)
        (note,) = found.notices
        assert note.code == "codes_of_another_kind"
        assert note.context == {
            "table": "needs.csv",
            "kind": "wards",
            "count": 2,
            "codes": ["E12000001", "E92000001"],
        }

    def test_codes_of_every_kind_are_kept_when_asked_for(self):
        codes = [*ward_codes(20), "E92000001"]
        found = table({"ward_code": codes, "n": range(21)}, any_code=True)
        assert (list(found.frame.index), found.notices) == (codes, ())

    def test_repeated_codes_are_refused_and_listed(self):
        with pytest.raises(CniError) as fault:
            table({"ward_code": ["E05000003", "E05000001", "E05000001", "E05000003", "E05000002"], "n": range(5)})
        assert fault.value.code == "codes_repeated"
        assert fault.value.context == {
            "table": "needs.csv",
            "column": "ward_code",
            "count": 2,
            "codes": ["E05000001", "E05000003"],
        }

    def test_codes_that_differ_by_blanks_only_repeat(self):
        with pytest.raises(CniError) as fault:
            table({"ward_code": ["E05000001", " E05000001"], "n": [1, 2]})
        assert fault.value.context["codes"] == ["E05000001"]

    def test_a_repeated_total_of_another_kind_is_left_out_not_refused(self):
        codes = [*ward_codes(20), "E92000001", "E92000001"]
        assert len(table({"ward_code": codes, "n": range(22)}).frame) == 20


class TestFindingTheCodes:
    @pytest.mark.parametrize(
        ("heading", "codes", "geography"),
        [
            ("LSOA code (2011)", ["E01000001"], "lsoa2011"),
            ("LSOA code (2021)", ["E01000001"], "lsoa2021"),
            ("LSOA21CD", ["E01000001"], "lsoa2021"),
            ("MSOA21CD", ["W02000001"], "msoa2021"),
            ("WD17CD", ["E05000026"], "ward2017"),
            ("wd17cd", ["E05000026"], "ward2017"),
            ("ward17_code", ["E05000026"], "ward2017"),
            ("LAD19CD", ["E09000002"], "district2019"),
            ("Local Authority District code (2019)", ["E07000004"], "district2019"),
            ("oa11_code", ["E00000001"], "oa2011"),
            ("SOA code", ["95AA01S1"], "soa"),
            ("small_area_code", ["X01000001"], "small_area"),
        ],
    )
    def test_each_style_of_name(self, heading, codes, geography):
        found = table({"Crime Score": ["1"], heading: codes, "name": ["Abbey"]})
        assert (found.code_column, found.geography.id) == (heading, geography)

    def test_the_codes_say_what_they_are_when_the_name_says_otherwise(self):
        found = table({"ward17_code": ["E01000001", "E01000002"], "n": [1, 2]})
        assert found.geography.kind.id == "lsoa"

    def test_by_what_stands_in_it_when_no_name_helps(self):
        found = table({"id": ["1", "2"], "GSS": ["E05000001", "E05000002"], "n": ["3", "4"]})
        assert (found.code_column, found.geography.id) == ("GSS", "ward")

    def test_the_wanted_kind_among_several(self):
        columns = {
            "lad17_code": ["E09000002", "E09000003"],
            "oa11_code": ["E00000001", "E00000002"],
            "ward17_code": ward_codes(2),
        }
        assert table(columns, wanted=parse_geography("ward2017")).code_column == "ward17_code"
        assert table(columns, wanted=parse_geography("district")).code_column == "lad17_code"

    def test_the_only_one_without_repeats_among_several(self):
        columns = {"LAD17CD": ["E09000002"] * 3, "WD17CD": ward_codes(3), "RGN17CD": ["E12000007"] * 3}
        assert table(columns).code_column == "WD17CD"

    def test_ambiguous_is_refused_with_the_columns(self):
        with pytest.raises(CniError) as fault:
            table({"WD17CD": ward_codes(2), "WD22CD": ["E05000011", "E05000012"], "n": [1, 2]})
        assert fault.value.code == "code_column_ambiguous"
        assert fault.value.context == {"table": "needs.csv", "columns": ["WD17CD", "WD22CD"]}

    def test_known_codes_decide_between_several(self):
        columns = {"WD17CD": ward_codes(3), "WD22CD": ["E05000001", "E05000012", "E05000013"]}
        frame = pd.DataFrame(columns)
        assert find_code_column(frame, "t", known=pd.Index(ward_codes(3))) == "WD17CD"
        assert find_code_column(frame, "t", known=pd.Index(["E05000012", "E05000013"])) == "WD22CD"

    def test_known_codes_are_found_under_any_name_beside_columns_of_fractions(self):
        frame = pd.DataFrame({"share": [0.5, 1.5], "patch": ["north", "south"]})
        assert find_code_column(frame, "t", known=pd.Index(["south", "north"])) == "patch"

    def test_a_named_column_wins(self):
        columns = {"WD17CD": ward_codes(2), "WD22CD": ["E05000011", "E05000012"]}
        assert table(columns, code_column="wd22cd").code_column == "WD22CD"

    def test_a_named_column_that_is_not_there_is_refused(self):
        with pytest.raises(CniError) as fault:
            table({"WD17CD": ward_codes(2)}, code_column="ward")
        assert (fault.value.code, fault.value.context["columns"]) == ("column_missing", ["WD17CD"])

    def test_none_is_refused_with_what_the_table_holds(self):
        with pytest.raises(CniError) as fault:
            table({"Abbey": ["a", "b"], "n": [1.5, 2.5]})
        assert fault.value.code == "code_column_not_found"
        assert fault.value.context == {"table": "needs.csv", "columns": ["Abbey", "n"]}

    def test_names_of_file_7(self):
        columns = {
            "LSOA code (2011)": ["E01000001", "E01000002"],
            "LSOA name (2011)": ["City of London 001A", "City of London 001B"],
            "Local Authority District code (2019)": ["E09000001"] * 2,
            "Local Authority District name (2019)": ["City of London"] * 2,
            "Index of Multiple Deprivation (IMD) Score": ["6.208", "5.143"],
            "Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived)": ["29,199", "30,379"],
            "Total population: mid 2015 (excluding prisoners)": ["1,296", "1,156"],
        }
        found = table(columns)
        assert (found.code_column, str(found.geography)) == ("LSOA code (2011)", "LSOAs of 2011")
        assert list(found.names()) == ["City of London 001A", "City of London 001B"]
        rank = found.numbers("Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived)")
        np.testing.assert_array_equal(rank.values, [29199, 30379])
        people = found.people("total population: mid 2015 (excluding prisoners)")
        assert people.to_dict() == {"E01000001": 1296, "E01000002": 1156}

    def test_the_inputs_are_not_edited(self):
        frame = pd.DataFrame({"ward_code": [" E05000001", "E92000001", *ward_codes(20)[1:]], "n": range(21)})
        before = frame.copy(deep=True)
        table(frame)
        pd.testing.assert_frame_equal(frame, before)


def code_set(name: str, codes: list[str], vintage: int | None = None) -> CodeSet:
    return CodeSet(name, pd.Index(codes, dtype=object), parse_geography(f"ward{vintage or ''}"))


class TestMatching:
    def test_both_ways(self):
        match = match_codes(pd.Index(["c", "a", "b"]), pd.Index(["b", "e", "d"]))
        assert (match.matched, match.unmatched_left, match.unmatched_right) == (1, ["a", "c"], ["d", "e"])

    def test_half_is_enough(self):
        assert require_match(code_set("x", ["a", "b"]), code_set("y", ["b"])).matched == 1

    def test_less_than_half_is_refused_with_both_samples(self):
        with pytest.raises(CniError) as fault:
            require_match(code_set("areas", ["e", "d", "c", "b", "a"]), code_set("needs", ["a", "b", "z"], 2017))
        assert fault.value.code == "codes_do_not_match"
        assert fault.value.context == {
            "matched": 2,
            "total": 5,
            "examples": ["c", "d", "e"],
            "others": ["z"],
            "left": "areas",
            "right": "needs",
            "left_geography": "wards",
            "right_geography": "wards of 2017",
        }

    def test_no_codes_at_all_are_refused(self):
        with pytest.raises(CniError) as fault:
            require_match(code_set("x", []), code_set("y", ["a"]))
        assert (fault.value.code, fault.value.context["total"]) == ("codes_do_not_match", 0)

    @pytest.mark.parametrize(("lost", "refused"), [(2, False), (3, True)])
    def test_another_year_may_lack_one_code_in_fifty(self, lost, refused):
        codes = ward_codes(100)
        left, right = code_set("look-up", codes, 2017), code_set("areas", codes[lost:], 2024)
        if not refused:
            assert require_match(left, right).matched == 98
            return
        with pytest.raises(CniError) as fault:
            require_match(left, right)
        assert fault.value.code == "codes_of_another_year"
        assert (fault.value.context["missing"], fault.value.context["total"]) == (3, 100)

    def test_the_same_year_may_lack_half(self):
        codes = ward_codes(100)
        assert require_match(code_set("x", codes, 2017), code_set("y", codes[50:], 2017)).matched == 50


class TestSeveralTables:
    def test_the_first_name_that_any_table_has(self):
        first = table({"ward_code": ward_codes(1), "b": [1]})
        second = table({"ward_code": ward_codes(1), "A": [2]}, "more.csv")
        found, column = find_in_tables([first, second], ["a", "b"])
        assert (found.origin.name, column) == ("more.csv", "A")

    def test_none(self):
        assert find_in_tables([table({"ward_code": ward_codes(1)})], ["a"]) is None

    def test_in_two_tables_is_refused(self):
        tables = [table({"ward_code": ward_codes(1), "a": [1]}, name) for name in ("one.csv", "two.csv")]
        with pytest.raises(CniError) as fault:
            find_in_tables(tables, ["a"])
        assert fault.value.code == "column_in_two_tables"
        assert fault.value.context == {"column": "a", "tables": ["one.csv", "two.csv"]}


def test_an_origin_is_kept():
    assert table({"ward_code": ward_codes(1)}).origin == Origin("TABLES", "needs.csv", "needs.csv", "")
