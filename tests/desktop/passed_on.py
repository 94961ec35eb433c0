"""What an officer passes on of a result: an atlas, profiles, files for colleagues, and how the map was made."""

from __future__ import annotations

from pathlib import Path

from pointer import click, type_text
from printed import text_of
from processing.gui.AlgorithmDialog import AlgorithmDialog
from qgis.core import QgsVectorLayer
from qgis.PyQt.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QTextEdit
from session import Steps, picture
from waiting import find, gone, wait_until
from widgets import choose, click_button

_DONE = "Execution completed in"


def passed_on(folder: Path, areas: int) -> Steps:
    """From the page 'Results', which is in front. areas: of the result, all in one district."""
    atlas = folder / "atlas.pdf"
    yield from opened("atlas")
    theme = _dialog().mainWidget().wrappers["THEME"].widget.findChild(QComboBox)
    titles = [theme.itemText(i).partition(" [")[0] for i in range(theme.count())]
    assert titles[:2] == ["Left behind areas", "Community need, in deciles"] and len(titles) > 4, titles
    yield from choose(theme, "Community need")
    yield from run_into(atlas)
    assert text_of(atlas).count("\f") == 1 and "Community need in" in text_of(atlas), text_of(atlas)
    profiles = folder / "profiles.pdf"
    yield from opened("profiles")
    yield from run_into(profiles)
    assert text_of(profiles).count("\f") == areas, text_of(profiles).count("\f")
    table = folder / "for colleagues.gpkg"
    yield from opened("files")
    yield from run_into(table)
    exported = QgsVectorLayer(str(table), "exported", "ogr")
    assert exported.featureCount() == areas, exported.featureCount()
    note = folder / "how it was made.pdf"
    yield from opened("note")
    yield from run_into(note)
    assert "How this map was made" in text_of(note), text_of(note)


def opened(button: str) -> Steps:
    yield from click(find(f"cni_mapper_results_{button}", QPushButton))
    yield from wait_until(_dialog, 10, "the dialog to open")
    yield 0.5
    picture(f"{button}-dialog")


def run_into(file: Path) -> Steps:
    """Say where the output goes, run, and close the dialog that is open."""
    dialog = _dialog()
    place = dialog.mainWidget().wrappers["OUTPUT"].wrappedWidget().findChild(QLineEdit)
    yield from type_text(place, str(file), then="Tab")
    yield from click_button("Run")
    yield from wait_until(lambda: _DONE in _said(dialog), 60, f"{file.name} to be written")
    yield 0.5
    picture(file.stem)
    assert file.exists(), _said(dialog)
    assert f">{file.name}</a>" in dialog.messageBar().currentItem().text()
    yield from click_button("Close")
    yield from wait_until(lambda: gone(dialog), 5, "the dialog to close")


def _dialog() -> AlgorithmDialog | None:
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, AlgorithmDialog) and w.isVisible()]
    return found[0] if found else None


def _said(dialog: AlgorithmDialog) -> str:
    return dialog.findChild(QTextEdit, "txtLog").toPlainText()
