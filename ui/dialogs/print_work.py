"""Making a page for the window 'Print a map': step by step, so that what is typed meanwhile is not kept waiting."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from qgis.core import QgsLayoutExporter, QgsPrintLayout, QgsProject, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QImage

from ..maps.layouts.fill import MadePage, fill_page
from ..maps.layouts.made import keywords_of
from ..maps.layouts.map_source import map_source
from ..maps.layouts.page import PageChoices, PrintedResult
from ..maps.layouts.result import read_result
from ..maps.print_choices import PrintChoices
from ..messages import fault_text
from ..tasks import attempt
from .print_areas import chosen_areas
from .print_results import Printable, selected_codes
from .session import Session
from .words import tr

_PAUSE, _LONGEST_PAUSE = 300, 2000
"""Milliseconds after the last change before the page is drawn again; the longer, the longer drawing holds QGIS up."""
_LONGER_SIDE = 1600
"""Pixels of the preview: fine enough for the small type, quick enough to be drawn while one looks on."""
_INCH = 25.4


class PageWork(QObject):
    """Makes the page of the present choices and a picture of it, a while after the last change.

    page, keywords: what was made, and the words by which its file is found. began: with words, before something that
    takes a moment. read: a result has been read. made: there is a page, and a picture of it. failed: with words, there
    is no page.
    """

    began = pyqtSignal(str)
    read = pyqtSignal()
    made = pyqtSignal(QImage)
    failed = pyqtSignal(str)

    def __init__(self, session: Session, clicked: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._clicked = session, clicked
        self._choices = PrintChoices()
        self._printable: Printable | None = None
        self._read_from = ""
        self._took = 0
        self.result: PrintedResult | None = None
        self.page: MadePage | None = None
        self.keywords: Sequence[str] = ()
        self._going: Iterator[str] | None = None
        self._pause, self._turn = self._timer(_PAUSE, self._begin), self._timer(0, self._go_on)

    def _timer(self, pause: int, call: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(pause)
        timer.timeout.connect(call)
        return timer

    @property
    def is_busy(self) -> bool:
        return self._pause.isActive() or self._going is not None

    def ask(self, choices: PrintChoices, printable: Printable | None) -> None:
        """Make the page of these choices from a result of the project; None: there is no page to be made."""
        self._choices, self._printable = choices, printable
        self.stop()
        self._drop_page()
        if printable is None:
            self.forget()
        else:
            self._pause.start(min(max(_PAUSE, self._took), _LONGEST_PAUSE))

    def stop(self) -> None:
        """Leave off what is being made."""
        self._pause.stop()
        self._turn.stop()
        self._going = None

    def forget(self) -> None:
        """Drop what was read: it is read again for the next page."""
        self.result, self._read_from = None, ""

    def finish(self) -> MadePage | None:
        """The page of the present choices, made now unless it is there; None where there is none, as `failed` told."""
        if self._printable is not None and self.page is None and not self.is_busy:
            self._begin()
        while self.is_busy:
            step = self._begin if self._going is None else self._go_on
            step()
        return self.page

    def hand_over(self) -> MadePage | None:
        """The page of the present choices, for the caller to keep; the next one is another."""
        page, self.page = self.finish(), None
        if page is not None:
            page.layout.setParent(None)
        return page

    def _drop_page(self) -> None:
        """Let go of the page with all that it draws, at once."""
        page, self.page = self.page, None
        if page is not None and not sip.isdeleted(page.layout):
            sip.delete(page.layout)

    # One step after the other

    def _begin(self) -> None:
        self._pause.stop()
        self._going = self._steps()
        self._go_on()

    def _go_on(self) -> None:
        """Do the next step; the event loop has its turn between two."""
        self._turn.stop()
        going = self._going
        words, fault = attempt(lambda: next(going, ""))
        if self._going is not going:  # something else was asked for meanwhile
            return
        if fault is not None:
            self._fail(fault_text(fault))
        elif words:
            self.began.emit(words)
            self._turn.start()
        else:
            self._going = None

    def _fail(self, words: str) -> None:
        self._going = None
        self._drop_page()
        self.failed.emit(words)

    def _steps(self) -> Iterator[str]:
        """Read, make, draw; gives words before each of these, which takes a moment."""
        printable, choices, project = self._printable, self._choices, self._session.project
        if self.result is None or self._read_from != printable.layer:
            yield tr("Reading the result…")
            layer = project.mapLayer(printable.layer)
            if not isinstance(layer, QgsVectorLayer):
                self._fail(tr("The result is no longer in the project."))
                return
            self.result, self._read_from = read_result(layer), printable.layer
            self.read.emit()
        focus, why = chosen_areas(self.result, choices, selected_codes(project, printable.layers), self._clicked())
        if why:
            self._fail(why)
            return
        for _ in map_source(self.result).prepare(focus):
            yield tr("Drawing the page…")
        yield tr("Drawing the page…")
        began = time.monotonic()
        # A template that is read marks its project as changed, which looking at a page is not.
        with QgsProject.blockDirtying(project):
            page = fill_page(self.result, focus, page_choices(choices, project), project)
            page.layout.setParent(self)  # it goes with the window, however that is closed
            self.page, self.keywords = page, keywords_of(self.result, focus)
        yield tr("Drawing the page…")
        with QgsProject.blockDirtying(project):
            image = picture_of(page.layout)
        self._took = round(1000 * (time.monotonic() - began))
        self.made.emit(image)


def page_choices(choices: PrintChoices, project: QgsProject) -> PageChoices:
    """The choices as the page takes them, dated today."""
    return PageChoices(
        template=choices.template,
        theme=choices.theme,
        made_on=datetime.now().astimezone().date(),
        title=choices.title,
        subtitle=choices.subtitle,
        notes=choices.notes,
        labels=choices.labels,
        logo=choices.logo,
        reference=choices.reference,
        base_map=project.mapLayer(choices.base_map) if choices.base_map else None,
        colours=choices.colours,
    )


def picture_of(layout: QgsPrintLayout) -> QImage:
    """The first page of a layout as a picture; how large it is on paper is in its dots per metre."""
    size = layout.pageCollection().page(0).pageSize()
    dpi = _LONGER_SIDE * _INCH / max(size.width(), size.height())
    return QgsLayoutExporter(layout).renderPageToImage(0, dpi=dpi)
