"""Joining two look-ups: from the small areas of the first, through the areas both know, to the areas of the second."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..errors import Notice, notice
from .links import Links, Total, join, make_total, require_meeting

_LISTED = 20
_ROUNDING = 1e-6


@dataclass(frozen=True, eq=False)
class Chained:
    """A look-up from the starts of the first links to the ends of the second, one row a pair, in code order.

    frame: small, area (codes), area_name where the second has names, weight, and quality: best_fit (all of the small
    area lies in the area), estimated (the small area is shared between areas, or its people are an equal share of a
    middle area's), partial (a part of the small area leads nowhere). weighs: "residents", or "share" where the weights
    of a small area sum to 1. total: of the weights.
    """

    frame: pd.DataFrame
    weighs: str
    total: Total
    notices: tuple[Notice, ...]


def chain(first: Links, second: Links) -> Chained:
    """Join two look-ups, weights multiplied.

    With a small area `a`, a middle area `b` and an area `c`, w1(a, b) and w2(b, c) the weights given, share2(b, c) =
    w2(b, c) / sum over c of w2(b, c), and n(b) the number of small areas that lie in b in whole or in part:

    - the first has weights: sum over b of w1(a, b) * share2(b, c), so that each small area keeps its people;
    - only the second has: sum over b of w2(b, c) / n(b), so that each middle area keeps its people;
    - neither has: sum over b of share1(a, b) * share2(b, c), which sum to 1 for each small area.

    A weight that is not known leaves its row without one. Raises `codes_do_not_match`.
    """
    require_meeting(first.ends, second.starts, first.origin.name, second.origin.name)
    middle = second.starts.get_indexer(first.ends)
    mine, other = join(middle[first.end], second.start, len(second.starts))
    weight, weighs, given = _weights(first, second, mine, other)
    lost = middle[first.end] < 0
    partial = np.bincount(first.start[lost], minlength=len(first.starts)) > 0
    sharing = np.bincount(first.end, minlength=len(first.ends))[first.end] > 1
    guessed = np.bincount(first.start[sharing & _second_weighs(first, second)], minlength=len(first.starts)) > 0
    frame = _frame(first, second, (first.start[mine], second.end[other]), weight, (partial, guessed))
    unused = ~second.starts.isin(first.ends)
    into = first.share if given is None else given
    rows = unused.sum() if _second_weighs(first, second) else lost.sum()
    total = make_total(into, frame["weight"].to_numpy(), int(rows))
    return Chained(frame, weighs, total, tuple(_notices(first, second, middle, weighs)))


def _second_weighs(first: Links, second: Links) -> bool:
    """Whether the residents are those of the second look-up."""
    return first.weight is None and second.weight is not None


def _notices(first: Links, second: Links, middle: np.ndarray, weighs: str) -> list[Notice]:
    """What of the look-ups' own notices holds of the whole, and what did not meet. middle: as in `chain`."""
    notices = [note for note in first.notices if note.code != "shared_equally"]
    if _second_weighs(first, second):
        several = sorted(first.ends[np.bincount(first.end, minlength=len(first.ends)) > 1])
        if several:
            shown = {"count": len(several), "codes": several[:_LISTED]}
            notices.append(notice("chain_shared_equally", table=first.origin.name, **shown))
    elif first.weight is None:
        notices = list(first.notices)
    notices += second.notices
    names = {"left": first.origin.name, "right": second.origin.name}
    for code, codes in (
        ("chain_leads_nowhere", sorted(first.ends[middle < 0])),
        ("chain_not_reached", sorted(second.starts[~second.starts.isin(first.ends)])),
    ):
        if codes:
            notices.append(notice(code, **names, count=len(codes), codes=codes[:_LISTED]))
    return [*notices, notice("chain_no_residents")] if weighs == "share" else notices


def _weights(
    first: Links, second: Links, mine: np.ndarray, other: np.ndarray
) -> tuple[np.ndarray, str, np.ndarray | None]:
    """(n_joined,) weights, what they are, and the given weights they come from."""
    if first.weight is not None:
        most = np.bincount(first.start, np.nan_to_num(first.weight), minlength=len(first.starts)).max(initial=0)
        weighs = "share" if most <= 1 + _ROUNDING else "residents"
        return first.weight[mine] * second.share[other], weighs, first.weight
    if second.weight is not None:
        sharing = np.bincount(first.end, minlength=len(first.ends))[first.end]
        return second.weight[other] / sharing[mine], "residents", second.weight
    return first.share[mine] * second.share[other], "share", None


def _frame(
    first: Links,
    second: Links,
    pair: tuple[np.ndarray, np.ndarray],
    weight: np.ndarray,
    flags: tuple[np.ndarray, np.ndarray],
) -> pd.DataFrame:
    """One row a pair. flags: (n_starts,) whether a part of the small area leads nowhere; its people are guessed."""
    partial, guessed = flags
    keys, of = np.unique(pair[0] * max(len(second.ends), 1) + pair[1], return_inverse=True)
    small, area = np.divmod(keys, max(len(second.ends), 1))
    areas_of = np.bincount(small, minlength=len(first.starts))[small]
    columns = {"small": first.starts[small], "area": second.ends[area]}
    if second.names is not None:
        columns["area_name"] = second.names[area]
    columns["weight"] = np.bincount(of, weight, minlength=len(keys))
    columns["quality"] = np.select(
        [partial[small], (areas_of > 1) | guessed[small]], ["partial", "estimated"], "best_fit"
    )
    return pd.DataFrame(columns)
