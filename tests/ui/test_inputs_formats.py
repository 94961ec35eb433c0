"""The main job gives the same rows whatever format the boundaries and tables come in."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd
import pytest
from county import (
    DEPRIVATION,
    LOOKUP,
    NEEDS,
    County,
    assert_same_rows,
    csv_layer,
    expected_wards,
    memory_copy,
    run_map,
    save_layer,
    to_postgis,
)
from qgis.core import QgsProject, QgsVectorLayer

TABLES = {"TABLES": NEEDS, "DEPRIVATION": DEPRIVATION, "LOOKUP": LOOKUP}


def _give_tables(county: County, make: Callable[[QgsVectorLayer, str], object], *, types: bool = True) -> None:
    """Give each table as what `make` makes of it. types: from numbers as numbers, not as text."""
    for parameter, name in TABLES.items():
        made = make(csv_layer(county.path(name), types=types), name.partition(".")[0])
        county.give(**{parameter: [made] if parameter == "TABLES" else made})


def _saved(county: County, ending: str) -> None:
    _give_tables(county, lambda layer, name: save_layer(layer, county.path(f"{name}_{ending[1:]}{ending}")))


def _in_project(layer: QgsVectorLayer) -> QgsVectorLayer:
    assert layer.isValid()
    QgsProject.instance().addMapLayer(layer)
    return layer


def _geopackage(county: County) -> None:
    _saved(county, ".gpkg")
    county.edit_wards(lambda layer: None)


def _spreadsheets(county: County) -> None:
    _saved(county, ".xlsx")


def _geojson(county: County) -> None:
    _saved(county, ".geojson")
    county.edit_wards(lambda layer: None, "wards.geojson")


def _shapefile(county: County) -> None:
    """Field names of ten letters: codes of small areas must be named, wards and districts are still found."""
    county.edit_wards(lambda layer: None, "wards.shp")
    for parameter, name in (("DEPRIVATION", DEPRIVATION), ("LOOKUP", LOOKUP)):
        path = county.path(name.replace(".csv", ".shp"))
        save_layer(csv_layer(county.path(name), types=True), path)
        county.give(**{parameter: str(path.with_suffix(".dbf"))})
    county.give(DEPRIVATION_CODE="small_area", LOOKUP_FROM="small_area")


def _delimited_text(county: County) -> None:
    _give_tables(county, lambda layer, name: _in_project(layer), types=False)


def _delimited_text_with_types(county: County) -> None:
    _give_tables(county, lambda layer, name: _in_project(layer).id())


def _memory(county: County) -> None:
    _give_tables(county, lambda layer, name: _in_project(memory_copy(layer)))
    county.give(AREAS=_in_project(county.wards()))


def _zipped(county: County) -> None:
    for parameter, name in TABLES.items():
        path = county.path(name + ".gz")
        path.write_bytes(gzip.compress(county.path(name).read_bytes()))
        county.give(**{parameter: [str(path)] if parameter == "TABLES" else str(path)})


def _layer_ids(county: County) -> None:
    county.give(AREAS=_in_project(QgsVectorLayer(county.parameters["AREAS"], "wards")).name())


@dataclass(frozen=True)
class Form:
    id: str
    give: Callable[[County], None]


FORMS = [
    Form("geopackage", _geopackage),
    Form("spreadsheets", _spreadsheets),
    Form("geojson", _geojson),
    Form("shapefile and dbase", _shapefile),
    Form("delimited text in the project", _delimited_text),
    Form("delimited text with types, by layer id", _delimited_text_with_types),
    Form("memory layers", _memory),
    Form("zipped csv", _zipped),
    Form("boundaries by layer name", _layer_ids),
]


def test_the_rows_are_those_of_pandas_alone(sample_run, sample) -> None:
    """What the other tests compare with: every score, rank, category and population of the sample county."""
    rows, _ = sample_run
    expected = expected_wards(sample).reindex(rows.index)
    assert len(rows) == 150
    for column in ("cni_rank", "imd_rank", "category"):
        assert list(rows[column]) == list(expected[column]), column
    for column in ("cni_score", "imd_score", "population"):
        assert list(rows[column].astype(float)) == pytest.approx(list(expected[column].astype(float))), column
    for index in ("cni", "imd"):
        assert list(rows[f"{index}_margin"]) == list(expected[f"{index}_rank"] - 15)
        assert list(rows[f"{index}_decile"]) == list(-(-expected[f"{index}_rank"] // 15))


def test_names_and_districts(sample_run, sample) -> None:
    rows, _ = sample_run
    needs = pd.read_csv(sample / NEEDS, index_col="ward_code").reindex(rows.index)
    for column, source in (("area_name", "ward_name"), ("district_code", None), ("district_name", None)):
        assert list(rows[column]) == list(needs[source or column]), column
    for domain in ("civic_assets", "connectedness", "engaged_community"):
        assert list(rows[f"{domain}_score"].astype(float)) == pytest.approx(list(needs[f"{domain}_score"]))
        assert list(rows[f"{domain}_rank"]) == list(needs[f"{domain}_rank"])
    assert list(rows["left_behind_published"] == "yes") == list(needs["left_behind"] == 1)
    shared = pd.read_csv(sample / LOOKUP)
    parts = shared[shared["small_area_code"].duplicated(keep=False)]["ward_code"]
    assert list(rows["quality"] == "estimated") == list(rows.index.isin(parts))
    assert set(rows["quality"]) == {"estimated", "best_fit"} and set(rows["missing"]) <= {"", None}


@pytest.mark.parametrize("form", [pytest.param(form, id=form.id.replace(" ", "-")) for form in FORMS])
def test_same_rows(form: Form, processing, county: County, output, sample_run, qgis_new_project) -> None:
    form.give(county)
    rows, _ = run_map(processing, county, output)
    assert_same_rows(rows, sample_run[0])


def test_same_rows_from_postgis(processing, county: County, output, sample_run, postgis, qgis_new_project) -> None:
    _give_tables(county, lambda layer, name: _in_project(to_postgis(layer, postgis, name)))
    county.give(AREAS=_in_project(to_postgis(county.wards(), postgis, "wards", shapes=True)))
    rows, record = run_map(processing, county, output)
    assert_same_rows(rows, sample_run[0])
    assert [entry["sha256"] for entry in record["inputs"]] == ["", "", "", ""]
    assert all("postgres" not in entry["name"] for entry in record["inputs"])


def test_curves_and_heights_become_plain_polygons(processing, county: County, output, sample_run) -> None:
    """Boundaries with a height at each point, as some councils' files have."""
    source = county.wards()
    layer = QgsVectorLayer("MultiPolygonZ?crs=EPSG:27700", "high", "memory")
    layer.dataProvider().addAttributes(source.fields().toList())
    layer.updateFields()
    features = list(source.getFeatures())
    for feature in features:
        shape = feature.geometry()
        shape.get().addZValue(12.5)
        feature.setGeometry(shape)
    assert layer.dataProvider().addFeatures(features)[0]
    county.give(AREAS=save_layer(layer, county.path("high.gpkg")))
    rows, _ = run_map(processing, county, output)
    assert_same_rows(rows, sample_run[0])
    made = QgsVectorLayer(str(output / "result.gpkg"), "made")
    areas = {f["area_code"]: f.geometry().area() for f in made.getFeatures()}
    assert areas == pytest.approx({f["ward_code"]: f.geometry().area() for f in source.getFeatures()})
    assert not next(made.getFeatures()).geometry().constGet().is3D()
