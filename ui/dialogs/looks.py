"""What the layers of a run were seen to hold: looked at in the background, and again when a layer changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from qgis.core import QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...core.data.geographies import parse_geography
from ...core.data.tables import CodeSet
from ...core.errors import CniError
from ..algorithms.base import Steps
from ..algorithms.look import (
    AREA_FIELDS,
    LINK_FIELDS,
    SCORE_FIELDS,
    look_at_areas,
    look_at_link,
    look_at_scores,
    note_boundaries,
    note_table,
)
from ..maps.choices import Choices
from ..tasks import Work
from .session import Session
from .words import tr

_MOST_KEPT = 40
_PAUSE_AFTER_CHANGES = 300
_SIGNALS = ("crsChanged", "updatedFields", "subsetStringChanged", "dataChanged", "afterCommitChanges", "nameChanged")

Key = tuple[Any, ...]
Job = Callable[[], Any]


@dataclass(frozen=True, eq=False)
class Seen:
    """What came of looking at a layer: what it holds, or what is wrong. Neither: it is being looked at, or not chosen.

    look: an AreasLook, a ScoresLook or a LinkLook.
    """

    look: Any = None
    fault: CniError | None = None
    is_pending: bool = False


NOTHING, PENDING = Seen(), Seen(is_pending=True)


class Looks(QObject):
    """Ask for what is known of the layers of some choices; what is not yet known is looked at, and told by `looked`."""

    looked = pyqtSignal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._seen: dict[Key, Seen] = {}
        self._working: dict[Key, Work] = {}
        self._watched: set[str] = set()
        self._changed: set[str] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_AFTER_CHANGES)
        self._timer.timeout.connect(self._forget_changed)
        session.project.layersWillBeRemoved.connect(self.forget)

    def areas(self, choices: Choices) -> Seen:
        """The boundaries of some choices."""
        layer = self._layer(choices.areas)
        if layer is None:
            return NOTHING
        named, wanted = _named(choices, AREA_FIELDS), parse_geography(choices.definition.geography)

        def note() -> Job:
            rows = note_boundaries(layer)
            return partial(look_at_areas, rows, dict(named), wanted)

        return self._see(("areas", layer.id(), named, wanted.id), layer, note)

    def scores(self, choices: Choices) -> Seen:
        """The deprivation table of some choices."""
        layer = self._layer(choices.deprivation)
        if layer is None:
            return NOTHING
        named = _named(choices, SCORE_FIELDS)

        def note() -> Job:
            rows = note_table(layer, "DEPRIVATION")
            return partial(look_at_scores, rows, dict(named))

        return self._see(("scores", layer.id(), named), layer, note)

    def link(self, choices: Choices) -> Seen:
        """How the deprivation table of some choices leads to their areas, by the look-up where there is one."""
        scores, areas = self.scores(choices), self.areas(choices)
        if scores.look is None or areas.is_pending:
            return PENDING if scores.is_pending or areas.is_pending else NOTHING
        layer = self._layer(choices.lookup)
        if layer is None and choices.lookup:
            return NOTHING
        named = _named(choices, LINK_FIELDS)
        weighted = "DEPRIVATION_WEIGHT" in choices.columns
        small: CodeSet = scores.look.areas
        ends: CodeSet | None = None if areas.look is None else areas.look.areas

        def note() -> Job:
            rows = None if layer is None else note_table(layer, "LOOKUP")
            return partial(look_at_link, rows, dict(named), small, ends, weighted=weighted)

        # The two looks are themselves part of the key: when they are made again, so is this one.
        key = ("link", "" if layer is None else layer.id(), named, weighted, scores, areas)
        return self._see(key, layer, note)

    def _layer(self, id: str) -> QgsVectorLayer | None:
        layer = self._session.project.mapLayer(id) if id else None
        return layer if isinstance(layer, QgsVectorLayer) else None

    def _see(self, key: Key, layer: QgsVectorLayer | None, note: Callable[[], Job]) -> Seen:
        if key not in self._seen:
            if layer is not None:
                self._watch(layer)
            self._drop_oldest()
            self._seen[key] = PENDING
            try:
                job = note()
            except CniError as fault:
                self._seen[key] = Seen(fault=fault)
            else:
                self._begin(key, job, "" if layer is None else layer.name())
        return self._seen[key]

    def _begin(self, key: Key, job: Job, name: str) -> None:
        title = tr("Looking at {name}").format(name=name) if name else tr("Looking at codes")
        work = Work(title, partial(_look, job, title), partial(self._was_seen, key))
        self._working[key] = work
        work.start()

    def _was_seen(self, key: Key, look: Any, fault: CniError | None) -> None:
        if self._working.pop(key, None) is None or sip.isdeleted(self):
            return
        if look is None and fault is None:  # stopped by the user in QGIS's list of tasks
            fault = CniError("look_stopped")
        self._seen[key] = Seen(look, fault)
        self.looked.emit()

    def _drop_oldest(self) -> None:
        for key in list(self._seen)[: max(0, len(self._seen) - _MOST_KEPT)]:
            self._drop(key)

    def _drop(self, key: Key) -> None:
        del self._seen[key]
        work = self._working.pop(key, None)
        if work is not None:
            work.cancel()

    # Layers that change

    def _watch(self, layer: QgsVectorLayer) -> None:
        if layer.id() not in self._watched:
            self._watched.add(layer.id())
            for name in _SIGNALS:
                getattr(layer, name).connect(self._layer_changed)

    def _layer_changed(self, *_: object) -> None:
        self._changed.add(self.sender().id())
        self._timer.start()

    def _forget_changed(self) -> None:
        changed, self._changed = list(self._changed), set()
        self.forget(changed)
        self.looked.emit()

    def forget(self, ids: list[str]) -> None:
        """Look at these layers anew when they are next asked for."""
        for key in [key for key in self._seen if key[1] in ids]:
            self._drop(key)

    def put_away(self) -> None:
        """Stop all looking, and tell of nothing more."""
        self._timer.stop()
        for key in list(self._seen):
            self._drop(key)


def _look(job: Job, title: str, steps: Steps) -> Any:
    steps.start(title, 1.0)
    return job()


def _named(choices: Choices, parameters: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((name, choices.columns[name]) for name in parameters if name in choices.columns)
