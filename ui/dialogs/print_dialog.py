"""The window 'Print a map': what to choose at the left, the page as it comes out at the right."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsExpression
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QFontMetrics, QImage
from qgis.PyQt.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ...core.errors import CniError
from ..maps.frames import source_file
from ..maps.layouts.export import export_page
from ..maps.layouts.keep_page import keep_page
from ..maps.layouts.page import LABELS
from ..maps.layouts.result import theme_title, themes_of
from ..maps.print_choices import CLICKED, DISTRICTS, SELECTED, PrintChoices, read_print_choices, write_print_choices
from ..messages import fault_text, notice_text
from ..settings import COLOURS, read_settings
from ..tasks import open_algorithm
from .help_window import open_help
from .output_path import default_folder, file_stem
from .parts import button_row
from .print_file import ask_page_file
from .print_form import PrintForm
from .print_preview import PagePreview
from .print_results import Printable, printable_results, why_nothing_to_print
from .print_watch import ResultWatch
from .print_work import PageWork
from .run_results import result_layer
from .session import Session
from .words import tr

if TYPE_CHECKING:
    from .inspector import Inspector

_NAME = "cni_mapper_print"
_WIDTH, _HEIGHT, _FORM = 62, 40, 21
"""In lines of text."""


def open_print(session: Session, inspector: Inspector, parent: QWidget) -> PrintDialog:
    """Open the window with the result of the open run, or bring it to the front with that."""
    dialog = session.iface.mainWindow().findChild(PrintDialog) or PrintDialog(session, inspector, parent)
    dialog.turn_to_open_run()
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
    return dialog


class PrintDialog(QDialog):
    """Not modal: the map stays in reach. It follows the results of the project and what is selected in them."""

    def __init__(self, session: Session, inspector: Inspector, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(_NAME)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Print a map"))
        self._session = session
        self._results: list[Printable] = []
        self._why_none = ""
        self._work = PageWork(session, lambda: inspector.code, self)
        self._watch = ResultWatch(session, inspector, self)
        self._form, self._preview = PrintForm(session.project), PagePreview()
        layout = QVBoxLayout(self)
        layout.addWidget(self._make_halves(), 1)
        layout.addLayout(self._make_buttons())
        em = QFontMetrics(self.font()).height()
        self.resize(_WIDTH * em, _HEIGHT * em)
        for signal, slot in (
            (self._form.changed, self._edited),
            (self._work.began, self._preview.say),
            (self._work.read, self._was_read),
            (self._work.made, self._was_made),
            (self._work.failed, self._show_none),
            (self._watch.results_changed, self._follow),
            (self._watch.rows_changed, self._read_again),
            (self._watch.areas_changed, self._areas_moved),
            (self._watch.project_changed, self._open_project),
        ):
            signal.connect(slot)
        self._open_project()

    def _make_halves(self) -> QSplitter:
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._form)
        scroll.setMinimumWidth(self._form.minimumSizeHint().width() + scroll.verticalScrollBar().sizeHint().width())
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.setChildrenCollapsible(False)
        for part in (scroll, self._preview):
            halves.addWidget(part)
        em = QFontMetrics(self.font()).height()
        halves.setSizes([_FORM * em, (_WIDTH - _FORM) * em])
        halves.setStretchFactor(1, 1)
        return halves

    def _make_buttons(self) -> QHBoxLayout:
        buttons = (
            (
                "save",
                tr("&Save as PDF, PNG or SVG…"),
                tr("The page as a file, to print or to put into a paper"),
                self._save,
            ),
            (
                "designer",
                tr("Open in the layout &designer"),
                tr("To go on with QGIS's own tools; the page is then kept in this project"),
                self._open_designer,
            ),
            (
                "atlas",
                tr("D&istricts as an atlas…"),
                tr("A page like this for every district, in one file"),
                self._open_atlas,
            ),
            ("help", tr("&Help"), "", lambda: open_help(self, "", "print")),
            ("close", tr("Close"), "", self.close),
        )
        row, self._uses = button_row(_NAME, buttons, 3)
        return row

    # The project and its results

    def _open_project(self) -> None:
        """Take up what is kept in the project that is open now."""
        kept = read_print_choices(self._session.project)
        self._form.show_choices(kept or PrintChoices(colours=read_settings().colours))
        self._work.forget()
        self._results = []
        self._follow()

    def _follow(self) -> None:
        """Take up the results and layers of the project as they are now."""
        results = printable_results(self._session)
        moved, self._results = results != self._results, results
        self._watch.watch(results)
        choices = self._form.choices
        if results and choices.result not in [one.layer for one in results]:
            # What was written about another result is not about this one.
            choices = replace(choices, result=results[0].layer, title="", subtitle="", notes="")
        if choices.base_map and self._session.project.mapLayer(choices.base_map) is None:
            choices = replace(choices, base_map="")
        moved = moved or choices != self._form.choices
        self._form.show_choices(choices)
        self._form.offer_results(results)
        self._form.offer_base_maps()
        self._form.allow(why_nothing_to_print(self._session))
        if moved or not results:
            self._ask()

    def turn_to_open_run(self) -> None:
        """Show the result of the open run, where it has one."""
        made = self._session.made
        layer = None if made is None else result_layer(self._session.project, made)
        if layer is not None and layer.id() != self._form.choices.result:
            self._form.show_choices(replace(self._form.choices, result=layer.id(), title="", subtitle="", notes=""))
            self._ask()

    def _read_again(self) -> None:
        self._work.forget()
        self._ask()

    def _areas_moved(self) -> None:
        if self._form.choices.areas in (SELECTED, CLICKED):
            self._ask()

    def _edited(self) -> None:
        write_print_choices(self._session.project, self._form.choices)
        self._ask()

    # The page

    def _printable(self) -> Printable | None:
        return next((one for one in self._results if one.layer == self._form.choices.result), None)

    def _ask(self) -> None:
        printable = self._printable()
        self._work.ask(self._form.choices, printable)
        if printable is None:
            self._show_none(why_nothing_to_print(self._session))
        else:
            self._allow("")

    def _was_read(self) -> None:
        result = self._work.result
        wanted = self._form.choices
        self._form.offer(result, [(theme, theme_title(result, theme)) for theme in themes_of(result)])
        if self._form.choices != wanted:
            self._ask()

    def _was_made(self, image: QImage) -> None:
        page = self._work.page
        self._preview.show_page(image)
        self._preview.say(" ".join(map(notice_text, page.notices)))
        self._form.hint(page.facts.title, page.facts.subtitle)
        self._form.show_maps(len(page.facts.panels))
        self._allow("")

    def _show_none(self, words: str) -> None:
        """No page: the window is empty but for the words that say why."""
        self._preview.empty()
        self._preview.say(words)
        self._allow(words)

    def _allow(self, why_not: str) -> None:
        for button, words in self._uses.items():
            button.setEnabled(not why_not)
            button.setToolTip(why_not or words)

    # Taking it along

    def _folder(self) -> Path:
        """The folder of the result, or the usual one where it lies in a database."""
        layer = self._session.project.mapLayer(self._form.choices.result)
        file = None if layer is None else source_file(layer)
        return default_folder(self._session.project) if file is None else file.parent

    def _save(self) -> None:
        page = self._work.finish()
        path = None if page is None else ask_page_file(self, self._folder() / file_stem(page.facts.title))
        # While the user was asked, the page may have been made anew.
        page = None if path is None else self._work.finish()
        if page is None:
            return
        self._preview.say(tr("Saving {name}…").format(name=path.name))
        self._preview.repaint()
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            notices = export_page(page.layout, path, page.facts.title, lambda _: None, keywords=self._work.keywords)
        except CniError as fault:
            self._preview.say(fault_text(fault))
            return
        finally:
            QApplication.restoreOverrideCursor()
        saved = tr("The page was saved as {path}.").format(path=path)
        self._preview.say(" ".join([saved, *map(notice_text, notices)]))

    def _open_designer(self) -> None:
        page = self._work.hand_over()
        if page is None:
            return
        layout, name = page.layout, file_stem(page.facts.title)
        try:
            file = keep_page(layout, self._session.project, self._folder(), name)
        except CniError as fault:
            self._preview.say(fault_text(fault))
            return
        self._session.iface.openLayoutDesigner(layout)
        words = tr("The page is kept in this project as '{name}', and what it draws in {path}.")
        self._preview.say(words.format(name=layout.name(), path=file))

    def _open_atlas(self) -> None:
        choices = self._form.choices
        keys = ", ".join(map(QgsExpression.quotedString, choices.districts if choices.areas == DISTRICTS else ()))
        given = {
            "RESULT": choices.result,
            "FOCUS": f'"district_code" IN ({keys}) OR "district_name" IN ({keys})' if keys else "",
            "TEMPLATE": choices.template,
            "THEME": choices.theme,
            "NOTES": choices.notes,
            "REFERENCE": choices.reference,
            "LABELS": LABELS.index(choices.labels),
            "LOGO": choices.logo,
            "COLOURS": COLOURS.index(choices.colours),
        }
        open_algorithm("cni:atlas", given)
