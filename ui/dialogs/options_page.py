"""CNI Mapper's page in QGIS's options dialog."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsProject
from qgis.gui import QgsDoubleSpinBox, QgsFileWidget, QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ..settings import COLOURS, Settings, default_settings, read_settings, write_settings

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

ICON = Path(__file__).parents[2] / "resources" / "icons" / "cni_mapper.svg"


def tr(text: str) -> str:
    return QCoreApplication.translate("OptionsPage", text)


class OptionsPage(QgsOptionsPageWidget):
    """The settings in plain words. Nothing is stored before `apply`, which QGIS calls when the user says OK."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cni_mapper_options")
        self._form = QFormLayout()
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._add_folder()
        self._add_index()
        self._cni = self._add_limit("cni_limit", tr("Limit on community &need"))
        self._imd = self._add_limit("imd_limit", tr("Limit on &deprivation"))
        self._add_colours()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._form)
        layout.addStretch(1)
        self._show(read_settings())

    def apply(self) -> None:
        """Store what is chosen; maps of the project change with the colours. A faulty folder is left as it was."""
        before, chosen = read_settings(), self.chosen()
        if self.folder_fault():
            chosen = replace(chosen, data_folder=before.data_folder)
        write_settings(chosen)
        if chosen.colours != before.colours:
            from ..maps.groups import recolour_results

            recolour_results(QgsProject.instance(), chosen.colours)

    def isValid(self) -> bool:
        """Whether QGIS may close the dialog (asked from QGIS 3.30 on)."""
        return not self.folder_fault()

    def chosen(self) -> Settings:
        """The settings as the page shows them; a blank folder or index is the default."""
        default, folder = default_settings(), self._folder.filePath().strip()
        return Settings(
            Path(folder) if folder else default.data_folder,
            self._index.value() or default.definition,
            self._cni.value(),
            self._imd.value(),
            self._colours.currentData(),
        )

    def folder_fault(self) -> str:
        """What is wrong with the folder, blank when nothing is."""
        folder = self.chosen().data_folder
        if not folder.is_absolute():
            return tr("Give the whole path of the folder, or leave it blank for the usual one.")
        if folder.exists() and not folder.is_dir():
            return tr("{name} is a file. Choose a folder.").format(name=folder.name)
        return ""

    def _add(self, name: str, label: str, widget: QWidget, words: str, typed: QWidget | None = None) -> None:
        """A row whose label says what the widget is for, also to screen readers. &: before the key that leads there.

        typed: the part of the widget that takes the keyboard, where that is not the whole.
        """
        widget.setObjectName(f"cni_mapper_options_{name}")
        widget.setToolTip(words)
        text = QLabel(label)
        text.setToolTip(words)
        text.setBuddy(typed or widget)
        for part in (widget, typed or widget):
            part.setAccessibleName(label.replace("&", ""))
        self._form.addRow(text, widget)

    def _add_folder(self) -> None:
        self._folder = QgsFileWidget()
        self._folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self._folder.setDialogTitle(tr("Choose a folder for CNI Mapper's files"))
        self._folder.lineEdit().setPlaceholderText(str(default_settings().data_folder))
        self._folder.fileChanged.connect(lambda _: self._say())
        words = tr("Downloads, your own indices and the made-up example are kept here.")
        self._add("data_folder", tr("Folder for &files"), self._folder, words, self._folder.lineEdit())
        self._status = QLabel()
        self._status.setObjectName("cni_mapper_options_status")
        self._status.setWordWrap(True)
        self._form.addRow("", self._status)

    def _add_index(self) -> None:
        from .definition_widget import DefinitionWidget

        self._index = DefinitionWidget()
        titles = self._index.findChild(QComboBox)
        # Otherwise the longest title would make the whole dialog wider.
        titles.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        titles.setMinimumContentsLength(20)
        words = tr("The index that a new map begins with. You can choose another for each map.")
        self._add("definition", tr("&Index to begin with"), self._index, words, titles)

    def _add_limit(self, name: str, label: str) -> QgsDoubleSpinBox:
        limit = QgsDoubleSpinBox()
        limit.setDecimals(1)
        limit.setRange(0.1, 100)
        limit.setSuffix("%")
        limit.setClearValue(getattr(default_settings(), name))
        limit.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        words = tr("How far down the ranks 'worst' goes on a new map, in percent of the areas ranked.")
        self._add(name, label, limit, words)
        return limit

    def _add_colours(self) -> None:
        self._colours = QComboBox()
        for key, label in zip(COLOURS, (tr("In colour"), tr("In greys, for black-and-white printers"))):
            self._colours.addItem(label, key)
        words = tr(
            "Maps of the open project change at once. The styles kept in a result's file change when it is made again."
        )
        self._add("colours", tr("Ma&ps"), self._colours, words)

    def _show(self, settings: Settings) -> None:
        own = settings.data_folder == default_settings().data_folder
        self._folder.setFilePath("" if own else str(settings.data_folder))
        self._index.set_value(settings.definition)
        self._index.findChild(QComboBox).lineEdit().setCursorPosition(0)
        self._cni.setValue(settings.cni_limit)
        self._imd.setValue(settings.imd_limit)
        self._colours.setCurrentIndex(self._colours.findData(settings.colours))
        self._say()

    def _say(self) -> None:
        self._status.setText(self.folder_fault() or tr("The folder is made when something is first kept in it."))


class OptionsFactory(QgsOptionsWidgetFactory):
    """Makes the page each time that the options dialog opens."""

    def __init__(self) -> None:
        super().__init__("CNI Mapper", QIcon(str(ICON)))

    def createWidget(self, parent: QWidget | None = None) -> OptionsPage:
        return OptionsPage(parent)


def register_options(iface: QgisInterface) -> OptionsFactory:
    """Add the page to QGIS's options dialog. The caller keeps the factory, and unregisters it when the plugin goes."""
    factory = OptionsFactory()
    iface.registerOptionsWidgetFactory(factory)
    return factory
