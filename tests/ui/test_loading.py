"""What a run shows in the project: a group of themed layers, brought up to date by the next run."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from loading import (
    FIRST,
    GROUP,
    SECOND,
    THEMES,
    VARIANT,
    VARIANT_GROUP,
    WAYS,
    by_console,
    by_dialog,
    empty_project,
    groups,
    inside,
    layers,
    legend,
    names,
    only_group,
)
from qgis.core import QgsLayerTreeGroup, QgsLayerTreeRegistryBridge, QgsProject, QgsVectorLayer


@pytest.fixture
def project(processing, monkeypatch: pytest.MonkeyPatch) -> Iterator[QgsProject]:
    with empty_project(monkeypatch) as project:
        yield project


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "result.gpkg"


@pytest.mark.parametrize("way", WAYS)
def test_a_run_shows_one_group(way: Callable, processing, project: QgsProject, output: Path) -> None:
    way(processing, output)
    group = only_group(project)
    nodes = group.findLayers()
    assert (group.name(), names(group)) == (GROUP, THEMES)
    assert group.isMutuallyExclusive()
    assert [node.itemVisibilityChecked() for node in nodes] == [True, False, False, False, False, False]
    assert [node.isExpanded() for node in nodes] == [True, False, False, False, False, False]
    assert [layer.renderer().classAttribute() for layer in layers(group)] == [
        "category",
        *(f"{theme}_decile" for theme in ("cni", "imd", "civic_assets", "connectedness", "engaged_community")),
    ]
    assert {layer.source() for layer in layers(group)} == {f"{output}|layername=result"}
    assert legend(layers(group)[0])[0] == FIRST
    nodes[2].setItemVisibilityChecked(True)
    assert [node.itemVisibilityChecked() for node in nodes] == [False, False, True, False, False, False]


@pytest.mark.parametrize("way", WAYS)
def test_the_next_run_updates_the_group(way: Callable, processing, project: QgsProject, output: Path) -> None:
    way(processing, output)
    group = only_group(project)
    above = project.layerTreeRoot().insertGroup(0, "above")
    below = project.layerTreeRoot().addGroup("below")
    before = [layer.id() for layer in layers(group)]
    group.findLayers()[1].setItemVisibilityChecked(True)
    assert inside(layers(group)[0]) == 8
    way(processing, output, CNI_LIMIT=20)
    assert groups(project) == [above, group, below]
    assert (group.name(), names(group)) == (VARIANT_GROUP, VARIANT)
    assert [layer.id() for layer in layers(group)] == before
    assert sorted(before) == sorted(project.mapLayers())
    assert [node.itemVisibilityChecked() for node in group.findLayers()] == [False, True, False, False, False, False]
    count = inside(layers(group)[0])
    assert count > 8
    assert legend(layers(group)[0])[0] == f"{SECOND} ({count})"


def test_a_headless_run_adds_nothing_to_the_project(processing, project: QgsProject, output: Path) -> None:
    processing.run("cni:example", {"OUTPUT": str(output)})
    assert project.mapLayers() == {}
    assert project.layerTreeRoot().children() == []


def test_a_headless_run_renews_what_is_shown(processing, project: QgsProject, output: Path) -> None:
    by_console(processing, output)
    group = only_group(project)
    before = [layer.id() for layer in layers(group)]
    processing.run("cni:example", {"OUTPUT": str(output), "CNI_LIMIT": 20})
    assert [layer.id() for layer in layers(only_group(project))] == before
    overlay = layers(group)[0]
    assert legend(overlay)[0] == f"{SECOND} ({inside(overlay)})"
    assert inside(overlay) > 8


@pytest.mark.parametrize("given", ["TEMPORARY_OUTPUT", "memory:"])
@pytest.mark.parametrize("way", WAYS[:2])
def test_a_temporary_result_is_a_geopackage(way: Callable, given: str, processing, project: QgsProject) -> None:
    way(processing, given)
    group = only_group(project)
    assert names(group) == THEMES
    path = Path(layers(group)[0].source().partition("|")[0])
    assert path.suffix == ".gpkg"
    assert path.is_file()
    assert layers(group)[0].featureCount() == 150


def test_a_table_named_in_an_ogr_source(processing, project: QgsProject, output: Path) -> None:
    for limit in (10, 20):
        by_dialog(processing, f"ogr:dbname='{output}' table=\"my table\" (geom)", CNI_LIMIT=limit)
        assert {layer.source() for layer in layers(only_group(project))} == {f"{output}|layername=my table"}
    assert names(only_group(project)) == VARIANT


def test_two_results_side_by_side(processing, project: QgsProject, output: Path, tmp_path: Path) -> None:
    for path in (output, tmp_path / "other.gpkg", f"{output}|layername=third"):
        by_console(processing, path)
    assert [names(group) for group in groups(project)] == [THEMES] * 3
    by_console(processing, tmp_path / "other.gpkg", CNI_LIMIT=20)
    assert [names(group) for group in groups(project)] == [THEMES, VARIANT, THEMES]
    assert len(project.mapLayers()) == 18


@pytest.mark.parametrize("place", ["inside", "below"])
def test_a_result_is_not_hidden_by_another(
    place: str, processing, project: QgsProject, output: Path, tmp_path: Path
) -> None:
    """QGIS puts a new layer beside the active one; of a result's group only one member is shown, and it covers all."""
    by_dialog(processing, output)
    bridge, point = project.layerTreeRegistryBridge(), QgsLayerTreeRegistryBridge.InsertionPoint
    bridge.setLayerInsertionPoint(
        point(only_group(project), 0) if place == "inside" else point(project.layerTreeRoot(), 1)
    )
    try:
        by_dialog(processing, tmp_path / "other.gpkg")
    finally:  # the group that it points to will be gone
        bridge.setLayerInsertionPoint(point(project.layerTreeRoot(), 0))
    children = project.layerTreeRoot().children()
    assert [names(child) for child in children] == [THEMES] * 2
    assert [layer.source() for layer in layers(children[0])] == [f"{tmp_path}/other.gpkg|layername=other"] * 6
    assert [child.isVisible() for child in children] == [True, True]


