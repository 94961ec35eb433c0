"""The steps of cni:overlap. Imported only when the algorithm runs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from qgis.core import QgsCoordinateTransformContext, QgsProcessingContext, QgsProcessingFeatureSource

from ...core.analysis.overlap import (
    Membership,
    Pieces,
    Profile,
    links_membership,
    meet,
    overlap_notices,
    overlap_shares,
    read_profile,
)
from ...core.data.columns import code_columns, find_any, find_column, find_name, find_population, require_column
from ...core.data.links import Links, require_meeting
from ...core.data.numbers import read_weights
from ...core.data.tables import Origin, as_codes, code_table, find_code_column
from ...core.errors import CniError, Notice, notice
from ..maps.frames import LayerRows, Shapes, read_shapes
from .base import Steps, tr
from .inputs import note_layer
from .links import LinksInput, note_links, open_links
from .overlap_shapes import Points, points_inside, read_points, shared_land, sound_shapes

_RESULT_COLUMNS = ("area_code", "area_name", "category", "cni_decile", "imd_decile", "population")
_COVERED = 0.99


@dataclass(frozen=True, eq=False)
class ShapesInput:
    """A layer as noted, its source, and the columns the user named (None where they are to be found)."""

    rows: LayerRows
    source: QgsProcessingFeatureSource
    code: str | None
    value: str | None


@dataclass(frozen=True, eq=False)
class OverlapInput:
    """Everything cni:overlap was given, as noted in the project's thread."""

    target: ShapesInput | None
    result: ShapesInput
    points: ShapesInput | None
    lookup: LinksInput | None
    target_lookup: LinksInput | None
    by_land: bool
    transforms: QgsCoordinateTransformContext

    def read(self) -> list[LayerRows]:
        """The layers that are read."""
        parts = (self.target, self.result, self.points, self.lookup, self.target_lookup)
        return [part.rows for part in parts if part is not None]


def note_overlap(algorithm: Any, parameters: dict[str, Any], context: QgsProcessingContext) -> OverlapInput:
    """Take note of the inputs, and refuse those that cannot tell where people live.

    Raises `input_missing`, `column_missing`, `overlap_no_people`, `overlap_land_and_people`.
    """

    def layer(name: str, code: str = "", value: str = "") -> ShapesInput | None:
        rows = note_layer(algorithm, parameters, name, context)
        if rows is None:
            return None
        source = algorithm.parameterAsSource(parameters, name, context)
        given = (algorithm.given(parameters, key, context) if key else None for key in (code, value))
        return ShapesInput(rows, source, *(require_column(rows.columns, c, rows.name) if c else None for c in given))

    noted = OverlapInput(
        layer("TARGET", "TARGET_CODE", "TARGET_NAME"),
        layer("RESULT"),
        layer("POINTS", "POINTS_CODE", "POINTS_POPULATION"),
        note_links(algorithm, parameters, "LOOKUP", context),
        note_links(algorithm, parameters, "TARGET_LOOKUP", context),
        algorithm.parameterAsBool(parameters, "BY_LAND_AREA", context),
        context.transformContext(),
    )
    needed = {"RESULT": noted.result, "TARGET": noted.target or (not noted.by_land and noted.target_lookup)}
    for name, given in needed.items():
        if not given:
            raise CniError("input_missing", name=algorithm.parameterDefinition(name).description())
    tables = noted.lookup is not None and noted.target_lookup is not None
    if noted.by_land and (noted.points or noted.lookup or noted.target_lookup):
        raise CniError("overlap_land_and_people")
    if not (noted.by_land or noted.points or tables):
        raise CniError("overlap_no_people")
    return noted


@dataclass(frozen=True, eq=False)
class Targets:
    """The places to describe. codes, names: (n_targets,). shapes: None where they come from a table."""

    codes: pd.Index
    names: list[str]
    origin: str
    shapes: Shapes | None


def describe(noted: OverlapInput, steps: Steps) -> tuple[pd.DataFrame, list[Notice]]:
    """The table of cni:overlap, one row for each target, and what there is to tell."""
    steps.start(tr("Reading the result"), 0.1)
    notices: list[Notice] = []
    by_shape = noted.by_land or (noted.points is not None and noted.lookup is None)
    profile, shapes = _read_result(noted.result, by_shape)
    if noted.by_land:
        targets = _read_targets(noted.target, by_shape=True)
        pieces, partial = _by_land(noted, targets, shapes, profile, steps)
    else:
        targets, pieces = _by_people(noted, profile, shapes, steps, notices)
        partial = np.zeros(len(targets.codes), dtype=bool)
    steps.start(tr("Adding up residents"), 0.1)
    frame = overlap_shares(pieces, profile, len(targets.codes))
    frame.loc[partial, "quality"] = "partial"
    notices += overlap_notices(frame, targets.names)
    if noted.by_land:
        notices.append(notice("overlap_by_land"))
    frame.insert(0, "target_code", targets.codes)
    frame.insert(1, "target_name", targets.names)
    frame["basis"] = "estimated by land area" if noted.by_land else "residents of small areas"
    return frame, notices


