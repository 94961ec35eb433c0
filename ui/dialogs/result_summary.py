"""What a saved result holds: one sentence, counts of areas and people, and what there is to know about it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtWidgets import QVBoxLayout, QWidget

from ..maps.record import abstract
from ..messages import INFORMATION
from .counts_table import CountsTable
from .parts import note
from .words import residents_words, tr


class ResultSummary(QWidget):
    """Shows a run record."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = note("cni_mapper_results_sentence")
        self._counts = CountsTable("cni_mapper_results")
        self._people = note("cni_mapper_results_people")
        self._box = QgsCollapsibleGroupBox()
        self._box.setObjectName("cni_mapper_results_warnings_box")
        self._box.setSaveCollapsedState(False)
        self._warnings = note("cni_mapper_results_warnings")
        inner = QVBoxLayout(self._box)
        inner.addWidget(self._warnings)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for part in (self._sentence, self._counts, self._people, self._box):
            layout.addWidget(part)

    def show_record(self, record: Mapping[str, Any]) -> None:
        counts = record["counts"]
        known = any(counts["people"].values())
        self._sentence.setText(abstract(record))
        self._counts.show_counts(
            counts["areas"], counts["people"] if known else None, is_variant=bool(record["variant"])
        )
        self._people.setText(residents_words(record.get("residents_year")))
        self._people.setVisible(known)
        # Warnings first: what only tells how the run went may be read later.
        entries = sorted(record["warnings"], key=lambda entry: entry["code"] in INFORMATION)
        self._warnings.setText("\n\n".join(f"• {entry['text']}" for entry in entries))
        self._box.setTitle(tr("Good to know ({count})").format(count=len(entries)))
        self._box.setVisible(bool(entries))
