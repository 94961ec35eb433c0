"""The one piece of work that a session has in the background, and how far it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..tasks import AlgorithmRun, Work


class Background(QObject):
    """At most one piece of work goes on. words: what it is doing; progress: 0 to 100.

    refusal: why the last run of an algorithm failed, in words; blank where it did not, and once other work has begun.
    """

    changed = pyqtSignal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words, self.progress, self.refusal = "", 0.0, ""
        self._work: Work | AlgorithmRun | None = None
        self._turn = 0

    @property
    def is_busy(self) -> bool:
        return self._work is not None

    def begin(self, make: Callable[[Callable[..., None]], Work | AlgorithmRun], done: Callable[..., None]) -> None:
        """Begin work in place of what goes on. make: gets what it is to call at its end.

        done: called with what the work has to tell, unless other work has begun since.
        """
        self.drop()
        turn = self._turn

        def ended(*results: Any) -> None:
            if turn == self._turn:
                self.refusal = work.refusal if isinstance(work, AlgorithmRun) else ""
                self._end()
                done(*results)

        work = make(ended)
        self._work, self.words, self.progress, self.refusal = work, "", 0.0, ""
        work.feedback.words.connect(self._heard)
        work.feedback.progressChanged.connect(self._advanced)
        self.changed.emit()
        work.start()

    def cancel(self) -> None:
        """Stop the work, if there is any; it tells of its end when it has stopped."""
        if self._work is not None:
            self._work.cancel()

    def drop(self) -> None:
        """Stop the work, and do not wait for what it has to tell."""
        self.cancel()
        self._end()

    def _end(self) -> None:
        self._turn += 1
        if self._work is not None:
            self._work = None
            self.changed.emit()

    def _heard(self, words: str) -> None:
        if self.is_busy:
            self.words = words
            self.changed.emit()

    def _advanced(self, progress: float) -> None:
        if self.is_busy:
            self.progress = progress
            self.changed.emit()
