"""The two limits of a run: what they are, in percent or in areas, and the way back to the index's own."""

from __future__ import annotations

from functools import partial
from typing import Any

from qgis.PyQt.QtCore import QLocale, QSignalBlocker, Qt
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ...core.analysis.what_if import Outcome
from ..messages import area_words
from .calm import CalmCombo
from .limit_editor import LimitEditor, count_reach, percent_of, percent_reach
from .reasons import why_no_outcome
from .session import Session
from .weighting import number_text
from .words import tr


class LimitsBox(QWidget):
    """Shows and changes the limits of the session."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._editors = {
            "cni": self._make_editor("cni", tr("Community need: the worst")),
            "imd": self._make_editor("imd", tr("Deprivation: the worst")),
        }
        self._own = QLabel()
        self._own.setObjectName("cni_mapper_thresholds_own")
        self._own.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self._own.setWordWrap(True)
        self._own.linkActivated.connect(lambda _: self._use_own())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._make_switch())
        for editor in self._editors.values():
            layout.addWidget(editor)
        layout.addWidget(self._own)

    def _make_editor(self, key: str, label: str) -> LimitEditor:
        editor = LimitEditor(f"cni_mapper_thresholds_{key}", label)
        editor.moved.connect(partial(self._move, key))
        editor.settled.connect(self._session.end_merge)
        return editor

    def _make_switch(self) -> QHBoxLayout:
        self._unit = CalmCombo("cni_mapper_thresholds_unit", tr("What the limits are given in"))
        self._unit.addItem(tr("percent of the areas ranked"), False)
        self._unit.addItem(tr("number of areas"), True)
        self._unit.activated.connect(lambda _: self._switch(self._unit.currentData()))
        label = QLabel(tr("Limits in"))
        label.setBuddy(self._unit)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self._unit, 1)
        return row

    # Changing

    def _move(self, key: str, value: float) -> None:
        name = f"{key}_limit"
        words = tr("Limit on community need") if key == "cni" else tr("Limit on deprivation")
        self._session.edit(words, merge=name, **{name: value})

    def _switch(self, counted: bool) -> None:
        """Give the limits in the other unit, at the same places."""
        outcome, choices = self._session.tried, self._session.choices
        if counted == choices.counted or outcome is None:
            self.refresh()
            return
        limits = {}
        for key in self._editors:
            places = max(outcome.places[key], 1)
            limits[f"{key}_limit"] = float(places if counted else percent_of(places, outcome.ranked[key]))
        words = tr("Limits as a number of areas") if counted else tr("Limits in percent")
        self._session.edit(words, counted=counted, **limits)

    def _use_own(self) -> None:
        own = self._session.choices.definition.limits
        self._session.edit(tr("The index's own limits"), counted=False, cni_limit=own.cni, imd_limit=own.imd)

    # Showing

    def refresh(self) -> None:
        choices, outcome = self._session.choices, self._session.tried
        for key, editor in self._editors.items():
            value = getattr(choices, f"{key}_limit")
            if choices.counted:
                reach = count_reach(value, outcome.ranked[key] if outcome is not None else max(int(2 * value), 2))
            else:
                reach = percent_reach(value)
            editor.show_limit(value, counted=choices.counted, reach=reach)
            editor.say(self._meaning(key, outcome))
        blocker = QSignalBlocker(self._unit)
        self._unit.setCurrentIndex(self._unit.findData(choices.counted))
        blocker.unblock()
        self._unit.setEnabled(outcome is not None)
        why = tr("Percentages and numbers can be exchanged once the areas are ranked. {reason}")
        self._unit.setToolTip(
            tr("The limits stay where they are; only what they are given in changes.")
            if outcome is not None
            else why.format(reason=why_no_outcome(self._session))
        )
        self._own.setText(self._own_words())

    def _meaning(self, key: str, outcome: Outcome | None) -> str:
        """'the worst 743 of 7,433 wards'."""
        data = self._session.data
        if outcome is None or data is None:
            return ""
        places, ranked = outcome.places[key], outcome.ranked[key]
        words: dict[str, Any] = {
            "places": f"{places:,}",
            "ranked": f"{ranked:,}",
            "areas": area_words(data.geography.kind.plural),
        }
        if places > ranked:
            return tr("Only {ranked} {areas} are ranked: choose a lower number.").format(**words)
        if not places:
            return tr("None of {ranked} {areas}: choose a higher limit.").format(**words)
        return tr("the worst {places} of {ranked} {areas}").format(**words)

    def _own_words(self) -> str:
        choices = self._session.choices
        own = choices.definition.limits
        if not choices.counted and (choices.cni_limit, choices.imd_limit) == (own.cni, own.imd):
            return tr("These are the index's own limits.")
        locale = QLocale()
        cni, imd = (number_text(value, locale) for value in (own.cni, own.imd))
        if cni == imd:
            text = tr("Use the index's own: {percent}% on both").format(percent=cni)
        else:
            text = tr("Use the index's own: {cni}% on community need, {imd}% on deprivation").format(cni=cni, imd=imd)
        return f'<a href="own">{text}</a>'
