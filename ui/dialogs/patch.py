"""Where the people of a drawn patch live: noted in the thread of the project, read in the background, as cni:overlap
does it for a layer of places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsFeatureIterator,
    QgsFeatureRequest,
    QgsFields,
    QgsGeometry,
    QgsProcessingContext,
    QgsRectangle,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
    QgsWkbTypes,
)

from ...core.analysis.overlap import Membership, Pieces, links_membership, meet
from ...core.data.columns import find_population
from ...core.data.links import require_meeting
from ...core.data.numbers import read_weights
from ...core.data.tables import as_codes, find_code_column
from ...core.errors import CniError, Notice, notice
from ..algorithms.base import Steps
from ..algorithms.links import LinksInput, note_links, open_links
from ..algorithms.overlap_shapes import Points, points_inside, read_points, shared_land, sound_shapes
from ..maps.frames import LayerRows, Shapes, layer_rows
from .area_words import tr
from .data import Data
from .session import Session

_COVERED = 0.99
"""Part of a patch that must lie in areas for its residents to be known in full, as in cni:overlap."""
BY_LAND, BY_PEOPLE = "estimated by land area", "residents of small areas"
"""What the shares are by, in the words of cni:overlap."""


@dataclass(frozen=True, eq=False)
class Patch:
    """A shape of the user's that fits no area. name: blank until it is kept."""

    shape: QgsGeometry
    crs: QgsCoordinateReferenceSystem
    name: str = ""


class NearPatch:
    """The features of a layer near a patch, as `read_points` asks for them; safe to read away from the interface."""

    def __init__(self, layer: QgsVectorLayer, patch: Patch, transforms: QgsCoordinateTransformContext) -> None:
        self._source = QgsVectorLayerFeatureSource(layer)
        self._kind, self._crs, self._fields = layer.wkbType(), layer.crs(), layer.fields()
        self._count = layer.featureCount()
        self._box = _box(patch, layer.crs(), transforms)

    def wkbType(self) -> QgsWkbTypes.Type:
        return self._kind

    def sourceCrs(self) -> QgsCoordinateReferenceSystem:
        return self._crs

    def fields(self) -> QgsFields:
        return self._fields

    def featureCount(self) -> int:
        return self._count

    def getFeatures(self, request: QgsFeatureRequest, flags: object = None) -> QgsFeatureIterator:
        return self._source.getFeatures(request.setFilterRect(self._box))


@dataclass(frozen=True, eq=False)
class Small:
    """A layer of small areas as noted. links: where it holds no residents, the look-up that does."""

    rows: LayerRows
    source: NearPatch
    population: str | None
    links: LinksInput | None


@dataclass(frozen=True, eq=False)
class PatchInput:
    """All that a patch is described from, as noted in the thread of the project. small: None to go by land area."""

    patch: Patch
    data: Data
    small: Small | None
    transforms: QgsCoordinateTransformContext


@dataclass(frozen=True, eq=False)
class Living:
    """Where the people of a patch live.

    pieces: of one target, areas as rows of the map. whole: whether the patch lies in areas altogether. basis: BY_LAND
    or BY_PEOPLE.
    """

    data: Data
    pieces: Pieces
    whole: bool
    basis: str
    notices: Sequence[Notice]


def note_patch(patch: Patch, session: Session, people: QgsVectorLayer | None) -> PatchInput:
    """Take note of what a patch is to be described from, once the run has been read.

    people: the layer that says where people live; None to go by land area. Raises `no_residents` where neither it nor
    the look-up of the run holds residents.
    """
    transforms = session.project.transformContext()
    if people is None:
        return PatchInput(patch, session.data, None, transforms)
    rows = layer_rows(people, "POINTS")
    population = find_population(rows.columns)
    links = None if population else _note_lookup(session, rows.name)
    small = Small(rows, NearPatch(people, patch, transforms), population, links)
    return PatchInput(patch, session.data, small, transforms)


def _note_lookup(session: Session, people: str) -> LinksInput:
    """The look-up of the run. people: the name of the layer without residents, for the fault."""
    choices = session.choices
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("cni:overlap")
    context = QgsProcessingContext()
    context.setProject(session.project)
    named = {key: value for key, value in choices.columns.items() if key.startswith("LOOKUP_")}
    links = note_links(algorithm, {"LOOKUP": choices.lookup or None, **named}, "LOOKUP", context)
    if links is None or not (links.weight or find_population(links.rows.columns)):
        raise CniError("no_residents", tables=[people, *([] if links is None else [links.rows.name])])
    return links


def read_living(noted: PatchInput, steps: Steps) -> Living:
    """Where the people of a patch live; read away from the interface. Raises the faults of cni:overlap."""
    if noted.small is None:
        return _by_land(noted, steps)
    notices: list[Notice] = []
    pieces = _by_people(noted, noted.small, steps, notices)
    return Living(noted.data, pieces, True, BY_PEOPLE, notices)


