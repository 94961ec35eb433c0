"""Reading the boundaries of an algorithm, and matching them with its tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from qgis.core import QgsProcessingContext, QgsProcessingFeatureSource, QgsProperty

from ...core.analysis.result_table import AREA_COLUMNS
from ...core.data.columns import find_district, find_name, find_population, require_column
from ...core.data.geographies import Geography
from ...core.data.tables import CodeSet, Origin, Table, as_codes, code_table, find_code_column, require_match
from ...core.errors import CniError, Notice, notice
from ..maps.frames import LayerRows, Shapes, read_shapes
from ..maps.record import InputRecord
from .inputs import names_wanted, note_layer


@dataclass(frozen=True, eq=False)
class AreasInput:
    """The boundaries as noted: their source, and the columns the user named (None where they are to be found)."""

    noted: LayerRows
    source: QgsProcessingFeatureSource
    fields: dict[str, str | None]
    focus: str
    selected: bool


def note_areas(algorithm: Any, parameters: dict[str, Any], context: QgsProcessingContext) -> AreasInput:
    """The AREAS of an algorithm with its columns and focus."""
    noted = note_layer(algorithm, parameters, "AREAS", context)
    source = algorithm.parameterAsSource(parameters, "AREAS", context)
    if noted is None or source is None:
        raise CniError("layer_unreadable", name=algorithm.parameterDefinition("AREAS").description())
    names = ("AREA_CODE", "AREA_NAME", "DISTRICT", "DISTRICT_NAME", "POPULATION")
    fields = {column: algorithm.given(parameters, name, context) for column, name in zip(AREA_COLUMNS, names)}
    focus = _expression(parameters.get("FOCUS"))
    selected = bool(getattr(parameters.get("AREAS"), "selectedFeaturesOnly", False))
    return AreasInput(noted, source, fields, focus, selected)


def _expression(value: Any) -> str:
    """An expression as it was given: QGIS's own reading of the parameter takes a faulty one for none at all."""
    if isinstance(value, QgsProperty):
        static = value.propertyType() == QgsProperty.StaticProperty
        value = value.staticValue() if static else value.expressionString()
    return "" if value is None else str(value).strip()


def focus_record(noted: AreasInput) -> dict[str, Any]:
    """How the areas to show were chosen, for the run record."""
    return {"expression": noted.focus, "selected_only": noted.selected, "layer": noted.noted.name}


@dataclass(frozen=True, eq=False)
class Areas:
    """The areas to show. frame: (n_areas,) area_name, district_code, district_name, population, indexed by code."""

    frame: pd.DataFrame
    shapes: Shapes
    geography: Geography
    origin: Origin
    notices: list[Notice]


def read_areas(noted: AreasInput, known: pd.Index | None = None, wanted: Geography | None = None) -> Areas:
    """Read the boundaries.

    known: codes of the tables, and wanted: their geography, which decide between several columns of codes. Raises the
    faults of reading shapes and codes.
    """
    columns, name = noted.noted.columns, noted.noted.name
    given = {key: require_column(columns, field, name) if field else None for key, field in noted.fields.items()}
    given["population"] = given["population"] or find_population(columns)
    read = {*names_wanted(columns), *filter(None, given.values())}
    shapes = read_shapes(noted.source, name, list(read), noted.focus)
    code = given["area_code"] or find_code_column(shapes.frame, name, wanted=wanted, known=known)
    shapes, notices = _with_codes(shapes, code, name)
    rows = code_table(shapes.frame, Origin("AREAS", name, noted.noted.public_source), code_column=code, any_code=True)
    notices += _shape_notices(shapes, rows.frame.index, name)
    origin = noted.noted.origin()
    return Areas(_named(rows, given, code), shapes, rows.geography, origin, notices)


@dataclass(frozen=True, eq=False)
class Matched:
    """How the areas meet the codes of the tables, as a record and in notices."""

    record: InputRecord
    notices: list[Notice]


def match_areas(areas: Areas, known: pd.Index, table: Table) -> Matched:
    """Match the areas with the codes of the tables. table: the first of them, for messages.

    Raises `codes_do_not_match` where fewer than half are found.
    """
    name, geography = areas.origin.name, areas.geography
    match = require_match(
        CodeSet(name, areas.frame.index, geography), CodeSet(table.origin.name, known, table.geography)
    )
    notices, missing = list(areas.notices), match.unmatched_left
    if missing:
        about = {"left": name, "right": table.origin.name, "total": len(areas.frame)}
        notices.append(notice("areas_unmatched", count=len(missing), codes=missing, **about))
    return Matched(InputRecord(areas.origin, len(areas.frame), str(geography), match), notices)


def _with_codes(shapes: Shapes, code: str, name: str) -> tuple[Shapes, list[Notice]]:
    """The areas that have a code, and a notice about the others."""
    kept = as_codes(shapes.frame[code]).notna().to_numpy()
    if kept.all():
        return shapes, []
    frame = shapes.frame[kept].reset_index(drop=True)
    whole = Shapes(frame, [shapes.shapes[i] for i in np.flatnonzero(kept)], shapes.crs)
    return whole, [notice("codes_blank", table=name, column=code, count=int((~kept).sum()))]


def _named(rows: Table, given: dict[str, str | None], code: str) -> pd.DataFrame:
    """Names, districts and residents of the areas, None or NaN where the layer does not have them."""
    columns = list(rows.frame.columns)
    district = given["district_code"] or find_district(columns, "codes")
    sources = {
        "area_name": given["area_name"] or find_name(columns, code),
        "district_code": district if district != code else None,
        "district_name": given["district_name"] or find_district(columns, "names"),
    }
    frame = pd.DataFrame(index=rows.frame.index)
    for key, source in sources.items():
        frame[key] = rows.frame[source].astype(object) if source else None
    frame["population"] = rows.people(given["population"]) if given["population"] else float("nan")
    return frame


def _shape_notices(shapes: Shapes, codes: pd.Index, name: str) -> list[Notice]:
    empty = [code for code, shape in zip(codes, shapes.shapes) if shape.isNull() or shape.isEmpty()]
    faulty = [code for code, shape in zip(codes, shapes.shapes) if not (shape.isNull() or shape.isGeosValid())]
    notices = []
    if empty:
        notices.append(notice("empty_geometry", name=name, count=len(empty), codes=empty))
    if faulty:
        notices.append(notice("invalid_geometry", name=name, count=len(faulty), codes=faulty))
    return notices
