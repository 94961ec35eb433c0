"""cni:profiles through QGIS: one file or a folder, areas or patches, cancelled or failing half-way."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import page_pdf
import pytest
from county import rows_of
from fault_files import assert_plain, refusal
from printed_pages import run_example
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)


@pytest.fixture(scope="module")
def result(processing, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Source of the sample county's result; not to be changed."""
    return run_example(processing, tmp_path_factory.mktemp("result"))


def left_behind(result: str) -> list[str]:
    rows = rows_of(result)
    return sorted(rows.index[rows["category"] == "left_behind"])


def pages(path: Path) -> list[str]:
    """The text of each page of a PDF."""
    return page_pdf.run("pdftotext", "-layout", str(path), "-").split("\f")[:-1]


class TestAreas:
    def test_one_file_with_a_page_each(self, processing, result: str, output: Path) -> None:
        target = output / "profiles.pdf"
        given = {"RESULT": result, "FOCUS": "\"category\" = 'left_behind'", "OUTPUT": str(target)}
        assert processing.run("cni:profiles", given) == {"OUTPUT": str(target), "PAGES": 8}
        texts = pages(target)
        found = [next(code for code in left_behind(result) if code in text) for text in texts]
        assert sorted(found) == left_behind(result)
        rows = rows_of(result).loc[found]
        names = list(zip(rows["district_name"].str.casefold(), rows["area_name"].str.casefold()))
        assert names == sorted(names)
        assert all("Describes places, not people." in text for text in texts)
        assert list(output.iterdir()) == [target]

    def test_a_folder_of_files(self, processing, result: str, output: Path) -> None:
        folder = output / "profiles"
        given = {"RESULT": result, "FOCUS": "\"category\" = 'left_behind'", "OUTPUT": str(folder)}
        assert processing.run("cni:profiles", given)["PAGES"] == 8
        rows = rows_of(result).loc[left_behind(result)]
        assert {file.name for file in folder.iterdir()} == {
            f"{row.area_name} {row.Index}.pdf" for row in rows.itertuples()
        }
        assert all(len(pages(file)) == 1 for file in folder.iterdir())

    def test_selected_areas_only(self, processing, result: str, output: Path, qgis_new_project) -> None:
        layer = QgsVectorLayer(result, "result", "ogr")
        QgsProject.instance().addMapLayer(layer)
        layer.selectByExpression("\"area_code\" in ('X05000056', 'X05000001')")
        source = QgsProcessingFeatureSourceDefinition(layer.id(), True)
        given = {"RESULT": source, "OUTPUT": str(output / "two.pdf")}
        assert processing.run("cni:profiles", given)["PAGES"] == 2

    def test_greys(self, processing, result: str, output: Path) -> None:
        target = output / "grey.pdf"
        focus = "\"area_code\" = 'X05000056'"
        processing.run("cni:profiles", {"RESULT": result, "FOCUS": focus, "COLOURS": 1, "OUTPUT": str(target)})
        dots = page_pdf.raster(target, output).dots
        # Only ink (#1f2426), quiet text and rules have a trace of blue.
        red, green, blue = (dots >> shift & 255 for shift in (16, 8, 0))
        spread = abs(red.astype(int) - blue.astype(int)).max(), abs(red.astype(int) - green.astype(int)).max()
        assert max(spread) <= 16


def patch_layer(result: str, *shapes: QgsGeometry) -> QgsVectorLayer:
    """Patches 'Patch A', 'Patch B' ... as the plugin keeps them."""
    crs = QgsVectorLayer(result, "result", "ogr").crs().authid()
    layer = QgsVectorLayer(f"Polygon?crs={crs}&field=patch_name:string", "patches", "memory")
    for name, shape in zip("ABC", shapes):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([f"Patch {name}"])
        feature.setGeometry(shape)
        layer.dataProvider().addFeature(feature)
    return layer


def ward_shape(result: str, code: str) -> QgsGeometry:
    layer = QgsVectorLayer(result, "result", "ogr")
    return next(f.geometry() for f in layer.getFeatures() if f["area_code"] == code)


