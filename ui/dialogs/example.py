"""The made-up county in the dock: its layers put into the project, chosen, and mapped."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from qgis.core import QgsProject, QgsVectorLayer

from ...core.index.library import find_definition
from ..algorithms.example import INPUTS, SAMPLE
from ..maps.choices import new_choices
from ..settings import read_settings
from .session import Session
from .words import tr

_MARK = "cni_mapper/example"


def load_example(session: Session) -> None:
    """Open a run of the example and make its result; the layers that an earlier one added are used again."""
    project = session.project
    choices = new_choices(tr("Example: Sampleshire"), find_definition(INPUTS["DEFINITION"]), INPUTS["DEFINITION"])
    choices = replace(
        choices,
        areas=_layer(project, INPUTS["AREAS"], tr("Example: wards")),
        tables=(_layer(project, INPUTS["TABLES"][0], tr("Example: community needs")),),
        deprivation=_layer(project, INPUTS["DEPRIVATION"], tr("Example: deprivation")),
        lookup=_layer(project, INPUTS["LOOKUP"], tr("Example: which ward each small area is in")),
    )
    # For patches that are drawn: with it people are counted, without it they are estimated.
    _layer(project, f"{SAMPLE / 'small_areas.gpkg'}", tr("Example: where people live"))
    session.begin_run(choices)
    folder = read_settings().data_folder / "example"
    folder.mkdir(parents=True, exist_ok=True)
    session.make(str(folder / "sampleshire.gpkg"))


def _layer(project: QgsProject, source: str, name: str) -> str:
    """The id of the example's layer, added below all others unless it is there."""
    for layer in project.mapLayers().values():
        if layer.customProperty(_MARK) == Path(source).name:
            return layer.id()
    layer = QgsVectorLayer(source, name, "ogr")
    layer.setCustomProperty(_MARK, Path(source).name)
    if not project.mapLayers() and layer.crs().isValid():
        # QGIS would take over the first layer's coordinates later, and warn of a transformation until then.
        project.setCrs(layer.crs())
    project.addMapLayer(layer, False)
    node = project.layerTreeRoot().addLayer(layer)
    node.setItemVisibilityChecked(False)
    node.setExpanded(False)
    return layer.id()
