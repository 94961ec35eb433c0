"""The plugin inside QGIS: the national run from files and from project layers, the sample, and the start."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

from common import HERE, MILLI, Figure, hand_over, reference_data

ROUNDS = 5
MEGABYTE = 1_000_000
FILES = (
    "7,463 wards, 32,844 LSOAs and 171,372 output areas. One process each, in turn: QGIS start and bare imports "
    "(numpy, pandas, Processing); the whole run, from the start of its process; the bound, GDAL copying the "
    "boundaries and pandas reading the tables. The start is subtracted."
)
WITH_START = "The same processes: the whole run, beside the start alone."
LAYERS = (
    "All inputs are layers of a project, in one process, in turn with a bare getFeatures loop over them: all "
    "attributes, and the shapes of the wards."
)
NATIONAL = "cni:map, England"


def process(task: str, folder: str, data: Path | None = None) -> dict[str, Any]:
    """What a fresh process finds for a task."""
    command = [sys.executable, str(HERE / "map_process.py"), task, folder, *([str(data)] if data else [])]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{task} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return json.loads(done.stdout.splitlines()[-1])


def rounds(tasks: tuple[str, ...], folder: str, data: Path | None = None) -> list[dict[str, float]]:
    """The medians of what each task finds: the tasks in turn, `ROUNDS` times, after one round to warm up."""
    for task in tasks:
        process(task, folder, data)
    found = [[process(task, folder, data) for task in tasks] for _ in range(ROUNDS)]
    return [{key: median(one[key] for one in each) for key in each[0]} for each in zip(*found)]


def from_files(folder: str, data: Path) -> list[Figure]:
    start, whole, bare = rounds(("start", "files", "bare"), folder, data)
    least = bare["copy"] + bare["read"]
    name = f"{NATIONAL}, from files"
    beyond = MILLI * (whole["whole"] - start["whole"])
    parts = f"{MILLI * bare['copy']:.0f} GDAL + {MILLI * bare['read']:.0f} pandas"
    peak = "ru_maxrss of the process that ran it."
    return [
        Figure(name, beyond, "ms", FILES, MILLI * least, parts, "ratio", 3),
        Figure(f"{name}: peak memory", whole["memory"] / MEGABYTE, "MB", peak, holds="measured", target=1000),
        Figure(
            f"{name}, QGIS start included", MILLI * whole["whole"], "ms", WITH_START, MILLI * start["whole"], "start"
        ),
    ]


def from_layers(folder: str, data: Path) -> list[Figure]:
    csv, tables = process("layers", folder, data), process("tables", folder, data)
    memory = max(csv["memory"], tables["memory"]) / MEGABYTE
    loop = "getFeatures"
    figures = [
        Figure(f"{NATIONAL}, {name}", MILLI * found["run"], "ms", LAYERS, MILLI * found["loop"], loop, "ratio", 1.5)
        for name, found in (
            ("from project layers, tables in CSV", csv),
            ("from project layers, tables in a GeoPackage", tables),
        )
    ]
    peak = "ru_maxrss of the process, which runs it several times; the larger of the two."
    return [
        *figures,
        Figure(f"{NATIONAL}, from project layers: peak memory", memory, "MB", peak, holds="measured", target=1000),
    ]


def deprivation(folder: str, data: Path) -> Figure:
    found = process("areadeprivation", folder, data)
    how = "From files to a GeoPackage table, in a running QGIS; the bound is pandas reading the two tables."
    name = "cni:areadeprivation, 171,372 output areas"
    return Figure(name, MILLI * found["run"], "ms", how, MILLI * found["read"], "pandas")


def small_figures(folder: str) -> list[Figure]:
    example, plugin = process("example", folder), rounds(("plugin",), folder)[0]
    how = "The sample county to its styled GeoPackage, in a running QGIS."
    quick = "Importing the plugin and registering its provider, in a QGIS where Processing is started."
    return [
        Figure("cni:example", MILLI * example["run"], "ms", how, holds="measured", target=10_000),
        Figure("Plugin start", MILLI * plugin["register"], "ms", quick),
    ]


def main() -> None:
    data = reference_data()
    with tempfile.TemporaryDirectory() as folder:
        national = [*from_files(folder, data), *from_layers(folder, data), deprivation(folder, data)] if data else []
        hand_over([*national, *small_figures(folder)])


main()
