from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from builders import NAN, table
from hypothesis import given
from hypothesis import strategies as st

from cni_mapper.core.data.bridge import Travel, bridge, looks_like_rank, named_as_rank
from cni_mapper.core.data.links import Links, join, read_links
from cni_mapper.core.data.tables import Origin, code_table, read_csv
from cni_mapper.core.errors import CniError


def links(start, end, weight=None, names=None) -> Links:
    columns = {"from": start, "to": end, "weight": weight, "name": names}
    return read_links(
        pd.DataFrame({key: values for key, values in columns.items() if values is not None}),
        Origin("LOOKUP", "lookup.csv", ""),
        from_column="from",
        to_column="to",
        weight_column=None if weight is None else "weight",
        name_column=None if names is None else "name",
    )


def rows(codes, **columns):
    return table({"area": list(codes), **columns}, code_column="area", any_code=True)


def refused(work) -> CniError:
    with pytest.raises(CniError) as fault:
        work()
    return fault.value


class TestReadingLinks:
    def test_rows_of_one_pair_are_one_link(self):
        # As in a look-up of output areas by which LSOAs are carried to wards.
        read = links(["a", "b", "a", "a"], ["X", "Y", "Y", "X"], ["10", "7", "30", "20"])
        assert list(zip(read.starts[read.start], read.ends[read.end], read.weight)) == [
            ("a", "X", 30.0),
            ("a", "Y", 30.0),
            ("b", "Y", 7.0),
        ]
        assert list(read.share) == [0.5, 0.5, 1.0]
        assert list(read.split) == [True, True, False]
        assert (read.rows, read.notices) == (4, ())

    def test_without_weights_the_pairs_of_an_area_share_equally_with_a_notice(self):
        read = links(["a", "a", "a", "b"], ["X", "Y", "Y", "Y"])
        assert read.weight is None
        assert list(read.share) == [0.5, 0.5, 1.0]
        (note,) = read.notices
        assert (note.code, note.context) == ("shared_equally", {"table": "lookup.csv", "count": 1, "codes": ["a"]})

    @pytest.mark.parametrize("weight", [[0, 0, 5], [None, 10, 5]], ids=["all zero", "one not known"])
    def test_an_area_without_usable_weights_is_shared_equally(self, weight):
        read = links(["a", "a", "b"], ["X", "Y", "Y"], weight)
        assert list(read.share) == [0.5, 0.5, 1.0]
        assert [note.code for note in read.notices] == ["shared_equally"]

    def test_one_place_with_no_people_still_takes_its_area_whole(self):
        read = links(["a"], ["X"], [0])
        assert (list(read.share), read.notices) == ([1.0], ())

    def test_names_belong_to_the_ends(self):
        assert list(links(["a", "b", "c"], ["Y", "X", "Y"], names=["Why", "Ex", "Why"]).names) == ["Ex", "Why"]

    def test_rows_without_both_codes_are_left_out(self):
        read = links(["a", None, "c"], ["X", "Y", " "])
        assert (list(read.starts), list(read.ends)) == (["a"], ["X"])
        assert [(note.code, note.context["count"]) for note in read.notices] == [("lookup_rows_blank", 2)]

    def test_a_column_cannot_lead_to_itself(self):
        frame = pd.DataFrame({"a": ["x"]})
        origin = Origin("LOOKUP", "l.csv", "")
        fault = refused(lambda: read_links(frame, origin, from_column="a", to_column="a", weight_column=None))
        assert (fault.code, fault.context) == ("lookup_one_column", {"table": "l.csv", "column": "a"})

    def test_negative_weights_are_refused(self):
        assert refused(lambda: links(["a", "b"], ["X", "X"], [1, -2])).code == "negative_values"

    def test_join_gives_every_pair_of_rows_with_one_key(self):
        left, right = join(np.array([2, 0, -1, 1, 2]), np.array([2, 1, 2, -1]), 3)
        assert list(zip(left, right)) == [(0, 0), (0, 2), (3, 1), (4, 0), (4, 2)]


