"""Edits of the index of the open run: every one a step that undo knows by its words, every fault one sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QMessageBox, QWidget

from ...core.errors import CniError
from ...core.index.definition import Definition, indicators_of, walk
from ...core.index.editing import duplicate, find_part, remove_part, rename_part, set_weight
from ..messages import fault_text
from .my_definitions import indices_folder, is_shipped, kept_indices
from .session import Session
from .words import tr

Change = Callable[[Definition], Definition]


class IndexEdits(QObject):
    """Changes the index of a session.

    said: what was wrong with the last edit, in words; blank when it went well. refused: an edit was not made, so what
    the widgets show has to go back.
    """

    said = pyqtSignal(str)
    refused = pyqtSignal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._window = parent
        self._drag: tuple[str, bool, Definition, Definition] | None = None

    @property
    def definition(self) -> Definition:
        return self._session.choices.definition

    def must_be_copied(self) -> bool:
        """Whether the parts of the index are its publishers' or the plugin's, so that only a copy may have others."""
        return self.definition.is_published or is_shipped(self.definition)

    def own_title(self) -> str:
        """What a copy of the index is called at first."""
        return tr("My {index}").format(index=self.definition.short)

    def own_copy(self, title: str) -> Definition:
        """The index as the user's own. Raises `definition_faults` for an empty title."""
        taken = [kept.definition.id for kept in kept_indices(indices_folder()) if kept.definition is not None]
        return duplicate(self.definition, title, taken)

    def change(self, words: str, change: Change, *, agreed: bool = False, **others: Any) -> bool:
        """Change parts of the index; a published one becomes the user's own first, once the user agrees.

        agreed: the user has agreed already. others: what else of the choices changes in the same step.
        """
        copy = self.must_be_copied()
        if copy and not agreed and not self._agree():
            self.refused.emit()
            return False
        return self.attempt(words, lambda old: change(self.own_copy(self.own_title()) if copy else old), **others)

    def attempt(self, words: str, change: Change, **others: Any) -> bool:
        """Change the index as it is; a fault is told, and nothing is changed then."""
        try:
            new = change(self.definition)
        except CniError as fault:
            self.said.emit(fault_text(fault))
            self.refused.emit()
            return False
        self.said.emit("")
        self._session.edit(words, definition=new, locked=self._still_locked(new), **others)
        return True

    def _still_locked(self, definition: Definition) -> tuple[str, ...]:
        there = {domain.id for domain in walk(definition.domains)}
        there |= {indicator.id for _, indicator in indicators_of(definition)}
        return tuple(id for id in self._session.choices.locked if id in there)

    def _agree(self) -> bool:
        box = QMessageBox(self._window)
        box.setObjectName("cni_mapper_index_make_own")
        box.setWindowTitle(tr("Make it your own?"))
        box.setText(
            tr("'{index}' comes with its parts and columns, so that everybody's maps of it can be compared.").format(
                index=self.definition.title
            )
        )
        box.setInformativeText(
            tr("To change them, go on with a copy of your own, '{copy}'. Undo brings the original back.").format(
                copy=self.own_title()
            )
        )
        own = box.addButton(tr("Make it my own"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(own)
        box.exec()
        return box.clickedButton() is own

    # One part

    def set_weight(self, id: str, weight: float, final: bool, rebalance: bool) -> None:
        """Move a weight; all moves until the final one are one step. A published index becomes a variant by it."""
        definition, choices = self.definition, self._session.choices
        drag = self._drag
        going_on = drag is not None and drag[:2] == (id, rebalance) and drag[3] is definition
        start = drag[2] if going_on and drag is not None else definition
        words = tr("Weight of {part}").format(part=find_part(definition, id).title)
        try:
            new = set_weight(start, id, weight, choices.locked, rebalance)
        except CniError as fault:
            self.said.emit(fault_text(fault))
            self.refused.emit()
        else:
            self.said.emit("")
            self._session.edit(words, ("weight", id), definition=new)
        self._drag = None if final else (id, rebalance, start, self.definition)
        if final:
            self._session.end_merge()

    def lock(self, id: str, locked: bool) -> None:
        title = find_part(self.definition, id).title
        others = tuple(one for one in self._session.choices.locked if one != id)
        words = tr("Lock {part}") if locked else tr("Unlock {part}")
        self._session.edit(words.format(part=title), locked=(*others, id) if locked else others)

    def rename(self, id: str, title: str) -> None:
        self.change(tr("Rename {part}").format(part=title), lambda old: rename_part(old, id, title))

    def remove(self, id: str) -> None:
        title = find_part(self.definition, id).title
        self.change(tr("Remove {part}").format(part=title), lambda old: remove_part(old, id))

    # The whole index

    def choose(self, definition: Definition, base: str, words: str) -> None:
        """Go over to another index, with its own limits where those of the last were not changed."""
        choices = self._session.choices
        old, new = choices.definition.limits, definition.limits
        at_own = not choices.counted and (choices.cni_limit, choices.imd_limit) == (old.cni, old.imd)
        limits = {"cni_limit": float(new.cni), "imd_limit": float(new.imd)} if at_own else {}
        self.said.emit("")
        self._session.edit(words, definition=definition, base=base, locked=(), **limits)

    def rename_index(self, title: str) -> None:
        """Call the index something else; a published one is copied under that title."""
        words = tr("Rename the index")
        if self.must_be_copied():
            self.attempt(words, lambda _: self.own_copy(title))
        elif title.strip():
            self.attempt(words, lambda old: replace(old, title=title.strip(), short=title.strip()))

    def saved_at(self, path: Path) -> None:
        """The index is now what stands in that file."""
        self._session.edit(tr("Save to my indices"), base=str(path))
