"""The example: the made-up county on the map, what is seen of it, and clicking its wards."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from canvas import click_canvas
from files import layer_of, rows_of
from panel import held, says, turn_to
from pointer import click
from qgis.core import QgsCoordinateTransform, QgsFeature, QgsPointXY, QgsProject, QgsVectorLayer
from qgis.PyQt.QtWidgets import QComboBox, QLabel, QTabWidget, QToolButton, QWidget
from qgis.utils import iface
from session import Steps, picture
from waiting import find, seen, wait_for, wait_until

FILE = "cni_mapper/example/sampleshire.gpkg"
TABLE = "sampleshire"
WARDS, LEFT_BEHIND = 150, 8
INSPECTED = tuple(
    f"cni_mapper_area_{part}"
    for part in ("name", "place", "category", "need", "deprivation", "decisive", "similar_1", "similar_5", "values")
)


def shown_layers() -> list[QgsVectorLayer]:
    """The layers that are ticked in the Layers panel, the topmost first."""
    return QgsProject.instance().layerTreeRoot().checkedLayers()


def result() -> QgsVectorLayer:
    """The one layer of the result that is shown."""
    found = [layer for layer in shown_layers() if FILE in layer.source()]
    assert len(found) == 1, [layer.name() for layer in found]
    return found[0]


def result_file() -> Path:
    return Path(held().choices.output)


def assert_result(path: Path) -> None:
    """The file holds the county as it is known to come out: 150 wards, 8 of them left behind."""
    categories = [row["category"] for row in rows_of(path, TABLE).values()]
    assert (len(categories), categories.count("left_behind")) == (WARDS, LEFT_BEHIND)


def inspect(code: str, path: Path) -> Steps:
    """Take the inspector from the panel and click a ward's inside on the map."""
    button = find("cni_mapper_run_inspector", QToolButton)
    if not button.isChecked():
        yield from click(button)
    # The panel of the inspector takes room from the map.
    yield from wait_for("cni_mapper_area_panel")
    yield 1.0
    yield from click_canvas(inside(_ward(code, path), layer_of(path, TABLE)))
    yield from wait_until(lambda: code in shown_text("cni_mapper_area_place"), 5, f"the inspector to show {code}")
    yield 0.3
    assert_not_squeezed(find("cni_mapper_area_panel"))


def _ward(code: str, path: Path) -> QgsFeature:
    return next(feature for feature in layer_of(path, TABLE).getFeatures() if feature["area_code"] == code)


def inside(feature: QgsFeature, layer: QgsVectorLayer) -> QgsPointXY:
    """A point in the area, away from its edges, in coordinates of the map."""
    project = QgsProject.instance()
    to_map = QgsCoordinateTransform(layer.crs(), iface.mapCanvas().mapSettings().destinationCrs(), project)
    point, _ = feature.geometry().poleOfInaccessibility(10)
    return to_map.transform(point.asPoint())


def shown_text(name: str) -> str:
    """What a label says, blank while it is not to be seen."""
    found = seen(name, QLabel)
    return found[0].text() if found else ""


def assert_not_squeezed(panel: QWidget) -> None:
    """Every text of a panel has the height that its lines need, be it scrolled away or not."""
    labels = [label for label in panel.findChildren(QLabel) if label.isVisible() and label.wordWrap()]
    low = [label.text() for label in labels if label.height() < label.heightForWidth(label.width())]
    if low:
        picture("squeezed")
        raise AssertionError(f"cut off: {low}")


def inspected() -> dict[str, str]:
    """What the inspector says of the ward it shows."""
    return {name: shown_text(name) for name in INSPECTED}


def walk(name: str) -> Any:
    """Turn to each page, and keep a picture and what its line of status says; none may have a fault to tell of."""
    tabs, said = find("cni_mapper_pages", QTabWidget), {}
    for i in range(tabs.count()):
        page = tabs.tabText(i)
        yield from turn_to(page)
        picture(f"{name}-{page.lower()}")
        said[page] = says()
        assert said[page], f"the page {page} says nothing"
        assert find("cni_mapper_status", QLabel).property("kind") == "ready", said[page]
    return said


def state(said: dict[str, str]) -> dict[str, Any]:
    """What a person finds again: the runs, what each page says, the layers shown and the ward inspected, as JSON."""
    runs = find("cni_mapper_run_list", QComboBox)
    return {
        "runs": [runs.itemText(i) for i in range(runs.count())],
        "open run": runs.currentText(),
        "pages": said,
        "choices": [run.choices.as_json() for run in held().runs],
        "made": [run.made and run.made.as_json() for run in held().runs],
        "layers": [layer.name() for layer in QgsProject.instance().layerTreeRoot().layerOrder()],
        "shown": [layer.name() for layer in shown_layers()],
        "rows": rows_of(result_file(), TABLE),
    }
