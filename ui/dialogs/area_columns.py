"""Areas of the open run as columns of a table."""

from __future__ import annotations

from collections.abc import Sequence

from .data import Data
from .row_model import Column, text_column
from .words import tr


def area_columns(data: Data, positions: Sequence[int]) -> list[Column]:
    """Names and districts of areas, by their positions in the universe."""
    return [
        text_column(tr("Area"), [data.name(position) for position in positions]),
        text_column(tr("District"), [data.district(position) for position in positions]),
    ]
