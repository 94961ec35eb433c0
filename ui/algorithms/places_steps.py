"""The steps of cni:places. Imported only when the algorithm runs."""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
)

from ...core.data.columns import find_population, require_column
from ...core.data.numbers import read_weights
from ...core.data.place_shapes import read_shapes, repaired
from ...core.data.places import MEASURES, Centres, PlaceAreas, Places, choose_measures, measure_places
from ...core.errors import CniError, Notice, notice
from ..compat import install_command
from ..maps.frames import LayerRows
from ..maps.point_frames import PlaceRows, Working, check_working_crs, plain_wkb, read_places
from .areas import Areas, AreasInput, note_areas, read_areas
from .base import Steps, tr
from .inputs import note_layer
from .places import GRID

_BATCH = 50
_PACKAGES = ("shapely", "scipy")


@dataclass(frozen=True, eq=False)
class PlacesLayer:
    """A layer of places or of centres as noted, and its column of residents where the user named one."""

    noted: LayerRows
    source: QgsProcessingFeatureSource
    residents: str | None = None


@dataclass(frozen=True, eq=False)
class PlacesInput:
    """What cni:places was asked for."""

    places: PlacesLayer
    areas: AreasInput
    centres: PlacesLayer | None
    distance: float
    measures: list[str]
    working: Working

    @property
    def read(self) -> list[LayerRows]:
        return [self.places.noted, self.areas.noted, *([self.centres.noted] if self.centres else [])]


def note_places(algorithm: Any, parameters: dict[str, Any], context: QgsProcessingContext) -> PlacesInput:
    """Take note of the parameters, and refuse at once what cannot be measured with or in."""
    missing = [name for name in _PACKAGES if importlib.util.find_spec(name) is None]
    if missing:
        raise CniError("packages_missing", packages=", ".join(missing), command=install_command(missing))
    blank = parameters.get("CRS") in (None, "")
    crs = QgsCoordinateReferenceSystem(GRID) if blank else algorithm.parameterAsCrs(parameters, "CRS", context)
    check_working_crs(crs)
    distance = algorithm.parameterAsDouble(parameters, "DISTANCE", context)
    if not np.isfinite(distance) or distance < 0:
        raise CniError("distance_not_number", name=algorithm.parameterDefinition("DISTANCE").description())
    # Asked without a value, QGIS would name the first choice.
    chosen = parameters.get("MEASURES") not in (None, "", [])
    numbers = algorithm.parameterAsEnums(parameters, "MEASURES", context) if chosen else []
    measures = [MEASURES[number] for number in numbers]
    places = _note_layer(algorithm, parameters, "PLACES", context)
    if places is None:
        raise CniError("input_missing", name=algorithm.parameterDefinition("PLACES").description())
    areas = note_areas(algorithm, parameters, context)
    centres = _note_layer(algorithm, parameters, "CENTRES", context)
    return PlacesInput(places, areas, centres, distance, measures, Working(crs, context.transformContext()))


def _note_layer(
    algorithm: Any, parameters: dict[str, Any], name: str, context: QgsProcessingContext
) -> PlacesLayer | None:
    noted = note_layer(algorithm, parameters, name, context)
    if noted is None:
        return None
    source = algorithm.parameterAsSource(parameters, name, context)
    residents = algorithm.given(parameters, "CENTRES_POPULATION", context) if name == "CENTRES" else None
    return PlacesLayer(noted, source, residents)


def count_places(noted: PlacesInput, steps: Steps) -> tuple[pd.DataFrame, int, list[Notice]]:
    """The table of cni:places, the number of different places in or near any area, and what to tell the user."""
    steps.start(tr("Reading the areas"), 0.05)
    areas, names, notices = _read_areas(noted, steps)
    steps.start(tr("Reading the places"), 0.15)
    places = _read_places(noted, steps, notices)
    measures = choose_measures(noted.measures, places, areas)
    centres = _read_centres(noted, steps, notices) if noted.centres else None
    steps.start(tr("Counting places"), 0.7)
    measured = measure_places(
        places, areas, distance=noted.distance, measures=measures, centres=centres, step=steps.within
    )
    table = measured.frame.astype(dict.fromkeys({"count", "count_within"} & set(measured.frame), "Int64"))
    if names.notna().any():
        table.insert(0, "area_name", names)
    return table.rename_axis("area_code").reset_index(), measured.near_any, [*notices, *measured.notices]


