"""Work in the background: algorithms and reading, cancellable, with words while it goes on and at the end."""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsMessageLog,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterFileDestination,
    QgsProject,
    QgsTask,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QEventLoop, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QMessageBox, QPushButton

from .algorithms.base import Steps, lacking
from .compat import missing_packages, quiet_task

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

    from ..core.errors import CniError

MESSAGE_SECONDS = 12


def tr(text: str) -> str:
    return QCoreApplication.translate("Tasks", text)


class _Feedback(QgsProcessingFeedback):
    """Passes on what is being done, and keeps what was said for the details behind the message."""

    words = pyqtSignal(str)

    def __init__(self) -> None:
        super().__init__(False)
        self.errors: list[str] = []
        self.warnings: list[str] = []

    def setProgressText(self, text: str) -> None:
        self.words.emit(text)
        super().setProgressText(text)

    def reportError(self, error: str, fatalError: bool = False) -> None:
        self.errors.append(error)
        super().reportError(error, fatalError)

    def pushWarning(self, warning: str) -> None:
        self.warnings.append(warning)
        super().pushWarning(warning)


def _add_task(task: QgsTask) -> None:
    """Give a task to QGIS, which first hears of the tasks that have ended meanwhile.

    On hearing that, it takes the ended one out of those that wait for a thread by its address in memory. There a new
    task may stand by then, which would wait for ever.
    """
    manager = QgsApplication.taskManager()
    for listener in (manager, *manager.tasks()):
        QCoreApplication.sendPostedEvents(listener)
    manager.addTask(task)


class AlgorithmRun:
    """One run of an algorithm. It keeps itself, and what the task needs, until the run has ended.

    feedback: tells of progress (`progressChanged`, `words`); its `cancel` stops the run. refusal: why it failed, in
    words, once it has; else blank.
    """

    running: set[AlgorithmRun] = set()

    def __init__(self, iface: QgisInterface, id: str, parameters: dict[str, Any], done: Callable[[bool], None]) -> None:
        self._iface = iface
        self._algorithm = QgsApplication.processingRegistry().createAlgorithmById(id)
        project = QgsProject.instance()
        output = QgsProcessingOutputLayerDefinition(parameters["OUTPUT"], project)
        self._parameters = {**parameters, "OUTPUT": output}
        self._context = QgsProcessingContext()
        self._context.setProject(project)
        self.feedback = _Feedback()
        self._context.setFeedback(self.feedback)
        self._before = set(project.mapLayers())
        self._done = done
        self.refusal = ""
        wanted = (self._algorithm, self._parameters, self._context, self.feedback)
        self._task = QgsProcessingAlgRunnerTask(*wanted, **quiet_task())
        self._task.executed.connect(self._ended)

    def start(self) -> None:
        if self._task.isCanceled():  # refused while it was prepared: such a task never tells of its end
            self._say_fault()
            self._done(False)
            return
        self.running.add(self)
        _add_task(self._task)

    def cancel(self) -> None:
        self.feedback.cancel()

    def _ended(self, successful: bool, results: dict[str, Any]) -> None:
        # From the event loop, so that it is said before what QGIS up to 3.24 says itself at the end of a long task.
        QTimer.singleShot(0, lambda: self._tell_end(successful))

    def _tell_end(self, successful: bool) -> None:
        self.running.discard(self)
        if self.feedback.isCanceled():
            successful = False
            self._tell(tr("Stopped. Nothing was written."), Qgis.MessageLevel.Info)
        elif successful:
            self._load()
        else:
            self._say_fault()
        self._done(successful)

    def _say_fault(self) -> None:
        words = self.feedback.errors or [tr("The run failed without a word. See the log messages.")]
        self.refusal = words[0].strip()
        self._tell(self.refusal, Qgis.MessageLevel.Critical, words[1:])

    def _tell(self, text: str, level: Qgis.MessageLevel, details: list[str] | None = None) -> None:
        tell_user(self._iface, text, level, details)

    def _load(self) -> None:
        from processing.gui.Postprocessing import handleAlgorithmResults

        from .maps.record import headline, layer_record

        handleAlgorithmResults(self._algorithm, self._context, feedback=self.feedback, parameters=self._parameters)
        order = QgsProject.instance().layerTreeRoot().layerOrder()
        layer = next((layer for layer in order if layer.id() not in self._before), None)
        if layer is None:
            self._say_renewed()
            return
        self._iface.setActiveLayer(layer)
        if self._before:  # QGIS goes to the first layer of a project by itself
            self._iface.zoomToActiveLayer()
        record = layer_record(layer)
        text = layer.name() if record is None else headline(record)
        details = [layer.metadata().abstract(), *self.feedback.warnings]
        self._tell(text, Qgis.MessageLevel.Success, details)

    def _say_renewed(self) -> None:
        """A run over an earlier result adds no layer: those that show it have been read again."""
        if self.feedback.errors:
            text = tr("The result could not be loaded.")
            self._tell(text, Qgis.MessageLevel.Critical, self.feedback.errors)
        else:
            text = tr("The result layers are up to date.")
            self._tell(text, Qgis.MessageLevel.Success, self.feedback.warnings)


