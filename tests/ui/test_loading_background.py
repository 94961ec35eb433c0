"""Loading from the background: the project is only touched in its own thread, and nothing is waited for or kept."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from loading import (
    VARIANT,
    by_console,
    by_dialog,
    by_model,
    empty_project,
    inside,
    layers,
    model_of,
    names,
    only_group,
    run_as_dialog,
    sink,
    wait_for,
)
from qgis.core import QgsApplication, QgsProject

from cni_mapper.ui.algorithms.result import _ShowResult
from cni_mapper.ui.maps import save, threads


@pytest.fixture
def project(processing, monkeypatch: pytest.MonkeyPatch) -> Iterator[QgsProject]:
    with empty_project(monkeypatch) as project:
        yield project


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "result.gpkg"


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
    processing.run("cni:example", {"OUTPUT": str(output)})
    assert _ShowResult.waiting == []
    by_dialog(processing, output)
    assert _ShowResult.waiting == []


def test_a_page_is_not_drawn_in_the_background(processing, project: QgsProject, output: Path) -> None:
    """Newer QGIS ends the steps of a model in the main thread, where the page is made; else it is refused in words."""
    model = model_of(PDF=str(output.parent / "page.pdf"))
    _, said = run_as_dialog(model, {model.parameterDefinitions()[0].name(): sink(output)})
    refused = "page.pdf was not made: a model works in the background." in said
    assert output.exists() and (output.parent / "page.pdf").exists() != refused
