"""Work in the background: what is begun as other work ends is not lost, and can be stopped."""

from __future__ import annotations

import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import MagicMock

import pytest
from desk import wait_until
from qgis.core import QgsApplication, QgsTask

from cni_mapper.ui.tasks import Work, open_algorithm


@pytest.fixture
def told() -> list[Any]:
    """What the ends of work have told, in their order."""
    return []


def begin(told: list[Any], name: str) -> Work:
    work = Work(name, lambda steps: name, lambda result, fault: told.append((result, fault)))
    work.start()
    return work


def test_qgis_hears_of_ended_work_before_it_gets_new(qgis_app: QgsApplication, told: list[Any]) -> None:
    first = begin(told, "first")
    time.sleep(0.2)  # it has ended in its thread, of which QGIS hears through the event loop only
    assert first.status() == QgsTask.TaskStatus.Running
    begin(told, "second")
    assert first.status() == QgsTask.TaskStatus.Complete
    wait_until(lambda: len(told) == 2, 10)
    assert told == [("first", None), ("second", None)]
    assert not Work.running


def test_work_can_be_stopped_before_it_has_begun(qgis_app: QgsApplication, told: list[Any]) -> None:
    for _ in range(20):
        begin(told, "any")
    last = begin(told, "last")
    last.cancel()
    wait_until(lambda: len(told) == 21, 10)
    assert ("last", None) not in told
    assert not Work.running


def test_much_short_work_all_ends(qgis_app: QgsApplication, told: list[Any]) -> None:
    names = [str(i) for i in range(200)]
    for name in names:
        begin(told, name)
    wait_until(lambda: len(told) == len(names), 30)
    assert sorted(result for result, _ in told) == sorted(names)


@pytest.mark.parametrize(
    ("algorithm", "file", "is_told"),
    [("atlas", "a & b.pdf", True), ("atlas", "not written.pdf", False), ("index", "a & b.pdf", False)],
)
@pytest.mark.parametrize("successful", [True, False])
def test_a_dialog_that_has_run_leads_to_its_file(
    processing,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    algorithm: str,
    file: str,
    is_told: bool,
    successful: bool,
) -> None:
    """A layer that was written is in the project, to be seen there."""
    (tmp_path / "a & b.pdf").touch()
    made = QgsApplication.processingRegistry().createAlgorithmById(f"cni:{algorithm}")
    bar, log, ends = MagicMock(), MagicMock(), []
    dialog = SimpleNamespace(
        algorithm=lambda: made,
        algorithmFinished=SimpleNamespace(connect=ends.append),
        messageBar=lambda: bar,
        showLog=log,
        show=lambda: None,
        exec=lambda: [end(successful, {"OUTPUT": str(tmp_path / file)}) for end in ends],
        close=lambda: None,
    )
    monkeypatch.setattr(processing, "createAlgorithmDialog", lambda id, given: dialog, raising=False)
    open_algorithm(f"cni:{algorithm}")
    words = [call.args[0] for call in bar.pushMessage.call_args_list]
    link = f'<a href="{(tmp_path / file).as_uri()}">a &amp; b.pdf</a>'
    assert words == ([f"Saved: {link}"] if is_told and successful else [])
    assert log.called == (is_told and successful)
