"""What a run shows in the project: a group of themed layers, brought up to date by the next run."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from qgis.core import (
    QgsApplication,
    QgsLayerTreeGroup,
    QgsProcessingAlgorithm,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelOutput,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsVectorLayer,
)

from cni_mapper.ui.maps import save, threads

THEMES = [
    "Left behind overlay",
    "CNI deciles",
    "IMD deciles",
    "Civic assets deciles",
    "Connectedness deciles",
    "Engaged community deciles",
]
VARIANT = ["High on both overlay", *THEMES[1:]]
GROUP, VARIANT_GROUP = "Sampleshire CNI and IMD", "Own variant of Sampleshire CNI and IMD"
FIRST = "Left behind: worst 10% on both (rebuilt 8, published 8)"
SECOND = "High on both: worst 20% on CNI and worst 10% on IMD"


@pytest.fixture
def project(processing, monkeypatch: pytest.MonkeyPatch) -> Iterator[QgsProject]:
    from processing.gui import Postprocessing

    project = QgsProject.instance()
    project.clear()
    # pytest-qgis puts a mock in its place, which is no layer panel that later versions could load into.
    monkeypatch.setattr(Postprocessing, "iface", None, raising=False)
    yield project
    project.clear()


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "result.gpkg"


class Background(QgsProcessingFeedback):
    """What is said in a worker is kept, not shown."""

    def __init__(self) -> None:
        super().__init__(False)


def wait_for(done: Callable[[], bool]) -> None:
    """Let QGIS's own events pass until something has happened."""
    pause = threading.Event()
    while not done():
        QgsApplication.processEvents()
        pause.wait(0.01)


def run_as_dialog(algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any]) -> tuple[bool, str]:
    """Run in the background and load the results as the dialog of an algorithm does."""
    from processing.gui.Postprocessing import handleAlgorithmResults

    context, feedback, ended = QgsProcessingContext(), Background(), []
    context.setProject(QgsProject.instance())
    task = QgsProcessingAlgRunnerTask(algorithm, parameters, context, feedback)
    if task.isCanceled():  # the preparation has failed
        return False, feedback.textLog()
    task.executed.connect(lambda successful, results: ended.append(successful))
    QgsApplication.taskManager().addTask(task)
    wait_for(lambda: bool(ended))
    if ended[0]:
        assert handleAlgorithmResults(algorithm, context, feedback, parameters=parameters)
    return ended[0], feedback.textLog()


def sink(output: Path | str) -> QgsProcessingOutputLayerDefinition:
    return QgsProcessingOutputLayerDefinition(str(output), QgsProject.instance())


def by_console(processing: Any, output: Path | str, **more: Any) -> None:
    processing.runAndLoadResults("cni:example", {"OUTPUT": str(output), **more})


def by_dialog(processing: Any, output: Path | str, **more: Any) -> None:
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("cni:example")
    assert run_as_dialog(algorithm, {"OUTPUT": sink(output), **more})[0]


def model_of(**values: Any) -> QgsProcessingModelAlgorithm:
    """A model of one step, cni:example, whose output is the model's."""
    from qgis.core import QgsProcessingModelChildParameterSource

    child = QgsProcessingModelChildAlgorithm("cni:example")
    child.setChildId("step")
    for name, value in values.items():
        child.addParameterSources(name, [QgsProcessingModelChildParameterSource.fromStaticValue(value)])
    output = QgsProcessingModelOutput("out")
    output.setChildId("step")
    output.setChildOutputName("OUTPUT")
    child.setModelOutputs({"out": output})
    model = QgsProcessingModelAlgorithm("example model", "tests")
    model.addChildAlgorithm(child)
    return model


def by_model(processing: Any, output: Path | str, **more: Any) -> None:
    model = model_of(**more)
    assert run_as_dialog(model, {model.parameterDefinitions()[0].name(): sink(output)})[0]


WAYS = [by_console, by_dialog, by_model]


def groups(project: QgsProject) -> list[QgsLayerTreeGroup]:
    return project.layerTreeRoot().findGroups(True)


def layers(group: QgsLayerTreeGroup) -> list[QgsVectorLayer]:
    return [node.layer() for node in group.findLayers()]


