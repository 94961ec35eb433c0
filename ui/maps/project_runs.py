"""The runs of a project, kept in the project file: layers by their ids, files by paths relative to the project."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from qgis.core import QgsProject

from ...core.errors import CniError
from .choices import Choices, read_choices

_SCOPE, _KEY = "cni_mapper", "/runs"


@dataclass(frozen=True)
class ProjectRun:
    """One run. choices: as they are now. made: as they were when its result was last written; None before that."""

    choices: Choices
    made: Choices | None = None


@dataclass(frozen=True)
class ProjectRuns:
    """The runs of a project and which of them is open. faults: about runs that could not be read."""

    runs: tuple[ProjectRun, ...] = ()
    current: int = 0
    faults: tuple[CniError, ...] = ()


def read_runs(project: QgsProject) -> ProjectRuns:
    """The runs kept in a project; none when it has none."""
    text, found = project.readEntry(_SCOPE, _KEY)
    if not found or not text:
        return ProjectRuns()
    try:
        node = json.loads(text)
        entries, current = list(node["runs"]), int(node["current"])
    except (ValueError, TypeError, KeyError):
        return ProjectRuns(faults=(CniError("run_unreadable", name=project.baseName()),))
    read = [_read_run(project, entry) for entry in entries]
    runs = tuple(run for run in read if isinstance(run, ProjectRun))
    faults = tuple(fault for fault in read if isinstance(fault, CniError))
    return ProjectRuns(runs, min(max(current, 0), max(len(runs) - 1, 0)), faults)


def _read_run(project: QgsProject, entry: Any) -> ProjectRun | CniError:
    """A run, or what is wrong with it: one that cannot be read must not take the others with it."""
    if not isinstance(entry, dict):
        return CniError("run_unreadable", name=project.baseName())
    try:
        parts = [None if entry.get(key) is None else read_choices(entry[key]) for key in ("choices", "made")]
    except CniError as fault:
        return fault
    if parts[0] is None:
        return CniError("run_unreadable", name=project.baseName())
    choices, made = (part and _placed(project, part) for part in parts)
    return ProjectRun(choices, made)


def _placed(project: QgsProject, choices: Choices) -> Choices:
    base = project.readPath(choices.base) if choices.base.startswith("./") else choices.base
    return replace(choices, output=_absolute(project, choices.output), base=base)


def write_runs(project: QgsProject, runs: Sequence[ProjectRun], current: int) -> None:
    """Keep runs in the project; the project counts as changed only when they differ from those it holds."""
    kept = [{"choices": _node(project, run.choices), "made": _node(project, run.made)} for run in runs]
    text = json.dumps({"current": current, "runs": kept}, ensure_ascii=False)
    if project.readEntry(_SCOPE, _KEY)[0] != text:
        project.writeEntry(_SCOPE, _KEY, text)


def _node(project: QgsProject, choices: Choices | None) -> dict[str, Any] | None:
    if choices is None:
        return None
    # A definition in the project's folder moves with it; another stays where it is.
    moves = Path(project.absolutePath() or "-") in Path(choices.base).parents
    base = project.writePath(choices.base) if moves else choices.base
    return replace(choices, output=_relative(project, choices.output), base=base).as_json()


def _is_file(output: str) -> bool:
    return bool(output) and "dbname=" not in output


def _absolute(project: QgsProject, output: str) -> str:
    return project.readPath(output) if _is_file(output) else output


def _relative(project: QgsProject, output: str) -> str:
    return project.writePath(output) if _is_file(output) else output
