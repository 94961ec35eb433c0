"""The open run of the dock: what is chosen, what has been read, and what comes of it while weights and limits move."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...core.analysis.what_if import Change, Outcome, change_between, try_out
from ...core.errors import CniError
from ..maps.choices import Choices
from ..maps.project_runs import ProjectRun, read_runs, write_runs
from ..settings import read_settings
from ..tasks import AlgorithmRun, Work
from .background import Background
from .data import Data
from .fresh_run import fresh_choices
from .history import History
from .limits import limits_of
from .reading import Reading, ReadRun, note_reading
from .run_parameters import focus_expression, is_untouched, making_parameters
from .words import tr

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

_PAUSE_BEFORE_READING = 400
_TRIED = ("definition", "cni_limit", "imd_limit", "counted", "districts", "within_focus")


class Session(QObject):
    """What the pages of the dock show and change. They call its methods and follow its signals, never one another.

    data: what has been read; None before that, and while the chosen layers are others than those it was read from.
    kept: what the result layer shows. tried: what the present choices give. fault: why there is nothing to show.
    """

    changed = pyqtSignal()
    """The choices of the open run, which run is open, or the layers of the project."""
    outcome_changed = pyqtSignal()
    """What has been read, tried or kept."""
    work_changed = pyqtSignal()
    """Work in the background began, moved on or ended."""

    def __init__(self, iface: QgisInterface, project: QgsProject, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.iface, self.project = iface, project
        self.data: Data | None = None
        self.kept: Outcome | None = None
        self.tried: Outcome | None = None
        self.fault: CniError | None = None
        self._background = Background(self)
        self._background.changed.connect(self.work_changed)
        self._read_key: tuple[Any, ...] | None = None
        self._refused_key: tuple[Any, ...] | None = None
        self._reading = self._timer(_PAUSE_BEFORE_READING, self._read_if_needed)
        self._trying = self._timer(0, self._try)
        self._storing = self._timer(0, self._store)
        self._runs: list[ProjectRun] = []
        self._current = 0
        self._history: History[Choices] = History(fresh_choices())
        self._watched: set[str] = set()
        self._heard = [
            (project.readProject, self._project_read),
            (project.cleared, self._project_read),
            # Paths are kept relative to the project file, which may only now have got its place.
            (project.writeProject, self._store),
            (project.layersRemoved, self._layers_changed),
        ]
        for signal, slot in self._heard:
            signal.connect(slot)
        self._project_read()

    def _timer(self, pause: int, call: Any) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(pause)
        timer.timeout.connect(call)
        return timer

    # Runs

    def _project_read(self, *_: object) -> None:
        self._background.drop()
        found = read_runs(self.project)
        self._runs, self._current = list(found.runs) or [ProjectRun(fresh_choices())], found.current
        self._open()
        if found.faults:
            self.fault = found.faults[0]
            self.outcome_changed.emit()

    def _open(self) -> None:
        """Show the current run as if it had just been opened."""
        self._background.refusal = ""
        self._history = History(self._runs[self._current].choices)
        self._forget()
        self.changed.emit()
        self.outcome_changed.emit()
        self._reading.start()

    def _forget(self) -> None:
        self.data = self.kept = self.tried = self.fault = None
        self._read_key = self._refused_key = None

    def _layers_changed(self, *_: object) -> None:
        self._refused_key = None
        if self.data is not None and self.lacks():
            self._forget()
            self.outcome_changed.emit()
        self.changed.emit()

    @property
    def choices(self) -> Choices:
        return self._history.state

    @property
    def made(self) -> Choices | None:
        """The choices that the result layer was made from; None before the first time."""
        return self._runs[self._current].made

    @property
    def runs(self) -> tuple[ProjectRun, ...]:
        return tuple(self._runs)

    @property
    def current(self) -> int:
        return self._current

    def open_run(self, number: int) -> None:
        if number != self._current:
            self._background.drop()
            self._current = number
            self._store()
            self._open()

    def new_run(self, name: str, *, copy: bool) -> None:
        """Add a run beside the others and open it. copy: begin with the present choices, but a result of its own."""
        choices = replace(self.choices, name=name, output="") if copy else fresh_choices(name)
        self._background.drop()
        self._add_run(choices)

    def _add_run(self, choices: Choices) -> None:
        self._runs.append(ProjectRun(choices))
        self._current = len(self._runs) - 1
        self._store()
        self._open()

    def begin_run(self, choices: Choices) -> None:
        """Open a run with these choices: in place of the present one where that is blank, else beside the others."""
        self._background.drop()
        if not self.choices.layers():
            del self._runs[self._current]
        self._add_run(choices)

    def rename_run(self, name: str) -> None:
        self.edit(tr("Rename"), name=name)

    def remove_run(self) -> None:
        """Take the open run out of the project; its result layers and files stay."""
        self._background.drop()
        del self._runs[self._current]
        self._runs = self._runs or [ProjectRun(fresh_choices())]
        self._current = max(0, self._current - 1)
        self._store()
        self._open()

    def _store(self, *_: object) -> None:
        # A project is only marked when there is something of the user's to keep.
        blank = len(self._runs) == 1 and not self.choices.layers() and self.choices == fresh_choices()
        if not blank or read_runs(self.project).runs:
            write_runs(self.project, self._runs, self._current)

    # Edits

    def edit(self, words: str, merge: Hashable = None, **changes: Any) -> None:
        """Change the choices. words: what was done, for undo. merge: steps of the same key are undone at once."""
        self.apply(replace(self.choices, **changes), words, merge)

    def apply(self, choices: Choices, words: str, merge: Hashable = None) -> None:
        if choices != self.choices:
            self._history.step(choices, words, merge)
            self._moved()

    def end_merge(self) -> None:
        """A drag has ended: what follows is an edit of its own."""
        self._history.end_merge()

    @property
    def undo_words(self) -> str:
        return self._history.undo_words

    @property
    def redo_words(self) -> str:
        return self._history.redo_words

    def undo(self) -> None:
        self._history.undo()
        self._moved()

    def redo(self) -> None:
        self._history.redo()
        self._moved()

    def _moved(self) -> None:
        self._background.refusal = ""
        self._runs[self._current] = replace(self._runs[self._current], choices=self.choices)
        self._storing.start()
        if self.data is not None and self._read_key == self.choices.reads():
            self._trying.start()
        else:
            self._reading.start()
        self.changed.emit()

    # Reading and trying

    def lacks(self) -> list[str]:
        """The inputs still to be chosen, or taken away since: 'areas', 'tables', 'deprivation', 'lookup'."""
        choices = self.choices
        chosen = {"areas": [choices.areas], "tables": choices.tables or [""], "deprivation": [choices.deprivation]}
        if choices.lookup:
            chosen["lookup"] = [choices.lookup]
        return [name for name, ids in chosen.items() if any(not self._is_there(id) for id in ids)]

    def _is_there(self, id: str) -> bool:
        layer = self.project.mapLayer(id)
        return isinstance(layer, QgsVectorLayer) and layer.isValid()

    def _leave_behind(self) -> None:
        """Forget what was read from layers that are not chosen any more, and what was wrong with them."""
        if self.data is not None or self.fault is not None:
            self.data = self.tried = self.fault = None
            self._read_key = self._refused_key = None
            self.outcome_changed.emit()

    def _watch(self) -> None:
        """Read again when the user edits a layer that has been read."""
        for id in set(self.choices.layers()) - self._watched:
            self._watched.add(id)
            layer = self.project.mapLayer(id)
            for signal in (layer.afterCommitChanges, layer.subsetStringChanged):
                signal.connect(self.read_again)

    def read_again(self) -> None:
        """Read the layers anew, although the choices are the same."""
        self._read_key = self._refused_key = None
        self._read_if_needed()

    def _read_if_needed(self) -> None:
        key = self.choices.reads()
        if self.lacks():
            self._leave_behind()
            return
        if self.is_busy or key in (self._read_key, self._refused_key):
            return
        made = self.made if self.kept is None else None
        try:
            wanted = [self._note(self.choices), *([] if made is None or made.reads() == key else [self._note(made)])]
        except CniError as fault:
            self._refuse(fault, key)
            return
        self._background.begin(
            lambda done: Work(tr("Reading the data"), Reading(wanted, made).read, done),
            lambda read, fault: self._was_read(read, fault, key),
        )

    def _note(self, choices: Choices) -> Any:
        focus = focus_expression(choices, self.data, self.project) if choices.within_focus else ""
        return note_reading(choices, self.project, read_settings().data_folder, focus)

    def _was_read(self, read: ReadRun | None, fault: CniError | None, key: tuple[Any, ...]) -> None:
        if fault is not None or read is None:
            # After a stop by the user, reading waits for the next edit or for 'Read again'.
            self._refuse(fault, key)
            return
        self.data, self.fault, self._read_key, self._refused_key = read.data, None, key, None
        self._watch()
        self.kept = self.kept if read.kept is None else read.kept
        self.tried = None
        self._try()
        if self.choices.reads() != key:
            self._reading.start()

    def _refuse(self, fault: CniError | None, key: tuple[Any, ...]) -> None:
        self.data = self.tried = None
        self.fault, self._refused_key, self._read_key = fault, key, None
        self.outcome_changed.emit()

    def _try(self) -> None:
        """Compute what the present choices give. Called once for all the moves of a turn of the event loop."""
        if self.data is None:
            return
        try:
            self.tried = try_out(self.data.basis, self.choices.definition, limits_of(self.choices), self.tried)
            self.fault = None
            if self.kept is None and self.made is not None and self.made.reads() == self._read_key:
                self.kept = try_out(self.data.basis, self.made.definition, limits_of(self.made), self.tried)
        except CniError as fault:
            self.tried, self.fault = None, fault
        self.outcome_changed.emit()

    def shown(self) -> np.ndarray | None:
        """(n_universe,) whether an area is on the map and in the districts to show; None while nothing is read."""
        return None if self.data is None else self.data.shown(self.choices.districts)

    @property
    def is_moved(self) -> bool:
        """Whether the choices give something else than the result layer shows, so that there is a what-if."""
        made = self.made
        return made is not None and any(getattr(made, name) != getattr(self.choices, name) for name in _TRIED)

    @property
    def is_variant(self) -> bool:
        """Whether the present choices are not a publishers' index at its own limits."""
        choices = self.choices
        own = (choices.definition.limits.cni, choices.definition.limits.imd)
        at_own = not choices.counted and not choices.within_focus and (choices.cni_limit, choices.imd_limit) == own
        return not (at_own and choices.definition.is_published and is_untouched(choices))

    def change(self) -> Change | None:
        """Who joins and leaves by the what-if; None where there is none, or where the two rank other areas."""
        if self.data is None or self.kept is None or self.tried is None:
            return None
        if not self.kept.index.codes.equals(self.tried.index.codes):
            return None
        return change_between(self.data.basis, self.kept, self.tried, self.shown())

    # Making, keeping, resetting

    def make(self, output: str) -> None:
        """Write the result layers to `output` in the background and show them; what was there before is replaced."""
        self.edit(tr("Choose where to save"), output=output)
        choices = self.choices
        try:
            focus = focus_expression(choices, self.data, self.project)
            parameters = making_parameters(choices, read_settings().data_folder, focus)
        except CniError as fault:
            self._refuse(fault, choices.reads())
            return
        self._background.begin(
            lambda done: AlgorithmRun(self.iface, "cni:map", parameters, done),
            lambda well: self._was_made(choices, well),
        )

    def _was_made(self, choices: Choices, well: bool) -> None:
        if well:
            self._runs[self._current] = replace(self._runs[self._current], made=choices)
            self.kept = None
            self._store()
            self._try()
            self.changed.emit()
        self._reading.start()

    def reset(self) -> None:
        """Go back to what the result layer shows."""
        if self.made is not None:
            self.edit(tr("Reset"), **{name: getattr(self.made, name) for name in _TRIED})

    # Work in the background

    @property
    def is_busy(self) -> bool:
        return self._background.is_busy

    @property
    def words(self) -> str:
        """What the work in the background is doing."""
        return self._background.words

    @property
    def progress(self) -> float:
        """How far the work in the background is, 0 to 100."""
        return self._background.progress

    @property
    def refusal(self) -> str:
        """Why the result could not be made just now, in words; blank once something else is chosen or begun."""
        return self._background.refusal

    def cancel(self) -> None:
        """Stop the work that is going on, if there is any; it tells of its end when it has stopped."""
        self._background.cancel()

    def put_away(self) -> None:
        """Leave the project: nothing that happens there, or comes back from the background, is heard any more."""
        self._background.drop()
        for timer in (self._reading, self._trying, self._storing):
            timer.stop()
        for signal, slot in self._heard:
            signal.disconnect(slot)
        self._heard = []
