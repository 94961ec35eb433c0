"""Which layer of a project is meant, where only one can be: told by the names of its columns."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import QgsProject, QgsVectorLayer, QgsWkbTypes

from ....core.data.columns import clean_heading, code_columns, find_imd_score, find_population
from ....core.data.geographies import PLAIN_AREA, Geography, read_heading
from ...algorithms.example import SAMPLE
from ...maps.frames import source_file
from ..table_columns import data_layers


def own_layers(project: QgsProject) -> list[QgsVectorLayer]:
    """The user's own vector layers and tables: none that shows a result, none of the example."""
    layers = data_layers(project)
    return [layer for layer in layers if SAMPLE not in getattr(source_file(layer), "parents", ())]


def guess_boundaries(layers: Iterable[QgsVectorLayer], wanted: Geography) -> str:
    """The id of the one layer of polygons of a geography: of its year, else of no year. Blank where there is no such.

    A layer whose columns say nothing of codes is meant only where there is no other layer of polygons.
    """
    polygons = [layer for layer in layers if layer.geometryType() == QgsWkbTypes.GeometryType.PolygonGeometry]
    if wanted.kind.id == PLAIN_AREA.id:
        return _only(layer for layer in polygons if code_columns(columns_of(layer)))
    of_year = [layer for layer in polygons if _has(layer, wanted, exact=True)]
    of_kind = [layer for layer in polygons if _has(layer, wanted, exact=False)]
    silent = [layer for layer in polygons if not code_columns(columns_of(layer))]
    return _only(of_year) or _only(of_kind) or (_only(silent) if len(polygons) == 1 else "")


def guess_scores(layers: Iterable[QgsVectorLayer]) -> str:
    """The id of the one layer with a column of deprivation scores beside codes; blank where there is no such."""
    return _only(layer for layer in layers if find_imd_score(columns_of(layer)) and code_columns(columns_of(layer)))


def guess_lookup(layers: Iterable[QgsVectorLayer], small: Geography, areas: Geography) -> str:
    """The id of the one look-up between two geographies, else of the one with residents; blank where there is none."""
    found = [layer for layer in layers if _has(layer, small, exact=True) and _has(layer, areas, exact=True)]
    return _only(found) or _only(layer for layer in found if find_population(columns_of(layer)))


def fits(found: Geography, wanted: Geography) -> bool:
    """Whether codes of one geography may be what an index of the other is about."""
    if wanted.kind.id == PLAIN_AREA.id:
        return found.kind.id != PLAIN_AREA.id
    return found.kind.id == wanted.kind.id and not found.differs_in_year(wanted)


def columns_of(layer: QgsVectorLayer) -> list[str]:
    """The column names of a layer, cleaned."""
    return [clean_heading(name) for name in layer.fields().names()]


def _has(layer: QgsVectorLayer, wanted: Geography, *, exact: bool) -> bool:
    """Whether a column is called after codes of a geography. exact: and its year is said by both or neither."""
    for column in code_columns(columns_of(layer)):
        heading = read_heading(column)
        if heading is not None and heading.kind.id == wanted.kind.id:
            years = (heading.vintage, wanted.vintage)
            if years[0] == years[1] if exact else None in years:
                return True
    return False


def _only(layers: Iterable[QgsVectorLayer]) -> str:
    ids = [layer.id() for layer in layers]
    return ids[0] if len(ids) == 1 else ""
