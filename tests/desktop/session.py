"""Plays a script inside the real QGIS: a generator function that yields how many seconds to let QGIS go on."""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable, Generator
from pathlib import Path

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QTimer
from qgis.utils import iface

OUT = Path(os.environ["DESKTOP_OUT"])


def play(script: Callable[[], Generator[float, None, None]]) -> None:
    """Play the script once QGIS is up, write down how it ended, and quit QGIS whatever happened."""
    steps = script()

    def start() -> None:
        iface.mainWindow().showMaximized()
        QTimer.singleShot(1000, advance)

    def advance() -> None:
        try:
            seconds = next(steps)
        except StopIteration:
            _quit("ok")
        except Exception:
            _quit(traceback.format_exc())
        else:
            QTimer.singleShot(int(seconds * 1000), advance)

    # QGIS runs --code before its window is complete.
    QTimer.singleShot(2000, start)


def picture(name: str) -> None:
    """Keep a picture of the main window."""
    iface.mainWindow().grab().save(str(OUT / f"{name}.png"))


def _quit(verdict: str) -> None:
    (OUT / "verdict").write_text(f"{verdict}\n", encoding="utf-8")
    QgsProject.instance().removeAllMapLayers()
    # Last, or QGIS asks whether to save and waits for ever.
    QgsProject.instance().setDirty(False)
    QTimer.singleShot(0, iface.actionExit().trigger)
