from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cni_mapper.core.data.chain import chain
from cni_mapper.core.data.links import read_links
from cni_mapper.core.data.lookups import area_scores, lookup_rows, read_lookup
from cni_mapper.core.data.tables import Origin, read_csv
from cni_mapper.core.errors import CniError
from cni_mapper.core.index.ranking import rank_score


def links(start, end, weight=None, name="lookup.csv", ends=None):
    columns = {"from": list(start), "to": list(end)}
    columns |= {} if weight is None else {"people": weight}
    columns |= {} if ends is None else {"name": ends}
    return read_links(
        pd.DataFrame(columns),
        Origin("LOOKUP", name, ""),
        from_column="from",
        to_column="to",
        weight_column=None if weight is None else "people",
        name_column=None if ends is None else "name",
    )


def weights(found):
    return {(small, area): weight for small, area, weight in found.frame[["small", "area", "weight"]].to_numpy()}


class TestWeights:
    def test_the_people_of_the_first_are_shared_by_the_second(self):
        # a has 50 people in m and 10 in n; m lies with 3 of 4 in X and 1 of 4 in Y; n lies in Y.
        found = chain(links("aab", "mnn", [50, 10, 7]), links("mmn", "XYY", [300, 100, 9]))
        assert weights(found) == {("a", "X"): 37.5, ("a", "Y"): 22.5, ("b", "Y"): 7.0}
        assert found.frame["quality"].tolist() == ["estimated", "estimated", "best_fit"]
        assert (found.weighs, found.notices) == ("residents", ())
        assert found.total.words() == {"into": "67", "out": "67", "lost": "0", "rows": 0}

    def test_without_people_in_the_first_those_of_the_second_are_shared_out(self):
        # m is split in a and b, which share its 900 in X and 600 in Y; c is made of n and o.
        found = chain(links("abcc", "mmno"), links("mmno", "XYYY", [900, 600, 30, 40]))
        assert weights(found) == {("a", "X"): 450, ("a", "Y"): 300, ("b", "X"): 450, ("b", "Y"): 300, ("c", "Y"): 70}
        assert found.weighs == "residents"
        assert found.frame["quality"].tolist() == ["estimated"] * 4 + ["best_fit"]
        assert [(n.code, n.context["count"], n.context["codes"]) for n in found.notices] == [
            ("chain_shared_equally", 1, ["m"])
        ]
        assert found.total.words() == {"into": "1,570", "out": "1,570", "lost": "0", "rows": 0}

    def test_without_any_people_the_weights_are_shares(self):
        found = chain(links("aab", "mnn"), links("mmn", "XYY"))
        assert weights(found) == {("a", "X"): 0.25, ("a", "Y"): 0.75, ("b", "Y"): 1.0}
        assert found.weighs == "share"
        assert [note.code for note in found.notices] == ["shared_equally", "shared_equally", "chain_no_residents"]

    def test_shares_given_as_weights_of_the_first_stay_shares(self):
        found = chain(links("aab", "mnn", [0.6, 0.4, 1]), links("mn", "XY", [10, 20]))
        assert weights(found) == {("a", "X"): 0.6, ("a", "Y"): 0.4, ("b", "Y"): 1.0}
        assert found.weighs == "share"

    def test_a_weight_that_is_not_known_stays_so(self):
        found = chain(links("aab", "mnn", [50, None, 7]), links("mn", "XY"))
        assert weights(found)[("a", "X")] == 50
        assert np.isnan(weights(found)[("a", "Y")])

    def test_the_result_keeps_people_through_the_scores_of_areas(self):
        found = chain(links("aab", "mnn", [50, 10, 7]), links("mmn", "XYY", [300, 100, 9])).frame
        read = read_lookup(
            found, Origin("L", "l", ""), small_column="small", area_column="area", weight_column="weight"
        )
        areas = area_scores(lookup_rows(pd.Series({"a": 10.0, "b": 40.0}), read, None))
        assert areas["population"].to_dict() == {"X": 37.5, "Y": 29.5}
        assert areas["score"].to_dict() == {"X": 10.0, "Y": pytest.approx((22.5 * 10 + 7 * 40) / 29.5)}

    def test_names_of_the_second_come_along(self):
        found = chain(links("ab", "mn"), links("mn", "YX", ends=["Why", "Ex"]))
        assert found.frame["area_name"].tolist() == ["Why", "Ex"]


class TestNotMeeting:
    def test_what_leads_nowhere_is_counted_and_named(self):
        found = chain(links("aabc", "mnop", [50, 10, 7, 3], "one.csv"), links("mopz", "XXYZ", name="two.csv"))
        assert weights(found) == {("a", "X"): 50, ("b", "X"): 7, ("c", "Y"): 3}
        assert found.frame["quality"].tolist() == ["partial", "best_fit", "best_fit"]
        assert found.total.words() == {"into": "70", "out": "60", "lost": "10", "rows": 1}
        assert [(note.code, note.context) for note in found.notices] == [
            ("chain_leads_nowhere", {"left": "one.csv", "right": "two.csv", "count": 1, "codes": ["n"]}),
            ("chain_not_reached", {"left": "one.csv", "right": "two.csv", "count": 1, "codes": ["z"]}),
        ]

    def test_people_of_the_second_that_nothing_reaches_are_lost(self):
        found = chain(links("ab", "mn"), links("mnz", "XYZ", [1, 2, 4]))
        assert found.total.words() == {"into": "7", "out": "3", "lost": "4", "rows": 1}

    def test_lookups_of_other_years_are_refused(self):
        with pytest.raises(CniError) as fault:
            chain(links("abc", "mno", name="one.csv"), links("mpqr", "XXYY", name="two.csv"))
        assert fault.value.code == "codes_do_not_match"
        assert (fault.value.context["matched"], fault.value.context["total"]) == (1, 3)
        assert (fault.value.context["left"], fault.value.context["right"]) == ("one.csv", "two.csv")


