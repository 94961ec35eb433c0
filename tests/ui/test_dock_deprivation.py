"""The page 'Deprivation': table and look-up chosen and recognised, how areas get their score, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from county import County
from desk import wait_until
from loading import empty_project
from page_desk import PageDesk, add
from qgis.core import QgsProject
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QComboBox, QPushButton, QWidget

from cni_mapper.core.index.library import find_definition
from cni_mapper.ui.dialogs.charts.histogram import Histogram
from cni_mapper.ui.dialogs.pages.deprivation_page import DeprivationPage
from cni_mapper.ui.maps.choices import new_choices


@pytest.fixture
def desk(processing, monkeypatch: pytest.MonkeyPatch) -> Iterator[PageDesk]:
    with empty_project(monkeypatch):
        desk = PageDesk(DeprivationPage)
        yield desk
        desk.put_away()


@pytest.fixture
def county_desk(desk: PageDesk, county: County) -> PageDesk:
    """A run of the sample's own index, with its wards chosen."""
    file = str(county.path("definition.json"))
    desk.session.begin_run(new_choices("County", find_definition(file), file))
    areas = add(f"{county.path('wards.gpkg')}|layername=wards", "wards")
    desk.session.edit("Choose", areas=areas.id())
    return desk


def table(desk: PageDesk, county: County, name: str = "deprivation.csv") -> None:
    desk.pick_layer("deprivation", add(county.path(name)))
    desk.settle()


def lookup(desk: PageDesk, county: County) -> None:
    desk.pick_layer("lookup", add(county.path("small_area_to_ward.csv")))
    desk.settle()


def read(desk: PageDesk, county: County) -> None:
    """Choose the need table too, and wait until all is read."""
    desk.session.edit("Choose", tables=(add(county.path("community_needs.csv")).id(),))
    wait_until(lambda: desk.session.tried is not None or desk.session.fault is not None)


def by_ward(county: County) -> None:
    """A deprivation table by ward: the residents' mean, by pandas."""
    scores = pd.read_csv(county.path("deprivation.csv"))
    rows = pd.read_csv(county.path("small_area_to_ward.csv")).merge(scores[["small_area_code", "imd_score"]])
    means = rows.groupby("ward_code").apply(lambda ward: np.average(ward["imd_score"], weights=ward["population"]))
    county.write("by_ward.csv", means.rename("imd_score").reset_index())


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


# Faults


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
    monkeypatch.setattr(processing, "execAlgorithmDialog", lambda *given: opened.append(given), raising=False)
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


# Guessing


def shown(desk: PageDesk) -> None:
    desk.show()
    desk.page.show()
    desk.settle()


def test_table_and_look_up_are_chosen_when_the_page_opens(county_desk: PageDesk, county: County) -> None:
    scores, links = add(county.path("deprivation.csv")), add(county.path("small_area_to_ward.csv"))
    add(county.path("community_needs.csv"))
    shown(county_desk)
    wait_until(lambda: county_desk.session.choices.lookup != "")
    choices = county_desk.session.choices
    assert (choices.deprivation, choices.lookup) == (scores.id(), links.id())
    county_desk.settle()
    assert county_desk.text("deprivation_recognised").endswith("Chosen for you, as the only one that fits.")
    county_desk.session.undo()
    county_desk.settle()
    assert county_desk.session.choices.lookup == "", "what was undone stays undone"


def test_two_tables_of_scores_are_left_to_the_user(county_desk: PageDesk, county: County) -> None:
    add(county.path("deprivation.csv"), "one")
    add(county.path("deprivation.csv"), "two")
    shown(county_desk)
    QTest.qWait(100)
    assert county_desk.session.choices.deprivation == ""


def test_a_look_up_is_not_chosen_where_none_is_needed(county_desk: PageDesk, county: County) -> None:
    by_ward(county)
    add(county.path("by_ward.csv"))
    add(county.path("small_area_to_ward.csv"))
    shown(county_desk)
    wait_until(lambda: county_desk.session.choices.deprivation != "")
    county_desk.settle()
    QTest.qWait(100)
    assert county_desk.session.choices.lookup == ""


def test_the_users_choice_of_none_is_never_overridden(county_desk: PageDesk, county: County) -> None:
    table(county_desk, county)
    lookup(county_desk, county)
    county_desk.pick("lookup_layer", "No look-up")
    shown(county_desk)
    QTest.qWait(100)
    county_desk.settle()
    assert county_desk.session.choices.lookup == ""


def test_of_two_look_ups_the_one_with_residents_is_meant(desk: PageDesk, reference_data: Path) -> None:
    desk.session.edit("Choose", areas=add(reference_data / "wards_2017.gpkg").id())
    add(reference_data / "lsoa11_to_ward17_bestfit.csv")
    parts = add(f"/vsigzip/{reference_data}/oa11_to_ward17_estimated.csv.gz", "parts")
    add(f"/vsigzip/{reference_data}/imd_2019_lsoa11.csv.gz", "imd")
    shown(desk)
    wait_until(lambda: desk.session.choices.lookup == parts.id())


# Access


def test_the_page_fits_the_dock(county_desk: PageDesk, county: County) -> None:
    table(county_desk, county)
    lookup(county_desk, county)
    read(county_desk, county)
    assert county_desk.page.minimumSizeHint().width() <= 380
