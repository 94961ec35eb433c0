"""A list of the project's layers, and a button that brings in a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.core import QgsMapLayer, QgsMapLayerProxyModel, QgsProviderRegistry, QgsVectorLayer
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog, QGridLayout, QLabel, QPushButton, QSizePolicy, QWidget

from ...maps.groups import stay_outside
from ...maps.preview_layer import PREVIEW
from ..open_tables import last_folder, remember_folder
from ..quiet_wheel import QuietWheel
from ..session import Session
from ..words import tr

POLYGONS, TABLES = QgsMapLayerProxyModel.Filter.PolygonLayer, QgsMapLayerProxyModel.Filter.VectorLayer


class _Layers(QuietWheel, QgsMapLayerComboBox):
    """The list itself."""


class LayerPicker(QWidget):
    """Shows the layer that a page tells it, and tells of one that the user chose.

    chosen: the id of a layer, blank for none.
    """

    chosen = pyqtSignal(str)

    def __init__(
        self, session: Session, name: str, label: str, empty: str, words: str, filters: QgsMapLayerProxyModel.Filter
    ) -> None:
        """name: what the widgets are called after. label: with & before its key. empty: said while none is chosen.

        filters: which layers to list, POLYGONS or TABLES.
        """
        super().__init__()
        self._session = session
        self._filters = filters
        self._list = _Layers()
        self._list.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._list.setObjectName(f"{name}_layer")
        self._list.setAllowEmptyLayer(True, empty)
        # A long name must not make the dock wider.
        self._list.setMinimumContentsLength(12)
        self._list.setSizeAdjustPolicy(QgsMapLayerComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._list.setAccessibleName(label.replace("&", ""))
        self._list.setToolTip(words)
        self._list.activated.connect(self._tell)
        self._file = QPushButton(tr("From a file…"))
        self._file.setObjectName(f"{name}_file")
        self._file.setAccessibleName(tr("{what}: from a file").format(what=label.replace("&", "")))
        self._file.setToolTip(tr("Add a file to the project, such as a GeoPackage, Shapefile, CSV or Excel file"))
        self._file.clicked.connect(self.choose_file)
        text = QLabel(label)
        text.setBuddy(self._list)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(text, 0, 0, 1, 2)
        layout.addWidget(self._list, 1, 0)
        layout.addWidget(self._file, 1, 1)
        layout.setColumnStretch(0, 1)

    def show_layer(self, id: str) -> None:
        """Show a layer as chosen; none where the project does not have it."""
        project = self._session.project
        self._list.setExceptedLayerList([one for one in project.mapLayers().values() if one.customProperty(PREVIEW)])
        layer = project.mapLayer(id) if id else None
        # A layer of another kind, chosen by its file, is listed too, so that one sees what is wrong.
        for filters in (self._filters, TABLES):
            if self._list.filters() != filters:
                self._list.setFilters(filters)
            self._select(layer)
            if self._list.currentLayer() is layer:
                break

    def _select(self, layer: QgsMapLayer | None) -> None:
        if layer is None:
            self._list.setCurrentIndex(0)
        else:
            self._list.setLayer(layer)

    def _tell(self) -> None:
        layer = self._list.currentLayer()
        self.chosen.emit("" if layer is None else layer.id())

    def choose_file(self) -> None:
        """Ask for a file, and bring it into the project as QGIS does: it asks which of several tables is meant."""
        registry = QgsProviderRegistry.instance()
        path, _ = QFileDialog.getOpenFileName(self, tr("Choose a file"), last_folder(), registry.fileVectorFilters())
        if not path:
            return
        remember_folder(path)
        name = Path(path).name.partition(".")[0]
        added = _layers_added(self._session, lambda: self._session.iface.addVectorLayer(path, name, "ogr"))
        if len(added) == 1:
            self.chosen.emit(added[0].id())


def _layers_added(session: Session, add: Callable[[], object]) -> list[QgsVectorLayer]:
    """What a call has added to the project."""
    before = set(session.project.mapLayers())
    stay_outside(session.project)
    add()
    after = session.project.mapLayers()
    return [layer for id, layer in after.items() if id not in before and isinstance(layer, QgsVectorLayer)]
