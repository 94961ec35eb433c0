"""Journey a: a newcomer without data opens the panel, tries the example and gets a map. Run by desktop.sh."""

from __future__ import annotations

from canvas import wait_drawn
from pointer import click, press
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtWidgets import QLabel, QPushButton, QTabWidget
from session import WORK, Steps, picture, play
from waiting import find, seen, wait_for, wait_tasks, wait_until
from widgets import click_menu, click_tab, give_file

OVERLAY = "Left behind overlay"


def overlay() -> QgsVectorLayer:
    found = QgsProject.instance().mapLayersByName(OVERLAY)
    assert len(found) == 1, f"{len(found)} layers called {OVERLAY}"
    return found[0]


def newcomer() -> Steps:
    yield from click_menu("Plugins", "CNI Mapper", "cni_mapper_dock")
    yield from wait_for("cni_mapper_panel")
    picture("welcome")
    yield from click(find("cni_mapper_try_example_button", QPushButton))
    yield from wait_until(lambda: QgsProject.instance().mapLayersByName(OVERLAY), 30, "the map of the example")
    yield from wait_tasks(20)
    yield from wait_drawn()
    picture("example")
    categories = [feature["category"] for feature in overlay().getFeatures()]
    assert (len(categories), categories.count("left_behind")) == (150, 8)
    assert not seen("cni_mapper_welcome"), "the welcome is still there"
    yield from all_pages()
    yield from press("ctrl+s")
    yield from give_file(WORK / "sampleshire.qgz")
    yield from wait_until((WORK / "sampleshire.qgz").exists, 10, "the project to be saved")


def all_pages() -> Steps:
    """Look at each page: none may have a fault to tell of."""
    tabs = find("cni_mapper_pages", QTabWidget)
    for i in range(tabs.count()):
        yield from click_tab(tabs.tabBar(), tabs.tabText(i))
        yield from wait_until(lambda i=i: tabs.currentIndex() == i, 2, f"the page {tabs.tabText(i)}")
        picture(f"page-{tabs.tabText(i).lower()}")
        status = find("cni_mapper_status", QLabel)
        assert status.text(), f"the page {tabs.tabText(i)} says nothing"
        assert status.property("kind") != "fault", status.text()


play(newcomer)
