"""Showing a result in a project: a group of layers, one per theme, of which one is visible at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from qgis.core import QgsLayerTreeGroup, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication

from .record import variant_name
from .result_layer import Destination
from .save import layers_showing
from .styles import Theme, apply_theme

RESULT, THEME = "cni_mapper/result", "cni_mapper/theme"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Groups", text)


def group_name(record: Mapping[str, Any]) -> str:
    """'CNI 2019 and IMD', or 'Own variant of CNI 2019 and IMD'."""
    name = variant_name(record) if record["variant"] else record["short"]
    return _tr("{index} and IMD").format(index=name[:1].upper() + name[1:])


def show_result(
    project: QgsProject,
    destination: Destination,
    record: Mapping[str, Any],
    themes: Sequence[Theme],
    loaded: QgsVectorLayer | None = None,
) -> QgsLayerTreeGroup:
    """Show a saved result as a group of themed layers, overlay on, the others off.

    A group that already shows this destination is brought up to date instead: its layers are read again and get the
    new legends. loaded: a layer that the framework has just loaded from the destination; it becomes the overlay, or is
    taken away again when the group already has one.
    """
    group = find_group(project, destination)
    if group is None:
        group = project.layerTreeRoot().insertGroup(0, group_name(record))
        group.setCustomProperty(RESULT, destination.uri())
    group.setName(group_name(record))
    present = {layer.customProperty(THEME): layer for layer in _layers(group)}
    if loaded is not None and loaded not in present.values():
        if themes[0].column in present:
            project.removeMapLayer(loaded.id())
        else:
            _adopt(project, group, loaded, themes[0])
            present[themes[0].column] = loaded
    for theme in themes:
        layer = present.pop(theme.column, None) or _add_layer(project, group, destination, theme)
        _renew(layer, theme)
    project.removeMapLayers([layer.id() for layer in present.values()])
    if not group.isMutuallyExclusive():
        group.setIsMutuallyExclusive(True, 0)
        _open_legend(group)
    return group


def find_group(project: QgsProject, destination: Destination) -> QgsLayerTreeGroup | None:
    """The group of a project that shows a destination."""
    groups = project.layerTreeRoot().findGroups(True)
    return next((group for group in groups if group.customProperty(RESULT) == destination.uri()), None)


def _layers(group: QgsLayerTreeGroup) -> list[QgsVectorLayer]:
    return [node.layer() for node in group.findLayers() if node.layer() is not None]


def _adopt(project: QgsProject, group: QgsLayerTreeGroup, layer: QgsVectorLayer, theme: Theme) -> None:
    node = project.layerTreeRoot().findLayer(layer.id())
    layer.setCustomProperty(THEME, theme.column)
    group.insertLayer(0, layer)
    if node is not None:
        node.parent().removeChildNode(node)


def _add_layer(project: QgsProject, group: QgsLayerTreeGroup, destination: Destination, theme: Theme) -> QgsVectorLayer:
    layer = QgsVectorLayer(destination.uri(), theme.name, destination.provider)
    layer.setCustomProperty(THEME, theme.column)
    project.addMapLayer(layer, False)
    node = group.addLayer(layer)
    node.setExpanded(theme.shown)
    node.setItemVisibilityChecked(theme.shown)
    return layer


def _open_legend(group: QgsLayerTreeGroup) -> None:
    """Show the legend of the layer that is on. A node that was empty when it came into the tree stays shut in the
    panel although it counts as open, so it is shut first."""
    for node in (group, group.findLayers()[0]):
        node.setExpanded(False)
        node.setExpanded(True)


def _renew(layer: QgsVectorLayer, theme: Theme) -> None:
    layer.setName(theme.name)
    layer.reload()
    apply_theme(layer, theme)
    layer.triggerRepaint()


def reload_layers(project: QgsProject, destination: Destination) -> None:
    """Read again every layer of a project that shows the destination, whoever loaded it."""
    for layer in layers_showing(project, destination):
        layer.reload()
        layer.triggerRepaint()
