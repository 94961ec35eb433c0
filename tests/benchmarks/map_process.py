"""One process of the map benchmarks; prints a line of JSON. Usage: map_process.py TASK FOLDER [DATA]"""

from __future__ import annotations

from time import perf_counter

STARTED = perf_counter()

import json  # noqa: E402
import os  # noqa: E402
import resource  # noqa: E402
import sys  # noqa: E402
from pathlib import Path  # noqa: E402
from typing import TYPE_CHECKING, Any  # noqa: E402

from common import load_plugin, medians, seconds  # noqa: E402

if TYPE_CHECKING:
    from qgis.core import QgsVectorLayer

RUNS = 5
TABLES = {
    "TABLES": "cni_2019_ward17.csv",
    "DEPRIVATION": "imd_2019_lsoa11.csv.gz",
    "LOOKUP": "oa11_to_ward17_estimated.csv.gz",
}
WARDS = "wards_2017.gpkg"
FIELDS = {"LOOKUP_FROM": "lsoa11_code", "LOOKUP_TO": "ward17_code", "LOOKUP_WEIGHT": "population_2011"}
# QGIS keeps no reference of its own to these, and without one they go.
KEPT: list[object] = []
CHOICES = {"DEFINITION": "cni-2019", "DEPRIVATION_SCORE": "imd_score", **FIELDS}


def start_qgis() -> None:
    """QGIS without a window, Processing, and the libraries that every run imports."""
    from qgis.core import QgsApplication

    application = QgsApplication([], False)
    application.initQgis()
    sys.path.append(f"{QgsApplication.pkgDataPath()}/python/plugins")
    import numpy as np  # noqa: F401
    import pandas as pd  # noqa: F401
    from processing.core.Processing import Processing

    Processing.initialize()
    KEPT.append(application)


def register() -> None:
    """Import the plugin and put its provider into QGIS's registry."""
    load_plugin()
    from cni_mapper.plugin import CniMapperPlugin

    plugin = CniMapperPlugin(None)
    plugin.initProcessing()
    KEPT.append(plugin)


def run(algorithm: str, parameters: dict[str, Any], output: Path) -> None:
    """Run one of our algorithms and remove what it wrote."""
    import processing

    processing.run(f"cni:{algorithm}", {**parameters, "OUTPUT": str(output)})
    for file in output.parent.glob(f"{output.name}*"):
        file.unlink()


def peak_memory() -> int:
    """The most memory this process has had, in bytes."""
    return 1024 * resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def whole() -> float:
    """The time since this process began."""
    return perf_counter() - STARTED


def task_start(folder: Path, data: Path) -> dict[str, Any]:
    start_qgis()
    return {"whole": whole()}


def task_plugin(folder: Path, data: Path) -> dict[str, Any]:
    start_qgis()
    return {"register": seconds(register)}


def task_bare(folder: Path, data: Path) -> dict[str, Any]:
    """The least that any run from files must do: GDAL copies the boundaries, pandas reads the tables."""
    import numpy as np  # noqa: F401
    import pandas as pd
    from osgeo import gdal

    gdal.UseExceptions()

    def copy() -> None:
        gdal.VectorTranslate(str(folder / "copy.gpkg"), str(data / WARDS))

    def read() -> None:
        for name in TABLES.values():
            pd.read_csv(data / name)

    found = {"copy": seconds(copy), "read": seconds(read)}
    (folder / "copy.gpkg").unlink()
    return found


def task_files(folder: Path, data: Path) -> dict[str, Any]:
    """The whole national run, from the start of the process."""
    start_qgis()
    register()
    tables = {name: str(data / file) for name, file in TABLES.items()}
    parameters = {**CHOICES, **tables, "TABLES": [tables["TABLES"]], "AREAS": str(data / WARDS)}
    run("map", parameters, folder / "files.gpkg")
    return {"whole": whole(), "memory": peak_memory()}


