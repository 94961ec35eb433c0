"""Saving rows as a table for a spreadsheet, away from the interface."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
from qgis.core import QgsCoordinateReferenceSystem
from qgis.PyQt.QtWidgets import QFileDialog, QWidget

from ...core.analysis.result_table import WHOLE_NUMBERS
from ..algorithms.base import Steps
from ..maps.frames import LayerRows
from ..maps.result_layer import Destination, Rows, read_destination
from ..maps.save import check_destination, save_table
from .words import tr


def ask_table_file(parent: QWidget, start: str) -> Destination | None:
    """Let the user choose a CSV file or a workbook, by its ending; None when they change their mind.

    start: the path to begin with, without an ending. Raises `output_format` for another ending.
    """
    csv, xlsx = tr("Table as text (*.csv)"), tr("Excel workbook (*.xlsx)")
    path, kind = QFileDialog.getSaveFileName(parent, tr("Save the table"), f"{start}.csv", f"{csv};;{xlsx}")
    if not path:
        return None
    ending = ".xlsx" if kind == xlsx else ".csv"
    return read_destination(path if Path(path).suffix else path + ending, lambda: path, plain_table=True)


@dataclass(frozen=True, eq=False)
class TableFile:
    """A table to be written. rows: called away from the interface, gives the table. place: of the layer it is from."""

    destination: Destination
    rows: Callable[[], pd.DataFrame]
    place: str = ""

    def write(self, steps: Steps) -> str:
        """Write the file; what was there is replaced whole. Returns its path. Raises the faults of writing."""
        steps.start(tr("Reading the rows"), 0.3)
        check_destination(self.destination, [self.place] if self.place else [])
        table = self.rows()
        steps.start(tr("Writing {name}").format(name=self.destination.name), 0.7)
        save_table(self.destination, Rows(table, None, QgsCoordinateReferenceSystem()), steps.within)
        return str(self.destination.path)


def result_rows(noted: LayerRows) -> pd.DataFrame:
    """All that a result layer says in text and numbers, ranks as whole numbers."""
    frame = noted.frame([column for column in noted.columns if column.lower() not in ("fid", "id")])
    whole = [name for name in frame.columns if name.rpartition("_")[2] in WHOLE_NUMBERS]
    numbers = frame.astype(dict.fromkeys(whole, "Float64"))
    return numbers.astype(dict.fromkeys(whole, "Int64"))
