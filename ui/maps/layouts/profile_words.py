"""What the page about one area says, in plain sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qgis.PyQt.QtCore import QCoreApplication

from ....core.analysis.area_report import Standing
from ....core.analysis.profile import AreaProfile, Bar
from ...messages import category_names, quality_words
from ..record import variant_name
from .place_names import district_in_words, district_words, region_in_words
from .profile_facts import ProfileSource, Setting

_WORST = 2
"""The last decile that a sentence may call needy."""
NONE = "–"


def tr(text: str) -> str:
    return QCoreApplication.translate("Profiles", text)


@dataclass(frozen=True)
class SimilarRow:
    """An area like the one of the page; ranks as text."""

    name: str
    district: str
    cni: str
    imd: str
    category: str


@dataclass(frozen=True)
class StandingWords:
    """The box about one index: what it is called, the rank in large, the rest of the rank, and the limit."""

    heading: str
    rank: str
    of: str
    limit: str


@dataclass(frozen=True)
class ChartRow:
    """One bar: its title, rank and decile as text, and positions."""

    title: str
    rank: str
    decile: str
    bar: Bar


@dataclass(frozen=True)
class ProfileWords:
    """Every text of a page about one area, but for those about the whole result."""

    title: str
    place: str
    finding: str
    category: str
    cni: StandingWords
    imd: StandingWords
    chart_heading: str
    chart: tuple[ChartRow, ...]
    district_key: str
    region_key: str
    holds_heading: str
    holds: tuple[str, ...]
    sure: tuple[str, ...]
    similar_heading: str
    similar: tuple[SimilarRow, ...]
    similar_none: str


def number(value: float) -> str:
    return f"{value:,.0f}"


def ordinal(rank: int) -> str:
    """'1st', '22nd', '113th', '1,003rd'; a translation may give all four without an ending."""
    forms = {1: tr("{rank}st"), 2: tr("{rank}nd"), 3: tr("{rank}rd")}
    usual = tr("{rank}th")
    form = usual if rank % 100 in (11, 12, 13) else forms.get(rank % 10, usual)
    return form.format(rank=number(rank))


def kind(setting: Setting) -> str:
    """'2017 ward', or 'ward' where the year is not known."""
    if not setting.year:
        return setting.noun
    return tr("{year} {noun}").format(year=setting.year, noun=setting.noun)


def area_words_of(source: ProfileSource, profile: AreaProfile) -> ProfileWords:
    """The words of a page about one area."""
    setting, row = source.setting, profile.row
    return ProfileWords(
        title=str(source.names[row]),
        place=_place(source, profile),
        finding=_finding(source, profile),
        category=category_names(is_variant=setting.variant)[profile.category],
        cni=_standing(tr("Community need ({index})").format(index=setting.need), profile.cni, "cni", setting),
        imd=_standing(tr("Deprivation (IMD)"), profile.imd, "imd", setting),
        chart_heading=_chart_heading(setting),
        chart=tuple(_chart_row(bar, setting) for bar in profile.bars),
        district_key=_group_key(profile, "district", setting),
        region_key=_group_key(profile, "region", setting),
        holds_heading=_holds_heading(profile),
        holds=tuple(_holds(profile, setting)),
        sure=tuple(_sure(profile, setting)),
        similar_heading=_similar_heading(source),
        similar=tuple(_similar(source, other) for other in profile.similar),
        similar_none=_similar_none(profile),
    )


def _place(source: ProfileSource, profile: AreaProfile) -> str:
    """'2017 ward in Hull, Yorkshire and the Humber · E05001680 · 14,002 people lived here in 2011'."""
    setting = source.setting
    where = [_group_name(profile, "district"), _group_name(profile, "region")]
    where = [part for part in (*where, setting.place if not where[1] else "") if part]
    named = kind(setting)
    if where:
        named = tr("{kind} in {places}").format(kind=named, places=", ".join(where))
    people = tr("number of residents not known")
    if profile.population is not None:
        year = setting.record.get("residents_year")
        template = tr("{count} people lived here in {year}") if year else tr("{count} people live here")
        people = template.format(count=number(profile.population), year=year)
    named = named[:1].upper() + named[1:]
    return " · ".join(filter(None, [named, str(source.codes[profile.row]), people]))


def _rank_of(standing: Standing) -> str:
    return tr("{rank} of {n}").format(rank=ordinal(standing.rank or 0), n=number(standing.n))


def _finding(source: ProfileSource, profile: AreaProfile) -> str:
    setting = source.setting
    name = tr("{name} ({kind})").format(name=source.names[profile.row], kind=kind(setting))
    sentences = [_category_sentence(name, profile, setting), _needy(profile, setting)]
    if setting.variant:
        sentences.append(tr("Measured by: {index}.").format(index=variant_name(setting.record)))
    return " ".join(filter(None, sentences))


def _category_sentence(name: str, profile: AreaProfile, setting: Setting) -> str:
    cni, imd = setting.limits["cni"], setting.limits["imd"]
    if profile.cni.rank is None or profile.imd.rank is None:
        return _unranked_sentence(name, profile)
    need, deprivation = _rank_of(profile.cni), _rank_of(profile.imd)
    same = {
        "left_behind": tr("{name} is in the {cni} on both: {need} on community need and {deprivation} on deprivation."),
        "other": tr("{name} is in the {cni} on neither: {need} on community need and {deprivation} on deprivation."),
    }
    other = {
        "left_behind": tr(
            "{name} is in the {cni} on community need ({need}) and in the {imd} on deprivation ({deprivation})."
        ),
        "deprived": tr(
            "{name} is in the {imd} on deprivation ({deprivation}), but not in the {cni} on community need ({need})."
        ),
        "high_need": tr(
            "{name} is in the {cni} on community need ({need}), but not in the {imd} on deprivation ({deprivation})."
        ),
        "other": tr(
            "{name} is neither in the {cni} on community need ({need}) nor in the {imd} on deprivation ({deprivation})."
        ),
    }
    templates = {**other, **same} if cni == imd else other
    return templates[profile.category].format(name=name, cni=cni, imd=imd, need=need, deprivation=deprivation)


def _unranked_sentence(name: str, profile: AreaProfile) -> str:
    if profile.cni.rank is not None:
        words = tr("{name} has no category, since its deprivation is not ranked; it is {rank} on community need.")
        return words.format(name=name, rank=_rank_of(profile.cni))
    if profile.imd.rank is not None:
        words = tr("{name} has no category, since its community need is not ranked; it is {rank} on deprivation.")
        return words.format(name=name, rank=_rank_of(profile.imd))
    return tr("{name} has no category: it is ranked neither on community need nor on deprivation.").format(name=name)


def _needy(profile: AreaProfile, setting: Setting) -> str:
    """The domains in the worst 20%; blank where the result has no deciles of domains."""
    domains = [bar for bar in profile.bars[2:] if bar.decile is not None]
    found = [setting.title(bar.id) for bar in domains if bar.decile <= _WORST]
    if found:
        return tr("In the worst 20% on: {domains}.").format(domains=", ".join(found))
    return tr("On none of its domains in the worst 20%.") if domains else ""


def _standing(heading: str, standing: Standing, key: str, setting: Setting) -> StandingWords:
    if standing.rank is None:
        return StandingWords(heading, NONE, tr("not ranked"), tr("Not ranked, so on neither side of the limit."))
    of = tr("of {n} {nouns}").format(n=number(standing.n), nouns=setting.plural)
    if standing.decile is not None:
        of = tr("{of}, decile {decile}").format(of=of, decile=standing.decile)
    return StandingWords(heading, ordinal(standing.rank), of, limit_sentence(standing, setting.limits[key]))


def limit_sentence(standing: Standing, limit: str) -> str:
    """On which side of its limit a ranked area is, and by how many places."""
    if not standing.places:
        return tr("The limit ({limit}) lets no area in.").format(limit=limit)
    limit = tr("{limit}: ranks 1 to {places}").format(limit=limit, places=number(standing.places))
    margin = standing.margin or 0
    if margin == 0:
        template = tr("The last place inside the limit ({limit}).")
    elif margin < 0:
        template = tr("Inside the limit ({limit}) by {count} places.")
        template = tr("Inside the limit ({limit}) by 1 place.") if margin == -1 else template
    else:
        template = tr("Outside the limit ({limit}) by {count} places.")
        template = tr("Outside the limit ({limit}) by 1 place.") if margin == 1 else template
    return template.format(limit=limit, count=number(abs(margin)))


def _chart_heading(setting: Setting) -> str:
    n = number(setting.record["universe"]["areas"])
    words = tr("Position among the {n} {nouns} ranked")
    if setting.place:
        words = tr("Position among the {n} {nouns} of {place}")
    elif not setting.record["universe"]["whole"]:
        words = tr("Position among the {n} {nouns} supplied")
    return words.format(n=n, nouns=setting.plural, place=setting.place)


def _chart_row(bar: Bar, setting: Setting) -> ChartRow:
    titles = {"cni": tr("Community need"), "imd": tr("Deprivation (IMD)")}
    rank = NONE if bar.rank is None else number(bar.rank)
    if bar.rank is not None and bar.n is not None:
        rank = tr("{rank} of {n}").format(rank=rank, n=number(bar.n))
    decile = NONE if bar.decile is None else str(bar.decile)
    return ChartRow(titles.get(bar.id) or setting.title(bar.id), rank, decile, bar)


def _group_key(profile: AreaProfile, which: str, setting: Setting) -> str:
    """What a mark on the bars stands for; blank where no bar has it."""
    group = getattr(profile, which)
    if group is None or all(getattr(bar, which) is None for bar in profile.bars):
        return ""
    nouns, place = setting.noun if group.areas == 1 else setting.plural, _group_name(profile, which)
    return tr("middle of {place} ({count} {nouns})").format(place=place, count=number(group.areas), nouns=nouns)


def _group_name(profile: AreaProfile, which: str) -> str:
    """The name of the district or region as it stands in a sentence; blank where the area has none.

    'Kingston upon Hull' for 'Kingston upon Hull, City of', 'the Isle of Wight', 'the North East'.
    """
    group = getattr(profile, which)
    if group is None:
        return ""
    return district_in_words(group.name) if which == "district" else region_in_words(group.name)


def _holds_heading(profile: AreaProfile) -> str:
    if profile.cni.margin is None:
        return tr("What decides on community need")
    if profile.cni.margin <= 0:
        return tr("What holds it inside on community need")
    return tr("What holds it outside on community need")


def _holds(profile: AreaProfile, setting: Setting) -> list[str]:
    """Which domains push it over the limit on community need or hold it under, a sentence each."""
    if profile.cni.rank is None:
        return [tr("It is not ranked on community need.")]
    if len(profile.bars) == 2:
        return [tr("This result holds no domains of the index, only its score.")]
    if not profile.decides:
        return [tr("Not known here: that takes the scores of all areas that were ranked.")]
    found = [_decisive(bar, setting) for bar in profile.bars if bar.role]
    if found:
        return found
    inside = (profile.cni.margin or 0) <= 0
    side = tr("inside") if inside else tr("outside")
    words = tr("No single domain decides: with a middling place on any one of them it would still be {side}.")
    return [words.format(side=side)]


def _decisive(bar: Bar, setting: Setting) -> str:
    if bar.role == "pushes_over":
        words = tr("{domain} pushes it over: with a middling place there it would rank {rank}, outside.")
    else:
        words = tr("{domain} holds it out: with a middling place there it would rank {rank}, inside.")
    return words.format(domain=setting.title(bar.id), rank=number(bar.rank_if_middling or 0))


def _sure(profile: AreaProfile, setting: Setting) -> list[str]:
    """What bears on how far the figures can be trusted, the most important first."""
    lines = [*_near(profile, setting), *_quality(profile), *_ties(profile, setting)]
    if profile.missing:
        titles = ", ".join(setting.title(id) for id in profile.missing)
        lines.append(tr("Missing: {parts}.").format(parts=titles))
    if not setting.variant:
        lines += _published(profile)
    return lines or [tr("The result holds nothing that would tell.")]


def _published(profile: AreaProfile) -> list[str]:
    """What the publishers' own list says, where that is not what everybody would expect."""
    if profile.published == "yes":
        return [tr("On the publishers' own list of left behind areas.")]
    if profile.published == "no" and profile.category == "left_behind":
        return [tr("Not on the publishers' own list of left behind areas.")]
    return []


