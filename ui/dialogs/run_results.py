"""The results of a project's runs: the layer that shows each, and the run record behind it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import QgsProject, QgsVectorLayer

from ..maps.choices import Choices
from ..maps.groups import themed_layers
from ..maps.record import layer_record
from .output_path import destination_of
from .session import Session


@dataclass(frozen=True)
class RunResult:
    """A run whose result is in the project.

    number: its place among the runs. layer: id of the overlay. stamp: changes whenever the result is written anew.
    """

    number: int
    name: str
    output: str
    layer: str
    stamp: float


def result_layer(project: QgsProject, made: Choices) -> QgsVectorLayer | None:
    """The overlay layer of a result; None when it is not in the project."""
    destination = destination_of(made.output)
    found = None if destination is None else themed_layers(project, destination).get("category")
    return found if found is not None and found.isValid() else None


def run_results(session: Session) -> list[RunResult]:
    """The runs that can be compared, in the project's order."""
    found = []
    for number, run in enumerate(session.runs):
        layer = None if run.made is None else result_layer(session.project, run.made)
        if layer is not None:
            output = run.made.output
            found.append(RunResult(number, run.choices.name, output, layer.id(), result_stamp(output)))
    return found


def _record_file(output: str) -> Path | None:
    destination = destination_of(output)
    if destination is None or destination.path is None:
        return None
    return destination.path.with_name(destination.path.name + ".run.json")


def result_stamp(output: str) -> float:
    """When the run record of a result was written; 0 where it has no file."""
    file = _record_file(output)
    try:
        return 0.0 if file is None else file.stat().st_mtime
    except OSError:
        return 0.0


def run_record(project: QgsProject, made: Choices) -> Mapping[str, Any] | None:
    """The run record of a result: of the file beside it, else the one that its layer holds; None without either."""
    file = _record_file(made.output)
    if file is not None:
        try:
            record = json.loads(file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            record = None
        if isinstance(record, dict) and "counts" in record:
            return record
    layer = result_layer(project, made)
    return None if layer is None else layer_record(layer)
