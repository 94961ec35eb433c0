"""What is wrong with a printed page: each check returns a sentence for every fault, naming the item, or nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np
from page_ink import DOTS, Drawing, Drawn, box_of, items_of, name_of
from page_pdf import Raster, Word, plain, words_in
from qgis.core import (
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsPrintLayout,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import QRectF
from qgis.PyQt.QtGui import QFont, QFontMetricsF

TOUCHING = 0.45
"""mm by which rectangles of ink may lie over each other before it is called an overlap: the line that two share."""
METRES = {"km": 1000.0, "m": 1.0, "miles": 1609.344, "mile": 1609.344, "mi": 1609.344, "yards": 0.9144, "ft": 0.3048}


def missing_items(layout: QgsPrintLayout, wanted: Iterable[str]) -> list[str]:
    """Ids that no item has, and items with such an id that hold nothing."""
    found = {item.id(): item for item in items_of(layout)}
    absent = [f"there is no item '{name}'" for name in wanted if name not in found]
    return absent + [f"'{name}' is empty" for name in wanted if name in found and _is_empty(found[name])]


def _is_empty(item: QgsLayoutItem) -> bool:
    if isinstance(item, QgsLayoutItemLabel):
        return not item.text().strip()
    if isinstance(item, QgsLayoutItemMap):
        return not item.layers()
    if isinstance(item, QgsLayoutItemLegend):
        return not item.model().rootGroup().findLayers()
    return isinstance(item, QgsLayoutItemPicture) and not Path(item.evaluatedPath() or item.picturePath()).is_file()


def font_of(label: QgsLayoutItemLabel) -> tuple[QFont, float]:
    """The font of a label, and its size in mm."""
    if hasattr(label, "textFormat"):  # QGIS 3.24
        style = label.textFormat()
        unit = {
            QgsUnitTypes.RenderUnit.RenderPoints: 25.4 / 72,
            QgsUnitTypes.RenderUnit.RenderMillimeters: 1.0,
        }[style.sizeUnit()]
        return style.font(), style.size() * unit
    return label.font(), label.font().pointSizeF() * 25.4 / 72


def small_text(layout: QgsPrintLayout, least: float = 6.0) -> list[str]:
    """Labels in letters under 6 points."""
    sizes = {name_of(item): font_of(item)[1] * 72 / 25.4 for item in _labels(layout)}
    return [f"{name} is in {points:.1f} points" for name, points in sizes.items() if points < least - 0.01]


def _labels(layout: QgsPrintLayout) -> list[QgsLayoutItemLabel]:
    return [i for i in items_of(layout) if isinstance(i, QgsLayoutItemLabel) and i.isVisible() and i.text().strip()]


def cut_text(layout: QgsPrintLayout) -> list[str]:
    """Labels whose text does not fit: a word wider than the box, or more lines than are drawn.

    Whether a line is lost is seen by drawing the label again in a taller box: then nothing more may appear.
    """
    labels = _labels(layout)
    faults = [f"{name_of(label)}: '{word}' is wider than its box" for label in labels for word in _wide_words(label)]
    with Drawing(layout) as drawing:
        for label in labels:
            before, after = _ink_height(drawing, label, 0), _ink_height(drawing, label, 40)
            if after - before > 0.35:
                faults.append(f"{name_of(label)}: {after - before:.1f} mm of its text is cut off: '{label.text()}'")
    return faults


def _wide_words(label: QgsLayoutItemLabel) -> list[str]:
    font, size = font_of(label)
    font = QFont(font)
    font.setPixelSize(200)
    metrics = QFontMetricsF(font)
    room = label.rect().width() - 2 * label.marginX()
    return [word for word in label.currentText().split() if metrics.horizontalAdvance(word) / 200 * size > room + 0.05]


def _ink_height(drawing: Drawing, label: QgsLayoutItemLabel, more: float) -> float:
    """Height in mm of what a label draws when its box is taller by so many mm."""
    kept = label.rect()
    label.setRect(kept.adjusted(0, 0, 0, more))
    seen = drawing.alone(label, box_of(label).adjusted(-1, -1, 1, 1))[:, :, 3] > 0
    label.setRect(kept)
    rows = np.flatnonzero(seen.any(axis=1))
    return (rows[-1] - rows[0] + 1) / DOTS if len(rows) else 0.0


def overlaps(drawn: Sequence[Drawn], meant: Callable[[Drawn, Drawn], bool]) -> list[str]:
    """Pairs of items whose ink lies over each other. meant: whether a pair is made to."""
    faults = []
    for i, one in enumerate(drawn):
        for other in drawn[i + 1 :]:
            both = one.used.intersected(other.used)
            if both.width() > TOUCHING and both.height() > TOUCHING and not meant(one, other):
                where = f"{both.width():.1f} x {both.height():.1f} mm at {both.left():.0f}, {both.top():.0f}"
                faults.append(f"{one.name} and {other.name} overlap: {where}")
    return faults


def outside(drawn: Sequence[Drawn], paper: QRectF) -> list[str]:
    """Items that draw outside a rectangle: the page within its margins."""
    return [
        f"{one.name} draws at {one.used.left():.1f}, {one.used.top():.1f} to {one.used.right():.1f}, "
        f"{one.used.bottom():.1f}, outside the margins"
        for one in drawn
        if not paper.contains(one.used)
    ]


def left_its_box(drawn: Sequence[Drawn], slack: float = 0.6) -> list[str]:
    """Labels and pictures that draw outside their own rectangle."""
    kinds = (QgsLayoutItemLabel, QgsLayoutItemPicture)
    return [
        f"{one.name} draws outside its own box"
        for one in drawn
        if isinstance(one.item, kinds) and not one.box.adjusted(-slack, -slack, slack, slack).contains(one.used)
    ]


def text_not_in_pdf(layout: QgsPrintLayout, found: list[Word]) -> list[str]:
    """Labels some of whose words are not real text at the label's place in the PDF."""
    faults = []
    for label in _labels(layout):
        wanted = Counter(plain(label.currentText()).split())
        there = Counter(words_in(found, box_of(label).adjusted(-1, -1, 1, 1)).split())
        lost = " ".join((wanted - there).elements())
        if lost:
            faults.append(f"{name_of(label)}: not in the PDF at its place: '{lost}'")
    return faults


