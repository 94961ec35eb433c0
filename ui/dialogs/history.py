"""Undo and redo over states that never change. Plain Python."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

State = TypeVar("State")
_LONGEST = 100


class History(Generic[State]):
    """The states of something, the present one among them, with the words for each step from one to the next.

    Steps that carry the same `merge` key, one after the other, count as one: a drag is undone at once.
    """

    def __init__(self, state: State) -> None:
        self._past: list[tuple[State, str]] = []
        self._future: list[tuple[State, str]] = []
        self._merge: Hashable = None
        self.state = state

    @property
    def undo_words(self) -> str:
        """What undo would take back; blank when there is nothing."""
        return self._past[-1][1] if self._past else ""

    @property
    def redo_words(self) -> str:
        return self._future[-1][1] if self._future else ""

    def step(self, state: State, words: str, merge: Hashable = None) -> None:
        """Go on to a new state; what was undone before is forgotten."""
        if merge is None or merge != self._merge or not self._past:
            self._past.append((self.state, words))
            del self._past[:-_LONGEST]
        self._merge = merge
        self._future.clear()
        self.state = state

    def end_merge(self) -> None:
        """The next step is one of its own, whatever its key."""
        self._merge = None

    def undo(self) -> None:
        if self._past:
            state, words = self._past.pop()
            self._future.append((self.state, words))
            self.state, self._merge = state, None

    def redo(self) -> None:
        if self._future:
            state, words = self._future.pop()
            self._past.append((self.state, words))
            self.state, self._merge = state, None
