"""Numbers, weights, limits and definitions that are wrong: what the user reads, and that nothing is written."""

from __future__ import annotations

import json

import pytest
from county import DEPRIVATION, LOOKUP, NEEDS, County, codes
from fault_files import Case, as_parameters, check_fault

SCORE = "connectedness_score"


def _needs_by_rank(county: County) -> None:
    """The definition reads ranks, and all of them are the same."""
    county.put(NEEDS, "connectedness_rank", 7)
    domains = json.loads(county.path("definition.json").read_text(encoding="utf-8"))["domains"]
    domains[1]["published"] = {"kind": "rank", "columns": ["connectedness_rank"]}
    county.define(domains=domains)


def _half_the_county(county: County) -> None:
    county.edit(NEEDS, lambda t: t.iloc[:75])


def _many_faults(county: County) -> None:
    """Seven faults in one definition file."""
    published = {"kind": "score", "columns": ["civic_assets_score"]}
    county.define(
        format=2,
        title="",
        colour="red",
        status="official",
        domains=[
            {"id": "Civic Assets", "title": "Civic assets", "weight": -1, "published": published},
            {"id": "other", "title": "Other", "published": {"kind": "percent", "columns": []}},
        ],
    )


MANY_FAULTS = [
    "definition.json has 8 fault(s)",
    "correct them all",
    "format is 2, but must be one of: 1",
    "title is empty, but must be some text",
    "colour is red, but must be one of: format, id, title",
    "status is official, but must be one of: own, published",
    "domains[0].id is Civic Assets, but must be small letters, digits and _ only",
    "domains[0].weight is -1, but must be a number of 0 or more",
    "domains[1].published.kind is percent, but must be one of: score, rank",
    "domains[1].published.columns is empty, but must be a list of texts",
]


def _definition_text(text: str):
    return lambda county: county.path("definition.json").write_text(text, encoding="utf-8")


def _negative_people_in_deprivation(county: County) -> None:
    county.edit(LOOKUP, lambda t: t.drop_duplicates("small_area_code").drop(columns="population"))
    county.put(DEPRIVATION, "population", {0: "-12"})


