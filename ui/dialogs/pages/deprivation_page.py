"""The page 'Deprivation' of the dock."""

from __future__ import annotations

from ..session import Session
from ..words import tr
from .page import Page, Status


class DeprivationPage(Page):
    """Deprivation."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.setObjectName("cni_mapper_deprivation_page")

    def title(self) -> str:
        return tr("Deprivation")

    def status(self) -> Status:
        return Status("", "todo")

    def refresh(self) -> None:
        pass

    def help_name(self) -> str:
        return "deprivation"
