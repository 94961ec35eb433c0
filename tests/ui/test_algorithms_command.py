"""The command of the run record with what shells and databases make difficult."""

from __future__ import annotations

import pytest
from county import NEEDS, County, assert_same_rows, csv_layer, run_map, to_postgis
from qgis.core import QgsProject
from test_algorithms_record import _repeat


@pytest.mark.parametrize(
    "focus", ["$area > 20000000 AND \"ward_name\" <> 'a\\b'", "\"ward_name\" <> 'a`b'"], ids=["dollar", "backtick"]
)
def test_signs_of_the_shell_in_an_expression(processing, county: County, output, focus: str) -> None:
    rows, record = run_map(processing, county, output, FOCUS=focus)
    assert_same_rows(_repeat(processing, record, output / "again.gpkg"), rows)


@pytest.mark.parametrize("provider", ["delimitedtext", "postgres"])
def test_layers_of_other_providers(
    processing, county: County, output, qgis_new_project, postgis: str, provider: str
) -> None:
    layer = csv_layer(county.path(NEEDS), types=True)
    layer = to_postgis(layer, postgis, "repeated") if provider == "postgres" else layer
    QgsProject.instance().addMapLayer(layer)
    rows, record = run_map(processing, county, output, TABLES=[layer])
    QgsProject.instance().clear()
    assert_same_rows(_repeat(processing, record, output / "again.gpkg"), rows)
