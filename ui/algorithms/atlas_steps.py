"""The steps of cni:atlas. Imported only when the algorithm runs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from qgis.core import QgsPrintLayout, QgsProcessingContext, QgsProcessingFeedback

from ...core.errors import CniError, Notice, notice
from ..maps.file_names import file_names
from ..maps.layouts.export import PdfPages
from ..maps.layouts.facts import domain_title
from ..maps.layouts.made import page_made
from ..maps.layouts.map_source import map_source
from ..maps.layouts.page import Focus, PageChoices, PrintedResult
from ..maps.layouts.place_names import focus_place
from ..maps.layouts.words import title
from ..maps.output_file import check_file, check_folder, folder_written_aside
from ..messages import listed, notice_text
from .atlas import BY
from .base import Steps, tell, tr
from .page_parameters import read_choices
from .printmap_steps import left_behind
from .result_input import note_result

_ENDING = ".pdf"


@dataclass(frozen=True, eq=False)
class Sheet:
    """One page to make. positions: of its areas among the rows of the result."""

    name: str
    positions: np.ndarray


@dataclass(frozen=True, eq=False)
class AtlasInput:
    """What cni:atlas was given. output: a PDF, or a folder where it has no ending."""

    result: PrintedResult
    focus: Focus
    sheets: list[Sheet]
    choices: PageChoices
    output: Path
    notices: list[Notice]


def note_atlas(algorithm: Any, parameters: dict[str, Any], context: QgsProcessingContext) -> AtlasInput:
    """Read the parameters and the result; refuse at once what cannot be written.

    Raises `page_format`, `atlas_no_districts`, and the faults of `check_file`, `check_folder`, `note_result` and
    `read_choices`.
    """
    output = Path(algorithm.parameterAsFileOutput(parameters, "OUTPUT", context)).absolute()
    if _is_one_file(output):
        check_file(output)
    elif output.suffix and not output.is_dir():
        raise CniError("page_format", name=output.name, endings=[_ENDING])
    else:
        check_folder(output)
    noted = note_result(algorithm, parameters, context)
    choices = read_choices(algorithm, parameters, context, noted.result)
    make = {"districts": _by_district, "areas": _by_area}[BY[algorithm.parameterAsEnum(parameters, "BY", context)]]
    sheets, notices = make(noted.result, noted.focus)
    return AtlasInput(noted.result, noted.focus, sheets, choices, output, notices)


def _is_one_file(output: Path) -> bool:
    return output.suffix.lower() == _ENDING and not output.is_dir()


def _by_district(result: PrintedResult, focus: Focus) -> tuple[list[Sheet], list[Notice]]:
    """A page for each district of the focus; an area that lies in none is told, since it is on no page."""
    source, shown = map_source(result), np.flatnonzero(focus)
    found = pd.Series(shown).groupby(source.districts[shown]).indices
    lost = shown[found.pop(-1, [])]
    if not found:
        raise CniError("atlas_no_districts", table=result.name)
    sheets = [Sheet(str(source.names[number]), shown[rows]) for number, rows in found.items()]
    if not len(lost):
        return _in_order(sheets), []
    codes = result.table["area_code"].iloc[lost].tolist()
    return _in_order(sheets), [notice("atlas_without_district", count=len(lost), table=result.name, codes=codes)]


def _by_area(result: PrintedResult, focus: Focus) -> tuple[list[Sheet], list[Notice]]:
    codes, names = result.table["area_code"], result.table["area_name"]
    called = names.where(names.notna(), codes)
    return _in_order([Sheet(str(called.iloc[i]), np.array([i])) for i in np.flatnonzero(focus)]), []


def _in_order(sheets: list[Sheet]) -> list[Sheet]:
    return sorted(sheets, key=lambda sheet: sheet.name.casefold())


def print_atlas(noted: AtlasInput, steps: Steps, feedback: QgsProcessingFeedback) -> dict[str, Any]:
    """Make and write the pages one after the other, no more than one of them in memory. Returns the outputs."""
    for note in noted.notices:
        tell(feedback, note.code, notice_text(note))
    run = _Run(noted, steps)
    if _is_one_file(noted.output):
        place, theme = focus_place(noted.result, noted.focus), noted.choices.theme
        whole = title(noted.result.record, theme, place, domain_title(noted.result.record, theme))
        with PdfPages(noted.output, whole) as pages:
            run.write(lambda layout, _: pages.add(layout))
    else:
        names = file_names([sheet.name for sheet in noted.sheets], _ENDING)
        with folder_written_aside(noted.output) as folder:
            run.write(lambda layout, number: _write_file(folder / names[number], layout))
            if not run.shown:
                raise CniError("pages_none", name=noted.output.name)
    run.tell(feedback)
    shown = np.zeros(len(noted.focus), dtype=bool)
    for sheet in run.shown:
        shown[sheet.positions] = True
    count = left_behind(noted.result, shown)
    return {"OUTPUT": str(noted.output), "PAGES": len(run.shown), "LEFT_BEHIND": count}


def _write_file(path: Path, layout: QgsPrintLayout) -> None:
    with PdfPages(path, layout.name()) as pages:
        pages.add(layout)


class _Run:
    """The pages of one run: those shown, those without a shape to show, and what there is to tell about each."""

    def __init__(self, noted: AtlasInput, steps: Steps) -> None:
        self._noted, self._steps = noted, steps
        self.shown: list[Sheet] = []
        self._left_out: list[str] = []
        self._told: dict[tuple[str, str], list[str]] = {}

    def write(self, write: Callable[[QgsPrintLayout, int], None]) -> None:
        """Make each page and hand it over with its number. Raises `cancelled` between two pages."""
        sheets = self._noted.sheets
        for number, sheet in enumerate(sheets):
            words = tr("Page {number} of {total}: {name}")
            self._steps.start(words.format(number=number + 1, total=len(sheets), name=sheet.name), 1 / len(sheets))
            try:
                self._write_sheet(sheet, lambda layout, at=number: write(layout, at))
            except CniError as fault:
                if fault.code != "page_without_shapes":
                    raise
                self._left_out.append(sheet.name)
        self._steps.within(1.0)

    def _write_sheet(self, sheet: Sheet, write: Callable[[QgsPrintLayout], None]) -> None:
        focus = np.zeros(len(self._noted.focus), dtype=bool)
        focus[sheet.positions] = True
        with page_made(self._noted.result, focus, self._noted.choices) as page:
            write(page.layout)
        self.shown.append(sheet)
        for note in page.notices:
            self._told.setdefault((note.code, notice_text(note)), []).append(sheet.name)

    def tell(self, feedback: QgsProcessingFeedback) -> None:
        """Tell each thing once, with the pages that it is about."""
        for (code, text), names in self._told.items():
            tell(feedback, code, tr("{text} (Pages: {names})").format(text=text, names=listed(names)))
        if self._left_out:
            left_out = notice("atlas_without_shape", count=len(self._left_out), names=self._left_out)
            tell(feedback, left_out.code, notice_text(left_out))
