"""cni:atlas, a page for each district or area of a result."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFileDestination,
)

from ..sentences import QT_TRANSLATE_NOOP
from .base import CniAlgorithm, Steps, tr
from .page_parameters import add_template, add_texts
from .result_input import add_result

BY = ("districts", "areas")


class AtlasAlgorithm(CniAlgorithm):
    """The same page over and over: one PDF, or a folder of them."""

    ID = "atlas"
    TITLE = QT_TRANSLATE_NOOP("Algorithms", "Print an atlas")
    # Layouts are made and drawn on the main thread only.
    ON_MAIN_THREAD = True

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        add_result(self)
        kinds = [tr("A page for each district"), tr("A page for each area")]
        by = QgsProcessingParameterEnum("BY", tr("Pages"), kinds, defaultValue=0)
        by.setHelp(tr("In the order of their names."))
        self.addParameter(by)
        add_template(self, "a4_portrait")
        add_texts(self, titles=False)
        output = QgsProcessingParameterFileDestination("OUTPUT", tr("Atlas"), tr("PDF (*.pdf)"))
        output.setHelp(
            tr(
                "A PDF with all pages; or a folder (a name without .pdf), which gets a PDF for each page. Files that "
                "are there are replaced."
            )
        )
        self.addParameter(output)
        self.addOutput(QgsProcessingOutputNumber("PAGES", tr("Pages written")))
        self.addOutput(QgsProcessingOutputNumber("LEFT_BEHIND", tr("Left behind areas on the pages")))

    def note(self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> None:
        from .atlas_steps import note_atlas

        self._noted = note_atlas(self, parameters, context)

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from .atlas_steps import print_atlas

        return print_atlas(self._noted, Steps(feedback), feedback)