def _read_result(noted: ShapesInput, by_shape: bool) -> tuple[Profile, Shapes | None]:
    rows = noted.rows
    code = find_column(rows.columns, "area_code")
    if code is None:
        raise CniError("not_a_result", table=rows.name, column="area_code")
    columns = [column for name in _RESULT_COLUMNS if (column := find_column(rows.columns, name))]
    shapes = read_shapes(noted.source, rows.name, columns, "") if by_shape else None
    frame = rows.frame(columns) if shapes is None else shapes.frame
    origin = Origin(rows.role, rows.name, rows.public_source)
    table = code_table(frame, origin, code_column=code, any_code=True)
    if shapes is not None and len(table.frame) < len(frame):
        kept = as_codes(frame[code]).notna().to_numpy()
        shapes = Shapes(frame[kept], [s for s, keep in zip(shapes.shapes, kept) if keep], shapes.crs)
    return read_profile(table), shapes


def _read_targets(noted: ShapesInput, *, by_shape: bool) -> Targets:
    """The places of TARGET: by their codes where these stand once each, else numbered."""
    rows = noted.rows
    shapes = read_shapes(noted.source, rows.name, rows.columns, "") if by_shape else None
    frame = rows.frame(rows.columns) if shapes is None else shapes.frame
    code = noted.code or next((c for c in code_columns(list(frame.columns)) if _unique(frame[c])), None)
    if code is None:
        codes = pd.Series([str(i) for i in range(1, len(frame) + 1)])
    else:
        codes = pd.Series(_whole_codes(frame[code], code, rows.name))
    name = noted.value or (find_name(rows.columns, code) if code else None) or find_any(rows.columns, ("name", "title"))
    names = codes if name is None else frame[name].where(frame[name].notna(), codes.to_numpy())
    return Targets(pd.Index(codes), [str(text) for text in names], rows.name, shapes)


def _whole_codes(column: pd.Series, name: str, table: str) -> pd.Index:
    """A column as codes, each there and only once. Raises `overlap_code_blank` or `codes_repeated`."""
    codes = as_codes(column)
    if codes.isna().any():
        raise CniError("overlap_code_blank", table=table, column=name, count=int(codes.isna().sum()))
    repeated = sorted(set(codes[codes.duplicated()]))
    if repeated:
        raise CniError("codes_repeated", table=table, column=name, count=len(repeated), codes=repeated[:20])
    return pd.Index(codes.to_numpy())


def _unique(column: pd.Series) -> bool:
    codes = as_codes(column)
    return bool(codes.notna().all() and codes.is_unique)


def _by_land(
    noted: OverlapInput, targets: Targets, shapes: Shapes, profile: Profile, steps: Steps
) -> tuple[Pieces, np.ndarray]:
    """Pieces of land with the residents spread evenly over each area, and the targets not wholly in such areas."""
    if np.isnan(profile.people).all():
        raise CniError("overlap_no_population", table=noted.result.rows.name)
    systems = [crs for crs in (shapes.crs, targets.shapes.crs) if not crs.isGeographic()]
    if not systems:
        raise CniError("crs_in_degrees", names=[noted.result.rows.name, targets.origin])
    steps.start(tr("Measuring shared land"), 0.4)
    mine, theirs = (sound_shapes(part, systems[0], noted.transforms) for part in (targets.shapes, shapes))
    land = shared_land(mine, theirs, steps.within)
    people = profile.people[land.area] * land.part
    return Pieces(land.target, land.area, people, np.ones(len(people), dtype=bool)), land.covered < _COVERED


@dataclass(frozen=True, eq=False)
class Small:
    """Small areas. codes: None where no look-up needs them. people: None where not known. points: None for a table."""

    codes: pd.Index | None
    people: np.ndarray | None
    points: Points | None


