"""What a printed page is made from: the result, the user's choices, and every word and number on the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsMapLayer

OVERLAY, CNI, IMD, BIVARIATE = "overlay", "cni", "imd", "bivariate"
"""Names of the themes that every result has; a domain's theme is named by the id of the domain."""
LABELS = ("auto", "none", "left_behind", "all")


@dataclass(frozen=True, eq=False)
class PrintedResult:
    """A result layer as pages read it.

    table: (n_areas,) every row of the layer with the columns of a result, whole numbers as `Int64`. shapes: one per
    row. record: the run record. name: of the layer.
    """

    table: pd.DataFrame
    shapes: Sequence[QgsGeometry]
    crs: QgsCoordinateReferenceSystem
    record: Mapping[str, Any]
    name: str


@dataclass(frozen=True)
class PageChoices:
    """What the user may choose about a page; blank texts are written by the plugin.

    template: the id of a shipped template or the path of a .qpt file. labels: one of LABELS. logo: path of a picture.
    base_map: drawn under the areas. colours: one of ui.settings.COLOURS. made_on: the date printed in the source line.
    """

    template: str
    theme: str
    made_on: date
    title: str = ""
    subtitle: str = ""
    notes: str = ""
    labels: str = "auto"
    logo: str = ""
    reference: str = ""
    base_map: QgsMapLayer | None = None
    colours: str = "standard"


@dataclass(frozen=True)
class LegendRow:
    """One entry of a legend. key: category, decile, (need third, deprivation third) or None for no data."""

    key: Any
    text: str
    count: int


@dataclass(frozen=True)
class PanelFacts:
    """The words and counts of one map. even_share: areas in each decile were they spread evenly; None without bars."""

    theme: str
    title: str
    note: str
    legend_heading: str
    legend: tuple[LegendRow, ...]
    even_share: float | None


@dataclass(frozen=True)
class ListRow:
    """One area of the list on a page; ranks are None where the area is not ranked.

    district: where the page shows several, and it is known.
    """

    code: str
    name: str
    category: str
    cni_rank: int | None
    imd_rank: int | None
    district: str = ""


@dataclass(frozen=True)
class ShareBar:
    """How the areas of a place spread over the categories."""

    place: str
    counts: Mapping[str, int]


@dataclass(frozen=True)
class PageFacts:
    """Every word and number of a page, before it is fitted to a template.

    listed: as `listed_areas.listed_rows` has them. figures: label and value. attributions:
    one per publisher, never cut.
    """

    title: str
    subtitle: str
    panels: tuple[PanelFacts, ...]
    list_heading: str
    listed: tuple[ListRow, ...]
    share_bars: tuple[ShareBar, ...]
    figures: tuple[tuple[str, str], ...]
    sources: str
    attributions: tuple[str, ...]
    caveat: str


Focus = np.ndarray
"""(n_areas,) bool over the rows of a result: the areas that a page shows."""
