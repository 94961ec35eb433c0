"""The dock at its page Results, over the sample county, as fixtures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from county import County
from dock_desk import DockDesk, dock_desk
from results_page import use_documents


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's folder of documents."""
    return use_documents(tmp_path / "documents", monkeypatch)


@pytest.fixture
def results_desk(
    processing: Any, county: County, output: Path, documents: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[DockDesk]:
    with dock_desk(county, output, monkeypatch, tmp_path / "data") as desk:
        desk.turn_to("results")
        yield desk
