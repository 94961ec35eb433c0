"""The page about one area: its words, its bars, its map and the areas like it, put into a template.

One layout serves all pages of a run: what changes is set anew for each, so that memory stays flat.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from qgis.core import (
    QgsFontUtils,
    QgsGeometry,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsLayoutItemScaleBar,
    QgsLayoutItemShape,
    QgsPrintLayout,
    QgsProject,
)
from qgis.PyQt.QtCore import QRectF

from ....core.analysis.overlay import CATEGORIES
from ....core.errors import Notice, notice
from ...messages import category_names
from .canvas import fit_sources
from .drawing import RIGHT, box_of, label_font, label_style, set_label_font, text_format
from .drawing import write as write_fitted
from .fitting import SMALLEST, Fitted, TextStyle, fit_text
from .fonts import FAMILIES, font_family
from .page import PageChoices, PrintedResult
from .profile_chart import draw_chart
from .profile_draw import Drawing
from .profile_facts import ProfileSource, Setting, make_source
from .profile_map import MapFrame, ProfileMap
from .profile_words import ProfileWords, SimilarRow, area_words_of, bullets, tr
from .scale_bar import METRES, set_scale_bars
from .sources import attributions, caveat, source_text
from .template import item, items_of, open_template, optional_item

COMMON: Mapping[str, type[QgsLayoutItem]] = {
    "title": QgsLayoutItemLabel,
    "subtitle": QgsLayoutItemLabel,
    "finding": QgsLayoutItemLabel,
    "map": QgsLayoutItemMap,
    "legend": QgsLayoutItemShape,
    "scale_bar_km": QgsLayoutItemScaleBar,
    "scale_bar_miles": QgsLayoutItemScaleBar,
    "chart_heading": QgsLayoutItemLabel,
    "chart": QgsLayoutItemShape,
    "list_heading": QgsLayoutItemLabel,
    "list": QgsLayoutItemShape,
    "sure_heading": QgsLayoutItemLabel,
    "sure": QgsLayoutItemLabel,
    "caveat": QgsLayoutItemLabel,
    "sources": QgsLayoutItemLabel,
}
"""What kind of item each id is, on pages about areas and about patches."""
PROFILE_KINDS: Mapping[str, type[QgsLayoutItem]] = {
    **COMMON,
    "category": QgsLayoutItemLabel,
    "category_swatch": QgsLayoutItemShape,
    **{f"{key}_{part}": QgsLayoutItemLabel for key in ("cni", "imd") for part in ("heading", "rank", "of", "limit")},
    "holds_heading": QgsLayoutItemLabel,
    "holds": QgsLayoutItemLabel,
}
REQUIRED = ("title", "finding", "sources", "caveat")
_SMALL, _LIST = TextStyle(7.5), TextStyle(8)
_LEGEND_ROW, _LEGEND_COLUMNS = 4.8, 2
_LIST_ROW = 4.4
_SLACK = 1.0
"""mm that a label is wider than its text may be, since printers round widths up."""


@dataclass(frozen=True)
class Common:
    """What the pages of areas and of patches share: the layout they go into, and the project that this needs.

    boxes: where things are drawn. styles: of the template's labels. Both by id.
    """

    project: QgsProject
    layout: QgsPrintLayout
    drawing: Drawing
    boxes: Mapping[str, QRectF]
    styles: Mapping[str, TextStyle]


def open_page(template: str, project: QgsProject, kinds: Mapping[str, type[QgsLayoutItem]]) -> Common:
    """A layout of a template; what is drawn goes where its empty shapes were.

    Raises the faults of `open_template`.
    """
    layout = open_template(template, project, kinds, REQUIRED)
    boxes, styles = {}, {}
    for found in list(items_of(layout)):
        if found.id() not in kinds:
            continue
        if isinstance(found, QgsLayoutItemShape):
            boxes[found.id()] = box_of(found)
            layout.removeLayoutItem(found)
        elif isinstance(found, QgsLayoutItemScaleBar):
            found.setTextFormat(text_format(TextStyle(found.textFormat().size())))
        elif isinstance(found, QgsLayoutItemLabel):
            _use_page_font(found)
            styles[found.id()] = label_style(found)
    return Common(project, layout, Drawing(layout), boxes, styles)


def _use_page_font(label: QgsLayoutItemLabel) -> None:
    """Set a label in the font of the page, unless the template's own is another that is installed."""
    font = label_font(label)
    if font.family() in FAMILIES or not QgsFontUtils.fontFamilyOnSystem(font.family()):
        font.setFamily(font_family())
        set_label_font(label, font)


