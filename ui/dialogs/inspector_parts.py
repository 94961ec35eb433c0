"""Small widgets that the pages of the inspector are put together from."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QGuiApplication, QResizeEvent
from qgis.PyQt.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QSizePolicy, QWidget

_LARGER = 1.3


def make_label(name: str, *, bold: bool = False, large: bool = False) -> QLabel:
    """A text that wraps and can be selected; links in it work with mouse and keyboard."""
    label = QLabel()
    label.setObjectName(f"cni_mapper_{name}")
    label.setWordWrap(True)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.LinksAccessibleByMouse
        | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
    )
    font = label.font()
    font.setBold(bold)
    if large:
        font.setPointSizeF(font.pointSizeF() * _LARGER)
    label.setFont(font)
    # A label that wraps would otherwise take height for a narrower width than it has.
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    return label


def make_heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    label.setContentsMargins(0, label.fontMetrics().height() // 2, 0, 0)
    return label


def make_button(name: str, text: str, tip: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(f"cni_mapper_{name}")
    button.setToolTip(tip)
    return button


def say(label: QLabel, text: str) -> None:
    """Show a plain text, and no label where there is none."""
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setVisible(bool(text))


def say_lines(label: QLabel, lines: Sequence[str]) -> None:
    """Show plain sentences, one below the other."""
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setText("".join(f"<p style='margin: 0 0 4px 0'>{escape(line)}</p>" for line in lines if line))
    label.setVisible(any(lines))


def make_table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table as rich text: the first column to the left, the others to the right."""

    def row(cells: Sequence[str], kind: str) -> str:
        sides = ("left", *("right" for _ in cells[1:]))
        return "".join(f"<{kind} align='{side}'>{escape(cell)}</{kind}>" for side, cell in zip(sides, cells))

    lines = [row(heads, "th"), *(row(cells, "td") for cells in rows)]
    return (
        f"<table width='100%' cellspacing='0' cellpadding='2'>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"
    )


class Column(QWidget):
    """The content of a scroll area that is as wide as that, and as high as its texts need in this width.

    Otherwise the scroll area keeps the height that they would need in the narrowest one.
    """

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Qt leaves the layout as it was when a column that is not seen yet is resized, with the texts squeezed.
        self.layout().setGeometry(self.contentsRect())


def scrolled(content: Column) -> QScrollArea:
    """A widget that scrolls up and down, never sideways."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(content)
    return area


def copy_text(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
