"""Two runs of the project side by side: who joined, who left, who moved, as a table, a chart and a layer."""

from __future__ import annotations

from qgis.core import QgsExpression, QgsFeatureRequest, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QFontMetrics
from qgis.PyQt.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from ...core.errors import CniError
from ..maps.change_layer import show_changes
from ..maps.frames import layer_rows
from ..maps.result_layer import Destination
from ..messages import category_names, fault_text
from .calm import CalmCombo
from .change_file import ChangeFile, note_changes
from .charts.export import ask_and_save
from .compare_views import CompareViews
from .comparison import Comparison, TwoResults, summary
from .output_path import default_folder, file_stem
from .parts import button_row, note
from .run_results import RunResult, run_record, run_results
from .session import Session
from .table_export import TableFile, ask_table_file
from .words import tr
from .work_line import WorkLine

_NAME = "cni_mapper_compare"
_WIDTH, _HEIGHT = 68, 36
"""In lines of text."""


def why_no_comparison(session: Session) -> str:
    """Why there is nothing to compare; blank when there is."""
    count = len(run_results(session))
    if count > 1:
        return ""
    if not count:
        return tr("Two runs with layers are needed; this project has none yet.")
    return tr("Two runs with layers are needed; this project has one. Copy the run, change it, and make its layers.")


def open_comparison(session: Session, parent: QWidget) -> CompareDialog:
    """Open the window, or bring it to the front."""
    dialog = parent.window().findChild(CompareDialog) or CompareDialog(session, parent)
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
    return dialog


