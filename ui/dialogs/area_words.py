"""What the inspector says of an area, in plain sentences; the panel and the copied text are made of the same."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QCoreApplication

from ...core.analysis.area_report import DomainPosition, IndicatorPosition, Standing
from ..messages import category_names, fault_text, quality_words
from .area_facts import AreaFacts, Likeness, Setting
from .session import Session

_WORST = 2
"""The last decile that a sentence may call needy."""


def tr(text: str) -> str:
    return QCoreApplication.translate("Inspector", text)


def category_words(facts: AreaFacts) -> str:
    """The category in a sentence, with what it means under the limits."""
    cni, imd = facts.setting.limits["cni"], facts.setting.limits["imd"]
    if facts.report.category == "left_behind":
        both = tr("{name}: among the {cni} on community need and the {imd} on deprivation.")
        same = tr("{name}: among the {cni} on both community need and deprivation.")
        template = same if cni == imd else both
    else:
        template = {
            "deprived": tr("{name}: among the {imd} on deprivation, but not the {cni} on community need."),
            "high_need": tr("{name}: among the {cni} on community need, but not the {imd} on deprivation."),
            "other": tr("{name}: inside neither limit."),
            "no_data": tr("{name}: it lacks a rank, so it has no category."),
        }[facts.report.category]
    name = category_names(is_variant=facts.setting.variant)[facts.report.category]
    return template.format(name=name, cni=cni, imd=imd)


def index_words(setting: Setting) -> str:
    """Which index it is by; blank for the publishers' own at its own limits."""
    if not setting.variant:
        return ""
    name = setting.index if setting.own else tr("Own variant of {index}").format(index=setting.index)
    if setting.whole:
        return tr("By: {index}.").format(index=name)
    return tr("By: {index}, among the {n} {nouns} supplied.").format(
        index=name, n=f"{setting.n:,}", nouns=setting.nouns
    )


def published_words(facts: AreaFacts) -> str:
    """Whether the publishers' list has it; blank where that is not known or the run is a variant."""
    if facts.setting.variant:
        return ""
    return {"yes": tr("On the publishers' own list."), "no": tr("Not on the publishers' own list.")}.get(
        facts.published, ""
    )


def place_words(facts: AreaFacts) -> str:
    """Code, district and residents."""
    parts = [facts.report.code, facts.district]
    if facts.population is not None:
        year = facts.setting.year
        template = tr("{count} people lived here in {year}") if year else tr("{count} people live here")
        parts.append(template.format(count=f"{facts.population:,.0f}", year=year))
    return " · ".join(filter(None, parts))


def rank_words(standing: Standing) -> str:
    """'12 of 7,433, decile 1'."""
    if standing.rank is None:
        return tr("not ranked, since a value is missing")
    words = tr("rank {rank} of {n}").format(rank=f"{standing.rank:,}", n=f"{standing.n:,}")
    if standing.decile is None:
        return words
    return tr("{rank}, decile {decile}").format(rank=words, decile=standing.decile)


def limit_words(standing: Standing, limit: str) -> str:
    """On which side of its limit it is, and by how many places; blank without a rank."""
    if standing.margin is None:
        return ""
    if not standing.places:
        return tr("The limit ({limit}) lets no area in.").format(limit=limit)
    limit = tr("{limit}, ranks 1 to {places}").format(limit=limit, places=f"{standing.places:,}")
    if standing.margin == 0:
        template = tr("The last place inside the limit ({limit}).")
    elif standing.margin < 0:
        template = tr("Inside the limit ({limit}), 1 place to spare.")
        if standing.margin < -1:
            template = tr("Inside the limit ({limit}), {count} places to spare.")
    else:
        template = tr("1 place outside the limit ({limit}).")
        if standing.margin > 1:
            template = tr("{count} places outside the limit ({limit}).")
    return template.format(limit=limit, count=f"{abs(standing.margin):,}")


def needy_words(facts: AreaFacts) -> str:
    """The domains in the worst 20%."""
    found = [domain.title for domain in facts.report.domains if _is_needy(domain)]
    if found:
        return tr("In the worst 20% on: {domains}.").format(domains=", ".join(found))
    return tr("On none of its domains in the worst 20%.")


def _is_needy(domain: DomainPosition) -> bool:
    return domain.decile is not None and domain.decile <= _WORST


def decisive_words(facts: AreaFacts) -> list[str]:
    """Which domains push it over the limit on community need or hold it under, a sentence each."""
    report = facts.report
    if report.cni.rank is None:
        return []
    found = [_decisive(domain) for domain in report.domains if domain.role]
    if found:
        return found
    if report.cni.margin <= 0:
        return [tr("No single domain decides: with a middling place on any one of them it would still be inside.")]
    return [tr("No single domain decides: with a middling place on any one of them it would still be outside.")]


