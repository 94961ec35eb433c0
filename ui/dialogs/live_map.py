"""The map as the dock sees it: the preview of a what-if, and areas found, selected and zoomed to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
from qgis.core import (
    QgsCoordinateTransform,
    QgsExpression,
    QgsFeatureRequest,
    QgsGeometry,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QObject

from ..maps.groups import themed_layers
from ..maps.preview_layer import PreviewLayer
from ..maps.record import limit_record
from ..maps.result_layer import read_destination
from ..maps.styles import Theme, make_themes
from ..settings import read_settings
from .data import Data
from .session import Session
from .shown_counts import shown_counts
from .words import tr

THEMES = ("overlay", "cni")
_ROOM = 1.1


class LiveMap(QObject):
    """Keeps the preview in step with the session, and moves the map canvas."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.preview = PreviewLayer(session.project, self)
        self._theme = THEMES[0]
        self._data: Data | None = None
        session.outcome_changed.connect(self._follow)
        session.changed.connect(self._close_if_kept)

    @property
    def theme(self) -> str:
        """What the preview shows: one of THEMES."""
        return self._theme

    def set_theme(self, theme: str) -> None:
        self._theme = theme
        self._follow()

    def _close_if_kept(self) -> None:
        if not self._session.is_moved:
            self.preview.close()

    def _follow(self) -> None:
        """Bring the preview up to date: it is there only while the choices give something else than the result."""
        session = self._session
        if session.data is None or session.tried is None or not session.is_moved:
            self.preview.close()
            return
        live, theme = session.data.live(session.tried), self._make_theme()
        if self.preview.layer is None or self._data is not session.data:
            self._data = session.data
            table = self._fixed_columns(session.data)
            self.preview.open(tr("Preview, not saved"), table, live, session.data.shapes, theme)
        else:
            self.preview.show(live, theme)
        self.preview.filter(_district_filter(session.choices.districts))

    def _fixed_columns(self, data: Data) -> pd.DataFrame:
        """(n_map,) what no weight or limit moves."""
        known, imd = data.position >= 0, data.basis.imd
        at = np.where(known, data.position, 0)
        table = data.on_map[["area_code", "area_name", "district_code", "district_name"]].astype(object)
        for name in ("rank", "decile"):
            values = np.where(known, imd[name].to_numpy()[at], np.nan)
            table[f"imd_{name}"] = pd.Series(values, table.index).astype("Int64")
        return table

    def _make_theme(self) -> Theme:
        session = self._session
        shown, outcome = session.shown(), session.tried
        deciles = {"cni_decile": outcome.index.decile[shown], "imd_decile": outcome.imd_decile[shown]}
        themes = make_themes(preview_record(session), pd.DataFrame(deciles), read_settings().colours)
        return themes[THEMES.index(self._theme)]

    # Finding, selecting, zooming

    def result_layer(self) -> QgsVectorLayer | None:
        """The overlay layer of the open run's result; None when it is not in the project."""
        made = self._session.made
        if made is None:
            return None
        found = themed_layers(self._session.project, read_destination(made.output, lambda: made.output))
        return found.get("category")

    def shown_layer(self) -> QgsVectorLayer | None:
        """The layer the user looks at: the preview while there is one, else the result."""
        return self.preview.layer or self.result_layer()

    def select(self, positions: Sequence[int]) -> int:
        """Select areas, by their position in the universe, in the layer shown; how many of them it has."""
        layer, data = self.shown_layer(), self._session.data
        if layer is None or data is None:
            return 0
        wanted = set(data.basis.values.codes[list(positions)])
        request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
        request.setSubsetOfAttributes(["area_code"], layer.fields())
        ids = [feature.id() for feature in layer.getFeatures(request) if feature["area_code"] in wanted]
        layer.selectByIds(ids)
        self._session.iface.setActiveLayer(layer)
        return len(ids)

    def shapes(self, positions: Sequence[int]) -> list[QgsGeometry]:
        """The shapes of areas in the coordinates of the map canvas, for those that are on the map."""
        data = self._session.data
        rows = np.flatnonzero(np.isin(data.position, list(positions)))
        transform = self._to_canvas(data)
        shapes = [QgsGeometry(data.shapes.shapes[row]) for row in rows]
        for shape in shapes:
            shape.transform(transform)
        return shapes

    def zoom_to(self, positions: Sequence[int]) -> None:
        """Zoom to areas, with some room around them."""
        extent = QgsRectangle()
        for shape in self.shapes(positions):
            extent.combineExtentWith(shape.boundingBox())
        if extent.isEmpty():
            return
        canvas = self._session.iface.mapCanvas()
        extent.scale(_ROOM)
        canvas.setExtent(extent)
        canvas.refresh()

    def flash(self, positions: Sequence[int]) -> None:
        """Have areas blink on the map."""
        canvas = self._session.iface.mapCanvas()
        canvas.flashGeometries(self.shapes(positions), canvas.mapSettings().destinationCrs())

    def _to_canvas(self, data: Data) -> QgsCoordinateTransform:
        canvas = self._session.iface.mapCanvas()
        return QgsCoordinateTransform(data.shapes.crs, canvas.mapSettings().destinationCrs(), self._session.project)

    def put_away(self) -> None:
        self.preview.close()


def preview_record(session: Session) -> dict[str, Any]:
    """What the legend of a preview needs of a run record."""
    outcome, definition = session.tried, session.choices.definition
    limits = {key: limit_record(getattr(outcome.limits, key), outcome.places[key]) for key in ("cni", "imd")}
    return {
        "limits": limits,
        "variant": session.is_variant,
        "status": definition.status,
        "short": definition.short,
        "counts": {"areas": dict(shown_counts(session).areas)},
        "published": None,
    }


def _district_filter(districts: Sequence[str]) -> str:
    if not districts:
        return ""
    listed = ", ".join(QgsExpression.quotedString(name) for name in districts)
    return f'"district_code" IN ({listed}) OR "district_name" IN ({listed})'