class TestColumns:
    def test_merged_areas_are_summed_and_averaged_by_people(self):
        # X: 100 + 300 people, rate (100 * 10 + 300 * 20) / 400 = 17.5.
        found = bridge(
            rows("ab", people=[100, 300], rate=[10, 20]),
            links(["a", "b"], ["X", "X"]),
            Travel(("people",), ("rate",), weight="people"),
        )
        assert found.frame.loc["X"].to_dict() == {"people": 400.0, "rate": 17.5, "quality": "merged", "missing": ""}
        assert found.notices == ()

    def test_split_areas_are_shared_by_the_weights(self):
        # c: 20 of 30 residents in Y. Y: 60 + 40 people; rate (5 * 20 + 8 * 40) / 60 by the look-up's residents.
        found = bridge(
            rows("cd", people=[90, 40], rate=[5, 8]),
            links(["c", "c", "d"], ["Y", "Z", "Y"], [20, 10, 40]),
            Travel(("people",), ("rate",)),
        )
        assert found.frame["people"].to_dict() == {"Y": 100.0, "Z": 30.0}
        assert found.frame["rate"].to_dict() == {"Y": 7.0, "Z": 5.0}
        assert found.frame["quality"].to_dict() == {"Y": "estimated", "Z": "estimated"}
        assert found.totals["people"].words() == {"into": "130", "out": "130", "lost": "0", "rows": 0}

    def test_a_named_weight_goes_before_the_lookups(self):
        # Y: c brings 900 * 20 / 30 = 600, d 200: (5 * 600 + 8 * 200) / 800 = 5.75.
        found = bridge(
            rows("cd", rate=[5, 8], homes=[900, 200]),
            links(["c", "c", "d"], ["Y", "Z", "Y"], [20, 10, 40]),
            Travel(mean=("rate",), weight="homes"),
        )
        assert found.frame["rate"].to_dict() == {"Y": 5.75, "Z": 5.0}

    def test_without_any_weight_areas_count_the_same_with_a_notice(self):
        found = bridge(rows("ab", rate=[10, 20]), links(["a", "b"], ["X", "X"]), Travel(mean=("rate",)))
        assert found.frame.loc["X", "rate"] == 15.0
        assert [note.code for note in found.notices] == ["bridge_no_weights"]

    def test_an_area_of_nobody_takes_the_plain_mean(self):
        found = bridge(
            rows("abc", rate=[10, 20, 7], people=[0, 0, 0]),
            links(["a", "b", "c"], ["X", "X", "Y"]),
            Travel(mean=("rate",), weight="people"),
        )
        assert found.frame["rate"].to_dict() == {"X": 15.0, "Y": 7.0}
        assert set(found.frame["missing"]) == {""}

    def test_the_kind_with_most_weight_wins_and_the_alphabet_decides_ties(self):
        found = bridge(
            rows("abcde", kind=["urban", "rural", "urban", "urban", "rural"]),
            links(list("abcde"), ["X", "X", "X", "Y", "Y"], [10, 25, 10, 6, 6]),
            Travel(majority=("kind",)),
        )
        assert found.frame["kind"].to_dict() == {"X": "rural", "Y": "rural"}
        assert found.frame["tied"].to_dict() == {"X": "", "Y": "kind"}
        (note,) = found.notices
        assert (note.code, note.context["count"], note.context["codes"]) == ("bridge_tied", 1, ["Y"])

    def test_names_of_the_new_areas_come_along(self):
        found = bridge(rows("ab", n=[1, 2]), links(["a", "b"], ["Y", "X"], names=["Why", "Ex"]), Travel(("n",)))
        assert found.frame["area_name"].to_dict() == {"X": "Ex", "Y": "Why"}


