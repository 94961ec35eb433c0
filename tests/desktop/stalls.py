"""How long QGIS's interface was blocked: the longest time in which its event loop handled nothing."""

from __future__ import annotations

import sys
import threading
import time
import traceback
from collections import Counter
from dataclasses import dataclass
from types import FrameType

from qgis.PyQt.QtCore import Qt, QTimer

BEAT = 0.01
LATE = 0.03
DEPTH = 8


@dataclass(frozen=True)
class Stall:
    """seconds: how long nothing was handled; busy: processor time the interface's thread used in it, seconds.

    Much more seconds than busy: it waited for a file, a lock or another thread, or the machine was doing other things.
    where: the Python calls it was found in, with how many of the looks at it found it there.
    """

    seconds: float
    busy: float
    where: str

    def __str__(self) -> str:
        return f"blocked for {self.seconds * 1000:.0f} ms ({self.busy * 1000:.0f} ms busy)\n{self.where}"


class StallWatch:
    """Watches from start() to stop(), which gives the longest stall between."""

    def start(self) -> None:
        self._longest = (0.0, 0.0, Counter())
        self._looks: Counter = Counter()
        self._beat, self._busy = time.perf_counter(), time.thread_time()
        self._over = threading.Event()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._take)
        self._timer.start(int(BEAT * 1000))
        self._looker = threading.Thread(target=self._look, args=(threading.get_ident(),), daemon=True)
        self._looker.start()

    def stop(self) -> Stall:
        self._take()
        self._timer.stop()
        self._over.set()
        self._looker.join()
        seconds, busy, looks = self._longest
        return Stall(seconds, busy, "".join(_in_words(calls, count) for calls, count in looks.most_common(3)))

    def _take(self) -> None:
        now, busy = time.perf_counter(), time.thread_time()
        seconds = max(now - self._beat - BEAT, 0)
        if seconds > self._longest[0]:
            self._longest = (seconds, busy - self._busy, self._looks)
        self._beat, self._busy, self._looks = now, busy, Counter()

    def _look(self, watched: int) -> None:
        """Looks on from another thread, since the blocked one cannot say where it is."""
        while not self._over.wait(BEAT):
            looks = self._looks
            if time.perf_counter() - self._beat > LATE:
                looks[_calls(sys._current_frames().get(watched))] += 1


def _calls(frame: FrameType | None) -> tuple[tuple[str, int, str], ...]:
    """The innermost calls, the outer first: file, line, function. Reading their text would take too long here."""
    calls = []
    while frame is not None and len(calls) < DEPTH:
        if not frame.f_code.co_filename.startswith("<frozen"):  # who imports is of interest, not how
            calls.insert(0, (frame.f_code.co_filename, frame.f_lineno, frame.f_code.co_name))
        frame = frame.f_back
    return tuple(calls)


def _in_words(calls: tuple[tuple[str, int, str], ...], count: int) -> str:
    return f"{count} x\n" + "".join(
        traceback.format_list(traceback.StackSummary.from_list([(*c, None) for c in calls]))
    )