NUMBERS = [
    Case(
        "infinite score in the tables",
        lambda c: c.put(NEEDS, SCORE, {2: "inf", 5: "-Infinity"}),
        [f"'{SCORE}'", "infinite", "X05000003, X05000006", "Correct or blank"],
    ),
    Case(
        "infinite deprivation score",
        lambda c: c.put(DEPRIVATION, "imd_score", {3: "inf"}),
        ["'imd_score'", "infinite", "X01000004", "Correct or blank"],
    ),
    Case(
        "column without a number",
        lambda c: c.put(NEEDS, SCORE, "*"),
        [f"'{SCORE}' of community_needs.csv", "no number", "Connectedness", "Choose a table"],
    ),
    Case(
        "empty column of deprivation scores",
        lambda c: c.put(DEPRIVATION, "imd_score", ""),
        ["'imd_score' of deprivation.csv", "no number", "Choose the column that holds the score"],
    ),
    Case(
        "the same score everywhere",
        lambda c: c.put(NEEDS, SCORE, "3.5"),
        [f"'{SCORE}' of community_needs.csv is 3.5 everywhere", "cannot rank areas", "Connectedness"],
    ),
    Case(
        "the same rank everywhere",
        _needs_by_rank,
        ["'connectedness_rank' of community_needs.csv is 7 everywhere", "cannot rank areas"],
    ),
    Case(
        "the same deprivation score everywhere",
        lambda c: c.put(DEPRIVATION, "imd_score", "12.25"),
        ["'imd_score' of deprivation.csv is 12.25 everywhere", "Choose another column"],
    ),
    Case(
        "fewer residents than none in the look-up",
        lambda c: c.put(LOOKUP, "population", {0: "-5", 7: "-1"}),
        ["'population'", "below zero", "X01000001, X01000008", LOOKUP, "Correct or blank"],
    ),
    Case(
        "fewer residents than none in the deprivation table",
        _negative_people_in_deprivation,
        ["'population'", "below zero", "X01000001", DEPRIVATION, "Correct or blank"],
    ),
    Case(
        "no column of deprivation scores",
        lambda c: c.edit(DEPRIVATION, lambda t: t.rename(columns={"imd_score": "value"})),
        ["No column of deprivation scores", DEPRIVATION, "It has: small_area_code", "Name the score column"],
    ),
    Case(
        "column of deprivation scores named wrongly",
        lambda c: c.give(DEPRIVATION_SCORE="imd"),
        ["no column 'imd'", DEPRIVATION, "imd_score", "Choose one of these"],
    ),
    Case(
        "text in the column of deprivation scores",
        lambda c: c.give(DEPRIVATION_SCORE="small_area_name"),
        ["'small_area_name' of deprivation.csv", "no number", "Choose the column that holds the score"],
    ),
    Case(
        "no column for a domain",
        lambda c: c.edit(NEEDS, lambda t: t.rename(columns={SCORE: "linked"})),
        ["Domain 'Connectedness'", f"column called {SCORE}", NEEDS, "Add a table"],
    ),
    Case(
        "half of the areas that the index ranks",
        _half_the_county,
        ["ranks all 150 areas of Sampleshire", "only 75", "whole table", "'Areas shown only'"],
    ),
    Case(
        "half of the areas that the index ranks, index alone",
        _half_the_county,
        ["ranks all 150 areas of Sampleshire", "only 75", "whole table"],
        algorithm="cni:index",
    ),
    Case(
        "a shipped index with the county's table",
        lambda c: c.give(DEFINITION="cni-2019"),
        ["Community Needs Index 2019 is about England (E05", "community_needs.csv holds wards", "X05000001", "fits"],
    ),
]
WEIGHTS = [
    Case(
        "all weights zero",
        lambda c: c.give(WEIGHTS="civic_assets=0, connectedness=0, engaged_community=0"),
        ["All weights in 'Sampleshire Community Needs Index (made up)' are zero", "above zero"],
    ),
    Case(
        "negative weight",
        lambda c: c.give(WEIGHTS="civic_assets=-1"),
        ["weight of 'civic_assets' is -1", "zero or more"],
    ),
    Case(
        "weight of an unknown domain",
        lambda c: c.give(WEIGHTS="civic_asset=2"),
        ["no domain or indicator 'civic_asset'", "civic_assets, connectedness, engaged_community"],
    ),
    Case(
        "weight that is no number",
        lambda c: c.give(WEIGHTS="civic_assets=high"),
        ["'civic_assets=high' cannot be read", "civic_assets=2, connectedness=1"],
    ),
    Case(
        "weight with two points",
        lambda c: c.give(WEIGHTS="civic_assets=1.2.3"),
        ["'civic_assets=1.2.3' cannot be read", "civic_assets=2"],
    ),
    Case(
        "negative weight, index alone",
        lambda c: c.give(WEIGHTS="connectedness=-0.5"),
        ["weight of 'connectedness' is -0.5", "zero or more"],
        algorithm="cni:index",
    ),
]
PERCENT, COUNT = "above 0 and at most 100", "a whole number of 1 or more"
LIMITS = [
    Case("limit of 0 percent", lambda c: c.give(CNI_LIMIT=0), ["'Limit on community need' is 0", PERCENT]),
    Case("limit of 101 percent", lambda c: c.give(IMD_LIMIT=101), ["'Limit on deprivation' is 101", PERCENT]),
    Case("limit of minus 1 percent", lambda c: c.give(CNI_LIMIT=-1), ["'Limit on community need' is -1", PERCENT]),
    Case(
        "limit of 10.5 areas",
        lambda c: c.give(CNI_LIMIT=10.5, IMD_LIMIT=10, LIMITS_ARE=1),
        ["'Limit on community need' is 10.5", COUNT],
    ),
    Case(
        "limit of 0 areas",
        lambda c: c.give(CNI_LIMIT=15, IMD_LIMIT=0, LIMITS_ARE=1),
        ["'Limit on deprivation' is 0", COUNT],
    ),
    Case(
        "limit of more areas than are ranked",
        lambda c: c.give(CNI_LIMIT=15, IMD_LIMIT=151, LIMITS_ARE=1),
        ["Limit on deprivation", "151 areas", "only 150 areas are ranked", "smaller"],
    ),
    Case(
        "count without a limit",
        lambda c: c.give(CNI_LIMIT=15, LIMITS_ARE=1),
        ["'Limit on deprivation' is blank", COUNT],
    ),
]
DEFINITIONS = [
    Case(
        "unknown index",
        lambda c: c.give(DEFINITION="cni-2099"),
        ["no index definition 'cni-2099'", "cni-2019, cni-2022, cni-2023, imd-2019, imd-2025", "definition file"],
    ),
    Case(
        "definition file that is not there",
        lambda c: c.give(DEFINITION=str(c.path("mine.json"))),
        ["no index definition", "mine.json", "cni-2019"],
    ),
    Case(
        "definition that is no JSON",
        _definition_text('{\n "format": 1,\n "id": sampleshire\n}'),
        ["definition.json is not a definition file", "line 3", "JSON"],
    ),
    Case("definition that is a list", _definition_text("[1, 2]"), ["definition.json has 1 fault(s)", "a JSON object"]),
    Case("definition with many faults", _many_faults, MANY_FAULTS),
    Case(
        "definition with many faults, index alone",
        _many_faults,
        MANY_FAULTS,
        algorithm="cni:index",
    ),
]


