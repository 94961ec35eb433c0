"""The steps of cni:download. Imported only when the algorithm runs."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsLayerMetadata,
    QgsProcessingContext,
    QgsProcessingFeedback,
)

from ...core.data.catalogue import Entry, find_entry
from ...core.errors import CniError, notice
from ..maps import download
from ..maps.arcgis import Filter
from ..maps.contents import Features, opened, read_layer, read_points, read_polygons, read_table
from ..maps.geopackage import write_geopackage
from ..maps.postgis import write_postgis
from ..maps.result_layer import Rows
from ..maps.save import check_destination, check_not_in_edit, save_metadata
from ..maps.save_features import save_features
from ..messages import notice_text
from .base import Steps, tell, tr
from .inputs import output_destination
from .result import load_on_completion, reload_shown

_DEGREES = "EPSG:4326"
_GEOPACKAGE = ".gpkg"


class Download:
    """One run: everything is checked first, fetched and checked next, and written last."""

    def __init__(self, algorithm: Any, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        self._algorithm = algorithm
        self._entry = find_entry(algorithm.parameterAsString(parameters, "ENTRY", context))
        self._refresh = algorithm.parameterAsBool(parameters, "REFRESH", context)
        where = algorithm.given(parameters, "WHERE", context) or ""
        self._wanted = download.Wanted(self._entry, Filter(where, _extent(algorithm, parameters, context)))
        download.check_wanted(self._wanted)
        given = algorithm.parameterAsOutputLayer(parameters, "OUTPUT", context)
        self._destination = output_destination(algorithm, given, plain_table=True)
        self._check_output()
        check_destination(self._destination, [])
        if context.project() is not None:
            check_not_in_edit(context.project(), self._destination)

    def _check_output(self) -> None:
        path = self._destination.path
        database = path is None and self._entry.type == "polygon"
        if not self._entry.is_table and not database and (path is None or path.suffix.lower() != _GEOPACKAGE):
            raise CniError("output_layer_format", name=self._destination.name, title=self._entry.title)

    def run(
        self, steps: Steps, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Fetch, read and write; returns the outputs."""
        entry = self._entry
        if entry.state == "unchecked":
            self._tell(feedback, "entry_unchecked", title=entry.title, page=entry.page)
        steps.start(tr("Fetching {name}").format(name=entry.title), 0.7)
        obtained = self._obtain(steps, feedback)
        steps.start(tr("Reading {name}").format(name=entry.title), 0.1)
        with opened(entry, obtained.path, download.SETTINGS, lambda: steps.within(0.0)) as files:
            content = _read(entry, files)
            steps.start(tr("Writing {name}").format(name=self._destination.name), 0.2)
            count = self._save(content, obtained.kept.day, steps)
            # What was unpacked can only go when no layer has it open.
            del content
        day = obtained.kept.day
        code = "downloaded" if obtained.is_new else "from_cache"
        self._tell(feedback, code, title=entry.title, day=day, rows=count)
        self._tell(feedback, "attribution", text=entry.attribution, licence=entry.licence)
        source = self._destination.uri(shapes=not entry.is_table)
        given = self._algorithm.parameterAsOutputLayer(parameters, "OUTPUT", context)
        return {"OUTPUT": load_on_completion(given, source, context, entry.title), "ROWS": count}

    def reload(self, context: QgsProcessingContext) -> None:
        reload_shown(self._destination, context)

    def _tell(self, feedback: QgsProcessingFeedback, code: str, **context: Any) -> None:
        tell(feedback, code, notice_text(notice(code, **context)))

    def _obtain(self, steps: Steps, feedback: QgsProcessingFeedback) -> download.Obtained:
        try:
            return download.obtain(
                self._wanted, refresh=self._refresh, step=steps.within, cancelled=feedback.isCanceled
            )
        except CniError as fault:
            kept = download.find_kept(self._wanted) if self._refresh and fault.code != "cancelled" else None
            if kept is not None:
                self._tell(feedback, "copy_kept", title=self._entry.title, day=kept.day)
            raise

    def _save(self, content: Rows | Features, day: str, steps: Steps) -> int:
        """Write what was read, with who made it and under which licence; returns the number of rows."""

        def finish(uri: str) -> None:
            save_metadata(uri, self._destination, _metadata(self._entry, day))

        if isinstance(content, Features):
            return save_features(self._destination, content, finish, steps.within)
        if self._destination.path:
            write_geopackage(self._destination, content, finish, steps.within)
        else:
            write_postgis(self._destination, content, _nothing, steps.within)
        if self._destination.path and not self._destination.is_geopackage:
            finish(self._destination.uri())
        return len(content.table)


def _extent(
    algorithm: Any, parameters: dict[str, Any], context: QgsProcessingContext
) -> tuple[float, float, float, float] | None:
    """EXTENT in degrees, as xmin, ymin, xmax, ymax; None when blank."""
    if parameters.get("EXTENT") in (None, ""):
        return None
    box = algorithm.parameterAsExtent(parameters, "EXTENT", context, QgsCoordinateReferenceSystem(_DEGREES))
    if box.isNull() or not box.isFinite():
        return None
    return box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()


def _read(entry: Entry, files: list[Any]) -> Rows | Features:
    if entry.is_table:
        return Rows(read_table(entry, files), None, QgsCoordinateReferenceSystem())
    if "x" in entry.columns:
        return read_points(entry, read_table(entry, files))
    return read_polygons(entry, files[0]) if entry.type == "polygon" else read_layer(entry, files[0])


def _nothing(uri: str) -> None:
    """PostGIS keeps no metadata for QGIS."""


def _metadata(entry: Entry, day: str) -> QgsLayerMetadata:
    """The entry as metadata of the layer."""
    metadata = QgsLayerMetadata()
    metadata.setTitle(entry.title)
    metadata.setAbstract(
        tr("{title}. Publisher: {publisher}. Of: {vintage}. Downloaded: {day}. {notes}")
        .format(title=entry.title, publisher=entry.publisher, vintage=entry.vintage, day=day, notes=entry.notes)
        .strip()
    )
    metadata.setRights([entry.attribution])
    metadata.setLicenses([entry.licence])
    metadata.setHistory([entry.address])
    return metadata
