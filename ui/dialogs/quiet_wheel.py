"""Widgets on a page that scrolls must not change when the page is meant to."""

from __future__ import annotations

from qgis.PyQt.QtGui import QWheelEvent
from qgis.PyQt.QtWidgets import QSlider


class QuietWheel:
    """To be mixed into a list, box or slider: the wheel changes it only while it has the focus."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class QuietSlider(QuietWheel, QSlider):
    """A slider on a page that scrolls."""
