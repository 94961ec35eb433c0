"""What the page about a patch that fits no area says, in plain sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pandas as pd

from ....core.analysis.overlap import percent
from ...messages import category_names
from ..record import variant_name
from .profile_facts import Setting
from .profile_words import number, tr

_BY_LAND = "estimated by land area"
_PLAIN_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True)
class PatchWords:
    """Every text of a page about a patch; headings are blank where no residents are known.

    areas: a line for each of the areas that most of its people live in.
    """

    title: str
    place: str
    finding: str
    shares_heading: str
    chart_heading: str
    list_heading: str
    areas: tuple[str, ...]
    sure: tuple[str, ...]


def patch_name(row: pd.Series) -> str:
    """The name of a patch; 'Patch 3' where it only has a number."""
    name = str(row["target_name"])
    return tr("Patch {number}").format(number=name) if _PLAIN_NUMBER.fullmatch(name) else name


def patch_category_names(setting: Setting) -> dict[str, str]:
    """Short names by category, of the people of a patch."""
    return {**category_names(is_variant=setting.variant), "no_data": tr("No data, or in no area")}


def patch_words(row: pd.Series, setting: Setting) -> PatchWords:
    """The words of a page about a patch. row: as cni:overlap describes it."""
    known = row["residents"] > 0
    by = {"noun": setting.noun}
    return PatchWords(
        title=patch_name(row),
        place=_place(row, setting),
        finding=_finding(row, setting),
        shares_heading=tr("People by the category of the {noun} they live in").format(**by) if known else "",
        chart_heading=tr("People by the decile of the {noun} they live in").format(**by) if known else "",
        list_heading=_list_heading(row, setting) if known else "",
        areas=tuple(filter(None, str(row["area_names"]).split("; "))),
        sure=tuple(_sure(row, setting)),
    )


def _place(row: pd.Series, setting: Setting) -> str:
    words = tr("A patch that fits no {noun}").format(noun=setting.noun)
    if row["residents"] > 0:
        people = tr("about {count} people live here") if row["basis"] == _BY_LAND else tr("{count} people live here")
        words = f"{words} · {people.format(count=number(row['residents']))}"
    return words


def _finding(row: pd.Series, setting: Setting) -> str:
    name = patch_name(row)
    if not row["residents"] > 0:
        return tr("No residents are known in {name}, so nothing can be said of where they live.").format(name=name)
    share = float(row["share_left_behind"])
    template = tr("{share} of the people of {name} live in left behind {nouns} ({count} of {total}).")
    if setting.variant:
        template = tr("{share} of the people of {name} live in {nouns} high on both ({count} of {total}).")
    finding = template.format(
        share=percent(share) if share else tr("None"),
        name=name,
        nouns=setting.plural,
        count=number(share * row["residents"]),
        total=number(row["residents"]),
    )
    rank = tr("It has no rank, decile or category of its own, since it was not among the {nouns} that were ranked.")
    by = tr("Measured by: {index}.").format(index=variant_name(setting.record)) if setting.variant else ""
    return " ".join(filter(None, [finding, rank.format(nouns=setting.plural), by]))


def _list_heading(row: pd.Series, setting: Setting) -> str:
    shown, areas = len(str(row["area_names"]).split("; ")), int(row["areas"])
    if areas > shown:
        words = tr("{nouns} that most of its people live in, {shown} of {count}, with their share of its people")
    else:
        words = tr("{nouns} that its people live in, with their share of its people")
    words = words.format(nouns=setting.plural, shown=shown, count=number(areas))
    return words[:1].upper() + words[1:]


def _sure(row: pd.Series, setting: Setting) -> list[str]:
    """How the people were counted, and what is left out."""
    if row["basis"] == _BY_LAND:
        words = tr("Estimate by land area: people are taken as spread evenly over each {noun}, which they are not.")
        lines = [words.format(noun=setting.noun)]
    elif row["quality"] == "estimated":
        lines = [tr("Residents of small areas; those of small areas that are shared were shared out.")]
    else:
        lines = [tr("Residents of small areas, each counted whole, by the point where it stands.")]
    if row["quality"] == "partial":
        lines.append(tr("Part of the patch is not known: it lies in no area, or residents are missing."))
    return [
        *lines,
        tr("Only whole {nouns} were ranked: within one, people may live quite differently.").format(
            nouns=setting.plural
        ),
    ]
