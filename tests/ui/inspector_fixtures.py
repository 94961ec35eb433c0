"""The inspector on the sample county, as a fixture."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from inspecting import Bench
from loading import empty_project


@pytest.fixture
def bench(processing, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bench]:
    with empty_project(monkeypatch):
        bench = Bench(sample, tmp_path / "county")
        yield bench
        bench.end()
