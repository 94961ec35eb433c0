"""The plugin loads, unloads and loads again twice, and leaves nothing behind in QGIS. Run by desktop.sh."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Generator, Iterator

import qgis.utils
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QAction, QDockWidget, QToolBar
from session import picture, play

PLUGIN = "cni_mapper"


def entries(actions: list[QAction], path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every entry that can be reached from a menu, with the menus it stands under."""
    for action in actions:
        yield (*path, action.text())
        if action.menu():
            yield from entries(action.menu().actions(), (*path, action.text()))


def traces() -> dict[str, Counter]:
    """All that a plugin can add to QGIS and forget to take away."""
    window = qgis.utils.iface.mainWindow()
    return {
        "menus": Counter(entries(window.menuBar().actions())),
        "toolbars": Counter((b.objectName(), a.text()) for b in window.findChildren(QToolBar) for a in b.actions()),
        "docks": Counter(dock.objectName() for dock in window.findChildren(QDockWidget)),
        "providers": Counter(provider.id() for provider in QgsApplication.processingRegistry().providers()),
        "ours": Counter(o.objectName() for o in window.findChildren(QObject) if o.objectName().startswith(PLUGIN)),
    }


def differences(before: dict[str, Counter], after: dict[str, Counter]) -> list[Counter]:
    """What was there only before, and what only after."""
    return [part for key in before for part in (before[key] - after[key], after[key] - before[key]) if part]


def reload() -> Generator[float, None, None]:
    assert PLUGIN in qgis.utils.active_plugins, "QGIS did not start the plugin"
    assert not {"pandas", "geopandas", "scipy"} & set(sys.modules), "starting the plugin imports what only runs need"
    picture("loaded")
    loaded = traces()
    assert "cni" in loaded["providers"]
    assert qgis.utils.unloadPlugin(PLUGIN)
    yield 0.5
    unloaded = traces()
    assert "cni" not in unloaded["providers"]
    assert not unloaded["ours"], unloaded["ours"]
    for _ in range(2):
        assert qgis.utils.loadPlugin(PLUGIN)
        assert qgis.utils.startPlugin(PLUGIN)
        yield 0.5
        assert not differences(loaded, traces()), differences(loaded, traces())
        assert qgis.utils.unloadPlugin(PLUGIN)
        yield 0.5
        assert not differences(unloaded, traces()), differences(unloaded, traces())


play(reload)