class TestMissing:
    def test_what_is_missing_is_left_out_flagged_and_named(self):
        found = bridge(
            rows("abcd", people=[100, None, None, 5], rate=[None, 20, None, 1], kind=["u", None, None, "r"]),
            links(list("abcd"), ["X", "X", "Y", "Z"], [1, 3, 2, 2]),
            Travel(("people",), ("rate",), ("kind",)),
        )
        assert found.frame.loc["X", ["people", "rate", "kind"]].tolist() == [100.0, 20.0, "u"]
        assert found.frame.loc["Y", ["people", "rate", "kind"]].isna().all()
        assert found.frame["missing"].to_dict() == {"X": "people, rate, kind", "Y": "people, rate, kind", "Z": ""}
        assert found.frame["quality"].to_dict() == {"X": "partial", "Y": "partial", "Z": "exact"}
        assert found.totals["people"].words() == {"into": "105", "out": "105", "lost": "0", "rows": 0}
        (note,) = found.notices
        assert (note.code, note.context["codes"]) == ("bridge_partial", ["X", "Y"])

    def test_an_area_that_the_table_lacks_makes_its_new_area_partial(self):
        found = bridge(rows("a", n=[5]), links(["a", "b", "c"], ["X", "X", "Y"]), Travel(("n",)))
        assert found.frame.to_dict("index") == {"X": {"n": 5.0, "quality": "partial", "missing": "n"}}

    def test_a_part_without_people_lacks_nothing(self):
        found = bridge(rows("ab", n=[5, 9]), links(["a", "b", "c"], ["X", "X", "X"], [1, 1, 1]), Travel(mean=("n",)))
        assert found.frame.loc["X", "quality"] == "partial"
        found = bridge(
            rows("ab", n=[5, 9]), links(["a", "c", "c", "b"], ["X", "X", "Y", "Y"], [1, 0, 3, 1]), Travel(("n",))
        )
        assert found.frame["missing"].to_dict() == {"X": "", "Y": "n"}

    def test_rows_that_the_lookup_lacks_are_counted_and_named(self):
        found = bridge(rows("abz", n=[5, 1.5, 2]), links(["a", "b"], ["X", "Y"]), Travel(("n",)))
        assert found.totals["n"].words() == {"into": "8.500", "out": "6.500", "lost": "2.000", "rows": 1}
        (note,) = found.notices
        assert (note.code, note.context["count"], note.context["codes"]) == ("bridge_unmatched", 1, ["z"])

    def test_suppression_marks_are_counted(self):
        found = bridge(rows("ab", n=["5", "*"]), links(["a", "b"], ["X", "X"]), Travel(("n",)))
        assert found.frame.loc["X", "n"] == 5
        assert [note.code for note in found.notices] == ["not_numbers", "bridge_partial"]


