"""The index definitions that come with the plugin."""

from __future__ import annotations

from pathlib import Path

from ..errors import CniError
from .definition import Definition
from .definition_file import load_definition

DEFINITIONS = Path(__file__).parents[2] / "resources" / "definitions"


def shipped_ids() -> list[str]:
    """The ids of the shipped definitions, in alphabetical order."""
    return sorted(path.stem for path in DEFINITIONS.glob("*.json"))


def find_definition(text: str) -> Definition:
    """The definition with that id, or in that file. Raises `definition_not_found` and the faults of reading it."""
    name = text.strip()
    if name in shipped_ids():
        return load_definition(DEFINITIONS / f"{name}.json")
    path = Path(name)
    if not name or not path.is_file():
        raise CniError("definition_not_found", name=name, shipped=shipped_ids())
    return load_definition(path)