def _read_small(noted: OverlapInput, steps: Steps, notices: list[Notice]) -> Small:
    """The small areas of POINTS; without them, nothing yet: the look-ups tell."""
    if noted.points is None:
        return Small(None, None, None)
    rows = noted.points.rows
    population = noted.points.value or find_population(rows.columns)
    if population and not noted.points.value:
        notices.append(notice("weight_found", column=population, table=rows.name))
    points = read_points(noted.points.source, rows.name, rows.columns, steps.within)
    codes = None
    if noted.lookup or noted.target_lookup:
        code = noted.points.code or find_code_column(points.frame, rows.name)
        codes = _whole_codes(points.frame[code], code, rows.name)
    labels = pd.RangeIndex(1, len(points.frame) + 1) if codes is None else codes
    people = None
    if population:
        people = read_weights(points.frame[population].set_axis(labels), population, rows.name).values
    return Small(codes, people, points)


def _by_people(
    noted: OverlapInput, profile: Profile, shapes: Shapes | None, steps: Steps, notices: list[Notice]
) -> tuple[Targets, Pieces]:
    """Pieces from small areas: each placed in the targets and in the result by a look-up, or where it stands."""
    steps.start(tr("Reading the small areas"), 0.2)
    small = _read_small(noted, steps, notices)
    targets = None if noted.target is None else _read_targets(noted.target, by_shape=noted.target_lookup is None)
    onward, toward = None, None
    if noted.lookup is not None:
        onward = open_links(noted.lookup, notices, starts=small.codes, ends=profile.codes)
        require_meeting(profile.codes, onward.ends, noted.result.rows.name, onward.origin.name)
        notices += onward.notices
    if noted.target_lookup is not None:
        known = onward.starts if small.codes is None else small.codes
        toward = open_links(noted.target_lookup, notices, starts=known, ends=None if targets is None else targets.codes)
        notices += toward.notices
        targets = _linked_targets(toward, known) if targets is None else targets
        require_meeting(targets.codes, toward.ends, targets.origin, toward.origin.name)
    codes = toward.starts if small.codes is None and toward is not None else small.codes
    steps.start(tr("Placing the small areas"), 0.2)
    in_targets = _place_in_targets(noted, small, targets, toward, codes, steps)
    in_areas = _place_in_result(noted, small, profile, shapes, onward, codes, steps, notices)
    if in_targets.weight is None and in_areas.weight is None:
        raise CniError("no_residents", tables=[rows.name for rows in noted.read()[1:]])
    return targets, meet(in_targets, in_areas, len(small.points.x) if codes is None else len(codes))


def _linked_targets(toward: Links, known: pd.Index) -> Targets:
    """The targets that a look-up names, those that hold a small area which is known."""
    held = np.bincount(toward.end[toward.starts.isin(known)[toward.start]], minlength=len(toward.ends)) > 0
    codes = toward.ends[held]
    names = codes if toward.names is None else toward.names[held]
    return Targets(codes, [str(name) for name in names], toward.origin.name, None)


def _place_in_targets(
    noted: OverlapInput, small: Small, targets: Targets, toward: Links | None, codes: pd.Index | None, steps: Steps
) -> Membership:
    """Where small areas lie in the targets; a point in two patches counts whole in each."""
    if toward is None:
        rows, where = _standing(small.points, targets.shapes, noted, steps)
        people = None if small.people is None else small.people[rows]
        return Membership(rows, where, people, np.ones(len(rows)))
    require_meeting(codes, toward.starts, _small_name(noted), toward.origin.name)
    found = links_membership(toward, codes, targets.codes, outside=False)
    if found.weight is None and small.people is not None:
        return Membership(found.small, found.where, small.people[found.small] * found.share, found.share)
    return found


def _place_in_result(
    noted: OverlapInput,
    small: Small,
    profile: Profile,
    shapes: Shapes | None,
    onward: Links | None,
    codes: pd.Index | None,
    steps: Steps,
    notices: list[Notice],
) -> Membership:
    """Where small areas lie in the result; a point in two areas that overlap counts in the first."""
    if onward is not None:
        require_meeting(codes, onward.starts, _small_name(noted), onward.origin.name)
        return links_membership(onward, codes, profile.codes, outside=True)
    rows, where = _standing(small.points, shapes, noted, steps)
    single, first = np.unique(rows, return_index=True)
    if len(single) < len(rows):
        notices.append(notice("overlap_two_areas", count=len(rows) - len(single), table=noted.result.rows.name))
    return Membership(single, where[first], None, np.ones(len(single)))


def _small_name(noted: OverlapInput) -> str:
    source = noted.points or noted.target_lookup
    return source.rows.name


def _standing(points: Points, shapes: Shapes, noted: OverlapInput, steps: Steps) -> tuple[np.ndarray, np.ndarray]:
    return points_inside(points, sound_shapes(shapes, points.crs, noted.transforms), steps.within)
