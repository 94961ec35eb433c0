"""cni:leftbehind, the overlay of finished scores."""

from __future__ import annotations

from types import ModuleType
from typing import Any

from ..sentences import QT_TRANSLATE_NOOP
from .parameters import add_areas, add_focus, add_limits, add_score_tables
from .result_algorithm import ResultAlgorithm


class LeftBehindAlgorithm(ResultAlgorithm):
    """Two finished scores by area in; the styled result layer out."""

    ID = "leftbehind"
    TITLE = QT_TRANSLATE_NOOP("Algorithms", "Overlay finished scores")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        add_areas(self)
        add_score_tables(self)
        add_limits(self)
        add_focus(self, universe=False)
        self.add_result()

    def steps_module(self) -> ModuleType:
        from . import leftbehind_steps

        return leftbehind_steps
