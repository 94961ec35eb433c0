"""A result layer as printed pages read it: rows and shapes, the record, the focus and the themes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pandas as pd
import pytest
from county import DOMAINS, csv_layer, expected_wards, record_of, rows_of
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsLayerMetadata,
    QgsProviderRegistry,
    QgsVectorLayer,
    edit,
)

from cni_mapper.core.errors import CniError
from cni_mapper.ui.compat import make_field
from cni_mapper.ui.maps.layouts.result import find_record, read_focus, read_result, theme_title, themes_of
from cni_mapper.ui.messages import fault_text


@pytest.fixture(scope="module")
def source(processing, tmp_path_factory) -> str:
    """A result of the sample county, not to be changed."""
    path = tmp_path_factory.mktemp("page_result") / "sample.gpkg"
    return processing.run("cni:example", {"OUTPUT": str(path)})["OUTPUT"]


@pytest.fixture
def copied(source: str, tmp_path: Path) -> Path:
    """A copy that a test may spoil, with the record beside it."""
    whole, copy = Path(source.partition("|")[0]), tmp_path / "sample.gpkg"
    shutil.copyfile(whole, copy)
    shutil.copyfile(f"{whole}.run.json", f"{copy}.run.json")
    return copy


def _layer(source: str | Path) -> QgsVectorLayer:
    layer = QgsVectorLayer(str(source), "Sample result")
    assert layer.isValid()
    return layer


def _without_metadata(copy: Path) -> QgsVectorLayer:
    source = f"{copy}|layername=sample"
    saved, reason = QgsProviderRegistry.instance().saveLayerMetadata("ogr", source, QgsLayerMetadata())
    assert saved, reason
    return _layer(source)


def test_rows_shapes_and_record(source: str) -> None:
    layer = _layer(source)
    result = read_result(layer)
    rows = rows_of(source)
    table = result.table.set_index("area_code")
    assert list(table.index) == list(rows.index) and len(result.shapes) == 150
    assert result.table["cni_rank"].dtype == result.table["connectedness_decile"].dtype == "Int64"
    assert list(table["population"]) == list(rows["population"].astype(float))
    assert result.record == record_of(source)
    assert (result.name, result.crs) == ("Sample result", QgsCoordinateReferenceSystem("EPSG:27700"))
    drawn = {feature["area_code"]: feature.geometry() for feature in layer.getFeatures()}
    assert all(drawn[code].equals(shape) for code, shape in zip(result.table["area_code"], result.shapes))


def test_an_area_without_shape_or_rank_stays(copied: Path) -> None:
    layer = _layer(copied)
    with edit(layer):
        feature = next(layer.getFeatures("\"area_code\" = 'X05000003'"))
        names = layer.fields().names()
        for name in ("cni_rank", "cni_decile", "cni_margin", "population"):
            layer.changeAttributeValue(feature.id(), names.index(name), None)
        bare = QgsFeature(layer.fields())
        bare.setAttributes(feature.attributes())
        bare["fid"], bare["area_code"] = 1000, "X05000999"
        assert layer.addFeature(bare)
    result = read_result(layer)
    table = result.table.set_index("area_code")
    assert pd.isna(table.loc["X05000003", "cni_rank"]) and pd.isna(table.loc["X05000003", "population"])
    assert [shape.isNull() for shape in result.shapes] == [code == "X05000999" for code in result.table["area_code"]]


def test_the_record_beside_the_file_serves_where_the_layer_has_none(copied: Path) -> None:
    layer = _without_metadata(copied)
    assert find_record(layer) == record_of(str(copied))
    assert read_result(layer).record["universe"]["areas"] == 150


def test_a_layer_loaded_before_a_run_tells_the_record_of_that_run(processing, county, output) -> None:
    target = str(output / "again.gpkg")
    layer = _layer(processing.run("cni:map", {**county.parameters, "OUTPUT": target})["OUTPUT"])
    assert read_result(layer).record["limits"]["cni"]["amount"] == "10"
    processing.run("cni:map", {**county.parameters, "CNI_LIMIT": 20, "OUTPUT": target})
    layer.reload()
    result = read_result(layer)
    assert result.record["limits"]["cni"]["places"] == 30
    inside = result.table["cni_rank"] <= 30
    assert set(result.table.loc[inside, "category"]) == {"left_behind", "high_need"}


@pytest.mark.parametrize("spoil", ["{", "[]", '{"limits": {}}', None])
def test_a_result_without_a_record_is_refused_by_name(copied: Path, spoil: str | None) -> None:
    beside = Path(f"{copied}.run.json")
    beside.unlink() if spoil is None else beside.write_text(spoil, encoding="utf-8")
    with pytest.raises(CniError) as raised:
        read_result(_without_metadata(copied))
    text = fault_text(raised.value)
    assert raised.value.code == "result_record_missing"
    assert text.startswith("Sample result holds no run record") and ".run.json" in text


def test_the_record_of_a_database(processing, county, postgis: str) -> None:
    for limit, table in ((20, "pages"), (10, "pages"), (20, "others")):
        target = f'postgres://{postgis} table="public"."{table}" (geom)'
        processing.run("cni:map", {**county.parameters, "CNI_LIMIT": limit, "OUTPUT": target})
    layer = QgsVectorLayer(f'{postgis} key=\'id\' table="public"."pages" (geom)', "pages", "postgres")
    assert layer.isValid()
    assert read_result(layer).record["limits"]["cni"]["amount"] == "10"


def test_another_layer_is_no_result(county) -> None:
    with pytest.raises(CniError) as raised:
        read_result(county.wards())
    assert raised.value.code == "not_a_result"
    text = fault_text(raised.value)
    assert text.startswith("wards has no column 'area_code', 'area_name', ") and "'category'" in text


def test_a_result_saved_as_a_table_cannot_be_printed(source: str, tmp_path: Path) -> None:
    rows_of(source).reset_index().to_csv(tmp_path / "rows.csv", index=False)
    with pytest.raises(CniError) as raised:
        read_result(csv_layer(tmp_path / "rows.csv"))
    assert raised.value.code == "not_polygons"


def test_categories_of_somebody_elses_are_refused(copied: Path) -> None:
    layer = _layer(copied)
    with edit(layer):
        layer.changeAttributeValue(1, layer.fields().names().index("category"), "best")
    with pytest.raises(CniError) as raised:
        read_result(layer)
    assert raised.value.code == "categories_unknown" and "best" in fault_text(raised.value)


def test_a_column_of_the_users_own_is_no_domain(copied: Path) -> None:
    layer = _layer(copied)
    layer.addExpressionField("'first'", make_field("my_decile", "text"))
    result = read_result(layer)
    assert themes_of(result) == ("overlay", "cni", "imd", "bivariate", *DOMAINS)


def test_themes_have_the_names_of_the_layers_panel(source: str) -> None:
    result = read_result(_layer(source))
    assert [theme_title(result, theme) for theme in themes_of(result)] == [
        "Left behind overlay",
        "CNI deciles",
        "IMD deciles",
        "Need and deprivation together",
        "Civic assets deciles",
        "Connectedness deciles",
        "Engaged community deciles",
    ]


def test_all_areas_without_an_expression(source: str) -> None:
    layer = _layer(source)
    focus = read_focus(read_result(layer), layer, "  ")
    assert focus.dtype == bool and focus.sum() == 150


@pytest.mark.parametrize(
    "expression",
    [
        "\"category\" = 'left_behind'",
        "category = 'left_behind' and $area > 0",
        "@layer_name = 'Sample result' and \"category\" = 'left_behind'",
    ],
)
def test_areas_that_an_expression_is_true_of(source: str, sample: Path, expression: str) -> None:
    layer = _layer(source)
    result = read_result(layer)
    wards = expected_wards(sample)
    shown = result.table["area_code"][read_focus(result, layer, expression)]
    assert set(shown) == set(wards.index[wards["category"] == "left_behind"])


def test_selected_areas_only(source: str) -> None:
    layer = _layer(source)
    result = read_result(layer)
    layer.selectByExpression('"cni_rank" <= 3')
    focus = read_focus(result, layer, selected=layer.selectedFeatureIds())
    assert sorted(result.table["cni_rank"][focus]) == [1, 2, 3]
    both = read_focus(result, layer, '"cni_rank" >= 3', layer.selectedFeatureIds())
    assert list(result.table["cni_rank"][both]) == [3]
    with pytest.raises(CniError) as raised:
        read_focus(result, layer, selected=[])
    assert raised.value.code == "page_selection_empty" and "Sample result" in fault_text(raised.value)


@pytest.mark.parametrize(
    ("expression", "code", "said"),
    [
        ('"cni_rank" <', "focus_unreadable", '"cni_rank" <'),
        ("\"ward\" = 'A'", "focus_unknown_column", "'ward'"),
        ("\"district_name\" = 'Leeds'", "page_focus_empty", "area_code, area_name, district_code"),
    ],
)
def test_faults_of_an_expression_are_named(source: str, expression: str, code: str, said: str) -> None:
    layer = _layer(source)
    with pytest.raises(CniError) as raised:
        read_focus(read_result(layer), layer, expression)
    assert raised.value.code == code
    assert said in fault_text(raised.value)
