"""The plugin as QGIS starts and stops it. Nothing heavy is imported here."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QSettings, Qt, QTranslator
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

    from .ui.dialogs.dock import Dock

MENU = "CNI Mapper"
RESOURCES = Path(__file__).parent / "resources"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Plugin", text)


class CniMapperPlugin:
    """Registers the Processing provider and, in the desktop, the menu. Each registration leaves its own undo."""

    def __init__(self, iface: QgisInterface | None) -> None:
        self._iface = iface
        self._undo = ExitStack()
        self._dock: Dock | None = None

    def initProcessing(self) -> None:
        """Called alone by qgis_process, and by initGui in the desktop."""
        from .ui.algorithms.provider import Provider

        self._install_translation()
        registry = QgsApplication.processingRegistry()
        provider = Provider()
        if registry.addProvider(provider):
            self._undo.callback(registry.removeProvider, provider)

    def initGui(self) -> None:
        from .ui.dialogs.options_page import register_options

        self.initProcessing()
        self._undo.callback(self._iface.unregisterOptionsWidgetFactory, register_options(self._iface))
        self._panel = self._add_action(_tr("CNI Mapper panel"), "dock", self._show_dock)
        self._panel.setCheckable(True)
        self._iface.addToolBarIcon(self._panel)
        self._undo.callback(self._iface.removeToolBarIcon, self._panel)
        self._add_action(_tr("Try the example"), "try_example", self._try_example)
        self._add_action(_tr("Map community need and deprivation…"), "map", self._open_map)
        self._add_action(_tr("Print a map…"), "print_map", self._open_print)

    def unload(self) -> None:
        """Undo every registration, the last first, also when one of them fails."""
        self._undo.close()

    def _install_translation(self) -> None:
        locale = QSettings().value("locale/userLocale", QLocale().name())
        translator = QTranslator()
        if translator.load(str(RESOURCES / "i18n" / f"cni_mapper_{str(locale)[:2]}.qm")):
            QCoreApplication.installTranslator(translator)
            self._undo.callback(QCoreApplication.removeTranslator, translator)

    def _add_action(self, text: str, name: str, run: Callable[..., None]) -> QAction:
        action = QAction(QIcon(str(RESOURCES / "icons" / "cni_mapper.svg")), text, self._iface.mainWindow())
        action.setObjectName(f"cni_mapper_{name}")
        action.triggered.connect(run)
        self._iface.addPluginToMenu(MENU, action)
        self._undo.callback(action.deleteLater)
        self._undo.callback(self._iface.removePluginMenu, MENU, action)
        return action

    def _show_dock(self, shown: bool) -> None:
        if shown and not self._make_dock():
            return
        if self._dock is not None:
            self._dock.setUserVisible(shown)

    def _make_dock(self) -> bool:
        """Make the panel the first time it is asked for; whether there is one now."""
        from .ui.compat import missing_packages

        if self._dock is not None:
            return True
        if missing_packages():
            from .ui.tasks import tell_missing_packages

            tell_missing_packages(self._iface)
            return False
        from .ui.dialogs.dock import Dock

        self._dock = Dock(self._iface)
        self._iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self._dock)
        self._dock.visibilityChanged.connect(self._follow_dock)
        self._undo.callback(self._remove_dock)
        return True

    def _follow_dock(self) -> None:
        self._panel.setChecked(self._dock is not None and self._dock.isUserVisible())

    def _remove_dock(self) -> None:
        self._dock.visibilityChanged.disconnect(self._follow_dock)
        self._dock.put_away()
        self._iface.removeDockWidget(self._dock)
        self._dock.deleteLater()
        self._dock = None

    def _try_example(self) -> None:
        if self._make_dock():
            self._dock.setUserVisible(True)
            self._dock.try_example()

    def _open_map(self) -> None:
        from .ui.tasks import open_algorithm

        open_algorithm("cni:map")

    def _open_print(self) -> None:
        if self._make_dock():
            self._dock.open_print()
