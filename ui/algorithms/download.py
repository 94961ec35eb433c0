"""cni:download, official data from its publisher."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterExtent,
    QgsProcessingParameterString,
)

from ..sentences import QT_TRANSLATE_NOOP
from .base import CniAlgorithm, Steps, tr
from .parameters import add_output


class DownloadAlgorithm(CniAlgorithm):
    """One entry of the data catalogue, as a layer or a table."""

    ID = "download"
    TITLE = QT_TRANSLATE_NOOP("Algorithms", "Download official data")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        entry = QgsProcessingParameterString("ENTRY", tr("Data set"))
        entry.setHelp(
            tr("The id of a catalogue entry, such as iod-2019-file-7, or file.json#id for an entry of your own file.")
        )
        where = QgsProcessingParameterString("WHERE", tr("Only rows where"), optional=True)
        where.setHelp(tr("SQL for a data set that comes from a map service. For example: LAD24CD = 'E06000010'"))
        extent = QgsProcessingParameterExtent("EXTENT", tr("Only within"), optional=True)
        extent.setHelp(tr("For a data set that comes from a map service: only what meets this rectangle."))
        refresh = QgsProcessingParameterBoolean("REFRESH", tr("Download again"), defaultValue=False)
        refresh.setHelp(tr("Otherwise a copy that was downloaded before is used, and its date is told."))
        for parameter in (entry, where, extent, refresh):
            if parameter is not entry:
                flag = QgsProcessingParameterDefinition.Flag.FlagAdvanced
                parameter.setFlags(parameter.flags() | flag)
            self.addParameter(parameter)
        add_output(self, tr("Downloaded data"), layer=False)
        self.addOutput(QgsProcessingOutputNumber("ROWS", tr("Rows")))

    def note(self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> None:
        from .download_steps import Download

        self._download = Download(self, parameters, context)

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        return self._download.run(Steps(feedback), parameters, context, feedback)

    def postProcessAlgorithm(self, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        self._download.reload(context)
        return {}
