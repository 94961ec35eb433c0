"""From the choices of a run to the parameters of cni:map, by which the dock and the toolbox do the same."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from qgis.core import QgsExpression, QgsFields, QgsProject, QgsVectorLayer

from ...core.data.columns import clean_heading, find_district
from ...core.errors import CniError
from ...core.index.definition import Definition, indicators_of, walk, with_weights
from ...core.index.definition_file import definition_text, save_definition
from ...core.index.library import find_definition
from ..maps.choices import Choices
from .data import Data


def reading_parameters(choices: Choices, folder: Path) -> dict[str, Any]:
    """The parameters by which a run's layers are read whole, whatever its focus.

    folder: where an index of the user's own is kept as a file. Raises `definition_not_saved`.
    """
    definition, weights = definition_argument(choices, folder)
    return {
        "AREAS": choices.areas,
        "TABLES": list(choices.tables),
        "DEFINITION": definition,
        "WEIGHTS": weights,
        "DEPRIVATION": choices.deprivation,
        "LOOKUP": choices.lookup or None,
        **choices.columns,
        "CNI_LIMIT": choices.cni_limit,
        "IMD_LIMIT": choices.imd_limit,
        "LIMITS_ARE": 1 if choices.counted else 0,
        "UNIVERSE": 1 if choices.within_focus else 0,
        "OUTPUT": "TEMPORARY_OUTPUT",
    }


def making_parameters(choices: Choices, folder: Path, focus: str) -> dict[str, Any]:
    """The parameters by which a run's result is made. focus: an expression on the boundaries, blank for all."""
    return {**reading_parameters(choices, folder), "FOCUS": focus, "OUTPUT": choices.output}


def definition_argument(choices: Choices, folder: Path) -> tuple[str, str]:
    """DEFINITION and WEIGHTS: those of a shipped index as long as only weights were moved, else a file of it.

    The file is called after what is in it, so that the command in a run record stays true when the index is edited on.
    """
    definition = choices.definition
    base = _base(choices.base)
    if base is not None and base == definition:
        return choices.base, ""
    moved = {} if base is None else moved_weights(base, definition)
    if moved and with_weights(base, moved) == definition:
        return choices.base, ", ".join(f"{id}={weight:.10g}" for id, weight in moved.items())
    digest = hashlib.sha256(definition_text(definition).encode()).hexdigest()[:12]
    file = folder / "indices" / "used" / f"{definition.id}-{digest}.json"
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        save_definition(definition, file)
    return str(file), ""


def is_untouched(choices: Choices) -> bool:
    """Whether the index is still the one it came from."""
    return _base(choices.base) == choices.definition


def _base(base: str) -> Definition | None:
    try:
        return find_definition(base)
    except CniError:
        return None


def _weights(definition: Definition) -> dict[str, float]:
    weights = {domain.id: domain.weight for domain in walk(definition.domains)}
    return {**weights, **{indicator.id: indicator.weight for _, indicator in indicators_of(definition)}}


def moved_weights(base: Definition, definition: Definition) -> dict[str, float]:
    """The weights of a definition that differ from its base's, by id."""
    own = _weights(base)
    return {id: weight for id, weight in _weights(definition).items() if id in own and own[id] != weight}


def focus_expression(choices: Choices, data: Data | None, project: QgsProject) -> str:
    """The districts to show as an expression on the boundaries' own fields.

    Where the boundaries have no districts, the areas that the tables put into them, by code. Blank for all areas.
    """
    layer = project.mapLayer(choices.areas)
    if not choices.districts or not isinstance(layer, QgsVectorLayer):
        return ""
    fields = layer.fields()
    for parameter, holds in (("DISTRICT", "codes"), ("DISTRICT_NAME", "names")):
        field = _field(fields, choices.columns, parameter, holds)
        if field and _values(layer, field) & set(choices.districts):
            return _is_one_of(field, choices.districts)
    if data is None:
        return ""
    codes = list(data.on_map["area_code"][data.rows_of(choices.districts)])
    named = choices.columns.get("AREA_CODE")
    field = named or next((name for name in fields.names() if _values(layer, name) & set(codes)), "")
    return _is_one_of(field, codes) if field and codes else ""


def _field(fields: QgsFields, named: Mapping[str, str], parameter: str, holds: str) -> str | None:
    plain = {clean_heading(name): name for name in fields.names()}
    found = named.get(parameter) or find_district(list(plain), holds)
    return plain.get(found) if found else None


def _values(layer: QgsVectorLayer, field: str) -> set[str]:
    return {str(value) for value in layer.uniqueValues(layer.fields().lookupField(field))}


def _is_one_of(field: str, values: Sequence[str]) -> str:
    listed = ", ".join(QgsExpression.quotedString(str(value)) for value in values)
    return f"{QgsExpression.quotedColumnRef(field)} IN ({listed})"
