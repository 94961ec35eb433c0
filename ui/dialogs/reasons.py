"""Why something cannot be done or shown yet, in words."""

from __future__ import annotations

from ..messages import fault_text
from .session import Session
from .words import tr


def why_no_outcome(session: Session) -> str:
    """Why there are no ranks to show; blank when there are."""
    if session.tried is not None:
        return ""
    missing = why_lacking(session)
    if missing:
        return missing
    if session.is_busy:
        return why_busy(session)
    if session.fault is not None:
        return fault_text(session.fault)
    if session.data is None:
        return tr("The data has not been read yet.")
    return tr("The ranks are being worked out.")


def why_lacking(session: Session) -> str:
    """What is still to be chosen, and on which page; blank when everything is there."""
    words = {
        "areas": tr("the boundaries of the areas (page Areas)"),
        "tables": tr("a table of indicators (page Index)"),
        "deprivation": tr("a table of deprivation (page Deprivation)"),
        "lookup": tr("the look-up, which is no longer in the project (page Deprivation)"),
    }
    lacks = [words[name] for name in session.lacks()]
    return tr("Choose {inputs} first.").format(inputs="; ".join(lacks)) if lacks else ""


def why_busy(session: Session) -> str:
    """Blank while nothing goes on in the background."""
    return tr("Wait until the work that goes on is done, or press Stop.") if session.is_busy else ""
