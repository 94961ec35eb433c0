"""cni:methodnote, 'How this map was made' on one page."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFileDestination,
)

from ..sentences import QT_TRANSLATE_NOOP
from .base import CniAlgorithm, Steps, tr
from .result_input import add_result


class MethodNoteAlgorithm(CniAlgorithm):
    """Says in plain words what a result was made from and how."""

    ID = "methodnote"
    TITLE = QT_TRANSLATE_NOOP("Algorithms", "Write a method note")
    # A PDF is set on the thread of the application.
    ON_MAIN_THREAD = True

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        add_result(self)
        pdf, markdown = tr("PDF (*.pdf)"), tr("Markdown (*.md)")
        output = QgsProcessingParameterFileDestination("OUTPUT", tr("Method note"), f"{pdf};;{markdown}")
        output.setHelp(tr("A PDF of one page, or a Markdown file (.md), by its ending."))
        self.addParameter(output)
        whole = QgsProcessingParameterFileDestination(
            "MARKDOWN", tr("The note as Markdown as well"), markdown, optional=True, createByDefault=False
        )
        whole.setHelp(tr("Holds all of the note where the PDF has to be shortened to its page."))
        self.addParameter(whole)

    def note(self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> None:
        from .methodnote_steps import note_note

        self._noted = note_note(self, parameters, context)

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from .methodnote_steps import write_note

        return write_note(self._noted, Steps(feedback), feedback)
