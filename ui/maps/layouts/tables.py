"""Small tables on a page, whose columns stay aligned and can be edited in QGIS's layout designer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qgis.core import (
    QgsLayoutFrame,
    QgsLayoutItemManualTable,
    QgsLayoutTable,
    QgsPrintLayout,
    QgsTableCell,
)
from qgis.PyQt.QtCore import QRectF, Qt

from ..colours import INK
from .drawing import MIDDLE, put, text_format
from .fitting import TextStyle


@dataclass(frozen=True)
class Cell:
    """What stands in a cell, and how."""

    text: str
    style: TextStyle
    colour: str = INK
    across: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft


def add_table(
    layout: QgsPrintLayout,
    id: str,
    corner: tuple[float, float],
    rows: Sequence[Sequence[Cell]],
    widths: Sequence[float],
    pitch: float,
) -> QgsLayoutFrame:
    """A table without lines. corner: of its top left. widths: of its columns. pitch: height of each row; all in mm."""
    table = QgsLayoutItemManualTable.create(layout)
    layout.addMultiFrame(table)
    table.setShowGrid(False)
    table.setCellMargin(0)
    table.setIncludeTableHeader(False)
    table.setEmptyTableBehavior(QgsLayoutTable.EmptyTableMode.HeadersOnly)
    formats = {}
    table.setTableContents([[_cell(cell, formats) for cell in row] for row in rows])
    table.setRowHeights([pitch] * len(rows))
    table.setColumnWidths(list(widths))
    frame = QgsLayoutFrame(layout, table)
    frame.setId(id)
    frame.setFrameEnabled(False)
    frame.setBackgroundEnabled(False)
    table.addFrame(frame)
    put(frame, QRectF(*corner, sum(widths), pitch * len(rows) + 0.1))
    return frame


def _cell(cell: Cell, formats: dict) -> QgsTableCell:
    made = QgsTableCell(cell.text)
    look = (cell.style, cell.colour)
    if look not in formats:
        formats[look] = text_format(cell.style, cell.colour)
    made.setTextFormat(formats[look])
    made.setHorizontalAlignment(cell.across)
    made.setVerticalAlignment(MIDDLE)
    return made