def _near(profile: AreaProfile, setting: Setting) -> list[str]:
    """Where it is within 1% of the areas of a limit."""
    names = {"cni": tr("community need"), "imd": tr("deprivation")}
    standings = {"cni": profile.cni, "imd": profile.imd}
    near = [names[key] for key, one in standings.items() if one.margin is not None and abs(one.margin) <= one.n // 100]
    margins = [one.margin for one in standings.values()]
    most = max(one.n for one in standings.values()) // 100
    lines = []
    if None not in margins and 1 <= max(margins) <= most:
        words = tr("Near miss: {count} places short of the {both}.")
        both = tr("limits on both") if setting.variant else tr("left behind {nouns}").format(nouns=setting.plural)
        words = tr("Near miss: 1 place short of the {both}.") if max(margins) == 1 else words
        lines.append(words.format(count=number(max(margins)), both=both))
    close = tr("Close to the limit on {index}: small changes in the data could move it across.")
    return [*lines, *(close.format(index=name) for name in near)]


def _quality(profile: AreaProfile) -> list[str]:
    words = quality_words(profile.quality) if profile.imd.rank is not None else ""
    return [words] if words else []


def _ties(profile: AreaProfile, setting: Setting) -> list[str]:
    names = {"cni": tr("community need"), "imd": tr("deprivation")}
    lines = []
    for key, count in profile.others.items():
        if count:
            nouns = setting.noun if count == 1 else setting.plural
            words = tr("Shares its rank on {index} with {count} other {nouns}.")
            lines.append(words.format(index=names[key], count=number(count), nouns=nouns))
    return lines


def _similar_heading(source: ProfileSource) -> str:
    setting = source.setting
    if source.grounds.whole and setting.place:
        return tr("Most like it in {place}").format(place=setting.place)
    if source.grounds.whole:
        return tr("Most like it")
    return tr("Most like it among the {nouns} of this layer").format(nouns=setting.plural)


def _similar(source: ProfileSource, row: int) -> SimilarRow:
    table, ranks = source.grounds.table, source.grounds.parts[:2]
    cni, imd = (number(part.rank[row]) if part.rank[row] > 0 else NONE for part in ranks)
    district = district_words(source.districts[row])
    return SimilarRow(str(source.names[row]), district, cni, imd, str(table["category"].iloc[row]))


def _similar_none(profile: AreaProfile) -> str:
    """Why no area can be named that is like this one."""
    if None in (profile.cni.rank, profile.imd.rank):
        return tr("None can be named, since a rank of this area is missing.")
    return tr("This layer holds no other area to compare with.")


def bullets(lines: Sequence[str]) -> str:
    return "\n".join(f"• {line}" for line in lines)
