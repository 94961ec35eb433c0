"""A patch drawn over the sample county, and what cni:overlap says of the same shape."""

from __future__ import annotations

from collections.abc import Sequence
from types import ModuleType
from typing import Any

import pytest
from county import layer_frame
from inspecting import Bench
from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsVectorLayer
from qgis.PyQt.QtWidgets import QApplication


def three_wards(bench: Bench) -> list[QgsPointXY]:
    """The corners of a slanting box over a left behind ward and the two nearest to it."""
    rows = bench.rows()
    first = next(row for row in rows.values() if row["category"] == "left_behind")
    spot = first.geometry().pointOnSurface()
    near = sorted(rows.values(), key=lambda row: row.geometry().pointOnSurface().distance(spot))[:3]
    box = QgsGeometry.unaryUnion([row.geometry() for row in near]).boundingBox()
    x, y, lean = (box.xMinimum(), box.xMaximum()), (box.yMinimum(), box.yMaximum()), box.width() / 10
    return [
        QgsPointXY(*at) for at in ((x[0], y[0] + lean), (x[1] - lean, y[0]), (x[1], y[1] - lean), (x[0] + lean, y[1]))
    ]


def zoom(bench: Bench, corners: Sequence[QgsPointXY]) -> None:
    """So near that a pixel is a few metres."""
    box = QgsGeometry.fromMultiPointXY(corners).boundingBox()
    box.scale(1.5)
    bench.canvas.setExtent(box)


def draw_across(bench: Bench) -> None:
    corners = three_wards(bench)
    zoom(bench, corners)
    bench.draw(corners)


def choose_people(bench: Bench, layer: QgsVectorLayer | None) -> None:
    """As the user does with the list."""
    box = bench.widget("patch_people")
    box.setLayer(layer)
    box.activated[int].emit(box.currentIndex())
    QApplication.processEvents()


def shown(bench: Bench) -> Any:
    """What the panel has of the patch: a row with the columns of cni:overlap."""
    return bench.inspector._dock.patches.work.facts().row


def overlap(processing: ModuleType, bench: Bench, **given: Any) -> Any:
    """The row of cni:overlap for the patch as it was drawn."""
    patch = bench.inspector._dock.patches.work.patch
    layer = QgsVectorLayer(f"MultiPolygon?crs={patch.crs.authid()}&field=name:string", "patch", "memory")
    feature = QgsFeature(layer.fields())
    shape = QgsGeometry(patch.shape)
    shape.convertToMultiType()
    feature.setGeometry(shape)
    assert layer.dataProvider().addFeatures([feature])[0]
    result = f"{bench.folder / 'result.gpkg'}|layername=result"
    output = processing.run("cni:overlap", {"TARGET": layer, "RESULT": result, "OUTPUT": "TEMPORARY_OUTPUT", **given})
    found = QgsVectorLayer(output["OUTPUT"], "found", "ogr")
    assert found.isValid()
    return layer_frame(found).iloc[0]


def assert_same(row: Any, wanted: Any) -> None:
    for name in wanted.index.drop(["target_code", "target_name"]):
        if isinstance(wanted[name], str):
            assert row[name] == wanted[name], name
        else:
            assert row[name] == pytest.approx(wanted[name], rel=1e-9, abs=1e-12), name
