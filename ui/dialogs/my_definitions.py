"""The indices that the user keeps: one definition file each, in the data folder. Knows no widgets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from ...core.errors import CniError
from ...core.index.definition import Definition
from ...core.index.definition_file import load_definition, save_definition
from ...core.index.library import find_definition, shipped_ids
from ..settings import read_settings

_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9_-]+")


@dataclass(frozen=True)
class KeptIndex:
    """A file in the folder of the user's indices. definition: None where it cannot be read, fault says why."""

    path: Path
    definition: Definition | None
    fault: CniError | None

    @property
    def title(self) -> str:
        return self.path.name if self.definition is None else self.definition.title


def indices_folder() -> Path:
    return read_settings().data_folder / "indices"


def kept_indices(folder: Path) -> list[KeptIndex]:
    """The user's indices by title; a file that is none is among them, with what is wrong with it."""
    found = [_read(path) for path in folder.glob("*.json")]
    return sorted(found, key=lambda kept: (kept.title.casefold(), kept.path.name))


def _read(path: Path) -> KeptIndex:
    try:
        return KeptIndex(path, load_definition(path), None)
    except CniError as fault:
        return KeptIndex(path, None, fault)
    except OSError as fault:
        return KeptIndex(path, None, CniError("file_unreadable", file=path.name, reason=fault.strerror))


def keep_index(definition: Definition, folder: Path, base: str) -> Path:
    """Save an index among the user's, over the file that it came from if that is one of them; else in a new file.

    base: the id or path that it came from. Raises `definition_not_saved`.
    """
    own = Path(base)
    path = own if own.parent == folder else _free_path(definition.id, folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise CniError("definition_not_saved", name=path.name, reason=fault.strerror) from None
    save_definition(definition, path)
    return path


def _free_path(id: str, folder: Path) -> Path:
    stem = _NOT_IN_NAMES.sub("-", id).strip("-") or "index"
    path, number = folder / f"{stem}.json", 2
    while path.exists():
        path, number = folder / f"{stem}-{number}.json", number + 1
    return path


def base_of(base: str) -> Definition | None:
    """The definition with that id or in that file as it is now; None where it is gone or cannot be read."""
    try:
        return find_definition(base)
    except (CniError, OSError):
        return None


def is_kept(base: str, folder: Path) -> bool:
    """Whether an index comes from the user's own."""
    return Path(base).parent == folder


def is_shipped(definition: Definition) -> bool:
    """Whether an index has the id of one that comes with the plugin, so that it must not be another under its name."""
    return definition.id in shipped_ids()
