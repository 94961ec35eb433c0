"""Writes the page templates of resources/layouts from the grids of docs/cartography.md. Usage: templates.py [FOLDER]

A template only says where things stand and how texts look; ui/maps/layouts/fill.py puts the page into it. Run this
again after changing a grid and look at the pages: the files are part of the repository, this script is not shipped.
"""

from __future__ import annotations

import re
import sys
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from qgis.core import (
    QgsApplication,
    QgsFillSymbol,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemPolyline,
    QgsLayoutItemScaleBar,
    QgsLayoutItemShape,
    QgsLayoutMeasurement,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLineSymbol,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
    QgsScaleBarSettings,
    QgsTextFormat,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import QPointF, Qt
from qgis.PyQt.QtGui import QColor, QFont, QPolygonF

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "layouts"
MARGIN = 12.0
INK, QUIET, RULE, GUIDE = "#1f2426", "#5a6266", "#8d9498", "#c9cdd0"
LEFT, RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
UNIT = 9.0
"""mm of a scale bar that its last number and unit take."""
TEXT, MAP, AREA, LINE, BAR, PICTURE = "text", "map", "area", "line", "bar", "picture"


@dataclass(frozen=True)
class Box:
    """One item of a template: mm from the top left of the page, and for a text how it looks.

    width: of a line, in mm, where `kind` is LINE.
    """

    id: str
    kind: str
    x: float
    y: float
    w: float
    h: float = 0.0
    points: float = 0.0
    bold: bool = False
    colour: str = INK
    right: bool = False
    width: float = 0.25


@dataclass(frozen=True)
class Grid:
    """A template: its page in mm and what stands on it."""

    name: str
    page: tuple[float, float]
    boxes: tuple[Box, ...]


def text(id: str, x: float, y: float, w: float, h: float, points: float, **look: object) -> Box:
    return Box(id, TEXT, x, y, w, h, points, **look)  # type: ignore[arg-type]


def quiet(id: str, x: float, y: float, w: float, h: float, points: float, **look: object) -> Box:
    return Box(id, TEXT, x, y, w, h, points, colour=QUIET, **look)  # type: ignore[arg-type]


def area(id: str, x: float, y: float, w: float, h: float) -> Box:
    return Box(id, AREA, x, y, w, h)


def rule(id: str, page: float, y: float, width: float, colour: str) -> Box:
    return Box(id, LINE, MARGIN, y, page - 2 * MARGIN, colour=colour, width=width)


def scale_bars(x: float, y: float, longest: float) -> tuple[Box, Box]:
    return Box("scale_bar_km", BAR, x, y, longest, 5.5, 7.5), Box(
        "scale_bar_miles", BAR, x, y + 5.07, longest, 5.5, 7.5
    )


def head(page: float, title: float, subtitle: float, heights: tuple[float, float], y_rule: float) -> tuple[Box, ...]:
    """The top of every page: title, subtitle, rule, and a logo at the right that both make way for."""
    wide, (high, sub_high) = page - 2 * MARGIN, heights
    return (
        text("title", MARGIN, 9, wide, high, title, bold=True),
        quiet("subtitle", MARGIN, 9 + high + (1.5 if high > 10 else 1), wide, sub_high, subtitle),
        rule("title_rule", page, y_rule, 0.5, INK),
        Box("logo", PICTURE, page - MARGIN - 36, 9.5, 36, y_rule - 11.5),
    )


def wide_foot(page: float, y: float) -> tuple[Box, ...]:
    """The foot of an A3 landscape page, below a rule at y."""
    return (
        rule("footer_rule", page, y, 0.25, RULE),
        *scale_bars(MARGIN, y + 5, 50),
        quiet("scale_ratio", MARGIN, y + 19.5, 46, 4, 7.5),
        quiet("reference", MARGIN, y + 26.5, 70, 4, 7.5),
        Box("north_arrow", PICTURE, MARGIN + 50, y + 4, 12, 18),
        quiet("sources", MARGIN + 74, y + 5, page - 144, 17.5, 8),
        quiet("caveat", MARGIN + 74, y + 23.5, page - 144, 7.5, 8),
        Box("locator", MAP, page - MARGIN - 27, y + 2, 27, 29),
    )


def panel(x: float, suffix: str) -> Iterator[Box]:
    """One of the three columns of the triptych."""
    yield text(f"panel_title{suffix}", x, 32.6, 128, 6.5, 14, bold=True)
    yield quiet(f"panel_note{suffix}", x, 39.6, 128, 4.5, 9)
    yield Box(f"map{suffix}", MAP, x, 46, 128, 138)
    yield text(f"legend_heading{suffix}", x, 188, 128, 4.5, 9, bold=True)
    if suffix == "_overlay":
        yield area("legend_overlay", x, 194, 66, 33)
    else:
        yield area(f"legend{suffix}", x, 194, 48, 53)
        yield area(f"bars{suffix}", x + 50, 194, 76, 53)
        yield quiet(f"even_share{suffix}", x + 50, 248, 78, 4, 8)


def a3_triptych() -> Grid:
    boxes = (
        *head(420, 26, 12, (11, 6), 30),
        *panel(12, "_cni"),
        *panel(146, "_imd"),
        *panel(280, "_overlay"),
        area("figures", 348, 193.5, 60, 19),
        area("share_bars", 348, 214.5, 60, 11),
        text("list_heading", 280, 227.6, 128, 4.5, 9, bold=True),
        area("list", 280, 232.4, 128, 19.2),
        *wide_foot(420, 254),
    )
    return Grid("a3_triptych", (420, 297), boxes)


def a3_landscape() -> Grid:
    x, wide = 288.0, 120.0
    boxes = (
        *head(420, 26, 12, (11, 6), 30),
        Box("map", MAP, MARGIN, 34, 270, 216),
        text("panel_title", x, 33, wide, 6.5, 14, bold=True),
        quiet("panel_note", x, 40, wide, 8.5, 9),
        text("legend_heading", x, 51, wide, 4.5, 9, bold=True),
        area("legend", x, 57, wide, 53),
        area("bars", x + 50, 57, wide - 50, 53),
        quiet("even_share", x + 50, 111, wide - 50, 4, 8),
        area("share_bars", x, 94, wide, 11),
        area("figures", x, 118, wide, 21),
        text("list_heading", x, 143, wide, 4.5, 9, bold=True),
        area("list", x, 148, wide, 102),
        *wide_foot(420, 254),
    )
    return Grid("a3_landscape", (420, 297), boxes)


def a3_portrait() -> Grid:
    boxes = (
        *head(297, 26, 12, (11, 11), 35),
        Box("map", MAP, MARGIN, 39, 273, 218),
        quiet("panel_note", MARGIN, 258, 273, 4.5, 9),
        text("panel_title", MARGIN, 264.5, 98, 6.5, 14, bold=True),
        text("legend_heading", MARGIN, 273, 98, 4.5, 9, bold=True),
        area("legend", MARGIN, 279, 98, 50),
        area("bars", MARGIN + 46, 279, 52, 50),
        quiet("even_share", MARGIN + 46, 330, 52, 4, 8),
        area("share_bars", MARGIN, 315, 98, 11),
        area("figures", MARGIN, 336, 98, 17),
        *scale_bars(MARGIN, 356, 49),
        quiet("scale_ratio", MARGIN, 368.5, 46, 4, 7.5),
        Box("north_arrow", PICTURE, MARGIN + 52, 355, 10, 15),
        Box("locator", MAP, MARGIN + 71, 353.5, 27, 22),
        text("list_heading", 117, 265, 168, 4.5, 9, bold=True),
        area("list", 117, 270, 168, 104),
        rule("footer_rule", 297, 377, 0.25, RULE),
        quiet("sources", MARGIN, 380, 273, 17.5, 8),
        quiet("caveat", MARGIN, 398.5, 218, 8, 8),
        quiet("reference", 235, 403.5, 50, 4, 7.5, right=True),
    )
    return Grid("a3_portrait", (297, 420), boxes)


def a4_landscape() -> Grid:
    x, wide = 181.0, 104.0
    boxes = (
        *head(297, 20, 10.5, (9, 9.5), 30),
        Box("map", MAP, MARGIN, 33.5, 164, 131),
        quiet("panel_note", MARGIN, 165.5, 164, 4, 7.5),
        text("legend_heading", x, 33, wide, 4.5, 9, bold=True),
        area("legend", x, 38.5, wide, 45),
        area("bars", x + 46, 38.5, wide - 46, 45),
        quiet("even_share", x + 46, 84, wide - 46, 4, 7.5),
        area("share_bars", x, 72.5, wide, 9.5),
        area("figures", x, 90.5, wide, 14.5),
        text("list_heading", x, 108, wide, 4.5, 9, bold=True),
        area("list", x, 112.5, wide, 56),
        rule("footer_rule", 297, 171, 0.25, RULE),
        *scale_bars(MARGIN, 174.5, 40),
        quiet("scale_ratio", MARGIN, 186.5, 40, 4, 7),
        quiet("reference", MARGIN, 194, 48, 4, 7),
        Box("north_arrow", PICTURE, MARGIN + 41, 174, 8, 12),
        quiet("sources", 64, 174, 194, 15.5, 7),
        quiet("caveat", 64, 190.5, 194, 7.5, 7),
        Box("locator", MAP, 262, 173, 23, 25),
    )
    return Grid("a4_landscape", (297, 210), boxes)


def a4_portrait() -> Grid:
    boxes = (
        *head(210, 20, 10.5, (9, 10), 31),
        Box("map", MAP, MARGIN, 35, 186, 138),
        quiet("panel_note", MARGIN, 173.4, 186, 3.2, 7),
        text("legend_heading", MARGIN, 177.5, 65, 4.5, 9, bold=True),
        area("legend", MARGIN, 183, 65, 41),
        area("bars", MARGIN + 42, 183, 23, 41),
        quiet("even_share", MARGIN, 224.5, 65, 3.5, 7.5),
        area("share_bars", MARGIN, 216, 65, 9.6),
        area("figures", MARGIN, 228.5, 65, 7.5),
        *scale_bars(MARGIN, 239, 42),
        quiet("scale_ratio", MARGIN, 250.5, 36, 4, 7),
        Box("north_arrow", PICTURE, 50, 238, 7, 11),
        Box("locator", MAP, 57, 236.5, 20, 18.5),
        text("list_heading", 80, 177.5, 118, 4.5, 9, bold=True),
        area("list", 80, 182.5, 118, 72.5),
        rule("footer_rule", 210, 257, 0.25, RULE),
        quiet("sources", MARGIN, 259.5, 186, 17.5, 7),
        quiet("caveat", MARGIN, 278, 150, 7, 7),
        quiet("reference", 164, 281, 34, 4, 7, right=True),
    )
    return Grid("a4_portrait", (210, 297), boxes)


GRIDS = tuple(grid() for grid in (a3_triptych, a3_landscape, a3_portrait, a4_landscape, a4_portrait))


def text_format(box: Box) -> QgsTextFormat:
    font = QFont("Arial")
    font.setBold(box.bold)
    format_ = QgsTextFormat()
    format_.setFont(font)
    format_.setSize(box.points)
    format_.setSizeUnit(QgsUnitTypes.RenderUnit.RenderPoints)
    format_.setColor(QColor(box.colour))
    return format_


def make_text(layout: QgsPrintLayout, box: Box) -> QgsLayoutItem:
    item = QgsLayoutItemLabel(layout)
    item.setText(box.id)
    if hasattr(item, "setTextFormat"):  # QGIS 3.24
        item.setTextFormat(text_format(box))
    else:
        font = QFont("Arial")
        font.setPointSizeF(box.points)
        font.setBold(box.bold)
        item.setFont(font)
        item.setFontColor(QColor(box.colour))
    item.setMarginX(0)
    item.setMarginY(0)
    item.setHAlign(RIGHT if box.right else LEFT)
    return item


def make_map(layout: QgsPrintLayout, box: Box) -> QgsLayoutItem:
    item = QgsLayoutItemMap(layout)
    item.setFrameEnabled(box.id != "locator")
    item.setFrameStrokeWidth(QgsLayoutMeasurement(0.25))
    item.setFrameStrokeColor(QColor(RULE))
    item.setBackgroundColor(QColor("#ffffff"))
    item.setBackgroundEnabled(box.id != "locator")
    return item


def make_area(layout: QgsPrintLayout, _box: Box) -> QgsLayoutItem:
    """A rectangle to be drawn into: seen in the layout designer, taken away when a page is made."""
    item = QgsLayoutItemShape(layout)
    item.setShapeType(QgsLayoutItemShape.Shape.Rectangle)
    look = {"style": "no", "outline_color": GUIDE, "outline_width": "0.1", "outline_style": "dash"}
    item.setSymbol(QgsFillSymbol.createSimple(look))
    return item


def make_line(layout: QgsPrintLayout, box: Box) -> QgsLayoutItem:
    item = QgsLayoutItemPolyline(QPolygonF([QPointF(box.x, box.y), QPointF(box.x + box.w, box.y)]), layout)
    look = {"color": box.colour, "width": str(box.width), "width_unit": "MM", "capstyle": "flat"}
    item.setSymbol(QgsLineSymbol.createSimple(look))
    return item


def bar_line(width: float) -> QgsLineSymbol:
    return QgsLineSymbol.createSimple({"color": INK, "width": str(width), "width_unit": "MM", "capstyle": "flat"})


def make_bar(layout: QgsPrintLayout, box: Box) -> QgsLayoutItem:
    item = QgsLayoutItemScaleBar(layout)
    miles = box.id == "scale_bar_miles"
    item.setStyle("Line Ticks Down" if miles else "Line Ticks Up")
    item.setUnits(QgsUnitTypes.DistanceUnit.DistanceMiles if miles else QgsUnitTypes.DistanceUnit.DistanceKilometers)
    item.setUnitLabel("miles" if miles else "km")
    item.setSegmentSizeMode(QgsScaleBarSettings.SegmentSizeMode.SegmentSizeFitWidth)
    item.setMaximumBarWidth(box.w - UNIT)
    item.setNumberOfSegments(2)
    item.setNumberOfSegmentsLeft(0)
    item.setHeight(1.8)
    item.setLabelBarSpace(0.8)
    item.setBoxContentSpace(0)
    item.setTextFormat(text_format(box))
    if miles:
        item.setLabelVerticalPlacement(QgsScaleBarSettings.LabelVerticalPlacement.LabelBelowSegment)
    item.setLineSymbol(bar_line(0.3))
    item.setDivisionLineSymbol(bar_line(0.2))
    item.setSubdivisionLineSymbol(bar_line(0.2))
    item.setBackgroundEnabled(False)
    return item


def make_picture(layout: QgsPrintLayout, box: Box) -> QgsLayoutItem:
    item = QgsLayoutItemPicture(layout)
    item.setResizeMode(QgsLayoutItemPicture.ResizeMode.Zoom)
    if box.id == "logo":
        item.setPictureAnchor(QgsLayoutItem.ReferencePoint.UpperRight)
    return item


MAKERS = {TEXT: make_text, MAP: make_map, AREA: make_area, LINE: make_line, BAR: make_bar, PICTURE: make_picture}


def make_layout(grid: Grid, project: QgsProject) -> QgsPrintLayout:
    """The template as a layout."""
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.setName(grid.name)
    layout.pageCollection().page(0).setPageSize(QgsLayoutSize(*grid.page))
    layout.renderContext().setDpi(300)
    for box in grid.boxes:
        item = MAKERS[box.kind](layout, box)
        item.setId(box.id)
        layout.addLayoutItem(item)
        if box.kind != LINE:
            item.attemptMove(QgsLayoutPoint(box.x, box.y))
            item.attemptResize(QgsLayoutSize(box.w, box.h))
    return layout


def steady(template: str, name: str) -> str:
    """The file's text in an order of its own, with the same marks each time, without what QGIS 3.22 says twice: so a
    change of the file shows only what was changed."""
    root = ET.fromstring(template)
    for element in root.iter():
        for twice in element.findall("prop"):
            element.remove(twice)
        element.attrib = dict(sorted(element.attrib.items()))
    seen: dict[str, str] = {}

    def mark(found: re.Match[str]) -> str:
        return seen.setdefault(found[0], f"{{{uuid.uuid5(uuid.NAMESPACE_URL, f'{name}/{len(seen)}')}}}")

    text = ET.tostring(root, encoding="unicode")
    return re.sub(r"\{[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}", mark, text) + "\n"


def write_templates(folder: Path) -> None:
    for grid in GRIDS:
        path = folder / f"{grid.name}.qpt"
        layout = make_layout(grid, QgsProject.instance())
        if not layout.saveAsTemplate(str(path), QgsReadWriteContext()):
            sys.exit(f"{path} could not be written")
        path.write_text(steady(path.read_text(encoding="utf-8"), grid.name), encoding="utf-8")


if __name__ == "__main__":
    application = QgsApplication([], False)
    application.initQgis()
    write_templates(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
    application.exitQgis()
