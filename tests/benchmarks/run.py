"""Measures the plugin against the figures to hold; prints a table and keeps it in docs/benchmarks.md."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import tempfile
from datetime import datetime, timezone
from pathlib import Path

from common import HERE, ROOT, Figure, reference_data

BENCHMARKS = (
    "bench_core.py",
    "bench_growth.py",
    "bench_engine.py",
    "bench_bridge.py",
    "bench_places.py",
    "bench_map.py",
    "bench_print.py",
    "bench_dock.py",
)
HEADINGS = ("figure", "measured", "bare lower bound", "ratio", "target", "met")
NO_DATA = (
    "The reference data is not there (set CNI_REFERENCE_DATA): made-up tables are measured instead, the national run "
    "is left out, and docs/benchmarks.md stays as it is."
)
INTRODUCTION = """# Benchmarks

`make bench` measures these and writes this file. Every figure is the median of several runs after one to warm up; a
bare lower bound is measured in the same run, alternately with the work it bounds. The ratio is measured to bare bound.
Times are wall-clock. Figures without a target are recorded only.
"""


def environment(folder: str) -> dict[str, str]:
    """A QGIS without a screen and with a profile of its own."""
    known = {"QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": folder}
    if Path("/usr/share/proj/proj.db").exists():
        known["PROJ_LIB"] = "/usr/share/proj"
    return {**known, **os.environ, "QGIS_CUSTOM_CONFIG_PATH": folder}


def last_line(script: str, *arguments: str) -> str:
    """What a script hands over; the run ends where it crashes."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, str(HERE / script), *arguments]
        done = subprocess.run(command, env=environment(folder), stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        sys.exit(f"{script} ended with {done.returncode}")
    return done.stdout.splitlines()[-1]


def measure() -> list[Figure]:
    figures = []
    for script in BENCHMARKS:
        print(f"{script} ...", file=sys.stderr, flush=True)
        figures += [Figure(**figure) for figure in json.loads(last_line(script))]
    return figures


def number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def cells(figure: Figure) -> tuple[str, ...]:
    """One row of the table."""
    bare = "" if figure.bare is None else f"{number(figure.bare)} {figure.unit} ({figure.bare_is})"
    ratio = "" if figure.ratio is None else f"{figure.ratio:.2f}"
    target = ""
    if figure.target is not None:
        target = f"at most {figure.target:,g}" + (" times" if figure.holds == "ratio" else f" {figure.unit}")
    met = {None: "", True: "yes", False: "missed"}[figure.met]
    return (figure.name, f"{number(figure.measured)} {figure.unit}", bare, ratio, target, met)


def print_table(rows: list[tuple[str, ...]]) -> None:
    widths = [max(len(row[i]) for row in rows) for i in range(len(HEADINGS))]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip())


def field(file: str, name: str) -> str:
    """The first value of a name in one of /proc's files."""
    lines = (line.partition(":") for line in Path(file).read_text(encoding="utf-8").splitlines())
    return next((value.strip() for key, _, value in lines if key.strip() == name), "unknown")


def machine() -> list[str]:
    """The machine and the versions, one line each; nothing that names the machine."""
    memory = int(field("/proc/meminfo", "MemTotal").split()[0]) / 1024**2
    system = platform.freedesktop_os_release()["PRETTY_NAME"]
    versions = json.loads(last_line("map_process.py", "versions", "."))
    return [
        f"Processor: {field('/proc/cpuinfo', 'model name')}, {os.cpu_count()} cores",
        f"Memory: {memory:.1f} GiB",
        f"System: {system}, kernel {platform.release()}",
        "Versions: " + ", ".join(f"{name} {version}" for name, version in versions.items()),
    ]


def table(rows: list[tuple[str, ...]]) -> list[str]:
    """The rows as Markdown, under the headings."""
    return ["| " + " | ".join(row) + " |" for row in (HEADINGS, ("---", *["--:"] * 4, "---"), *rows)]


def explanations(figures: list[Figure]) -> list[str]:
    """How each figure was measured; figures measured alike stand together."""
    together: dict[str, list[str]] = {}
    for figure in figures:
        together.setdefault(figure.how, []).append(figure.name)
    return [f"- **{'; '.join(names)}**: {how}" for how, names in together.items()]


def document(figures: list[Figure], facts: list[str]) -> str:
    date = f"{datetime.now(timezone.utc):%Y-%m-%d}"
    rows = table([cells(figure) for figure in figures])
    lines = [f"Measured on {date}.", "", *[f"- {fact}" for fact in facts], "", *rows]
    return "\n".join([INTRODUCTION, *lines, "", "## How", "", *explanations(figures), ""])


def main() -> None:
    if reference_data() is None:
        print(NO_DATA)
    figures, facts = measure(), machine()
    print("\n".join(facts) + "\n")
    print_table([HEADINGS, *(cells(figure) for figure in figures)])
    if reference_data():
        (ROOT / "docs").mkdir(exist_ok=True)
        (ROOT / "docs" / "benchmarks.md").write_text(document(figures, facts), encoding="utf-8")


if __name__ == "__main__":
    main()
