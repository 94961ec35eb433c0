"""An open template that is being filled: its items and places by their ids, and what did not fit them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from qgis.core import QgsLayoutItem, QgsLayoutItemLabel, QgsLayoutItemShape, QgsPrintLayout
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QRectF

from ....core.errors import CniError, Notice, notice
from .drawing import box_of, label_style, put, use_page_fonts, write
from .fitting import SMALLEST, Fitted, TextStyle, fit_text
from .template import PAGE_KINDS, items_of

_LARGE = 400.0
"""mm of the longer side from which a page is large: its type and swatches are those of A3."""
_LEGEND_POINTS, _SMALLER = 8.5, 0.5
_ATTRIBUTIONS_LEAST = 4.0
_BESIDE = 4.0

_Item = TypeVar("_Item", bound=QgsLayoutItem)


def fit_sources(
    attributions: Sequence[str], text: str, width: float, height: float, style: TextStyle
) -> tuple[Fitted, list[Notice]]:
    """Attributions, which are never cut, and after them as much of the source text as a box of mm has room for.

    Returns also what the user must be told: that the source text is shortened, or, where the attributions do not fit
    even in 4 points, that they are.
    """
    first = " ".join(attributions)
    fitted = fit_text(f"{first} {text}".strip(), width, height, style, SMALLEST)
    if not fitted.cut:
        return fitted, []
    if " ".join(fitted.text.split()).startswith(" ".join(first.split())):
        return fitted, [notice("sources_shortened")]
    fitted = _whole(first, width, height, style)
    short = notice("page_texts_shortened", items=["sources"]) if fitted.cut else notice("sources_shortened")
    return fitted, [short]


def _whole(text: str, width: float, height: float, style: TextStyle) -> Fitted:
    """A text that must be whole, in smaller letters than any other: a licence asks for every word of it."""
    points = SMALLEST
    while True:
        fitted = fit_text(text, width, height, style.sized(points), points)
        if not fitted.cut or points <= _ATTRIBUTIONS_LEAST:
            return fitted
        points = max(points * 0.97, _ATTRIBUTIONS_LEAST)


class Canvas:
    """The items of a template by their ids.

    is_large: whether the page is A3 or larger. style: of texts that the template has no label for; in its own font.
    """

    def __init__(self, layout: QgsPrintLayout) -> None:
        self.layout = layout
        self._items = {found.id(): found for found in items_of(layout) if found.id() in PAGE_KINDS}
        use_page_fonts(items_of(layout))
        size = layout.pageCollection().page(0).pageSize()
        self.is_large = max(size.width(), size.height()) >= _LARGE
        self.style = TextStyle(_LEGEND_POINTS, family=label_style(self._items["title"]).family)
        self._written: set[str] = set()
        self._cut: list[str] = []
        self._notices: list[Notice] = []

    def optional(self, id: str, kind: type[_Item]) -> _Item | None:
        found = self._items.get(id)
        return found if isinstance(found, kind) else None

    def item(self, id: str, kind: type[_Item]) -> _Item:
        found = self.optional(id, kind)
        if found is None:
            raise CniError("template_item_missing", name=self.layout.name(), missing=[id])
        return found

    def box(self, id: str) -> QRectF:
        """The rectangle, in mm, that a template keeps for what is drawn."""
        return box_of(self.item(id, QgsLayoutItemShape))

    def optional_box(self, id: str) -> QRectF | None:
        return self.box(id) if self.optional(id, QgsLayoutItemShape) else None

    def body_style(self, heading: str) -> TextStyle:
        """How the texts below a heading are set: a little smaller than it, and not bold."""
        label = self.optional(heading, QgsLayoutItemLabel)
        return self.style if label is None else self.style.sized(label_style(label).points - _SMALLER)

    def write(self, id: str, text: str, least: float = 0.0) -> None:
        """Fit a text into the label of that id, where there is one. least: share of its size it may shrink to."""
        label = self.optional(id, QgsLayoutItemLabel)
        if label is None or not text.strip():
            return
        style, box = label_style(label), label.rect()
        fitted = fit_text(text, box.width(), box.height(), style, least * style.points)
        self._put(id, label, fitted)
        self.check(id, fitted.cut)

    def write_sources(self, id: str, attributions: Sequence[str], text: str) -> None:
        """Fit the attributions, and after them as much of the source text as there is room for."""
        label = self.item(id, QgsLayoutItemLabel)
        box = label.rect()
        fitted, notices = fit_sources(attributions, text, box.width(), box.height(), label_style(label))
        self._put(id, label, fitted)
        self._notices += notices

    def _put(self, id: str, label: QgsLayoutItemLabel, fitted: Fitted) -> None:
        write(label, fitted)
        self._written.add(id)

    def make_way(self, item: QgsLayoutItem) -> None:
        """Let the labels that reach under an item at their right end before it."""
        box = box_of(item)
        for label in self._items.values():
            own = box_of(label)
            if isinstance(label, QgsLayoutItemLabel) and own.intersects(box) and own.left() < box.left() - _BESIDE:
                put(label, QRectF(own.left(), own.top(), box.left() - _BESIDE - own.left(), own.height()))

    def drop(self, item: QgsLayoutItem) -> None:
        del self._items[item.id()]
        self.layout.removeLayoutItem(item)
        # QGIS would delete it when it gets to events, which it does not while an algorithm runs.
        sip.delete(item)

    def check(self, id: str, is_cut: bool) -> None:
        """Remember a text that had to be shortened."""
        if is_cut:
            self._cut.append(id)

    def tell(self, note: Notice) -> None:
        self._notices.append(note)

    def notices(self) -> list[Notice]:
        cut = [notice("page_texts_shortened", items=self._cut)] if self._cut else []
        return self._notices + cut

    def clear(self) -> None:
        """Take away the rectangles, and the labels that nothing was written into."""
        for id, found in list(self._items.items()):
            unwritten = isinstance(found, QgsLayoutItemLabel) and id not in self._written
            if unwritten or isinstance(found, QgsLayoutItemShape):
                self.drop(found)
