"""Measures the dock inside the real QGIS; played by tests/desktop/desktop.sh. Writes its times, in ms, as JSON.

Arguments come by environment: DOCK_CASES is a JSON list of {"name", "areas", "table", "deprivation", "lookup",
"definition", "part", "output"}; DOCK_TIMES the file to write.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Generator
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import numpy as np
import qgis.utils
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication, QObject, QTimer
from session import play

MOVES = 15
times: dict[str, Any] = {}


class Heartbeat(QObject):
    """The longest time, in seconds, that the event loop did not come round."""

    def __init__(self) -> None:
        super().__init__()
        self.longest, self._last = 0.0, perf_counter()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._beat)
        self._timer.start(1)

    def _beat(self) -> None:
        now = perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now


def until(condition: Callable[[], bool]) -> Generator[float, None, None]:
    for _ in range(600):
        if condition():
            return
        yield 0.1
    raise AssertionError("still not true after a minute")


def wait(condition: Callable[[], bool]) -> None:
    """Let Qt go on, without a pause, until something holds."""
    while not condition():
        QCoreApplication.processEvents()


def add(source: str) -> str:
    # GDAL only reads a packed file through its own prefix.
    path = f"/vsigzip/{source}" if source.endswith(".gz") else source
    layer = QgsVectorLayer(path, Path(source).stem, "ogr")
    assert layer.isValid(), source
    QgsProject.instance().addMapLayer(layer)
    return layer.id()


def chosen(case: dict[str, str]) -> Any:
    from cni_mapper.core.index.library import find_definition
    from cni_mapper.ui.maps.choices import new_choices

    plain = new_choices(case["name"], find_definition(case["definition"]), case["definition"])
    layers = {"areas": add(case["areas"]), "tables": (add(case["table"]),), "deprivation": add(case["deprivation"])}
    return replace(plain, **layers, lookup=add(case["lookup"]) if case["lookup"] else "", output=case["output"])


def move(session: Any, preview: Any, part: str, weight: float) -> float:
    """Seconds from a weight that is moved to the last attribute of the preview."""
    from cni_mapper.core.index.definition import with_weights

    done: list[float] = []
    preview.written.connect(lambda: done.append(perf_counter()))
    start = perf_counter()
    session.edit("Weight", ("weight", part), definition=with_weights(session.choices.definition, {part: weight}))
    wait(lambda: bool(done))
    preview.written.disconnect()
    return done[0] - start


def bare_move(layer: QgsVectorLayer, session: Any) -> float:
    """Seconds of what cannot be avoided: two argsorts, and as many ranks written into a layer in memory."""
    rank = session.tried.index.rank
    start = perf_counter()
    np.argsort(session.tried.index.score)
    np.argsort(rank)
    layer.dataProvider().changeAttributeValues({i + 1: {0: int(value)} for i, value in enumerate(rank.tolist())})
    return perf_counter() - start


def plain_layer(count: int) -> QgsVectorLayer:
    from qgis.core import QgsFeature

    layer = QgsVectorLayer("NoGeometry?field=rank:integer", "bare", "memory")
    features = [QgsFeature(layer.fields()) for _ in range(count)]
    layer.dataProvider().addFeatures(features)
    return layer


def weights(case: dict[str, str], dock: Any) -> Generator[float, None, None]:
    session, canvas = dock.session, qgis.utils.iface.mapCanvas()
    session.begin_run(chosen(case))
    session.make(case["output"])
    yield from until(lambda: session.kept is not None and not session.is_busy)
    canvas.setRenderFlag(False)
    preview = dock.live_map.preview
    session.edit("Limit", cni_limit=12.0)
    yield from until(lambda: preview.layer is not None and not preview.is_writing)
    bare, pairs, longest = plain_layer(len(session.data.position)), [], 0.0
    for i in range(MOVES + 1):
        beat = Heartbeat()
        moved = move(session, preview, case["part"], 1.1 + 0.1 * (i % 7))
        longest = max(longest, beat.longest if i else 0.0)
        beat.deleteLater()
        pairs.append((moved, bare_move(bare, session)))
    moved, bound = (median(column) for column in zip(*pairs[1:]))
    times[case["name"]] = {"moved": 1000 * moved, "bare": 1000 * bound, "longest": 1000 * longest}
    canvas.setRenderFlag(True)


def focus(dock: Any) -> float:
    """Seconds until the map has been redrawn for one district after another."""
    session, canvas = dock.session, qgis.utils.iface.mapCanvas()
    districts = session.data.on_map["district_code"].dropna().unique()[:: len(session.data.on_map) // 700]
    found = []
    for district in districts[:MOVES]:
        drawn: list[float] = []
        canvas.mapCanvasRefreshed.connect(lambda drawn=drawn: drawn.append(perf_counter()))
        start = perf_counter()
        session.edit("Districts", districts=(str(district),))
        dock.live_map.zoom_to(np.flatnonzero(session.shown()))
        wait(lambda drawn=drawn: bool(drawn) and not canvas.isDrawing() and not dock.live_map.preview.is_writing)
        found.append(drawn[-1] - start)
        canvas.mapCanvasRefreshed.disconnect()
    return 1000 * median(found)


def figures() -> Generator[float, None, None]:
    times["start"] = 1000 * float(qgis.utils.plugin_times["cni_mapper"].rstrip("s"))
    plugin = qgis.utils.plugins["cni_mapper"]
    start = perf_counter()
    plugin._panel.trigger()
    wait(lambda: plugin._dock is not None and plugin._dock.isVisible())
    QCoreApplication.processEvents()
    times["open"] = 1000 * (perf_counter() - start)
    for case in json.loads(os.environ["DOCK_CASES"]):
        yield from weights(case, plugin._dock)
        if case["name"] == "wards":
            yield 1.0
            times["focus"] = focus(plugin._dock)
    Path(os.environ["DOCK_TIMES"]).write_text(json.dumps(times), encoding="utf-8")


play(figures)
