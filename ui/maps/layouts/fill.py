"""A page: a template with the maps, words, legends and bars of a result put into it.

What a template leaves out is left out of the page; what is drawn goes inside the template's rectangles, which are
taken away. Every text is fitted to its place, and what had to be shortened is told.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsMapLayer,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
)

from ....core.errors import Notice, notice
from .area_list import ListHeads, draw_list, places_in
from .bars import draw_decile_bars, draw_share_bars
from .canvas import Canvas
from .extent import map_extent, nice_scale
from .facts import page_facts
from .figures import draw_figures
from .fitting import TextStyle
from .label_drawing import apply_labels
from .labels import A3, A3_SINGLE, A4, place_labels
from .legend import Swatches, draw_legend, legend_rows
from .locator import make_locator
from .map_layers import MapLayers, make_map_layers
from .page import BIVARIATE, OVERLAY, Focus, PageChoices, PageFacts, PanelFacts, PrintedResult
from .scale_bar import METRES, ratio_text, set_scale_bars
from .square import draw_square
from .template import FOLDER, PANELS, open_template, suffixes
from .words import Record, capital, even_share_text, is_own, noun_of, tr

ARROW = FOLDER / "north_arrow.svg"
_LIST_SIZES = {True: (8.5, 8.0, 7.5, 7.0, 6.5), False: (7.5, 7.0, 6.5, 6.0)}
"""Points, by whether the page is large; the last only for the sake of long names."""
_TITLE_LEAST, _HEADING_LEAST = 0.5, 0.66


@dataclass(frozen=True, eq=False)
class MadePage:
    """A finished page. facts: what it says. notices: what had to be shortened or left out."""

    layout: QgsPrintLayout
    facts: PageFacts
    notices: Sequence[Notice]


def make_page(result: PrintedResult, focus: Focus, choices: PageChoices, project: QgsProject) -> QgsPrintLayout:
    """A page of a result, as `fill_page` makes it, for those who need no more than the layout."""
    return fill_page(result, focus, choices, project).layout


def fill_page(result: PrintedResult, focus: Focus, choices: PageChoices, project: QgsProject) -> MadePage:
    """A page that shows the areas of a focus; on the main thread.

    The layout owns the layers it draws that are not the project's; what pages share is kept with the result, so that
    the pages of an atlas cost little. A template with three maps shows CNI, IMD and overlay whatever the theme is.
    Raises the faults of `open_template` and `make_map_layers`.
    """
    layout = open_template(choices.template, project)
    layout.undoStack().blockCommands(True)
    ends = suffixes(layout)
    themes = PANELS if len(ends) > 1 else (choices.theme,)
    facts = page_facts(result, focus, choices, themes)
    page = Canvas(layout)
    _fill_logo(page, choices.logo)
    _fill_words(page, facts, choices)
    maps = [make_map_layers(result, focus, panel.theme, choices) for panel in facts.panels]
    scale = _fill_maps(page, ends, maps)
    numbers = _label(page, result, focus, choices, facts, maps, scale)
    symbols = {panel.theme: drawn.look.swatches for panel, drawn in zip(facts.panels, maps)}
    for end, panel in zip(ends, facts.panels):
        _fill_panel(page, end, panel, symbols[panel.theme], result.record)
    _fill_summary(page, facts, symbols, result.record, numbers)
    _fill_scale(page, ends, scale)
    _fill_locator(page, result, focus)
    page.clear()
    layout.setName(facts.title)
    layout.undoStack().blockCommands(False)
    return MadePage(layout, facts, page.notices())


def _fill_logo(page: Canvas, logo: str) -> None:
    """Put the logo in, and let the texts beside it end before it."""
    item = page.optional("logo", QgsLayoutItemPicture)
    if item is None:
        return
    if not logo:
        page.drop(item)
        return
    item.setPicturePath(logo)
    item.refreshPicture()
    if item.isMissingImage():
        page.tell(notice("logo_unreadable", name=logo))
        page.drop(item)
    else:
        page.make_way(item)


def _fill_words(page: Canvas, facts: PageFacts, choices: PageChoices) -> None:
    page.write("title", facts.title, least=_TITLE_LEAST)
    page.write("subtitle", facts.subtitle)
    page.write("list_heading", facts.list_heading, least=_HEADING_LEAST)
    page.write("caveat", facts.caveat)
    page.write("reference", choices.reference)
    page.write_sources("sources", facts.attributions, facts.sources)


def _fill_maps(page: Canvas, ends: Sequence[str], maps: Sequence[MapLayers]) -> float:
    """Give each map its layers, all the same extent and scale, which is returned."""
    items = [page.item(f"map{end}", QgsLayoutItemMap) for end in ends]
    sizes = [(item.rect().width(), item.rect().height()) for item in items]
    scale = max(nice_scale(drawn.extent, *size) for drawn, size in zip(maps, sizes))
    for item, size, drawn in zip(items, sizes, maps):
        extent = map_extent(drawn.extent, scale, *size)
        _show(page.layout, item, drawn.layers, drawn.themed.crs(), extent)
    return scale


def _show(
    layout: QgsPrintLayout,
    item: QgsLayoutItemMap,
    layers: Sequence[QgsMapLayer],
    crs: QgsCoordinateReferenceSystem,
    extent: QgsRectangle,
) -> None:
    """Let a map item draw layers. Those that nobody has live as long as the layout: its maps only refer to them."""
    for layer in layers:
        if layer.parent() is None:
            layer.setParent(layout)
    item.setCrs(crs)
    item.setLayers(list(layers))
    item.setKeepLayerSet(True)
    item.setExtent(extent)


def _label(
    page: Canvas,
    result: PrintedResult,
    focus: Focus,
    choices: PageChoices,
    facts: PageFacts,
    maps: Sequence[MapLayers],
    scale: float,
) -> Mapping[str, int]:
    """Name or number the areas, alike on all maps; the numbers by the code of the area."""
    box = page.optional_box("list")
    places = places_in(box, _list_styles(page), len(facts.listed)) if box is not None else 0
    listed = [row.code for row in facts.listed[:places]]
    style = (A3 if len(maps) > 1 else A3_SINGLE) if page.is_large else A4
    style = replace(style, family=page.style.family)
    frame = page.item(f"map{suffixes(page.layout)[0]}", QgsLayoutItemMap).extent()
    labels = place_labels(result, focus, choices, scale, style, listed, frame)
    for drawn in maps:
        apply_labels(drawn, labels, style)
    return labels.numbering


def _list_styles(page: Canvas) -> list[TextStyle]:
    return [page.style.sized(points) for points in _LIST_SIZES[page.is_large]]


def _fill_panel(page: Canvas, end: str, panel: PanelFacts, symbols: Swatches, record: Record) -> None:
    page.write(f"panel_title{end}", panel.title)
    page.write(f"panel_note{end}", panel.note)
    page.write(f"legend_heading{end}", panel.legend_heading)
    box = page.box(f"legend{end}")
    style = page.body_style(f"legend_heading{end}")
    if panel.theme == BIVARIATE:
        need = str(record["short"]) if is_own(record) else tr("Community need")
        draw_square(page.layout, f"legend{end}", box, panel.legend, symbols, style, need)
        return
    bars = page.optional_box(f"bars{end}") if panel.even_share is not None else None
    if bars is not None and bars.intersects(box):
        box.setRight(bars.left() - 1)
    rows = legend_rows(len(panel.legend), box, large=page.is_large)
    page.check(f"legend{end}", draw_legend(page.layout, f"legend{end}", box, rows, panel.legend, symbols, style))
    if bars is not None and panel.even_share:
        draw_decile_bars(page.layout, f"bars{end}", bars, rows, panel.legend, symbols, panel.even_share)
        page.write(f"even_share{end}", even_share_text(record, panel.even_share))


def _fill_summary(
    page: Canvas, facts: PageFacts, symbols: Mapping[str, Swatches], record: Record, numbers: Mapping[str, int]
) -> None:
    """The list, the key figures and, where the overlay is shown, how the place compares."""
    box = page.optional_box("list")
    if box is not None and facts.listed:
        heads = ListHeads(capital(noun_of(record)), tr("Need") if is_own(record) else "CNI", "IMD")
        page.check("list", draw_list(page.layout, "list", box, facts.listed, numbers, heads, _list_styles(page)))
    box = page.optional_box("figures")
    if box is not None and facts.figures:
        style = page.style.sized(8.5 if page.is_large else 7.5)
        page.check("figures", draw_figures(page.layout, "figures", box, facts.figures, style))
    box = page.optional_box("share_bars")
    if box is not None and OVERLAY in symbols:
        style = page.style.sized(8.5 if page.is_large else 8)
        is_cut = draw_share_bars(page.layout, "share_bars", box, facts.share_bars, symbols[OVERLAY], style)
        page.check("share_bars", is_cut)


def _fill_scale(page: Canvas, ends: Sequence[str], scale: float) -> None:
    drawn = page.item(f"map{ends[0]}", QgsLayoutItemMap)
    bars = {id: page.optional(id, QgsLayoutItemScaleBar) for id in METRES}
    set_scale_bars({id: bar for id, bar in bars.items() if bar is not None}, drawn, scale)
    page.write("scale_ratio", ratio_text(scale, page.layout))
    arrow = page.optional("north_arrow", QgsLayoutItemPicture)
    if arrow is not None:
        if not arrow.picturePath():
            arrow.setPicturePath(str(ARROW))
        arrow.setLinkedMap(drawn)
        arrow.setNorthMode(QgsLayoutItemPicture.NorthMode.GridNorth)


def _fill_locator(page: Canvas, result: PrintedResult, focus: Focus) -> None:
    item = page.optional("locator", QgsLayoutItemMap)
    if item is None:
        return
    made = make_locator(result, focus, item.rect().width(), item.rect().height())
    if made is None:
        page.drop(item)
        return
    _show(page.layout, item, made.layers, made.crs, made.extent)
