"""A run on very many areas: where its files are, stopping it by hand, and what is in its result."""

from __future__ import annotations

import subprocess
from contextlib import closing
from pathlib import Path
from sqlite3 import connect
from time import perf_counter
from typing import Any

import many_areas
from files import record_of
from panel import held, wait_worked_out
from pointer import click
from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QProgressBar, QPushButton
from session import OUT, WORK, Steps, picture
from waiting import find, wait_for, wait_until
from widgets import messages_shown

FOLDER, PROJECT = WORK / "land", WORK / "land.qgz"
RESULT, UNDISTURBED = FOLDER / "result.gpkg", FOLDER / "undisturbed.gpkg"
STOPPED = "Stopped. Nothing was written."
WRITING = "Writing result.gpkg"


def stop(name: str, least: int, most: int) -> Any:
    """Press Stop from `least` percent on, and wait until the work has ended; what was being done at that moment."""
    button = yield from wait_for("cni_mapper_work_stop", QPushButton)
    bar = find("cni_mapper_work_progress", QProgressBar)
    pressed: list[tuple[int, str, float]] = []
    button.clicked.connect(lambda: pressed.append((bar.value(), held().words, perf_counter())))
    picture(f"{name}-begun")
    yield from wait_until(lambda: bar.value() >= least, 30, f"{least}% of the work")
    yield from click(button)
    yield from wait_until(lambda: STOPPED in messages_shown(), 20, "word that the work was stopped")
    percent, words, start = pressed[0]
    with (OUT / "stopped").open("a", encoding="utf-8") as note:
        note.write(f"{name}: at {percent}%, '{words}'; ended {1000 * (perf_counter() - start):.0f} ms later\n")
    assert least <= percent < most, f"pressed at {percent}%"
    assert len(pressed) == 1
    picture(f"{name}-stopped")
    return words


def wait_made() -> Steps:
    """Wait until a run that was begun has come to its end."""
    yield from wait_until(lambda: held().is_busy, 5, "the work to begin")
    yield from wait_until(lambda: not held().is_busy and not held().is_moved, 40, "the result to be written")
    yield from wait_worked_out()


def project_state() -> tuple[Any, ...]:
    """What the project knows of layers and of results."""
    return sorted(QgsProject.instance().mapLayers()), [run.made for run in held().runs]


def files() -> dict[str, str]:
    """Names and digests of what is in the folder. By another program: closing a file here would drop QGIS's locks."""
    names = sorted(path.name for path in FOLDER.iterdir())
    done = subprocess.run(["sha256sum", *names], cwd=FOLDER, check=True, capture_output=True, text=True)
    return {line[66:]: line[:64] for line in done.stdout.splitlines()}


def contents(path: Path) -> dict[str, Any]:
    """Every table of a GeoPackage with its rows, its indexes and triggers; SQLite must find no fault in the file."""
    with closing(connect(path)) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        # SQLite's own tables say how far numbers were given out, also to rows that were taken back.
        named = database.execute("SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'").fetchall()
        tables = [name for kind, name, _ in named if kind == "table"]
        rows = {name: database.execute(f'SELECT * FROM "{name}"').fetchall() for name in tables}
    return {"named": sorted(map(str, named)), **rows}


def rows(path: Path) -> list[tuple[Any, ...]]:
    """The rows of a result without their shapes, in the order of the file. By SQLite, since there are so many."""
    with closing(connect(path)) as database:
        named = [column[1] for column in database.execute(f"PRAGMA table_info('{path.stem}')")]
        columns = ", ".join(f'"{name}"' for name in named if name not in ("fid", "geom"))
        return database.execute(f"SELECT {columns} FROM '{path.stem}' ORDER BY fid").fetchall()


def assert_made(path: Path, limit: str) -> None:
    """A whole result at this limit on community need, and the record of it."""
    record, places = record_of(path), many_areas.COUNT * int(limit) // 100
    assert record["limits"]["cni"] == {"amount": limit, "is": "percent", "places": places}
    with closing(connect(path)) as database:
        found = database.execute(f"SELECT category, count(*), max(cni_rank) FROM '{path.stem}' GROUP BY category")
        counts = {category: (count, last) for category, count, last in found}
    assert sum(count for count, _ in counts.values()) == many_areas.COUNT
    count, last = counts["left_behind"]
    assert count == record["counts"]["areas"]["left_behind"]
    assert last <= places
    assert counts["deprived"][1] > places
