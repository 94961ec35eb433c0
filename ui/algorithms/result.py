"""From ranked scores to the saved, styled and shown result layer: the last step that map and leftbehind share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd
from qgis.core import (
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsProject,
)
from qgis.PyQt.QtCore import QThread

from ...core.analysis.overlay import Limits, overlay
from ...core.analysis.result_table import CniColumns, complete_areas, result_table
from ...core.data.tables import Table, match_codes
from ...core.errors import CniError, Notice, notice
from ...core.index.ranking import RankedScore
from ..maps.groups import reload_layers, renew_result, show_result
from ..maps.record import Run, abstract, make_record
from ..maps.result_layer import Destination, Rows
from ..maps.save import save_result
from ..maps.styles import Theme, make_themes
from ..messages import notice_text
from .areas import Areas
from .base import Steps, tell, tr


@dataclass(frozen=True, eq=False)
class Found:
    """Everything a result layer is made of. quality, population: by area. run: what the rows do not say."""

    areas: Areas
    tables: Sequence[Table]
    cni: CniColumns
    imd: RankedScore
    quality: pd.Series
    population: pd.Series
    limits: Limits
    run: Run


@dataclass(frozen=True, eq=False)
class Saved:
    """A saved result, with what is needed to show it."""

    destination: Destination
    record: Mapping[str, Any]
    themes: Sequence[Theme]


def save_found(
    found: Found, destination: Destination, colours: str, steps: Steps, feedback: QgsProcessingFeedback
) -> Saved:
    """Overlay, assemble, save; tell the user what there is to know. colours: one of ui.settings.COLOURS."""
    steps.start(tr("Comparing need and deprivation"), 0.05)
    cni_rank = found.cni.index["cni_rank"]
    lapped = overlay(cni_rank, found.imd.frame["rank"], found.limits)
    _check_counts(found.limits, lapped.ranked)
    areas = complete_areas(found.areas.frame, found.tables)
    areas["population"] = found.population.reindex(areas.index).fillna(areas["population"].astype(float))
    table = result_table(areas, found.cni, found.imd, found.quality, lapped)
    run = replace(found.run, notices=[*found.run.notices, *_ranking_notices(found, lapped.ranked)])
    record = make_record(run, lapped, table)
    themes = make_themes(record, table, colours)
    steps.start(tr("Writing {name}").format(name=destination.name), 0.45)
    rows = Rows(table, found.areas.shapes.shapes, found.areas.shapes.crs)
    later = save_result(destination, rows, record, themes, steps.within)
    for warning in record["warnings"]:
        tell(feedback, warning["code"], warning["text"])
    for note in later:
        tell(feedback, note.code, notice_text(note))
    feedback.pushInfo(abstract(record))
    return Saved(destination, record, themes)


def _check_counts(limits: Limits, ranked: Mapping[str, int]) -> None:
    labels = {"cni": tr("Limit on community need"), "imd": tr("Limit on deprivation")}
    for key, limit in (("cni", limits.cni), ("imd", limits.imd)):
        if limit.is_count and limit.places(ranked[key]) > ranked[key]:
            raise CniError("limit_beyond_universe", name=labels[key], found=int(limit.amount), ranked=ranked[key])


def _ranking_notices(found: Found, ranked: Mapping[str, int]) -> list[Notice]:
    notices = [notice("too_few_for_deciles", index=key, count=count) for key, count in ranked.items() if count < 10]
    cni_codes = found.cni.index.index[found.cni.index["cni_rank"].notna()]
    ranked_imd = found.imd.frame.index[found.imd.frame["rank"].notna()]
    unscored = match_codes(cni_codes, ranked_imd).unmatched_left
    if unscored:
        notices.append(notice("not_deprivation", count=len(unscored), total=len(cni_codes), codes=unscored))
    return notices


class _ShowResult(QgsProcessingLayerPostProcessorInterface):
    """Turns the layer that the framework loads into the group of themed layers. Runs in the project's thread."""

    # The framework keeps no reference of its own, so each stays here until its layer is loaded.
    waiting: list[_ShowResult] = []

    def __init__(self, saved: Saved) -> None:
        super().__init__()
        self._saved = saved
        self.waiting.append(self)

    def postProcessLayer(
        self, layer: QgsMapLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        if self in self.waiting:
            self.waiting.remove(self)
        project, saved = context.project() or QgsProject.instance(), self._saved
        show_result(project, saved.destination, saved.record, saved.themes, layer)
        reload_layers(project, saved.destination)


def load_on_completion(given: str, source: str, context: QgsProcessingContext, name: str) -> str:
    """Have the framework load a data source where it was going to load OUTPUT as the user gave it; returns it."""
    if context.willLoadLayerOnCompletion(given):
        _load(given, source, context, name, None)
    return source


def show_on_completion(given: str, saved: Saved, context: QgsProcessingContext) -> str:
    """As `load_on_completion`, and the loaded layer becomes the group of themed layers.

    Of a source that the project already shows, the framework would take any layer that is there, rename it and hand it
    over as the loaded one. So it is given another spelling of the source, of which there is no layer.
    """
    destination = saved.destination
    if context.willLoadLayerOnCompletion(given):
        _load(given, destination.other_uri(), context, saved.themes[0].name, _ShowResult(saved))
    return destination.uri()


def _load(
    given: str,
    source: str,
    context: QgsProcessingContext,
    name: str,
    processor: QgsProcessingLayerPostProcessorInterface | None,
) -> None:
    layers = context.layersToLoadOnCompletion()
    details = layers.pop(given)
    details.name = name
    if processor is not None:
        details.setPostProcessor(processor)
    layers[source] = details
    context.setLayersToLoadOnCompletion(layers)


def reload_shown(destination: Destination, context: QgsProcessingContext, themes: Sequence[Theme] = ()) -> None:
    """Bring what a project shows of the destination up to date, also when the run itself loads nothing.

    Only in the project's own thread: a step of a model may come here in a worker, and then the layer that the model
    loads brings the others up to date.
    """
    project = context.project()
    if project is not None and QThread.currentThread() == project.thread():
        renew_result(project, destination, themes)
