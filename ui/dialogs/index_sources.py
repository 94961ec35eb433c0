"""What is known of the tables of the project: their columns at once, what is in them once that has been read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...core.errors import CniError
from ..maps.frames import LayerRows, layer_rows, source_file
from .calm import LatestWork
from .session import Session
from .table_columns import Facts, Heads, Look, Source, data_layers, heads_of, sources_of
from .words import tr


class IndexSources(QObject):
    """Looks at the tables of a session. changed: more has been found out about them."""

    changed = pyqtSignal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._heads: dict[str, tuple[Any, Heads]] = {}
        self._facts: dict[str, tuple[Any, Facts]] = {}
        self._looking = LatestWork(tr("Looking at the tables"), self)

    @property
    def is_busy(self) -> bool:
        return self._looking.is_busy

    def layers(self) -> list[QgsVectorLayer]:
        return data_layers(self._session.project)

    def heads(self, id: str) -> Heads | None:
        """The heads of a layer; None where the project does not have it."""
        layer = self._session.project.mapLayer(id)
        if not isinstance(layer, QgsVectorLayer) or not layer.isValid():
            return None
        key = _state(layer)
        known = self._heads.get(id)
        if known is None or known[0] != key:
            known = self._heads[id] = (key, heads_of(layer))
        return known[1]

    def chosen(self) -> list[Heads]:
        """The tables of the run, but those that are gone."""
        return [heads for id in self._session.choices.tables if (heads := self.heads(id)) is not None]

    def state(self) -> Any:
        """What the columns depend on: the layers of the project as they are now."""
        return [(layer.id(), _state(layer)) for layer in self.layers()]

    def version(self, id: str) -> Any:
        """Changes whenever a layer may hold other values than before."""
        return _state(self._session.project.mapLayer(id))

    def parts(self) -> dict[str, list[Source]]:
        """Where the columns of every part of the index stand, by id, in the order of the tree."""
        return sources_of(self._session.choices.definition, self.chosen())

    def facts(self, id: str) -> Facts | None:
        """What a table was recognised as; None until it has been read."""
        known = self._facts.get(id)
        return known[1] if known is not None and known[0] == self._key(id) else None

    def look(self, ids: Sequence[str]) -> None:
        """Read those of the tables that have not been read as they are now."""
        wanted = [id for id in ids if self.heads(id) is not None and self.facts(id) is None]
        if not wanted:
            return
        keys = {id: self._key(id) for id in wanted}
        noted = {id: rows for id in wanted if (rows := self._noted(id, keys[id])) is not None}
        choices = self._session.choices
        areas = self._session.project.mapLayer(choices.areas)
        look = Look(
            tables=noted,
            areas=layer_rows(areas, "AREAS") if isinstance(areas, QgsVectorLayer) and areas.isValid() else None,
            code_field=choices.columns.get("CODE_FIELD"),
            area_code=choices.columns.get("AREA_CODE"),
            geography=choices.definition.geography,
        )
        self._looking.ask(look.read, lambda facts, fault: self._looked(keys, facts, fault))

    def _looked(self, keys: dict[str, Any], facts: dict[str, Facts] | None, fault: CniError | None) -> None:
        for id, key in keys.items():
            if facts is None:
                self._facts[id] = (key, Facts(fault=fault))
            elif id in facts:
                self._facts[id] = (key, facts[id])
        self.changed.emit()

    def _noted(self, id: str, key: Any) -> LayerRows | None:
        try:
            return self.note(id)
        except CniError as fault:
            self._facts[id] = (key, Facts(fault=fault))
            return None

    def note(self, id: str) -> LayerRows:
        """A table as noted, to be read away from the interface. Raises `file_unreadable`."""
        return layer_rows(self._session.project.mapLayer(id), "TABLES")

    def _key(self, id: str) -> Any:
        """What the facts of a table depend on."""
        layer, choices = self._session.project.mapLayer(id), self._session.choices
        areas = self._session.project.mapLayer(choices.areas)
        area_code = choices.columns.get("AREA_CODE")
        where = _state(areas) if isinstance(areas, QgsVectorLayer) else None
        return (_state(layer), choices.columns.get("CODE_FIELD"), choices.definition.geography, where, area_code)

    def forget(self) -> None:
        """Everything is to be looked at anew."""
        self._heads.clear()
        self._facts.clear()


def _state(layer: QgsVectorLayer | None) -> Any:
    if layer is None:
        return None
    file = source_file(layer)
    changed = file.stat().st_mtime_ns if file is not None else 0
    return (layer.source(), layer.subsetString(), tuple(layer.fields().names()), layer.name(), changed)
