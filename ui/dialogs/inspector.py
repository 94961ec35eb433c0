"""The inspector: click an area on the map and read where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject

from .live_map import LiveMap
from .session import Session

if TYPE_CHECKING:
    from qgis.gui import QgisInterface


class Inspector(QObject):
    def __init__(self, session: Session, live_map: LiveMap, iface: QgisInterface) -> None:
        super().__init__(session)
        self._session, self._live_map, self._iface = session, live_map, iface

    def put_away(self) -> None:
        pass