PAIRS = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7), st.integers(0, 900)), min_size=1, max_size=30)


class TestProperties:
    @given(st.permutations(range(10)), st.permutations(range(10)), st.booleans())
    def test_two_one_to_one_lookups_make_their_composition(self, first, second, weighted):
        people = list(range(5, 15)) if weighted else None
        one = links([f"a{i}" for i in range(10)], [f"m{i}" for i in first], people)
        two = links([f"m{i}" for i in range(10)], [f"c{i}" for i in second])
        found = chain(one, two).frame
        assert dict(zip(found["small"], found["area"])) == {f"a{i}": f"c{second[first[i]]}" for i in range(10)}
        assert found["weight"].tolist() == (people or [1.0] * 10)
        assert set(found["quality"]) == {"best_fit"}

    @given(PAIRS, PAIRS, st.sampled_from(["first", "second", "neither"]))
    def test_people_are_kept(self, one, two, given_by):
        two = [*two, *((middle, 0, 1) for middle in range(8))]
        start, middle, first = zip(*one)
        source, end, second = zip(*two)
        found = chain(
            links([f"a{i}" for i in start], [f"m{i}" for i in middle], first if given_by == "first" else None),
            links([f"m{i}" for i in source], [f"c{i}" for i in end], second if given_by == "second" else None),
        ).frame
        kept = found.groupby("small")["weight"].sum()
        if given_by == "first":
            expected = pd.Series(first, [f"a{i}" for i in start]).groupby(level=0).sum()
            np.testing.assert_allclose(kept, expected, atol=1e-9)
        elif given_by == "neither":
            np.testing.assert_allclose(kept, 1)
        else:
            reached = sum(weight for i, weight in zip(source, second) if i in middle)
            assert found["weight"].sum() == pytest.approx(reached)


# Of the 225 wards left behind as published, those in the worst tenth on the IMD of 2025, rebuilt for these wards.
STILL = 209


class TestReferenceData:
    """LSOA 2021 to LSOA 2011 to ward 2017, with the residents of the output areas."""

    @pytest.fixture(scope="class", autouse=True)
    @classmethod
    def joined(cls, reference_data):
        vintages = read_csv(reference_data / "lsoa11_to_lsoa21.csv")
        oa = read_csv(reference_data / "oa11_to_ward17_estimated.csv.gz")
        first = read_links(
            vintages, Origin("F", "f", ""), from_column="lsoa21_code", to_column="lsoa11_code", weight_column=None
        )
        second = read_links(
            oa,
            Origin("S", "s", ""),
            from_column="lsoa11_code",
            to_column="ward17_code",
            weight_column="population_2011",
        )
        cls.found, cls.data, cls.vintages, cls.oa = chain(first, second), reference_data, vintages, oa

    def test_against_pandas(self):
        parts = self.oa.astype({"population_2011": float}).groupby(["lsoa11_code", "ward17_code"], as_index=False)
        joined = self.vintages[["lsoa11_code", "lsoa21_code"]].merge(parts["population_2011"].sum())
        parts_of = self.vintages.groupby("lsoa11_code")["lsoa21_code"].nunique()
        joined["people"] = joined["population_2011"] / joined["lsoa11_code"].map(parts_of)
        expected = joined.groupby(["lsoa21_code", "ward17_code"])["people"].sum()
        mine = self.found.frame.set_index(["small", "area"])["weight"]
        assert list(mine.index) == list(expected.index)
        np.testing.assert_allclose(mine, expected, rtol=1e-12)
        assert self.found.total.words() == {"into": "53,012,456", "out": "53,012,456", "lost": "0", "rows": 0}

    def test_how_many_of_the_225_are_still_in_the_worst_tenth_on_imd_2025(self):
        """Rebuilt: mean IMD 2025 score by residents of 2011, ranked over the 7,433 wards of CNI 2019, rank <= 743."""
        imd = pd.read_csv(self.data / "imd_2025_lsoa21.csv", index_col="lsoa21_code")["imd_score"]
        cni = pd.read_csv(self.data / "cni_2019_ward17.csv", index_col="ward17_code")
        lookup = read_lookup(
            self.found.frame, Origin("L", "l", ""), small_column="small", area_column="area", weight_column="weight"
        )
        scores = area_scores(lookup_rows(imd, lookup, None))["score"]
        rank = rank_score(scores, cni.index).frame["rank"]
        assert int(rank.notna().sum()) == len(cni) == 7433
        left_behind = cni.index[cni["left_behind"] == 1]
        still = (rank.loc[left_behind] <= 743).sum()
        # With pandas alone.
        frame = self.found.frame
        worth = (frame["weight"] * frame["small"].map(imd)).groupby(frame["area"]).sum()
        mean = (worth / frame.groupby("area")["weight"].sum()).loc[cni.index]
        alone = mean.round(9).rank(ascending=False, method="min")
        assert still == (alone.loc[left_behind] <= 743).sum() == STILL
