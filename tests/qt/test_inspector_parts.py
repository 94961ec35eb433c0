"""The column of texts in the inspector's panel: every text has the height of its lines."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QLabel, QVBoxLayout, QWidget

from cni_mapper.ui.dialogs.inspector_parts import Column, make_heading, make_label, say, scrolled

LONG = "Among the worst of all on community need, and on deprivation too. " * 3


def settle() -> None:
    for _ in range(5):
        QCoreApplication.processEvents()


def test_texts_that_come_while_the_column_is_hidden_are_not_squeezed() -> None:
    column, window = Column(), QWidget()
    inner = QVBoxLayout(column)
    labels = [make_label(f"part_{i}") for i in range(12)]
    for label in labels:
        inner.addWidget(make_heading("What decides it on community need"))
        inner.addWidget(label)
    inner.addStretch(1)
    layout = QVBoxLayout(window)
    layout.addWidget(QLabel("Find an area"))
    layout.addWidget(scrolled(column), 1)
    window.resize(320, 300)
    window.show()
    column.hide()
    settle()
    window.resize(300, 300)
    settle()
    for label in labels:
        say(label, LONG)
    column.show()
    settle()
    assert [label.height() < label.heightForWidth(label.width()) for label in labels] == [False] * 12
    window.deleteLater()
