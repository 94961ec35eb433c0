"""Printed pages: one A3 page, and an atlas of every district."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from statistics import median
from typing import Any

from common import HERE, MILLI, Figure, hand_over, reference_data

ROUNDS = 5
MEGABYTE = 1_000_000
PAGE = (
    "cni:printmap of a result in a file to an A3 PDF with three maps, from the start of its process; in turn with the "
    "start of QGIS and bare imports, which is subtracted."
)
ATLAS = "cni:atlas of a result in a file to one PDF of A4 pages, in a running QGIS: the whole run, by its pages."


def process(task: str, *arguments: str) -> dict[str, Any]:
    """What a fresh process finds for a task."""
    command = [sys.executable, str(HERE / "print_process.py"), task, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{task} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return json.loads(done.stdout.splitlines()[-1])


def one_page(folder: str, result: str) -> list[Figure]:
    rounds = [[process(task, folder, result) for task in ("start", "page")] for _ in range(ROUNDS + 1)][1:]
    start, page = (median(found["whole"] for found in column) for column in zip(*rounds))
    beyond = MILLI * (page - start)
    return [Figure("cni:printmap, A3, one district", beyond, "ms", PAGE, holds="measured", target=5000)]


def atlas(folder: str, result: str, place: str) -> list[Figure]:
    found = process("atlas", folder, result)
    pages = found["pages"]
    name = f"cni:atlas, {place}, {pages} pages"
    grown = "The memory after the last page less that after half of them; it is flat where pages leave nothing behind."
    return [
        Figure(f"{name}: a page", MILLI * found["run"] / pages, "ms", ATLAS, holds="measured", target=300),
        Figure(f"{name}: a page", found["size"] / pages / MEGABYTE, "MB", ATLAS, holds="measured", target=0.3),
        Figure(
            f"{name}: memory grown over the last half",
            found["grown"] / MEGABYTE,
            "MB",
            grown,
            holds="measured",
            target=10,
        ),
        Figure(f"{name}: peak memory", found["memory"] / MEGABYTE, "MB", "ru_maxrss of the process."),
    ]


def main() -> None:
    data = reference_data()
    with tempfile.TemporaryDirectory() as folder:
        result = process("result", folder, *([str(data)] if data else []))["OUTPUT"]
        pages = one_page(folder, result) if data else []
        hand_over([*pages, *atlas(folder, result, "England" if data else "the sample county")])


main()
