"""cni:export, a result for people who do not have the plugin."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFileDestination,
)

from ..sentences import QT_TRANSLATE_NOOP
from .base import CniAlgorithm, Steps, tr
from .result_input import add_result


class ExportAlgorithm(CniAlgorithm):
    """Writes a result in the form that the ending of OUTPUT says."""

    ID = "export"
    TITLE = QT_TRANSLATE_NOOP("Algorithms", "Export a result")
    # A project file is made on the thread of the project.
    ON_MAIN_THREAD = True

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        add_result(self)
        kinds = ";;".join(
            [
                tr("GeoPackage with styles (*.gpkg)"),
                tr("Excel workbook (*.xlsx)"),
                tr("Table as text (*.csv)"),
                tr("QGIS project with its GeoPackages (*.qgz *.qgs)"),
            ]
        )
        output = QgsProcessingParameterFileDestination("OUTPUT", tr("Exported result"), kinds)
        output.setHelp(
            tr(
                "Its ending says what is written: .gpkg, .xlsx, .csv, .qgz or .qgs. A name without an ending is a "
                "folder, which gets a project with its GeoPackages, a workbook and a CSV file."
            )
        )
        self.addParameter(output)

    def note(self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> None:
        from .export_steps import note_export

        self._noted = note_export(self, parameters, context)

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from .export_steps import export

        return {"OUTPUT": export(self._noted, Steps(feedback), feedback)}