class TestRefusals:
    LINKS = staticmethod(lambda: links(list("abcdefghij"), ["X"] * 10))

    def refuse(self, travel, **columns):
        return refused(lambda: bridge(rows("abcdefghij", **columns), self.LINKS(), travel))

    def test_nothing_chosen(self):
        fault = self.refuse(Travel(), n=range(10), kind=list("uuuuurrrrr"))
        assert (fault.code, fault.context) == (
            "bridge_nothing_chosen",
            {"table": "needs.csv", "columns": ["n", "kind"]},
        )

    @pytest.mark.parametrize("way", ["total", "mean", "majority"])
    @pytest.mark.parametrize("name", ["imd_rank", "IMD Decile", "IMDRank", "Rank of income (1 is most deprived)"])
    def test_ranks_and_deciles_by_their_names(self, way, name):
        fault = self.refuse(Travel(**{way: (name,)}), **{name: [4] * 10})
        assert (fault.code, fault.context["column"]) == ("bridge_rank", name)

    def test_ranks_by_their_numbers_as_numbers_and_as_kinds(self):
        place = [3, 1, 2, 5, 5, 7, 8, 9, 10, 4]
        assert self.refuse(Travel(("place",)), place=place).code == "bridge_rank"
        assert self.refuse(Travel(majority=("place",)), place=[str(i) for i in place]).code == "bridge_rank"

    @pytest.mark.parametrize(
        ("travel", "code"),
        [
            (Travel(("n",), ("n",)), "bridge_column_twice"),
            (Travel(("area",)), "bridge_column_reserved"),
            (Travel(majority=("Quality",)), "bridge_column_reserved"),
            (Travel(("kind",)), "bridge_no_numbers"),
            (Travel(("m",)), "column_missing"),
            (Travel(("n",), weight="m"), "column_missing"),
            (Travel(mean=("n",), weight="below"), "negative_values"),
            (Travel(("endless",)), "infinite_values"),
        ],
    )
    def test_columns_that_cannot_travel(self, travel, code):
        columns = {"n": range(10), "kind": list("uuuuurrrrr"), "Quality": ["exact"] * 10}
        assert self.refuse(travel, **columns, below=[-1] * 10, endless=[np.inf] * 10).code == code

    def test_codes_that_do_not_meet(self):
        fault = refused(
            lambda: bridge(rows("abc", n=[1, 2, 3]), links(["a", "x", "y", "z"], ["X"] * 4), Travel(("n",)))
        )
        assert (fault.code, fault.context["matched"], fault.context["total"]) == ("codes_do_not_match", 1, 3)

    @pytest.mark.parametrize(
        ("name", "is_rank"),
        [("average_rank", False), ("Frank", False), ("drankness", False), ("rank_2019", True), ("deciles", True)],
    )
    def test_names_of_ranks(self, name, is_rank):
        assert named_as_rank(name) is is_rank

    @pytest.mark.parametrize(
        ("values", "is_rank"),
        [
            ([*range(1, 10)], False),
            ([*range(1, 11)], True),
            ([*range(1, 11), NAN], True),
            ([1, 1, 3, 4, 5, 6, 7, 8, 9, 10], True),
            ([1, 1, 2, 3, 4, 5, 6, 7, 8, 9], False),
            ([*range(10)], False),
            ([1] * 10, False),
        ],
    )
    def test_numbers_that_look_like_ranks(self, values, is_rank):
        assert looks_like_rank(np.array(values, dtype=float)) is is_rank


LOOKUPS = st.lists(
    st.tuples(st.integers(0, 9), st.sampled_from("UVWXYZ"), st.integers(0, 500)), min_size=1, max_size=40
).filter(lambda found: len({row[0] for row in found}) >= 5)


class TestProperties:
    @given(LOOKUPS, st.lists(st.integers(0, 10**9), min_size=10, max_size=10), st.booleans())
    def test_totals_are_kept_whatever_the_lookup(self, found, counts, weighted):
        start, end, weight = zip(*found)
        codes = [f"a{i}" for i in range(10)]
        counts[0] = 0  # so that no draw is the ranks from 1 to 10
        read = links([codes[i] for i in start], end, weight if weighted else None)
        total = bridge(rows(codes, n=counts), read, Travel(("n",)))
        known = sum(count for i, count in enumerate(counts) if i in set(start))
        words = total.totals["n"]
        assert (words.into, words.out, words.lost) == (sum(counts), known, sum(counts) - known)
        assert words.rows == 10 - len(set(start))
        assert round(float(total.frame["n"].sum())) == known

    @given(
        st.permutations(range(10)),
        st.lists(st.floats(-1e9, 1e9) | st.none(), min_size=10, max_size=10),
        st.lists(st.floats(0, 1e6) | st.none(), min_size=10, max_size=10),
        st.lists(st.sampled_from(["rural", "urban", "coast", None]), min_size=10, max_size=10),
    )
    def test_one_to_one_is_the_identity(self, order, values, weight, kinds):
        values[0] = 0.5
        old, new = [f"a{i}" for i in range(10)], [f"b{i}" for i in order]
        read = links(old, new, weight)
        found = bridge(rows(old, n=values, m=values, k=kinds), read, Travel(("n",), ("m",), ("k",)))
        back = found.frame.loc[new]
        expected = pd.Series(values, dtype=float)
        for name in ("n", "m"):
            np.testing.assert_array_equal(back[name].to_numpy(), expected.to_numpy())
        assert [kind or None for kind in back["k"]] == kinds
        whole = expected.notna().to_numpy() & pd.notna(kinds) & pd.Series(weight, dtype=float).notna().to_numpy()
        assert (back["quality"].to_numpy() == np.where(whole, "exact", "partial")).all()

    @given(LOOKUPS, st.lists(st.integers(0, 1000), min_size=10, max_size=10))
    def test_a_mean_stays_between_the_values_of_its_parts(self, found, values):
        start, end, weight = zip(*found)
        values[0] = 0
        codes = [f"a{i}" for i in range(10)]
        read = links([codes[i] for i in start], end, weight)
        mean = bridge(rows(codes, n=values), read, Travel(mean=("n",))).frame["n"]
        for area, value in mean.items():
            parts = [values[i] for i, to in zip(start, end) if to == area]
            assert min(parts) - 1e-9 <= value <= max(parts) + 1e-9


