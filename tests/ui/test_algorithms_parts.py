"""The parts run alone, one after the other, in a model and as a batch."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest
from county import (
    DEPRIVATION,
    DOMAINS,
    LOOKUP,
    NEEDS,
    County,
    assert_same_rows,
    codes,
    expected_wards,
    record_of,
    rows_of,
    warnings_of,
)
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterFeatureSource,
    QgsVectorLayer,
)

Source = QgsProcessingModelChildParameterSource
INDEX_COLUMNS = [
    *("area_code", "area_name", "index_score", "index_rank", "index_decile"),
    *(f"{domain}_{part}" for domain in DOMAINS for part in ("score", "rank", "decile")),
    *("missing", "quality"),
]
SHARES = [f"share_{what}_worst_{percent}" for percent in (10, 20) for what in ("small_areas", "people")]
DEPRIVATION_COLUMNS = [
    *("area_code", "population", "imd_score", "imd_rank", "imd_decile"),
    *("average_rank", "extent", "local_concentration", *SHARES, "quality"),
]
CATEGORY = ["category", "cni_rank", "imd_rank", "cni_margin", "imd_margin"]


def _index_parameters(county: County) -> dict[str, Any]:
    return {key: county.parameters[key] for key in ("TABLES", "DEFINITION")}


def _deprivation_parameters(county: County) -> dict[str, Any]:
    return {key: county.parameters[key] for key in ("DEPRIVATION", "LOOKUP")}


def _names(source: str) -> list[str]:
    return [name for name in QgsVectorLayer(source, "names").fields().names() if name != "fid"]


@pytest.mark.parametrize("ending", [".gpkg", ".csv", ".xlsx"])
def test_index_alone(processing, county: County, output, sample, ending: str) -> None:
    target = output / f"index{ending}"
    result = processing.run("cni:index", {**_index_parameters(county), "OUTPUT": str(target)})
    assert result["AREAS_RANKED"] == 150
    assert _names(result["OUTPUT"]) == INDEX_COLUMNS
    rows = rows_of(result["OUTPUT"])
    needs = pd.read_csv(sample / NEEDS, index_col="ward_code").reindex(rows.index)
    expected = expected_wards(sample).reindex(rows.index)
    assert list(rows["area_name"]) == list(needs["ward_name"])
    assert list(rows["index_score"].astype(float)) == pytest.approx(list(expected["cni_score"]))
    assert list(rows["index_rank"].astype(int)) == list(expected["cni_rank"])
    assert list(rows["index_decile"].astype(int)) == list(-(-expected["cni_rank"] // 15))
    for domain in DOMAINS:
        assert list(rows[f"{domain}_rank"].astype(int)) == list(needs[f"{domain}_rank"])
    assert set(rows["quality"]) == {"exact"} and set(rows["missing"]) <= {"", None}
    assert [path.name for path in output.iterdir()] == [target.name]


@pytest.mark.parametrize("ending", [".gpkg", ".csv", ".xlsx"])
def test_area_deprivation_alone(processing, county: County, output, sample, ending: str) -> None:
    target = output / f"imd{ending}"
    result = processing.run("cni:areadeprivation", {**_deprivation_parameters(county), "OUTPUT": str(target)})
    assert _names(result["OUTPUT"]) == DEPRIVATION_COLUMNS
    rows = rows_of(result["OUTPUT"])
    expected = _measures(sample).reindex(rows.index)
    assert len(rows) == 150
    for column in ("population", "imd_score", "imd_rank", "average_rank", "extent", *SHARES):
        assert list(rows[column].astype(float)) == pytest.approx(list(expected[column]), abs=1e-9), column


def _measures(sample) -> pd.DataFrame:
    """The published summary measures, row by row with pandas: 945 parts of 900 small areas in 150 wards."""
    small = pd.read_csv(sample / DEPRIVATION)
    small["rank"] = small["imd_score"].rank(ascending=False, method="min")
    small["percentile"] = np.ceil(100 * small["rank"] / 900)
    parts = pd.read_csv(sample / LOOKUP).merge(small.drop(columns="population"), on="small_area_code")
    falling = 0.95 - (0.9 / 19) * (parts["percentile"] - 11)
    parts["in_extent"] = np.where(parts["percentile"] <= 10, 1, np.where(parts["percentile"] <= 30, falling, 0))
    out = expected_wards(sample)[["population", "imd_score", "imd_rank"]].copy()

    def mean(values: pd.Series) -> pd.Series:
        return (values * parts["population"]).groupby(parts["ward_code"]).sum() / out["population"]

    out["average_rank"], out["extent"] = mean(901 - parts["rank"]), mean(parts["in_extent"])
    for percent in (10, 20):
        worst = (parts["percentile"] <= percent).astype(float)
        out[f"share_people_worst_{percent}"] = mean(worst)
        out[f"share_small_areas_worst_{percent}"] = worst.groupby(parts["ward_code"]).mean()
    return out


def test_deprivation_ranked_over_some_areas(processing, county: County, output, sample) -> None:
    over = county.write("over.csv", county.table(NEEDS)[["ward_code", "ward_name"]].iloc[:40])
    given = {**_deprivation_parameters(county), "RANK_OVER": over, "OUTPUT": str(output / "imd.gpkg")}
    rows = rows_of(processing.run("cni:areadeprivation", given)["OUTPUT"])
    inside = codes(range(1, 41))
    scores = expected_wards(sample)["imd_score"]
    assert list(rows.loc[inside, "imd_rank"]) == list(scores[inside].rank(ascending=False, method="min"))
    assert rows["imd_rank"].drop(inside).isna().all()
    assert list(rows["imd_score"].astype(float)) == pytest.approx(list(scores.reindex(rows.index)))


def test_overlay_of_the_two_parts_equals_the_main_job(processing, county: County, output, sample_run) -> None:
    cni = processing.run("cni:index", {**_index_parameters(county), "OUTPUT": str(output / "index.gpkg")})["OUTPUT"]
    given = {**_deprivation_parameters(county), "OUTPUT": str(output / "imd.gpkg")}
    imd = processing.run("cni:areadeprivation", given)["OUTPUT"]
    given = {"AREAS": county.parameters["AREAS"], "CNI": cni, "IMD": imd, "OUTPUT": str(output / "both.gpkg")}
    result = processing.run("cni:leftbehind", given)
    rows, whole = rows_of(result["OUTPUT"]), sample_run[0]
    assert (result["LEFT_BEHIND"], result["DEPRIVED"], result["HIGH_NEED"]) == (8, 7, 7)
    differs = ["left_behind_published"]
    assert list(rows.columns) == list(whole.columns)
    assert_same_rows(rows.drop(columns=differs), whole.drop(columns=differs))
    assert set(rows["left_behind_published"]) == {"unknown"}
    assert warnings_of(record_of(result["OUTPUT"]), "rebuilt_and_published") == []


def test_overlay_of_published_tables(processing, county: County, output, sample_run) -> None:
    """The need table as it was published, with its own list, and deprivation by ward."""
    imd = sample_run[0][["imd_score"]].reset_index().rename(columns={"area_code": "ward_code"})
    given = {
        "AREAS": county.parameters["AREAS"],
        "CNI": str(county.path(NEEDS)),
        "IMD": county.write("imd.csv", imd),
        "OUTPUT": str(output / "both.gpkg"),
    }
    source = processing.run("cni:leftbehind", given)["OUTPUT"]
    rows, whole = rows_of(source), sample_run[0]
    assert list(rows["left_behind_published"]) == list(whole["left_behind_published"].reindex(rows.index))
    assert_same_rows(rows[CATEGORY], whole[CATEGORY])
    assert record_of(source)["published"]["published"] == 8


def _child(model: QgsProcessingModelAlgorithm, id: str, algorithm: str, sources: dict[str, Any]) -> None:
    child = QgsProcessingModelChildAlgorithm(algorithm)
    child.setChildId(id)
    if "AREAS" in sources:
        # What has a default must still be set in a model; its designer does that by itself.
        sources = {**dict.fromkeys(("LIMITS_ARE", "UNIVERSE"), Source.fromStaticValue(0)), **sources}
        if algorithm == "cni:leftbehind":
            del sources["UNIVERSE"]
    for name, given in sources.items():
        child.addParameterSources(name, given if isinstance(given, list) else [given])
    if id == "last":
        saved = QgsProcessingModelOutput("RESULT", "Result")
        saved.setChildId(id)
        saved.setChildOutputName("OUTPUT")
        child.setModelOutputs({"RESULT": saved})
    model.addChildAlgorithm(child)


def _with_areas() -> QgsProcessingModelAlgorithm:
    model = QgsProcessingModelAlgorithm("chain", "tests")
    areas = QgsProcessingParameterFeatureSource("AREAS", "Areas")
    model.addModelParameter(areas, QgsProcessingModelParameter("AREAS"))
    return model


def _run_model(processing, model: QgsProcessingModelAlgorithm, county: County, output) -> pd.DataFrame:
    model.updateDestinationParameters()
    assert model.validate()[0], model.validate()
    # Its name differs between versions of QGIS.
    (result,) = [definition.name() for definition in model.destinationParameterDefinitions()]
    given = {"AREAS": county.parameters["AREAS"], result: str(output / "model.gpkg")}
    return rows_of(processing.run(model, given)[result])


def test_the_main_job_in_a_model(processing, county: County, output, sample_run) -> None:
    model, given = _with_areas(), county.parameters
    sources = {name: Source.fromStaticValue(given[name]) for name in ("DEFINITION", "DEPRIVATION", "LOOKUP")}
    sources |= {"TABLES": [Source.fromStaticValue(given["TABLES"][0])], "AREAS": Source.fromModelParameter("AREAS")}
    _child(model, "last", "cni:map", sources)
    assert_same_rows(_run_model(processing, model, county, output), sample_run[0])


def test_the_parts_in_a_model(processing, county: County, output, sample_run) -> None:
    """Index and deprivation go straight into the overlay, without files of their own."""
    model, given = _with_areas(), county.parameters
    tables = [Source.fromStaticValue(given["TABLES"][0])]
    _child(model, "need", "cni:index", {"TABLES": tables, "DEFINITION": Source.fromStaticValue(given["DEFINITION"])})
    parts = {name: Source.fromStaticValue(given[name]) for name in ("DEPRIVATION", "LOOKUP")}
    _child(model, "imd", "cni:areadeprivation", parts)
    overlay = {"CNI": Source.fromChildOutput("need", "OUTPUT"), "IMD": Source.fromChildOutput("imd", "OUTPUT")}
    _child(model, "last", "cni:leftbehind", {**overlay, "AREAS": Source.fromModelParameter("AREAS")})
    rows = _run_model(processing, model, county, output)
    assert_same_rows(rows[CATEGORY], sample_run[0][CATEGORY])


def test_the_result_is_used_further_in_a_model(processing, county: County, output, sample_run) -> None:
    """QGIS's own algorithm takes the left behind wards out of the result."""
    model, given = _with_areas(), county.parameters
    sources = {name: Source.fromStaticValue(given[name]) for name in ("DEFINITION", "DEPRIVATION", "LOOKUP")}
    sources |= {"TABLES": [Source.fromStaticValue(given["TABLES"][0])], "AREAS": Source.fromModelParameter("AREAS")}
    _child(model, "need", "cni:map", sources)
    wanted = Source.fromStaticValue("\"category\" = 'left_behind'")
    _child(
        model,
        "last",
        "native:extractbyexpression",
        {"INPUT": Source.fromChildOutput("need", "OUTPUT"), "EXPRESSION": wanted},
    )
    rows, whole = _run_model(processing, model, county, output), sample_run[0]
    assert sorted(rows.index) == sorted(whole.index[whole["category"] == "left_behind"])


def test_a_batch_of_two(processing, county: County, output, sample_run) -> None:
    """One algorithm, run for two districts into two tables of one GeoPackage, as the batch dialog does."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("cni:map")
    context, whole = QgsProcessingContext(), sample_run[0]
    for district in ("Elmstowe", "Marram Coast"):
        table = district.split()[0].lower()
        target = f"ogr:dbname='{output / 'batch.gpkg'}' table=\"{table}\" (geom)"
        given = {**county.parameters, "FOCUS": f"\"district_name\" = '{district}'", "OUTPUT": target}
        result, done = algorithm.create().run(given, context, QgsProcessingFeedback(False))
        assert done
        assert result["LEFT_BEHIND"] == (whole["category"][whole["district_name"] == district] == "left_behind").sum()
    for table, district in (("elmstowe", "Elmstowe"), ("marram", "Marram Coast")):
        rows = rows_of(f"{output / 'batch.gpkg'}|layername={table}")
        assert_same_rows(rows, whole[whole["district_name"] == district])
