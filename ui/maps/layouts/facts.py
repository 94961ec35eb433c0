"""Every word and number of a page, from a result, the areas shown and the user's choices."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from ....core.analysis.bivariate import THIRDS, bivariate_classes
from ....core.analysis.overlay import CATEGORIES
from ....core.analysis.result_table import decile_counts
from ..styles import limit_text, overlay_words
from . import words
from .listed_areas import INSIDE_LIMITS, inside_limit, is_of_one_index, listed_rows
from .page import (
    BIVARIATE,
    CNI,
    IMD,
    OVERLAY,
    Focus,
    LegendRow,
    ListRow,
    PageChoices,
    PageFacts,
    PanelFacts,
    PrintedResult,
    ShareBar,
)
from .place_names import area_name, district_words, focus_place, is_island, is_whole_universe
from .sources import attributions, caveat, source_text
from .words import Record, tr

_HIGH = THIRDS * THIRDS - 1


def page_facts(result: PrintedResult, focus: Focus, choices: PageChoices, themes: Sequence[str]) -> PageFacts:
    """The facts of a page. themes: of its maps, one, or three of which the overlay's words are the page's.

    A page of three maps lists the left behind areas alone, one of a single index those worst on it, another of a
    single map every area inside a limit.
    """
    table, record = result.table[focus], result.record
    main = OVERLAY if OVERLAY in themes else themes[0]
    place, domain = focus_place(result, focus), domain_title(record, main)
    only_both = len(themes) > 1
    listed = _listed(table, listed_rows(record, table, main, only_both=only_both))
    kinds = {row.category for row in listed}
    sources = source_text(result, focus, choices, bold=len(kinds) > 1 and INSIDE_LIMITS[0] in kinds)
    title = words.title(record, main, place, domain, alone=len(table) == 1, island=is_island(place))
    return PageFacts(
        title=choices.title or title,
        subtitle=choices.subtitle or _finding(record, table, main),
        panels=tuple(panel_facts(record, table, theme) for theme in themes),
        list_heading=_list_heading(record, table, main, listed, only_both=only_both),
        listed=listed,
        share_bars=_share_bars(result, focus, place),
        figures=_figures_of_one(record, table.iloc[0]) if len(table) == 1 else _figures(record, table),
        sources=" ".join(filter(None, [choices.notes.strip(), sources])),
        attributions=attributions(result),
        caveat=caveat(record),
    )


def domain_title(record: Record, theme: str) -> str:
    """The title of the domain whose deciles a theme shows, by its id; of the four themes of every result, their id."""
    return str(record["domain_titles"].get(theme, theme.replace("_", " ").capitalize()))


def _classes(record: Record, table: pd.DataFrame) -> np.ndarray:
    """(n_areas,) class of need by deprivation of each row, 0 to 8 (see core.analysis.bivariate), -1 without."""
    ranks = (table[name].to_numpy(dtype=float, na_value=np.nan) for name in ("cni_rank", "imd_rank"))
    return bivariate_classes(*ranks, record["universe"]["ranked"])


def panel_facts(record: Record, table: pd.DataFrame, theme: str) -> PanelFacts:
    """The words and counts of one map. table: the rows shown."""
    legend, even_share = _legend(record, table, theme)
    return PanelFacts(
        theme=theme,
        title=words.panel_title(record, theme, domain_title(record, theme)),
        note=words.panel_note(record, theme),
        legend_heading=words.legend_heading(record, theme),
        legend=legend,
        even_share=even_share,
    )


def _legend(record: Record, table: pd.DataFrame, theme: str) -> tuple[tuple[LegendRow, ...], float | None]:
    if theme == OVERLAY:
        counts, texts = category_counts(table), overlay_words(record)
        return tuple(LegendRow(key, f"{texts[key]} ({n:,})", n) for key, n in counts.items()), None
    if theme == BIVARIATE:
        return _bivariate_legend(_classes(record, table)), None
    deciles = decile_counts(table[f"{theme}_decile"])
    rows = [LegendRow(key, words.decile_text(key, theme, n), n) for key, n in deciles.items() if key or n]
    return tuple(rows), sum(n for key, n in deciles.items() if key) / 10 or None


def _bivariate_legend(classes: np.ndarray) -> tuple[LegendRow, ...]:
    counts = np.bincount(classes[classes >= 0], minlength=_HIGH + 1)
    rows = [
        LegendRow(divmod(i, THIRDS), words.class_text(*divmod(i, THIRDS), int(n)), int(n)) for i, n in enumerate(counts)
    ]
    unknown = int(np.sum(classes < 0))
    if unknown:
        rows.append(LegendRow(None, words.decile_text(None, BIVARIATE, unknown), unknown))
    return tuple(rows)


def category_counts(table: pd.DataFrame) -> dict[str, int]:
    """Areas in each category, zeros too."""
    counts = table["category"].value_counts()
    return {name: int(counts.get(name, 0)) for name in CATEGORIES}


def people_in(table: pd.DataFrame, category: str) -> tuple[float, float] | None:
    """People living in the areas of a category, and in all of the rows; None where they are not known.

    They are known when there are areas with a category, each with a number of residents, and anybody lives there.
    """
    people = table["population"].to_numpy(dtype=float)
    ranked = (table["category"] != "no_data").to_numpy()
    total = float(np.nansum(people))
    if not ranked.any() or np.isnan(people[ranked]).any() or total <= 0:
        return None
    return float(people[(table["category"] == category).to_numpy()].sum()), total


def _finding(record: Record, table: pd.DataFrame, theme: str) -> str:
    """The finding of a page's main theme, as a sentence."""
    if theme == OVERLAY and len(table) == 1:
        return words.one_area_finding(record, str(table["category"].iloc[0]))
    if theme in (OVERLAY, BIVARIATE):
        if (table["category"] == "no_data").all():
            return words.without_ranks(record, len(table))
        inside = _inside(record, table, theme)
        standing = words.overlay_phrase(record) if theme == OVERLAY else words.both_high_phrase(record)
        people = people_in(table, "left_behind") if theme == OVERLAY else None
        share = words.share_words(*people) if people and inside else ""
        return words.finding(record, inside, len(table), standing, share)
    deciles = table[f"{theme}_decile"]
    if deciles.isna().all():
        return words.without_deciles(record, len(table))
    standing = words.tenth_phrase(record, theme, domain_title(record, theme))
    return words.finding(record, int((deciles == 1).sum()), len(table), standing)


