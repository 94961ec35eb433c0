"""The widgets of the TEMPLATE and THEME parameters: templates and themes by their names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qgis.core import QgsProcessingFeatureSourceDefinition, QgsProject, QgsVectorLayer
from qgis.PyQt.QtWidgets import QWidget

from .list_or_text import ListOrText, ListOrTextWrapper
from .print_words import Names, template_names, theme_names
from .words import tr


class TemplateWidget(ListOrText):
    """A list of the shipped templates, in which a path may be typed, with a button to browse for one."""

    def __init__(self, known: Names, parent: QWidget | None = None) -> None:
        super().__init__(tr("The size of the paper and what stands where on it"), parent)
        self.offer(known)
        self.add_browse(tr("Choose a template"), tr("Layout templates of QGIS (*.qpt)"))


class TemplateWidgetWrapper(ListOrTextWrapper):
    """The templates of map pages, or, where it is about another page, the one that comes with the plugin."""

    def make_widget(self) -> TemplateWidget:
        first = self.parameterDefinition().defaultValue()
        is_map = first in dict(template_names())
        return TemplateWidget(template_names() if is_map else ((first, tr("The plugin's own page, A4")),))


class ThemeWidgetWrapper(ListOrTextWrapper):
    """A list of the themes of the result that is chosen beside it; of any result, where that cannot be told."""

    def make_widget(self) -> ListOrText:
        widget = ListOrText(tr("What the colours of the map stand for"))
        widget.offer(theme_names())
        return widget

    def postInitialize(self, wrappers: Sequence[Any]) -> None:
        for wrapper in wrappers:
            if wrapper.parameterDefinition().name() == "RESULT":
                self._follow(wrapper)
                wrapper.widgetValueHasChanged.connect(self._follow)

    def _follow(self, wrapper: Any) -> None:
        """Offer the themes of the result in a widget."""
        value = wrapper.parameterValue()
        source = value.source.staticValue() if isinstance(value, QgsProcessingFeatureSourceDefinition) else value
        layer = QgsProject.instance().mapLayer(str(source))
        self.widget.offer((*theme_names(), *(_domains(layer) if isinstance(layer, QgsVectorLayer) else ())))


def _domains(layer: QgsVectorLayer) -> Names:
    """The themes that only this result has."""
    from ..maps.record import layer_record

    record = layer_record(layer)
    if record is None:
        return ()
    columns = set(layer.fields().names())
    return tuple((id, title) for id, title in record.get("domain_titles", {}).items() if f"{id}_decile" in columns)
