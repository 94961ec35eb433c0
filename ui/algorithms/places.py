"""cni:places, indicators from places."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterCrs,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
)

from ..sentences import QT_TRANSLATE_NOOP
from .base import CniAlgorithm, Steps, tr
from .parameters import add_output

GRID = "EPSG:27700"


class PlacesAlgorithm(CniAlgorithm):
    """Counts, rates, distances and cover of places, as a table by area code."""

    ID = "places"
    TITLE = QT_TRANSLATE_NOOP("Algorithms", "Count places in and near areas")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self._add_layers()
        distance = QgsProcessingParameterNumber(
            "DISTANCE", tr("Distance (metres)"), QgsProcessingParameterNumber.Type.Double, 1000.0, minValue=0.0
        )
        self._add(distance, tr("A place counts as near an area within this distance of its edge. CNI 2019: 1,000 m."))
        # In the order of core's MEASURES, which is not imported before an algorithm runs.
        options = [
            tr("count: places inside the area"),
            tr("count_within: places inside or within the distance"),
            tr("per_1000: count_within per 1,000 residents of the area (CNI 2019 style)"),
            tr("per_1000_catchment: count_within per 1,000 residents of the area and the ring around it"),
            tr("nearest_m: metres to the nearest place"),
            tr("share: share of the area that the places cover"),
        ]
        measures = QgsProcessingParameterEnum("MEASURES", tr("Measures"), options, allowMultiple=True, optional=True)
        self._add(measures, tr("All that fit when none is chosen: rates need residents, a share needs polygons."))
        self._add_centres()
        # QGIS 3.22 asks for a value, whatever the default, unless it is optional.
        crs = QgsProcessingParameterCrs("CRS", tr("Coordinate system to measure in"), GRID, optional=True)
        self._add(crs, tr("Must be in metres. Layers in other systems are transformed."), advanced=True)
        add_output(self, tr("Indicators from places"), layer=False)
        self.addOutput(QgsProcessingOutputNumber("PLACES_NEAR", tr("Different places in or near any area")))

    def _add(self, parameter: QgsProcessingParameterDefinition, words: str, *, advanced: bool = False) -> None:
        parameter.setHelp(words)
        if advanced:
            parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        self.addParameter(parameter)

    def _field(self, name: str, label: str, parent: str, words: str) -> None:
        field = QgsProcessingParameterField(name, label, parentLayerParameterName=parent, optional=True)
        self._add(field, words, advanced=True)

    def _add_layers(self) -> None:
        kinds = QgsProcessing.SourceType
        places = QgsProcessingParameterFeatureSource("PLACES", tr("Places"), [kinds.TypeVectorAnyGeometry])
        self._add(places, tr("Points, lines or polygons: libraries, footpaths, parks. Each feature is one place."))
        areas = QgsProcessingParameterFeatureSource("AREAS", tr("Boundaries of the areas"), [kinds.TypeVectorPolygon])
        self._add(areas, tr("Polygons of wards, LSOAs or other areas. 'Selected features only' counts for just those."))
        found = tr("Found by its name when left blank.")
        self._field("AREA_CODE", tr("Column of area codes"), "AREAS", found)
        self._field("AREA_NAME", tr("Column of area names"), "AREAS", found)
        self._field("POPULATION", tr("Column of residents"), "AREAS", tr("For the rates. ") + found)

    def _add_centres(self) -> None:
        centres = QgsProcessingParameterFeatureSource(
            "CENTRES", tr("Where people live"), [QgsProcessing.SourceType.TypeVectorPoint], optional=True
        )
        words = tr(
            "Points of small areas with their residents. Distances then start from the middle of where people live."
        )
        self._add(centres, words, advanced=True)
        found = tr("Found by its name when left blank.")
        self._field("CENTRES_POPULATION", tr("Column of residents of these points"), "CENTRES", found)

    def note(self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> None:
        from .places_steps import note_places
        from .tables import TableOutput

        self._noted = note_places(self, parameters, context)
        self._output = TableOutput(self, parameters, context, self._noted.read)

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from .places_steps import count_places

        steps = Steps(feedback)
        table, near_any, notices = count_places(self._noted, steps)
        return {
            "OUTPUT": self._output.save(table, notices, steps, parameters, context, feedback),
            "PLACES_NEAR": near_any,
        }

    def postProcessAlgorithm(self, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        self._output.reload(context)
        return {}
