"""How many areas and people are in each category among the areas shown."""

from __future__ import annotations

import numpy as np

from ...core.analysis.result_table import Counts
from ...core.analysis.what_if import counts
from .session import Session


def shown_counts(session: Session) -> Counts:
    """As the result layer counts them: an area on the map that no table knows counts as one without data."""
    data = session.data
    found = counts(session.tried, data.basis.people, session.shown())
    unknown = np.count_nonzero(data.rows_of(session.choices.districts) & (data.position < 0))
    return Counts({**found.areas, "no_data": found.areas["no_data"] + int(unknown)}, found.people)