def _inside(record: Record, table: pd.DataFrame, theme: str) -> int:
    if theme == OVERLAY:
        return category_counts(table)["left_behind"]
    return int(np.sum(_classes(record, table) == _HIGH))


def _listed(table: pd.DataFrame, rows: np.ndarray) -> tuple[ListRow, ...]:
    """The areas at these positions of a table.

    Where there are several districts each area's is named too: there is a Castle ward in many of them.
    """
    several = table["district_name"].nunique() > 1
    return tuple(
        ListRow(
            str(row["area_code"]),
            area_name(row),
            row["category"],
            _whole(row["cni_rank"]),
            _whole(row["imd_rank"]),
            district_words(row["district_name"]) if several and not pd.isna(row["district_name"]) else "",
        )
        for _, row in table.iloc[rows].iterrows()
    )


def _whole(value: Any) -> int | None:
    return None if value is pd.NA else int(value)


def _list_heading(
    record: Record, table: pd.DataFrame, theme: str, listed: Sequence[ListRow], *, only_both: bool
) -> str:
    if is_of_one_index(theme):
        what = _worst_words(record, theme)
        unranked = table[f"{theme}_rank" if theme in (CNI, IMD) else f"{theme}_decile"].isna()
    else:
        what = _listed_words(record, only_both=only_both)
        unranked = table["category"] == "no_data"
    if not listed:
        template = tr("{what}: none ranked") if unranked.all() else tr("{what}: none")
        return template.format(what=what)
    cni, imd = (f"{record['universe']['ranked'][key]:,}" for key in ("cni", "imd"))
    if cni != imd:
        return tr("{what}, with rank of {cni} and {imd} (1 = worst)").format(what=what, cni=cni, imd=imd)
    place = words.place_of(record) if only_both else ""
    if place:
        return tr("{what}, with rank of {n} in {place} (1 = worst)").format(what=what, n=cni, place=place)
    return tr("{what}, with rank of {n} (1 = worst)").format(what=what, n=cni)


