"""The small print of a page: sources, how scores were made, what is left out, attributions and the caveat.

Only what the run record and the rows say: a year or a publisher is never read off the name of a file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any
from weakref import WeakKeyDictionary

import pandas as pd

from ...messages import INFORMATION, area_words
from ..record import plugin_version
from ..styles import limit_text
from .page import Focus, PageChoices, PrintedResult
from .place_names import is_whole_universe
from .words import (
    Record,
    capital,
    counted,
    date_words,
    index_title,
    joined,
    noun_of,
    nouns_of,
    place_of,
    same_limits,
    tr,
)

_NAMED = 3
_TOLD = {*INFORMATION, "areas_unmatched", "rebuilt_and_published"}
"""Warnings that other parts of a page say already."""
_BRIEF = 160
_SENTENCE_END = re.compile(r"(?<=[.]) +(?=[A-Z])")
_LICENCE = "Contains public sector information licensed under the Open Government Licence v3.0."
_IRELAND = "Northern Ireland Statistics and Research Agency"
_OFFICES = {
    "E": "Office for National Statistics",
    "W": "Office for National Statistics",
    "S": "Scottish Government and National Records of Scotland",
    "N": _IRELAND,
    "9": _IRELAND,
}
"""Who publishes the areas, by the first letter of their codes."""
_OFFICIAL = re.compile(r"[EWSN]\d{8}|95[A-Z]{2}\d{2}[A-Z]\d")


def source_text(result: PrintedResult, focus: Focus, choices: PageChoices, *, bold: bool = False) -> str:
    """Indices, what is left out, how areas were scored, what the limits, grey and white mean, and by what it is made.

    bold: whether the list sets some areas in bold. The most important come first, since a page may have to cut the end.
    """
    record, table = result.record, result.table[focus]
    made = tr("Made with CNI Mapper {version}, {day}.")
    parts = [
        _index_source(result),
        _deprivation_source(record, table),
        _limits_in_ranks(record),
        _residents(record),
        _bold(record) if bold else "",
        _ground(result, focus, choices),
        _published(record, table),
        *_warnings(record),
        made.format(version=plugin_version(), day=date_words(choices.made_on)),
    ]
    return " ".join(filter(None, parts))


def _index_source(result: PrintedResult) -> str:
    """'Community Needs Index 2019; 7,433 wards in England are ranked (City of London ... not ranked).'"""
    record = result.record
    place, n = place_of(record), f"{record['universe']['ranked']['cni']:,}"
    ranked = tr("{n} {nouns} in {place} are ranked") if place else tr("{n} {nouns} are ranked")
    ranked = ranked.format(n=n, nouns=nouns_of(record), place=place)
    left_out = _left_out(result)
    if left_out:
        ranked = tr("{ranked} ({left_out} not ranked)").format(ranked=ranked, left_out=left_out)
    return tr("{index}; {ranked}.").format(index=index_title(record, whole=True), ranked=ranked)


def definition_sources(record: Record) -> Sequence[str]:
    """What the definition of the index names as its sources; none where there is no definition."""
    return tuple((record["definition"] or {}).get("sources", ()))


def _left_out(result: PrintedResult) -> str:
    """The areas of the result without a rank on need: by district where whole ones are left out, else their number."""
    table = result.table
    unranked = table["cni_rank"].isna()
    if not unranked.any():
        return ""
    districts = table.loc[unranked, "district_name"]
    names = sorted(districts.dropna().unique())
    whole = districts.notna().all() and bool(unranked[table["district_name"].isin(names)].all())
    if whole and len(names) <= _NAMED:
        return joined(names)
    return counted(result.record, f"{int(unranked.sum()):,}")


def _input(record: Record, role: str) -> Mapping[str, Any] | None:
    return next((entry for entry in record["inputs"] if entry["role"] == role), None)


def _deprivation_source(record: Record, table: pd.DataFrame) -> str:
    """What the deprivation of an area was made from, and how."""
    entry = _input(record, "DEPRIVATION") or _input(record, "IMD")
    kind = area_words(entry["geography"]) if entry else ""
    named = tr("Deprivation: {table} ({kind})") if kind else tr("Deprivation: {table}")
    named = named.format(table=record["deprivation"], kind=kind)
    if _input(record, "LOOKUP") is None:
        return f"{named}."
    codes = {note["code"] for note in record["warnings"]}
    how = (
        tr("the score of a {noun} is the plain mean of its parts")
        if "no_weights" in codes
        else tr("the score of a {noun} is the mean of its parts, weighted by residents")
    )
    return f"{named}; {how.format(noun=noun_of(record))}{_quality(record, table)}."


def _quality(record: Record, table: pd.DataFrame) -> str:
    """How many of the scores shown are estimated or lack a part; blank when none."""
    quality, words = table["quality"], []
    for value, template in (
        ("estimated", tr("estimated for {n} of {total} {nouns}, where parts had to be split")),
        ("partial", tr("a part is missing for {n} of {total} {nouns}")),
    ):
        n = int((quality == value).sum())
        if n:
            words.append(template.format(n=f"{n:,}", total=f"{len(table):,}", nouns=nouns_of(record)))
    return "".join(f"; {word}" for word in words)


def _limits_in_ranks(record: Record) -> str:
    """'Worst 10% means rank 1 to 743.'"""
    limits = record["limits"]
    cni, imd = limits["cni"], limits["imd"]
    means = tr("{worst} means rank 1 to {places}.")
    if same_limits(record) and cni["places"] == imd["places"]:
        return means.format(worst=capital(limit_text(cni)), places=f"{cni['places']:,}")
    template = tr("{cni} on need means rank 1 to {cni_places}, {imd} on deprivation rank 1 to {imd_places}.")
    return template.format(
        cni=capital(limit_text(cni)),
        cni_places=f"{cni['places']:,}",
        imd=limit_text(imd),
        imd_places=f"{imd['places']:,}",
    )


def _residents(record: Record) -> str:
    """Where the numbers of residents come from, as the run told it."""
    return next((str(note["text"]) for note in record["warnings"] if note["code"] == "weight_found"), "")


def _bold(record: Record) -> str:
    return tr("Bold: high on both.") if record["variant"] else tr("Bold: left behind.")


def _ground(result: PrintedResult, focus: Focus, choices: PageChoices) -> str:
    """What grey and white mean on the maps."""
    place = place_of(result.record) if is_whole_universe(result) else ""
    white = tr("water or outside {place}").format(place=place) if place else tr("water or not in the result")
    words = [] if focus.all() else [tr("grey: neighbouring areas")]
    words += [] if choices.base_map is not None else [tr("white: {white}").format(white=white)]
    return capital("; ".join(words)) + "." if words else ""


def _published(record: Record, table: pd.DataFrame) -> str:
    """Where the areas shown and the publishers' own list differ; blank for a variant, or where the list is unknown."""
    listed = table["left_behind_published"]
    if record["variant"] or not (listed != "unknown").any():
        return ""
    rebuilt, published = table["category"] == "left_behind", listed == "yes"
    names = table["area_name"].where(table["area_name"].notna(), table["area_code"])
    differ = [
        (tr("not on the publishers' list: {names}"), names[rebuilt & ~published]),
        (tr("only on the publishers' list: {names}"), names[published & ~rebuilt]),
    ]
    words = [template.format(names=_some(found)) for template, found in differ if len(found)]
    if not words:
        return ""
    template = tr("Left behind: rebuilt {rebuilt}, published {published}, {differences}.")
    counts = {"rebuilt": f"{int(rebuilt.sum()):,}", "published": f"{int(published.sum()):,}"}
    return template.format(differences=", ".join(words), **counts)


