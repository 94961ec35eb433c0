"""Writing files so that what stands under their names is whole at every moment, whatever happens.

A file is written aside, in its own folder, and takes the place of the old one when it is finished. What a crash may
leave is the file aside; the next run overwrites it.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ...core.errors import CniError

_ASIDE = ".cni_new"


@contextmanager
def written_aside(path: Path) -> Iterator[Path]:
    """Gives the path to write to instead of `path`, of the same ending; it replaces `path` when the block succeeds.

    Raises `output_folder_missing`, `output_is_folder`, `output_not_writable`, `output_failed` (also for an `OSError`
    of the block) or `output_locked`; what was there before is whole then, and nothing else is left.
    """
    check_file(path)
    aside = _aside(path)
    try:
        try:
            yield aside
        except OSError as fault:
            raise CniError("output_failed", name=path.name, reason=fault.strerror or str(fault)) from None
        _replace(aside, path)
    finally:
        with suppress(OSError):
            aside.unlink(missing_ok=True)


@contextmanager
def folder_written_aside(folder: Path) -> Iterator[Path]:
    """Gives an empty folder to write files to; each takes its place in `folder` when the block succeeds.

    `folder` is made where it is missing; other files in it are left alone, and so are all where one of them cannot be
    replaced. Raises as `written_aside`, for the folder.
    """
    check_folder(folder)
    made = not folder.exists()
    aside = folder / _ASIDE
    try:
        shutil.rmtree(aside, ignore_errors=True)
        aside.mkdir(parents=True)
    except OSError as fault:
        raise CniError("output_not_writable", folder=str(folder), reason=fault.strerror) from None
    try:
        try:
            yield aside
        except OSError as fault:
            raise CniError("output_failed", name=folder.name, reason=fault.strerror or str(fault)) from None
        files = sorted(aside.iterdir())
        for file in files:
            _check_replaceable(folder / file.name)
        for file in files:
            _replace(file, folder / file.name)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
        if made:
            with suppress(OSError):
                folder.rmdir()


def check_file(path: Path) -> None:
    """Refuse a file that cannot be written, before anything is computed.

    Raises `output_folder_missing`, `output_is_folder` or `output_not_writable`.
    """
    if not path.parent.is_dir():
        raise CniError("output_folder_missing", folder=str(path.parent))
    if path.is_dir():
        raise CniError("output_is_folder", name=path.name)
    aside = _aside(path)
    try:
        aside.write_bytes(b"")
        aside.unlink()
    except OSError as fault:
        raise CniError("output_not_writable", folder=str(path.parent), reason=fault.strerror) from None


def check_folder(folder: Path) -> None:
    """Refuse a folder that no file can be written to; it may be missing, but not the folder it is to stand in.

    Raises `output_folder_missing`, `output_not_folder` or `output_not_writable`.
    """
    if not folder.parent.is_dir():
        raise CniError("output_folder_missing", folder=str(folder.parent))
    if folder.exists() and not folder.is_dir():
        raise CniError("output_not_folder", name=folder.name)
    # Not under the name that a crash leaves a folder of.
    check_file((folder if folder.exists() else folder.parent) / f"{_ASIDE}.probe")


def _aside(path: Path) -> Path:
    return path.with_name(f"{path.stem}{_ASIDE}{path.suffix}")


def _check_replaceable(path: Path) -> None:
    """Refuse a folder, a file that may not be written, and on Windows one that another program shows."""
    if path.is_dir():
        raise CniError("output_is_folder", name=path.name)
    try:
        with suppress(FileNotFoundError), path.open("r+b"):
            pass
    except OSError as fault:
        raise _refused(path, fault) from None


def _replace(aside: Path, path: Path) -> None:
    try:
        aside.replace(path)
    except OSError as fault:
        raise _refused(path, fault) from None


def _refused(path: Path, fault: OSError) -> CniError:
    if isinstance(fault, IsADirectoryError):
        return CniError("output_is_folder", name=path.name)
    # Windows refuses to replace a file that another program shows.
    if isinstance(fault, PermissionError) and os.access(path, os.W_OK):
        return CniError("output_locked", name=path.name)
    return CniError("output_failed", name=path.name, reason=fault.strerror)
