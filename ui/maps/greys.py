"""The grey colour scheme, for printers without colour: each colour of the style files has its grey.

Deciles stand at equal steps of CIEDE2000 (about 6.8) from L* 18, which does not merge with black ink, to L* 96, which
differs from paper; the categories of the overlay at equal steps of about 20. The bivariate classes keep the greys of
the categories at their corners; between these they stand at equal steps too, in the order of their lightness.
"""

from __future__ import annotations

import re

from .colours import CNI_RAMP, GREY_RAMP, IMD_RAMP

_CATEGORIES = {"#411c39": "#2a2a2a", "#2f78b0": "#676767", "#faa646": "#9e9e9e", "#f0f1ed": "#f1f1f1"}
_BIVARIATE = {
    "#555169": "#3f3f3f", "#0c6eac": "#535353", "#b7633f": "#666666",
    "#918d86": "#777777", "#86a5c1": "#898989", "#eacfa3": "#c3c3c3",
}  # fmt: skip
_LINES = {"#6b7378": "#727272", "#8d9498": "#939393", "#c9cdd0": "#cccccc"}
GREYS = {**dict(zip(CNI_RAMP, GREY_RAMP)), **dict(zip(IMD_RAMP, GREY_RAMP)), **_CATEGORIES, **_BIVARIATE, **_LINES}
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
