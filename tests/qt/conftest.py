from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from qgis.PyQt.QtCore import PYQT_VERSION_STR, QT_VERSION_STR
from qgis.PyQt.QtGui import QColor, QPalette
from qgis.PyQt.QtWidgets import QApplication, QWidget

DARK = {
    QPalette.ColorRole.Base: "#232629",
    QPalette.ColorRole.Window: "#2d3136",
    QPalette.ColorRole.Text: "#eff0f1",
    QPalette.ColorRole.WindowText: "#eff0f1",
    QPalette.ColorRole.Highlight: "#3daee9",
}


def pytest_report_header() -> str:
    return f"Qt {QT_VERSION_STR}, PyQt {PYQT_VERSION_STR}"


@pytest.fixture(scope="session", autouse=True)
def application() -> Iterator[QApplication]:
    """The application: of QGIS where that runs, else Qt's own, since these tests need no more."""
    yield QApplication.instance() or QApplication([])


@pytest.fixture
def dark() -> QPalette:
    """The colours of a dark theme."""
    palette = QPalette()
    for role, colour in DARK.items():
        palette.setColor(role, QColor(colour))
    return palette


@pytest.fixture
def show(application: QApplication) -> Iterator[Callable[..., QWidget]]:
    """A function that shows a widget in a size, at least its smallest; it is closed after the test."""
    shown = []

    def show_widget(widget: QWidget, width: int = 0, height: int = 0) -> QWidget:
        shown.append(widget)
        least = widget.minimumSizeHint()
        widget.resize(max(width, least.width()), max(height, least.height()))
        widget.show()
        application.processEvents()
        return widget

    yield show_widget
    for widget in shown:
        widget.close()
        widget.deleteLater()
    application.processEvents()
