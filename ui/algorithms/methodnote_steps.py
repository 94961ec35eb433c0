"""The steps of cni:methodnote. Imported only when the algorithm runs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from ...core.errors import CniError, notice
from ..maps.layouts.page import PrintedResult
from ..maps.method_note import Note, make_note
from ..maps.note_pdf import write_note_pdf
from ..maps.note_text import as_markdown
from ..maps.output_file import check_file, written_aside
from ..messages import notice_text
from .base import Steps, tell, tr
from .export_steps import shown_result
from .result_input import note_result

_PDF, _MARKDOWN = ".pdf", ".md"


@dataclass(frozen=True, eq=False)
class NoteInput:
    """What cni:methodnote was given. markdown: the second file, None where none was asked for."""

    result: PrintedResult
    output: Path
    markdown: Path | None


def note_note(algorithm: Any, parameters: dict[str, Any], context: QgsProcessingContext) -> NoteInput:
    """Read the parameters and the result. Raises `note_format`, and the faults of `check_file` and of
    reading a result."""
    output = Path(algorithm.parameterAsFileOutput(parameters, "OUTPUT", context)).absolute()
    second = algorithm.parameterAsFileOutput(parameters, "MARKDOWN", context)
    markdown = Path(second).absolute() if second else None
    _check_ending(output, (_PDF, _MARKDOWN))
    if markdown is not None:
        _check_ending(markdown, (_MARKDOWN,))
    return NoteInput(shown_result(note_result(algorithm, parameters, context)), output, markdown)


def _check_ending(path: Path, allowed: tuple[str, ...]) -> None:
    if path.suffix.lower() not in allowed:
        raise CniError("note_format", name=path.name, endings=tr(" or ").join(allowed))
    check_file(path)


def write_note(noted: NoteInput, steps: Steps, feedback: QgsProcessingFeedback) -> dict[str, Any]:
    """Write the files; tell where the page had to be shortened."""
    steps.start(tr("Writing {name}").format(name=noted.output.name), 1.0)
    note, outputs = make_note(noted.result), {"OUTPUT": str(noted.output)}
    if noted.markdown is not None:
        write_markdown(noted.markdown, note)
        outputs["MARKDOWN"] = str(noted.markdown)
    if noted.output.suffix.lower() == _MARKDOWN:
        write_markdown(noted.output, note)
        return outputs
    with written_aside(noted.output) as aside:
        is_whole = write_note_pdf(aside, note, noted.markdown.name if noted.markdown is not None else "")
    if not is_whole and noted.markdown is None:
        tell(feedback, "note_shortened", notice_text(notice("note_shortened", name=noted.output.name)))
    return outputs


def write_markdown(path: Path, note: Note) -> None:
    """Write the note as a Markdown file; what was there is replaced whole. Raises the faults of `written_aside`."""
    with written_aside(path) as aside:
        aside.write_bytes(as_markdown(note).encode("utf-8"))
