from __future__ import annotations
from collections.abc import Iterator
from pathlib import Path
import pytest
from inspecting import Bench
from loading import empty_project
from qgis.core import *
@pytest.fixture
def bench(processing, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bench]:
    with empty_project(monkeypatch):
        bench = Bench(sample, tmp_path / "county")
        yield bench
        bench.end()

def show(bench):
    from qgis.PyQt.QtWidgets import QLabel
    d=bench.inspector._dock
    for l in d.findChildren(QLabel):
        if l.isVisible(): print(l.objectName(), repr(l.text()))

def test_x(bench):
    bench.read(bench.choices())
    bench.make()
    e=bench.result().extent(); c=e.center(); w=e.width()/6
    P=[QgsPointXY(c.x()+dx*w,c.y()+dy*w) for dx,dy in ((-1,-1),(1,-1),(.7,1),(-1,.8))]
    bench.draw(P)
    show(bench)
    bench.inspector._dock.grab().save("/tmp/dock/patch1.png")
    bench.add("small_areas.gpkg")
    bench.wait_patch()
    show(bench)
    bench.widget("patch_name").setText("Mine")
    bench.widget("patch_keep").click()
    bench.wait_patch()
    show(bench)
    print([l.name() for l in QgsProject.instance().mapLayers().values()])
    from qgis.PyQt.QtGui import QGuiApplication
    bench.widget("patch_copy").click()
    print(QGuiApplication.clipboard().text())
    bench.inspector._dock.resize(400,1200)
    bench.inspector._dock.grab().save("/tmp/dock/patch2.png")
    import subprocess
    print(subprocess.run(["ogrinfo","-al",str(bench.folder/"result.gpkg"),"patch"],capture_output=True,text=True).stdout[:3000])
