"""Waiting for QGIS, and finding what is on its screen."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Generator
from typing import Any

from qgis.core import QgsApplication
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QPoint
from qgis.PyQt.QtWidgets import QApplication, QWidget
from session import picture

SLOWEST = 4
"""By how much a machine may be slower than the times that the journeys name."""


def wait_until(condition: Callable[[], Any], seconds: float, what: str) -> Generator[float, None, Any]:
    """Wait until the condition holds and give back what it returned; `what` says in words what was waited for."""
    for _ in range(max(1, round(SLOWEST * seconds / 0.1))):
        answer = condition()
        if answer:
            return answer
        yield 0.1
    picture("waited-in-vain")
    raise AssertionError(f"waited {SLOWEST * seconds:g} s in vain for: {what}")


def wait_for(name: str, kind: type[QWidget] = QWidget, seconds: float = 5) -> Generator[float, None, Any]:
    """Wait until there is a widget of this name to be seen, and give it back."""
    for _ in range(round(SLOWEST * seconds / 0.1)):
        if seen(name, kind):
            break
        yield 0.1
    return find(name, kind)


def wait_tasks(seconds: float) -> Generator[float, None, None]:
    """Wait until no background task is left."""
    yield from wait_until(
        lambda: not QgsApplication.taskManager().countActiveTasks(), seconds, "all background tasks to end"
    )
    yield 0.2


def wait_still(widget: QWidget) -> Generator[float, None, None]:
    """Wait until a widget stays where it is: a line of status that grows moves what is below it."""
    yield from wait_tasks(5)
    place, same = QPoint(), 0
    while same < 5:
        now = widget.mapToGlobal(QPoint(0, 0))
        place, same = now, same + 1 if now == place else 0
        yield 0.1


def find(name: str, kind: type[QWidget] = QWidget) -> Any:
    """The one widget of this object name that can be seen, in any window."""
    found = seen(name, kind)
    if len(found) == 1:
        return found[0]
    picture("not-found")
    if found:
        raise AssertionError(f"{len(found)} widgets called {name} can be seen: {[type(w).__name__ for w in found]}")
    hidden = [w for w in QApplication.allWidgets() if w.objectName() == name]
    if hidden:
        raise AssertionError(f"{name} is there, but cannot be seen: {[_why_hidden(w) for w in hidden]}")
    names = sorted({w.objectName() for w in QApplication.allWidgets() if w.isVisible() and w.objectName()})
    similar = difflib.get_close_matches(name, names, n=8, cutoff=0.4)
    raise AssertionError(f"no {kind.__name__} called {name} can be seen; similar: {similar}")


def seen(name: str, kind: type[QWidget] = QWidget) -> list[Any]:
    """Every widget of this object name and kind that can be seen."""
    return [
        widget
        for widget in QApplication.allWidgets()
        if isinstance(widget, kind) and widget.objectName() == name and widget.isVisible()
    ]


def gone(widget: QWidget) -> bool:
    """Whether a widget is closed; many dialogs are deleted by closing them."""
    return sip.isdeleted(widget) or not widget.isVisible()


def described(widget: QWidget | None) -> str:
    """A widget in words, for a failure."""
    if widget is None:
        return "nothing of QGIS"
    window = widget.window()
    return f"{type(widget).__name__} {widget.objectName()!r} in window {window.windowTitle()!r}"


def _why_hidden(widget: QWidget) -> str:
    while widget.parentWidget() is not None and not widget.isHidden():
        widget = widget.parentWidget()
    return f"hidden by {described(widget)}"
