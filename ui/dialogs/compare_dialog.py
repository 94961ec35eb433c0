"""Two runs of the project side by side: who joined, who left, who moved, as a table, a chart and a layer."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from qgis.core import QgsExpression, QgsFeatureRequest, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QFontMetrics
from qgis.PyQt.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ...core.errors import CniError
from ..algorithms.base import Steps
from ..maps.change_layer import change_rows, note_shapes, save_changes, show_changes
from ..maps.frames import layer_rows
from ..maps.result_layer import Destination, read_destination
from ..maps.save import check_destination, check_not_in_edit
from ..messages import fault_text
from ..settings import read_settings
from .calm import CalmCombo
from .category_words import category_names
from .charts.export import ask_and_save
from .charts.rank_scatter import RankScatter
from .comparison import Comparison, TwoResults, columns, found_rows, summary
from .output_path import default_folder, destination_of, file_stem
from .parts import note
from .row_table import RowTable
from .run_results import RunResult, run_record, run_results
from .session import Session
from .table_export import TableFile, ask_table_file
from .words import tr
from .work_line import WorkLine

_NAME = "cni_mapper_compare"


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
        self._work = WorkLine(f"{_NAME}_work")
        self._said = note(f"{_NAME}_said")
        self._summary = note(f"{_NAME}_summary")
        layout = QVBoxLayout(self)
        layout.addLayout(self._make_choice())
        layout.addWidget(self._summary)
        layout.addWidget(self._make_views(), 1)
        layout.addWidget(self._work)
        layout.addWidget(self._said)
        layout.addLayout(self._make_buttons())
        em = QFontMetrics(self.font()).height()
        self.resize(60 * em, 36 * em)
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

    def _make_views(self) -> QSplitter:
        self._filter = CalmCombo(f"{_NAME}_filter", tr("Which areas the table lists"))
        self._filter.activated.connect(lambda _: self._find())
        self._search = QLineEdit()
        self._search.setObjectName(f"{_NAME}_search")
        self._search.setPlaceholderText(tr("Find an area or a district"))
        self._search.setAccessibleName(tr("Find an area or a district"))
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(lambda _: self._find())
        self._table = RowTable(tr("Areas in both runs"), lines=8)
        self._table.setObjectName(f"{_NAME}_table")
        self._table.row_opened.connect(self._go_to)
        self._chart = RankScatter()
        self._chart.setObjectName(f"{_NAME}_chart")
        self._chart.area_chosen.connect(self._point_out)
        for told in (self._chart.done, self._chart.failed):
            told.connect(self._said.setText)
        row = QHBoxLayout()
        row.addWidget(self._filter)
        row.addWidget(self._search, 1)
        left = QWidget()
        layout = QVBoxLayout(left)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self._table, 1)
        views = QSplitter(Qt.Orientation.Horizontal)
        views.setChildrenCollapsible(False)
        views.addWidget(left)
        views.addWidget(self._chart)
        views.setStretchFactor(0, 3)
        views.setStretchFactor(1, 2)
        return views

    def _make_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self._uses: dict[QPushButton, str] = {}
        for name, text, words, call in (
            ("layer", tr("&Make a change layer"), tr("A layer of who joined, left and stayed"), self._make_layer),
            ("export", tr("Save the &table…"), tr("All areas, as CSV or as an Excel workbook"), self._save_table),
            ("picture", tr("Save the c&hart…"), tr("As a picture, or as a drawing to edit"), self._save_chart),
            ("close", tr("Close"), "", self.close),
        ):
            button = QPushButton(text)
            button.setObjectName(f"{_NAME}_{name}")
            button.setAutoDefault(False)
            button.clicked.connect(lambda _, call=call: call())
            if words:
                self._uses[button] = words
            row.addWidget(button)
        row.insertStretch(3, 1)
        return row

    # Choosing the runs

    def _follow(self) -> None:
        """Take up the runs of the project as they are now."""
        runs = run_results(self._session)
        if runs != self._runs or self._pair is None:
            chosen = [] if self._pair is None else [run.number for run in self._pair]
            self._runs = runs
            self._fill(chosen)
            self._compare()

    def _fill(self, chosen: list[int]) -> None:
        """List the runs; those chosen stay so. At first the open run is the second, and the one before it the first."""
        numbers = [run.number for run in self._runs]
        if len(chosen) != 2 or not set(chosen) <= set(numbers):
            second = self._session.current if self._session.current in numbers else max(numbers, default=-1)
            first = max((number for number in numbers if number < second), default=max(numbers, default=-1))
            chosen = [first, second]
        for combo, number in zip((self._first, self._second), chosen):
            combo.clear()
            for run in self._runs:
                combo.addItem(run.name, run.number)
            combo.setCurrentIndex(combo.findData(number))

    def _chosen(self) -> tuple[RunResult, RunResult] | None:
        by_number = {run.number: run for run in self._runs}
        pair = [by_number.get(combo.currentData()) for combo in (self._first, self._second)]
        return None if None in pair or pair[0] == pair[1] else (pair[0], pair[1])

    def _compare(self) -> None:
        self._pair, self._comparison = self._chosen(), None
        self._said.clear()
        self._show()
        if self._pair is None:
            why = why_no_comparison(self._session) or tr("Choose two different runs.")
            self._summary.setText(why)
            self._work.drop()
            return
        self._summary.setText(tr("Reading the two results…"))
        try:
            noted = [layer_rows(layer, "RESULT") for layer in self._layers()]
        except CniError as fault:
            self._was_read(None, fault)
            return
        self._work.start(tr("Comparing two runs"), TwoResults(*noted).read, self._was_read)

    def _layers(self) -> list[QgsVectorLayer]:
        """The result layers of the two runs, where they are still in the project."""
        found = [self._session.project.mapLayer(run.layer) for run in self._pair or ()]
        return [layer for layer in found if isinstance(layer, QgsVectorLayer)]

    def _was_read(self, comparison: Comparison | None, fault: CniError | None) -> None:
        self._comparison = comparison
        if fault is not None:
            self._summary.setText(fault_text(fault))
        elif comparison is None:
            self._summary.setText(tr("Stopped. Choose a run again to compare."))
        self._show()

    # Showing

    def _names(self) -> tuple[str, str]:
        return ("", "") if self._pair is None else (self._pair[0].name, self._pair[1].name)

    def _show(self) -> None:
        self._fill_filter()
        self._show_buttons()
        comparison = self._comparison
        if comparison is None:
            self._table.show_columns([])
            self._chart.show_ranks(np.empty(0), np.empty(0), names=())
            return
        records = [run_record(self._session.project, self._session.runs[run.number].made) for run in self._pair]
        ranked = [None if record is None else record["universe"]["ranked"]["cni"] for record in records]
        variants = [record is None or bool(record["variant"]) for record in records]
        named = [category_names(is_variant=variant) for variant in variants]
        self._summary.setText(summary(comparison, self._names(), (ranked[0], ranked[1])))
        self._table.show_columns(columns(comparison, (named[0], named[1])))
        self._chart.show_ranks(
            comparison.ranks("first"),
            comparison.ranks("second"),
            names=comparison.table["area_name"].tolist(),
            titles=self._names(),
            joined=comparison.rows("joined"),
            left=comparison.rows("left"),
        )
        self._find()

    def _fill_filter(self) -> None:
        before = self._filter.currentData()
        self._filter.clear()
        comparison = self._comparison
        for key, words in (
            ("all", tr("All areas ({count})")),
            ("joined", tr("Joined ({count})")),
            ("left", tr("Left ({count})")),
            ("stayed", tr("Stayed ({count})")),
            ("moved", tr("Moved ({count})")),
            ("one_run", tr("Only in one run ({count})")),
        ):
            count = 0 if comparison is None else len(found_rows(comparison, key, ""))
            self._filter.addItem(words.format(count=f"{count:,}"), key)
        self._filter.setCurrentIndex(max(0, self._filter.findData(before)))

    def _find(self) -> None:
        """List the areas that are looked for."""
        if self._comparison is not None:
            self._table.keep(found_rows(self._comparison, self._filter.currentData(), self._search.text()))

    def _show_buttons(self) -> None:
        why = "" if self._comparison is not None else tr("There are no two runs to compare yet.")
        if not why and self._work.is_busy:
            why = tr("Wait until the work is done, or stop it.")
        for button, words in self._uses.items():
            button.setEnabled(not why)
            button.setToolTip(why or words)

    # The map

    def _code(self, row: int) -> str:
        return str(self._comparison.table.index[row])

    def _point_out(self, row: int) -> None:
        """An area of the chart: found in the table, if it lists it, and on the map."""
        self._table.choose(row)
        self._go_to(row)

    def _go_to(self, row: int) -> None:
        canvas = self._session.iface.mapCanvas()
        wanted = QgsExpression.createFieldEqualityExpression("area_code", self._code(row))
        request = QgsFeatureRequest(QgsExpression(wanted)).setFlags(QgsFeatureRequest.Flag.NoGeometry)
        for layer in reversed(self._layers()):
            ids = [feature.id() for feature in layer.getFeatures(request)]
            if ids:
                canvas.zoomToFeatureIds(layer, ids)
                canvas.flashFeatureIds(layer, ids)
                return

    # Taking it along

    def _make_layer(self) -> None:
        first, second = self._names()
        title = tr("Change from {first} to {second}").format(first=first, second=second)
        try:
            destination = read_destination(str(self._folder() / f"{file_stem(title)}.gpkg"), lambda: "")
            check_not_in_edit(self._session.project, destination)
        except CniError as fault:
            self._said.setText(fault_text(fault))
            return
        layers = self._layers()
        layers.reverse()
        table, noted = change_rows(self._comparison.table), [note_shapes(layer) for layer in layers]
        words, colours = (title, self._summary.text()), read_settings().colours

        def write(steps: Steps) -> Destination:
            steps.start(tr("Writing {name}").format(name=destination.name), 1.0)
            destination.path.parent.mkdir(parents=True, exist_ok=True)
            check_destination(destination, [])
            save_changes(destination, table, noted, words, colours, steps.within)
            return destination

        self._work.start(tr("Making the change layer"), write, lambda made, fault: self._layer_made(made, title, fault))
        self._show_buttons()

    def _folder(self) -> Path:
        """Where the second run's result is, so that the two travel together."""
        found = destination_of(self._pair[1].output)
        return found.path.parent if found is not None and found.path is not None else self._usual_folder()

    def _usual_folder(self) -> Path:
        return default_folder(self._session.project)

    def _layer_made(self, made: Destination | None, title: str, fault: CniError | None) -> None:
        self._show_buttons()
        if fault is not None:
            self._said.setText(fault_text(fault))
        elif made is None:
            self._said.setText(tr("Stopped. Nothing was written."))
        else:
            layer = show_changes(self._session.project, made, title)
            self._session.iface.setActiveLayer(layer)
            words = tr("The layer '{layer}' is on top of the map, saved in {path}.")
            self._said.setText(words.format(layer=layer.name(), path=made.path))

    def _save_table(self) -> None:
        title = tr("{first} and {second}").format(first=self._names()[0], second=self._names()[1])
        try:
            destination = ask_table_file(self, str(self._usual_folder() / file_stem(title)))
        except CniError as fault:
            self._said.setText(fault_text(fault))
            return
        if destination is not None:
            table = change_rows(self._comparison.table)
            file = TableFile(destination, lambda: table)
            self._work.start(tr("Saving {name}").format(name=destination.name), file.write, self._table_saved)
            self._show_buttons()

    def _table_saved(self, path: str | None, fault: CniError | None) -> None:
        self._show_buttons()
        if fault is not None:
            self._said.setText(fault_text(fault))
        elif path is not None:
            self._said.setText(tr("The table was saved as {path}.").format(path=path))

    def _save_chart(self) -> None:
        ask_and_save(self._chart)
