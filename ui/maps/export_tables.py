"""A result as the sheets of a workbook: its rows, counts by district, near misses, and how it was made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
from qgis.PyQt.QtCore import QCoreApplication

from ..messages import category_names
from .method_note import Note, Part
from .spreadsheet import Sheet

_OWN = ("fid", "id")
_DISTRICT = ["district_code", "district_name"]
_NEAR = ("area_code", "area_name", *_DISTRICT, "population", "cni_rank", "cni_margin", "imd_rank", "imd_margin")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Export", text)


def result_rows(table: pd.DataFrame) -> pd.DataFrame:
    """The columns of a result without the number that a file format gives each row."""
    return table[[name for name in table.columns if str(name).lower() not in _OWN]]


def result_sheets(table: pd.DataFrame, record: Mapping[str, Any], note: Note) -> list[Sheet]:
    """The sheets of a result, its rows first. note: how the result was made."""
    return [
        Sheet(_tr("Result"), result_rows(table)),
        Sheet(_tr("Categories by district"), district_counts(table, record)),
        Sheet(_tr("Near misses"), near_miss_rows(table, record)),
        Sheet(_tr("About"), about_rows(note)),
    ]


def district_counts(table: pd.DataFrame, record: Mapping[str, Any]) -> pd.DataFrame:
    """Areas and people in every category, a row a district and one for all of them; zeros too.

    People are missing where the number of a ranked area is not known. Areas without a district stand in a row of their
    own.
    """
    names = category_names(is_variant=bool(record["variant"]))
    rows = [_count_row(part, code, name, names) for (code, name), part in _by_district(table)]
    rows.append(_count_row(table, "", _tr("All areas shown"), names))
    return pd.DataFrame(rows)


def _by_district(table: pd.DataFrame) -> list[tuple[tuple[str, str], pd.DataFrame]]:
    """The rows of each district, in the order of their names; those of no district last."""
    keys = table[_DISTRICT].astype(object).where(table[_DISTRICT].notna(), "")
    groups = {key: table.loc[rows] for key, rows in keys.groupby(_DISTRICT).groups.items()}
    unknown = {("", ""): ("", _tr("District not known"))}
    ordered = sorted(groups, key=lambda key: (key == ("", ""), key[1] or key[0], key[0]))
    return [(unknown.get(key, key), groups[key]) for key in ordered]


def _count_row(part: pd.DataFrame, code: str, name: str, names: Mapping[str, str]) -> dict[str, Any]:
    people, ranked = part["population"].astype(float), (part["category"] != "no_data").to_numpy(bool)
    row: dict[str, Any] = {
        _tr("District code"): code,
        _tr("District"): name,
        _tr("Areas"): len(part),
        _tr("People"): _people(people, ranked) + people[~ranked].sum(),
    }
    for category, title in names.items():
        inside = (part["category"] == category).to_numpy(bool)
        row[_tr("{category}: areas").format(category=title)] = int(inside.sum())
        row[_tr("{category}: people").format(category=title)] = _people(people, inside)
    return row


def _people(people: pd.Series, inside: Any) -> float:
    """0 where there is no such area, missing where a number is not known: part of a sum would pass for the whole."""
    return float(people[inside].sum(skipna=False))


def near_miss_rows(table: pd.DataFrame, record: Mapping[str, Any]) -> pd.DataFrame:
    """The areas just outside a limit, nearest first. Margins above 0 are the places that an area lacks."""
    by_code = table.set_index("area_code")
    codes = [code for code in record.get("near_misses", []) if code in by_code.index]
    return by_code.loc[codes].reset_index()[list(_NEAR)]


def about_rows(note: Note) -> pd.DataFrame:
    """The note row by row: the part it stands in, what it is about, and the text."""
    rows = [("", "", note.title), ("", "", note.subtitle)]
    for part in note.parts:
        rows += _about_part(part)
    return pd.DataFrame(rows, columns=[_tr("Part"), _tr("What"), _tr("Text")])


def _about_part(part: Part) -> list[tuple[str, str, str]]:
    rows = [(part.heading, "", text) for text in part.texts]
    if part.grid is not None:
        for cells in part.grid.rows:
            facts = [f"{head}: {cell}" for head, cell in zip(part.grid.headings[1:], cells[1:]) if cell]
            rows.append((part.heading, cells[0].strip(), "; ".join(facts)))
    rows += [(part.heading, "", point) for point in part.points]
    return rows + ([(part.heading, "", part.command)] if part.command else [])
