"""The run record: what went in, what came out, and a command that gives the same again."""

from __future__ import annotations

import hashlib
import json
import subprocess
from datetime import datetime
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from county import NEEDS, County, assert_same_rows, expected_wards, record_of, rows_of, run_map
from qgis.core import Qgis, QgsProcessingContext, QgsProcessingFeatureSourceDefinition, QgsProject, QgsVectorLayer

ORDER = [
    *("area_code", "area_name", "district_code", "district_name", "population"),
    *("cni_score", "cni_rank", "cni_decile", "cni_margin"),
    *("civic_assets_score", "civic_assets_rank", "civic_assets_decile"),
    *("connectedness_score", "connectedness_rank", "connectedness_decile"),
    *("engaged_community_score", "engaged_community_rank", "engaged_community_decile"),
    *("imd_score", "imd_rank", "imd_decile", "imd_margin"),
    *("category", "left_behind_published", "missing", "quality"),
]
CATEGORIES = ("left_behind", "deprived", "high_need", "other", "no_data")


def test_the_example_needs_nothing_but_an_output(processing, sample, output) -> None:
    result = processing.run("cni:example", {"OUTPUT": str(output / "example.gpkg")})
    rows = rows_of(result["OUTPUT"])
    needs = pd.read_csv(sample / NEEDS)
    published = set(needs.loc[needs["left_behind"] == 1, "ward_code"])
    assert len(published) == 8
    assert set(rows.index[rows["category"] == "left_behind"]) == published
    assert (result["LEFT_BEHIND"], result["DEPRIVED"], result["HIGH_NEED"]) == (8, 7, 7)
    assert sorted(path.name for path in output.iterdir()) == ["example.gpkg", "example.gpkg.run.json"]


def test_the_example_without_any_output_goes_to_a_temporary_file(processing) -> None:
    result = processing.run("cni:example", {"OUTPUT": "TEMPORARY_OUTPUT"})
    assert result["LEFT_BEHIND"] == 8
    layer = result["OUTPUT"]
    source = layer.source() if isinstance(layer, QgsVectorLayer) else layer
    assert ".gpkg" in source and len(rows_of(source)) == 150


def test_columns_stand_in_their_order(processing, county: County, output) -> None:
    source = processing.run("cni:map", {**county.parameters, "OUTPUT": str(output / "a.gpkg")})["OUTPUT"]
    names = QgsVectorLayer(source, "rows").fields().names()
    assert [name for name in names if name != "fid"] == ORDER


