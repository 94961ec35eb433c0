"""The grey colour scheme, for printers without colour: each colour of the style files has its grey.

Deciles stand at equal steps of CIEDE2000 (about 6.8) from L* 18, which does not merge with black ink, to L* 96, which
differs from paper; the categories of the overlay at equal steps of about 20.
"""

from __future__ import annotations

import re

_DECILES = (
    "#2c2c2c", "#414141", "#555555", "#686868", "#797979", "#8c8c8c", "#a1a1a1", "#b9b9b9", "#d4d4d4", "#f3f3f3",
)  # fmt: skip
_NEED = (
    "#5c0a03", "#7c1f0b", "#98340d", "#af4908", "#c05e07", "#d37306", "#e48d2b", "#f4aa54", "#ffcc8b", "#fff2df",
)  # fmt: skip
_DEPRIVATION = (
    "#0c2c52", "#124275", "#205791", "#316ba7", "#3a7eba", "#4292cc", "#59aad7", "#84c1de", "#b3daed", "#e6f6fe",
)  # fmt: skip
_CATEGORIES = {"#411c39": "#2a2a2a", "#2f78b0": "#676767", "#faa646": "#9e9e9e", "#f0f1ed": "#f1f1f1"}
_LINES = {"#6b7378": "#727272", "#8d9498": "#939393", "#c9cdd0": "#cccccc"}
GREYS = {**dict(zip(_NEED, _DECILES)), **dict(zip(_DEPRIVATION, _DECILES)), **_CATEGORIES, **_LINES}
"""By colour of the style files, worst decile first; a colour that is not here is grey already."""

_COLOUR = re.compile(r"(?P<hex>#[0-9a-f]{6})\b|\b(?P<numbers>\d{1,3},\d{1,3},\d{1,3})(?=,255\b)")


def in_greys(style: str) -> str:
    """The text of a style file with greys for colours: those of symbols ('92,10,3,255') and of expressions."""
    return _COLOUR.sub(_grey, style)


def _grey(found: re.Match[str]) -> str:
    if found["hex"]:
        return GREYS.get(found["hex"], found["hex"])
    red, green, blue = (int(part) for part in found["numbers"].split(","))
    grey = GREYS.get(f"#{red:02x}{green:02x}{blue:02x}")
    return found["numbers"] if grey is None else ",".join([str(int(grey[1:3], 16))] * 3)