def _some(names: pd.Series, shown: int = 5) -> str:
    first = ", ".join(sorted(map(str, names))[:shown])
    more = len(names) - shown
    return first if more <= 0 else tr("{names} and {count} more").format(names=first, count=f"{more:,}")


def _warnings(record: Record) -> list[str]:
    """The warnings of the run that the page does not tell otherwise, without the codes they list."""
    texts = [str(note["text"]) for note in record["warnings"] if note["code"] not in _TOLD]
    return [_brief(text) for text in dict.fromkeys(texts)]


def _brief(text: str) -> str:
    """A warning up to the codes or names it lists, and no longer than a line or two."""
    text = text.partition(": ")[0].rstrip(".")
    if len(text) > _BRIEF:
        text = text[:_BRIEF].rpartition(" ")[0] + " …"
    return f"{text}."


_attributions: WeakKeyDictionary[PrintedResult, tuple[str, ...]] = WeakKeyDictionary()


def attributions(result: PrintedResult) -> tuple[str, ...]:
    """What the publishers ask to be shown: the index's sources, what the inputs brought along, and by whose codes.

    Inputs that came from the catalogue carry the attribution of their entry. Of official codes the boundaries are the
    statistics office's under the Open Government Licence, whoever hands them on; for other codes nothing is claimed.
    No sentence stands twice. Kept as long as the result is, so that the pages of an atlas share it.
    """
    if result not in _attributions:
        _attributions[result] = _find_attributions(result)
    return _attributions[result]