def test_inputs(sample_run) -> None:
    _, record = sample_run
    inputs = {entry["role"]: entry for entry in record["inputs"]}
    assert list(inputs) == ["AREAS", "TABLES", "DEPRIVATION", "LOOKUP"]
    rows = {role: entry["rows"] for role, entry in inputs.items()}
    assert rows == {"AREAS": 150, "TABLES": 150, "DEPRIVATION": 900, "LOOKUP": 945}
    for entry in inputs.values():
        path = Path(entry["source"].partition("|")[0])
        assert entry["name"] == path.name
        assert entry["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
    assert [entry["geography"] for entry in inputs.values()][:3] == ["wards", "wards", "small areas"]
    assert (inputs["AREAS"]["matched"], inputs["LOOKUP"]["matched"]) == (150, 900)


def test_counts_by_category_and_district(sample_run, sample) -> None:
    _, record = sample_run
    expected = expected_wards(sample)
    areas, people = record["counts"]["areas"], record["counts"]["people"]
    assert tuple(areas) == tuple(people) == CATEGORIES
    for category in CATEGORIES:
        inside = expected[expected["category"] == category]
        assert (areas[category], people[category]) == (len(inside), inside["population"].sum())
    expected["district"] = pd.read_csv(sample / NEEDS, index_col="ward_code")["district_name"]
    assert list(record["by_district"]) == sorted(set(expected["district"]))
    for district, found in record["by_district"].items():
        here = expected[expected["district"] == district]
        number, residents = here["category"].value_counts(), here.groupby("category")["population"].sum()
        assert found["areas"] == {category: number.get(category, 0) for category in CATEGORIES}
        assert found["people"] == {category: residents.get(category, 0) for category in CATEGORIES}


def test_the_year_of_the_residents_is_that_of_their_column(processing, county: County, output, sample_run) -> None:
    county.edit("small_area_to_ward.csv", lambda table: table.rename(columns={"population": "population_2021"}))
    _, record = run_map(processing, county, output)
    assert record["residents_year"] == 2021
    assert sample_run[1]["residents_year"] is None


def test_how_it_was_computed(sample_run, sample) -> None:
    _, record = sample_run
    definition = json.loads((sample / "definition.json").read_text(encoding="utf-8"))
    assert record["definition"]["id"] == definition["id"] and record["index"] == definition["title"]
    assert [d["id"] for d in record["definition"]["domains"]] == [d["id"] for d in definition["domains"]]
    assert (record["status"], record["variant"], record["algorithm"]) == ("published", False, "cni:map")
    assert record["qgis"] == Qgis.QGIS_VERSION
    limits = record["limits"]
    assert {key: (float(limit["amount"]), limit["is"], limit["places"]) for key, limit in limits.items()} == {
        "cni": (10.0, "percent", 15),
        "imd": (10.0, "percent", 15),
    }
    assert record["universe"]["ranked"] == {"cni": 150, "imd": 150} and record["universe"]["place"] == "Sampleshire"
    assert datetime.fromisoformat(record["made"]).tzinfo is not None
    assert record["published"] == {"rebuilt": 8, "published": 8, "not_on_list": [], "only_on_list": []}


def test_near_misses_and_limits_as_counts(processing, county: County, output, sample) -> None:
    """The limits are set so that one ward lies one rank outside both."""
    expected = expected_wards(sample)
    ward = expected[(expected["cni_rank"].between(20, 60)) & (expected["imd_rank"].between(20, 60))].index[0]
    cni, imd = (int(expected.loc[ward, f"{index}_rank"]) - 1 for index in ("cni", "imd"))
    rows, record = run_map(processing, county, output, CNI_LIMIT=cni, IMD_LIMIT=imd, LIMITS_ARE=1)
    worse = pd.concat([expected["cni_rank"] - cni, expected["imd_rank"] - imd], axis=1).max(axis=1)
    assert sorted(record["near_misses"]) == sorted(worse.index[worse == 1]) and ward in record["near_misses"]
    assert set(rows.index[rows["category"] == "left_behind"]) == set(worse.index[worse <= 0])
    assert record["variant"] is True
    limit = record["limits"]["cni"]
    assert (float(limit["amount"]), limit["is"], limit["places"]) == (cni, "count", cni)


def test_weights_make_a_variant(processing, county: County, output, sample) -> None:
    """Twice the weight on one domain, none on another; ranks by pandas."""
    rows, record = run_map(processing, county, output, WEIGHTS="civic_assets=2; engaged_community=0")
    needs = pd.read_csv(sample / NEEDS, index_col="ward_code")
    score = (2 * needs["civic_assets_score"] + needs["connectedness_score"]).round(6)
    rank = score.rank(ascending=False, method="min")
    assert list(rows["cni_rank"]) == list(rank.reindex(rows.index))
    assert {d["id"]: d["weight"] for d in record["definition"]["domains"]} == {
        "civic_assets": 2,
        "connectedness": 1,
        "engaged_community": 0,
    }
    assert record["variant"] is True


def test_the_record_travels_with_the_layer(processing, county: County, output) -> None:
    source = processing.run("cni:map", {**county.parameters, "OUTPUT": str(output / "a.gpkg")})["OUTPUT"]
    metadata = QgsVectorLayer(source, "a").metadata()
    assert json.loads(metadata.history()[0]) == record_of(source)
    assert metadata.abstract() == (
        "8 of 150 wards are left behind: among the worst 15 of 150 on the Sampleshire Community Needs Index (made up) "
        "and the worst 15 of 150 on deprivation (deprivation.csv)."
    )


def test_two_runs_give_the_same_record(processing, sample, tmp_path) -> None:
    """But for the time and the folders."""
    texts, frames = [], []
    for name in ("one", "two"):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "output").mkdir()
        rows, record = run_map(processing, County(sample, folder / "inputs"), folder / "output")
        record.pop("made")
        texts.append(json.dumps(record).replace(str(folder), "FOLDER"))
        frames.append(rows)
    assert texts[0] == texts[1]
    pd.testing.assert_frame_equal(*frames, check_exact=True)


