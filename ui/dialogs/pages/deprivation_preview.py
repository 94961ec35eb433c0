"""What the areas' deprivation scores look like once they have been read: how many, made how, and their spread."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from qgis.PyQt.QtWidgets import QVBoxLayout, QWidget

from ....core.data.distribution import describe_numbers
from ....core.data.geographies import Geography
from ...messages import area_words
from ..charts.histogram import Histogram
from ..data import Data
from ..parts import heading, note
from ..words import tr
from .look_words import quality_words
from .notice_list import NoticeList, notices_about


class DeprivationPreview(QWidget):
    """Seen only while there is something read to show."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Data, Geography | None] | None = None
        self._counts = note("cni_mapper_deprivation_counts")
        self._notices = NoticeList("deprivation")
        self._histogram = Histogram()
        self._histogram.setObjectName("cni_mapper_deprivation_histogram")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for part in (heading(tr("Scores by area")), self._counts, self._notices):
            layout.addWidget(part)
        layout.addWidget(self._histogram)

    def show_data(self, data: Data | None, names: Sequence[str], small: Geography | None) -> None:
        """Show what was read; nothing where that is None.

        names: of the table and the look-up, whose notices are told. small: what the scores were averaged from.
        """
        self.setVisible(data is not None)
        if data is None or (data, small) == self._shown:
            return
        self._shown = (data, small)
        scores = data.basis.imd["score"].to_numpy(dtype=float)
        has_score = ~np.isnan(scores)
        quality = data.quality.reindex(data.basis.values.codes)[has_score].value_counts()
        self._counts.setText("\n".join([count_words(data), *quality_words(dict(quality), data.geography, small)]))
        lacking = [f"{data.basis.values.codes[i]} {data.name(i)}" for i in np.flatnonzero(~has_score)]
        more = [tr("Areas without a score: {areas}").format(areas="; ".join(lacking))] if lacking else []
        self._notices.show_notices(notices_about(data.notices, names), more)
        self._histogram.show_distribution(describe_numbers(scores), tr("Deprivation score"), "", "more_need")


def count_words(data: Data) -> str:
    """'7,421 of 7,433 wards have a deprivation score.'"""
    scored = int(data.basis.imd["score"].notna().sum())
    total, areas = len(data.basis.values.codes), area_words(data.geography.kind.plural)
    if scored == total:
        return tr("All {total} {areas} ranked have a deprivation score.").format(total=f"{total:,}", areas=areas)
    return tr("{count} of the {total} {areas} ranked have a deprivation score.").format(
        count=f"{scored:,}", total=f"{total:,}", areas=areas
    )
