"""Areas of the open run as columns of a table."""

from __future__ import annotations

import numpy as np

from .data import Data
from .row_model import Column, text_column
from .words import tr


def area_columns(data: Data, positions: np.ndarray) -> list[Column]:
    """Names and districts of areas, by positions in the universe, as `Data.name` and `Data.district` give them."""
    names, codes = data.names.iloc[positions], data.basis.values.codes.to_numpy()[positions]
    areas = names["area_name"].where(names["area_name"].notna(), codes)
    districts = names["district_name"].where(names["district_name"].notna(), names["district_code"]).fillna("")
    return [
        text_column(tr("Area"), areas.astype(str).tolist()),
        text_column(tr("District"), districts.astype(str).tolist()),
    ]
