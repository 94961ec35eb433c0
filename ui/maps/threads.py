"""Asking the thread of a project from another one."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from qgis.PyQt.QtCore import QObject, Qt, QThread, pyqtSignal, pyqtSlot

_PATIENCE = 2


class _Errand(QObject):
    """Work for another thread, which does it as soon as it comes round to its events."""

    sent = pyqtSignal()

    def __init__(self, work: Callable[[], Any], thread: QThread) -> None:
        super().__init__()
        self._work = work
        self._done = threading.Event()
        self.answer: Any = None
        self.sent.connect(self.run, Qt.ConnectionType.QueuedConnection)
        self.moveToThread(thread)

    @pyqtSlot()
    def run(self) -> None:
        try:
            self.answer = self._work()
        finally:
            self._done.set()

    def wait(self) -> Any:
        self.sent.emit()
        self._done.wait(_PATIENCE)
        return self.answer


def ask(owner: QObject, work: Callable[[], Any]) -> Any:
    """What `work` returns, done in the thread that `owner` lives in.

    QGIS 3.22 prepares the steps of a model in a worker, where the project must not be looked at. None when the owner's
    thread has not answered within two seconds: it may itself be waiting for this one.
    """
    if QThread.currentThread() == owner.thread():
        return work()
    return _Errand(work, owner.thread()).wait()
