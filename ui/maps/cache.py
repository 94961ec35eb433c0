"""What was downloaded, kept by its content: a file is called after its SHA-256, and an index says what it was."""

from __future__ import annotations

import json
import os
import re
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from ...core.data.tables import file_hash
from ...core.errors import CniError
from ..settings import read_settings

FORMAT = 1
INDEX = "index.json"
PREFIX = "new-"
"""How the names of files and folders begin that are not whole yet."""
_OLD_SECONDS = 24 * 3600
_NAME = re.compile(r"^[0-9a-f]{64}\.[a-z]{3,7}$")


def cache_folder() -> Path:
    """Where downloads are kept: in the folder for files that the user has set."""
    return read_settings().data_folder / "cache"


@dataclass(frozen=True)
class Kept:
    """A whole file of the cache. fetched: when it was downloaded, UTC, as ISO text. bytes: its size."""

    name: str
    fetched: str
    bytes: int

    @property
    def sha256(self) -> str:
        return self.name.partition(".")[0]

    @property
    def day(self) -> str:
        return self.fetched[:10]


class Cache:
    """A folder of downloads. Nothing is read from it whose content is not what its name says."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, kept: Kept) -> Path:
        return self.folder / kept.name

    def find(self, key: str) -> Kept | None:
        """What is kept for a key; None when there is nothing, or nothing whole."""
        kept = self._index().get(key)
        if kept is None:
            return None
        try:
            whole = self.path(kept).stat().st_size == kept.bytes and file_hash(self.path(kept)) == kept.sha256
        except OSError:
            return None
        return kept if whole else None

    @contextmanager
    def part(self, ending: str) -> Iterator[Path]:
        """A new empty file to download to; it is gone afterwards, unless it was kept.

        Raises `cache_not_writable` for every fault of the disk inside.
        """
        path = None
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._sweep()
            handle, name = tempfile.mkstemp(f".{ending}", PREFIX, self.folder)
            os.close(handle)
            path = Path(name)
            yield path
        except OSError as fault:
            reason = fault.strerror or str(fault)
            raise CniError("cache_not_writable", folder=str(self.folder), reason=reason) from None
        finally:
            if path is not None:
                with suppress(OSError):
                    path.unlink(missing_ok=True)

    def keep(self, key: str, part: Path) -> Kept:
        """Take a whole file, that was checked, into the cache, in the place of what was kept for its key."""
        now = datetime.now(timezone.utc).isoformat(timespec="seconds")
        kept = Kept(f"{file_hash(part)}{part.suffix}", now, part.stat().st_size)
        index = self._index()
        part.replace(self.path(kept))
        index[key] = kept
        self._write_index(index)
        self._drop_unused(index)
        return kept

    def _index(self) -> dict[str, Kept]:
        """The index; what cannot be read of it counts as never downloaded."""
        try:
            node = json.loads((self.folder / INDEX).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        if not isinstance(node, dict) or node.get("format") != FORMAT or not isinstance(node.get("kept"), dict):
            return {}
        return {key: kept for key, value in node["kept"].items() if (kept := _read_kept(value)) is not None}

    def _write_index(self, index: dict[str, Kept]) -> None:
        node = {"format": FORMAT, "kept": {key: asdict(kept) for key, kept in sorted(index.items())}}
        handle, name = tempfile.mkstemp(".json", PREFIX, self.folder)
        aside = Path(name)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
                json.dump(node, stream, indent=1)
                stream.write("\n")
                stream.flush()
                os.fsync(stream.fileno())
            aside.replace(self.folder / INDEX)
        finally:
            with suppress(OSError):
                aside.unlink(missing_ok=True)

    def _drop_unused(self, index: dict[str, Kept]) -> None:
        used = {kept.name for kept in index.values()}
        for path in self.folder.iterdir():
            if _NAME.match(path.name) and path.name not in used:
                # Another window may be reading it; the next download tries again.
                with suppress(OSError):
                    path.unlink(missing_ok=True)

    def _sweep(self) -> None:
        """Remove what a crash left behind; what is younger than a day may be another window's."""
        for path in self.folder.iterdir():
            if not path.name.startswith(PREFIX):
                continue
            with suppress(OSError):
                if time.time() - path.stat().st_mtime < _OLD_SECONDS:
                    continue
                if path.is_dir():
                    shutil.rmtree(path)
                else:
                    path.unlink(missing_ok=True)


def _read_kept(value: Any) -> Kept | None:
    """An entry of the index; None when it is not as this module writes it."""
    if not isinstance(value, dict) or set(value) != {"name", "fetched", "bytes"}:
        return None
    kept = Kept(**value)
    if not isinstance(kept.name, str) or not _NAME.match(kept.name) or not isinstance(kept.bytes, int):
        return None
    return kept if isinstance(kept.fetched, str) else None
