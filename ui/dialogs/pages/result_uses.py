"""What can be done with a result: print it, save it in other ways, look further."""

from __future__ import annotations

from typing import Any

from qgis.core import Qgis, QgsVectorLayer
from qgis.PyQt.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ....core.errors import CniError
from ...maps.frames import layer_rows
from ...messages import fault_text
from ...tasks import open_algorithm, tell_user
from ..compare_dialog import open_comparison, why_no_comparison
from ..inspector import Inspector
from ..output_path import default_folder, file_stem
from ..parts import heading, note
from ..run_results import result_layer
from ..session import Session
from ..table_export import TableFile, ask_table_file, result_rows
from ..words import tr
from ..work_line import WorkLine

_NAME = "cni_mapper_results"


class ResultUses(QWidget):
    """Buttons in three groups, and a line that says why some of them cannot act."""

    def __init__(self, session: Session, inspector: Inspector) -> None:
        super().__init__()
        self._session, self._inspector = session, inspector
        self._work = WorkLine(f"{_NAME}_work")
        self._words: dict[str, str] = {}
        self._buttons: dict[str, QPushButton] = {}
        self._why = note(f"{_NAME}_why_none")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._add_printing()
        self._add_saving()
        self._add_looking()
        self._layout.addWidget(self._why)
        self._layout.addWidget(self._work)

    def _add_printing(self) -> None:
        self._layout.addWidget(heading(tr("Print")))
        words = tr("A page for a committee paper, seen as you make it: paper, areas, title, labels")
        self._add("print", tr("Print a map…"), words, self._print)
        words = tr("A page for each area: where it stands, why, and what is like it")
        self._add("profiles", tr("Area profiles…"), words, lambda: self._open("cni:profiles"))
        words = tr("A map for each district, in one file")
        self._add("atlas", tr("Districts as an atlas…"), words, lambda: self._open("cni:atlas"))

    def _add_saving(self) -> None:
        self._layout.addWidget(heading(tr("Save")))
        words = tr("All columns of the result, one row for each area")
        self._add("export", tr("Save as a table (CSV, Excel)…"), words, self._save_table)
        words = tr("For colleagues: layers with their colours, tables by district, and a project that needs no plugin")
        text = tr("Export (GeoPackage, CSV, Excel, project)…")
        self._add("files", text, words, lambda: self._open("cni:export"))
        words = tr("One page in plain words: data, method, limits, what to mind, and how to repeat it")
        self._add("note", tr("How this map was made…"), words, lambda: self._open("cni:methodnote"))

    def _add_looking(self) -> None:
        self._layout.addWidget(heading(tr("Look further")))
        words = tr("What share of the people of another place, such as a patch that you drew, lives in which areas")
        self._add("overlap", tr("Describe other places…"), words, lambda: self._open("cni:overlap"))
        words = tr("Who moved between two runs of this project")
        self._add("compare", tr("Compare runs…"), words, lambda: open_comparison(self._session, self))

    def _add(self, name: str, text: str, words: str, call: Any) -> None:
        button = QPushButton(text)
        button.setObjectName(f"{_NAME}_{name}")
        button.clicked.connect(lambda _: call())
        self._buttons[name], self._words[name] = button, words
        self._layout.addWidget(button)

    def show_state(self) -> None:
        """Switch the buttons on or off; either way a tooltip says what one does, or why it cannot."""
        none = "" if self._layer() is not None else tr("Make the layers first.")
        busy = tr("Wait until the table is saved.") if self._work.is_busy else ""
        alone = why_no_comparison(self._session)
        for name, button in self._buttons.items():
            why = {"compare": alone, "export": none or busy}.get(name, none)
            button.setEnabled(not why)
            button.setToolTip(why or self._words[name])
        self._why.setText(none or (tr("Compare runs: {reason}").format(reason=alone) if alone else ""))
        self._why.setVisible(bool(self._why.text()))

    def _layer(self) -> QgsVectorLayer | None:
        made = self._session.made
        return None if made is None else result_layer(self._session.project, made)

    def _open(self, algorithm: str) -> None:
        open_algorithm(algorithm, {"RESULT": self._layer().id()})

    def _print(self) -> None:
        # Loaded when it is wanted: the panel opens the sooner.
        from ..print_dialog import open_print

        open_print(self._session, self._inspector, self)

    # A table

    def _save_table(self) -> None:
        start = default_folder(self._session.project) / file_stem(self._session.choices.name)
        try:
            destination = ask_table_file(self, str(start))
            noted = layer_rows(self._layer(), "RESULT")
        except CniError as fault:
            self._tell(fault_text(fault), Qgis.MessageLevel.Critical)
            return
        if destination is not None:
            file = TableFile(destination, lambda: result_rows(noted), noted.place)
            self._work.start(tr("Saving {name}").format(name=destination.name), file.write, self._table_saved)
            self.show_state()

    def _table_saved(self, path: str | None, fault: CniError | None) -> None:
        self.show_state()
        if fault is not None:
            self._tell(fault_text(fault), Qgis.MessageLevel.Critical)
        elif path is not None:
            self._tell(tr("The table was saved as {path}.").format(path=path), Qgis.MessageLevel.Success)

    def _tell(self, words: str, level: Qgis.MessageLevel) -> None:
        tell_user(self._session.iface, words, level)
