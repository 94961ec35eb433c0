"""How the values of a part of the index lie: a histogram, read in the background, or why there is none."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtWidgets import QLabel, QVBoxLayout, QWidget

from ...core.data.distribution import Distribution
from ...core.errors import CniError
from ...core.index.definition import Definition, Domain, Indicator
from ..messages import fault_text
from .calm import LatestWork
from .charts.histogram import Histogram
from .index_sources import IndexSources
from .table_columns import PartValues, wanted_by
from .words import tr


class ValuesView(QWidget):
    """Shows the values of one part as tables have them."""

    def __init__(self, name: str, sources: IndexSources, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sources = sources
        self._key: object = None
        self._part: Domain | Indicator | None = None
        self.distribution: Distribution | None = None
        self._reading = LatestWork(tr("Looking at a column"), self)
        self._words = QLabel()
        self._words.setObjectName(f"{name}_words")
        self._words.setWordWrap(True)
        self._chart = Histogram()
        self._chart.setObjectName(name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._words)
        layout.addWidget(self._chart)
        self._say("")

    @property
    def is_busy(self) -> bool:
        return self._reading.is_busy

    def clear(self, words: str = "") -> None:
        """Show nothing but words."""
        self._reading.stop()
        self._key, self.distribution = None, None
        self._say(words)

    def _say(self, words: str) -> None:
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self._chart.setVisible(self.distribution is not None)

    def show_part(
        self, definition: Definition, part: Domain | Indicator, tables: Sequence[str], code_field: str | None
    ) -> None:
        """Show the values of a part. tables: ids of the layers they are looked for in."""
        shrink = isinstance(part, Indicator) and part.shrink
        kind = part.published.kind if isinstance(part, Domain) and part.published is not None else ""
        held = [(id, self._sources.version(id)) for id in tables]
        key = (part.id, wanted_by(part), shrink, kind, code_field, definition.geography, held)
        self._part = part
        if key == self._key:
            self._show()
            return
        try:
            noted = [self._sources.note(id) for id in tables]
        except CniError as fault:
            self.clear(fault_text(fault))
            return
        self._key = key
        if self.distribution is None:
            self._say(tr("Reading the values…"))
        self._reading.ask(PartValues(noted, code_field, definition, part).read, self._was_read)

    def _was_read(self, distribution: Distribution | None, fault: CniError | None) -> None:
        self.distribution = distribution
        self._say("" if fault is None else fault_text(fault))
        self._show()

    def _show(self) -> None:
        part = self._part
        if part is None or self.distribution is None:
            return
        if isinstance(part, Indicator):
            self._chart.show_distribution(self.distribution, part.title, part.unit, part.higher_is)
        else:
            ranks = part.published is not None and part.published.kind == "rank"
            way = "less_need" if ranks else "more_need"
            self._chart.show_distribution(self.distribution, part.title, tr("ranks") if ranks else "", way)
