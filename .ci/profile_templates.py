"""Writes the templates of the pages about one area and one patch. Usage: profile_templates.py [FOLDER]

As templates.py, whose items these are made of: run it again after changing a grid, and look at the pages.
"""

from __future__ import annotations

import sys
from pathlib import Path

from qgis.core import QgsApplication, QgsProject, QgsReadWriteContext
from templates import FOLDER, MAP, MARGIN, Box, Grid, area, make_layout, quiet, rule, scale_bars, steady, text

PAGE = (210.0, 297.0)
FULL = PAGE[0] - 2 * MARGIN
RIGHT, WIDE = 106.0, 92.0
"""Left edge and width of the right column."""
LOW, LOW_WIDE = 122.0, 76.0
"""The same at the bottom, where the list is wider."""


def top() -> tuple[Box, ...]:
    return (
        text("title", MARGIN, 9, FULL, 9, 20, bold=True),
        quiet("subtitle", MARGIN, 19, FULL, 6, 10.5),
        rule("title_rule", PAGE[0], 27, 0.5, "#1f2426"),
        text("finding", MARGIN, 30, FULL, 16, 11.5),
        Box("map", MAP, MARGIN, 48, 88, 80),
        area("legend", MARGIN, 130.5, 48, 14),
        *scale_bars(64, 130.5, 39),
    )


def bottom() -> tuple[Box, ...]:
    return (
        rule("footer_rule", PAGE[0], 251, 0.25, "#8d9498"),
        quiet("caveat", MARGIN, 253.5, FULL, 7.5, 7.5),
        quiet("sources", MARGIN, 262, FULL, 23, 7),
    )


def standing(key: str, y: float) -> tuple[Box, ...]:
    """The box about one index."""
    return (
        text(f"{key}_heading", RIGHT, y, WIDE, 4.5, 9, bold=True),
        text(f"{key}_rank", RIGHT, y + 4.5, WIDE, 8.7, 20, bold=True),
        text(f"{key}_of", RIGHT, y + 13.2, WIDE, 4.5, 9),
        text(f"{key}_limit", RIGHT, y + 17.8, WIDE, 7.5, 8.5),
    )


def a4_profile() -> Grid:
    boxes = (
        *top(),
        area("category_swatch", RIGHT, 48, 10, 5.4),
        text("category", RIGHT + 13, 48, WIDE - 13, 5.4, 12, bold=True),
        *standing("cni", 56.5),
        *standing("imd", 83),
        text("holds_heading", RIGHT, 109, WIDE, 4.5, 9, bold=True),
        text("holds", RIGHT, 114, WIDE, 31, 8.5),
        text("chart_heading", MARGIN, 149, FULL, 4.5, 9, bold=True),
        area("chart", MARGIN, 154.5, FULL, 54),
        text("list_heading", MARGIN, 212, 104, 4.5, 9, bold=True),
        area("list", MARGIN, 217, 104, 31),
        text("sure_heading", LOW, 212, LOW_WIDE, 4.5, 9, bold=True),
        text("sure", LOW, 217, LOW_WIDE, 31, 8.5),
        *bottom(),
    )
    return Grid("a4_profile", PAGE, boxes)


def a4_patch() -> Grid:
    boxes = (
        *top(),
        text("shares_heading", RIGHT, 48, WIDE, 4.5, 9, bold=True),
        area("shares", RIGHT, 54, WIDE, 50),
        text("sure_heading", RIGHT, 109, WIDE, 4.5, 9, bold=True),
        text("sure", RIGHT, 114, WIDE, 31, 8.5),
        text("chart_heading", MARGIN, 149, FULL, 4.5, 9, bold=True),
        area("chart", MARGIN, 154.5, FULL, 54),
        text("list_heading", MARGIN, 212, FULL, 4.5, 9, bold=True),
        area("list", MARGIN, 217, FULL, 31),
        *bottom(),
    )
    return Grid("a4_patch", PAGE, boxes)


def main(folder: Path) -> None:
    for grid in (a4_profile(), a4_patch()):
        path = folder / f"{grid.name}.qpt"
        layout = make_layout(grid, QgsProject.instance())
        if not layout.saveAsTemplate(str(path), QgsReadWriteContext()):
            sys.exit(f"{path} could not be written")
        path.write_text(steady(path.read_text(encoding="utf-8"), grid.name), encoding="utf-8")


if __name__ == "__main__":
    application = QgsApplication([], False)
    application.initQgis()
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
    application.exitQgis()