def legend_faults(found: list[Word], box: QRectF, entries: Sequence[tuple[str, int]]) -> list[str]:
    """Entries (text, count from the layer's rows) that a legend lacks, has with another count, or has besides.

    box: of the legend. The text of an entry is a part of what the legend says of it.
    """
    text = words_in(found, box)
    counts = [int(count.replace(",", "")) for count in re.findall(r"\((\d[\d,]*)\)", text)]
    wanted = [count for _, count in entries]
    faults = [f"'{entry}' is not in the legend: {text}" for entry, _ in entries if plain(entry) not in text]
    if counts != wanted:
        faults.append(f"the legend counts {counts}, the layer {wanted}")
    return faults


def missing_colours(seen: Raster, box: QRectF, colours: Iterable[str], least: int = 12) -> list[str]:
    """Colours of which a rectangle of the page has fewer than so many dots."""
    dots, counts = np.unique(seen.part(box), return_counts=True)
    number = dict(zip(dots.tolist(), counts.tolist()))
    few = [(colour, number.get(int(colour[1:], 16), 0)) for colour in colours]
    return [f"{colour} is drawn with {count} dots only" for colour, count in few if count < least]


def blank(seen: Raster, box: QRectF) -> list[str]:
    """Whether a rectangle of the page is all, or nearly all, of one colour."""
    counts = np.unique(seen.part(box), return_counts=True)[1]
    return [f"the map at {box.left():.0f}, {box.top():.0f} is blank"] if counts.max() > 0.995 * counts.sum() else []


def scale_bar_faults(layout: QgsPrintLayout, found: list[Word], within: float = 0.01) -> list[str]:
    """Scale bars whose drawn length is not what the last number beside it says, by the extent of the map."""
    bars = [item for item in items_of(layout) if isinstance(item, QgsLayoutItemScaleBar) and item.isVisible()]
    faults = [] if bars else ["there is no scale bar"]
    with Drawing(layout) as drawing:
        for bar in bars:
            faults += _bar_faults(drawing, bar, found, within)
    return faults


def _bar_faults(drawing: Drawing, bar: QgsLayoutItemScaleBar, found: list[Word], within: float) -> list[str]:
    around = box_of(bar).adjusted(-3, -3, 12, 3)
    text = words_in([word for word in found if word.text in METRES or re.fullmatch(r"[\d.,]+", word.text)], around)
    said = [(float(number.replace(",", "")), unit) for number, unit in re.findall(r"([\d.,]+) ([a-z]+)", text)]
    unit = bar.unitLabel()
    numbers = [number for number, found_unit in said if found_unit == unit]
    if not numbers or unit not in METRES:
        return [f"{name_of(bar)}: no length in '{unit}' beside it: '{text}'"]
    item = bar.linkedMap()
    wanted = max(numbers) * METRES[unit] * item.rect().width() / item.extent().width()
    drawn = _between_ends(drawing.alone(bar, around, dots=20)[:, :, 3] > 127, 20)
    if abs(drawn / wanted - 1) > within:
        return [f"{name_of(bar)}: {drawn:.2f} mm for {max(numbers):g} {unit}, by the map {wanted:.2f} mm"]
    return []


def _between_ends(seen: np.ndarray, dots: int) -> float:
    """mm from the middle of a bar's first tick to that of its last, measured 0.6 mm off its base line."""
    starts, ends = _runs(seen)
    base = starts[0][np.argmax(ends[1] - starts[1])]
    for row in (base - round(0.6 * dots), base + round(0.6 * dots)):
        middles = (starts[1] + ends[1])[starts[0] == row] / 2
        if len(middles) > 1:
            return float(middles[-1] - middles[0]) / dots
    return 0.0


def _runs(seen: np.ndarray) -> tuple[tuple[np.ndarray, ...], tuple[np.ndarray, ...]]:
    """(rows, columns) where unbroken lines of dots start, and where they end."""
    edges = np.diff(np.pad(seen.astype(np.int8), ((0, 0), (1, 1))), axis=1)
    return np.nonzero(edges == 1), np.nonzero(edges == -1)


def ratio_faults(text: str, item: QgsLayoutItemMap, within: float = 0.01) -> list[str]:
    """Whether '1:100,000' is what the map's extent and size make; the map is in metres."""
    said = re.search(r"1:([\d,]+)", text)
    real = item.extent().width() / item.rect().width() * 1000
    if said is None:
        return [f"no scale in '{text}'"]
    wrong = abs(int(said[1].replace(",", "")) / real - 1) > within
    return [f"'{text}', but the map is 1:{real:,.0f}"] if wrong else []
