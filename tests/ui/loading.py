"""Running the example so that its result is loaded, in each of the ways QGIS has, and looking at what is shown."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
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
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsVectorLayer,
)

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


@contextmanager
def empty_project(monkeypatch: pytest.MonkeyPatch) -> Iterator[QgsProject]:
    """The project without layers, before and after, in a QGIS without a layer panel."""
    from processing.gui import Postprocessing

    project = QgsProject.instance()
    project.clear()
    # pytest-qgis puts a mock in its place, which is no layer panel that later versions could load into.
    monkeypatch.setattr(Postprocessing, "iface", None, raising=False)
    yield project
    project.clear()


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
