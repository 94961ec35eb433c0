"""The page in QGIS's options dialog: shows what is stored, stores what is chosen, and recolours the maps at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from loading import empty_project, run_as_dialog, sink
from qgis.core import QgsApplication, QgsProcessingUtils, QgsProject, QgsSettings, QgsVectorLayer
from qgis.PyQt.QtWidgets import QComboBox, QDoubleSpinBox, QLabel, QLineEdit, QWidget
from style_parts import CNI_COLOURS, FILLS, symbols

from cni_mapper.ui.dialogs.options_page import OptionsFactory, OptionsPage, register_options
from cni_mapper.ui.settings import Settings, default_settings, read_settings, write_settings


@pytest.fixture(autouse=True)
def clean(processing) -> Iterator[None]:
    QgsSettings().remove("cni_mapper")
    yield
    QgsSettings().remove("cni_mapper")


@pytest.fixture
def page() -> Iterator[OptionsPage]:
    page = OptionsPage()
    yield page
    page.deleteLater()


def part(page: QWidget, name: str) -> Any:
    found = page.findChild(QWidget, f"cni_mapper_options_{name}")
    assert found is not None, name
    return found


def choose(page: OptionsPage, settings: Settings) -> None:
    """As a user would, by the widgets."""
    part(page, "data_folder").lineEdit().setText(str(settings.data_folder))
    part(page, "definition").findChild(QComboBox).setCurrentText(settings.definition)
    part(page, "cni_limit").setValue(settings.cni_limit)
    part(page, "imd_limit").setValue(settings.imd_limit)
    part(page, "colours").setCurrentIndex(part(page, "colours").findData(settings.colours))


def test_the_page_opens_with_what_is_stored(page: OptionsPage, tmp_path: Path) -> None:
    assert page.chosen() == default_settings()
    assert part(page, "data_folder").lineEdit().text() == ""
    assert part(page, "data_folder").lineEdit().placeholderText() == str(default_settings().data_folder)
    assert part(page, "definition").findChild(QComboBox).currentText() == "Community Needs Index 2019 [cni-2019]"
    stored = Settings(tmp_path, "open-needs", 12.5, 20.0, "grey")
    write_settings(stored)
    assert OptionsPage().chosen() == stored


def test_nothing_is_stored_before_ok(page: OptionsPage, tmp_path: Path) -> None:
    chosen = Settings(tmp_path, str(tmp_path / "own.json"), 15.0, 5.0, "grey")
    choose(page, chosen)
    assert read_settings() == default_settings()
    page.apply()
    assert read_settings() == chosen


def test_blank_fields_are_the_defaults(page: OptionsPage, tmp_path: Path) -> None:
    write_settings(Settings(tmp_path, "open-needs"))
    again = OptionsPage()
    part(again, "data_folder").lineEdit().clear()
    part(again, "definition").findChild(QComboBox).setCurrentText("")
    again.apply()
    assert read_settings() == default_settings()


@pytest.mark.parametrize("bad", ["file", "relative"])
def test_a_faulty_folder_is_said_and_not_stored(page: OptionsPage, tmp_path: Path, bad: str) -> None:
    (tmp_path / "notes.txt").write_text("no folder")
    text = str(tmp_path / "notes.txt") if bad == "file" else "downloads/here"
    part(page, "data_folder").lineEdit().setText(text)
    part(page, "cni_limit").setValue(15)
    said = part(page, "status").text()
    assert said == {
        "file": "notes.txt is a file. Choose a folder.",
        "relative": "Give the whole path of the folder, or leave it blank for the usual one.",
    }.get(bad)
    assert not page.isValid()
    page.apply()
    assert read_settings() == Settings(default_settings().data_folder, cni_limit=15.0)
    part(page, "data_folder").lineEdit().setText(str(tmp_path / "new"))
    assert page.isValid()
    assert part(page, "status").text() == "The folder is made when something is first kept in it."


def test_limits_keep_to_what_makes_sense(page: OptionsPage) -> None:
    limit: QDoubleSpinBox = part(page, "imd_limit")
    for tried, held in ((0.0, 0.1), (250.0, 100.0), (12.5, 12.5)):
        limit.setValue(tried)
        assert limit.value() == held
    limit.clear()
    assert limit.value() == 10.0


def test_every_field_is_named_and_reached_by_a_key(page: OptionsPage) -> None:
    labels = [label for label in page.findChildren(QLabel) if label.buddy() is not None]
    assert len(labels) == 5
    keys = [label.text()[label.text().index("&") + 1].lower() for label in labels]
    assert len(set(keys)) == len(keys)
    for label in labels:
        assert label.buddy().accessibleName() == label.text().replace("&", "")
        assert label.toolTip()
    assert isinstance(labels[0].buddy(), QLineEdit)


def test_long_titles_do_not_widen_the_dialog(page: OptionsPage) -> None:
    assert page.minimumSizeHint().width() < 70 * page.fontMetrics().averageCharWidth()


class Interface:
    def __init__(self) -> None:
        self.factories: list[Any] = []

    def registerOptionsWidgetFactory(self, factory: Any) -> None:
        self.factories.append(factory)


def test_the_factory_makes_a_new_page_for_each_dialog() -> None:
    iface = Interface()
    factory = register_options(iface)
    assert isinstance(factory, OptionsFactory)
    assert iface.factories == [factory]
    assert (factory.title(), factory.icon().isNull()) == ("CNI Mapper", False)
    parent = QWidget()
    first, second = factory.createWidget(parent), factory.createWidget(parent)
    assert first is not second
    assert first.parent() is parent
    parent.deleteLater()


def themed(column: str) -> QgsVectorLayer:
    layers = QgsProject.instance().mapLayers().values()
    (found,) = [layer for layer in layers if layer.customProperty("cni_mapper/theme") == column]
    return found


def fills(column: str) -> dict[str, str]:
    return {key: one.symbolLayer(0).fillColor().name() for key, one in symbols(themed(column).renderer()).items()}


def legend(column: str) -> list[str]:
    return [category.label() for category in themed(column).renderer().categories()]


def is_grey(colour: str) -> bool:
    return colour[1:3] == colour[3:5] == colour[5:7]


def load_example() -> None:
    """In the background, as the dialog does it."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("cni:example")
    output = QgsProcessingUtils.generateTempFilename("example.gpkg")
    successful, log = run_as_dialog(algorithm, {"OUTPUT": sink(output)})
    assert successful, log


