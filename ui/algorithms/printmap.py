"""cni:printmap, a result on a page that goes into a committee paper as it is."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMapLayer,
)

from ..sentences import QT_TRANSLATE_NOOP
from .base import CniAlgorithm, Steps, tr
from .page_parameters import add_template, add_texts
from .result_input import add_result


class PrintMapAlgorithm(CniAlgorithm):
    """One page: PDF, PNG or SVG."""

    ID = "printmap"
    TITLE = QT_TRANSLATE_NOOP("Algorithms", "Print a map")
    # Layouts are made and drawn on the main thread only.
    ON_MAIN_THREAD = True

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        add_result(self)
        add_template(self, "a3_triptych")
        add_texts(self, titles=True)
        base_map = QgsProcessingParameterMapLayer("BASEMAP", tr("Base map"), optional=True)
        base_map.setHelp(tr("A layer of your project that is drawn under the areas, such as streets."))
        base_map.setFlags(base_map.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        self.addParameter(base_map)
        kinds = ";;".join([tr("PDF (*.pdf)"), tr("Picture (*.png)"), tr("Drawing that can be edited (*.svg)")])
        output = QgsProcessingParameterFileDestination("OUTPUT", tr("Printed page"), kinds)
        output.setHelp(tr("A PDF, PNG or SVG file, by its ending. A file that is there is replaced."))
        self.addParameter(output)
        self.addOutput(QgsProcessingOutputNumber("LEFT_BEHIND", tr("Left behind areas on the page")))

    def note(self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> None:
        from .printmap_steps import note_page

        self._noted = note_page(self, parameters, context)

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from .printmap_steps import print_page

        return print_page(self._noted, Steps(feedback), feedback)
