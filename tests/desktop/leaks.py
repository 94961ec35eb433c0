"""The dock opens and closes fifty times and the plugin loads again five times: nothing is left. Run by desktop.sh."""

from __future__ import annotations

from collections import Counter

import qgis.utils
from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QAction
from session import OUT, Steps, picture, play
from traces import PLUGIN, differences, grown, life, resident_megabytes, traces
from waiting import seen, wait_tasks, wait_until
from widgets import click_menu

CYCLES = 50
RELOADS = 5


def dock_action() -> QAction:
    found = qgis.utils.iface.mainWindow().findChildren(QAction, "cni_mapper_dock")
    assert len(found) == 1, f"{len(found)} actions called cni_mapper_dock"
    return found[0]


def open_and_close() -> Steps:
    dock_action().trigger()
    yield 0.05
    dock_action().trigger()
    yield 0.05


def settled() -> Steps:
    """Wait until what the plugin began has ended and what is to be deleted is gone."""
    yield from wait_tasks(30)
    yield 0.5


def opened_fifty_times() -> Steps:
    yield from settled()
    before, alive, megabytes = traces(), life(), resident_megabytes()
    for _ in range(CYCLES):
        yield from open_and_close()
    yield from settled()
    more = resident_megabytes() - megabytes
    (OUT / "memory").write_text(f"{more:.1f} MB more after {CYCLES} cycles\n", encoding="utf-8")
    assert not differences(before, traces()), differences(before, traces())
    leaked = grown(alive, life(), CYCLES // 2)
    assert not leaked, f"after {CYCLES} cycles there are so many more: {leaked}"


def loaded_again() -> Steps:
    unloaded: list[dict[str, Counter]] = []
    alive: list[dict[str, Counter]] = []
    for _ in range(RELOADS):
        yield from open_and_close()
        assert qgis.utils.unloadPlugin(PLUGIN)
        yield from settled()
        unloaded.append(traces())
        alive.append(life())
        assert not unloaded[-1]["ours"], unloaded[-1]["ours"]
        own = alive[-1]["own Qt objects"]
        assert not own, f"alive although the plugin is unloaded: {own}"
        assert not differences(unloaded[0], unloaded[-1]), differences(unloaded[0], unloaded[-1])
        assert qgis.utils.loadPlugin(PLUGIN)
        assert qgis.utils.startPlugin(PLUGIN)
        yield 0.2
    # The menu of every plugin that goes stays with QGIS.
    leaked = [line for line in grown(alive[0], alive[-1], RELOADS - 1) if "QMenu" not in line]
    assert not leaked, f"after {RELOADS} reloads there are so many more: {leaked}"


def leaks() -> Steps:
    yield from click_menu("Plugins", "CNI Mapper", "CNI Mapper panel")
    # Nothing here may hold the panel, or it would seem to be leaked.
    yield from wait_until(lambda: seen("cni_mapper_panel"), 5, "the panel to open")
    yield from click_menu("Plugins", "CNI Mapper", "Try the example")
    yield from wait_until(lambda: QgsProject.instance().mapLayersByName("Left behind overlay"), 30, "the example")
    yield from settled()
    picture("opened")
    yield from click_menu("Plugins", "CNI Mapper", "CNI Mapper panel")
    yield from wait_until(lambda: not seen("cni_mapper_panel"), 5, "the panel to close")
    yield from open_and_close()
    yield from opened_fifty_times()
    yield from loaded_again()


play(leaks)
