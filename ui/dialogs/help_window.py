"""The help of the dock and of its windows, in a window beside them."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QFontMetrics
from qgis.PyQt.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from ..algorithms.base import help_file
from .words import tr


def open_help(parent: QWidget, anchor: str, page: str = "dock") -> HelpWindow:
    """Show a page of the help at one of its headings, in the window that is open already if there is one."""
    window = parent.findChild(HelpWindow) or HelpWindow(parent, page)
    window.show()
    window.raise_()
    window.activateWindow()
    # Only a page that has been laid out can be scrolled.
    window.text.scrollToAnchor(anchor)
    return window


class HelpWindow(QDialog):
    """Not modal, so that it can be read while the dock is used."""

    def __init__(self, parent: QWidget, page: str) -> None:
        super().__init__(parent)
        self.setObjectName("cni_mapper_help")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("CNI Mapper: help"))
        self.text = QTextBrowser()
        self.text.setObjectName("cni_mapper_help_text")
        self.text.setAccessibleName(tr("Help"))
        self.text.setOpenExternalLinks(True)
        self.text.setHtml(help_file(page).read_text(encoding="utf-8"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.text)
        em = QFontMetrics(self.font()).height()
        self.resize(34 * em, 36 * em)
