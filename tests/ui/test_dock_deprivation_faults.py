"""What the page 'Deprivation' says of tables and look-ups that do not serve."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from unittest.mock import MagicMock

import pandas as pd
import pytest
from county import County
from page_desk import PageDesk, add, begin_county, lookup, opened_desk, table, wards
from qgis.PyQt.QtWidgets import QPushButton, QWidget

from cni_mapper.ui.dialogs.pages.deprivation_page import DeprivationPage


@pytest.fixture
def desk(processing, monkeypatch: pytest.MonkeyPatch) -> Iterator[PageDesk]:
    with opened_desk(DeprivationPage, monkeypatch) as desk:
        yield desk


@pytest.fixture
def county_desk(desk: PageDesk, county: County) -> PageDesk:
    """The run of the county, with its wards chosen."""
    begin_county(desk, county)
    desk.session.edit("Choose", areas=wards(county).id())
    return desk


def no_scores(county: County) -> None:
    county.edit("deprivation.csv", lambda rows: rows.drop(columns="imd_score"))


def suppressed(county: County) -> None:
    county.put("deprivation.csv", "imd_score", "c")


def repeated(county: County) -> None:
    county.put("deprivation.csv", "small_area_code", {1: "X01000001"})


def ranks(county: County) -> None:
    county.edit("deprivation.csv", lambda rows: rows.assign(imd_score=rows["imd_rank"]))


def two_wards_each(county: County) -> None:
    def twice(rows: pd.DataFrame) -> pd.DataFrame:
        return pd.concat([rows, rows.head(2).assign(ward_code="X05000003")]).drop(columns="population")

    county.edit("small_area_to_ward.csv", twice)


def of_other_areas(county: County) -> None:
    county.edit("small_area_to_ward.csv", lambda rows: rows.assign(ward_code="X05999" + rows["ward_code"].str[6:]))


FAULTS: dict[str, tuple[Callable[[County], None], tuple[str, ...], tuple[str, ...]]] = {
    "no scores": (no_scores, ("No column of deprivation scores", "Name the score column"), ("deprivation_more",)),
    "suppressed": (suppressed, ("imd_score", "holds no number at all"), ("deprivation_more",)),
    "a code twice": (repeated, ("X01000001", "Keep one row for each area"), ()),
    "ranks": (ranks, ("holds ranks", "Choose the column of scores"), ("deprivation_more",)),
    "no residents": (two_wards_each, ("would be counted twice", "column of residents"), ("deprivation_more",)),
    "other areas": (
        of_other_areas,
        ("were not recognised", "or choose a look-up between these codes"),
        ("deprivation_join",),
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_unsuitable_tables_are_explained(name: str, county_desk: PageDesk, county: County) -> None:
    spoil, words, helped = FAULTS[name]
    spoil(county)
    table(county_desk, county)
    lookup(county_desk, county)
    assert county_desk.page.status().kind == "fault", county_desk.status
    for word in words:
        assert word in county_desk.status, county_desk.status
    for part in helped:
        widget = county_desk.find(part, QWidget)
        assert widget.isVisibleTo(county_desk.page)
        assert not getattr(widget, "isCollapsed", lambda: False)()


def test_codes_of_another_year_offer_to_join_or_carry(
    desk: PageDesk, reference_data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import processing

    opened: list[Any] = []
    monkeypatch.setattr(
        processing, "createAlgorithmDialog", lambda *given: opened.append(given) or MagicMock(), raising=False
    )
    desk.session.edit("Choose", areas=add(reference_data / "wards_2017.gpkg").id())
    scores, links = add(reference_data / "imd_2025_lsoa21.csv"), add(reference_data / "lsoa11_to_ward17_bestfit.csv")
    desk.pick_layer("deprivation", scores)
    desk.pick_layer("lookup", links)
    desk.settle()
    assert "has LSOAs of 2011, but imd_2025_lsoa21.csv has LSOAs of 2021" in desk.status
    for name in ("join", "carry"):
        desk.find(f"deprivation_{name}", QPushButton).click()
    assert opened == [
        ("cni:chainlookups", {"SECOND": links.id()}),
        ("cni:bridge", {"TABLE": scores.id()}),
    ]