class CompareDialog(QDialog):
    """Not modal: the map stays in reach. It follows the runs of the session."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(_NAME)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Compare runs"))
        self._session = session
        self._runs: list[RunResult] = []
        self._pair: tuple[RunResult, RunResult] | None = None
        self._comparison: Comparison | None = None
        self._summary, self._said = note(f"{_NAME}_summary"), note(f"{_NAME}_said")
        self._work = WorkLine(f"{_NAME}_work")
        self._views = CompareViews()
        self._views.area_opened.connect(self._go_to)
        for told in (self._views.chart.done, self._views.chart.failed):
            told.connect(self._say)
        layout = QVBoxLayout(self)
        layout.addLayout(self._make_choice())
        layout.addWidget(self._summary)
        layout.addWidget(self._views, 1)
        layout.addWidget(self._work)
        layout.addWidget(self._said)
        layout.addLayout(self._make_buttons())
        em = QFontMetrics(self.font()).height()
        self.resize(_WIDTH * em, _HEIGHT * em)
        session.changed.connect(self._follow)
        self._follow()

    def _make_choice(self) -> QFormLayout:
        self._first = CalmCombo(f"{_NAME}_first", tr("First run"))
        self._second = CalmCombo(f"{_NAME}_second", tr("Second run"))
        form = QFormLayout()
        form.addRow(tr("&First run"), self._first)
        form.addRow(tr("S&econd run"), self._second)
        for combo in (self._first, self._second):
            combo.activated.connect(lambda _: self._compare())
        return form

    def _make_buttons(self) -> QHBoxLayout:
        buttons = (
            ("layer", tr("&Make a change layer"), tr("A layer of who joined, left and stayed"), self._make_layer),
            ("export", tr("Save the &table…"), tr("All areas, as CSV or as an Excel workbook"), self._save_table),
            ("picture", tr("Save the c&hart…"), tr("As a picture, or as a drawing to edit"), self._save_chart),
            ("close", tr("Close"), "", self.close),
        )
        row, self._uses = button_row(_NAME, buttons, 3)
        return row

    # Choosing the runs

    def _follow(self) -> None:
        """Take up the runs of the project as they are now."""
        runs = run_results(self._session)
        if runs != self._runs or self._pair is None:
            chosen = [] if self._pair is None else [run.output for run in self._pair]
            self._runs = runs
            self._fill(chosen)
            self._compare()

    def _fill(self, chosen: list[str]) -> None:
        """List the runs. chosen: the outputs of the two that stay chosen, if they are still there."""
        outputs = [run.output for run in self._runs]
        if len(chosen) != 2 or not set(chosen) <= set(outputs):
            chosen = self._usual()
        for combo, output in zip((self._first, self._second), chosen):
            combo.clear()
            for run in self._runs:
                combo.addItem(run.name, run.output)
            combo.setCurrentIndex(combo.findData(output))

    def _usual(self) -> list[str]:
        """The open run after the one before it, else the last two."""
        places = [place for place, run in enumerate(self._runs) if run.number == self._session.current and place]
        second = places[0] if places else len(self._runs) - 1
        return [run.output for run in self._runs[max(second - 1, 0) : second + 1]]

    def _chosen(self) -> tuple[RunResult, RunResult] | None:
        by_output = {run.output: run for run in self._runs}
        first, second = (by_output.get(combo.currentData()) for combo in (self._first, self._second))
        return None if first is None or second is None or first == second else (first, second)

    def _compare(self) -> None:
        """Read the two results and lay them side by side."""
        self._pair = self._chosen()
        self._say("")
        if self._pair is None:
            self._work.drop()
            self._show(None, why_no_comparison(self._session) or tr("Choose two different runs."))
            return
        try:
            noted = [layer_rows(layer, "RESULT") for layer in self._layers()]
        except CniError as fault:
            self._show(None, fault_text(fault))
            return
        self._work.start(tr("Comparing two runs"), TwoResults(*noted).read, self._was_read)
        self._show(None, tr("Reading the two results…"))

    def _layers(self) -> list[QgsVectorLayer]:
        """The result layers of the two runs, where they are still in the project."""
        found = [self._session.project.mapLayer(run.layer) for run in self._pair or ()]
        return [layer for layer in found if isinstance(layer, QgsVectorLayer)]

    def _was_read(self, comparison: Comparison | None, fault: CniError | None) -> None:
        if comparison is None:
            stopped = tr("Stopped. Choose a run again to compare.")
            self._show(None, stopped if fault is None else fault_text(fault))
            return
        records = [run_record(self._session.project, self._session.runs[run.number].made) for run in self._pair]
        ranked = [None if record is None else record["universe"]["ranked"]["cni"] for record in records]
        named = [category_names(is_variant=record is None or bool(record["variant"])) for record in records]
        self._show(comparison, summary(comparison, self._names(), (ranked[0], ranked[1])))
        self._views.show_comparison(comparison, self._names(), (named[0], named[1]))

    # Showing

    def _names(self) -> tuple[str, str]:
        return self._pair[0].name, self._pair[1].name

    def _show(self, comparison: Comparison | None, words: str) -> None:
        self._comparison = comparison
        self._summary.setText(words)
        if comparison is None:
            self._views.clear()
        self._show_buttons()

    def _show_buttons(self) -> None:
        why = "" if self._comparison is not None else self._summary.text()
        if self._work.is_busy:
            why = tr("Wait until the work is done, or stop it.")
        for button, words in self._uses.items():
            button.setEnabled(not why)
            button.setToolTip(why or words)

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._said.setVisible(bool(words))

    def _go_to(self, row: int) -> None:
        """Show an area on the map: by the second run's layer, else by the first's."""
        canvas = self._session.iface.mapCanvas()
        wanted = QgsExpression.createFieldEqualityExpression("area_code", str(self._comparison.table.index[row]))
        request = QgsFeatureRequest(QgsExpression(wanted)).setFlags(QgsFeatureRequest.Flag.NoGeometry)
        for layer in reversed(self._layers()):
            ids = [feature.id() for feature in layer.getFeatures(request)]
            if ids:
                canvas.zoomToFeatureIds(layer, ids)
                canvas.flashFeatureIds(layer, ids)
                return

    # Taking it along

    def _make_layer(self) -> None:
        try:
            file = note_changes(self._session, self._comparison, self._pair, self._layers(), self._summary.text())
        except CniError as fault:
            self._say(fault_text(fault))
            return

        def done(made: Destination | None, fault: CniError | None) -> None:
            self._layer_made(file, fault, stopped=made is None)

        self._work.start(tr("Making the change layer"), file.write, done)
        self._show_buttons()

    def _layer_made(self, file: ChangeFile, fault: CniError | None, *, stopped: bool) -> None:
        self._show_buttons()
        if fault is not None:
            self._say(fault_text(fault))
        elif stopped:
            self._say(tr("Stopped. Nothing was written."))
        else:
            layer = show_changes(self._session.project, file.destination, file.title)
            self._session.iface.setActiveLayer(layer)
            words = tr("The layer '{layer}' is in the project, saved in {path}.")
            self._say(words.format(layer=layer.name(), path=file.destination.path))

    def _save_table(self) -> None:
        first, second = self._names()
        stem = file_stem(tr("{first} and {second}").format(first=first, second=second))
        try:
            destination = ask_table_file(self, str(default_folder(self._session.project) / stem))
        except CniError as fault:
            self._say(fault_text(fault))
            return
        if destination is not None:
            self._start_saving(destination)

    def _start_saving(self, destination: Destination) -> None:
        table = self._comparison.table.reset_index()
        file = TableFile(destination, lambda: table)
        self._work.start(tr("Saving {name}").format(name=destination.name), file.write, self._table_saved)
        self._show_buttons()

    def _table_saved(self, path: str | None, fault: CniError | None) -> None:
        self._show_buttons()
        if fault is not None:
            self._say(fault_text(fault))
        else:
            saved = tr("The table was saved as {path}.")
            self._say(tr("Stopped. Nothing was written.") if path is None else saved.format(path=path))

    def _save_chart(self) -> None:
        ask_and_save(self._views.chart)
