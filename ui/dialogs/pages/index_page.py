"""The page 'Index' of the dock."""

from __future__ import annotations

from ..session import Session
from ..words import tr
from .page import Page, Status


class IndexPage(Page):
    """Index."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.setObjectName("cni_mapper_index_page")

    def title(self) -> str:
        return tr("Index")

    def status(self) -> Status:
        return Status("", "todo")

    def refresh(self) -> None:
        pass

    def help_name(self) -> str:
        return "index"
