"""A file with a fault is chosen, its fault is read, and the choice is taken back: nothing may be lost by it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from files import digest, rows_of
from panel import heard, held, is_sentence, says, wait_worked_out
from pointer import press
from qgis.core import QgsProject
from session import WORK, Steps, picture
from waiting import wait_tasks, wait_until
from widgets import messages_shown

GOOD, BAD, PROJECT = WORK / "good", WORK / "bad", WORK / "county.qgz"
RESULT = WORK / "made" / "county.gpkg"
DIGESTS = WORK / "digests.json"
STATUS, INDEX_FAULT = "cni_mapper_status", "cni_mapper_index_fault"


@dataclass(frozen=True)
class Case:
    """A file, and what is said of it: the code of the sentence, parts of it, and the label that it is read in."""

    file: str
    code: str
    parts: tuple[str, ...]
    label: str = STATUS


def results() -> dict[str, list[str]]:
    """Digests of the results of all runs and of the records beside them, by file."""
    files = [Path(run.made.output) for run in held().runs]
    return {str(file): [digest(file), digest(file.with_name(f"{file.name}.run.json"))] for file in files}


def contents() -> dict[str, Any]:
    """The rows of the results of all runs."""
    files = [Path(run.made.output) for run in held().runs]
    return {str(file): rows_of(file, file.stem) for file in files}


class Whole:
    """What must not be lost: the results on disk, the runs, and the layers of the project."""

    def __init__(self) -> None:
        self.choices = held().choices
        self._runs, self._results, self._contents = held().runs, results(), contents()
        self._layers = set(QgsProject.instance().mapLayers())

    def check(self, what: str, *, by_rows: bool = False) -> None:
        """by_rows: QGIS itself has written to the file, as it does when it only begins to edit it."""
        session = held()
        assert session.runs == self._runs, f"{what} changed the runs: {session.runs}"
        assert session.fault is None, f"after {what} is taken back there is still the fault {session.fault}"
        assert by_rows or results() == self._results, f"{what} changed a result on disk"
        assert contents() == self._contents, f"{what} changed the rows of a result"
        lost = self._layers - set(QgsProject.instance().mapLayers())
        assert not lost, f"{what} lost the layers {lost}"

    def remember(self) -> None:
        DIGESTS.write_text(json.dumps(self._results), encoding="utf-8")

    def is_remembered(self) -> bool:
        return json.loads(DIGESTS.read_text(encoding="utf-8")) == self._results


def refused(case: Case, whole: Whole, choose: Callable[[Case], Steps]) -> Steps:
    """Choose a file, read on the screen what is said of it, and take the choice back."""
    yield from choose(case)
    yield from wait_until(lambda: is_sentence(heard(case.label), case.code), 15, f"word of {case.code} for {case.file}")
    yield from wait_tasks(15)
    picture(case.file.replace(" ", "-").replace(".", "-"))
    assert is_sentence(says(case.label), case.code, *case.parts), says(case.label)
    yield from taken_back(case.file, whole)


def taken_back(what: str, whole: Whole, *, by_rows: bool = False) -> Steps:
    """Undo by the keyboard until everything is chosen as before. by_rows: as of `Whole.check`."""
    for _ in range(4):
        if held().choices == whole.choices:
            break
        yield from press("ctrl+z")
    assert held().choices == whole.choices, f"undo does not bring back what was chosen before {what}"
    yield from wait_worked_out()
    whole.check(what, by_rows=by_rows)


def wait_message(code: str, *parts: str) -> Steps:
    """Wait until QGIS's message bar says a sentence of ours on top."""

    def said() -> bool:
        return any(is_sentence(text, code, *parts) for text in messages_shown()[:1])

    yield from wait_until(said, 10, f"the message {code}")
