"""cni:leftbehind, the overlay of finished scores."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from .base import CniAlgorithm, Steps, tr
from .map import add_count_outputs, count_results
from .parameters import add_areas, add_focus, add_limits, add_output, add_score_tables


class LeftBehindAlgorithm(CniAlgorithm):
    """Two finished scores by area in; the styled result layer out."""

    ID = "leftbehind"
    TITLE = "Overlay finished scores"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        add_areas(self)
        add_score_tables(self)
        add_limits(self)
        add_focus(self, universe=False)
        add_output(self, tr("Left behind overlay"), layer=True)
        add_count_outputs(self)

    def note(self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> None:
        from . import leftbehind_steps

        self._noted = leftbehind_steps.note_inputs(self, parameters, context)

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from . import leftbehind_steps
        from .result import save_found, show_on_completion

        steps = Steps(feedback)
        found = leftbehind_steps.find(self._noted, steps)
        saved = save_found(found, self._noted.destination, steps, feedback)
        return {"OUTPUT": show_on_completion(self._noted.given, saved, context), **count_results(saved.record)}

    def postProcessAlgorithm(self, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        from .result import reload_shown

        reload_shown(self._noted.destination, context)
        return {}
