"""Runs kept in the project file: what is written is read again, and what cannot be read is said in words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsProject

from cni_mapper.core.index.library import find_definition, shipped_ids
from cni_mapper.ui.maps.choices import Choices, new_choices, read_choices
from cni_mapper.ui.maps.project_runs import ProjectRun, read_runs, write_runs
from cni_mapper.ui.messages import fault_text


@pytest.fixture
def project(qgis_app) -> Iterator[QgsProject]:
    project = QgsProject()
    yield project
    project.clear()


def full(**changes: Any) -> Choices:
    plain = new_choices("Hull", find_definition("cni-2019"), "cni-2019")
    chosen = replace(
        plain,
        areas="wards",
        tables=("a", "b"),
        deprivation="imd",
        lookup="look",
        columns={"AREA_CODE": "wd17cd"},
        districts=("E06000010",),
        cni_limit=735.0,
        imd_limit=743.0,
        counted=True,
        within_focus=True,
        locked=("connectedness",),
    )
    return replace(chosen, **changes)


@pytest.mark.parametrize("id", shipped_ids())
def test_choices_of_every_shipped_index_come_back_as_they_were(id: str) -> None:
    choices = replace(full(), definition=find_definition(id), base=id)
    assert read_choices(json.loads(json.dumps(choices.as_json()))) == choices


def test_runs_come_back_with_files_beside_the_project(project: QgsProject, tmp_path: Path) -> None:
    project.setFileName(str(tmp_path / "map.qgs"))
    runs = [ProjectRun(full(output=str(tmp_path / "hull.gpkg")), full(cni_limit=10.0)), ProjectRun(full(name="Leeds"))]
    write_runs(project, runs, 1)
    text, _ = project.readEntry("cni_mapper", "/runs")
    assert str(tmp_path) not in text
    found = read_runs(project)
    assert (list(found.runs), found.current, found.faults) == (runs, 1, ())
    moved = tmp_path / "elsewhere"
    project.setFileName(str(moved / "map.qgs"))
    assert Path(read_runs(project).runs[0].choices.output) == moved / "hull.gpkg"


def test_a_definition_beside_the_project_moves_with_it_and_another_stays(project: QgsProject, tmp_path: Path) -> None:
    folder, moved = tmp_path / "here", tmp_path / "there"
    project.setFileName(str(folder / "map.qgs"))
    beside, other = str(folder / "own" / "index.json"), str(tmp_path / "index.json")
    write_runs(project, [ProjectRun(full(base=base)) for base in (beside, other, "cni-2019")], 0)
    project.setFileName(str(moved / "map.qgs"))
    bases = [run.choices.base for run in read_runs(project).runs]
    assert bases == [str(moved / "own" / "index.json"), other, "cni-2019"]


def test_a_database_table_is_kept_as_it_is(project: QgsProject, tmp_path: Path) -> None:
    project.setFileName(str(tmp_path / "map.qgs"))
    output = 'postgres://dbname=\'gis\' host=db table="public"."hull" (geom)'
    write_runs(project, [ProjectRun(full(output=output))], 0)
    assert read_runs(project).runs[0].choices.output == output


def test_writing_the_same_again_does_not_mark_the_project(project: QgsProject) -> None:
    write_runs(project, [ProjectRun(full())], 0)
    project.setDirty(False)
    write_runs(project, [ProjectRun(full())], 0)
    assert not project.isDirty()


def test_a_project_without_runs_has_none(project: QgsProject) -> None:
    assert read_runs(project).runs == ()


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[]",
        '{"runs": 1, "current": 0}',
        '{"runs": [1], "current": 0}',
        '{"runs": [{"choices": null}], "current": 0}',
    ],
)
def test_what_cannot_be_read_is_a_fault_in_words(text: str, project: QgsProject) -> None:
    project.writeEntry("cni_mapper", "/runs", text)
    found = read_runs(project)
    assert found.runs == ()
    assert fault_text(found.faults[0]).endswith("cannot be read and was left out. The other runs are open.")


def test_a_spoilt_run_does_not_take_the_others_with_it(project: QgsProject) -> None:
    write_runs(project, [ProjectRun(full(name="spoilt")), ProjectRun(full(name="whole"))], 5)
    node = json.loads(project.readEntry("cni_mapper", "/runs")[0])
    node["runs"][0]["choices"]["definition"]["domains"] = []
    project.writeEntry("cni_mapper", "/runs", json.dumps(node))
    found = read_runs(project)
    assert ([run.choices.name for run in found.runs], found.current) == (["whole"], 0)
    assert "spoilt" in fault_text(found.faults[0])


def test_what_is_read_does_not_hang_on_weights_titles_and_methods() -> None:
    definition = find_definition("open-needs")
    domain = definition.domains[0]
    retitled = replace(domain, title="Other", weight=7.0, transform="none")
    assert (
        full(definition=definition).reads()
        == full(definition=replace(definition, title="Other", domains=(retitled, *definition.domains[1:]))).reads()
    )
    indicator = replace(domain.indicators[0], columns=("another",))
    other = replace(domain, indicators=(indicator, *domain.indicators[1:]))
    assert (
        full(definition=definition).reads()
        != full(definition=replace(definition, domains=(other, *definition.domains[1:]))).reads()
    )
