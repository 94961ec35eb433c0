"""The words of the window 'Print a map' for what can be chosen in it."""

from __future__ import annotations

from ..maps.print_choices import ALL, CLICKED, DISTRICTS, SELECTED
from .words import tr

Names = tuple[tuple[str, str], ...]
"""Ids and what they are called."""


def template_names() -> Names:
    return (
        ("a3_triptych", tr("A3 landscape, three maps")),
        ("a3_landscape", tr("A3 landscape, one map")),
        ("a3_portrait", tr("A3 portrait, one map")),
        ("a4_landscape", tr("A4 landscape, one map")),
        ("a4_portrait", tr("A4 portrait, one map")),
    )


def theme_names() -> Names:
    """The themes of every result."""
    return (
        ("overlay", tr("Left behind areas")),
        ("cni", tr("Community need, in deciles")),
        ("imd", tr("Deprivation, in deciles")),
        ("bivariate", tr("Need and deprivation together")),
    )


def area_names() -> Names:
    return (
        (ALL, tr("All areas of the result")),
        (DISTRICTS, tr("Districts…")),
        (SELECTED, tr("The areas selected on the map")),
        (CLICKED, tr("The area last clicked")),
    )


def label_names() -> Names:
    return (
        ("auto", tr("Automatic")),
        ("none", tr("None")),
        ("left_behind", tr("Left behind only")),
        ("all", tr("All")),
    )


def colour_names() -> Names:
    return (("standard", tr("Standard")), ("grey", tr("Grey")))
