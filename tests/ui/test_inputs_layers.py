"""Layers as a project holds them: filtered, edited, joined, calculated, selected. What QGIS shows is what counts."""

from __future__ import annotations

import pandas as pd
import pytest
from county import (
    DEPRIVATION,
    NEEDS,
    County,
    assert_same_rows,
    codes,
    csv_layer,
    memory_copy,
    record_of,
    rows_of,
    run_map,
    save_layer,
)
from qgis.core import (
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsProperty,
    QgsVectorLayer,
    QgsVectorLayerJoinInfo,
)

from cni_mapper.ui.compat import make_field

DISTRICT = "Marram Coast"


@pytest.fixture
def project(qgis_new_project) -> QgsProject:
    return QgsProject.instance()


def _table(county: County, project: QgsProject, name: str, table=None) -> QgsVectorLayer:
    """A table as a GeoPackage layer of the project."""
    source = csv_layer(county.path(name), types=True) if table is None else table
    path = save_layer(source, county.path(name.replace(".csv", ".gpkg")))
    layer = QgsVectorLayer(path, name)
    project.addMapLayer(layer)
    return layer


def test_a_filtered_table(processing, county: County, output, project, sample_run) -> None:
    """The table holds every ward twice, for two years; the filter leaves one of them."""
    older = county.table(NEEDS).assign(year="2015", civic_assets_score="1")
    newer = county.table(NEEDS).assign(year="2019")
    county.write("years.csv", pd.concat([older, newer]))
    layer = _table(county, project, "years.csv", csv_layer(county.path("years.csv"), types=True))
    assert layer.setSubsetString('"year" = 2019') and layer.featureCount() == 150
    rows, _ = run_map(processing, county, output, TABLES=[layer])
    assert_same_rows(rows, sample_run[0])
    assert layer.subsetString() == '"year" = 2019'


def test_filtered_boundaries_show_only_those(processing, county: County, output, project, sample_run) -> None:
    layer = QgsVectorLayer(county.parameters["AREAS"], "wards")
    project.addMapLayer(layer)
    assert layer.setSubsetString(f"\"district_name\" = '{DISTRICT}'")
    rows, record = run_map(processing, county, output, AREAS=layer)
    baseline = sample_run[0]
    assert_same_rows(rows, baseline[baseline["district_name"] == DISTRICT])
    assert record["universe"]["areas"] == 150 and record["focus"]["areas"] == 28


def test_unsaved_edits_count_and_stay_unsaved(processing, county: County, output, project, sample_run) -> None:
    """A score is set to the highest and a ward is renamed, both not saved: the ranks and names follow."""
    needs = _table(county, project, NEEDS)
    wards = QgsVectorLayer(county.parameters["AREAS"], "wards")
    project.addMapLayer(wards)
    _change(needs, "X05000003", "civic_assets_score", 500.0)
    _change(wards, "X05000003", "ward_name", "Renamed")
    rows, _ = run_map(processing, county, output, TABLES=[needs], AREAS=wards)
    assert (rows.loc["X05000003", "cni_rank"], rows.loc["X05000003", "civic_assets_rank"]) == (1, 1)
    assert rows.loc["X05000003", "area_name"] == "Renamed"
    assert needs.isModified() and wards.isModified()
    before = sample_run[0]["cni_rank"]
    above = before.drop("X05000003")[before.drop("X05000003") < before["X05000003"]]
    assert list(rows["cni_rank"].reindex(above.index)) == list(above + 1)
    needs.rollBack()
    wards.rollBack()


def _change(layer: QgsVectorLayer, code: str, field: str, value: object) -> None:
    assert layer.startEditing()
    feature = next(layer.getFeatures(f"\"ward_code\" = '{code}'"))
    assert layer.changeAttributeValue(feature.id(), layer.fields().indexOf(field), value)


def test_unsaved_edits_of_a_csv_file_count(processing, county: County, output, project) -> None:
    """A plain CSV file is read past QGIS; one that is being edited must not be."""
    layer = QgsVectorLayer(county.parameters["TABLES"][0], "needs")
    project.addMapLayer(layer)
    _change(layer, "X05000003", "civic_assets_score", "500")
    rows, _ = run_map(processing, county, output, TABLES=[layer])
    assert rows.loc["X05000003", "cni_rank"] == 1
    layer.rollBack()


@pytest.mark.parametrize("kind", ["geopackage", "csv"])
def test_joined_columns(processing, county: County, output, project, sample_run, kind: str) -> None:
    """The scores of one domain are joined on from another layer."""
    whole = county.table(NEEDS)
    whole[["ward_code", "connectedness_score"]].to_csv(county.path("joined.csv"), index=False)
    county.edit(NEEDS, lambda t: t.drop(columns="connectedness_score"))
    other = csv_layer(county.path("joined.csv"), types=True)
    layer = _table(county, project, NEEDS) if kind == "geopackage" else csv_layer(county.path(NEEDS))
    project.addMapLayers([other, layer])
    join = QgsVectorLayerJoinInfo()
    join.setJoinLayer(other)
    join.setJoinFieldName("ward_code")
    join.setTargetFieldName("ward_code")
    join.setPrefix("")
    assert layer.addJoin(join)
    rows, _ = run_map(processing, county, output, TABLES=[layer])
    assert_same_rows(rows, sample_run[0])