def write(page: Common, id: str, words: str) -> None:
    """Fit a text into the label of that id; nothing where the template does without it."""
    label = optional_item(page.layout, id, QgsLayoutItemLabel)
    if label is None:
        return
    box, style = box_of(label), page.styles[id]
    # A page is not to say less than it could, so long texts may shrink to the smallest size.
    fitted = fit_text(words, box.width() - _SLACK, box.height(), style, SMALLEST) if words else Fitted("", style)
    if fitted.cut:
        page.drawing.cut.append(words)
    write_fitted(label, fitted)


def write_sources(page: Common, result: PrintedResult, choices: PageChoices) -> list[Notice]:
    """Caveat, attributions and sources, once for all pages: attributions come first and are never cut."""
    everywhere = np.ones(len(result.table), dtype=bool)
    label = item(page.layout, "sources", QgsLayoutItemLabel)
    box, text = box_of(label), source_text(result, everywhere, choices)
    fitted, notices = fit_sources(
        attributions(result), text, box.width() - _SLACK, box.height(), page.styles["sources"]
    )
    write_fitted(label, fitted)
    write(page, "caveat", caveat(result.record))
    if page.drawing.cut:
        notices.append(notice("page_texts_shortened", items=list(page.drawing.cut)))
        page.drawing.cut.clear()
    return notices


def draw_legend(page: Common, setting: Setting, drawn: ProfileMap) -> None:
    """Short names of the categories beside their symbols, in columns as wide as their widest."""
    box = page.boxes.get("legend")
    if box is None:
        return
    symbols = drawn.symbols
    named = category_names(is_variant=setting.variant)
    names = [named[category] for category in CATEGORIES]
    columns = [names[i::_LEGEND_COLUMNS] for i in range(_LEGEND_COLUMNS)]
    widths = [7.5 + max(_SMALL.width(name) for name in column) + 2.5 for column in columns]
    shrink = min(1.0, box.width() / sum(widths))
    for i, (category, name) in enumerate(zip(CATEGORIES, names)):
        down, across = divmod(i, _LEGEND_COLUMNS)
        x, y = box.x() + sum(widths[:across]) * shrink, box.y() + down * _LEGEND_ROW
        page.drawing.swatch(f"legend_{category}", symbols[category], QRectF(x, y, 6, 3.6))
        page.drawing.text(
            f"legend_{category}_text", name, QRectF(x + 7.5, y, widths[across] * shrink - 8.5, 3.6), _SMALL
        )


def show_map(
    page: Common, drawn: ProfileMap, shape: QgsGeometry | None, row: int | None, first: Sequence[str] = ()
) -> MapFrame | None:
    """Fill the map and the scale bars; without a shape they are hidden, and the page says so.

    row, first: as `ProfileMap.show` takes them.
    """
    found = optional_item(page.layout, "map", QgsLayoutItemMap)
    if found is None:
        return None
    frame = drawn.show(found, shape, row, first)
    found.setVisibility(frame is not None)
    _show_scale(page, found, frame)
    if frame is None:
        box = box_of(found)
        words = tr("No map: the layer holds no boundary of it.")
        page.drawing.text("no_map", words, QRectF(box.x(), box.y(), box.width(), 6), _LIST)
    return frame