def open_layer(source: str) -> QgsVectorLayer:
    """A layer in the project."""
    from qgis.core import QgsProject, QgsVectorLayer

    layer = QgsVectorLayer(source, Path(source.partition("|")[0]).name, "ogr")
    if not layer.isValid():
        sys.exit(f"cannot open {layer.name()}")
    return QgsProject.instance().addMapLayer(layer)


def read_all(layers: list[QgsVectorLayer]) -> None:
    """Every attribute of every row, and the shapes."""
    for layer in layers:
        spatial = layer.isSpatial()
        for feature in layer.getFeatures():
            feature.attributes()
            if spatial:
                feature.geometry()


def compare_layers(folder: Path, data: Path, tables: dict[str, str]) -> dict[str, Any]:
    """The national run on layers of the project, in turn with a bare loop over the same layers."""
    areas = open_layer(f"{data / WARDS}|layername=wards_2017")
    opened = {name: open_layer(source) for name, source in tables.items()}
    parameters = {**CHOICES, **opened, "TABLES": [opened["TABLES"]], "AREAS": areas}
    mapped, loop = medians(
        [
            lambda: run("map", parameters, folder / "layers.gpkg"),
            lambda: read_all([areas, *opened.values()]),
        ],
        RUNS,
    )
    return {"run": mapped, "loop": loop, "memory": peak_memory()}


def vsi(file: Path) -> str:
    """A file as QGIS names it when it opens one that is gzipped."""
    return f"/vsigzip/{file}" if file.suffix == ".gz" else str(file)


def task_layers(folder: Path, data: Path) -> dict[str, Any]:
    start_qgis()
    register()
    return compare_layers(folder, data, {name: vsi(data / file) for name, file in TABLES.items()})


def task_tables(folder: Path, data: Path) -> dict[str, Any]:
    """As `layers`, with the tables in a GeoPackage, so that QGIS itself has to read them."""
    start_qgis()
    register()
    from osgeo import gdal

    gdal.UseExceptions()
    target = folder / "tables.gpkg"
    for name, file in TABLES.items():
        source = gdal.OpenEx(vsi(data / file), gdal.OF_VECTOR, open_options=["AUTODETECT_TYPE=YES"])
        mode = "update" if target.exists() else None
        gdal.VectorTranslate(str(target), source, layerName=name.lower(), accessMode=mode)
    return compare_layers(folder, data, {name: f"{target}|layername={name.lower()}" for name in TABLES})


def task_example(folder: Path, data: Path) -> dict[str, Any]:
    start_qgis()
    register()
    return {"run": medians([lambda: run("example", {}, folder / "example.gpkg")], RUNS)[0]}


def task_areadeprivation(folder: Path, data: Path) -> dict[str, Any]:
    """Area scores by output area, in turn with pandas reading the same two tables."""
    start_qgis()
    register()
    import pandas as pd

    files = [data / TABLES[name] for name in ("DEPRIVATION", "LOOKUP")]
    parameters = {**FIELDS, "DEPRIVATION": str(files[0]), "DEPRIVATION_SCORE": "imd_score", "LOOKUP": str(files[1])}
    measured, read = medians(
        [
            lambda: run("areadeprivation", parameters, folder / "deprivation.gpkg"),
            lambda: [pd.read_csv(file) for file in files],
        ],
        RUNS,
    )
    return {"run": measured, "read": read}


def task_versions(folder: Path, data: Path) -> dict[str, Any]:
    import platform

    import numpy as np
    import pandas as pd
    from osgeo import gdal
    from qgis.core import Qgis

    return {
        "QGIS": Qgis.QGIS_VERSION,
        "GDAL": gdal.__version__,
        "Python": platform.python_version(),
        "numpy": np.__version__,
        "pandas": pd.__version__,
    }


def main(task: str, folder: str, data: str = "") -> None:
    found = globals()[f"task_{task}"](Path(folder), Path(data))
    print(json.dumps(found), flush=True)
    # How QGIS cleans up behind itself is not measured, and can crash.
    os._exit(0)


if __name__ == "__main__":
    main(*sys.argv[1:])
