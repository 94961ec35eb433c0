"""A box in which an area is found by its name or code, without a mouse."""

from __future__ import annotations

import pandas as pd
from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import QStringListModel, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QCompleter, QWidget

from .area_words import tr
from .data import Data

_MOST_SHOWN = 12


class AreaSearch(QgsFilterLineEdit):
    """Suggests areas while a name is typed; Return takes the one that is meant.

    chosen: the position in the universe of the area. missed: what was typed, where no area is called that.
    """

    chosen = pyqtSignal(int)
    missed = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data: Data | None = None
        self._positions: dict[str, int] = {}
        self._words: dict[str, tuple[str, str]] = {}
        self.setObjectName("cni_mapper_area_search")
        self.setPlaceholderText(tr("Find an area by name or code"))
        self.setAccessibleName(tr("Find an area by name or code"))
        self.setShowSearchIcon(True)
        self._model = QStringListModel(self)
        completer = QCompleter(self._model, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(_MOST_SHOWN)
        completer.activated[str].connect(self._choose)
        self.setCompleter(completer)
        self.returnPressed.connect(self._look_up)

    def offer(self, data: Data | None) -> None:
        """Suggest the areas of these data; none when there are none."""
        if data is self._data:
            return
        self._data = data
        self._words = {} if data is None else _labels(data)
        labels = list(self._words)
        self._positions = {label: position for position, label in enumerate(labels)}
        self._model.setStringList(sorted(labels, key=str.casefold))

    def _choose(self, label: str) -> None:
        if label in self._positions:
            self.chosen.emit(self._positions[label])

    def _look_up(self) -> None:
        """Take what was typed where it means one area: by its whole name or code, or by a part that no other has."""
        text = self.text().strip().casefold()
        found = [label for label in self._positions if text in label.casefold()]
        whole = [label for label in found if text in self._words[label]]
        meant = whole if len(whole) == 1 else found
        if not text:
            return
        if not meant:
            self.missed.emit(self.text().strip())
        elif len(meant) == 1:
            self._choose(meant[0])
        else:
            self.completer().complete()


def _labels(data: Data) -> dict[str, tuple[str, str]]:
    """By 'Name, District (code)' of every area of the universe, in its order: its name and code in small letters."""
    names, codes = data.names, [str(code) for code in data.basis.values.codes]
    district = names["district_name"].where(names["district_name"].notna(), names["district_code"])
    labels = {}
    for code, name, place in zip(codes, _texts(names["area_name"]), _texts(district)):
        known = ", ".join(filter(None, (name, place)))
        labels[f"{known} ({code})" if known else code] = (name.casefold(), code.casefold())
    return labels


def _texts(column: pd.Series) -> list[str]:
    return column.where(column.notna(), "").astype(str).tolist()
