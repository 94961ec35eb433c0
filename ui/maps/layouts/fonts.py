"""The font of printed pages: one family for every text, so that what is measured is what is drawn."""

from __future__ import annotations

from functools import lru_cache

from qgis.PyQt.QtGui import QFont, QFontInfo, QFontMetricsF

FAMILIES = ("Arial", "Liberation Sans", "Helvetica", "Nimbus Sans", "DejaVu Sans")
"""In order of preference: Liberation has Arial's widths, so a page does not reflow between systems."""
MM_PER_POINT = 25.4 / 72
_MEASURED_AT = 200


def font_family() -> str:
    """The first family that is installed; the system's own font where none is. Tests put others in FAMILIES."""
    return _installed(FAMILIES)


@lru_cache(maxsize=8)
def _installed(families: tuple[str, ...]) -> str:
    # The system gives another family for one that it has not; QgsFontUtils.fontFamilyOnSystem takes that for it.
    found = (name for name in families if QFontInfo(QFont(name)).family().casefold() == name.casefold())
    return next(found, QFontInfo(QFont()).family())


def page_font(points: float, *, bold: bool = False, italic: bool = False, family: str = "") -> QFont:
    """A font of a printed page. family: blank for `font_family()`."""
    font = QFont(family or font_family())
    font.setPointSizeF(points)
    font.setBold(bold)
    font.setItalic(italic)
    return font


@lru_cache(maxsize=16)
def _metrics(bold: bool, italic: bool, family: str) -> QFontMetricsF:
    font = page_font(10, bold=bold, italic=italic, family=family)
    font.setPixelSize(_MEASURED_AT)
    return QFontMetricsF(font)


@lru_cache(maxsize=20_000)
def _line_width(line: str, bold: bool, italic: bool, family: str) -> float:
    return _metrics(bold, italic, family).horizontalAdvance(line) / _MEASURED_AT


def text_width(text: str, points: float, *, bold: bool = False, italic: bool = False, family: str = "") -> float:
    """Width in mm of the longest line of a text on paper. family: blank for `font_family()`."""
    name = family or font_family()
    return max(_line_width(line, bold, italic, name) for line in text.split("\n")) * points * MM_PER_POINT
