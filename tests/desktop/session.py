"""Plays a script inside the real QGIS: a generator function that yields how many seconds to let QGIS go on."""

from __future__ import annotations

import os
import time
import traceback
from collections.abc import Callable, Generator
from pathlib import Path

from faults import no_faults
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication
from qgis.utils import iface

OUT = Path(os.environ["DESKTOP_OUT"])
PICTURES = Path(os.environ["DESKTOP_PICTURES"])
# Lasts from one session of a journey to the next; it is also the person's home folder.
WORK = Path(os.environ["DESKTOP_WORK"])

Steps = Generator[float, None, None]


def play(script: Callable[[], Steps], allowed: tuple[str, ...] = ()) -> None:
    """Play the script once QGIS is up, write down how it ended, and quit QGIS whatever happened.

    allowed: parts of the warnings that the script provokes; any other fault in QGIS's log fails it.
    """
    steps = script()

    def start() -> None:
        iface.mainWindow().showMaximized()
        QTimer.singleShot(500, advance)

    def advance() -> None:
        try:
            seconds = next(steps)
        except StopIteration:
            _end("", allowed)
        except Exception:
            _end(traceback.format_exc(), allowed)
        else:
            QTimer.singleShot(int(seconds * 1000), advance)

    # QGIS runs --code before its window is complete.
    iface.initializationCompleted.connect(lambda: QTimer.singleShot(0, start))


def picture(name: str) -> None:
    """Keep a numbered picture of the whole screen, with every window, menu and tooltip on it."""
    number = sum(1 for _ in PICTURES.glob("[0-9][0-9]-*.png")) + 1
    QgsApplication.primaryScreen().grabWindow(0).save(str(PICTURES / f"{number:02}-{name}.png"))


def _end(failure: str, allowed: tuple[str, ...]) -> None:
    try:
        no_faults(allowed)
    except AssertionError as faults:
        failure += f"{faults}\n"
    if failure:
        picture("failed")
    (OUT / "verdict").write_text(failure or "ok\n", encoding="utf-8")
    QgsApplication.taskManager().cancelAll()
    _quit(time.monotonic() + 10)


def _quit(latest: float) -> None:
    """Quit when nothing is left that would ask or hold QGIS: open dialogs and running tasks are ended first."""
    dialogs = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not iface.mainWindow()]
    for dialog in dialogs:
        dialog.close()
    if (dialogs or QgsApplication.taskManager().countActiveTasks()) and time.monotonic() < latest:
        QTimer.singleShot(100, lambda: _quit(latest))
        return
    QgsProject.instance().removeAllMapLayers()
    # Last, or QGIS asks whether to save and waits for ever.
    QgsProject.instance().setDirty(False)
    QTimer.singleShot(0, iface.actionExit().trigger)
