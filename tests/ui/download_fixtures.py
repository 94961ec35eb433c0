"""The local server and the runs against it, as fixtures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from bad_server import BadServer
from download_runs import Runs


@pytest.fixture
def server() -> Iterator[BadServer]:
    """A server on 127.0.0.1 that answers as the test says."""
    running = BadServer()
    yield running
    running.stop()


@pytest.fixture
def runs(processing: ModuleType, server: BadServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Runs:
    return Runs(processing, server, tmp_path, monkeypatch)
