"""Pages that are made to be written to a file and then let go of, with nothing of them in the user's project."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from qgis.core import QgsProject
from qgis.PyQt import sip

from .fill import MadePage, fill_page
from .page import Focus, PageChoices, PrintedResult
from .place_names import focus_place
from .words import deprivation_title, index_title


@contextmanager
def page_made(result: PrintedResult, focus: Focus, choices: PageChoices) -> Iterator[MadePage]:
    """A page in a project of its own, which is gone with its layers when the block ends; on the main thread.

    Raises the faults of `fill_page`.
    """
    project = QgsProject()
    page = fill_page(result, focus, choices, project)
    try:
        yield page
    finally:
        # At once, and before its project: until Python has dropped the last reference, an atlas would keep it all.
        sip.delete(page.layout)


def keywords_of(result: PrintedResult, focus: Focus) -> tuple[str, ...]:
    """What a page is about, for the metadata of its file."""
    return index_title(result.record), deprivation_title(result.record), focus_place(result, focus)
