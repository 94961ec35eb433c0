"""Which layers the dock has chosen by itself: once in a run, and never again after the user has had a say."""

from __future__ import annotations

from qgis.PyQt.QtCore import QObject

from ..session import Session


class Guesses(QObject):
    """Remembers guesses and the user's choices, by run and role ("areas", "deprivation", "lookup")."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._settled: dict[tuple[int, str], str] = {}
        for signal in (session.project.readProject, session.project.cleared):
            signal.connect(self._forget)

    def _forget(self, *_: object) -> None:
        self._settled.clear()

    def may(self, role: str) -> bool:
        """Whether a layer may still be chosen without asking."""
        return (self._session.current, role) not in self._settled

    def make(self, role: str, id: str) -> None:
        """A layer is being chosen without asking."""
        self._settled[self._session.current, role] = id

    def settle(self, role: str) -> None:
        """The user has chosen, whatever that is: also none."""
        self.make(role, "")

    def note(self, role: str, id: str) -> None:
        """A layer is chosen, by whomever: from now on none is chosen without asking."""
        if id and self.may(role):
            self.settle(role)

    def made(self, role: str, id: str) -> bool:
        """Whether this layer was chosen without asking."""
        return bool(id) and self._settled.get((self._session.current, role)) == id