@pytest.mark.parametrize("kind", ["geopackage", "csv"])
def test_virtual_fields(processing, county: County, output, project, sample_run, kind: str) -> None:
    """The score of deprivation is worked out in the layer."""
    county.edit(DEPRIVATION, lambda t: t.assign(half=t.pop("imd_score").astype(float) / 2))
    layer = _table(county, project, DEPRIVATION) if kind == "geopackage" else csv_layer(county.path(DEPRIVATION))
    layer.addExpressionField('to_real("half") * 2', make_field("imd_score", "number"))
    project.addMapLayer(layer)
    rows, _ = run_map(processing, county, output, DEPRIVATION=layer)
    assert_same_rows(rows, sample_run[0])


def test_selected_features_only(processing, county: County, output, project, sample_run) -> None:
    """A selection in the boundaries is a focus: fewer rows, the same ranks."""
    layer = QgsVectorLayer(county.parameters["AREAS"], "wards")
    project.addMapLayer(layer)
    layer.selectByExpression(f"\"district_name\" = '{DISTRICT}' OR \"ward_code\" = 'X05000001'")
    areas = QgsProcessingFeatureSourceDefinition(layer.id(), True)
    rows, record = run_map(processing, county, output, AREAS=areas)
    baseline = sample_run[0]
    chosen = baseline[(baseline["district_name"] == DISTRICT) | (baseline.index == "X05000001")]
    assert len(chosen) == 29
    assert_same_rows(rows, chosen)
    assert (record["focus"]["selected_only"], record["focus"]["areas"], record["universe"]["areas"]) == (True, 29, 150)
    assert layer.selectedFeatureCount() == 29


FOCUS = f"\"district_name\" = '{DISTRICT}' AND \"ward_name\" <> 'nowhere'"


@pytest.mark.parametrize("form", ["text", "property", "static property"])
def test_focus_expression(processing, county: County, output, sample_run, form: str) -> None:
    forms = {
        "text": FOCUS,
        "property": QgsProperty.fromExpression(FOCUS),
        "static property": QgsProperty.fromValue(FOCUS),
    }
    rows, record = run_map(processing, county, output, FOCUS=forms[form])
    baseline = sample_run[0]
    assert_same_rows(rows, baseline[baseline["district_name"] == DISTRICT])
    assert record["focus"] == {"expression": FOCUS, "selected_only": False, "layer": "wards.gpkg", "areas": 28}


def test_focus_by_shape(processing, county: County, output, sample_run) -> None:
    wards = county.wards()
    large = [f["ward_code"] for f in wards.getFeatures() if f.geometry().area() > 2e7]
    assert 0 < len(large) < 150
    rows, _ = run_map(processing, county, output, FOCUS="area($geometry) > 20000000")
    assert_same_rows(rows, sample_run[0].loc[sorted(large)])


def test_every_column_may_be_named(processing, county: County, output, sample_run) -> None:
    """The columns are called what nobody would guess, so all are named."""
    county.edit(NEEDS, lambda t: t.drop(columns=["ward_name", "district_code", "district_name"]))
    layer = county.wards()
    names = {"ward_code": "a", "ward_name": "b", "district_code": "c", "district_name": "d"}
    layer.dataProvider().renameAttributes({layer.fields().indexOf(old): new for old, new in names.items()})
    layer.updateFields()
    county.edit(DEPRIVATION, lambda t: t.rename(columns={"small_area_code": "e", "imd_score": "f"}))
    fields = {"AREA_CODE": "a", "AREA_NAME": "b", "DISTRICT": "c", "DISTRICT_NAME": "d", "CODE_FIELD": "ward_code"}
    lookup = {"LOOKUP_FROM": "small_area_code", "LOOKUP_TO": "ward_code", "LOOKUP_WEIGHT": "population"}
    named = {**fields, **lookup, "DEPRIVATION_CODE": "e", "DEPRIVATION_SCORE": "f"}
    rows, _ = run_map(processing, county, output, AREAS=save_layer(layer, county.path("odd.gpkg")), **named)
    assert_same_rows(rows, sample_run[0])


def test_population_of_the_boundaries_is_used_where_no_look_up_has_it(processing, county: County, output) -> None:
    """Deprivation by ward, without residents: those of the boundaries are shown."""
    imd = county.table(NEEDS)[["ward_code"]].assign(imd_score=range(150))
    county.edit_wards(_add_people)
    given = {"DEPRIVATION": county.write("imd.csv", imd), "LOOKUP": None}
    rows, _ = run_map(processing, county, output, POPULATION="people", **given)
    assert list(rows["population"].astype(float)) == [1000.0 + i for i in range(150)]
    assert list(rows["imd_rank"]) == list(range(150, 0, -1))
    assert set(rows["quality"]) == {"exact"}


def _add_people(layer: QgsVectorLayer) -> None:
    layer.dataProvider().addAttributes([make_field("people", "whole")])
    layer.updateFields()
    position = layer.fields().indexOf("people")
    ids = {f["ward_code"]: f.id() for f in layer.getFeatures()}
    changes = {ids[code]: {position: 1000 + i} for i, code in enumerate(codes(range(1, 151)))}
    assert layer.dataProvider().changeAttributeValues(changes)


def test_other_tables_of_the_inputs_geopackage_stay(processing, county: County, sample_run) -> None:
    """The result goes into the GeoPackage that the boundaries come from, as another table."""
    path = county.path("wards.gpkg")
    target = f"ogr:dbname='{path}' table=\"result\" (geom)"
    source = processing.run("cni:map", {**county.parameters, "OUTPUT": target})["OUTPUT"]
    assert_same_rows(rows_of(source), sample_run[0])
    wards = QgsVectorLayer(f"{path}|layername=wards", "wards")
    assert memory_copy(wards).featureCount() == 150
    assert record_of(source)["counts"]["areas"]["left_behind"] == 8
