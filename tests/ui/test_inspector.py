from __future__ import annotations
from collections.abc import Iterator
from pathlib import Path
import pytest
from inspecting import Bench
from loading import empty_project

@pytest.fixture
def bench(processing, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bench]:
    with empty_project(monkeypatch):
        bench = Bench(sample, tmp_path / "county")
        yield bench
        bench.end()

def test_x(bench):
    bench.read(bench.choices())
    bench.make()
    row = bench.rows()["X05000010"]
    bench.inspector.action.trigger()
    bench.click(row.geometry().pointOnSurface().asPoint())
    d=bench.inspector._dock
    from qgis.PyQt.QtWidgets import QLabel
    for l in d.findChildren(QLabel):
        if l.isVisible(): print(l.objectName(), repr(l.text()))
    bench.widget("area_copy").click()
    from qgis.PyQt.QtGui import QGuiApplication
    print(QGuiApplication.clipboard().text())
    d.grab().save("/tmp/dock/area.png")
    print(row.attributes())
