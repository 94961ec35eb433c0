"""The public interface: ids, parameters, outputs and help do not change by accident."""

from __future__ import annotations

import re

import pytest
from qgis.core import QgsApplication, QgsProcessingParameterDefinition

AREAS = ["AREAS", "AREA_CODE", "AREA_NAME", "DISTRICT", "DISTRICT_NAME", "POPULATION"]
TABLES = ["TABLES", "CODE_FIELD", "DEFINITION", "WEIGHTS"]
DEPRIVATION = ["DEPRIVATION", "DEPRIVATION_CODE", "DEPRIVATION_SCORE", "DEPRIVATION_WEIGHT"]
LOOKUP = ["LOOKUP", "LOOKUP_FROM", "LOOKUP_TO", "LOOKUP_WEIGHT"]
LIMITS = ["CNI_LIMIT", "IMD_LIMIT", "LIMITS_ARE"]
MAP = [*AREAS, *TABLES, *DEPRIVATION, *LOOKUP, *LIMITS, "UNIVERSE", "FOCUS", "OUTPUT"]
SCORES = ["CNI", "CNI_CODE", "CNI_SCORE", "IMD", "IMD_CODE", "IMD_SCORE"]
COUNTS = {"LEFT_BEHIND", "DEPRIVED", "HIGH_NEED"}
LINK = ["", "_FROM", "_TO", "_WEIGHT"]
PLACES = ["PLACES", *AREAS[:3], "POPULATION", "DISTANCE", "MEASURES", "CENTRES", "CENTRES_POPULATION", "CRS", "OUTPUT"]
OVERLAP = [
    *("TARGET", "TARGET_CODE", "TARGET_NAME", "RESULT", "POINTS", "POINTS_CODE", "POINTS_POPULATION", "BY_LAND_AREA"),
    *LOOKUP,
    *(f"TARGET_LOOKUP{part}" for part in LINK),
    "OUTPUT",
]
PAGE = ["TEMPLATE", "THEME", "NOTES", "REFERENCE", "LABELS", "LOGO", "COLOURS", "OUTPUT"]
PROFILES = [
    *("PATCHES", "PATCH_NAME", "POINTS", "POINTS_CODE", "POINTS_POPULATION", "BY_LAND_AREA"),
    *LOOKUP,
    *("TEMPLATE", "PATCH_TEMPLATE", "COLOURS", "OUTPUT"),
]
SHOWN = ["RESULT", "FOCUS"]
INTERFACE = {
    "cni:map": (MAP, {"OUTPUT", *COUNTS}),
    "cni:example": ([*MAP, "PDF"], {"OUTPUT", "PDF", *COUNTS}),
    "cni:index": ([*TABLES, "OUTPUT"], {"OUTPUT", "AREAS_RANKED"}),
    "cni:areadeprivation": ([*DEPRIVATION, *LOOKUP, "RANK_OVER", "OUTPUT"], {"OUTPUT"}),
    "cni:leftbehind": ([*AREAS, *SCORES, *LIMITS, "FOCUS", "OUTPUT"], {"OUTPUT", *COUNTS}),
    "cni:bridge": (["TABLE", "CODE_FIELD", *LOOKUP, "SUM", "MEAN", "MAJORITY", "WEIGHT", "OUTPUT"], {"OUTPUT"}),
    "cni:chainlookups": ([*(f"{which}{part}" for which in ("FIRST", "SECOND") for part in LINK), "OUTPUT"], {"OUTPUT"}),
    "cni:overlap": (OVERLAP, {"OUTPUT"}),
    "cni:places": (PLACES, {"OUTPUT", "PLACES_NEAR"}),
    "cni:download": (["ENTRY", "WHERE", "EXTENT", "REFRESH", "OUTPUT"], {"OUTPUT", "ROWS"}),
    "cni:printmap": ([*SHOWN, *PAGE, "TITLE", "SUBTITLE", "BASEMAP"], {"OUTPUT", "LEFT_BEHIND"}),
    "cni:atlas": ([*SHOWN, "BY", *PAGE], {"OUTPUT", "PAGES", "LEFT_BEHIND"}),
    "cni:profiles": ([*SHOWN, *PROFILES], {"OUTPUT", "PAGES"}),
    "cni:export": ([*SHOWN, "OUTPUT"], {"OUTPUT"}),
    "cni:methodnote": ([*SHOWN, "OUTPUT", "MARKDOWN"], {"OUTPUT", "MARKDOWN"}),
}
REQUIRED = {
    "cni:map": {"AREAS", "TABLES", "DEFINITION", "DEPRIVATION", "LIMITS_ARE", "UNIVERSE", "OUTPUT"},
    "cni:example": {"OUTPUT"},
    "cni:index": {"TABLES", "DEFINITION", "OUTPUT"},
    "cni:areadeprivation": {"DEPRIVATION", "LOOKUP", "OUTPUT"},
    "cni:leftbehind": {"AREAS", "CNI", "IMD", "LIMITS_ARE", "OUTPUT"},
    "cni:bridge": {"TABLE", "LOOKUP", "OUTPUT"},
    "cni:chainlookups": {"FIRST", "SECOND", "OUTPUT"},
    "cni:overlap": {"RESULT", "BY_LAND_AREA", "OUTPUT"},
    "cni:places": {"PLACES", "AREAS", "DISTANCE", "OUTPUT"},
    "cni:download": {"ENTRY", "REFRESH", "OUTPUT"},
    "cni:printmap": {"RESULT", "TEMPLATE", "THEME", "LABELS", "COLOURS", "OUTPUT"},
    "cni:atlas": {"RESULT", "BY", "TEMPLATE", "THEME", "LABELS", "COLOURS", "OUTPUT"},
    "cni:profiles": {"RESULT", "BY_LAND_AREA", "TEMPLATE", "PATCH_TEMPLATE", "COLOURS", "OUTPUT"},
    "cni:export": {"RESULT", "OUTPUT"},
    "cni:methodnote": {"RESULT", "OUTPUT"},
}
ALL = sorted(INTERFACE)
Flag = QgsProcessingParameterDefinition.Flag


