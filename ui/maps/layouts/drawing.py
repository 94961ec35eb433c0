"""What pages are drawn with: labels, rectangles and lines of a layout, each with an id that tells what it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from qgis.core import (
    QgsFillSymbol,
    QgsLayoutItem,
    QgsLayoutItemGroup,
    QgsLayoutItemLabel,
    QgsLayoutItemPolyline,
    QgsLayoutItemScaleBar,
    QgsLayoutItemShape,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLineSymbol,
    QgsPrintLayout,
    QgsTextFormat,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFont, QFontInfo, QPolygonF

from ..colours import INK
from .fitting import Fitted, TextStyle
from .fonts import FAMILIES, font_family, page_font

LEFT, RIGHT, CENTRE = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter
TOP, MIDDLE = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignVCenter
_RUN_BY_QGIS = ("[%", "$CURRENT_DATE")
"""How an expression and the date of the day begin in the text of a label; tables show both as they stand."""
_NO_WIDTH = "\u200b"
_DASHED = {"use_custom_dash": "1", "customdash": "1.2;0.8", "customdash_unit": "MM"}


def box_of(item: QgsLayoutItem) -> QRectF:
    """Where an item stands, in mm from the top left of its page."""
    corner = item.pagePos()
    return QRectF(corner.x(), corner.y(), item.rect().width(), item.rect().height())


def put(item: QgsLayoutItem, box: QRectF) -> None:
    """Move and size an item, in mm from the top left of the first page."""
    item.attemptResize(QgsLayoutSize(box.width(), box.height()))
    item.attemptMove(QgsLayoutPoint(box.x(), box.y()))


def text_format(style: TextStyle, colour: str = INK) -> QgsTextFormat:
    """How tables, scale bars and the labels of newer QGIS are told about a text."""
    made = QgsTextFormat()
    made.setFont(page_font(style.points, bold=style.bold, italic=style.italic, family=style.family))
    made.setSize(style.points)
    made.setSizeUnit(QgsUnitTypes.RenderUnit.RenderPoints)
    made.setColor(QColor(colour))
    return made


def label_font(label: QgsLayoutItemLabel) -> QFont:
    """The font of a label, with its size in points."""
    return label.textFormat().toQFont() if hasattr(label, "textFormat") else label.font()


def set_label_font(label: QgsLayoutItemLabel, font: QFont) -> None:
    """Set a label's font and size; its colour stays."""
    if hasattr(label, "textFormat"):
        changed = label.textFormat()
        changed.setFont(font)
        changed.setSize(font.pointSizeF())
        changed.setSizeUnit(QgsUnitTypes.RenderUnit.RenderPoints)
        label.setTextFormat(changed)
    else:
        label.setFont(font)


def use_page_fonts(items: Iterable[QgsLayoutItem]) -> None:
    """Set texts of a template in the font of the page, unless the template's own is another that is installed."""
    for item in items:
        if isinstance(item, QgsLayoutItemLabel):
            font = label_font(item)
            if _is_replaced(font):
                font.setFamily(font_family())
                set_label_font(item, font)
        elif isinstance(item, QgsLayoutItemScaleBar):
            changed = item.textFormat()
            font = changed.font()
            if _is_replaced(font):
                font.setFamily(font_family())
                changed.setFont(font)
                item.setTextFormat(changed)


def _is_replaced(font: QFont) -> bool:
    name = font.family()
    return name != font_family() and (name in FAMILIES or QFontInfo(QFont(name)).family().lower() != name.lower())


def label_style(label: QgsLayoutItemLabel) -> TextStyle:
    """How a template sets a label."""
    font = label_font(label)
    return TextStyle(font.pointSizeF(), font.bold(), font.italic(), font.family())


def write(label: QgsLayoutItemLabel, fitted: Fitted) -> None:
    """Put a fitted text into a label of the template."""
    _say(label, fitted.text)
    font = label_font(label)
    if abs(font.pointSizeF() - fitted.style.points) > 1e-3:
        font.setPointSizeF(fitted.style.points)
        set_label_font(label, font)


def _say(label: QgsLayoutItemLabel, text: str) -> None:
    """Let a label show a text letter for letter: QGIS would run parts of it, which names and notes may hold."""
    for begins in _RUN_BY_QGIS:
        text = text.replace(begins, begins[0] + _NO_WIDTH + begins[1:])
    label.setText(text)


def add_label(
    layout: QgsPrintLayout,
    id: str,
    box: QRectF,
    fitted: Fitted,
    colour: str = INK,
    across: Qt.AlignmentFlag = LEFT,
    down: Qt.AlignmentFlag = MIDDLE,
) -> QgsLayoutItemLabel:
    """A label of one's own, without margins."""
    label = QgsLayoutItemLabel(layout)
    label.setId(id)
    _say(label, fitted.text)
    if hasattr(label, "setTextFormat"):
        label.setTextFormat(text_format(fitted.style, colour))
    else:
        style = fitted.style
        label.setFont(page_font(style.points, bold=style.bold, italic=style.italic, family=style.family))
        label.setFontColor(QColor(colour))
    label.setMarginX(0)
    label.setMarginY(0)
    label.setHAlign(across)
    label.setVAlign(down)
    layout.addLayoutItem(label)
    put(label, box)
    return label


def add_box(layout: QgsPrintLayout, id: str, box: QRectF, symbol: QgsFillSymbol) -> QgsLayoutItemShape:
    """A rectangle in a symbol, of which QGIS takes a copy."""
    shape = QgsLayoutItemShape(layout)
    shape.setId(id)
    shape.setShapeType(QgsLayoutItemShape.Shape.Rectangle)
    shape.setSymbol(symbol)
    layout.addLayoutItem(shape)
    put(shape, box)
    return shape


def add_line(
    layout: QgsPrintLayout, id: str, start: QPointF, end: QPointF, colour: str, width: float, *, dashed: bool = False
) -> QgsLayoutItemPolyline:
    """A straight line, of a width in mm."""
    line = QgsLayoutItemPolyline(QPolygonF([start, end]), layout)
    line.setId(id)
    look = {"color": colour, "width": str(width), "width_unit": "MM", "capstyle": "flat"}
    line.setSymbol(QgsLineSymbol.createSimple({**look, **_DASHED} if dashed else look))
    layout.addLayoutItem(line)
    return line


def plain_fill(colour: str, line: str, width: float = 0.15) -> QgsFillSymbol:
    """A fill of one colour with an outline of a width in mm."""
    return QgsFillSymbol.createSimple(
        {"color": colour, "outline_color": line, "outline_width": str(width), "outline_width_unit": "MM"}
    )


def group(layout: QgsPrintLayout, id: str, items: Sequence[QgsLayoutItem]) -> None:
    """Join items that belong together, so that they move together in the layout designer."""
    if len(items) == 1:
        items[0].setId(id)
    elif items:
        joined = QgsLayoutItemGroup(layout)
        joined.setId(id)
        layout.addLayoutItem(joined)
        for item in items:
            joined.addItem(item)
