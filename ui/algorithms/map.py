"""cni:map, the main job in one step."""

from __future__ import annotations

from types import ModuleType
from typing import Any

from ..sentences import QT_TRANSLATE_NOOP
from .parameters import add_areas, add_deprivation, add_focus, add_limits, add_tables
from .result_algorithm import ResultAlgorithm


class MapAlgorithm(ResultAlgorithm):
    """Boundaries, need tables, a deprivation table and a look-up in; the styled result layer out."""

    ID = "map"
    TITLE = QT_TRANSLATE_NOOP("Algorithms", "Map community need and deprivation")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        add_areas(self)
        add_tables(self)
        add_deprivation(self)
        add_limits(self)
        add_focus(self, universe=True)
        self.add_result()

    def steps_module(self) -> ModuleType:
        from . import map_steps

        return map_steps
