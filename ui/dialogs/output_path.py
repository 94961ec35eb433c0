"""Where the result of a run may be saved: a place to suggest, and why another will not do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QStandardPaths

from ...core.errors import CniError
from ..maps.result_layer import Destination, read_destination
from ..messages import fault_text
from .session import Session
from .words import tr


def default_folder(project: QgsProject) -> Path:
    """The folder of the project file, or 'CNI Mapper' in the user's documents where that has not been saved."""
    if project.fileName():
        return Path(project.absolutePath())
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents) / "CNI Mapper"


def file_stem(name: str) -> str:
    """A run's name as the name of a file on any system."""
    plain = re.sub(r"[^\w\-, ]+", " ", name)
    return " ".join(plain.split())[:80].strip(" .") or "map"


def suggested_output(session: Session) -> str:
    """A GeoPackage called after the run, where there is no file of that name and no other run's result."""
    folder, stem = default_folder(session.project), file_stem(session.choices.name)
    return next(str(path) for path in _names(folder, stem) if not path.exists() and not other_run(session, str(path)))


def _names(folder: Path, stem: str) -> Iterator[Path]:
    yield folder / f"{stem}.gpkg"
    for number in count(2):
        yield folder / f"{stem} {number}.gpkg"


def destination_of(output: str) -> Destination | None:
    """Where an output is written; None for what is no such place."""
    try:
        return read_destination(output, lambda: "")
    except CniError:
        return None


def other_run(session: Session, output: str) -> str:
    """The name of another run of the project whose result is there, blank when there is none."""
    wanted = _place(output)
    for number, run in enumerate(session.runs):
        mine = number == session.current
        if wanted is not None and not mine and run.made is not None and _place(run.made.output) == wanted:
            return run.choices.name
    return ""


def _place(output: str) -> tuple[str, ...] | None:
    found = destination_of(output)
    if found is None:
        return None
    if found.path is None:
        return found.connection, found.schema, found.table
    return str(found.path.resolve()).casefold(), found.table.casefold()


def why_not_there(session: Session, output: str) -> str:
    """Why the result of the open run cannot be saved there; blank when it can, as far as is seen at a glance."""
    if not output.strip():
        return tr("Choose a file to save the result in.")
    try:
        found = read_destination(output, lambda: "")
    except CniError as fault:
        return fault_text(fault)
    other = other_run(session, output)
    if other:
        return tr("The result of the run '{name}' is there. Choose another file.").format(name=other)
    if (
        found.path is not None
        and not found.path.parent.is_dir()
        and found.path.parent != default_folder(session.project)
    ):
        return tr("The folder {folder} does not exist. Choose a folder that does.").format(folder=found.path.parent)
    return ""


def what_is_there(session: Session, output: str) -> str:
    """What saving would replace; blank when nothing, or this run's own result."""
    found, made = destination_of(output), session.made
    if found is None or found.path is None or not found.path.exists():
        return ""
    if made is not None and _place(made.output) == _place(output):
        return ""
    return tr(
        "{name} exists already: its layer '{table}' will be replaced, if it has one; all else in it stays."
    ).format(name=found.path.name, table=found.table)