def _decisive(domain: DomainPosition) -> str:
    if domain.role == "pushes_over":
        template = tr("{domain} pushes it over: with a middling place there it would rank {rank}, outside.")
        if not _is_needy(domain):
            template = tr(
                "{domain} pushes it over, though not in the worst 20% itself: with a middling place there it would "
                "rank {rank}, outside."
            )
    else:
        template = tr("{domain} holds it under: with a middling place there it would rank {rank}, inside.")
    return template.format(domain=domain.title, rank=f"{domain.rank_if_middling:,}")


def likeness_words(other: Likeness, setting: Setting) -> str:
    """What is said of an area like it, after its name."""
    ranks = ("–" if rank is None else f"{rank:,}" for rank in (other.cni_rank, other.imd_rank))
    need, deprivation = ranks
    category = category_names(is_variant=setting.variant)[other.category]
    words = tr("rank {need} on need, {deprivation} on deprivation; {category}").format(
        need=need, deprivation=deprivation, category=category
    )
    return f"{other.district}: {words}" if other.district else words


def value_words(indicator: IndicatorPosition) -> str:
    """A value in its unit."""
    if indicator.value is None:
        return tr("not known")
    return f"{number(indicator.value)} {indicator.unit}".strip()


def number(value: float) -> str:
    """A number with at least three digits that count, without zeros at its end."""
    size = abs(value)
    if 0 < size < 1:
        return f"{value:.3g}"
    digits = 0 if size >= 1000 else 1 if size >= 100 else 2 if size >= 10 else 3
    text = f"{value:,.{digits}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def more_need_words(indicator: IndicatorPosition) -> str:
    if indicator.position is None:
        return "–"
    # Rounded down, so that only what is above all others says 100.
    return f"{int(indicator.position)}%"


def no_values_words() -> str:
    return tr("The index is given as finished scores of its domains; the tables do not hold what is behind these.")


def sure_words(facts: AreaFacts) -> list[str]:
    """How the deprivation of the area was made, and what is missing of its need."""
    lines = [words] if (words := quality_words(facts.quality)) else []
    if facts.missing:
        lines.append(tr("Missing: {parts}.").format(parts=", ".join(facts.missing)))
    return lines


def where_words(facts: AreaFacts) -> str:
    """Why the map does not show it, if it does not."""
    if not facts.on_map:
        return tr("This area is ranked, but the boundaries do not hold it, so it is not on the map.")
    return "" if facts.shown else tr("This area is not in the districts that the map shows.")


def caveat(setting: Setting) -> str:
    """What must be said wherever figures leave the program."""
    words = tr("Describes places, not people. 'Worst 10%' counts {nouns}, not residents.").format(nouns=setting.nouns)
    if setting.definition == "cni-2019":
        words += " " + tr("Most people in England's most deprived neighbourhoods live outside these wards.")
    return words


def area_text(facts: AreaFacts) -> str:
    """All that is said of an area, as plain text."""
    setting, report = facts.setting, facts.report
    blocks = [
        [facts.name, place_words(facts)],
        [category_words(facts), index_words(setting), published_words(facts), where_words(facts)],
        [*standing_lines(need_name(setting), report.cni, setting.limits["cni"])],
        [*standing_lines(tr("Deprivation (IMD)"), report.imd, setting.limits["imd"])],
        [f"{domain.title}: {_domain_words(domain)}" for domain in report.domains],
        [needy_words(facts), *decisive_words(facts)],
    ]
    if facts.similar:
        listed = [f"{other.name} ({likeness_words(other, setting)})" for other in facts.similar]
        blocks.append([tr("Most like it:"), *listed])
    values = [_indicator_line(indicator) for indicator in report.indicators] or [no_values_words()]
    blocks.append([tr("Values behind it:"), *values])
    return in_blocks([*blocks, [*sure_words(facts), caveat(setting)]])


def in_blocks(blocks: Sequence[Sequence[str]]) -> str:
    """Lines with an empty one between blocks; empty lines inside a block are left out."""
    return "\n\n".join("\n".join(filter(None, block)) for block in blocks)


def need_name(setting: Setting) -> str:
    return tr("Community need ({index})").format(index=setting.index)


def standing_lines(name: str, standing: Standing, limit: str) -> list[str]:
    lines = [f"{name}: {rank_words(standing)}."]
    return [*lines, *filter(None, [limit_words(standing, limit)])]


def _domain_words(domain: DomainPosition) -> str:
    return rank_words(Standing(domain.rank, domain.n, domain.decile, 0, None))


def _indicator_line(indicator: IndicatorPosition) -> str:
    line = f"{indicator.title}: {value_words(indicator)}"
    if indicator.position is None:
        return line
    return tr("{line} (more need than {percent} of areas)").format(line=line, percent=more_need_words(indicator))


def obstacle(session: Session) -> str:
    """What has to be done before anything can be shown; blank once something has been tried."""
    if session.data is not None and session.tried is not None:
        return ""
    if session.fault is not None:
        return fault_text(session.fault)
    if session.lacks():
        return tr(
            "Nothing has been ranked yet. In the CNI Mapper panel, choose boundaries, tables of need and deprivation, "
            "or try the example."
        )
    if session.is_busy:
        return tr("Reading the data…")
    return tr("The data has not been read yet. The CNI Mapper panel says what to do.")
