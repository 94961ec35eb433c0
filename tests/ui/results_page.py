"""The page Results in the dock: its parts, and the user's folder of documents that it begins with."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from dock_desk import DockDesk

from cni_mapper.ui.dialogs import output_path


def use_documents(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a folder, and have it be the user's folder of documents."""
    folder.mkdir()

    class Places(output_path.QStandardPaths):
        @staticmethod
        def writableLocation(kind: Any) -> str:
            assert kind == output_path.QStandardPaths.StandardLocation.DocumentsLocation
            return str(folder)

    monkeypatch.setattr(output_path, "QStandardPaths", Places)
    return folder


def part(desk: DockDesk, name: str) -> Any:
    return desk.part(f"cni_mapper_results_{name}")


def state(desk: DockDesk, name: str) -> tuple[bool, str]:
    """Whether a button can be pressed, and what it says."""
    button = part(desk, name)
    return button.isEnabled(), button.toolTip()
