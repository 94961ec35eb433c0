"""The Processing provider."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from .areadeprivation import AreaDeprivationAlgorithm
from .atlas import AtlasAlgorithm
from .bridge import BridgeAlgorithm
from .chainlookups import ChainLookupsAlgorithm
from .download import DownloadAlgorithm
from .example import ExampleAlgorithm
from .export import ExportAlgorithm
from .index import IndexAlgorithm
from .leftbehind import LeftBehindAlgorithm
from .map import MapAlgorithm
from .methodnote import MethodNoteAlgorithm
from .overlap import OverlapAlgorithm
from .places import PlacesAlgorithm
from .printmap import PrintMapAlgorithm
from .profiles import ProfilesAlgorithm

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
    PrintMapAlgorithm,
    AtlasAlgorithm,
    ProfilesAlgorithm,
    ExportAlgorithm,
    MethodNoteAlgorithm,
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
