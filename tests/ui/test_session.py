"""The session of the dock: read, tried, kept, undone, and found again in the project from another folder."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from desk import Interface, wait_until
from loading import empty_project
from qgis.core import QgsProject, QgsVectorLayer

from cni_mapper.core.analysis.overlay import CATEGORIES
from cni_mapper.core.index.definition import with_weights
from cni_mapper.core.index.library import find_definition
from cni_mapper.ui.dialogs.live_map import LiveMap
from cni_mapper.ui.dialogs.session import Session
from cni_mapper.ui.maps.choices import Choices, new_choices
from cni_mapper.ui.maps.preview_layer import PREVIEW

LEFT_BEHIND = CATEGORIES.index("left_behind")


@pytest.fixture
def session(processing, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    with empty_project(monkeypatch):
        session = Session(Interface(), QgsProject.instance())
        yield session
        session.cancel()
        wait_until(lambda: not session.is_busy)
        session.deleteLater()


def copied(sample: Path, folder: Path) -> Path:
    """The sample's inputs in a folder of their own."""
    folder.mkdir()
    for name in ("wards.gpkg", "community_needs.csv", "deprivation.csv", "small_area_to_ward.csv", "definition.json"):
        shutil.copy(sample / name, folder)
    return folder


def add(path: Path) -> str:
    layer = QgsVectorLayer(str(path), path.stem, "ogr")
    assert layer.isValid()
    QgsProject.instance().addMapLayer(layer)
    return layer.id()


def chosen(folder: Path) -> Choices:
    """Choices with the inputs of a folder, which are put into the project."""
    file = folder / "definition.json"
    return replace(
        new_choices("Sampleshire", find_definition(str(file)), str(file)),
        areas=add(folder / "wards.gpkg"),
        tables=(add(folder / "community_needs.csv"),),
        deprivation=add(folder / "deprivation.csv"),
        lookup=add(folder / "small_area_to_ward.csv"),
        output=str(folder / "result.gpkg"),
    )


def make(session: Session) -> None:
    session.make(session.choices.output)
    wait_until(lambda: session.kept is not None and not session.is_busy)


def rows(path: Path) -> dict[str, tuple[str, int]]:
    layer = QgsVectorLayer(str(path), "rows", "ogr")
    return {feature["area_code"]: (feature["category"], feature["cni_rank"]) for feature in layer.getFeatures()}


def tried(session: Session) -> dict[str, tuple[str, int]]:
    """What the session shows, in the words of a result layer."""
    outcome = session.tried
    values = zip(outcome.index.codes, outcome.category, outcome.index.rank)
    return {code: (CATEGORIES[category], int(rank)) for code, category, rank in values}


def test_what_is_tried_is_what_the_result_layer_holds(session: Session, sample: Path, tmp_path: Path) -> None:
    folder = copied(sample, tmp_path / "county")
    session.begin_run(chosen(folder))
    wait_until(lambda: session.tried is not None)
    make(session)
    assert tried(session) == rows(folder / "result.gpkg")
    weighted = with_weights(session.choices.definition, {"civic_assets": 3.0})
    session.edit("Weight", definition=weighted)
    wait_until(lambda: session.tried.index.definition == weighted)
    expected = tried(session)
    assert session.is_moved
    assert rows(folder / "result.gpkg") != expected, "the file is not written before Keep"
    make(session)
    assert not session.is_moved
    assert rows(folder / "result.gpkg") == expected


def test_joined_and_left_are_the_difference_of_the_two_layers(session: Session, sample: Path, tmp_path: Path) -> None:
    folder = copied(sample, tmp_path / "county")
    session.begin_run(chosen(folder))
    make(session)
    before = {code for code, (category, _) in rows(folder / "result.gpkg").items() if category == "left_behind"}
    session.edit("Limit", cni_limit=20.0, imd_limit=20.0)
    wait_until(lambda: session.tried.limits.cni.amount == 20)
    change = session.change()
    codes = session.data.basis.values.codes
    make(session)
    after = {code for code, (category, _) in rows(folder / "result.gpkg").items() if category == "left_behind"}
    assert set(codes[change.joined]) == after - before
    assert set(codes[change.left]) == before - after
    assert (change.count_before, change.count_after) == (len(before), len(after))


def test_undo_and_redo_go_through_every_edit(session: Session) -> None:
    session.edit("Limit", cni_limit=15.0)
    session.edit("Limit", imd_limit=12.0)
    session.undo()
    assert (session.choices.cni_limit, session.choices.imd_limit) == (15.0, 10.0)
    session.undo()
    assert session.choices.cni_limit == 10.0
    assert session.redo_words == "Limit"
    session.redo()
    session.redo()
    assert (session.choices.cni_limit, session.choices.imd_limit) == (15.0, 12.0)


def test_a_drag_is_undone_at_once(session: Session) -> None:
    for limit in (11.0, 12.0, 13.0):
        session.edit("Limit", ("limit", "cni"), cni_limit=limit)
    session.end_merge()
    session.edit("Limit", ("limit", "cni"), cni_limit=20.0)
    session.undo()
    assert session.choices.cni_limit == 13.0
    session.undo()
    assert session.choices.cni_limit == 10.0


