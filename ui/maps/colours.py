"""The colours of maps and charts, the same in every theme. The style files in resources/styles hold them too."""

from __future__ import annotations

CNI_RAMP = (
    "#5c0a03", "#7c1f0b", "#98340d", "#af4908", "#c05e07", "#d37306", "#e48d2b", "#f4aa54", "#ffcc8b", "#fff2df",
)  # fmt: skip
IMD_RAMP = (
    "#0c2c52", "#124275", "#205791", "#316ba7", "#3a7eba", "#4292cc", "#59aad7", "#84c1de", "#b3daed", "#e6f6fe",
)  # fmt: skip
GREY_RAMP = (
    "#2c2c2c", "#414141", "#555555", "#686868", "#797979", "#8c8c8c", "#a1a1a1", "#b9b9b9", "#d4d4d4", "#f3f3f3",
)  # fmt: skip
RAMPS = {"cni": CNI_RAMP, "imd": IMD_RAMP, "grey": GREY_RAMP}
"""Decile 1, with the most need, first: the darkest."""

BIVARIATE = (
    "#f0f1ed", "#86a5c1", "#0c6eac",
    "#eacfa3", "#918d86", "#555169",
    "#faa646", "#b7633f", "#411c39",
)  # fmt: skip
"""By class of core.analysis.bivariate: rows of need, columns of deprivation, each from low to high."""

LEFT_BEHIND = "#411c39"
LEFT_BEHIND_PALE = "#f3d3ea"
"""The same hue for a dark page, where more must be lighter."""

INK, QUIET_INK, RULE = "#1f2426", "#5a6266", "#8d9498"
"""Text, quiet text and lines on a white page."""
NEIGHBOURS, LAND = "#dfe1e2", "#c9cdd0"
"""Areas around those of a map, and the land of a locator."""
