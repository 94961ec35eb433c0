"""Runs the sample through the packaged plugin and draws its styled layers. Usage: demo.py PLUGIN.zip"""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtXml import QDomDocument

FOLDER = Path(__file__).resolve().parent.parent / "build" / "demo"
OUTPUT = FOLDER / "sampleshire.gpkg"
SIZE = QSize(1600, 1200)


def qgis_process() -> str:
    """The program that runs algorithms; Debian 12's own wrapper around it does not work."""
    found = os.environ.get("QGIS_PROCESS") or shutil.which("qgis_process.bin") or shutil.which("qgis_process")
    return found or sys.exit("QGIS is not installed here: run make setup")


@contextlib.contextmanager
def packaged(plugin: Path) -> Iterator[Callable[..., dict[str, object]]]:
    """A throw-away profile with the plugin, as a user's QGIS has it: call("cni:map", A=1, ...) gives the results."""
    with tempfile.TemporaryDirectory() as profile:
        zipfile.ZipFile(plugin).extractall(Path(profile, "profiles/default/python/plugins"))
        environment = dict(os.environ, QGIS_CUSTOM_CONFIG_PATH=profile)

        def run(*arguments: str) -> str:
            command = [qgis_process(), *arguments]
            done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
            if done.returncode:
                sys.exit(f"{' '.join(command)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
            return done.stdout

        def call(algorithm: str, **parameters: object) -> dict[str, object]:
            said = run("run", algorithm, "--json", "--", *(f"{name}={value}" for name, value in parameters.items()))
            # Libraries may write to the same stream before the results.
            return json.loads(said[said.index("{") :])["results"]

        run("plugins", "enable", "cni_mapper")
        yield call


def styles(layer: QgsVectorLayer) -> dict[str, str]:
    """The styles saved beside the layer in its GeoPackage: name to QML."""
    related, ids, names, _, _ = layer.listStylesInDatabase()
    return {name: layer.getStyleFromDatabase(key)[0] for key, name in list(zip(ids, names))[:related]}


def draw(layer: QgsVectorLayer, picture: Path) -> None:
    """Draw the whole layer in its present style."""
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setOutputSize(SIZE)
    extent = layer.extent()
    extent.scale(1.05)
    settings.setExtent(extent)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    if not job.renderedImage().save(str(picture)):
        sys.exit(f"could not write {picture}")


def draw_styles() -> list[Path]:
    """Draw every layer of the output in every style saved for it."""
    with contextlib.closing(sqlite3.connect(OUTPUT)) as database:
        tables = database.execute("select table_name from gpkg_contents where data_type = 'features'").fetchall()
    pictures = []
    for (table,) in tables:
        layer = QgsVectorLayer(f"{OUTPUT}|layername={table}", table, "ogr")
        for name, qml in styles(layer).items():
            document = QDomDocument()
            document.setContent(qml)
            loaded, reason = layer.importNamedStyle(document)
            if not loaded:
                sys.exit(f"style {name!r} of {table} does not load: {reason}")
            pictures.append(FOLDER / f"{re.sub(r'[^a-z0-9]+', '-', name.lower()).strip('-')}.png")
            draw(layer, pictures[-1])
    return pictures


def main() -> None:
    """Make the demo anew and print where its parts are."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    with packaged(Path(sys.argv[1])) as call:
        for name, value in call("cni:example", OUTPUT=OUTPUT).items():
            print(f"{name}: {value}")
    application = QgsApplication([], False)
    application.initQgis()
    pictures = draw_styles()
    application.exitQgis()
    if not pictures:
        sys.exit(f"no styled layer in {OUTPUT}")
    print(f"Made with QGIS {Qgis.QGIS_VERSION}:", *sorted(FOLDER.iterdir()), sep="\n  ")


if __name__ == "__main__":
    main()
