"""The steps of cni:chainlookups. Imported only when the algorithm runs."""

from __future__ import annotations

import pandas as pd

from ...core.data.chain import chain
from ...core.errors import Notice, notice
from .base import Steps, tr
from .links import LinksInput, open_links, same_heading


def join_lookups(first: LinksInput, second: LinksInput, steps: Steps) -> tuple[pd.DataFrame, list[Notice]]:
    """The table of cni:chainlookups, and what there is to tell."""
    steps.start(tr("Reading the look-ups"), 0.5)
    notices: list[Notice] = []
    middle = same_heading(first, second, ("end", "start"))
    links = open_links(first, notices, end=middle[0])
    onward = open_links(second, notices, start=middle[1])
    steps.start(tr("Joining the look-ups"), 0.1)
    found = chain(links, onward)
    names = {"small": "small_area_code", "area": "area_code", "weight": found.weighs}
    notices += [*found.notices, notice("bridge_total", column=found.weighs, **found.total.words())]
    return found.frame.rename(columns=names), notices
