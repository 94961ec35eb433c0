"""What the inspector says of a patch, in plain sentences; the panel and the copied text are made of the same."""

from __future__ import annotations

import math

from ...core.analysis.overlap import percent
from ...core.analysis.overlay import CATEGORIES
from ..messages import category_names
from .area_facts import Setting
from .area_words import caveat, in_blocks, index_words, tr
from .patch import BY_LAND
from .patch_facts import AreaShare, PatchFacts

_LISTED = 10


def people_words(facts: PatchFacts) -> str:
    """How many people live in the patch."""
    if not facts.residents:
        return tr("No residents are known in this patch.")
    if facts.row["basis"] == BY_LAND:
        return tr("About {count} people live in this patch, estimated by land area.").format(
            count=_count(facts.residents)
        )
    return tr("{count} people live in this patch.").format(count=_count(facts.residents))


def no_rank_words() -> str:
    return tr("A patch gets no rank, decile or category of its own: it was not among the areas that were ranked.")


def category_rows(facts: PatchFacts, setting: Setting) -> list[tuple[str, str, str]]:
    """Name, share and number of the people who live in areas of each category; of 'no data' only where there are."""
    rows = []
    names = {**category_names(is_variant=setting.variant), "no_data": tr("No data, or in no area")}
    for category in CATEGORIES:
        share = facts.row[f"share_{category}"]
        if not math.isnan(share) and (share or category != "no_data"):
            rows.append((names[category], percent(share) if share else "0%", _count(share * facts.residents)))
    return rows


def decile_rows(facts: PatchFacts) -> list[tuple[str, str, str]]:
    """Decile, and the shares of the people who live in areas of that decile on community need and on deprivation."""
    rows = []
    for decile in range(1, 11):
        shares = (facts.row[f"share_{key}_decile_{decile}"] for key in ("cni", "imd"))
        cni, imd = (percent(share) if share else "–" for share in shares)
        label = {1: tr("1 (most)"), 10: tr("10 (least)")}.get(decile, str(decile))
        rows.append((label, cni, imd))
    return rows


def area_words(area: AreaShare, setting: Setting) -> str:
    """What is said of an area that holds people of the patch, after its name."""
    return f"{percent(area.share)}, {category_names(is_variant=setting.variant)[area.category]}"


def shown_areas(facts: PatchFacts) -> tuple[tuple[AreaShare, ...], str]:
    """The areas that are listed, and how many more there are in words."""
    more = len(facts.areas) - _LISTED
    if more <= 0:
        return facts.areas, ""
    words = tr("and 1 more with a smaller share") if more == 1 else tr("and {count} more with smaller shares")
    return facts.areas[:_LISTED], words.format(count=more)


def quality_words(facts: PatchFacts) -> str:
    """How the people were counted, and what is left out."""
    if facts.row["basis"] == BY_LAND:
        words = tr(
            "Estimate by land area: people are taken as spread evenly over each area, which they are not. Choose a "
            "layer of small areas with residents to have them counted."
        )
    elif facts.row["quality"] == "estimated":
        words = tr("People of small areas that are shared between areas were shared out.")
    else:
        words = tr("Small areas were counted whole, each by the point where it stands.")
    if facts.row["quality"] == "partial":
        words += " " + tr("Part of the patch is not known: it lies in no area, or residents are missing.")
    return words


def patch_text(facts: PatchFacts, setting: Setting, name: str) -> str:
    """All that is said of a patch, as plain text."""
    blocks = [[name or tr("A drawn patch"), people_words(facts), no_rank_words(), index_words(setting)]]
    if facts.residents:
        areas, more = shown_areas(facts)
        blocks += [
            [f"{row[0]}: {row[1]} ({row[2]})" for row in category_rows(facts, setting)],
            [
                tr("Share of people by decile of the area they live in (community need; deprivation):"),
                *(f"{row[0]}: {row[1]}; {row[2]}" for row in decile_rows(facts)),
            ],
            [
                tr("Areas that its people live in:"),
                *(f"{area.name}: {area_words(area, setting)}" for area in areas),
                more,
            ],
        ]
    return in_blocks([*blocks, [quality_words(facts), caveat(setting)]])


def _count(people: float) -> str:
    return f"{people:,.0f}"