def test_a_project_opened_from_another_folder_shows_the_same(session: Session, sample: Path, tmp_path: Path) -> None:
    folder = copied(sample, tmp_path / "here")
    session.begin_run(chosen(folder))
    make(session)
    session.edit("Limit", cni_limit=15.0)
    wait_until(lambda: session.tried.limits.cni.amount == 15)
    expected, change = tried(session), session.change()
    project = QgsProject.instance()
    assert project.write(str(folder / "map.qgs"))
    project.clear()
    moved = tmp_path / "there" / "deeper"
    moved.parent.mkdir()
    shutil.move(folder, moved)
    assert project.read(str(moved / "map.qgs"))
    wait_until(lambda: session.tried is not None and session.kept is not None)
    assert session.choices.name == "Sampleshire"
    assert Path(session.choices.output) == moved / "result.gpkg"
    assert tried(session) == expected
    assert np.array_equal(session.change().joined, change.joined)
    make(session)
    assert rows(moved / "result.gpkg") == expected


def test_runs_stand_side_by_side(session: Session, sample: Path, tmp_path: Path) -> None:
    session.begin_run(chosen(copied(sample, tmp_path / "county")))
    session.new_run("Wider", copy=True)
    session.edit("Limit", cni_limit=25.0)
    assert [run.choices.name for run in session.runs] == ["Sampleshire", "Wider"]
    session.open_run(0)
    assert session.choices.cni_limit == 10.0
    session.open_run(1)
    assert (session.choices.cni_limit, session.choices.output) == (25.0, "")
    session.remove_run()
    assert [run.choices.name for run in session.runs] == ["Sampleshire"]


def test_a_layer_taken_away_is_missed_in_words_and_nothing_is_shown(
    session: Session, sample: Path, tmp_path: Path
) -> None:
    session.begin_run(chosen(copied(sample, tmp_path / "county")))
    wait_until(lambda: session.tried is not None)
    QgsProject.instance().removeMapLayer(session.choices.deprivation)
    assert session.lacks() == ["deprivation"]
    assert (session.data, session.tried) == (None, None)


def test_a_fault_of_the_data_is_kept_for_the_status_line(session: Session, sample: Path, tmp_path: Path) -> None:
    folder = copied(sample, tmp_path / "county")
    session.begin_run(replace(chosen(folder), lookup=""))
    wait_until(lambda: session.fault is not None)
    assert session.fault.code == "lookup_needed"
    session.edit("Look-up", lookup=add(folder / "small_area_to_ward.csv"))
    wait_until(lambda: session.tried is not None)
    assert session.fault is None


def test_reading_that_is_stopped_waits_for_the_user(session: Session, sample: Path, tmp_path: Path) -> None:
    session.begin_run(chosen(copied(sample, tmp_path / "county")))
    wait_until(lambda: session.is_busy)
    session.cancel()
    wait_until(lambda: not session.is_busy)
    assert (session.data, session.fault) == (None, None)
    session.read_again()
    wait_until(lambda: session.tried is not None)


def test_the_preview_agrees_with_what_is_tried_and_goes_when_it_is_kept(
    session: Session, sample: Path, tmp_path: Path
) -> None:
    session.begin_run(chosen(copied(sample, tmp_path / "county")))
    live_map = LiveMap(session, session)
    make(session)
    assert live_map.preview.layer is None
    for weight in (2.0, 5.0, 3.0):
        session.edit(
            "Weight", ("weight",), definition=with_weights(session.choices.definition, {"connectedness": weight})
        )
    wait_until(lambda: live_map.preview.layer is not None and not live_map.preview.is_writing)
    shown = {f["area_code"]: (f["category"], f["cni_rank"]) for f in live_map.preview.layer.getFeatures()}
    assert shown == tried(session)
    session.edit("Districts", districts=("X07000001",))
    wait_until(lambda: {f["district_code"] for f in live_map.preview.layer.getFeatures()} == {"X07000001"})
    session.reset()
    assert live_map.preview.layer is None


def test_a_saved_project_does_not_keep_the_preview(session: Session, sample: Path, tmp_path: Path) -> None:
    folder = copied(sample, tmp_path / "county")
    session.begin_run(chosen(folder))
    live_map = LiveMap(session, session)
    make(session)
    session.edit("Limit", cni_limit=15.0)
    wait_until(lambda: live_map.preview.layer is not None and not live_map.preview.is_writing)
    project = QgsProject.instance()
    assert project.write(str(folder / "map.qgs"))
    plain = QgsProject()
    plain.read(str(folder / "map.qgs"))
    assert not [node for node in plain.layerTreeRoot().findLayers() if node.layer().customProperty(PREVIEW)]
    project.read(str(folder / "map.qgs"))
    wait_until(lambda: live_map.preview.layer is not None and not live_map.preview.is_writing)
    previews = [layer for layer in project.mapLayers().values() if layer.customProperty(PREVIEW)]
    assert previews == [live_map.preview.layer]
    assert previews[0].featureCount() == 150