@pytest.fixture
def project(processing, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with empty_project(monkeypatch):
        yield


def test_a_run_takes_the_colours_that_are_set(processing, project: None) -> None:
    write_settings(Settings(default_settings().data_folder, colours="grey"))
    load_example()
    for column in ("category", "cni_decile", "imd_decile", "civic_assets_decile"):
        assert all(is_grey(colour) for colour in fills(column).values()), column
    assert len(set(fills("cni_decile").values())) == 11


def test_open_maps_change_at_once_and_back(processing, project: None, page: OptionsPage) -> None:
    load_example()
    assert fills("category") == FILLS
    words = legend("category"), legend("cni_decile")
    colours = part(page, "colours")
    colours.setCurrentIndex(colours.findData("grey"))
    assert fills("category") == FILLS
    page.apply()
    assert all(is_grey(colour) for column in ("category", "cni_decile") for colour in fills(column).values())
    assert (legend("category"), legend("cni_decile")) == words
    colours.setCurrentIndex(colours.findData("standard"))
    page.apply()
    assert fills("category") == FILLS
    assert list(fills("cni_decile").values()) == [*CNI_COLOURS, "#ffffff"]


def test_other_layers_and_own_classes_are_left_alone(processing, project: None, page: OptionsPage) -> None:
    load_example()
    own = themed("imd_decile").renderer().clone()
    own.setClassAttribute("population")
    themed("imd_decile").setRenderer(own)
    shortened = themed("cni_decile").renderer().clone()
    shortened.deleteCategory(0)
    themed("cni_decile").setRenderer(shortened)
    before = fills("imd_decile")
    part(page, "colours").setCurrentIndex(1)
    page.apply()
    assert fills("imd_decile") == before
    assert list(fills("cni_decile")) == [*map(str, range(2, 11)), ""]
    assert all(is_grey(colour) for colour in fills("cni_decile").values())
