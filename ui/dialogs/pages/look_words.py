"""What was seen in the layers of a run, in plain sentences."""

from __future__ import annotations

from collections.abc import Mapping

from ....core.data.geographies import PLAIN_AREA, Geography
from ....core.data.lookups import QUALITIES
from ....core.index.definition import Definition
from ...algorithms.look import AreasLook, LinkLook, ScoresLook
from ...messages import area_words
from ..charts.painting import number_text
from ..words import tr


def areas_words(count: int, geography: Geography, districts: int) -> str:
    """'7,463 wards of 2017, in 326 districts.'"""
    about = {"count": f"{count:,}", "areas": area_words(str(geography)), "districts": f"{districts:,}"}
    if geography.kind.id == "district":
        return tr("{count} {areas}.").format(**about)
    if districts == 1:
        return tr("{count} {areas}, in 1 district.").format(**about)
    if districts:
        return tr("{count} {areas}, in {districts} districts.").format(**about)
    return tr("{count} {areas}.").format(**about)


def seen_areas(look: AreasLook) -> str:
    """What a boundaries layer was recognised as."""
    words = areas_words(len(look.areas.codes), look.areas.geography, len(look.districts))
    if look.areas.geography.kind.id != PLAIN_AREA.id:
        return words
    unknown = tr("Codes such as {example} are of no kind that CNI Mapper knows.").format(example=look.areas.codes[0])
    return f"{words} {unknown}"


def misfit_words(found: Geography, definition: Definition, wanted: Geography) -> str:
    """Why boundaries do not go with an index; blank when they do, or when it is about areas of any kind."""
    if wanted.kind.id == PLAIN_AREA.id or found.kind.id == PLAIN_AREA.id:
        return ""
    about = {"index": definition.short, "wanted": area_words(str(wanted)), "found": area_words(str(found))}
    if found.kind.id != wanted.kind.id:
        return tr(
            "The index {index} is about {wanted}, but these are {found}. Choose boundaries of {wanted}, or another "
            "index on the page Index."
        ).format(**about)
    if found.differs_in_year(wanted):
        return tr(
            "The index {index} is about {wanted}, but these are {found}: areas whose code has changed would show as no "
            "data. Better choose boundaries of {wanted}."
        ).format(**about)
    return ""


def seen_scores(look: ScoresLook) -> str:
    """What a deprivation table was recognised as."""
    missing = len(look.areas.codes) - look.scored
    words = tr("{count} {areas}, scores from {lowest} to {highest}.").format(
        count=f"{len(look.areas.codes):,}",
        areas=area_words(str(look.areas.geography)),
        lowest=number_text(look.lowest),
        highest=number_text(look.highest),
    )
    if missing:
        words += " " + tr("{count} have no score.").format(count=f"{missing:,}")
    return words


def seen_lookup(look: LinkLook) -> str:
    """What a look-up was recognised as; blank where there is none."""
    small, areas = look.small, look.areas
    if small is None or areas is None:
        return ""
    words = tr("From {small_count} {small} to {area_count} {areas}.").format(
        small_count=f"{len(small.codes):,}",
        small=area_words(str(small.geography)),
        area_count=f"{len(areas.codes):,}",
        areas=area_words(str(areas.geography)),
    )
    if look.split:
        words += " " + tr("{count} of them lie in more than one.").format(count=f"{look.split:,}")
    return words


def how_scored(scores: ScoresLook, link: LinkLook, areas: Geography | None) -> str:
    """How each area gets its score, in a sentence; blank while that is not known."""
    if link.areas is None:
        noun = area_words(scores.areas.geography.kind.noun)
        return tr("Each {area} has its own score in the table.").format(area=noun) if link.by_area else ""
    kind = areas.kind if areas is not None else link.areas.geography.kind
    about = {"area": area_words(kind.noun), "small": area_words(scores.areas.geography.kind.plural)}
    about["column"] = link.columns.get("LOOKUP_WEIGHT") or scores.columns.get("DEPRIVATION_WEIGHT", "")
    if not about["column"]:
        return tr(
            "Each {area}'s score is the plain average of its {small}: no column of residents was found, so each of "
            "them counts the same."
        ).format(**about)
    words = tr("Each {area}'s score is the average of its {small}, weighted by residents (column {column}).")
    if link.split:
        words = tr(
            "Each {area}'s score is the average of its {small}, weighted by the residents of each part that lies in it "
            "(column {column})."
        )
    return words.format(**about)


def quality_words(counts: Mapping[str, int], areas: Geography, small: Geography | None) -> list[str]:
    """How many areas got their score in which way, a line for each way there is. small: what they were made of."""
    parts = area_words(small.kind.plural if small is not None else "small areas")
    templates = {
        "exact": tr("{count} {areas} with a score of their own in the table"),
        "best_fit": tr("{count} {areas} made of whole {parts}"),
        "estimated": tr("{count} {areas} estimated, from parts of {parts}"),
        "partial": tr("{count} {areas} partial, where some {parts} have no score or no residents"),
    }
    lines = []
    for quality in QUALITIES:
        count = int(counts.get(quality, 0))
        if count:
            noun = area_words(areas.kind.noun if count == 1 else areas.kind.plural)
            lines.append(templates[quality].format(count=f"{count:,}", areas=noun, parts=parts))
    return lines
