"""From a catalogue entry to a whole, checked file in the cache."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from ...core.data.catalogue import Entry
from ...core.data.tables import file_hash
from ...core.errors import CniError
from .arcgis import Filter, Service
from .cache import Cache, Kept, cache_folder
from .contents import ENDINGS, check_content, check_type
from .network import Answer, Fetcher, NetworkSettings

SETTINGS = NetworkSettings()


@dataclass(frozen=True)
class Wanted:
    """What is asked for: an entry and, of a service, which rows."""

    entry: Entry
    filter: Filter = field(default_factory=Filter)

    @property
    def key(self) -> str:
        """The same for the same question to the same address."""
        entry = self.entry
        asked = [entry.address, entry.format, entry.crs if entry.is_service else ""]
        return json.dumps([*asked, entry.is_table, self.filter.where, self.filter.extent], ensure_ascii=False)


@dataclass(frozen=True)
class Obtained:
    """A whole file of the cache. is_new: downloaded now, not taken from the cache."""

    path: Path
    kept: Kept
    is_new: bool


def check_wanted(wanted: Wanted) -> None:
    """Refuse what cannot be downloaded. Raises `download_by_hand` or `download_not_filtered`."""
    entry = wanted.entry
    if entry.is_page:
        raise CniError("download_by_hand", title=entry.title, page=entry.page)
    if not entry.is_service and not wanted.filter.is_blank:
        raise CniError("download_not_filtered", title=entry.title)


def find_kept(wanted: Wanted) -> Kept | None:
    """What the cache holds of what is wanted."""
    return Cache(cache_folder()).find(wanted.key)


def obtain(wanted: Wanted, *, refresh: bool, step: Callable[[float], None], cancelled: Callable[[], bool]) -> Obtained:
    """The file wanted, from the cache or else from its publisher.

    refresh: download although it is in the cache. step: told the fraction done; raises to stop. Raises the faults of
    `Fetcher`, `Service`, `Cache` and of the content's checks; the cache is then as it was.
    """
    check_wanted(wanted)
    cache = Cache(cache_folder())
    kept = None if refresh else cache.find(wanted.key)
    if kept is not None and not (wanted.entry.sha256 and kept.sha256 != wanted.entry.sha256):
        return Obtained(cache.path(kept), kept, False)
    fetcher = Fetcher(wanted.entry, SETTINGS, cancelled)
    with cache.part(ENDINGS[wanted.entry.format]) as part:
        if wanted.entry.is_service:
            _fetch_rows(wanted, fetcher, part, step)
        else:
            _fetch_file(wanted.entry, fetcher, part, step)
        _check(wanted.entry, fetcher, part, lambda: step(1.0))
        kept = cache.keep(wanted.key, part)
    return Obtained(cache.path(kept), kept, True)


def _fetch_rows(wanted: Wanted, fetcher: Fetcher, part: Path, step: Callable[[float], None]) -> None:
    with part.open("wb") as sink:
        Service(wanted.entry, fetcher, SETTINGS).save(wanted.filter, sink, step)


def _fetch_file(entry: Entry, fetcher: Fetcher, part: Path, step: Callable[[float], None]) -> None:
    least, most = entry.bytes or (1, SETTINGS.unpacked)

    def progress(received: int, expected: int) -> None:
        step(min(1.0, received / (expected or most)))

    def check(answer: Answer) -> None:
        sink.flush()
        _located(fetcher, entry, lambda: check_type(entry, part, answer.content_type))

    with part.open("wb") as sink:
        fetcher.get(entry.address, sink, most, check=check, progress=progress)
    size = part.stat().st_size
    if size < least:
        raise fetcher.fault("download_too_small", entry.address, found=size, least=least)


def _check(entry: Entry, fetcher: Fetcher, part: Path, step: Callable[[], None]) -> None:
    if entry.sha256 and file_hash(part) != entry.sha256:
        raise fetcher.fault("download_changed", entry.address, found=file_hash(part)[:12], wanted=entry.sha256[:12])
    _located(fetcher, entry, lambda: check_content(entry, part, SETTINGS, step))


def _located(fetcher: Fetcher, entry: Entry, check: Callable[[], None]) -> None:
    """A check of content, whose faults get the names of the entry and its server."""
    try:
        check()
    except CniError as fault:
        if fault.code == "file_unreadable":
            raise fetcher.fault("download_damaged", entry.address, reason=fault.context["reason"]) from None
        if fault.code.startswith(("download_", "archive_")) and "title" not in fault.context:
            raise fetcher.fault(fault.code, entry.address, **fault.context) from None
        raise
