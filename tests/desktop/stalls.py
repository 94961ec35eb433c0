"""How long QGIS's interface was blocked: the longest time in which its event loop handled nothing."""

from __future__ import annotations

import sys
import threading
import time
import traceback
from dataclasses import dataclass

from qgis.PyQt.QtCore import Qt, QTimer

BEAT = 0.01
LATE = 0.05


@dataclass(frozen=True)
class Stall:
    """seconds: how long nothing was handled; busy: processor time the interface's thread used in it, seconds.

    Much more seconds than busy: it waited for a file, a lock or another thread, or the machine was doing other things.
    where: the Python calls it was in, when it was noticed.
    """

    seconds: float
    busy: float
    where: str

    def __str__(self) -> str:
        return f"blocked for {self.seconds * 1000:.0f} ms ({self.busy * 1000:.0f} ms busy) in\n{self.where}"


class StallWatch:
    """Watches from start() to stop(), which gives the longest stall between."""

    def start(self) -> None:
        self._longest = Stall(0, 0, "")
        self._where = ""
        self._beat, self._busy = time.perf_counter(), time.thread_time()
        self._watched = threading.main_thread().ident
        self._over = threading.Event()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._take)
        self._timer.start(int(BEAT * 1000))
        self._sampler = threading.Thread(target=self._sample, daemon=True)
        self._sampler.start()

    def stop(self) -> Stall:
        self._take()
        self._timer.stop()
        self._over.set()
        self._sampler.join()
        return self._longest

    def _take(self) -> None:
        now, busy = time.perf_counter(), time.thread_time()
        seconds = now - self._beat - BEAT
        if seconds > self._longest.seconds:
            self._longest = Stall(seconds, busy - self._busy, self._where)
        self._beat, self._busy, self._where = now, busy, ""

    def _sample(self) -> None:
        """Looks on from another thread, since the blocked one cannot say where it is."""
        while not self._over.wait(LATE / 2):
            if time.perf_counter() - self._beat > LATE:
                frame = sys._current_frames().get(self._watched)
                self._where = "".join(traceback.format_stack(frame)[-12:]) if frame else ""
