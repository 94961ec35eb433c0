"""cni:profiles, a page about each area of a result, or about a patch that fits no area."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFileDestination,
)

from ..sentences import QT_TRANSLATE_NOOP
from .base import CniAlgorithm, Steps, tr
from .page_parameters import template_parameter
from .parameters import add_field, add_people
from .result_input import add_result

AREA_TEMPLATE, PATCH_TEMPLATE = "a4_profile", "a4_patch"


class ProfilesAlgorithm(CniAlgorithm):
    """One PDF with a page for each area, or a folder of them."""

    ID = "profiles"
    TITLE = QT_TRANSLATE_NOOP("Algorithms", "Print area profiles")
    # Layouts are made and drawn on the main thread only.
    ON_MAIN_THREAD = True

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        add_result(self)
        self._add_patches()
        self._add_looks()
        output = QgsProcessingParameterFileDestination("OUTPUT", tr("Profiles"), tr("PDF (*.pdf)"))
        output.setHelp(
            tr(
                "A PDF with all pages; or a folder (a name without .pdf), which gets a PDF for each page. Files that "
                "are there are replaced."
            )
        )
        self.addParameter(output)
        self.addOutput(QgsProcessingOutputNumber("PAGES", tr("Pages written")))

    def _add_patches(self) -> None:
        patches = QgsProcessingParameterFeatureSource(
            "PATCHES", tr("Patches"), [QgsProcessing.SourceType.TypeVectorPolygon], optional=True
        )
        patches.setHelp(
            tr(
                "Polygons that fit no area, each of which gets a page: shares of its residents, no rank of its own. "
                "Areas then get pages only where some are selected or chosen above."
            )
        )
        self.addParameter(patches)
        found = tr("Found by its name when left blank.")
        add_field(self, "PATCH_NAME", tr("Column of names of the patches"), "PATCHES", found)
        add_people(self)
        land = QgsProcessingParameterBoolean("BY_LAND_AREA", tr("Estimate by land area"), defaultValue=False)
        land.setHelp(
            tr("Only where nothing says where people live: spreads the residents of each area evenly over its land.")
        )
        self._add_advanced(land)

    def _add_looks(self) -> None:
        own = tr("A layout template of your own (.qpt) may be given here by its path.")
        for name, label, default in (
            ("TEMPLATE", tr("Template of the pages about areas"), AREA_TEMPLATE),
            ("PATCH_TEMPLATE", tr("Template of the pages about patches"), PATCH_TEMPLATE),
        ):
            self._add_advanced(template_parameter(name, label, default, own))
        schemes = [tr("In colour"), tr("In greys, for a black-and-white printer")]
        colours = QgsProcessingParameterEnum("COLOURS", tr("Colours"), schemes, defaultValue=0)
        colours.setHelp(tr("The colours hold on most copiers; the greys are made for one."))
        self._add_advanced(colours)

    def _add_advanced(self, parameter: QgsProcessingParameterDefinition) -> None:
        parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        self.addParameter(parameter)

    def note(self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> None:
        from .profiles_steps import note_profiles

        self._noted = note_profiles(self, parameters, context)

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from .profiles_steps import print_profiles

        return print_profiles(self._noted, Steps(feedback), feedback)
