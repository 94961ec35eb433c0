"""Unpacking a zip that may have been made to do harm."""

from __future__ import annotations

import stat
import zipfile
import zlib
from collections.abc import Callable
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath

from ...core.errors import CniError
from .network import NetworkSettings

_BLOCK = 1 << 20


def unpack(
    archive: Path, pattern: str, folder: Path, settings: NetworkSettings, step: Callable[[], None]
) -> list[Path]:
    """Unpack the files whose name matches a pattern into a folder, under numbers of their own; in order of name.

    Every name in the archive is looked at, not only those wanted. step: called now and then; raises to stop. Raises
    `archive_damaged`, `archive_unsafe`, `archive_too_large` or `archive_without`, without a title.
    """
    try:
        with zipfile.ZipFile(archive) as opened:
            members = [info for info in opened.infolist() if not info.is_dir()]
            check_members(opened.infolist(), settings)
            wanted = sorted((info for info in members if _matches(info.filename, pattern)), key=lambda i: i.filename)
            if not wanted:
                names = [info.filename for info in members]
                raise CniError("archive_without", pattern=pattern, names=names)
            return [_extract(opened, info, i, folder, step) for i, info in enumerate(wanted)]
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as fault:
        raise CniError("archive_damaged", reason=str(fault)) from None


def check_members(members: list[zipfile.ZipInfo], settings: NetworkSettings) -> None:
    """Raises `archive_unsafe` or `archive_too_large` by what the archive says of itself."""
    if len(members) > settings.members:
        raise CniError("archive_too_large", found=len(members), limit=settings.members, of="files")
    for info in members:
        name = PurePosixPath(info.filename.replace("\\", "/"))
        kind = stat.S_IFMT(info.external_attr >> 16)
        outside = name.is_absolute() or ".." in name.parts or ":" in name.as_posix()
        if outside or kind not in (0, stat.S_IFREG, stat.S_IFDIR) or info.flag_bits & 1:
            raise CniError("archive_unsafe", name=info.filename)
    total = sum(info.file_size for info in members)
    packed = max(1, sum(info.compress_size for info in members))
    if total > settings.unpacked:
        raise CniError("archive_too_large", found=total, limit=settings.unpacked, of="bytes")
    if total > _BLOCK and total > settings.ratio * packed:
        raise CniError("archive_too_large", found=total // packed, limit=settings.ratio, of="times")


def _matches(name: str, pattern: str) -> bool:
    path = name.replace("\\", "/").lower()
    return fnmatch(path, pattern.lower()) or fnmatch(path.rpartition("/")[2], pattern.lower())


def _extract(
    opened: zipfile.ZipFile, info: zipfile.ZipInfo, number: int, folder: Path, step: Callable[[], None]
) -> Path:
    """One file. zipfile gives no more than the size that was checked, and compares the checksum at the end."""
    target = folder / f"{number}{PurePosixPath(info.filename).suffix.lower()}"
    with opened.open(info) as source, target.open("wb") as sink:
        for block in iter(lambda: source.read(_BLOCK), b""):
            step()
            sink.write(block)
    return target
