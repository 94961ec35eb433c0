"""The sample county in a folder of its own, to be spoilt or turned into another format, and rows read back."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import pandas as pd
from qgis.core import (
    QgsCoordinateTransformContext,
    QgsDataSourceUri,
    QgsFeatureRequest,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsVectorLayerExporter,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QVariant

WARDS, NEEDS, DEPRIVATION, LOOKUP = "wards.gpkg", "community_needs.csv", "deprivation.csv", "small_area_to_ward.csv"
FILES = (WARDS, NEEDS, DEPRIVATION, LOOKUP, "definition.json", "small_areas.gpkg", "places.gpkg")
DOMAINS = ("civic_assets", "connectedness", "engaged_community")


class County:
    """A copy of the sample county, with the parameters of cni:map for it.

    folder: where the input files are. parameters: what the algorithm is given, without OUTPUT.
    """

    def __init__(self, sample: Path, folder: Path) -> None:
        self.folder = folder
        self.folder.mkdir()
        for name in FILES:
            shutil.copyfile(sample / name, folder / name)
        self.parameters: dict[str, Any] = {
            "AREAS": f"{folder / WARDS}|layername=wards",
            "TABLES": [str(folder / NEEDS)],
            "DEFINITION": str(folder / "definition.json"),
            "DEPRIVATION": str(folder / DEPRIVATION),
            "LOOKUP": str(folder / LOOKUP),
        }

    def path(self, name: str) -> Path:
        return self.folder / name

    def table(self, name: str) -> pd.DataFrame:
        """A CSV file as text, blanks as empty text."""
        return pd.read_csv(self.path(name), dtype=str, keep_default_na=False)

    def edit(self, name: str, change: Callable[[pd.DataFrame], Any], **options: Any) -> None:
        """Write a CSV file again, changed. change: returns a new table, or changes the one it is given."""
        table = self.table(name)
        changed = change(table)
        (table if changed is None else changed).to_csv(self.path(name), index=False, **options)

    def put(self, name: str, column: str, values: Mapping[int, Any] | Any) -> None:
        """Put values into a column of a CSV file: by row number, or one value into every row."""

        def change(table: pd.DataFrame) -> None:
            for row, value in values.items() if isinstance(values, dict) else [(slice(None), values)]:
                table.loc[table.index[row], column] = value

        self.edit(name, change)

    def write(self, name: str, table: pd.DataFrame, **options: Any) -> str:
        """Write a table of one's own as CSV, and return its path."""
        table.to_csv(self.path(name), index=False, **options)
        return str(self.path(name))

    def give(self, **parameters: Any) -> None:
        self.parameters.update(parameters)

    def define(self, **changes: Any) -> None:
        """Change entries of the definition file."""
        path = self.path("definition.json")
        path.write_text(json.dumps({**json.loads(path.read_text(encoding="utf-8")), **changes}), encoding="utf-8")

    def wards(self) -> QgsVectorLayer:
        return memory_copy(QgsVectorLayer(f"{self.path(WARDS)}|layername=wards", "wards"))

    def edit_wards(self, change: Callable[[QgsVectorLayer], Any], name: str = "edited.gpkg") -> None:
        """Give the wards as a changed file. change: edits the memory layer it is given."""
        layer = self.wards()
        change(layer)
        layer.updateExtents()
        self.give(AREAS=save_layer(layer, self.path(name)))

    def recode_wards(self, codes: Mapping[str, str]) -> None:
        """Give the wards with other codes."""
        self.edit_wards(lambda layer: set_values(layer, "ward_code", codes))

    def hashes(self) -> dict[str, str]:
        return hashes(self.folder)


def england_parameters(data: Path, target: Path) -> dict[str, Any]:
    """The parameters of cni:map for England's wards on the published tables. data: the reference data's folder."""
    return {
        "AREAS": f"{data / 'wards_2017.gpkg'}|layername=wards_2017",
        "TABLES": [str(data / "cni_2019_ward17.csv")],
        "DEFINITION": "cni-2019",
        "DEPRIVATION": str(data / "imd_2019_lsoa11.csv.gz"),
        "LOOKUP": str(data / "oa11_to_ward17_estimated.csv.gz"),
        "OUTPUT": str(target),
    }


def hashes(folder: Path) -> dict[str, str]:
    """SHA-256 of every file in a folder, by name."""
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(folder.iterdir()) if p.is_file()}


def memory_copy(layer: QgsVectorLayer) -> QgsVectorLayer:
    copy = layer.materialize(QgsFeatureRequest())
    copy.setName(layer.name())
    return copy


def csv_layer(path: Path, *, types: bool = False) -> QgsVectorLayer:
    """A CSV file as a layer of delimited text; types: numbers as numbers instead of text."""
    kinds = "yes" if types else "no"
    return QgsVectorLayer(f"file://{path}?type=csv&detectTypes={kinds}&geomType=none", path.stem, "delimitedtext")


_DRIVERS = {".gpkg": "GPKG", ".shp": "ESRI Shapefile", ".geojson": "GeoJSON", ".csv": "CSV", ".xlsx": "XLSX"}


