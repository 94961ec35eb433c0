from __future__ import annotations

from collections.abc import Iterator

import pytest
from qgis.PyQt.QtCore import PYQT_VERSION_STR, QT_VERSION_STR
from qgis.PyQt.QtWidgets import QApplication


def pytest_report_header() -> str:
    return f"Qt {QT_VERSION_STR}, PyQt {PYQT_VERSION_STR}"


@pytest.fixture(scope="session", autouse=True)
def application() -> Iterator[QApplication]:
    """The application: of QGIS where that runs, else Qt's own, since these tests need no more."""
    running = QApplication.instance() or QApplication([])
    yield running
