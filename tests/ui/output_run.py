"""Running the example to a destination, and the sentence when that is refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsProcessingException, QgsProcessingFeedback


class Feedback(QgsProcessingFeedback):
    """Keeps the sentences of faults: QGIS does not raise those of the preparation."""

    def __init__(self) -> None:
        super().__init__(False)
        self.errors: list[str] = []

    def reportError(self, error: str, fatalError: bool = False) -> None:
        self.errors.append(error)


def run(processing: Any, path: Path | str, limit: int = 20, feedback: QgsProcessingFeedback | None = None) -> str:
    return processing.run("cni:example", {"OUTPUT": str(path), "CNI_LIMIT": limit}, feedback=feedback)["OUTPUT"]


def refusal(processing: Any, path: Path | str, feedback: Feedback | None = None) -> str:
    """The sentence with which a run is refused."""
    feedback = feedback or Feedback()
    with pytest.raises(QgsProcessingException) as caught:
        run(processing, path, 20, feedback)
    return feedback.errors[0] if feedback.errors else str(caught.value)
