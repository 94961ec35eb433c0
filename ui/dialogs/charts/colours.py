"""The colours that charts share with the maps: fixed, whatever the theme. They are those of resources/styles."""

from __future__ import annotations

CNI_RAMP = (
    "#5c0a03",
    "#7c1f0b",
    "#98340d",
    "#af4908",
    "#c05e07",
    "#d37306",
    "#e48d2b",
    "#f4aa54",
    "#ffcc8b",
    "#fff2df",
)
IMD_RAMP = (
    "#0c2c52",
    "#124275",
    "#205791",
    "#316ba7",
    "#3a7eba",
    "#4292cc",
    "#59aad7",
    "#84c1de",
    "#b3daed",
    "#e6f6fe",
)
RAMPS = {"cni": CNI_RAMP, "imd": IMD_RAMP}
"""Decile 1 first: the darkest, with the most need."""

LEFT_BEHIND = "#411c39"
LEFT_BEHIND_PALE = "#f3d3ea"
"""The same hue for a dark page, where more must be lighter."""

INK, QUIET_INK, RULE = "#1f2426", "#5a6266", "#8d9498"
"""Text, quiet text and lines on a white page."""
