"""The panel of CNI Mapper: its pages, what it says, and what it holds, for reading only."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from pointer import click, type_text
from qgis.PyQt.QtCore import QPoint, QRect
from qgis.PyQt.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QTabWidget, QToolButton, QWidget
from session import Steps, picture
from waiting import find, seen, wait_for, wait_still, wait_tasks, wait_until
from widgets import choose, click_menu, click_tab, give_file


def open_panel() -> Steps:
    yield from click_menu("Plugins", "CNI Mapper", "cni_mapper_dock")
    yield from wait_for("cni_mapper_panel")


def turn_to(page: str) -> Steps:
    """Bring a page to the front by its tab."""
    tabs = find("cni_mapper_pages", QTabWidget)
    yield from click_tab(tabs.tabBar(), page)
    yield from wait_until(lambda: tabs.tabText(tabs.currentIndex()) == page, 2, f"the page {page}")


def held() -> Any:
    """What the panel has chosen, read and tried."""
    return find("cni_mapper_panel").session


def wait_worked_out(seconds: float = 40) -> Steps:
    """Wait until the open run is read, its ranks are worked out, and nothing goes on any more.

    What is said of it takes more lines or fewer than before, so that the pages are not where they were until then.
    """
    session = held()
    yield from wait_until(
        lambda: session.tried is not None and not session.is_busy, seconds, "the ranks of the open run"
    )
    yield from wait_tasks(seconds)


def from_file(button: str, path: Path) -> Steps:
    """Press one of the buttons 'From a file…' and answer with a file."""
    yield from wait_still(find(button, QPushButton))
    yield from click(find(button, QPushButton))
    yield from give_file(path)


def choose_index(path: Path) -> Steps:
    """Choose the index of a definition file, in the list on the page 'Index'."""
    yield from choose(find("cni_mapper_index_definition", QComboBox), "From a file…")
    yield from give_file(path)


def save_in(path: Path) -> Steps:
    """Type on the page 'Results' where the result is to be saved."""
    yield from type_text(find("cni_mapper_results_path", QLineEdit), str(path), then="Tab")


def begin(press: Steps) -> Steps:
    """Press what begins work in the background, and wait until it has begun: it may be over before anybody looks."""
    session, begun = held(), []

    def note_state() -> None:
        begun.append(session.is_busy)

    session.work_changed.connect(note_state)
    yield from press
    yield from wait_until(lambda: True in begun, 5, "the work to begin")
    session.work_changed.disconnect(note_state)


def make_layers(seconds: float = 60) -> Steps:
    """Press 'Make layers' on the page 'Results' and wait until they are there."""
    yield from begin(click(find("cni_mapper_results_make", QPushButton)))
    yield from wait_until(lambda: not held().is_busy and held().kept is not None, seconds, "the layers to be made")


def heard(name: str = "cni_mapper_status") -> str:
    """What a label says just now, the line of status unless another is named: to wait for what it will say."""
    return find(name, QLabel).text()


def says(name: str = "cni_mapper_status") -> str:
    """What a label says that can be seen on the screen whole; the line of status unless another is named."""
    label = find(name, QLabel)
    assert_whole(label)
    return label.text()


def is_sentence(text: str, code: str, *parts: str) -> bool:
    """Whether a text is the sentence that the plugin has for a fault or a notice, and names these parts."""
    from cni_mapper.ui.messages import FAULTS, NOTICES

    template = FAULTS.get(code) or NOTICES[code]
    words = [re.escape(piece) for piece in re.split(r"\{\w+\}", template)]
    return re.fullmatch(".+".join(words), text, re.DOTALL) is not None and all(part in text for part in parts)


def is_hidden(name: str) -> bool:
    return not seen(name, QWidget)


def tip(name: str) -> str:
    """The tooltip of a button, whichever its kind."""
    found = seen(name, QPushButton) + seen(name, QToolButton)
    assert len(found) == 1, f"{len(found)} buttons are called {name}"
    return found[0].toolTip()


def assert_whole(label: QLabel) -> None:
    """Fail if a part of a label's text is cut off, by its own edges or by what it stands in."""
    wanted = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
    corner = label.mapTo(label.window(), QPoint(0, 0))
    place = QRect(corner, label.size())
    inside = label.visibleRegion().boundingRect().translated(corner)
    if label.height() < wanted or inside.height() < min(wanted, label.height()):
        picture("cut-off")
        raise AssertionError(
            f"{label.objectName()} needs {wanted} pixels and has {label.height()}, of which {inside} of {place} is "
            f"seen: {label.text()!r}"
        )