@pytest.fixture
def make(processing):
    """Makes algorithms by id, and keeps them: QGIS deletes the parameters of one that nobody holds."""
    made = []

    def by_id(id: str):
        made.append(QgsApplication.processingRegistry().createAlgorithmById(id))
        return made[-1]

    return by_id


def test_the_provider_has_these_algorithms(processing) -> None:
    provider = QgsApplication.processingRegistry().providerById("cni")
    assert sorted(algorithm.id() for algorithm in provider.algorithms()) == ALL
    assert provider.name() == "CNI Mapper"
    assert not provider.icon().isNull()


@pytest.mark.parametrize("id", ALL)
def test_parameters_and_outputs(make, id: str) -> None:
    algorithm = make(id)
    names, outputs = INTERFACE[id]
    assert sorted(parameter.name() for parameter in algorithm.parameterDefinitions()) == sorted(names)
    assert {output.name() for output in algorithm.outputDefinitions()} == outputs


@pytest.mark.parametrize("id", ALL)
def test_what_must_be_given(make, id: str) -> None:
    needed = {p.name() for p in make(id).parameterDefinitions() if not p.flags() & Flag.FlagOptional}
    assert needed == REQUIRED[id]


def test_defaults(make) -> None:
    defaults = {p.name(): p.defaultValue() for p in make("cni:map").parameterDefinitions()}
    given = {name: value for name, value in defaults.items() if value not in (None, "")}
    assert given == {"DEFINITION": "cni-2019", "LIMITS_ARE": 0, "UNIVERSE": 0}


def test_the_example_shows_only_its_outputs(make) -> None:
    shown = [p.name() for p in make("cni:example").parameterDefinitions() if not p.flags() & Flag.FlagHidden]
    assert shown == ["OUTPUT", "PDF"]


@pytest.mark.parametrize("id", ALL)
def test_help(make, id: str) -> None:
    """Words for the algorithm and for each parameter that is shown; every input with a label of its own."""
    algorithm = make(id)
    text = re.sub(r"<[^>]+>", " ", algorithm.shortHelpString())
    assert len(text.split()) > 40, text
    shown = [p for p in algorithm.parameterDefinitions() if not p.flags() & Flag.FlagHidden]
    for parameter in shown:
        assert len(parameter.help().split()) >= 5, parameter.name()
        assert parameter.description() and parameter.description() != parameter.name()
    labels = [parameter.description() for parameter in shown if parameter.name() != "OUTPUT"]
    assert len(set(labels)) == len(labels)
    assert algorithm.displayName() and algorithm.displayName() != algorithm.name()
    assert not algorithm.icon().isNull()