def tell_user(iface: QgisInterface, text: str, level: Qgis.MessageLevel, details: list[str] | None = None) -> None:
    """One sentence in the message bar, and a button for the rest. A fault stays until it is closed."""
    bar = iface.messageBar()
    item = bar.createMessage("CNI Mapper", text)
    if details:
        button = QPushButton(tr("Details"), item)
        button.clicked.connect(lambda: _show_details(iface, text, details))
        item.layout().addWidget(button)
    bar.pushWidget(item, level, MESSAGE_SECONDS if level != Qgis.MessageLevel.Critical else 0)


def tell_missing_packages(iface: QgisInterface) -> None:
    """Say which Python packages this QGIS lacks, and the command that adds them."""
    from .messages import fault_text

    tell_user(iface, fault_text(lacking(missing_packages())), Qgis.MessageLevel.Critical)


def _show_details(iface: QgisInterface, text: str, details: list[str]) -> None:
    box = QMessageBox(iface.mainWindow())
    box.setWindowTitle("CNI Mapper")
    box.setText(text)
    box.setInformativeText("\n\n".join(details))
    box.exec()


def attempt(work: Callable[[], Any]) -> tuple[Any, CniError | None]:
    """What some work gives, or the fault that ended it. An error of ours must reach the user and the log."""
    from ..core.errors import CniError

    try:
        return work(), None
    except CniError as fault:
        return None, fault
    except Exception as fault:
        QgsMessageLog.logMessage(traceback.format_exc(), "CNI Mapper", Qgis.MessageLevel.Critical)
        return None, CniError("unexpected", reason=f"{type(fault).__name__}: {fault}")


class Work(QgsTask):
    """Reading or computing away from the interface. It keeps itself until it has ended.

    work: gets the steps it reports through, may raise a CniError, and must not touch the project. done: called in the
    interface's thread with what it returned and the fault; both are None when it was cancelled.
    """

    running: set[Work] = set()

    def __init__(self, title: str, work: Callable[[Steps], Any], done: Callable[[Any, CniError | None], None]) -> None:
        super().__init__(title, **quiet_task())
        self._work, self._done = work, done
        self._result: Any = None
        self._fault: CniError | None = None
        self.feedback = _Feedback()
        self.feedback.progressChanged.connect(self.setProgress)

    def start(self) -> None:
        self.running.add(self)
        _add_task(self)

    def cancel(self) -> None:
        self.feedback.cancel()
        # QGIS deletes a task that has ended before it is told of here.
        if not sip.isdeleted(self):
            super().cancel()

    def run(self) -> bool:
        self._result, self._fault = attempt(lambda: self._work(Steps(self.feedback)))
        return self._fault is None

    def finished(self, successful: bool) -> None:
        told = (None, None) if self.isCanceled() else (self._result, self._fault)
        # From the event loop, so that it is said before what QGIS up to 3.24 says itself at the end of a long task.
        QTimer.singleShot(0, lambda: self._tell(*told))

    def _tell(self, result: Any, fault: CniError | None) -> None:
        self.running.discard(self)
        self._done(result, fault)


def wait_for_end(seconds: float) -> None:
    """Let stopped work come to its end, so that none outlives the plugin: at most so long."""
    until = time.monotonic() + seconds
    while (Work.running or AlgorithmRun.running) and time.monotonic() < until:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents, 20)
        time.sleep(0.005)


def run_algorithm(
    iface: QgisInterface, id: str, parameters: dict[str, Any], done: Callable[[bool], None] = bool
) -> AlgorithmRun:
    """Run an algorithm in the background, load its OUTPUT into the project, and say how it went.

    parameters: with OUTPUT as text, a destination or TEMPORARY_OUTPUT. done: told at the end whether it went well.
    """
    run = AlgorithmRun(iface, id, parameters, done)
    run.start()
    return run


def open_algorithm(id: str, parameters: dict[str, Any] | None = None) -> None:
    """Open the Processing dialog of an algorithm. parameters: what it begins with, by name.

    Once it has run, its notes are in front, and a link leads to the file that was written.
    """
    import processing

    dialog = processing.createAlgorithmDialog(id, parameters or {})
    dialog.algorithmFinished.connect(lambda successful, results: successful and _show_saved(dialog, results))
    dialog.show()
    dialog.exec()
    # QGIS lets go of it when it is closed; Escape only hides it.
    dialog.close()


def _show_saved(dialog: Any, results: dict[str, Any]) -> None:
    """QGIS leaves the parameters of what ran in front of it on the screen, as if nothing had happened."""
    output = dialog.algorithm().parameterDefinition("OUTPUT")
    path = Path(str(results.get("OUTPUT", "")))
    if isinstance(output, QgsProcessingParameterFileDestination) and path.exists():
        dialog.showLog()
        link = f'<a href="{path.as_uri()}">{escape(path.name)}</a>'
        dialog.messageBar().pushMessage(tr("Saved: {name}").format(name=link), Qgis.MessageLevel.Success, 0)
