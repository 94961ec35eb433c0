"""A layer of what became of each area between two runs: who joined the left behind, who left, who stayed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsFeatureRequest,
    QgsGeometry,
    QgsLayerMetadata,
    QgsProject,
    QgsRendererCategory,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QColor

from ...core.analysis.overlay import CATEGORIES
from ...core.errors import CniError
from ..compat import save_style
from .geopackage import write_geopackage
from .geopackage_tables import OURS
from .greys import GREYS
from .groups import reload_layers
from .result_layer import Destination, Rows
from .save import layers_showing, save_metadata
from .styles import OVERLAY, Theme, make_renderer

CHANGES = ("joined", "left", "stayed", "other", "one_run")
"""What the column `change` of the layer holds."""
_SYMBOLS = {
    "joined": "left_behind",
    "left": "deprived",
    "stayed": "left_behind",
    "other": "other",
    "one_run": "no_data",
}
_FILLS = {"joined": "#d37306", "left": "#4292cc"}
"""As the scatter of ranks has them."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("ChangeLayer", text)


def change_rows(compared: pd.DataFrame) -> pd.DataFrame:
    """The rows of the layer: as `compare_runs` gives them, with one of CHANGES for each area."""
    table = compared.rename_axis("area_code").reset_index()
    change = table["change"].replace({"": "other", "only_first": "one_run", "only_second": "one_run"})
    return table.assign(change=change)


@dataclass(frozen=True, eq=False)
class ShapeSource:
    """The shapes of a result layer, noted in its thread to be read in another."""

    source: QgsVectorLayerFeatureSource
    crs: QgsCoordinateReferenceSystem
    context: QgsCoordinateTransformContext


def note_shapes(layer: QgsVectorLayer) -> ShapeSource:
    return ShapeSource(QgsVectorLayerFeatureSource(layer), layer.crs(), layer.transformContext())


def read_area_shapes(noted: Sequence[ShapeSource]) -> dict[str, QgsGeometry]:
    """The shape of every area by code, in the coordinates of the first source; where several have it, the first's."""
    shapes: dict[str, QgsGeometry] = {}
    for one in noted:
        transform = QgsCoordinateTransform(one.crs, noted[0].crs, one.context)
        request = QgsFeatureRequest().setSubsetOfAttributes(["area_code"], one.source.fields())
        request.setInvalidGeometryCheck(QgsFeatureRequest.InvalidGeometryCheck.GeometryNoCheck)
        for feature in one.source.getFeatures(request):
            if feature["area_code"] not in shapes:
                shape = feature.geometry()
                shape.transform(transform)
                shapes[feature["area_code"]] = shape
    return shapes


def save_changes(
    destination: Destination,
    table: pd.DataFrame,
    noted: Sequence[ShapeSource],
    words: tuple[str, str],
    colours: str,
    step: Callable[[float], None],
) -> None:
    """Write the layer with its style into a GeoPackage, in the place of a table of that name.

    table: from `change_rows`. words: title and one sentence, for the metadata. colours: one of ui.settings.COLOURS.
    step: told the fraction done; raises to stop. Raises the faults of writing.
    """
    shapes = read_area_shapes(noted)
    rows = Rows(table, [shapes.get(code, QgsGeometry()) for code in table["area_code"]], noted[0].crs)
    renderer = change_renderer(table["change"].value_counts(), colours)

    def finish(uri: str) -> None:
        metadata = QgsLayerMetadata()
        metadata.setTitle(words[0])
        metadata.setAbstract(words[1])
        save_metadata(uri, destination, metadata)
        reason = _save_style(uri, words[0], renderer)
        if reason:
            raise CniError("output_failed", name=destination.name, reason=reason)

    write_geopackage(destination, rows, finish, step)


def _save_style(uri: str, name: str, renderer: QgsCategorizedSymbolRenderer) -> str:
    """Returns why it could not be saved, if so. The layer must be gone before a fault is raised: it locks the file."""
    layer = QgsVectorLayer(uri, name, "ogr")
    if not layer.isValid():
        return uri
    layer.setRenderer(renderer)
    layer.setDisplayExpression('coalesce("area_name", "area_code")')
    layer.setMapTipTemplate(_map_tip())
    return save_style(layer, name, f"{OURS}: {name}", is_default=True)


def show_changes(project: QgsProject, destination: Destination, name: str) -> QgsVectorLayer:
    """Show the layer on top of the project, or bring up to date the one that shows it already."""
    reload_layers(project, destination)
    for layer in layers_showing(project, destination):
        layer.loadDefaultStyle()
        layer.triggerRepaint()
        return layer
    layer = QgsVectorLayer(destination.uri(), name, "ogr")
    project.addMapLayer(layer, False)
    node = project.layerTreeRoot().insertLayer(0, layer)
    # A node that was empty when it came into the tree stays shut in the panel although it counts as open.
    node.setExpanded(False)
    node.setExpanded(True)
    return layer


def change_renderer(counts: Mapping[str, int], colours: str) -> QgsCategorizedSymbolRenderer:
    """The symbols of the overlay, in the colours of the scatter. counts: areas by class, for the legend."""
    theme = Theme("", "category", OVERLAY, dict.fromkeys(CATEGORIES, ""), colours=colours)
    overlay = {one.value(): one for one in make_renderer(theme).categories()}
    made = QgsCategorizedSymbolRenderer("change")
    for change in CHANGES:
        if change == "one_run" and not counts.get(change, 0):
            continue
        symbol = overlay[_SYMBOLS[change]].symbol().clone()
        if change in _FILLS:
            fill = _FILLS[change]
            symbol.symbolLayer(0).setFillColor(QColor(GREYS[fill] if colours == "grey" else fill))
        label = _labels()[change].format(count=f"{counts.get(change, 0):,}")
        made.addCategory(QgsRendererCategory(change, symbol, label))
    return made


def _labels() -> dict[str, str]:
    return {
        "joined": _tr("Joined: inside both limits only in the second run ({count})"),
        "left": _tr("Left: inside both limits only in the first run ({count})"),
        "stayed": _tr("Stayed: inside both limits in both runs ({count})"),
        "other": _tr("Other: inside both limits in neither run ({count})"),
        "one_run": _tr("Only in one of the runs ({count})"),
    }


def _map_tip() -> str:
    return '<b>[% coalesce("area_name", "area_code") %]</b><br>' + _tr(
        "Community need: rank {first} before, {second} after"
    ).format(
        first="[% coalesce(format_number(\"first_rank\", 0), '–') %]",
        second="[% coalesce(format_number(\"second_rank\", 0), '–') %]",
    )
