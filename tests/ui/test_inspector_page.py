"""The inspector's button 'Export as page…': the algorithm opens with the area shown, or a tooltip says why not."""

from __future__ import annotations

from typing import Any
from unittest.mock import MagicMock

import pytest
from county import layer_frame
from inspecting import Bench
from qgis.core import QgsApplication, QgsProject

pytest_plugins = ["inspector_fixtures"]


@pytest.fixture
def opened(processing: Any, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, dict[str, Any]]]:
    """The algorithms whose dialogs were opened, with what these began with."""
    opened: list[tuple[str, dict[str, Any]]] = []
    monkeypatch.setattr(
        processing, "createAlgorithmDialog", lambda id, given: opened.append((id, given)) or MagicMock()
    )
    return opened


def state(bench: Bench) -> tuple[bool, str]:
    button = bench.widget("area_export")
    return button.isEnabled(), button.toolTip()


def test_a_page_is_of_the_area_shown(bench: Bench, opened: list[tuple[str, dict[str, Any]]]) -> None:
    bench.read(bench.choices())
    bench.make()
    bench.inspector.show_area(5)
    assert state(bench) == (True, "A page about this area, as PDF, to print or to send")
    bench.widget("area_export").click()
    ((id, given),) = opened
    assert id == "cni:profiles"
    known = QgsApplication.processingRegistry().algorithmById(id)
    assert {definition.name() for definition in known.parameterDefinitions()} >= set(given)
    layer = QgsProject.instance().mapLayer(given["RESULT"])
    layer.selectByExpression(given["FOCUS"])
    assert [feature["area_code"] for feature in layer.selectedFeatures()] == [bench.inspector.code]


def test_without_layers_there_is_no_page(bench: Bench) -> None:
    bench.read(bench.choices())
    bench.inspector.show_area(5)
    assert state(bench) == (False, "Make the layers first.")


def test_an_area_outside_the_layers_has_no_page(bench: Bench) -> None:
    """The layers are made for one district, an area of another is shown."""
    choices = bench.choices()
    bench.read(choices)
    data = bench.session.data
    districts = data.on_map["district_code"]
    bench.session.edit("District", districts=(districts.iloc[0],))
    bench.make()
    frame = layer_frame(bench.result())
    other = next(i for i, code in enumerate(data.basis.values.codes) if code not in frame.index)
    bench.inspector.show_area(other)
    why = "This area is not in the layers that were made. Make them for its district as well."
    assert state(bench) == (False, why)
