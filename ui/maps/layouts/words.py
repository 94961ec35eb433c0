"""The sentences of a printed page: what a run record and a few counts become in words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from qgis.PyQt.QtCore import QCoreApplication, QDate, QLocale

from ...messages import area_words
from ..styles import is_own, limit_text
from .page import BIVARIATE, CNI, IMD, OVERLAY

_YEAR = re.compile(r"\s+\d{4}$")
_BRACKET = re.compile(r"\s*\([^()]*\)$")
NATIONS = ("England", "Wales", "Scotland", "Northern Ireland")

Record = Mapping[str, Any]


def tr(text: str) -> str:
    return QCoreApplication.translate("Pages", text)


def noun_of(record: Record) -> str:
    """What one area is called: 'ward'."""
    return area_words(record["universe"]["noun"])


def nouns_of(record: Record) -> str:
    """What the areas are called: 'wards'."""
    return area_words(record["universe"]["plural"])


def counted(record: Record, number: str) -> str:
    """'23 wards', '1 ward'."""
    template = tr("{n} {noun}") if number == "1" else tr("{n} {nouns}")
    return template.format(n=number, noun=noun_of(record), nouns=nouns_of(record))


def capital(text: str) -> str:
    """The text with a capital first letter; the rest stays ('LSOAs')."""
    return text[:1].upper() + text[1:]


def inside_sentence(title: str) -> str:
    """A title within a sentence: 'civic assets' of 'Civic assets'; 'GP access' stays, as it begins with an acronym."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]


def place_of(record: Record) -> str:
    """Where the areas that ranks are taken over lie; blank where that is not known or they are only some of it."""
    universe = record["universe"]
    return area_words(universe["place"]) if universe["whole"] and universe["place"] else ""


def joined(names: Sequence[str]) -> str:
    """'A', 'A and B' or 'A, B and C'."""
    if len(names) < 2:
        return "".join(names)
    return tr("{names} and {last}").format(names=", ".join(names[:-1]), last=names[-1])