def _box(patch: Patch, crs: QgsCoordinateReferenceSystem, transforms: QgsCoordinateTransformContext) -> QgsRectangle:
    return QgsCoordinateTransform(patch.crs, crs, transforms).transformBoundingBox(patch.shape.boundingBox())


def _near(noted: PatchInput) -> np.ndarray:
    """Rows of the map whose shapes may touch the patch."""
    shapes = noted.data.shapes
    box = _box(noted.patch, shapes.crs, noted.transforms)
    return np.array([row for row, shape in enumerate(shapes.shapes) if shape.boundingBoxIntersects(box)], dtype=int)


def _some(shapes: Shapes, rows: np.ndarray) -> Shapes:
    return Shapes(shapes.frame.iloc[rows], [shapes.shapes[row] for row in rows], shapes.crs)


def _patch_shapes(patch: Patch) -> Shapes:
    return Shapes(pd.DataFrame(index=[0]), [patch.shape], patch.crs)


def _by_land(noted: PatchInput, steps: Steps) -> Living:
    """Pieces of land, with the residents of each area spread evenly over it."""
    data, patch = noted.data, noted.patch
    people = people_on_map(data)
    if np.isnan(people).all():
        raise CniError("overlap_no_population", table=tr("The layer of boundaries"))
    systems = [crs for crs in (data.shapes.crs, patch.crs) if not crs.isGeographic()]
    if not systems:
        raise CniError("crs_in_degrees", names=[tr("the layer of boundaries"), tr("the patch")])
    steps.start(tr("Measuring shared land"), 1.0)
    near = _near(noted)
    mine, theirs = (
        sound_shapes(part, systems[0], noted.transforms) for part in (_patch_shapes(patch), _some(data.shapes, near))
    )
    land = shared_land(mine, theirs, steps.within)
    area = near[land.area]
    pieces = Pieces(land.target, area, people[area] * land.part, np.ones(len(area), dtype=bool))
    return Living(data, pieces, bool(land.covered[0] >= _COVERED), BY_LAND, [notice("overlap_by_land")])


def _by_people(noted: PatchInput, small: Small, steps: Steps, notices: list[Notice]) -> Pieces:
    """Pieces from the small areas that stand in the patch, each in the area that it stands in or is looked up in."""
    steps.start(tr("Reading where people live"), 0.8)
    points = read_points(small.source, small.rows.name, small.rows.columns, steps.within)
    steps.start(tr("Placing people in the patch"), 0.2)
    rows, _ = points_inside(
        points, sound_shapes(_patch_shapes(noted.patch), points.crs, noted.transforms), steps.within
    )
    inside = Points(points.frame.iloc[rows], points.x[rows], points.y[rows], points.crs)
    count = len(rows)
    own = np.arange(count)
    people = None
    if small.population is not None:
        column = inside.frame[small.population]
        people = read_weights(column.set_axis(rows + 1), small.population, small.rows.name).values
    targets = Membership(own, np.zeros(count, dtype=int), people, np.ones(count))
    areas = _stand_in(noted, inside, steps, notices) if small.links is None else _look_up(noted, small, inside, notices)
    return meet(targets, areas, count)


def _stand_in(noted: PatchInput, points: Points, steps: Steps, notices: list[Notice]) -> Membership:
    """Where points stand; one in two areas that overlap counts in the first."""
    near = _near(noted)
    shapes = sound_shapes(_some(noted.data.shapes, near), points.crs, noted.transforms)
    rows, where = points_inside(points, shapes, steps.within)
    single, first = np.unique(rows, return_index=True)
    if len(single) < len(rows):
        notices.append(notice("overlap_two_areas", count=len(rows) - len(single), table=tr("the layer of boundaries")))
    return Membership(single, near[where[first]], None, np.ones(len(single)))


def _look_up(noted: PatchInput, small: Small, points: Points, notices: list[Notice]) -> Membership:
    """Where the look-up of the run puts small areas, with its residents."""
    areas = pd.Index(noted.data.on_map["area_code"])
    codes = _codes(points.frame, small.rows.name)
    links = open_links(small.links, notices, starts=codes, ends=areas)
    if len(codes):
        require_meeting(codes, links.starts, small.rows.name, links.origin.name)
    return links_membership(links, codes, areas, outside=True)


def _codes(frame: pd.DataFrame, table: str) -> pd.Index:
    """The codes of small areas, each there and only once. Raises `overlap_code_blank` or `codes_repeated`."""
    column = find_code_column(frame, table)
    codes = as_codes(frame[column])
    if codes.isna().any():
        raise CniError("overlap_code_blank", table=table, column=column, count=int(codes.isna().sum()))
    repeated = sorted(set(codes[codes.duplicated()]))
    if repeated:
        raise CniError("codes_repeated", table=table, column=column, count=len(repeated), codes=repeated[:20])
    return pd.Index(codes.to_numpy())


def people_on_map(data: Data) -> np.ndarray:
    """(n_map,) residents of the areas on the map, NaN where not known."""
    known = data.position >= 0
    return np.where(known, data.basis.people[np.where(known, data.position, 0)], np.nan)
