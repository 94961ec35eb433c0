"""An index of one's own, from raw indicators through cni:index and cni:map, and what is refused on the way."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from county import DOMAINS, NEEDS, County, expected_wards, record_of, rows_of, warning
from fault_files import Case, Heard, as_parameters, check_fault

INDICATORS = "indicators.csv"
LESS, MORE = "less_need", "more_need"
COLUMNS = {
    "civic_assets": {
        "libraries_per_1000": LESS,
        "community_halls_per_1000": LESS,
        "pubs_and_clubs_per_1000": LESS,
        "green_space_share_percent": LESS,
    },
    "connectedness": {
        "minutes_to_gp_by_bus": MORE,
        "households_no_car_percent": MORE,
        "slow_broadband_percent": MORE,
        "one_person_households_percent": MORE,
    },
    "engaged_community": {
        "turnout_percent": LESS,
        "charities_per_1000": LESS,
        "grants_per_head_gbp": LESS,
        "volunteers_percent": LESS,
    },
}


def index_node(**changes: Any) -> dict[str, Any]:
    """A definition over the sample's twelve indicators. changes: by indicator id, entries to change."""
    domains = []
    for id, columns in COLUMNS.items():
        entries = [
            {"id": name, "title": name.replace("_", " "), "columns": [name], "higher_is": way, **changes.get(name, {})}
            for name, way in columns.items()
        ]
        combine = changes.get(id, {"standardise": "normal_scores", "weights": "equal", "aggregate": "sum"})
        domains.append({"id": id, "title": id.replace("_", " "), "combine": combine, "indicators": entries})
    plain = {"format": 1, "id": "mine", "title": "Our own index", "status": "own", "geography": "ward"}
    return {**plain, "domains": domains}


def define(county: County, content: dict[str, Any]) -> None:
    county.path("mine.json").write_text(json.dumps(content), encoding="utf-8")
    county.give(DEFINITION=str(county.path("mine.json")))


def rate_node(**entries: Any) -> dict[str, Any]:
    """A definition of one domain: a rate and a plain indicator."""
    rate = {"id": "poor", "title": "Poor households", "higher_is": MORE, "numerator": "cases", "denominator": "people"}
    other = {"id": "turnout", "title": "Turnout", "higher_is": LESS, "columns": ["turnout_percent"]}
    domain = {
        "id": "d",
        "title": "Domain",
        "indicators": [{**rate, **entries.get("rate", {})}, {**other, **entries.get("other", {})}],
    }
    plain = {"format": 1, "id": "mine", "title": "Our own index", "status": "own", "geography": "ward"}
    return {**plain, "domains": [domain]}


@pytest.fixture
def own(county: County, sample: Path) -> County:
    """The county with its table of raw indicators and a definition over them."""
    shutil.copyfile(sample / INDICATORS, county.path(INDICATORS))
    county.give(TABLES=[str(county.path(INDICATORS))])
    define(county, index_node())
    return county


def index_parameters(county: County, output: Path, name: str = "index.csv") -> dict[str, Any]:
    kept = {key: value for key, value in county.parameters.items() if key in ("TABLES", "DEFINITION", "WEIGHTS")}
    return {**kept, "OUTPUT": str(output / name)}


