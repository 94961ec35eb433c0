"""The page 'Deprivation': table and look-up chosen and recognised, how areas get their score, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest
from county import County
from desk import wait_until
from page_desk import PageDesk, add, begin_county, by_ward, lookup, opened_desk, read, table, wards
from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QComboBox, QPushButton, QWidget

from cni_mapper.ui.dialogs.charts.histogram import Histogram
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


def whole_only(county: County) -> None:
    """A look-up in which each small area lies in one ward, the first."""
    county.edit("small_area_to_ward.csv", lambda rows: rows.drop_duplicates("small_area_code"))


def is_seen(desk: PageDesk, name: str) -> bool:
    return desk.find(name, QWidget).isVisibleTo(desk.page)


# Choosing


def test_with_nothing_chosen_it_says_what_to_do(county_desk: PageDesk) -> None:
    assert county_desk.page.status().kind == "todo"
    assert "Choose the table of deprivation scores" in county_desk.status
    score = county_desk.find("deprivation_deprivation_score", QComboBox)
    assert (score.isEnabled(), score.toolTip()) == (False, "Choose the table first.")
    assert not is_seen(county_desk, "deprivation_histogram")


def test_a_table_by_small_area_asks_for_a_look_up(county_desk: PageDesk, county: County) -> None:
    table(county_desk, county)
    frame = pd.read_csv(county.path("deprivation.csv"))
    low, high = frame["imd_score"].min(), frame["imd_score"].max()
    words = county_desk.text("deprivation_recognised")
    assert words == f"{len(frame):,} small areas, scores from {low:.3g} to {high:.3g}."
    assert county_desk.page.status().kind == "fault"
    assert "Add a look-up from one to the other" in county_desk.status
    assert county_desk.text("deprivation_how") == ""


def test_with_a_look_up_it_says_how_areas_get_their_score(county_desk: PageDesk, county: County) -> None:
    whole_only(county)
    table(county_desk, county)
    lookup(county_desk, county)
    frame = pd.read_csv(county.path("small_area_to_ward.csv"))
    words = county_desk.text("lookup_recognised")
    assert words == f"From {frame['small_area_code'].nunique():,} small areas to {frame['ward_code'].nunique()} wards."
    assert county_desk.text("deprivation_how") == (
        "Each ward's score is the average of its small areas, weighted by residents (column population)."
    )
    assert county_desk.find("deprivation_lookup_to", QComboBox).currentText() == "Found: ward_code"
    assert "page Index" in county_desk.status


def test_without_residents_the_average_is_plain(county_desk: PageDesk, county: County) -> None:
    whole_only(county)
    for name in ("deprivation.csv", "small_area_to_ward.csv"):
        county.edit(name, lambda rows: rows.drop(columns="population"))
    table(county_desk, county)
    lookup(county_desk, county)
    assert county_desk.text("deprivation_how").startswith("Each ward's score is the plain average of its small areas")


def test_parts_of_small_areas_are_said(county_desk: PageDesk, county: County) -> None:
    table(county_desk, county)
    lookup(county_desk, county)
    split = pd.read_csv(county.path("small_area_to_ward.csv"))["small_area_code"].value_counts() > 1
    assert f"{split.sum()} of them lie in more than one." in county_desk.text("lookup_recognised")
    assert "the residents of each part" in county_desk.text("deprivation_how")


def test_a_table_by_area_needs_no_look_up(county_desk: PageDesk, county: County) -> None:
    by_ward(county)
    table(county_desk, county, "by_ward.csv")
    assert county_desk.text("lookup_recognised") == "Not needed: the table is by area."
    assert county_desk.text("deprivation_how") == "Each ward has its own score in the table."
    assert not is_seen(county_desk, "deprivation_join")


def test_a_look_up_that_is_not_needed_is_left_out_by_a_button(county_desk: PageDesk, county: County) -> None:
    by_ward(county)
    table(county_desk, county, "by_ward.csv")
    lookup(county_desk, county)
    assert "no look-up is needed" in county_desk.status
    county_desk.find("deprivation_leave_out", QPushButton).click()
    county_desk.settle()
    assert county_desk.session.choices.lookup == ""
    assert "page Index" in county_desk.status


def test_another_table_forgets_the_columns_of_the_one_before(county_desk: PageDesk, county: County) -> None:
    by_ward(county)
    table(county_desk, county)
    county_desk.pick("deprivation_deprivation_weight", "population")
    county_desk.pick("deprivation_deprivation_score", "imd_score")
    table(county_desk, county, "by_ward.csv")
    assert county_desk.session.choices.columns == {"DEPRIVATION_SCORE": "imd_score"}


def test_layers_taken_away_are_told(county_desk: PageDesk, county: County) -> None:
    table(county_desk, county)
    lookup(county_desk, county)
    QgsProject.instance().removeMapLayer(county_desk.session.choices.lookup)
    assert "look-up chosen before is no longer in the project" in county_desk.status
    QgsProject.instance().removeMapLayer(county_desk.session.choices.deprivation)
    assert "table chosen before is no longer in the project" in county_desk.status


# What came of it


def test_the_preview_counts_what_was_read(county_desk: PageDesk, county: County) -> None:
    table(county_desk, county)
    lookup(county_desk, county)
    read(county_desk, county)
    links = pd.read_csv(county.path("small_area_to_ward.csv"))
    split = links.loc[links["small_area_code"].duplicated(keep=False), "ward_code"].nunique()
    assert county_desk.text("deprivation_counts").splitlines() == [
        "All 150 wards ranked have a deprivation score.",
        f"{150 - split} wards made of whole small areas",
        f"{split} wards estimated, from parts of small areas",
    ]
    assert county_desk.page.status().kind == "ready"
    by_ward(county)
    means = pd.read_csv(county.path("by_ward.csv"))["imd_score"]
    words = county_desk.find("deprivation_histogram", Histogram).words()
    for number in (means.min(), means.median(), means.max()):
        assert f"{number:.3g}" in words
    assert not is_seen(county_desk, "deprivation_details")


def test_areas_and_codes_without_a_score_are_counted(
    county_desk: PageDesk, county: County, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole_only(county)
    links = county.table("small_area_to_ward.csv")
    lost = set(links.loc[links["ward_code"] == "X05000001", "small_area_code"])
    part = links.loc[links["ward_code"] == "X05000002", "small_area_code"].iloc[0]
    county.edit("deprivation.csv", lambda rows: rows[~rows["small_area_code"].isin({*lost, part})])
    table(county_desk, county)
    lookup(county_desk, county)
    read(county_desk, county)
    assert county_desk.text("deprivation_counts").splitlines() == [
        "149 of the 150 wards ranked have a deprivation score.",
        "148 wards made of whole small areas",
        "1 ward partial, where some small areas have no score or no residents",
    ]
    words = county_desk.text("deprivation_notices")
    total = links["small_area_code"].nunique()
    assert words.startswith(f"{len(lost) + 1} of {total} small areas of the look-up small_area_to_ward.csv have no")
    shown: list[str] = []
    viewer = "cni_mapper.ui.dialogs.pages.notice_list.QgsMessageViewer"
    monkeypatch.setattr(f"{viewer}.setMessageAsPlainText", lambda _, text: shown.append(text))
    monkeypatch.setattr(f"{viewer}.exec", lambda _: 0)
    county_desk.find("deprivation_details", QPushButton).click()
    assert "Areas without a score: X05000001" in shown[0]
    assert all(code in shown[0] for code in lost)


def test_the_real_wards_of_england(desk: PageDesk, reference_data: Path) -> None:
    desk.session.edit("Choose", areas=add(reference_data / "wards_2017.gpkg").id())
    desk.pick_layer("deprivation", add(f"/vsigzip/{reference_data}/imd_2019_lsoa11.csv.gz", "imd"))
    desk.pick_layer("lookup", add(f"/vsigzip/{reference_data}/oa11_to_ward17_estimated.csv.gz", "parts"))
    desk.session.edit("Choose", tables=(add(reference_data / "cni_2019_ward17.csv").id(),))
    wait_until(lambda: desk.session.tried is not None)
    desk.settle()
    links = pd.read_csv(reference_data / "oa11_to_ward17_estimated.csv.gz")
    wards = pd.read_csv(reference_data / "cni_2019_ward17.csv")["ward17_code"]
    shared = links.groupby("lsoa11_code")["ward17_code"].transform("nunique") > 1
    estimated = set(links.loc[shared, "ward17_code"]) & set(wards)
    assert desk.text("deprivation_counts").splitlines() == [
        "All 7,433 wards ranked have a deprivation score.",
        f"{7433 - len(estimated):,} wards made of whole LSOAs",
        f"{len(estimated):,} wards estimated, from parts of LSOAs",
    ]
    assert desk.status == "All 7,433 wards ranked have a deprivation score. Next: the limits."


def test_what_was_read_is_not_shown_of_a_table_taken_away(county_desk: PageDesk, county: County) -> None:
    table(county_desk, county)
    lookup(county_desk, county)
    read(county_desk, county)
    assert is_seen(county_desk, "deprivation_histogram")
    county_desk.pick("deprivation_layer", "Choose a table…")
    county_desk.page.show_outcome()
    assert not is_seen(county_desk, "deprivation_histogram")


# Getting tables, reading again


def test_official_tables_are_offered_those_that_fit_first(desk: PageDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    menu = desk.find("deprivation_get", QPushButton).menu()
    menu.aboutToShow.emit()
    fitting = [action.text() for action in menu.actions() if "fits this index" in action.text()]
    assert [text.partition(":")[0].partition(",")[0] for text in fitting] == [
        "English Indices of Deprivation 2019",
        "LSOA 2011 to ward 2017",
    ]
    assert [action.text() for action in menu.actions()][:2] == fitting


def test_a_table_that_changes_is_noticed_and_read_again(county_desk: PageDesk, county: County) -> None:
    table(county_desk, county)
    lookup(county_desk, county)
    read(county_desk, county)
    county.put("deprivation.csv", "imd_score", {0: "99.9"})
    wait_until(lambda: county_desk.text("deprivation_changed") == "deprivation.csv changed since it was read.")
    before = county_desk.session.data
    county_desk.find("deprivation_read_again", QPushButton).click()
    wait_until(lambda: county_desk.session.data is not None and county_desk.session.data is not before)
    county_desk.settle()
    assert "to 99.9." in county_desk.text("deprivation_recognised")
    assert county_desk.text("deprivation_changed") == ""


# Access


def test_the_page_fits_the_dock(county_desk: PageDesk, county: County) -> None:
    table(county_desk, county)
    lookup(county_desk, county)
    read(county_desk, county)
    assert county_desk.page.minimumSizeHint().width() <= 380
