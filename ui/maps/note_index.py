"""How the index of a run is made, in plain words and as a table of its parts, from the run record alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from qgis.PyQt.QtCore import QCoreApplication

from .layouts.words import noun_of, nouns_of


def _tr(text: str) -> str:
    return QCoreApplication.translate("MethodNote", text)


@dataclass(frozen=True)
class IndexPart:
    """A domain or an indicator of an index.

    level: 0 for the domains that are summed. weight: None where a factor finds it. share: of the whole index, 0 to 1,
    None where it is not known. higher_is: blank for a domain. coverage: share of areas with a value, None where the
    record does not say.
    """

    title: str
    level: int
    weight: float | None
    share: float | None
    is_indicator: bool = False
    higher_is: str = ""
    unit: str = ""
    coverage: float | None = None


def index_parts(record: Mapping[str, Any]) -> list[IndexPart]:
    """Every domain and indicator of the record's definition, parents first; none where there is no definition."""
    definition = record.get("definition")
    if not definition:
        return []
    found = {domain["id"]: domain for domain in record.get("diagnostics", [])}
    return list(_domains(definition["domains"], 0, 1.0, found))


def _domains(
    domains: list[Mapping[str, Any]], level: int, whole: float | None, found: Mapping[str, Any]
) -> Iterator[IndexPart]:
    total = sum(domain["weight"] for domain in domains)
    for domain in domains:
        share = None if whole is None or not total else whole * domain["weight"] / total
        yield IndexPart(domain["title"], level, domain["weight"], share)
        if domain.get("domains"):
            yield from _domains(domain["domains"], level + 1, share, found)
        else:
            yield from _indicators(domain, level + 1, share, found.get(domain["id"]))


def _indicators(
    domain: Mapping[str, Any], level: int, whole: float | None, found: Mapping[str, Any] | None
) -> Iterator[IndexPart]:
    """The weights that were used are those of the diagnostics, which are shares of the domain."""
    diagnosed = {one["id"]: one for one in found["indicators"]} if found else {}
    is_factor = domain.get("combine", {}).get("weights") == "factor"
    for one in domain.get("indicators") or []:
        measured = diagnosed.get(one["id"])
        share = None if measured is None or whole is None else whole * measured["weight"]
        coverage = None if measured is None else measured["coverage"]
        weight = None if is_factor else one["weight"]
        yield IndexPart(one["title"], level, weight, share, True, one["higher_is"], one.get("unit", ""), coverage)


def _leaves(definition: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The domains of a definition that have no domains of their own."""
    waiting = list(definition["domains"])
    while waiting:
        domain = waiting.pop(0)
        children = domain.get("domains") or []
        if not children:
            yield domain
        waiting = [*children, *waiting]


def index_words(record: Mapping[str, Any]) -> list[str]:
    """How the scores of community need come about, one sentence each."""
    definition = record.get("definition")
    if not definition:
        table = next((entry["name"] for entry in record.get("inputs", []) if entry["role"] == "CNI"), record["index"])
        return [_tr("The scores of community need were taken as they stand in {table}.").format(table=table)]
    words = [_what_it_is(record)]
    leaves = list(_leaves(definition))
    words += _published_words(leaves)
    words += _indicator_words([domain for domain in leaves if domain.get("indicators")], nouns_of(record))
    words.append(
        _tr("The score of each {noun} is the sum of its domain scores, each times its weight.").format(
            noun=noun_of(record)
        )
    )
    # Of changed weights the notes of the definition need not be true.
    if definition.get("notes") and not record["changed"]:
        words.append(definition["notes"])
    return words


def _what_it_is(record: Mapping[str, Any]) -> str:
    if record.get("status") == "own":
        return _tr("{index} is an index of one's own, not the Community Needs Index.").format(index=record["index"])
    if record["variant"]:
        return _tr(
            "This is an own variant of the {index}: its weights, limits or the {nouns} that it ranks are not the "
            "publishers'."
        ).format(index=record["index"], nouns=nouns_of(record))
    return _tr("The index is the {index}, with the publishers' weights.").format(index=record["index"])


def _published_words(leaves: list[Mapping[str, Any]]) -> list[str]:
    kinds = {(domain.get("published") or {}).get("kind") for domain in leaves}
    words = []
    if "score" in kinds:
        words.append(_tr("Its domain scores are taken as published."))
    if "rank" in kinds:
        words.append(
            _tr("Its domains are taken as published ranks, turned into scores from 0 to 100 (exponential transform).")
        )
    return words


def _indicator_words(domains: list[Mapping[str, Any]], nouns: str) -> list[str]:
    if not domains:
        return []
    scales = {
        "normal_scores": _tr("by its rank (normal scores)"),
        "zscore": _tr("by mean and standard deviation (z-scores)"),
        "minmax": _tr("from the lowest to the highest value (min-max)"),
        "percentile": _tr("by its percentile"),
        "none": _tr("as it is"),
    }
    used = [scales.get(name, name) for name in _each(domain["combine"]["standardise"] for domain in domains)]
    words = [
        _tr("Each indicator is turned so that more means more need, and put on one scale {how}.").format(
            how=", ".join(used)
        )
    ]
    if any(domain["combine"]["weights"] == "factor" for domain in domains):
        words.append(_tr("Where the table says 'auto', a factor analysis finds the weights of the indicators."))
    if any(domain.get("transform") == "exponential" for domain in domains):
        words.append(
            _tr("Domain scores run from 0 to 100 and are stretched at the top, so that a good domain does not cancel a "
                "very bad one (exponential transform).")
        )  # fmt: skip
    return words + _missing_words([one for domain in domains for one in domain["indicators"]], nouns)


def _missing_words(indicators: list[Mapping[str, Any]], nouns: str) -> list[str]:
    ways = {
        "exclude": _tr("the other indicators of the domain count for more"),
        "median": _tr("the median of all {nouns} stands in").format(nouns=nouns),
        "district_median": _tr("the median of the district stands in"),
    }
    words = []
    used = [way for way in _each(one["missing"] for one in indicators) if way in ways]
    for way in used:
        titles = ", ".join(one["title"] for one in indicators if one["missing"] == way)
        text = (
            _tr("Where a value is missing, {what}.")
            if len(used) == 1
            else _tr("Where one is missing of {names}, {what}.")
        )
        words.append(text.format(what=ways[way], names=titles))
    for key, text in (
        ("winsorise", _tr("Outliers are drawn in to the 2.5th and 97.5th percentile: {names}.")),
        ("log", _tr("The logarithm is used of: {names}.")),
    ):
        names = [one["title"] for one in indicators if one["treat"] == key]
        if names:
            words.append(text.format(names=", ".join(names)))
    shrunk = [one["title"] for one in indicators if one["shrink"]]
    if shrunk:
        words.append(
            _tr("Rates of {nouns} with few people are drawn towards their district's: {names}.").format(
                nouns=nouns, names=", ".join(shrunk)
            )
        )
    return words


def _each(values: Iterator[str]) -> list[str]:
    return list(dict.fromkeys(values))
