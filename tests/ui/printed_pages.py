"""The pages that are printed and looked at: twelve cases, what each is made of, and what its rows must say."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import page_pdf
import pandas as pd
from county import rows_of
from page_ink import Drawn, drawn_items
from qgis.core import QgsProject, QgsVectorLayer
from style_parts import CATEGORIES

MADE_ON = date(2026, 11, 22)
NORTH_EAST = "E12000001"
HULL, SCARBOROUGH, ISLE_OF_WIGHT = ("E06000010",), ("E07000168",), ("E06000046",)
ORCHARD_PARK = ("E05001680",)
PANELS = ("cni", "imd", "overlay")
LISTED = ("left_behind", "deprived", "high_need")
MARGIN = 12.0
TITLE_TOP = 9.0
"""mm: every item keeps the margin, but the title, which starts here."""


@dataclass(frozen=True)
class Case:
    """A page to print. column, codes: the areas shown, all where there are none. result: which result it shows."""

    name: str
    template: str
    theme: str
    column: str = ""
    codes: tuple[str, ...] = ()
    result: str = "england"
    colours: str = "standard"
    font: str = ""

    @property
    def expression(self) -> str:
        codes = ", ".join(f"'{code}'" for code in self.codes)
        return f'"{self.column}" IN ({codes})' if self.codes else ""

    @property
    def panels(self) -> dict[str, str]:
        """The theme of each map, by what its items' ids end with."""
        return {f"_{theme}": theme for theme in PANELS} if self.template == "a3_triptych" else {"": self.theme}


def _district(name: str, template: str, theme: str, codes: tuple[str, ...], **more: Any) -> Case:
    return Case(name, template, theme, "district_code", codes, **more)


def cases(north_east: tuple[str, ...]) -> list[Case]:
    """The cases of issue 5: every template and every theme, from one ward to England. north_east: its districts."""
    return [
        Case("england-triptych", "a3_triptych", "overlay"),
        Case("england-overlay", "a4_portrait", "overlay"),
        _district("north-east-overlay", "a3_landscape", "overlay", north_east),
        _district("north-east-connectedness", "a4_landscape", "connectedness", north_east),
        _district("hull-triptych", "a3_triptych", "overlay", HULL),
        _district("hull-bivariate", "a4_portrait", "bivariate", HULL),
        Case("one-ward", "a4_landscape", "overlay", "area_code", ORCHARD_PARK),
        _district("thin-coast-imd", "a3_portrait", "imd", SCARBOROUGH),
        _district("thin-coast-overlay", "a4_landscape", "overlay", SCARBOROUGH),
        _district("island-cni", "a4_portrait", "cni", ISLE_OF_WIGHT),
        _district("island-engaged", "a3_landscape", "engaged_community", ISLE_OF_WIGHT),
        Case("sample-bivariate", "a3_portrait", "bivariate", result="sample"),
    ]


EXTRA = [
    Case("sample-triptych", "a3_triptych", "overlay", result="sample"),
    _district("hull-grey", "a4_portrait", "overlay", HULL, colours="grey"),
    _district("hull-triptych-wide-font", "a3_triptych", "overlay", HULL, font="DejaVu Sans"),
    _district("scarborough-wide-font", "a4_portrait", "overlay", SCARBOROUGH, font="DejaVu Sans"),
]
"""Besides the twelve: the sample's triptych, greys, and the widest font that a page may meet."""


@dataclass(eq=False)
class Printed:
    """A page that was made once, for all that is asked of it. rows: those of the result file that the page shows."""

    case: Case
    layout: Any
    pdf: Path
    rows: pd.DataFrame
    words: list[page_pdf.Word]
    drawn: list[Drawn]
    raster: page_pdf.Raster
    kept: tuple[Any, ...] = field(repr=False, default=())

    def item(self, name: str) -> Any:
        """The item of that id, not the group that may have the same."""
        return next((drawn.item for drawn in self.drawn if drawn.name == name), None) or self.layout.itemById(name)


