"""The plugin loads, unloads and loads again twice, and leaves nothing behind in QGIS. Run by desktop.sh."""

from __future__ import annotations

import sys

import qgis.utils
from session import Steps, picture, play
from traces import PLUGIN, differences, traces


def reload() -> Steps:
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
