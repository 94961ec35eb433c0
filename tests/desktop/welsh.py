"""Journey f: the whole interface in Welsh, and the example mapped with it. Run by desktop.sh; welsh_2.py goes on."""

from __future__ import annotations

from canvas import wait_drawn
from english import welsh_of
from panel import wait_worked_out
from pointer import click, press, type_text
from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import (
    QAction,
    QDoubleSpinBox,
    QMenu,
    QPushButton,
    QTabWidget,
    QToolButton,
)
from qgis.utils import iface
from sampleshire import assert_result, inspect, result, result_file
from session import WORK, Steps, play
from waiting import find, seen, wait_for, wait_until
from welsh_check import check, check_texts, nothing_is_english, open_menu, turn_to_page
from widgets import click_tab, give_file, messages_shown


def welsh() -> Steps:
    yield from entries()
    yield from empty_pages()
    yield from mapped()
    yield from pages()
    yield from tried()
    yield from inspected()
    yield from press("ctrl+s")
    yield from give_file(WORK / "welsh.qgz")
    yield from wait_until((WORK / "welsh.qgz").exists, 10, "the project to be saved")
    nothing_is_english()


def entries() -> Steps:
    """The entries of the plugin in QGIS's menu, and its button."""
    actions = [a for a in iface.mainWindow().findChildren(QAction) if a.objectName().startswith("cni_mapper")]
    check_texts("menu", {text: action.objectName() for action in actions for text in (action.text(), action.toolTip())})
    yield from open_menu(iface.pluginMenu(), "CNI Mapper", "cni_mapper_dock")
    yield from wait_for("cni_mapper_panel")


def empty_pages() -> Steps:
    yield from each_page("empty")
    button = find("cni_mapper_run_menu_button", QToolButton)
    yield from click(button)
    yield from wait_until(lambda: seen("cni_mapper_run_menu", QMenu), 5, "the menu of the runs")
    check("run-menu", find("cni_mapper_run_menu", QMenu))
    yield from press("Escape")


def each_page(name: str) -> Steps:
    for i in range(find("cni_mapper_pages", QTabWidget).count()):
        yield from turn_to_page(i)
        check(f"{name}-{i + 1}", find("cni_mapper_panel"))


def mapped() -> Steps:
    """The example: its layers, its legend and what is said of it."""
    yield from click(find("cni_mapper_try_example_button", QPushButton))
    yield from wait_until(lambda: QgsProject.instance().layerTreeRoot().findGroups(), 30, "the map of the example")
    yield from wait_worked_out()
    yield from wait_drawn()
    assert_result(result_file())
    tree = QgsProject.instance().layerTreeRoot()
    layers = {node.name(): "layers" for node in (*tree.findGroups(), *tree.findLayers())}
    legend = {item.label(): "legend" for item in result().renderer().legendSymbolItems()}
    assert len(legend) == 5
    assert any(next(iter(legend)).startswith(name) for name in welsh_of("Left behind")), legend
    check_texts("mapped", {**layers, **legend, messages_shown()[0]: "message"})


def pages() -> Steps:
    yield from each_page("page")


def tried() -> Steps:
    """A limit moved: the strip with who joins."""
    yield from turn_to_page(3)
    yield from type_text(find("cni_mapper_thresholds_cni_box", QDoubleSpinBox), "15", then="Tab")
    yield from wait_until(lambda: seen("cni_mapper_what_if"), 10, "the preview of the limit of 15%")
    yield from click(find("cni_mapper_what_if_joined", QPushButton))
    yield from wait_drawn()
    check("tried", find("cni_mapper_panel"))
    yield from click(find("cni_mapper_what_if_reset", QPushButton))
    yield from wait_until(lambda: not seen("cni_mapper_what_if"), 5, "the preview to go")


def inspected() -> Steps:
    yield from inspect("X05000056", result_file())
    check("ward", find("cni_mapper_area_panel"))
    tabs = find("cni_mapper_area_tabs", QTabWidget)
    yield from click_tab(tabs.tabBar(), tabs.tabText(1))
    yield 0.3
    check("patch", find("cni_mapper_area_panel"))


play(welsh)
