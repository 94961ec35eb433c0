"""The page 'Results' of the dock."""

from __future__ import annotations

from ..session import Session
from ..words import tr
from .page import Page, Status


class ResultsPage(Page):
    """Results."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.setObjectName("cni_mapper_results_page")

    def title(self) -> str:
        return tr("Results")

    def status(self) -> Status:
        return Status("", "todo")

    def refresh(self) -> None:
        pass

    def help_name(self) -> str:
        return "results"
