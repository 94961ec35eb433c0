"""Reading an algorithm's parameters: layers are noted in the project's thread, rows are read and recognised later."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingUtils,
    QgsVectorLayer,
)

from ...core.analysis.overlay import Limits, make_limit
from ...core.data.columns import code_columns, find_district, find_name, require_column
from ...core.data.geographies import parse_geography
from ...core.data.tables import Table, code_table
from ...core.errors import CniError
from ...core.index.definition import DefaultLimits, Definition, with_weights
from ...core.index.library import find_definition
from ...core.index.values import columns_wanted
from ..maps.frames import LayerRows, layer_rows
from ..maps.result_layer import Destination, read_destination

_WEIGHT = re.compile(r"^\s*([a-z_][a-z0-9_]*)\s*[=:]\s*(-?[0-9.]+)\s*$")


def _label(algorithm: QgsProcessingAlgorithm, name: str) -> str:
    return algorithm.parameterDefinition(name).description()


def note_layer(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], name: str, context: QgsProcessingContext
) -> LayerRows | None:
    """The layer of a parameter, noted in the thread it lives in; None when an optional one is blank."""
    if parameters.get(name) in (None, "") and algorithm.parameterDefinition(name).defaultValue() in (None, ""):
        return None
    value = parameters.get(name)
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        # 'Selected features only': not every QGIS finds the layer in this.
        parameters = {**parameters, name: value.source}
    layer = algorithm.parameterAsVectorLayer(parameters, name, context)
    if layer is None or not layer.isValid():
        raise CniError("layer_unreadable", name=_label(algorithm, name))
    return layer_rows(layer, name)


def note_tables(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> list[LayerRows]:
    """The layers of TABLES, noted in the thread they live in."""
    layers = algorithm.parameterAsLayerList(parameters, "TABLES", context)
    if not layers:
        raise CniError("layer_unreadable", name=_label(algorithm, "TABLES"))
    for layer in layers:
        if not isinstance(layer, QgsVectorLayer) or not layer.isValid():
            raise CniError("layer_unreadable", name=layer.name() if layer else _label(algorithm, "TABLES"))
    return [layer_rows(layer, "TABLES") for layer in layers]


def names_wanted(columns: Sequence[str]) -> list[str]:
    """Columns that may hold codes or names of areas or districts: all where no column is named after areas."""
    codes = code_columns(columns)
    if set(codes) <= {find_district(columns, "codes")}:
        return list(columns)
    names = [name for code in codes if (name := find_name(columns, code))]
    return [*codes, *names, *filter(None, [find_district(columns, "names")])]


def read_definition(
    algorithm: Any, parameters: dict[str, Any], context: QgsProcessingContext
) -> tuple[Definition, bool]:
    """The definition with the user's weights, and whether these make it a variant."""
    definition = find_definition(algorithm.parameterAsString(parameters, "DEFINITION", context))
    text = algorithm.parameterAsString(parameters, "WEIGHTS", context).strip()
    changed = with_weights(definition, _read_weights(text)) if text else definition
    return changed, changed != definition


def _read_weights(text: str) -> dict[str, float]:
    weights = {}
    for part in re.split(r"[,;\n]+", text):
        found = _WEIGHT.match(part)
        if not found:
            raise CniError("weights_unreadable", text=text)
        try:
            weights[found[1]] = float(found[2])
        except ValueError:
            raise CniError("weights_unreadable", text=text) from None
    return weights


def read_tables(noted: Sequence[LayerRows], definition: Definition, code_field: str | None) -> list[Table]:
    """The TABLES of a definition, only the columns it may need."""
    tables = []
    for rows in noted:
        wanted = {name.casefold() for name in columns_wanted(definition)}
        columns = {column for column in rows.columns if column.casefold() in wanted}
        columns |= set(names_wanted(rows.columns))
        if code_field:
            columns.add(require_column(rows.columns, code_field, rows.name))
        frame = rows.frame([column for column in rows.columns if column in columns])
        geography = parse_geography(definition.geography)
        tables.append(code_table(frame, rows.origin(), code_column=code_field, wanted=geography))
    return tables


def read_limits(
    algorithm: Any, parameters: dict[str, Any], context: QgsProcessingContext, own: DefaultLimits
) -> tuple[Limits, bool]:
    """The two limits, and whether they differ from the index's own."""
    is_count = algorithm.parameterAsEnum(parameters, "LIMITS_ARE", context) == 1
    limits = {}
    for key, default in (("cni", own.cni), ("imd", own.imd)):
        name = f"{key.upper()}_LIMIT"
        blank = parameters.get(name) in (None, "")
        if blank and is_count:
            raise CniError("limit_not_given", name=_label(algorithm, name))
        amount = default if blank else algorithm.parameterAsDouble(parameters, name, context)
        limits[key] = make_limit(amount, is_count=is_count, name=_label(algorithm, name))
    changed = is_count or (limits["cni"].amount, limits["imd"].amount) != (Decimal(str(own.cni)), Decimal(str(own.imd)))
    return Limits(**limits), changed


def output_destination(algorithm: QgsProcessingAlgorithm, given: str, *, plain_table: bool = False) -> Destination:
    """Where OUTPUT goes; of a temporary layer, a GeoPackage in the folder of temporary files."""

    def temporary() -> str:
        return QgsProcessingUtils.generateTempFilename(f"{algorithm.name()}.gpkg")

    return read_destination(given, temporary, plain_table=plain_table)
