"""Layers that the pages choose by themselves, and those that they leave to the user."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from county import County
from desk import wait_until
from page_desk import (
    PageDesk,
    add,
    begin_county,
    by_ward,
    districts_only,
    lookup,
    opened_desk,
    put,
    shown,
    table,
    twice,
    wards,
)
from qgis.PyQt.QtTest import QTest

from cni_mapper.ui.algorithms.example import INPUTS
from cni_mapper.ui.dialogs.pages.areas_page import AreasPage
from cni_mapper.ui.dialogs.pages.deprivation_page import DeprivationPage
from cni_mapper.ui.maps.groups import THEME


@pytest.fixture
def desk(processing, monkeypatch: pytest.MonkeyPatch) -> Iterator[PageDesk]:
    with opened_desk(AreasPage, monkeypatch) as desk:
        yield desk


@pytest.fixture
def county_desk(desk: PageDesk, county: County) -> PageDesk:
    begin_county(desk, county)
    return desk


def test_the_only_layer_that_fits_is_chosen_when_the_page_opens(county_desk: PageDesk, county: County) -> None:
    layer = wards(county)
    add(county.path("places.gpkg"))
    assert county_desk.session.choices.areas == "", "nothing is chosen behind the user's back"
    shown(county_desk)
    wait_until(lambda: county_desk.session.choices.areas == layer.id())
    assert "Chosen for you" in county_desk.text("areas_recognised")
    county_desk.session.undo()
    county_desk.settle()
    assert county_desk.session.choices.areas == "", "what was undone stays undone"


def test_a_layer_that_comes_while_the_page_is_open_is_chosen(county_desk: PageDesk, county: County) -> None:
    shown(county_desk)
    layer = wards(county)
    wait_until(lambda: county_desk.session.choices.areas == layer.id())


def two_layers(county: County) -> None:
    put(county.wards(), "one")
    put(county.wards(), "two")


def a_result(county: County) -> None:
    put(county.wards(), "result").setCustomProperty(THEME, "category")


def the_example(county: County) -> None:
    add(INPUTS["AREAS"])


def broken(county: County) -> None:
    put(twice(county), "twice")


def other_kind(county: County) -> None:
    put(districts_only(county), "districts")


@pytest.mark.parametrize("make", [two_layers, a_result, the_example, broken, other_kind])
def test_nothing_is_guessed_where_that_may_be_wrong(
    make: Callable[[County], Any], county_desk: PageDesk, county: County
) -> None:
    make(county)
    shown(county_desk)
    QTest.qWait(100)
    county_desk.settle()
    assert county_desk.session.choices.areas == ""


def test_the_users_choice_is_never_overridden(county_desk: PageDesk, county: County) -> None:
    mine = put(county.wards(), "mine")
    county_desk.pick_layer("areas", mine)
    shown(county_desk)
    county_desk.pick("areas_layer", "Choose a layer…")
    county_desk.settle()
    assert county_desk.session.choices.areas == "", "none is a choice too"


def test_among_several_the_boundaries_of_the_index_are_meant(desk: PageDesk, reference_data: Path) -> None:
    for name in ("ltla_2019.gpkg", "lsoa_2021.gpkg"):
        add(reference_data / name)
    layer = add(reference_data / "wards_2017.gpkg")
    shown(desk)
    wait_until(lambda: desk.session.choices.areas == layer.id())


@pytest.fixture
def tables_desk(processing, monkeypatch: pytest.MonkeyPatch, county: County) -> Iterator[PageDesk]:
    """The page 'Deprivation' in the run of the county, with its wards chosen."""
    with opened_desk(DeprivationPage, monkeypatch) as desk:
        begin_county(desk, county)
        desk.session.edit("Choose", areas=wards(county).id())
        yield desk


def test_table_and_look_up_are_chosen_when_the_page_opens(tables_desk: PageDesk, county: County) -> None:
    scores, links = add(county.path("deprivation.csv")), add(county.path("small_area_to_ward.csv"))
    add(county.path("community_needs.csv"))
    shown(tables_desk)
    wait_until(lambda: tables_desk.session.choices.lookup != "")
    choices = tables_desk.session.choices
    assert (choices.deprivation, choices.lookup) == (scores.id(), links.id())
    tables_desk.settle()
    assert tables_desk.text("deprivation_recognised").endswith("Chosen for you, as the only one that fits.")
    tables_desk.session.undo()
    tables_desk.settle()
    assert tables_desk.session.choices.lookup == "", "what was undone stays undone"


def test_two_tables_of_scores_are_left_to_the_user(tables_desk: PageDesk, county: County) -> None:
    add(county.path("deprivation.csv"), "one")
    add(county.path("deprivation.csv"), "two")
    shown(tables_desk)
    QTest.qWait(100)
    assert tables_desk.session.choices.deprivation == ""


def test_a_look_up_is_not_chosen_where_none_is_needed(tables_desk: PageDesk, county: County) -> None:
    by_ward(county)
    add(county.path("by_ward.csv"))
    add(county.path("small_area_to_ward.csv"))
    shown(tables_desk)
    wait_until(lambda: tables_desk.session.choices.deprivation != "")
    tables_desk.settle()
    QTest.qWait(100)
    assert tables_desk.session.choices.lookup == ""


def test_the_users_choice_of_none_is_never_overridden(tables_desk: PageDesk, county: County) -> None:
    table(tables_desk, county)
    lookup(tables_desk, county)
    tables_desk.pick("lookup_layer", "No look-up")
    shown(tables_desk)
    QTest.qWait(100)
    tables_desk.settle()
    assert tables_desk.session.choices.lookup == ""


def test_of_two_look_ups_the_one_with_residents_is_meant(
    processing, monkeypatch: pytest.MonkeyPatch, reference_data: Path
) -> None:
    with opened_desk(DeprivationPage, monkeypatch) as desk:
        desk.session.edit("Choose", areas=add(reference_data / "wards_2017.gpkg").id())
        add(reference_data / "lsoa11_to_ward17_bestfit.csv")
        parts = add(f"/vsigzip/{reference_data}/oa11_to_ward17_estimated.csv.gz", "parts")
        add(f"/vsigzip/{reference_data}/imd_2019_lsoa11.csv.gz", "imd")
        shown(desk)
        wait_until(lambda: desk.session.choices.lookup == parts.id())