def save_layer(layer: QgsVectorLayer, path: Path) -> str:
    """Write a layer to a new file of the format its ending says, and return its path."""
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = _DRIVERS[path.suffix], path.stem
    if path.suffix == ".geojson":
        options.layerOptions = ["RFC7946=NO"]
    done = QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), QgsCoordinateTransformContext(), options)
    assert done[0] == QgsVectorFileWriter.WriterError.NoError, done
    return str(path)


def set_values(layer: QgsVectorLayer, field: str, values: Mapping[str, Any], key: str = "ward_code") -> None:
    """Set a field of a memory layer where `key` has a value of `values`."""
    position = layer.fields().indexOf(field)
    changes = {f.id(): {position: values[f[key]]} for f in layer.getFeatures() if f[key] in values}
    assert layer.dataProvider().changeAttributeValues(changes)


def _plain(value: Any) -> Any:
    return None if value is None or isinstance(value, QVariant) else value


def layer_frame(layer: QgsVectorLayer) -> pd.DataFrame:
    """The rows of a layer by area code, without the feature number that each format adds."""
    names = [name for name in layer.fields().names() if name not in ("fid", "id")]
    rows = [[_plain(feature[name]) for name in names] for feature in layer.getFeatures()]
    frame = pd.DataFrame(rows, columns=names, dtype=object)
    return frame.set_index("area_code") if "area_code" in names else frame


def rows_of(source: str, provider: str = "ogr") -> pd.DataFrame:
    """The rows of a saved result by area code."""
    layer = QgsVectorLayer(source, "rows", provider)
    assert layer.isValid(), source
    return layer_frame(layer)


def record_of(source: str) -> dict[str, Any]:
    """The run record beside a result in a file."""
    return json.loads(Path(source.partition("|")[0] + ".run.json").read_text(encoding="utf-8"))


def run_map(processing: Any, county: County, output: Path, **parameters: Any) -> tuple[pd.DataFrame, dict[str, Any]]:
    """Run cni:map on a county; the rows and the run record. The inputs must be as they were, byte for byte."""
    before = county.hashes()
    given = {**county.parameters, **parameters, "OUTPUT": str(output / "result.gpkg")}
    source = processing.run("cni:map", given)["OUTPUT"]
    assert county.hashes() == before
    return rows_of(source), record_of(source)


def warnings_of(record: Mapping[str, Any], code: str) -> list[str]:
    return [entry["text"] for entry in record["warnings"] if entry["code"] == code]


def warning(record: Mapping[str, Any], code: str) -> str:
    """The one sentence of a run record's warnings with that code."""
    found = warnings_of(record, code)
    assert len(found) == 1, (code, record["warnings"])
    return found[0]


def codes(numbers: Iterable[int], kind: str = "X05") -> list[str]:
    return [f"{kind}{number:06d}" for number in numbers]


def expected_wards(sample: Path) -> pd.DataFrame:
    """What the overlay of the sample must give, with pandas alone: scores, ranks, categories by ward code."""
    needs = pd.read_csv(sample / NEEDS, index_col="ward_code")
    parts = pd.read_csv(sample / LOOKUP).merge(pd.read_csv(sample / DEPRIVATION)[["small_area_code", "imd_score"]])
    people = parts.groupby("ward_code")["population"].sum()
    imd = (parts["imd_score"] * parts["population"]).groupby(parts["ward_code"]).sum() / people
    out = pd.DataFrame({"cni_score": needs[[f"{domain}_score" for domain in DOMAINS]].sum(axis=1)})
    out["imd_score"], out["population"] = imd.round(9), people
    for index in ("cni", "imd"):
        out[f"{index}_rank"] = out[f"{index}_score"].round(6).rank(ascending=False, method="min").astype(int)
    inside = (out[["cni_rank", "imd_rank"]] <= len(out) // 10).to_numpy()
    names = {(True, True): "left_behind", (False, True): "deprived", (True, False): "high_need"}
    out["category"] = [names.get((bool(cni), bool(imd)), "other") for cni, imd in inside]
    return out


def assert_same_rows(rows: pd.DataFrame, wanted: pd.DataFrame) -> None:
    """Every column of the same areas, in the same order of columns; numbers to nine digits."""
    pairs = (frame.sort_index().apply(_as_numbers) for frame in (rows, wanted))
    pd.testing.assert_frame_equal(*pairs, check_dtype=False, rtol=1e-9)


def _as_numbers(column: pd.Series) -> pd.Series:
    known = column.dropna()
    numbers = len(known) and all(isinstance(value, (int, float)) for value in known)
    return column.astype(float) if numbers else column.fillna("")


def to_postgis(layer: QgsVectorLayer, connection: str, table: str, *, shapes: bool = False) -> QgsVectorLayer:
    """Copy a layer to a table of a PostGIS database, in the place of what is there, and open it."""
    uri = QgsDataSourceUri(connection)
    uri.setDataSource("public", table, "geom" if shapes else "")
    uri.setKeyColumn("id")
    kind = layer.wkbType() if shapes else QgsWkbTypes.Type.NoGeometry
    sink = QgsVectorLayerExporter(
        uri.uri(False), "postgres", layer.fields(), kind, layer.crs(), True, {"lowercaseFieldNames": True}
    )
    for feature in layer.getFeatures():
        assert sink.addFeature(feature)
    sink.flushBuffer()
    assert not sink.errorMessage()
    del sink
    return QgsVectorLayer(uri.uri(False), table, "postgres")
