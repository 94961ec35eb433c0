"""The officer prints: a page is chosen and seen, saved as PDF, and kept as a layout of the project."""

from __future__ import annotations

import subprocess
from pathlib import Path

from panel import heard, is_hidden
from pointer import click, type_text
from qgis.core import QgsLayoutItemMap, QgsProject
from qgis.PyQt.QtWidgets import QApplication, QComboBox, QDialog, QLabel, QLineEdit, QMainWindow, QPushButton, QWidget
from session import Steps, picture
from waiting import find, wait_for, wait_tasks, wait_until
from widgets import choose, give_file

TITLE = "For the committee of May"
PAGE = "page.pdf"
_PRINT = "cni_mapper_print"


def printed(folder: Path) -> Steps:
    """From the page 'Results', which is in front: one map on A4, with a title of the officer's own."""
    yield from click(find("cni_mapper_results_print", QPushButton))
    yield from wait_for(_PRINT, QDialog)
    yield from page_seen()
    picture("print")
    yield from choose(find(f"{_PRINT}_template", QComboBox), "A4 portrait")
    yield from page_seen()
    yield from type_text(find(f"{_PRINT}_title", QLineEdit), TITLE)
    yield 0.4
    yield from page_seen()
    picture("print-a4")
    yield from click(find(f"{_PRINT}_full", QPushButton))
    yield 0.3
    picture("print-full-size")
    yield from saved(folder / PAGE)
    yield from designed(folder)
    yield from click(find(f"{_PRINT}_close", QPushButton))
    yield from wait_until(lambda: is_hidden(_PRINT), 3, "the window to close")


def page_seen() -> Steps:
    """Wait until the page of the last change is shown."""
    work = find(_PRINT, QDialog)._work
    yield from wait_until(lambda: not work.is_busy, 20, "the page to be drawn")
    shown = find(f"{_PRINT}_page", QLabel).pixmap()
    assert shown is not None and not shown.isNull(), heard(f"{_PRINT}_words")


def saved(file: Path) -> Steps:
    yield from click(find(f"{_PRINT}_save", QPushButton))
    yield from give_file(file.with_suffix(""))
    yield from wait_until(lambda: str(file) in heard(f"{_PRINT}_words"), 30, "the page to be saved")
    picture("page-saved")
    assert TITLE in text_of(file), text_of(file)


def text_of(file: Path) -> str:
    return subprocess.run(["pdftotext", str(file), "-"], check=True, capture_output=True, text=True).stdout


def designed(folder: Path) -> Steps:
    """The page opens in QGIS's own designer, and is kept with the project."""
    yield from click(find(f"{_PRINT}_designer", QPushButton))
    window = yield from wait_until(_designer, 20, "the layout designer")
    yield from wait_tasks(20)
    yield 1.0
    picture("designer")
    assert_kept(folder)
    window.close()
    yield from wait_until(lambda: _designer() is None, 5, "the designer to close")
    yield from page_seen()


def _designer() -> QWidget | None:
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, QMainWindow) and w.isVisible()]
    return next((w for w in found if TITLE in w.windowTitle()), None)


def assert_kept(folder: Path) -> None:
    """The project holds the page, and the page's map draws layers that stand in a file of the folder."""
    layout = QgsProject.instance().layoutManager().layoutByName(TITLE)
    assert layout is not None, [one.name() for one in QgsProject.instance().layoutManager().layouts()]
    item = layout.itemById("map")
    assert isinstance(item, QgsLayoutItemMap), item
    layers = item.layers()
    assert len(layers) > 1, layers
    for layer in layers:
        assert layer.isValid(), layer.source()
        assert layer.source().startswith(f"{folder / TITLE}.gpkg|"), layer.source()
    # The one of names is empty where each name has room in its area.
    assert sum(layer.featureCount() > 0 for layer in layers) > 1, [layer.name() for layer in layers]