@pytest.fixture(scope="module")
def vintages(reference_data):
    return pd.read_csv(reference_data / "lsoa11_to_lsoa21.csv")


class TestReferenceData:
    def test_lsoa_2011_to_2021_against_pandas(self, reference_data, vintages):
        imd = read_csv(reference_data / "imd_2019_lsoa11.csv.gz")
        read = read_links(
            vintages, Origin("L", "l", ""), from_column="lsoa11_code", to_column="lsoa21_code", weight_column=None
        )
        travel = Travel(("population_mid2015",), ("imd_score",), weight="population_mid2015")
        found = bridge(code_table(imd, Origin("T", "t", ""), code_column="lsoa11_code"), read, travel)
        assert found.totals["population_mid2015"].words() == {
            "into": "54,728,204",
            "out": "54,728,204",
            "lost": "0",
            "rows": 0,
        }
        # With pandas alone: an LSOA of 2011 gives each of its n parts a share of 1/n.
        numbers = imd[["lsoa11_code", "imd_score", "population_mid2015"]].astype(
            {"imd_score": float, "population_mid2015": float}
        )
        parts = vintages.merge(numbers, on="lsoa11_code")
        parts["people"] = parts["population_mid2015"] / parts.groupby("lsoa11_code")["lsoa21_code"].transform("size")
        parts["worth"] = parts["people"] * parts["imd_score"]
        sums = parts.groupby("lsoa21_code")[["people", "worth"]].sum()
        assert list(found.frame.index) == list(sums.index)
        np.testing.assert_allclose(found.frame["population_mid2015"], sums["people"], rtol=1e-12)
        np.testing.assert_allclose(found.frame["imd_score"], sums["worth"] / sums["people"], rtol=1e-12)
        by_code = vintages.groupby("lsoa21_code")["change_code"].first().loc[found.frame.index]
        quality = found.frame["quality"]
        assert quality.value_counts().to_dict() == {"exact": 31810, "estimated": 1848, "merged": 97}
        assert set(quality[by_code == "U"]) == {"exact"}
        assert set(quality[by_code == "S"]) == {"estimated"}
        assert set(quality[by_code == "M"]) == {"merged"}

    def test_output_areas_to_wards_against_the_expected_population(self, reference_data):
        oa = read_csv(reference_data / "oa11_to_ward17_estimated.csv.gz")
        read = read_links(
            oa, Origin("L", "l", ""), from_column="oa11_code", to_column="ward17_code", weight_column=None
        )
        table = code_table(oa[["oa11_code", "population_2011"]], Origin("T", "t", ""), code_column="oa11_code")
        found = bridge(table, read, Travel(("population_2011",)))
        assert found.totals["population_2011"].words()["out"] == "53,012,456"
        expected = pd.read_csv(reference_data / "expected" / "imd_2019_ward17.csv", index_col="ward17_code")
        assert (found.frame["population_2011"].loc[expected.index] == expected["population_2011"]).all()

    def test_ranks_of_the_published_tables_are_refused_by_their_numbers_too(self, reference_data):
        imd = pd.read_csv(reference_data / "imd_2019_lsoa11.csv.gz")
        ranks = [column for column in imd.columns if column.endswith("_rank")]
        assert len(ranks) == 8
        assert all(looks_like_rank(imd[column].to_numpy(float)) for column in ranks)
        others = imd.select_dtypes("number").drop(columns=ranks)
        assert not any(looks_like_rank(others[column].to_numpy(float)) for column in others)
