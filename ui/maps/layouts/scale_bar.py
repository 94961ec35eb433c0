"""The scale of a map: kilometres above miles on one line, and the ratio."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.core import (
    QgsLayoutItemMap,
    QgsLayoutItemScaleBar,
    QgsLayoutPoint,
    QgsPrintLayout,
    QgsRenderContext,
    QgsScaleBarSettings,
    QgsTextRenderer,
)
from qgis.PyQt.QtCore import QCoreApplication

from .drawing import box_of

METRES = {"scale_bar_km": 1000.0, "scale_bar_miles": 1609.344}
"""By id of a scale bar, metres in its unit; kilometres first, since miles are never drawn longer."""
_STEPS = (1.0, 2.0, 2.5, 5.0)
_LEAST = 1e-3
_SEGMENTS = 2
_LONGEST = 50.0
"""mm of a bar whose template does not say how long it may be."""
_PAPERS = {1189: "A0", 841: "A1", 594: "A2", 420: "A3", 297: "A4", 210: "A5"}
"""Names of papers by their longer side in mm."""
_DOTS = 100.0
"""Dots per mm in which texts are measured."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Pages", text)


def nice_length(longest: float) -> float:
    """The longest length that reads well (1, 2, 2.5 or 5, and its tens) and is not over `longest`; 0.001 at least."""
    best = magnitude = _LEAST
    while magnitude <= longest:
        best = max([best, *(step * magnitude for step in _STEPS if step * magnitude <= longest * (1 + 1e-9))])
        magnitude *= 10
    return round(best, 6)


def set_scale_bars(bars: Mapping[str, QgsLayoutItemScaleBar], drawn: QgsLayoutItemMap, scale: float) -> None:
    """Make the bars show the scale of a map whose coordinates are metres.

    bars: by the ids in METRES; none is longer than its own largest width ('Fit segment width' in the layout designer)
    allows. scale: metres of the ground in one of the paper.
    """
    longest = _LONGEST
    for id, metres in METRES.items():
        if id in bars:
            longest = min(longest, bars[id].maximumBarWidth())
            paper = metres / scale * 1000
            length = nice_length(longest / _SEGMENTS / paper)
            _set_bar(bars[id], drawn, length)
            _say_unit(bars[id], _SEGMENTS * length)
            longest = _SEGMENTS * length * paper
    if len(bars) == len(METRES):
        _join(*(bars[id] for id in METRES))


def _context() -> QgsRenderContext:
    context = QgsRenderContext()
    context.setScaleFactor(_DOTS)
    return context


def _set_bar(bar: QgsLayoutItemScaleBar, drawn: QgsLayoutItemMap, length: float) -> None:
    bar.setLinkedMap(drawn)
    bar.setMapUnitsPerScaleBarUnit(1)
    bar.setSegmentSizeMode(QgsScaleBarSettings.SegmentSizeMode.SegmentSizeFixed)
    bar.setNumberOfSegments(_SEGMENTS)
    bar.setNumberOfSegmentsLeft(0)
    bar.setUnitsPerSegment(length)
    bar.update()


def _say_unit(bar: QgsLayoutItemScaleBar, total: float) -> None:
    """'1 mile', '2 miles': QGIS writes the unit behind the last number. A template's own word ('mi') stays."""
    if bar.unitLabel() in ("mile", "miles"):
        bar.setUnitLabel("mile" if abs(total - 1) < _LEAST else "miles")
        bar.update()


def _join(upper: QgsLayoutItemScaleBar, lower: QgsLayoutItemScaleBar) -> None:
    """Let the line at the bottom of one be that at the top of the other. Heights that QGIS reports are too large."""
    ascent = QgsTextRenderer.fontMetrics(_context(), upper.textFormat()).ascent() / _DOTS
    box = box_of(upper)
    lower.attemptMove(QgsLayoutPoint(box.left(), box.top() + ascent + upper.labelBarSpace() + upper.height()))


def ratio_text(scale: float, layout: QgsPrintLayout) -> str:
    """'1:100,000 at A3'; without the paper where it is of no standard size."""
    size = layout.pageCollection().page(0).pageSize()
    paper = _PAPERS.get(round(max(size.width(), size.height())))
    ratio = f"1:{scale:,.0f}"
    return _tr("{ratio} at {paper}").format(ratio=ratio, paper=paper) if paper else ratio
