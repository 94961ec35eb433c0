"""The plugin as QGIS starts and stops it. Nothing heavy is imported here."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QSettings, QTranslator
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

MENU = "CNI Mapper"
RESOURCES = Path(__file__).parent / "resources"


class CniMapperPlugin:
    """Registers the Processing provider and, in the desktop, the menu. Each registration leaves its own undo."""

    def __init__(self, iface: QgisInterface | None) -> None:
        self._iface = iface
        self._undo = ExitStack()

    def initProcessing(self) -> None:
        """Called alone by qgis_process, and by initGui in the desktop."""
        from .ui.algorithms.provider import Provider

        self._install_translation()
        registry = QgsApplication.processingRegistry()
        provider = Provider()
        if registry.addProvider(provider):
            self._undo.callback(registry.removeProvider, provider)

    def initGui(self) -> None:
        self.initProcessing()
        self._add_action(QCoreApplication.translate("Plugin", "Try the example"), "try_example", self._try_example)
        self._add_action(
            QCoreApplication.translate("Plugin", "Map community need and deprivation…"), "map", self._open_map
        )

    def unload(self) -> None:
        """Undo every registration, the last first, also when one of them fails."""
        self._undo.close()

    def _install_translation(self) -> None:
        locale = QSettings().value("locale/userLocale", QLocale().name())
        translator = QTranslator()
        if translator.load(str(RESOURCES / "i18n" / f"cni_mapper_{str(locale)[:2]}.qm")):
            QCoreApplication.installTranslator(translator)
            self._undo.callback(QCoreApplication.removeTranslator, translator)

    def _add_action(self, text: str, name: str, run: Callable[[], None]) -> None:
        action = QAction(QIcon(str(RESOURCES / "icons" / "cni_mapper.svg")), text, self._iface.mainWindow())
        action.setObjectName(f"cni_mapper_{name}")
        action.triggered.connect(run)
        self._iface.addPluginToMenu(MENU, action)
        self._undo.callback(action.deleteLater)
        self._undo.callback(self._iface.removePluginMenu, MENU, action)

    def _try_example(self) -> None:
        from .ui.tasks import run_algorithm

        run_algorithm(self._iface, "cni:example", {"OUTPUT": "TEMPORARY_OUTPUT"})

    def _open_map(self) -> None:
        from .ui.tasks import open_algorithm

        open_algorithm("cni:map")