def test_names_of_the_user_stay(processing, project: QgsProject, output: Path) -> None:
    by_console(processing, output)
    group = only_group(project)
    group.setName("Thursday's committee")
    layers(group)[2].setName("IMD for the annex")
    by_dialog(processing, output, CNI_LIMIT=20)
    assert only_group(project).name() == "Thursday's committee"
    assert names(group) == [*VARIANT[:2], "IMD for the annex", *VARIANT[3:]]
    by_dialog(processing, output)
    assert only_group(project).name() == "Thursday's committee"
    assert names(group) == [*THEMES[:2], "IMD for the annex", *THEMES[3:]]


def move(project: QgsProject, layer: QgsVectorLayer, group: QgsLayerTreeGroup) -> None:
    node = project.layerTreeRoot().findLayer(layer.id())
    group.addChildNode(node.clone())
    node.parent().removeChildNode(node)


@pytest.mark.parametrize("moved", [[0], [1, 2], range(6)], ids=["the overlay", "two", "all"])
def test_layers_that_were_moved(moved: list[int], processing, project: QgsProject, output: Path) -> None:
    by_console(processing, output)
    group = only_group(project)
    mine = project.layerTreeRoot().addGroup("mine")
    before = layers(group)
    for i in moved:
        move(project, before[i], mine)
    ids = sorted(layer.id() for layer in before)
    by_dialog(processing, output, CNI_LIMIT=20)
    assert sorted(project.mapLayers()) == ids
    assert sorted(node.layerId() for node in project.layerTreeRoot().findLayers()) == ids
    assert [layer.name() for layer in before] == VARIANT
    assert [layer.id() for layer in layers(mine)] == [before[i].id() for i in moved]
    assert mine.name() == "mine"


def test_layers_that_were_removed_come_back(processing, project: QgsProject, output: Path) -> None:
    by_console(processing, output)
    group = only_group(project)
    project.removeMapLayers([layers(group)[i].id() for i in (0, 3)])
    by_dialog(processing, output)
    assert names(only_group(project)) == THEMES
    assert sum(node.itemVisibilityChecked() for node in group.findLayers()) == 1