def print_page(case: Case, source: str, folder: Path) -> Printed:
    """Make a case's page as the plugin does, export it, and read back what is on it."""
    from cni_mapper.ui.maps.layouts.export import export_page
    from cni_mapper.ui.maps.layouts.fill import make_page
    from cni_mapper.ui.maps.layouts.page import PageChoices
    from cni_mapper.ui.maps.layouts.result import read_focus, read_result

    layer = QgsVectorLayer(source, case.result, "ogr")
    result = read_result(layer)
    focus = read_focus(result, layer, case.expression)
    project = QgsProject()
    choices = PageChoices(template=case.template, theme=case.theme, made_on=MADE_ON, colours=case.colours)
    layout = make_page(result, focus, choices, project)
    pdf = folder / f"{case.name}.pdf"
    export_page(layout, pdf, layout.itemById("title").text(), lambda _: None)
    rows = rows_of(source)
    shown = rows if not case.codes else rows[rows.reset_index().set_axis(rows.index)[case.column].isin(case.codes)]
    kept = (project, layer, result)
    return Printed(
        case, layout, pdf, shown, page_pdf.words(pdf), drawn_items(layout), page_pdf.raster(pdf, folder), kept
    )


def class_keys(rows: pd.DataFrame, theme: str, ranked: dict[str, int]) -> list[str]:
    """The class of each row, by what ids in a legend end with; worked out here from the rows of the file.

    '2_1' is high on need and in the middle on deprivation: the cuts are 10% and a third of the areas ranked, by index.
    """
    if theme == "overlay":
        return list(rows["category"])
    if theme != "bivariate":
        deciles = pd.to_numeric(rows[f"{theme}_decile"])
        return ["none" if pd.isna(decile) else str(int(decile)) for decile in deciles]
    ranks = rows[["cni_rank", "imd_rank"]].apply(pd.to_numeric)
    thirds = [
        0 + (ranks[f"{x}_rank"] <= ranked[x] // 3) + (ranks[f"{x}_rank"] <= ranked[x] // 10) for x in ("cni", "imd")
    ]
    keys = [f"{need}_{deprivation}" for need, deprivation in zip(*thirds)]
    return [key if known else "none" for key, known in zip(keys, ranks.notna().all(axis=1))]


def legend_counts(rows: pd.DataFrame, theme: str, ranked: dict[str, int]) -> dict[str, int]:
    """How many of the rows are in each class. All classes are there, zeros too; 'none' only where a row has none."""
    every = {
        "overlay": CATEGORIES,
        "bivariate": [f"{need}_{deprivation}" for need in range(3) for deprivation in range(3)],
    }.get(theme, [str(decile) for decile in range(1, 11)])
    counts = Counter(class_keys(rows, theme, ranked))
    return {key: counts[key] for key in [*every, *(["none"] if counts["none"] else [])]}


def listed(rows: pd.DataFrame, case: Case, limits: dict[str, dict[str, int]]) -> pd.DataFrame:
    """The areas that a page lists, in its order.

    Of one index those inside its limit, of a domain those in decile 1, by its own rank; else by category and CNI rank.
    """
    ranks = rows.filter(like="_rank").apply(pd.to_numeric)
    theme = case.theme
    if case.template == "a3_triptych" or theme in ("overlay", "bivariate"):
        kinds = LISTED[:1] if case.template == "a3_triptych" else LISTED
        return pd.concat([rows.loc[ranks["cni_rank"][rows["category"] == kind].sort_values().index] for kind in kinds])
    inside = ranks[f"{theme}_rank"] <= limits[theme]["places"] if theme in limits else None
    inside = pd.to_numeric(rows[f"{theme}_decile"]) == 1 if inside is None else inside
    return rows.loc[ranks[f"{theme}_rank"][inside].sort_values().index]


def north_east_districts(data: Path) -> tuple[str, ...]:
    table = pd.read_csv(data / "la_to_region.csv", dtype=str)
    return tuple(sorted(set(table.loc[table["region_code"] == NORTH_EAST, "ltla_code"])))


def run_example(processing: ModuleType, folder: Path) -> str:
    return processing.run("cni:example", {"OUTPUT": str(folder / "sample.gpkg")})["OUTPUT"]
