"""Names of files after what they show, which every system takes."""

from __future__ import annotations

import re
from collections.abc import Sequence

_BAD = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)", re.IGNORECASE)
_LONGEST = 100
"""Characters of a name, so that a path of usual depth stays within Windows' 260."""


def file_names(titles: Sequence[str], ending: str) -> list[str]:
    """A name for each title, no two alike where capitals do not count; ending: with its dot."""
    names: list[str] = []
    taken: set[str] = set()
    for title in titles:
        stem = _stem(title)
        name, number = stem, 1
        while name.casefold() in taken:
            number += 1
            name = f"{stem} ({number})"
        taken.add(name.casefold())
        names.append(name + ending)
    return names


def _stem(title: str) -> str:
    # Windows drops dots and blanks at the end of a name, and takes some names for devices whatever their ending.
    stem = _BAD.sub("-", title).strip(" .")[:_LONGEST].rstrip(" .")
    return f"_{stem}" if not stem or _RESERVED.match(stem) else stem