def _shell_words(command: str) -> list[str]:
    """The command as a shell reads it."""
    script = f"set -- {command}; printf '%s\\n' \"$@\""
    return subprocess.run(["sh", "-c", script], check=True, capture_output=True, text=True).stdout.splitlines()


def _repeat(processing: Any, record: dict[str, Any], target: Path) -> pd.DataFrame:
    words = _shell_words(record["command"])
    assert words[:2] == ["qgis_process", "run"] and words[3] == "--"
    parameters: dict[str, Any] = {}
    for word in words[4:]:
        name, _, value = word.partition("=")
        parameters[name] = [*parameters[name], value] if name in parameters else [value]
    single = {name: values[0] if len(values) == 1 else values for name, values in parameters.items()}
    return rows_of(processing.run(words[2], {**single, "OUTPUT": str(target)})["OUTPUT"])


FOCUS = "\"district_name\" = 'Port Merrow' OR \"ward_name\" LIKE 'B% & (c)'"


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"CNI_LIMIT": 12.5, "IMD_LIMIT": 20, "WEIGHTS": "civic_assets=2, connectedness=0.5"},
        {"CNI_LIMIT": 20, "IMD_LIMIT": 30, "LIMITS_ARE": 1, "FOCUS": FOCUS, "UNIVERSE": 1},
        {"DEPRIVATION_SCORE": "imd_score", "LOOKUP_FROM": "small_area_code", "CODE_FIELD": "ward_code"},
    ],
    ids=["plain", "limits-and-weights", "counts-focus-and-universe", "columns"],
)
def test_the_command_repeats_the_run(processing, county: County, output, changed: dict[str, Any]) -> None:
    rows, record = run_map(processing, county, output, **changed)
    assert_same_rows(_repeat(processing, record, output / "again.gpkg"), rows)


def test_the_command_repeats_a_run_of_several_tables(processing, county: County, output) -> None:
    table = county.table(NEEDS)
    parts = (["civic_assets_score"], ["connectedness_score", "engaged_community_score", "left_behind"])
    paths = [county.write(f"part {i}.csv", table[["ward_code", *columns]]) for i, columns in enumerate(parts)]
    rows, record = run_map(processing, county, output, TABLES=paths)
    assert_same_rows(_repeat(processing, record, output / "again.gpkg"), rows)


def test_the_command_of_the_example_repeats_it(processing, output, sample_run) -> None:
    source = processing.run("cni:example", {"OUTPUT": str(output / "example.gpkg")})["OUTPUT"]
    rows = _repeat(processing, record_of(source), output / "again.gpkg")
    assert_same_rows(rows, sample_run[0])


def test_layers_of_the_project_are_named_by_their_files(processing, county: County, output, qgis_new_project) -> None:
    """A command knows no project: the layers stand in it with their files, filter and all."""
    layer = QgsVectorLayer(county.parameters["AREAS"], "wards")
    layer.setSubsetString("\"district_name\" = 'Elmstowe'")
    QgsProject.instance().addMapLayer(layer)
    areas = QgsProcessingFeatureSourceDefinition(layer.id(), False)
    rows, record = run_map(processing, county, output, AREAS=areas)
    assert len(rows) == 27
    QgsProject.instance().clear()
    assert_same_rows(_repeat(processing, record, output / "again.gpkg"), rows)


def test_a_run_without_a_project(processing, county: County, output, sample_run) -> None:
    """As from a script: a context of its own, no project at all."""
    given = {**county.parameters, "OUTPUT": str(output / "a.gpkg")}
    source = processing.run("cni:map", given, context=QgsProcessingContext())["OUTPUT"]
    assert_same_rows(rows_of(source), sample_run[0])