def _find_attributions(result: PrintedResult) -> tuple[str, ...]:
    record = result.record
    brought = [str(entry["attribution"]) for entry in record["inputs"] if entry.get("attribution")]
    texts = [*definition_sources(record), *brought]
    if not any("Crown copyright" in text for text in brought):
        texts += _office_lines(result)
    told: dict[str, None] = {}
    lines = []
    for text in texts:
        new = [sentence for sentence in _sentences(text) if sentence not in told]
        told.update(dict.fromkeys(new))
        lines.append(" ".join(new))
    return tuple(filter(None, lines))


def _sentences(text: str) -> list[str]:
    """The sentences of a text, the last with a full stop."""
    text = text.strip()
    return _SENTENCE_END.split(text if text.endswith(".") else f"{text}.")


def _office_lines(result: PrintedResult) -> list[str]:
    """The lines for boundaries and statistics of official codes, by the nations that the codes are of."""
    codes = map(str, result.table["area_code"])
    nations = {_OFFICES[code[0]] for code in codes if _OFFICIAL.fullmatch(code)}
    lines = [f"{_LICENCE} Source: {office}." for office in dict.fromkeys(_OFFICES.values()) if office in nations]
    if not nations - {_IRELAND}:
        return lines
    lines.append("Contains OS data © Crown copyright and database right.")
    if _input(result.record, "LOOKUP") is not None and (result.table["quality"] == "estimated").any():
        # Splitting a small area takes a look-up from output areas or postcodes, which are built on addresses.
        lines.append("Contains Royal Mail data © Royal Mail copyright and database right.")
    return lines


def caveat(record: Record) -> str:
    """The standing caveat of every page; the sentence on England only where it has been verified."""
    parts = [
        tr("Describes places, not people."),
        _counts_areas(record),
        tr("Most people in England's most deprived neighbourhoods live outside these wards.")
        if _verified(record)
        else "",
    ]
    if _input(record, "LOOKUP") is not None:
        parts.append(tr("{noun} IMD is rebuilt, not official.").format(noun=capital(noun_of(record))))
    return " ".join(filter(None, parts))


def _counts_areas(record: Record) -> str:
    """'"Worst 10%" counts wards, not residents.'"""
    texts = list(dict.fromkeys(capital(limit_text(record["limits"][key])) for key in ("cni", "imd")))
    template = tr('"{worst}" counts {nouns}, not residents.')
    if len(texts) > 1:
        template = tr('"{worst}" and "{other}" count {nouns}, not residents.')
    return template.format(worst=texts[0], other=texts[-1], nouns=nouns_of(record))


def _verified(record: Record) -> bool:
    """Whether it is England's wards by the published index of 2019 at its own limits (77% of people in decile 1)."""
    return (record["definition"] or {}).get("id") == "cni-2019" and not record["variant"]
