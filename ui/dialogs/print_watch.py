"""What happens in QGIS that concerns the window 'Print a map'."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QTimer, pyqtBoundSignal, pyqtSignal

from .print_results import Printable
from .session import Session

if TYPE_CHECKING:
    from .inspector import Inspector


class ResultWatch(QObject):
    """Tells of changes, once for all of those in a turn of the event loop.

    project_changed: another project is open, or none. results_changed: layers have come or gone, or a run has been
    made. rows_changed: the rows of a result that is watched. areas_changed: what is selected in it, or the area that
    was last clicked.
    """

    project_changed = pyqtSignal()
    results_changed = pyqtSignal()
    rows_changed = pyqtSignal()
    areas_changed = pyqtSignal()

    def __init__(self, session: Session, inspector: Inspector, parent: QObject) -> None:
        super().__init__(parent)
        self._project = session.project
        self._watched: set[str] = set()
        self._opened = self._timer(self.project_changed)
        self._results, self._rows = self._timer(self.results_changed), self._timer(self.rows_changed)
        self._areas = self._timer(self.areas_changed)
        # Methods of this object: QGIS leaves off calling them when it is gone.
        for signal in (self._project.readProject, self._project.cleared):
            signal.connect(self._project_opened)
        for signal in (self._project.layersAdded, self._project.layersRemoved, session.changed):
            signal.connect(self._results_moved)
        inspector.moved.connect(self._areas_moved)

    def _timer(self, signal: pyqtBoundSignal) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(0)
        timer.timeout.connect(signal)
        return timer

    def watch(self, results: Sequence[Printable]) -> None:
        """Follow the layers of these results as well."""
        for id in {id for result in results for id in result.layers} - self._watched:
            layer = self._project.mapLayer(id)
            if isinstance(layer, QgsVectorLayer):
                self._watched.add(id)
                layer.dataChanged.connect(self._rows_moved)
                layer.selectionChanged.connect(self._areas_moved)

    def _project_opened(self, *_: object) -> None:
        self._watched.clear()
        self._opened.start()

    def _results_moved(self, *_: object) -> None:
        self._results.start()

    def _rows_moved(self) -> None:
        self._rows.start()

    def _areas_moved(self, *_: object) -> None:
        self._areas.start()
