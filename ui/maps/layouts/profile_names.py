"""Where the names of areas stand on a small map: inside their areas and clear of each other, or not at all.

Quicker and plainer than the names of a whole page, since hundreds of such maps are made in one run.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from qgis.core import QgsGeometry, QgsRectangle

from .fitting import TextStyle

_INSIDE = 0.72
"""Share of a name that lies in its area at least."""
_LINES = 3
_EDGE = 0.6
"""mm between names, and between a name and the frame."""
_SHIFTS = (0.0, -0.25, 0.25)
"""Places that are tried, as shares of the area's width and height away from its middle."""


@dataclass(frozen=True, eq=False)
class Named:
    """A name to be placed. key: given back. always: placed even where it does not fit its area."""

    key: int
    text: str
    shape: QgsGeometry
    points: float
    always: bool = False


@dataclass(frozen=True)
class Placed:
    """A name in its place: the text with line breaks, and its middle in the units of the map."""

    key: int
    text: str
    x: float
    y: float


def place_names(names: Sequence[Named], extent: QgsRectangle, scale: float) -> list[Placed]:
    """Place names one after the other, so that the first have the best places.

    extent: that the map shows. scale: 1:scale, units of the map being metres.
    """
    unit = scale / 1000
    inner = QgsRectangle(extent)
    inner.grow(-_EDGE * unit)
    taken: list[QgsRectangle] = []
    placed = []
    for name in names:
        best = _best(name, inner, taken, unit)
        if best is not None:
            text, box = best
            taken.append(box)
            placed.append(Placed(name.key, text, box.center().x(), box.center().y()))
    return placed


def _best(
    name: Named, inner: QgsRectangle, taken: Sequence[QgsRectangle], unit: float
) -> tuple[str, QgsRectangle] | None:
    """The text and box that lie best in the part of an area that the map shows; None where none will do."""
    seen = name.shape.clipped(inner)
    if seen.isNull() or seen.isEmpty():
        return None
    seen = seen.simplify(0.3 * unit)
    engine = QgsGeometry.createGeometryEngine(seen.constGet())
    engine.prepareGeometry()
    best, least = None, 1.0 - _INSIDE if not name.always else 10.0
    middles = list(_middles(seen, unit))
    for text, width, height in _wraps(name, unit):
        if seen.area() < 0.6 * width * height and not name.always:
            continue
        for x, y in middles:
            box = _kept_in(QgsRectangle(x - width / 2, y - height / 2, x + width / 2, y + height / 2), inner)
            if any(box.intersects(other) for other in taken):
                continue
            shape = QgsGeometry.fromRect(box)
            if engine.contains(shape.constGet()):
                cost = 0.0
            else:
                cost = 1.0 - shape.intersection(seen).area() / (width * height)
            cost += 0.02 * text.count("\n")
            if cost < least:
                best, least = (text, box), cost
        if best is not None and least < 0.01:
            break
    return best


def _kept_in(box: QgsRectangle, inner: QgsRectangle) -> QgsRectangle:
    """The box moved into the map."""
    x = max(0.0, inner.xMinimum() - box.xMinimum()) - max(0.0, box.xMaximum() - inner.xMaximum())
    y = max(0.0, inner.yMinimum() - box.yMinimum()) - max(0.0, box.yMaximum() - inner.yMaximum())
    return QgsRectangle(box.xMinimum() + x, box.yMinimum() + y, box.xMaximum() + x, box.yMaximum() + y)


def _middles(seen: QgsGeometry, unit: float) -> Iterator[tuple[float, float]]:
    """The point furthest from the edges, then others around the middle."""
    pole = seen.poleOfInaccessibility(max(unit, 1e-9))[0].asPoint() if seen.area() > 0 else None
    if pole is not None:
        yield pole.x(), pole.y()
    bounds = seen.boundingBox()
    for down in _SHIFTS:
        for across in _SHIFTS:
            yield bounds.center().x() + across * bounds.width(), bounds.center().y() + down * bounds.height()


def _wraps(name: Named, unit: float) -> Iterator[tuple[str, float, float]]:
    """The text in one line to three, with width and height in the units of the map, margins included."""
    style, words = TextStyle(name.points), name.text.split(" ")
    for breaks in range(min(_LINES, len(words))):
        for cut in combinations(range(1, len(words)), breaks):
            edges = (0, *cut, len(words))
            text = "\n".join(" ".join(words[a:b]) for a, b in zip(edges, edges[1:]))
            height = (breaks + 1) * style.line_height() * 0.9
            yield text, (style.width(text) + 2 * _EDGE) * unit, (height + _EDGE) * unit
