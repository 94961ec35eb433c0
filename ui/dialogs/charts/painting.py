"""What the charts share when they paint: the look of the page, text that fits, arrows and marks."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from qgis.PyQt.QtCore import QCoreApplication, QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QPainter, QPalette, QPen, QPolygonF
from qgis.PyQt.QtWidgets import QApplication, QLabel, QScrollArea, QWidget

from ...maps.colours import INK, QUIET_INK, RULE

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
_SMALLEST_FONT = 0.75


def tr(text: str) -> str:
    return QCoreApplication.translate("Charts", text)


@dataclass(frozen=True)
class Look:
    """The colours and type of one page. font: sized in pixels, so that it means the same on a screen and in a file.

    accent: the theme's colour for what has the focus. scale: device pixels for one unit of the painter.
    """

    font: QFont
    page: QColor
    text: QColor
    quiet: QColor
    line: QColor
    accent: QColor
    scale: float

    @property
    def dark(self) -> bool:
        return luminance(self.page) < luminance(self.text)

    @property
    def em(self) -> float:
        """The height of one line of text."""
        return QFontMetricsF(self.font).height()


def screen_look(widget: QWidget) -> Look:
    """The look of the theme that the widget is shown in."""
    text, page = _theme_colours(widget)
    return Look(
        font=_in_pixels(widget.font()),
        page=page,
        text=text,
        quiet=mix(text, page, 0.25),
        line=mix(text, page, 0.55),
        accent=widget.palette().color(QPalette.ColorRole.Highlight),
        scale=widget.devicePixelRatioF(),
    )


def _theme_colours(widget: QWidget) -> tuple[QColor, QColor]:
    """The colours of text and page.

    A theme made by a style sheet leaves the palette of a plain widget as it was, and clears its background: what its
    labels and lists look like tells.
    """
    palette = widget.palette()
    if palette.color(QPalette.ColorRole.Base).alpha() and palette.color(QPalette.ColorRole.Window).alpha():
        return palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.Base)
    return _sheet_colours(QApplication.instance().styleSheet())


@lru_cache(maxsize=4)
def _sheet_colours(sheet: str) -> tuple[QColor, QColor]:
    label, area = QLabel(), QScrollArea()
    for widget in (label, area):
        widget.setStyleSheet(sheet)
        widget.ensurePolished()
    text, page = label.palette().color(QPalette.ColorRole.WindowText), area.palette().color(QPalette.ColorRole.Window)
    label.deleteLater()
    area.deleteLater()
    return text, page


def print_look(widget: QWidget, scale: float) -> Look:
    """Dark text on a white page, whatever the theme, in the widget's type."""
    return Look(
        font=_in_pixels(widget.font()),
        page=QColor(Qt.GlobalColor.white),
        text=QColor(INK),
        quiet=QColor(QUIET_INK),
        line=QColor(RULE),
        accent=QColor(INK),
        scale=scale,
    )


def _in_pixels(font: QFont) -> QFont:
    sized = QFont(font)
    sized.setPixelSize(max(QFontInfo(font).pixelSize(), 1))
    return sized


def bold(font: QFont) -> QFont:
    heavy = QFont(font)
    heavy.setBold(True)
    return heavy


def shrunk(font: QFont, share: float) -> QFont:
    small = QFont(font)
    small.setPixelSize(max(round(font.pixelSize() * share), 1))
    return small


def width_of(text: str, font: QFont) -> float:
    """Pixels, rounded up, so that a box of this width never cuts the text."""
    return math.ceil(QFontMetricsF(font).horizontalAdvance(text)) + 1.0


def fitting(font: QFont, text: str, width: float) -> QFont | None:
    """The font, made smaller where the text needs it; None where even three quarters of it is too wide."""
    share = min(width / width_of(text, font), 1.0)
    if share < _SMALLEST_FONT:
        return None
    small = font if share == 1.0 else shrunk(font, share)
    return small if width_of(text, small) <= width else shrunk(font, max(share - 0.1, _SMALLEST_FONT))


def luminance(colour: QColor) -> float:
    """Relative luminance after WCAG 2, 0 (black) to 1 (white)."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def contrast(one: QColor, other: QColor) -> float:
    """Contrast after WCAG 2, 1 (none) to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def text_on(colour: QColor) -> QColor:
    """White or black, whichever is read more easily on the colour: always with a contrast of 4.5 or more."""
    white, black = QColor(Qt.GlobalColor.white), QColor(Qt.GlobalColor.black)
    return white if contrast(white, colour) >= contrast(black, colour) else black


def mix(one: QColor, other: QColor, share: float) -> QColor:
    """`one` with this share (0 to 1) of `other` in it."""
    parts = zip((one.red(), one.green(), one.blue()), (other.red(), other.green(), other.blue()))
    return QColor(*(round(a + (b - a) * share) for a, b in parts))


def draw_text(
    painter: QPainter, box: QRectF, text: str, colour: QColor, font: QFont, align: Qt.AlignmentFlag = LEFT
) -> None:
    """One line of text in a box; what does not fit ends in an ellipsis."""
    painter.setFont(font)
    painter.setPen(colour)
    shown = text
    if width_of(text, font) > box.width():
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, int(align) | int(Qt.TextFlag.TextSingleLine), shown)


def draw_upright(
    painter: QPainter, box: QRectF, text: str, colour: QColor, font: QFont, align: Qt.AlignmentFlag = CENTRE
) -> None:
    """One line of text that reads upwards along the box, whose bottom is its left."""
    painter.save()
    painter.translate(box.center())
    painter.rotate(-90)
    turned = QRectF(-box.height() / 2, -box.width() / 2, box.height(), box.width())
    draw_text(painter, turned, text, colour, font, align)
    painter.restore()


def draw_wrapped(painter: QPainter, box: QRectF, text: str, colour: QColor, font: QFont) -> None:
    """Text over as many lines as it takes, from the top of the box."""
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(box, _WRAPPED, text)


def wrapped_height(text: str, font: QFont, width: float) -> float:
    return QFontMetricsF(font).boundingRect(QRectF(0, 0, width, 1e6), _WRAPPED, text).height() if text else 0.0


def draw_arrow(painter: QPainter, tail: QPointF, tip: QPointF, colour: QColor, thickness: float) -> None:
    """A level arrow; its head is four times as high as the line is thick."""
    head = math.copysign(4 * thickness, tip.x() - tail.x())
    painter.setPen(QPen(colour, thickness))
    painter.drawLine(tail, QPointF(tip.x() - head, tip.y()))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(
        QPolygonF(
            [
                tip,
                QPointF(tip.x() - head, tip.y() - 2 * thickness),
                QPointF(tip.x() - head, tip.y() + 2 * thickness),
            ]
        )
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)


def number_text(value: float) -> str:
    """A number to three significant digits, whole ones in full, with thousands separators and no exponent."""
    if value == round(value) or abs(value) >= 100:
        return f"{round(value):,}"
    places = min(2 - math.floor(math.log10(abs(value))), 8)
    return f"{value:,.{places}f}".rstrip("0").rstrip(".")


def inside(area: QRectF, look: Look) -> QRectF:
    """The area without the margin of every chart, half a line of text."""
    return area.adjusted(look.em / 2, look.em / 2, -look.em / 2, -look.em / 2)


def count_areas(count: int) -> str:
    return tr("1 area") if count == 1 else tr("{count} areas").format(count=f"{count:,}")
