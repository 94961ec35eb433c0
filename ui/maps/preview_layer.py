"""The preview of a what-if: a layer in memory that holds only what colours the map, rewritten in short blocks.

The interface stays live while it is written: each block is over within some 30 ms, and QGIS goes on between two blocks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from time import perf_counter
from typing import Any

import numpy as np
import pandas as pd
from qgis.core import (
    NULL,
    QgsFeature,
    QgsFeatureSink,
    QgsGeometry,
    QgsLayerTreeLayer,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal
from qgis.PyQt.QtXml import QDomDocument

from ...core.analysis.overlay import CATEGORIES
from .frames import Shapes
from .result_layer import make_fields, plain_values
from .styles import Theme, apply_theme, make_renderer

PREVIEW = "cni_mapper/preview"
"""Marks the layer: a project file does not keep its rows, so that one read from there is empty."""
LIVE = ("cni_rank", "cni_decile", "category")
_BLOCK_SECONDS = 0.03
_NONE = -1.0
_ROWS = 500


class PreviewLayer(QObject):
    """One preview in a project. It comes with `open`, follows `show`, and goes with `close`."""

    written = pyqtSignal()
    """All rows hold what was last shown."""

    def __init__(self, project: QgsProject, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._id = ""
        self._waiting: Iterator[tuple[tuple[object, ...], QgsGeometry]] = iter(())
        self._held: dict[str, np.ndarray] = {}
        self._wanted: dict[str, np.ndarray] = {}
        self._styled = ("", "", "")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._write_block)
        project.writeProject.connect(self._leave_out)
        project.readProject.connect(self._sweep)

    @property
    def layer(self) -> QgsVectorLayer | None:
        """The layer, None when there is none or the user has taken it away."""
        found = self._project.mapLayer(self._id) if self._id else None
        return found if isinstance(found, QgsVectorLayer) else None

    @property
    def is_writing(self) -> bool:
        return self._timer.isActive()

    def open(
        self,
        name: str,
        table: pd.DataFrame,
        live: Mapping[str, np.ndarray],
        shapes: Shapes,
        theme: Theme,
    ) -> None:
        """Put the layer on top of the project.

        table: (n_areas, n_columns) what stays; live: (n_areas,) numbers by column of LIVE, as `show` takes them.
        """
        self.close()
        layer = QgsVectorLayer("MultiPolygon", name, "memory")
        layer.setCrs(shapes.crs)
        table = _with_live(table, live)
        layer.dataProvider().addAttributes(make_fields(table).toList())
        layer.updateFields()
        layer.setCustomProperty(PREVIEW, True)
        # QGIS asks before it closes a project with scratch layers; there is nothing to lose here.
        layer.setCustomProperty("skipMemoryLayersCheck", 1)
        self._style(layer, theme)
        self._project.addMapLayer(layer, False)
        self._project.layerTreeRoot().insertChildNode(0, QgsLayerTreeLayer(layer))
        self._id = layer.id()
        self._held = {name: np.nan_to_num(live[name], nan=_NONE) for name in LIVE}
        self._wanted = dict(self._held)
        columns = [plain_values(table[name]) for name in table.columns]
        self._waiting = zip(zip(*columns), shapes.shapes)
        self._timer.start(0)

    def show(self, live: Mapping[str, np.ndarray], theme: Theme) -> None:
        """Have the rows hold other values.

        live: (n_areas,) numbers by column of LIVE: ranks and deciles, NaN where missing, positions in CATEGORIES.
        What is still being written for an earlier call is left; only rows that differ are touched.
        """
        layer = self.layer
        if layer is None:
            return
        self._style(layer, theme)
        self._wanted = {name: np.nan_to_num(live[name], nan=_NONE) for name in LIVE}
        self._timer.start(0)

    def filter(self, expression: str) -> None:
        """Show only the rows of an expression; all when blank."""
        if self.layer is not None and self.layer.subsetString() != expression:
            self.layer.setSubsetString(expression)

    def close(self) -> None:
        """Take the layer away."""
        self._timer.stop()
        self._waiting = iter(())
        if self.layer is not None:
            self._project.removeMapLayer(self._id)
        self._id = ""

    def _style(self, layer: QgsVectorLayer, theme: Theme) -> None:
        if self._styled == (theme.template, theme.column, layer.id()):
            _relabel(layer, theme)
            return
        apply_theme(layer, make_renderer(theme))
        self._styled = (theme.template, theme.column, layer.id())

    def _write_block(self) -> None:
        layer = self.layer
        if layer is None:
            return
        until = perf_counter() + _BLOCK_SECONDS
        more = True
        while more and perf_counter() < until:
            more = self._add_rows(layer) or self._change_rows(layer)
        if more:
            self._timer.start(0)
            return
        layer.updateExtents()
        layer.triggerRepaint()
        self.written.emit()

    def _add_rows(self, layer: QgsVectorLayer) -> bool:
        """Add the next rows; whether there were any."""
        features = []
        for values, shape in islice(self._waiting, _ROWS):
            feature = QgsFeature(layer.fields())
            feature.setAttributes(list(values))
            feature.setGeometry(shape)
            features.append(feature)
        if features:
            layer.dataProvider().addFeatures(features, QgsFeatureSink.Flag.FastInsert)
        return bool(features)

    def _change_rows(self, layer: QgsVectorLayer) -> bool:
        """Write the next rows that differ; whether there may be more."""
        differs = np.zeros(len(self._held[LIVE[0]]), dtype=bool)
        for column in LIVE:
            differs |= self._held[column] != self._wanted[column]
        rows = np.flatnonzero(differs)[: 4 * _ROWS]
        if not len(rows):
            return False
        changes: dict[int, dict[int, object]] = {int(row) + 1: {} for row in rows}
        for column in LIVE:
            position, wanted = layer.fields().lookupField(column), self._wanted[column][rows]
            moved = self._held[column][rows] != wanted
            for row, value in zip(rows[moved].tolist(), _texts(column, wanted[moved])):
                changes[row + 1][position] = NULL if value is None else value
            self._held[column][rows] = wanted
        layer.dataProvider().changeAttributeValues(changes)
        return len(rows) == 4 * _ROWS

    def _leave_out(self, document: QDomDocument) -> None:
        """Take the layer out of the layer tree of a project file that is being written.

        QGIS writes the layer itself all the same; without a place in the tree nobody sees it, and `_sweep` removes it.
        """
        nodes = document.elementsByTagName("layer-tree-layer")
        for node in [nodes.at(i) for i in range(nodes.count())]:
            if self._id and node.toElement().attribute("id") == self._id:
                node.parentNode().removeChild(node)

    def _sweep(self) -> None:
        """Remove what an earlier preview left in a project that has been opened: it is empty."""
        left = [id for id, layer in self._project.mapLayers().items() if layer.customProperty(PREVIEW)]
        self._project.removeMapLayers([id for id in left if id != self._id])


def _relabel(layer: QgsVectorLayer, theme: Theme) -> None:
    """Put other counts into the legend, where they differ."""
    renderer, changed = layer.renderer(), False
    for i, category in enumerate(renderer.categories()):
        value = category.value()
        key = value if theme.column == "category" else None if value in ("", None, NULL) else int(value)
        if theme.labels[key] != category.label():
            renderer.updateCategoryLabel(i, theme.labels[key])
            changed = True
    if changed:
        layer.emitStyleChanged()


def _with_live(table: pd.DataFrame, live: Mapping[str, np.ndarray]) -> pd.DataFrame:
    kinds = {name: "object" if name == "category" else "Int64" for name in LIVE}
    return table.assign(**{name: pd.Series(_texts(name, live[name]), table.index, dtype=kinds[name]) for name in LIVE})


def _texts(column: str, numbers: np.ndarray) -> list[Any]:
    """Live numbers as the layer holds them: categories by name, whole numbers, None where missing."""
    if column == "category":
        return [CATEGORIES[position] for position in numbers.astype(int).tolist()]
    return [None if number < 0 else int(number) for number in np.nan_to_num(numbers, nan=_NONE).tolist()]
