"""What a person does with menus, lists and dialogs, by mouse and keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pointer import click, drag, scroll_until_seen, type_text
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QModelIndex, QPoint, QRect, Qt
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAction,
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QMenu,
    QSlider,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionSlider,
    QStyleOptionViewItem,
    QTabBar,
    QToolButton,
)
from qgis.utils import iface
from session import Steps, picture
from waiting import described, gone, wait_until


def click_menu(*path: str) -> Steps:
    """Open a menu of the menu bar and choose an entry: click_menu("Plugins", "CNI Mapper", "Try the example").

    path: texts without "&", or object names of the actions.
    """
    bar = iface.mainWindow().menuBar()
    first = _entry(bar.actions(), path[0])
    yield from click(bar, bar.actionGeometry(first).center())
    yield from pick(*path[1:])


def pick(*path: str) -> Steps:
    """Choose an entry of the menu that is open, going through its submenus."""
    menu = yield from wait_until(lambda: _open_menu(None), 5, f"a menu with {path[0]}")
    for step in path:
        action = _entry(menu.actions(), step)
        yield from click(menu, menu.actionGeometry(action).center())
        if action.menu():
            inner = action.menu()
            menu = yield from wait_until(lambda inner=inner: _open_menu(inner), 5, f"the submenu {step}")


def click_action(name: str) -> Steps:
    """Click the tool button of an action of the main window, by the action's object name."""
    buttons = [b for b in iface.mainWindow().findChildren(QToolButton) if b.isVisible() and b.defaultAction()]
    found = [button for button in buttons if button.defaultAction().objectName() == name]
    if not found:
        picture("no-button")
        raise AssertionError(
            f"no tool button for {name}; there are {sorted(b.defaultAction().objectName() for b in buttons)}"
        )
    yield from click(found[0])


def click_button(text: str) -> Steps:
    """Click the button with this text (without "&") in the window in front."""

    def fits() -> list[QAbstractButton]:
        window = QApplication.activeModalWidget() or QApplication.activeWindow()
        buttons = window.findChildren(QAbstractButton) if window else []
        return [b for b in buttons if b.isVisible() and plain(b.text()) == text]

    found = yield from wait_until(fits, 5, f"a button {text!r} in the window in front")
    yield from click(found[0])


def choose(combo: QComboBox, text: str) -> Steps:
    """Open a combo box by clicking and click an entry, told by its whole text, or by a beginning that only one has."""
    texts = [combo.itemText(i) for i in range(combo.count())]
    rows = [i for i, t in enumerate(texts) if t == text] or [i for i, t in enumerate(texts) if t.startswith(text)]
    if len(rows) != 1:
        picture("no-choice")
        raise AssertionError(f"{len(rows)} entries of {described(combo)} are {text!r}; it has {texts}")
    yield from click(combo, _arrow(combo).center())
    chosen: list[int] = []
    combo.activated.connect(chosen.append)
    before = QApplication.activeModalWidget()

    def is_taken() -> bool:
        # What the choice opens may hold the signal back until it is closed.
        return bool(chosen) or QApplication.activeModalWidget() not in (None, before)

    view = combo.view()
    yield from wait_until(view.isVisible, 5, f"the list of {described(combo)}")
    yield 0.2  # a list that has just opened takes no click yet
    yield from click_item(view, combo.model().index(rows[0], combo.modelColumn(), combo.rootModelIndex()))
    yield from wait_until(is_taken, 5, f"the list to take the click on {text!r}")
    assert chosen in ([], rows), f"the entry {chosen[0]} was taken, not {text!r}, which is entry {rows[0]}"
    if not sip.isdeleted(combo):
        combo.activated.disconnect(chosen.append)


def item(view: QAbstractItemView, text: str, column: int = 0) -> QModelIndex:
    """The one item of a list, table or tree with this text in this column, at any depth."""
    model = view.model()
    start = model.index(0, column, view.rootIndex())
    flags = Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive | Qt.MatchFlag.MatchWrap
    found = model.match(start, Qt.ItemDataRole.DisplayRole, text, -1, flags)
    if len(found) != 1:
        picture("no-item")
        first = [
            model.index(row, column, view.rootIndex()).data()
            for row in range(min(30, model.rowCount(view.rootIndex())))
        ]
        raise AssertionError(f"{len(found)} items of {described(view)} are {text!r}; at its top are {first}")
    return found[0]


def click_item(
    view: QAbstractItemView, index: QModelIndex | str, double: bool = False, holding: tuple[str, ...] = ()
) -> Steps:
    """Click an item of a list, table or tree, scrolled to if need be. A tree's branch must be open."""
    index = item(view, index) if isinstance(index, str) else index
    yield from _show(view, index)
    yield from click(view.viewport(), _seen_part(view, index).center(), double=double, holding=holding)


