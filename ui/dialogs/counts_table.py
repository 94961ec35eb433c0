"""How many areas and people there are in each category, beside the symbols of the map."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QFontMetrics
from qgis.PyQt.QtWidgets import QGridLayout, QLabel, QWidget

from ...core.analysis.overlay import CATEGORIES
from ..messages import category_names
from .category_words import category_icons
from .words import tr

_AREAS, _PEOPLE = 2, 3


class CountsTable(QWidget):
    """One line for each category. A category without an area is shown too, but for 'No data'."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """name: how the object names of its labels begin."""
        super().__init__(parent)
        self._cells: dict[tuple[str, int], QLabel] = {}
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setVerticalSpacing(0)
        layout.setColumnStretch(1, 1)
        for column, title in ((_AREAS, tr("Areas")), (_PEOPLE, tr("People living in"))):
            head = QLabel(title)
            head.setAlignment(Qt.AlignmentFlag.AlignRight)
            layout.addWidget(head, 0, column)
        height = QFontMetrics(self.font()).height()
        icons = category_icons(QSize(2 * height, height))
        for line, category in enumerate(CATEGORIES, start=1):
            for column in range(4):
                label = self._cells[category, column] = QLabel()
                side = Qt.AlignmentFlag.AlignLeft if column < _AREAS else Qt.AlignmentFlag.AlignRight
                layout.addWidget(label, line, column, side)
            self._cells[category, 0].setPixmap(icons[category].pixmap(QSize(2 * height, height)))
            self._cells[category, _AREAS].setObjectName(f"{name}_{category}_areas")
            self._cells[category, _PEOPLE].setObjectName(f"{name}_{category}_people")

    def show_counts(self, areas: Mapping[str, int], people: Mapping[str, float] | None, *, is_variant: bool) -> None:
        """areas, people: by category; people is None where no numbers of residents are known."""
        names = category_names(is_variant=is_variant)
        for category in CATEGORIES:
            self._cells[category, 1].setText(names[category])
            self._cells[category, _AREAS].setText(f"{areas[category]:,}")
            # Who lives where nothing else is known is often not known either.
            known = people is not None and (people[category] > 0 or category != "no_data")
            self._cells[category, _PEOPLE].setText(f"{people[category]:,.0f}" if known else "–")
            for column in range(4):
                self._cells[category, column].setVisible(category != "no_data" or areas[category] > 0)
