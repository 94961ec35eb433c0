"""Running an algorithm from the desktop: in the background, cancellable, with words at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
)
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QMessageBox, QPushButton

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

MESSAGE_SECONDS = 12


def tr(text: str) -> str:
    return QCoreApplication.translate("Tasks", text)


class _Feedback(QgsProcessingFeedback):
    """Keeps what an algorithm says, for the details behind the message."""

    def __init__(self) -> None:
        super().__init__(False)
        self.errors: list[str] = []
        self.warnings: list[str] = []

    def reportError(self, error: str, fatalError: bool = False) -> None:
        self.errors.append(error)
        super().reportError(error, fatalError)

    def pushWarning(self, warning: str) -> None:
        self.warnings.append(warning)
        super().pushWarning(warning)


class _Job:
    """One run of an algorithm. It keeps itself, and what the task needs, until the run has ended."""

    running: set[_Job] = set()

    def __init__(self, iface: QgisInterface, id: str, parameters: dict[str, Any]) -> None:
        self._iface = iface
        self._algorithm = QgsApplication.processingRegistry().createAlgorithmById(id)
        project = QgsProject.instance()
        output = QgsProcessingOutputLayerDefinition(parameters["OUTPUT"], project)
        self._parameters = {**parameters, "OUTPUT": output}
        self._context = QgsProcessingContext()
        self._context.setProject(project)
        self._feedback = _Feedback()
        self._context.setFeedback(self._feedback)
        self._before = set(project.mapLayers())
        self._task = QgsProcessingAlgRunnerTask(self._algorithm, self._parameters, self._context, self._feedback)
        self._task.executed.connect(self._ended)

    def start(self) -> None:
        if self._task.isCanceled():  # refused while it was prepared: such a task never tells of its end
            self._say_fault()
            return
        self.running.add(self)
        QgsApplication.taskManager().addTask(self._task)

    def _ended(self, successful: bool, results: dict[str, Any]) -> None:
        self.running.discard(self)
        if self._feedback.isCanceled():
            self._say(tr("Stopped. Nothing was written."), Qgis.MessageLevel.Info)
        elif successful:
            self._load()
        else:
            self._say_fault()

    def _say_fault(self) -> None:
        words = self._feedback.errors or [tr("The run failed without a word. See the log messages.")]
        self._say(words[0].strip(), Qgis.MessageLevel.Critical, words[1:])

    def _load(self) -> None:
        from processing.gui.Postprocessing import handleAlgorithmResults

        handleAlgorithmResults(self._algorithm, self._context, feedback=self._feedback, parameters=self._parameters)
        order = QgsProject.instance().layerTreeRoot().layerOrder()
        layer = next((layer for layer in order if layer.id() not in self._before), None)
        if layer is None:
            self._say(tr("The result could not be loaded."), Qgis.MessageLevel.Critical, self._feedback.errors)
            return
        self._iface.setActiveLayer(layer)
        if self._before:  # QGIS goes to the first layer of a project by itself
            self._iface.zoomToActiveLayer()
        self._say(layer.metadata().abstract(), Qgis.MessageLevel.Success, self._feedback.warnings)

    def _say(self, text: str, level: Qgis.MessageLevel, details: list[str] | None = None) -> None:
        """One sentence in the message bar, and a button for the rest."""
        bar = self._iface.messageBar()
        item = bar.createMessage("CNI Mapper", text)
        if details:
            button = QPushButton(tr("Details"), item)
            button.clicked.connect(lambda: self._show_details(text, details))
            item.layout().addWidget(button)
        bar.pushWidget(item, level, MESSAGE_SECONDS if level != Qgis.MessageLevel.Critical else 0)

    def _show_details(self, text: str, details: list[str]) -> None:
        box = QMessageBox(self._iface.mainWindow())
        box.setWindowTitle("CNI Mapper")
        box.setText(text)
        box.setInformativeText("\n\n".join(details))
        box.exec()


def run_algorithm(iface: QgisInterface, id: str, parameters: dict[str, Any]) -> None:
    """Run an algorithm in the background, load its OUTPUT into the project, and say how it went.

    parameters: with OUTPUT as text, a destination or TEMPORARY_OUTPUT.
    """
    _Job(iface, id, parameters).start()


def open_algorithm(id: str) -> None:
    """Open the Processing dialog of an algorithm."""
    import processing

    processing.execAlgorithmDialog(id, {})
