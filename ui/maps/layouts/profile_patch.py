"""The page about a patch that fits no area: what share of its people live in areas of each category and decile.

A patch was not among the areas that were ranked, so nothing here gives it a rank, decile or category of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsGeometry,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemShape,
    QgsPrintLayout,
    QgsProcessingFeatureSource,
    QgsProject,
)
from qgis.PyQt.QtCore import QRectF

from ....core.analysis.overlap import percent
from ....core.analysis.overlay import CATEGORIES
from ..colours import GREY_RAMP, INK, QUIET_INK, RAMPS, RULE
from ..frames import read_shapes
from .drawing import RIGHT
from .fitting import TextStyle
from .page import PageChoices, PrintedResult
from .profile_facts import Setting, make_source
from .profile_map import ProfileMap
from .profile_page import COMMON, draw_legend, open_page, show_map, write, write_sources
from .profile_patch_words import patch_category_names, patch_words
from .profile_words import bullets, tr

_TEXT, _SMALL = TextStyle(8.5), TextStyle(7.5)
_SHARE_ROW, _LIST_ROW = 9.8, 4.4
_DECILES = range(1, 11)
_TRACK = "#eceeee"
PATCH_KINDS: Mapping[str, type[QgsLayoutItem]] = {
    **COMMON,
    "shares_heading": QgsLayoutItemLabel,
    "shares": QgsLayoutItemShape,
}
"""What kind of item each id of a page about a patch is."""


@dataclass(frozen=True, eq=False)
class Patches:
    """Patches as cni:overlap describes them. frame: (n_patches,) its rows. shapes: one per row, in `crs`."""

    frame: pd.DataFrame
    shapes: Sequence[QgsGeometry]
    crs: QgsCoordinateReferenceSystem


def read_patches(source: QgsProcessingFeatureSource, name: str, frame: pd.DataFrame) -> Patches:
    """The shapes of patches beside their description, which is in the order of the source.

    Raises the faults of `read_shapes`.
    """
    shapes = read_shapes(source, name, [], "")
    return Patches(frame, shapes.shapes, shapes.crs)


class PatchPage:
    """Makes the pages about patches, one after the other, in one layout; as `ProfilePage`."""

    def __init__(self, result: PrintedResult, patches: Patches, choices: PageChoices, project: QgsProject) -> None:
        self._page = open_page(choices.template, project, PATCH_KINDS)
        self._colours = choices.colours
        source = make_source(result)
        self._setting: Setting = source.setting
        self._map = ProfileMap(result, source.names, choices.colours)
        self._patches = patches
        self._transform = QgsCoordinateTransform(patches.crs, self._map.crs, project)
        self.notices = write_sources(self._page, result, choices)

    @property
    def cut(self) -> list[str]:
        """Texts of the page shown that did not fit whole."""
        return self._page.drawing.cut

    def show(self, number: int) -> QgsPrintLayout:
        """The layout with the page about a patch, by its row."""
        page, row = self._page, self._patches.frame.iloc[number]
        page.drawing.clear()
        words = patch_words(row, self._setting)
        for id, text in (
            ("title", words.title),
            ("subtitle", words.place),
            ("finding", words.finding),
            ("shares_heading", words.shares_heading),
            ("chart_heading", words.chart_heading),
            ("list_heading", words.list_heading),
            ("sure_heading", tr("How sure this is")),
            ("sure", bullets(words.sure)),
        ):
            write(page, id, text)
        # Those with most of its people come first.
        first = [text.rpartition(" ")[0] for text in words.areas]
        show_map(page, self._map, self._shape(number), None, first)
        draw_legend(page, self._setting, self._map)
        if row["residents"] > 0:
            self._draw(row, words.areas)
        return page.layout

    def _shape(self, number: int) -> QgsGeometry | None:
        shape = QgsGeometry(self._patches.shapes[number])
        if shape.isNull() or shape.isEmpty():
            return None
        shape.transform(self._transform)
        return shape

    def _draw(self, row: pd.Series, areas: Sequence[str]) -> None:
        boxes = self._page.boxes
        if "shares" in boxes:
            self._draw_shares(boxes["shares"], row)
        if "chart" in boxes:
            box = boxes["chart"]
            half = box.width() / 2 - 5
            self._draw_deciles("cni", tr("On community need"), QRectF(box.x(), box.y(), half, box.height()), row)
            right = QRectF(box.right() - half, box.y(), half, box.height())
            self._draw_deciles("imd", tr("On deprivation"), right, row)
        if "list" in boxes:
            box = boxes["list"]
            for i, text in enumerate(areas):
                line = QRectF(box.x(), box.y() + i * _LIST_ROW, box.width(), _LIST_ROW)
                self._page.drawing.text(f"list_{i + 1}", text, line, _TEXT)

    def _draw_shares(self, box: QRectF, row: pd.Series) -> None:
        """A bar for each category: share and number of the people who live in its areas."""
        drawing, symbols = self._page.drawing, self._map.symbols
        names = patch_category_names(self._setting)
        for i, category in enumerate(CATEGORIES):
            share, y = float(row[f"share_{category}"]), box.y() + i * _SHARE_ROW
            if not share and category == "no_data":
                continue
            id, name = f"share_{category}", names[category]
            people = tr("{share}, {count} people").format(
                share=percent(share) if share else "0%", count=f"{share * row['residents']:,.0f}"
            )
            drawing.text(f"{id}_name", name, QRectF(box.x(), y, box.width() * 0.55, 4.2), _TEXT)
            side = QRectF(box.x() + box.width() * 0.55, y, box.width() * 0.45, 4.2)
            drawing.text(f"{id}_people", people, side, _TEXT, align=RIGHT)
            drawing.rectangle(f"{id}_track", QRectF(box.x(), y + 4.4, box.width(), 3.6), _TRACK)
            if share:
                drawing.swatch(id, symbols[category], QRectF(box.x(), y + 4.4, max(box.width() * share, 0.4), 3.6))

    def _draw_deciles(self, key: str, heading: str, box: QRectF, row: pd.Series) -> None:
        """A bar for each decile: share of the people who live in its areas; all on one scale."""
        drawing = self._page.drawing
        ramp = GREY_RAMP if self._colours == "grey" else RAMPS[key]
        drawing.text(f"chart_{key}", heading, QRectF(box.x(), box.y(), box.width(), 4.4), replace(_TEXT, bold=True))
        height = min((box.height() - 5) / len(_DECILES), 4.8)
        left, right = 26.0, 14.0
        for decile in _DECILES:
            share = float(np.nan_to_num(row[f"share_{key}_decile_{decile}"]))
            y = box.y() + 5 + (decile - 1) * height
            id, line = f"chart_{key}_{decile}", QRectF(box.x(), y, left - 2, height)
            drawing.text(f"{id}_name", _decile_name(decile, key), line, _SMALL)
            track = QRectF(box.x() + left, y + 0.5, box.width() - left - right, height - 1)
            drawing.rectangle(f"{id}_track", track, _TRACK)
            if share:
                long = max(track.width() * min(share, 1.0), 0.4)
                drawing.rectangle(id, QRectF(track.x(), track.y(), long, track.height()), ramp[decile - 1], RULE)
            text = percent(share) if share else "–"
            end = QRectF(box.right() - right, y, right, height)
            drawing.text(f"{id}_share", text, end, _SMALL, align=RIGHT, colour=INK if share else QUIET_INK)


def _decile_name(decile: int, key: str) -> str:
    most = tr("1, most need") if key == "cni" else tr("1, most deprived")
    least = tr("10, least need") if key == "cni" else tr("10, least deprived")
    return {1: most, 10: least}.get(decile, str(decile))
