"""cni:export on a result of the sample county, and what is in the files it writes."""

from __future__ import annotations

import csv
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import Any

import pandas as pd
from openpyxl import load_workbook

COAST = "\"district_name\" = 'Marram Coast'"
STYLES = ["Left behind overlay", "CNI deciles", "IMD deciles", "Civic assets deciles", "Connectedness deciles"]
CATEGORIES = ("left_behind", "deprived", "high_need", "other", "no_data")


def source(made: Path) -> str:
    return f"{made}|layername=result"


def export(processing: Any, made: Path, target: Path, **more: Any) -> str:
    return processing.run("cni:export", {"RESULT": source(made), "OUTPUT": str(target), **more})["OUTPUT"]


def result_table(made: Path) -> pd.DataFrame:
    """The rows of the result, as SQLite gives them."""
    with closing(sqlite3.connect(made)) as database:
        frame = pd.read_sql("SELECT * FROM result", database)
    return frame.drop(columns=["fid", "geom"])


def csv_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def sheet(path: Path, name: str) -> pd.DataFrame:
    """A sheet with its first row as headings, without empty rows."""
    head, *rows = load_workbook(path)[name].iter_rows(values_only=True)
    return pd.DataFrame(rows, columns=head).dropna(how="all")


def pdf_text(path: Path) -> str:
    command = ["pdftotext", "-enc", "UTF-8", str(path), "-"]
    return " ".join(subprocess.run(command, check=True, capture_output=True).stdout.decode("utf-8").split())
