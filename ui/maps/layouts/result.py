"""A result layer as pages read it: its rows and shapes, its run record, and which of its areas a page shows."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from qgis.core import (
    QgsDataSourceUri,
    QgsFeatureRequest,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QCoreApplication

from ....core.analysis.overlay import CATEGORIES
from ....core.analysis.result_table import AREA_COLUMNS, WHOLE_NUMBERS
from ....core.data.columns import clean_heading
from ....core.errors import CniError
from ..frames import layer_rows, set_focus, source_file
from ..postgis import RUNS
from ..record import layer_record, read_record
from ..styles import make_themes
from .page import BIVARIATE, CNI, IMD, OVERLAY, Focus, PrintedResult

_RANKED = tuple(f"{index}_{part}" for index in (CNI, IMD) for part in ("rank", "decile", "margin"))
_NEEDED = (*AREA_COLUMNS, *_RANKED, "category", "left_behind_published", "quality")
_DECILE = "_decile"


def read_result(layer: QgsVectorLayer) -> PrintedResult:
    """Read a result layer with its shapes and run record; on the thread that the layer lives in.

    Ranks, deciles and margins are `Int64`, missing where an area is not ranked; population is a number, NaN where not
    known. Raises `not_a_result` (naming the columns missing), `not_polygons`, `table_empty`, `result_record_missing`
    or `categories_unknown`.
    """
    rows = layer_rows(layer, "RESULT")
    missing = [name for name in _NEEDED if name not in rows.columns]
    if missing:
        raise CniError("not_a_result", table=layer.name(), column="', '".join(missing))
    if layer.geometryType() != QgsWkbTypes.GeometryType.PolygonGeometry:
        raise CniError("not_polygons", name=layer.name())
    record = find_record(layer)
    if record is None:
        raise CniError("result_record_missing", table=layer.name())
    frame, shapes = rows.frame_and_shapes(rows.columns)
    return PrintedResult(_tidy(frame, layer.name()), shapes, layer.crs(), record, layer.name())


def _tidy(frame: pd.DataFrame, name: str) -> pd.DataFrame:
    found = set(frame["category"].dropna()) - set(CATEGORIES)
    if found or frame["category"].isna().any():
        raise CniError("categories_unknown", table=name, found=sorted(map(str, found)) or "NULL", allowed=CATEGORIES)
    numbers = frame.select_dtypes("number").columns.union(_RANKED)
    whole = [column for column in numbers if column.rpartition("_")[2] in WHOLE_NUMBERS]
    tidied = frame.astype(dict.fromkeys(whole, "Int64"))
    tidied["population"] = pd.to_numeric(frame["population"], errors="coerce").astype(float)
    return tidied


def find_record(layer: QgsVectorLayer) -> Mapping[str, Any] | None:
    """The run record of a result: what its source or the layer holds, else what lies beside it; None without.

    The source is asked first: a layer that was loaded before the result was made anew keeps the record of before.
    """
    fresh = QgsVectorLayer(layer.source(), layer.name(), layer.providerType())
    record = layer_record(fresh) or layer_record(layer)
    if record is not None:
        return record
    return _database_record(layer) if layer.providerType() == "postgres" else _file_record(layer)


def _file_record(layer: QgsVectorLayer) -> Mapping[str, Any] | None:
    file = source_file(layer)
    if file is None:
        return None
    try:
        return read_record(Path(f"{file}.run.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def _database_record(layer: QgsVectorLayer) -> Mapping[str, Any] | None:
    """The newest record of the layer's table among the runs of its database."""
    source = QgsDataSourceUri(layer.source())
    name = f"{source.schema()}.{source.table()}"
    source.setDataSource(source.schema(), RUNS, "", "", "id")
    runs = QgsVectorLayer(source.uri(False), RUNS, "postgres")
    if not runs.isValid():
        return None
    found = [(row["id"], str(row["record"])) for row in runs.getFeatures() if row["result"] == name]
    return read_record(max(found)[1]) if found else None


def read_focus(
    result: PrintedResult, layer: QgsVectorLayer, expression: str = "", selected: Collection[int] | None = None
) -> Focus:
    """Which areas of a result a page shows: those of which an expression is true; empty for all.

    layer: that the result was read from. selected: ids of its features to which the areas are limited; None for no
    such limit. Raises `focus_unreadable`, `focus_unknown_column`, `page_focus_empty` or `page_selection_empty`.
    """
    focus = np.ones(len(result.table), dtype=bool)
    if expression.strip():
        focus = _matching(result, layer, expression.strip())
        if not focus.any():
            columns = list(result.table.columns)
            raise CniError("page_focus_empty", table=result.name, focus=expression.strip(), columns=columns)
    if selected is not None:
        focus &= _rows_of(result, layer, QgsFeatureRequest().setFilterFids(list(selected)))
        if not focus.any():
            raise CniError("page_selection_empty", table=result.name)
    return focus


def _matching(result: PrintedResult, layer: QgsVectorLayer, expression: str) -> Focus:
    request = QgsFeatureRequest()
    set_focus(request, expression, layer.fields(), [_code_position(layer)], result.name)
    request.setExpressionContext(layer.createExpressionContext())
    return _rows_of(result, layer, request)


def _rows_of(result: PrintedResult, layer: QgsVectorLayer, request: QgsFeatureRequest) -> Focus:
    position = _code_position(layer)
    codes = {feature.attribute(position) for feature in layer.getFeatures(request)}
    return np.asarray(result.table["area_code"].isin(codes).to_numpy(dtype=bool))


def _code_position(layer: QgsVectorLayer) -> int:
    return [clean_heading(name) for name in layer.fields().names()].index("area_code")


def domains_of(result: PrintedResult) -> tuple[str, ...]:
    """The ids of the domains that have deciles, in the order of the columns."""
    names = result.table.select_dtypes("Int64").columns
    ids = [str(name)[: -len(_DECILE)] for name in names if str(name).endswith(_DECILE)]
    return tuple(id for id in ids if id not in (CNI, IMD))


def themes_of(result: PrintedResult) -> tuple[str, ...]:
    """The themes that can be printed: the four of every result, then its domains by their ids."""
    return (OVERLAY, CNI, IMD, BIVARIATE, *domains_of(result))


def theme_title(result: PrintedResult, theme: str) -> str:
    """What a theme of a result is called in lists of themes, as in the Layers panel."""
    if theme == BIVARIATE:
        return QCoreApplication.translate("Pages", "Need and deprivation together")
    column = "category" if theme == OVERLAY else f"{theme}{_DECILE}"
    return next(known.name for known in make_themes(result.record, result.table) if known.column == column)
