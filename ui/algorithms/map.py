"""cni:map, the main job in one step."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProcessingOutputNumber

from .base import CniAlgorithm, Steps, tr
from .parameters import add_areas, add_deprivation, add_focus, add_limits, add_output, add_tables


class MapAlgorithm(CniAlgorithm):
    """Boundaries, need tables, a deprivation table and a look-up in; the styled result layer out."""

    ID = "map"
    TITLE = "Map community need and deprivation"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        add_areas(self)
        add_tables(self)
        add_deprivation(self)
        add_limits(self)
        add_focus(self, universe=True)
        add_output(self, tr("Left behind overlay"), layer=True)
        add_count_outputs(self)

    def note(self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> None:
        from . import map_steps

        self._noted = map_steps.note_inputs(self, parameters, context)

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from . import map_steps
        from .result import save_found, show_on_completion

        steps = Steps(feedback)
        found = map_steps.find(self._noted, steps)
        saved = save_found(found, self._noted.destination, steps, feedback)
        return {"OUTPUT": show_on_completion(self._noted.given, saved, context), **count_results(saved.record)}

    def postProcessAlgorithm(self, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        from .result import reload_shown

        reload_shown(self._noted.destination, context)
        return {}


def add_count_outputs(algorithm: CniAlgorithm) -> None:
    algorithm.addOutput(QgsProcessingOutputNumber("LEFT_BEHIND", tr("Left behind areas")))
    algorithm.addOutput(QgsProcessingOutputNumber("DEPRIVED", tr("Deprived areas that are not left behind")))
    algorithm.addOutput(QgsProcessingOutputNumber("HIGH_NEED", tr("High need areas that are not left behind")))


def count_results(record: Any) -> dict[str, int]:
    areas = record["counts"]["areas"]
    return {name.upper(): areas[name] for name in ("left_behind", "deprived", "high_need")}
