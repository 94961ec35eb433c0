"""An index of every kind of domain, and a dock that follows what the widgets tell."""

from __future__ import annotations

from typing import Any

from cni_mapper.core.errors import CniError
from cni_mapper.core.index.definition import Definition
from cni_mapper.core.index.definition_file import parse_definition
from cni_mapper.core.index.editing import rename_part, set_weight


def indicator(id: str, **more: Any) -> dict[str, Any]:
    return {"id": id, "title": id.title(), "columns": [id], "higher_is": "more_need", **more}


def domain(id: str, *indicators: Any, weights: str = "equal", **more: Any) -> dict[str, Any]:
    return {"id": id, "title": id.title(), "combine": {"weights": weights}, "indicators": list(indicators), **more}


def index(*domains: Any) -> Definition:
    node = {"format": 1, "id": "test", "title": "Test index", "status": "own", "geography": "area"}
    return parse_definition({**node, "domains": list(domains)}, "test")


def published(id: str, **more: Any) -> dict[str, Any]:
    return {"id": id, "title": id.title(), "published": {"kind": "rank", "columns": [id]}, **more}


# 'assets' and 'links' weigh a quarter of the index each, 'health' half.
INDEX = index(
    domain(
        "assets",
        indicator("libraries", higher_is="less_need", unit="per 1,000"),
        indicator("pubs", higher_is="less_need", weight=2),
        indicator("halls"),
        weights="given",
    ),
    {
        "id": "links",
        "title": "Links",
        "domains": [published("travel"), domain("housing", indicator("crowded"), indicator("homeless"), weight=3)],
    },
    domain("health", indicator("lost"), indicator("ill"), indicator("mood"), weights="factor", weight=2),
)


class Follower:
    """Does what the dock does: edits the definition as the widgets tell, and shows it again."""

    def __init__(self, widget: Any, definition: Definition = INDEX) -> None:
        self.widget, self.definition = widget, definition
        self.locked: frozenset[str] = frozenset()
        self.rebalance = False
        self.selected = ""
        self.told: list[tuple[Any, ...]] = []
        self.faults: list[str] = []
        widget.weight_changed.connect(self._weigh)
        widget.lock_changed.connect(self._lock)

    def show(self) -> None:
        raise NotImplementedError

    def _weigh(self, id: str, weight: float, final: bool) -> None:
        self.told.append((id, weight, final))
        try:
            self.definition = set_weight(self.definition, id, weight, self.locked, self.rebalance)
        except CniError as fault:
            self.faults.append(fault.code)
        self.show()

    def _lock(self, id: str, on: bool) -> None:
        self.told.append((id, on))
        self.locked = self.locked | {id} if on else self.locked - {id}
        self.show()

    def rename(self, id: str, title: str) -> None:
        self.definition = rename_part(self.definition, id, title)
        self.show()