class TestPatches:
    def test_people_of_small_areas(self, processing, result: str, sample: Path, output: Path) -> None:
        """Two wards, one left behind, drawn as one patch: the shares are those of the points in them."""
        inside, outside = ward_shape(result, "X05000056"), ward_shape(result, "X05000001")
        far = QgsGeometry.fromRect(QgsRectangle(0, 0, 1000, 1000))
        target, smalls = output / "patch.pdf", sample / "small_areas.gpkg"
        given = {
            "RESULT": result,
            "PATCHES": patch_layer(result, QgsGeometry.collectGeometry([inside, outside]), far),
            "POINTS": str(smalls),
            "OUTPUT": str(target),
        }
        assert processing.run("cni:profiles", given)["PAGES"] == 2
        counts = dict.fromkeys(("inside", "outside"), 0)
        for feature in QgsVectorLayer(str(smalls), "smalls", "ogr").getFeatures():
            shape = feature.geometry()
            point = shape if shape.type() == 0 else shape.pointOnSurface()
            for name, ward in (("inside", inside), ("outside", outside)):
                counts[name] += feature["population"] if ward.contains(point) else 0
        share = counts["inside"] / sum(counts.values())
        first, second = (" ".join(text.split()) for text in pages(target))
        assert 0 < share < 1
        assert (
            f"{share:.0%} of the people of Patch A live in left behind wards "
            f"({counts['inside']:,.0f} of {sum(counts.values()):,.0f}). It has no rank, decile or category of its own"
        ) in first
        assert "No residents are known in Patch B" in second
        assert "1st of 150" not in first and "Rank (1 = worst)" not in first

    def test_by_land_area(self, processing, result: str, output: Path) -> None:
        target, code = output / "patch.pdf", "X05000056"
        given = {
            "RESULT": result,
            "PATCHES": patch_layer(result, ward_shape(result, code)),
            "BY_LAND_AREA": True,
            "FOCUS": f"\"area_code\" = '{code}'",
            "OUTPUT": str(target),
        }
        assert processing.run("cni:profiles", given)["PAGES"] == 2
        patch, area = (" ".join(text.split()) for text in pages(target))
        people = rows_of(result).loc[code, "population"]
        assert f"about {people:,.0f} people live here" in patch and "100% of the people of Patch A" in patch
        assert "Estimate by land area" in patch
        assert code in area

    def test_what_tells_where_people_live_is_needed(self, processing, result: str, output: Path) -> None:
        given = {"RESULT": result, "PATCHES": patch_layer(result, ward_shape(result, "X05000056"))}
        with pytest.raises(QgsProcessingException):
            processing.run("cni:profiles", {**given, "OUTPUT": str(output / "patch.pdf")})
        assert list(output.iterdir()) == []


class Stopping(QgsProcessingFeedback):
    """Cancels once so much has been done."""

    def __init__(self, percent: float) -> None:
        super().__init__()
        self._percent = percent
        self.progressChanged.connect(self._look)

    def _look(self, done: float) -> None:
        if done >= self._percent:
            self.cancel()


def refused(processing: Any, **given: Any) -> str:
    sentence = refusal(processing, "cni:profiles", given)
    assert_plain(sentence)
    return sentence


class TestFaults:
    @pytest.mark.parametrize("name", ["old.pdf", "folder"])
    def test_cancelled_between_pages(self, processing, result: str, output: Path, name: str) -> None:
        target = output / name
        if name == "folder":
            target.mkdir()
            target = target / "Wrackton Harbour X05000056.pdf"
        target.write_bytes(b"old")
        with pytest.raises(QgsProcessingException, match=r"Stopped\. Nothing was written\."):
            processing.run("cni:profiles", {"RESULT": result, "OUTPUT": str(output / name)}, feedback=Stopping(3.0))
        assert target.read_bytes() == b"old"
        assert [path.name for path in output.rglob("*") if path.is_file()] == [target.name]

    def test_another_ending(self, processing, result: str, output: Path) -> None:
        assert "page.png" in refused(processing, RESULT=result, OUTPUT=str(output / "page.png"))
        assert list(output.iterdir()) == []

    def test_no_area(self, processing, result: str, output: Path) -> None:
        focus = "\"area_name\" = 'Nowhere'"
        assert "Nowhere" in refused(processing, RESULT=result, FOCUS=focus, OUTPUT=str(output / "none.pdf"))

    def test_a_layer_that_is_no_result(self, processing, sample: Path, output: Path) -> None:
        text = refused(processing, RESULT=str(sample / "wards.gpkg"), OUTPUT=str(output / "none.pdf"))
        assert "wards" in text

    def test_a_template_without_its_items(self, processing, result: str, output: Path) -> None:
        given = {"RESULT": result, "TEMPLATE": "a4_portrait", "OUTPUT": str(output / "none.pdf")}
        assert "finding" in refused(processing, **given)
        assert list(output.iterdir()) == []
