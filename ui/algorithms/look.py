"""Looking at a layer before a run: what its codes are of, which columns serve, and what is wrong with it.

Layers are noted in the thread of the project and looked at away from it, by the rules of `cni:map` itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from qgis.core import QgsFeatureRequest, QgsRectangle, QgsVectorLayer, QgsWkbTypes

from ...core.data.columns import (
    clean_heading,
    code_columns,
    find_district,
    find_imd_score,
    find_name,
    find_population,
    require_column,
)
from ...core.data.geographies import Geography
from ...core.data.lookups import Lookup, read_lookup
from ...core.data.tables import (
    CodeSet,
    Origin,
    code_table,
    find_code_column,
    match_codes,
    matching_rate,
    require_match,
)
from ...core.errors import CniError, Notice, notice
from ..maps.frames import LayerRows, layer_rows
from .deprivation import numbers_with_notices
from .inputs import names_wanted

AREA_FIELDS = ("AREA_CODE", "AREA_NAME", "DISTRICT", "DISTRICT_NAME", "POPULATION")
SCORE_FIELDS = ("DEPRIVATION_CODE", "DEPRIVATION_SCORE", "DEPRIVATION_WEIGHT")
LINK_FIELDS = ("LOOKUP_FROM", "LOOKUP_TO", "LOOKUP_WEIGHT")


@dataclass(frozen=True)
class District:
    """A district of the boundaries. key: its code, its name where it has none. count: areas in it."""

    key: str
    name: str
    count: int


@dataclass(frozen=True, eq=False)
class AreasLook:
    """What a boundaries layer holds.

    areas: the codes, with the name of the layer and what they were recognised as. columns: by parameter of AREA_FIELDS,
    the column named or found; left out where there is none. districts: by name. notices: about codes.
    """

    areas: CodeSet
    columns: Mapping[str, str]
    districts: tuple[District, ...]
    notices: tuple[Notice, ...]


@dataclass(frozen=True, eq=False)
class ScoresLook:
    """What a deprivation table holds.

    areas, columns: as of `AreasLook`, by SCORE_FIELDS. scored: rows with a score. lowest, highest: in the table's own
    unit. notices: about codes and scores.
    """

    areas: CodeSet
    columns: Mapping[str, str]
    scored: int
    lowest: float
    highest: float
    notices: tuple[Notice, ...]


@dataclass(frozen=True, eq=False)
class LinkLook:
    """How the deprivation table leads to the areas.

    by_area: whether the table is by the areas themselves; None while that is not known. columns: by parameter of
    LINK_FIELDS. small, areas: the codes that the look-up leads from and to; None where none was given, or its columns
    cannot be told yet. split: small areas that lie in several areas. notices: about codes that do not meet.
    """

    by_area: bool | None
    columns: Mapping[str, str]
    small: CodeSet | None = None
    areas: CodeSet | None = None
    split: int = 0
    notices: tuple[Notice, ...] = ()


def note_boundaries(layer: QgsVectorLayer) -> LayerRows:
    """Take note of a boundaries layer. Raises `not_polygons`, `crs_missing` or `layer_unreadable`."""
    if not layer.isValid():
        raise CniError("layer_unreadable", name=layer.name())
    if layer.geometryType() != QgsWkbTypes.GeometryType.PolygonGeometry:
        raise CniError("not_polygons", name=layer.name())
    # GDAL gives a GeoPackage without a coordinate system one of that name.
    if not layer.crs().isValid() or layer.crs().description().startswith("Undefined "):
        raise CniError("crs_missing", name=layer.name())
    return layer_rows(layer, "AREAS")


def note_table(layer: QgsVectorLayer, role: str) -> LayerRows:
    """Take note of a table. Raises `layer_unreadable` or `file_unreadable`."""
    if not layer.isValid():
        raise CniError("layer_unreadable", name=layer.name())
    return layer_rows(layer, role)


def look_at_areas(rows: LayerRows, named: Mapping[str, str], wanted: Geography) -> AreasLook:
    """Look at a boundaries layer.

    named: columns by parameter, where the user named them. wanted: the geography of the index, which decides between
    several columns of codes. Raises the faults of finding and reading codes.
    """
    given = _given(rows, named, AREA_FIELDS)
    population = given.get("POPULATION") or find_population(rows.columns)
    read = {*names_wanted(rows.columns), *given.values(), *filter(None, [population])}
    frame = rows.frame([column for column in rows.columns if column in read])
    code = given.get("AREA_CODE") or find_code_column(frame, rows.name, wanted=wanted)
    table = code_table(frame, _origin(rows), code_column=code, any_code=True)
    if table.frame.empty:
        raise CniError("codes_all_blank", table=rows.name, column=table.code_column)
    columns = list(frame.columns)
    district = given.get("DISTRICT") or find_district(columns, "codes")
    found = {
        "AREA_CODE": table.code_column,
        "AREA_NAME": given.get("AREA_NAME") or find_name(columns, code),
        "DISTRICT": None if district == table.code_column else district,
        "DISTRICT_NAME": given.get("DISTRICT_NAME") or find_district(columns, "names"),
        "POPULATION": population,
    }
    present = {name: column for name, column in found.items() if column}
    codes, names = (table.frame[present[key]] if key in present else None for key in ("DISTRICT", "DISTRICT_NAME"))
    return AreasLook(table.code_set, present, list_districts(codes, names), table.notices)


def list_districts(codes: pd.Series | None, names: pd.Series | None) -> tuple[District, ...]:
    """The districts of areas, in the order of their names.

    codes, names: (n_areas,) of each area's district, None or missing where not known. Areas without both are in none.
    """
    key = names if codes is None else codes
    if key is None:
        return ()
    if names is not None:
        key = key.where(key.notna(), names)
    name = key if names is None else names.where(names.notna(), key)
    rows = pd.DataFrame({"key": key.to_numpy(), "name": name.to_numpy()}, dtype=object).dropna().astype(str)
    rows = rows[rows["key"].str.strip() != ""]
    groups = rows.groupby("key")["name"].agg(["first", "size"])
    found = [District(str(key), str(name), int(count)) for key, name, count in groups.itertuples()]
    return tuple(sorted(found, key=lambda district: (district.name.casefold(), district.key)))


def look_at_scores(rows: LayerRows, named: Mapping[str, str]) -> ScoresLook:
    """Look at a deprivation table. named: columns by parameter. Raises the faults of finding and reading scores."""
    given = _given(rows, named, SCORE_FIELDS)
    score = given.get("DEPRIVATION_SCORE") or find_imd_score(rows.columns)
    if score is None:
        raise CniError("score_not_found", table=rows.name, columns=rows.columns)
    weight = given.get("DEPRIVATION_WEIGHT") or find_population(rows.columns)
    code = given.get("DEPRIVATION_CODE")
    codes = [code] if code else (code_columns(rows.columns) or rows.columns)
    frame = rows.frame(list(dict.fromkeys([*codes, score, *filter(None, [weight])])))
    table = code_table(frame, _origin(rows), code_column=code)
    values, notices = numbers_with_notices(table, score)
    if weight:
        table.people(weight)
    found = {"DEPRIVATION_CODE": table.code_column, "DEPRIVATION_SCORE": score, "DEPRIVATION_WEIGHT": weight}
    present = {name: column for name, column in found.items() if column}
    scored, lowest, highest = int(values.count()), float(values.min()), float(values.max())
    return ScoresLook(table.code_set, present, scored, lowest, highest, (*table.notices, *notices))


def look_at_link(
    rows: LayerRows | None, named: Mapping[str, str], small: CodeSet, areas: CodeSet | None, *, weighted: bool
) -> LinkLook:
    """Look at how a deprivation table leads to the areas.

    rows: the look-up, None where none is given. small: the codes of the table; areas: those of the boundaries, None
    while they are not known. weighted: whether the user named the table's own column of residents. Raises
    `lookup_needed`, `lookup_not_needed`, and the faults of reading and matching a look-up.
    """
    by_area = None if areas is None else _half_are_in(areas, small)
    if rows is None:
        if areas is not None and not by_area:
            raise _lookup_needed(areas, small)
        return LinkLook(by_area, {})
    try:
        return _look_at_lookup(rows, named, small, areas, weighted=weighted)
    except CniError as fault:
        if by_area:
            about = {"table": small.name, "kind": str(small.geography), "lookup": rows.name}
            raise CniError("lookup_not_needed", **about) from fault
        raise


def _look_at_lookup(
    rows: LayerRows, named: Mapping[str, str], small: CodeSet, areas: CodeSet | None, *, weighted: bool
) -> LinkLook:
    given = _given(rows, named, LINK_FIELDS)
    weight = given.get("LOOKUP_WEIGHT") or (None if weighted else find_population(rows.columns))
    codes = [given.get("LOOKUP_FROM"), given.get("LOOKUP_TO")]
    if None in codes:
        codes += code_columns(rows.columns) or rows.columns
    frame = rows.frame(list(dict.fromkeys(filter(None, [*codes, weight]))))
    start = given.get("LOOKUP_FROM") or _best_column(frame, small.codes, [given.get("LOOKUP_TO"), weight])
    end = given.get("LOOKUP_TO") or _end_column(frame, areas, [start, weight])
    if start is None or (end is None and areas is not None):
        example = "E05000001" if areas is None else areas.codes[0]
        about = {"small": small.codes[0], "area": example}
        raise CniError("lookup_columns_not_found", table=rows.name, columns=rows.columns, **about)
    if end is None:
        return LinkLook(None, {"LOOKUP_FROM": start})
    lookup = read_lookup(frame, _origin(rows), small_column=start, area_column=end, weight_column=weight)
    starts, ends = lookup.small_areas, lookup.areas
    match = require_match(starts, small)
    if areas is not None:
        require_match(areas, ends)
    found = {"LOOKUP_FROM": start, "LOOKUP_TO": end, "LOOKUP_WEIGHT": weight}
    notices = [*lookup.notices]
    if match.unmatched_left:
        about = {"left": rows.name, "right": small.name, "total": len(starts.codes)}
        notices.append(notice("lookup_unmatched", count=len(match.unmatched_left), codes=match.unmatched_left, **about))
    present = {name: column for name, column in found.items() if column}
    return LinkLook(False, present, starts, ends, _split(lookup), tuple(notices))


def _split(lookup: Lookup) -> int:
    """How many small areas lie in more than one area."""
    pairs = pd.DataFrame({"small": lookup.small, "area": lookup.area}).drop_duplicates()
    return int(np.count_nonzero(pairs["small"].value_counts() > 1))


def _best_column(frame: pd.DataFrame, known: pd.Index, taken: Sequence[str | None]) -> str | None:
    """The column with most codes among `known`, None when none has any."""
    rates = {column: matching_rate(frame[column], known) for column in frame.columns if column not in taken}
    best = max(rates, key=lambda column: rates[column], default=None)
    return best if best is not None and rates[best] > 0 else None


def _end_column(frame: pd.DataFrame, areas: CodeSet | None, taken: Sequence[str | None]) -> str | None:
    """The column of the areas: the one that matches them, or the only one left while they are not known."""
    if areas is not None:
        return _best_column(frame, areas.codes, taken)
    left = [column for column in code_columns(list(frame.columns)) if column not in taken]
    return left[0] if len(left) == 1 else None


def _half_are_in(areas: CodeSet, others: CodeSet) -> bool:
    return 2 * int(areas.codes.isin(others.codes).sum()) >= len(areas.codes)


def _lookup_needed(areas: CodeSet, small: CodeSet) -> CniError:
    if areas.geography.differs_in_year(small.geography):
        match = match_codes(areas.codes, small.codes)
        return CniError(
            "codes_of_another_year",
            left=areas.name,
            right=small.name,
            left_geography=str(areas.geography),
            right_geography=str(small.geography),
            missing=len(match.unmatched_left),
            total=len(areas.codes),
            examples=match.unmatched_left[:3],
        )
    return CniError(
        "lookup_needed",
        left_geography=str(areas.geography),
        examples=list(areas.codes[:3]),
        right=small.name,
        right_geography=str(small.geography),
        others=list(small.codes[:3]),
    )


def read_extent(rows: LayerRows, columns: Sequence[str], values: Sequence[str]) -> QgsRectangle:
    """The rectangle around the features with one of these values in one of the columns, as the layer has coordinates.

    Empty where there is no such feature.
    """
    positions = [i for i, name in enumerate(rows.fields.names()) if clean_heading(name) in columns]
    request, wanted = QgsFeatureRequest().setSubsetOfAttributes(positions), set(values)
    request.setInvalidGeometryCheck(QgsFeatureRequest.InvalidGeometryCheck.GeometryNoCheck)
    extent = QgsRectangle()
    for feature in rows.source.getFeatures(request):
        if any(str(feature.attribute(i)) in wanted for i in positions):
            extent.combineExtentWith(feature.geometry().boundingBox())
    return extent


def _origin(rows: LayerRows) -> Origin:
    """Without the file's hash, which only a run record needs."""
    return Origin(rows.role, rows.name, rows.public_source)


def _given(rows: LayerRows, named: Mapping[str, str], parameters: Sequence[str]) -> dict[str, str]:
    """The columns that the user named, as the layer has them. Raises `column_missing`."""
    return {
        parameter: require_column(rows.columns, named[parameter], rows.name)
        for parameter in parameters
        if named.get(parameter)
    }
