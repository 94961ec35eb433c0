"""What the algorithms that make a result layer share. Imports nothing heavy."""

from __future__ import annotations

from types import ModuleType
from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProcessingOutputNumber

from ..settings import read_settings
from .base import CniAlgorithm, Steps, tr
from .parameters import add_output


class ResultAlgorithm(CniAlgorithm):
    """Finds the rankings by its own steps; saves, styles and shows the result layer by the shared ones."""

    def steps_module(self) -> ModuleType:
        """The module with `note_inputs` and `find`, imported only when the algorithm runs."""
        raise NotImplementedError

    def add_result(self) -> None:
        """Add OUTPUT and the counts, which every result has."""
        add_output(self, tr("Left behind overlay"), layer=True)
        self.addOutput(QgsProcessingOutputNumber("LEFT_BEHIND", tr("Left behind areas")))
        self.addOutput(QgsProcessingOutputNumber("DEPRIVED", tr("Deprived areas that are not left behind")))
        self.addOutput(QgsProcessingOutputNumber("HIGH_NEED", tr("High need areas that are not left behind")))

    def note(self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> None:
        self._noted = self.steps_module().note_inputs(self, parameters, context)
        self._colours = read_settings().colours

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from .result import save_found, show_on_completion

        steps = Steps(feedback)
        found = self.steps_module().find(self._noted, steps)
        saved = save_found(found, self._noted.destination, self._colours, steps, feedback)
        self._themes = saved.themes
        # Asked again: this may be another context than that of `note`, and the framework goes by this one.
        given = self.parameterAsOutputLayer(parameters, "OUTPUT", context)
        counts = saved.record["counts"]["areas"]
        outputs = {name.upper(): counts[name] for name in ("left_behind", "deprived", "high_need")}
        return {"OUTPUT": show_on_completion(given, saved, context), **outputs}

    def postProcessAlgorithm(self, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        from .result import reload_shown

        reload_shown(self._noted.destination, context, self._themes)
        return {}
