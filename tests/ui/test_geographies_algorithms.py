"""cni:bridge, cni:chainlookups and cni:overlap from files to files, with pandas as the independent calculation."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from county import DEPRIVATION, LOOKUP, NEEDS, County, csv_layer, rows_of
from fault_files import Heard
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)

from cni_mapper.core.analysis.overlay import CATEGORIES

ROOT = Path(__file__).resolve().parents[2]
SHARES = [f"share_{name}" for name in CATEGORIES]


class Told(Heard):
    """Also what an algorithm tells as information or as a warning."""

    def __init__(self) -> None:
        super().__init__()
        self.information: list[str] = []
        self.warnings: list[str] = []

    def pushInfo(self, text: str) -> None:
        self.information.append(text)

    def pushWarning(self, text: str) -> None:
        self.warnings.append(text)


def run(processing, algorithm: str, output: Path, **parameters) -> tuple[pd.DataFrame, Told]:
    told = Told()
    try:
        made = processing.run(algorithm, {"OUTPUT": str(output), **parameters}, feedback=told)
    except QgsProcessingException:
        pytest.fail("; ".join(told.errors))
    return rows_of(made["OUTPUT"]), told


def result_layer(processing, county: County, path: Path) -> str:
    processing.run("cni:map", {**county.parameters, "OUTPUT": str(path)})
    return f"{path}|layername={path.stem}"


def polygons(path: Path, shapes: dict[str, str], crs: str = "EPSG:27700", field: str = "name") -> QgsVectorLayer:
    """A memory layer of named polygons."""
    layer = QgsVectorLayer(f"MultiPolygon?crs={crs}&field={field}:string", path.stem, "memory")
    features = []
    for name, wkt in shapes.items():
        feature = QgsFeature(layer.fields())
        feature.setAttributes([name])
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


@pytest.mark.parametrize("id", ["bridge", "chainlookups", "overlap"])
def test_every_parameter_is_documented(processing, id: str) -> None:
    algorithm = QgsApplication.processingRegistry().algorithmById(f"cni:{id}")
    text = (ROOT / "docs" / "algorithms.md").read_text(encoding="utf-8")
    section = text.partition(f"## cni:{id}:")[2].partition("\n## ")[0]
    for parameter in algorithm.parameterDefinitions():
        assert f"| {parameter.name()} |" in section
        assert f"{parameter.description()}. {parameter.help()}" in section
    assert "Worked line" in algorithm.shortHelpString()


class TestBridge:
    def test_small_areas_to_wards(self, processing, county: County, output) -> None:
        before = county.hashes()
        found, told = run(
            processing,
            "cni:bridge",
            output / "wards.gpkg",
            TABLE=str(county.path(DEPRIVATION)),
            LOOKUP=str(county.path(LOOKUP)),
            SUM=["population"],
            MEAN=["imd_score", "income_score_rate"],
        )
        table, parts = pd.read_csv(county.path(DEPRIVATION)), pd.read_csv(county.path(LOOKUP))
        parts = parts.rename(columns={"population": "residents"}).merge(table, on="small_area_code")
        sharing = parts.groupby("small_area_code")["residents"].transform("sum")
        parts["people"] = parts["population"] * parts["residents"] / sharing
        for name in ("imd_score", "income_score_rate"):
            parts[name] = parts[name] * parts["residents"]
        sums = parts.groupby("ward_code")[["people", "residents", "imd_score", "income_score_rate"]].sum()
        found = found.loc[sums.index]
        np.testing.assert_allclose(found["population"].astype(float), sums["people"])
        for name in ("imd_score", "income_score_rate"):
            np.testing.assert_allclose(found[name].astype(float), sums[name] / sums["residents"])
        split = parts["small_area_code"].duplicated(keep=False)
        estimated = set(parts.loc[split, "ward_code"])
        assert set(found.index[found["quality"] == "estimated"]) == estimated
        assert list(found.columns) == ["population", "imd_score", "income_score_rate", "quality", "missing"]
        total = f"{table['population'].sum():,}"
        assert f"population: {total} in, {total} out, 0 lost (0 rows unmatched)." in told.information
        assert told.warnings == []
        assert county.hashes() == before

    def test_columns_as_the_command_line_gives_them(self, processing, county: County, output) -> None:
        found, _ = run(
            processing,
            "cni:bridge",
            output / "a.gpkg",
            TABLE=str(county.path(DEPRIVATION)),
            LOOKUP=str(county.path(LOOKUP)),
            MEAN="imd_score;health_score",
        )
        assert list(found.columns) == ["imd_score", "health_score", "quality", "missing"]

    @pytest.mark.parametrize("ending", [".csv", ".xlsx"])
    def test_other_formats_and_layers_with_numbers(self, processing, county: County, output, ending) -> None:
        layers = [csv_layer(county.path(name), types=True) for name in (DEPRIVATION, LOOKUP)]
        parameters = {"SUM": ["population"], "LOOKUP_WEIGHT": "population"}
        found, _ = run(processing, "cni:bridge", output / f"a{ending}", TABLE=layers[0], LOOKUP=layers[1], **parameters)
        whole = pd.read_csv(county.path(DEPRIVATION))["population"].sum()
        assert found["population"].astype(float).sum() == pytest.approx(whole)
        assert len(found) == 150

    def test_kinds_by_majority(self, processing, county: County, output) -> None:
        county.edit(DEPRIVATION, lambda t: t.assign(kind=np.where(np.arange(len(t)) % 3 == 0, "rural", "urban")))
        found, _ = run(
            processing,
            "cni:bridge",
            output / "kinds.gpkg",
            TABLE=str(county.path(DEPRIVATION)),
            LOOKUP=str(county.path(LOOKUP)),
            MAJORITY=["kind"],
        )
        parts = pd.read_csv(county.path(LOOKUP)).merge(county.table(DEPRIVATION)[["small_area_code", "kind"]])
        sums = parts.groupby(["ward_code", "kind"])["population"].sum().unstack(fill_value=0)
        decided = sums["rural"] != sums["urban"]
        expected = sums.idxmax(axis=1)[decided]
        assert (found.loc[expected.index, "kind"] == expected).all()
        assert set(found.loc[sums.index[~decided], "tied"]) <= {"kind"}


class TestChainLookups:
    @pytest.fixture
    def parishes(self, county: County) -> str:
        """Wards to two halves of the county, ward X05000001 in both by 1 to 3."""
        wards = county.table(NEEDS)["ward_code"]
        half = ["north" if i % 2 else "south" for i in range(len(wards))]
        table = pd.DataFrame({"ward_code": wards, "half_code": half, "people": 100})
        more = pd.DataFrame({"ward_code": ["X05000001"], "half_code": ["north"], "people": [300]})
        return county.write("halves.csv", pd.concat([table, more]))

    def test_small_areas_to_halves(self, processing, county: County, output, parishes) -> None:
        found, told = run(
            processing,
            "cni:chainlookups",
            output / "joined.gpkg",
            FIRST=str(county.path(LOOKUP)),
            SECOND=parishes,
            SECOND_TO="half_code",
            SECOND_WEIGHT="people",
        )
        found = found.reset_index()
        assert set(found.columns) == {"small_area_code", "area_code", "residents", "quality"}
        parts, halves = pd.read_csv(county.path(LOOKUP)), pd.read_csv(parishes)
        halves["share"] = halves["people"] / halves.groupby("ward_code")["people"].transform("sum")
        joined = parts.merge(halves, on="ward_code")
        joined["residents"] = joined["population"] * joined["share"]
        expected = joined.groupby(["small_area_code", "half_code"])["residents"].sum()
        mine = found.set_index(["small_area_code", "area_code"])["residents"].astype(float).sort_index()
        assert list(mine.index) == list(expected.index)
        np.testing.assert_allclose(mine, expected)
        total = f"{parts['population'].sum():,}"
        assert f"residents: {total} in, {total} out, 0 lost (0 rows unmatched)." in told.information

    def test_the_result_is_a_lookup_of_area_deprivation(self, processing, county: County, output, parishes) -> None:
        joined = output / "joined.csv"
        run(
            processing,
            "cni:chainlookups",
            joined,
            FIRST=str(county.path(LOOKUP)),
            SECOND=parishes,
            SECOND_TO="half_code",
            SECOND_WEIGHT="people",
        )
        found, _ = run(
            processing,
            "cni:areadeprivation",
            output / "halves.gpkg",
            DEPRIVATION=str(county.path(DEPRIVATION)),
            LOOKUP=str(joined),
            LOOKUP_FROM="small_area_code",
            LOOKUP_TO="area_code",
            LOOKUP_WEIGHT="residents",
        )
        table = pd.read_csv(joined).merge(pd.read_csv(county.path(DEPRIVATION)))
        table["worth"] = table["residents"] * table["imd_score"]
        sums = table.groupby("area_code")[["worth", "residents"]].sum()
        np.testing.assert_allclose(found.loc[sums.index, "imd_score"].astype(float), sums["worth"] / sums["residents"])
        whole = pd.read_csv(county.path(LOOKUP))["population"].sum()
        assert found["population"].astype(float).sum() == pytest.approx(whole)


class TestOverlap:
    def test_wards_described_by_themselves(self, processing, county: County, output) -> None:
        """By points, each small area lies in one ward: the shares are all or nothing where the same one is named."""
        result = result_layer(processing, county, output / "result.gpkg")
        small = f"{county.path('small_areas.gpkg')}|layername=small_areas"
        before = county.hashes()
        found, _ = run(
            processing,
            "cni:overlap",
            output / "overlap.gpkg",
            TARGET=county.parameters["AREAS"],
            RESULT=result,
            POINTS=small,
        )
        found = found.set_index("target_code")
        rows = rows_of(result)
        assert set(found.index) == set(rows.index)
        populated = found[found["residents"].astype(float) > 0]
        shares = populated[SHARES].astype(float)
        assert shares.sum(axis=1).to_numpy() == pytest.approx(np.ones(len(populated)))
        assert (shares.idxmax(axis=1) == "share_" + rows.loc[populated.index, "category"]).all()
        assert (shares.max(axis=1) == 1).all()
        assert set(found["basis"]) == {"residents of small areas"}
        assert county.hashes() == before

    def test_a_drawn_patch_by_points_in_another_coordinate_system(self, processing, county: County, output) -> None:
        result = result_layer(processing, county, output / "result.gpkg")
        points = processing.run(
            "native:reprojectlayer",
            {"INPUT": f"{county.path('small_areas.gpkg')}|layername=small_areas", "TARGET_CRS": "EPSG:4326",
             "OUTPUT": "memory:"},
        )["OUTPUT"]  # fmt: skip
        wards = QgsVectorLayer(result, "result", "ogr")
        box = wards.extent()
        middle = (box.xMinimum() + box.xMaximum()) / 2
        west = QgsRectangle(box.xMinimum(), box.yMinimum(), middle, box.yMaximum())
        patch = polygons(output / "patch", {"Westfield": QgsGeometry.fromRect(west).asWkt(10)})
        found, _ = run(processing, "cni:overlap", output / "overlap.gpkg", TARGET=patch, RESULT=result, POINTS=points)
        assert found[["target_code", "target_name"]].to_numpy().tolist() == [["1", "Westfield"]]
        # Point by point, without an index.
        areas = [(feature.geometry(), feature["category"]) for feature in wards.getFeatures()]
        transform = processing.run(
            "native:reprojectlayer", {"INPUT": points, "TARGET_CRS": "EPSG:27700", "OUTPUT": "memory:"}
        )["OUTPUT"]
        people = dict.fromkeys(CATEGORIES, 0)
        for feature in transform.getFeatures():
            shape = feature.geometry().pointOnSurface()
            if shape.asPoint().x() <= middle:
                inside = [category for area, category in areas if area.intersects(shape)]
                people[inside[0] if inside else "no_data"] += feature["population"]
        total = sum(people.values())
        assert found.loc[0, "residents"] == total
        assert found.loc[0, SHARES].astype(float).tolist() == pytest.approx([people[c] / total for c in CATEGORIES])

    def test_by_lookups_alone(self, processing, county: County, output) -> None:
        """Places that only a look-up names; the small areas that lie in two wards are shared by their residents."""
        result = result_layer(processing, county, output / "result.gpkg")
        small = pd.read_csv(county.path(DEPRIVATION))["small_area_code"]
        place = np.where(np.arange(len(small)) % 7 == 0, "Z2", "Z1")
        table = pd.DataFrame({"small_area_code": small, "place_code": place, "place": place})
        found, _ = run(
            processing,
            "cni:overlap",
            output / "overlap.csv",
            RESULT=result,
            LOOKUP=str(county.path(LOOKUP)),
            TARGET_LOOKUP=county.write("places.csv", table),
            TARGET_LOOKUP_TO="place_code",
        )
        parts = pd.read_csv(county.path(LOOKUP)).merge(table)
        parts["category"] = parts["ward_code"].map(rows_of(result)["category"])
        people = parts.groupby(["place_code", "category"])["population"].sum().unstack(fill_value=0)
        shares = people.div(people.sum(axis=1), axis=0).reindex(columns=CATEGORIES, fill_value=0)
        found = found.set_index("target_code")
        np.testing.assert_allclose(found.loc[["Z1", "Z2"], SHARES].astype(float), shares)
        assert found.loc[["Z1", "Z2"], "residents"].astype(float).tolist() == people.sum(axis=1).tolist()

    def test_points_with_a_lookup_and_only_the_places_selected(self, processing, county: County, output) -> None:
        result = result_layer(processing, county, output / "result.gpkg")
        wards = county.wards()
        QgsProject.instance().addMapLayer(wards)
        wards.selectByExpression("\"ward_code\" IN ('X05000003', 'X05000004')")
        found, _ = run(
            processing,
            "cni:overlap",
            output / "overlap.gpkg",
            TARGET=QgsProcessingFeatureSourceDefinition(wards.id(), True),
            RESULT=result,
            POINTS=f"{county.path('small_areas.gpkg')}|layername=small_areas",
            LOOKUP=str(county.path(LOOKUP)),
        )
        QgsProject.instance().removeMapLayer(wards)
        assert sorted(found["target_code"]) == ["X05000003", "X05000004"]
        assert found[SHARES].astype(float).sum(axis=1).tolist() == pytest.approx([1, 1])

    def test_estimated_by_land_area_when_asked_for(self, processing, county: County, output) -> None:
        """A patch of the whole of one ward and the western half of another."""
        result = result_layer(processing, county, output / "result.gpkg")
        layer = QgsVectorLayer(result, "result", "ogr")
        first, second = (f for f in layer.getFeatures() if f["area_code"] in ("X05000010", "X05000020"))
        box = second.geometry().boundingBox()
        middle = box.center().x()
        half = second.geometry().clipped(type(box)(box.xMinimum(), box.yMinimum(), middle, box.yMaximum()))
        patch = polygons(output / "p", {"Patch": first.geometry().asWkt(10), "Half": half.asWkt(10)})
        found, told = run(
            processing, "cni:overlap", output / "overlap.gpkg", TARGET=patch, RESULT=result, BY_LAND_AREA=True
        )
        assert set(found["basis"]) == {"estimated by land area"}
        found = found.set_index("target_name")
        assert found.loc["Patch", "residents"] == pytest.approx(first["population"], rel=1e-3)
        expected = second["population"] * half.area() / second.geometry().area()
        assert found.loc["Half", "residents"] == pytest.approx(expected, rel=1e-3)
        assert found.loc["Half", f"share_{second['category']}"] == pytest.approx(1, abs=2e-3)
        assert set(found["quality"]) == {"estimated"}
        assert any("Estimated by land area" in text for text in told.warnings)
