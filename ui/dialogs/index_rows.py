"""What each row of the tree of an index says."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...core.index.definition import Definition, Domain
from ...core.index.editing import effective_weights, shares, weights_beside
from .weighting import Reach, reach_of, why_fixed

if TYPE_CHECKING:
    from ...core.index.editing import Part


@dataclass(frozen=True)
class Row:
    """One domain or indicator.

    parent: id of the domain it stands in, "" for the first level. weight, share: None where a factor finds them.
    fixed: why the weight cannot be moved, empty where it can. higher_is: empty for domains. coverage: 0 to 1, None
    unknown. lockable: whether a lock would mean anything.
    """

    id: str
    title: str
    parent: str
    is_domain: bool
    weight: float | None
    share: float | None
    reach: Reach
    fixed: str
    higher_is: str
    unit: str
    coverage: float | None
    lockable: bool
    locked: bool


class _Rows:
    """Makes the rows of one state of a definition."""

    def __init__(
        self, definition: Definition, locked: Collection[str], coverage: Mapping[str, float], rebalance: bool
    ) -> None:
        self._definition = definition
        self._locked = locked
        self._coverage = coverage
        self._rebalance = rebalance
        self._weights = effective_weights(definition)
        self._shares = shares(definition)

    def below(self, parent: Domain | None) -> Iterator[Row]:
        """The rows below a domain, or all of them, parents before children."""
        held = self._definition if parent is None else parent
        parts: tuple[Part, ...] = (*held.domains, *(() if parent is None else parent.indicators))
        if not parts:
            return
        beside = weights_beside(self._definition, parts[0].id)
        for part in parts:
            yield self._row(part, parent, beside)
            if isinstance(part, Domain):
                yield from self.below(part)

    def _row(self, part: Part, parent: Domain | None, beside: Mapping[str, float]) -> Row:
        weight = self._weights[part.id]
        return Row(
            id=part.id,
            title=part.title,
            parent="" if parent is None else parent.id,
            is_domain=isinstance(part, Domain),
            weight=weight,
            share=self._shares[part.id],
            reach=reach_of(beside, part.id, self._locked, self._rebalance),
            fixed=why_fixed(self._definition, parent, beside, part.id, self._locked, self._rebalance),
            higher_is="" if isinstance(part, Domain) else part.higher_is,
            unit="" if isinstance(part, Domain) else part.unit,
            coverage=self._coverage.get(part.id),
            lockable=weight is not None and len(beside) > 1,
            locked=part.id in self._locked,
        )


def rows_of(
    definition: Definition, locked: Collection[str], coverage: Mapping[str, float], rebalance: bool
) -> dict[str, Row]:
    """The rows by id, parents before children."""
    return {row.id: row for row in _Rows(definition, locked, coverage, rebalance).below(None)}
