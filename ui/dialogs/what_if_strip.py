"""The strip of the what-if: who joins, who leaves, how many people; Reset and Keep."""

from __future__ import annotations

import numpy as np
from qgis.PyQt.QtWidgets import QFormLayout, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ...core.analysis.what_if import Change
from ..messages import category_names
from .area_columns import area_columns
from .calm import CalmCombo
from .live_map import THEMES, LiveMap
from .parts import heading, note
from .reasons import why_busy, why_no_outcome
from .row_table import RowTable
from .session import Session
from .words import tr

_GROUPS = ("joined", "left")


class WhatIfStrip(QFrame):
    """Seen only while the choices give something else than the result layer shows."""

    def __init__(self, session: Session, live_map: LiveMap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._live_map = session, live_map
        self._positions = np.empty(0, dtype=int)
        self.setObjectName("cni_mapper_what_if")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._count = heading()
        self._count.setObjectName("cni_mapper_what_if_count")
        self._people = note("cni_mapper_what_if_people")
        self._why = note("cni_mapper_what_if_why")
        self._openers = {name: self._make_opener(name) for name in _GROUPS}
        self._list = RowTable(tr("Areas that join or leave"), lines=5, by_click=True)
        self._list.setObjectName("cni_mapper_what_if_areas")
        self._list.setToolTip(tr("Click an area, or press Enter, to see it on the map"))
        self._list.row_opened.connect(lambda row: self._go_to(int(self._positions[row])))
        layout = QVBoxLayout(self)
        for part in (self._count, self._people, self._why):
            layout.addWidget(part)
        layout.addLayout(_row(*self._openers.values()))
        layout.addWidget(self._list)
        layout.addLayout(self._make_theme_row())
        layout.addLayout(_row(*self._make_buttons()))
        session.changed.connect(self._refresh)
        session.outcome_changed.connect(self._refresh)
        session.work_changed.connect(self._show_buttons)
        self._refresh()

    def _make_opener(self, name: str) -> QPushButton:
        button = QPushButton()
        button.setObjectName(f"cni_mapper_what_if_{name}")
        button.setCheckable(True)
        button.clicked.connect(lambda on: self._open(name if on else ""))
        return button

    def _make_theme_row(self) -> QFormLayout:
        self._theme = CalmCombo("cni_mapper_what_if_theme", tr("What the preview shows"))
        for theme, words in zip(THEMES, (tr("both limits"), tr("deciles of community need"))):
            self._theme.addItem(words, theme)
        self._theme.activated.connect(lambda _: self._live_map.set_theme(self._theme.currentData()))
        form = QFormLayout()
        form.addRow(tr("The preview shows"), self._theme)
        return form

    def _make_buttons(self) -> tuple[QPushButton, QPushButton]:
        self._reset = QPushButton(tr("Reset"))
        self._reset.setObjectName("cni_mapper_what_if_reset")
        self._reset.setToolTip(tr("Go back to what the result layers show. Undo brings the changes back."))
        self._reset.clicked.connect(self._session.reset)
        self._keep = QPushButton(tr("Keep"))
        self._keep.setObjectName("cni_mapper_what_if_keep")
        self._keep.clicked.connect(self._make_layers)
        return self._reset, self._keep

    def _make_layers(self) -> None:
        self._session.make(self._session.made.output)

    # Showing

    def _refresh(self) -> None:
        self.setVisible(self._session.is_moved)
        if not self._session.is_moved:
            self._open("")
            return
        self._theme.setCurrentIndex(self._theme.findData(self._live_map.theme))
        change = self._session.change()
        why = self._why_no_change() if change is None else ""
        self._why.setText(why)
        self._why.setVisible(bool(why))
        for part in (self._count, self._people, *self._openers.values()):
            part.setVisible(change is not None)
        if change is None:
            self._list.hide()
        else:
            self._show_change(change)
        self._show_buttons()

    def _show_change(self, change: Change) -> None:
        name = category_names(is_variant=self._session.is_variant)["left_behind"]
        self._count.setText(
            tr("{category}: {before} → {after} ({change})").format(
                category=name,
                before=f"{change.count_before:,}",
                after=f"{change.count_after:,}",
                change=_signed(change.count_after - change.count_before),
            )
        )
        self._people.setText(self._people_words(change))
        labels = {"joined": tr("Joined ({count})"), "left": tr("Left ({count})")}
        why = {"joined": tr("No area joins."), "left": tr("No area leaves.")}
        for group, button in self._openers.items():
            count = len(getattr(change, group))
            button.setText(labels[group].format(count=f"{count:,}"))
            button.setEnabled(count > 0)
            button.setToolTip(tr("Show their names") if count else why[group])
            if not count:
                button.setChecked(False)
        self._show_list(change)

    def _people_words(self, change: Change) -> str:
        if np.isnan(self._session.data.basis.people[self._session.shown()]).all():
            return tr("How many people live there is not known.")
        return tr("People living in: {before} → {after} ({change})").format(
            before=f"{change.people_before:,.0f}",
            after=f"{change.people_after:,.0f}",
            change=_signed(round(change.people_after - change.people_before)),
        )

    def _show_list(self, change: Change) -> None:
        opened = next((name for name, button in self._openers.items() if button.isChecked()), "")
        self._list.setVisible(bool(opened))
        if opened:
            self._positions = getattr(change, opened)
            self._list.show_columns(area_columns(self._session.data, self._positions))

    def _open(self, group: str) -> None:
        """Show the areas of one group, or of none."""
        for name, button in self._openers.items():
            button.setChecked(name == group)
        change = self._session.change()
        if change is None:
            self._list.hide()
        else:
            self._show_list(change)

    def _why_no_change(self) -> str:
        session = self._session
        why = why_no_outcome(session)
        if why:
            return why
        if session.kept is None:
            if session.is_busy:
                return why_busy(session)
            return tr("The data that the result was made from can no longer be read, so what changes cannot be told.")
        return tr(
            "This ranks other areas than the result does, so it cannot be said who joins or leaves. 'Compare runs' "
            "can, once both are made."
        )

    def _show_buttons(self) -> None:
        why = why_busy(self._session) or why_no_outcome(self._session)
        self._keep.setEnabled(not why)
        self._keep.setToolTip(
            tr("Keep cannot be used now. {reason}").format(reason=why)
            if why
            else tr("Write the result layers anew, as the preview shows them")
        )

    def _go_to(self, position: int) -> None:
        self._live_map.zoom_to([position])
        self._live_map.flash([position])


def _row(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    for part in parts:
        row.addWidget(part)
    return row


def _signed(count: int) -> str:
    return f"{count:+,}".replace("-", "−") if count else "±0"
