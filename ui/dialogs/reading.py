"""Reading the layers of a run: noted in the thread of the project, read in the background."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from qgis.core import QgsApplication, QgsProcessingContext, QgsProject

from ...core.analysis.what_if import Outcome, try_out
from ..algorithms.base import Steps
from ..algorithms.map_steps import MapInput, load, note_inputs
from ..maps.choices import Choices
from .data import Data, make_data
from .limits import limits_of
from .run_parameters import reading_parameters


@dataclass(frozen=True, eq=False)
class ReadRun:
    """What has been read for a run. kept: what its result layer was made from gives; None where not asked for."""

    data: Data
    kept: Outcome | None


def note_reading(choices: Choices, project: QgsProject, folder: Path, focus: str) -> MapInput:
    """Take note of a run's layers in the thread of the project. Raises the faults of cni:map's parameters."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("cni:map")
    context = QgsProcessingContext()
    context.setProject(project)
    return note_inputs(algorithm, {**reading_parameters(choices, folder), "FOCUS": focus}, context)


@dataclass(frozen=True, eq=False)
class Reading:
    """Layers as noted: of the present choices and, where its result was made from others, of those too."""

    noted: Sequence[MapInput]
    made: Choices | None

    def read(self, steps: Steps) -> ReadRun:
        """Read away from the interface. Raises the faults of reading."""
        data = make_data(load(self.noted[0], steps))
        if self.made is None:
            return ReadRun(data, None)
        basis = data.basis if len(self.noted) == 1 else make_data(load(self.noted[1], steps)).basis
        return ReadRun(data, try_out(basis, self.made.definition, limits_of(self.made)))
