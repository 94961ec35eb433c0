"""Texts that fit their place on a page: measured, shrunk, wrapped and, where nothing else helps, shortened.

QGIS cuts what does not fit without a word, so every text is measured in the font it is drawn in before it is set.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from qgis.PyQt.QtGui import QFontMetricsF

from .fonts import MM_PER_POINT, page_font, text_width

SMALLEST = 6.0
"""Points below which nothing is printed."""
LEAST = 0.8
"""How far a text shrinks, as a share of its own size, before it is shortened."""
ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"
_SLACK = 1.02
_STEP = 0.97


@dataclass(frozen=True)
class TextStyle:
    """How a text is set: size in points, and the installed family."""

    points: float
    bold: bool = False
    italic: bool = False
    family: str = ""

    def width(self, text: str) -> float:
        """Width in mm of the longest line, with the little that programs differ in."""
        return text_width(text, self.points, bold=self.bold, italic=self.italic, family=self.family) * _SLACK

    def line_height(self) -> float:
        """Height in mm of one line among others."""
        return self.points * MM_PER_POINT * _leading(self.bold, self.italic, self.family)

    def sized(self, points: float) -> TextStyle:
        return replace(self, points=points)

    def bolder(self) -> TextStyle:
        return replace(self, bold=True)


@dataclass(frozen=True)
class Fitted:
    """A text ready to be drawn. text: with its line breaks. cut: whether words were left out for want of room."""

    text: str
    style: TextStyle
    cut: bool = False

    @property
    def height(self) -> float:
        return (self.text.count("\n") + 1) * self.style.line_height()


@lru_cache(maxsize=32)
def _leading(bold: bool, italic: bool, family: str) -> float:
    font = page_font(10, bold=bold, italic=italic, family=family)
    font.setPixelSize(200)
    metrics = QFontMetricsF(font)
    return max(metrics.lineSpacing(), metrics.height()) / 200 * 1.02


def fit_text(text: str, width: float, height: float, style: TextStyle, least: float = 0.0) -> Fitted:
    """The text at the largest size at which it fits a box of mm, wrapped between words.

    least: points it may shrink to; 0 for 80% of its size. It never shrinks below 6 points, and ends with an ellipsis
    where it still does not fit.
    """
    sizes = _sizes(style.points, max(least or style.points * LEAST, SMALLEST))
    for points in sizes:
        fitted = _wrapped(text, width, style.sized(points))
        if not fitted.cut and fitted.height <= max(height, fitted.style.line_height()):
            return fitted
    return _shortened(_wrapped(text, width, style.sized(sizes[-1])), width, height)


def fit_line(text: str, width: float, style: TextStyle, least: float = 0.0) -> Fitted:
    """The text on one line, as `fit_text`."""
    return fit_text(text, width, 0, style, least)


def _sizes(points: float, least: float) -> list[float]:
    sizes = [points]
    while sizes[-1] > least:
        sizes.append(max(sizes[-1] * _STEP, least))
    return sizes


def _wrapped(text: str, width: float, style: TextStyle) -> Fitted:
    """The text in lines; `cut` tells that one word is wider than the box."""
    lines: list[str] = []
    too_wide = False
    space = style.width(" ")
    for paragraph in text.split("\n"):
        line: list[str] = []
        used = 0.0
        for word in paragraph.split(" "):
            wide = style.width(word)
            too_wide = too_wide or wide > width
            if line and used + space + wide > width:
                lines.append(" ".join(line))
                line, used = [], 0.0
            used += wide + (space if line else 0)
            line.append(word)
        lines.append(" ".join(line))
    return Fitted("\n".join(lines), style, too_wide)


def _shortened(fitted: Fitted, width: float, height: float) -> Fitted:
    """As many lines as fit the height, each as wide as the box, the last with an ellipsis where words are left out."""
    lines = fitted.text.split("\n")
    room = max(int(height / fitted.style.line_height() + 1e-6), 1)
    kept = [_narrowed(line, width, fitted.style) for line in lines[:room]]
    if len(lines) > room and not kept[-1].endswith(ELLIPSIS):
        kept[-1] = _narrowed(kept[-1] + ELLIPSIS, width, fitted.style)
    return Fitted("\n".join(kept), fitted.style, True)


def _narrowed(line: str, width: float, style: TextStyle) -> str:
    if style.width(line) <= width:
        return line
    end = len(line)
    while end > 1 and style.width(line[:end].rstrip(" ,.;:") + ELLIPSIS) > width:
        end -= 1
    return line[:end].rstrip(" ,.;:") + ELLIPSIS
