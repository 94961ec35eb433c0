"""The plugin loads, unloads and loads again twice, and leaves nothing behind in QGIS. Run by desktop.sh."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Generator

import qgis.utils
from qgis.core import QgsApplication
from qgis.PyQt.QtWidgets import QAction, QDockWidget, QMenu, QToolBar
from session import picture, play

PLUGIN = "cni_mapper"


def traces() -> dict[str, object]:
    """All that a plugin can add to QGIS and forget to take away."""
    window = qgis.utils.iface.mainWindow()
    return {
        "actions": Counter((action.objectName(), action.text()) for action in window.findChildren(QAction)),
        "menus": Counter(menu.title() for menu in window.findChildren(QMenu)),
        "toolbars": Counter(bar.objectName() for bar in window.findChildren(QToolBar)),
        "docks": Counter(dock.objectName() for dock in window.findChildren(QDockWidget)),
        "providers": sorted(provider.id() for provider in QgsApplication.processingRegistry().providers()),
    }


def differences(before: dict[str, object], after: dict[str, object]) -> dict[str, tuple[object, object]]:
    return {key: (before[key], after[key]) for key in before if before[key] != after[key]}


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
    for _ in range(2):
        assert qgis.utils.loadPlugin(PLUGIN)
        assert qgis.utils.startPlugin(PLUGIN)
        yield 0.5
        assert not differences(loaded, traces()), differences(loaded, traces())
        assert qgis.utils.unloadPlugin(PLUGIN)
        yield 0.5
        assert not differences(unloaded, traces()), differences(unloaded, traces())


play(reload)
