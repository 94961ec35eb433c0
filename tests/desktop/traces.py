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
        "layers": Counter(layer.name() for layer in QgsProject.instance().mapLayers().values()),
        "tasks": Counter(task.description() for task in QgsApplication.taskManager().tasks()),
        # Without menus: QGIS itself keeps the menu of every plugin that goes.
        "windows": Counter(
            (type(w).__name__, w.objectName()) for w in QApplication.topLevelWidgets() if not isinstance(w, QMenu)
        ),
    }


def life() -> dict[str, Counter]:
    """What is alive in the process, by kind. QGIS and Python make and free some of it when they like."""
    gc.collect()
    kinds = [type(thing) for thing in gc.get_objects()]
    own = [kind for kind in kinds if kind.__module__.startswith(PLUGIN)]
    owners = (qgis.utils.iface.mainWindow(), QApplication.instance())
    return {
        "threads": Counter(name for name in _threads() if name not in POOLS),
        "own objects": Counter(kind.__qualname__ for kind in own),
        "own Qt objects": Counter(kind.__qualname__ for kind in own if issubclass(kind, QObject)),
        "held by Python": Counter(kind.__name__ for kind in kinds if issubclass(kind, QObject)),
        "held by Qt": Counter(child.metaObject().className() for o in owners for child in o.findChildren(QObject)),
    }


def differences(before: dict[str, Counter], after: dict[str, Counter]) -> list[str]:
    """What was there only before (-), and what only after (+)."""
    return [
        f"{key}: {sign} {dict(part)}"
        for key in before
        for sign, part in (("-", before[key] - after[key]), ("+", after[key] - before[key]))
        if part
    ]


def grown(before: dict[str, Counter], after: dict[str, Counter], least: int) -> list[str]:
    """What there is so many more of, at the least, after than before."""
    more = {key: {name: n for name, n in (after[key] - before[key]).items() if n >= least} for key in before}
    return [f"{key}: {many}" for key, many in more.items() if many]


def resident_megabytes() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 1e6


def _threads() -> Iterator[str]:
    for task in Path("/proc/self/task").iterdir():
        try:
            yield (task / "comm").read_text(encoding="utf-8").strip()
        except OSError:  # it has ended meanwhile
            continue
