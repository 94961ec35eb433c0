"""The bivariate theme: need and deprivation in nine colours."""

from __future__ import annotations

import numpy as np
from qgis.core import QgsCategorizedSymbolRenderer

from ....core.analysis.bivariate import THIRDS, bivariate_classes, class_places
from ..styles import Theme, make_renderer
from .page import BIVARIATE, PrintedResult

_CLASSES = range(THIRDS * THIRDS)


def classes_of(result: PrintedResult) -> np.ndarray:
    """(n_areas,) int8: the class of each row, 0 to 8; -1 where either rank is missing."""
    need, deprivation = (result.table[f"{index}_rank"].astype(float).to_numpy() for index in ("cni", "imd"))
    return bivariate_classes(need, deprivation, result.record["universe"]["ranked"])


def class_key(number: int) -> tuple[int, int]:
    """(class of need, class of deprivation) of a class, each 0 low, 1 middle, 2 high."""
    return divmod(number, THIRDS)


def bivariate_renderer(result: PrintedResult, colours: str) -> QgsCategorizedSymbolRenderer:
    """The renderer of the nine classes, and of areas without data, by the column `bivariate`.

    The darkest is hatched like left behind where it is the same areas: where the limits are those of the classes.
    """
    labels = {None: "", **{number: str(number) for number in _CLASSES}}
    renderer = make_renderer(Theme(BIVARIATE, BIVARIATE, BIVARIATE, labels, colours=colours))
    if not _is_left_behind(result):
        # A category takes its symbol along when it goes, so it has to stay until the symbol is copied.
        darkest = renderer.categories()[_CLASSES[-1]]
        symbol = darkest.symbol().clone()
        symbol.deleteSymbolLayer(1)
        renderer.updateCategorySymbol(_CLASSES[-1], symbol)
    return renderer


def _is_left_behind(result: PrintedResult) -> bool:
    limits, ranked = result.record["limits"], result.record["universe"]["ranked"]
    return all(limits[index]["places"] == class_places(ranked[index])[0] for index in ("cni", "imd"))
