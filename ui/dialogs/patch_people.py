"""Choosing the layer that says where people live."""

from __future__ import annotations

from qgis.core import QgsMapLayerProxyModel, QgsProject, QgsVectorLayer, QgsWkbTypes
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QWidget

from ...core.data.columns import clean_heading, find_population
from ..maps.groups import THEME
from ..maps.patches import PATCHES
from ..maps.preview_layer import PREVIEW
from .area_words import tr
from .session import Session

_SCOPE, _KEY = "cni_mapper", "/people"
_NONE = "-"
_KINDS = (QgsWkbTypes.GeometryType.PointGeometry, QgsWkbTypes.GeometryType.PolygonGeometry)


class PeopleBox(QgsMapLayerComboBox):
    """The layer of small areas with residents, guessed until the user has chosen; the choice is kept in the project.

    chosen: the layer has changed, by the user or with the project.
    """

    chosen = pyqtSignal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setObjectName("cni_mapper_patch_people")
        self.setAccessibleName(tr("Where people live"))
        self.setToolTip(
            tr("Small areas with residents: points of output areas or postcodes, or polygons, each counted as a point.")
        )
        self.setFilters(QgsMapLayerProxyModel.Filter.HasGeometry)
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setAllowEmptyLayer(True, tr("Not known: estimate by land area"))
        self.activated[int].connect(self._keep)
        for signal in (session.changed, session.project.layersAdded):
            signal.connect(self.refresh)
        self._shown: str | None = None
        self.refresh()

    def people(self) -> QgsVectorLayer | None:
        """The layer; None to go by land area."""
        layer = self.currentLayer()
        return layer if isinstance(layer, QgsVectorLayer) and layer.isValid() else None

    def refresh(self, *_: object) -> None:
        """Offer what the project holds, and show what was chosen in it, else the layer that fits best."""
        project = self._session.project
        self.setExceptedLayerList(list(_others(self._session)))
        kept, found = project.readEntry(_SCOPE, _KEY)
        layer = None
        if kept != _NONE:
            layer = project.mapLayer(kept) if found else None
            layer = layer or _guess(self._session)
        self.setLayer(layer)
        self._tell()

    def _keep(self) -> None:
        layer = self.people()
        self._session.project.writeEntry(_SCOPE, _KEY, _NONE if layer is None else layer.id())
        self._tell()

    def _tell(self) -> None:
        layer = self.people()
        now = "" if layer is None else layer.id()
        if now != self._shown:
            self._shown = now
            self.chosen.emit()


def _others(session: Session) -> list[QgsVectorLayer]:
    """Layers that say nothing of where people live: the boundaries, what we have made, and lines."""
    marks = (THEME, PATCHES, PREVIEW)
    return [
        layer
        for layer in session.project.mapLayers().values()
        if isinstance(layer, QgsVectorLayer)
        and (
            layer.id() == session.choices.areas
            or layer.geometryType() not in _KINDS
            or any(map(layer.customProperty, marks))
        )
    ]


def _guess(session: Session) -> QgsVectorLayer | None:
    """The finest layer of points or polygons with residents, finer than the boundaries."""
    areas = session.project.mapLayer(session.choices.areas)
    coarse = areas.featureCount() if isinstance(areas, QgsVectorLayer) else 0
    others = {layer.id() for layer in _others(session)}
    fits = [layer for layer in _layers(session.project) if layer.id() not in others and layer.featureCount() > coarse]
    return max(fits, key=lambda layer: layer.featureCount(), default=None)


def _layers(project: QgsProject) -> list[QgsVectorLayer]:
    return [
        layer
        for layer in project.mapLayers().values()
        if isinstance(layer, QgsVectorLayer)
        and layer.isValid()
        and find_population([clean_heading(name) for name in layer.fields().names()])
    ]
