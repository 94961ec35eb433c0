"""Choosing another layer: what was said of the one before no longer holds."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from qgis.core import QgsMapLayer, QgsVectorLayer

from ....core.data.columns import find_column
from ...algorithms.look import AREA_FIELDS, LINK_FIELDS, SCORE_FIELDS
from ...maps.choices import Choices
from .guess import columns_of

COLUMNS = {"areas": AREA_FIELDS, "deprivation": SCORE_FIELDS, "lookup": LINK_FIELDS}
"""The parameters that name columns of each layer of the choices."""


def with_layer(choices: Choices, role: str, layer: QgsMapLayer | None) -> Choices:
    """The choices with another layer, None for none.

    role: "areas", "deprivation" or "lookup". Columns that the new layer does not have are found by themselves again;
    other boundaries begin with all their districts.
    """
    present = columns_of(layer) if isinstance(layer, QgsVectorLayer) else []
    columns = {
        parameter: column
        for parameter, column in choices.columns.items()
        if parameter not in COLUMNS[role] or find_column(present, column)
    }
    changes: dict[str, Any] = {role: "" if layer is None else layer.id(), "columns": columns}
    if role == "areas":
        changes["districts"] = ()
    return replace(choices, **changes)
