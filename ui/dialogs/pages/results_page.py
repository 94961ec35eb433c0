"""The page 'Results' of the dock: where the layers go, what is in them, and what can be done with them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QSignalBlocker
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ...maps.postgis import RUNS
from ..inspector import Inspector
from ..output_path import default_folder, destination_of, suggested_output, what_is_there, why_not_there
from ..parts import heading, note
from ..reasons import why_busy, why_lacking, why_no_outcome
from ..result_summary import ResultSummary
from ..run_results import result_layer, result_stamp, run_record
from ..session import Session
from ..words import tr
from .page import Page, Status
from .result_uses import ResultUses


class ResultsPage(Page):
    """Results."""

    def __init__(self, session: Session, inspector: Inspector) -> None:
        super().__init__(session)
        self.setObjectName("cni_mapper_results_page")
        self._shown: tuple[str, float] | None = None
        self._record: Mapping[str, Any] | None = None
        self._summary = ResultSummary()
        self._summary_title = heading(tr("The result"))
        self._stale = note("cni_mapper_results_stale")
        self._uses = ResultUses(session, inspector)
        layout = QVBoxLayout(self)
        layout.addWidget(self._make_saving())
        for part in (self._summary_title, self._stale, self._summary, self._uses):
            layout.addWidget(part)
        layout.addStretch(1)
        self._busy = False
        session.work_changed.connect(self._work_changed)

    def _make_saving(self) -> QWidget:
        box = QWidget()
        self._file = QgsFileWidget()
        self._file.setObjectName("cni_mapper_results_file")
        self._file.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self._file.setFilter(tr("GeoPackage (*.gpkg)"))
        self._file.setDialogTitle(tr("Choose where to save the result"))
        self._file.setConfirmOverwrite(False)
        self._file.lineEdit().setAccessibleName(tr("Where to save the result"))
        self._file.lineEdit().setObjectName("cni_mapper_results_path")
        self._file.fileChanged.connect(self._file_changed)
        self._file.lineEdit().editingFinished.connect(self._keep_path)
        label = QLabel(tr("Save the result in"))
        label.setBuddy(self._file.lineEdit())
        self._where = note("cni_mapper_results_where")
        self._make = _button("make", tr("Make layers"), self._make_layers)
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        for part in (label, self._file, self._where, self._make):
            layout.addWidget(part)
        return box

    def title(self) -> str:
        return tr("Results")

    def help_name(self) -> str:
        return "results"

    def status(self) -> Status:
        lacking = why_lacking(self.session)
        if lacking:
            return Status(lacking, "todo")
        if self.session.is_busy:
            return Status(why_busy(self.session), "ready")
        why = self._why_not_make()
        if why:
            return Status(why, "todo")
        made = self.session.made
        if made is None:
            return Status(tr("All is ready. Choose where to save, then press 'Make layers'."), "ready")
        if result_layer(self.session.project, made) is None:
            return Status(
                tr("The result layers are no longer in the project. 'Make layers' brings them back."), "ready"
            )
        if self._differs():
            return Status(tr("The choices have changed since the layers were made."), "ready")
        found = destination_of(made.output)
        name = found.name if found is not None else made.output
        return Status(tr("The layers are made and saved in {name}.").format(name=name), "ready")

    # Showing

    def refresh(self) -> None:
        # Looking for files and layers takes longer than a slider may wait that is moved on another page.
        if self.isVisible():
            self._show()

    def showEvent(self, event: QShowEvent) -> None:
        self._show()
        super().showEvent(event)

    def _work_changed(self) -> None:
        if self.session.is_busy != self._busy:
            self._busy = self.session.is_busy
            self.refresh()

    def _show(self) -> None:
        choices = self.session.choices
        if not self._file.lineEdit().hasFocus():
            blocker = QSignalBlocker(self._file)
            self._file.setFilePath(choices.output or suggested_output(self.session))
            blocker.unblock()
        self._file.setDefaultRoot(str(default_folder(self.session.project)))
        self._show_result()
        self._show_buttons()

    def show_outcome(self) -> None:
        self.refresh()

    def _show_result(self) -> None:
        made = self.session.made
        shown = None if made is None else (made.output, result_stamp(made.output))
        if shown != self._shown:
            self._shown = shown
            self._record = None if made is None else run_record(self.session.project, made)
            if self._record is not None:
                self._summary.show_record(self._record)
        self._summary_title.setVisible(made is not None)
        self._summary.setVisible(self._record is not None)
        self._stale.setText(self._stale_words())
        self._stale.setVisible(bool(self._stale.text()))

    def _stale_words(self) -> str:
        if self.session.made is None:
            return ""
        found = destination_of(self.session.made.output)
        if self._record is None and found is not None and found.path is None:
            return tr(
                "This result is in a database. What there is to know about it is in the table {table} there."
            ).format(table=RUNS)
        if self._record is None:
            return tr("The run record of this result was not found. 'Make layers' writes it anew.")
        if self.session.is_moved:
            return tr("As it was saved. What your changes would do is said below the pages; 'Keep' saves them.")
        if self._differs():
            return tr("Made from other data than is chosen now. 'Make layers' brings it up to date.")
        return ""

    def _differs(self) -> bool:
        made = self.session.made
        return made is not None and (self.session.is_moved or made.reads() != self.session.choices.reads())

    def _show_buttons(self) -> None:
        why = why_lacking(self.session) or why_busy(self.session) or self._why_not_make()
        _allow(self._make, why, tr("Work out the ranks, save them, and show them as layers"))
        self._where.setText(self._why_not_make() or what_is_there(self.session, self._path()))
        self._where.setVisible(bool(self._where.text()))
        self._uses.show_state()

    def _why_not_make(self) -> str:
        why = why_not_there(self.session, self._path())
        if not why and self.session.fault is not None:
            why = why_no_outcome(self.session)
        return why

    # Saving

    def _path(self) -> str:
        """Where to save, as typed or chosen; a mere name is a GeoPackage in the usual folder."""
        text = self._file.filePath().strip()
        if not text or "dbname=" in text:
            return text
        file = default_folder(self.session.project) / text
        return str(file if file.suffix or not file.name else file.with_name(f"{file.name}.gpkg"))

    def _file_changed(self, _: str) -> None:
        if not self._file.lineEdit().hasFocus():
            self._keep_path()
        self._show_buttons()

    def _keep_path(self) -> None:
        path = self._path()
        if path and path != (self.session.choices.output or suggested_output(self.session)):
            self.session.edit(tr("Choose where to save"), merge="output", output=path)

    def _make_layers(self) -> None:
        path = self._path()
        found = destination_of(path)
        if found is not None and found.path is not None and found.path.parent == default_folder(self.session.project):
            found.path.parent.mkdir(parents=True, exist_ok=True)
        self.session.make(path)


def _button(name: str, text: str, call: Any) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(f"cni_mapper_results_{name}")
    button.clicked.connect(lambda _: call())
    return button


def _allow(button: QPushButton, why_not: str, words: str) -> None:
    """Switch a button on or off; either way its tooltip says what it does, or why it cannot."""
    button.setEnabled(not why_not)
    button.setToolTip(why_not or words)
