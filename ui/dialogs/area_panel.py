"""The inspector's page about one area."""

from __future__ import annotations

import math
from html import escape

from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from ...core.analysis.area_report import Standing
from .area_facts import AreaFacts
from .area_search import AreaSearch
from .area_words import (
    area_text,
    category_words,
    caveat,
    decisive_words,
    index_words,
    likeness_words,
    limit_words,
    more_need_words,
    need_name,
    needy_words,
    no_values_words,
    place_words,
    published_words,
    rank_words,
    sure_words,
    tr,
    value_words,
    where_words,
)
from .charts.position_bars import Bar, PositionBars
from .inspector_parts import (
    Column,
    copy_text,
    make_button,
    make_heading,
    make_label,
    make_table,
    say,
    say_lines,
    scrolled,
)

_SIMILAR = 5


class AreaPanel(QWidget):
    """Shows what is known of an area, or says what is to be done to see one.

    asked: the position of an area that was searched for or clicked. zoomed: the map is to go to the area shown.
    exported: a page about it is wanted.
    """

    asked = pyqtSignal(int)
    zoomed = pyqtSignal()
    exported = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: AreaFacts | None = None
        self.search = AreaSearch()
        self.search.chosen.connect(self.asked)
        self.search.missed.connect(self._say_missed)
        self._message = make_label("area_message")
        self._details = self._make_details()
        layout = QVBoxLayout(self)
        layout.addWidget(self.search)
        layout.addWidget(self._message)
        self._scroll = scrolled(self._details)
        layout.addWidget(self._scroll, 1)

    def _make_details(self) -> Column:
        self._name = make_label("area_name", bold=True, large=True)
        self._place = make_label("area_place")
        self._category = make_label("area_category", bold=True)
        self._notes = make_label("area_notes")
        self._need, self._deprivation = make_label("area_need"), make_label("area_deprivation")
        self._bars = PositionBars()
        self._bars.setObjectName("cni_mapper_area_bars")
        self._decisive = make_label("area_decisive")
        self._similar = [self._make_link(i) for i in range(_SIMILAR)]
        self._similar_heading = make_heading(tr("Areas most like it"))
        self._values = make_label("area_values")
        self._quality = make_label("area_quality")
        box = Column()
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        for part in (self._name, self._place, self._category, self._notes, self._need, self._deprivation):
            layout.addWidget(part)
        layout.addWidget(make_heading(tr("Position among all areas")))
        layout.addWidget(self._bars)
        layout.addWidget(make_heading(tr("What decides it on community need")))
        layout.addWidget(self._decisive)
        for part in (self._similar_heading, *self._similar, make_heading(tr("Values behind it")), self._values):
            layout.addWidget(part)
        layout.addWidget(self._quality)
        layout.addLayout(self._make_buttons())
        layout.addStretch(1)
        return box

    def _make_link(self, number: int) -> QLabel:
        label = make_label(f"area_similar_{number + 1}")
        label.setTextFormat(Qt.TextFormat.RichText)
        label.linkActivated.connect(lambda link: self.asked.emit(int(link)))
        return label

    def _make_buttons(self) -> QGridLayout:
        zoom = make_button("area_zoom", tr("Zoom to it"), tr("Move the map to this area"))
        zoom.clicked.connect(self.zoomed)
        copy = make_button("area_copy", tr("Copy as text"), tr("Put all of this on the clipboard, to paste elsewhere"))
        copy.clicked.connect(self._copy)
        self._export = make_button("area_export", tr("Export as page…"), "")
        self._export.clicked.connect(self.exported)
        # In two rows, since the panel is narrow and its page never scrolls sideways.
        rows = QGridLayout()
        rows.addWidget(zoom, 0, 0)
        rows.addWidget(copy, 0, 1)
        rows.addWidget(self._export, 1, 0, 1, 2)
        rows.setColumnStretch(2, 1)
        return rows

    def show_message(self, text: str) -> None:
        """Say what is to be done; no area is shown."""
        self._facts = None
        say(self._message, text)
        self._details.hide()

    def allow_export(self, why_not: str) -> None:
        """Whether a page about the area shown can be made. why_not: blank when it can."""
        self._export.setEnabled(not why_not)
        self._export.setToolTip(why_not or tr("A page about this area, as PDF, to print or to send"))

    def show_facts(self, facts: AreaFacts, note: str = "") -> None:
        """Show an area. note: what else there is to say, above it."""
        if self._facts is None or self._facts.position != facts.position:
            # Later, since the completer still writes what was chosen.
            QTimer.singleShot(0, self.search.clear)
            self._scroll.verticalScrollBar().setValue(0)
        self._facts = facts
        report, setting = facts.report, facts.setting
        say(self._message, note)
        say(self._name, facts.name)
        say(self._place, place_words(facts))
        say(self._category, category_words(facts))
        say_lines(self._notes, [index_words(setting), published_words(facts), where_words(facts)])
        _show_standing(self._need, need_name(setting), report.cni, setting.limits["cni"])
        _show_standing(self._deprivation, tr("Deprivation (IMD)"), report.imd, setting.limits["imd"])
        self._bars.show_bars(make_bars(facts))
        say_lines(self._decisive, [needy_words(facts), *decisive_words(facts)])
        self._show_similar(facts)
        self._show_values(facts)
        say_lines(self._quality, [*sure_words(facts), caveat(setting)])
        self._details.show()

    def _show_similar(self, facts: AreaFacts) -> None:
        self._similar_heading.setVisible(bool(facts.similar))
        for label, other in zip(self._similar, facts.similar):
            words = escape(likeness_words(other, facts.setting))
            label.setText(f"<a href='{other.position}'>{escape(other.name)}</a> – {words}")
        for i, label in enumerate(self._similar):
            label.setVisible(i < len(facts.similar))

    def _show_values(self, facts: AreaFacts) -> None:
        rows = [(one.title, value_words(one), more_need_words(one)) for one in facts.report.indicators]
        if not rows:
            say(self._values, no_values_words())
            return
        self._values.setTextFormat(Qt.TextFormat.RichText)
        self._values.setText(make_table((tr("Indicator"), tr("Value"), tr("More need than")), rows))

    def _say_missed(self, text: str) -> None:
        say(self._message, tr("No area is called '{text}'. Try part of its name, or its code.").format(text=text))

    def _copy(self) -> None:
        copy_text(area_text(self._facts))
        say(self._message, tr("Copied. Paste it where you need it."))


def _show_standing(label: QLabel, name: str, standing: Standing, limit: str) -> None:
    lines = [f"<b>{escape(name)}</b>: {escape(rank_words(standing))}.", escape(limit_words(standing, limit))]
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setText("<br>".join(filter(None, lines)))


def make_bars(facts: AreaFacts) -> list[Bar]:
    """A bar for each domain between those of the two indices."""
    report = facts.report
    domains = [Bar(one.title, _nan(one.position), _nan(one.rank), one.n, _nan(one.decile)) for one in report.domains]
    return [
        _overall(tr("Community need, all domains"), report.cni, facts.need, "cni"),
        *domains,
        _overall(tr("Deprivation (IMD)"), report.imd, facts.deprivation, "imd"),
    ]


def _overall(title: str, standing: Standing, position: float | None, ramp: str) -> Bar:
    return Bar(title, _nan(position), _nan(standing.rank), standing.n, _nan(standing.decile), ramp)


def _nan(value: float | None) -> float:
    return math.nan if value is None else float(value)
