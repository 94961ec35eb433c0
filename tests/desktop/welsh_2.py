"""Journey f goes on: an own index in a second run, the two compared, help, options and toolbox. Run by desktop.sh."""

from __future__ import annotations

from collections.abc import Iterator

from canvas import wait_drawn
from panel import begin, from_file, held, wait_worked_out
from pointer import click, press
from qgis.core import QgsApplication, QgsProject
from qgis.gui import QgsOptionsPageWidget
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QMessageBox,
    QPushButton,
    QToolButton,
    QTreeView,
)
from qgis.utils import iface
from session import WORK, Steps, play
from waiting import find, gone, wait_for, wait_tasks, wait_until
from welsh_check import RESOURCES, check, check_texts, nothing_is_english, open_menu, turn_to_page
from widgets import choose, click_item, give_file, pick

SAMPLE = RESOURCES / "sample"
INDEX, RESULTS = 1, 4


def welsh_2() -> Steps:
    toolbox()
    yield from press("ctrl+o")
    yield from give_file(WORK / "welsh.qgz")
    yield from wait_until(lambda: QgsProject.instance().mapLayers(), 10, "the project to open")
    yield from open_menu(iface.pluginMenu(), "CNI Mapper", "cni_mapper_dock")
    yield from wait_for("cni_mapper_panel")
    yield from wait_worked_out()
    yield from own_index()
    yield from made()
    yield from compared()
    yield from helped()
    yield from options()
    nothing_is_english()


def toolbox() -> None:
    """What the toolbox says of the algorithms."""
    check_texts("toolbox", dict(_toolbox_texts()))


def _toolbox_texts() -> Iterator[tuple[str, str]]:
    for algorithm in QgsApplication.processingRegistry().providerById("cni").algorithms():
        for text in (algorithm.displayName(), algorithm.shortHelpString()):
            yield text, algorithm.id()
        for one in (*algorithm.parameterDefinitions(), *algorithm.outputDefinitions()):
            yield one.description(), f"{algorithm.id()}: {one.name()}"


def own_index() -> Steps:
    """A copy of the run with an index of raw indicators: what there is to choose about one, and the dialog for more."""
    yield from click(find("cni_mapper_run_menu_button", QToolButton))
    yield from pick("cni_mapper_run_copy")
    yield from turn_to_page(INDEX)
    indices = find("cni_mapper_index_definition", QComboBox)
    yield from choose(indices, indices.itemText(indices.count() - 1))
    yield from give_file(SAMPLE / "own_index.json")
    yield from from_file("cni_mapper_index_table_from_file", SAMPLE / "indicators.csv")
    yield from wait_worked_out()
    tree = find("cni_mapper_index_tree", QTreeView)
    for name, part in (("domain", "Civic assets"), ("indicator", "Libraries")):
        yield from click_item(tree, part)
        more = find("cni_mapper_index_more", QToolButton)
        if not more.isChecked():
            yield from click(more)
        yield from wait_tasks(10)
        check(name, find("cni_mapper_panel"))
    yield from click(find("cni_mapper_index_add", QPushButton))
    dialog = yield from wait_until(QApplication.activeModalWidget, 5, "the dialog for an indicator")
    yield 0.5
    check("add-indicator", dialog)
    yield from press("Escape")
    yield from wait_until(lambda: gone(dialog), 5, "the dialog to close")


def made() -> Steps:
    """The result of the copy, and the details of the message about it."""
    yield from turn_to_page(RESULTS)
    yield from begin(click(find("cni_mapper_results_make", QPushButton)))
    yield from wait_until(lambda: not held().is_busy and held().made is not None, 30, "the layers to be made")
    yield from wait_worked_out()
    yield from wait_drawn()
    check("made", find("cni_mapper_panel"), iface.messageBar().currentItem())
    buttons = iface.messageBar().currentItem().findChildren(QPushButton)
    yield from click(next(button for button in buttons if button.isVisible()))
    box = yield from wait_until(QApplication.activeModalWidget, 5, "the details of the message")
    assert isinstance(box, QMessageBox)
    yield 0.3
    check("details", box)
    yield from press("Escape")
    yield from wait_until(lambda: gone(box), 5, "the details to close")


def compared() -> Steps:
    yield from click(find("cni_mapper_results_compare", QPushButton))
    dialog = yield from wait_for("cni_mapper_compare", QDialog)
    yield from wait_tasks(10)
    yield 0.5
    check("compared", dialog)
    yield from click(find("cni_mapper_compare_close", QPushButton))
    yield from wait_until(lambda: gone(dialog), 5, "the comparison to close")


def helped() -> Steps:
    yield from click(find("cni_mapper_run_help", QToolButton))
    window = yield from wait_for("cni_mapper_help", QDialog)
    yield 0.5
    check("help", window)
    yield from press("Escape")
    yield from wait_until(lambda: gone(window), 5, "the help to close")


def options() -> Steps:
    """CNI Mapper's page in QGIS's own dialog."""
    yield from open_menu(iface.settingsMenu(), "mActionOptions")
    dialog = yield from wait_until(QApplication.activeModalWidget, 10, "the options of QGIS")
    yield 0.5
    view = next(
        view
        for view in dialog.findChildren(QAbstractItemView)
        if view.objectName().startswith("mOptions") and view.isVisible()
    )
    yield from click_item(view, "CNI Mapper")
    page = yield from wait_for("cni_mapper_options", QgsOptionsPageWidget)
    yield 0.3
    check("options", page)
    yield from press("Escape")
    yield from wait_until(lambda: gone(dialog), 5, "the options to close")


play(welsh_2)
