"""Work of a page or dialog in the background: what is done, how far it is, and a way to stop it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from qgis.PyQt import sip
from qgis.PyQt.QtWidgets import QGridLayout, QLabel, QProgressBar, QPushButton, QWidget

from ..tasks import Work
from .words import tr

if TYPE_CHECKING:
    from ...core.errors import CniError
    from ..algorithms.base import Steps


class WorkLine(QWidget):
    """Seen only while something is done. Work that is begun takes the place of what went on before."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._work: Work | None = None
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._bar = QProgressBar()
        self._bar.setAccessibleName(tr("How far the work is"))
        stop = QPushButton(tr("Stop"))
        stop.setObjectName(f"{name}_stop")
        stop.clicked.connect(self._stop_asked)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._words, 0, 0, 1, 2)
        layout.addWidget(self._bar, 1, 0)
        layout.addWidget(stop, 1, 1)
        self.hide()

    @property
    def is_busy(self) -> bool:
        return self._work is not None

    def start(self, title: str, work: Callable[[Steps], Any], done: Callable[[Any, CniError | None], None]) -> None:
        """Begin. done: told what came of it and the fault, both None when the user has stopped it."""
        self.drop()

        def tell(result: Any, fault: CniError | None) -> None:
            if not sip.isdeleted(self) and self._work is begun:
                self._work = None
                self.hide()
                done(result, fault)

        begun = self._work = Work(title, work, tell)
        begun.feedback.progressChanged.connect(self._bar_moves)
        # A task of QGIS lives on when the window that asked for it is gone.
        self.destroyed.connect(begun.feedback.cancel)
        self._words.setText(title)
        self._bar.setValue(0)
        self.show()
        begun.start()

    def drop(self) -> None:
        """Stop what goes on; it tells of nothing any more."""
        work, self._work = self._work, None
        self.hide()
        if work is not None:
            work.cancel()

    def _stop_asked(self) -> None:
        if self._work is not None:
            self._work.cancel()

    def _bar_moves(self, progress: float) -> None:
        if not sip.isdeleted(self):
            self._bar.setValue(int(progress))
