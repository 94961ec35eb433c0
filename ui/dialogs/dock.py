"""The dock: the open run and its five pages, a line of status, the work going on, and the strip of the what-if."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsProject
from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QShortcut,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ..messages import fault_text
from ..tasks import wait_for_end
from .example import load_example
from .inspector import Inspector
from .live_map import LiveMap
from .looks import Looks
from .pages.areas_page import AreasPage
from .pages.deprivation_page import DeprivationPage
from .pages.index_page import IndexPage
from .pages.page import Page
from .pages.results_page import ResultsPage
from .pages.thresholds_page import ThresholdsPage
from .run_bar import RunBar
from .session import Session
from .what_if_strip import WhatIfStrip
from .words import tr

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

_LONGEST_WAIT = 5.0


class Dock(QgsDockWidget):
    """'CNI Mapper', docked at the right of QGIS."""

    def __init__(self, iface: QgisInterface) -> None:
        super().__init__(tr("CNI Mapper"), iface.mainWindow())
        self.setObjectName("cni_mapper_panel")
        self.session = Session(iface, QgsProject.instance(), self)
        self.live_map = LiveMap(self.session, self)
        self.looks = Looks(self.session, self)
        self.inspector = Inspector(self.session, self.live_map, iface)
        self.pages: list[Page] = [
            AreasPage(self.session, self.looks),
            IndexPage(self.session),
            DeprivationPage(self.session, self.looks),
            ThresholdsPage(self.session, self.live_map),
            ResultsPage(self.session, self.inspector),
        ]
        self._tabs = self._make_tabs()
        self._welcome = self._make_welcome()
        self._status = self._make_status()
        self._work = self._make_work()
        self.strip = WhatIfStrip(self.session, self.live_map)
        whole = QWidget(self)
        layout = QVBoxLayout(whole)
        run_bar = RunBar(self.session, self.inspector)
        for part in (run_bar, self._welcome, self._status):
            layout.addWidget(part)
        layout.addWidget(self._tabs, 1)
        layout.addWidget(self._work)
        layout.addWidget(self.strip)
        self.setWidget(whole)
        self._add_shortcuts(whole)
        self.session.changed.connect(self._refresh)
        self.session.outcome_changed.connect(self._show_outcome)
        self.looks.looked.connect(self._refresh)
        self.session.work_changed.connect(self._show_work)
        self._tabs.currentChanged.connect(self._page_turned)
        self._refresh()

    def _make_tabs(self) -> QTabWidget:
        tabs = QTabWidget()
        tabs.setObjectName("cni_mapper_pages")
        tabs.setAccessibleName(tr("Pages"))
        tabs.setDocumentMode(True)
        tabs.setUsesScrollButtons(False)
        # Whoever has just clicked a tab means this panel by Undo.
        tabs.tabBar().setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for page in self.pages:
            scroll = QScrollArea()
            scroll.setWidgetResizable(True)
            scroll.setFrameShape(QFrame.Shape.NoFrame)
            scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            scroll.setWidget(page)
            tabs.addTab(scroll, page.title())
        # Wide enough for all five tabs, in any type: a page never scrolls sideways.
        tabs.setMinimumWidth(tabs.tabBar().sizeHint().width())
        return tabs

    def _make_welcome(self) -> QWidget:
        box = QFrame()
        box.setObjectName("cni_mapper_welcome")
        box.setFrameShape(QFrame.Shape.StyledPanel)
        words = QLabel(
            tr(
                "See where community need and deprivation meet. New here? Try the example: a made-up county, mapped "
                "in seconds, to click and change. With your own data, begin on the page Areas."
            )
        )
        words.setWordWrap(True)
        button = QPushButton(tr("Try the example"))
        button.setObjectName("cni_mapper_try_example_button")
        button.clicked.connect(self.try_example)
        layout = QVBoxLayout(box)
        layout.addWidget(words)
        layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return box

    def _make_status(self) -> QWidget:
        box = QWidget()
        self._status_text = QLabel()
        self._status_text.setObjectName("cni_mapper_status")
        # Two lines always, so that the tabs below stay where they are for most of what it says.
        self._status_text.setMinimumHeight(2 * self._status_text.fontMetrics().lineSpacing())
        self._status_text.setWordWrap(True)
        self._status_text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._next = QPushButton(tr("Next"))
        self._next.setObjectName("cni_mapper_next")
        self._next.clicked.connect(self._turn_page)
        layout = QHBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._status_text, 1)
        layout.addWidget(self._next, 0, Qt.AlignmentFlag.AlignTop)
        return box

    def _make_work(self) -> QWidget:
        box = QWidget()
        box.setObjectName("cni_mapper_work")
        self._work_text = QLabel()
        self._work_text.setObjectName("cni_mapper_work_words")
        self._work_bar = QProgressBar()
        self._work_bar.setObjectName("cni_mapper_work_progress")
        self._work_bar.setAccessibleName(tr("How far the work is"))
        stop = QPushButton(tr("Stop"))
        stop.setObjectName("cni_mapper_work_stop")
        stop.clicked.connect(self.session.cancel)
        row = QHBoxLayout()
        row.addWidget(self._work_bar, 1)
        row.addWidget(stop)
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._work_text)
        layout.addLayout(row)
        box.hide()
        return box

    def _add_shortcuts(self, whole: QWidget) -> None:
        for keys, call in (
            (QKeySequence.StandardKey.Undo, self.session.undo),
            (QKeySequence.StandardKey.Redo, self.session.redo),
        ):
            shortcut = QShortcut(QKeySequence(keys), whole)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(call)

    def try_example(self) -> None:
        """Map the made-up county: its layers come into the project, and its result is made."""
        load_example(self.session)
        self.turn_to("results")

    def open_print(self) -> None:
        """Open the window 'Print a map'."""
        # Loaded when it is wanted: the panel opens the sooner.
        from .print_dialog import open_print

        open_print(self.session, self.inspector, self)

    def turn_to(self, help_name: str) -> None:
        """Bring a page to the front."""
        self._tabs.setCurrentIndex([page.help_name() for page in self.pages].index(help_name))

    def _page(self) -> Page:
        return self.pages[self._tabs.currentIndex()]

    def _turn_page(self) -> None:
        self._tabs.setCurrentIndex(min(self._tabs.currentIndex() + 1, len(self.pages) - 1))

    def _page_turned(self) -> None:
        self._page().show_outcome()
        self._show_status()

    def _refresh(self) -> None:
        for page in self.pages:
            page.refresh()
        self._welcome.setVisible(not any(run.choices.layers() for run in self.session.runs))
        self._show_status()

    def _show_outcome(self) -> None:
        self._page().show_outcome()
        self._show_status()

    def _show_status(self) -> None:
        fault, status = self.session.fault, self._page().status()
        # A message of QGIS's may be cut off, or gone; this line stays until something else is chosen.
        wrong = fault_text(fault) if fault is not None else self.session.refusal
        self._status_text.setText(wrong or status.text)
        self._status_text.setProperty("kind", "fault" if wrong else status.kind)
        self._next.setVisible(self._tabs.currentIndex() < len(self.pages) - 1)
        self._next.setEnabled(status.kind != "todo")
        self._next.setToolTip("" if status.kind != "todo" else status.text)

    def _show_work(self) -> None:
        words = self.session.words or tr("Starting…")
        if self._work.isHidden() == self.session.is_busy or self._work_text.text() != words:
            self._work.setVisible(self.session.is_busy)
            self._work_text.setText(words)
            self._show_status()
        self._work_bar.setValue(int(self.session.progress))

    def put_away(self) -> None:
        """Undo all that the dock has added to QGIS and the project, but the user's layers."""
        self.session.put_away()
        self.inspector.put_away()
        self.live_map.put_away()
        self.looks.put_away()
        # Work that outlived the plugin would come back to modules that QGIS has taken away.
        wait_for_end(_LONGEST_WAIT)
