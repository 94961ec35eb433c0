"""The change layer of two runs as a file beside the second's result."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
from qgis.core import QgsVectorLayer

from ..algorithms.base import Steps
from ..maps.change_layer import ShapeSource, change_rows, note_shapes, save_changes
from ..maps.result_layer import Destination, read_destination
from ..maps.save import check_destination, check_not_in_edit
from ..settings import read_settings
from .comparison import Comparison
from .output_path import default_folder, destination_of, file_stem
from .run_results import RunResult
from .session import Session
from .words import tr


@dataclass(frozen=True, eq=False)
class ChangeFile:
    """All that is written. shapes: noted in the project's thread, of the second run first. words: what it says."""

    destination: Destination
    table: pd.DataFrame
    shapes: tuple[ShapeSource, ...]
    title: str
    words: str
    colours: str

    def write(self, steps: Steps) -> Destination:
        """Write the file away from the interface. Raises the faults of writing."""
        steps.start(tr("Writing {name}").format(name=self.destination.name), 1.0)
        self.destination.path.parent.mkdir(parents=True, exist_ok=True)
        check_destination(self.destination, [])
        words = (self.title, self.words)
        save_changes(self.destination, self.table, self.shapes, words, self.colours, steps.within)
        return self.destination


def note_changes(
    session: Session,
    comparison: Comparison,
    pair: tuple[RunResult, RunResult],
    layers: list[QgsVectorLayer],
    words: str,
) -> ChangeFile:
    """Take note of what the layer is made of, in the project's thread. Raises `output_in_edit` or `output_failed`."""
    title = tr("Change from {first} to {second}").format(first=pair[0].name, second=pair[1].name)
    found = destination_of(pair[1].output)
    folder = found.path.parent if found is not None and found.path is not None else default_folder(session.project)
    destination = read_destination(str(folder / f"{file_stem(title)}.gpkg"), lambda: "")
    check_not_in_edit(session.project, destination)
    shapes = tuple(note_shapes(layer) for layer in reversed(layers))
    return ChangeFile(destination, change_rows(comparison.table), shapes, title, words, read_settings().colours)
