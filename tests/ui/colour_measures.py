"""How far colours are apart, and how well text reads on them, by an independent library (coloraide)."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

from coloraide import Color

INK = "#1f2426"
VISIONS = ("normal", "protan", "deutan", "tritan", "grey")
COLOUR_VISIONS = VISIONS[:-1]


def seen(colour: str, vision: str) -> Color:
    """A colour as an eye without one kind of cone sees it (Machado 2009, severity 1), or its lightness alone."""
    as_it_is = Color(colour)
    if vision == "grey":
        return Color("lab-d65", [as_it_is.convert("lab-d65")["lightness"], 0, 0])
    return as_it_is if vision == "normal" else as_it_is.filter(vision, 1, method="machado").convert("srgb").clip()


def difference(first: str, second: str, vision: str) -> float:
    """CIEDE2000; 1 is just visible side by side."""
    return seen(first, vision).delta_e(seen(second, vision), method="2000")


def closest(pairs: Iterable[tuple[str, str]], vision: str) -> tuple[float, str]:
    """The smallest difference, with the pair in words."""
    return min((difference(one, two, vision), f"{one} and {two} in {vision} vision") for one, two in pairs)


def neighbours(colours: Sequence[str]) -> list[tuple[str, str]]:
    return list(zip(colours, colours[1:]))


def every_pair(colours: Sequence[str]) -> list[tuple[str, str]]:
    return list(itertools.combinations(colours, 2))


def contrast_of_text(fill: str) -> float:
    """WCAG contrast of white or ink on a fill, whichever is more."""
    return max(Color(fill).contrast(text, method="wcag21") for text in ("#ffffff", INK))


def lightness(colour: str) -> float:
    """CIE L*, from 0 to 100."""
    return Color(colour).convert("lab-d65")["lightness"]
