"""The parameters that several algorithms share, by the names of the public interface."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExpression,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QCoreApplication

DEFINITION_WIDGET = __name__.partition(".ui.")[0] + ".ui.dialogs.definition_widget.DefinitionWidgetWrapper"


def tr(text: str) -> str:
    return QCoreApplication.translate("Parameters", text)


def _add(
    algorithm: QgsProcessingAlgorithm,
    parameter: QgsProcessingParameterDefinition,
    words: str,
    *,
    advanced: bool = False,
) -> None:
    parameter.setHelp(words)
    if advanced:
        parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    algorithm.addParameter(parameter)


def _field(algorithm: QgsProcessingAlgorithm, name: str, label: str, parent: str, words: str) -> None:
    parameter = QgsProcessingParameterField(name, label, parentLayerParameterName=parent, optional=True)
    _add(algorithm, parameter, words, advanced=True)


def add_areas(algorithm: QgsProcessingAlgorithm) -> None:
    areas = QgsProcessingParameterFeatureSource(
        "AREAS", tr("Boundaries of the areas"), [QgsProcessing.SourceType.TypeVectorPolygon]
    )
    _add(algorithm, areas, tr("Polygons of wards, LSOAs or other areas. 'Selected features only' shows just those."))
    found = tr("Found by its name when left blank.")
    _field(algorithm, "AREA_CODE", tr("Column of area codes"), "AREAS", found)
    _field(algorithm, "AREA_NAME", tr("Column of area names"), "AREAS", found)
    _field(algorithm, "DISTRICT", tr("Column of district codes"), "AREAS", found)
    _field(algorithm, "DISTRICT_NAME", tr("Column of district names"), "AREAS", found)
    _field(
        algorithm,
        "POPULATION",
        tr("Column of residents"),
        "AREAS",
        tr("Used where no look-up gives the number of residents. Found by its name when left blank."),
    )


def add_tables(algorithm: QgsProcessingAlgorithm) -> None:
    tables = QgsProcessingParameterMultipleLayers(
        "TABLES", tr("Community need tables"), QgsProcessing.SourceType.TypeVector
    )
    _add(
        algorithm,
        tables,
        tr("One or more tables with a row for every area that is ranked: all of England's wards, not only yours."),
    )
    code = QgsProcessingParameterString("CODE_FIELD", tr("Column of area codes in these tables"), optional=True)
    _add(algorithm, code, tr("Found by its name when left blank."), advanced=True)
    definition = QgsProcessingParameterString("DEFINITION", tr("Index"), defaultValue="cni-2019")
    definition.setMetadata({"widget_wrapper": {"class": DEFINITION_WIDGET}})
    _add(algorithm, definition, tr("The id of an index that comes with the plugin, or the path of a definition file."))
    weights = QgsProcessingParameterString("WEIGHTS", tr("Own weights"), optional=True)
    _add(
        algorithm,
        weights,
        tr("Leave blank for the index's own weights. For example: civic_assets=2, connectedness=1"),
        advanced=True,
    )


def add_deprivation(algorithm: QgsProcessingAlgorithm, *, lookup_optional: bool = True) -> None:
    deprivation = QgsProcessingParameterFeatureSource(
        "DEPRIVATION", tr("Deprivation table"), [QgsProcessing.SourceType.TypeVector]
    )
    _add(algorithm, deprivation, tr("The Index of Multiple Deprivation, by area or by small area (LSOA)."))
    found = tr("Found by its name when left blank.")
    _field(algorithm, "DEPRIVATION_CODE", tr("Column of codes in the deprivation table"), "DEPRIVATION", found)
    _field(algorithm, "DEPRIVATION_SCORE", tr("Column of deprivation scores"), "DEPRIVATION", found)
    _field(
        algorithm,
        "DEPRIVATION_WEIGHT",
        tr("Column of residents in the deprivation table"),
        "DEPRIVATION",
        tr("Weights the small areas when the look-up has one row for each and no residents of its own."),
    )
    lookup = QgsProcessingParameterFeatureSource(
        "LOOKUP",
        tr("Look-up from small areas to areas"),
        [QgsProcessing.SourceType.TypeVector],
        optional=lookup_optional,
    )
    _add(
        algorithm, lookup, tr("Which area each small area, or part of one, lies in. Needed when the table is by LSOA.")
    )
    _field(algorithm, "LOOKUP_FROM", tr("Column of small-area codes in the look-up"), "LOOKUP", found)
    _field(algorithm, "LOOKUP_TO", tr("Column of area codes in the look-up"), "LOOKUP", found)
    _field(
        algorithm,
        "LOOKUP_WEIGHT",
        tr("Column of residents in the look-up"),
        "LOOKUP",
        tr("Residents of each row. Found by its name when this and the deprivation table's column are left blank."),
    )


def add_score_tables(algorithm: QgsProcessingAlgorithm) -> None:
    """The finished scores that `cni:leftbehind` overlays."""
    found = tr("Found by its name when left blank.")
    for name, label in (("CNI", tr("Community need scores by area")), ("IMD", tr("Deprivation scores by area"))):
        table = QgsProcessingParameterFeatureSource(name, label, [QgsProcessing.SourceType.TypeVector])
        _add(algorithm, table, tr("A table with one row for every area that is ranked, higher scores meaning worse."))
        _field(algorithm, f"{name}_CODE", tr("Column of codes: {name}").format(name=name), name, found)
        _field(algorithm, f"{name}_SCORE", tr("Column of scores: {name}").format(name=name), name, found)


def add_limits(algorithm: QgsProcessingAlgorithm) -> None:
    number = QgsProcessingParameterNumber.Type.Double
    for name, label in (("CNI_LIMIT", tr("Limit on community need")), ("IMD_LIMIT", tr("Limit on deprivation"))):
        limit = QgsProcessingParameterNumber(name, label, number, optional=True)
        _add(algorithm, limit, tr("How far down the ranks 'worst' goes. The index's own, 10%, when left blank."))
    units = QgsProcessingParameterEnum(
        "LIMITS_ARE", tr("Limits are"), [tr("Percent of the areas ranked"), tr("Numbers of areas")], defaultValue=0
    )
    _add(algorithm, units, tr("10 percent, or for example the 735 worst areas."), advanced=True)


def add_focus(algorithm: QgsProcessingAlgorithm, *, universe: bool) -> None:
    if universe:
        ranked = QgsProcessingParameterEnum(
            "UNIVERSE", tr("Rank among"), [tr("All areas in the tables"), tr("Areas shown only")], defaultValue=0
        )
        _add(
            algorithm,
            ranked,
            tr("Leave at 'All areas in the tables' for national ranks, even when only one district is shown."),
            advanced=True,
        )
    focus = QgsProcessingParameterExpression(
        "FOCUS", tr("Show only areas where"), parentLayerParameterName="AREAS", optional=True
    )
    _add(algorithm, focus, tr("For example: \"lad17_name\" = 'Leeds'. Ranks do not change."), advanced=True)


def add_output(algorithm: QgsProcessingAlgorithm, label: str, *, layer: bool) -> None:
    kind = QgsProcessing.SourceType.TypeVectorPolygon if layer else QgsProcessing.SourceType.TypeVector
    sink = QgsProcessingParameterFeatureSink("OUTPUT", label, kind)
    formats = (
        tr("A GeoPackage (.gpkg) or PostGIS table. Other tables in the file are left alone.")
        if layer
        else tr("A GeoPackage (.gpkg), CSV or Excel (.xlsx) file, or a PostGIS table.")
    )
    _add(algorithm, sink, formats)


def add_layer(algorithm: QgsProcessingAlgorithm, name: str, label: str, words: str, *, optional: bool = False) -> None:
    """A layer or table of any kind."""
    vector = [QgsProcessing.SourceType.TypeVector]
    _add(algorithm, QgsProcessingParameterFeatureSource(name, label, vector, optional=optional), words)


def add_field(algorithm: QgsProcessingAlgorithm, name: str, label: str, parent: str, words: str) -> None:
    """A column that is found by its name when left blank."""
    _field(algorithm, name, label, parent, words)


def add_fields(algorithm: QgsProcessingAlgorithm, name: str, label: str, parent: str, words: str) -> None:
    """Any number of columns."""
    kind = QgsProcessingParameterField.DataType.Any
    _add(algorithm, QgsProcessingParameterField(name, label, None, parent, kind, True, True), words)


def add_lookup(
    algorithm: QgsProcessingAlgorithm,
    name: str,
    label: str,
    words: str,
    *,
    columns: tuple[str, str, str],
    weight: str,
    optional: bool = False,
    stem: str = "",
) -> None:
    """A look-up with its three columns. columns: labels of from, to and weight. weight: the help of the last.

    stem: what the names of the columns begin with; the name of the look-up when blank.
    """
    add_layer(algorithm, name, label, words, optional=optional)
    found = tr("Found by its name or its codes when left blank.")
    for part, text, help_text in zip(("FROM", "TO", "WEIGHT"), columns, (found, found, weight)):
        _field(algorithm, f"{stem or name}_{part}", text, name, help_text)


def add_people(algorithm: QgsProcessingAlgorithm) -> None:
    """POINTS and LOOKUP with their columns: where the people of a result live."""
    found = tr("Found by its name when left blank.")
    points = tr("Points of output areas or postcodes, or polygons, which count at a point inside them.")
    add_layer(algorithm, "POINTS", tr("Small areas with residents"), points, optional=True)
    add_field(algorithm, "POINTS_CODE", tr("Column of small-area codes"), "POINTS", found)
    add_field(algorithm, "POINTS_POPULATION", tr("Column of residents of the small areas"), "POINTS", found)
    add_lookup(
        algorithm,
        "LOOKUP",
        tr("Look-up from small areas to areas of the result"),
        tr("Where small areas lie in the result. Points are placed by where they stand when this is left blank."),
        columns=(
            tr("Column of small-area codes in the look-up"),
            tr("Column of area codes in the look-up"),
            tr("Column of residents in the look-up"),
        ),
        weight=tr("Residents of each row. Found by its name when left blank."),
        optional=True,
    )
