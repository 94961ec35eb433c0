"""One process of the print benchmarks; prints a line of JSON. Usage: print_process.py TASK FOLDER [RESULT]"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from time import perf_counter
from typing import Any

from map_process import TABLES, WARDS, peak_memory, register, start_qgis, whole

HULL = "\"district_name\" LIKE 'Kingston upon Hull%'"


def _run(algorithm: str, **parameters: Any) -> dict[str, Any]:
    import processing

    return processing.run(f"cni:{algorithm}", parameters)


def _memory() -> int:
    """The memory that this process has now, in bytes."""
    pages = int(Path("/proc/self/statm").read_text(encoding="utf-8").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def task_result(folder: Path, data: str) -> dict[str, Any]:
    """A result to print: of England, or of the sample county where there is no data."""
    start_qgis()
    register()
    output = str(folder / "result.gpkg")
    if not data:
        return _run("example", OUTPUT=output)
    tables = {name: str(Path(data) / file) for name, file in TABLES.items()}
    return _run("map", **{**tables, "TABLES": [tables["TABLES"]]}, AREAS=str(Path(data) / WARDS), OUTPUT=output)


def task_start(folder: Path, result: str) -> dict[str, Any]:
    start_qgis()
    return {"whole": whole()}


def task_page(folder: Path, result: str) -> dict[str, Any]:
    """One A3 page of one district, three maps, from the start of the process."""
    start_qgis()
    register()
    output = folder / "page.pdf"
    _run("printmap", RESULT=result, FOCUS=HULL, OUTPUT=str(output))
    return {"whole": whole(), "size": output.stat().st_size}


def task_atlas(folder: Path, result: str) -> dict[str, Any]:
    """Every district on an A4 page, and how the memory stood meanwhile."""
    start_qgis()
    register()
    from cni_mapper.ui.maps.layouts.export import PdfPages

    memory, add = [], PdfPages.add

    def measured(pages: PdfPages, layout: Any) -> None:
        add(pages, layout)
        memory.append(_memory())

    PdfPages.add = measured
    output = folder / "atlas.pdf"
    begun = perf_counter()
    pages = _run("atlas", RESULT=result, OUTPUT=str(output))["PAGES"]
    took = perf_counter() - begun
    grown = memory[-1] - memory[len(memory) // 2]
    size = output.stat().st_size
    return {"pages": pages, "run": took, "size": size, "grown": grown, "memory": peak_memory()}


if __name__ == "__main__":
    print(json.dumps(globals()[f"task_{sys.argv[1]}"](Path(sys.argv[2]), "".join(sys.argv[3:]))), flush=True)
    # How QGIS cleans up behind itself is not measured, and can crash.
    os._exit(0)
