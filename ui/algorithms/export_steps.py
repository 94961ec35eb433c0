"""The steps of cni:export. Imported only when the algorithm runs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProject

from ...core.errors import CniError, Notice
from ..maps.export_project import ENDINGS, beside, write_project
from ..maps.export_tables import result_rows, result_sheets
from ..maps.layouts.fill import MadePage, fill_page
from ..maps.layouts.page import OVERLAY, PageChoices, PrintedResult
from ..maps.method_note import make_note
from ..maps.output_file import check_file
from ..maps.record import abstract, focused_record
from ..maps.result_layer import Destination, Rows
from ..maps.save import check_destination, check_not_in_edit, save_result, write_record_file
from ..maps.spreadsheet import save_spreadsheet
from ..maps.styles import make_themes
from ..messages import notice_text
from ..settings import read_settings
from .base import Steps, tell, tr
from .result_input import ResultInput, note_result

_CSV, _GEOPACKAGE = ".csv", ".gpkg"
_TABLES = (".xlsx", _CSV)
_ALL = (".qgz", *_TABLES)
"""What a folder gets; the project brings its GeoPackages."""
_TEMPLATE = "a4_portrait"
"""Of the page of a project."""


@dataclass(frozen=True, eq=False)
class ExportInput:
    """What cni:export was given.

    noted: the whole result and the focus. result: what is shown of it. files: to be written, one for each form. given:
    OUTPUT as it stands.
    """

    noted: ResultInput
    result: PrintedResult
    given: Path
    files: tuple[Path, ...]
    colours: str


def note_export(algorithm: Any, parameters: dict[str, Any], context: QgsProcessingContext) -> ExportInput:
    """Read the parameters and the result; refuse at once what cannot be written.

    Raises `export_format`, the faults of reading a result and those of `check_destination`.
    """
    given = Path(algorithm.parameterAsFileOutput(parameters, "OUTPUT", context)).absolute()
    files = _files(given)
    noted = note_result(algorithm, parameters, context)
    if files[0].parent.is_dir():
        for destination in [one for file in files for one in _destinations(file)]:
            check_destination(destination, [noted.place])
            if context.project() is not None:
                check_not_in_edit(context.project(), destination)
    else:
        check_file(given)
    return ExportInput(noted, shown_result(noted), given, files, read_settings().colours)


def shown_result(noted: ResultInput) -> PrintedResult:
    """The areas of the focus as a result of their own, with a record that counts just these.

    The layer itself may be filtered, so that even all of its areas are not all of the run.
    """
    shown = noted.shown
    if len(shown.table) == shown.record["focus"]["areas"]:
        return shown
    return replace(shown, record=focused_record(shown.record, shown.table))


def _files(given: Path) -> tuple[Path, ...]:
    """The files to write: OUTPUT itself, or those of the folder that it is or will be."""
    ending = given.suffix.lower()
    if given.is_dir() or not ending:
        return tuple(given / f"{given.name}{ending}" for ending in _ALL)
    if ending not in (_GEOPACKAGE, *_TABLES, *ENDINGS):
        raise CniError("export_format", name=given.name)
    return (given,)


def _destinations(file: Path) -> list[Destination]:
    """The places that a file takes, its GeoPackage with it."""
    own = Destination(file, file.stem, "", "", str(file))
    return [own, beside(file)] if file.suffix.lower() in ENDINGS else [own]


def export(noted: ExportInput, steps: Steps, feedback: QgsProcessingFeedback) -> str:
    """Write every file, each whole or as it was before. Returns OUTPUT as it was given."""
    _make_folder(noted.files[0].parent)
    for file in noted.files:
        steps.start(tr("Writing {name}").format(name=file.name), 1 / len(noted.files))
        for note in _write(file, noted, steps):
            tell(feedback, note.code, notice_text(note))
    feedback.pushInfo(abstract(noted.result.record))
    return str(noted.given)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except OSError as fault:
        raise CniError("output_not_writable", folder=str(folder), reason=fault.strerror) from None


def _write(file: Path, noted: ExportInput, steps: Steps) -> Sequence[Notice]:
    result, destinations = noted.result, _destinations(file)
    if file.suffix.lower() in _TABLES:
        save_spreadsheet(destinations[0], result_sheets(result.table, result.record, make_note(result)), steps.within)
        return write_record_file(file, result.record) if file.suffix.lower() == _CSV else []
    themes = make_themes(result.record, result.table, noted.colours)
    rows, saved = Rows(result_rows(result.table), result.shapes, result.crs), destinations[-1]
    notices: list[Notice] = save_result(saved, rows, result.record, themes, steps.within)
    if saved.path == file:
        return notices
    choices = PageChoices(_TEMPLATE, OVERLAY, datetime.now(timezone.utc).astimezone().date(), colours=noted.colours)

    def make(project: QgsProject) -> MadePage:
        return fill_page(noted.noted.result, noted.noted.focus, choices, project)

    return [*notices, *write_project(file, saved, result.record, themes, make)]
