"""The page 'Thresholds' of the dock."""

from __future__ import annotations

from ..session import Session
from ..words import tr
from .page import Page, Status


class ThresholdsPage(Page):
    """Thresholds."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.setObjectName("cni_mapper_thresholds_page")

    def title(self) -> str:
        return tr("Thresholds")

    def status(self) -> Status:
        return Status("", "todo")

    def refresh(self) -> None:
        pass

    def help_name(self) -> str:
        return "thresholds"
