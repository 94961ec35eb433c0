"""What the inspector knows of an area, gathered from the session, before it is put into words."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsExpression,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsPointXY,
    QgsVectorLayer,
)

from ...core.analysis.area_report import AreaReport, report_area
from ...core.analysis.overlay import CATEGORIES
from ...core.data.geographies import BY_ID, PLAIN_AREA, parse_geography
from ...core.index.definition import indicators_of, walk
from ...core.index.engine import IndexResult
from ...core.index.standardise import percentile
from ..compat import is_null
from ..maps.record import limit_record, residents_year
from ..maps.styles import limit_text
from ..messages import area_words
from .data import Data
from .session import Session


@dataclass(frozen=True)
class Setting:
    """What holds for every area of an outcome.

    index: the short title of the index. own: whether it is the user's own. variant: whether nothing may be called left
    behind. limits: by index (cni, imd), such as 'worst 10%'. nouns: what the areas are called. n: areas of the
    universe, and whether these are all that the publishers ranked. definition: the id of the index. year: of the
    residents, None when not known.
    """

    index: str
    own: bool
    variant: bool
    limits: Mapping[str, str]
    nouns: str
    n: int
    whole: bool
    definition: str
    year: int | None = None


@dataclass(frozen=True)
class Likeness:
    """An area like the one inspected; ranks are None where unknown."""

    position: int
    name: str
    district: str
    category: str
    cni_rank: int | None
    imd_rank: int | None


@dataclass(frozen=True)
class AreaFacts:
    """All that is said of one area.

    position: in the universe. need, deprivation: percentage of the other ranked areas with less, None when unknown.
    population: residents, None when unknown. quality: of its deprivation, blank when unknown. published: yes, no or
    unknown, the publishers' own list. missing: titles of the parts of the index without a value here. on_map: whether
    it has a shape. shown: whether it is in the districts shown.
    """

    setting: Setting
    position: int
    name: str
    district: str
    report: AreaReport
    need: float | None
    deprivation: float | None
    population: float | None
    quality: str
    published: str
    missing: tuple[str, ...]
    on_map: bool
    shown: bool
    similar: tuple[Likeness, ...]


def row_at(session: Session, point: QgsPointXY, crs: QgsCoordinateReferenceSystem) -> int | None:
    """The row of the boundaries at a point, of one that is ranked where they overlap; None where there is none."""
    data = session.data
    spot = QgsGeometry.fromPointXY(point)
    spot.transform(QgsCoordinateTransform(crs, data.shapes.crs, session.project))
    # Asking every box takes a tenth of the time of making an index, which would keep the first click waiting.
    box, shapes = spot.boundingBox(), data.shapes.shapes
    near = (row for row, shape in enumerate(shapes) if shape.boundingBoxIntersects(box))
    found = [row for row in near if shapes[row].intersects(spot)]
    return next((row for row in found if data.position[row] >= 0), found[0] if found else None)


def name_on_map(data: Data, row: int) -> str:
    """The name of an area of the boundaries, its code where it has none."""
    name = data.on_map["area_name"].iat[row]
    return str(data.on_map["area_code"].iat[row] if pd.isna(name) else name)


def make_setting(session: Session) -> Setting:
    """Only while something has been tried."""
    outcome, values = session.tried, session.data.basis.values
    definition = outcome.index.definition
    kind = session.data.geography.kind
    if kind.id == PLAIN_AREA.id:
        kind = parse_geography(definition.geography).kind
    limits = {
        key: limit_text(limit_record(getattr(outcome.limits, key), outcome.places[key])) for key in ("cni", "imd")
    }
    return Setting(
        index=definition.short,
        own=not definition.is_published,
        variant=session.is_variant,
        limits=limits,
        nouns=area_words(BY_ID.get(kind.id, PLAIN_AREA).plural),
        n=len(values.codes),
        whole=values.whole and not session.choices.within_focus,
        definition=definition.id,
        year=residents_year(session.data.notices),
    )


def gather_facts(session: Session, position: int, result: QgsVectorLayer | None) -> AreaFacts:
    """All about the area at a position of the universe, while something has been tried.

    result: the layer of the open run's result, for the publishers' own list; None when there is none.
    """
    data, outcome = session.data, session.tried
    report = report_area(data.basis, outcome, position)
    people, quality = data.basis.people[position], data.quality.get(report.code)
    flagged = bool(session.choices.definition.published_flag)
    return AreaFacts(
        setting=make_setting(session),
        position=position,
        name=data.name(position),
        district=data.district(position),
        report=report,
        need=_known(percentile(-outcome.index.rank)[position]),
        deprivation=_known(percentile(-outcome.imd_rank)[position]),
        population=_known(people),
        quality=quality if isinstance(quality, str) else "",
        published=_published(result, report.code) if flagged and result is not None else "unknown",
        missing=_missing(outcome.index, position),
        on_map=bool((data.position == position).any()),
        shown=bool(session.shown()[position]),
        similar=tuple(_likeness(session, other) for other in report.similar),
    )


def _known(value: float) -> float | None:
    return None if math.isnan(value) else float(value)


def _missing(index: IndexResult, position: int) -> tuple[str, ...]:
    definition = index.definition
    titles = {part.id: part.title for part in walk(definition.domains)}
    titles.update({part.id: part.title for _, part in indicators_of(definition)})
    return tuple(titles[id] for id, column in index.values.columns.items() if math.isnan(column[position]))


def _likeness(session: Session, position: int) -> Likeness:
    data, outcome = session.data, session.tried
    ranks = (_known(ranks[position]) for ranks in (outcome.index.rank, outcome.imd_rank))
    cni, imd = (None if rank is None else int(rank) for rank in ranks)
    category = CATEGORIES[outcome.category[position]]
    return Likeness(position, data.name(position), data.district(position), category, cni, imd)


def _published(result: QgsVectorLayer, code: str) -> str:
    """What the result layer holds of the publishers' list for an area."""
    column = "left_behind_published"
    row = find_row(result, code, column) if result.fields().lookupField(column) >= 0 else None
    return "unknown" if row is None or is_null(row[column]) else str(row[column])


def find_row(result: QgsVectorLayer, code: str, column: str) -> QgsFeature | None:
    """The row of an area in a result layer with one of its columns; None where it is not there."""
    request = QgsFeatureRequest(QgsExpression(f'"area_code" = {QgsExpression.quotedString(code)}'))
    request.setFlags(QgsFeatureRequest.Flag.NoGeometry).setLimit(1)
    request.setSubsetOfAttributes([column], result.fields())
    return next(result.getFeatures(request), None)