def tick(view: QAbstractItemView, index: QModelIndex | str) -> Steps:
    """Click the tick box of an item."""
    index = item(view, index) if isinstance(index, str) else index
    yield from _show(view, index)
    option = QStyleOptionViewItem()
    option.initFrom(view)
    option.rect = view.visualRect(index)
    option.features = QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
    box = view.style().subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, option, view)
    yield from click(view.viewport(), box.center())


def click_tab(bar: QTabBar, text: str) -> Steps:
    """Click a tab, first bringing it into view by the bar's arrows if there are more tabs than room."""
    texts = [plain(bar.tabText(i)) for i in range(bar.count())]
    assert text in texts, f"no tab {text!r} in {described(bar)}; it has {texts}"
    tab = texts.index(text)
    arrows = [button for button in bar.findChildren(QToolButton) if button.isVisible()]
    right = min((arrow.x() for arrow in arrows), default=bar.width())
    for _ in texts:
        middle = bar.tabRect(tab).center()
        if 0 < middle.x() < right:
            break
        yield from click(min(arrows, key=lambda a: a.x()) if middle.x() <= 0 else max(arrows, key=lambda a: a.x()))
    yield from click(bar, middle)


def slide(slider: QSlider, value: int, steps: int = 10, pause: float = 0.03) -> Steps:
    """Drag the handle of a slider to where this value is, as near as its pixels allow."""
    yield from drag(slider, _handle(slider, slider.value()), _handle(slider, value), steps, pause)


def give_file(path: Path | str) -> Steps:
    """Answer QGIS's file dialog with a path, as typed by hand."""
    dialog = yield from wait_until(
        lambda: next((w for w in QApplication.topLevelWidgets() if isinstance(w, QFileDialog) and w.isVisible()), None),
        5,
        "a file dialog",
    )
    yield from type_text(dialog.findChild(QLineEdit, "fileNameEdit"), str(path), then="Return")
    yield from wait_until(lambda: gone(dialog), 5, f"the file dialog to take {path}")


def messages_shown() -> list[str]:
    """What QGIS's message bar says, the newest first."""
    return [part.text() for part in iface.messageBar().items()]


def plain(text: str) -> str:
    """A label as it is read, without the mark of its shortcut key."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def _entry(actions: Sequence[QAction], name: str) -> QAction:
    shown = [action for action in actions if action.isVisible() and not action.isSeparator()]
    found = [action for action in shown if name in (plain(action.text()), action.objectName())]
    if len(found) != 1:
        picture("no-entry")
        raise AssertionError(f"{len(found)} entries are {name!r}; the menu has {[plain(a.text()) for a in shown]}")
    assert found[0].isEnabled(), f"the entry {name!r} is switched off; it says: {found[0].toolTip()!r}"
    return found[0]


def _open_menu(wanted: QMenu | None) -> Any:
    popup = QApplication.activePopupWidget()
    if not isinstance(popup, QMenu) or not popup.isVisible():
        return None
    return popup if wanted is None or popup is wanted else None


def _arrow(combo: QComboBox) -> QRect:
    option = QStyleOptionComboBox()
    option.initFrom(combo)
    option.editable = combo.isEditable()
    style = combo.style()
    return style.subControlRect(QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxArrow, combo)


def _handle(slider: QSlider, value: int) -> QPoint:
    option = QStyleOptionSlider()
    option.initFrom(slider)
    option.orientation = slider.orientation()
    if slider.orientation() == Qt.Orientation.Horizontal:
        option.state |= QStyle.StateFlag.State_Horizontal  # style sheets ask for it
    option.minimum, option.maximum = slider.minimum(), slider.maximum()
    option.sliderPosition = option.sliderValue = value
    option.upsideDown = slider.invertedAppearance() != (slider.orientation() == Qt.Orientation.Vertical)
    option.tickPosition, option.tickInterval = slider.tickPosition(), slider.tickInterval()
    handle = QStyle.SubControl.SC_SliderHandle
    return slider.style().subControlRect(QStyle.ComplexControl.CC_Slider, option, handle, slider).center()


def _show(view: QAbstractItemView, index: QModelIndex) -> Steps:
    assert view.visualRect(index).isValid(), f"{index.data()!r} of {described(view)} is in a closed branch"
    yield from scroll_until_seen(view, lambda: _seen_part(view, index))


def _seen_part(view: QAbstractItemView, index: QModelIndex) -> QRect:
    """An item, without the part to the right where the view ends: its middle may lie where nobody would click."""
    rect, size = view.visualRect(index), view.viewport().size()
    return rect.intersected(QRect(0, rect.y(), size.width(), size.height())) if rect.x() < size.width() else rect
