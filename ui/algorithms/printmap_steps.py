"""The steps of cni:printmap. Imported only when the algorithm runs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from ..maps.layouts.export import check_page_file, export_page
from ..maps.layouts.made import keywords_of, page_made
from ..maps.layouts.page import Focus, PageChoices, PrintedResult
from ..messages import notice_text
from .base import Steps, tell, tr
from .page_parameters import read_choices
from .result_input import note_result

_MAKING = 0.5


@dataclass(frozen=True, eq=False)
class PageInput:
    """What cni:printmap was given."""

    result: PrintedResult
    focus: Focus
    choices: PageChoices
    output: Path


def note_page(algorithm: Any, parameters: dict[str, Any], context: QgsProcessingContext) -> PageInput:
    """Read the parameters and the result; refuse at once what cannot be written.

    Raises the faults of `check_page_file`, `note_result` and `read_choices`.
    """
    output = Path(algorithm.parameterAsFileOutput(parameters, "OUTPUT", context)).absolute()
    check_page_file(output)
    noted = note_result(algorithm, parameters, context)
    return PageInput(noted.result, noted.focus, read_choices(algorithm, parameters, context, noted.result), output)


def print_page(noted: PageInput, steps: Steps, feedback: QgsProcessingFeedback) -> dict[str, Any]:
    """Make the page and write it. Returns the outputs of the algorithm."""
    steps.start(tr("Making the page"), _MAKING)
    keywords = keywords_of(noted.result, noted.focus)
    with page_made(noted.result, noted.focus, noted.choices) as page:
        steps.start(tr("Writing {name}").format(name=noted.output.name), 1 - _MAKING)
        notices = export_page(page.layout, noted.output, page.facts.title, steps.within, keywords=keywords)
    for note in [*page.notices, *notices]:
        tell(feedback, note.code, notice_text(note))
    return {"OUTPUT": str(noted.output), "LEFT_BEHIND": left_behind(noted.result, noted.focus)}


def left_behind(result: PrintedResult, focus: Focus) -> int:
    """How many areas of a focus are left behind (in a variant: high on both)."""
    return int((result.table["category"].to_numpy() == "left_behind")[focus].sum())
