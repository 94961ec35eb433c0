"""Work in the background: what is begun as other work ends is not lost, and can be stopped."""

from __future__ import annotations

import time
from typing import Any

import pytest
from desk import wait_until
from qgis.core import QgsApplication, QgsTask

from cni_mapper.ui.tasks import Work


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
