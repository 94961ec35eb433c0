"""The Processing provider."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from .areadeprivation import AreaDeprivationAlgorithm
from .bridge import BridgeAlgorithm
from .chainlookups import ChainLookupsAlgorithm
from .download import DownloadAlgorithm
from .example import ExampleAlgorithm
from .index import IndexAlgorithm
from .leftbehind import LeftBehindAlgorithm
from .map import MapAlgorithm
from .overlap import OverlapAlgorithm
from .places import PlacesAlgorithm

ICON = Path(__file__).parents[2] / "resources" / "icons" / "cni_mapper.svg"
ALGORITHMS = (
    MapAlgorithm,
    ExampleAlgorithm,
    IndexAlgorithm,
    AreaDeprivationAlgorithm,
    LeftBehindAlgorithm,
    BridgeAlgorithm,
    ChainLookupsAlgorithm,
    OverlapAlgorithm,
    PlacesAlgorithm,
    DownloadAlgorithm,
)


class Provider(QgsProcessingProvider):
    """CNI Mapper's algorithms in the toolbox."""

    def id(self) -> str:
        return "cni"

    def name(self) -> str:
        return "CNI Mapper"

    def icon(self) -> QIcon:
        return QIcon(str(ICON))

    def loadAlgorithms(self) -> None:
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())
