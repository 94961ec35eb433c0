"""What the pages of the dock have in common."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.PyQt.QtWidgets import QWidget

from ..session import Session


@dataclass(frozen=True)
class Status:
    """How far a page is, in one line: what there is, and the next thing to do.

    kind: "todo" while something must still be chosen, "fault" where something is wrong, else "ready".
    """

    text: str
    kind: str


class Page(QWidget):
    """A page shows the session and changes it; it keeps nothing of its own that the session should know."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session

    def title(self) -> str:
        """The word on the page's tab."""
        raise NotImplementedError

    def status(self) -> Status:
        raise NotImplementedError

    def refresh(self) -> None:
        """Show the choices of the session, whoever changed them. Also called for pages that are not in front."""
        raise NotImplementedError

    def show_outcome(self) -> None:
        """Show what has been read and tried. Called only while the page is in front, and when it comes there."""

    def help_name(self) -> str:
        """The page of the user guide that is about this one: its heading's anchor."""
        raise NotImplementedError