def date_words(day: date) -> str:
    """'21 November 2026', in the language of QGIS."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")


def index_title(record: Record, *, whole: bool = False) -> str:
    """The index as the heading of a map: 'Community Needs Index 2019'; an own variant is called so.

    whole: the whole title of an own index, in place of its short name.
    """
    if record["definition"] is None:
        return tr("Community need ({scores})").format(scores=record["index"])
    title = str(record["short"]) if is_own(record) and not whole else _plain_title(record)
    return tr("{index}, own variant").format(index=title) if record["changed"] else title


def _plain_title(record: Record) -> str:
    """The title, without the list of nations that one of them was taken from."""
    title, place = str(record["index"]), record["universe"]["place"]
    bracket = _BRACKET.search(title)
    if bracket and place and place in bracket[0]:
        return f"{title[: bracket.start()]}, {area_words(place)}"
    return title


def deprivation_title(record: Record) -> str:
    """The deprivation index as the heading of a map; its year is told by the source line alone."""
    return tr("Deprivation") if record["definition"] is None else tr("Index of Multiple Deprivation")


def index_phrase(record: Record, *, year: bool) -> str:
    """The index inside a sentence: 'the Community Needs Index', or with its year."""
    if record["definition"] is None:
        return tr("community need")
    if is_own(record):
        return str(record["short"])
    title = _plain_title(record) if year else _YEAR.sub("", _BRACKET.sub("", str(record["index"])))
    return tr("the {index}").format(index=title)


def deprivation_phrase(record: Record) -> str:
    """The deprivation index inside a sentence."""
    return tr("deprivation") if record["definition"] is None else tr("the Index of Multiple Deprivation")


def _by(record: Record) -> str:
    """The index that deciles come from: 'an own variant of CNI 2019' where it is changed."""
    if record["definition"] is None:
        return tr("the {index}").format(index=record["index"])
    if record["changed"]:
        return tr("an own variant of {index}").format(index=record["short"])
    return index_phrase(record, year=True)


def worst(record: Record, limit: Mapping[str, Any]) -> str:
    """'worst 10% in England', 'worst 735 of the 7,433 wards supplied'."""
    universe, text = record["universe"], limit_text(limit)
    if not universe["whole"]:
        template = tr("{worst} of the {n} {nouns} supplied")
        return template.format(worst=text, n=f"{universe['areas']:,}", nouns=nouns_of(record))
    place = place_of(record)
    return tr("{worst} in {place}").format(worst=text, place=place) if place else text


def same_limits(record: Record) -> bool:
    """Whether both limits read the same."""
    limits = record["limits"]
    return limit_text(limits["cni"]) == limit_text(limits["imd"])


def limits_phrase(record: Record) -> str:
    """'the worst 10% in England on both the Community Needs Index and the Index of Multiple Deprivation'."""
    limits = record["limits"]
    template = (
        tr("the {cni} on both {need} and {deprivation}")
        if same_limits(record)
        else tr("the {cni} on {need} and the {imd} on {deprivation}")
    )
    return template.format(
        cni=worst(record, limits["cni"]),
        imd=limit_text(limits["imd"]),
        need=index_phrase(record, year=False),
        deprivation=deprivation_phrase(record),
    )


def _standing(record: Record) -> str:
    """What areas inside both limits are, after 'are'."""
    limits = limits_phrase(record)
    if not record["variant"]:
        return tr("among {limits}").format(limits=limits)
    if record["changed"]:
        name = tr("own variant of {index}").format(index=record["short"])
        return tr("high on both ({variant}), among {limits}").format(variant=name, limits=limits)
    return tr("high on both, among {limits}").format(limits=limits)


def _tenth(record: Record) -> str:
    """'the 10% of wards in England'."""
    universe, nouns, place = record["universe"], nouns_of(record), place_of(record)
    if not universe["whole"]:
        return tr("the 10% of the {n} {nouns} supplied").format(n=f"{universe['areas']:,}", nouns=nouns)
    if place:
        return tr("the 10% of {nouns} in {place}").format(nouns=nouns, place=place)
    return tr("the 10% of the {nouns} ranked").format(nouns=nouns)


def tenth_phrase(record: Record, theme: str, domain: str = "") -> str:
    """What areas in decile 1 are, after 'are': 'among the 10% of wards in England with most need, by ...'."""
    if theme == IMD:
        template = tr("among {tenth} that are most deprived, by {index}")
        return template.format(tenth=_tenth(record), index=deprivation_phrase(record))
    if theme == CNI:
        return tr("among {tenth} with most need, by {index}").format(tenth=_tenth(record), index=_by(record))
    template = tr("among {tenth} with most need on {domain}, a part of {index}")
    return template.format(tenth=_tenth(record), domain=inside_sentence(domain), index=_by(record))


def both_high_phrase(record: Record) -> str:
    """What areas in the dark corner of the bivariate map are, after 'are'."""
    template = tr("among the {worst} on both {need} and {deprivation}")
    return template.format(
        worst=worst(record, {"is": "percent", "amount": "10"}),
        need=_by(record) if record["changed"] else index_phrase(record, year=False),
        deprivation=deprivation_phrase(record),
    )


def overlay_phrase(record: Record) -> str:
    """What left behind areas (or those high on both) are, after 'are'."""
    return _standing(record)


def finding(record: Record, count: int, total: int, standing: str, share: str = "") -> str:
    """The finding in one sentence.

    count: areas of the `total` that are what `standing` says. share: of residents, as text; blank where not known.
    """
    if total == 1:
        template = tr("This {noun} is {standing}.") if count else tr("This {noun} is not {standing}.")
    elif count == 0:
        template = tr("None of the {total} {nouns} is {standing}.")
    elif count == 1:
        template = tr("1 of {total} {nouns}, home to {share} of residents, is {standing}.")
        if not share:
            template = tr("1 of {total} {nouns} is {standing}.")
    else:
        template = tr("{count} of {total} {nouns}, home to {share} of residents, are {standing}.")
        if not share:
            template = tr("{count} of {total} {nouns} are {standing}.")
    return template.format(
        noun=noun_of(record),
        nouns=nouns_of(record),
        count=f"{count:,}",
        total=f"{total:,}",
        share=share,
        standing=standing,
    )


def one_area_finding(record: Record, category: str) -> str:
    """The finding of a page of one area, by its category."""
    limits, noun = record["limits"], noun_of(record)
    if category == "left_behind":
        return finding(record, 1, 1, _standing(record))
    parts = {
        "cni": worst(record, limits["cni"]),
        "imd": worst(record, limits["imd"]),
        "need": index_phrase(record, year=False),
        "deprivation": deprivation_phrase(record),
    }
    template = {
        "deprived": tr("This {noun} is among the {imd} on {deprivation}, but not among the {cni} on {need}."),
        "high_need": tr("This {noun} is among the {cni} on {need}, but not among the {imd} on {deprivation}."),
        "other": tr("This {noun} is neither among the {cni} on {need} nor among the {imd} on {deprivation}."),
        "no_data": _unranked_alone(),
    }[category]
    return template.format(noun=noun, **parts)


def _unranked_alone() -> str:
    return tr("This {noun} is not ranked on both {need} and {deprivation}, so it has no category.")


def without_ranks(record: Record, total: int) -> str:
    """The finding where no area shown is ranked on both indices."""
    several = tr("None of the {total} {nouns} is ranked on both {need} and {deprivation}, so none has a category.")
    return (_unranked_alone() if total == 1 else several).format(
        total=f"{total:,}",
        noun=noun_of(record),
        nouns=nouns_of(record),
        need=index_phrase(record, year=False),
        deprivation=deprivation_phrase(record),
    )


def share_words(part: float, whole: float) -> str:
    """'32%' of residents; never 0% of some or 100% of not all."""
    share = 100 * part / whole
    if 0 < share < 1:
        return tr("under 1%")
    if 99 < share < 100:
        return tr("over 99%")
    return f"{share:.0f}%"


def title(
    record: Record, theme: str, place: str, domain: str = "", *, alone: bool = False, island: bool = False
) -> str:
    """The title of a page. domain: title of the domain that the theme shows. alone: whether it shows one area only.

    island: whether one is on the place, not in it. An area alone is called left behind by the finding, when it is, and
    never by the title.
    """
    text = _subject(record, BIVARIATE if alone and theme == OVERLAY else theme, domain)
    if place:
        template = tr("{subject} on {place}") if island else tr("{subject} in {place}")
        text = template.format(subject=text, place=place)
    if record["universe"]["whole"]:
        return text
    supplied = tr("{title}, among the {n} {nouns} supplied")
    return supplied.format(title=text, n=f"{record['universe']['areas']:,}", nouns=nouns_of(record))


def _subject(record: Record, theme: str, domain: str) -> str:
    if theme == OVERLAY:
        if record["variant"]:
            return tr("Neighbourhoods high on both need and deprivation")
        return tr("Left behind neighbourhoods")
    return {
        CNI: tr("Community need"),
        IMD: tr("Deprivation"),
        BIVARIATE: tr("Community need and deprivation"),
    }.get(theme, domain)


def panel_title(record: Record, theme: str, domain: str = "") -> str:
    """The heading of a map."""
    if theme == OVERLAY:
        if record["variant"]:
            return tr("High on both: both indices together")
        return tr("Left behind: both indices together")
    return {
        CNI: index_title(record),
        IMD: deprivation_title(record),
        BIVARIATE: tr("Community need and deprivation together"),
    }.get(theme, domain)


def panel_note(record: Record, theme: str) -> str:
    """The line below the heading of a map: what its classes are."""
    if theme == OVERLAY:
        return _overlay_note(record)
    if theme == BIVARIATE:
        return tr("High: the worst 10% of {nouns}; middle: the rest of the worst third; low: all others").format(
            nouns=nouns_of(record)
        )
    end = tr("decile 1 is the 10% most deprived") if theme == IMD else tr("decile 1 is the 10% with most need")
    return tr("{whose}: {end}").format(whose=_whose_decile(record), end=end)


def _overlay_note(record: Record) -> str:
    cni, imd = (limit_text(record["limits"][key]) for key in ("cni", "imd"))
    nouns = capital(nouns_of(record))
    if same_limits(record):
        return tr("{nouns} in the {worst} on one index, on both, or on neither").format(nouns=nouns, worst=cni)
    template = tr("{nouns} in the {cni} on need, in the {imd} on deprivation, in both, or in neither")
    return template.format(nouns=nouns, cni=cni, imd=imd)


def _whose_decile(record: Record) -> str:
    universe, noun = record["universe"], noun_of(record)
    if not universe["whole"]:
        template = tr("Decile of each {noun} among the {n} {nouns} supplied")
        return template.format(noun=noun, n=f"{universe['areas']:,}", nouns=nouns_of(record))
    if universe["place"] in NATIONS:
        return tr("National decile of each {noun}").format(noun=noun)
    if universe["place"]:
        return tr("Decile of each {noun} in {place}").format(noun=noun, place=place_of(record))
    return tr("Decile of each {noun}").format(noun=noun)


def legend_heading(record: Record, theme: str) -> str:
    """'Decile (number of wards)'."""
    what = {OVERLAY: tr("Category"), BIVARIATE: tr("Need and deprivation")}.get(theme, tr("Decile"))
    return tr("{what} (number of {nouns})").format(what=what, nouns=nouns_of(record))


def decile_text(decile: int | None, theme: str, count: int) -> str:
    """A row of a legend of deciles: '1  most need (10)'."""
    if decile is None:
        return tr("No data ({count})").format(count=f"{count:,}")
    ends = (tr("most deprived"), tr("least deprived")) if theme == IMD else (tr("most need"), tr("least need"))
    end = {1: ends[0], 10: ends[1]}.get(decile)
    return f"{decile}  {end} ({count:,})" if end else f"{decile} ({count:,})"


def class_text(need: int, deprivation: int, count: int) -> str:
    """A row of the legend of need by deprivation: 'High need, low deprivation (3)'."""
    words = (tr("low"), tr("middle"), tr("high"))
    template = tr("{need} need, {deprivation} deprivation ({count})")
    return template.format(need=capital(words[need]), deprivation=words[deprivation], count=f"{count:,}")


def even_share_text(record: Record, share: float) -> str:
    """What the dashed line through the bars of deciles says: 'Dashed line: an even share (2.3 wards)'."""
    number = f"{share:,.1f}".removesuffix(".0")
    return tr("Dashed line: an even share ({areas})").format(areas=counted(record, number))


def without_deciles(record: Record, total: int) -> str:
    """The finding where no area shown has a decile."""
    if total == 1:
        return tr("This {noun} has no decile: it is not ranked, or too few are.").format(noun=noun_of(record))
    template = tr("None of the {total} {nouns} has a decile: they are not ranked, or too few are.")
    return template.format(total=f"{total:,}", nouns=nouns_of(record))
