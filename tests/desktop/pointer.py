"""The mouse and the keyboard of a person at the screen: all of it goes through the X server, as theirs would."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Generator

from qgis.PyQt.QtCore import QPoint, QRect, QSize
from qgis.PyQt.QtWidgets import QAbstractScrollArea, QApplication, QCheckBox, QLineEdit, QRadioButton, QWidget
from session import Steps, picture
from waiting import described

# What QGIS gets to answer an event, in seconds.
SETTLE = 0.1
LEFT, MIDDLE, RIGHT, UP, DOWN = range(1, 6)

_last_click = [0.0, 0.0, 0.0]  # when, and where on the screen


def click(
    widget: QWidget,
    where: QPoint | None = None,
    double: bool = False,
    button: int = LEFT,
    holding: tuple[str, ...] = (),
) -> Steps:
    """Click a widget, at its middle or at a place of its own, scrolled to if need be.

    holding: names of keys held meanwhile, such as "ctrl". A widget that is off or covered is a failure.
    """
    x, y = yield from reach(widget, _middle(widget) if where is None else where)
    yield from _until_on(widget)
    yield from _not_a_double_click(x, y)
    presses = ["click", "--repeat", "2", "--delay", "60", button] if double else ["click", button]
    held = [word for key in holding for word in ("keydown", key)]
    freed = [word for key in holding for word in ("keyup", key)]
    yield from tool("mousemove", x, y, "sleep", "0.03", *held, *presses, *freed)


def hover(widget: QWidget, where: QPoint | None = None) -> Steps:
    """Put the mouse on a widget and wait for its tooltip."""
    x, y = yield from reach(widget, _middle(widget) if where is None else where)
    # A tooltip comes when the mouse has moved over the widget, not when it appears there.
    yield from tool("mousemove", x - 2, y, "sleep", "0.05", "mousemove", x, y)
    yield 1.0


def drag(widget: QWidget, start: QPoint, end: QPoint, steps: int = 10, pause: float = 0.03) -> Steps:
    """Press at the start, move in steps, let go at the end; both are places on the widget."""
    x, y = yield from reach(widget, start)
    last_x, last_y = on_screen(widget, end)
    words: list[object] = ["mousemove", x, y, "mousedown", LEFT]
    for step in range(1, steps + 1):
        words += ["mousemove", x + (last_x - x) * step // steps, y + (last_y - y) * step // steps, "sleep", pause]
    yield from tool(*words, "mouseup", LEFT)


def wheel(widget: QWidget, notches: int, where: QPoint | None = None) -> Steps:
    """Turn the wheel over a widget; notches above 0 go up."""
    x, y = yield from reach(widget, _middle(widget) if where is None else where)
    yield from _turn(x, y, UP if notches > 0 else DOWN, abs(notches))


def press(*keys: str) -> Steps:
    """Press keys one after the other, by the X server's names: "Return", "Tab", "ctrl+z"."""
    yield from tool("key", "--delay", "20", *keys)


def type_text(widget: QWidget, text: str, then: str = "") -> Steps:
    """Click a widget, put the text in place of what it holds, then press a key such as "Tab" if one is given."""
    yield from click(widget)
    focus = QApplication.focusWidget()
    if focus is None or not (focus is widget or widget.isAncestorOf(focus) or focus is widget.focusProxy()):
        picture("no-focus")
        raise AssertionError(f"{described(widget)} was clicked, but the keyboard writes to {described(focus)}")
    yield from press("ctrl+a", "Delete")
    yield from write(text)
    if isinstance(focus, QLineEdit) and not focus.inputMask() and text not in focus.text():
        picture("typed-otherwise")
        raise AssertionError(f"{described(widget)} holds {focus.text()!r} after {text!r} was typed")
    if then:
        yield from press(then)


def write(text: str) -> Steps:
    """Type where the keyboard is."""
    if text.isascii():
        yield from tool("type", "--delay", "8", "--", text)
    else:  # the screen's keyboard has no such letters, and those lent to it for a moment get lost
        QApplication.clipboard().setText(text)
        yield from press("ctrl+v")


