"""Which index it is: the list of them, what can be done with the chosen one, and what it will be called."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from qgis.PyQt.QtCore import QSignalBlocker, pyqtSignal
from qgis.PyQt.QtGui import QStandardItemModel
from qgis.PyQt.QtWidgets import (
    QAction,
    QFileDialog,
    QGridLayout,
    QInputDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QToolButton,
    QWidget,
)

from ....core.errors import CniError
from ....core.index.definition import Definition
from ....core.index.definition_file import save_definition
from ....core.index.library import find_definition, shipped_ids
from ...messages import fault_text
from ..calm import CalmCombo
from ..index_edits import IndexEdits
from ..my_definitions import base_of, indices_folder, is_kept, keep_index, kept_indices
from ..session import Session
from ..words import tr
from .index_state import IndexState, describe_index, state_of

_FILE = "\n"
"""Stands for 'From a file…' in the list: no id and no path is like it."""


class _List(CalmCombo):
    opening = pyqtSignal()

    def showPopup(self) -> None:
        self.opening.emit()
        super().showPopup()


class DefinitionBar(QWidget):
    """Chooses, copies, names, saves and passes on the index of the session."""

    def __init__(self, session: Session, edits: IndexEdits) -> None:
        super().__init__()
        self._session, self._edits = session, edits
        self._listed: tuple[Any, ...] = ()
        self._list = _List("cni_mapper_index_definition", tr("Index"))
        self._list.setToolTip(tr("The index that is mapped: one that comes with CNI Mapper, or one of your own"))
        self._list.opening.connect(self._fill)
        self._list.activated.connect(self._chosen)
        self._what = QLabel()
        self._what.setObjectName("cni_mapper_index_what_it_is")
        self._what.setWordWrap(True)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(self._list, 0, 0)
        grid.addWidget(self._make_menu(), 0, 1)
        grid.addWidget(self._what, 1, 0, 1, 2)
        grid.setColumnStretch(0, 1)

    def _make_menu(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName("cni_mapper_index_menu")
        button.setText(tr("This index"))
        button.setToolTip(tr("Copy, name, save, pass on or take back the index"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.setObjectName("cni_mapper_index_menu_entries")
        menu.setToolTipsVisible(True)
        self._duplicate = self._entry(menu, "duplicate", tr("Duplicate as my own…"), self._ask_duplicate)
        self._rename = self._entry(menu, "rename", tr("Rename…"), self._ask_rename)
        self._save = self._entry(menu, "save", tr("Save to my indices"), self.save)
        menu.addSeparator()
        self._entry(menu, "import", tr("Import…"), self._ask_import)
        self._entry(menu, "export", tr("Export…"), self._ask_export)
        menu.addSeparator()
        self._revert = self._entry(menu, "revert", "", self._go_back)
        self._delete = self._entry(menu, "delete", tr("Delete from my indices…"), self._ask_delete)
        button.setMenu(menu)
        return button

    @staticmethod
    def _entry(menu: QMenu, name: str, text: str, call: Callable[[], object]) -> QAction:
        action = menu.addAction(text)
        action.setObjectName(f"cni_mapper_index_{name}")
        action.triggered.connect(lambda _: call())
        return action

    # Showing

    def refresh(self) -> None:
        state = state_of(self._session.choices, indices_folder())
        if self._shown_key(state) != self._listed:
            self._fill()
        self._what.setText(describe_index(state, self._session.is_variant))
        self._show_entries(state)

    def _shown_key(self, state: IndexState) -> tuple[Any, ...]:
        choices = self._session.choices
        return (choices.base, choices.definition.title, choices.definition.id, state.is_from_base)

    def _fill(self) -> None:
        """List the indices anew, with the present one chosen."""
        state = state_of(self._session.choices, indices_folder())
        self._listed = self._shown_key(state)
        blocker = QSignalBlocker(self._list)
        self._list.clear()
        own = [(kept.title, str(kept.path)) for kept in kept_indices(indices_folder())]
        self._add_head(tr("Comes with CNI Mapper"), [(find_definition(id).title, id) for id in _shipped()])
        if own:
            self._add_head(tr("My indices"), own)
        self._list.insertSeparator(self._list.count())
        self._list.addItem(tr("From a file…"), _FILE)
        self._choose_present(state)
        blocker.unblock()

    def _add_head(self, title: str, entries: list[tuple[str, str]]) -> None:
        self._list.addItem(title)
        model = self._list.model()
        if isinstance(model, QStandardItemModel):
            model.item(self._list.count() - 1).setEnabled(False)
        for text, value in entries:
            self._list.addItem(text, value)

    def _choose_present(self, state: IndexState) -> None:
        choices = self._session.choices
        at = self._list.findData(choices.base) if state.is_from_base else -1
        if at < 0:
            text = "{index}" if state.is_safe else tr("{index} (not saved)")
            self._list.insertItem(0, text.format(index=choices.definition.title), None)
            at = 0
        self._list.setCurrentIndex(at)

    def _show_entries(self, state: IndexState) -> None:
        own = not self._edits.must_be_copied()
        self._rename.setEnabled(own)
        self._rename.setToolTip("" if own else tr("A published index keeps its name. Duplicate it as your own first."))
        self._save.setEnabled(own and state.can_be_saved)
        if not own:
            self._save.setToolTip(tr("Duplicate it as your own first."))
        else:
            self._save.setToolTip("" if state.can_be_saved else tr("It is saved as it is."))
        base = state.base
        self._revert.setText(tr("Revert to {index}").format(index=base.short if base else tr("the original")))
        self._revert.setEnabled(base is not None and state.is_changed)
        if base is None:
            self._revert.setToolTip(tr("What it was made from is no longer there."))
        else:
            self._revert.setToolTip("" if state.is_changed else tr("Nothing has been changed."))
        self._delete.setEnabled(state.is_kept)
        self._delete.setToolTip("" if state.is_kept else tr("It is not one of your saved indices."))

    # Choosing

    def _chosen(self, number: int) -> None:
        value = self._list.itemData(number)
        state = state_of(self._session.choices, indices_folder())
        is_present = value is None or (state.is_from_base and value == self._session.choices.base)
        if not is_present and self._may_leave(state):
            if value == _FILE:
                self._choose_file()
            else:
                self.open(value)
        self._fill()

    def _may_leave(self, state: IndexState) -> bool:
        """Whether the present index may be left; the user is asked about one that is not saved."""
        if state.is_safe:
            return True
        box = QMessageBox(self)
        box.setObjectName("cni_mapper_index_leave")
        box.setWindowTitle(tr("Save the index?"))
        box.setText(tr("'{index}' is not saved in your indices.").format(index=self._edits.definition.title))
        box.setInformativeText(tr("Without saving, only Undo brings it back."))
        save = box.addButton(tr("Save to my indices"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(tr("Go on without saving"), QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(save)
        box.exec()
        if box.clickedButton() is save:
            return self.save()
        return box.clickedButton() not in (stay, None)

    def open(self, base: str) -> bool:
        """Go over to the index with that id or in that file; a fault is told."""
        definition = self._told(lambda: find_definition(base))
        if definition is None:
            return False
        self._edits.choose(definition, base, tr("Choose {index}").format(index=definition.short))
        return True

    def _told(self, call: Callable[[], Any]) -> Any:
        """What a call gives; a fault is told, and None comes of it."""
        try:
            return call()
        except CniError as fault:
            self._edits.said.emit(fault_text(fault))
            return None

    def _choose_file(self) -> None:
        path = self._ask_file(tr("Choose a definition file"))
        if path:
            self.open(path)

    def _ask_file(self, title: str) -> str:
        return QFileDialog.getOpenFileName(self, title, "", tr("Index definitions (*.json)"))[0]

    # The menu

    def _ask_title(self, title: str, text: str) -> str:
        typed, agreed = QInputDialog.getText(
            self, title, tr("What is the index to be called?"), QLineEdit.EchoMode.Normal, text
        )
        return typed.strip() if agreed else ""

    def _ask_duplicate(self) -> None:
        title = self._ask_title(tr("Duplicate as my own"), self._edits.own_title())
        if title:
            self._edits.attempt(
                tr("Duplicate {index}").format(index=self._edits.definition.short),
                lambda _: self._edits.own_copy(title),
                base=self._session.choices.base,
            )

    def _ask_rename(self) -> None:
        title = self._ask_title(tr("Rename the index"), self._edits.definition.title)
        if title:
            self._edits.rename_index(title)

    def save(self) -> bool:
        """Save the index among the user's own; whether that went well."""
        folder, choices = indices_folder(), self._session.choices
        path = self._told(lambda: keep_index(choices.definition, folder, self._home(choices.base, choices.definition)))
        if path is None:
            return False
        self._edits.said.emit("")
        self._edits.saved_at(path)
        self._fill()
        self.refresh()
        return True

    @staticmethod
    def _home(base: str, definition: Definition) -> str:
        """Where the index is saved over: only where it came from an index of the same id, and not from a copy's."""
        found = base_of(base)
        return base if found is not None and found.id == definition.id else ""

    def _ask_import(self) -> None:
        path = self._ask_file(tr("Import an index"))
        definition = self._told(lambda: find_definition(path)) if path else None
        if definition is None or not self._may_leave(state_of(self._session.choices, indices_folder())):
            return
        kept = self._told(lambda: keep_index(definition, indices_folder(), path))
        if kept is not None:
            self.open(str(kept))

    def _ask_export(self) -> None:
        definition = self._edits.definition
        suggested = str(Path.home() / f"{definition.id}.json")
        path, _ = QFileDialog.getSaveFileName(self, tr("Export the index"), suggested, tr("Index definitions (*.json)"))
        if path:
            file = Path(path) if path.lower().endswith(".json") else Path(f"{path}.json")
            self._edits.said.emit("")
            self._told(lambda: save_definition(definition, file))

    def _go_back(self) -> None:
        base = base_of(self._session.choices.base)
        if base is not None:
            self._edits.choose(base, self._session.choices.base, tr("Revert to {index}").format(index=base.short))

    def _ask_delete(self) -> None:
        path = Path(self._session.choices.base)
        if not is_kept(str(path), indices_folder()):
            return
        box = QMessageBox(self)
        box.setObjectName("cni_mapper_index_delete_question")
        box.setWindowTitle(tr("Delete from my indices?"))
        box.setText(tr("The saved index '{index}' will be deleted.").format(index=self._edits.definition.title))
        box.setInformativeText(tr("Maps made from it stay, and this run keeps it until you choose another index."))
        delete = box.addButton(tr("Delete"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        if box.clickedButton() is delete:
            self._delete_file(path)

    def _delete_file(self, path: Path) -> None:
        try:
            path.unlink()
        except OSError as fault:
            self._edits.said.emit(
                tr("{file} could not be deleted: {reason}.").format(file=path.name, reason=fault.strerror)
            )
        self._fill()
        self.refresh()


def _shipped() -> list[str]:
    """Community need first, then what else there is, each by name."""
    return sorted(shipped_ids(), key=lambda id: (not id.startswith("cni"), not id.startswith("open"), id))