def _show_scale(page: Common, drawn: QgsLayoutItemMap, frame: MapFrame | None) -> None:
    bars = {id: bar for id in METRES if (bar := optional_item(page.layout, id, QgsLayoutItemScaleBar)) is not None}
    for bar in bars.values():
        bar.setVisibility(frame is not None)
    if frame is not None:
        set_scale_bars(bars, drawn, frame.scale)


class ProfilePage:
    """Makes the pages about areas of a result, one after the other, in one layout.

    notices: about texts that hold for all pages.
    """

    def __init__(self, result: PrintedResult, choices: PageChoices, project: QgsProject) -> None:
        self._page = open_page(choices.template, project, PROFILE_KINDS)
        self._colours = choices.colours
        self.source: ProfileSource = make_source(result)
        self._map = ProfileMap(result, self.source.names, choices.colours)
        self.notices = write_sources(self._page, result, choices)

    @property
    def cut(self) -> list[str]:
        """Texts of the page shown that did not fit whole."""
        return self._page.drawing.cut

    def show(self, row: int) -> QgsPrintLayout:
        """The layout with the page about the area in a row of the result."""
        page = self._page
        page.drawing.clear()
        profile = self.source.profile(row)
        words = area_words_of(self.source, profile)
        self._write(words)
        if "category_swatch" in page.boxes:
            symbol = self._map.symbols[profile.category]
            page.drawing.swatch("category_swatch", symbol, page.boxes["category_swatch"])
        show_map(page, self._map, self._map.shape(row), row)
        draw_legend(page, self.source.setting, self._map)
        if "chart" in page.boxes:
            draw_chart(page.drawing, page.boxes["chart"], words, self._colours)
        if "list" in page.boxes:
            self._draw_similar(page.boxes["list"], words)
        return page.layout

    def _write(self, words: ProfileWords) -> None:
        texts = {
            "title": words.title,
            "subtitle": words.place,
            "finding": words.finding,
            "category": words.category,
            "chart_heading": words.chart_heading,
            "holds_heading": words.holds_heading,
            "holds": bullets(words.holds),
            "list_heading": words.similar_heading,
            "sure_heading": tr("How sure this is"),
            "sure": bullets(words.sure),
        }
        for key, standing in (("cni", words.cni), ("imd", words.imd)):
            texts[f"{key}_heading"], texts[f"{key}_rank"] = standing.heading, standing.rank
            texts[f"{key}_of"], texts[f"{key}_limit"] = standing.of, standing.limit
        for id, text in texts.items():
            write(self._page, id, text)

    def _draw_similar(self, box: QRectF, words: ProfileWords) -> None:
        drawing = self._page.drawing
        if not words.similar:
            drawing.text("list_none", words.similar_none, QRectF(box.x(), box.y(), box.width(), _LIST_ROW), _LIST)
            return
        heads = SimilarRow("", "", tr("Need"), tr("Deprivation"), "")
        symbols = self._map.symbols
        rank = 16.0
        for i, row in enumerate((heads, *words.similar)):
            y = box.y() + i * _LIST_ROW
            style = replace(_LIST, points=7, bold=True) if i == 0 else _LIST
            ranks = (("cni", box.width() - 2 * rank, row.cni), ("imd", box.width() - rank, row.imd))
            for key, x, text in ranks:
                drawing.text(f"list_{key}_{i}", text, QRectF(box.x() + x, y, rank, _LIST_ROW), style, align=RIGHT)
            if i:
                drawing.swatch(f"list_category_{i}", symbols[row.category], QRectF(box.x(), y + 0.6, 5, 3.2))
                name = ", ".join(filter(None, [row.name, row.district]))
                drawing.text(
                    f"list_name_{i}", name, QRectF(box.x() + 7, y, box.width() - 2 * rank - 8, _LIST_ROW), style
                )
