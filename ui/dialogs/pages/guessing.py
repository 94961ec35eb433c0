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
        self._runs = len(session.runs)
        for signal in (session.project.readProject, session.project.cleared):
            signal.connect(self._forget)

    def _forget(self, *_: object) -> None:
        self._settled.clear()

    def _remembered(self) -> dict[tuple[int, str], str]:
        """Without a run that was taken out, the others have other numbers."""
        if len(self._session.runs) < self._runs:
            self._forget()
        self._runs = len(self._session.runs)
        return self._settled

    def may(self, role: str) -> bool:
        """Whether a layer may still be chosen without asking."""
        return (self._session.current, role) not in self._remembered()

    def make(self, role: str, id: str) -> None:
        """A layer is being chosen without asking."""
        self._remembered()[self._session.current, role] = id

    def settle(self, role: str) -> None:
        """The user has chosen, whatever that is: also none."""
        self.make(role, "")

    def note(self, role: str, id: str) -> None:
        """A layer is chosen, by whomever: from now on none is chosen without asking."""
        if id and self.may(role):
            self.settle(role)

    def made(self, role: str, id: str) -> bool:
        """Whether this layer was chosen without asking."""
        return bool(id) and self._remembered().get((self._session.current, role)) == id
