"""Texts from outside on printed pages: shown letter for letter, by plain names, and attributions whole or told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import numpy as np
import page_checks as checks
import pytest
from page_rows import five, printed, record
from qgis.core import QgsGeometry, QgsLayoutFrame, QgsLayoutItemLabel, QgsPrintLayout, QgsProject, QgsRectangle
from qgis.PyQt import sip

from cni_mapper.core.analysis.overlay import CATEGORIES
from cni_mapper.core.errors import Notice
from cni_mapper.ui.maps.layouts.canvas import fit_sources
from cni_mapper.ui.maps.layouts.fill import fill_page
from cni_mapper.ui.maps.layouts.fitting import TextStyle
from cni_mapper.ui.maps.layouts.page import OVERLAY, PageChoices, PrintedResult
from cni_mapper.ui.maps.layouts.profile_page import ProfilePage
from cni_mapper.ui.maps.layouts.template import items_of
from cni_mapper.ui.messages import notice_text

DAY = date(2026, 11, 21)
ODD = "Left [% 1 + 1 %] on $CURRENT_DATE"
"""QGIS would print '2' for the first part, and the date of the day for the second."""
MAP, PROFILE = "a4_portrait", "a4_profile"


class Made:
    """Makes pages of either kind, and lets go of them before their project."""

    def __init__(self) -> None:
        self._project = QgsProject()
        self._layouts: list[QgsPrintLayout] = []

    def make(self, result: PrintedResult, template: str, **words: str) -> tuple[QgsPrintLayout, list[Notice]]:
        choices = PageChoices(template, OVERLAY, DAY, **words)
        if template == MAP:
            page = fill_page(result, np.ones(len(result.table), dtype=bool), choices, self._project)
            layout, notices = page.layout, page.notices
        else:
            profile = ProfilePage(result, choices, self._project)
            layout, notices = profile.show(0), profile.notices
            assert profile.cut == []
        self._layouts.append(layout)
        return layout, notices

    def clear(self) -> None:
        for layout in self._layouts:
            sip.delete(layout)


@pytest.fixture
def pages(qgis_app) -> Iterator[Made]:
    made = Made()
    yield made
    made.clear()


def squares(columns: dict[str, list[Any]], **given: Any) -> PrintedResult:
    """Five areas as squares of 1 km, with columns of the rows and entries of the record replaced."""
    counts = dict.fromkeys(CATEGORIES, 1)
    result = printed(five(**columns), record(counts={"areas": counts}, **given))
    for i in range(5):
        x, y = 400_000 + 1000 * i, 300_000
        result.shapes[i] = QgsGeometry.fromRect(QgsRectangle(x, y, x + 1000, y + 1000))
    return result


def shown(layout: QgsPrintLayout) -> dict[str, str]:
    """What labels show, by id, without line breaks and the mark that keeps QGIS from running a text."""
    labels = [found for found in items_of(layout) if isinstance(found, QgsLayoutItemLabel)]
    return {label.id(): " ".join(label.currentText().replace("\u200b", "").split()) for label in labels}


def cells(layout: QgsPrintLayout) -> list[str]:
    frames = [found for found in items_of(layout) if isinstance(found, QgsLayoutFrame)]
    return [cell.content() for frame in frames for row in frame.multiFrame().tableContents() for cell in row]


def test_a_map_page_shows_texts_letter_for_letter(pages: Made) -> None:
    layout, _ = pages.make(squares({"area_name": [ODD] * 5}), MAP, title=ODD, notes=ODD)
    texts = shown(layout)
    assert texts["title"] == ODD and ODD in texts["sources"]
    assert any(ODD in cell for cell in cells(layout))


def test_a_profile_shows_names_letter_for_letter(pages: Made) -> None:
    layout, _ = pages.make(squares({"area_name": [ODD] * 5}), PROFILE)
    texts = shown(layout)
    assert texts["title"] == ODD and texts["finding"].startswith(f"{ODD} (2017 ward) is")
    assert texts["list_name_1"] == f"{ODD}, Seaport"


def test_a_profile_says_a_district_as_people_do(pages: Made) -> None:
    layout, _ = pages.make(squares({"district_name": ["Seaport, City of"] * 5}), PROFILE)
    texts = shown(layout)
    assert texts["subtitle"].startswith("2017 ward in Seaport, England ·")
    assert texts["key_district_text"] == "middle of Seaport (4 wards)"
    assert texts["list_name_1"].endswith(", Seaport")


def test_a_profile_of_the_only_ranked_area_blames_no_missing_rank(pages: Made) -> None:
    ranks: dict[str, list[Any]] = {"cni_rank": [700, *[None] * 4], "imd_rank": [20, *[None] * 4]}
    texts = shown(pages.make(squares(ranks), PROFILE)[0])
    assert (texts["cni_rank"], texts["imd_rank"]) == ("700th", "20th")
    assert texts["list_none"] == "This layer holds no other area to compare with."


@pytest.mark.parametrize("template", [MAP, PROFILE])
def test_many_attributions_are_whole(pages: Made, template: str) -> None:
    asked = [f"Contains data of publisher {i}, " + "who asks for every word of this, " * 5 for i in range(12)]
    layout, notices = pages.make(squares({}, definition={"id": "cni-2019", "sources": asked}), template)
    assert [line for line in asked if line.strip() not in shown(layout)["sources"]] == []
    assert [note.code for note in notices] == ["sources_shortened"]
    assert checks.cut_text(layout) == []


@pytest.mark.parametrize("template", [MAP, PROFILE])
def test_attributions_without_end_are_told(pages: Made, template: str) -> None:
    asked = [f"Contains data of publisher {i} under its own licence, all rights reserved." for i in range(200)]
    layout, notices = pages.make(squares({}, definition={"id": "cni-2019", "sources": asked}), template)
    assert shown(layout)["sources"].endswith("\N{HORIZONTAL ELLIPSIS}")
    assert [notice_text(note) for note in notices] == [
        "These texts do not fit their places on the page and were shortened: sources."
    ]
    assert checks.cut_text(layout) == []


def test_an_ellipsis_takes_no_letter_of_the_attributions(qgis_app) -> None:
    style, line = TextStyle(6), "Data of one publisher and of another."
    fitted, notices = fit_sources(
        [line], "And a note for which there is no room.", style.width(line) + 0.1, style.line_height(), style
    )
    assert (fitted.text, [note.code for note in notices]) == (line, ["sources_shortened"])