def names(group: QgsLayerTreeGroup) -> list[str]:
    return [node.name() for node in group.findLayers()]


def legend(layer: QgsVectorLayer) -> list[str]:
    return [item.label() for item in layer.renderer().legendSymbolItems()]


def only_group(project: QgsProject) -> QgsLayerTreeGroup:
    """The one group of a project that holds all its layers, each once."""
    (group,) = groups(project)
    assert sorted(layer.id() for layer in layers(group)) == sorted(project.mapLayers())
    assert len(project.layerTreeRoot().findLayers()) == len(project.mapLayers())
    return group


def inside(layer: QgsVectorLayer) -> int:
    return [feature["category"] for feature in layer.getFeatures()].count("left_behind")


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
    assert legend(layers(group)[0])[0] == f"{SECOND} (rebuilt {count}, published 8)"


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
    assert legend(overlay)[0] == f"{SECOND} (rebuilt {inside(overlay)}, published 8)"
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
    import json

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


@pytest.mark.parametrize("way", [by_dialog, by_model])
def test_the_project_is_only_looked_at_in_its_own_thread(
    way: Callable, processing, project: QgsProject, output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked, wrote, list_layers, write = [], [], QgsProject.mapLayers, save.write_geopackage
    tree = QgsProject.layerTreeRoot

    def look(self: QgsProject, *arguments: Any) -> Any:
        looked.append(threading.current_thread())
        return list_layers(self, *arguments)

    def look_at_tree(self: QgsProject) -> Any:
        looked.append(threading.current_thread())
        return tree(self)

    def note_writer(*arguments: Any) -> None:
        wrote.append(threading.current_thread())
        write(*arguments)

    with monkeypatch.context() as patched:
        patched.setattr(QgsProject, "mapLayers", look)
        patched.setattr(QgsProject, "layerTreeRoot", look_at_tree)
        patched.setattr(save, "write_geopackage", note_writer)
        for limit in (10, 20):
            way(processing, output, CNI_LIMIT=limit)
    assert set(looked) == {threading.main_thread()}
    assert len(wrote) == 2
    assert threading.main_thread() not in wrote
    assert names(only_group(project)) == VARIANT


@pytest.mark.parametrize("way", ["dialog", "model"])
def test_a_layer_in_edit_is_refused_in_the_background(way: str, processing, project: QgsProject, output: Path) -> None:
    by_console(processing, output)
    overlay = layers(only_group(project))[0]
    overlay.startEditing()
    if way == "dialog":
        algorithm = QgsApplication.processingRegistry().createAlgorithmById("cni:example")
        successful, words = run_as_dialog(algorithm, {"OUTPUT": sink(output), "CNI_LIMIT": 20})
    else:
        model = model_of(CNI_LIMIT=20)
        successful, words = run_as_dialog(model, {model.parameterDefinitions()[0].name(): sink(output)})
    assert not successful
    assert "Layer 'Left behind overlay' shows result.gpkg and is being edited." in words
    assert overlay.isEditable()
    assert overlay.rollBack()
    assert inside(overlay) == 8


def test_a_project_that_does_not_answer_is_not_waited_for(project: QgsProject, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threads, "_PATIENCE", 0.05)
    answers = []
    worker = threading.Thread(target=lambda: answers.append(threads.ask(project, lambda: "here")))
    worker.start()
    worker.join()
    assert answers == [None]
    worker = threading.Thread(target=lambda: answers.append(threads.ask(project, lambda: "here")))
    monkeypatch.setattr(threads, "_PATIENCE", 30)
    worker.start()
    wait_for(lambda: not worker.is_alive())
    assert answers == [None, "here"]
    assert threads.ask(project, lambda: "at once") == "at once"


def test_nothing_waits_for_a_layer_that_nobody_loads(processing, project: QgsProject, output: Path) -> None:
    from cni_mapper.ui.algorithms.result import _ShowResult

    processing.run("cni:example", {"OUTPUT": str(output)})
    assert _ShowResult.waiting == []
    by_dialog(processing, output)
    assert _ShowResult.waiting == []