def with_counts(county: County, **columns: Any) -> None:
    """Add counts to the raw indicators: one household in ten is poor in the first ward, up to two in the last."""
    people = np.arange(150) % 7 * 40 + 100
    counts = {"cases": people // 10 + np.arange(150) % 11, "people": people, **columns}

    def change(table: pd.DataFrame) -> pd.DataFrame:
        return table.assign(**{name: list(map(str, np.broadcast_to(values, 150))) for name, values in counts.items()})

    county.edit(INDICATORS, change)


class TestIndex:
    def test_twelve_indicators_give_the_samples_own_index(self, processing, own: County, sample, output) -> None:
        """community_needs.csv was worked out from the same indicators with pandas alone."""
        before = own.hashes()
        found = processing.run("cni:index", index_parameters(own, output))
        assert found["AREAS_RANKED"] == 150
        rows = pd.read_csv(output / "index.csv", index_col="area_code")
        needs = pd.read_csv(sample / NEEDS, index_col="ward_code").reindex(rows.index)
        np.testing.assert_array_equal(rows["index_rank"], needs["cni_rank"])
        np.testing.assert_allclose(rows["index_score"], needs["cni_score"], atol=2e-6)
        for domain in DOMAINS:
            np.testing.assert_array_equal(rows[f"{domain}_rank"], needs[f"{domain}_rank"])
            np.testing.assert_allclose(rows[f"{domain}_score"], needs[f"{domain}_score"], atol=1e-6)
        assert own.hashes() == before
        assert [path.name for path in output.iterdir()] == ["index.csv"]

    def test_missing_indicators_are_named_by_row(self, processing, own: County, sample, output) -> None:
        processing.run("cni:index", index_parameters(own, output))
        rows = pd.read_csv(output / "index.csv", index_col="area_code", keep_default_na=False)
        raw = pd.read_csv(sample / INDICATORS, index_col="ward_code")
        gaps = raw.isna()
        assert int(gaps.to_numpy().sum()) == 5
        for code, absent in gaps.iterrows():
            assert rows.loc[code, "missing"] == ", ".join(gaps.columns[absent])
            assert rows.loc[code, "quality"] == ("partial" if absent.any() else "exact")

    def test_what_is_told_of_the_indicators(self, processing, own: County, output) -> None:
        heard = Told()
        processing.run("cni:index", index_parameters(own, output), feedback=heard)
        alphas = [line for line in heard.lines if "Cronbach" in line]
        assert [line.partition(":")[0] for line in alphas] == [id.replace("_", " ") for id in COLUMNS]
        weights = [line for line in heard.lines if "weight 0.250" in line]
        assert len(weights) == 12

    def test_a_weight_of_an_indicator(self, processing, own: County, output) -> None:
        """With all the weight on one indicator its domain has the ranks of that one."""
        names = list(COLUMNS["connectedness"])
        own.give(WEIGHTS=", ".join(f"{name}={int(name == 'minutes_to_gp_by_bus')}" for name in names))
        processing.run("cni:index", index_parameters(own, output))
        rows = pd.read_csv(output / "index.csv", index_col="area_code")
        minutes = own.table(INDICATORS).set_index("ward_code")["minutes_to_gp_by_bus"].replace("", None).astype(float)
        expected = minutes.rank(ascending=False, method="min").reindex(rows.index)
        pd.testing.assert_series_equal(rows["connectedness_rank"].astype(float), expected, check_names=False)

    def test_two_tables_make_one_index(self, processing, own: County, output) -> None:
        whole = own.table(INDICATORS)
        half = ["ward_code", *COLUMNS["civic_assets"]]
        first = own.write("first.csv", whole[half].iloc[::-1])
        second = own.write("second.csv", whole.drop(columns=[*COLUMNS["civic_assets"], "ward_name"]))
        processing.run("cni:index", index_parameters(own, output, "whole.csv"))
        own.give(TABLES=[first, second])
        processing.run("cni:index", index_parameters(own, output, "two.csv"))
        one = pd.read_csv(output / "whole.csv", index_col="area_code").drop(columns="area_name")
        two = pd.read_csv(output / "two.csv", index_col="area_code").reindex(one.index)
        pd.testing.assert_frame_equal(two, one[list(two.columns)])


class Told(Heard):
    """What an algorithm says as information."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []

    def pushInfo(self, info: str) -> None:
        self.lines.append(info)


class TestMap:
    def test_raw_indicators_end_to_end(self, processing, own: County, sample, output) -> None:
        before = own.hashes()
        source = processing.run("cni:map", {**own.parameters, "OUTPUT": str(output / "mine.gpkg")})["OUTPUT"]
        rows = rows_of(source)
        expected = expected_wards(sample).reindex(rows.index)
        np.testing.assert_array_equal(rows["cni_rank"].astype(int), expected["cni_rank"])
        np.testing.assert_allclose(rows["cni_score"].astype(float), expected["cni_score"], atol=2e-6)
        np.testing.assert_array_equal(rows["category"], expected["category"])
        assert list(rows["left_behind_published"].unique()) == ["unknown"]
        assert own.hashes() == before

    def test_the_record_holds_the_definition_and_the_diagnostics(self, processing, own: County, output) -> None:
        define(own, index_node(turnout_percent={"higher_is": MORE}))
        source = processing.run("cni:map", {**own.parameters, "OUTPUT": str(output / "mine.gpkg")})["OUTPUT"]
        record = record_of(source)
        assert [len(domain["indicators"]) for domain in record["definition"]["domains"]] == [4, 4, 4]
        told = {domain["id"]: domain for domain in record["diagnostics"]}
        assert list(told) == list(COLUMNS)
        turnout = next(one for one in told["engaged_community"]["indicators"] if one["id"] == "turnout_percent")
        assert turnout["weight"] == 0.25
        assert turnout["correlation"] < 0
        sentence = warning(record, "indicator_against_domain")
        assert "'turnout percent' pulls against its domain 'engaged community'" in sentence
        assert f"r = {turnout['correlation']:.2f}" in sentence


def counts(spoil: dict[str, Any], **entries: Any) -> Any:
    """A definition with a rate, and a table whose counts are spoilt in it."""

    def change(county: County) -> None:
        with_counts(county, **spoil)
        define(county, rate_node(**entries))

    return change


def at(row: int, value: float, usual: Any) -> np.ndarray:
    """Counts with one row of another value."""
    column = np.array(np.broadcast_to(usual, 150), dtype=float)
    column[row] = value
    return column


SHRUNK = {"rate": {"shrink": True}}
DISTRICTS = {"district_code": np.array([f"X0700000{i % 6 + 1}" for i in range(150)])}


def _changed(**changes: Any) -> Any:
    return lambda county: define(county, index_node(**changes))


def _negative(county: County) -> None:
    county.put(INDICATORS, "grants_per_head_gbp", {4: "-3.5"})
    define(county, index_node(grants_per_head_gbp={"treat": "log"}))


def _wrong_way(county: County) -> None:
    combine = {"standardise": "normal_scores", "weights": "factor", "aggregate": "sum"}
    define(county, index_node(civic_assets=combine, libraries_per_1000={"higher_is": MORE}))


def _many_faults(county: County) -> None:
    content = index_node(
        civic_assets={"standardise": "magic", "weights": "guess"},
        turnout_percent={"weight": -1, "missing": "zero"},
        libraries_per_1000={"higher_is": "worse", "treat": "cut"},
        volunteers_percent={"numerator": "cases", "shrink": True},
    )
    define(county, content)


MANY = [
    "mine.json has 8 fault(s)",
    "domains[0].combine.standardise is magic, but must be one of: normal_scores, zscore, minmax, percentile, none",
    "domains[0].combine.weights is guess, but must be one of: equal, given, factor",
    "domains[0].indicators[0].higher_is is worse, but must be one of: more_need, less_need",
    "domains[0].indicators[0].treat is cut, but must be one of: none, winsorise, log",
    "domains[2].indicators[0].weight is -1, but must be a number of 0 or more",
    "domains[2].indicators[0].missing is zero, but must be one of: exclude, median, district_median, refuse",
    "domains[2].indicators[3].denominator is a list, but must be a column name for both",
    "domains[2].indicators[3].shrink is True, but must be false unless numerator and denominator are given",
]
CASES = [
    Case(
        "shrinking without districts",
        counts({}, **SHRUNK),
        ["no column of district codes", INDICATORS, "Add one, such as district_code"],
    ),
    Case(
        "median of the district without districts",
        _changed(turnout_percent={"missing": "district_median"}),
        ["no column of district codes", INDICATORS],
    ),
    Case(
        "an area without a district",
        counts({"district_code": np.where(np.arange(150) == 2, "", DISTRICTS["district_code"])}, **SHRUNK),
        ["'district_code' of indicators.csv names no district for X05000003", "Every area needs one"],
    ),
    Case(
        "more cases than people",
        counts({"cases": at(6, 5000, np.arange(150)), "people": 500, **DISTRICTS}, **SHRUNK),
        ["'Poor households' counts more cases than people for X05000007", "Correct these rows"],
    ),
    Case(
        "fewer cases than none",
        counts({"cases": at(6, -4, np.arange(150)), "people": 500, **DISTRICTS}, **SHRUNK),
        ["'cases' of indicators.csv", "below zero", "X05000007", "Correct or blank"],
    ),
    Case(
        "fewer people than none",
        counts({"people": at(9, -4, 500)}),
        ["'people' of indicators.csv", "below zero", "X05000010", "Correct or blank"],
    ),
    Case(
        "nobody to count among",
        counts({"people": at(9, 0, 500)}),
        ["'people' is zero for X05000010", "no rate", "Correct or leave out"],
    ),
    Case(
        "a rate that is the same everywhere",
        counts({"cases": np.arange(1, 151) * 2, "people": np.arange(1, 151) * 8}),
        ["'cases / people' of indicators.csv is 0.25 everywhere", "'Poor households'"],
    ),
    Case(
        "a logarithm of a negative value",
        _negative,
        ["'grants per head gbp' goes down to -3.5", "logarithm", "Choose another treatment"],
    ),
    Case(
        "an incomplete indicator",
        lambda c: (
            c.put(INDICATORS, "turnout_percent", {0: "", 3: "*"}),
            _changed(turnout_percent={"missing": "refuse"})(c),
        ),
        ["'turnout percent' has no value for", "area(s)", "Fill them in"],
    ),
    Case(
        "an indicator that is empty",
        lambda c: c.put(INDICATORS, "turnout_percent", "*"),
        ["'turnout_percent' of indicators.csv holds no number", "'turnout percent' cannot be computed"],
    ),
    Case(
        "an indicator that is the same everywhere",
        lambda c: c.put(INDICATORS, "turnout_percent", "31"),
        ["'turnout_percent' of indicators.csv is 31 everywhere", "'turnout percent'"],
    ),
    Case(
        "an indicator that is nowhere",
        lambda c: c.edit(INDICATORS, lambda t: t.drop(columns="turnout_percent")),
        ["'turnout percent' needs a column called turnout_percent", INDICATORS],
    ),
    Case(
        "an indicator that points the wrong way",
        _wrong_way,
        [
            "'libraries per 1000' points the other way than the rest of 'civic assets' (loading -0.",
            "Turn its direction",
        ],
    ),
    Case("many faults in one definition", _many_faults, MANY),
]


@pytest.mark.parametrize("algorithm", ["cni:index", "cni:map"])
@pytest.mark.parametrize("case", as_parameters(CASES))
def test_what_is_refused(case: Case, algorithm: str, processing, own: County, output) -> None:
    ending = ".gpkg" if algorithm == "cni:map" else ".csv"
    check_fault(Case(case.id, case.spoil, case.words, algorithm, ending), processing, own, output)


class TestRates:
    def test_shrunk_rates_through_the_algorithm(self, processing, own: County, output) -> None:
        """A small ward with an extreme rate moves towards its district; the ranks are those of rates shrunk apart."""
        with_counts(own, **DISTRICTS)
        define(own, rate_node(rate={"shrink": True}, other={"weight": 0}))
        own.give(WEIGHTS="poor=1, turnout=0")
        processing.run("cni:index", index_parameters(own, output))
        rows = pd.read_csv(output / "index.csv", index_col="area_code")
        expected = _shrunk(own.table(INDICATORS)).rank(ascending=False, method="min")
        pd.testing.assert_series_equal(rows["d_rank"].astype(float), expected.reindex(rows.index), check_names=False)

    def test_a_district_table_beside_the_indicators(self, processing, own: County, output) -> None:
        with_counts(own)
        define(own, rate_node(rate={"shrink": True}))
        own.give(TABLES=[str(own.path(INDICATORS)), str(own.path(NEEDS))])
        # One ward has no turnout, and a half of its indicators is not two thirds.
        assert processing.run("cni:index", index_parameters(own, output))["AREAS_RANKED"] == 149
        rows = pd.read_csv(output / "index.csv", index_col="area_code")
        assert list(rows.index[rows["d_rank"].isna()]) == list(rows.index[rows["missing"] == "turnout"])


def _shrunk(table: pd.DataFrame) -> pd.Series:
    """Rates shrunk towards their district's, by pandas: the formula written out a second time."""
    table = table.set_index("ward_code")
    r, n = table["cases"].astype(float), table["people"].astype(float)
    by = table["district_code"]
    all_r, all_n = r.groupby(by).transform("sum"), n.groupby(by).transform("sum")
    own, middle = np.log((r + 0.5) / (n - r + 0.5)), np.log((all_r + 0.5) / (all_n - all_r + 0.5))
    variance = (n + 1) * (n + 2) / (n * (r + 1) * (n - r + 1))
    between = ((own - middle) ** 2).groupby(by).transform("sum") / (by.groupby(by).transform("size") - 1)
    weight = (1 / variance) / (1 / variance + 1 / between)
    logit = weight * own + (1 - weight) * middle
    return (1 / (1 + np.exp(-logit))).round(12)
