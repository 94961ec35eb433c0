"""The patch that is open: read in the background, described under every outcome, kept beside the result."""

from __future__ import annotations

from dataclasses import replace

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...core.errors import CniError
from ..algorithms.base import Steps
from ..maps.patches import KeptPatch, save_patch, show_patches
from ..maps.result_layer import Destination, read_destination
from ..tasks import Work
from .area_facts import make_setting
from .area_words import index_words, tr
from .background import Background
from .data import Data
from .patch import Living, Patch, note_patch, read_living
from .patch_facts import PatchFacts, describe_patch
from .session import Session


class PatchWork(QObject):
    """One patch at a time. kept: it has been saved, and its layer is in the project.

    patch: None when there is none. fault: why it cannot be described, or was not kept.
    """

    changed = pyqtSignal()
    kept = pyqtSignal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.patch: Patch | None = None
        self.fault: CniError | None = None
        self._people = ""
        self._living: Living | None = None
        self._read_from: Data | None = None
        self._keeping = False
        self._background = Background(self)
        self._background.changed.connect(self.changed)
        session.outcome_changed.connect(self._follow)

    @property
    def is_busy(self) -> bool:
        return self._background.is_busy

    @property
    def words(self) -> str:
        """What is going on."""
        return self._background.words or tr("Describing the patch")

    def take(self, patch: Patch | None) -> None:
        """Describe another patch; None to forget the one there is."""
        self.patch = patch
        self._read()

    def live_by(self, people: QgsVectorLayer | None) -> None:
        """Go by this layer of small areas, or by land area."""
        self._people = "" if people is None else people.id()
        self._read()

    def stop(self) -> None:
        """Stop what is going on; what has not been described or kept by then is not."""
        self._background.cancel()

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

    def _follow(self) -> None:
        """Describe the patch again where other data has been read; a patch that is being kept is not disturbed."""
        data = self._session.data
        if self.patch is not None and data is not None and self._read_from is not data and not self._keeping:
            self._read()
        else:
            self.changed.emit()

    def _read(self) -> None:
        self._background.drop()
        self._living, self.fault, self._keeping = None, None, False
        self._read_from = self._session.data
        if self.patch is not None and self._read_from is not None:
            people = self._session.project.mapLayer(self._people) if self._people else None
            try:
                noted = note_patch(self.patch, self._session, people)
            except CniError as fault:
                self.fault = fault
            else:
                title = tr("Describing the patch")
                self._background.begin(
                    lambda done: Work(title, lambda steps: read_living(noted, steps), done), self._was_read
                )
        self.changed.emit()

    def _was_read(self, living: Living | None, fault: CniError | None) -> None:
        self._living, self.fault = living, fault
        self._follow()

    def keep(self, name: str) -> None:
        """Keep the patch beside the result, in the background, and show it as a layer."""
        result, session = self.destination(), self._session
        kept = KeptPatch(name, self.patch.shape, self.patch.crs)
        row, transforms = self.facts().row.copy(), session.project.transformContext()
        row["described_by"] = _described_by(session)

        def save(steps: Steps) -> Destination:
            steps.start(tr("Keeping the patch"), 1.0)
            return save_patch(session.project, result, kept, row, transforms, steps.within)

        def was_kept(destination: Destination | None, fault: CniError | None) -> None:
            self._keeping, self.fault = False, fault
            if destination is not None:
                self.patch = replace(self.patch, name=name)
                show_patches(session.project, destination)
                self.kept.emit()
            self._follow()

        self._keeping = True
        self._background.begin(lambda done: Work(tr("Keeping the patch"), save, done), was_kept)


def _described_by(session: Session) -> str:
    """By which index and limits, for the attribute table."""
    setting = make_setting(session)
    limits = tr("{cni} on community need, {imd} on deprivation").format(**setting.limits)
    return " ".join(filter(None, [f"{setting.index}: {limits}.", index_words(setting)]))