def _worst_words(record: Record, theme: str) -> str:
    """'Wards in the worst 10% on community need', 'Wards in decile 1 of Civic assets'."""
    nouns = words.nouns_of(record)
    if theme not in (CNI, IMD):
        template = tr("{nouns} in decile 1 of {domain}")
        return words.capital(template.format(nouns=nouns, domain=domain_title(record, theme)))
    template = {
        CNI: tr("{nouns} in the {worst} on community need"),
        IMD: tr("{nouns} in the {worst} on deprivation"),
    }[theme]
    return words.capital(template.format(nouns=nouns, worst=limit_text(record["limits"][theme])))


def _listed_words(record: Record, *, only_both: bool) -> str:
    """'Left behind wards', 'Wards in the worst 10%'."""
    if only_both:
        template = tr("{nouns} high on both") if record["variant"] else tr("Left behind {nouns}")
    else:
        template = tr("{nouns} in the {worst}") if words.same_limits(record) else tr("{nouns} inside a limit")
    worst = limit_text(record["limits"]["cni"])
    return words.capital(template.format(nouns=words.nouns_of(record), worst=worst))


def _share_bars(result: PrintedResult, focus: Focus, place: str) -> tuple[ShareBar, ...]:
    """Of the focus, and of all that it is a part of."""
    record, mine = result.record, category_counts(result.table[focus])
    nouns = words.nouns_of(record)
    own = words.capital(place) or words.counted(record, f"{int(focus.sum()):,}")
    if focus.sum() == 1:
        own = area_name(result.table[focus].iloc[0])
    bars = [ShareBar(own, mine)]
    if not focus.all():
        whole = words.place_of(record) if is_whole_universe(result) else ""
        whole = whole or tr("All {n} {nouns}").format(n=f"{len(focus):,}", nouns=nouns)
        bars.append(ShareBar(whole, category_counts(result.table)))
    return tuple(bars)


def _figures(record: Record, table: pd.DataFrame) -> tuple[tuple[str, str], ...]:
    counts, total = category_counts(table), len(table)

    def of_all(count: int) -> str:
        return tr("{count} of {total}").format(count=f"{count:,}", total=f"{total:,}")

    people = people_in(table, "left_behind")
    cni, imd = (words.capital(limit_text(record["limits"][key])) for key in ("cni", "imd"))
    figures = [
        (_listed_words(record, only_both=True), of_all(counts["left_behind"])),
        (_people_title(record), _people_words(people)),
        (tr("{worst} on community need").format(worst=cni), of_all(int(inside_limit(record, table, CNI).sum()))),
        (tr("{worst} on deprivation").format(worst=imd), of_all(int(inside_limit(record, table, IMD).sum()))),
    ]
    published = table["left_behind_published"]
    if not record["variant"] and (published != "unknown").any():
        figures.append((tr("On the publishers' own list"), of_all(int((published == "yes").sum()))))
    return tuple(figures)


def _figures_of_one(record: Record, row: pd.Series) -> tuple[tuple[str, str], ...]:
    """The figures of a page of one area, of which counts would say '1 of 1' or '0 of 1'."""

    def rank(index: str) -> str:
        if pd.isna(row[f"{index}_rank"]):
            return tr("not ranked")
        total = record["universe"]["ranked"][index]
        return tr("{rank} of {total} (1 = worst)").format(rank=f"{int(row[f'{index}_rank']):,}", total=f"{total:,}")

    year, people = record.get("residents_year"), row["population"]
    figures = [
        (tr("Rank on community need"), rank(CNI)),
        (tr("Rank on deprivation"), rank(IMD)),
        (
            tr("People living in it ({year})").format(year=year) if year else tr("People living in it"),
            tr("not known") if pd.isna(people) else _rounded(float(people)),
        ),
    ]
    if not record["variant"] and row["left_behind_published"] != "unknown":
        listed = tr("yes") if row["left_behind_published"] == "yes" else tr("no")
        figures.append((tr("On the publishers' own list"), listed))
    return tuple(figures)


def _people_title(record: Record) -> str:
    year = record.get("residents_year")
    return tr("People living in them ({year})").format(year=year) if year else tr("People living in them")


def _people_words(people: tuple[float, float] | None) -> str:
    if people is None:
        return tr("not known")
    inside, total = people
    if not inside:
        return tr("none")
    return tr("{people} ({share} of residents)").format(people=_rounded(inside), share=words.share_words(inside, total))


def _rounded(people: float) -> str:
    """People to the next hundred, or ten where they are fewer than a thousand."""
    step = 100 if people >= 1000 else 10
    return f"{round(people / step) * step:,}"
