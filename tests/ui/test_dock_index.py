"""The page 'Index' of the dock: tables, weights, columns and directions, each edit in the session and undone again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from index_desk import IndexDesk, add, answer, index_desk


@pytest.fixture
def desk(processing, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[IndexDesk]:
    with index_desk(sample, tmp_path, monkeypatch) as desk:
        yield desk


def test_it_opens(desk: IndexDesk) -> None:
    desk.choose()
    assert desk.session.fault is None
    assert desk.session.tried is not None
    assert desk.page.status().kind == "ready"
    print(desk.table_words("indicators"), desk.page.status())
    desk.page.tree.select_part("libraries_per_1000")
    desk.settle()
    desk.window.grab().save("/tmp/dock/index_a.png")
    desk.window.verticalScrollBar().setValue(10000)
    desk.window.grab().save("/tmp/dock/index_b.png")
