"""A page of the dock on a desk of its own: a session, what it needs beside it, and what a person does with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pandas as pd
import pytest
from county import County, set_values
from desk import Interface, wait_until
from loading import empty_project
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsVectorLayer
from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QComboBox, QLabel, QListView, QWidget

from cni_mapper.core.index.library import find_definition
from cni_mapper.ui.dialogs.live_map import LiveMap
from cni_mapper.ui.dialogs.looks import Looks
from cni_mapper.ui.dialogs.pages.page import Page
from cni_mapper.ui.dialogs.session import Session
from cni_mapper.ui.maps.choices import new_choices


class Files(Interface):
    """An interface that adds files to the project."""

    def addVectorLayer(self, path: str, name: str, provider: str) -> QgsVectorLayer:
        layer = QgsVectorLayer(path, name, provider)
        return QgsProject.instance().addMapLayer(layer)


class PageDesk(QWidget):
    """Stands in for the dock: it refreshes the one page whenever the session or the looks change."""

    def __init__(self, kind: Callable[[Session, Looks], Page]) -> None:
        super().__init__()
        self.iface = Files()
        self.session = Session(self.iface, QgsProject.instance(), self)
        self.live_map = LiveMap(self.session, self)
        self.looks = Looks(self.session, self)
        self.page = kind(self.session, self.looks)
        self.page.setParent(self)
        self.page.resize(400, 900)
        self.resize(400, 900)
        for signal in (self.session.changed, self.looks.looked):
            signal.connect(self.page.refresh)
        self.session.outcome_changed.connect(self.page.show_outcome)
        self.page.refresh()

    def put_away(self) -> None:
        self.session.cancel()
        self.looks.put_away()
        self.live_map.put_away()
        wait_until(lambda: not self.session.is_busy)
        self.deleteLater()

    def find(self, name: str, kind: type[QWidget] = QWidget) -> QWidget:
        found = self.page.findChildren(kind, f"cni_mapper_{name}")
        assert len(found) == 1, (name, len(found))
        return found[0]

    def text(self, name: str) -> str:
        """What a label says, blank while it is not shown."""
        label = self.find(name, QLabel)
        return "" if label.isHidden() else label.text()

    def pick(self, name: str, text: str) -> None:
        """Choose an entry of a list as a person does."""
        combo = self.find(name, QComboBox)
        texts = [combo.itemText(i) for i in range(combo.count())]
        assert texts.count(text) == 1, (text, texts)
        row = texts.index(text)
        combo.setCurrentIndex(row)
        combo.activated.emit(row)

    def pick_layer(self, name: str, layer: QgsVectorLayer) -> None:
        self.pick(f"{name}_layer", layer.name())

    def settle(self) -> None:
        """Wait until no layer is being looked at, nor anything read."""
        wait_until(lambda: not self.looks._working and not self.session.is_busy)

    @property
    def status(self) -> str:
        return self.page.status().text


def add(source: Path | str, name: str = "") -> QgsVectorLayer:
    """A file as a layer of the project."""
    layer = QgsVectorLayer(str(source), name or Path(str(source).partition("|")[0]).name.partition(".")[0], "ogr")
    assert layer.isValid(), source
    return QgsProject.instance().addMapLayer(layer)


def put(layer: QgsVectorLayer, name: str = "") -> QgsVectorLayer:
    """A layer that a test has made, in the project."""
    layer.setName(name or layer.name())
    return QgsProject.instance().addMapLayer(layer)


@contextmanager
def opened_desk(kind: type[Page], monkeypatch: pytest.MonkeyPatch) -> Iterator[PageDesk]:
    """A desk over an empty project."""
    with empty_project(monkeypatch):
        desk = PageDesk(kind)
        yield desk
        desk.put_away()


def begin_county(desk: PageDesk, county: County) -> None:
    """Open a run of the sample's own index, whose areas are wards of no year."""
    file = str(county.path("definition.json"))
    desk.session.begin_run(new_choices("County", find_definition(file), file))


def choose_rest(desk: PageDesk, county: County) -> None:
    """Choose all tables of the county."""
    desk.session.edit(
        "Choose",
        tables=(add(county.path("community_needs.csv")).id(),),
        deprivation=add(county.path("deprivation.csv")).id(),
        lookup=add(county.path("small_area_to_ward.csv")).id(),
    )


def wards(county: County) -> QgsVectorLayer:
    return add(f"{county.path('wards.gpkg')}|layername=wards", "wards")


def chosen(desk: PageDesk, county: County) -> QgsVectorLayer:
    """The wards of the county, chosen and looked at."""
    layer = wards(county)
    desk.pick_layer("areas", layer)
    desk.settle()
    return layer


def rows(desk: PageDesk) -> list[str]:
    model = desk.find("areas_districts", QListView).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def type_in(desk: PageDesk, text: str) -> QgsFilterLineEdit:
    search = desk.find("areas_find_district", QgsFilterLineEdit)
    search.clear()
    QTest.keyClicks(search, text)
    return search


def shown(desk: PageDesk) -> None:
    desk.show()
    desk.page.show()
    desk.settle()


def no_crs(county: County) -> QgsVectorLayer:
    layer = county.wards()
    layer.setCrs(QgsCoordinateReferenceSystem())
    return layer


def of_2022(county: County) -> QgsVectorLayer:
    layer = county.wards()
    layer.startEditing()
    layer.renameAttribute(layer.fields().indexOf("ward_code"), "WD22CD")
    layer.commitChanges()
    return layer


def twice(county: County) -> QgsVectorLayer:
    layer = county.wards()
    set_values(layer, "ward_code", {"X05000002": "X05000001"})
    return layer


def districts_only(county: County) -> QgsVectorLayer:
    layer = county.wards()
    layer.dataProvider().deleteAttributes([layer.fields().indexOf(name) for name in ("ward_code", "ward_name")])
    layer.updateFields()
    layer.selectByExpression("$id not in (array_min(array_agg($id, group_by:=district_code)))")
    ids = layer.selectedFeatureIds()
    layer.dataProvider().deleteFeatures(ids)
    return layer


def table(desk: PageDesk, county: County, name: str = "deprivation.csv") -> None:
    desk.pick_layer("deprivation", add(county.path(name)))
    desk.settle()


def lookup(desk: PageDesk, county: County) -> None:
    desk.pick_layer("lookup", add(county.path("small_area_to_ward.csv")))
    desk.settle()


def read(desk: PageDesk, county: County) -> None:
    """Choose the need table too, and wait until all is read."""
    desk.session.edit("Choose", tables=(add(county.path("community_needs.csv")).id(),))
    wait_until(lambda: desk.session.tried is not None or desk.session.fault is not None)


def by_ward(county: County) -> None:
    """A deprivation table by ward: the residents' mean, by pandas."""
    scores = pd.read_csv(county.path("deprivation.csv"))
    rows = pd.read_csv(county.path("small_area_to_ward.csv")).merge(scores[["small_area_code", "imd_score"]])
    sums = (
        rows.assign(weighted=rows["imd_score"] * rows["population"])
        .groupby("ward_code")[["weighted", "population"]]
        .sum()
    )
    means = sums["weighted"] / sums["population"]
    county.write("by_ward.csv", means.rename("imd_score").reset_index())
