"""Small widgets for pages that scroll, and work of which only the latest counts."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, Qt
from qgis.PyQt.QtWidgets import QComboBox, QDoubleSpinBox, QWidget

from ..tasks import Work
from .quiet_wheel import QuietWheel

if TYPE_CHECKING:
    from ...core.errors import CniError
    from ..algorithms.base import Steps


class CalmCombo(QuietWheel, QComboBox):
    """A list that the wheel changes only while it has the focus, and that is never wider than its place."""

    def __init__(self, name: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)


class CalmSpin(QuietWheel, QDoubleSpinBox):
    """A box for a number that the wheel turns only while it has the focus."""

    def __init__(self, name: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


class LatestWork(QObject):
    """Does work away from the interface; what was asked for before is stopped, and only the last tells of its end."""

    def __init__(self, title: str, parent: QObject) -> None:
        super().__init__(parent)
        self._title = title
        self._work: Work | None = None

    @property
    def is_busy(self) -> bool:
        return self._work is not None

    def ask(self, work: Callable[[Steps], Any], done: Callable[[Any, CniError | None], None]) -> None:
        self.stop()

        def tell(result: Any, fault: CniError | None) -> None:
            if not sip.isdeleted(self) and self._work is asked:
                self._work = None
                if result is not None or fault is not None:
                    done(result, fault)

        asked = Work(self._title, work, tell)
        self._work = asked
        # The tasks of QGIS live on when a dock is closed.
        self.destroyed.connect(asked.feedback.cancel)
        asked.start()

    def stop(self) -> None:
        work, self._work = self._work, None
        if work is not None:
            work.cancel()
