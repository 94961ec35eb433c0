"""The results that a project shows, for pages to be made from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qgis.core import QgsProject, QgsVectorLayer

from ..maps.groups import RESULT, THEME
from ..maps.layouts.keep_page import PAGE
from ..maps.record import layer_record
from .run_results import run_results
from .session import Session
from .words import tr

_OVERLAY = "category"


@dataclass(frozen=True)
class Printable:
    """A result of the project. layer: the id of the one it is read from. layers: of all that show it."""

    name: str
    layer: str
    layers: tuple[str, ...]


def printable_results(session: Session) -> list[Printable]:
    """The results in the project, those of its runs by their names, the open run's first."""
    runs = {run.layer: run for run in run_results(session)}
    found = []
    for layers in _by_source(session.project).values():
        run = next((runs[layer.id()] for layer in layers if layer.id() in runs), None)
        first = layers[0].id() if run is None else run.layer
        name = _group_name(session.project, layers[0]) if run is None else run.name
        order = (run is None, run is not None and run.number != session.current, name.casefold())
        found.append((order, Printable(name, first, tuple(layer.id() for layer in layers))))
    return [printable for _, printable in sorted(found, key=lambda entry: entry[0])]


def _by_source(project: QgsProject) -> dict[str, list[QgsVectorLayer]]:
    """The layers of each result, its overlay first."""
    found: dict[str, list[QgsVectorLayer]] = {}
    for layer in project.mapLayers().values():
        if isinstance(layer, QgsVectorLayer) and layer.isValid() and _is_result(layer):
            found.setdefault(layer.source(), []).append(layer)
    for layers in found.values():
        layers.sort(key=lambda layer: layer.customProperty(THEME) != _OVERLAY)
    return found


def _is_result(layer: QgsVectorLayer) -> bool:
    if layer.customProperty(PAGE):
        return False
    # The record of a themed layer need not be read to know it.
    return bool(layer.customProperty(THEME)) or layer_record(layer) is not None


def _group_name(project: QgsProject, layer: QgsVectorLayer) -> str:
    """What a result is called that no run of the panel has made: by its group, and by its layer where it is in none."""
    node = project.layerTreeRoot().findLayer(layer.id())
    above = None if node is None else node.parent()
    return above.name() if above is not None and above.customProperty(RESULT) else layer.name()


def selected_codes(project: QgsProject, layers: Sequence[str]) -> set[str]:
    """The codes of the areas that are selected in any of the layers of a result."""
    codes: set[str] = set()
    for id in layers:
        layer = project.mapLayer(id)
        if isinstance(layer, QgsVectorLayer) and layer.fields().lookupField("area_code") >= 0:
            codes.update(str(feature["area_code"]) for feature in layer.selectedFeatures())
    return codes


def why_nothing_to_print(session: Session) -> str:
    """Why no page can be made; blank where one can."""
    return "" if _by_source(session.project) else tr("There is no result to print. Make the layers first.")
