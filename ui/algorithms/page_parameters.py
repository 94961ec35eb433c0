"""What may be chosen about a printed page, as parameters of an algorithm. Imports nothing heavy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)

from ..settings import COLOURS
from .base import tr

if TYPE_CHECKING:
    from ..maps.layouts.page import PageChoices, PrintedResult

_WIDGETS = __name__.partition(".ui.")[0] + ".ui.dialogs.page_widgets"
LABELS = ("auto", "none", "left_behind", "all")
"""As in ui.maps.layouts.page, which is not imported before an algorithm runs."""


def add_template(algorithm: QgsProcessingAlgorithm, default: str) -> None:
    """Add TEMPLATE and THEME."""
    words = tr(
        "a3_triptych (three maps side by side), a3_landscape, a3_portrait, a4_landscape or a4_portrait; or the path of "
        "a layout template of your own (.qpt)."
    )
    algorithm.addParameter(template_parameter("TEMPLATE", tr("Template"), default, words))
    theme = QgsProcessingParameterString("THEME", tr("Theme of the map"), defaultValue="overlay")
    theme.setMetadata({"widget_wrapper": {"class": f"{_WIDGETS}.ThemeWidgetWrapper"}})
    theme.setHelp(
        tr(
            "overlay (left behind areas), cni or imd (deciles), bivariate (both in one), or the id of a domain, such "
            "as civic_assets. A page with three maps shows cni, imd and overlay whatever is chosen here."
        )
    )
    algorithm.addParameter(theme)


def template_parameter(name: str, label: str, default: str, words: str) -> QgsProcessingParameterString:
    """A template by its id or its path, chosen from a list or browsed for."""
    template = QgsProcessingParameterString(name, label, defaultValue=default)
    template.setMetadata({"widget_wrapper": {"class": f"{_WIDGETS}.TemplateWidgetWrapper"}})
    template.setHelp(words)
    return template


def add_texts(algorithm: QgsProcessingAlgorithm, *, titles: bool) -> None:
    """Add NOTES, LABELS, LOGO, REFERENCE and COLOURS; with `titles`, TITLE and SUBTITLE first."""
    written = tr("Written for you when left blank.")
    texts = [("TITLE", tr("Title"), written), ("SUBTITLE", tr("Subtitle"), written)] if titles else []
    texts.append(("NOTES", tr("Notes"), tr("Printed with the sources, after what is always said there.")))
    texts.append(("REFERENCE", tr("Reference number"), tr("For example the number of a committee paper.")))
    for name, label, words in texts:
        _add(algorithm, QgsProcessingParameterString(name, label, optional=True), words)
    kinds = [tr("As fits"), tr("None"), tr("Left behind areas only"), tr("All areas")]
    labels = QgsProcessingParameterEnum("LABELS", tr("Names on the map"), kinds, defaultValue=0)
    _add(algorithm, labels, tr("'As fits' writes names where they fit and numbers, listed beside, where they do not."))
    picture = QgsProcessingParameterFile("LOGO", tr("Logo"), optional=True)
    _add(algorithm, picture, tr("A picture for the corner of the page: PNG, JPEG or SVG."))
    schemes = [tr("In colour"), tr("In greys, for a black-and-white printer")]
    colours = QgsProcessingParameterEnum("COLOURS", tr("Colours"), schemes, defaultValue=0)
    _add(algorithm, colours, tr("The colours hold on most copiers; the greys are made for one."))


def _add(algorithm: QgsProcessingAlgorithm, parameter: QgsProcessingParameterDefinition, words: str) -> None:
    parameter.setHelp(words)
    if parameter.name() not in ("TITLE", "SUBTITLE", "LABELS"):
        parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    algorithm.addParameter(parameter)


def read_choices(
    algorithm: Any, parameters: dict[str, Any], context: QgsProcessingContext, result: PrintedResult
) -> PageChoices:
    """The choices of an algorithm that has these parameters; those that it has not are blank.

    Raises `page_theme_unknown`.
    """
    from datetime import datetime, timezone

    from ...core.errors import CniError
    from ..maps.layouts.page import PageChoices
    from ..maps.layouts.result import themes_of

    def text(name: str) -> str:
        known = algorithm.parameterDefinition(name) is not None
        return algorithm.parameterAsString(parameters, name, context).strip() if known else ""

    theme, base_map = text("THEME"), None
    if theme not in themes_of(result):
        raise CniError("page_theme_unknown", theme=theme, table=result.name, themes=themes_of(result))
    if algorithm.parameterDefinition("BASEMAP") is not None:
        base_map = algorithm.parameterAsLayer(parameters, "BASEMAP", context)
    return PageChoices(
        template=text("TEMPLATE"),
        theme=theme,
        made_on=datetime.now(timezone.utc).astimezone().date(),
        title=text("TITLE"),
        subtitle=text("SUBTITLE"),
        notes=text("NOTES"),
        labels=LABELS[algorithm.parameterAsEnum(parameters, "LABELS", context)],
        logo=text("LOGO"),
        reference=text("REFERENCE"),
        base_map=base_map,
        colours=COLOURS[algorithm.parameterAsEnum(parameters, "COLOURS", context)],
    )
