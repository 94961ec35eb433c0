"""The page 'Thresholds' of the dock: what counts as worst, what that gives, and who is just outside."""

from __future__ import annotations

import numpy as np
from qgis.PyQt.QtCore import QSignalBlocker
from qgis.PyQt.QtGui import QFontMetrics
from qgis.PyQt.QtWidgets import QCheckBox, QPushButton, QVBoxLayout, QWidget

from ....core.analysis.decile_grid import areas_in_cell, decile_grid
from ....core.analysis.what_if import Outcome
from ...maps.record import residents_year
from ...messages import area_words, category_names
from ..charts.decile_grid import DecileGrid
from ..counts_table import CountsTable
from ..limits_box import LimitsBox
from ..live_map import LiveMap
from ..near_miss_table import NearMissTable
from ..parts import heading, note
from ..reasons import why_lacking, why_no_outcome
from ..session import Session
from ..shown_counts import shown_counts
from ..words import residents_words, tr
from .page import Page, Status

_FEW_ENOUGH_TO_FLASH = 300
_GRID_WIDTH = 15
"""Lines of text; the dock must not need more room than its pages have."""


class ThresholdsPage(Page):
    """Thresholds."""

    def __init__(self, session: Session, live_map: LiveMap) -> None:
        super().__init__(session)
        self.setObjectName("cni_mapper_thresholds_page")
        self._live_map = live_map
        self._limits = LimitsBox(session)
        self._make_focus()
        self._found = self._make_found()
        layout = QVBoxLayout(self)
        for part in (self._limits, self._within, self._warning, self._again, self._found):
            layout.addWidget(part)
        layout.addStretch(1)

    def _make_focus(self) -> None:
        self._within = QCheckBox(tr("Rank only among the areas shown"))
        self._within.setObjectName("cni_mapper_thresholds_within_focus")
        self._within.setToolTip(
            tr("Otherwise ranks are taken over all the areas in your tables, whichever of them you show.")
        )
        self._within.clicked.connect(lambda on: self.session.edit(self._within.text(), within_focus=on))
        self._warning = note("cni_mapper_thresholds_within_warning")
        self._again = QPushButton(tr("Read again"))
        self._again.setObjectName("cni_mapper_thresholds_read_again")
        self._again.clicked.connect(self.session.read_again)

    def _make_found(self) -> QWidget:
        box = QWidget()
        self._counts_title = heading()
        self._counts = CountsTable("cni_mapper_thresholds")
        self._people = note("cni_mapper_thresholds_people")
        self._grid = DecileGrid()
        self._grid.setObjectName("cni_mapper_thresholds_grid")
        self._grid.setMinimumWidth(_GRID_WIDTH * QFontMetrics(self.font()).height())
        self._grid.cell_chosen.connect(self._select_cell)
        self._grid.done.connect(self._say)
        self._grid.failed.connect(self._say)
        self._said = note("cni_mapper_thresholds_selected")
        self._near_title = heading()
        self._near_words = note("cni_mapper_thresholds_near_words")
        self._near = NearMissTable()
        self._near.row_opened.connect(lambda row: self._go_to(int(self._near.positions[row])))
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        for part in (self._counts_title, self._counts, self._people):
            layout.addWidget(part)
        layout.addWidget(heading(tr("Need against deprivation")))
        words = tr("Click a cell to select its areas on the map, or go there with the arrow keys and press Enter.")
        layout.addWidget(note("cni_mapper_thresholds_grid_words", words))
        for part in (self._grid, self._said, self._near_title, self._near_words, self._near):
            layout.addWidget(part)
        return box

    def title(self) -> str:
        return tr("Thresholds")

    def help_name(self) -> str:
        return "thresholds"

    def status(self) -> Status:
        why = why_no_outcome(self.session)
        if why:
            return Status(why, "todo" if why_lacking(self.session) else "ready")
        count, total = self._left_behind_of()
        areas = area_words(self.session.data.geography.kind.plural)
        name = category_names(is_variant=self.session.is_variant)["left_behind"]
        words = tr("{category}: {count} of the {total} {areas} shown.").format(
            category=name, count=f"{count:,}", total=f"{total:,}", areas=areas
        )
        return Status(f"{words} {self._next_words()}", "ready")

    def _next_words(self) -> str:
        if self.session.made is None:
            return tr("Next: make the layers, on the page Results.")
        if self.session.is_moved:
            return tr("Not saved yet: keep it, or reset, at the foot of the panel.")
        return tr("The result layers show this.")

    def _left_behind_of(self) -> tuple[int, int]:
        areas = shown_counts(self.session).areas
        return areas["left_behind"], sum(areas.values())

    # Showing

    def refresh(self) -> None:
        self._limits.refresh()
        blocker = QSignalBlocker(self._within)
        self._within.setChecked(self.session.choices.within_focus)
        blocker.unblock()
        self._warning.setVisible(self.session.choices.within_focus)
        self._show_absence()

    def show_outcome(self) -> None:
        self._limits.refresh()
        self._show_absence()
        outcome, data = self.session.tried, self.session.data
        if outcome is None or data is None:
            return
        shown = self.session.shown()
        self._warning.setText(self._within_words(outcome))
        self._show_counts(shown)
        self._show_grid(outcome, shown)
        self._near.show_outcome(data, outcome, shown)
        self._show_near_words(outcome)

    def _show_absence(self) -> None:
        """Offer to read again where there is nothing to show and that may help; the status says why."""
        absent = self.session.tried is None
        self._again.setVisible(absent and not self.session.is_busy and not self.session.lacks())
        self._found.setVisible(not absent)

    def _within_words(self, outcome: Outcome) -> str:
        words = tr(
            "Careful: these {count} {areas} are then compared with one another only. Some of them always come out as "
            "the worst, however well they do, and the map says 'among the {count} areas supplied'."
        )
        areas = area_words(self.session.data.geography.kind.plural)
        return words.format(count=f"{outcome.ranked['cni']:,}", areas=areas)

    def _show_counts(self, shown: np.ndarray) -> None:
        known = not np.isnan(self.session.data.basis.people[shown]).all()
        found = shown_counts(self.session)
        areas = area_words(self.session.data.geography.kind.plural)
        count = sum(found.areas.values())
        self._counts_title.setText(tr("The {count} {areas} shown").format(count=f"{count:,}", areas=areas))
        self._counts.show_counts(found.areas, found.people if known else None, is_variant=self.session.is_variant)
        self._people.setText(
            residents_words(residents_year(self.session.data.notices))
            if known
            else tr("People are not counted: neither the look-up nor the boundaries say how many live where.")
        )

    def _show_grid(self, outcome: Outcome, shown: np.ndarray) -> None:
        definition = self.session.choices.definition
        self._grid.set_chosen(None)
        self._said.hide()
        self._grid.show_counts(
            decile_grid(outcome.index.decile, outcome.imd_decile, shown),
            corner=_corner(outcome),
            corner_name=category_names(is_variant=self.session.is_variant)["left_behind"],
            need="CNI" if definition.is_published else tr("Need"),
        )

    def _show_near_words(self, outcome: Outcome) -> None:
        count, most = len(self._near.positions), max(outcome.ranked.values()) // 100
        self._near_title.setText(tr("Near misses ({count})").format(count=f"{count:,}"))
        words = tr(
            "Outside by at most {most} places, 1% of the areas ranked. Double-click an area, or press Enter, to see it "
            "on the map."
        ).format(most=f"{most:,}")
        if most == 1:
            words = tr(
                "Outside by one place, 1% of the areas ranked. Double-click an area, or press Enter, to see it on the "
                "map."
            )
        if not most:
            words = tr("Fewer than 100 areas are ranked, so that not even one place is within 1% of them.")
        elif not count:
            words = tr("No area shown is that near: 1% of the areas ranked is {most}.").format(most=f"{most:,}")
        self._near_words.setText(words)
        self._near.setVisible(count > 0)

    # The map

    def _select_cell(self, cni: int, imd: int) -> None:
        outcome, shown = self.session.tried, self.session.shown()
        positions = areas_in_cell(outcome.index.decile, outcome.imd_decile, cni, imd, shown)
        selected = self._live_map.select(positions)
        if len(positions) <= _FEW_ENOUGH_TO_FLASH:
            self._live_map.flash(positions)
        where = tr("Decile {cni} of need, decile {imd} of deprivation").format(cni=cni, imd=imd)
        if not len(positions):
            words = tr("{where}: no area.")
        elif selected < len(positions):
            words = tr("{where}: {count}. Make the layers (page Results) to have areas selected on the map.")
        else:
            words = tr("{where}: {count} selected on the map.")
        self._say(words.format(count=f"{len(positions):,}", where=where))

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._said.show()

    def _go_to(self, position: int) -> None:
        self._live_map.zoom_to([position])
        self._live_map.flash([position])


def _corner(outcome: Outcome) -> tuple[int, int] | None:
    """How many deciles of either index are inside the limits; None where a limit runs through a decile."""
    found = [_deciles_inside(outcome.places[key], outcome.ranked[key]) for key in ("cni", "imd")]
    return None if None in found else (found[0], found[1])


def _deciles_inside(places: int, ranked: int) -> int | None:
    return next((deciles for deciles in range(1, 11) if deciles * ranked // 10 == places), None)
