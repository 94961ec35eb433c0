"""Small parts that the pages of the dock share."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QPushButton


def heading(text: str = "") -> QLabel:
    """A line of bold text over a part of a page."""
    label = QLabel(text)
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    label.setWordWrap(True)
    return label


def note(name: str, text: str = "") -> QLabel:
    """Plain text under a part of a page, over as many lines as it takes; it can be selected and copied."""
    label = QLabel(text)
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def button_row(
    name: str, buttons: Sequence[tuple[str, str, str, Callable[[], object]]], left: int
) -> tuple[QHBoxLayout, dict[QPushButton, str]]:
    """The buttons of a window side by side, and the tooltips of those that have one.

    name: what their object names begin with. buttons: of each the end of its object name, its text, its tooltip and
    what it does. left: how many stand on the left.
    """
    row, words = QHBoxLayout(), {}
    for end, text, tip, call in buttons:
        button = QPushButton(text)
        button.setObjectName(f"{name}_{end}")
        button.setAutoDefault(False)
        button.clicked.connect(lambda _, call=call: call())
        if tip:
            words[button] = tip
        row.addWidget(button)
    row.insertStretch(left, 1)
    return row, words
