"""A button that reads the layers of a run anew, and says when one of their files has changed."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QFileSystemWatcher, Qt
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ...maps.frames import source_file
from ...messages import listed
from ..looks import Looks
from ..session import Session
from ..words import tr

_DATABASES = (".gpkg", ".sqlite", ".db")
"""QGIS itself writes to these when it only reads them, so that a change of the file says nothing."""


class ReadAgain(QWidget):
    """The button, with the names of the files that changed since they were read."""

    def __init__(self, session: Session, looks: Looks, page: str) -> None:
        super().__init__()
        self._session, self._looks = session, looks
        self._changed: set[str] = set()
        self._files = QFileSystemWatcher(self)
        self._files.fileChanged.connect(self._file_changed)
        self._words = QLabel()
        self._words.setObjectName(f"cni_mapper_{page}_changed")
        self._words.setWordWrap(True)
        self._button = QPushButton(tr("Read again"))
        self._button.setObjectName(f"cni_mapper_{page}_read_again")
        self._button.clicked.connect(self.read_again)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignTop)

    def refresh(self) -> None:
        """Watch the files of the layers chosen, and no others."""
        layers = self._layers()
        wanted = {str(file) for layer in layers if (file := source_file(layer)) and file.suffix not in _DATABASES}
        watched = set(self._files.files())
        if watched - wanted:
            self._files.removePaths(sorted(watched - wanted))
        if wanted - watched:
            self._files.addPaths(sorted(wanted - watched))
        self._changed &= wanted
        self._show(bool(layers))

    def _layers(self) -> list[QgsVectorLayer]:
        found = [self._session.project.mapLayer(id) for id in self._session.choices.layers()]
        return [layer for layer in found if isinstance(layer, QgsVectorLayer)]

    def _file_changed(self, file: str) -> None:
        self._changed.add(file)
        self._show(chosen=True)

    def _show(self, chosen: bool) -> None:
        self._words.setText(self.words())
        self._button.setEnabled(chosen)
        tip = tr("Read the layers anew, after a change to their files") if chosen else tr("No layer is chosen yet")
        self._button.setToolTip(tip)

    def words(self) -> str:
        """Which files have changed; blank where none has."""
        names = listed(sorted(Path(file).name for file in self._changed))
        template = (
            tr("{files} changed since it was read.")
            if len(self._changed) == 1
            else tr("Changed since they were read: {files}.")
        )
        return template.format(files=names) if names else ""

    def read_again(self) -> None:
        layers = self._layers()
        self._changed.clear()
        for layer in layers:
            if not layer.isEditable():
                layer.reload()
        self._looks.forget([layer.id() for layer in layers])
        self.refresh()
        self._session.read_again()
        self._looks.looked.emit()
