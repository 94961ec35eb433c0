"""The lists that Processing's dialogs show for the index, the template and the theme."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from processing.gui.wrappers import WidgetWrapperFactory
from qgis.core import QgsApplication, QgsProcessingContext, QgsProject, QgsVectorLayer
from qgis.gui import QgsGui, QgsProcessingGui
from qgis.PyQt.QtWidgets import QComboBox, QDialog, QFileDialog, QToolButton


@pytest.fixture
def dialog(processing, qgis_new_project: None) -> QDialog:
    return QDialog()


def parameter(algorithm: str, name: str) -> Any:
    return QgsApplication.processingRegistry().algorithmById(f"cni:{algorithm}").parameterDefinition(name)


def wrapper_of(dialog: QDialog, algorithm: str, name: str) -> Any:
    return WidgetWrapperFactory.create_wrapper(parameter(algorithm, name), dialog)


def titles(wrapper: Any) -> list[str]:
    found = wrapper.widget.findChild(QComboBox)
    return [found.itemText(i) for i in range(found.count())]


@pytest.mark.parametrize(
    ("algorithm", "name", "chosen", "title"),
    [
        ("map", "DEFINITION", "cni-2019", "Community Needs Index 2019 [cni-2019]"),
        ("printmap", "TEMPLATE", "a3_triptych", "A3 landscape, three maps [a3_triptych]"),
        ("atlas", "TEMPLATE", "a4_portrait", "A4 portrait, one map [a4_portrait]"),
        ("profiles", "TEMPLATE", "a4_profile", "The plugin's own page, A4 [a4_profile]"),
        ("atlas", "THEME", "imd", "Deprivation, in deciles [imd]"),
    ],
)
def test_what_is_chosen_by_its_title_is_given_by_its_id(
    dialog: QDialog, algorithm: str, name: str, chosen: str, title: str
) -> None:
    wrapper = wrapper_of(dialog, algorithm, name)
    heard = []
    wrapper.widgetValueHasChanged.connect(lambda _: heard.append(wrapper.parameterValue()))
    wrapper.widget.findChild(QComboBox).setEditText("")
    wrapper.setParameterValue(chosen, QgsProcessingContext())
    assert wrapper.widget.findChild(QComboBox).currentText() == title
    assert heard[-1] == wrapper.parameterValue() == chosen
    assert parameter(algorithm, name).checkValueIsAcceptable(wrapper.parameterValue())


def test_a_template_of_the_council_is_typed_or_browsed_for(dialog: QDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    wrapper = wrapper_of(dialog, "printmap", "TEMPLATE")
    wrapper.setParameterValue("C:/maps/council.qpt", QgsProcessingContext())
    assert wrapper.parameterValue() == "C:/maps/council.qpt"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("C:/maps/other.qpt", ""))
    wrapper.widget.findChild(QToolButton).click()
    assert wrapper.parameterValue() == "C:/maps/other.qpt"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    wrapper.widget.findChild(QToolButton).click()
    assert wrapper.parameterValue() == "C:/maps/other.qpt"


def test_the_themes_are_those_of_the_result_chosen(dialog: QDialog, made: Path) -> None:
    theme = wrapper_of(dialog, "atlas", "THEME")
    result = QgsGui.processingGuiRegistry().createParameterWidgetWrapper(
        parameter("atlas", "RESULT"), QgsProcessingGui.WidgetType.Standard
    )
    result.createWrappedWidget(QgsProcessingContext()).setParent(dialog)
    theme.postInitialize([theme, result])
    always = ["overlay", "cni", "imd", "bivariate"]
    assert [title.rpartition("[")[2].strip("]") for title in titles(theme)] == always
    theme.setParameterValue("cni", QgsProcessingContext())
    layer = QgsProject.instance().addMapLayer(QgsVectorLayer(f"{made}|layername=result", "Sampleshire", "ogr"))
    result.setParameterValue(layer.id(), QgsProcessingContext())
    assert titles(theme)[4:] == [
        "Civic assets [civic_assets]",
        "Connectedness [connectedness]",
        "Engaged community [engaged_community]",
    ]
    assert theme.parameterValue() == "cni"
