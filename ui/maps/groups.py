"""Showing a result in a project: a group of layers, one per theme, of which one is visible at a time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsLayerTreeGroup,
    QgsLayerTreeLayer,
    QgsLayerTreeRegistryBridge,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication

from .record import layer_record, variant_name
from .result_layer import Destination
from .save import layers_reading, layers_showing
from .styles import Theme, apply_theme, make_renderer, recoloured

RESULT, THEME, NAME = "cni_mapper/result", "cni_mapper/theme", "cni_mapper/name"
"""Marks of our groups and layers, kept with the project: what they are, and the name that we gave them."""


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

    Themed layers that already show this destination are brought up to date instead, wherever the user has moved them:
    they are read again and get the new legends; missing ones are added beside them. loaded: a layer that the framework
    has just loaded from the destination; it becomes the overlay, or is taken away again when there is one already.
    """
    present = themed_layers(project, destination)
    group = _home(project, present.values())
    is_new = group is None
    if group is None:
        group = _new_group(project, loaded)
    if group.customProperty(RESULT):
        _call(group, group_name(record))
    if loaded is not None and loaded not in present.values():
        if themes[0].column in present:
            project.removeMapLayer(loaded.id())
        else:
            _adopt(project, group, loaded, destination, themes[0])
            present[themes[0].column] = loaded
    for i, theme in enumerate(themes):
        layer = present.pop(theme.column, None) or _add_layer(project, group, i, destination, theme, on=is_new)
        _renew(layer, theme)
    project.removeMapLayers([layer.id() for layer in present.values()])
    if is_new:
        group.setIsMutuallyExclusive(True, 0)
        _open_legend(group)
    return group


def renew_result(project: QgsProject, destination: Destination, themes: Sequence[Theme]) -> None:
    """Read again what a project shows of the destination, whoever loaded it; themed layers get the new legends."""
    layers = themed_layers(project, destination)
    for theme in themes:
        if theme.column in layers:
            _renew(layers[theme.column], theme)
    reload_layers(project, destination)


def reload_layers(project: QgsProject, destination: Destination) -> None:
    """Read again every layer of a project that reads the destination, whoever loaded it."""
    for layer in layers_reading(project, destination):
        if not layer.isEditable():
            _read_again(layer)
            layer.triggerRepaint()


def _read_again(layer: QgsVectorLayer) -> None:
    """Read the rows of a layer anew, and the run record in its metadata, which QGIS keeps as it was first read."""
    layer.reload()
    fresh = QgsVectorLayer(layer.source(), layer.name(), layer.providerType())
    if layer_record(fresh) is not None:
        layer.setMetadata(fresh.metadata())


def recolour_results(project: QgsProject, colours: str) -> None:
    """Give every themed layer of a project the symbols of a colour scheme; legends stay as they are.

    colours: one of ui.settings.COLOURS. A layer that the user has classified in another way is left alone.
    """
    for layer in project.mapLayers().values():
        column = layer.customProperty(THEME)
        renderer = layer.renderer() if isinstance(layer, QgsVectorLayer) and column else None
        if isinstance(renderer, QgsCategorizedSymbolRenderer) and renderer.classAttribute() == column:
            layer.setRenderer(recoloured(renderer, colours))
            layer.triggerRepaint()


def themed_layers(project: QgsProject, destination: Destination) -> dict[str, QgsVectorLayer]:
    """The themed layers of a destination by the column they show; of a layer and its copies, the one in our group."""
    layers = [layer for layer in layers_showing(project, destination) if layer.customProperty(THEME)]
    layers.sort(key=lambda layer: _home(project, [layer], marked=True) is not None)
    return {layer.customProperty(THEME): layer for layer in layers}


def _home(project: QgsProject, layers: Iterable[QgsVectorLayer], *, marked: bool = False) -> QgsLayerTreeGroup | None:
    """The group that layers stand in: ours if they still do, else (unless `marked`) the one the user put them in."""
    found = None
    for layer in layers:
        node = project.layerTreeRoot().findLayer(layer.id())
        parent = node.parent() if node is not None else None
        found = found or parent
        while parent is not None:
            if parent.customProperty(RESULT):
                return parent
            parent = parent.parent()
    return None if marked else found


def _new_group(project: QgsProject, loaded: QgsVectorLayer | None) -> QgsLayerTreeGroup:
    """A new group: where the framework has put the loaded layer, else on top.

    Never inside the group of another result, which shows one of its members at a time, nor below one, which would hide
    it.
    """
    root = project.layerTreeRoot()
    node = above = root.findLayer(loaded.id()) if loaded is not None else None
    while above is not None:
        node = above if above.customProperty(RESULT) else node
        above = above.parent()
    parent, place = root, 0
    if node is not None:
        parent = node.parent()
        place = next(i for i, child in enumerate(parent.children()) if child is node or child.customProperty(RESULT))
    group = parent.insertGroup(place, "")
    group.setCustomProperty(RESULT, True)
    return group


def stay_outside(project: QgsProject) -> None:
    """Have the next layer come in below the groups of results: QGIS would put it into one of them where that is
    selected, and the group shows one of its members at a time."""
    root = project.layerTreeRoot()
    ours = [place for place, node in enumerate(root.children()) if node.customProperty(RESULT)]
    if ours:
        point = QgsLayerTreeRegistryBridge.InsertionPoint(root, ours[-1] + 1)
        project.layerTreeRegistryBridge().setLayerInsertionPoint(point)


def _call(thing: QgsLayerTreeGroup | QgsVectorLayer, name: str) -> None:
    """Name a group or layer, unless the user has given it a name of their own."""
    if thing.customProperty(NAME) in (None, thing.name()):
        thing.setName(name)
    thing.setCustomProperty(NAME, name)


def _adopt(
    project: QgsProject, group: QgsLayerTreeGroup, layer: QgsVectorLayer, destination: Destination, theme: Theme
) -> None:
    node = project.layerTreeRoot().findLayer(layer.id())
    layer.setDataSource(destination.uri(), theme.name, destination.provider)
    layer.setCustomProperty(THEME, theme.column)
    group.insertLayer(0, layer)
    if node is not None:
        node.parent().removeChildNode(node)


def _add_layer(
    project: QgsProject, group: QgsLayerTreeGroup, place: int, destination: Destination, theme: Theme, *, on: bool
) -> QgsVectorLayer:
    """Add a layer to a group; into a group that is there it comes switched off, so that what the user sees stays."""
    layer = QgsVectorLayer(destination.uri(), theme.name, destination.provider)
    layer.setCustomProperty(THEME, theme.column)
    project.addMapLayer(layer, False)
    node = QgsLayerTreeLayer(layer)
    node.setExpanded(theme.shown)
    node.setItemVisibilityChecked(on and theme.shown)
    group.insertChildNode(place, node)
    return layer


def _open_legend(group: QgsLayerTreeGroup) -> None:
    """Show the legend of the layer that is on. A node that was empty when it came into the tree stays shut in the
    panel although it counts as open, so it is shut first."""
    for node in (group, group.findLayers()[0]):
        node.setExpanded(False)
        node.setExpanded(True)


def _renew(layer: QgsVectorLayer, theme: Theme) -> None:
    _call(layer, theme.name)
    _read_again(layer)
    apply_theme(layer, make_renderer(theme))
    layer.triggerRepaint()