def _read_areas(noted: PlacesInput, steps: Steps) -> tuple[PlaceAreas, pd.Series, list[Notice]]:
    """The areas in the working system, their names, and what was found wrong with them."""
    name = noted.areas.noted.name
    try:
        areas = read_areas(noted.areas, None, None)
    except CniError as fault:
        raise CniError("areas_none", name=name) if fault.code == "focus_empty" else fault from None
    transform = noted.working.transform(areas.shapes.crs, name)
    shapes: list[Any] = []
    mended, empty = [], []
    for i, (code, shape) in enumerate(zip(areas.frame.index, areas.shapes.shapes)):
        if i % _BATCH == 0:
            steps.within(i / len(areas.frame))
        form = None if shape.isNull() or shape.isEmpty() else plain_wkb(shape, transform)
        found = None if form is None else _mended(form, code, mended)
        shapes.append(found)
        if found is None:
            empty.append(code)
    if len(empty) == len(shapes):
        raise CniError("areas_none", name=name)
    # What read_areas says of shapes is about drawing them.
    notices = [note for note in areas.notices if note.code not in ("empty_geometry", "invalid_geometry")]
    notices += _shape_notices(("areas_repaired", "areas_without_shape"), name, mended, empty)
    return PlaceAreas(name, areas.frame.index, shapes, _residents(areas)), areas.frame["area_name"], notices


def _residents(areas: Areas) -> np.ndarray | None:
    """Residents by area; None where no column was given or found, or it holds no number."""
    people = areas.frame["population"].to_numpy(dtype=float)
    return None if np.isnan(people).all() else people


def _mended(form: bytes, label: object, mended: list[object]) -> Any | None:
    """The valid shape, None when nothing of it is left; its label is noted where it had to be repaired."""
    shape = read_shapes([form])[0]
    valid = repaired(shape)
    if valid is not shape:
        mended.append(label)
    return None if valid.is_empty else valid


def _shape_notices(codes: tuple[str, str], name: str, mended: list[Any], empty: list[Any]) -> list[Notice]:
    """Notices about mended shapes and missing ones, by their two codes."""
    found = zip(codes, (mended, empty))
    return [notice(code, name=name, count=len(some), codes=some) for code, some in found if some]


def _read_places(noted: PlacesInput, steps: Steps, notices: list[Notice]) -> Places:
    layer, name = noted.places, noted.places.noted.name
    rows = read_places(layer.source, name, noted.working, steps.within)
    mended: list[Any] = []
    empty = list(rows.empty)
    shapes: list[Any] | None = None
    if rows.wkb is not None:
        shapes = []
        for i, (id, form) in enumerate(zip(rows.features, rows.wkb)):
            if i % _BATCH == 0:
                steps.within(1.0)
            shape = _mended(form, id, mended)
            if shape is None:
                empty.append(id)
            else:
                shapes.append(shape)
    notices += _shape_notices(("places_repaired", "places_without_shape"), name, mended, empty)
    if rows.lost:
        notices.append(notice("places_lost", name=name, count=len(rows.lost), codes=rows.lost))
    count = len(rows.features) if shapes is None else len(shapes)
    if not count:
        raise CniError("places_none", name=name)
    return Places(name, count, rows.points[:, 0], rows.points[:, 1], rows.of, shapes, rows.polygons)


def _read_centres(noted: PlacesInput, steps: Steps, notices: list[Notice]) -> Centres:
    layer = noted.centres
    name, columns = layer.noted.name, layer.noted.columns
    column = require_column(columns, layer.residents, name) if layer.residents else find_population(columns)
    if column is None:
        raise CniError("residents_not_found", table=name, columns=columns)
    rows = read_places(layer.source, name, noted.working, lambda _: steps.within(1.0), column)
    if rows.wkb is not None:
        raise CniError("centres_not_points", name=name)
    people = read_weights(rows.values, column, name).values
    unknown = int(np.isnan(people).sum())
    if unknown:
        notices.append(notice("centres_unknown", table=name, column=column, count=unknown))
    return _weighted(name, rows, np.nan_to_num(people))


def _weighted(name: str, rows: PlaceRows, people: np.ndarray) -> Centres:
    """A feature of several points shares its residents evenly among them."""
    parts = np.bincount(rows.of, minlength=len(people))
    return Centres(name, rows.points[:, 0], rows.points[:, 1], (people / np.maximum(parts, 1))[rows.of])
