"""A button that offers official data of the catalogue, what fits the index first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from ....core.data.catalogue import Entry, shipped_entries
from ....core.data.columns import find_imd_score
from ....core.data.geographies import Geography, read_heading
from ....core.errors import CniError
from ...tasks import open_algorithm
from ..words import tr


def boundaries_offered() -> list[Entry]:
    """The boundaries of the catalogue."""
    return [entry for entry in _entries() if entry.type == "polygon" and code_of(entry, "code") is not None]


def deprivation_offered() -> list[Entry]:
    """The deprivation tables of the catalogue, then its look-ups."""
    tables = [entry for entry in _entries() if entry.is_table]
    scores = [entry for entry in tables if find_imd_score([entry.columns.get("score", "")])]
    return scores + [entry for entry in tables if "to_code" in entry.columns]


def _entries() -> list[Entry]:
    try:
        return [entry for entry in shipped_entries().values() if not entry.is_page]
    except CniError:  # a catalogue edited by hand must not keep the dock from opening
        return []


def code_of(entry: Entry, role: str) -> Geography | None:
    """What the codes in a column of an entry are of; None where it has no such column."""
    heading = read_heading(entry.columns.get(role, ""))
    return None if heading is None else Geography(heading.kind, heading.vintage)


def fitting_boundaries(entries: Iterable[Entry], wanted: Geography) -> set[str]:
    """The ids of the boundaries of a geography."""
    return {entry.id for entry in entries if code_of(entry, "code") == wanted}


def fitting_deprivation(entries: Sequence[Entry], wanted: Geography, small: Geography | None) -> set[str]:
    """The ids of what leads to scores by a geography: tables by it, look-ups to it, and tables those begin at.

    small: what the table already chosen is by, None while there is none.
    """
    to = [entry for entry in entries if code_of(entry, "to_code") == wanted and code_of(entry, "code") is not None]
    if small is not None:
        return {entry.id for entry in to if code_of(entry, "code") == small}
    starts = [wanted, *(code_of(entry, "code") for entry in to)]
    scores = [entry for entry in entries if "score" in entry.columns and code_of(entry, "code") in starts]
    used = [code_of(entry, "code") for entry in scores]
    return {entry.id for entry in scores} | {entry.id for entry in to if code_of(entry, "code") in used}


class DownloadButton(QPushButton):
    """Opens a list of data sets; the one chosen is shown in QGIS's dialog for downloading, ready to run."""

    def __init__(self, name: str, text: str, words: str, offered: Callable[[], list[Entry]]) -> None:
        super().__init__(text)
        self.setObjectName(name)
        self.setToolTip(words)
        self._offered = offered
        self._fit: Callable[[list[Entry]], set[str]] = lambda _: set()
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(self._fill)
        self.setMenu(menu)

    def set_fit(self, fit: Callable[[list[Entry]], set[str]]) -> None:
        """How to tell the ids of the data sets that go with what is chosen: they come first and say so."""
        self._fit = fit

    def _fill(self) -> None:
        menu = self.menu()
        menu.clear()
        offered = self._offered()
        fitting = self._fit(offered)
        for entry in sorted(offered, key=lambda entry: entry.id not in fitting):
            text = tr("{title} (fits this index)") if entry.id in fitting else "{title}"
            action = menu.addAction(text.format(title=entry.title).replace("&", "&&"))
            about = {"publisher": entry.publisher, "licence": entry.licence}
            action.setToolTip(tr("From {publisher}. Licence: {licence}").format(**about))
            action.triggered.connect(lambda _, id=entry.id: open_algorithm("cni:download", {"ENTRY": id}))
        menu.addSeparator()
        other = menu.addAction(tr("Another data set…"))
        other.triggered.connect(lambda _: open_algorithm("cni:download"))


def with_words(button: DownloadButton) -> QWidget:
    """The button, and beside it what it does."""
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(button)
    words = QLabel(tr("official ones, downloaded into this project"))
    words.setWordWrap(True)
    layout.addWidget(words, 1)
    return row
