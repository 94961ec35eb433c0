"""What the dock says when a result cannot be made, and where the user's files come into the project."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from county import County
from dock_desk import DockDesk, dock_desk
from qgis.core import QgsProject

from cni_mapper.core.errors import CniError
from cni_mapper.ui.dialogs.open_tables import add_tables
from cni_mapper.ui.maps.groups import RESULT
from cni_mapper.ui.messages import fault_text


@pytest.fixture
def made(
    processing: Any, county: County, output: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[DockDesk]:
    with dock_desk(county, output, monkeypatch, tmp_path / "data") as desk:
        desk.choose()
        desk.make()
        yield desk


def test_a_run_that_is_refused_says_so_on_every_page_until_something_else_is_chosen(made: DockDesk) -> None:
    layer = next(one for one in QgsProject.instance().mapLayers().values() if "result.gpkg" in one.source())
    assert layer.startEditing()
    made.session.make(str(made.output / "result.gpkg"))
    made.settle()
    wanted = fault_text(CniError("output_in_edit", layer=layer.name(), name="result.gpkg"))
    for page in ("results", "areas"):
        made.turn_to(page)
        assert made.status() == wanted
        assert made.part("cni_mapper_status").property("kind") == "fault"
    layer.rollBack()
    made.session.edit("Limit", cni_limit=12.0)
    made.settle()
    assert made.session.refusal == ""
    assert made.status() != wanted


def test_tables_from_files_come_in_below_the_group_of_a_result(made: DockDesk, tmp_path: Path) -> None:
    file = tmp_path / "own.csv"
    file.write_text("ward_code,value\nX05000001,1\n", encoding="utf-8")
    assert add_tables(QgsProject.instance(), [str(file)])[1] == []
    root = QgsProject.instance().layerTreeRoot()
    group = next(node for node in root.children() if node.customProperty(RESULT))
    order = [node.name() for node in root.children()]
    assert order.index("own") == order.index(group.name()) + 1
