"""What QGIS leaves to be done on an SVG of a page: Qt draws maps there beyond their frames."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from pathlib import Path

from qgis.core import QgsLayoutItemMap, QgsPrintLayout

_SIZE = re.compile(r'viewBox="0 0 ([0-9.]+) ([0-9.]+)"')
_TINY = re.compile(r' baseProfile="tiny"| version="1\.2"')
_LAYER = re.compile(r'<g (?=[^>]*inkscape:label="([^"]*)")')


def clip_maps(path: Path, layout: QgsPrintLayout, maps: Sequence[QgsLayoutItemMap]) -> None:
    """Cut the maps in an SVG at their frames. The file must hold each item, and each layer of a map, as a layer."""
    text = path.read_text(encoding="utf-8")
    # SVG Tiny, which Qt says it writes, knows no clipping.
    head, opening, rest = _TINY.sub("", text[: _head(text)]), "<defs>", text[_head(text) :]
    size = _SIZE.search(head)
    page = layout.pageCollection().page(0).rect()
    across, down = float(size[1]) / page.width(), float(size[2]) / page.height()
    names = {}
    for number, item in enumerate(maps):
        place = item.mapRectToScene(item.rect())
        names[item.displayName()] = f"frame{number}"
        opening += (
            f'<clipPath id="frame{number}"><rect x="{place.x() * across:.2f}" y="{place.y() * down:.2f}" '
            f'width="{place.width() * across:.2f}" height="{place.height() * down:.2f}"/></clipPath>'
        )

    def clipped(found: re.Match[str]) -> str:
        item, _, layer = unescape(found[1]).rpartition(": ")
        return found[0] if item not in names or layer == "Frame" else f'<g clip-path="url(#{names[item]})" '

    path.write_text(f"{head}{opening}</defs>{_LAYER.sub(clipped, rest)}", encoding="utf-8", newline="\n")


def _head(text: str) -> int:
    """Where the opening tag of the page ends."""
    return text.index(">", text.index("<svg")) + 1
