"""The patch that is open: read in the background, described under every outcome, kept beside the result."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...core.errors import CniError
from ..maps.patches import KeptPatch, save_patch, show_patches
from ..maps.result_layer import Destination, read_destination
from ..tasks import Work
from .area_facts import make_setting
from .area_words import index_words, tr
from .data import Data
from .patch import Living, Patch, note_patch, read_living
from .patch_facts import PatchFacts, describe_patch
from .session import Session


class PatchWork(QObject):
    """One patch at a time. kept: it has been saved, and its layer is in the project.

    patch: None when there is none. fault: why it cannot be described, or was not kept. words: what is going on, blank
    when nothing is.
    """

    changed = pyqtSignal()
    kept = pyqtSignal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.patch: Patch | None = None
        self.fault: CniError | None = None
        self.words = ""
        self._people = ""
        self._living: Living | None = None
        self._read_from: Data | None = None
        self._work: Work | None = None
        self._keeping = False
        self._turn = 0
        session.outcome_changed.connect(self._follow)

    def take(self, patch: Patch | None) -> None:
        """Describe another patch; None to forget the one there is."""
        self.patch = patch
        self._read()

    def live_by(self, people: QgsVectorLayer | None) -> None:
        """Go by this layer of small areas, or by land area."""
        self._people = "" if people is None else people.id()
        self._read()

    @property
    def is_busy(self) -> bool:
        return self._work is not None

    def facts(self) -> PatchFacts | None:
        """What is known of the patch under the present outcome; None while nothing is."""
        living = self._living
        if living is None or self._session.tried is None or living.data is not self._session.data:
            return None
        return describe_patch(living, self._session.tried)

    def destination(self) -> Destination | None:
        """Where the result is, beside which a patch is kept; None before there is one."""
        made = self._session.made
        return None if made is None else read_destination(made.output, lambda: made.output)

    def keep(self, name: str) -> None:
        """Keep the patch beside the result, in the background, and show it as a layer."""
        facts, result, session = self.facts(), self.destination(), self._session
        kept = KeptPatch(name, self.patch.shape, self.patch.crs)
        row, transforms = facts.row.copy(), session.project.transformContext()
        row["described_by"] = _described_by(session)

        def save(steps: Any) -> Destination:
            steps.start(tr("Keeping the patch"), 1.0)
            return save_patch(session.project, result, kept, row, transforms, steps.within)

        self._keeping = True
        self._start(tr("Keeping the patch"), save, self._was_kept(name))

    def _was_kept(self, name: str) -> Callable[[Any], None]:
        def done(destination: Destination) -> None:
            self.patch = replace(self.patch, name=name)
            show_patches(self._session.project, destination)
            self.kept.emit()

        return done

    def _follow(self) -> None:
        data = self._session.data
        if self.patch is None or data is None or self._keeping:
            self.changed.emit()
        elif self._read_from is not data:
            self._read()
        else:
            self.changed.emit()

    def _read(self) -> None:
        self.cancel()
        self._living = self.fault = None
        self._read_from = self._session.data
        if self.patch is not None and self._read_from is not None:
            people = self._session.project.mapLayer(self._people) if self._people else None
            try:
                noted = note_patch(self.patch, self._session, people)
            except CniError as fault:
                self.fault = fault
            else:
                self._start(tr("Describing the patch"), lambda steps: read_living(noted, steps), self._was_read)
        self.changed.emit()

    def _was_read(self, living: Living) -> None:
        self._living = living

    def _start(self, title: str, work: Callable[[Any], Any], well: Callable[[Any], None]) -> None:
        self._turn += 1
        turn = self._turn

        def done(result: Any, fault: CniError | None) -> None:
            if turn != self._turn:
                return
            self._work, self.words, self.fault, self._keeping = None, "", fault, False
            if result is not None:
                well(result)
            self._follow()

        self.words, self._work = title, Work(title, work, done)
        self._work.feedback.words.connect(self._heard)
        self._work.start()
        self.changed.emit()

    def _heard(self, words: str) -> None:
        self.words = words
        self.changed.emit()

    def cancel(self) -> None:
        """Stop what is going on, without waiting for it to end."""
        self._turn += 1
        if self._work is not None:
            self._work.cancel()
        self._work, self.words, self._keeping = None, "", False


def _described_by(session: Session) -> str:
    """By which index and limits, for the attribute table."""
    setting = make_setting(session)
    limits = tr("{cni} on community need, {imd} on deprivation").format(**setting.limits)
    return " ".join(filter(None, [f"{setting.index}: {limits}.", index_words(setting)]))