@pytest.mark.parametrize("case", as_parameters([*NUMBERS, *WEIGHTS, *LIMITS, *DEFINITIONS]))
def test_refused(case: Case, processing, county: County, output) -> None:
    check_fault(case, processing, county, output)


def _finished(county: County) -> dict[str, str]:
    """Parameters of cni:leftbehind: two tables of finished scores by ward."""
    imd = county.table(NEEDS)[["ward_code"]].assign(imd_score=[f"{i / 7:.3f}" for i in range(150)])
    return {
        "AREAS": county.parameters["AREAS"],
        "CNI": str(county.path(NEEDS)),
        "IMD": county.write("imd.csv", imd),
    }


def _other_wards(county: County) -> None:
    county.edit("imd.csv", lambda t: t.assign(ward_code=codes(range(5001, 5151))))


FINISHED = [
    Case(
        "finished scores without a score",
        lambda c: c.edit(NEEDS, lambda t: t.rename(columns={"cni_score": "need"})),
        ["No column of community need scores", NEEDS, "It has: ward_code", "Name the score column"],
    ),
    Case(
        "column of finished scores named wrongly",
        lambda c: c.give(CNI_SCORE="need"),
        ["no column 'need'", NEEDS, "Choose one of these"],
    ),
    Case(
        "finished deprivation of other wards",
        _other_wards,
        ["Only 0 of 150 codes of community_needs.csv are found in imd.csv", "X05000001", "X05005001", "look-up"],
    ),
    Case(
        "finished deprivation the same everywhere",
        lambda c: c.put("imd.csv", "imd_score", "8"),
        ["'imd_score' of imd.csv is 8 everywhere", "Choose another column"],
    ),
    Case(
        "finished deprivation with one ward twice",
        lambda c: c.put("imd.csv", "ward_code", {1: "X05000001"}),
        ["1 code(s) stand more than once", "'ward_code' of imd.csv", "X05000001"],
    ),
]


@pytest.mark.parametrize("case", as_parameters(FINISHED))
def test_finished_scores_refused(case: Case, processing, county: County, output) -> None:
    county.parameters = _finished(county)
    check_fault(Case(case.id, case.spoil, case.words, "cni:leftbehind"), processing, county, output)