def test_a_copy_of_a_layer_is_left_to_the_user(processing, project: QgsProject, output: Path) -> None:
    by_console(processing, output)
    overlay = layers(only_group(project))[0]
    copy = overlay.clone()
    copy.setName("my copy")
    project.addMapLayer(copy)
    by_dialog(processing, output, CNI_LIMIT=20)
    assert (copy.name(), legend(copy)[0], overlay.name()) == ("my copy", FIRST, VARIANT[0])
    assert inside(copy) == inside(overlay)
    assert len(project.mapLayers()) == 7


@pytest.mark.parametrize("way", WAYS)
def test_a_plain_layer_of_the_user_stays_as_it_is(way: Callable, processing, project: QgsProject, output: Path) -> None:
    processing.run("cni:example", {"OUTPUT": str(output)})
    plain = QgsVectorLayer(f"{output}|layername=result", "my own", "ogr")
    project.addMapLayer(plain)
    way(processing, output, CNI_LIMIT=20)
    (group,) = groups(project)
    assert names(group) == VARIANT
    assert plain.name() == "my own"
    assert project.layerTreeRoot().findLayer(plain.id()).parent() == project.layerTreeRoot()
    assert len(project.mapLayers()) == 7
    assert inside(plain) == inside(layers(group)[0])


def test_domains_of_another_definition(processing, project: QgsProject, output: Path, county) -> None:
    parameters = {**county.parameters, "OUTPUT": str(output)}
    processing.runAndLoadResults("cni:map", dict(parameters))
    before = {layer.id() for layer in layers(only_group(project))[:3]}
    _only_one_domain(county)
    processing.runAndLoadResults("cni:map", dict(parameters))
    group = only_group(project)
    assert names(group)[1:] == [*THEMES[1:3], "Civic assets deciles"]
    assert {layer.id() for layer in layers(group)[:3]} == before


def _only_one_domain(county: Any) -> None:
    definition = json.loads(county.path("definition.json").read_text(encoding="utf-8"))
    kept = [domain for domain in definition["domains"] if domain["id"] == "civic_assets"]
    assert len(kept) == 1
    county.define(domains=kept)


def test_a_saved_project_that_was_moved(processing, project: QgsProject, tmp_path: Path) -> None:
    folder = tmp_path / "first"
    folder.mkdir()
    by_console(processing, folder / "result.gpkg")
    only_group(project).setName("kept")
    assert project.write(str(folder / "map.qgz"))
    project.clear()
    shutil.copytree(folder, tmp_path / "second")
    assert project.read(str(tmp_path / "second" / "map.qgz"))
    group = only_group(project)
    ids = [layer.id() for layer in layers(group)]
    assert (names(group), group.isMutuallyExclusive()) == (THEMES, True)
    by_dialog(processing, tmp_path / "second" / "result.gpkg", CNI_LIMIT=20)
    assert only_group(project).name() == "kept"
    assert names(only_group(project)) == VARIANT
    assert [layer.id() for layer in layers(only_group(project))] == ids
    assert inside(QgsVectorLayer(f"{folder}/result.gpkg|layername=result", "old", "ogr")) == 8
    assert inside(layers(only_group(project))[0]) > 8


def test_results_go_where_the_user_wants_them(processing, project: QgsProject, output: Path) -> None:
    from processing.core.ProcessingConfig import ProcessingConfig

    ProcessingConfig.setSettingValue(ProcessingConfig.RESULTS_GROUP_NAME, "Results")
    try:
        for limit in (10, 20):
            by_dialog(processing, output, CNI_LIMIT=limit)
            results = project.layerTreeRoot().findGroup("Results")
            assert [child.name() for child in project.layerTreeRoot().children()] == ["Results"]
            assert len(results.children()) == 1
            assert len(project.mapLayers()) == 6
    finally:
        ProcessingConfig.setSettingValue(ProcessingConfig.RESULTS_GROUP_NAME, "")


def test_a_table_is_loaded_and_loaded_again(processing, project: QgsProject, tmp_path: Path, county) -> None:
    given = {name: county.parameters[name] for name in ("TABLES", "DEFINITION")}
    for ending in (".gpkg", ".csv"):
        for _ in range(2):
            processing.runAndLoadResults("cni:index", {**given, "OUTPUT": str(tmp_path / f"index{ending}")})
        (layer,) = project.mapLayers().values()
        assert layer.featureCount() == 150
        assert layer.source().startswith(str(tmp_path / f"index{ending}"))
        project.clear()
