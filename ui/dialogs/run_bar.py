"""The bar on top of the dock: which run is open, undo and redo, the inspector, help."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import (
    QAction,
    QHBoxLayout,
    QInputDialog,
    QMenu,
    QMessageBox,
    QToolButton,
    QWidget,
)

from .calm import CalmCombo
from .compare_dialog import open_comparison, why_no_comparison
from .help_window import open_help
from .inspector import Inspector
from .pages.page import Page
from .session import Session
from .words import tr

_NAME = "cni_mapper_run"


class RunBar(QWidget):
    def __init__(self, session: Session, inspector: Inspector, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._list = CalmCombo(f"{_NAME}_list", tr("Run"))
        self._list.setToolTip(tr("The runs of this project. Each has its own data, index, limits and result."))
        self._list.activated.connect(session.open_run)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._make_menu())
        self._undo = self._add_button("undo", "mActionUndo.svg", tr("Undo"), session.undo)
        self._redo = self._add_button("redo", "mActionRedo.svg", tr("Redo"), session.redo)
        self._add_inspector(inspector.action)
        help_button = self._add_button("help", "mActionHelpContents.svg", tr("Help"), self._open_help)
        help_button.setToolTip(tr("Help on the page in front"))
        session.changed.connect(self._refresh)
        self._refresh()

    def _make_menu(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"{_NAME}_menu_button")
        button.setAccessibleName(tr("What to do with runs"))
        button.setToolTip(tr("Add, copy, rename, remove or compare runs"))
        button.setIcon(QgsApplication.getThemeIcon("mActionOptions.svg"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setAutoRaise(True)
        menu = QMenu(button)
        menu.setObjectName(f"{_NAME}_menu")
        menu.setToolTipsVisible(True)
        self._actions = {
            name: _action(menu, name, text, call)
            for name, text, call in (
                ("new", tr("&New run"), self._new),
                ("copy", tr("&Copy this run"), self._copy),
                ("rename", tr("&Rename…"), self._rename),
                ("remove", tr("Remo&ve from project…"), self._remove),
                ("compare", tr("Com&pare runs…"), lambda: open_comparison(self._session, self)),
            )
        }
        menu.insertSeparator(self._actions["compare"])
        menu.aboutToShow.connect(self._show_actions)
        button.setMenu(menu)
        return button

    def _add_button(self, name: str, icon: str, words: str, call: Callable[[], object]) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"{_NAME}_{name}")
        button.setIcon(QgsApplication.getThemeIcon(icon))
        button.setAccessibleName(words)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda _: call())
        self.layout().addWidget(button)
        return button

    def _add_inspector(self, action: QAction) -> None:
        button = QToolButton()
        button.setObjectName(f"{_NAME}_inspector")
        button.setDefaultAction(action)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.layout().addWidget(button)

    # Showing

    def _refresh(self) -> None:
        session = self._session
        names = [run.choices.name for run in session.runs]
        if names != [self._list.itemText(i) for i in range(self._list.count())]:
            self._list.clear()
            self._list.addItems(names)
        self._list.setCurrentIndex(session.current)
        for button, words, said, nothing, key in (
            (self._undo, session.undo_words, tr("Undo: {step}"), tr("Nothing to undo"), QKeySequence.StandardKey.Undo),
            (self._redo, session.redo_words, tr("Redo: {step}"), tr("Nothing to redo"), QKeySequence.StandardKey.Redo),
        ):
            keys = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
            button.setEnabled(bool(words))
            button.setToolTip(f"{said.format(step=words)} ({keys})" if words else nothing)

    def _show_actions(self) -> None:
        why = why_no_comparison(self._session)
        self._actions["compare"].setEnabled(not why)
        self._actions["compare"].setToolTip(why or tr("Who moved between two runs of this project"))

    # Acting

    def _new(self) -> None:
        self._session.new_run(self._free_name(tr("Map {number}")), copy=False)

    def _copy(self) -> None:
        name = self._session.choices.name
        copy = tr("{name}, copy").format(name=name)
        if copy in self._names():
            copy = self._free_name(tr("{name}, copy {number}").replace("{name}", name))
        self._session.new_run(copy, copy=True)

    def _names(self) -> set[str]:
        return {run.choices.name for run in self._session.runs}

    def _free_name(self, template: str) -> str:
        """The first name that no run has. template: with {number} in it."""
        names = self._names()
        return next(
            name
            for number in range(2, len(names) + 3)
            if (name := template.replace("{number}", str(number))) not in names
        )

    def _rename(self) -> None:
        dialog = QInputDialog(self)
        dialog.setObjectName(f"{_NAME}_rename")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(tr("Rename the run"))
        dialog.setLabelText(tr("Name of the run"))
        dialog.setTextValue(self._session.choices.name)
        dialog.textValueSelected.connect(self._renamed)
        dialog.open()

    def _renamed(self, name: str) -> None:
        if name.strip():
            self._session.rename_run(name.strip())

    def _remove(self) -> None:
        box = QMessageBox(self)
        box.setObjectName(f"{_NAME}_remove")
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(tr("Remove the run"))
        box.setText(tr("Remove the run '{name}' from this project?").format(name=self._session.choices.name))
        box.setInformativeText(
            tr("What you chose for it is forgotten, and cannot be brought back. Its layers and files stay.")
        )
        remove = box.addButton(tr("Remove"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        box.buttonClicked.connect(lambda button: self._session.remove_run() if button is remove else None)
        box.open()

    def _open_help(self) -> None:
        pages = self.parentWidget().findChildren(Page)
        front = next((page for page in pages if page.isVisible()), None)
        open_help(self, "" if front is None else front.help_name())


def _action(menu: QMenu, name: str, text: str, call: Callable[[], object]) -> QAction:
    action = menu.addAction(text)
    action.setObjectName(f"{_NAME}_{name}")
    action.triggered.connect(lambda _: call())
    return action
