"""Every text of a part of the interface that a person can see, point at or have read out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any
from xml.etree import ElementTree as ET

from qgis.PyQt.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from qgis.PyQt.QtGui import QTextDocumentFragment
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAction,
    QComboBox,
    QDoubleSpinBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QSpinBox,
    QTabWidget,
    QTextBrowser,
    QToolButton,
    QWidget,
)
from widgets import plain

MOST_ROWS = 200
_SHOWN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)


def texts_in(whole: QWidget) -> dict[str, str]:
    """The texts of a widget and of all in it that can be seen, each with the name of one place where it stands."""
    found: dict[str, str] = {}
    for widget in (whole, *whole.findChildren(QWidget)):
        # The buttons that Qt gives to a panel are not ours.
        if widget.isVisible() and not widget.objectName().startswith("qt_"):
            for text in _texts_of(widget):
                words = readable(text)
                if words:
                    found.setdefault(words, _place(widget))
    return found


def readable(text: str) -> str:
    """A text without marks, as it is read: in one line."""
    if Qt.mightBeRichText(text):
        text = QTextDocumentFragment.fromHtml(text).toPlainText()
    return " ".join(plain(text).split())


def _place(widget: QWidget) -> str:
    while widget is not None and not widget.objectName().startswith("cni_mapper"):
        widget = widget.parentWidget()
    return "" if widget is None else widget.objectName()


def _texts_of(widget: QWidget) -> Iterator[str]:
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    if widget.isWindow() or widget.inherits("QDockWidget"):
        yield widget.windowTitle()
    yield from _own_texts(widget)
    if hasattr(widget, "draw") and hasattr(widget, "words"):
        yield from _drawn(widget)


def _own_texts(widget: Any) -> Iterator[str]:
    """What a widget of Qt shows, by its kind."""
    for kinds, texts in _KINDS:
        if isinstance(widget, kinds):
            yield from texts(widget)


def _menu_of(button: QToolButton) -> Iterator[str]:
    return iter(()) if button.menu() is None else menu_texts(button.menu())


def _tabs(tabs: QTabWidget) -> Iterator[str]:
    for i in range(tabs.count()):
        yield from (tabs.tabText(i), tabs.tabToolTip(i))


def _items(view: QAbstractItemView) -> Iterator[str]:
    yield from _model_texts(view.model(), view.rootIndex())
    for head in view.findChildren(QHeaderView):
        for section in range(head.count() if head.isVisible() else 0):
            for role in _SHOWN:
                text = view.model().headerData(section, head.orientation(), role)
                if isinstance(text, str):
                    yield text


def menu_texts(menu: QMenu) -> Iterator[str]:
    for action in menu.actions():
        yield from action_texts(action)


def action_texts(action: QAction) -> Iterator[str]:
    yield from (action.text(), action.toolTip(), action.statusTip())
    if action.menu() is not None:
        yield from menu_texts(action.menu())


def _model_texts(model: QAbstractItemModel | None, root: QModelIndex) -> Iterator[str]:
    if model is None:
        return
    for row in range(min(MOST_ROWS, model.rowCount(root))):
        # Qt keeps the number of columns of a plain list to itself.
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount(root)):
            index = model.index(row, column, root)
            for role in _SHOWN:
                text = index.data(role)
                if isinstance(text, str):
                    yield text
        yield from _model_texts(model, model.index(row, 0, root))


def _drawn(chart: QWidget) -> Iterator[str]:
    """The words painted on a chart, by the drawing that it can be saved as."""
    from cni_mapper.ui.dialogs.charts.export import encode_svg

    drawing = ET.fromstring(re.sub(rb"<!DOCTYPE[^>]*>", b"", encode_svg(chart)))
    for node in drawing.iter("{http://www.w3.org/2000/svg}text"):
        yield "".join(node.itertext())


_KINDS: tuple[tuple[Any, Callable[[Any], Iterable[str]]], ...] = (
    ((QLabel, QAbstractButton), lambda one: [one.text()]),
    (QToolButton, _menu_of),
    (QGroupBox, lambda box: [box.title()]),
    (QTabWidget, _tabs),
    (QComboBox, lambda combo: _model_texts(combo.model(), combo.rootModelIndex())),
    (QLineEdit, lambda line: [line.placeholderText()]),
    ((QSpinBox, QDoubleSpinBox), lambda box: [box.prefix(), box.suffix(), box.specialValueText()]),
    (QAbstractItemView, _items),
    (QTextBrowser, lambda page: page.toPlainText().split("\n")),
    (QMenu, menu_texts),
)
