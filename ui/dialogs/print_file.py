"""Where a page is saved: the file that a person chooses, with its ending, and their word where there is one already."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtWidgets import QFileDialog, QMessageBox, QWidget

from ..maps.layouts.export import ENDINGS
from .words import tr


def ask_page_file(parent: QWidget, start: Path) -> Path | None:
    """Let the user choose a file, its kind by its ending; None when they change their mind.

    start: the path to begin with, without an ending. A name without one of ENDINGS gets that of the kind chosen.
    """
    kinds = {tr("PDF (*.pdf)"): ".pdf", tr("Picture (*.png)"): ".png", tr("Drawing that can be edited (*.svg)"): ".svg"}
    # The question whether to replace a file is put below, about the name with its ending.
    way = QFileDialog.Option.DontConfirmOverwrite
    text, kind = QFileDialog.getSaveFileName(parent, tr("Save the page"), f"{start}.pdf", ";;".join(kinds), options=way)
    if not text:
        return None
    path = Path(text)
    if path.suffix.lower() not in ENDINGS:
        path = path.with_name(path.name + kinds.get(kind, ENDINGS[0]))
    return path if not path.exists() or _may_replace(parent, path) else None


def _may_replace(parent: QWidget, path: Path) -> bool:
    yes, no = QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No
    words = tr("{name} is there already. Replace it?").format(name=path.name)
    return QMessageBox.question(parent, tr("Save the page"), words, yes | no, no) == yes