def reach(widget: QWidget, where: QPoint) -> Generator[float, None, tuple[int, int]]:
    """Where a place on a widget is on the screen, in its pixels, once the place can be seen and is not covered."""
    if not widget.isVisible():
        picture("not-visible")
        raise AssertionError(f"{described(widget)} cannot be seen")
    inner = widget
    while inner.parentWidget() is not None and not inner.isWindow():
        area = inner.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport().isAncestorOf(widget):
            yield from _scroll(area, widget, where)
        inner = area
    there = QApplication.widgetAt(widget.mapToGlobal(where))
    if there is not widget and not (there is not None and widget.isAncestorOf(there)):
        picture("covered")
        raise AssertionError(f"{described(widget)} is covered at {where.x()}, {where.y()} by {described(there)}")
    return on_screen(widget, where)


def on_screen(widget: QWidget, where: QPoint) -> tuple[int, int]:
    """A place on a widget in pixels of the screen, which are finer than Qt's when QGIS is scaled."""
    place, ratio = widget.mapToGlobal(where), widget.devicePixelRatioF()
    return round(place.x() * ratio), round(place.y() * ratio)


def tool(*words: object) -> Steps:
    """Run xdotool while QGIS goes on: it handles the events in the thread that this runs in."""
    process = subprocess.Popen(["xdotool", *map(str, words)], stderr=subprocess.PIPE, text=True)
    while process.poll() is None:
        yield 0.02
    _, said = process.communicate()
    assert process.returncode == 0, f"xdotool {words}: {said}"
    yield SETTLE


def scroll_until_seen(area: QAbstractScrollArea, place: Callable[[], QRect]) -> Steps:
    """Turn the wheel on an area's scroll bars until a place of it, in pixels of its viewport, can be seen whole.

    place: asked again after each turn.
    """
    for _ in range(80):
        wanted, view = place(), area.viewport().rect()
        if view.contains(wanted):
            return
        upright = wanted.top() < view.top() or wanted.bottom() > view.bottom()
        bar = area.verticalScrollBar() if upright else area.horizontalScrollBar()
        if not upright and not bar.isVisible():
            break
        # The wheel over the content could change a spin box that happens to be there; only popups have no bar.
        over = bar if bar.isVisible() else area.viewport()
        before = max(view.top() - wanted.top(), 0) if upright else max(view.left() - wanted.left(), 0)
        after = wanted.bottom() - view.bottom() if upright else wanted.right() - view.right()
        x, y = yield from reach(over, over.rect().center())
        yield from _turn(x, y, UP if before else DOWN, max(1, min(20, (before or after) // 120)))
    picture("not-reached")
    raise AssertionError(f"no scrolling brings the place into view of {described(area)}")


def _scroll(area: QAbstractScrollArea, widget: QWidget, where: QPoint) -> Steps:
    yield from scroll_until_seen(area, lambda: QRect(widget.mapTo(area.viewport(), where), QSize(1, 1)))


def _turn(x: int, y: int, button: int, notches: int) -> Steps:
    yield from tool("mousemove", x, y, "click", "--repeat", notches, "--delay", "10", button)


def _until_on(widget: QWidget) -> Steps:
    """A person waits a little for what is greyed out."""
    for _ in range(20):
        if widget.isEnabled():
            return
        yield 0.1
    picture("switched-off")
    raise AssertionError(f"{described(widget)} is switched off; it says: {widget.toolTip()!r}")


def _middle(widget: QWidget) -> QPoint:
    if isinstance(widget, (QCheckBox, QRadioButton)):  # only the box and its text take a click
        return QPoint(widget.height() // 2, widget.height() // 2)
    return widget.rect().center()


def _not_a_double_click(x: int, y: int) -> Steps:
    """Two clicks at one place are two clicks only when enough time lies between them."""
    earlier, last_x, last_y = _last_click
    pause = QApplication.doubleClickInterval() / 1000 + 0.05 - (time.monotonic() - earlier)
    if pause > 0 and abs(x - last_x) + abs(y - last_y) < 12:
        yield pause
    _last_click[:] = time.monotonic(), x, y
