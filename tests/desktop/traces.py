"""All that a plugin can add to QGIS and forget to take away."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import qgis.utils
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QAction, QApplication, QDockWidget, QMenu, QToolBar

PLUGIN = "cni_mapper"
# QGIS and Qt keep threads for a while and start more when they like.
POOLS = ("Thread (pooled)", "QXcbEventQueue", "QDBusConnection")


def entries(actions: list[QAction], path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every entry that can be reached from a menu, with the menus it stands under."""
    for action in actions:
        yield (*path, action.text())
        if action.menu():
            yield from entries(action.menu().actions(), (*path, action.text()))


def traces() -> dict[str, Counter]:
    window = qgis.utils.iface.mainWindow()
    return {
        "menus": Counter(entries(window.menuBar().actions())),
        "toolbars": Counter((b.objectName(), a.text()) for b in window.findChildren(QToolBar) for a in b.actions()),
        "docks": Counter(dock.objectName() for dock in window.findChildren(QDockWidget)),
        "providers": Counter(provider.id() for provider in QgsApplication.processingRegistry().providers()),
        "ours": Counter(o.objectName() for o in window.findChildren(QObject) if o.objectName().startswith(PLUGIN)),
    }


def life() -> dict[str, Counter]:
    """What is alive in the process: layers, tasks, threads, windows, and objects of the plugin's classes or Qt's."""
    gc.collect()
    kinds = [type(thing) for thing in gc.get_objects()]
    own = [kind for kind in kinds if kind.__module__.startswith(PLUGIN)]
    return {
        "layers": Counter(layer.name() for layer in QgsProject.instance().mapLayers().values()),
        "tasks": Counter(task.description() for task in QgsApplication.taskManager().tasks()),
        "threads": Counter(name for name in _threads() if name not in POOLS),
        # Without menus: QGIS itself keeps the menu of every plugin that goes.
        "windows": Counter(
            (type(w).__name__, w.objectName()) for w in QApplication.topLevelWidgets() if not isinstance(w, QMenu)
        ),
        "own objects": Counter(kind.__qualname__ for kind in own),
        "own Qt objects": Counter(kind.__qualname__ for kind in own if issubclass(kind, QObject)),
        "Qt objects": Counter(kind.__name__ for kind in kinds if issubclass(kind, QObject)),
    }


def below_window() -> Counter:
    """How many Qt objects of each class QGIS's main window and the application own, whoever made them."""
    owners = (qgis.utils.iface.mainWindow(), QApplication.instance())
    return Counter(child.metaObject().className() for owner in owners for child in owner.findChildren(QObject))


def differences(before: dict[str, Counter], after: dict[str, Counter]) -> list[str]:
    """What was there only before (-), and what only after (+)."""
    return [
        f"{key}: {sign} {dict(part)}"
        for key in before
        for sign, part in (("-", before[key] - after[key]), ("+", after[key] - before[key]))
        if part
    ]


def resident_megabytes() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 1e6


def _threads() -> Iterator[str]:
    for task in Path("/proc/self/task").iterdir():
        try:
            yield (task / "comm").read_text(encoding="utf-8").strip()
        except OSError:  # it has ended meanwhile
            continue
