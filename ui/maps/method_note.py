"""'How this map was made': a run record in plain words, part by part, for a note, a workbook or a page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import numpy as np
import pandas as pd
from qgis.PyQt.QtCore import QCoreApplication

from ..messages import area_words
from .layouts.facts import people_in
from .layouts.page import PrintedResult
from .layouts.place_names import focus_place, is_whole_universe
from .layouts.sources import attributions, caveat
from .layouts.words import capital, counted, date_words, index_title, noun_of, nouns_of, share_words
from .note_index import IndexPart, index_parts, index_words
from .record import abstract
from .styles import limit_text, overlay_labels

INDENT = "\u2003"
"""Stands before what belongs to the row above it."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("MethodNote", text)


@dataclass(frozen=True)
class Grid:
    """A small table: its headings, and rows of as many texts. aside: columns of numbers, set to the right."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    aside: tuple[int, ...] = ()


@dataclass(frozen=True)
class Part:
    """A part of the note. id: never shown. points: a list. command: text to be kept letter by letter."""

    id: str
    heading: str
    texts: tuple[str, ...] = ()
    grid: Grid | None = None
    points: tuple[str, ...] = ()
    command: str = ""


@dataclass(frozen=True)
class Note:
    """A method note as words. remark: said at the end where something was left out."""

    title: str
    subtitle: str
    parts: tuple[Part, ...]
    remark: str = ""


def make_note(result: PrintedResult) -> Note:
    """The note of a result, whose record must be that of its rows."""
    record, table = result.record, result.table
    subtitle = _tr("{index}. Made on {day} with CNI Mapper {plugin} in QGIS {qgis}.").format(
        index=capital(index_title(record)),
        day=date_words(datetime.fromisoformat(record["made"]).date()),
        plugin=record["plugin"],
        qgis=record["qgis"],
    )
    parts = (
        _finding(record, table),
        _data(record, attributions(result)),
        _method(record),
        _deprivation(record),
        _limits(record),
        _coverage(record, table),
        _warnings(record),
        Part("caveat", _tr("Keep in mind"), (caveat(record),)),
        Part(
            "command", _tr("To make it again"), (_tr("In a shell with QGIS, in one line:"),), command=record["command"]
        ),
    )
    kept = tuple(part for part in parts if part.texts or part.points or part.grid or part.command)
    return Note(_title(result), subtitle, kept)


def _title(result: PrintedResult) -> str:
    """'How this map was made: 63 wards in County Durham'; a place alone where all that was ranked is shown.

    The rows do not tell whether they are all of a district, so that their number stands before its name.
    """
    number = len(result.table)
    place = focus_place(result, np.ones(number, dtype=bool))
    if not place:
        return _tr("How this map was made")
    if number > 1 and not is_whole_universe(result) and result.table["district_name"].notna().all():
        areas = counted(result.record, f"{number:,}")
        place = _tr("{areas} in {place}").format(areas=areas, place=place)
    return _tr("How this map was made: {place}").format(place=place)


def _finding(record: Mapping[str, Any], table: pd.DataFrame) -> Part:
    people = people_in(table, "left_behind")
    if people is None:
        living = _tr("How many people live there is not known.")
    else:
        inside, total = people
        living = _tr("{people} of the {total} people of the {nouns} shown live there ({share}).").format(
            people=f"{inside:,.0f}",
            total=f"{total:,.0f}",
            share=share_words(inside, total),
            nouns=nouns_of(record),
        )
    texts = [abstract(record), living]
    whole = record["focus"].get("part_of")
    if whole:
        texts.append(
            _tr(
                "These are {shown} of the {whole} {nouns} of the result; ranks are those of all {nouns} ranked."
            ).format(shown=f"{len(table):,}", whole=f"{whole:,}", nouns=nouns_of(record))
        )
    return Part("finding", _tr("What the map shows"), tuple(texts))


_ROLES = ("AREAS", "TABLES", "CNI", "IMD", "DEPRIVATION", "LOOKUP")


def _roles(record: Mapping[str, Any]) -> dict[str, str]:
    names = (
        _tr("Boundaries"),
        _tr("Community need"),
        _tr("Community need, finished scores"),
        _tr("Deprivation, finished scores"),
        _tr("Deprivation"),
        _tr("Look-up to the {nouns}").format(nouns=nouns_of(record)),
    )
    return dict(zip(_ROLES, names))


def _data(record: Mapping[str, Any], named: Sequence[str]) -> Part:
    """named: the publishers, with their licences where these are known."""
    inputs, roles = record.get("inputs", []), _roles(record)
    headings = (_tr("Used for"), _tr("File or layer"), _tr("Areas and year"), _tr("Rows"), _tr("Codes matched"))
    rows = tuple(
        (
            roles.get(entry["role"], entry["role"].capitalize()),
            entry["name"],
            area_words(entry.get("geography", "")),
            f"{entry['rows']:,}",
            _matched(entry),
        )
        for entry in inputs
    )
    grid = Grid(headings, rows, (3, 4)) if rows else None
    unknown = _tr("The record does not say whose data this is, or under which licence: ask before you publish the map.")
    return Part("data", _tr("The data"), grid=grid, points=tuple(named) or (unknown,))


def _matched(entry: Mapping[str, Any]) -> str:
    if "matched" not in entry:
        return ""
    missing = entry.get("unmatched_here", {}).get("count", 0)
    return _tr("{matched} of {all}").format(matched=f"{entry['matched']:,}", all=f"{entry['matched'] + missing:,}")


def _method(record: Mapping[str, Any]) -> Part:
    parts = index_parts(record)
    return Part(
        "method", _tr("How community need is measured"), tuple(index_words(record)), _weights(parts, nouns_of(record))
    )


def _weights(parts: Sequence[IndexPart], nouns: str) -> Grid | None:
    """The parts of the index with their weights; columns that would be empty throughout are left out."""
    if not parts:
        return None
    headings = [
        _tr("Part of the index"),
        _tr("Weight"),
        _tr("Share"),
        _tr("Higher values mean"),
        _tr("{nouns} with a value").format(nouns=capital(nouns)),
    ]
    rows = [_weight_row(part) for part in parts]
    used = [i for i in range(len(headings)) if any(row[i] for row in rows)]
    aside = tuple(place for place, i in enumerate(used) if i in (1, 2, 4))
    return Grid(tuple(headings[i] for i in used), tuple(tuple(row[i] for i in used) for row in rows), aside)


def _weight_row(part: IndexPart) -> tuple[str, ...]:
    indent = INDENT * part.level
    unit = f" ({part.unit})" if part.unit else ""
    means = {"more_need": _tr("more need"), "less_need": _tr("less need")}
    return (
        f"{indent}{part.title}{unit}",
        _tr("auto") if part.weight is None else f"{part.weight:g}",
        "" if part.share is None else f"{part.share:.1%}",
        means.get(part.higher_is, ""),
        # Rounded down, so that 100% is said only where no value is missing.
        "" if part.coverage is None else f"{int(1000 * part.coverage + 1e-6) / 10:g}%",
    )


def _deprivation(record: Mapping[str, Any]) -> Part:
    universe, inputs = record["universe"], {entry["role"]: entry for entry in record.get("inputs", [])}
    nouns, table = area_words(universe["plural"]), record["deprivation"]
    number = f"{universe['ranked']['imd']:,}"
    small = area_words(inputs.get("DEPRIVATION", {}).get("geography") or "small areas")
    if "LOOKUP" not in inputs:
        text = _tr("The deprivation scores are those of {table}. The {number} {nouns} that have one are ranked.")
    elif any(entry["code"] == "no_weights" for entry in record["warnings"]):
        text = _tr(
            "Each of the {nouns} gets the plain mean of the deprivation scores of its {small} ({table}); then the "
            "{number} that have a score are ranked. These ranks are rebuilt, not official."
        )
    else:
        text = _tr(
            "Each of the {nouns} gets the mean of the deprivation scores of its {small} ({table}), weighted by "
            "residents; then the {number} that have a score are ranked. These ranks are rebuilt, not official."
        )
    words = text.format(nouns=nouns, small=small, table=table, number=number)
    return Part("deprivation", _tr("How deprivation is measured"), (words,))


def _limits(record: Mapping[str, Any]) -> Part:
    universe, limits = record["universe"], record["limits"]
    ranked = _tr(
        "Ranks are taken {among}; rank 1 has most need or is most deprived. The limits are {cni} on community need "
        "(ranks 1 to {cni_places} of {cni_n}) and {imd} on deprivation (ranks 1 to {imd_places} of {imd_n})."
    ).format(
        among=_among(universe),
        cni=limit_text(limits["cni"]),
        imd=limit_text(limits["imd"]),
        cni_places=f"{limits['cni']['places']:,}",
        imd_places=f"{limits['imd']['places']:,}",
        cni_n=f"{universe['ranked']['cni']:,}",
        imd_n=f"{universe['ranked']['imd']:,}",
    )
    labels = overlay_labels(record)
    near = len(record.get("near_misses", []))
    words = _tr("Near misses, at most 1% of the ranks outside: {count}.").format(count=f"{near:,}")
    heading = _tr("Limits, and how many {nouns} the map shows of each kind").format(
        nouns=area_words(universe["plural"])
    )
    return Part("limits", heading, (ranked,), points=(*labels.values(), words))


def _among(universe: Mapping[str, Any]) -> str:
    nouns, place, number = area_words(universe["plural"]), area_words(universe["place"] or ""), universe["areas"]
    if not universe["whole"]:
        return _tr("among the {number} {nouns} supplied").format(number=f"{number:,}", nouns=nouns)
    if place:
        return _tr("among the {number} {nouns} of {place}").format(number=f"{number:,}", nouns=nouns, place=place)
    return _tr("among {number} {nouns}").format(number=f"{number:,}", nouns=nouns)


def _coverage(record: Mapping[str, Any], table: pd.DataFrame) -> Part:
    without, shown = record["counts"]["areas"]["no_data"], len(table)
    if without:
        text = _tr("{count} of the {shown} {nouns} shown lack a rank on one index or both and show as no data.")
    elif shown == 1:
        text = _tr("The {noun} shown has a rank on both indices.")
    else:
        text = _tr("Each of the {shown} {nouns} shown has a rank on both indices.")
    nouns = {"noun": noun_of(record), "nouns": nouns_of(record)}
    words = [text.format(count=f"{without:,}", shown=f"{shown:,}", **nouns)]
    incomplete = int((table["missing"].fillna("").astype(str) != "").sum())
    if incomplete:
        lacking = counted(record, f"{incomplete:,}")
        words.append(_tr("Part of the need figures is missing for {areas}.").format(areas=lacking))
    words += _quality_words(table, nouns)
    return Part("coverage", _tr("How complete it is"), tuple(words))


def _quality_words(table: pd.DataFrame, nouns: Mapping[str, str]) -> list[str]:
    names = {
        "exact": _tr("a score of the {noun} itself: {count}"),
        "best_fit": _tr("from whole small areas: {count}"),
        "estimated": _tr("from small areas, some shared between {nouns}: {count}"),
        "partial": _tr("from small areas, some without a score: {count}"),
    }
    counts = table["quality"].value_counts()
    parts = [text.format(count=f"{counts[name]:,}", **nouns) for name, text in names.items() if counts.get(name)]
    return [_tr("Deprivation scores by how they were made: {parts}.").format(parts="; ".join(parts))] if parts else []


def _warnings(record: Mapping[str, Any]) -> Part:
    return Part("warnings", _tr("Notices of the run"), points=tuple(entry["text"] for entry in record["warnings"]))
