"""The inspector: click an area on the map and read where it stands, or draw a patch and read who lives in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsApplication, QgsExpression, QgsGeometry, QgsPointXY, QgsVectorLayer
from qgis.gui import QgsMapTool, QgsRubberBand
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QAction

from ..tasks import open_algorithm
from .area_facts import find_row, gather_facts, name_on_map, row_at
from .area_words import obstacle, tr
from .inspect_tool import AreaTool, PatchTool, make_band, remove_band
from .inspector_dock import InspectorDock
from .live_map import LiveMap
from .patch import Patch
from .session import Session

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

_CHARACTERS = 48
"""How many the panel has room for in a line at first."""
_PART_OF_WINDOW = 0.55
"""How high it is at first, beside the panels that share its side."""


class Inspector(QObject):
    """Two map tools and a panel of its own, which is made when it is first wanted.

    action: inspect areas; draw_action: draw a patch; both are checked while their tool is the map's. moved: another
    area is shown, or none.
    """

    moved = pyqtSignal()

    def __init__(self, session: Session, live_map: LiveMap, iface: QgisInterface) -> None:
        super().__init__(session)
        self._session, self._live_map, self._iface = session, live_map, iface
        self._canvas = iface.mapCanvas()
        self._code = ""
        self._dock: InspectorDock | None = None
        self._area_band: QgsRubberBand | None = None
        self._patch_band: QgsRubberBand | None = None
        self._before: dict[QgsMapTool, QgsMapTool | None] = {}
        self.action = self._make_action("inspect", tr("Inspect an area"), "/mActionIdentify.svg")
        self.action.setToolTip(tr("Click an area on the map to see where it stands, and why"))
        self.draw_action = self._make_action("draw_patch", tr("Draw a patch"), "/mActionCapturePolygon.svg")
        self.draw_action.setToolTip(tr("Draw a shape on the map to see in which areas its people live"))
        self._area_tool, self._patch_tool = AreaTool(self._canvas), PatchTool(self._canvas)
        self._area_tool.setAction(self.action)
        self._patch_tool.setAction(self.draw_action)
        self.action.triggered.connect(lambda on: self._use(self._area_tool, on))
        self.draw_action.triggered.connect(lambda on: self._use(self._patch_tool, on))
        self._area_tool.clicked.connect(self._clicked)
        self._area_tool.cancelled.connect(self.clear)
        self._patch_tool.drawn.connect(self._drawn)
        self._patch_tool.cancelled.connect(lambda: self._put_back(self._patch_tool))
        self._patch_tool.refused.connect(self._refused)
        session.outcome_changed.connect(self._refresh)
        session.work_changed.connect(self._tell_obstacle)
        self._canvas.destinationCrsChanged.connect(self._crs_changed)

    def _make_action(self, name: str, text: str, icon: str) -> QAction:
        action = QAction(QgsApplication.getThemeIcon(icon), text, self)
        action.setObjectName(f"cni_mapper_{name}")
        action.setCheckable(True)
        return action

    # The tools

    def _use(self, tool: QgsMapTool, on: bool) -> None:
        """Make a tool the map's, or give the map back the one it had before."""
        if not on:
            self._put_back(tool)
            return
        present = self._canvas.mapTool()
        # Drawing is over when it is left, and nobody wants it back.
        before = self._before.get(present) if present is self._patch_tool else present
        if before is not tool:
            self._before[tool] = before
        self._canvas.setMapTool(tool)
        turn = self._open().turn_to_patch if tool is self._patch_tool else self._open().turn_to_area
        turn()
        self._refresh()

    def _put_back(self, tool: QgsMapTool) -> None:
        """Give the map the tool that it had before one of ours, if that is still the map's."""
        if self._canvas.mapTool() is not tool:
            return
        before = self._before.pop(tool, None)
        if before is None or sip.isdeleted(before):
            self._canvas.unsetMapTool(tool)
        else:
            self._canvas.setMapTool(before)

    def _clicked(self, point: QgsPointXY) -> None:
        data, row = self._session.data, None
        if data is not None:
            row = row_at(self._session, point, self._canvas.mapSettings().destinationCrs())
        if row is not None and data.position[row] >= 0:
            self.show_area(int(data.position[row]))
            return
        words = tr("There is no area at that place. Click inside one of the areas on the map.")
        if row is not None:
            words = tr("{name} is on the map, but no table of need holds it, so it is not ranked.")
            words = words.format(name=name_on_map(data, row))
        self._turn_to("")
        self._open().turn_to_area()
        self._refresh(words)

    def _drawn(self, shape: QgsGeometry) -> None:
        self._put_back(self._patch_tool)
        crs = self._canvas.mapSettings().destinationCrs()
        dock = self._open()
        dock.turn_to_patch()
        dock.patches.take(Patch(shape, crs))

    def _refused(self) -> None:
        self._dock.patches.say(tr("A patch needs at least three corners that do not lie in one line. Draw it again."))

    # The panel

    def _open(self) -> InspectorDock:
        """The panel, made when there is none yet, and brought to the front."""
        if self._dock is None:
            self._dock = self._make_dock()
        self._dock.setUserVisible(True)
        return self._dock

    def _make_dock(self) -> InspectorDock:
        dock = InspectorDock(self._session, self.draw_action, self._iface.mainWindow())
        dock.areas.asked.connect(self._go_to)
        dock.areas.zoomed.connect(lambda: self._zoom_to(self._position()))
        dock.areas.exported.connect(self._export)
        dock.patches.asked.connect(self._go_to)
        dock.patches.taken.connect(self._show_patch)
        dock.escaped.connect(self.clear)
        dock.toggled.connect(self._toggled)
        self._iface.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
        window = self._iface.mainWindow()
        width = max(dock.width(), _CHARACTERS * dock.fontMetrics().averageCharWidth())
        window.resizeDocks([dock], [width], Qt.Orientation.Horizontal)
        window.resizeDocks([dock], [round(_PART_OF_WINDOW * window.height())], Qt.Orientation.Vertical)
        return dock

    def _toggled(self) -> None:
        """What is marked on the map goes with the panel, and comes back with it."""
        self._refresh()
        self._show_patch()

    @property
    def code(self) -> str:
        """The code of the area that was last clicked or searched for; blank for none."""
        return self._code

    def _turn_to(self, code: str) -> None:
        if code != self._code:
            self._code = code
            self.moved.emit()

    def show_area(self, position: int) -> None:
        """Open the panel with the area at a position of the universe."""
        self._turn_to(str(self._session.data.basis.values.codes[position]))
        self._open().turn_to_area()
        self._refresh()

    def _go_to(self, position: int) -> None:
        self.show_area(position)
        self._zoom_to(position)

    def _zoom_to(self, position: int | None) -> None:
        if position is not None:
            self._live_map.zoom_to([position])

    def clear(self) -> None:
        """Show no area, and mark none on the map."""
        self._turn_to("")
        if self._dock is not None:
            self._dock.areas.search.clear()
        self._refresh()

    def _position(self) -> int | None:
        """Where the area shown stands in the universe; None when there is none, or it is not ranked any more."""
        data = self._session.data
        if data is None or not self._code:
            return None
        found = int(data.basis.values.codes.get_indexer([self._code])[0])
        return None if found < 0 else found

    def _refresh(self, note: str = "") -> None:
        """Show the area under the present outcome; only while the panel is open."""
        dock = self._dock
        if dock is None or not dock.is_open:
            self._mark(None)
            return
        if self._tell_obstacle():
            return
        dock.areas.search.offer(self._session.data)
        position = self._position()
        self._mark(position)
        if position is not None:
            result = self._live_map.result_layer()
            dock.areas.show_facts(gather_facts(self._session, position, result))
            dock.areas.allow_export(why_no_page(result, self._code))
        elif note or not self._code:
            dock.areas.show_message(note or tr("Click an area on the map, or find it by its name above."))
        else:
            text = tr("{code} is not among the areas ranked now.").format(code=self._code)
            dock.areas.show_message(text)

    def _tell_obstacle(self) -> bool:
        """Say what has to be done first, if anything has."""
        words = obstacle(self._session)
        if words and self._dock is not None:
            self._mark(None)
            self._dock.areas.show_message(words)
        return bool(words)

    def _export(self) -> None:
        """Open the algorithm that makes a page about the area shown, filled in."""
        wanted = QgsExpression.createFieldEqualityExpression("area_code", self._code)
        open_algorithm("cni:profiles", {"RESULT": self._live_map.result_layer().id(), "FOCUS": wanted})

    # Marks on the map

    def _mark(self, position: int | None) -> None:
        """Outline an area on the map; None for none."""
        if self._area_band is not None:
            remove_band(self._area_band)
            self._area_band = None
        shapes = [] if position is None else self._live_map.shapes([position])
        if shapes:
            self._area_band = make_band(self._canvas, filled=False)
            self._area_band.setToGeometry(QgsGeometry.collectGeometry(shapes))

    def _show_patch(self) -> None:
        if self._patch_band is not None:
            remove_band(self._patch_band)
            self._patch_band = None
        if self._dock is None or not self._dock.is_open or self._dock.patches.work.patch is None:
            return
        patch = self._dock.patches.work.patch
        self._patch_band = make_band(self._canvas, filled=True)
        self._patch_band.setToGeometry(patch.shape, patch.crs)

    def _crs_changed(self) -> None:
        self._patch_tool.clear()
        self._mark(self._position())
        self._show_patch()

    def put_away(self) -> None:
        """Take away the panel, the tools and all marks on the map."""
        self._canvas.destinationCrsChanged.disconnect(self._crs_changed)
        for tool in (self._patch_tool, self._area_tool):
            self._put_back(tool)
            tool.deleteLater()
        self._mark(None)
        if self._dock is not None:
            self._dock.patches.put_away()
            self._show_patch()
            self._iface.removeDockWidget(self._dock)
            self._dock.deleteLater()
            self._dock = None


def why_no_page(result: QgsVectorLayer | None, code: str) -> str:
    """Why no page about an area can be made; blank when one can."""
    if result is None:
        return tr("Make the layers first.")
    if find_row(result, code, "area_code") is None:
        return tr("This area is not in the layers that were made. Make them for its district as well.")
    return ""
